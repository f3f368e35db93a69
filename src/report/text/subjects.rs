//! The subjects of the text report: who is not eligible and why, who cannot be judged yet, who passed.
//!
//! In: verdicts on subjects. Out: lines. Must not know: nominations.

use super::Page;
use crate::report::Subject;
use crate::report::arithmetic::table_title;
use crate::report::light::{Light, subject_key};
use crate::report::table::counts_table;
use crate::report::telling::ToldRule;
use crate::verdict::{SubjectVerdict, TableVerdicts};
use std::io;

/// Where the text of a rule begins.
const INDENT: usize = 15;

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
            let subjects = self.subjects_with(verdict, table);
            if subjects.is_empty() {
                continue;
            }
            self.heading(verdict, table, subjects.len())?;
            let most = self.teller.most(subjects.len());
            for subject in subjects.iter().take(most) {
                self.subject(subject)?;
            }
            self.more(subjects.len() - most)?;
        }
        Ok(())
    }

    fn subjects_with<'r>(
        &self,
        verdict: SubjectVerdict,
        table: &'r TableVerdicts,
    ) -> Vec<Subject<'r>>
    where
        Self: 'r,
    {
        let subjects = self.report.subjects(table);
        subjects
            .filter(|subject| subject.verdict == verdict)
            .collect()
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
                ("count", &self.teller.count(count)),
            ],
        );
        writeln!(self.out)?;
        self.line("", 0, &text)
    }

    fn subject(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        self.subject_head(subject)?;
        self.rules(&self.teller.in_the_way(subject))?;
        let faults = self.teller.faults_of(subject.facts, subject.row);
        self.lines("      ", 6, &faults)
    }

    fn subject_head(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        let mark = Light::of_subject(subject.verdict).drawn(self.paper.colour);
        let name = self.teller.subject_name(subject);
        self.line(&format!("  {mark} "), 4, &name)
    }

    pub(super) fn rules(&mut self, rules: &[ToldRule]) -> io::Result<()> {
        rules.iter().try_for_each(|rule| self.rule(rule))
    }

    /// What a rule asks and came to, then the arithmetic and the cells behind it, or what is missing.
    fn rule(&mut self, rule: &ToldRule) -> io::Result<()> {
        let text = format!("{} — {}", rule.says, rule.outcome);
        self.line(&format!("      {}  ", rule.id), INDENT, &text)?;
        let indent = " ".repeat(INDENT);
        let most = match rule.is_open {
            true => self.teller.most(rule.lines.len()),
            false => rule.lines.len(),
        };
        for line in rule.lines.iter().take(most) {
            self.line(&indent, INDENT + 2, &line.text)?;
            self.lines(&indent, INDENT + 2, &line.sources)?;
        }
        match self.teller.and_more(rule.lines.len() - most) {
            Some(more) => self.line(&indent, INDENT, &more),
            None => Ok(()),
        }
    }

    /// Those who passed: names only, many to a line.
    pub(super) fn passed(&mut self) -> io::Result<()> {
        for table in self.report.tables() {
            let subjects = self.subjects_with(SubjectVerdict::Eligible, table);
            if subjects.is_empty() {
                continue;
            }
            self.heading(SubjectVerdict::Eligible, table, subjects.len())?;
            for subject in subjects.iter().filter(|subject| subject.is_waived()) {
                self.subject_head(subject)?;
                self.rules(&self.teller.waived(subject))?;
            }
            let most = self.teller.most(subjects.len());
            let mut names: Vec<String> = subjects
                .iter()
                .take(most)
                .map(|subject| self.teller.subject_name(subject))
                .collect();
            names.extend(self.teller.and_more(subjects.len() - most));
            let mark = Light::Good.drawn(self.paper.colour);
            self.line(&format!("  {mark} "), 4, &names.join(", "))?;
        }
        Ok(())
    }
}
