//! Rule files, lists of waivers.

#![no_main]

thidua_fuzz::fuzzer!("yaml");
