//! Workbooks of Excel 97–2003.

#![no_main]

thidua_fuzz::fuzzer!("xls");
