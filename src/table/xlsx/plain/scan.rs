//! A way through the text of a part, tag by tag as office programs write them.
//!
//! In: text, and from where. Out: rows and cells; nothing where something is written in any other way. Must not know: where text comes
//! from, what a value means.

use super::super::super::MOST_ROWS;
use super::super::super::xml::Tag;
use super::super::census::is_hidden;
use super::{END_OF_DATA, Next, PlainCell, PlainValue, RowTag};

/// A tag with more bytes is left to the library.
const LONGEST_TAG: usize = 1_000;

/// What a cell's `t` makes of what it holds.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    YesNo,
    Shared,
    Text,
    Inline,
}

/// A way through text. Whatever is not as expected gives nothing, and where it then stands means nothing.
pub(in super::super) struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Scan<'t> {
    /// From that byte on.
    pub(in super::super) fn new(bytes: &'t [u8], at: usize) -> Self {
        Scan { bytes, at }
    }

    /// How far it has come.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(in super::super) fn starts_with(&self, word: &[u8]) -> bool {
        self.rest().starts_with(word)
    }

    fn rest(&self) -> &'t [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(in super::super) fn eat(&mut self, word: &[u8]) -> bool {
        let is_there = self.rest().starts_with(word);
        if is_there {
            self.at += word.len();
        }
        is_there
    }

    pub(in super::super) fn must(&mut self, word: &[u8]) -> Option<()> {
        self.eat(word).then_some(())
    }

    pub(in super::super) fn skip_space(&mut self) {
        let space = |byte: &&u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r');
        self.at += self.rest().iter().take_while(space).count();
    }

    /// A number of at most nine digits.
    fn digits(&mut self) -> Option<u32> {
        const MOST: usize = 9;
        let (mut number, mut count) = (0, 0);
        for byte in self.rest().iter().take_while(|byte| byte.is_ascii_digit()) {
            if count == MOST {
                return None;
            }
            number = number * 10 + u32::from(byte - b'0');
            count += 1;
        }
        self.at += count;
        (count > 0).then_some(number)
    }

    /// What comes next, none for a row's tag that tells nothing.
    pub(super) fn next(&mut self, row: &mut RowTag) -> Option<Next> {
        self.skip_space();
        if row.is_open {
            return match self.cell() {
                Some(cell) if cell.place.0 + 1 == row.number => Some(Next::Cell(cell)),
                None if self.eat(b"</row>") => {
                    row.is_open = false;
                    None
                }
                Some(_) | None => Some(Next::Other),
            };
        }
        if self.eat(END_OF_DATA) {
            return Some(Next::End);
        }
        match self.row(row) {
            Some(is_hidden) => is_hidden.then_some(Next::HiddenRow(row.number)),
            None => Some(Next::Other),
        }
    }

    /// The opening tag of a row behind the last, which says which one it is; whether it is hidden.
    fn row(&mut self, row: &mut RowTag) -> Option<bool> {
        let start = self.at;
        self.must(b"<row r=\"")?;
        let number = self.digits()?;
        self.must(b"\"")?;
        let rest = self.at;
        let is_closed = self.attributes()?;
        if number <= row.number || number > MOST_ROWS {
            return None;
        }
        *row = RowTag {
            number,
            is_open: !is_closed,
        };
        let may_be_hidden =
            memchr::memmem::find(self.bytes.get(rest..self.at)?, b"hidden").is_some();
        let inside = || self.bytes.get(start + 1..self.at - 1);
        Some(may_be_hidden && is_hidden(Tag::of(inside()?)))
    }

    /// The rest of a tag; whether it closes itself.
    pub(in super::super) fn attributes(&mut self) -> Option<bool> {
        let (mut length, mut is_quoted, mut before) = (0, false, b' ');
        for byte in self.rest().iter().take(LONGEST_TAG) {
            length += 1;
            match byte {
                b'"' => is_quoted = !is_quoted,
                b'<' | b'\'' => return None,
                b'>' if !is_quoted => {
                    self.at += length;
                    return Some(before == b'/');
                }
                _ => {}
            }
            before = *byte;
        }
        None
    }

    fn cell(&mut self) -> Option<PlainCell> {
        let from = self.at;
        let cell = self.try_cell();
        if cell.is_none() {
            self.at = from;
        }
        cell
    }

    fn try_cell(&mut self) -> Option<PlainCell> {
        self.must(b"<c r=\"")?;
        let place = self.address()?;
        let mut style = None;
        if self.eat(b" s=\"") {
            style = Some(self.digits()?);
            self.must(b"\"")?;
        }
        let mut kind = Kind::Number;
        if self.eat(b" t=\"") {
            kind = self.kind()?;
        }
        let (value, is_formula) = if self.eat(b"/>") {
            (PlainValue::Empty, false)
        } else {
            self.must(b">")?;
            self.value(kind)?
        };
        Some(PlainCell {
            place,
            style,
            value,
            is_formula,
        })
    }

    /// `B12` and the quotation mark behind it.
    fn address(&mut self) -> Option<(u32, u32)> {
        const MOST_LETTERS: usize = 3;
        let (mut column, mut letters) = (0, 0);
        for byte in self.rest().iter().take(MOST_LETTERS) {
            if !byte.is_ascii_uppercase() {
                break;
            }
            column = column * 26 + u32::from(byte - b'A') + 1;
            letters += 1;
        }
        self.at += letters;
        let row = self.digits()?.checked_sub(1)?;
        self.must(b"\"")?;
        Some((row, column.checked_sub(1)?))
    }

    fn kind(&mut self) -> Option<Kind> {
        const KINDS: [(&[u8], Kind); 5] = [
            (b"s\"", Kind::Shared),
            (b"n\"", Kind::Number),
            (b"str\"", Kind::Text),
            (b"inlineStr\"", Kind::Inline),
            (b"b\"", Kind::YesNo),
        ];
        let (_, kind) = KINDS.iter().find(|(word, _)| self.eat(word))?;
        Some(*kind)
    }

    /// What stands in a cell up to its closing tag, and whether a formula gave it.
    fn value(&mut self, kind: Kind) -> Option<(PlainValue, bool)> {
        if self.eat(b"</c>") {
            return Some((PlainValue::Empty, false));
        }
        if matches!(kind, Kind::Inline) {
            self.must(b"<is>")?;
            self.text_tag()?;
            let text = self.text()?;
            self.must(b"</t></is></c>")?;
            return Some((text, false));
        }
        let is_formula = self.starts_with(b"<f");
        if self.eat(b"<f ") {
            let is_closed = self.attributes()?;
            if !is_closed {
                self.formula()?;
            }
        } else if self.eat(b"<f>") {
            self.formula()?;
        }
        self.must(b"<v>")?;
        let value = match kind {
            Kind::Number => PlainValue::Number(self.number()?),
            Kind::YesNo if self.eat(b"1") => PlainValue::YesNo(true),
            Kind::YesNo if self.eat(b"0") => PlainValue::YesNo(false),
            Kind::YesNo => return None,
            Kind::Shared => PlainValue::Shared(self.digits()?),
            Kind::Text | Kind::Inline => self.text()?,
        };
        self.must(b"</v></c>")?;
        Some((value, is_formula))
    }

    /// The tag before a text. Whether spaces about it are kept makes no difference here.
    pub(in super::super) fn text_tag(&mut self) -> Option<()> {
        self.must(b"<t")?;
        match self.eat(b">") {
            true => Some(()),
            false => self.must(b" xml:space=\"preserve\">"),
        }
    }

    /// What stands in a formula, of which only the end matters. The library wants what begins with `&` to be whole.
    fn formula(&mut self) -> Option<()> {
        loop {
            self.at += memchr::memchr2(b'<', b'&', self.rest())?;
            if self.eat(b"</f>") {
                return Some(());
            }
            self.entity()?;
        }
    }

    fn entity(&mut self) -> Option<()> {
        const ENTITIES: [&[u8]; 5] = [b"&amp;", b"&lt;", b"&gt;", b"&quot;", b"&apos;"];
        let mut entities = ENTITIES.iter();
        entities.find(|entity| self.eat(entity)).map(|_| ())
    }

    /// Text up to the next tag that means what it shows.
    fn text(&mut self) -> Option<PlainValue> {
        let (start, end, is_plain) = self.written()?;
        let place = |at: usize| u32::try_from(at).ok();
        let (start, end) = place(start).zip(place(end))?;
        is_plain.then_some(PlainValue::Text(start, end))
    }

    /// Text up to the next tag, and whether it means what it shows: no entities, no `_x000D_`, no line ends that XML would change.
    pub(in super::super) fn written(&mut self) -> Option<(usize, usize, bool)> {
        let (start, mut is_plain) = (self.at, true);
        loop {
            let mut before = b' ';
            let mut length = 0;
            for byte in self.rest() {
                match byte {
                    b'<' | b'&' => break,
                    b'\r' => is_plain = false,
                    b'x' if before == b'_' => is_plain = false,
                    _ => {}
                }
                before = *byte;
                length += 1;
            }
            self.at += length;
            if self.rest().first() != Some(&b'&') {
                return Some((start, self.at, is_plain));
            }
            is_plain = false;
            self.entity()?;
        }
    }

    /// A number as programs write it, whose value no two readers can differ in.
    fn number(&mut self) -> Option<f64> {
        const MOST_EXPONENT: u32 = 99;
        let start = self.at;
        let is_negative = self.eat(b"-");
        let whole = self.digits();
        if !is_negative && self.rest().first() == Some(&b'<') {
            return Some(f64::from(whole?));
        }
        self.many_digits();
        if self.eat(b".") {
            self.rest().first().filter(|byte| byte.is_ascii_digit())?;
            self.many_digits();
        }
        if self.eat(b"E") || self.eat(b"e") {
            let _ = self.eat(b"-") || self.eat(b"+");
            self.digits().filter(|power| *power <= MOST_EXPONENT)?;
        }
        let written = self.bytes.get(start..self.at)?;
        let is_whole = |part: Option<&u8>| part.is_some_and(u8::is_ascii_digit);
        let first = written.get(usize::from(is_negative));
        let is_sound = is_whole(first) && is_whole(written.last()) && written.len() <= 40;
        let written = std::str::from_utf8(written).ok().filter(|_| is_sound)?;
        written.parse().ok()
    }

    fn many_digits(&mut self) {
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit());
        self.at += digits.count();
    }
}
