//! Columns of a sheet from a header on down: one table, until another header ends it.
//!
//! In: rows. Out: the table's rows as they were read, with their account. Must not know: other columns, other sheets.

use super::fill::FillDown;
use super::stream::ALL;
use super::unknown::holds_figures;
use crate::fact::body::{
    Body, Finished, Full, Keep, PlainReader, PlainRows, Setting, Staged, repeats,
};
use crate::fact::header::caption::Caption;
use crate::fact::header::index::HeaderIndex;
use crate::fact::header::likeness::headers_in;
use crate::fact::layout::Layout;
use crate::fact::problem::Problem;
use crate::fact::schema::TableId;
use crate::fact::transposed::{Indicators, Transposed};
use crate::fact::{SheetAccount, SkipReason};
use crate::table::{OwnedRow, Row};
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

/// So many rows without data may be the titles of the next table.
const MOST_IDLE: usize = 40;

/// So many rows may look like headers and be none before no more of them are looked at: each look takes the rows below into account.
const MOST_FALSE_ALARMS: u32 = 500;

/// Header texts by row: the column and the folded text.
pub(super) type HeaderTexts = Vec<Vec<(u32, String)>>;

pub(super) struct Lane<'s> {
    pub(super) columns: Range<u32>,
    work: Work<'s>,
    /// Rows since the last one with data, or since the last repeated header where no data is known.
    idle: VecDeque<OwnedRow>,
    fill: FillDown,
    /// The row at hand, without other lanes' cells.
    own: OwnedRow,
    /// Rows that looked like headers and were none.
    pub(super) false_alarms: u32,
}

enum Work<'s> {
    Table(Box<Body<'s>>),
    Transposed(Box<Indicators<'s>>),
    Unused(Box<Unused>),
}

/// Rows that are only counted.
#[derive(Debug, Default)]
pub(super) struct Unused {
    pub(super) account: SheetAccount,
    /// The headers of what is no known table, to be told if nothing else of the sheet is used either.
    pub(super) headers: Option<Vec<String>>,
    /// How many rows hold figures.
    pub(super) figures: u64,
    /// The header that could not be used, so that it is known where it is repeated.
    pub(super) header_texts: HeaderTexts,
    pub(super) last_header_row: u32,
}

/// What a lane gave.
pub(super) enum Given {
    Table(Arc<Layout>, Box<Finished>, FillDown),
    Transposed(Arc<Transposed>, Box<Finished>, FillDown),
    Unused(Unused),
}

/// What a row is to a lane, if not simply its next.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Beginning {
    /// Nothing of the lane stands in it, or figures do.
    No,
    /// Words only.
    Words,
    /// Headers, so that a table may begin.
    Headers,
    /// A header over figures that are said to be others: (first, second).
    Contradiction(Box<Problem>, u32),
}

impl<'s> Lane<'s> {
    pub(super) fn table(setting: Setting<'s>, account: SheetAccount, fill: FillDown) -> Self {
        Lane::new(
            setting.layout.columns.clone(),
            Work::Table(Box::new(Body::new(setting, account))),
            fill,
        )
    }

    pub(super) fn transposed(rows: Indicators<'s>, fill: FillDown) -> Self {
        let columns = rows.layout().columns.clone();
        Lane::new(columns, Work::Transposed(Box::new(rows)), fill)
    }

    pub(super) fn unused(columns: Range<u32>, unused: Unused) -> Self {
        Lane::new(columns, Work::Unused(Box::new(unused)), FillDown::default())
    }

    fn new(columns: Range<u32>, work: Work<'s>, fill: FillDown) -> Self {
        Lane {
            columns,
            work,
            idle: VecDeque::new(),
            fill,
            own: OwnedRow::default(),
            false_alarms: 0,
        }
    }

    /// Takes the lane's cells of a row.
    pub(super) fn row(&mut self, row: Row<'_>) {
        let own = own_cells(&mut self.own, row, &self.columns);
        if own.is_empty() {
            return;
        }
        let has_data = match &mut self.work {
            Work::Table(body) => body.row(self.fill.apply(own)),
            Work::Transposed(rows) => rows.row(self.fill.apply(own)),
            Work::Unused(unused) => {
                unused.account.read += 1;
                unused.account.skip(SkipReason::NotUsed, own.number);
                unused.figures += u64::from(holds_figures(own));
                let mut headers = unused.header_texts.iter();
                headers.any(|header| repeats(own, header))
            }
        };
        if has_data {
            self.idle.clear();
        } else {
            if self.idle.len() == MOST_IDLE {
                self.idle.pop_front();
            }
            self.idle.push_back(OwnedRow::of(own, &ALL));
        }
    }

    /// Who reads further rows of a lane that takes whole rows of one table.
    pub(super) fn plain_reader(&mut self, keep: Keep) -> Option<PlainReader<'s>> {
        match &self.work {
            Work::Table(body) if self.columns == ALL && self.fill.is_idle() => {
                body.plain_reader(keep)
            }
            Work::Table(_) | Work::Transposed(_) | Work::Unused(_) => None,
        }
    }

    fn body(&mut self) -> Option<&mut Body<'s>> {
        match &mut self.work {
            Work::Table(body) => Some(body),
            Work::Transposed(_) | Work::Unused(_) => None,
        }
    }

    /// The codes of which the table keeps no further finding.
    pub(super) fn full_codes(&mut self) -> Full {
        self.body()
            .map(|body| body.full_codes())
            .unwrap_or_default()
    }

    /// Takes plain rows, whose numbers are counted from `above`.
    pub(super) fn take_plain(&mut self, read: &mut PlainRows, rows: Range<usize>, above: u32) {
        if let Some(body) = self.body().filter(|_| !rows.is_empty()) {
            body.append(read, rows, above);
            self.idle.clear();
        }
    }

    /// The rows so far, if they can be judged as they pass by.
    pub(super) fn drain(&mut self) -> Option<Staged> {
        self.body().and_then(Body::drain)
    }

    /// The table that the lane holds.
    pub(super) fn table_id(&mut self) -> Option<TableId> {
        self.body().map(|body| body.layout().table)
    }

    /// Takes what is known of a run as a whole.
    pub(super) fn take_counts(&mut self, read: &PlainRows, above: u32) {
        if let Some(body) = self.body() {
            body.append_counts(read, above);
        }
    }

    /// Whether another table may begin with that row.
    pub(super) fn beginning(&mut self, row: Row<'_>, index: &HeaderIndex) -> Beginning {
        let own = own_cells(&mut self.own, row, &self.columns);
        let header_texts = match &self.work {
            Work::Table(body) if body.is_plainly_data(own) => return Beginning::No,
            Work::Transposed(rows) if rows.is_plainly_data(own) => return Beginning::No,
            Work::Table(body) => body.header_texts(),
            Work::Transposed(rows) => rows.header_texts(),
            Work::Unused(unused) if own.number <= unused.last_header_row => return Beginning::No,
            Work::Unused(unused) => &unused.header_texts,
        };
        let Some(headers) = headers_in(own, index) else {
            return Beginning::No;
        };
        // A header repeated on the next page begins no table, unless titles above it say that its figures are others.
        if header_texts.iter().any(|header| repeats(own, header)) {
            return if has_titles(&self.idle, index) {
                Beginning::Headers
            } else {
                Beginning::No
            };
        }
        let contradiction = match &self.work {
            Work::Table(body) => body.contradiction(own, index),
            Work::Transposed(rows) => rows.contradiction(own),
            Work::Unused(_) => None,
        };
        match contradiction {
            Some((problem, column)) => Beginning::Contradiction(Box::new(problem), column),
            None if headers >= 2 && self.false_alarms < MOST_FALSE_ALARMS => Beginning::Headers,
            None => Beginning::Words,
        }
    }

    /// Ends the lane before a table's rows without data, which are the next table's: what it gave, and those rows.
    pub(super) fn cut(mut self) -> (Given, VecDeque<OwnedRow>) {
        let idle = std::mem::take(&mut self.idle);
        for row in &idle {
            let number = row.row().number;
            match &mut self.work {
                Work::Table(body) => body.give_back(number),
                Work::Transposed(rows) => rows.give_back(number),
                Work::Unused(_) => return (self.finish(), VecDeque::new()),
            }
        }
        (self.finish(), idle)
    }

    pub(super) fn idle(&self) -> impl Iterator<Item = Row<'_>> {
        self.idle.iter().map(OwnedRow::row)
    }

    pub(super) fn finish(self) -> Given {
        match self.work {
            Work::Table(body) => {
                let layout = body.layout();
                Given::Table(layout, Box::new(body.finish()), self.fill)
            }
            Work::Transposed(rows) => {
                Given::Transposed(rows.layout(), Box::new(rows.finish()), self.fill)
            }
            Work::Unused(unused) => Given::Unused(*unused),
        }
    }
}

fn own_cells<'r>(own: &'r mut OwnedRow, row: Row<'r>, columns: &Range<u32>) -> Row<'r> {
    if *columns == ALL {
        row
    } else {
        own.refill(row, columns);
        own.row()
    }
}

/// Whether rows between tables name a year or a unit of the figures below them.
fn has_titles(idle: &VecDeque<OwnedRow>, index: &HeaderIndex) -> bool {
    let says = |text: &str| {
        !Caption::new(text, &index.words).years.is_empty() || index.words.remark(text).is_some()
    };
    idle.iter().any(|row| {
        row.row()
            .cells()
            .any(|cell| says(&crate::fact::convert::text_of(cell)))
    })
}
