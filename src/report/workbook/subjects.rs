//! One sheet a table of subjects: a row a subject, a column a criterion, the reason in a note and, in short, in the last column.
//!
//! In: verdicts on subjects. Out: sheets to filter and print. Must not know: nominations.

use super::page::{Drawn, Page};
use super::{Book, Column, List, MOST_ROWS, parts, written};
use crate::report::Subject;
use crate::report::arithmetic::table_title;
use crate::report::light::{Light, rule_key, subject_key};
use crate::report::telling::ToldRule;
use crate::rule::{Clause, RuleVerdict};
use crate::verdict::{SubjectVerdict, TableVerdicts};

/// Notes of a sheet. Each is a drawing of its own: with so many LibreOffice opens the sheet in seconds, with five times as many in a
/// minute and over a gigabyte.
const MOST_NOTES: usize = 5_000;

/// What a table's sheets have in common.
struct Layout<'a> {
    table: &'a TableVerdicts,
    /// The listed rules: their place among the table's, and their clause.
    rules: Vec<(usize, &'a Clause)>,
    has_names: bool,
    has_units_above: bool,
    /// Whether reasons are so many that they stand in the last column alone.
    is_crowded: bool,
}

impl<'a> Book<'a> {
    /// Every table that was judged.
    pub(super) fn subjects(&mut self) -> Drawn {
        for table in self.report().tables() {
            let subjects: Vec<Subject<'a>> = self.report().subjects(table).collect();
            if subjects.is_empty() {
                continue;
            }
            let layout = self.layout(table, &subjects);
            let clauses: Vec<String> = layout
                .rules
                .iter()
                .map(|(_, clause)| clause.cite.clone())
                .collect();
            let list = self.list_of(&layout, &clauses, subjects.len());
            let most = MOST_ROWS - usize::try_from(list.heading_row()).unwrap_or(0) - 1;
            for part in parts(&subjects, most) {
                let mut page = self.page(&list.name)?;
                page.heading(&list, &self.styles)?;
                for subject in part {
                    self.subject(&layout, subject, &mut page)?;
                    page.end_row()?;
                }
                page.finish_list(&list)?;
                self.add(page);
            }
        }
        Ok(())
    }

    fn layout(&self, table: &'a TableVerdicts, subjects: &[Subject<'a>]) -> Layout<'a> {
        let (report, rules) = (self.report(), self.report().rules);
        let of_table = table.rules.iter().enumerate();
        let clauses = of_table.map(|(at, index)| (at, &rules.rule(*index).clause));
        let listed =
            clauses.filter(|(_, clause)| report.selection.includes_rule(rules, &clause.id));
        let listed: Vec<(usize, &Clause)> = listed.collect();
        let notes = subjects.iter().flat_map(|subject| {
            let verdicts: Vec<RuleVerdict> = subject.verdicts().collect();
            let of_rules = listed
                .iter()
                .filter_map(move |(at, _)| verdicts.get(*at).copied());
            of_rules.filter(|verdict| needs_reason(*verdict))
        });
        let is_crowded = notes.count() > MOST_NOTES;
        Layout {
            table,
            has_names: subjects
                .iter()
                .any(|one| report.subject_name(one).is_some()),
            has_units_above: subjects
                .iter()
                .any(|one| self.teller.unit_above(one).is_some()),
            rules: listed,
            is_crowded,
        }
    }

    fn list_of<'c>(&self, layout: &Layout<'_>, clauses: &'c [String], count: usize) -> List<'c> {
        let title = table_title(
            &self.report().rules.schema,
            layout.table.table,
            self.teller.locale,
        );
        let column = |key: &str, width| Column::new(self.label(key), width);
        let mut columns = vec![column("workbook-column-code", 12)];
        if layout.has_names {
            columns.push(column("workbook-column-name", 26));
        }
        let frozen = u16::try_from(columns.len()).unwrap_or(0);
        if layout.has_units_above {
            columns.push(column("workbook-column-unit-above", 20));
        }
        columns.push(column("workbook-column-verdict", 21));
        let language = self.teller.locale.language();
        let of_rules = layout
            .rules
            .iter()
            .zip(clauses)
            .map(|((_, clause), cite)| Column {
                heading: format!("{}\n{}", clause.id, clause.says.get(language)),
                note: Some(cite),
                width: 17,
            });
        columns.extend(of_rules);
        columns.push(match layout.is_crowded {
            true => column("workbook-column-reasons-whole", 80),
            false => column("workbook-column-reasons", 44),
        });
        let head = self.teller.head();
        let arguments = [
            ("table", title),
            ("count", &self.teller.count(count)),
            ("date", &head.date),
        ];
        let remark = layout
            .is_crowded
            .then(|| self.label("workbook-reasons-beside"));
        List {
            name: title.to_owned(),
            title: self.label_with("workbook-subjects-title", &arguments),
            remarks: remark.into_iter().collect(),
            columns,
            frozen,
        }
    }

    fn subject(&self, layout: &Layout<'_>, subject: &Subject<'_>, page: &mut Page) -> Drawn {
        let styles = &self.styles;
        page.text(0, &subject.code(), &styles.middle)?;
        let mut column = 1;
        if layout.has_names {
            let name = self.report().subject_name(subject).unwrap_or_default();
            page.text(column, &name, &styles.cell)?;
            column += 1;
        }
        if layout.has_units_above {
            let unit = self.teller.unit_above(subject).unwrap_or_default();
            page.text(column, &unit, &styles.cell)?;
            column += 1;
        }
        let light = Light::of_subject(subject.verdict);
        self.verdict(page, column, light, subject_key(subject.verdict))?;
        column += 1;
        let reasons = self.teller.in_the_way(subject);
        for (at, clause) in &layout.rules {
            if let Some(verdict) = subject.verdicts().nth(*at) {
                self.verdict(page, column, Light::of_rule(verdict), rule_key(verdict))?;
            }
            let reason = reasons.iter().find(|told| told.id == clause.id);
            if let Some(reason) = reason.filter(|_| !layout.is_crowded) {
                page.note(column, &whole(reason))?;
            }
            column += 1;
        }
        let mut texts: Vec<String> = match layout.is_crowded {
            true => reasons.iter().map(whole).collect(),
            false => reasons.iter().map(short).collect(),
        };
        if subject.verdict != SubjectVerdict::Eligible {
            texts.extend(self.teller.faults_of(subject.facts, subject.row));
        }
        page.text(column, &texts.join("\n"), &styles.cell)
    }

    /// Sign and word, coloured.
    pub(super) fn verdict(&self, page: &mut Page, column: u16, light: Light, key: &str) -> Drawn {
        let text = format!("{} {}", light.sign(), self.label(key));
        page.text(column, &text, self.styles.light(light))
    }
}

fn needs_reason(verdict: RuleVerdict) -> bool {
    match verdict {
        RuleVerdict::NotMet | RuleVerdict::Insufficient | RuleVerdict::Waived => true,
        RuleVerdict::Met | RuleVerdict::NotApplicable => false,
    }
}

/// `V.2.3.e: không đạt, thiếu 1 hộ`
fn short(rule: &ToldRule) -> String {
    format!("{}: {}", rule.id, rule.outcome)
}

/// The outcome, the arithmetic and the cells.
fn whole(rule: &ToldRule) -> String {
    format!("{}\n{}", short(rule), written(&rule.lines))
}
