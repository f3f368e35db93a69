//! Any file, checked from bytes to report.

#![no_main]

thidua_fuzz::fuzzer!("check");
