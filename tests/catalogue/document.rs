//! The reference pages: every code with what it means, what to do, and an example as the program says it.

use crate::rules::FILE;
use crate::said::Said;
use crate::way::{Reach, Request, Shows, Way};
use thidua::cli::problem::catalogues;
use thidua::diagnostic::{Argument, CatalogueEntry, Diagnostic};
use thidua::locale::Locale;
use thidua::text::Language;

/// How many lines of a file are shown at most.
const MOST_LINES: usize = 8;
/// How wide a line of an example is at most.
const WIDEST: usize = 110;

/// The words of a page that are not the program's.
struct Words {
    file: &'static str,
    title: &'static str,
    opening: &'static str,
    stages: [&'static str; 7],
    remedy: &'static str,
    example: &'static str,
    no_example: &'static str,
}

const VIETNAMESE: Words = Words {
    file: "thong-bao.md",
    title: "Các thông báo của thidua",
    opening: "Người làm hồ sơ: tìm ở trang này câu mà chương trình nói (hoặc mã trong ngoặc vuông), rồi làm theo “Cách sửa”; ‹…› là \
        chỗ chương trình điền tên cột, giá trị, tên tệp đã gặp.\n\n\
        Người viết kịch bản: dựa vào mã, vì mã không đổi còn câu chữ có thể đổi; trong báo cáo JSON (`--format json`) mã ở \
        `diagnostics[].code`.",
    stages: [
        "Đọc tệp",
        "Tìm bảng, đọc số liệu",
        "Tệp bộ tiêu chuẩn và tệp miễn xét",
        "Biểu thức trong bộ tiêu chuẩn",
        "Viết bộ tiêu chuẩn thành SQL",
        "Miễn xét và đề nghị khi kết luận",
        "Dòng lệnh, tệp và thư mục",
    ],
    remedy: "Cách sửa",
    example: "Ví dụ",
    no_example: "Không có ví dụ",
};

const ENGLISH: Words = Words {
    file: "diagnostics.md",
    title: "What thidua says",
    opening: "For a clerk: look up on this page the sentence that the program said (or the code in square brackets), and do what \
        “Remedy” says; ‹…› stands for the column, the value or the file that the program names.\n\n\
        For the author of a script: rely on the code, which never changes, not on the sentence, which may; in the JSON report \
        (`--format json`) it is `diagnostics[].code`.",
    stages: [
        "Opening files",
        "Finding tables, reading values",
        "Rule files and files of waivers",
        "Expressions in rule files",
        "Rule sets as SQL",
        "Waivers and nominations when everything is judged",
        "Command line, files and folders",
    ],
    remedy: "Remedy",
    example: "Example",
    no_example: "No example",
};

/// The page in that language: its name and its text.
pub(crate) fn written(
    stages: &[Vec<(Way, Option<Said>)>],
    language: Language,
) -> (&'static str, String) {
    let words = match language {
        Language::Vietnamese => VIETNAMESE,
        Language::English => ENGLISH,
    };
    let page = Page {
        locale: Locale::new(language),
        language,
        words,
    };
    let mut text = format!(
        "<!-- UPDATE_EXPECTED=1 cargo test --test catalogue -->\n\n# {}\n\n{}\n\n",
        page.words.title, page.words.opening
    );
    for (title, stage) in page.words.stages.iter().zip(stages) {
        text.push_str(&format!(
            "- [{title}](#{}) ({})\n",
            anchor(title),
            stage.len()
        ));
    }
    for ((title, stage), catalogue) in page.words.stages.iter().zip(stages).zip(catalogues()) {
        text.push_str(&format!("\n## {title}\n"));
        for ((way, said), entry) in stage.iter().zip(catalogue) {
            page.entry(entry, way, said.as_ref(), &mut text);
        }
    }
    (page.words.file, text)
}

/// The link to a heading, as GitHub makes it.
fn anchor(title: &str) -> String {
    let kept = title.chars().filter(|c| c.is_alphanumeric() || *c == ' ');
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

struct Page {
    locale: Locale,
    language: Language,
    words: Words,
}

impl Page {
    fn entry(&self, entry: &CatalogueEntry, way: &Way, said: Option<&Said>, text: &mut String) {
        let finding = in_general(entry);
        let (sentence, help) = (
            self.locale.sentence(&finding),
            self.locale.help(&finding).unwrap_or_default(),
        );
        let severity = self
            .locale
            .label(&format!("severity-{}", entry.severity.word()));
        text.push_str(&format!(
            "\n### {} · {severity}\n\n{}\n\n**{}:** {}\n\n",
            entry.code,
            plain(&sentence),
            self.words.remedy,
            plain(&help)
        ));
        let shows = match &way.reach {
            Reach::Run(request) => request.shows,
            Reach::Piece(_) => Shows::Nothing,
            Reach::Not(vi, en) => {
                let why = match self.language {
                    Language::Vietnamese => vi,
                    Language::English => en,
                };
                text.push_str(&format!("*{}: {why}.*\n", self.words.no_example));
                return;
            }
        };
        if let Some(said) = said.filter(|_| shows != Shows::NoExample) {
            text.push_str(&format!("*{}:*", self.words.example));
            if let Reach::Run(request) = &way.reach {
                text.push_str(&input(request));
            }
            let said = self.example(said.in_language(self.language), help.contains('‹'));
            text.push_str(&format!("\n\n```\n{said}\n```\n"));
        }
    }

    /// What was said, without the help where it is the same for every case, and cut where it is wide.
    fn example(&self, said: &str, with_help: bool) -> String {
        // Whatever language is asked for: one warning is about a language that there is not.
        let helps = [Language::Vietnamese, Language::English]
            .map(|language| format!("= {}: ", Locale::new(language).label("show-help")));
        let is_rule = |line: &str| line.trim() == "|";
        let is_excerpt = |line: &str| {
            line.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit())
                .starts_with('|')
        };
        let mut lines: Vec<String> = said
            .lines()
            .filter(|line| {
                with_help || !helps.iter().any(|help| line.trim_start().starts_with(help))
            })
            .map(|line| match line.char_indices().nth(WIDEST) {
                Some((end, _)) if is_excerpt(line) => format!("{}…", &line[..end]),
                Some(_) | None => line.to_owned(),
            })
            .collect();
        while lines.last().is_some_and(|line| is_rule(line)) {
            lines.pop();
        }
        lines.join("\n")
    }
}

/// The finding with its arguments' names for their values.
fn in_general(entry: &CatalogueEntry) -> Diagnostic {
    let named = |name: &&'static str| (*name, Argument::from(format!("‹{name}›")));
    Diagnostic {
        code: entry.code,
        severity: entry.severity,
        arguments: entry.arguments.iter().map(named).collect(),
        places: Vec::new(),
        value: None,
    }
}

/// What the run was given, as far as it is shown.
fn input(request: &Request) -> String {
    match request.shows {
        Shows::Nothing | Shows::NoExample => String::new(),
        Shows::Command => command(request),
        Shows::Files => files(request),
        Shows::Both => format!("{},{}", command(request), files(request)),
    }
}

/// The command as one types it; that its report is JSON is the test's own business.
fn command(request: &Request) -> String {
    let words = request.arguments.iter().map(|word| word.to_string_lossy());
    let words = words.map(|word| match word.trim_start_matches('@') {
        word if word.contains(' ') => format!("\"{word}\""),
        word => word.to_owned(),
    });
    let words: Vec<String> = words.collect();
    let command = format!("thidua {}", words.join(" "));
    format!(" `{}`", command.replace(" --format json", "").trim_end())
}

fn files(request: &Request) -> String {
    let texts = request.files.iter().filter(|(name, _)| name != FILE);
    let texts = texts
        .filter_map(|(name, bytes)| Some((name.clone(), String::from_utf8(bytes.clone()).ok()?)));
    let all = request.sheet.clone().into_iter().chain(texts);
    let is_short = |text: &str| {
        !text.is_empty()
            && text.lines().count() <= MOST_LINES
            && text.chars().all(|c| !c.is_control() || c == '\n')
            && text.lines().all(|line| line.chars().count() <= WIDEST)
    };
    let shown: Vec<String> = all
        .filter(|(_, text)| is_short(text))
        .map(|(name, text)| format!("`{name}`\n\n```\n{}\n```", text.trim_end()))
        .collect();
    match shown.is_empty() {
        true => String::new(),
        false => format!(" {}", shown.join("\n\n")),
    }
}

/// Without what Markdown would take for its own.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '<' | '`') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}
