//! What can go wrong while a file is opened and its rows are read.
//!
//! In: nothing. Out: the problems of stage 1. Must not know: any language.

use crate::problems;

problems! {
    /// Why a file (or the rest of a sheet) cannot be read.
    pub enum Problem {
        /// The operating system would not let us read it.
        "table/unreadable" Error Unreadable { reason: String },
    }
}
