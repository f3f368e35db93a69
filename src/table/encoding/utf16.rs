//! UTF-16: two bytes to a letter, in one of two orders.
//!
//! In: bytes. Out: whether they are such text and in which order; the text. Must not know: other encodings.

use super::Problem;
use encoding_rs::{UTF_16BE, UTF_16LE};

/// Which byte of a pair comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    LittleEndian,
    BigEndian,
}

const MARKS: [(&[u8], Order); 2] = [
    (b"\xff\xfe", Order::LittleEndian),
    (b"\xfe\xff", Order::BigEndian),
];

/// The order that a mark at the beginning tells.
pub(super) fn marked(head: &[u8]) -> Option<Order> {
    let found = MARKS.iter().find(|(mark, _)| head.starts_with(mark));
    found.map(|(_, order)| *order)
}

/// The order without a mark: separators, digits and plain letters have a NUL for their other byte, so NULs fill much of one half of
/// the pairs and hardly any of the other. None if that is not clear.
pub(super) fn by_nuls(head: &[u8]) -> Option<Order> {
    let (pairs, _) = head.as_chunks::<2>();
    let count = |half: usize| pairs.iter().filter(|pair| pair[half] == 0).count();
    let (first, second) = (count(0), count(1));
    let is_clear =
        |many: usize, few: usize| many >= 4 && many * 4 >= pairs.len() && few * 20 <= many;
    if is_clear(second, first) {
        Some(Order::LittleEndian)
    } else if is_clear(first, second) {
        Some(Order::BigEndian)
    } else {
        None
    }
}

/// The text, without its mark.
///
/// # Errors
/// If a letter is cut in two.
pub(super) fn text(bytes: &[u8], order: Order) -> Result<String, Problem> {
    let mark = MARKS.iter().find(|(_, marked)| *marked == order);
    let bytes = mark
        .and_then(|(mark, _)| bytes.strip_prefix(*mark))
        .unwrap_or(bytes);
    let encoding = match order {
        Order::LittleEndian => UTF_16LE,
        Order::BigEndian => UTF_16BE,
    };
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(Problem::BrokenUtf16 {})
}
