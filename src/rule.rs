//! Stage 3: YAML → checked rules. Every name, type, unit and year of a rule set is settled here, before any data is read.
//!
//! In: the text of a rule file and a function that fetches what it refers to. Out: a rule set in which nothing is unchecked, or
//! every problem with its line. Must not know: data.

pub mod declare;
pub mod expression;
pub mod file;
mod problem;
pub mod source;
#[cfg(test)]
mod testing;
pub mod yaml;

pub use problem::Problem;
