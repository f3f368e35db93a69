//! What can only be said when all rows are known: percents, totals, new units, digits cut off.
//!
//! In: the rows of a sheet as they were staged. Out: those that count, and the findings. Must not know: other sheets.

use super::{Body, Finished, Measures, magnitude, slot};
use crate::fact::data::{Absence, Fact};
use crate::fact::problem::Problem;
use crate::fact::{BuiltInCheck, DataFault, SkipReason};
use crate::table::Cell;
use chrono::{Datelike, NaiveDate};

impl Body<'_> {
    pub(in crate::fact) fn finish(mut self) -> Finished {
        self.settle_percents();
        self.compare_totals();
        self.doubt_groups();
        self.set_new_units_aside();
        self.refuse_shortened_codes();
        self.doubt_days();
        self.doubt_columns();
        if let Some(note) = self.measures.as_ref().and_then(Measures::note) {
            self.findings.push(note.at(self.setting.place.clone()));
        }
        let count = self.converters.iter().map(|converter| converter.cut).sum();
        if count > 0 {
            self.findings
                .push(Problem::MoreDigits { count }.at(self.setting.place.clone()));
        }
        Finished {
            staged: self.staged,
            account: self.account,
            findings: self.findings,
            faults: self.faults,
        }
    }

    /// A number among codes with a leading zero may have lost its own: 123 may be 00123 or another unit.
    fn refuse_shortened_codes(&mut self) {
        let mut aside = Vec::new();
        for (index, doubts) in std::mem::take(&mut self.doubts).into_iter().enumerate() {
            let is_key = self.key.bindings.contains(&index);
            for &row in doubts.doubtful_numbers() {
                let Ok(at) = self.staged.rows.binary_search(&row) else {
                    continue;
                };
                let staged_row = u32::try_from(at).unwrap_or(u32::MAX);
                let Fact::Text(code) = self.staged.columns[index].get(staged_row) else {
                    continue;
                };
                if code.len() >= doubts.longest_after_zero {
                    continue;
                }
                let problem = Problem::LeadingZero {
                    column: self.converters[index].column.usual_header(),
                    value: self.converters[index].shown(Cell::Text(code)),
                    width: doubts.longest_after_zero as u64,
                };
                let finding = self.finding(problem, index, row, None);
                self.findings.push(finding);
                self.staged.columns[index].set(staged_row, &Fact::Missing(Absence::Unreadable));
                if is_key {
                    aside.push(at);
                }
            }
            self.doubts.push(doubts);
        }
        self.set_aside_unkeyed(aside);
    }

    fn set_aside_unkeyed(&mut self, mut staged: Vec<usize>) {
        staged.sort_unstable();
        staged.dedup();
        if staged.is_empty() {
            return;
        }
        for &at in &staged {
            self.account.used -= 1;
            self.account.skip(SkipReason::NoKey, self.staged.rows[at]);
        }
        self.account.sort_rows(SkipReason::NoKey);
        self.staged = self.staged.without(&staged);
    }

    /// Says which days may be the wrong way round, and which codes got back their zeros.
    fn doubt_days(&mut self) {
        for (index, doubts) in std::mem::take(&mut self.doubts).into_iter().enumerate() {
            let column = self.converters[index].column.usual_header();
            let at = self.staged.bindings[index].at;
            if let (cells, days @ [(row, first), ..]) = doubts.turned_days() {
                let shown = |day| self.converters[index].shown(Cell::Date(day));
                let turned = NaiveDate::from_ymd_opt(first.year(), first.day(), first.month());
                let problem = Problem::DayMonthDoubt {
                    column: column.clone(),
                    cells,
                    value: shown(*first),
                    other: turned.map(shown).unwrap_or_default(),
                };
                let mut finding = self.finding(problem, index, *row, None);
                finding.places = days.iter().map(|(row, _)| self.cell(*row, at)).collect();
                self.findings.push(finding);
            }
            if doubts.padded > 0 {
                let problem = Problem::Padded {
                    column: column.clone(),
                    cells: doubts.padded,
                };
                self.findings.push(problem.at(self.setting.place.clone()));
            }
            if doubts.no_years > 0 {
                let problem = Problem::NoughtForYear {
                    column,
                    cells: doubts.no_years,
                };
                let mut finding = problem.diagnostic();
                let rows = doubts.rows_without_year.iter();
                finding.places = rows.map(|row| self.cell(*row, at)).collect();
                self.findings.push(finding);
            }
        }
    }

    fn doubt_columns(&mut self) {
        let (rows, cells) = std::mem::take(&mut self.beyond);
        if rows > 0 {
            let mut finding = Problem::BeyondHeaders { rows }.diagnostic();
            let cells = cells.iter();
            finding.places = cells.map(|at| self.cell(at.row, at.column)).collect();
            self.findings.push(finding);
        }
    }

    fn settle_percents(&mut self) {
        for index in 0..self.bare.len() {
            let rows = std::mem::take(&mut self.bare[index]);
            let (binding, column) = (
                self.staged.bindings[index].clone(),
                self.converters[index].column,
            );
            let personal = self.setting.table.personal;
            for found in magnitude::settle(
                &mut self.staged.columns[index],
                &rows,
                &binding,
                column,
                personal,
            ) {
                let at = found.row as usize;
                let (row, year) = (
                    self.staged.rows.get(at).copied().unwrap_or(0),
                    self.staged.years.get(at).copied(),
                );
                let finding = self.finding(found.problem, index, row, year);
                self.findings.push(finding);
            }
        }
    }

    fn compare_totals(&mut self) {
        for mismatch in self.totals.mismatches(&self.staged) {
            let binding = &self.staged.bindings[mismatch.binding];
            let place = self.cell(mismatch.row, binding.at);
            let year = self
                .totals
                .rows
                .iter()
                .find(|total| total.row == mismatch.row)
                .and_then(|total| total.year);
            self.faults.push(DataFault {
                check: BuiltInCheck::Total,
                table: self.setting.layout.table,
                code: None,
                slot: Some(slot(binding, year)),
                places: vec![place.clone()],
            });
            let column = binding.header.clone();
            self.findings.push(
                Problem::TotalDiffers {
                    column,
                    found: mismatch.found,
                    expected: mismatch.expected,
                }
                .at(place),
            );
        }
    }

    /// A row that was taken for the total of a group, and is that of no rows, is data without a key.
    fn doubt_groups(&mut self) {
        for row in self.totals.of_nothing(&self.staged) {
            self.account.take_back(SkipReason::Total, row);
            self.account.read += 1;
            self.account.skip(SkipReason::NoKey, row);
            let (problem, column) = self.no_key();
            let place = self.cell(row, column);
            self.findings.push(problem.at(place));
        }
    }

    /// Where some rows are of new units, those whose code and name say nothing against it are so too: their figures are of a larger
    /// territory than the old unit's.
    fn set_new_units_aside(&mut self) {
        let mut rows = std::mem::take(&mut self.possibly_new);
        rows.retain(|new| match new.why.is_under_old {
            true => self.has_new_under_old,
            false => self.has_new_units,
        });
        if rows.is_empty() {
            return;
        }
        let staged: Vec<usize> = rows.iter().map(|new| new.staged).collect();
        self.staged = self.staged.without(&staged);
        for new in rows {
            self.account.used -= 1;
            self.account.skip(SkipReason::CodeName, new.row);
            self.fail_code_name(new.row, new.why.column, new.code);
            let place = self.cell(new.row, new.why.column);
            self.findings.push(new.why.problem.at(place));
        }
        self.account.sort_rows(SkipReason::CodeName);
    }
}
