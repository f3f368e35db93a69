//! Cells of plain rows: figures, codes and known words at a glance, everything else by the column's converter.
//!
//! In: a cell as it is written. Out: the fact, at the end of its column. Must not know: other columns.

use super::super::doubts::Doubts;
use super::super::is_doubted;
use super::super::staged::kind_of;
use super::figure;
use crate::fact::convert::{Converter, Value};
use crate::fact::data::{Absence, Column};
use crate::fact::problem::Problem;
use crate::fact::schema::ColumnType;
use crate::table::{LineCells, LineRow, Row};
use crate::text::is_plainly_composed;
use std::ops::Range;

/// So many spellings of words are kept; further ones are looked up each time.
const MOST_SPELLINGS: usize = 16;

/// A word of up to eight bytes: its length and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spelling(usize, u64);

impl Spelling {
    #[inline]
    fn of(text: &[u8], place: Range<usize>) -> Option<Self> {
        let length = place.len();
        (length <= 8).then(|| match figure::last_eight(text, place.end) {
            Some(eight) => Spelling(length, eight & figure::own(length)),
            None => {
                let bytes = text.get(place).unwrap_or_default().iter();
                let word = bytes.fold(0, |word, byte| word >> 8 | u64::from(*byte) << 56);
                Spelling(length, word)
            }
        })
    }
}

/// A column of a sheet of plain rows.
#[derive(Clone, Debug)]
pub(super) struct PlainColumn<'s> {
    at: u32,
    glance: Glance,
    converter: Converter<'s>,
    /// Whether its facts are asked for; all of its cells are looked at in any case.
    is_kept: bool,
    /// Words that were looked up, with what they mean.
    words: Vec<(Spelling, Word)>,
    /// Spellings that cannot be read, with the code of what there is to say.
    bad: Vec<(Spelling, &'static str)>,
    is_doubted: bool,
}

/// What is read at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Glance {
    /// Digits.
    Whole,
    /// Digits with one or two behind a point or comma, or with none.
    Decimal,
    Year,
    Code {
        width: Option<usize>,
    },
    /// A code that was looked at already: the row's key.
    Key,
    Text,
    /// Texts that nobody asks for, so that only those matter that are none.
    AnyText,
    /// Words that mean a term, yes or no.
    Word,
    Nothing,
}

#[derive(Clone, Copy, Debug)]
enum Word {
    Value(i64),
    Empty,
}

/// What a cell is at a glance.
enum Seen {
    Empty,
    /// The text as it is written.
    Text,
    /// A code as it is written.
    Code,
    /// A nought for a year.
    NoYear,
    /// A word as the column keeps it, with so many decimal places.
    Word(i64, u8),
}

/// A cell that has no value, and what there is to say of it.
pub(super) enum Trouble {
    /// A spelling that was met before, by the code of the finding.
    Known(&'static str),
    New(Problem),
}

impl<'s> PlainColumn<'s> {
    pub(super) fn new(converter: Converter<'s>, at: u32, is_kept: bool) -> Self {
        PlainColumn {
            at,
            glance: Some(Glance::of(&converter))
                .filter(|glance| is_kept || *glance != Glance::Text)
                .unwrap_or(Glance::AnyText),
            is_kept,
            words: Vec::new(),
            bad: Vec::new(),
            is_doubted: is_doubted(&converter.column.kind),
            converter,
        }
    }

    /// From now on it is the key of rows whose keys are plain codes, as was found before it is read.
    pub(super) fn become_key(&mut self) {
        self.glance = Glance::Key;
    }

    /// A column for its facts, with room for so many.
    pub(super) fn facts(&self, rows: usize) -> Column {
        let rows = if self.is_kept { rows } else { 0 };
        Column::with_capacity(kind_of(&self.converter.column.kind), rows)
    }

    /// Adds the rows' facts to their column. Tells of those cells that needed a closer look whether they are bare numbers, or what is
    /// wrong with them.
    pub(super) fn read(
        &mut self,
        rows: &[LineRow],
        cells: &LineCells<'_>,
        facts: &mut Column,
        doubts: &mut Doubts,
        tell: impl FnMut(u32, Result<bool, Trouble>),
    ) {
        let of = (rows, cells);
        let to = (facts, doubts);
        // A loop of its own for each way to look at a cell: what does not change from row to row is decided before.
        match self.glance {
            Glance::Whole => self.read_all(of, to, tell, |_, text, place| {
                figure::whole(text, place).map(|figure| Seen::Word(figure, 0))
            }),
            Glance::Decimal => self.read_all(of, to, tell, |_, text, place| {
                figure::decimal(text, place).map(|(figure, places)| Seen::Word(figure, places))
            }),
            Glance::Year => self.read_all(of, to, tell, |_, text, place| {
                if text.get(place.clone()) == Some(b"0") {
                    return Some(Seen::NoYear);
                }
                figure::year(text, place).map(|year| Seen::Word(year, 0))
            }),
            Glance::Code { width } => self.read_all(of, to, tell, |_, text, place| {
                is_plain_code(text.get(place)?, width).then_some(Seen::Code)
            }),
            Glance::Key => self.read_all(of, to, tell, |_, _, _| Some(Seen::Code)),
            Glance::Text => self.read_all(of, to, tell, |_, text, place| {
                is_plain_text(text.get(place)?).then_some(Seen::Text)
            }),
            Glance::AnyText => self.read_all(of, to, tell, |_, text, place| {
                is_some_text(text.get(place)?).then_some(Seen::Text)
            }),
            Glance::Word => self.read_all(of, to, tell, |column, text, place| {
                column.known_word(Spelling::of(text, place)?)
            }),
            Glance::Nothing => self.read_all(of, to, tell, |_, _, _| None),
        }
    }

    #[inline]
    fn read_all(
        &mut self,
        (rows, cells): (&[LineRow], &LineCells<'_>),
        (facts, doubts): (&mut Column, &mut Doubts),
        mut tell: impl FnMut(u32, Result<bool, Trouble>),
        glance: impl Fn(&Self, &[u8], Range<usize>) -> Option<Seen>,
    ) {
        let text = cells.text();
        for (at, row) in (0..).zip(rows) {
            let place = cells.place(row, self.at);
            let seen = match place.is_empty() {
                true => Some(Seen::Empty),
                false => glance(self, text.as_bytes(), place.clone()),
            };
            match seen {
                None => tell(at, self.look(row, cells, facts, doubts)),
                Some(Seen::Code) => {
                    let code = text.get(place).unwrap_or_default();
                    doubts.see_plain_code(code.as_bytes());
                    if self.is_kept {
                        facts.push_text(code);
                    }
                }
                Some(Seen::NoYear) => {
                    doubts.see_no_year(row.number);
                    if self.is_kept {
                        facts.push_missing(Absence::NoYear);
                    }
                }
                Some(_) if !self.is_kept => {}
                Some(Seen::Word(word, places)) => facts.push_word(word, places),
                Some(Seen::Text) => facts.push_text(text.get(place).unwrap_or_default()),
                Some(Seen::Empty) => facts.push_missing(Absence::Empty),
            }
        }
    }

    /// What there is to say of a spelling that could not be read before: files have the same few over and over.
    #[inline]
    fn known_trouble(&self, spelling: Spelling) -> Option<&'static str> {
        let mut bad = self.bad.iter();
        bad.find(|(bad, _)| *bad == spelling).map(|(_, code)| *code)
    }

    #[inline]
    fn known_word(&self, spelling: Spelling) -> Option<Seen> {
        // All are compared: to guess which word comes next, and wrongly, takes a processor longer.
        let mut at = usize::MAX;
        for (index, (Spelling(length, word), _)) in self.words.iter().enumerate() {
            let is_it = (*length == spelling.0) & (*word == spelling.1);
            at = if is_it { index } else { at };
        }
        self.words.get(at).map(|(_, word)| match word {
            Word::Value(value) => Seen::Word(*value, 0),
            Word::Empty => Seen::Empty,
        })
    }

    /// Reads a cell that a glance is not enough for.
    #[cold]
    fn look(
        &mut self,
        row: &LineRow,
        cells: &LineCells<'_>,
        facts: &mut Column,
        doubts: &mut Doubts,
    ) -> Result<bool, Trouble> {
        let spelling = Spelling::of(cells.text().as_bytes(), cells.place(row, self.at));
        if let Some(code) = spelling.and_then(|spelling| self.known_trouble(spelling)) {
            if self.is_kept {
                facts.push_missing(Absence::Unreadable);
            }
            return Err(Trouble::Known(code));
        }
        let row = cells.row(row);
        let cell = row.cell(self.at);
        match self.converter.convert(cell) {
            Ok(value) => {
                if self.is_doubted {
                    doubts.see(row.number, cell, &value);
                }
                if self.is_kept {
                    facts.push(&value.fact());
                }
                self.remember(spelling, &value);
                Ok(matches!(value, Value::Bare(_)))
            }
            Err(problem) => {
                if self.is_kept {
                    facts.push_missing(Absence::Unreadable);
                }
                if self.bad.len() < MOST_SPELLINGS {
                    self.bad
                        .extend(spelling.map(|spelling| (spelling, problem.code())));
                }
                Err(Trouble::New(problem))
            }
        }
    }

    /// What is wrong with a cell whose spelling was met before.
    pub(super) fn problem(&mut self, row: Row<'_>) -> Option<Problem> {
        self.converter.convert(row.cell(self.at)).err()
    }

    fn remember(&mut self, spelling: Option<Spelling>, value: &Value<'_>) {
        if self.glance != Glance::Word || self.words.len() == MOST_SPELLINGS {
            return;
        }
        let word = match value {
            Value::Term(rank) => Word::Value(i64::from(*rank)),
            Value::YesNo(flag) => Word::Value(i64::from(*flag)),
            Value::Empty => Word::Empty,
            Value::Number(_)
            | Value::Bare(_)
            | Value::Text(_)
            | Value::Date(_)
            | Value::Year(_)
            | Value::NoYear => return,
        };
        self.words.extend(spelling.map(|spelling| (spelling, word)));
    }
}

/// How many characters a key column's codes have, if it says so; none if its cells need a closer look.
pub(super) fn plain_key(converter: &Converter<'_>) -> Option<Option<usize>> {
    match Glance::of(converter) {
        Glance::Code { width } => Some(width),
        Glance::Whole
        | Glance::Decimal
        | Glance::Year
        | Glance::Key
        | Glance::Text
        | Glance::AnyText
        | Glance::Word
        | Glance::Nothing => None,
    }
}

impl Trouble {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Trouble::Known(code) => code,
            Trouble::New(problem) => problem.code(),
        }
    }
}

impl Glance {
    fn of(converter: &Converter<'_>) -> Self {
        // Words of "no value" may be texts or codes; as a figure only such that could be one.
        let (has_empty, may_be_figure) = converter.empty_words();
        match &converter.column.kind {
            ColumnType::Level(_) | ColumnType::Choice(_) | ColumnType::YesNo => Glance::Word,
            ColumnType::Text if !has_empty => Glance::Text,
            ColumnType::Code { width, .. } if !has_empty => Glance::Code { width: *width },
            ColumnType::Year if !may_be_figure => Glance::Year,
            ColumnType::Money { .. } if !may_be_figure && !converter.is_scaled() => Glance::Whole,
            ColumnType::Number { whole, min, .. }
                if !may_be_figure
                    && !converter.is_scaled()
                    && (min.is_zero() || min.is_negative()) =>
            {
                if *whole {
                    Glance::Whole
                } else {
                    Glance::Decimal
                }
            }
            ColumnType::Text
            | ColumnType::Code { .. }
            | ColumnType::Year
            | ColumnType::Money { .. }
            | ColumnType::Number { .. }
            | ColumnType::Percent
            | ColumnType::Date => Glance::Nothing,
        }
    }
}

/// Whether a text is a code and nothing else: no heading, no error, no number in powers of ten. It may be a column's number.
#[inline]
pub(super) fn is_plain_code(bytes: &[u8], width: Option<usize>) -> bool {
    const DIGIT: u8 = 1;
    const UNKNOWN: u8 = 2;
    const KINDS: [u8; 256] = {
        let mut kinds = [UNKNOWN; 256];
        let mut byte = 0;
        while byte < 128 {
            let is_mark = matches!(byte as u8, b'-' | b'_' | b'.' | b'/');
            if (byte as u8).is_ascii_digit() {
                kinds[byte] = DIGIT;
            } else if (byte as u8).is_ascii_alphabetic() || is_mark {
                kinds[byte] = 0;
            }
            byte += 1;
        }
        kinds
    };
    let kinds = bytes.iter().map(|byte| KINDS[usize::from(*byte)]);
    kinds.fold(0, |all, kind| all | kind) == DIGIT && width.is_none_or(|width| bytes.len() == width)
}

/// Whether a text is one, whatever it says: it begins with no space and no sign of an error.
#[inline]
fn is_some_text(text: &[u8]) -> bool {
    text.first()
        .is_some_and(|first| matches!(first, 0x21..0x7f | 0xc3..=0xcb) && *first != b'#')
}

/// Whether a text stands for itself: composed, no error of a spreadsheet, nothing around it that nobody sees.
#[inline]
fn is_plain_text(text: &[u8]) -> bool {
    let (Some(first), Some(last)) = (text.first(), text.last()) else {
        return false;
    };
    *first > b' ' && *first != b'#' && *last > b' ' && is_plainly_composed(text)
}
