//! Marked copies of workbooks made by hand.
