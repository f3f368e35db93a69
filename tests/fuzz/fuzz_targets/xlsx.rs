//! Workbooks of Excel 2007 and later.

#![no_main]

thidua_fuzz::fuzzer!("xlsx");
