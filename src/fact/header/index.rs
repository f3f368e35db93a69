//! Every accepted header of every table, by its folded text.
//!
//! In: the schema. Out: what a header text means in which table. Must not know: sheets.

use crate::fact::header::candidate::Candidates;
use crate::fact::header::caption::{Caption, YEARS};
use crate::fact::header::unit::UnitWords;
use crate::fact::schema::{ColumnId, ColumnSchema, Schema, TableId};
use crate::number::Number;
use crate::text::{all_folded_words, fold};
use rustc_hash::{FxHashMap, FxHashSet};

/// What stands between a header and the same one in another language.
const BETWEEN_LANGUAGES: &str = " / ";

/// What says of a header of percentages that it is one.
pub(in crate::fact) const PERCENT_WORDS: [&str; 3] = ["%", "điểm", "điểm phần trăm"];

/// What a header text means in one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::fact) struct Meaning {
    pub(in crate::fact) table: TableId,
    pub(in crate::fact) column: ColumnId,
    /// Added to the year that the header stands under.
    pub(in crate::fact) year_shift: i32,
}

/// The accepted headers.
#[derive(Debug)]
pub(in crate::fact) struct HeaderIndex {
    meanings: FxHashMap<String, Vec<Meaning>>,
    /// The words of all of them, and those that may stand beside them.
    vocabulary: FxHashSet<String>,
    /// Whether one of them is a number.
    has_figures: bool,
    pub(in crate::fact) words: UnitWords,
    /// Texts of sheets that were found to be made of these words.
    pub(in crate::fact) candidates: Candidates,
}

impl HeaderIndex {
    pub(in crate::fact) fn new(schema: &Schema) -> Self {
        let mut index = HeaderIndex {
            meanings: FxHashMap::default(),
            vocabulary: words_beside().collect(),
            has_figures: false,
            words: UnitWords::new(schema),
            candidates: Candidates::default(),
        };
        for id in schema.table_ids() {
            for (at, column) in (0_u16..).zip(schema.table_at(id).columns.values()) {
                index.add_column(id, ColumnId(at), column);
            }
        }
        let begins = |word: &String| word.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        index.has_figures = index.vocabulary.iter().any(begins);
        index
    }

    fn add_column(&mut self, table: TableId, id: ColumnId, column: &ColumnSchema) {
        let canonical = std::iter::once((column.name.as_str(), 0));
        for (text, year_shift) in canonical.chain(
            column
                .headers
                .iter()
                .map(|header| (header.text.as_str(), header.year_shift)),
        ) {
            let caption = Caption::new(text, &self.words);
            for form in [&caption.whole, caption.unitless()] {
                self.vocabulary.extend(form.split(' ').map(str::to_owned));
                let meanings = self.meanings.entry(form.to_owned()).or_default();
                // The canonical name comes first and stands.
                if !meanings
                    .iter()
                    .any(|held| held.table == table && held.column == id)
                {
                    meanings.push(Meaning {
                        table,
                        column: id,
                        year_shift,
                    });
                }
            }
        }
    }

    /// Whether a text has a word that no header has.
    pub(in crate::fact) fn lacks_a_word_of(&self, text: &str) -> bool {
        !all_folded_words(text, |word| self.vocabulary.contains(word))
    }

    /// Whether a figure is no header for sure: no year, nor a number that some header has.
    pub(in crate::fact) fn is_no_header(&self, figure: &Number) -> bool {
        let Some((digits, places)) = figure.to_scaled() else {
            return false;
        };
        let whole = 10_u64
            .checked_pow(places.into())
            .and_then(|power| i32::try_from(digits.unsigned_abs() / power).ok());
        // Four digits behind the point might be a year.
        let may_be_year = places > 3 || whole.is_some_and(|whole| YEARS.contains(&whole));
        !may_be_year && !self.has_figures
    }

    /// Whether a caption may be a header or a part of one, as far as its words tell: a header of several cells has the words of all.
    pub(in crate::fact) fn may_mean(&self, caption: &Caption) -> bool {
        let forms = [
            &caption.whole,
            caption.unitless(),
            caption.bare(),
            caption.shorter(),
        ];
        forms.into_iter().any(|form| {
            let mut words = form.split(' ');
            words.all(|word| word.is_empty() || self.vocabulary.contains(word))
        })
    }

    /// Whether a cell is a header of some table, or a year as it stands over figures.
    pub(in crate::fact) fn knows(&self, caption: &Caption) -> bool {
        caption.is_year_alone() || !self.meanings_of(caption).is_empty()
    }

    /// What a cell by itself means, with or without its units and years.
    pub(in crate::fact) fn meanings_of(&self, caption: &Caption) -> &[Meaning] {
        [
            &caption.whole,
            caption.unitless(),
            caption.bare(),
            caption.shorter(),
        ]
        .into_iter()
        .map(|text| self.meanings(text))
        .find(|meanings| !meanings.is_empty())
        .unwrap_or_default()
    }

    /// What a folded text means that gives one header in two languages: `tổng số hộ / households`. Both must mean the same column.
    pub(in crate::fact) fn meanings_of_both<'i>(
        &'i self,
        folded: &'i str,
    ) -> impl Iterator<Item = &'i Meaning> {
        let halves = folded.match_indices(BETWEEN_LANGUAGES).map(|(at, mark)| {
            let (one, other) = (&folded[..at], &folded[at + mark.len()..]);
            (self.meanings(one), self.meanings(other))
        });
        halves.flat_map(|(one, other)| one.iter().filter(|meaning| other.contains(meaning)))
    }

    /// The meanings of a folded text.
    pub(in crate::fact) fn meanings(&self, folded: &str) -> &[Meaning] {
        self.meanings
            .get(folded)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}

/// What a header may have between or behind its words: see [`BETWEEN_LANGUAGES`] and [`PERCENT_WORDS`].
fn words_beside() -> impl Iterator<Item = String> {
    let percent = PERCENT_WORDS.iter().flat_map(|words| words.split(' '));
    percent.chain([BETWEEN_LANGUAGES.trim()]).map(fold)
}
