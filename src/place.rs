//! Where a thing stands: a cell of a submitted file, or a piece of a rule file.
//!
//! In: names and positions. Out: values that print as people write them (`xa.xlsx!Cấp xã!F12`, `rules.yaml:12:7`).
//! Must not know: what stands there.

use std::fmt;
use std::sync::Arc;

/// A cell by its row (from 1, as offices count) and its column (from 0; 0 prints as `A`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellAddress {
    /// Row, counted from 1.
    pub row: u32,
    /// Column, counted from 0.
    pub column: u32,
}

impl fmt::Display for CellAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", ColumnLetters(self.column), self.row)
    }
}

/// The letters of a column: 0 is `A`, 25 `Z`, 26 `AA`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnLetters(pub u32);

impl fmt::Display for ColumnLetters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 >= 26 {
            ColumnLetters(self.0 / 26 - 1).fmt(f)?;
        }
        let letter = char::from(b'A' + u8::try_from(self.0 % 26).unwrap_or(0));
        write!(f, "{letter}")
    }
}

/// Which part of a file a [`Place`] points at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The whole file or sheet.
    Whole,
    /// A row, counted from 1.
    Row(u32),
    /// One cell.
    Cell(CellAddress),
    /// A piece of a text file, with the line it stands in.
    Excerpt(Excerpt),
}

/// A piece of one line of a text file, with the line itself so that a message can show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Excerpt {
    /// Line, counted from 1.
    pub line: u32,
    /// Column in characters, counted from 1.
    pub column: u32,
    /// How many characters are meant (at least 1).
    pub width: u32,
    /// The line, without its line break; of a very long line the part around the column.
    pub text: Arc<str>,
    /// Column of the text's first character: 1, or more where the beginning of a very long line is left out.
    pub first: u32,
}

/// Where a thing stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file's name as the user knows it.
    pub file: Arc<str>,
    /// The sheet, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Which part.
    pub spot: Spot,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Place {
            file: file.into(),
            sheet: None,
            spot: Spot::Whole,
        }
    }

    /// The same place without the text that stands there.
    pub fn without_text(&self) -> Self {
        match &self.spot {
            Spot::Excerpt(excerpt) => self.at(Spot::Excerpt(Excerpt {
                text: String::new().into(),
                ..excerpt.clone()
            })),
            Spot::Whole | Spot::Row(_) | Spot::Cell(_) => self.clone(),
        }
    }

    /// The same file and sheet, at another spot.
    pub fn at(&self, spot: Spot) -> Self {
        Place {
            spot,
            ..self.clone()
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, "!{sheet}")?;
        }
        match &self.spot {
            Spot::Whole => Ok(()),
            Spot::Row(row) => write!(f, "!{row}:{row}"),
            Spot::Cell(cell) => write!(f, "!{cell}"),
            Spot::Excerpt(at) => write!(f, ":{}:{}", at.line, at.column),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_as_a_spreadsheet_does() {
        let letters: Vec<String> = [0, 25, 26, 51, 52, 701, 702, 16383]
            .map(|c| ColumnLetters(c).to_string())
            .into();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_cell_prints_with_its_file_and_sheet() {
        let sheet = Place {
            file: "xa.xlsx".into(),
            sheet: Some("Cấp xã".into()),
            spot: Spot::Whole,
        };
        let cell = sheet.at(Spot::Cell(CellAddress { row: 12, column: 5 }));
        assert_eq!(cell.to_string(), "xa.xlsx!Cấp xã!F12");
        assert_eq!(
            Place::file("xa.csv").at(Spot::Row(3)).to_string(),
            "xa.csv!3:3"
        );
    }
}
