//! Reads source files far enough to find the texts in them.

pub(crate) mod fluent;
pub(crate) mod rust;
