//! XML as a stream of tags and texts and nothing more: enough to count what stands in a part by other means than the reader's, and to
//! refuse what would be unsafe to read.
//!
//! In: bytes as they are unpacked. Out: tags and texts as they are written; what is out of bounds ends them. Must not know: what a
//! tag means.

use memchr::{memchr, memchr2, memmem};
use std::io::{ErrorKind, Read};

/// A text or a comment beyond this is no part of a table; a reader holds each in memory, twice.
const LONGEST_TEXT: usize = 16 << 20;
const LONGEST_TAG: usize = 1 << 20;
const MOST_ATTRIBUTES: usize = 1_000;
const DEEPEST: usize = 256;
const DOCUMENT_TYPE: &[u8] = b"<!DOCTYPE";
/// Asked for at first; the buffer grows for what is longer.
const CHUNK: usize = 1 << 15;

/// Why there is nothing more to come.
#[derive(Debug)]
pub(super) enum Fault {
    /// The bytes could not be had, or end within a tag.
    Broken,
    /// It declares entities, whose expansion could fill the memory.
    Entities,
    /// It is nested too deep, or a tag or a text is too long.
    Unreasonable,
}

/// What stands at one place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Token<'a> {
    /// `<name …>` or `<name …/>`.
    Open(Tag<'a>),
    /// `</name>`, by its local name.
    Close(&'a [u8]),
    /// Text as it is written, with its entities.
    Text(&'a [u8]),
    /// What stands in `<![CDATA[…]]>`.
    Raw(&'a [u8]),
}

/// An opening tag.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    /// Without prefix.
    pub(super) name: &'a [u8],
    attributes: &'a [u8],
    /// Whether it closes itself.
    pub(super) closed: bool,
}

impl<'a> Tag<'a> {
    /// By what stands between `<` and `>`.
    pub(super) fn of(inside: &'a [u8]) -> Self {
        let (inside, closed) = match inside.strip_suffix(b"/") {
            Some(inside) => (inside, true),
            None => (inside, false),
        };
        let end = inside.iter().position(u8::is_ascii_whitespace);
        let (name, attributes) = inside.split_at(end.unwrap_or(inside.len()));
        Tag {
            name: local(name),
            attributes,
            closed,
        }
    }

    /// The value of the attribute with that whole name, as it is written.
    pub(super) fn attribute(&self, name: &[u8]) -> Option<&'a [u8]> {
        self.attributes()
            .find_map(|(key, value)| (key == name).then_some(value))
    }

    /// All attributes: whole names, values as they are written.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + use<'a> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            let equals = rest.iter().position(|byte| *byte == b'=')?;
            let (key, after) = rest.split_at(equals);
            let after = after.get(1..)?.trim_ascii_start();
            let quote = *after.first().filter(|c| matches!(c, b'"' | b'\''))?;
            let (value, beyond) = split_at_byte(after.get(1..)?, quote)?;
            rest = beyond;
            Some((key.trim_ascii(), value))
        })
    }
}

fn split_at_byte(bytes: &[u8], at: u8) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == at)?;
    Some((bytes.get(..end)?, bytes.get(end + 1..)?))
}

/// A name without its prefix.
pub(super) fn local(name: &[u8]) -> &[u8] {
    match name.iter().position(|byte| *byte == b':') {
        Some(colon) => name.get(colon + 1..).unwrap_or_default(),
        None => name,
    }
}

/// Whether a text as it is written shows nothing: white space, also where it is written as a number.
pub(super) fn is_blank(text: &[u8]) -> bool {
    match memchr(b'&', text) {
        None => text.trim_ascii().is_empty(),
        Some(_) => unescaped(text).trim_ascii().is_empty(),
    }
}

/// The text meant by one as it is written, for names and short values: what is no known entity stays as it is.
pub(super) fn unescaped(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let mut plain = String::with_capacity(text.len());
    let mut rest: &str = &text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let meant = after
            .split_once(';')
            .and_then(|(name, beyond)| Some((entity(name)?, beyond)));
        match meant {
            Some((character, beyond)) => {
                plain.push(character);
                rest = beyond;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain + rest
}

fn entity(name: &str) -> Option<char> {
    let number = |digits, radix| u32::from_str_radix(digits, radix).ok();
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let code = name.strip_prefix('#')?;
            char::from_u32(match code.strip_prefix(['x', 'X']) {
                Some(digits) => number(digits, 16)?,
                None => number(code, 10)?,
            })
        }
    }
}

/// Tags and texts being read.
pub(super) struct Tokens<R> {
    input: R,
    buffer: Vec<u8>,
    /// The unread bytes are `buffer[next..filled]`.
    next: usize,
    filled: usize,
    ended: bool,
    depth: usize,
    passed: u64,
}

/// What begins at a place, and how long it is.
enum Extent {
    Tag(usize),
    Text(usize),
    Raw(usize),
    /// Comments and instructions.
    Aside(usize),
    /// Its end is not in sight.
    Open,
}

impl<R: Read> Tokens<R> {
    pub(super) fn new(input: R) -> Self {
        Tokens {
            input,
            buffer: vec![0; CHUNK],
            next: 0,
            filled: 0,
            ended: false,
            depth: 0,
            passed: 0,
        }
    }

    /// How many bytes have been gone through.
    pub(super) fn passed(&self) -> u64 {
        self.passed
    }

    /// The next tag or text, none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Token<'_>>, Fault> {
        let extent = loop {
            match self.extent()? {
                None => return Ok(None),
                Some(Extent::Aside(length)) => drop(self.take(length)),
                Some(Extent::Open) => self.fill()?,
                Some(extent) => break extent,
            }
        };
        let token = match extent {
            Extent::Text(length) => Token::Text(self.take(length)),
            Extent::Raw(length) => {
                Token::Raw(between(self.take(length), b"<![CDATA[".len(), b"]]>".len()))
            }
            Extent::Tag(length) => {
                if self.buffer.get(self.next + 1) == Some(&b'/') {
                    self.depth = self.depth.saturating_sub(1);
                    let name = between(self.take(length), 2, 1).trim_ascii_end();
                    return Ok(Some(Token::Close(local(name))));
                }
                let deeper = self.depth + 1;
                let closed = self.buffer.get(self.next + length - 2) == Some(&b'/');
                if deeper > DEEPEST {
                    return Err(Fault::Unreasonable);
                }
                self.depth = if closed { self.depth } else { deeper };
                Token::Open(Tag::of(between(self.take(length), 1, 1)))
            }
            Extent::Aside(_) | Extent::Open => return Ok(None),
        };
        Ok(Some(token))
    }

    fn take(&mut self, length: usize) -> &[u8] {
        let start = self.next;
        self.next += length;
        self.passed += length as u64;
        self.buffer.get(start..self.next).unwrap_or_default()
    }

    /// What begins at the next byte, none at the end.
    fn extent(&self) -> Result<Option<Extent>, Fault> {
        let unread = self.buffer.get(self.next..self.filled).unwrap_or_default();
        if unread.is_empty() {
            return Ok((!self.ended).then_some(Extent::Open));
        }
        let extent = measured(unread)?;
        match extent {
            Extent::Open if !self.ended => Ok(Some(extent)),
            Extent::Open if unread.first() != Some(&b'<') => Ok(Some(Extent::Text(unread.len()))),
            Extent::Open => Err(Fault::Broken),
            Extent::Tag(_) | Extent::Text(_) | Extent::Raw(_) | Extent::Aside(_) => {
                Ok(Some(extent))
            }
        }
    }

    /// Makes more bytes available.
    fn fill(&mut self) -> Result<(), Fault> {
        if self.next > 0 {
            self.buffer.copy_within(self.next..self.filled, 0);
            self.filled -= self.next;
            self.next = 0;
        }
        if self.filled == self.buffer.len() {
            if self.filled >= LONGEST_TEXT {
                return Err(Fault::Unreasonable);
            }
            self.buffer.resize(self.filled * 2, 0);
        }
        let room = self.buffer.get_mut(self.filled..).unwrap_or_default();
        match self.input.read(room) {
            Ok(0) => self.ended = true,
            Ok(read) => self.filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return Err(Fault::Broken),
        }
        Ok(())
    }
}

fn between(bytes: &[u8], before: usize, after: usize) -> &[u8] {
    bytes
        .get(before..bytes.len().saturating_sub(after))
        .unwrap_or_default()
}

fn measured(unread: &[u8]) -> Result<Extent, Fault> {
    let until = |start: usize, end: &[u8]| {
        let rest = unread.get(start..)?;
        memmem::find(rest, end).map(|at| start + at + end.len())
    };
    let found = if unread.first() != Some(&b'<') {
        memchr(b'<', unread).map(Extent::Text)
    } else if unread
        .get(1)
        .is_some_and(|byte| !matches!(byte, b'?' | b'!'))
    {
        tag_length(unread)?.map(Extent::Tag)
    } else if unread.starts_with(b"<?") {
        until(2, b"?>").map(Extent::Aside)
    } else if unread.starts_with(b"<!--") {
        until(4, b"-->").map(Extent::Aside)
    } else if unread.starts_with(b"<![CDATA[") {
        until(9, b"]]>").map(Extent::Raw)
    } else if unread.starts_with(DOCUMENT_TYPE) {
        // Old programs name the type of their documents; what it declares itself stands in brackets.
        match memchr2(b'>', b'[', unread).and_then(|at| unread.get(at..=at)) {
            Some(b"[") => return Err(Fault::Entities),
            Some(_) => until(DOCUMENT_TYPE.len(), b">").map(Extent::Aside),
            None => None,
        }
    } else if unread.starts_with(b"<!") {
        // Until it is long enough to be told from those above.
        if unread.len() >= DOCUMENT_TYPE.len() {
            return Err(Fault::Entities);
        }
        None
    } else {
        tag_length(unread)?.map(Extent::Tag)
    };
    Ok(found.unwrap_or(Extent::Open))
}

/// Up to the `>` that stands in no quotes. Tags are short: nothing that looks at many bytes at once is faster.
fn tag_length(unread: &[u8]) -> Result<Option<usize>, Fault> {
    let (mut quote, mut quotes, mut length) = (None, 0, None);
    for (at, byte) in unread.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => {
                length = Some(at + 1);
                break;
            }
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => {
                quote = None;
                quotes += 1;
            }
            (None | Some(_), _) => {}
        }
    }
    if length.unwrap_or(unread.len()) > LONGEST_TAG || quotes > MOST_ATTRIBUTES {
        return Err(Fault::Unreasonable);
    }
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Result<Vec<String>, Fault> {
        let mut tokens = Tokens::new(text.as_bytes());
        let mut all = Vec::new();
        let show = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        while let Some(token) = tokens.next()? {
            all.push(match token {
                Token::Open(tag) => {
                    let attributes = tag
                        .attributes()
                        .map(|(key, value)| format!(" {}={}", show(key), show(value)));
                    let end = if tag.closed { "/" } else { "" };
                    format!("<{}{}{end}", show(tag.name), attributes.collect::<String>())
                }
                Token::Close(name) => format!("/{}", show(name)),
                Token::Text(text) => show(text),
                Token::Raw(text) => format!("[{}", show(text)),
            });
        }
        Ok(all)
    }

    #[test]
    fn tags_texts_and_what_stands_between_them_are_told_apart() {
        let text = "<?xml version='1.0'?><x:a b = '>' c=\"'/>\"><!-- <d> --><e/>1 &lt; 2<![CDATA[<f>]]></x:a >";
        let expected = ["<a b=> c='/>", "<e/", "1 &lt; 2", "[<f>", "/a"];
        assert_eq!(tokens(text).unwrap(), expected);
    }

    #[test]
    fn what_is_longer_than_the_buffer_is_whole() {
        let long = "x".repeat(3 * CHUNK);
        assert_eq!(
            tokens(&format!("<a b='{long}'>{long}</a>")).unwrap(),
            [format!("<a b={long}"), long, "/a".to_owned()]
        );
    }

    #[test]
    fn what_is_unsafe_or_cut_off_is_refused() {
        let attributes: String = (0..=MOST_ATTRIBUTES).map(|n| format!(" a{n}=''")).collect();
        let unreasonable = [
            "<a>".repeat(DEEPEST + 1),
            format!("<a{attributes}>"),
            format!("<a b='{}'>", "x".repeat(LONGEST_TAG)),
            "x".repeat(LONGEST_TEXT + 1),
        ];
        for text in unreasonable {
            assert!(matches!(tokens(&text), Err(Fault::Unreasonable)));
        }
        for entities in [
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
            "<!DOCTYPE a '>' [<!ENTITY b 'c'>]><a/>",
            "<!ENTITY b 'c'><a/>",
        ] {
            assert!(
                matches!(tokens(entities), Err(Fault::Entities)),
                "{entities}"
            );
        }
        let named = "<!DOCTYPE a PUBLIC '-//b//c' 'a.dtd'><a/>";
        assert_eq!(tokens(named).unwrap(), ["<a/"]);
        for cut in ["<a", "<a b='>", "<!-- ", "<![CDATA[ ]]", "<!"] {
            assert!(matches!(tokens(cut), Err(Fault::Broken)), "{cut}");
        }
    }

    #[test]
    fn texts_of_white_space_are_blank_however_they_are_written() {
        assert!(is_blank(b" \r\n\t") && is_blank(b"&#32;&#x20;&#10;"));
        assert!(!is_blank(b"&amp;") && !is_blank(" \u{a0}".as_bytes()) && !is_blank(b"&"));
        assert_eq!(unescaped(b"a&amp;b&#x1EA1;&x;&"), "a&bạ&x;&");
    }
}
