//! A rule file as written: every key in its place, nothing resolved yet.
//!
//! In: the text of a rule file. Out: its parts as plain structs with their places, and every problem of shape and of ids. Must not
//! know: what names mean, the language of conditions, data.
//!
//! What could not be read stands there as an absent or empty value next to its problem, so that the rest can be checked too.

mod clause;
mod criteria;
mod head;
mod sections;
mod tables;

pub use clause::{Reading, WrittenClause};
pub use criteria::{
    Connective, ExampleCell, ExampleValue, Gives, Group, Member, WrittenExample, WrittenNote,
    WrittenRule,
};
pub use head::{CitedSource, Validity, WrittenConstant, WrittenRound, WrittenTerms};
pub use sections::{
    Judge, LastDay, WrittenCheck, WrittenDeadline, WrittenFind, WrittenFirst, WrittenNominations,
    WrittenPriority, WrittenQuota, WrittenTarget,
};
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
    /// Which table is the list of nominations.
    pub nominations: Option<WrittenNominations>,
    /// Conditions on whole lists.
    pub quotas: Vec<WrittenQuota>,
    /// Figures against goals.
    pub targets: Vec<WrittenTarget>,
    /// Dates by which records must exist.
    pub deadlines: Vec<WrittenDeadline>,
    /// Conditions on the data themselves.
    pub checks: Vec<WrittenCheck>,
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

    /// The head of every rule of every section but the priority of nominations, which decides nothing.
    pub fn clauses(&self) -> impl Iterator<Item = &WrittenClause> {
        let criteria = self.rules().map(|(_, rule)| &rule.clause);
        criteria
            .chain(self.quotas.iter().map(|quota| &quota.clause))
            .chain(self.targets.iter().map(|target| &target.clause))
            .chain(self.deadlines.iter().map(|deadline| &deadline.clause))
            .chain(self.checks.iter().map(|check| &check.clause))
    }
}

fn read_tree(tree: &Node, findings: &mut Findings) -> Option<RuleFile> {
    let mut fields = Fields::of(tree, findings)?;
    let head = fields.head;
    let before;
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
        notes: fields.list("notes", findings, criteria::note),
        criteria: {
            before = findings.count();
            fields.named("criteria", findings, criteria::member)
        },
        nominations: fields.optional("nominations", findings, sections::nominations),
        quotas: fields.list("quotas", findings, sections::quota),
        targets: fields.list("targets", findings, sections::target),
        deadlines: fields.list("deadlines", findings, sections::deadline),
        checks: fields.list("checks", findings, sections::check),
    };
    report_no_rules(&file, &fields, before, findings);
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

/// A file without any rule checks nothing; that is reported unless what should be rules is wrong.
fn report_no_rules(file: &RuleFile, fields: &Fields<'_>, before: u64, findings: &mut Findings) {
    if file.clauses().next().is_none() && findings.count() == before {
        let place = fields.key_span("criteria").unwrap_or(fields.head);
        findings.add(Problem::NoRules {}, place);
    }
}

/// Ids of rules of all sections, groups and notes are one name space: waivers and reports say nothing but the id.
fn report_repeated_ids(file: &RuleFile, findings: &mut Findings) {
    let mut first_places: HashMap<&str, Span> = HashMap::new();
    let in_criteria = file.criteria.iter().flat_map(|(_, root)| root.ids());
    let in_sections = file
        .clauses()
        .skip(file.rules().count())
        .map(|clause| &clause.id)
        .filter(|id| !id.value.is_empty());
    let priority = file.nominations.iter().flat_map(|list| &list.priority);
    let in_priority = priority.map(|priority| &priority.clause.id);
    let in_notes = file.notes.iter().filter_map(|note| note.id.as_ref());
    for id in in_criteria
        .chain(in_sections)
        .chain(in_priority)
        .chain(in_notes)
    {
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
