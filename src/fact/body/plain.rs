//! Plain rows: those of delimited text whose key is a code beyond doubt, so that nothing about them depends on the rows around them.
//! They are read by several processors at once, column by column; every other row goes the way of [`Body::row`].
//!
//! In: a run of lines. Out: typed columns of its plain rows, and where the other rows stand. Must not know: other runs.

mod column;
mod figure;

use super::doubts::Doubts;
use super::key::KeyColumns;
use super::staged::Staged;
use super::{Body, are_column_numbers, is_short_code, slot};
use crate::diagnostic::KEPT_OF_A_CODE;
use crate::fact::data::Column;
use crate::fact::layout::Binding;
use crate::fact::problem::Problem;
use crate::fact::schema::{Reference, Schema};
use crate::table::{Cutter, LineCells, LineRow, Lines, NeedsCloserLook};
use column::{PlainColumn, Trouble, is_plain_code, plain_key};
use std::collections::{BTreeSet, VecDeque};
use std::ops::Range;

/// Codes of findings of which enough are kept already, so that further ones are only counted.
pub(in crate::fact) type Full = BTreeSet<&'static str>;

/// Which columns' facts are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::fact) enum Keep {
    /// All of them.
    All,
    /// Those that rules read, and the name if anybody asks for it: the rows are judged and forgotten.
    Asked {
        /// Whether somebody does.
        names: bool,
    },
}

/// Reads plain rows. It keeps the spellings it has met, so that each is looked at once.
#[derive(Clone, Debug)]
pub(in crate::fact) struct PlainReader<'s> {
    /// The column of each part of the key, and how many characters its codes have.
    key: Vec<(u32, Option<usize>)>,
    columns: Vec<PlainColumn<'s>>,
    /// The first column behind all that have a header.
    headers_end: u32,
    cutter: Cutter,
}

/// The plain rows of a run.
#[derive(Debug, Default)]
pub(in crate::fact) struct PlainRows {
    /// Their numbers within the run.
    pub(super) numbers: Vec<u32>,
    pub(super) columns: Vec<Column>,
    pub(super) keys: String,
    pub(super) key_ends: Vec<usize>,
    findings: VecDeque<CellFinding>,
    counted: Vec<Counted>,
    doubts: Vec<Doubts>,
    /// By column: rows of bare numbers, which only their neighbours can tell the scale of.
    bare: Vec<Vec<u32>>,
    /// The first row whose key is as short a number as a column's.
    short_code: Option<usize>,
    /// Rows that are not plain.
    pub(in crate::fact) odd: Vec<OddRow>,
    /// Rows passed, blank ones included.
    pub(in crate::fact) passed: u32,
    /// Bytes used; the rest belongs before the next run.
    pub(in crate::fact) used: usize,
}

/// What is wrong with a cell of a plain row.
#[derive(Debug)]
struct CellFinding {
    /// Which of the plain rows.
    row: u32,
    binding: usize,
    problem: Problem,
}

/// Findings of one code.
#[derive(Debug)]
struct Counted {
    code: &'static str,
    /// Whether none is kept, since enough are already.
    is_full: bool,
    /// How many more are kept.
    room: u64,
    /// How many are only counted.
    more: u64,
}

/// A row that needs a closer look.
#[derive(Debug)]
pub(in crate::fact) struct OddRow {
    /// How many plain rows stand before it.
    pub(in crate::fact) before: usize,
    /// Its number within the run.
    pub(in crate::fact) number: u32,
    /// Where it stands in the run.
    pub(in crate::fact) bytes: Range<usize>,
}

impl<'s> PlainReader<'s> {
    /// None while rows depend on those before them, or for a sheet whose rows always do.
    pub(super) fn of(body: &Body<'s>, keep: Keep) -> Option<Self> {
        let (_, used_above_header) = body.header_above;
        let is_plain = body.account.used > used_above_header
            && body.measures.is_none()
            && body.setting.layout.year_column.is_none()
            && body.setting.layout.covered.is_empty()
            && body.key.roster.is_none()
            && body.key.is_complete
            && !body.key.bindings.is_empty()
            && no_names_for_codes(&body.key, body.setting.schema);
        if !is_plain {
            return None;
        }
        let key = body.key.bindings.iter().map(|binding| {
            let (converter, binding) = (
                body.converters.get(*binding)?,
                body.staged.bindings.get(*binding)?,
            );
            plain_key(converter).map(|width| (binding.at, width))
        });
        let key = key.collect::<Option<_>>()?;
        let (table, needed) = (body.setting.table, body.setting.needed);
        let is_kept = |binding: &Binding| match keep {
            Keep::All => true,
            Keep::Asked { names } => {
                needed.is_some_and(|needed| needed.contains(&slot(binding, None)))
                    || names && table.name_column() == Some(binding.column)
            }
        };
        let columns = body.converters.iter().zip(&body.staged.bindings);
        let columns = columns.map(|(converter, binding)| {
            PlainColumn::new(converter.clone(), binding.at, is_kept(binding))
        });
        let mut columns: Vec<_> = columns.collect();
        for binding in &body.key.bindings {
            columns.get_mut(*binding)?.become_key();
        }
        Some(PlainReader {
            key,
            columns,
            headers_end: body.setting.layout.headers_end,
            cutter: Cutter::default(),
        })
    }

    /// Reads a run: first the keys, which tell what rows are plain, then these column by column.
    pub(in crate::fact) fn read(
        &mut self,
        lines: &mut Lines,
        full: &Full,
    ) -> Result<PlainRows, NeedsCloserLook> {
        let mut cutter = std::mem::take(&mut self.cutter);
        let lines = lines.rows(&mut cutter)?;
        let mut read = PlainRows {
            passed: lines.passed,
            used: lines.used,
            ..PlainRows::default()
        };
        let (plain, cells) = (lines.rows, lines.cells);
        let mut before = 0;
        plain.retain(|row| {
            let is_plain = !row.needs_letters
                && cells.is_blank_from(row, self.headers_end)
                && self.is_plain(row, &cells);
            if is_plain {
                before += 1;
            } else {
                read.odd.push(OddRow {
                    before,
                    number: row.number,
                    bytes: row.bytes(),
                });
            }
            is_plain
        });
        self.take_keys(plain, &cells, &mut read);
        self.take_columns(plain, &cells, &mut read, full);
        self.cutter = cutter;
        Ok(read)
    }

    fn is_plain(&self, row: &LineRow, cells: &LineCells<'_>) -> bool {
        let text = cells.text().as_bytes();
        let mut key = self.key.iter();
        key.all(|(column, width)| {
            let part = text.get(cells.place(row, *column)).unwrap_or_default();
            is_plain_code(part, *width)
        }) && !self.may_number_columns(row, cells)
    }

    /// Under a header that is repeated, even long numbers may count columns: `100001,100002,100003`.
    fn may_number_columns(&self, row: &LineRow, cells: &LineCells<'_>) -> bool {
        let text = cells.text().as_bytes();
        let mut key = self.key.iter();
        let are_numbers = key.all(|(column, _)| {
            let part = text.get(cells.place(row, *column)).unwrap_or_default();
            !part.starts_with(b"0") && part.iter().all(u8::is_ascii_digit)
        });
        are_numbers && are_column_numbers(cells.row(row))
    }

    fn take_keys(&self, plain: &[LineRow], cells: &LineCells<'_>, read: &mut PlainRows) {
        read.numbers = plain.iter().map(|row| row.number).collect();
        read.key_ends.reserve(plain.len() * self.key.len());
        for (at, row) in plain.iter().enumerate() {
            for (column, _) in &self.key {
                let part = cells.text().get(cells.place(row, *column));
                let part = part.unwrap_or_default();
                read.keys.push_str(part);
                read.key_ends.push(read.keys.len());
                if read.short_code.is_none() && is_short_code(part) {
                    read.short_code = Some(at);
                }
            }
        }
    }

    fn take_columns(
        &mut self,
        plain: &[LineRow],
        cells: &LineCells<'_>,
        read: &mut PlainRows,
        full: &Full,
    ) {
        let mut troubles = Vec::new();
        for (binding, column) in self.columns.iter_mut().enumerate() {
            let mut facts = column.facts(plain.len());
            let (mut doubts, mut bare) = (Doubts::default(), Vec::new());
            column.read(
                plain,
                cells,
                &mut facts,
                &mut doubts,
                |at, looked| match looked {
                    Ok(false) => {}
                    Ok(true) => bare.push(at),
                    Err(trouble) => {
                        let counted = counted(&mut read.counted, trouble.code(), full);
                        match counted.is_full {
                            true => counted.more += 1,
                            false => troubles.push((at, binding, trouble)),
                        }
                    }
                },
            );
            read.columns.push(facts);
            read.doubts.push(doubts);
            read.bare.push(bare);
        }
        // The first ones in reading order are kept, whatever their columns.
        troubles.sort_by_key(|(at, binding, _)| (*at, *binding));
        for (at, binding, trouble) in troubles {
            let counted = counted(&mut read.counted, trouble.code(), full);
            if counted.room == 0 {
                counted.more += 1;
                continue;
            }
            counted.room -= 1;
            let row = plain.get(at as usize).map(|row| cells.row(row));
            let problem = match trouble {
                Trouble::New(problem) => Some(problem),
                Trouble::Known(_) => row.and_then(|row| self.columns[binding].problem(row)),
            };
            read.findings.extend(problem.map(|problem| CellFinding {
                row: at,
                binding,
                problem,
            }));
        }
    }
}

impl PlainRows {
    /// How many there are.
    pub(in crate::fact) fn len(&self) -> usize {
        self.numbers.len()
    }
}

impl<'s> Body<'s> {
    /// Who reads further rows of this sheet at a glance; none while, or if, no row can be read so.
    pub(in crate::fact) fn plain_reader(&self, keep: Keep) -> Option<PlainReader<'s>> {
        PlainReader::of(self, keep)
    }

    /// The codes of which no further finding is kept.
    pub(in crate::fact) fn full_codes(&self) -> Full {
        self.findings.full_codes().collect()
    }

    /// Stages plain rows, as [`Body::row`] would one by one. Their numbers are counted from `above`.
    pub(in crate::fact) fn append(
        &mut self,
        plain: &mut PlainRows,
        rows: Range<usize>,
        above: u32,
    ) {
        if rows.is_empty() {
            return;
        }
        let shift = |row: u32| (self.staged.len() - rows.start) as u32 + row;
        let is_here = |row: &u32| rows.contains(&(*row as usize));
        for (held, bare) in self.bare.iter_mut().zip(&plain.bare) {
            held.extend(
                bare.iter()
                    .filter(|row| is_here(row))
                    .map(|row| shift(*row)),
            );
        }
        self.staged.append(plain, rows.clone(), above);
        self.account.read += rows.len() as u64;
        self.account.used += rows.len() as u64;
        self.has_short_codes |= plain.short_code.is_some_and(|first| first < rows.end);
        (self.is_under_total, self.is_group) = (false, false);
        let is_before = |found: &CellFinding| (found.row as usize) < rows.end;
        while plain.findings.front().is_some_and(is_before)
            && let Some(found) = plain.findings.pop_front()
        {
            let number = plain
                .numbers
                .get(found.row as usize)
                .map_or(0, |n| above.saturating_add(*n));
            let finding = self.finding(found.problem, found.binding, number, None);
            self.findings.push(finding);
        }
    }

    /// Takes all staged rows away, to be judged as they pass by; none if only all rows together can tell what they are.
    pub(in crate::fact) fn drain(&mut self) -> Option<Staged> {
        let stand_alone = self.totals.rows.is_empty()
            && self.totals.boundaries.is_empty()
            && self.possibly_new.is_empty()
            && self.bare.iter().all(Vec::is_empty)
            && self.doubts.iter().all(Doubts::leave_rows_alone)
            && self.header_above == (self.setting.layout.last_header_row(), 0)
            && self.measures.is_none();
        stand_alone.then(|| self.staged.drain())
    }

    /// What was seen in a run as a whole, once all its rows are staged.
    pub(in crate::fact) fn append_counts(&mut self, plain: &PlainRows, above: u32) {
        for (doubts, more) in self.doubts.iter_mut().zip(&plain.doubts) {
            doubts.append(more, above);
        }
        for counted in plain.counted.iter().filter(|counted| counted.more > 0) {
            self.findings.count_more(counted.code, counted.more);
        }
    }
}

/// The count of that code. There are a handful of them, most often asked for by the very same text.
fn counted<'c>(all: &'c mut Vec<Counted>, code: &'static str, full: &Full) -> &'c mut Counted {
    let is_it = |held: &Counted| std::ptr::eq(held.code, code) || held.code == code;
    let at = all.iter().position(is_it).unwrap_or_else(|| {
        let is_full = full.contains(code);
        all.push(Counted {
            code,
            is_full,
            room: if is_full { 0 } else { KEPT_OF_A_CODE },
            more: 0,
        });
        all.len() - 1
    });
    &mut all[at]
}

/// Whether no cell may hold the name of a unit where its code should be.
fn no_names_for_codes(key: &KeyColumns<'_>, schema: &Schema) -> bool {
    key.references.iter().all(|reference| match reference {
        None => true,
        Some(Reference::Table(table)) => schema.table_at(*table).roster.is_none(),
        Some(Reference::NamedBy(_)) => false,
    })
}
