//! The criteria of a rule file, as written: groups, rules, their examples, and notes.
//!
//! In: nodes. Out: plain structs; conditions stay texts. Must not know: tables, columns, the language of conditions.

use super::clause::{WrittenClause, clause};
use crate::rule::Problem;
use crate::rule::yaml::{
    self, Fields, Findings, Named, Node, NodeKind, Scalar, Span, Written, wrong_shape,
};
use crate::text::Wording;

/// A rule, or a group of rules and groups.
#[derive(Clone, Debug)]
pub enum Member {
    /// `{ all: […] }` or `{ any: […] }`.
    Group(Group),
    /// A rule.
    Rule(Box<WrittenRule>),
}

/// A group of criteria.
#[derive(Clone, Debug)]
pub struct Group {
    /// Whether all of its members must be met, or any.
    pub connective: Connective,
    /// Its id, if it has one.
    pub id: Option<Written<String>>,
    /// What it demands, if the author says so.
    pub says: Option<Wording>,
    /// Its members in order.
    pub members: Vec<Member>,
    /// The key `all` or `any`.
    pub span: Span,
}

/// How the members of a group are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connective {
    /// `all:`
    All,
    /// `any:`
    Any,
}

/// A rule, as written.
#[derive(Clone, Debug)]
pub struct WrittenRule {
    /// Id, clause, wording.
    pub clause: WrittenClause,
    /// To which subjects it applies.
    pub when: Option<Written<Scalar>>,
    /// What it demands of them; none if it is missing.
    pub require: Option<Written<Scalar>>,
    /// Cases with their verdicts.
    pub examples: Vec<WrittenExample>,
}

/// A case with its verdict, as written.
#[derive(Clone, Debug)]
pub struct WrittenExample {
    /// Columns and their values.
    pub values: Named<ExampleValue>,
    /// The verdict that the rule must give; none if it could not be read.
    pub gives: Option<Written<Gives>>,
    /// The round; the default round if absent.
    pub round: Option<Written<String>>,
    /// The piece to point at when the example fails.
    pub span: Span,
}

/// What an example's cell holds; none if it is empty.
pub type ExampleCell = Written<Option<String>>;

/// The value of a column in an example.
#[derive(Clone, Debug)]
pub enum ExampleValue {
    /// One value.
    One(ExampleCell),
    /// A value for each year, by number or by the round's name for it.
    ByYear(Named<ExampleCell>),
}

/// The verdicts that an example can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// `met`
    Met,
    /// `not_met`
    NotMet,
    /// `insufficient`
    Insufficient,
    /// `not_applicable`
    NotApplicable,
}

impl Gives {
    /// Each verdict with its word.
    pub const WORDS: [(&'static str, Gives); 4] = [
        ("met", Gives::Met),
        ("not_met", Gives::NotMet),
        ("insufficient", Gives::Insufficient),
        ("not_applicable", Gives::NotApplicable),
    ];
}

/// A part of the plan that no rule checks.
#[derive(Clone, Debug)]
pub struct WrittenNote {
    /// Its id; none if it is missing.
    pub id: Option<Written<String>>,
    /// The clause.
    pub cite: String,
    /// What the clause demands.
    pub says: Wording,
    /// Why it is not checked.
    pub reason: Wording,
}

impl Member {
    /// The rules in it, in order.
    pub fn rules(&self) -> Vec<&WrittenRule> {
        match self {
            Member::Group(group) => group.members.iter().flat_map(Member::rules).collect(),
            Member::Rule(rule) => vec![rule],
        }
    }

    /// The ids in it, groups' and rules', in order.
    pub fn ids(&self) -> Vec<&Written<String>> {
        match self {
            Member::Group(group) => group
                .id
                .iter()
                .chain(group.members.iter().flat_map(Member::ids))
                .collect(),
            Member::Rule(rule) => Some(&rule.clause.id)
                .filter(|id| !id.value.is_empty())
                .into_iter()
                .collect(),
        }
    }
}

/// Keys that only rules have.
const RULE_KEYS: [&str; 5] = ["require", "when", "cite", "reading", "examples"];

pub(super) fn member(node: &Node, findings: &mut Findings) -> Option<Member> {
    let fields = Fields::of(node, findings)?;
    Some(match (fields.key_span("all"), fields.key_span("any")) {
        (Some(span), _) => Member::Group(group(fields, Connective::All, span, findings)),
        (None, Some(span)) => Member::Group(group(fields, Connective::Any, span, findings)),
        (None, None) => Member::Rule(Box::new(rule(fields, findings))),
    })
}

fn group(
    mut fields: Fields<'_>,
    connective: Connective,
    span: Span,
    findings: &mut Findings,
) -> Group {
    let (key, other) = match connective {
        Connective::All => ("all", "any"),
        Connective::Any => ("any", "all"),
    };
    let mut members = fields.list(key, findings, member);
    let id = fields.optional("id", findings, yaml::text);
    let says = fields.optional("says", findings, yaml::wording);
    let mixed: Vec<&'static str> = std::iter::once(other)
        .chain(RULE_KEYS)
        .filter(|key| fields.has(key))
        .collect();
    if let Some(at) = mixed.first().and_then(|first| fields.key_span(first)) {
        let keys = std::iter::once(key)
            .chain(mixed.iter().copied())
            .map(str::to_owned)
            .collect();
        findings.add_both(Problem::MixedGroup { keys }, at, span);
    } else if fields.is_empty_list(key) {
        findings.add(Problem::EmptyGroup {}, span);
    }
    // Read all the same, so that what is wrong within is found too and nothing is reported twice.
    for mixed in mixed {
        match mixed {
            "any" => members.extend(fields.list(mixed, findings, member)),
            _ => drop(fields.optional(mixed, findings, |_, _| Some(()))),
        }
    }
    fields.finish(findings);
    Group {
        connective,
        id,
        says,
        members,
        span,
    }
}

fn rule(mut fields: Fields<'_>, findings: &mut Findings) -> WrittenRule {
    let rule = WrittenRule {
        clause: clause(&mut fields, findings),
        when: fields.optional("when", findings, yaml::expression),
        require: fields.required("require", findings, yaml::expression),
        examples: fields.list("examples", findings, example),
    };
    // So that a misspelt group finds its neighbour.
    fields.know(&["all", "any"]);
    fields.finish(findings);
    rule
}

fn example(node: &Node, findings: &mut Findings) -> Option<WrittenExample> {
    let mut fields = Fields::of(node, findings)?;
    let gives = fields.required("gives", findings, gives);
    let round = fields.optional("round", findings, yaml::text);
    let values = fields
        .rest()
        .into_iter()
        .filter_map(|(column, node)| Some((column, example_value(node, findings)?)));
    Some(WrittenExample {
        values: values.collect(),
        gives,
        round,
        span: node.span(),
    })
}

fn gives(node: &Node, findings: &mut Findings) -> Option<Written<Gives>> {
    let word = yaml::text(node, findings)?;
    let Some((_, value)) = Gives::WORDS
        .into_iter()
        .find(|(known, _)| *known == word.value)
    else {
        let known = findings.meant(&word.value, Gives::WORDS.iter().map(|(known, _)| *known));
        findings.add(
            Problem::UnknownVerdict {
                value: word.value,
                known,
            },
            word.span,
        );
        return None;
    };
    Some(Written {
        value,
        span: word.span,
    })
}

fn example_value(node: &Node, findings: &mut Findings) -> Option<ExampleValue> {
    match &node.kind {
        NodeKind::Mapping(_) => Some(ExampleValue::ByYear(yaml::named(
            node,
            findings,
            yaml::cell,
        )?)),
        NodeKind::Scalar(_) => Some(ExampleValue::One(yaml::cell(node, findings)?)),
        NodeKind::Sequence(_) => {
            wrong_shape(node, "rule-shape-cell", findings);
            None
        }
    }
}

pub(super) fn note(node: &Node, findings: &mut Findings) -> Option<WrittenNote> {
    let mut fields = Fields::of(node, findings)?;
    let note = WrittenNote {
        id: fields.required("id", findings, yaml::text),
        cite: fields
            .required("cite", findings, yaml::text)
            .map(|cite| cite.value)
            .unwrap_or_default(),
        says: fields
            .required("says", findings, yaml::wording)
            .unwrap_or_default(),
        reason: fields
            .required("reason", findings, yaml::wording)
            .unwrap_or_default(),
    };
    fields.finish(findings);
    Some(note)
}
