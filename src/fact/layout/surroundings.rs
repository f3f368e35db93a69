//! What stands about a table and says of what year or of whose district it is: the names of sheet and file, the titles above.
//!
//! In: the head of the sheet and where the table begins in it. Out: those texts, the nearest ones apart. Must not know: columns.

use crate::fact::header::head::{Head, HeadRow};
use crate::fact::recognise::{SheetName, stem};
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
                if texts.last() != Some(&cell.caption.shown) {
                    texts.push(cell.caption.shown.clone());
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
        }
    }

    /// The one thing that the sheet's name says, or else its titles, or else the file's name. Titles over the table itself keep
    /// those farther away from being asked.
    pub(in crate::fact) fn only<T>(&self, said: impl Fn(&str) -> Vec<T>) -> Option<T>
    where
        T: Ord,
    {
        let all = |texts: &[String]| -> Vec<T> {
            let mut all: Vec<T> = texts.iter().flat_map(|text| said(text)).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let sheet = self.sheet.as_deref().map(&said).unwrap_or_default();
        let own = all(&self.own);
        let titles = if own.is_empty() {
            all(&self.around)
        } else {
            own
        };
        [sheet, titles, said(&self.file)]
            .into_iter()
            .find(|said| said.len() == 1)?
            .pop()
    }
}
