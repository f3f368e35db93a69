//! thidua checks award nominations against an official plan. The data goes downhill through five stages and never back:
//!
//! ```text
//! files ──► table ──► fact ──► verdict ──► report
//!             rule sets ──► rule ──┘
//! ```

pub mod cli;
pub mod diagnostic;
pub mod fact;
pub mod locale;
pub mod number;
pub mod place;
pub mod rule;
pub mod table;
pub mod text;
