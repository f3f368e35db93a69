//! What a sheet says behind its cells of the boxes that notes are drawn in.
//!
//! In: the sheet's text. Out: the id of the drawing that it names; the text naming one. Must not know: notes.

use super::Unfit;
use super::xml::{Edits, Tag, Tags, unescaped};

/// What must stand behind the name of the drawing, in the standard's order.
const BEHIND: [&str; 8] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
];

/// The id of the relation to the drawing of a sheet's notes, if it has one.
pub(super) fn drawing(text: &str) -> Result<Option<String>, Unfit> {
    let prefix = Tags::root(text)?.prefix();
    let mut tags = Tags::of(text);
    while let Some(tag) = tags.next()? {
        if tag.opens() && tag.depth == 1 && tag.is(prefix, "legacyDrawing") {
            let id = tag.attributes().find(|(name, _)| name.ends_with(":id"));
            return Ok(id.map(|(_, id)| unescaped(id)));
        }
    }
    Ok(None)
}

/// The sheet with a drawing named; `ids` is the address of the family of relations.
pub(super) fn with_drawing(text: &str, id: &str, ids: &str) -> Result<String, Unfit> {
    let root = Tags::root(text)?;
    let prefix = root.prefix();
    let (mut tags, mut place, mut wrapped) = (Tags::of(text), None, None);
    while let Some(tag) = tags.next()? {
        let is_behind = |tag: &Tag<'_>| BEHIND.iter().any(|name| tag.is(prefix, name));
        if tag.depth == 1 && tag.opens() {
            // Another program's way to write controls and objects stands in their place.
            wrapped = tag.name().ends_with(":AlternateContent").then_some(tag.at);
        }
        let is_first = place.is_none() && tag.opens();
        if is_first && tag.depth == 1 && is_behind(&tag) {
            place = Some(tag.at);
        }
        if is_first && tag.depth > 1 && wrapped.is_some() && is_behind(&tag) {
            place = wrapped;
        }
        if tag.depth == 0 && !tag.opens() && place.is_none() {
            place = Some(tag.at);
        }
    }
    let known = root.attributes().find(|(_, value)| *value == ids);
    let known = known.and_then(|(name, _)| name.strip_prefix("xmlns:"));
    let line = match known {
        Some(of_ids) => format!("<{prefix}legacyDrawing {of_ids}:id=\"{id}\"/>"),
        None => format!("<{prefix}legacyDrawing xmlns:r=\"{ids}\" r:id=\"{id}\"/>"),
    };
    let mut edits = Edits::default();
    edits.insert(place.ok_or(Unfit::Broken)?, line);
    edits.applied(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_is_named_where_the_standard_wants_it() {
        let place = |text: &str| {
            with_drawing(text, "r9", "i")
                .unwrap()
                .replace(" xmlns:r=\"i\"", "")
        };
        let line = "<legacyDrawing r:id=\"r9\"/>";
        assert_eq!(
            place("<w><drawing/><tableParts/><extLst/></w>"),
            format!("<w><drawing/>{line}<tableParts/><extLst/></w>")
        );
        assert_eq!(
            place("<w><drawing/></w>"),
            format!("<w><drawing/>{line}</w>")
        );
        assert_eq!(
            place(
                "<w><drawing/><mc:AlternateContent><mc:Choice><controls/></mc:Choice></mc:AlternateContent></w>"
            ),
            format!(
                "<w><drawing/>{line}<mc:AlternateContent><mc:Choice><controls/></mc:Choice></mc:AlternateContent></w>"
            )
        );
        let prefixed = with_drawing("<x:w xmlns:x='m' xmlns:q='i'></x:w>", "r9", "i").unwrap();
        assert_eq!(
            prefixed,
            "<x:w xmlns:x='m' xmlns:q='i'><x:legacyDrawing q:id=\"r9\"/></x:w>"
        );
        assert_eq!(drawing(&prefixed).unwrap().as_deref(), Some("r9"));
        assert_eq!(drawing("<w/>").unwrap(), None);
    }
}
