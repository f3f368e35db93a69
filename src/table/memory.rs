//! A file held in memory: read once, so that what is checked, read and hashed is the same.
//!
//! In: an input. Out: its bytes, shared. Must not know: formats.

use super::{Input, Problem};
use std::io::{Read, SeekFrom};
use std::sync::Arc;

/// What may be held, in MiB.
const LARGEST: u64 = 256;

/// A file's bytes, shared with whoever reads them.
#[derive(Clone, Debug)]
pub(super) struct Bytes(Arc<Vec<u8>>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Reads a file from its beginning to its end.
pub(super) fn whole(input: &mut dyn Input) -> Result<Bytes, Problem> {
    let length = input.seek(SeekFrom::End(0))?;
    input.rewind()?;
    let most = LARGEST << 20;
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(most)).unwrap_or(0));
    input.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(Problem::TooLarge { limit: LARGEST });
    }
    Ok(Bytes(Arc::new(bytes)))
}
