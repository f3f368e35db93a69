//! Figures written plainly, read without a look at each digit.
//!
//! In: the bytes of a row and where a cell stands in them. Out: the figure, if it is one as everybody writes it. Must not know:
//! columns, other ways of writing.

use crate::fact::header::caption::YEARS;
use std::ops::Range;

/// Digits that a figure may have at a glance: all of them fit a word, and a workbook would keep them all.
const MOST_DIGITS: usize = 15;

/// Digits alone.
#[inline]
pub(super) fn whole(text: &[u8], place: Range<usize>) -> Option<i64> {
    let length = place.len();
    let Some(eight) = last_eight(text, place.end).filter(|_| length <= 8) else {
        return digits(text.get(place).unwrap_or_default());
    };
    // Noughts take the place of the bytes before it.
    let own = own(length);
    let word = eight & own | NOUGHTS & !own;
    (are_digits(word) && length > 0).then(|| value(word))
}

/// Digits, with one or two of them behind a point or comma: these are decimals in every style of writing, three may be thousands. As
/// a column keeps it: in its shortest form, with the number of decimal places.
#[inline]
pub(super) fn decimal(text: &[u8], place: Range<usize>) -> Option<(i64, u8)> {
    if let Some(figure) = whole(text, place.clone()) {
        return Some((figure, 0));
    }
    let (before, behind) = match text.get(place)? {
        [before @ .., b'.' | b',', tenth] => (before, [*tenth, b'0']),
        [before @ .., b'.' | b',', tenth, hundredth] => (before, [*tenth, *hundredth]),
        _ => return None,
    };
    let (whole, hundredths) = (digits(before)?, digits(&behind)?);
    Some(match (hundredths % 100, hundredths % 10) {
        (0, _) => (whole, 0),
        (_, 0) => (whole * 10 + hundredths / 10, 1),
        (_, _) => (whole * 100 + hundredths, 2),
    })
}

/// A year of four digits.
#[inline]
pub(super) fn year(text: &[u8], place: Range<usize>) -> Option<i64> {
    let year = (place.len() == 4).then(|| whole(text, place)).flatten()?;
    let known = i64::from(*YEARS.start())..=i64::from(*YEARS.end());
    known.contains(&year).then_some(year)
}

fn digits(text: &[u8]) -> Option<i64> {
    if text.is_empty() || text.len() > MOST_DIGITS {
        return None;
    }
    text.iter().try_fold(0_i64, |figure, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| figure * 10 + i64::from(digit))
    })
}

/// `00000000`.
const NOUGHTS: u64 = 0x3030_3030_3030_3030;
/// The upper half of each byte.
const UPPER: u64 = 0xf0f0_f0f0_f0f0_f0f0;
/// The lower half of each byte.
const LOWER: u64 = 0x0f0f_0f0f_0f0f_0f0f;
/// Six in each byte.
const SIXES: u64 = 0x0606_0606_0606_0606;

/// Of eight bytes those of a cell of that length (up to eight), which are the last ones.
#[inline]
pub(super) const fn own(length: usize) -> u64 {
    const OWN: [u64; 9] = {
        let mut own = [0; 9];
        let mut length = 1;
        while length <= 8 {
            own[length] = u64::MAX << (8 * (8 - length));
            length += 1;
        }
        own
    };
    OWN[if length < 8 { length } else { 8 }]
}

/// The eight bytes before that place, the last of them highest.
#[inline]
pub(super) fn last_eight(text: &[u8], end: usize) -> Option<u64> {
    let bytes = text.get(..end)?.last_chunk::<8>()?;
    Some(u64::from_le_bytes(*bytes))
}

#[inline]
const fn are_digits(word: u64) -> bool {
    // Each byte is 0x30 to 0x39: so is its upper half, and still is six further on.
    word & UPPER == NOUGHTS && word.wrapping_add(SIXES) & UPPER == NOUGHTS
}

/// The number of eight digits, the highest byte last: pairs, then fours, then all, each step in one multiplication.
#[inline]
const fn value(word: u64) -> i64 {
    let digits = word & LOWER;
    let pairs = (digits.wrapping_mul(10 << 8 | 1) >> 8) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs.wrapping_mul(100 << 16 | 1) >> 16) & 0x0000_ffff_0000_ffff;
    (fours.wrapping_mul(10_000 << 32 | 1) >> 32) as i64
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

    use super::*;
    use crate::number::{Number, Reading, Separators};
    use proptest::prelude::*;

    fn read(before: &str, cell: &str) -> (Option<i64>, Option<(i64, u8)>) {
        let text = format!("{before}{cell},rest");
        let place = before.len()..before.len() + cell.len();
        (
            whole(text.as_bytes(), place.clone()),
            decimal(text.as_bytes(), place),
        )
    }

    proptest! {
        /// Whatever is read at a glance is what a closer look reads.
        #[test]
        fn a_glance_reads_what_a_closer_look_reads(
            before in "[0-9,a]{0,9}",
            cell in "[0-9]{0,9}([.,][0-9]{0,3})?|[0-9]{1,17}|[0-9 /:a.-]{0,10}",
        ) {
            let (whole, decimal) = read(&before, &cell);
            if let Some((figure, places)) = decimal {
                let number = Number::from_scaled(figure, places);
                prop_assert_eq!(number.to_scaled(), Some((figure, places)));
                prop_assert_eq!(Number::read(&cell, Separators::Any), Reading::One(number));
            }
            if let Some(figure) = whole {
                prop_assert_eq!(decimal, Some((figure, 0)));
            }
            let are_digits = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
            prop_assert_eq!(whole.is_some(), are_digits && cell.len() <= MOST_DIGITS);
        }
    }

    #[test]
    fn figures_of_every_length_are_read() {
        for length in 1..=15_usize {
            let cell = &"987654321012345"[..length];
            assert_eq!(read("", cell).0, Some(cell.parse().unwrap()), "{cell}");
            assert_eq!(
                read("x,12345,", cell).0,
                Some(cell.parse().unwrap()),
                "{cell}"
            );
        }
        assert_eq!(read("", "1234567890123456").0, None);
        assert_eq!(read("12345678", "").0, None);
        assert_eq!(read("12345678,", "0.85").1, Some((85, 2)));
        assert_eq!(read("12345678,", "2.50").1, Some((25, 1)));
        assert_eq!(read("12345678,", "10,0").1, Some((10, 0)));
        assert_eq!(read("12345678,", "1.500").1, None);
    }
}
