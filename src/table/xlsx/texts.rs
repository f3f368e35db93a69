//! The table of texts, as far as it is written plainly: texts that mean what they show.
//!
//! In: its part. Out: texts by number; none for those that the reading library has to take apart, and for all behind what is not
//! written as programs write it. Must not know: cells.

use super::plain::Scan;

/// A part of at most so many bytes is kept; the library holds it all, too.
pub(super) const MOST_KEPT: usize = 16 << 20;

/// The texts that are known.
#[derive(Clone, Debug, Default)]
pub(super) struct PlainTexts {
    part: String,
    /// Where each stands, as far as numbers are known; of those that do not mean what they show, none.
    places: Vec<Option<(u32, u32)>>,
}

impl PlainTexts {
    /// Those of a part.
    pub(super) fn of(part: Option<Vec<u8>>) -> Self {
        let Some(part) = part.and_then(|bytes| String::from_utf8(bytes).ok()) else {
            return PlainTexts::default();
        };
        let mut places = Vec::new();
        let mut scan = Scan::new(part.as_bytes(), 0);
        if begins(&mut scan).is_some() {
            while let Some(place) = entry(&mut scan) {
                places.push(place);
                scan.skip_space();
            }
        }
        PlainTexts { part, places }
    }

    /// The text of that number, if it is known.
    pub(super) fn get(&self, index: u32) -> Option<&str> {
        let (start, end) = (*self.places.get(index as usize)?)?;
        self.part.get(start as usize..end as usize)
    }
}

/// Goes past what stands before the first entry.
fn begins(scan: &mut Scan<'_>) -> Option<()> {
    if scan.eat(b"<?xml ") {
        scan.attributes()?;
    }
    scan.skip_space();
    scan.must(b"<sst")?;
    scan.eat(b" ");
    let is_closed = scan.attributes()?;
    scan.skip_space();
    (!is_closed).then_some(())
}

/// An entry: its place if it is one text that means what it shows. None where no entry is written plainly.
fn entry(scan: &mut Scan<'_>) -> Option<Option<(u32, u32)>> {
    scan.must(b"<si>")?;
    if scan.starts_with(b"<t") {
        let place = text(scan)?;
        scan.must(b"</si>")?;
        return Some(place);
    }
    while scan.eat(b"<r>") {
        if scan.eat(b"<rPr>") {
            while !scan.eat(b"</rPr>") {
                scan.must(b"<")?;
                scan.attributes()?.then_some(())?;
            }
        }
        text(scan)?;
        scan.must(b"</r>")?;
    }
    scan.must(b"</si>")?;
    Some(None)
}

fn text(scan: &mut Scan<'_>) -> Option<Option<(u32, u32)>> {
    scan.text_tag()?;
    let (start, end, is_plain) = scan.written()?;
    scan.must(b"</t>")?;
    let place = |at: usize| u32::try_from(at).ok();
    Some(place(start).zip(place(end)).filter(|_| is_plain))
}
