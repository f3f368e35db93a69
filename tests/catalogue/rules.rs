//! A small rule set for examples, with one thing in it written otherwise.

use crate::way::{Shows, Way, run};

/// The file's name.
pub(crate) const FILE: &str = "tieu-chuan.yaml";

/// The rule set, piece by piece.
const PIECES: [(&str, &str); 10] = [
    ("format", "format: 1\n"),
    ("id", "id: vi-du\n"),
    ("version", "version: \"1\"\n"),
    ("title", "title: Ví dụ\n"),
    ("units", "units: { household: hộ, person: người }\n"),
    (
        "rounds",
        "rounds:\n  tong-ket: { title: Tổng kết, years: { start: 2021, review: 2025 } }\n",
    ),
    (
        "scales",
        "scales:\n  rating: { HT: [Hoàn thành], HTT: [Hoàn thành tốt] }\n",
    ),
    (
        "choices",
        "choices:\n  subject: { communes: [Xã], districts: [Huyện] }\n",
    ),
    (
        "tables",
        "\
tables:
  districts:
    key: code
    columns:
      code: { type: code }
      name: { type: text }
      province: { type: code }
  communes:
    key: code
    columns:
      code: { type: code }
      name: { type: text }
      district: { type: code, of: districts }
      initiative: { type: yes_no }
      signed: { type: date }
      founded: { type: year }
      models: { type: number }
      households: { type: number, unit: household, by: year }
      poor: { type: number, unit: household, by: year }
      people: { type: number, unit: person, by: year }
      rating: { type: level, of: rating, by: year }
",
    ),
    (
        "criteria",
        "criteria:\n  communes: { id: KH.1, cite: KH, says: Ví dụ, require: initiative }\n",
    ),
];

/// A rule set in which these top-level keys are written so; new ones come last.
pub(crate) fn rule_set(lines: &str) -> String {
    let mut own = Vec::new();
    for line in lines.split_inclusive('\n') {
        match line.split_once(':') {
            Some((key, _)) if !line.starts_with([' ', '\t']) => {
                own.push((key.to_owned(), line.to_owned()));
            }
            _ => {
                if let Some((_, text)) = own.last_mut() {
                    text.push_str(line);
                }
            }
        }
    }
    let mut whole = String::new();
    for (key, text) in PIECES {
        match own.iter().position(|(other, _)| other == key) {
            Some(at) => whole.push_str(&own.remove(at).1),
            None => whole.push_str(text),
        }
    }
    whole.extend(own.into_iter().map(|(_, text)| text));
    whole
}

/// Looks for mistakes in a rule file.
pub(crate) fn lint(code: &'static str, text: impl Into<Vec<u8>>) -> Way {
    run(code, &format!("rules lint @{FILE}"))
        .file(FILE, text)
        .shows(Shows::Nothing)
}

/// A rule set in which these top-level keys are written so.
pub(crate) fn written(code: &'static str, lines: &str) -> Way {
    lint(code, rule_set(lines))
}

/// A rule set with one piece of it written otherwise.
pub(crate) fn instead(code: &'static str, old: &str, new: &str) -> Way {
    let text = rule_set("");
    assert!(text.contains(old), "{old} does not stand in the rule set");
    lint(code, text.replacen(old, new, 1))
}

/// A rule set with one more table, `u`.
pub(crate) fn table(code: &'static str, table: &str) -> Way {
    instead(
        code,
        "  districts:\n",
        &format!("  u: {table}\n  districts:\n"),
    )
}

/// A rule set whose rule has that condition.
pub(crate) fn condition(code: &'static str, require: &str) -> Way {
    let require = require.replace('\n', "\n      ");
    lint(
        code,
        rule_set("")
            .replace("require: initiative }", "PLACE")
            .replace(
                "communes: { id: KH.1, cite: KH, says: Ví dụ, PLACE",
                &format!(
                    "communes:\n    id: KH.1\n    cite: KH\n    says: Ví dụ\n    require: {require}"
                ),
            ),
    )
}

impl Way {
    /// One more piece of the rule file written otherwise.
    pub(crate) fn and(self, old: &str, new: &str) -> Self {
        self.with(|request| {
            let (_, bytes) = &mut request.files[0];
            let text = String::from_utf8(bytes.clone()).expect("text");
            assert!(text.contains(old), "{old} does not stand in the rule set");
            *bytes = text.replacen(old, new, 1).into_bytes();
        })
    }
}
