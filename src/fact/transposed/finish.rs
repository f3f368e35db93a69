//! What can only be said when all rows of a transposed sheet are known: new units, percents, figures that stand twice.
//!
//! In: the sheet's entries. Out: the facts by unit, and the findings. Must not know: rows.

use super::rows::Indicators;
use crate::fact::body::{Finished, MOST_SHOWN};
use crate::fact::problem::Problem;
use crate::fact::schema::TableId;
use crate::fact::{BuiltInCheck, DataFault, SkipReason};
use crate::place::{Place, Spot};

impl Indicators<'_> {
    /// Where some rows are of new units, those whose code and name say nothing against it are so too.
    fn set_new_units_aside(&mut self) {
        let possibly_new = std::mem::take(&mut self.possibly_new);
        if !self.has_new_units {
            return;
        }
        for (subject, problem, cell) in possibly_new {
            for (row, _) in self.used.iter().filter(|(_, of)| *of == subject) {
                self.account.used -= 1;
                self.account.skip(SkipReason::CodeName, *row);
            }
            let place = self.place.at(Spot::Cell(cell));
            let code = self.entries.drop(subject);
            self.fail_code_name(code, place.clone());
            self.findings.push(problem.at(place));
        }
        self.account.sort_rows(SkipReason::CodeName);
    }

    /// The facts by unit.
    pub(in crate::fact) fn finish(mut self) -> Finished {
        self.set_new_units_aside();
        for (problem, slot, cell) in self.entries.settle_percents() {
            self.find_in(problem, slot, cell.row, cell.column);
        }
        for (column, cells) in self.entries.no_years() {
            let problem = Problem::NoughtForYear {
                column,
                cells: cells.len() as u64,
            };
            let shown = cells.iter().take(MOST_SHOWN);
            let mut finding = problem.diagnostic();
            finding.places = shown.map(|cell| self.place.at(Spot::Cell(*cell))).collect();
            self.findings.push(finding);
        }
        if !self.unknown.is_empty() {
            let rows = std::mem::take(&mut self.unknown);
            self.findings
                .push(Problem::ExtraRows { rows }.at(self.place.clone()));
        }
        for (factor, columns) in self.entries.scaled() {
            self.findings
                .push(Problem::Scaled { columns, factor }.at(self.place.clone()));
        }
        let count = self.entries.digits_cut();
        if count > 0 {
            self.findings
                .push(Problem::MoreDigits { count }.at(self.place.clone()));
        }
        let table: TableId = self.layout.table;
        let (staged, twice) = self.entries.staged();
        for (code, slot, cells) in twice {
            let places: Vec<Place> = cells
                .into_iter()
                .map(|cell| self.place.at(Spot::Cell(cell)))
                .collect();
            let mut finding = Problem::DuplicateKey { code: code.clone() }.diagnostic();
            finding.places.clone_from(&places);
            self.findings.push(finding);
            self.faults.push(DataFault {
                check: BuiltInCheck::Duplicate,
                table,
                code: Some(code),
                slot: Some(slot),
                places,
            });
        }
        Finished {
            staged,
            account: self.account,
            findings: self.findings,
            faults: self.faults,
        }
    }
}
