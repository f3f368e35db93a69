//! A part's XML as a text that is changed in places and else stays byte for byte.
//!
//! In: a part's text. Out: its tags with their places, and the text with some of it replaced. Must not know: what a tag means.

use super::Unfit;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::fmt::Write as _;
use std::ops::Range;

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    /// It closes itself.
    Empty,
}

/// A tag where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    pub(super) kind: Kind,
    /// As it is written, with its brackets.
    pub(super) text: &'a str,
    /// Where it begins.
    pub(super) at: usize,
    /// How deep it stands: 0 for the root, and for what closes it.
    pub(super) depth: usize,
}

impl<'a> Tag<'a> {
    pub(super) fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// The name with its prefix.
    pub(super) fn name(&self) -> &'a str {
        let inside = self.text.trim_start_matches(['<', '/']);
        let end = inside.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        inside.get(..end.unwrap_or(inside.len())).unwrap_or("")
    }

    /// The prefix with its colon, empty if there is none.
    pub(super) fn prefix(&self) -> &'a str {
        let name = self.name();
        name.find(':')
            .and_then(|colon| name.get(..=colon))
            .unwrap_or("")
    }

    /// Whether it is of that prefix and local name.
    pub(super) fn is(&self, prefix: &str, local: &str) -> bool {
        self.name().strip_prefix(prefix) == Some(local)
    }

    pub(super) fn opens(&self) -> bool {
        self.kind != Kind::Close
    }

    /// The value of the attribute of that whole name, as it is written.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        attributes(self.text)
            .find(|(key, _)| *key == name)
            .and_then(|(_, value)| self.text.get(value))
    }

    /// The same, as a number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// All attributes: whole names, values as they are written.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let text = self.text;
        attributes(text).filter_map(|(key, value)| Some((key, text.get(value)?)))
    }

    /// The tag with an attribute set.
    pub(super) fn with(&self, name: &str, value: &str) -> String {
        with_attribute(self.text, name, value)
    }
}

/// A tag's text with an attribute set, in place if it is there.
pub(super) fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    let mut changed = tag.to_owned();
    match attributes(tag).find(|(key, _)| *key == name) {
        Some((_, range)) => changed.replace_range(range, value),
        None => {
            let end = tag.trim_end_matches('>').trim_end_matches('/').len();
            let end = tag.get(..end).map_or(end, |inside| inside.trim_end().len());
            changed.insert_str(end, &format!(" {name}=\"{value}\""));
        }
    }
    changed
}

/// Names of a tag's attributes, and where in the tag their values stand.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut at = tag.find(|c: char| c.is_ascii_whitespace());
    std::iter::from_fn(move || {
        let from = at?;
        let equals = from + tag.get(from..)?.find('=')?;
        let key = tag.get(from..equals)?.trim();
        let quote_at = equals + 1 + tag.get(equals + 1..)?.find(['"', '\''])?;
        let quote = tag.get(quote_at..)?.chars().next()?;
        let start = quote_at + 1;
        let end = start + tag.get(start..)?.find(quote)?;
        at = Some(end + 1);
        Some((key, start..end))
    })
}

/// The tags of a text, one after the other.
pub(super) struct Tags<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// Bytes before what is read.
    offset: usize,
    depth: usize,
}

/// Deeper than any part of a workbook.
const DEEPEST: usize = 256;

impl<'a> Tags<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let without_mark = text.trim_start_matches('\u{feff}');
        Tags {
            text,
            reader: Reader::from_str(without_mark),
            offset: text.len() - without_mark.len(),
            depth: 0,
        }
    }

    /// The next tag, none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Tag<'a>>, Unfit> {
        loop {
            let at = self.reader.buffer_position();
            let event = self.reader.read_event().map_err(|_| Unfit::Broken)?;
            let depth = self.depth;
            let (kind, depth) = match event {
                Event::Start(_) => {
                    self.depth += 1;
                    (Kind::Open, depth)
                }
                Event::End(_) => {
                    self.depth = depth.checked_sub(1).ok_or(Unfit::Broken)?;
                    (Kind::Close, self.depth)
                }
                Event::Empty(_) => (Kind::Empty, depth),
                Event::Eof if depth == 0 => return Ok(None),
                Event::Eof | Event::DocType(_) => return Err(Unfit::Broken),
                Event::Text(_)
                | Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::GeneralRef(_) => continue,
            };
            if depth > DEEPEST {
                return Err(Unfit::Broken);
            }
            let end = self.reader.buffer_position();
            let (start, end) = (self.offset + whole(at), self.offset + whole(end));
            let text = self.text.get(start..end).ok_or(Unfit::Broken)?;
            if !text.starts_with('<') || !text.ends_with('>') {
                return Err(Unfit::Broken);
            }
            return Ok(Some(Tag {
                kind,
                text,
                at: start,
                depth,
            }));
        }
    }

    /// The first tag.
    pub(super) fn root(text: &'a str) -> Result<Tag<'a>, Unfit> {
        Tags::of(text).next()?.ok_or(Unfit::Broken)
    }

    /// All tags of a small part.
    pub(super) fn all(text: &'a str) -> Result<Vec<Tag<'a>>, Unfit> {
        let (mut tags, mut all) = (Tags::of(text), Vec::new());
        while let Some(tag) = tags.next()? {
            all.push(tag);
        }
        Ok(all)
    }
}

fn whole(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX / 2)
}

/// An element with all that is in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'a> {
    /// Its opening tag.
    pub(super) tag: Tag<'a>,
    /// The whole of it.
    pub(super) text: &'a str,
    /// Its closing tag begins here; its end, if it closes itself.
    pub(super) inner_end: usize,
}

impl<'a> Element<'a> {
    pub(super) fn range(&self) -> Range<usize> {
        self.tag.at..self.tag.at + self.text.len()
    }

    /// What stands between its tags.
    pub(super) fn inside(&self) -> &'a str {
        let end = self.inner_end.saturating_sub(self.tag.at);
        self.text.get(self.tag.text.len()..end).unwrap_or("")
    }
}

/// The elements among the tags that `wanted` names.
pub(super) fn elements<'a>(
    text: &'a str,
    tags: &[Tag<'a>],
    wanted: impl Fn(&Tag<'a>) -> bool,
) -> Vec<Element<'a>> {
    let mut found = Vec::new();
    for (index, tag) in tags.iter().enumerate() {
        if !tag.opens() || !wanted(tag) {
            continue;
        }
        let mut rest = tags.iter().skip(index + 1);
        let close = match tag.kind {
            Kind::Open => rest.find(|other| other.kind == Kind::Close && other.depth == tag.depth),
            Kind::Close | Kind::Empty => None,
        };
        let (inner_end, end) = close.map_or((tag.end(), tag.end()), |it| (it.at, it.end()));
        if let Some(whole) = text.get(tag.at..end) {
            found.push(Element {
                tag: *tag,
                text: whole,
                inner_end,
            });
        }
    }
    found
}

/// Changes to a text.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    pub(super) fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        self.0.push((range, with.into()));
    }

    pub(super) fn insert(&mut self, at: usize, what: impl Into<String>) {
        self.replace(at..at, what);
    }

    /// Puts something in as the last thing in an element.
    pub(super) fn append(&mut self, element: &Element<'_>, what: &str) {
        match element.tag.kind {
            Kind::Empty => {
                let open = element.tag.text.trim_end_matches('>').trim_end_matches('/');
                let name = element.tag.name();
                self.replace(
                    element.range(),
                    format!("{}>{what}</{name}>", open.trim_end()),
                );
            }
            Kind::Open | Kind::Close => self.insert(element.inner_end, what),
        }
    }

    /// The text as changed. Two changes of one place are a mistake of whoever made them.
    pub(super) fn applied(mut self, text: &str) -> Result<String, Unfit> {
        self.0
            .sort_by_key(|(range, _)| (range.start, range.end != range.start));
        let grown: usize = self.0.iter().map(|(_, with)| with.len()).sum();
        let mut changed = String::with_capacity(text.len() + grown);
        let mut at = 0;
        for (range, with) in self.0 {
            changed.push_str(text.get(at..range.start).ok_or(Unfit::Broken)?);
            changed.push_str(&with);
            at = range.end;
        }
        changed.push_str(text.get(at..).ok_or(Unfit::Broken)?);
        Ok(changed)
    }
}

/// Text as it stands in XML: what XML cannot hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => {
                let _ = write!(escaped, "&#{};", u32::from(c));
            }
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(c),
        }
    }
    escaped
}

/// The same for the texts of cells and notes, in which `_x0041_` would be an `A`.
pub(super) fn escaped_cell(text: &str) -> String {
    let text = escaped(text).replace("&#10;", "\n").replace("&#9;", "\t");
    let mut plain = String::with_capacity(text.len());
    let mut rest: &str = &text;
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at(at);
        plain.push_str(before);
        let code = after.as_bytes().get(2..7).unwrap_or_default();
        let is_code = code.len() == 5
            && code.ends_with(b"_")
            && code.iter().take(4).all(u8::is_ascii_hexdigit);
        plain.push_str(if is_code { "_x005F_x" } else { "_x" });
        rest = after.get(2..).unwrap_or("");
    }
    plain + rest
}

/// The text meant by one as it is written.
pub(super) fn unescaped(text: &str) -> String {
    match quick_xml::escape::unescape(text) {
        Ok(plain) => plain.into_owned(),
        Err(_) => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_know_their_place_prefix_and_attributes() {
        let text = "<?xml version='1.0'?>\n<x:a  b = '1>2' c=\"d\" ><!-- <e> --><x:e/>t</x:a>";
        let tags = Tags::all(text).unwrap();
        let shown: Vec<(&str, Kind, usize)> = tags
            .iter()
            .map(|tag| (tag.name(), tag.kind, tag.depth))
            .collect();
        let expected = [
            ("x:a", Kind::Open, 0),
            ("x:e", Kind::Empty, 1),
            ("x:a", Kind::Close, 0),
        ];
        assert_eq!(shown, expected);
        let first = tags[0];
        assert_eq!(&text[first.at..first.end()], first.text);
        assert_eq!(first.attribute("b"), Some("1>2"));
        assert_eq!(first.attribute("c"), Some("d"));
        assert!(first.is("x:", "a") && !first.is("", "a") && first.attribute("e").is_none());
    }

    #[test]
    fn an_attribute_is_set_where_it_stands_or_behind_the_others() {
        assert_eq!(
            with_attribute("<c r='A1'  s = '3'/>", "s", "7"),
            "<c r='A1'  s = '7'/>"
        );
        assert_eq!(
            with_attribute("<c r='A1' />", "s", "7"),
            "<c r='A1' s=\"7\" />"
        );
        assert_eq!(with_attribute("<c>", "s", "7"), "<c s=\"7\">");
    }

    #[test]
    fn what_is_not_changed_stays_and_both_kinds_of_elements_take_more() {
        let text = "<a>\r\n <b k='1'/> <c>x</c>\t</a>";
        let tags = Tags::all(text).unwrap();
        let mut edits = Edits::default();
        for element in elements(text, &tags, |tag| tag.depth == 1) {
            edits.append(&element, "!");
        }
        assert_eq!(
            edits.applied(text).unwrap(),
            "<a>\r\n <b k='1'>!</b> <c>x!</c>\t</a>"
        );
    }

    #[test]
    fn what_is_no_xml_is_refused() {
        for text in ["<a><b></a>", "<a>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"] {
            assert!(Tags::all(text).is_err(), "{text}");
        }
    }

    #[test]
    fn texts_hold_what_was_meant_and_nothing_that_xml_cannot() {
        assert_eq!(
            escaped_cell("a\u{0}\u{b}<]]>&\"\u{ffff}"),
            "a&lt;]]&gt;&amp;&quot;"
        );
        assert_eq!(escaped_cell("_x0041_ _x00 a_xé"), "_x005F_x0041_ _x00 a_xé");
        assert_eq!(unescaped("a&amp;b&#x1EA1;"), "a&bạ");
    }
}
