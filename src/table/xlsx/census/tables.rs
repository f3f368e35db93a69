//! What a workbook's tables of texts and of styles hold.
//!
//! In: their tags and texts. Out: how many there are, and the memory that the reader will take for them. Must not know: sheets, cells.

use super::super::super::xml::Token;

/// What the table of texts holds.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct TextCensus {
    /// How many it says to hold; the reader makes room for so many at once.
    pub(in super::super) promised: u64,
    /// How many it holds.
    pub(in super::super) texts: u64,
    /// How many bytes they come to.
    bytes: u64,
    /// How many bytes the longest takes up with its tags.
    longest: u64,
    since: u64,
}

impl TextCensus {
    /// Counts what comes next, which stands at that byte of the part. The longest stretch from text to text is kept too.
    pub(in super::super) fn take(&mut self, token: Token<'_>, at: u64) {
        self.longest = self.longest.max(at - self.since);
        match token {
            Token::Open(tag) if tag.name == b"si" => {
                self.texts += 1;
                self.since = at;
            }
            Token::Open(tag) if tag.name == b"sst" => {
                let written = tag.attribute(b"uniqueCount").unwrap_or_default();
                let digits = written.iter().filter(|byte| byte.is_ascii_digit());
                self.promised = digits.fold(0, |number: u64, digit| {
                    number
                        .saturating_mul(10)
                        .saturating_add((digit - b'0').into())
                });
            }
            Token::Text(text) | Token::Raw(text) => self.bytes += text.len() as u64,
            Token::Open(_) | Token::Close(_) => {}
        }
    }

    /// The memory that the reader will take for them.
    pub(in super::super) fn memory(&self) -> u64 {
        const EACH: u64 = 40;
        let each = EACH.saturating_mul(self.texts.max(self.promised));
        each.saturating_add(self.bytes).saturating_add(self.longest)
    }
}

/// What the table of styles holds.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct StyleCensus {
    elements: u64,
    formats: u64,
    longest: u64,
}

impl StyleCensus {
    /// Counts what comes next.
    pub(in super::super) fn take(&mut self, token: Token<'_>) {
        if let Token::Open(tag) = token {
            self.elements += 1;
            self.formats += u64::from(tag.name == b"xf");
            if tag.name != b"styleSheet" {
                let values = tag.attributes().map(|(_, value)| value.len() as u64);
                self.longest = self.longest.max(values.sum());
            }
        }
    }

    /// The memory that the reader will take: each format holds copies of its font's name and of its number format.
    pub(in super::super) fn memory(&self) -> u64 {
        const ELEMENT: u64 = 100;
        const FORMAT: u64 = 800;
        let each = self.longest.saturating_mul(2).saturating_add(FORMAT);
        self.formats.saturating_mul(each) + ELEMENT * self.elements
    }
}
