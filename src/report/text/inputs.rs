//! The head of the text report: what was judged by which rules, what was read, what is not there.
//!
//! In: the accounts of files. Out: lines. Must not know: verdicts.

use super::Page;
use crate::diagnostic::Diagnostic;
use crate::fact::schema::TableId;
use crate::fact::{InputAccount, SheetAccount, SkipReason};
use crate::report::arithmetic::table_title;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

impl Page<'_, '_> {
    // ---- what was read ----

    pub(super) fn inputs(&mut self) -> io::Result<()> {
        let facts = self.report.facts();
        let read: Vec<&InputAccount> = facts
            .inputs
            .iter()
            .filter(|input| input.refused.is_none())
            .collect();
        let sheets: Vec<&SheetAccount> = read.iter().flat_map(|input| &input.sheets).collect();
        // A sheet has an account for each table on it.
        let distinct = |input: &&InputAccount| -> u64 {
            let names = input.sheets.iter().map(|sheet| &sheet.sheet);
            names.collect::<BTreeSet<_>>().len() as u64
        };
        let sheet_count: u64 = read.iter().map(distinct).sum();
        let used: u64 = sheets.iter().map(|sheet| sheet.used).sum();
        let all: u64 = sheets.iter().map(|sheet| sheet.read).sum();
        let mut skipped: BTreeMap<SkipReason, u64> = BTreeMap::new();
        for one in sheets.iter().flat_map(|sheet| sheet.skipped.iter()) {
            *skipped.entry(one.reason).or_default() += one.count;
        }
        let reasons: Vec<String> = skipped
            .iter()
            .map(|(reason, n)| self.label(skip_key(*reason), &[("count", &self.count(*n))]))
            .collect();
        let figures = [
            read.len() as u64,
            sheet_count,
            all,
            used,
            all.saturating_sub(used),
        ]
        .map(|n| self.count(n));
        let [files, sheet_count, rows, used, left_out] = figures.each_ref().map(String::as_str);
        let arguments = [
            ("files", files),
            ("sheets", sheet_count),
            ("rows", rows),
            ("used", used),
            ("skipped", left_out),
        ];
        let mut text = self.label("report-read", &arguments);
        if !reasons.is_empty() {
            text.push_str(&format!(" ({})", reasons.join(", ")));
        }
        self.line("", 2, &text)?;
        self.refused()?;
        self.absent()?;
        self.not_checked()
    }

    pub(super) fn refused(&mut self) -> io::Result<()> {
        let inputs = &self.report.facts().inputs;
        let whole = inputs.iter().filter_map(|input| input.refused.as_ref());
        let sheets = inputs
            .iter()
            .flat_map(|input| &input.sheets)
            .filter_map(|sheet| sheet.refused.as_ref());
        let refused: Vec<Diagnostic> = whole.chain(sheets).cloned().collect();
        for found in refused {
            let text = self.label("report-refused", &[("what", &self.finding(&found))]);
            self.line("", 2, &text)?;
        }
        Ok(())
    }

    pub(super) fn absent(&mut self) -> io::Result<()> {
        let absent = &self.report.facts().absent;
        if absent.is_empty() {
            return Ok(());
        }
        let most = self.most(absent.len());
        let mut names: Vec<String> = absent
            .iter()
            .take(most)
            .map(|unit| match unit.parent.is_empty() {
                true => unit.name.clone(),
                false => format!("{} ({})", unit.name, unit.parent),
            })
            .collect();
        names.extend(self.and_more(absent.len() - most));
        let text = self.label("report-absent", &[("list", &names.join(", "))]);
        self.line("", 2, &text)
    }

    pub(super) fn not_checked(&mut self) -> io::Result<()> {
        let rules = self.report.rules;
        let mut tables: Vec<TableId> = Vec::new();
        for left_out in &self.report.verdicts.not_checked {
            if !tables.contains(&left_out.table) {
                tables.push(left_out.table);
            }
        }
        let names: Vec<&str> = tables
            .into_iter()
            .map(|table| table_title(&rules.schema, table, self.locale))
            .collect();
        if names.is_empty() {
            return Ok(());
        }
        let text = self.label("report-not-checked", &[("list", &names.join(", "))]);
        self.line("", 2, &text)
    }
}

fn skip_key(reason: SkipReason) -> &'static str {
    match reason {
        SkipReason::Title => "skipped-title",
        SkipReason::Header => "skipped-header",
        SkipReason::ColumnNumbers => "skipped-column-numbers",
        SkipReason::Group => "skipped-group",
        SkipReason::Total => "skipped-total",
        SkipReason::OtherMeasure => "skipped-other-measure",
        SkipReason::NoKey => "skipped-no-key",
        SkipReason::UnknownUnit => "skipped-unknown-unit",
        SkipReason::CodeName => "skipped-code-name",
        SkipReason::NotUsed => "skipped-not-used",
    }
}
