//! SHA-256 of a file's bytes.
//!
//! In: bytes, at once or as they pass by. Out: lower-case hexadecimal. Must not know: what the bytes mean.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::io::{self, ErrorKind, Read};

/// A digest in the making.
#[derive(Default)]
pub(super) struct Digest(Sha256);

impl Digest {
    /// Takes the next bytes.
    pub(super) fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all bytes taken.
    pub(super) fn finish(self) -> String {
        self.0
            .finalize()
            .iter()
            .fold(String::with_capacity(64), |mut text, byte| {
                // Writing to a string cannot fail.
                let _ = write!(text, "{byte:02x}");
                text
            })
    }
}

/// The digest of those bytes.
pub(super) fn of_bytes(bytes: &[u8]) -> String {
    let mut digest = Digest::default();
    digest.update(bytes);
    digest.finish()
}

/// The digest of everything from here to the end.
pub(super) fn of_reader(mut reader: impl Read) -> io::Result<String> {
    let (mut digest, mut buffer) = (Digest::default(), vec![0; 1 << 18]);
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok(digest.finish()),
            Ok(read) => digest.update(buffer.get(..read).unwrap_or_default()),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_the_standard() {
        // FIPS 180-2, appendix B.1.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(of_bytes(b"abc"), expected);
        assert_eq!(of_reader(&b"abc"[..]).unwrap(), expected);
    }
}
