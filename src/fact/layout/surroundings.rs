//! What stands about a table and says of what year or of whose district it is: the names of sheet and file, the titles above.
//!
//! In: the head of the sheet and where the table begins in it. Out: those texts, the nearest ones apart. Must not know: columns.

use crate::fact::header::head::{Head, HeadRow};
use crate::fact::header::index::HeaderIndex;
use crate::fact::header::unit::UnitWord;
use crate::fact::recognise::{SheetName, folder, stem};
use crate::fact::roster::Unit;
use crate::fact::schema::RosterLevel;
use std::ops::Range;

/// Texts about a table.
#[derive(Clone, Debug)]
pub(in crate::fact) struct Surroundings {
    /// The sheet's name.
    pub(in crate::fact) sheet: Option<String>,
    /// Titles right over the table's own columns.
    pub(in crate::fact) own: Vec<String>,
    /// Titles over other columns, and those over the sheet's first table.
    pub(in crate::fact) around: Vec<String>,
    /// The file's name, without folders and ending.
    pub(in crate::fact) file: String,
    /// The folder that the file is in.
    folder: Option<String>,
}

impl Surroundings {
    /// Those of a table whose header begins at that row of the head.
    pub(in crate::fact) fn new(
        first_row: usize,
        columns: &Range<u32>,
        head: &Head,
        name: SheetName<'_>,
    ) -> Self {
        let above = head.rows[..first_row].iter().flat_map(HeadRow::filled);
        let (own, around): (Vec<_>, Vec<_>) = above.partition(|(at, _)| columns.contains(at));
        let texts = |cells: Vec<(u32, &crate::fact::header::head::HeadCell)>| {
            let mut texts: Vec<String> = Vec::new();
            for (_, cell) in cells {
                if texts.last() != Some(&cell.caption().shown) {
                    texts.push(cell.caption().shown.clone());
                }
            }
            texts
        };
        let mut around = texts(around);
        around.extend(head.titles.iter().cloned());
        Surroundings {
            sheet: name.sheet.map(str::to_owned),
            own: texts(own),
            around,
            file: stem(name.file).to_owned(),
            folder: folder(name.file).map(str::to_owned),
        }
    }

    /// The units that lines such as `ĐVT: triệu đồng` give, over the table or among those header texts; if there are none, those over
    /// the sheet's first table.
    pub(in crate::fact) fn remarks<'a>(
        &'a self,
        header: impl Iterator<Item = &'a str>,
        index: &HeaderIndex,
    ) -> Vec<UnitWord> {
        let near = self.own.iter().map(String::as_str).chain(header);
        let units = units_of(near, index);
        if units.is_empty() {
            units_of(self.around.iter().map(String::as_str), index)
        } else {
            units
        }
    }

    /// Everything that names of sheet, file and folder and the titles say together. Titles over the table itself keep those farther
    /// away from being asked.
    pub(in crate::fact) fn texts(&self) -> impl Iterator<Item = &str> {
        let titles = if self.own.is_empty() {
            &self.around
        } else {
            &self.own
        };
        let names = [self.sheet.as_ref(), Some(&self.file), self.folder.as_ref()];
        let texts = names.into_iter().flatten().chain(titles);
        texts.map(String::as_str)
    }

    /// The unit whose units the table lists, if it stands about it, and no other.
    pub(in crate::fact) fn unit_above<'r>(&self, roster: &'r RosterLevel) -> Option<&'r Unit> {
        let level = roster.roster.level_above(&roster.level)?;
        let mut found: Option<&Unit> = None;
        for unit in self
            .texts()
            .flat_map(|text| roster.roster.mentions(level, text))
            .flatten()
        {
            if found.is_some_and(|other| other.code != unit.code) {
                return None;
            }
            found = Some(unit);
        }
        found
    }
}

fn units_of<'a>(texts: impl Iterator<Item = &'a str>, index: &HeaderIndex) -> Vec<UnitWord> {
    let mut units: Vec<UnitWord> = Vec::new();
    for unit in texts.filter_map(|text| index.words.remark(text)).flatten() {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}
