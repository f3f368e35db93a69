//! The table of styles: each style of a marked cell gets a twin that differs in its fill; a few more for the sheet of findings.
//!
//! In: the part's text. Out: numbers of styles; the text with more at the end of its lists, so that no number changes. Must not know:
//! cells.

use super::Unfit;
use super::xml::{Edits, Element, Tag, Tags, elements, with_attribute};
use crate::diagnostic::Severity;
use std::collections::BTreeMap;

/// Fills of marked cells: hues of Excel's own, each one step off, so that they are known again.
const COLOURS: [(Severity, &str); 2] = [
    (Severity::Error, "FFFFC7CD"),
    (Severity::Warning, "FFFFEB9D"),
];

/// A table of styles without any but the plain one.
pub(super) fn empty(namespace: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"{namespace}\">\
         <fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>"
    )
}

/// The styles of the sheet of findings.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ListStyles {
    pub(super) plain: u32,
    pub(super) small: u32,
    pub(super) title: u32,
    pub(super) head: u32,
    pub(super) wrapped: u32,
    pub(super) link: u32,
    pub(super) error: u32,
    pub(super) warning: u32,
}

/// A list at whose end more is put.
#[derive(Debug)]
struct List {
    /// How many it has.
    held: usize,
    added: Vec<String>,
}

/// The table of styles being added to.
pub(super) struct Styles {
    text: String,
    prefix: String,
    /// The raw text of each style, fill and font.
    formats: Vec<String>,
    fills: Vec<String>,
    fonts: Vec<String>,
    new_formats: List,
    new_fills: List,
    new_fonts: List,
    twins: BTreeMap<(u32, Severity), u32>,
    plain_again: BTreeMap<(u32, Option<String>), u32>,
}

impl Styles {
    pub(super) fn of(text: String) -> Result<Self, Unfit> {
        let tags = Tags::all(&text)?;
        let prefix = tags.first().ok_or(Unfit::Broken)?.prefix().to_owned();
        let listed = |list: &str, item: &str| -> Result<Vec<String>, Unfit> {
            let list = list_of(&text, &tags, &prefix, list)?.range();
            let items = elements(&text, &tags, |tag| {
                tag.depth == 2 && list.contains(&tag.at) && tag.is(&prefix, item)
            });
            Ok(items.iter().map(|item| item.text.to_owned()).collect())
        };
        let (formats, fills) = (listed("cellXfs", "xf")?, listed("fills", "fill")?);
        let fonts = listed("fonts", "font")?;
        if formats.is_empty() || fills.is_empty() || fonts.is_empty() {
            return Err(Unfit::Broken);
        }
        let list = |held| List {
            held,
            added: Vec::new(),
        };
        Ok(Styles {
            new_formats: list(formats.len()),
            new_fills: list(fills.len()),
            new_fonts: list(fonts.len()),
            prefix,
            formats,
            fills,
            fonts,
            twins: BTreeMap::new(),
            plain_again: BTreeMap::new(),
            text,
        })
    }

    /// The style that is like another but for a mark's colour.
    pub(super) fn twin(&mut self, style: u32, severity: Severity) -> u32 {
        if let Some(twin) = self.twins.get(&(style, severity)) {
            return *twin;
        }
        let colour = COLOURS.iter().find(|(of, _)| *of == severity);
        let fill = self.solid(colour.map_or("FFFFC7CD", |(_, colour)| colour));
        let twin = self.refilled(style, fill);
        self.twins.insert((style, severity), twin);
        twin
    }

    /// The fill of a style as it is written, if it has one and parts are named without a prefix.
    pub(super) fn fill_to_remember(&self, style: u32) -> Option<&str> {
        let fill = self.fill_of(style)?;
        let is_none = fill.contains("\"none\"") || fill.contains("'none'");
        (!is_none && self.prefix.is_empty() && !is_mark(fill)).then_some(fill)
    }

    /// Whether any fill is a mark's.
    pub(super) fn has_marks(&self) -> bool {
        self.fills.iter().any(|fill| is_mark(fill))
    }

    /// The style that a marked one was before, if it is marked: with that fill, or none.
    pub(super) fn unmarked(&mut self, style: u32, fill: Option<&str>) -> Option<u32> {
        if !self.fill_of(style).is_some_and(is_mark) {
            return None;
        }
        let known = (style, fill.map(str::to_owned));
        if let Some(plain) = self.plain_again.get(&known) {
            return Some(*plain);
        }
        let fill = match fill.filter(|_| self.prefix.is_empty()) {
            None => 0,
            Some(fill) => match self.fills.iter().position(|held| held == fill) {
                Some(at) => number(at),
                None => self.add_fill(fill.to_owned()),
            },
        };
        // The style that it was is there still, unless another program has cleared it away.
        let bare = |format: &str| {
            let without = with_attribute(format, "fillId", "");
            with_attribute(&without, "applyFill", "")
        };
        let own = self
            .formats
            .get(style as usize)
            .cloned()
            .unwrap_or_default();
        let is_it = |format: &String| {
            bare(&tag_of(format)) == bare(&tag_of(&own))
                && rest_of(format) == rest_of(&own)
                && fill_id(format) == Some(fill)
        };
        let plain = match self.formats.iter().position(is_it) {
            Some(at) => number(at),
            None => self.refilled(style, fill),
        };
        self.plain_again.insert(known, plain);
        Some(plain)
    }

    /// The styles of the sheet of findings.
    pub(super) fn for_list(&mut self) -> ListStyles {
        let p = self.prefix.clone();
        let name = format!("<{p}name val=\"Calibri\"/><{p}family val=\"2\"/>");
        let font = |inside: &str| format!("<{p}font>{inside}{name}</{p}font>");
        let plain = self.add_font(font(&format!("<{p}sz val=\"11\"/>")));
        let small = self.add_font(font(&format!(
            "<{p}sz val=\"8\"/><{p}color rgb=\"FF999999\"/>"
        )));
        let title = self.add_font(font(&format!("<{p}b/><{p}sz val=\"14\"/>")));
        let bold = self.add_font(font(&format!("<{p}b/><{p}sz val=\"11\"/>")));
        let link = self.add_font(font(&format!(
            "<{p}u/><{p}sz val=\"11\"/><{p}color rgb=\"FF0563C1\"/>"
        )));
        let grey = self.solid("FFD9E1F2");
        let [error, warning] = COLOURS.map(|(_, colour)| self.solid(colour));
        let mut style = |font: u32, fill: u32, wraps: bool| {
            let wrap = if wraps { " wrapText=\"1\"" } else { "" };
            self.add_format(format!(
                "<{p}xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" applyFont=\"1\" applyFill=\"1\" \
                 applyAlignment=\"1\"><{p}alignment vertical=\"top\"{wrap}/></{p}xf>"
            ))
        };
        ListStyles {
            plain: style(plain, 0, false),
            small: style(small, 0, false),
            title: style(title, 0, false),
            head: style(bold, grey, true),
            wrapped: style(plain, 0, true),
            link: style(link, 0, true),
            error: style(plain, error, true),
            warning: style(plain, warning, true),
        }
    }

    /// The part with all that was added.
    pub(super) fn finish(self) -> Result<String, Unfit> {
        let tags = Tags::all(&self.text)?;
        let mut edits = Edits::default();
        let lists = [
            ("fonts", &self.new_fonts),
            ("fills", &self.new_fills),
            ("cellXfs", &self.new_formats),
        ];
        for (name, list) in lists.into_iter().filter(|(_, list)| !list.added.is_empty()) {
            let element = list_of(&self.text, &tags, &self.prefix, name)?;
            edits.append(&element, &list.added.concat());
            if element.tag.attribute("count").is_some() {
                let count = (list.held + list.added.len()).to_string();
                let tag = element.tag.with("count", &count);
                edits.replace(element.tag.at..element.tag.end(), tag);
            }
        }
        edits.applied(&self.text)
    }

    fn fill_of(&self, style: u32) -> Option<&str> {
        let format = self.formats.get(style as usize)?;
        let fill = self.fills.get(fill_id(format)? as usize)?;
        Some(fill)
    }

    /// Another style like that one, with another fill.
    fn refilled(&mut self, style: u32, fill: u32) -> u32 {
        let like = self.formats.get(style as usize).or(self.formats.first());
        let like = like.cloned().unwrap_or_default();
        let tag = with_attribute(&tag_of(&like), "fillId", &fill.to_string());
        let tag = with_attribute(&tag, "applyFill", if fill == 0 { "0" } else { "1" });
        self.add_format(format!("{tag}{}", rest_of(&like)))
    }

    /// A fill of one colour, the same for the same colour.
    fn solid(&mut self, colour: &str) -> u32 {
        let p = &self.prefix;
        let fill = format!(
            "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{colour}\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
        );
        match self.fills.iter().position(|held| *held == fill) {
            Some(at) => number(at),
            None => self.add_fill(fill),
        }
    }

    fn add_fill(&mut self, fill: String) -> u32 {
        self.fills.push(fill.clone());
        self.new_fills.add(fill)
    }

    fn add_format(&mut self, format: String) -> u32 {
        if let Some(at) = self.formats.iter().position(|held| *held == format) {
            return number(at);
        }
        self.formats.push(format.clone());
        self.new_formats.add(format)
    }

    fn add_font(&mut self, font: String) -> u32 {
        if let Some(at) = self.fonts.iter().position(|held| *held == font) {
            return number(at);
        }
        self.fonts.push(font.clone());
        self.new_fonts.add(font)
    }
}

impl List {
    fn add(&mut self, item: String) -> u32 {
        self.added.push(item);
        number(self.held + self.added.len() - 1)
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_mark(fill: &str) -> bool {
    COLOURS.iter().any(|(_, colour)| fill.contains(colour))
}

/// The opening tag of an element's text.
fn tag_of(element: &str) -> String {
    let end = element.find('>').map_or(element.len(), |at| at + 1);
    element.get(..end).unwrap_or("").to_owned()
}

/// What follows the opening tag.
fn rest_of(element: &str) -> &str {
    let end = element.find('>').map_or(element.len(), |at| at + 1);
    element.get(end..).unwrap_or("")
}

fn fill_id(format: &str) -> Option<u32> {
    let tags = Tags::root(format).ok()?;
    Some(tags.number("fillId").unwrap_or(0))
}

fn list_of<'a>(
    text: &'a str,
    tags: &[Tag<'a>],
    prefix: &str,
    name: &str,
) -> Result<Element<'a>, Unfit> {
    let found = elements(text, tags, |tag| tag.depth == 1 && tag.is(prefix, name));
    found.first().copied().ok_or(Unfit::Broken)
}
