//! What was read, told: how many files and rows, what was refused, who sent nothing, which tables are not there.
//!
//! In: the accounts of files. Out: sentences. Must not know: verdicts.

use super::Teller;
use crate::fact::{InputAccount, SheetAccount, SkipReason};
use crate::report::arithmetic::table_title;
use crate::text::printable;
use std::collections::{BTreeMap, BTreeSet};

/// What became of one sheet of a file, or of a file without any.
pub(in crate::report) struct ToldSheet {
    pub(in crate::report) file: String,
    pub(in crate::report) sheet: String,
    /// The table that it holds, or that it could not be used, or is of none.
    pub(in crate::report) table: String,
    pub(in crate::report) read: u64,
    pub(in crate::report) used: u64,
    pub(in crate::report) skipped: u64,
    /// How many rows were skipped for each reason, or why all was refused.
    pub(in crate::report) reasons: String,
    pub(in crate::report) is_refused: bool,
    pub(in crate::report) sha256: String,
}

impl Teller<'_> {
    /// Every file sheet by sheet, in the order in which they were read.
    pub(in crate::report) fn sheets(&self) -> Vec<ToldSheet> {
        let inputs = self.report.facts().inputs.iter();
        let told = inputs.flat_map(|input| {
            let whole = SheetAccount {
                refused: input.refused.clone(),
                ..SheetAccount::default()
            };
            match input.sheets.as_slice() {
                [] => vec![self.sheet(input, &whole)],
                sheets => {
                    let told = sheets.iter().map(|sheet| self.sheet(input, sheet));
                    told.collect()
                }
            }
        });
        told.collect()
    }

    fn sheet(&self, input: &InputAccount, sheet: &SheetAccount) -> ToldSheet {
        let schema = &self.report.rules.schema;
        let refused = sheet.refused.as_ref().or(input.refused.as_ref());
        let table = match (refused, sheet.table) {
            (Some(_), _) => self.locale.label("files-refused"),
            (None, Some(table)) => table_title(schema, table, self.locale).to_owned(),
            (None, None) => self.locale.label("files-not-used"),
        };
        let reasons = match refused {
            Some(found) => self.sentence(found),
            None => self.skipped(&[sheet]).join(", "),
        };
        ToldSheet {
            file: printable(&input.path),
            sheet: sheet.sheet.as_deref().map(printable).unwrap_or_default(),
            table,
            read: sheet.read,
            used: sheet.used,
            skipped: sheet.read.saturating_sub(sheet.used),
            reasons,
            is_refused: refused.is_some(),
            sha256: input.sha256.clone(),
        }
    }

    /// `Đã đọc 14 tệp, 31 trang: 1.243 dòng = 1.190 dùng + 53 bỏ qua (38 tiêu đề, 14 tổng cộng)`
    pub(in crate::report) fn read(&self) -> String {
        let inputs = self.report.facts().inputs.iter();
        let read: Vec<&InputAccount> = inputs.filter(|input| input.refused.is_none()).collect();
        let sheets: Vec<&SheetAccount> = read.iter().flat_map(|input| &input.sheets).collect();
        // A sheet has an account for each table on it.
        let distinct = |input: &&InputAccount| {
            let names = input.sheets.iter().map(|sheet| &sheet.sheet);
            names.collect::<BTreeSet<_>>().len()
        };
        let used: u64 = sheets.iter().map(|sheet| sheet.used).sum();
        let all: u64 = sheets.iter().map(|sheet| sheet.read).sum();
        let arguments = [
            ("files", self.count(read.len())),
            ("sheets", self.count(read.iter().map(distinct).sum())),
            ("rows", self.rows(all)),
            ("used", self.rows(used)),
            ("skipped", self.rows(all.saturating_sub(used))),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, text)| (*name, text.as_str()));
        let text = self.label("report-read", &arguments);
        let reasons = self.skipped(&sheets);
        match reasons.is_empty() {
            true => text,
            false => format!("{text} ({})", reasons.join(", ")),
        }
    }

    fn rows(&self, count: u64) -> String {
        self.count(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// How many rows were skipped for each reason.
    pub(in crate::report) fn skipped(&self, sheets: &[&SheetAccount]) -> Vec<String> {
        let mut skipped: BTreeMap<SkipReason, u64> = BTreeMap::new();
        for one in sheets.iter().flat_map(|sheet| sheet.skipped.iter()) {
            *skipped.entry(one.reason).or_default() += one.count;
        }
        skipped
            .iter()
            .map(|(reason, n)| self.label(skip_key(*reason), &[("count", &self.rows(*n))]))
            .collect()
    }

    /// Files and sheets that could not be used.
    pub(in crate::report) fn refused(&self) -> Vec<String> {
        let inputs = &self.report.facts().inputs;
        let whole = inputs.iter().filter_map(|input| input.refused.as_ref());
        let sheets = inputs
            .iter()
            .flat_map(|input| &input.sheets)
            .filter_map(|sheet| sheet.refused.as_ref());
        whole
            .chain(sheets)
            .map(|found| self.label("report-refused", &[("what", &self.finding(found))]))
            .collect()
    }

    /// The units that sent nothing.
    pub(in crate::report) fn absent(&self) -> Option<String> {
        let hides = self.report.selection.redacted;
        let names = self.report.facts().absent.iter().map(|unit| {
            if hides {
                unit.code.clone()
            } else if unit.parent.is_empty() {
                unit.name.clone()
            } else {
                format!("{} ({})", unit.name, unit.parent)
            }
        });
        let list = self.listed(names).join(", ");
        (!list.is_empty()).then(|| self.label("report-absent", &[("list", &list)]))
    }

    /// The tables that are not in the data, by which something was to be checked.
    pub(in crate::report) fn not_checked(&self) -> Option<String> {
        let rules = self.report.rules;
        let mut titles: Vec<&str> = Vec::new();
        for left_out in &self.report.verdicts.not_checked {
            let title = table_title(&rules.schema, left_out.table, self.locale);
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        let list = titles.join("; ");
        (!list.is_empty()).then(|| self.label("report-not-checked", &[("list", &list)]))
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
        SkipReason::Findings => "skipped-findings",
    }
}
