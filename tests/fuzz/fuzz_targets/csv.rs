//! Delimited text.

#![no_main]

thidua_fuzz::fuzzer!("csv");
