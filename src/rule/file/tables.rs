//! The tables of a rule file, as written.
//!
//! In: nodes. Out: plain structs. Must not know: what the names mean.

use crate::rule::yaml::{self, Amount, Fields, Findings, Named, Node, NodeKind, Scalar, Written};
use crate::text::Wording;

/// A table, as written.
#[derive(Clone, Debug, Default)]
pub struct WrittenTable {
    /// What people call it.
    pub title: Option<Wording>,
    /// Names of sheets or files that mean it.
    pub sheets: Vec<Written<String>>,
    /// Its key's columns.
    pub key: Vec<Written<String>>,
    /// Where its official list of units is.
    pub roster: Option<WrittenRoster>,
    /// Its columns; none of them only if they could not be read.
    pub columns: Option<Named<WrittenColumn>>,
    /// Columns that are computed.
    pub derived: Named<WrittenDerived>,
    /// Whether its rows are about persons.
    pub personal: bool,
}

/// Where a table's official list of units is.
#[derive(Clone, Debug)]
pub struct WrittenRoster {
    /// The file.
    pub file: Written<String>,
    /// The level of the units that the table holds.
    pub level: Option<Written<String>>,
    /// The file that says which units took the place of these.
    pub successors: Option<Written<String>>,
}

/// A column, as written.
#[derive(Clone, Debug, Default)]
pub struct WrittenColumn {
    /// What people call it.
    pub title: Option<Wording>,
    /// Its type; none if it could not be read.
    pub kind: Option<Written<String>>,
    /// What it refers to: a table, a column, a scale, choices.
    pub of: Option<Written<String>>,
    /// Its unit.
    pub unit: Option<Written<String>>,
    /// Whether fractions are refused.
    pub whole: Option<Written<bool>>,
    /// The least value allowed.
    pub min: Option<Written<Amount>>,
    /// `year`, for a column with one value a year.
    pub by: Option<Written<String>>,
    /// Accepted headers.
    pub headers: Vec<WrittenHeader>,
    /// Spellings of "no value".
    pub empty: Vec<Written<String>>,
    /// Whether it may be absent.
    pub optional: bool,
    /// How many characters a code has.
    pub width: Option<Written<i64>>,
    /// Decimal places shown.
    pub digits: Option<Written<i64>>,
}

/// An accepted header, as written.
#[derive(Clone, Debug)]
pub struct WrittenHeader {
    /// Its text.
    pub text: Written<String>,
    /// Added to the year that it stands under.
    pub year_shift: Option<Written<i64>>,
}

/// A computed column, as written.
#[derive(Clone, Debug, Default)]
pub struct WrittenDerived {
    /// `year`, for one value a year.
    pub by: Option<Written<String>>,
    /// How it is computed; none if it could not be read.
    pub is: Option<Written<Scalar>>,
}

pub(super) fn table(node: &Node, findings: &mut Findings) -> Option<WrittenTable> {
    let Some(mut fields) = Fields::of(node, findings) else {
        return Some(WrittenTable::default());
    };
    let table = WrittenTable {
        title: fields.optional("title", findings, yaml::wording),
        sheets: fields.list("sheets", findings, yaml::text),
        key: fields
            .optional("key", findings, yaml::texts)
            .unwrap_or_default(),
        roster: fields.optional("roster", findings, roster),
        columns: fields.required("columns", findings, |node, findings| {
            yaml::named(node, findings, column)
        }),
        derived: fields.named("derived", findings, derived),
        personal: fields
            .optional("personal", findings, yaml::boolean)
            .is_some_and(|personal| personal.value),
    };
    fields.finish(findings);
    Some(table)
}

fn roster(node: &Node, findings: &mut Findings) -> Option<WrittenRoster> {
    let mut fields = Fields::of(node, findings)?;
    let file = fields.required("file", findings, yaml::text);
    let level = fields.required("level", findings, yaml::text);
    let successors = fields.optional("successors", findings, yaml::text);
    fields.finish(findings);
    Some(WrittenRoster {
        file: file?,
        level,
        successors,
    })
}

fn column(node: &Node, findings: &mut Findings) -> Option<WrittenColumn> {
    let Some(mut fields) = Fields::of(node, findings) else {
        return Some(WrittenColumn::default());
    };
    let column = WrittenColumn {
        title: fields.optional("title", findings, yaml::wording),
        kind: fields.required("type", findings, yaml::text),
        of: fields.optional("of", findings, yaml::text),
        unit: fields.optional("unit", findings, yaml::text),
        whole: fields.optional("whole", findings, yaml::boolean),
        min: fields.optional("min", findings, yaml::number),
        by: fields.optional("by", findings, yaml::text),
        headers: fields.list("headers", findings, header),
        empty: fields.list("empty", findings, yaml::text),
        optional: fields
            .optional("optional", findings, yaml::boolean)
            .is_some_and(|optional| optional.value),
        width: fields.optional("width", findings, yaml::whole(1, 100)),
        digits: fields.optional("digits", findings, yaml::whole(0, 18)),
    };
    fields.finish(findings);
    Some(column)
}

fn header(node: &Node, findings: &mut Findings) -> Option<WrittenHeader> {
    match &node.kind {
        NodeKind::Mapping(_) => {
            let mut fields = Fields::of(node, findings)?;
            let text = fields.required("text", findings, yaml::text);
            let year_shift = fields.optional("year", findings, yaml::whole(-50, 50));
            fields.finish(findings);
            Some(WrittenHeader {
                text: text?,
                year_shift,
            })
        }
        NodeKind::Scalar(_) | NodeKind::Sequence(_) => Some(WrittenHeader {
            text: yaml::text(node, findings)?,
            year_shift: None,
        }),
    }
}

fn derived(node: &Node, findings: &mut Findings) -> Option<WrittenDerived> {
    let Some(mut fields) = Fields::of(node, findings) else {
        return Some(WrittenDerived::default());
    };
    let derived = WrittenDerived {
        by: fields.optional("by", findings, yaml::text),
        is: fields.required("is", findings, yaml::expression),
    };
    fields.finish(findings);
    Some(derived)
}
