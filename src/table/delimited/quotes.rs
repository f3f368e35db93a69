//! Quotes that were never closed, which would make one cell of many rows.
//!
//! In: a record's bytes. Out: where such a quote stands. Must not know: where the record stands.

/// The offset of a quote that opens a cell and swallows line breaks, but is not closed right before a separator or line break: it
/// belongs to no pair, and rows would vanish in its cell (`1,"x⏎2,"y"⏎`). Spaces after the closing quote are let pass.
pub(super) fn swallowing_quote(raw: &[u8], separator: u8) -> Option<usize> {
    let mut at = 0;
    while at < raw.len() {
        if raw.get(at) == Some(&b'"') {
            let Some(closing) = closing_quote(raw, at) else {
                return Some(at);
            };
            let inside = raw.get(at..closing).unwrap_or_default();
            let behind = raw
                .get(closing + 1..)
                .unwrap_or_default()
                .iter()
                .find(|byte| !matches!(byte, b' '));
            let closed =
                behind.is_none_or(|byte| *byte == separator || matches!(byte, b'\n' | b'\r'));
            if !closed && inside.iter().any(|byte| matches!(byte, b'\n' | b'\r')) {
                return Some(at);
            }
            at = closing;
        }
        at += raw
            .get(at..)
            .unwrap_or_default()
            .iter()
            .position(|byte| *byte == separator)?
            + 1;
    }
    None
}

/// Where the quote opened at `opening` is closed; a doubled quote stands for one inside the cell. The end, if it never is.
fn closing_quote(raw: &[u8], opening: usize) -> Option<usize> {
    let mut at = opening + 1;
    loop {
        at += raw.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if raw.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}
