//! The messages of a Fluent file: what they are called and what they name.

use std::collections::{BTreeMap, BTreeSet};

/// What must be alike in both languages.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Names of its attributes.
    pub(crate) attributes: BTreeSet<String>,
    /// Names of the arguments it uses.
    pub(crate) arguments: BTreeSet<String>,
}

/// The messages by id.
pub(crate) fn entries(text: &str) -> Result<BTreeMap<String, Entry>, String> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    let mut id = String::new();
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        if !line.starts_with(' ') {
            id = line.split('=').next().unwrap_or_default().trim().to_owned();
            if entries.insert(id.clone(), Entry::default()).is_some() {
                return Err(format!("{id} stands twice"));
            }
        }
        let entry = entries.entry(id.clone()).or_default();
        if let Some((name, _)) = line
            .trim()
            .strip_prefix('.')
            .and_then(|rest| rest.split_once(" ="))
        {
            entry.attributes.insert(name.to_owned());
        }
        entry.arguments.extend(
            line.split("{ $")
                .skip(1)
                .filter_map(|rest| rest.split(" }").next())
                .map(str::to_owned),
        );
    }
    Ok(entries)
}

#[test]
fn a_message_is_known_by_its_attributes_and_arguments() {
    let found = entries("# c\na = x { $b }\n    y { $c }\n    .help = z\nd = e\n").unwrap();
    assert_eq!(found.keys().collect::<Vec<_>>(), ["a", "d"]);
    assert_eq!(found["a"].attributes.iter().collect::<Vec<_>>(), ["help"]);
    assert_eq!(found["a"].arguments.iter().collect::<Vec<_>>(), ["b", "c"]);
    assert!(entries("a = x\na = y\n").is_err());
}
