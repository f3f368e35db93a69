//! What the fuzzers share: the harness that `cargo test` uses too, and changes inside of zips and compound files, where a fuzzer's
//! own would only break the wrapping.

#[path = "../harness/mod.rs"]
pub mod harness;
#[path = "../mutate.rs"]
mod mutate;
#[path = "../../office/mod.rs"]
mod office;

pub use libfuzzer_sys;

use mutate::Dice;

/// One change that the fuzzer asks for: its own, or every other time one inside of what the bytes hold. Gives the new length.
pub fn changed(bytes: &mut [u8], length: usize, most: usize, seed: u32) -> usize {
    let mut dice = Dice::new(seed.into());
    let inside = match dice.below(2) {
        0 => None,
        _ => mutate::inside(&bytes[..length], &[], &mut dice),
    };
    match inside.filter(|inside| inside.len() <= most.min(bytes.len())) {
        Some(inside) => {
            bytes[..inside.len()].copy_from_slice(&inside);
            inside.len()
        }
        None => libfuzzer_sys::fuzzer_mutate(bytes, length, most),
    }
}

/// A fuzzer of the target of that name.
#[macro_export]
macro_rules! fuzzer {
    ($name:literal) => {
        use $crate::libfuzzer_sys::{self, fuzz_mutator, fuzz_target};

        fuzz_target!(
            init: $crate::harness::keep_quiet_about_libraries(),
            |bytes: &[u8]| {
                ($crate::harness::target($name).run)(bytes);
            }
        );
        fuzz_mutator!(|bytes: &mut [u8], length: usize, most: usize, seed: u32| {
            $crate::changed(bytes, length, most, seed)
        });
    };
}
