//! The letters of one sheet's texts: read as they are, or as those of an old font stand for others.
//!
//! In: texts with their fonts; first a sample, then each cell's. Out: the texts as they are meant, how many were converted, and
//! what looks odd. Must not know: formats, addresses.

use super::Problem;
use super::decision::{Decision, Words};
use super::reading::{Reading, is_suspicious, telling_words};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Odd words that are kept to be counted.
const MOST_ODD_WORDS: usize = 1_000;
/// So many odd words are worth a warning.
const LEAST_ODD_WORDS: usize = 4;

/// What a font makes of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(in crate::table) enum Font {
    /// Nothing that is known.
    #[default]
    Other,
    /// It draws TCVN3; some such fonts have capitals only.
    Tcvn3 {
        /// Whether small letters are drawn as capitals.
        capital: bool,
    },
    /// It draws VNI.
    Vni,
}

impl Font {
    /// By its name: `.VnTime`, `.VnArialH` with capitals, `VNI-Times`.
    pub(in crate::table) fn named(name: &str) -> Self {
        let begins = |start: &str| {
            name.get(..start.len())
                .is_some_and(|beginning| beginning.eq_ignore_ascii_case(start))
        };
        if begins(".Vn") {
            Font::Tcvn3 {
                capital: name.ends_with('H'),
            }
        } else if begins("VNI-") || begins("VNI ") {
            Font::Vni
        } else {
            Font::Other
        }
    }
}

/// How the texts of one kind of font are read.
#[derive(Clone, Debug, Default)]
struct Manner {
    sample: Words,
    reading: Reading,
    /// Cells converted since the sheet was begun.
    converted: u64,
    /// Cells that were left, since they can only be Unicode.
    left: u64,
    /// Cells that were converted and are words either way, and the first of them: as it stood, and as it was read.
    either: u64,
    example: Option<(String, String)>,
}

impl Manner {
    fn settle(&mut self, decide: impl Fn(&Words) -> Decision) -> Result<(), Problem> {
        let sample = std::mem::take(&mut self.sample);
        self.reading = decide(&sample).settled()?.unwrap_or_default();
        Ok(())
    }
}

/// How a sheet's texts are read.
#[derive(Clone, Debug, Default)]
pub(in crate::table) struct Letters {
    other: Manner,
    tcvn3: Manner,
    vni: Manner,
    is_decided: bool,
    /// Whether words are looked for that fit another reading.
    watches: bool,
    odd: BTreeSet<(&'static str, String)>,
}

impl Letters {
    /// All texts are read so, whatever they look like.
    pub(super) fn always(reading: Reading) -> Self {
        Letters {
            other: Manner {
                reading,
                ..Manner::default()
            },
            is_decided: true,
            ..Letters::default()
        }
    }

    /// Takes a text of the sample by which the reading is decided.
    pub(in crate::table) fn sample(&mut self, font: Font, text: &str) {
        self.manner(font).sample.add(text);
    }

    /// Decides by the sample.
    ///
    /// # Errors
    /// If the texts may be meant in two ways.
    pub(in crate::table) fn decide(&mut self) -> Result<(), Problem> {
        self.other.settle(Words::of_unicode)?;
        self.tcvn3.settle(|sample| sample.of_font(Reading::Tcvn3))?;
        self.vni.settle(|sample| sample.of_font(Reading::Vni))?;
        self.is_decided = true;
        self.watches = self.other.reading == Reading::AsIs;
        Ok(())
    }

    /// Whether the reading is decided.
    pub(in crate::table) fn are_decided(&self) -> bool {
        self.is_decided
    }

    /// Forgets what was counted: the sheet is read from its beginning.
    pub(in crate::table) fn begin(&mut self) {
        for manner in [&mut self.other, &mut self.tcvn3, &mut self.vni] {
            (manner.converted, manner.left, manner.either) = (0, 0, 0);
            manner.example = None;
        }
        self.odd.clear();
    }

    /// Whether texts without a font need no look of [`Letters::read`].
    pub(in crate::table) fn leave(&self, texts: &str) -> bool {
        self.other.reading == Reading::AsIs && !(self.watches && is_suspicious(texts))
    }

    /// Whether words are looked for that fit another reading; none if the texts themselves are read as other letters.
    pub(in crate::table) fn watching(&self) -> Option<bool> {
        (self.other.reading == Reading::AsIs).then_some(self.watches)
    }

    /// The text as it is meant.
    pub(in crate::table) fn read<'t>(&mut self, font: Font, text: &'t str) -> Cow<'t, str> {
        let manner = self.manner(font);
        let (reading, capital) = (manner.reading, font == Font::Tcvn3 { capital: true });
        if reading == Reading::AsIs {
            if font == Font::Other && self.watches && is_suspicious(text) {
                self.watch(text);
            }
            return Cow::Borrowed(text);
        }
        if text.is_ascii() && !capital {
            return Cow::Borrowed(text);
        }
        let Some(read) = reading.read(text) else {
            manner.left += 1;
            return Cow::Borrowed(text);
        };
        // A cell that was typed in Unicode reads worse when it is converted.
        let (own, converted) = (Reading::AsIs.suited(text), Reading::AsIs.suited(&read));
        if converted < own {
            manner.left += 1;
            return Cow::Borrowed(text);
        }
        let read = if capital { read.to_uppercase() } else { read };
        if read != text {
            manner.converted += 1;
            if own == converted && own > 0 {
                manner.either += 1;
                let example = || (text.to_owned(), read.clone());
                manner.example.get_or_insert_with(example);
            }
        }
        Cow::Owned(read)
    }

    /// Keeps the words that another reading would make Vietnamese and that are not.
    fn watch(&mut self, text: &str) {
        for word in telling_words(text).filter(|word| !Reading::AsIs.suits(word)) {
            let other = [Reading::Tcvn3, Reading::Vni]
                .into_iter()
                .find(|reading| reading.suits(word));
            if let Some(reading) = other.filter(|_| self.odd.len() < MOST_ODD_WORDS) {
                self.odd.insert((reading.name(), word.to_owned()));
            }
        }
    }

    /// What there is to say once the sheet's rows have been read.
    pub(in crate::table) fn notes(&self) -> Vec<Problem> {
        let mut cells = [(Reading::Tcvn3, 0), (Reading::Vni, 0)];
        for manner in [&self.other, &self.tcvn3, &self.vni] {
            for (reading, count) in &mut cells {
                *count += if manner.reading == *reading {
                    manner.converted
                } else {
                    0
                };
            }
        }
        let converted = cells.into_iter().filter(|(_, cells)| *cells > 0);
        let mut notes: Vec<Problem> = converted
            .map(|(reading, cells)| Problem::Converted {
                encoding: reading.name().to_owned(),
                cells,
            })
            .collect();
        for manner in [&self.other, &self.tcvn3, &self.vni] {
            // Among cells of both kinds nothing tells which a word is that is one either way.
            if let Some((example, read_as)) = manner.example.as_ref().filter(|_| manner.left > 0) {
                notes.push(Problem::MixedLetters {
                    encoding: manner.reading.name().to_owned(),
                    cells: manner.either,
                    example: example.clone(),
                    read_as: read_as.clone(),
                });
            }
        }
        if let Some((encoding, example)) = self
            .odd
            .first()
            .filter(|_| self.odd.len() >= LEAST_ODD_WORDS)
        {
            notes.push(Problem::OddLetters {
                encoding: (*encoding).to_owned(),
                words: self.odd.len() as u64,
                example: example.clone(),
            });
        }
        notes
    }

    fn manner(&mut self, font: Font) -> &mut Manner {
        match font {
            Font::Other => &mut self.other,
            Font::Tcvn3 { .. } => &mut self.tcvn3,
            Font::Vni => &mut self.vni,
        }
    }
}
