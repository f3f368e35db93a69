//! Which reading a text is meant in.
//!
//! In: the different telling words of a text. Out: the reading that is beyond doubt, or the doubt with an example. Must not know:
//! where the words stand. Each different word counts once, so that one odd name in every row does not decide.

use super::Problem;
use super::reading::{Reading, telling_words};
use rustc_hash::FxHashSet;

/// Different words beyond which no more are needed.
const MOST_WORDS: usize = 5_000;
/// So many words must speak for a reading and against every other.
const LEAST_WORDS: usize = 4;

/// The different telling words of a text.
#[derive(Clone, Debug, Default)]
pub(in crate::table) struct Words(FxHashSet<String>);

/// What was decided.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Decision {
    Certain(Reading),
    /// It is most likely this one, going by that word.
    Doubtful(Reading, String),
    /// No reading is likely.
    Unknown,
}

impl Decision {
    /// The reading, or the refusal; none if no reading is likely.
    pub(super) fn settled(self) -> Result<Option<Reading>, Problem> {
        match self {
            Decision::Certain(reading) => Ok(Some(reading)),
            Decision::Unknown => Ok(None),
            Decision::Doubtful(reading, example) => Err(Problem::UncertainLetters {
                read_as: reading.read(&example).unwrap_or_default(),
                encoding: reading.name().to_owned(),
                example,
            }),
        }
    }
}

impl Words {
    pub(super) fn add(&mut self, text: &str) {
        for word in telling_words(text) {
            if self.0.len() < MOST_WORDS && !self.0.contains(word) {
                self.0.insert(word.to_owned());
            }
        }
    }

    pub(super) fn of(text: &str) -> Self {
        let mut words = Words::default();
        words.add(text);
        words
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// How many words are Vietnamese in that reading.
    fn suited(&self, reading: Reading) -> usize {
        self.0.iter().filter(|word| reading.suits(word)).count()
    }

    /// The words that are Vietnamese in the first reading and not in the other.
    fn only(&self, reading: Reading, other: Reading) -> Vec<&str> {
        let words = self.0.iter().map(String::as_str);
        let mut only: Vec<&str> = words
            .filter(|word| reading.suits(word) && !other.suits(word))
            .collect();
        only.sort_unstable();
        only
    }

    /// Text whose letters are known, but may stand for others. They are what they seem unless the words say otherwise.
    pub(super) fn of_unicode(&self) -> Decision {
        let readings = [Reading::AsIs, Reading::Tcvn3, Reading::Vni];
        if let Some(reading) = self.beyond_doubt(&readings) {
            return Decision::Certain(reading);
        }
        let against = |reading: &Reading| self.only(*reading, Reading::AsIs);
        let other = [Reading::Tcvn3, Reading::Vni]
            .into_iter()
            .max_by_key(|reading| against(reading).len())
            .unwrap_or_default();
        self.doubt(other, &against(&other))
            .unwrap_or(Decision::Certain(Reading::AsIs))
    }

    /// Bytes that are no UTF-8, shown as Windows-1252.
    pub(super) fn of_bytes(&self) -> Decision {
        let readings = [Reading::Windows1258, Reading::Tcvn3, Reading::Vni];
        if let Some(reading) = self.beyond_doubt(&readings) {
            return Decision::Certain(reading);
        }
        let [first, others @ ..] = readings;
        let likely = others.into_iter().fold(first, |best, reading| {
            if self.suited(reading) > self.suited(best) {
                reading
            } else {
                best
            }
        });
        let words = self.only(likely, Reading::AsIs);
        let is_likely = self.suited(likely) >= 2 && self.suited(likely) * 2 >= self.0.len();
        match longest(&words).filter(|_| is_likely) {
            Some(example) => Decision::Doubtful(likely, example.to_owned()),
            None => Decision::Unknown,
        }
    }

    /// Text in a font whose letters stand for others. Fonts outlive a conversion to Unicode, so even there the words may speak
    /// against it.
    pub(super) fn of_font(&self, reading: Reading) -> Decision {
        let (by_font, as_is) = (
            self.only(reading, Reading::AsIs),
            self.only(Reading::AsIs, reading),
        );
        if by_font.len() >= as_is.len() {
            self.doubt(reading, &as_is)
                .unwrap_or(Decision::Certain(reading))
        } else {
            self.doubt(reading, &by_font)
                .unwrap_or(Decision::Certain(Reading::AsIs))
        }
    }

    /// The reading in which nine words of ten are Vietnamese, and far fewer in every other.
    fn beyond_doubt(&self, readings: &[Reading]) -> Option<Reading> {
        let mut counted: Vec<(usize, Reading)> = readings
            .iter()
            .map(|reading| (self.suited(*reading), *reading))
            .collect();
        counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let [(best, reading), (second, _), ..] = counted.as_slice() else {
            return None;
        };
        let is_certain =
            best * 10 >= self.0.len() * 9 && best - second >= LEAST_WORDS && best * 2 >= second * 3;
        is_certain.then_some(*reading)
    }

    /// The doubt that those words raise, if they are enough: one in ten of a long text, half of a short one.
    fn doubt(&self, reading: Reading, words: &[&str]) -> Option<Decision> {
        let (count, all) = (words.len(), self.0.len());
        let is_much = count >= LEAST_WORDS && count * 10 >= all || count >= 2 && count * 2 >= all;
        let example = longest(words).filter(|_| is_much)?;
        Some(Decision::Doubtful(reading, example.to_owned()))
    }
}

/// The word that shows most.
fn longest<'w>(words: &[&'w str]) -> Option<&'w str> {
    words
        .iter()
        .copied()
        .max_by_key(|word| word.chars().count())
}
