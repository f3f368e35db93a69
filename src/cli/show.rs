//! Findings as people read them on a terminal.
//!
//! In: findings and a language. Out: text, with the line of a rule file and a mark below it where a finding points into one.
//! Must not know: which output the text goes to.

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::locale::Locale;
use crate::place::{Excerpt, Place, Spot};
use crate::text::printable;
use annotate_snippets::renderer::{AnsiColor, Style};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::collections::BTreeMap;
use std::ops::Range;

/// How many blanks at most stand for what is left out of a line.
const MOST_PADDING: usize = 100_000;

/// One finding, without a line break at its end.
pub(crate) fn rendered(
    finding: &Diagnostic,
    locale: &Locale,
    width: usize,
    colored: bool,
) -> String {
    let message = Message {
        severity: finding.severity,
        word: locale.label(severity_key(finding.severity)),
        code: finding.code,
        sentence: locale.sentence(finding),
        footer: footer(finding, locale),
    };
    match finding.places.first() {
        Some(Place {
            file,
            spot: Spot::Excerpt(excerpt),
            ..
        }) => message.below_excerpt(file, excerpt, width, colored),
        Some(place) => message.in_lines(&format!("{}: ", shown(place)), colored),
        None => message.in_lines("", colored),
    }
}

/// What a finding says, in the reader's language.
struct Message {
    severity: Severity,
    word: String,
    code: &'static str,
    sentence: String,
    /// Words and what they introduce, one line each.
    footer: Vec<(String, String)>,
}

fn footer(finding: &Diagnostic, locale: &Locale) -> Vec<(String, String)> {
    let also = finding
        .places
        .iter()
        .skip(1)
        .map(|place| (locale.label("show-also"), shown(place)));
    let help = locale
        .help(finding)
        .map(|help| (locale.label("show-help"), help));
    also.chain(help).collect()
}

impl Message {
    fn in_lines(&self, place: &str, colored: bool) -> String {
        let bold = Style::new().bold();
        let (level, strong) = if colored {
            (bold.fg_color(Some(color(self.severity).into())), bold)
        } else {
            Default::default()
        };
        let mut lines = vec![format!(
            "{level}{}[{}]{level:#}{strong}: {place}{}{strong:#}",
            self.word, self.code, self.sentence
        )];
        lines.extend(
            self.footer
                .iter()
                .map(|(word, text)| format!("  = {strong}{word}{strong:#}: {text}")),
        );
        lines.join("\n")
    }

    fn below_excerpt(&self, file: &str, excerpt: &Excerpt, width: usize, colored: bool) -> String {
        let renderer = if colored {
            Renderer::styled()
        } else {
            Renderer::plain()
        }
        .term_width(width);
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let (source, marked) = padded(excerpt);
        let snippet = Snippet::source(source)
            .path(printable(file))
            .line_start(usize::try_from(excerpt.line).unwrap_or(usize::MAX))
            .annotation(AnnotationKind::Primary.span(marked));
        let footer = self
            .footer
            .iter()
            .map(|(word, text)| Level::NOTE.with_name(word).message(text));
        let title = level
            .with_name(&self.word)
            .primary_title(&self.sentence)
            .id(self.code);
        renderer.render(&[title.element(snippet).elements(footer)])
    }
}

fn color(severity: Severity) -> AnsiColor {
    match severity {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::BrightGreen,
    }
}

/// Key of the word for a severity.
pub(crate) fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    }
}

/// The findings to show, of each code at most so many, and the codes of which there are more with how many.
pub(crate) fn chosen(
    findings: &Diagnostics,
    most_of_a_code: usize,
) -> (Vec<&Diagnostic>, BTreeMap<&'static str, i64>) {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut hidden: BTreeMap<&'static str, i64> = findings
        .left_out()
        .map(|(code, n)| (code, clamped(n)))
        .collect();
    let mut shown = Vec::new();
    for finding in findings.iter() {
        let count = counts.entry(finding.code).or_insert(0);
        *count += 1;
        if *count <= most_of_a_code {
            shown.push(finding);
        } else {
            *hidden.entry(finding.code).or_insert(0) += 1;
        }
    }
    (shown, hidden)
}

fn clamped(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn shown(place: &Place) -> String {
    printable(&place.to_string())
}

/// The excerpt's text with blanks for what is left out before it, so that columns count from the line's beginning, and the bytes
/// that are meant: an empty range at the end if the column lies beyond it.
fn padded(excerpt: &Excerpt) -> (String, Range<usize>) {
    let count = |characters: u32| usize::try_from(characters).unwrap_or(usize::MAX);
    let mut source = " ".repeat(count(excerpt.first.saturating_sub(1)).min(MOST_PADDING));
    source.push_str(&excerpt.text);
    let before = count(excerpt.column.saturating_sub(1));
    let byte = |character: usize| {
        source
            .char_indices()
            .nth(character)
            .map_or(source.len(), |(at, _)| at)
    };
    let marked = byte(before)..byte(before.saturating_add(count(excerpt.width)));
    (source, marked)
}

#[cfg(test)]
mod tests;
