//! What a sheet's columns hold: every matched header bound to a column and a year, with its scale.
//!
//! In: the header of the sheet's table, the head, the names of sheet and file. Out: bindings, or why the sheet is refused.
//! Must not know: the rows below the header.

use crate::fact::header::block::{Block, Matched};
use crate::fact::header::caption::Caption;
use crate::fact::header::head::{Head, HeadRow, texts};
use crate::fact::header::index::HeaderIndex;
use crate::fact::header::unit::UnitWord;
use crate::fact::problem::Problem;
use crate::fact::recognise::SheetName;
use crate::fact::schema::{ColumnId, ColumnSchema, ColumnType, Schema, TableId, TableSchema};
use crate::number::Number;
use crate::place::{CellAddress, ColumnLetters, Spot};
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

mod doubt;
mod measure;
mod narrow;
mod sheet_year;
mod surroundings;
mod title;

pub(super) use measure::{Measure, MeasureColumn};
use sheet_year::SheetYear;
pub(super) use surroundings::Surroundings;

/// How a sheet's rows are to be read.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) table: TableId,
    /// The part of the sheet's columns that is the table's.
    pub(super) columns: Range<u32>,
    /// Row numbers in the file.
    pub(super) header_rows: Vec<u32>,
    pub(super) bindings: Vec<Binding>,
    /// The column of years, where a row holds one year of a unit.
    pub(super) year_column: Option<u32>,
    /// The code of the unit whose units the rows are, as the titles or the names of sheet and file say.
    pub(super) unit_above: Option<String>,
    /// The column whose words tell a unit's rows apart.
    pub(super) measures: Option<MeasureColumn>,
    /// Columns that are the right part of their left neighbours and ought to be empty.
    pub(super) covered: Vec<u32>,
    /// Headers that mean nothing here.
    pub(super) extra: Vec<String>,
    /// The first column behind all that have a header.
    pub(super) headers_end: u32,
    /// The texts of each header row, so that a repeated header is known again.
    pub(super) header_texts: Vec<Vec<(u32, String)>>,
    /// What there is to say about its year.
    pub(super) notes: Vec<Problem>,
}

/// A sheet's column and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Binding {
    /// The sheet's column, from 0.
    pub(super) at: u32,
    pub(super) column: ColumnId,
    pub(super) year: BoundYear,
    /// What its numbers are multiplied by.
    pub(super) scale: Option<Number>,
    /// The words of that scale.
    pub(super) unit_text: String,
    /// Whether bare numbers are percents, because the header says so.
    pub(super) percent: bool,
    /// The header as found.
    pub(super) header: String,
}

/// The year of a bound column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BoundYear {
    /// The column has no years.
    None,
    /// This one.
    Fixed(i32),
    /// The one in the row's year column, plus this.
    OfRow(i32),
}

/// Why a sheet cannot be used, and where that is seen.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    pub(super) problem: Problem,
    pub(super) spot: Spot,
}

impl Layout {
    /// Binds every matched header.
    pub(super) fn new(
        block: &Block,
        head: &Head,
        name: SheetName<'_>,
        index: &HeaderIndex,
        schema: &Schema,
    ) -> Result<Layout, Box<Refusal>> {
        doubt::check(block, head, schema)?;
        let surroundings = Surroundings::new(block.rows.start, &block.columns, head, name);
        narrow::check(block, &surroundings, schema)?;
        let remarks = remarks(head, block, index, &surroundings);
        other_unit(block, &surroundings, index, schema)?;
        let year_column = year_column(block, schema);
        let mut notes = Vec::new();
        let sheet_year = if year_column.is_none() {
            sheet_year::find(block, &surroundings, schema, &mut notes)?
        } else {
            None
        };
        let mut bindings = Vec::with_capacity(block.matched.len());
        for matched in &block.matched {
            let year = bound_year(matched, sheet_year, schema, block.table);
            bindings.push(bind(matched, year, &remarks, schema, block.table)?);
        }
        refuse_two_columns_for_one_fact(&bindings, block, schema)?;
        let merged = doubt::merged_rows(block, head, schema);
        let header_rows = &head.rows[block.rows.start..merged.end];
        let measures = measure::find(block, head);
        let roster = schema.table_at(block.table).roster.as_ref();
        let unit_above = roster.and_then(|roster| surroundings.unit_above(roster));
        Ok(Layout {
            table: block.table,
            columns: block.columns.clone(),
            header_rows: header_rows.iter().map(|row| row.number).collect(),
            bindings,
            year_column,
            covered: block.covered.clone(),
            extra: extra_columns(block, year_column, measures.as_ref()),
            headers_end: headers_end(header_rows, &block.covered),
            measures,
            unit_above: unit_above.map(|unit| unit.code.clone()),
            header_texts: texts(header_rows),
            notes,
        })
    }

    /// The binding of a column, for columns without years.
    pub(super) fn binding(&self, column: ColumnId) -> Option<&Binding> {
        self.bindings
            .iter()
            .find(|binding| binding.column == column)
    }

    /// Columns that name what a row is about, and of which year.
    pub(super) fn label_columns(&self, table: &TableSchema) -> Vec<u32> {
        let is_label = |binding: &&Binding| {
            table.key.contains(&binding.column)
                || table.column_at(binding.column).is_some_and(|column| {
                    matches!(column.kind, ColumnType::Code { .. } | ColumnType::Text)
                })
        };
        self.bindings
            .iter()
            .filter(is_label)
            .map(|binding| binding.at)
            .chain(self.year_column)
            .collect()
    }

    /// Columns as people find them: `Tên xã (B)`.
    pub(super) fn shown_columns(&self, columns: &[u32]) -> Vec<String> {
        let header = |at: &u32| {
            let binding = self.bindings.iter().find(|binding| binding.at == *at);
            binding.map_or(String::new(), |binding| binding.header.clone())
        };
        columns
            .iter()
            .map(|at| {
                format!("{} ({})", header(at), ColumnLetters(*at))
                    .trim()
                    .to_owned()
            })
            .collect()
    }

    pub(super) fn first_row(&self) -> u32 {
        self.header_rows.first().copied().unwrap_or(0)
    }

    pub(super) fn last_header_row(&self) -> u32 {
        self.header_rows.last().copied().unwrap_or(0)
    }
}

impl Refusal {
    pub(super) fn at(problem: Problem, row: u32, column: u32) -> Box<Refusal> {
        Box::new(Refusal {
            problem,
            spot: Spot::Cell(CellAddress { row, column }),
        })
    }
}

/// The units of the lines above the table (`ĐVT: triệu đồng`) or in its header.
fn remarks(
    head: &Head,
    block: &Block,
    index: &HeaderIndex,
    surroundings: &Surroundings,
) -> Vec<UnitWord> {
    let header = head.rows[block.rows.clone()]
        .iter()
        .flat_map(|row| row.filled())
        .map(|(_, cell)| cell.caption().shown.as_str());
    surroundings.remarks(header, index)
}

/// Refuses numbers under a line that says that all of them are something else: `ĐVT: %` over `Số hộ nghèo`.
fn other_unit(
    block: &Block,
    surroundings: &Surroundings,
    index: &HeaderIndex,
    schema: &Schema,
) -> Result<(), Box<Refusal>> {
    let lines = surroundings.own.iter();
    let remarks: Vec<(&String, Vec<UnitWord>)> = lines
        .filter_map(|line| Some((line, index.words.remark(line)?)))
        .collect();
    let units = || remarks.iter().flat_map(|(_, units)| units);
    let Some((text, _)) = remarks.iter().find(|(_, units)| !units.is_empty()) else {
        return Ok(());
    };
    let table = schema.table_at(block.table);
    let column = |matched: &Matched| table.column_at(matched.column);
    let fits = |matched: &Matched| {
        column(matched).is_some_and(|column| units().any(|unit| unit.fits(column, schema)))
    };
    // It may be said of a column that is not read.
    let may_be_of_another = if units().all(UnitWord::is_percent) {
        let is_rate = |text: &str| text.contains('%') || fold(text).contains(&fold("tỷ lệ"));
        block.unmatched.iter().any(|(_, text)| is_rate(text))
    } else {
        !extra_columns(block, None, None).is_empty()
    };
    if may_be_of_another || !units().all(UnitWord::is_named) || block.matched.iter().any(fits) {
        return Ok(());
    }
    let is_number = |matched: &&Matched| {
        let kind = column(matched).map(|column| &column.kind);
        matched.units.is_empty() && matches!(kind, Some(ColumnType::Number { .. }))
    };
    match block.matched.iter().find(is_number) {
        Some(matched) => Err(Box::new(Refusal {
            problem: Problem::OtherUnit {
                text: (*text).clone(),
                header: matched.text.clone(),
            },
            spot: Spot::Whole,
        })),
        None => Ok(()),
    }
}

/// Headers of a column of years.
const YEAR_HEADERS: [&str; 7] = [
    "Năm",
    "Năm số liệu",
    "Năm báo cáo",
    "Năm rà soát",
    "Năm đánh giá",
    "Số liệu năm",
    "Year",
];

/// A column `Năm` that the table does not know, beside columns by year whose headers name none.
fn year_column(block: &Block, schema: &Schema) -> Option<u32> {
    needs_year(block, schema).next()?;
    let is_year = |text: &str| YEAR_HEADERS.iter().any(|known| fold(known) == fold(text));
    block
        .unmatched
        .iter()
        .find(|(_, text)| is_year(text))
        .map(|(at, _)| *at)
}

/// Matched columns by year whose headers name no year.
fn needs_year<'a>(block: &'a Block, schema: &'a Schema) -> impl Iterator<Item = &'a Matched> {
    let table = schema.table_at(block.table);
    let is_series = |column: ColumnId| table.column_at(column).is_some_and(|column| column.series);
    block
        .matched
        .iter()
        .filter(move |matched| matched.years.is_empty() && is_series(matched.column))
}

fn bound_year(
    matched: &Matched,
    sheet_year: Option<SheetYear>,
    schema: &Schema,
    table: TableId,
) -> BoundYear {
    let is_series = schema
        .table_at(table)
        .column_at(matched.column)
        .is_some_and(|column| column.series);
    match (matched.years.first(), sheet_year) {
        _ if !is_series => BoundYear::None,
        (Some(year), _) => BoundYear::Fixed(year + matched.year_shift),
        (None, Some(year)) => BoundYear::Fixed(year.of(matched)),
        (None, None) => BoundYear::OfRow(matched.year_shift),
    }
}

pub(super) fn bind(
    matched: &Matched,
    year: BoundYear,
    remarks: &[UnitWord],
    schema: &Schema,
    table: TableId,
) -> Result<Binding, Box<Refusal>> {
    let column = schema.table_at(table).column_at(matched.column);
    let is_fitting = |unit: &&UnitWord| column.is_some_and(|column| unit.fits(column, schema));
    let own: Vec<&UnitWord> = matched.units.iter().collect();
    let units = if own.is_empty() {
        remarks.iter().filter(is_fitting).collect()
    } else {
        own
    };
    let scales: Vec<&UnitWord> = units
        .iter()
        .copied()
        .filter(|unit| unit.scale.is_some())
        .collect();
    if let [first, others @ ..] = scales.as_slice()
        && let Some(other) = others.iter().find(|other| other.scale != first.scale)
    {
        let problem = Problem::TwoUnits {
            column: matched.text.clone(),
            first: first.text.clone(),
            second: other.text.clone(),
        };
        return Err(Box::new(Refusal {
            problem,
            spot: Spot::Whole,
        }));
    }
    let is_scaled = column.is_some_and(|column| {
        matches!(
            column.kind,
            ColumnType::Number { .. } | ColumnType::Money { .. }
        )
    });
    let scale = scales.first().filter(|_| is_scaled);
    Ok(Binding {
        at: matched.at,
        column: matched.column,
        year,
        scale: scale.and_then(|unit| unit.scale.clone()),
        unit_text: scale.map(|unit| unit.text.clone()).unwrap_or_default(),
        percent: matched.percent || units.iter().any(|unit| unit.is_percent()),
        header: matched.text.clone(),
    })
}

fn refuse_two_columns_for_one_fact(
    bindings: &[Binding],
    block: &Block,
    schema: &Schema,
) -> Result<(), Box<Refusal>> {
    let mut held: FxHashMap<(ColumnId, Option<i32>), &Binding> = FxHashMap::default();
    for binding in bindings {
        // Under a year column two shifts are two years.
        let year = match binding.year {
            BoundYear::None => None,
            BoundYear::Fixed(year) | BoundYear::OfRow(year) => Some(year),
        };
        if let Some(first) = held.insert((binding.column, year), binding) {
            let name = schema
                .table_at(block.table)
                .column_at(binding.column)
                .map(ColumnSchema::usual_header)
                .unwrap_or_default();
            let shown =
                |binding: &Binding| format!("{} ({})", binding.header, ColumnLetters(binding.at));
            let problem = Problem::TwoColumns {
                column: name,
                first: shown(first),
                second: shown(binding),
            };
            return Err(Box::new(Refusal {
                problem,
                spot: Spot::Whole,
            }));
        }
    }
    Ok(())
}

/// Numbering columns are in every table and mean nothing.
const NUMBERING: [&str; 6] = ["stt", "tt", "số tt", "số thứ tự", "no", "no."];

/// The first column behind all headers, those that mean nothing here too.
fn headers_end(header_rows: &[HeadRow], covered: &[u32]) -> u32 {
    let headers = header_rows.iter().flat_map(HeadRow::filled);
    let columns = headers
        .map(|(column, _)| column)
        .chain(covered.iter().copied());
    columns.max().map_or(0, |last| last + 1)
}

fn extra_columns(
    block: &Block,
    year_column: Option<u32>,
    measures: Option<&MeasureColumn>,
) -> Vec<String> {
    let is_read =
        |at: u32| Some(at) == year_column || measures.is_some_and(|column| column.at == at);
    let is_numbering = |text: &str| NUMBERING.iter().any(|known| fold(known) == fold(text));
    let extra = block
        .unmatched
        .iter()
        .filter(|(at, text)| !is_read(*at) && !is_numbering(text));
    extra
        .map(|(at, text)| format!("{text} ({})", ColumnLetters(*at)))
        .collect()
}

/// Whether a caption is a unit remark or a known line of a title block, not a heading of columns.
pub(super) fn is_title_line(caption: &Caption) -> bool {
    const STARTS: [&str; 16] = [
        "cộng hòa",
        "độc lập",
        "ủy ban",
        "ubnd",
        "hội đồng",
        "sở ",
        "mẫu",
        "biểu",
        "phụ lục",
        "kèm theo",
        "(kèm",
        "ban hành",
        "đvt",
        "đơn vị tính",
        "ngày",
        "(đvt",
    ];
    static FOLDED: LazyLock<([String; 16], String)> =
        LazyLock::new(|| (STARTS.map(fold), fold("ngày")));
    let (starts, day) = &*FOLDED;
    let text = &caption.whole;
    starts.iter().any(|start| text.starts_with(start.as_str()))
        || text.contains(day.as_str())
        || text.contains("số:")
}
