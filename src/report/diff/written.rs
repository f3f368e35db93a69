//! A JSON report as it is written: the parts that are compared, and nothing else.
//!
//! In: JSON as `docs/report.schema.json` describes it. Out: its parts, verdicts as verdicts. Must not know: what is done with them.

use crate::diagnostic::Severity;
use crate::rule::{Judge, RuleVerdict};
use crate::verdict::{DeadlineStatus, SubjectVerdict, TargetStatus, WaiverState};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub(super) struct Tool {
    pub(super) version: String,
}

#[derive(Deserialize)]
pub(super) struct RuleSet {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) sha256: String,
    pub(super) extends: Option<Base>,
    #[serde(default)]
    pub(super) rosters: Vec<Roster>,
}

#[derive(Deserialize)]
pub(super) struct Base {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) sha256: String,
}

#[derive(Deserialize)]
pub(super) struct Roster {
    pub(super) file: String,
    pub(super) sha256: String,
}

pub(super) type Overrides = BTreeMap<String, String>;

#[derive(Deserialize)]
pub(super) struct Place {
    pub(super) file: String,
    pub(super) sheet: Option<String>,
    pub(super) cell: Option<String>,
    pub(super) row: Option<u64>,
    pub(super) line: Option<u64>,
}

#[derive(Deserialize)]
pub(super) struct Subject {
    pub(super) table: String,
    pub(super) code: String,
    pub(super) name: Option<String>,
    #[serde(deserialize_with = "word")]
    pub(super) verdict: SubjectVerdict,
    pub(super) place: Option<Place>,
    pub(super) rules: Vec<Rule>,
}

#[derive(Deserialize)]
pub(super) struct Rule {
    pub(super) id: String,
    #[serde(deserialize_with = "word")]
    pub(super) verdict: RuleVerdict,
    #[serde(deserialize_with = "word")]
    pub(super) own_verdict: RuleVerdict,
    pub(super) missing: Vec<Missing>,
    pub(super) trace: Trace,
}

#[derive(Deserialize)]
pub(super) struct Missing {
    pub(super) column: Option<String>,
    pub(super) year: Option<i32>,
    /// What people call it; reports of earlier versions do not say.
    #[serde(default)]
    pub(super) title: Option<String>,
    pub(super) place: Option<Place>,
    pub(super) reason: String,
}

#[derive(Deserialize)]
pub(super) struct Trace {
    pub(super) text: String,
    pub(super) value: Value,
    pub(super) shown: String,
    /// What people call a fact; reports of earlier versions do not say.
    #[serde(default)]
    pub(super) title: Option<String>,
    /// There at all only where the trace is a fact.
    #[serde(default, deserialize_with = "there")]
    pub(super) place: Option<Option<Place>>,
    #[serde(default)]
    pub(super) parts: Vec<Trace>,
}

#[derive(Deserialize)]
pub(super) struct Nomination {
    pub(super) no: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) code: String,
    pub(super) name: Option<String>,
    pub(super) class: Option<String>,
    /// The class in words; reports of earlier versions do not say.
    #[serde(default)]
    pub(super) class_title: Option<String>,
    pub(super) submitted_by: Option<String>,
    pub(super) priority: Option<bool>,
    #[serde(deserialize_with = "word")]
    pub(super) verdict: SubjectVerdict,
    pub(super) place: Option<Place>,
}

#[derive(Deserialize, PartialEq)]
pub(super) struct Bounds {
    pub(super) low: String,
    pub(super) high: String,
}

#[derive(Deserialize)]
pub(super) struct Quota {
    pub(super) id: String,
    #[serde(deserialize_with = "word")]
    pub(super) verdict: RuleVerdict,
    pub(super) group: Option<String>,
    pub(super) measured: Bounds,
    pub(super) limit: Bounds,
    pub(super) of: Option<Bounds>,
    pub(super) eligible: Option<u64>,
}

#[derive(Deserialize)]
pub(super) struct Target {
    pub(super) id: String,
    pub(super) table: Option<String>,
    pub(super) code: Option<String>,
    #[serde(deserialize_with = "word")]
    pub(super) status: TargetStatus,
    #[serde(default, deserialize_with = "perhaps_word")]
    pub(super) judge: Option<Judge>,
    pub(super) exceeded: bool,
    pub(super) goal: Option<String>,
    pub(super) measured: Option<String>,
    pub(super) years: Vec<TargetYear>,
}

#[derive(Deserialize)]
pub(super) struct TargetYear {
    pub(super) year: i32,
    pub(super) value: Option<String>,
    pub(super) shown: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) places: Vec<Place>,
}

#[derive(Deserialize)]
pub(super) struct Deadline {
    pub(super) id: String,
    pub(super) table: String,
    pub(super) code: Option<String>,
    pub(super) year: Option<i32>,
    pub(super) due: String,
    pub(super) done: Option<String>,
    #[serde(deserialize_with = "word")]
    pub(super) status: DeadlineStatus,
    pub(super) places: Vec<Place>,
}

#[derive(Deserialize)]
pub(super) struct Check {
    pub(super) id: String,
    pub(super) table: String,
    pub(super) code: Option<String>,
    #[serde(default)]
    pub(super) year: Option<i32>,
    pub(super) places: Vec<Place>,
}

#[derive(Deserialize)]
pub(super) struct Waiver {
    pub(super) rule: String,
    pub(super) subject: String,
    #[serde(deserialize_with = "word")]
    pub(super) state: WaiverState,
    #[serde(default)]
    pub(super) decision: Option<String>,
    #[serde(default)]
    pub(super) until: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Input {
    pub(super) path: String,
    pub(super) sha256: String,
    pub(super) refused: Option<Finding>,
    pub(super) sheets: Vec<Sheet>,
}

#[derive(Deserialize)]
pub(super) struct Sheet {
    pub(super) sheet: Option<String>,
    #[serde(default)]
    pub(super) table: Option<String>,
    pub(super) refused: Option<Finding>,
}

#[derive(Deserialize)]
pub(super) struct Absent {
    pub(super) table: String,
    pub(super) code: String,
    /// None where names are left out.
    pub(super) name: Option<String>,
}

#[derive(Deserialize, PartialEq)]
pub(super) struct NotChecked {
    pub(super) section: String,
    pub(super) table: String,
}

/// What was counted over all, listed or not.
#[derive(Default, Deserialize)]
pub(super) struct Summary {
    #[serde(default)]
    pub(super) checks: BTreeMap<String, CheckCounts>,
}

/// How often a check came out how.
#[derive(Deserialize)]
pub(super) struct CheckCounts {
    /// None of a built-in check.
    #[serde(default)]
    met: Option<u64>,
    not_met: u64,
}

impl CheckCounts {
    /// How often it was made; none if that was not counted.
    pub(super) fn made(&self) -> Option<u64> {
        Some(self.met?.saturating_add(self.not_met))
    }
}

/// A finding, or how many more there are of a code.
#[derive(Deserialize)]
pub(super) struct Finding {
    pub(super) code: String,
    #[serde(default, deserialize_with = "perhaps_word")]
    pub(super) severity: Option<Severity>,
    pub(super) more: Option<u64>,
}

/// A closed set whose members are words in reports.
trait Worded: Copy + 'static {
    const ALL: &'static [Self];
    fn word(self) -> &'static str;
}

impl Worded for SubjectVerdict {
    const ALL: &'static [Self] = &SubjectVerdict::ALL;
    fn word(self) -> &'static str {
        SubjectVerdict::word(self)
    }
}

impl Worded for RuleVerdict {
    const ALL: &'static [Self] = &RuleVerdict::ALL;
    fn word(self) -> &'static str {
        RuleVerdict::word(self)
    }
}

impl Worded for TargetStatus {
    const ALL: &'static [Self] = &TargetStatus::ALL;
    fn word(self) -> &'static str {
        TargetStatus::word(self)
    }
}

impl Worded for DeadlineStatus {
    const ALL: &'static [Self] = &DeadlineStatus::ALL;
    fn word(self) -> &'static str {
        DeadlineStatus::word(self)
    }
}

impl Worded for WaiverState {
    const ALL: &'static [Self] = &[
        WaiverState::Applied,
        WaiverState::NotNeeded,
        WaiverState::Expired,
        WaiverState::NotYet,
        WaiverState::NoSubject,
        WaiverState::NotInData,
    ];
    fn word(self) -> &'static str {
        WaiverState::word(self)
    }
}

impl Worded for Judge {
    const ALL: &'static [Self] = &[Judge::Each, Judge::Latest, Judge::Mean, Judge::Total];
    fn word(self) -> &'static str {
        Judge::word(self)
    }
}

impl Worded for Severity {
    const ALL: &'static [Self] = &[Severity::Error, Severity::Warning, Severity::Note];
    fn word(self) -> &'static str {
        Severity::word(self)
    }
}

fn word<'de, D: Deserializer<'de>, T: Worded>(deserializer: D) -> Result<T, D::Error> {
    let found = Cow::<str>::deserialize(deserializer)?;
    let known = T::ALL.iter().find(|known| known.word() == found);
    known
        .copied()
        .ok_or_else(|| D::Error::unknown_variant(&found, &[]))
}

fn perhaps_word<'de, D: Deserializer<'de>, T: Worded>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    word(deserializer).map(Some)
}

fn there<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<Place>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
