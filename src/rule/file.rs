//! A rule file as written: every key in its place, nothing resolved yet.
//!
//! In: the text of a rule file. Out: its parts as plain structs with their places, and every problem of shape and of ids. Must not
//! know: what names mean, the language of conditions, data.
//!
//! What could not be read stands there as an absent or empty value next to its problem, so that the rest can be checked too.

mod criteria;
mod head;
mod tables;

pub use criteria::{
    Connective, ExampleCell, ExampleValue, Gives, Group, Member, Reading, WrittenExample,
    WrittenNote, WrittenRule,
};
pub use head::{CitedSource, Validity, WrittenConstant, WrittenRound, WrittenTerms};
pub use tables::{WrittenColumn, WrittenDerived, WrittenHeader, WrittenRoster, WrittenTable};

use crate::diagnostic::Diagnostic;
use crate::rule::Problem;
use crate::rule::source::SourceText;
use crate::rule::yaml::{self, Fields, Findings, Named, Node, Span, Written};
use crate::text::Wording;
use std::collections::HashMap;

/// The format that this program reads.
const FORMAT: &str = "1";

/// A rule file as written.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// The rule set's id.
    pub id: Written<String>,
    /// Its version.
    pub version: Written<String>,
    /// What people call it.
    pub title: Wording,
    /// The rule set that it extends: an id or a file.
    pub extends: Option<Written<String>>,
    /// What the rules cite, by short name.
    pub sources: Named<CitedSource>,
    /// Units of numbers.
    pub units: Named<Wording>,
    /// Rounds by id.
    pub rounds: Named<WrittenRound>,
    /// The round that is taken unless another is asked for.
    pub default_round: Option<Written<String>>,
    /// Constants by name.
    pub constants: Named<WrittenConstant>,
    /// Ordered scales, low to high.
    pub scales: Named<WrittenTerms>,
    /// Choices without order.
    pub choices: Named<WrittenTerms>,
    /// Tables by name.
    pub tables: Named<WrittenTable>,
    /// The criteria of each table.
    pub criteria: Named<Member>,
    /// What the plan says and no rule checks.
    pub notes: Vec<WrittenNote>,
}

impl RuleFile {
    /// Reads a rule file. There is none if the text is no YAML mapping; if there is one, the diagnostics may still hold errors.
    pub fn read(source: &SourceText) -> (Option<RuleFile>, Vec<Diagnostic>) {
        let mut findings = Findings::new(source);
        let tree = yaml::parse(&mut findings);
        let file = tree.and_then(|tree| RuleFile::of_tree(&tree, &mut findings));
        (file, findings.into_diagnostics())
    }

    /// Reads the tree of a rule file.
    pub(super) fn of_tree(tree: &Node, findings: &mut Findings) -> Option<RuleFile> {
        read_tree(tree, findings)
    }

    /// Every rule of every table, in order, with its table's name.
    pub fn rules(&self) -> impl Iterator<Item = (&Written<String>, &WrittenRule)> {
        self.criteria
            .iter()
            .flat_map(|(table, root)| root.rules().into_iter().map(move |rule| (table, rule)))
    }
}

fn read_tree(tree: &Node, findings: &mut Findings) -> Option<RuleFile> {
    let mut fields = Fields::of(tree, findings)?;
    let head = fields.head;
    fields.required("format", findings, format);
    let file = RuleFile {
        id: fields
            .required("id", findings, yaml::text)
            .unwrap_or(absent(head)),
        version: fields
            .required("version", findings, yaml::text)
            .unwrap_or(absent(head)),
        title: fields
            .required("title", findings, yaml::wording)
            .unwrap_or_default(),
        extends: fields.optional("extends", findings, yaml::text),
        sources: fields.named("sources", findings, head::source),
        units: fields.named("units", findings, yaml::wording),
        rounds: fields.named("rounds", findings, head::round),
        default_round: fields.optional("default_round", findings, yaml::text),
        constants: fields.named("constants", findings, head::constant),
        scales: fields.named("scales", findings, head::terms),
        choices: fields.named("choices", findings, head::terms),
        tables: fields
            .required("tables", findings, |node, findings| {
                yaml::named(node, findings, tables::table)
            })
            .unwrap_or_default(),
        criteria: criteria(&mut fields, findings),
        notes: fields.list("notes", findings, criteria::note),
    };
    fields.finish(findings);
    report_repeated_ids(&file, findings);
    Some(file)
}

/// A text that is missing, at the place where its problem was reported.
fn absent(head: Span) -> Written<String> {
    Written {
        value: String::new(),
        span: head,
    }
}

fn format(node: &Node, findings: &mut Findings) -> Option<()> {
    let written = yaml::text(node, findings)?;
    if written.value != FORMAT {
        findings.add(
            Problem::UnknownFormat {
                value: written.value,
            },
            written.span,
        );
    }
    Some(())
}

/// The criteria; without any rule, and if nothing else is wrong with them, that is reported.
fn criteria(fields: &mut Fields, findings: &mut Findings) -> Named<Member> {
    let before = findings.count();
    let place = fields.key_span("criteria").unwrap_or(fields.head);
    let criteria = fields.named("criteria", findings, criteria::member);
    let rules = criteria
        .iter()
        .map(|(_, root)| root.rules().len())
        .sum::<usize>();
    if rules == 0 && findings.count() == before {
        findings.add(Problem::NoRules {}, place);
    }
    criteria
}

/// Ids of rules, groups and notes are one name space: waivers and reports say nothing but the id.
fn report_repeated_ids(file: &RuleFile, findings: &mut Findings) {
    let mut first_places: HashMap<&str, Span> = HashMap::new();
    let in_criteria = file.criteria.iter().flat_map(|(_, root)| root.ids());
    let in_notes = file.notes.iter().filter_map(|note| note.id.as_ref());
    for id in in_criteria.chain(in_notes) {
        match first_places.get(id.value.as_str()) {
            Some(first) => findings.add_both(
                Problem::DuplicateId {
                    id: id.value.clone(),
                },
                id.span,
                *first,
            ),
            None => {
                first_places.insert(&id.value, id.span);
            }
        }
    }
}

#[cfg(test)]
mod tests;
