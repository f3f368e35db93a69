//! The notes of a sheet: some more, or without those of an earlier marking.
//!
//! In: the part's text. Out: the text with notes put in or taken out, and the cells whose notes these are. Must not know: how a note
//! is drawn.

use super::Unfit;
use super::cells::address;
use super::xml::{Edits, Element, Tag, Tags, elements, escaped_cell, unescaped};
use crate::place::CellAddress;
use std::collections::{BTreeMap, BTreeSet};

/// Whose notes ours are.
pub(super) const AUTHOR: &str = "thidua";
/// What stands above our words.
const DIVIDER: &str = "———— thidua ————";
/// How the author of the placeholder for a thread begins; what these say belongs to the thread.
const THREAD: &str = "tc=";
/// The longest note, in Excel's units of UTF-16.
const LONGEST: usize = 32_767;

/// A part without notes.
pub(super) fn empty(namespace: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <comments xmlns=\"{namespace}\"><authors></authors><commentList></commentList></comments>"
    )
}

/// A note, and what is known of it.
struct Note<'a> {
    cell: CellAddress,
    author: String,
    element: Element<'a>,
}

/// The parts of the part.
struct Parts<'a> {
    prefix: &'a str,
    tags: Vec<Tag<'a>>,
    authors: Vec<String>,
    notes: Vec<Note<'a>>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Result<Self, Unfit> {
        let tags = Tags::all(text)?;
        let prefix = tags.first().ok_or(Unfit::Broken)?.prefix();
        let authors: Vec<String> = elements(text, &tags, |tag| {
            tag.depth == 2 && tag.is(prefix, "author")
        })
        .iter()
        .map(|author| unescaped(author.inside()))
        .collect();
        let author_of = |element: &Element<'_>| {
            let at = element
                .tag
                .number("authorId")
                .and_then(|at| authors.get(at as usize));
            at.cloned().unwrap_or_default()
        };
        let comments = elements(text, &tags, |tag| {
            tag.depth == 2 && tag.is(prefix, "comment")
        });
        let notes = comments.into_iter().filter_map(|element| {
            Some(Note {
                cell: address(element.tag.attribute("ref")?)?,
                author: author_of(&element),
                element,
            })
        });
        Ok(Parts {
            prefix,
            notes: notes.collect(),
            authors,
            tags,
        })
    }

    fn only(&self, text: &'a str, name: &str) -> Result<Element<'a>, Unfit> {
        let found = elements(text, &self.tags, |tag| {
            tag.depth == 1 && tag.is(self.prefix, name)
        });
        found.first().copied().ok_or(Unfit::Broken)
    }
}

/// Puts notes in: a note of somebody else's is added to, a thread is left alone. Gives the cells that had none.
pub(super) fn with_notes(
    text: &str,
    notes: &BTreeMap<CellAddress, String>,
) -> Result<(String, Vec<CellAddress>), Unfit> {
    let parts = Parts::of(text)?;
    let p = parts.prefix;
    let mut edits = Edits::default();
    let mut taken = BTreeSet::new();
    for note in &parts.notes {
        taken.insert(note.cell);
        if let Some(words) = notes
            .get(&note.cell)
            .filter(|_| !note.author.starts_with(THREAD))
        {
            add_words(note, p, words, &mut edits)?;
        }
    }
    let new: Vec<(&CellAddress, &String)> = notes
        .iter()
        .filter(|(cell, _)| !taken.contains(cell))
        .collect();
    if new.is_empty() {
        return Ok((edits.applied(text)?, Vec::new()));
    }
    let author = match parts.authors.iter().position(|author| author == AUTHOR) {
        Some(at) => at,
        None => {
            let line = format!("<{p}author>{AUTHOR}</{p}author>");
            edits.append(&parts.only(text, "authors")?, &line);
            parts.authors.len()
        }
    };
    let line = |(cell, words): &(&CellAddress, &String)| {
        let run = run(p, &cut(&format!("{DIVIDER}\n{words}"), LONGEST));
        format!(
            "<{p}comment ref=\"{cell}\" authorId=\"{author}\"><{p}text>{run}</{p}text></{p}comment>"
        )
    };
    let lines: String = new.iter().map(line).collect();
    edits.append(&parts.only(text, "commentList")?, &lines);
    let cells = new.into_iter().map(|(cell, _)| *cell).collect();
    Ok((edits.applied(text)?, cells))
}

/// Takes our notes out, and our words out of the notes of others. Gives the cells whose notes are gone. Programs that forget whose a
/// note is leave what it begins with.
pub(super) fn without_notes(text: &str) -> Result<(String, Vec<CellAddress>), Unfit> {
    let parts = Parts::of(text)?;
    let (mut edits, mut gone) = (Edits::default(), Vec::new());
    for note in &parts.notes {
        let is_ours = note.author == AUTHOR || {
            let tags = Tags::all(note.element.text)?;
            let said = elements(note.element.text, &tags, |tag| tag.is(parts.prefix, "t"));
            let said: String = said.iter().map(|t| unescaped(t.inside())).collect();
            said.trim_start().starts_with(DIVIDER)
        };
        if is_ours {
            edits.replace(note.element.range(), "");
            gone.push(note.cell);
        } else if note.element.text.contains(DIVIDER) {
            take_words(note, parts.prefix, &mut edits)?;
        }
    }
    Ok((edits.applied(text)?, gone))
}

/// Adds to a note as one more run. A text without runs becomes the first.
fn add_words(note: &Note<'_>, p: &str, words: &str, edits: &mut Edits) -> Result<(), Unfit> {
    let inside = note.element.text;
    let tags = Tags::all(inside)?;
    let texts = elements(inside, &tags, |tag| tag.depth == 1 && tag.is(p, "text"));
    let text = texts.first().ok_or(Unfit::Broken)?;
    let said: usize = elements(inside, &tags, |tag| tag.is(p, "t"))
        .iter()
        .map(|t| unescaped(t.inside()).encode_utf16().count())
        .sum();
    let words = cut(
        &format!("\n\n{DIVIDER}\n{words}"),
        LONGEST.saturating_sub(said),
    );
    if !words.contains(DIVIDER) {
        return Ok(());
    }
    let mut own = Edits::default();
    for plain in elements(inside, &tags, |tag| tag.depth == 2 && tag.is(p, "t")) {
        own.replace(plain.range(), format!("<{p}r>{}</{p}r>", plain.text));
    }
    own.append(text, &run(p, &words));
    edits.replace(note.element.range(), own.applied(inside)?);
    Ok(())
}

/// Takes the words from the divider on out, and the empty lines before it.
fn take_words(note: &Note<'_>, p: &str, edits: &mut Edits) -> Result<(), Unfit> {
    let inside = note.element.text;
    let tags = Tags::all(inside)?;
    let runs = elements(inside, &tags, |tag| tag.depth == 2 && tag.is(p, "r"));
    let Some(first) = runs.iter().position(|run| run.text.contains(DIVIDER)) else {
        return Ok(());
    };
    let end = format!("</{p}t></{p}r>");
    let mut own = Edits::default();
    let mut is_end = true;
    for (at, run) in runs.iter().enumerate().rev() {
        let text = match run.text.find(DIVIDER).filter(|_| at == first) {
            Some(divider) => run.text.get(..divider).unwrap_or(""),
            None if at > first => {
                own.replace(run.range(), "");
                continue;
            }
            None => run.text.strip_suffix(end.as_str()).unwrap_or(run.text),
        };
        if !is_end {
            break;
        }
        let kept = without_last_lines(text);
        is_end = kept.ends_with('>');
        let kept = match is_end {
            true => String::new(),
            false => format!("{kept}{end}"),
        };
        if kept != run.text {
            own.replace(run.range(), kept);
        }
    }
    edits.replace(note.element.range(), own.applied(inside)?);
    Ok(())
}

/// Without the empty lines at the end, however they are written.
fn without_last_lines(text: &str) -> &str {
    let mut kept = text.trim_end();
    while let Some(shorter) = ["&#10;", "&#13;", "&#xA;", "&#xa;"]
        .iter()
        .find_map(|line| kept.strip_suffix(line))
    {
        kept = shorter.trim_end();
    }
    kept
}

fn run(p: &str, words: &str) -> String {
    format!(
        "<{p}r><{p}rPr><{p}sz val=\"9\"/><{p}color indexed=\"81\"/><{p}rFont val=\"Tahoma\"/><{p}family val=\"2\"/></{p}rPr>\
         <{p}t xml:space=\"preserve\">{}</{p}t></{p}r>",
        escaped_cell(words)
    )
}

/// At most so many of Excel's units, with `…` where something was cut.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let (mut shorter, mut length) = (String::new(), 1);
    for c in text.chars() {
        length += c.len_utf16();
        if length > most {
            break;
        }
        shorter.push(c);
    }
    shorter + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(notes: &[(&str, &str)]) -> BTreeMap<CellAddress, String> {
        let notes = notes.iter();
        notes
            .map(|(cell, words)| (address(cell).unwrap(), (*words).to_owned()))
            .collect()
    }

    const OTHERS: &str = "<x:comments xmlns:x='m'><x:authors><x:author>A</x:author><x:author>tc={1}</x:author></x:authors><x:commentList>\
        <x:comment ref='A1' authorId='0'><x:text><x:t>of A</x:t></x:text></x:comment>\
        <x:comment ref='B1' authorId='1'><x:text><x:r><x:t>thread</x:t></x:r></x:text></x:comment></x:commentList></x:comments>";

    #[test]
    fn notes_go_in_and_come_out_again() {
        let all = notes(&[("A1", "one"), ("B1", "two"), ("C1", "<three>")]);
        let (marked, new) = with_notes(OTHERS, &all).unwrap();
        assert_eq!(new, [address("C1").unwrap()]);
        assert!(marked.contains("<x:r><x:t>of A</x:t></x:r>"));
        assert!(marked.contains("———— thidua ————\none</x:t>"));
        assert!(!marked.contains("two"));
        assert!(marked.contains("ref=\"C1\" authorId=\"2\"") && marked.contains("&lt;three&gt;"));
        let (again, gone) = without_notes(&marked).unwrap();
        assert_eq!(gone, [address("C1").unwrap()]);
        let expected = OTHERS
            .replace("<x:t>of A</x:t>", "<x:r><x:t>of A</x:t></x:r>")
            .replace("</x:authors>", "<x:author>thidua</x:author></x:authors>");
        assert_eq!(again, expected);
    }

    #[test]
    fn our_words_are_found_where_a_program_has_joined_them_with_others() {
        let joined = OTHERS.replace(
            "<x:t>of A</x:t>",
            "<x:r><x:t>of A&#10;</x:t></x:r><x:r><x:t>&#10;———— thidua ————\none</x:t></x:r><x:r><x:t>more</x:t></x:r>",
        );
        let (again, gone) = without_notes(&joined).unwrap();
        assert!(gone.is_empty());
        let expected = OTHERS.replace("<x:t>of A</x:t>", "<x:r><x:t>of A</x:t></x:r>");
        assert_eq!(again, expected);
    }

    #[test]
    fn a_note_is_no_longer_than_excel_allows() {
        let long = "ạ🙂".repeat(20_000);
        let (marked, _) = with_notes(&empty("m"), &notes(&[("A1", &long)])).unwrap();
        let tags = Tags::all(&marked).unwrap();
        let text = elements(&marked, &tags, |tag| tag.is("", "t"))[0].inside();
        let length = text.encode_utf16().count();
        assert!((LONGEST - 2..=LONGEST).contains(&length), "{length}");
        assert!(text.ends_with('…'));
    }

    #[test]
    fn our_notes_are_known_where_a_program_has_forgotten_whose_they_are() {
        let (marked, _) = with_notes(&empty("m"), &notes(&[("A1", "one")])).unwrap();
        let forgotten = marked.replace("<author>thidua</author>", "<author> </author>");
        let (again, gone) = without_notes(&forgotten).unwrap();
        assert_eq!(gone, [address("A1").unwrap()]);
        assert!(!again.contains("<comment "));
    }
}
