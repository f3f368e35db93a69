//! The rule sets that ship with the program, and the files they refer to.
//!
//! In: nothing; the texts are embedded. Out: a rule set's file by its id. Must not know: what stands in them.

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

/// The rule set of that id.
pub fn shipped(id: &str) -> Option<&'static Shipped> {
    SHIPPED.iter().find(|shipped| shipped.id == Some(id))
}

/// The bytes of a file that a shipped rule set refers to.
pub fn fetch(file: &str) -> Option<Vec<u8>> {
    SHIPPED
        .iter()
        .find(|shipped| shipped.file == file)
        .map(|shipped| shipped.text.as_bytes().to_vec())
}
