//! Command lines that are not understood, files that are not found, results that cannot be written.

use crate::office::zipped::{Entry, entries, zipped};
use crate::rules::{FILE, instead};
use crate::way::{Around, Shows, Way, not, run};

const COMMUNES: &str = "code,name\n25294,Xã Lộc Thành\n";

pub(crate) fn ways() -> Vec<Way> {
    let mut ways = command_lines();
    ways.extend(values());
    ways.extend(files());
    ways.extend(ends());
    ways.extend(comparisons());
    ways.extend(copies());
    ways.extend(faults());
    ways.extend(requests());
    ways.extend(examples());
    ways
}

fn command_lines() -> Vec<Way> {
    vec![
        run("cli/unknown-option", "xa.xlsx --xyzzy"),
        run("cli/misspelt-option", "xa.xlsx --ruels bo-rieng.yaml"),
        run("cli/missing-value", "xa.xlsx --round"),
        run("cli/value-too-many", "xa.xlsx --quiet=yes"),
        run("cli/value-not-allowed", "xa.xlsx --format pdf"),
        run(
            "cli/option-twice",
            "xa.xlsx --round so-ket-2023 --round tong-ket-2025",
        ),
        run(
            "cli/options-together",
            "rules test bo-rieng.yaml --rules binh-phuoc-2021-2025",
        ),
        run("cli/missing-argument", "check"),
        run(
            "cli/unexpected-argument",
            "rules lint bo-rieng.yaml bo-khac.yaml",
        ),
        run("cli/nothing-asked", ""),
        run("cli/missing-command", "rules"),
        run("cli/unknown-command", "rules xyzzy"),
        run("cli/misspelt-command", "rules lst"),
        run("cli/neither-command-nor-file", "chekc"),
        not_unicode(),
        not(
            "cli/wrong-usage",
            "câu dự phòng cho lỗi dòng lệnh chưa có câu riêng; với cú pháp hiện nay không dòng lệnh nào dẫn đến",
            "a reserve for mistakes that have no sentence of their own; no command line leads there today",
        ),
    ]
}

#[cfg(unix)]
fn not_unicode() -> Way {
    use std::os::unix::ffi::OsStringExt;
    run("cli/not-unicode", "xa.xlsx --round")
        .argument(std::ffi::OsString::from_vec(b"t\xf4ng".to_vec()))
        .shows(Shows::Nothing)
}

fn values() -> Vec<Way> {
    vec![
        run("cli/not-a-date", "xa.xlsx --as-of 31/2/2025"),
        run("cli/not-a-setting", "xa.xlsx --set max_leaders"),
        run(
            "cli/set-twice",
            "xa.xlsx --set review=2023 --set review=2024",
        ),
        run("cli/not-a-table-choice", "xa.xlsx --table communes"),
        run(
            "cli/table-twice",
            "xa.xlsx --table xa.xlsx=communes --table xa.xlsx=districts",
        ),
        run("cli/not-a-header-row", "xa.xlsx --header-row xa.xlsx"),
        run(
            "cli/header-row-twice",
            "xa.xlsx --header-row 4 --header-row 5",
        ),
        run("cli/unknown-ending", "xa.xlsx -o ket-qua.docx"),
        run(
            "cli/output-twice",
            "xa.xlsx -o ket-qua.html -o ./ket-qua.html",
        ),
        run("cli/not-xlsx", "template -o mau-nhap.xls"),
        run("cli/unknown-language", "rules list")
            .around(Around::Language("fr"))
            .shows(Shows::Nothing),
    ]
}

fn files() -> Vec<Way> {
    vec![
        run("cli/no-such-file", "check @xa-2025.xlsx"),
        not(
            "cli/no-permission",
            "cần một tệp mà người chạy kiểm thử không được đọc; quản trị viên thì đọc được mọi tệp",
            "it takes a file that whoever runs the tests may not read, and an administrator may read all",
        ),
        run("cli/unreadable", "check @communes.csv/xa.xlsx").file("communes.csv", COMMUNES),
        run("cli/own-report", "check @ket-qua.csv").file(
            "ket-qua.csv",
            "\u{feff}table,code,name,verdict,V.2.3.a\r\ncommunes,25294,Xã Lộc Thành,eligible,met\r\n",
        ),
        run("cli/own-report-aside", "check @ho-so --format json")
            .file(
                "ho-so/ket-qua.csv",
                "\u{feff}table,code,name,verdict,V.2.3.a\r\ncommunes,25294,Xã Lộc Thành,eligible,met\r\n",
            )
            .file("ho-so/communes.csv", COMMUNES),
        run("cli/not-a-file", "check /dev/null"),
        run("cli/nothing-in-folder", "check @ho-so").file("ho-so/cong-van.docx", ""),
        run("cli/left-aside", "check @ho-so")
            .file("ho-so/~$xa.xlsx", "")
            .file("ho-so/communes.csv", COMMUNES),
    ]
}

fn ends() -> Vec<Way> {
    vec![
        run("cli/not-written", "rules list").around(Around::FullDisk),
        run("cli/file-exists", "rules new @bo-rieng.yaml").file("bo-rieng.yaml", ""),
        run("cli/file-not-written", "rules new @chua-co/bo-rieng.yaml"),
        run(
            "cli/list-among-data",
            "check @ho-so --columns code,verdict -o @ho-so/danh-sach.csv",
        )
        .file("ho-so/communes.csv", COMMUNES),
        run(
            "cli/output-is-input",
            "diff @hom-qua.json @hom-nay.json -o @hom-nay.json",
        )
        .file("hom-qua.json", report("bo-cu"))
        .file("hom-nay.json", report("bo-cu")),
    ]
}

fn comparisons() -> Vec<Way> {
    let compared = |code, other: &str| {
        run(code, "diff @hom-qua.json @hom-nay.json")
            .file("hom-qua.json", report("bo-cu"))
            .file("hom-nay.json", other)
            .shows(Shows::Both)
    };
    vec![
        compared("cli/not-json", "mã,tên\n"),
        compared("cli/report-broken", "{ \"format\": \"thidua/report/1\","),
        compared("cli/not-a-report", "{ \"subjects\": [] }\n"),
        compared("cli/other-report", "{ \"format\": \"thidua/report/2\" }\n"),
        compared(
            "cli/report-incomplete",
            "{ \"format\": \"thidua/report/1\", \"lang\": \"vi\" }\n",
        ),
        compared(
            "cli/report-of-nothing",
            "{ \"format\": \"thidua/report/1\", \"diagnostics\": [], \"exit_code\": 4, \"complete\": true }\n",
        ),
        compared("cli/other-rule-set", &report("bo-moi")),
    ]
}

/// A report without a subject.
fn report(rules: &str) -> String {
    let lists = [
        "inputs",
        "absent",
        "not_checked",
        "diagnostics",
        "subjects",
        "nominations",
        "quotas",
        "targets",
        "deadlines",
        "checks",
        "waivers",
    ];
    let lists = lists.map(|list| format!("\"{list}\": []"));
    format!(
        "{{ \"format\": \"thidua/report/1\",\n  \"ruleset\": {{ \"id\": \"{rules}\", \"version\": \"1\", \"sha256\": \"\", \"extends\": null }},\n  \"round\": \"r\", \"as_of\": \"2025-11-01\", \"overrides\": {{}},\n  {},\n  \"complete\": true }}\n",
        lists.join(", ")
    )
}

fn copies() -> Vec<Way> {
    vec![
        run(
            "cli/mark-folder-is-read",
            "check @ho-so --mark @ho-so/tra-lai",
        )
        .file("ho-so/communes.csv", COMMUNES),
        run(
            "cli/copies-of-one-name",
            "check @a/xa @b/xa --mark @tra-lai",
        )
        .file("a/xa/communes.csv", COMMUNES)
        .file("b/xa/communes.csv", COMMUNES),
        not(
            "cli/copy-of-changed",
            "cần một tệp bị sửa đúng vào lúc đã xét xong mà chưa ghi bản sao",
            "it takes a file that is changed after it was judged and before its copy is made",
        ),
        not(
            "cli/copy-not-made",
            "cần một tệp CSV có hơn một triệu dòng, nhiều hơn một trang tính chứa được",
            "it takes a CSV file of more than a million rows, which is more than a sheet holds",
        ),
        marked("cli/copy-of-values", "xl/styles.xml", "<styleSheet/>"),
        marked("cli/copy-signed", "_xmlsignatures/sig1.xml", "<Signature/>"),
    ]
}

fn faults() -> Vec<Way> {
    vec![
        run("cli/program-fault", "rules list")
            .around(Around::Fault)
            .shows(Shows::NoExample),
    ]
}

/// A marked copy of a workbook with one more part, or with another in place of one.
fn marked(code: &'static str, part: &str, text: &str) -> Way {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet().set_name("communes").expect("a name");
    for (column, (head, cell)) in (0..).zip([("code", "25294"), ("poor_2025", "12a")]) {
        page.write_string(0, column, head).expect("written");
        page.write_string(1, column, cell).expect("written");
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let mut parts = entries(&bytes, u64::MAX).expect("a zip");
    parts.retain(|entry| entry.name != part);
    parts.push(Entry::packed(part, text));
    run(code, "check @xa.xlsx --mark @tra-lai").file("xa.xlsx", zipped(&parts))
}

fn requests() -> Vec<Way> {
    let asked = |code, more: &str| {
        run(code, &format!("check @communes.csv {more}")).file("communes.csv", COMMUNES)
    };
    let explained = |code, command: &str| run(code, command).file("communes.csv", COMMUNES);
    vec![
        run("cli/no-such-rules", "rules lint @bo-rieng.yaml"),
        asked("cli/unknown-selector", "--only commune"),
        asked(
            "cli/unknown-column",
            "--format csv --columns code,verdict,V.2.3.z",
        ),
        asked("cli/columns-of-no-list", "--columns code,verdict"),
        asked("cli/unknown-table", "--table communes.csv=commune"),
        run(
            "cli/unknown-unit",
            "template -o @mau-nhap.xlsx --district 6955",
        ),
        run(
            "cli/nothing-to-fill",
            "template -o @mau-nhap.xlsx --table province --district 692",
        ),
        run("cli/waivers-not-used", "check @ho-so --format json")
            .file("ho-so/communes.csv", COMMUNES)
            .file("ho-so/mien-xet.yaml", "waivers: []\n")
            .file("ho-so/waivers.yaml", "waivers: []\n"),
        asked("cli/no-waivers", "--waivers @mien-xet.csv").file("mien-xet.csv", "một,hai\n1,2\n"),
        run("cli/nothing-judged", "check @ghi-chu.csv --format json")
            .file("ghi-chu.csv", "một,hai\n1,2\n"),
        run(
            "cli/nothing-to-write",
            "check @ghi-chu.csv -o @ket-qua.html",
        )
        .file("ghi-chu.csv", "một,hai\n1,2\n"),
        explained("cli/unknown-rule", "explain V.2.3.z"),
        run("cli/several-subjects", "explain Đông @hamlets.csv").file(
            "hamlets.csv",
            "code,name,commune\nT1,Đông,25294\nT2,Đông,25297\n",
        ),
        explained(
            "cli/unknown-subject",
            "explain communes/25297 @communes.csv",
        ),
        explained("cli/subject-without-data", "explain communes/25294"),
    ]
}

fn examples() -> Vec<Way> {
    let tested = |code, require: &str, example: &str| {
        let rule = format!("require: \"{require}\", examples: [{{ {example} }}] }}");
        instead(code, "require: initiative }", &rule).with(|request| {
            request.arguments = ["rules", "test", &format!("@{FILE}")]
                .map(Into::into)
                .into()
        })
    };
    vec![
        tested(
            "cli/verdict-unseen",
            "initiative",
            "initiative: yes, gives: met",
        ),
        tested(
            "cli/threshold-unseen",
            "models >= 5",
            "models: 6, gives: met",
        ),
        tested(
            "cli/examples-one-row",
            "count(districts) > 1",
            "models: 1, gives: insufficient",
        ),
        tested("cli/example-failed", "models > 5", "models: 5, gives: met"),
    ]
}
