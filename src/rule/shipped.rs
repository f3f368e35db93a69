//! The rule sets that ship with the program, and the files they refer to.
//!
//! In: nothing; the texts are embedded. Out: a rule set's file by its id. Must not know: what stands in them.

use crate::diagnostic::Argument;
use crate::rule::{Fetched, Wanted};

/// An embedded file.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// The rule set's id; none for a file that rule sets refer to.
    pub id: Option<&'static str>,
    /// File name, as rule sets write it.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// Every embedded file; the first rule set is the default one.
pub const SHIPPED: &[Shipped] = &[
    Shipped {
        id: Some("binh-phuoc-2021-2025"),
        file: "binh-phuoc-2021-2025.yaml",
        text: include_str!("../../rules/binh-phuoc-2021-2025.yaml"),
    },
    Shipped {
        id: Some("binh-phuoc-2016-2020"),
        file: "binh-phuoc-2016-2020.yaml",
        text: include_str!("../../rules/binh-phuoc-2016-2020.yaml"),
    },
    Shipped {
        id: Some("binh-phuoc-loc-ninh"),
        file: "binh-phuoc-loc-ninh.yaml",
        text: include_str!("../../rules/binh-phuoc-loc-ninh.yaml"),
    },
    Shipped {
        id: Some("bac-ninh-2022-2025"),
        file: "bac-ninh-2022-2025.yaml",
        text: include_str!("../../rules/bac-ninh-2022-2025.yaml"),
    },
    Shipped {
        id: None,
        file: "binh-phuoc-units.csv",
        text: include_str!("../../rules/binh-phuoc-units.csv"),
    },
    Shipped {
        id: None,
        file: "binh-phuoc-2025-merge.csv",
        text: include_str!("../../rules/binh-phuoc-2025-merge.csv"),
    },
];

/// The default rule set.
pub const DEFAULT: &Shipped = &SHIPPED[0];

/// A small rule set with explanations, for authors to begin with.
pub const BEGINNING: &str = include_str!("../../rules/bo-tieu-chuan-moi.yaml");

/// The JSON Schema of rule files, for editors that know one.
pub const SCHEMA: &str = include_str!("../../docs/ruleset.schema.json");

/// The ids of the rule sets that ship.
pub fn ids() -> impl Iterator<Item = &'static str> + Clone {
    SHIPPED.iter().filter_map(|shipped| shipped.id)
}

/// The rule set of that id.
pub fn shipped(id: &str) -> Option<&'static Shipped> {
    SHIPPED.iter().find(|shipped| shipped.id == Some(id))
}

/// Why something cannot be had that does not ship.
pub const ABSENT: Argument = Argument::Label("reason-not-found");

/// What a shipped rule set refers to: another by its id, or a file beside it.
///
/// # Errors
/// If nothing of that name ships.
pub fn fetch(wanted: Wanted<'_>) -> Result<Fetched, Argument> {
    let found = match wanted {
        Wanted::Base(id) => shipped(id),
        Wanted::File(_, file) => SHIPPED.iter().find(|shipped| shipped.file == file),
    };
    let found = found.ok_or(ABSENT)?;
    Ok(Fetched {
        name: found.file.to_owned(),
        bytes: found.text.as_bytes().to_vec(),
    })
}
