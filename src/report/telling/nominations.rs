//! One nomination, told: whom, by whom, the verdict, what stands in its way.
//!
//! In: a nomination with its subject. Out: its cells in words, and rules. Must not know: the order of the list.

use super::{Teller, ToldRule};
use crate::fact::data::Fact;
use crate::fact::schema::{ColumnId, Slot};
use crate::report::light::{Light, subject_key};
use crate::report::{Entry, cell_words};
use crate::text::printable;
use crate::verdict::SubjectVerdict;

/// A nomination in words.
pub(in crate::report) struct ToldNomination {
    pub(in crate::report) light: Light,
    pub(in crate::report) verdict: SubjectVerdict,
    /// The verdict in words.
    pub(in crate::report) outcome: String,
    /// Its number in the list, as written there.
    pub(in crate::report) number: Option<String>,
    pub(in crate::report) name: Option<String>,
    pub(in crate::report) code: String,
    pub(in crate::report) class: Option<String>,
    pub(in crate::report) submitted_by: Option<String>,
    /// That it goes first, or that this is not known.
    pub(in crate::report) first: Option<String>,
    /// `Xã Lộc Thành (communes/25294), STT 4, tập thể, ưu tiên, Huyện Lộc Ninh trình`
    pub(in crate::report) line: String,
    /// What is said of it as a whole: nobody by that code, a wrong name.
    pub(in crate::report) remark: Option<String>,
    /// What stands in its way, or was waived.
    pub(in crate::report) rules: Vec<ToldRule>,
    /// The data checks that it or its subject fails.
    pub(in crate::report) faults: Vec<String>,
    /// Where it stands in the list.
    pub(in crate::report) place: Option<String>,
}

impl ToldNomination {
    /// Whether there is anything to say about the verdict.
    pub(in crate::report) fn has_reasons(&self) -> bool {
        self.remark.is_some() || !self.rules.is_empty() || !self.faults.is_empty()
    }
}

impl Teller<'_> {
    /// The heading of the list, with its counts.
    pub(in crate::report) fn nominations_head(&self) -> Option<String> {
        let list = self.report.verdicts.nominations.as_ref()?;
        let of = |verdict| list.entries.iter().filter(|e| e.verdict == verdict).count();
        let [eligible, ineligible, undetermined] =
            SubjectVerdict::ALL.map(|verdict| self.count(of(verdict)));
        let arguments = [
            ("count", self.count(list.entries.len())),
            ("eligible", eligible),
            ("ineligible", ineligible),
            ("undetermined", undetermined),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, text)| (*name, text.as_str()));
        Some(self.label("nominations-head", &arguments))
    }

    pub(in crate::report) fn nomination(&self, entry: &Entry<'_>) -> ToldNomination {
        let (nomination, list) = (entry.nomination, self.report.rules.nominations.as_ref());
        let cell = |column: Option<ColumnId>| self.list_cell(entry, column);
        let (remark, rules, mut faults) = match entry.subject.as_ref() {
            None => {
                let remark = self.locale.label("nomination-without-subject");
                (Some(remark), Vec::new(), Vec::new())
            }
            Some(_) if nomination.misnamed => {
                let remark = self.locale.label("nomination-misnamed");
                (Some(remark), Vec::new(), Vec::new())
            }
            Some(subject) if nomination.verdict != SubjectVerdict::Eligible => {
                let faults = self.faults_of(subject.facts, subject.row);
                (None, self.in_the_way(subject), faults)
            }
            Some(subject) => (None, self.waived(subject), Vec::new()),
        };
        faults.extend(self.faults_of(entry.list, nomination.row));
        let places = entry.list.row_places(nomination.row);
        ToldNomination {
            light: Light::of_subject(nomination.verdict),
            verdict: nomination.verdict,
            outcome: self.locale.label(subject_key(nomination.verdict)),
            number: cell(list.and_then(|list| list.number)),
            name: self.nominee(entry),
            code: printable(&entry.list.code(nomination.row)),
            class: cell(list.and_then(|list| list.class)),
            submitted_by: cell(list.and_then(|list| list.submitted_by))
                .filter(|_| !self.report.selection.redacted),
            first: self.goes_first(entry),
            line: self.nomination_line(entry),
            remark,
            rules,
            faults,
            place: places.first().map(|place| printable(&place.to_string())),
        }
    }

    /// `Xã Lộc Thành (communes/25294), STT 4, tập thể, ưu tiên, Huyện Lộc Ninh trình`
    pub(in crate::report) fn nomination_line(&self, entry: &Entry<'_>) -> String {
        let Some(list) = &self.report.rules.nominations else {
            return String::new();
        };
        let code = printable(&entry.list.code(entry.nomination.row));
        let named = match self.nominee(entry) {
            Some(name) => format!("{name} ({code})"),
            None => code,
        };
        let number = self
            .list_cell(entry, list.number)
            .map(|number| self.label("nomination-number", &[("number", &number)]));
        let class = self.list_cell(entry, list.class);
        let first = self.goes_first(entry);
        let unit = self
            .list_cell(entry, list.submitted_by)
            .filter(|_| !self.report.selection.redacted)
            .map(|unit| self.label("nomination-by", &[("unit", &unit)]));
        let parts = [Some(named), number, class, first, unit];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn goes_first(&self, entry: &Entry<'_>) -> Option<String> {
        match entry.nomination.first {
            Some(true) => Some(self.locale.label("nomination-first")),
            Some(false) => None,
            None => Some(self.locale.label("nomination-first-unknown")),
        }
    }

    /// The listed nominations by class, in the order of the rule set's classes; those of no known class stand last.
    pub(in crate::report) fn nominations_by_class(
        &self,
    ) -> Vec<(Option<String>, Vec<ToldNomination>)> {
        let class = self.report.rules.nominations.as_ref();
        let class = class.and_then(|list| list.class);
        let mut entries = self.report.nominations();
        let rank = |entry: &Entry<'_>| {
            let slot = Slot {
                column: class?,
                year: None,
            };
            match entry.list.get(entry.nomination.row, slot) {
                Fact::Term(rank) => Some(rank),
                Fact::Missing(_)
                | Fact::Text(_)
                | Fact::Number(_)
                | Fact::YesNo(_)
                | Fact::Date(_)
                | Fact::Year(_) => None,
            }
        };
        entries.sort_by_key(|entry| (rank(entry).is_none(), rank(entry)));
        let mut classes: Vec<(Option<String>, Vec<ToldNomination>)> = Vec::new();
        for entry in &entries {
            let told = self.nomination(entry);
            match classes.iter_mut().find(|(class, _)| *class == told.class) {
                Some((_, nominations)) => nominations.push(told),
                None => classes.push((told.class.clone(), vec![told])),
            }
        }
        classes
    }

    /// The name in the list, else the subject's.
    fn nominee(&self, entry: &Entry<'_>) -> Option<String> {
        if self.report.selection.redacted {
            return None;
        }
        let column = self.report.rules.nominations.as_ref()?.name;
        let of_subject = || self.report.subject_name(entry.subject.as_ref()?);
        let name = self.list_cell(entry, column).or_else(of_subject)?;
        Some(printable(&name))
    }

    /// What a cell of the list says, in words that people know.
    fn list_cell(&self, entry: &Entry<'_>, column: Option<ColumnId>) -> Option<String> {
        let row = entry.nomination.row;
        let words = cell_words(self.report.rules, entry.list, row, column?, self.locale)?;
        Some(printable(&words))
    }
}
