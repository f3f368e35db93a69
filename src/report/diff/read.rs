//! Reads a JSON report piece by piece, so that a large one is never held as it is written.
//!
//! In: bytes. Out: the report, or why they are none that can be compared. Must not know: files, languages.

use super::past::{PastReport, PastSubject};
use super::symbols::Symbols;
use super::written;
use serde::Deserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::error::Category;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, BufReader, Read};

/// How reports of this format say so.
const FORMAT: &str = "thidua/report/1";
/// How reports of any format begin to say so.
const ANY_FORMAT: &str = "thidua/report/";

/// How deep a document may be nested: conditions go 64 deep, each level being two of a document.
const MOST_NESTED: usize = 400;

/// What a report of a run that checked anything has at least.
const PARTS: [&str; 15] = [
    "ruleset",
    "round",
    "as_of",
    "overrides",
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

/// Why a document cannot be compared.
#[derive(Debug)]
pub enum Unusable {
    /// It cannot be read.
    Unread(io::Error),
    /// It is not JSON; the line and column where that shows.
    NotJson(u64, u64),
    /// It is JSON that ends in the middle.
    Broken,
    /// It is JSON, but no report; the line where that shows.
    NotAReport(u64),
    /// It is a report of another format.
    OtherFormat(String),
    /// It is a report that was not written to its end.
    Incomplete,
    /// It is the report of a run that checked nothing.
    NothingChecked,
}

/// Reads a report.
///
/// # Errors
/// If it is not one, or not one that can be compared.
pub fn read(source: &mut dyn Read, symbols: &mut Symbols) -> Result<PastReport, Unusable> {
    let mut seen = Seen::default();
    let mut report = PastReport::default();
    let is_too_deep = Cell::new(false);
    let shallow = Shallow {
        source,
        depth: 0,
        at: At::Value,
        is_too_deep: &is_too_deep,
    };
    let mut deserializer = serde_json::Deserializer::from_reader(BufReader::new(shallow));
    // The arithmetic of a nested condition is deeper than what is allowed by default; `Shallow` holds the limit.
    deserializer.disable_recursion_limit();
    let document = Document {
        report: &mut report,
        seen: &mut seen,
        symbols,
    };
    let read = document
        .deserialize(&mut deserializer)
        .and_then(|()| deserializer.end());
    if let Some(other) = seen.format.take_if(|format| format != FORMAT) {
        return Err(if other.starts_with(ANY_FORMAT) {
            Unusable::OtherFormat(other)
        } else {
            Unusable::NotAReport(1)
        });
    }
    if is_too_deep.get() {
        return Err(Unusable::NotAReport(1));
    }
    read.map_err(unusable)?;
    let has = |part: &&str| seen.parts.contains(*part);
    match (&seen.format, seen.complete) {
        (None, _) => Err(Unusable::NotAReport(1)),
        (Some(_), false) => Err(Unusable::Incomplete),
        (Some(_), true) if !has(&"ruleset") => Err(Unusable::NothingChecked),
        (Some(_), true) if !PARTS.iter().all(has) => Err(Unusable::NotAReport(1)),
        (Some(_), true) => Ok(report),
    }
}

fn unusable(error: serde_json::Error) -> Unusable {
    let (line, column) = (error.line() as u64, error.column() as u64);
    match error.classify() {
        Category::Io => Unusable::Unread(error.into()),
        Category::Syntax => Unusable::NotJson(line, column),
        Category::Eof => Unusable::Broken,
        Category::Data => Unusable::NotAReport(line),
    }
}

/// What tells a report from other documents.
#[derive(Default)]
struct Seen {
    format: Option<String>,
    complete: bool,
    /// The keys of the document; a run that checked nothing has no rule set.
    parts: BTreeSet<String>,
}

/// The document, read into a report.
struct Document<'a> {
    report: &'a mut PastReport,
    seen: &'a mut Seen,
    symbols: &'a mut Symbols,
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(FORMAT)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if !self.seen.parts.insert(key.clone()) {
                return Err(A::Error::custom(key));
            }
            match key.as_str() {
                "format" => {
                    let format = map.next_value::<String>()?;
                    let is_ours = format == FORMAT;
                    self.seen.format = Some(format);
                    if !is_ours {
                        return Err(A::Error::custom(FORMAT));
                    }
                }
                "complete" => self.seen.complete = map.next_value()?,
                "subjects" => map.next_value_seed(Subjects {
                    report: self.report,
                    symbols: self.symbols,
                })?,
                _ => self.part(&key, &mut map)?,
            }
        }
        Ok(())
    }
}

impl Document<'_> {
    fn part<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        let report = &mut *self.report;
        match key {
            "tool" => report.head.tool = map.next_value::<written::Tool>()?.version,
            "lang" => report.head.language = map.next_value()?,
            "ruleset" => rule_set(report, map.next_value()?),
            "round" => report.head.round = map.next_value()?,
            "as_of" => report.head.as_of = map.next_value()?,
            "overrides" => {
                let set: written::Overrides = map.next_value()?;
                let set = set.iter().map(|(name, value)| format!("{name} = {value}"));
                report.head.overrides = set.collect();
            }
            "only" => report.head.only = map.next_value()?,
            "redacted" => report.head.redacted = map.next_value()?,
            "summary" => report.summary = map.next_value()?,
            "inputs" => report.inputs = list(map)?,
            "absent" => report.absent = list(map)?,
            "not_checked" => report.not_checked = list(map)?,
            "diagnostics" => report.findings = list(map)?,
            "nominations" => report.nominations = list(map)?,
            "quotas" => report.quotas = list(map)?,
            "targets" => report.targets = list(map)?,
            "deadlines" => report.deadlines = list(map)?,
            "checks" => report.checks = list(map)?,
            "waivers" => report.waivers = list(map)?,
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

fn list<'de, T: DeserializeOwned, A: MapAccess<'de>>(map: &mut A) -> Result<Vec<T>, A::Error> {
    map.next_value()
}

fn rule_set(report: &mut PastReport, found: written::RuleSet) {
    let head = &mut report.head;
    head.rule_set = found.id;
    head.version = found.version;
    head.content = found.sha256;
    let base = found.extends;
    head.base = base
        .map(|base| format!("{} {} {}", base.id, base.version, base.sha256))
        .unwrap_or_default();
    let rosters = found.rosters.into_iter();
    head.rosters = rosters
        .map(|roster| format!("{} {}", roster.file, roster.sha256))
        .collect();
}

/// The list of subjects, one at a time.
struct Subjects<'a> {
    report: &'a mut PastReport,
    symbols: &'a mut Symbols,
}

impl<'de> DeserializeSeed<'de> for Subjects<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Subjects<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(FORMAT)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(subject) = list.next_element::<written::Subject>()? {
            let subject = PastSubject::of(&subject, self.symbols);
            self.report.subjects.push(subject);
        }
        Ok(())
    }
}

/// A document that ends in an error where it is nested too deep to be a report.
struct Shallow<'a> {
    source: &'a mut dyn Read,
    depth: usize,
    at: At,
    is_too_deep: &'a Cell<bool>,
}

/// Where a byte of a document stands.
#[derive(Clone, Copy)]
enum At {
    Value,
    Text,
    Escape,
}

impl Read for Shallow<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(out)?;
        for byte in out.iter().take(count) {
            self.at = match (self.at, byte) {
                (At::Value, b'"') => At::Text,
                (At::Value, b'[' | b'{') => {
                    self.depth += 1;
                    At::Value
                }
                (At::Value, b']' | b'}') => {
                    self.depth = self.depth.saturating_sub(1);
                    At::Value
                }
                (At::Value, _) | (At::Text, b'"') => At::Value,
                (At::Text, b'\\') => At::Escape,
                (At::Text, _) | (At::Escape, _) => At::Text,
            };
            if self.depth > MOST_NESTED {
                self.is_too_deep.set(true);
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        Ok(count)
    }
}
