//! What a rule file refers to: the rule set that it extends, its roster. Somebody else fetches them.
//!
//! In: nothing. Out: what can be asked for, and what is given. Must not know: folders, file systems.

use crate::diagnostic::Argument;
use crate::rule::source::Origin;
use sha2::{Digest, Sha256};

/// Something that a rule file refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted<'w> {
    /// The rule set that it extends: a file beside it, or the id of one that ships.
    Base(&'w str),
    /// A file beside the rule file that names it, which may be the base.
    File(Origin, &'w str),
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Its name, as the user knows it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Gives what a rule file refers to, or the reason why it cannot.
pub type Fetch<'f> = dyn FnMut(Wanted<'_>) -> Result<Fetched, Argument> + 'f;

/// SHA-256 in lower-case hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
