use super::*;
use std::io;

struct Ran {
    code: ExitCode,
    out: String,
    err: String,
}

fn ran(arguments: &[&str], language: Option<&str>) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut world = World {
        stdout: &mut out,
        stderr: &mut err,
        environment: &|name| {
            language
                .filter(|_| name == "THIDUA_LANG")
                .map(str::to_owned)
        },
        today: NaiveDate::from_ymd_opt(2025, 11, 1).unwrap(),
        terminal: None,
        stderr_is_terminal: false,
    };
    let code = run(arguments.iter().map(OsString::from), &mut world);
    Ran {
        code,
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
    }
}

/// Words of clap's own that must not show through.
const FOREIGN: [&str; 7] = [
    "Usage:",
    "Options:",
    "Commands:",
    "Arguments:",
    "possible values",
    "default:",
    "tip:",
];

#[test]
fn help_is_all_in_the_readers_language() {
    for page in arguments::Page::ALL {
        let mut asked = page.words().to_vec();
        asked.push("--help");
        let vi = ran(&asked, None);
        assert_eq!((vi.code, vi.err.as_str()), (ExitCode::Clean, ""));
        assert!(
            vi.out.contains("Cách dùng:\n  thidua") && vi.out.contains("Hiển thị:"),
            "{}",
            vi.out
        );
        assert!(
            FOREIGN.iter().all(|word| !vi.out.contains(word)),
            "{}",
            vi.out
        );
        assert!(!vi.out.contains("help-"), "{}", vi.out);
        let en = ran(&asked, Some("en"));
        assert!(
            en.out.contains("Usage:\n  thidua") && en.out.contains("What to show:"),
            "{}",
            en.out
        );
        assert!(!en.out.contains("help-"), "{}", en.out);
        assert!(
            en.out
                .replace("Bình Phước", "")
                .chars()
                .all(|c| c.is_ascii() || "–…“”".contains(c)),
            "{}",
            en.out
        );
        for line in vi.out.lines().chain(en.out.lines()) {
            assert!(
                line.chars().count() <= 100 && line.trim_end() == line,
                "{line}"
            );
        }
    }
}

#[test]
fn help_lists_every_exit_code_with_its_meaning() {
    for asked in [&["--help"][..], &["check", "--help"]] {
        let out = ran(asked, Some("en")).out;
        for code in ExitCode::ALL {
            let meaning =
                crate::locale::Locale::new(crate::text::Language::English).label(code.meaning());
            assert!(
                out.contains(&format!("\n  {:>2}  {meaning}\n", code.number())),
                "{out}"
            );
        }
    }
}

#[test]
fn a_wrong_command_line_ends_with_64_and_says_what_would_be_right() {
    let vi = ran(&["a.csv", "--ruond", "x"], None);
    assert_eq!((vi.code, vi.out.as_str()), (ExitCode::Usage, ""));
    let expected = "\
lỗi[cli/misspelt-option]: Không có tùy chọn “--ruond”.
  = cách sửa: Có phải bạn muốn viết “--round”?

Cách dùng:
  thidua check [TÙY CHỌN] DỮ_LIỆU…
  thidua DỮ_LIỆU…

Gõ “thidua check --help” để xem đầy đủ.
";
    assert_eq!(vi.err, expected);
    let en = ran(&["rules", "--lang=en"], None);
    let expected = "\
error[cli/missing-command]: It is not said what to do.
  = help: Name one of the commands: list, lint, test, sql, new, schema.

Usage:
  thidua rules COMMAND

Type “thidua rules --help” for all there is.
";
    assert_eq!((en.code, en.err.as_str()), (ExitCode::Usage, expected));
}

#[test]
fn an_environment_that_names_no_language_is_warned_about_and_obeyed_otherwise() {
    let ran = ran(&["--version"], Some("fr"));
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (
            ExitCode::Clean,
            concat!("thidua ", env!("CARGO_PKG_VERSION"), "\n")
        )
    );
    assert!(
        ran.err.starts_with("cảnh báo[cli/unknown-language]: "),
        "{}",
        ran.err
    );
}

#[test]
fn colours_are_those_of_the_output_that_is_written() {
    for (color, expected) in [("always", true), ("never", false), ("auto", false)] {
        let help = ran(&["--help", "--color", color], None);
        assert_eq!(help.out.contains('\u{1b}'), expected, "{color}");
        let refused = ran(&["--xyzzy", "--color", color], None);
        assert_eq!(refused.err.contains('\u{1b}'), expected, "{color}");
    }
}

#[test]
fn what_a_folder_holds_besides_data_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.csv"), "x").unwrap();
    std::fs::write(folder.path().join("cv.docx"), "x").unwrap();
    let path = folder.path().to_string_lossy().replace('\\', "/");
    let vi = ran(&[&path, "missing.csv"], None).err;
    assert!(
        vi.contains(&format!(
            "ghi chú[cli/left-aside]: {path}/cv.docx: Không đọc: văn bản, không phải bảng số liệu."
        )),
        "{vi}"
    );
    assert!(
        vi.contains("lỗi[cli/no-such-file]: missing.csv: Không có tệp hay thư mục này."),
        "{vi}"
    );
    let en = ran(&[&path, "--lang", "en"], None).err;
    assert!(
        en.contains("cv.docx: Not read: a document, not a table."),
        "{en}"
    );
}

struct Full;
impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_result_that_cannot_be_written_ends_with_5() {
    let mut err = Vec::new();
    let mut world = World {
        stdout: &mut Full,
        stderr: &mut err,
        environment: &|_| None,
        today: NaiveDate::default(),
        terminal: None,
        stderr_is_terminal: false,
    };
    assert_eq!(
        run([OsString::from("--help")].into_iter(), &mut world),
        ExitCode::Unwritten
    );
    assert!(
        String::from_utf8(err).unwrap().starts_with(
            "lỗi[cli/not-written]: Không ghi được kết quả ra đầu ra chuẩn: đĩa đã đầy."
        )
    );
}
