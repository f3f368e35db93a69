//! The string literals of the program's source, without those of its tests, attributes and comments.

use std::fs;
use std::iter::Peekable;
use std::path::Path;
use std::str::Chars;

/// A source file.
pub(crate) struct Source {
    /// Its path below `src`.
    pub(crate) name: String,
    /// What stands in it, in order.
    pub(crate) pieces: Vec<Piece>,
}

/// A piece of a source file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Code without blanks.
    Code(String),
    /// The content of a string literal.
    Literal(String),
}

impl Source {
    /// The string literals.
    pub(crate) fn literals(&self) -> Vec<String> {
        self.pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Literal(literal) => Some(literal.clone()),
                Piece::Code(_) => None,
            })
            .collect()
    }
}

/// The source files other than tests.
pub(crate) fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        "",
        &mut sources,
    );
    assert!(sources.len() > 10);
    sources
}

fn collect(folder: &Path, above: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            if name != "tests" && !name.ends_with("/tests") {
                collect(&entry.path(), &format!("{name}/"), sources);
            }
        } else if name.ends_with(".rs")
            && !name.ends_with("tests.rs")
            && !name.ends_with("testing.rs")
        {
            let pieces = without_tests(pieces(&fs::read_to_string(entry.path()).unwrap()));
            sources.push(Source { name, pieces });
        }
    }
}

/// Code is one character a piece here.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        match (c, rest.peek()) {
            ('/', Some('/')) => rest.by_ref().take_while(|c| *c != '\n').for_each(drop),
            ('/', Some('*')) => skip_comment(&mut rest),
            ('"', _) => pieces.push(Piece::Literal(quoted(&mut rest))),
            ('r', Some('"' | '#')) if !before.is_alphanumeric() && before != '_' => {
                raw(&mut rest, &mut pieces)
            }
            ('\'', _) => character(&mut rest),
            (c, _) if c.is_whitespace() => {}
            (c, _) => pieces.push(Piece::Code(c.to_string())),
        }
        before = c;
    }
    pieces
}

fn skip_comment(rest: &mut Peekable<Chars<'_>>) {
    let mut last = ' ';
    for c in rest.by_ref() {
        if last == '*' && c == '/' {
            return;
        }
        last = c;
    }
}

fn quoted(rest: &mut Peekable<Chars<'_>>) -> String {
    let mut content = String::new();
    while let Some(c) = rest.next() {
        match c {
            '"' => break,
            '\\' => match rest.next() {
                Some('u') => rest.by_ref().take_while(|c| *c != '}').for_each(drop),
                Some('n' | 't' | 'r' | '\n') => content.push(' '),
                Some(c) => content.push(c),
                None => break,
            },
            c => content.push(c),
        }
    }
    content
}

/// After an `r`: a raw literal, or a raw name.
fn raw(rest: &mut Peekable<Chars<'_>>, pieces: &mut Vec<Piece>) {
    let mut hashes = 0;
    while rest.next_if_eq(&'#').is_some() {
        hashes += 1;
    }
    if rest.next_if_eq(&'"').is_none() {
        return;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let mut content = String::new();
    for c in rest.by_ref() {
        content.push(c);
        if content.ends_with(&end) {
            content.truncate(content.len() - end.len());
            break;
        }
    }
    pieces.push(Piece::Literal(content));
}

/// After a `'`: a character, or a lifetime.
fn character(rest: &mut Peekable<Chars<'_>>) {
    let mut ahead = rest.clone();
    match (ahead.next(), ahead.next()) {
        (Some('\\'), _) => {
            rest.next();
            rest.next();
            rest.by_ref().take_while(|c| *c != '\'').for_each(drop);
        }
        (Some(_), Some('\'')) => {
            rest.next();
            rest.next();
        }
        _ => {}
    }
}

/// Without attributes and without the items that `#[cfg(test)]` stands before; code joined.
fn without_tests(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::new();
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let is_attribute = is_code(&piece, "#")
            && rest
                .peek()
                .is_some_and(|next| is_code(next, "[") || is_code(next, "!"));
        if is_attribute {
            if group(&mut rest, "[", "]") == "[cfg(test)]" {
                item(&mut rest);
            }
            continue;
        }
        match (kept.last_mut(), piece) {
            (Some(Piece::Code(before)), Piece::Code(code)) => before.push_str(&code),
            (_, piece) => kept.push(piece),
        }
    }
    kept
}

fn is_code(piece: &Piece, code: &str) -> bool {
    matches!(piece, Piece::Code(found) if found == code)
}

/// Takes everything up to the bracket that closes the next one.
fn group(rest: &mut impl Iterator<Item = Piece>, open: &str, close: &str) -> String {
    let (mut depth, mut content) = (0, String::new());
    for piece in rest {
        if is_code(&piece, open) {
            depth += 1;
        }
        if is_code(&piece, close) {
            depth -= 1;
        }
        if let Piece::Code(code) = &piece {
            content.push_str(code);
        }
        if depth == 0 && is_code(&piece, close) {
            break;
        }
    }
    content
}

/// Takes an item: up to its `;` or the end of its block.
fn item(rest: &mut Peekable<impl Iterator<Item = Piece>>) {
    while let Some(piece) = rest.peek() {
        if is_code(piece, "{") {
            group(rest, "{", "}");
            return;
        }
        let ends = is_code(piece, ";");
        rest.next();
        if ends {
            return;
        }
    }
}

#[test]
fn literals_are_told_from_comments_attributes_characters_and_tests() {
    let text = r##"
        //! "comment"
        #[expect(clippy::x, reason = "an attribute]")]
        fn a<'a>(b: &'a str) -> char { /* "c" */ f("one \" two", '"', r#"raw "x" "#, '\'') }
        #[cfg(test)]
        mod tests { const T: &str = "test } "; }
        const B: &str = "after";
    "##;
    let source = Source {
        name: String::new(),
        pieces: without_tests(pieces(text)),
    };
    assert_eq!(source.literals(), ["one \" two", "raw \"x\" ", "after"]);
    assert!(matches!(&source.pieces[0], Piece::Code(code) if code.ends_with("f(")));
}
