//! The first rows of a workbook's sheet, by which it is decided what its letters stand for: read once, and given as they are meant.
//!
//! In: rows as they stand, with the fonts of their texts. Out: the same rows once it is decided, then those that follow. Must not know:
//! formats.

use super::assembly::Assembly;
use super::encoding::{Font, Letters};
use super::{Cells, Problem, Row, Rows, TypedCell};
use std::collections::VecDeque;

/// How many rows of a sheet are looked at to decide what its letters stand for.
const SAMPLE_ROWS: usize = 200;
/// How much of their text is: some hundred times what such rows of a table hold, for rows may be made to hold 16 MiB each.
const SAMPLE_TEXT: usize = 4 << 20;
/// How many of their cells are: some hundred times what such rows of a table have.
const SAMPLE_CELLS: usize = 1 << 20;

/// Rows of a workbook's sheet that are put together cell by cell.
pub(super) trait AssembledRows<'a>: Rows {
    fn assembly(&mut self) -> &mut Assembly<'a>;
}

/// Rows of which the first were looked at.
pub(super) struct SampledRows<R> {
    waiting: VecDeque<SampledRow>,
    /// The row at hand, while there are some of the first.
    given: SampledRow,
    /// What came behind them, where the sheet ended or failed among them.
    end: Option<Result<(), Problem>>,
    rows: R,
}

/// One of them.
#[derive(Default)]
struct SampledRow {
    number: u32,
    cells: Vec<TypedCell>,
    text: String,
    /// Fonts in which letters may stand for others, by where their texts begin.
    fonts: Vec<(u32, Font)>,
}

impl<'a, R: AssembledRows<'a>> SampledRows<R> {
    /// Looks at the first rows and decides. What is wrong with them is said where they are given.
    ///
    /// # Errors
    /// If the texts may be meant in two ways.
    pub(super) fn decide(mut rows: R) -> Result<Self, Problem> {
        let (mut waiting, mut end) = (VecDeque::new(), None);
        let (mut text, mut cells) = (0, 0);
        while waiting.len() < SAMPLE_ROWS && text < SAMPLE_TEXT && cells < SAMPLE_CELLS {
            let number = match rows.next_row() {
                Ok(Some(row)) => row.number,
                Ok(None) => {
                    end = Some(Ok(()));
                    break;
                }
                Err(problem) => {
                    end = Some(Err(problem));
                    break;
                }
            };
            let assembly = rows.assembly();
            let (of_row, its_text) = assembly.held();
            let row = SampledRow {
                number,
                cells: of_row.to_vec(),
                text: its_text.to_owned(),
                fonts: assembly.fonts().to_vec(),
            };
            (text, cells) = (text + row.text.len(), cells + row.cells.len());
            waiting.push_back(row);
        }
        rows.assembly().letters().decide()?;
        Ok(SampledRows {
            waiting,
            given: SampledRow::default(),
            end,
            rows,
        })
    }
}

impl<'a, R: AssembledRows<'a>> Rows for SampledRows<R> {
    fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        let Some(mut row) = self.waiting.pop_front() else {
            return match &self.end {
                None => self.rows.next_row(),
                Some(Ok(())) => Ok(None),
                Some(Err(problem)) => Err(problem.clone()),
            };
        };
        let letters = self.rows.assembly().letters();
        if !row.fonts.is_empty() || !letters.leave(&row.text) {
            row.read_as_meant(letters);
        }
        self.given = row;
        Ok(Some(self.given.row()))
    }
}

impl SampledRow {
    fn row(&self) -> Row<'_> {
        Row {
            number: self.number,
            cells: Cells::Typed(&self.cells, &self.text),
        }
    }

    fn read_as_meant(&mut self, letters: &mut Letters) {
        let mut meant = String::with_capacity(self.text.len());
        for cell in &mut self.cells {
            let (TypedCell::Text { start, end } | TypedCell::Error { start, end }) = *cell else {
                continue;
            };
            let written = self.text.get(start as usize..end as usize);
            let written = written.unwrap_or_default();
            let begun = meant.len() as u32;
            *cell = if matches!(cell, TypedCell::Text { .. }) {
                let of_text = self.fonts.iter().find(|(at, _)| *at == start);
                let font = of_text.map(|(_, font)| *font).unwrap_or_default();
                meant.push_str(&letters.read(font, written));
                let end = meant.len() as u32;
                TypedCell::Text { start: begun, end }
            } else {
                meant.push_str(written);
                let end = meant.len() as u32;
                TypedCell::Error { start: begun, end }
            };
        }
        self.text = meant;
    }
}
