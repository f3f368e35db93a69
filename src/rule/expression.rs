//! The rule language: a small typed expression language that a clerk can read aloud.
//!
//! In: the text of one condition. Out: its syntax tree, or every problem found in it with its place in the text.
//! Must not know: tables, columns, data.

mod lexer;
mod parser;
mod print;
pub mod syntax;

pub use parser::parse;
