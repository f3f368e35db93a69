//! One sheet: its tables one below the other and side by side, each handed on when the sheet's last row is read.
//!
//! In: an opened file and the number of a sheet. Out: an account for each table on it. Must not know: how headers are matched, rows
//! converted.

mod finish;
mod next;

use super::file::FileReading;
use super::fill::FillDown;
use super::lane::{Beginning, Given, Lane};
use super::plan::Plan;
use super::runs::Stop;
use super::stream::{ALL, Stream};
use crate::diagnostic::Diagnostic;
use crate::fact::body::{Keep, PlainReader, PlainRows, Setting};
use crate::fact::header::area::{Area, areas};
use crate::fact::header::block::Search;
use crate::fact::header::head::{Head, MOST_ROWS};
use crate::fact::header::index::HeaderIndex;
use crate::fact::layout::Layout;
use crate::fact::passing::Passage;
use crate::fact::problem::Problem;
use crate::fact::recognise::SheetName;
use crate::fact::transposed::{Indicators, Transposed, begins_with};
use crate::fact::{SheetAccount, SkipReason};
use crate::place::Place;
use crate::table::{Hidden, Merge, OwnSheets, OwnedRow, Row, SheetInfo, Source};
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

/// A sheet with more rows is read on two threads.
const ROWS_ALONE: u64 = 4_096;

/// How the rows of a sheet are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Many at once, where that is possible.
    Runs,
    OneByOne,
}

/// A sheet being read.
pub(super) struct SheetReading<'r, 'a> {
    pub(super) reading: &'r mut FileReading<'a>,
    info: SheetInfo,
    name: SheetName<'r>,
    pub(super) place: &'r Place,
    merges: Vec<Merge>,
    /// Whether the sheet was delimited text before it came to stand in a workbook.
    was_text: bool,
    hidden: Hidden,
    /// Titles over the first table.
    titles: Vec<String>,
    /// From left to right, with the order in which their tables begin.
    lanes: Vec<(usize, Lane<'a>)>,
    given: Vec<(usize, Given)>,
    begun: usize,
    rows: u64,
    hidden_rows: u64,
}

impl<'a> FileReading<'a> {
    pub(super) fn sheet(
        &mut self,
        source: &mut dyn Source,
        sheet: usize,
        file: &Place,
        own: &OwnSheets,
    ) -> Vec<SheetAccount> {
        let info = source.sheets()[sheet].clone();
        let place = Place {
            sheet: info.name.clone(),
            ..file.clone()
        };
        let overrides = self.request.overrides;
        let others = source
            .sheets()
            .iter()
            .enumerate()
            .filter(|(at, other)| *at != sheet && other.visible && !own.contains(*at))
            .filter(|(_, other)| overrides.read(other.name.as_deref()))
            .count();
        let name = SheetName {
            file: &file.file,
            sheet: info.name.as_deref(),
            is_only_visible: info.visible && others == 0,
        };
        let is_own = own.contains(sheet);
        if !is_own {
            self.met.sheet(overrides, name);
        }
        let before = self.mark();
        for way in [Way::Runs, Way::OneByOne] {
            let mut reading = SheetReading {
                reading: self,
                name,
                info: info.clone(),
                place: &place,
                merges: Vec::new(),
                was_text: own.of_text,
                hidden: Hidden::default(),
                titles: Vec::new(),
                lanes: Vec::new(),
                given: Vec::new(),
                begun: 0,
                rows: 0,
                hidden_rows: 0,
            };
            if is_own {
                reading.note(Problem::FindingsSheet {});
                return vec![reading.count_only(source, sheet, SkipReason::Findings)];
            }
            if !overrides.read(name.sheet) {
                return vec![reading.count_only(source, sheet, SkipReason::NotUsed)];
            }
            match (reading.read(source, sheet, way), way) {
                (Ok(()), _) => {
                    let notes = source.notes(sheet);
                    return reading.finish(notes);
                }
                (Err(Stop::Problem(problem)), Way::OneByOne) => {
                    return vec![reading.failed(problem)];
                }
                // Read row by row, everything is found and said as it must be.
                (Err(Stop::Problem(_) | Stop::CloserLook), Way::Runs) => {
                    self.void_passage();
                    self.back_to(&before);
                }
                // Nothing asks for a closer look than that.
                (Err(Stop::CloserLook), Way::OneByOne) => {
                    return vec![reading.count_only(source, sheet, SkipReason::NotUsed)];
                }
            }
        }
        Vec::new()
    }
}

impl<'a> SheetReading<'_, 'a> {
    fn read(&mut self, source: &mut dyn Source, sheet: usize, way: Way) -> Result<(), Stop> {
        let header_row = self.reading.request.overrides.header_row(self.name);
        let mut head = Head {
            header_row: header_row.map(|said| said.row),
            ..Head::default()
        };
        let layout =
            (self.info.name.is_some()).then(|| (source.merges(sheet), source.hidden(sheet)));
        let mut rows = source.rows(sheet)?;
        let mut looked_at = VecDeque::new();
        while !head.is_full() {
            let Some(row) = rows.next_row()? else { break };
            if !row.is_empty() {
                head.add(row, self.reading.index);
                looked_at.push_back(OwnedRow::of(row, &ALL));
            }
        }
        if let Some((merges, hidden)) = layout.filter(|_| !head.rows.is_empty()) {
            (self.merges, self.hidden) = (merges?, hidden?);
            head.spread(&self.merges);
        }
        self.lanes = self.lanes_of(&head, &ALL, None).unwrap_or_default();
        let mut stream = Stream::new(looked_at, rows);
        if self.read_rows(&mut stream, way, ROWS_ALONE)? {
            return Ok(());
        }
        stream.beside(|stream| self.read_rows(stream, Way::OneByOne, u64::MAX).map(drop))
    }

    /// A sheet that is not asked for, or is this program's own; what is wrong with it does not matter.
    fn count_only(
        &self,
        source: &mut dyn Source,
        sheet: usize,
        reason: SkipReason,
    ) -> SheetAccount {
        let mut account = SheetAccount {
            is_left_out: true,
            ..self.account()
        };
        if let Ok(mut rows) = source.rows(sheet) {
            while let Ok(Some(row)) = rows.next_row() {
                if !row.is_empty() {
                    account.read += 1;
                    account.skip(reason, row.number);
                }
            }
        }
        account
    }

    /// Delimited text has no merges; a merged heading saved as such stands over its first column only.
    fn merges_are_known(&self) -> bool {
        self.info.name.is_some() && !(self.was_text && self.merges.is_empty())
    }

    /// Reads rows to the end, or until so many are read; gives whether the end was reached.
    fn read_rows(&mut self, stream: &mut Stream<'_>, way: Way, most: u64) -> Result<bool, Stop> {
        let index = self.reading.index;
        let mut may_have_runs = way == Way::Runs;
        while let Some(row) = stream.next_row()? {
            if row.is_empty() {
                continue;
            }
            let number = row.number;
            self.rows += 1;
            self.hidden_rows += u64::from(is_in(&self.hidden.rows, number));
            if self.may_begin(row, index) {
                let kept = OwnedRow::of(row, &ALL);
                self.begin(&kept, stream.ahead(MOST_ROWS)?, index);
                self.take(kept.row());
            } else {
                self.take(row);
            }
            if may_have_runs
                && let Some(rows) = stream.rest()
                && let Some(reader) = self.plain_reader()
            {
                may_have_runs = false;
                if self.read_runs(rows, reader, number)? {
                    return Ok(true);
                }
            }
            if self.rows >= most && stream.rest().is_some() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Who reads further rows of a sheet that holds one table.
    fn plain_reader(&mut self) -> Option<PlainReader<'a>> {
        let table = self.only_lane().and_then(Lane::table_id);
        let passage = self.reading.passage.as_ref();
        let passage = passage.filter(|passage| Some(passage.table()) == table);
        let keep = passage.map_or(Keep::All, Passage::keep);
        self.only_lane().and_then(|lane| lane.plain_reader(keep))
    }

    /// The lane of a sheet that has one only.
    pub(super) fn only_lane(&mut self) -> Option<&mut Lane<'a>> {
        match self.lanes.as_mut_slice() {
            [(_, lane)] => Some(lane),
            [] | [_, _, ..] => None,
        }
    }

    pub(super) fn take_plain(&mut self, read: &mut PlainRows, rows: Range<usize>, above: u32) {
        self.rows += rows.len() as u64;
        if let Some(lane) = self.only_lane() {
            lane.take_plain(read, rows, above);
        }
    }

    /// Takes a row of a run, unless another table may begin with it: that is what it gives.
    pub(super) fn take_single(&mut self, row: Row<'_>) -> bool {
        let may_begin = self.may_begin(row, self.reading.index);
        if !may_begin {
            self.rows += 1;
            self.take(row);
        }
        may_begin
    }

    fn take(&mut self, row: Row<'_>) {
        for (_, lane) in &mut self.lanes {
            lane.row(row);
        }
    }

    fn may_begin(&mut self, row: Row<'_>, index: &HeaderIndex) -> bool {
        self.lanes.iter_mut().any(|(_, lane)| {
            matches!(
                lane.beginning(row, index),
                Beginning::Headers | Beginning::Contradiction(..)
            )
        })
    }

    /// Lanes for the tables that begin in those columns; none if that row of the head must be in a header and is in no clear one.
    fn lanes_of(
        &mut self,
        head: &Head,
        columns: &Range<u32>,
        must_hold: Option<usize>,
    ) -> Option<Vec<(usize, Lane<'a>)>> {
        let index = self.reading.index;
        let search = Search {
            head,
            index,
            schema: self.reading.request.schema,
            merges_are_known: self.merges_are_known(),
        };
        let areas = areas(search, columns);
        match must_hold {
            Some(at)
                if !areas.iter().any(|area| {
                    area.begins_with(at, search) || begins_with(search, &area.columns, at)
                }) =>
            {
                return None;
            }
            Some(_) => {}
            None => self.titles = titles(head, &areas),
        }
        Some(areas.iter().map(|area| self.lane(search, area)).collect())
    }

    fn lane(&mut self, search: Search<'_>, area: &Area) -> (usize, Lane<'a>) {
        let account = self.account();
        let plan = self.reading.plan(search, area, self.name, self.place);
        let lane = match plan {
            Plan::Table(layout) => self.table(Arc::new(*layout), account),
            Plan::Transposed(layout) => self.transposed(Arc::new(*layout), account),
            Plan::Refused(ref refused) => {
                self.reading.found(refused.clone());
                Lane::unused(
                    area.columns.clone(),
                    plan.unused(area, search.head, account),
                )
            }
            Plan::NotUsed(_) => Lane::unused(
                area.columns.clone(),
                plan.unused(area, search.head, account),
            ),
        };
        (self.next_order(), lane)
    }

    fn table(&self, layout: Arc<Layout>, account: SheetAccount) -> Lane<'a> {
        let schema = self.reading.request.schema;
        let table = schema.table_at(layout.table);
        let fill = FillDown::new(
            &self.merges,
            &layout.label_columns(table),
            layout.last_header_row(),
        );
        let account = SheetAccount {
            table: Some(layout.table),
            header_rows: layout.header_rows.clone(),
            ..account
        };
        let setting = Setting {
            schema,
            table,
            needed: self.reading.request.needed.get(&layout.table),
            place: self.place.clone(),
            layout,
        };
        Lane::table(setting, account, fill)
    }

    fn transposed(&self, layout: Arc<Transposed>, account: SheetAccount) -> Lane<'a> {
        let fill = FillDown::new(
            &self.merges,
            &layout.label_columns(),
            layout.header_rows.last().copied().unwrap_or(0),
        );
        let account = SheetAccount {
            table: Some(layout.table),
            header_rows: layout.header_rows.clone(),
            ..account
        };
        let request = self.reading.request;
        let rows = Indicators::new(
            request.schema,
            Arc::clone(&layout),
            request.needed.get(&layout.table),
            self.place.clone(),
            self.reading.index,
            account,
        );
        Lane::transposed(rows, fill)
    }

    fn next_order(&mut self) -> usize {
        self.begun += 1;
        self.begun
    }

    fn account(&self) -> SheetAccount {
        SheetAccount {
            sheet: self.info.name.clone(),
            ..SheetAccount::default()
        }
    }

    fn note(&mut self, problem: Problem) {
        let finding: Diagnostic = problem.at(self.place.clone());
        self.reading.found(finding);
    }
}

/// What stands above the first header of a sheet.
fn titles(head: &Head, areas: &[Area]) -> Vec<String> {
    let first = areas
        .iter()
        .filter_map(Area::rows)
        .map(|rows| rows.start)
        .min();
    head.rows[..first.unwrap_or(0)]
        .iter()
        .flat_map(|row| row.filled())
        .map(|(_, cell)| cell.caption().shown.clone())
        .collect()
}

/// Whether a row or column is in one of the runs, which are in order.
fn is_in(runs: &[(u32, u32)], at: u32) -> bool {
    let next = runs.partition_point(|(_, last)| *last < at);
    runs.get(next).is_some_and(|(first, _)| *first <= at)
}
