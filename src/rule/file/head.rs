//! The head of a rule file: sources, rounds, constants, scales and choices, as written.
//!
//! In: nodes. Out: plain structs. Must not know: what the names mean.

use crate::rule::Problem;
use crate::rule::yaml::{self, Amount, Fields, Findings, Named, Node, Written};
use crate::text::Wording;
use chrono::NaiveDate;

/// A document that rules cite.
#[derive(Clone, Debug, Default)]
pub struct CitedSource {
    /// What it is called.
    pub title: Option<Wording>,
    /// Its official number.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<Wording>,
    /// When it was issued.
    pub issued: Option<NaiveDate>,
    /// When it is in force; reports warn outside of it.
    pub valid: Validity,
}

/// From when until when something is in force, both included; open where a day is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// A round, as written.
#[derive(Clone, Debug, Default)]
pub struct WrittenRound {
    /// What people call it.
    pub title: Wording,
    /// Its years by name.
    pub years: Named<Written<i32>>,
    /// Its numbers by name.
    pub set: Named<Written<Amount>>,
}

/// A constant, as written.
#[derive(Clone, Debug, Default)]
pub struct WrittenConstant {
    /// Its value; none if it could not be read.
    pub value: Option<Written<Amount>>,
    /// Its unit.
    pub unit: Option<Written<String>>,
    /// The clause that it comes from.
    pub cite: Option<String>,
    /// What it is.
    pub says: Option<Wording>,
}

/// The terms of a scale or of choices: code and further names.
pub type WrittenTerms = Named<Vec<Written<String>>>;

pub(super) fn source(node: &Node, findings: &mut Findings) -> Option<CitedSource> {
    let mut fields = Fields::of(node, findings)?;
    let source = CitedSource {
        title: fields.optional("title", findings, yaml::wording),
        number: fields
            .optional("number", findings, yaml::text)
            .map(|text| text.value),
        issuer: fields.optional("issuer", findings, yaml::wording),
        issued: fields
            .optional("issued", findings, yaml::date)
            .map(|date| date.value),
        valid: fields
            .optional("valid", findings, validity)
            .unwrap_or_default(),
    };
    if !fields.has("title") && !fields.has("number") {
        findings.add(Problem::UnnamedSource {}, fields.head);
    }
    fields.finish(findings);
    Some(source)
}

fn validity(node: &Node, findings: &mut Findings) -> Option<Validity> {
    let mut fields = Fields::of(node, findings)?;
    let from = fields.optional("from", findings, yaml::date);
    let to = fields.optional("to", findings, yaml::date);
    fields.finish(findings);
    if let (Some(from), Some(to)) = (&from, &to)
        && from.value > to.value
    {
        findings.add_both(Problem::EmptyValidity {}, to.span, from.span);
    }
    Some(Validity {
        from: from.map(|day| day.value),
        to: to.map(|day| day.value),
    })
}

pub(super) fn round(node: &Node, findings: &mut Findings) -> Option<WrittenRound> {
    let Some(mut fields) = Fields::of(node, findings) else {
        return Some(WrittenRound::default());
    };
    let round = WrittenRound {
        title: fields
            .required("title", findings, yaml::wording)
            .unwrap_or_default(),
        years: fields.named("years", findings, yaml::year),
        set: fields.named("set", findings, yaml::number),
    };
    fields.finish(findings);
    Some(round)
}

pub(super) fn constant(node: &Node, findings: &mut Findings) -> Option<WrittenConstant> {
    let Some(mut fields) = Fields::of(node, findings) else {
        return Some(WrittenConstant::default());
    };
    let constant = WrittenConstant {
        value: fields.required("value", findings, yaml::number),
        unit: fields.optional("unit", findings, yaml::text),
        cite: fields
            .optional("cite", findings, yaml::text)
            .map(|text| text.value),
        says: fields.optional("says", findings, yaml::wording),
    };
    fields.finish(findings);
    Some(constant)
}

pub(super) fn terms(node: &Node, findings: &mut Findings) -> Option<WrittenTerms> {
    let names = |node: &Node, findings: &mut Findings| {
        if node.is_nothing() {
            Some(Vec::new())
        } else {
            yaml::texts(node, findings)
        }
    };
    yaml::named(node, findings, |node, findings| {
        Some(names(node, findings).unwrap_or_default())
    })
    .or(Some(Vec::new()))
}
