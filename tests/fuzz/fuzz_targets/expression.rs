//! Conditions of the rule language.

#![no_main]

thidua_fuzz::fuzzer!("expression");
