//! Of which unit a transposed sheet is: its columns, its headings, its titles or its name say so.
//!
//! In: the head of the sheet. Out: where units are named, or the one unit of the sheet. Must not know: figures.

use super::find::label_of;
use super::{KeyCells, SheetUnit, Transposed, Whose};
use crate::fact::SkipReason;
use crate::fact::header::block::Search;
use crate::fact::header::caption::Caption;
use crate::fact::header::head::HeadRow;
use crate::fact::layout::Surroundings;
use crate::fact::problem::Problem;
use crate::fact::roster::Unit;
use crate::fact::schema::{RosterLevel, TableSchema};
use crate::fact::units::{Identity, Units};
use crate::place::CellAddress;
use std::ops::Range;

/// A text with its cell, unless only the name of sheet or file says it.
type Said = (String, Option<CellAddress>);

/// Finds where units are named, puts it into the layout, and gives how many times one is named in the first rows.
pub(super) fn find(
    layout: &mut Transposed,
    key: KeyCells,
    header: Range<usize>,
    surroundings: &Surroundings,
    search: Search<'_>,
) -> usize {
    let table = search.schema.table_at(layout.table);
    let units = table.roster.as_ref().map(Units::new);
    let below = &search.head.rows[header.end..];
    if key.code.is_some() || units.is_some() && key.name.is_some() {
        let named = below
            .iter()
            .filter(|row| names_a_unit(row, key, units.as_ref()))
            .count();
        // Any text is a code where there is no list of them.
        return if units.is_some() { named } else { named.min(1) };
    }
    if let Some(units) = &units {
        let about = layout.unit_above.clone();
        let headings = below
            .iter()
            .filter(|row| layout.years.iter().all(|(at, _)| row.cell(*at).is_none()))
            .filter_map(|row| label_of(row, &layout.labels, None, search))
            .filter(|label| {
                let identity = units.by_name(&label.shown(), None, about.as_deref());
                matches!(identity, Identity::Own(_))
            })
            .count();
        if headings > 0 {
            let unit = of_sheet(layout, table, &header, surroundings, search);
            let is_usable = !unit.code.is_empty() && unit.refused.is_none();
            layout.whose = Whose::Headings(is_usable.then(|| Box::new(unit)));
            return headings;
        }
    }
    let unit = of_sheet(layout, table, &header, surroundings, search);
    let count = usize::from(!unit.code.is_empty() || unit.refused.is_some());
    layout.whose = Whose::Sheet(Box::new(unit));
    count
}

fn names_a_unit(row: &HeadRow, key: KeyCells, units: Option<&Units<'_>>) -> bool {
    let text = |column: Option<u32>| Some(row.cell(column?)?.caption().shown.as_str());
    let Some(units) = units else {
        return text(key.code).is_some();
    };
    let identity = match (text(key.code), text(key.name)) {
        (Some(code), name) => units.by_code(code, name),
        (None, Some(name)) => Some(units.by_name(name, text(key.parent), None)),
        (None, None) => None,
    };
    matches!(identity, Some(Identity::Own(_)))
}

/// The one unit of the sheet: by its code or name in a cell of its own, or else by the texts about the table.
fn of_sheet(
    layout: &Transposed,
    table: &TableSchema,
    header: &Range<usize>,
    surroundings: &Surroundings,
    search: Search<'_>,
) -> SheetUnit {
    let (code, name) = written(layout, table, header, search);
    let Some(level) = &table.roster else {
        let (code, code_cell) = code.unwrap_or_default();
        let (name, name_cell) = name.unwrap_or_default();
        return SheetUnit {
            code,
            name,
            code_cell,
            name_cell,
            ..SheetUnit::default()
        };
    };
    let units = Units::new(level);
    let named = match &name {
        Some(_) => Vec::new(),
        None => mentioned(level, surroundings),
    };
    let titles = &search.head.rows[..header.start];
    let name = name.or_else(|| match named.as_slice() {
        [unit] => Some((unit.full_name(), address_of(unit, level, titles))),
        [] | [_, ..] => None,
    });
    let identity = match (&code, &name) {
        (Some((code, _)), name) => {
            let name = name.as_ref().map(|(name, _)| name.as_str());
            units.by_code(code, name)
        }
        (None, Some((name, _))) => {
            let above = layout.unit_above.as_deref();
            // A title names the unit with all that tells it apart.
            Some(match named.as_slice() {
                [unit] => units
                    .by_code(&unit.code, Some(name))
                    .unwrap_or_else(|| units.by_name(name, None, above)),
                [] | [_, ..] => units.by_name(name, None, above),
            })
        }
        (None, None) if named.len() > 1 => Some(Identity::Unknown(Problem::SheetOfSeveral {
            units: named.iter().map(|unit| units.shown(unit)).collect(),
        })),
        (None, None) => return SheetUnit::default(),
    };
    let unknown_code = code.as_ref().map(|(code, _)| code.clone());
    sheet_unit(identity, unknown_code, code, name, &units)
}

fn sheet_unit(
    identity: Option<Identity<'_>>,
    unknown_code: Option<String>,
    code: Option<Said>,
    name: Option<Said>,
    units: &Units<'_>,
) -> SheetUnit {
    let (_, code_cell) = code.unwrap_or_default();
    let (name, name_cell) = name.unwrap_or_default();
    let mut unit = SheetUnit {
        name,
        code_cell,
        name_cell,
        ..SheetUnit::default()
    };
    match identity {
        Some(Identity::Own(own)) => {
            unit.code.clone_from(&own.unit.code);
            unit.remark = own.spelling;
        }
        Some(Identity::Above(above)) => {
            let problem = Problem::WrongLevel {
                code: above.code.clone(),
                unit: above.full_name(),
            };
            unit.refused = Some((problem, SkipReason::CodeName));
        }
        Some(Identity::Disagrees(problem) | Identity::New(problem)) => {
            unit.code = unknown_code.unwrap_or_default();
            unit.refused = Some((problem, SkipReason::CodeName));
        }
        Some(Identity::Unknown(problem)) => unit.refused = Some((problem, SkipReason::NoKey)),
        None => {
            unit.code = unknown_code.unwrap_or_default();
            let problem = Problem::UnknownUnit {
                code: unit.code.clone(),
                roster: units.roster.file.clone(),
            };
            unit.refused = Some((problem, SkipReason::UnknownUnit));
        }
    }
    unit
}

/// The units of the level that stand about the table: in titles and the sheet's name, or else in the file's name. Of units of one name
/// only those are meant that belong to the unit that the same texts name.
fn mentioned<'r>(level: &'r RosterLevel, surroundings: &Surroundings) -> Vec<&'r Unit> {
    let above = surroundings.unit_above(level);
    let in_texts = |texts: &mut dyn Iterator<Item = &String>| {
        let mut found: Vec<&'r Unit> = Vec::new();
        for mut units in texts.flat_map(|text| level.roster.mentions(&level.level, text)) {
            if let (true, Some(above)) = (units.len() > 1, above) {
                units.retain(|unit| unit.parent == above.code);
            }
            for unit in units {
                if !found.contains(&unit) {
                    found.push(unit);
                }
            }
        }
        found
    };
    let titles = if surroundings.own.is_empty() {
        &surroundings.around
    } else {
        &surroundings.own
    };
    let near = in_texts(&mut surroundings.sheet.iter().chain(titles));
    if near.is_empty() {
        in_texts(&mut std::iter::once(&surroundings.file))
    } else {
        near
    }
}

/// The cell of a title that names the unit.
fn address_of(unit: &Unit, level: &RosterLevel, titles: &[HeadRow]) -> Option<CellAddress> {
    titles.iter().find_map(|row| {
        let names_it = |text: &str| {
            let mentions = level.roster.mentions(&level.level, text);
            mentions.iter().any(|units| units.contains(&unit))
        };
        let (column, _) = row
            .filled()
            .find(|(_, cell)| names_it(&cell.caption().shown))?;
        Some(CellAddress {
            row: row.number,
            column,
        })
    })
}

/// Code and name where each stands in a cell behind its header: `Mã xã | 25294` or `Tên xã: Xã Lộc Thành`, above the years or below.
fn written(
    layout: &Transposed,
    table: &TableSchema,
    header: &Range<usize>,
    search: Search<'_>,
) -> (Option<Said>, Option<Said>) {
    let name = table.column("name").map(|(name, _)| name);
    let (mut code_said, mut name_said) = (None, None);
    let rows = &search.head.rows;
    let about = rows[..header.start].iter().chain(&rows[header.end..]);
    for row in about {
        for (at, cell) in row.filled().filter(|(at, _)| layout.columns.contains(at)) {
            let shown = &cell.caption().shown;
            let (header, inside) = match shown.split_once(':') {
                Some((header, value)) => (header, value.trim()),
                None => (shown.as_str(), ""),
            };
            let caption = Caption::new(super::label::split_number(header).1, &search.index.words);
            let mut meanings = search.index.meanings_of(&caption).iter();
            let Some(meaning) = meanings.find(|meaning| meaning.table == layout.table) else {
                continue;
            };
            let said = if inside.is_empty() {
                next_text(row, at)
            } else {
                Some((inside.to_owned(), row.number, at))
            };
            let said = said.map(|(text, row, column)| (text, Some(CellAddress { row, column })));
            if table.key.contains(&meaning.column) {
                code_said = code_said.or(said);
            } else if name == Some(meaning.column) {
                name_said = name_said.or(said);
            }
        }
    }
    (code_said, name_said)
}

/// The first text right of a cell, but for those that a merge spreads from it.
fn next_text(row: &HeadRow, at: u32) -> Option<(String, u32, u32)> {
    let own = row.cell(at)?;
    let (column, cell) = row
        .filled()
        .find(|(column, cell)| *column > at && !cell.is_one_with(own))?;
    Some((cell.caption().shown.clone(), row.number, column))
}
