//! thidua checks award nominations against an official plan. The data goes downhill through five stages and never back:
//!
//! ```text
//! files ──► table ──► fact ──► verdict ──► report
//!             rule sets ──► rule ──┘
//! ```
//!
//! 1. [`table`]: bytes → sheets, rows of cells with addresses;
//! 2. [`fact`]: sheets → typed columns, each value with the way back to its cell;
//! 3. [`rule`]: YAML → checked rules;
//! 4. [`verdict`]: rules × facts → verdicts on data, subjects, nominations, quotas, targets, deadlines, with the arithmetic behind each;
//! 5. [`report`]: verdicts → text, JSON, HTML, Excel, marked copies, in the words of [`locale`].
//!
//! Two stand beside the way: [`template`], rules → a blank workbook, whose headers [`fact`] knows again; and [`sql`], rules →
//! queries by which an engine that holds the same columns comes to the same verdicts.
//!
//! [`cli`] hands the world in and the reports out: `cli::judging` walks the stages in this order.

pub mod cli;
pub mod diagnostic;
pub mod fact;
pub mod locale;
pub mod number;
pub mod place;
pub mod report;
pub mod rule;
pub mod sql;
pub mod table;
pub mod template;
pub mod text;
pub mod verdict;
