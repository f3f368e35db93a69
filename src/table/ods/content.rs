//! The XML of an OpenDocument spreadsheet, read into sheets of typed cells.
//!
//! In: `content.xml` as it is unpacked. Out: its sheets, repeated rows and cells kept once; or the problem. Must not know: the zip,
//! how rows are handed on.

use super::super::encoding::Font;
use super::super::{MOST_COLUMNS, MOST_ROWS, Merge, Problem, hide, sheets};
use super::fonts::{self, Fonts};
use super::store::{Stored, StoredSheet, Value};
use super::{CONTENT, broken};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::HashSet;
use std::io::BufRead;

/// What stands in a cell and is none of its text: comments, drawings, footnotes.
pub(super) const BESIDE_TEXT: [&str; 12] = [
    "annotation",
    "annotation-end",
    "note",
    "ruby-text",
    "frame",
    "g",
    "custom-shape",
    "rect",
    "line",
    "ellipse",
    "connector",
    "control",
];
/// Names of whole attributes count, so prefixes must be the usual ones.
const NAMESPACES: [(&str, &str); 3] = [
    (
        "xmlns:office",
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    ),
    (
        "xmlns:table",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    ),
    (
        "xmlns:text",
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    ),
];

/// Reads all sheets.
pub(super) fn read(content: impl BufRead, fonts: &Fonts) -> Result<Vec<StoredSheet>, Problem> {
    let mut reader = Reader::from_reader(content);
    reader.config_mut().expand_empty_elements = true;
    let mut content = Content {
        reader,
        buffer: Vec::new(),
        fonts: Some(fonts).filter(|fonts| fonts.matter()),
        hidden_styles: HashSet::new(),
        stored: 0,
    };
    content.document()
}

struct Content<'a, R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    /// Where they matter.
    fonts: Option<&'a Fonts>,
    hidden_styles: HashSet<String>,
    /// Memory taken by the sheets so far.
    stored: u64,
}

/// What comes next, as far as it matters here.
enum Piece {
    Open(Element),
    Close(String),
    Text(String),
    End,
}

/// An opening tag, its attributes by their whole names.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    fn of(tag: &BytesStart<'_>) -> Result<Self, Problem> {
        let mut attributes = Vec::new();
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| broken(CONTENT))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|_| broken(CONTENT))?;
            attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
        }
        Ok(Element {
            name: tag.local_name().as_ref().to_owned(),
            attributes,
        })
    }

    fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The name of a style that it gives there.
    fn style(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    /// How often it stands there; once if it does not say. What is too much to count is the most there can be.
    fn repeated(&self, name: &str) -> u32 {
        let times = self
            .get(name)
            .map_or(1, |times| super::times(times.trim().as_bytes()));
        u32::try_from(times).unwrap_or(u32::MAX)
    }
}

/// The style that cells of a row or column have unless they name another.
const DEFAULT_STYLE: &str = "table:default-cell-style-name";

/// The columns of a sheet, as far as they are written before its rows.
#[derive(Default)]
struct Columns {
    /// The column behind the last of a run, and the run's style.
    runs: Vec<(u32, Option<String>)>,
}

impl Columns {
    fn take(&mut self, column: &Element, sheet: &mut StoredSheet) {
        let first = self.runs.last().map_or(0, |(end, _)| *end);
        let end = first.saturating_add(column.repeated("table:number-columns-repeated"));
        if is_hidden(column) && first < MOST_COLUMNS {
            hide(&mut sheet.hidden.columns, first, end.min(MOST_COLUMNS) - 1);
        }
        if first < MOST_COLUMNS {
            let style = column.style(DEFAULT_STYLE);
            self.runs
                .push((end, style.filter(|name| fonts::is_kept(name))));
        }
    }

    fn style_of(&self, column: u32) -> Option<&str> {
        let run = self.runs.partition_point(|(end, _)| *end <= column);
        self.runs.get(run)?.1.as_deref()
    }
}

/// A row that begins, and how often it stands there.
struct RowStart {
    row: u32,
    times: u32,
    style: Option<String>,
}

/// Collapsed, or filtered out.
fn is_hidden(element: &Element) -> bool {
    matches!(element.get("table:visibility"), Some("collapse" | "filter"))
}

impl<R: BufRead> Content<'_, R> {
    fn next(&mut self) -> Result<Piece, Problem> {
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer);
            return Ok(match event.map_err(|_| broken(CONTENT))? {
                Event::Start(tag) | Event::Empty(tag) => Piece::Open(Element::of(&tag)?),
                Event::End(tag) => Piece::Close(tag.local_name().as_ref().to_owned()),
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(name) => {
                    let character = match name.resolve_char_ref() {
                        Ok(Some(character)) => Some(character.to_string()),
                        Ok(None) => quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned),
                        Err(_) => None,
                    };
                    Piece::Text(character.ok_or_else(|| broken(CONTENT))?)
                }
                Event::Eof => Piece::End,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }

    /// Passes over the rest of an element that has just been opened.
    fn skip(&mut self) -> Result<(), Problem> {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.next()? {
                Piece::Open(_) => depth += 1,
                Piece::Close(_) => depth -= 1,
                Piece::Text(_) => {}
                Piece::End => return Err(broken(CONTENT)),
            }
        }
        Ok(())
    }

    fn document(&mut self) -> Result<Vec<StoredSheet>, Problem> {
        let (mut found, mut style) = (Vec::new(), None);
        loop {
            match self.next()? {
                Piece::Open(element) => match element.name.as_str() {
                    "document-content" => check_namespaces(&element)?,
                    "style" => style = element.get("style:name").map(str::to_owned),
                    "table-properties" if element.get("table:display") == Some("false") => {
                        let name = style.take().filter(|name| fonts::is_kept(name));
                        if self.hidden_styles.len() < fonts::MOST_STYLES {
                            self.hidden_styles.extend(name);
                        }
                    }
                    "spreadsheet" => self.spreadsheet(&mut found)?,
                    _ => {}
                },
                Piece::Close(_) | Piece::Text(_) => {}
                Piece::End => return Ok(found),
            }
        }
    }

    fn spreadsheet(&mut self, found: &mut Vec<StoredSheet>) -> Result<(), Problem> {
        loop {
            match self.next()? {
                Piece::Open(element) if element.name == "table" => {
                    let sheet = self.sheet(&element)?;
                    found.push(sheet);
                }
                // What was changed, links and the like hold tables that are no sheets.
                Piece::Open(_) => self.skip()?,
                Piece::Close(_) => return Ok(()),
                Piece::Text(_) => {}
                Piece::End => return Err(broken(CONTENT)),
            }
        }
    }

    fn sheet(&mut self, table: &Element) -> Result<StoredSheet, Problem> {
        let style = table.get("table:style-name").unwrap_or_default();
        let name = table.get("table:name").unwrap_or_default();
        // It is held thrice, to compare names too.
        self.stored = self.stored.saturating_add(3 * name.len() as u64);
        super::store::check(self.stored)?;
        let mut sheet = StoredSheet::new(name, !self.hidden_styles.contains(style));
        let mut columns = Columns::default();
        let mut row = 0_u32;
        loop {
            match self.next()? {
                Piece::Open(element) => match element.name.as_str() {
                    "table-column" => columns.take(&element, &mut sheet),
                    "table-row" => {
                        let times = element.repeated("table:number-rows-repeated");
                        let end = row.saturating_add(times);
                        if is_hidden(&element) && row < MOST_ROWS {
                            hide(&mut sheet.hidden.rows, row + 1, end.min(MOST_ROWS));
                        }
                        let rows = RowStart {
                            row,
                            times,
                            style: element.style(DEFAULT_STYLE),
                        };
                        self.row(&mut sheet, &columns, &rows)?;
                        row = end;
                    }
                    "table-row-group"
                    | "table-header-rows"
                    | "table-rows"
                    | "table-column-group"
                    | "table-header-columns"
                    | "table-columns" => {}
                    _ => self.skip()?,
                },
                Piece::Close(name) if name == "table" => return Ok(sheet),
                Piece::Close(_) | Piece::Text(_) => {}
                Piece::End => return Err(broken(CONTENT)),
            }
        }
    }

    fn row(
        &mut self,
        sheet: &mut StoredSheet,
        columns: &Columns,
        rows: &RowStart,
    ) -> Result<(), Problem> {
        let RowStart { row, times, .. } = *rows;
        let (start, mut column) = (sheet.begin_row(), 0_u32);
        loop {
            match self.next()? {
                Piece::Open(element) => match element.name.as_str() {
                    "table-cell" | "covered-table-cell" => {
                        let repeated = element.repeated("table:number-columns-repeated");
                        let end = column.saturating_add(repeated);
                        let font = self.fonts.map_or(Font::Other, |fonts| {
                            let own = element.style("table:style-name");
                            let style = own.or_else(|| rows.style.clone());
                            fonts.of(style.as_deref().or_else(|| columns.style_of(column)))
                        });
                        if let Some(value) = self.cell(sheet, &element, font)? {
                            check_place(row.saturating_add(times), end)?;
                            if element.get("table:formula").is_some() && !value.is_unsaved() {
                                let cells = u64::from(repeated).saturating_mul(times.into());
                                sheet.formulas = sheet.formulas.saturating_add(cells);
                            }
                            sheet.push(Stored { column, end, value });
                        }
                        sheet.merges.extend(merge(&element, row, column)?);
                        column = end;
                    }
                    _ => self.skip()?,
                },
                Piece::Close(_) => {
                    sheet.finish_row(row, times, start);
                    self.stored = self.stored.saturating_add(sheet.memory_since(start));
                    return super::store::check(self.stored);
                }
                Piece::Text(_) => {}
                Piece::End => return Err(broken(CONTENT)),
            }
        }
    }

    /// The value of a cell, none for an empty one.
    fn cell(
        &mut self,
        sheet: &mut StoredSheet,
        cell: &Element,
        font: Font,
    ) -> Result<Option<Value>, Problem> {
        let mut text = String::new();
        let mut paragraphs = 0;
        loop {
            match self.next()? {
                Piece::Open(element) if element.name == "p" || element.name == "h" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    self.paragraph(&mut text)?;
                }
                Piece::Open(_) => self.skip()?,
                Piece::Close(_) => {
                    let shown = Some(text.as_str()).filter(|_| paragraphs > 0);
                    return Ok(value(sheet, cell, shown, font));
                }
                Piece::Text(_) => {}
                Piece::End => return Err(broken(CONTENT)),
            }
        }
    }

    fn paragraph(&mut self, text: &mut String) -> Result<(), Problem> {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.next()? {
                Piece::Open(element) if BESIDE_TEXT.contains(&element.name.as_str()) => {
                    self.skip()?;
                }
                Piece::Open(element) => {
                    depth += 1;
                    match element.name.as_str() {
                        "s" => {
                            let spaces = element.repeated("text:c").min(1_000);
                            text.extend((0..spaces).map(|_| ' '));
                        }
                        "tab" => text.push('\t'),
                        "line-break" => text.push('\n'),
                        _ => {}
                    }
                }
                Piece::Close(_) => depth -= 1,
                Piece::Text(more) => text.push_str(&more),
                Piece::End => return Err(broken(CONTENT)),
            }
        }
        Ok(())
    }
}

fn check_namespaces(root: &Element) -> Result<(), Problem> {
    match NAMESPACES
        .iter()
        .all(|(name, meant)| root.get(name) == Some(meant))
    {
        true => Ok(()),
        false => Err(Problem::UnusualPart {
            part: CONTENT.to_owned(),
        }),
    }
}

fn check_place(rows: u32, columns: u32) -> Result<(), Problem> {
    if rows <= MOST_ROWS && columns <= MOST_COLUMNS {
        return Ok(());
    }
    Err(Problem::CellOutside {
        row: rows.into(),
        column: columns.into(),
    })
}

fn merge(cell: &Element, row: u32, column: u32) -> Result<Option<Merge>, Problem> {
    let rows = cell.repeated("table:number-rows-spanned");
    let columns = cell.repeated("table:number-columns-spanned");
    if rows == 1 && columns == 1 {
        return Ok(None);
    }
    let last = |first: u32, many: u32| first.saturating_add(many - 1);
    sheets::merge((row, last(row, rows)), (column, last(column, columns))).map(Some)
}

/// What a cell holds by its attributes and by the text it shows, if it has any paragraph.
fn value(
    sheet: &mut StoredSheet,
    cell: &Element,
    paragraphs: Option<&str>,
    font: Font,
) -> Option<Value> {
    let shown = paragraphs.unwrap_or_default();
    let kind = cell.get("office:value-type").unwrap_or_default();
    let number = |percent| {
        let number = cell
            .get("office:value")
            .and_then(|text| text.trim().parse().ok());
        number.map(|value| Value::Number { value, percent })
    };
    let is_formula = cell.get("table:formula").is_some();
    let said = cell.get("calcext:value-type");
    let error = said == Some("error");
    let is_text = said.is_none_or(|kind| kind == "string");
    let found = match kind {
        // Some programs save an error as the number nought that shows the error.
        "float" | "currency" | "percentage" if is_error(shown) => None,
        "float" if is_padded(shown) && is_same_number(cell, shown) => {
            Some(Value::Text(sheet.keep(shown), font))
        }
        // Some programs know no kind of percentages, only their format.
        "float" if is_percent(cell, shown) => number(true),
        "float" | "currency" => number(false),
        "percentage" => number(true),
        "boolean" => match cell.get("office:boolean-value") {
            Some("true") => Some(Value::YesNo(true)),
            Some("false") => Some(Value::YesNo(false)),
            Some(_) | None => None,
        },
        "date" => cell
            .get("office:date-value")
            .map(|day| Value::Day(sheet.keep(day))),
        "time" => cell
            .get("office:time-value")
            .map(|time| Value::Error(sheet.keep(time))),
        "string" if !(error || is_formula && is_error(shown)) => {
            let text = cell.get("office:string-value").unwrap_or(shown);
            return Some(Value::Text(sheet.keep(text), font));
        }
        // A formula with a paragraph was calculated, even if to nothing, unless it says to be a number.
        "" if !error
            && is_text
            && (!shown.trim_ascii().is_empty() || is_formula && paragraphs.is_some()) =>
        {
            return Some(Value::Text(sheet.keep(shown), font));
        }
        "" if !error && !is_formula => return None,
        _ => None,
    };
    // An error, a value that is not what its kind says, or a formula whose result was not saved.
    Some(found.unwrap_or_else(|| Value::Error(sheet.keep(shown))))
}

/// Whether a number is shown with noughts before it (`00123`): how codes are shown.
fn is_padded(shown: &str) -> bool {
    shown.len() > 1 && shown.starts_with('0') && shown.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a number is shown as its hundredfold with a `%`, rounded to the places that are shown.
fn is_percent(cell: &Element, shown: &str) -> bool {
    let Some(shown) = shown.trim().strip_suffix('%') else {
        return false;
    };
    let digits = shown.trim_end().replace(',', ".");
    let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
    let value = cell.get("office:value").map(str::parse::<f64>);
    let (Some(Ok(value)), Ok(shown)) = (value, digits.parse::<f64>()) else {
        return false;
    };
    // A hair more than half of the last place, which the hundredfold of a binary number may need.
    let most = 0.500_001 * 10_f64.powi(i32::try_from(places).map_or(0, |places| -places));
    (value * 100.0 - shown).abs() <= most
}

fn is_same_number(cell: &Element, shown: &str) -> bool {
    let value = cell.get("office:value").map(str::parse::<f64>);
    matches!((value, shown.parse::<f64>()), (Some(Ok(value)), Ok(shown)) if value == shown)
}

/// Whether a number is shown as `#REF!`, `Err:502` and the like.
fn is_error(shown: &str) -> bool {
    let named = shown.starts_with('#') && shown.ends_with(['!', '?', 'A']);
    named || shown.starts_with("Err:")
}
