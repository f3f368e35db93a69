//! Text in a page: no markup, nothing that a reader cannot see.
//!
//! In: any text. Out: the same text for a place between tags or in quotes. Must not know: what it says.

use crate::text::printable;
use askama::filters::{Escaper, Html};
use std::fmt::{self, Write};

/// The escaper of the page's template.
#[derive(Clone, Copy, Default)]
pub(super) struct Visible;

impl Escaper for Visible {
    fn write_escaped_str<W: Write>(&self, out: W, text: &str) -> fmt::Result {
        Html.write_escaped_str(out, &printable(text))
    }
}
