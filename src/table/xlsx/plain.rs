//! The cells of a worksheet written as office programs write nearly all of them, read straight from the text of its part.
//!
//! In: the part's text from `<sheetData>` on. Out: cells with addresses, styles and values as the reading library would give them; what
//! is written in any other way ends them, and the library goes on from there. Must not know: what a value means, what is wrong with a
//! file.

use std::io::Read;

/// A part that is not held as a whole is read so much at a time.
const CHUNK: usize = 1 << 18;
/// At least so much of it is in sight where a cell or a row begins. Longer ones are left to the library.
const IN_SIGHT: usize = 1 << 16;
/// What the cells stand in.
const DATA: &str = "<sheetData>";

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PlainCell {
    /// Its row and column, both from 0.
    pub(super) place: (u32, u32),
    /// The number of its style, if it names one.
    pub(super) style: Option<usize>,
    pub(super) value: PlainValue,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PlainValue {
    Empty,
    Number(f64),
    YesNo(bool),
    /// A range of what is in sight, for [`PlainCells::text`].
    Text(usize, usize),
    /// A place in the table of texts.
    Shared(usize),
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Next {
    Cell(PlainCell),
    /// Nothing: all cells have come.
    End,
    /// Something that is not written plainly.
    Other,
}

/// Cells being read.
pub(super) struct PlainCells<'a> {
    text: Sight<'a>,
    next: usize,
    inside_row: bool,
}

/// What is in sight of a part.
enum Sight<'a> {
    Whole(&'a str),
    Streamed(Streamed<'a>),
}

struct Streamed<'a> {
    part: Box<dyn Read + Send + 'a>,
    text: String,
    /// The beginning of a character that is not in sight as a whole.
    beginning: Vec<u8>,
    ended: bool,
}

impl<'a> PlainCells<'a> {
    /// Of a part whose data begin there; none if they are not written plainly.
    pub(super) fn of_text(text: &'a str, data: u64) -> Option<Self> {
        let at = usize::try_from(data).ok()?;
        text.get(at..)?.starts_with(DATA).then(|| PlainCells {
            text: Sight::Whole(text),
            next: at + DATA.len(),
            inside_row: false,
        })
    }

    /// Of a part that is read from where its data begin.
    pub(super) fn of_part(part: Box<dyn Read + Send + 'a>) -> Option<Self> {
        let mut cells = PlainCells {
            text: Sight::Streamed(Streamed {
                part,
                text: String::new(),
                beginning: Vec::new(),
                ended: false,
            }),
            next: 0,
            inside_row: false,
        };
        cells.look_ahead();
        cells.next = DATA.len();
        cells.text.in_sight().starts_with(DATA).then_some(cells)
    }

    /// The text of a cell that came last.
    pub(super) fn text(&self, start: usize, end: usize) -> &str {
        self.text.in_sight().get(start..end).unwrap_or_default()
    }

    /// The next cell.
    pub(super) fn next(&mut self) -> Next {
        loop {
            self.look_ahead();
            let mut scan = Scan::new(self.text.in_sight().as_bytes(), self.next);
            scan.skip_space();
            let found = if self.inside_row {
                match scan.cell() {
                    Some(cell) => Some(Next::Cell(cell)),
                    None if scan.eat(b"</row>") => {
                        self.inside_row = false;
                        None
                    }
                    None => Some(Next::Other),
                }
            } else if scan.eat(b"</sheetData>") {
                Some(Next::End)
            } else {
                match scan.row() {
                    Some(is_open) => {
                        self.inside_row = is_open;
                        None
                    }
                    None => Some(Next::Other),
                }
            };
            self.next = scan.at;
            if let Some(found) = found {
                return found;
            }
        }
    }

    fn look_ahead(&mut self) {
        if let Sight::Streamed(streamed) = &mut self.text
            && !streamed.ended
            && streamed.text.len() - self.next < IN_SIGHT
        {
            streamed.go_on(self.next);
            self.next = 0;
        }
    }
}

impl Sight<'_> {
    fn in_sight(&self) -> &str {
        match self {
            Sight::Whole(text) => text,
            Sight::Streamed(streamed) => &streamed.text,
        }
    }
}

impl Streamed<'_> {
    /// Forgets what has passed and brings more in sight. What cannot be read or is no UTF-8 never comes in sight.
    fn go_on(&mut self, passed: usize) {
        self.text.drain(..passed);
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        bytes.append(&mut self.beginning);
        let before = bytes.len();
        let read = (&mut self.part).take(CHUNK as u64).read_to_end(&mut bytes);
        self.ended = read.is_err() || bytes.len() == before;
        self.text = String::from_utf8(bytes).unwrap_or_else(|error| {
            let problem = error.utf8_error();
            let mut bytes = error.into_bytes();
            self.beginning = bytes.split_off(problem.valid_up_to());
            self.ended |= problem.error_len().is_some();
            String::from_utf8(bytes).unwrap_or_default()
        });
    }
}

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
pub(super) struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Scan<'t> {
    /// From that byte on.
    pub(super) fn new(bytes: &'t [u8], at: usize) -> Self {
        Scan { bytes, at }
    }

    pub(super) fn starts_with(&self, word: &[u8]) -> bool {
        self.rest().starts_with(word)
    }

    fn rest(&self) -> &'t [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn eat(&mut self, word: &[u8]) -> bool {
        let is_there = self.rest().starts_with(word);
        if is_there {
            self.at += word.len();
        }
        is_there
    }

    pub(super) fn must(&mut self, word: &[u8]) -> Option<()> {
        self.eat(word).then_some(())
    }

    pub(super) fn skip_space(&mut self) {
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

    /// A row's opening tag that says which row it is; whether cells may follow.
    fn row(&mut self) -> Option<bool> {
        self.must(b"<row r=\"")?;
        let number = self.digits()?;
        self.must(b"\"")?;
        let is_closed = self.attributes()?;
        (number > 0).then_some(!is_closed)
    }

    /// The rest of a tag; whether it closes itself.
    pub(super) fn attributes(&mut self) -> Option<bool> {
        let (mut length, mut is_quoted, mut before) = (0, false, b' ');
        for byte in self.rest() {
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
            style = Some(usize::try_from(self.digits()?).ok()?);
            self.must(b"\"")?;
        }
        let mut kind = Kind::Number;
        if self.eat(b" t=\"") {
            kind = self.kind()?;
        }
        let value = if self.eat(b"/>") {
            PlainValue::Empty
        } else {
            self.must(b">")?;
            self.value(kind)?
        };
        Some(PlainCell {
            place,
            style,
            value,
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

    /// What stands in a cell, and its closing tag.
    fn value(&mut self, kind: Kind) -> Option<PlainValue> {
        if self.eat(b"</c>") {
            return Some(PlainValue::Empty);
        }
        if matches!(kind, Kind::Inline) {
            self.must(b"<is>")?;
            self.text_tag()?;
            let text = self.text()?;
            self.must(b"</t></is></c>")?;
            return Some(text);
        }
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
            Kind::Shared => PlainValue::Shared(usize::try_from(self.digits()?).ok()?),
            Kind::Text | Kind::Inline => self.text()?,
        };
        self.must(b"</v></c>")?;
        Some(value)
    }

    /// The tag before a text. Whether spaces about it are kept makes no difference here.
    pub(super) fn text_tag(&mut self) -> Option<()> {
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
        is_plain.then_some(PlainValue::Text(start, end))
    }

    /// Text up to the next tag, and whether it means what it shows: no entities, no `_x000D_`, no line ends that XML would change.
    pub(super) fn written(&mut self) -> Option<(usize, usize, bool)> {
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
