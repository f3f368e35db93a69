//! Changes to an input that leave most of it as it was: the same ones for the same seed.
//!
//! In: bytes, others of their kind to take pieces of, a seed. Out: changed bytes. What lies packed or in sectors is changed inside:
//! in the parts of a zip, in the stream of a compound file, and then put together again.
#![allow(dead_code, unreachable_pub, reason = "each user takes its part")]

use crate::office::{xls, zipped};

/// A source of numbers that is the same everywhere: SplitMix64 by Steele, Lea and Flood.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 if that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = end as u64;
        usize::try_from(self.next().checked_rem(end).unwrap_or(0)).unwrap_or(0)
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.below(all.len())).copied()
    }
}

/// No input grows beyond this: what matters is seen on small ones.
pub const LARGEST: usize = 1 << 20;

/// Numbers at which programs stumble.
const NUMBERS: [i64; 16] = [
    0,
    1,
    -1,
    2,
    127,
    128,
    255,
    256,
    32_767,
    65_535,
    65_536,
    1_048_577,
    i32::MAX as i64,
    u32::MAX as i64,
    i64::MAX,
    i64::MIN,
];
/// Pieces of text at which programs stumble.
const TEXTS: [&str; 22] = [
    "",
    "1e308",
    "-0",
    "NaN",
    "1.234",
    "1,5",
    "50%",
    "31/02/2022",
    "\"",
    "\"\"",
    ";",
    "\t",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "ấ",
    "a\u{302}\u{301}",
    "&amp;",
    "XFD1048576",
    "2022",
    "((((((((",
];
/// Where pieces of a text begin: cells, lines, elements, entries.
const BORDERS: &[u8] = b"<>\n,;\t\" :{[(";

/// The input with up to four changes. Every other time the changes are made inside of it, where it has an inside.
pub fn mutated(bytes: &[u8], others: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let is_inside = dice.below(8) > 0;
    let inside = if is_inside {
        inside(bytes, others, dice)
    } else {
        None
    };
    inside.unwrap_or_else(|| changed(bytes, others, dice))
}

/// The same with the changes made inside of a zip or of a compound file; none for anything else.
pub fn inside(bytes: &[u8], others: &[Vec<u8>], dice: &mut Dice) -> Option<Vec<u8>> {
    if bytes.starts_with(b"PK") {
        let mut entries = zipped::entries(bytes, LARGEST as u64)?;
        let at = dice.below(entries.len());
        let entry = entries.get_mut(at)?;
        let same_entry = |other: &Vec<u8>| {
            let entries = zipped::entries(other, LARGEST as u64)?;
            let found = entries.into_iter().find(|own| own.name == entry.name);
            found.map(|own| own.bytes)
        };
        let others: Vec<Vec<u8>> = others.iter().filter_map(same_entry).collect();
        entry.bytes = changed(&entry.bytes, &others, dice);
        return zipped::try_zipped(&entries);
    }
    let stream = |bytes: &[u8]| {
        let range = crate::office::compound::range_of(bytes, xls::STREAM)?;
        bytes.get(range).map(<[u8]>::to_vec)
    };
    let others: Vec<Vec<u8>> = others.iter().filter_map(|other| stream(other)).collect();
    let changed = changed(&stream(bytes)?, &others, dice);
    Some(xls::in_container(&changed))
}

/// The bytes themselves with up to four changes.
fn changed(bytes: &[u8], others: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    for _ in 0..=dice.below(4) * dice.below(2) {
        change(&mut changed, others, dice);
        changed.truncate(LARGEST);
    }
    changed
}

fn change(bytes: &mut Vec<u8>, others: &[Vec<u8>], dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let piece = piece(bytes, dice);
    match dice.below(11) {
        0 => overwrite(bytes, at, |byte| byte ^ (1 << dice.below(8))),
        1 => {
            let chosen = dice.of(b"\0\x01\x7f\x80\xff<>&\"'\n\r\t ,;:-+%0129eE[]{}()#");
            overwrite(bytes, at, |_| chosen.unwrap_or(0));
        }
        2 => drop(bytes.drain(piece)),
        3 => {
            let copy = bytes[piece].to_vec();
            insert(bytes, at, &copy);
        }
        4 => {
            let copy = bytes[piece.clone()].to_vec();
            insert(bytes, piece.end, &copy.repeat(1 + dice.below(20)));
        }
        5 => {
            if let Some(other) = others.get(dice.below(others.len())) {
                let other = &other[self::piece(other, dice)];
                drop(bytes.splice(piece, other.iter().copied()));
            }
        }
        6 => number_in_text(bytes, at, dice),
        7 => {
            let text = dice.of(&TEXTS).unwrap_or_default();
            insert(bytes, at, text.as_bytes());
        }
        8 => {
            let number = dice.of(&NUMBERS).unwrap_or_default().to_le_bytes();
            let width = 1 << dice.below(4);
            let end = (at + width).min(bytes.len());
            let there = bytes.get_mut(at..end).unwrap_or_default();
            there
                .iter_mut()
                .zip(number)
                .for_each(|(byte, new)| *byte = new);
        }
        9 => bytes.truncate(at),
        _ => bytes.get_mut(piece).unwrap_or_default().reverse(),
    }
}

fn overwrite(bytes: &mut [u8], at: usize, with: impl FnOnce(u8) -> u8) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte = with(*byte);
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, what: &[u8]) {
    bytes.splice(at..at, what.iter().copied());
}

/// A piece of the bytes: between two borders of cells, lines or elements, where there are any; else of any length.
fn piece(bytes: &[u8], dice: &mut Dice) -> std::ops::Range<usize> {
    let start = dice.below(bytes.len() + 1);
    let most = (bytes.len() - start).min(if dice.below(4) == 0 { 4_096 } else { 64 });
    let end = start + dice.below(most + 1);
    let border = dice.of(BORDERS).unwrap_or(b'\n');
    let next = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter()
            .position(|byte| *byte == border)
            .map(|at| from + at)
    };
    match (next(start), next(end)) {
        (Some(first), Some(second)) if dice.below(2) == 0 => first..second,
        _ => start..end,
    }
}

/// Another number in the place of the next one.
fn number_in_text(bytes: &mut Vec<u8>, at: usize, dice: &mut Dice) {
    let rest = bytes.get(at..).unwrap_or_default();
    let Some(first) = rest.iter().position(u8::is_ascii_digit) else {
        return;
    };
    let digits = rest
        .iter()
        .skip(first)
        .take_while(|byte| byte.is_ascii_digit());
    let (start, length) = (at + first, digits.count());
    let number = dice.of(&NUMBERS).unwrap_or_default().to_string();
    bytes.splice(start..start + length, number.into_bytes());
}
