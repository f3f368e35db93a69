//! The header of a sheet: which rows it takes, and which column of which table each of its texts means.
//!
//! In: the first rows of a sheet, its merged cells, the schema's headers. Out: matched columns with their years and units.
//! Must not know: the rows below the header, values.

pub(super) mod area;
pub(super) mod block;
pub(super) mod candidate;
pub(super) mod caption;
pub(super) mod head;
pub(super) mod heading;
pub(super) mod index;
pub(super) mod likeness;
pub(super) mod unit;
