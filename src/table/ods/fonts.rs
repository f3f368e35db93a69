//! The fonts of an OpenDocument spreadsheet's cells, as far as they make other letters of what is written.
//!
//! In: the tags of `styles.xml` and `content.xml`. Out: the font of a cell by the name of its style. Must not know: cells.

use super::super::encoding::Font;
use super::super::xml::{Tag, unescaped};
use std::collections::HashMap;

/// How long a chain of styles is followed.
const LONGEST_CHAIN: usize = 32;
/// How many styles are kept; far more than a spreadsheet needs.
pub(super) const MOST_STYLES: usize = 100_000;
/// The style that every other one goes back to.
const DEFAULT: &str = "Default";

/// Whether a style of that name is kept; no program gives them longer ones.
pub(super) fn is_kept(name: &str) -> bool {
    const LONGEST_NAME: usize = 500;
    name.len() <= LONGEST_NAME
}

/// Fonts by style.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    styles: HashMap<String, Style>,
    /// The style whose properties come next.
    open: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    font: Option<Font>,
}

impl Fonts {
    /// Takes what comes next.
    pub(super) fn take(&mut self, tag: Tag<'_>) {
        let value = |name: &[u8]| tag.attribute(name).map(unescaped);
        match tag.name {
            b"style" | b"default-style" => {
                let is_cells = tag.attribute(b"style:family") == Some(b"table-cell");
                let name = match tag.name {
                    b"style" => value(b"style:name"),
                    _ => Some(String::new()),
                };
                let has_room = self.styles.len() < MOST_STYLES;
                self.open = name.filter(|name| is_cells && has_room && is_kept(name));
                if let Some(name) = &self.open {
                    let style = self.styles.entry(name.clone()).or_default();
                    let parent = value(b"style:parent-style-name");
                    style.parent = parent.filter(|name| is_kept(name));
                }
            }
            b"text-properties" => {
                let font = value(b"style:font-name").or_else(|| value(b"fo:font-family"));
                let style = self.open.take().and_then(|name| self.styles.get_mut(&name));
                if let Some((style, font)) = style.zip(font) {
                    style.font = Some(Font::named(font.trim_matches(['\'', '"'])));
                }
            }
            _ => {}
        }
    }

    /// The font of a style, its parents' where it names none.
    pub(super) fn of(&self, style: Option<&str>) -> Font {
        let mut name = style.unwrap_or(DEFAULT);
        for _ in 0..LONGEST_CHAIN {
            let style = self.styles.get(name);
            if let Some(font) = style.and_then(|style| style.font) {
                return font;
            }
            let parent = style.and_then(|style| style.parent.as_deref());
            name = match (parent, name) {
                (Some(parent), _) => parent,
                (None, "") => break,
                (None, DEFAULT) => "",
                (None, _) => DEFAULT,
            };
        }
        Font::Other
    }

    /// Whether some font makes other letters.
    pub(super) fn matter(&self) -> bool {
        let mut fonts = self.styles.values().filter_map(|style| style.font);
        fonts.any(|font| font != Font::Other)
    }
}
