//! The subjects of the text report: who is not eligible and why, who cannot be judged yet, who passed.
//!
//! In: verdicts on subjects. Out: lines. Must not know: nominations.

use super::{Light, Page, subject_key, subject_name};
use crate::fact::data::TableFacts;
use crate::report::Subject;
use crate::report::arithmetic::table_title;
use crate::report::table::counts_table;
use crate::rule::{RuleIndex, RuleVerdict};
use crate::verdict::{Explanation, SubjectVerdict, TableVerdicts};
use std::io;

impl Page<'_, '_> {
    pub(super) fn counts(&mut self) -> io::Result<()> {
        if self.report.tables().is_empty() {
            return Ok(());
        }
        let drawn = counts_table(self.report, self.locale, self.paper);
        writeln!(self.out, "\n{drawn}")
    }

    /// The subjects with that verdict, each with the rules that stand in its way.
    pub(super) fn listed(&mut self, verdict: SubjectVerdict) -> io::Result<()> {
        for table in self.report.tables() {
            let subjects: Vec<Subject<'_>> = self
                .report
                .subjects(table)
                .filter(|subject| subject.verdict == verdict)
                .collect();
            if subjects.is_empty() {
                continue;
            }
            self.heading(verdict, table, subjects.len())?;
            let most = self.most(subjects.len());
            for subject in subjects.iter().take(most) {
                self.subject(subject)?;
            }
            if let Some(more) = self.and_more(subjects.len() - most) {
                self.line("  ", 2, &more)?;
            }
        }
        Ok(())
    }

    fn heading(
        &mut self,
        verdict: SubjectVerdict,
        table: &TableVerdicts,
        count: usize,
    ) -> io::Result<()> {
        let title = table_title(&self.report.rules.schema, table.table, self.locale).to_owned();
        let verdict = self.locale.label(subject_key(verdict));
        let text = self.label(
            "report-heading",
            &[
                ("table", &title),
                ("verdict", &verdict),
                ("count", &self.count(count as u64)),
            ],
        );
        writeln!(self.out)?;
        self.line("", 0, &text)
    }

    pub(super) fn subject(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        let mark = Light::of_subject(subject.verdict).drawn(self.paper.colour);
        self.line(
            &format!("  {mark} "),
            4,
            &subject_name(subject, self.report),
        )?;
        self.in_the_way(subject)
    }

    /// What keeps a subject from being eligible: rules, then data that fail a check.
    pub(super) fn in_the_way(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        for (index, verdict) in subject.table.rules.iter().zip(subject.verdicts()) {
            let is_in_the_way = match verdict {
                RuleVerdict::NotMet | RuleVerdict::Insufficient | RuleVerdict::Waived => true,
                RuleVerdict::Met | RuleVerdict::NotApplicable => false,
            };
            let id = &self.report.rules.rule(*index).clause.id;
            if is_in_the_way && self.report.selection.includes_rule(self.report.rules, id) {
                self.rule(*index, subject.row)?;
            }
        }
        self.faults_of(subject.facts, subject.row)
    }

    pub(super) fn subject_waived(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        let mark = Light::Good.drawn(self.paper.colour);
        let name = subject_name(subject, self.report);
        self.line(&format!("  {mark} "), 4, &name)?;
        self.waived(subject)
    }

    /// The rules that a waiver lifted: a subject that is eligible by one says so.
    pub(super) fn waived(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        for (index, verdict) in subject.table.rules.iter().zip(subject.verdicts()) {
            if *verdict == RuleVerdict::Waived {
                self.rule(*index, subject.row)?;
            }
        }
        Ok(())
    }

    /// The checks that a row fails.
    pub(super) fn faults_of(&mut self, rows: &TableFacts, row: u32) -> io::Result<()> {
        for check in self.report.faults_of(rows, row) {
            let text = self.label("report-fault", &[("check", &check)]);
            self.line("      ", 6, &text)?;
        }
        Ok(())
    }

    pub(super) fn rule(&mut self, index: RuleIndex, row: u32) -> io::Result<()> {
        let rule = self.report.rules.rule(index);
        let explanation = self.report.verdicts.explain(index, row);
        let text = format!(
            "{} — {}",
            rule.clause.says.get(self.locale.language()),
            self.words().outcome(&explanation)
        );
        self.line(&format!("      {}  ", rule.clause.id), 15, &text)?;
        self.reasons(&explanation)
    }

    /// The arithmetic of a verdict and the cells behind it, or what is missing.
    pub(super) fn reasons(&mut self, explanation: &Explanation<'_>) -> io::Result<()> {
        const INDENT: usize = 15;
        let indent = " ".repeat(INDENT);
        if explanation.own_verdict == RuleVerdict::Insufficient {
            let most = self.most(explanation.missing.len());
            for missing in explanation.missing.iter().take(most) {
                let text = self.words().missing(missing);
                self.line(&indent, INDENT + 2, &text)?;
            }
            if let Some(more) = self.and_more(explanation.missing.len() - most) {
                self.line(&indent, INDENT, &more)?;
            }
            return Ok(());
        }
        for line in self.words().lines(&explanation.trace) {
            self.line(&indent, INDENT + 2, &line.text)?;
            for source in &line.sources {
                self.line(&indent, INDENT + 2, source)?;
            }
        }
        Ok(())
    }

    /// Those who passed: names only, many to a line.
    pub(super) fn passed(&mut self) -> io::Result<()> {
        for table in self.report.tables() {
            let subjects: Vec<Subject<'_>> = self
                .report
                .subjects(table)
                .filter(|subject| subject.verdict == SubjectVerdict::Eligible)
                .collect();
            if subjects.is_empty() {
                continue;
            }
            self.heading(SubjectVerdict::Eligible, table, subjects.len())?;
            for subject in subjects.iter().filter(|subject| subject.is_waived()) {
                self.subject_waived(subject)?;
            }
            let most = self.most(subjects.len());
            let mut names: Vec<String> = subjects
                .iter()
                .take(most)
                .map(|subject| subject_name(subject, self.report))
                .collect();
            names.extend(self.and_more(subjects.len() - most));
            let mark = Light::Good.drawn(self.paper.colour);
            self.line(&format!("  {mark} "), 4, &names.join(", "))?;
        }
        Ok(())
    }
}
