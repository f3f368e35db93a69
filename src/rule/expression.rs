//! The rule language: a small typed expression language that a clerk can read aloud.
//!
//! In: the text of one condition. Out: its syntax tree, or every problem found in it with its place in the text.
//! Must not know: tables, columns, data.

mod cursor;
mod item;
mod lexer;
mod parser;
mod print;
mod problem;
pub mod syntax;
mod token;

pub use lexer::is_name;
pub use parser::{parse, parse_range};
pub use problem::{Expected, Found, Problem, Seen};
pub use token::is_word;

#[cfg(test)]
mod tests;
