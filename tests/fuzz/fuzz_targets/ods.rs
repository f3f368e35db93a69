//! OpenDocument spreadsheets.

#![no_main]

thidua_fuzz::fuzzer!("ods");
