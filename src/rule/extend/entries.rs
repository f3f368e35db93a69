//! Entries with ids: which of a rule file's replace one of the base, which remove one, which join.
//!
//! In: lists and groups of entries. Out: one list or group. Must not know: what else an entry holds.

use crate::rule::Problem;
use crate::rule::extend::merge::{Pairs, key_text, pair, value};
use crate::rule::file::RuleFile;
use crate::rule::yaml::{Findings, Node, NodeKind, Span, Written};

/// The keys that make a group of an entry.
const GROUPS: [&str; 2] = ["all", "any"];
/// The key of an entry that removes one of the base.
const DROP: &str = "drop";

/// The entries of both: one of the same id replaces the base's where it stood (in a group, too), `drop: true` removes it, and what
/// is new joins at the end.
pub(super) fn merged(base: &[Node], own: &[Node], findings: &mut Findings<'_>) -> Vec<Node> {
    let (mut all, mut joining) = (base.to_vec(), Vec::new());
    let mut seen: Vec<Written<String>> = Vec::new();
    for entry in own {
        let id = id_of(entry);
        if let Some(id) = &id
            && let Some(first) = seen.iter().find(|seen| seen.value == id.value)
        {
            let problem = Problem::DuplicateId {
                id: id.value.clone(),
            };
            findings.add_both(problem, id.span, first.span);
            continue;
        }
        match (&id, pair_of(entry, DROP)) {
            (_, Some(drop)) => {
                if let Some(id) = dropped(entry, drop, id.as_ref(), findings)
                    && !remove(&mut all, &id.value)
                {
                    let known = findings.meant(&id.value, ids(base).iter().map(String::as_str));
                    let id = id.value.clone();
                    findings.add(Problem::UnknownDrop { id, known }, entry.span());
                }
            }
            (Some(id), None) if replace(&mut all, &id.value, entry) => {}
            (Some(_) | None, None) => joining.push(entry.clone()),
        }
        seen.extend(id);
    }
    all.extend(joining);
    all
}

/// The id that an entry drops; none (and a problem) if it says anything besides.
fn dropped<'i>(
    entry: &Node,
    (key, value): &(Node, Node),
    id: Option<&'i Written<String>>,
    findings: &mut Findings<'_>,
) -> Option<&'i Written<String>> {
    let is_true =
        matches!(&value.kind, NodeKind::Scalar(scalar) if scalar.plain && scalar.text == "true");
    let alone = matches!(&entry.kind, NodeKind::Mapping(entries) if entries.len() == 2);
    let id = id.filter(|_| is_true && alone);
    if id.is_none() {
        findings.add(Problem::DropNotAlone {}, key.span());
    }
    id
}

/// The criteria of each table of both. A table whose rules are all dropped has none.
pub(super) fn criteria(base: &Pairs, own: &Pairs, findings: &mut Findings<'_>) -> Pairs {
    let mut all: Pairs = Vec::with_capacity(base.len() + own.len());
    for (table, root) in base {
        match pair(own, &key_text(table)) {
            Some((key, own_root)) => {
                let both = joined(key, Some(root), own_root, findings);
                all.extend(both.map(|both| (key.clone(), both)));
            }
            None => all.push((table.clone(), root.clone())),
        }
    }
    for (table, root) in own {
        if pair(base, &key_text(table)).is_none() {
            let root = joined(table, None, root, findings);
            all.extend(root.map(|root| (table.clone(), root)));
        }
    }
    all
}

/// A table's criteria: a group, or a single rule.
struct Root<'n> {
    /// The key `all` or `any`.
    key: Option<&'n Node>,
    members: &'n [Node],
    /// The group's other keys.
    others: Vec<&'n (Node, Node)>,
}

impl<'n> Root<'n> {
    /// None if it is not written as either.
    fn of(node: &'n Node) -> Option<Self> {
        let NodeKind::Mapping(entries) = &node.kind else {
            return None;
        };
        let (groups, others): (Vec<_>, Vec<_>) = entries
            .iter()
            .partition(|(key, _)| GROUPS.contains(&key_text(key).as_str()));
        match groups.as_slice() {
            [] => Some(Root {
                key: None,
                members: std::slice::from_ref(node),
                others: Vec::new(),
            }),
            [(key, value)] => match &value.kind {
                NodeKind::Sequence(members) => Some(Root {
                    key: Some(key),
                    members,
                    others,
                }),
                NodeKind::Scalar(_) | NodeKind::Mapping(_) => None,
            },
            [_, _, ..] => None,
        }
    }

    fn word(&self) -> String {
        self.key.map_or_else(|| GROUPS[0].to_owned(), key_text)
    }
}

/// The criteria of a table of both files. New ones join the base's root group, whichever it is; where the rule file writes a group,
/// it must be the same, so that nobody takes an alternative for a demand.
fn joined(
    table: &Node,
    base: Option<&Node>,
    own: &Node,
    findings: &mut Findings<'_>,
) -> Option<Node> {
    let Some(own_root) = Root::of(own) else {
        return Some(own.clone());
    };
    let base = base.and_then(Root::of);
    if let Some(base) = &base {
        check_same_group(table, base, &own_root, findings);
    }
    let of_base = base.as_ref().map_or(&[][..], |base| base.members);
    if of_base.is_empty() && own_root.members.is_empty() {
        return Some(own.clone());
    }
    let members = merged(of_base, own_root.members, findings);
    let key = base.as_ref().and_then(|base| base.key).or(own_root.key);
    match (key, members.as_slice()) {
        (_, []) => None,
        (None, [only]) => Some(only.clone()),
        (_, [_, ..]) => {
            let key = key.cloned();
            let key = key.unwrap_or_else(|| Node::word(GROUPS[0], own.head()));
            let inherited = base.map(|base| base.others).unwrap_or_default();
            Some(group(key, members, own_root.others, inherited, own))
        }
    }
}

fn check_same_group(table: &Node, base: &Root<'_>, own: &Root<'_>, findings: &mut Findings<'_>) {
    let Some(key) = own.key.filter(|_| base.word() != own.word()) else {
        return;
    };
    let problem = Problem::JoinedOtherwise {
        table: key_text(table),
        here: own.word(),
        base: base.word(),
    };
    let at = base.key.or(base.members.first());
    findings.add_both(problem, key.span(), at.map_or(key.span(), Node::head));
}

/// A group with those members and the other keys of both, at the place of the rule file's.
fn group(
    key: Node,
    members: Vec<Node>,
    own: Vec<&(Node, Node)>,
    inherited: Vec<&(Node, Node)>,
    at: &Node,
) -> Node {
    let node = |kind| Node {
        kind,
        start: at.start,
        end: at.end,
    };
    let mut entries = vec![(key, node(NodeKind::Sequence(members)))];
    entries.extend(own.into_iter().cloned());
    for other in inherited {
        if pair(&entries, &key_text(&other.0)).is_none() {
            entries.push(other.clone());
        }
    }
    node(NodeKind::Mapping(entries))
}

/// Examples of the base mean the base's own default round, whatever the rule file's is.
pub(super) fn keep_rounds(base: &mut Node, file: &RuleFile) {
    let round = match (&file.default_round, file.rounds.as_slice()) {
        (Some(round), _) => Some(round),
        (None, [(only, _)]) => Some(only),
        (None, _) => None,
    };
    if let Some(round) = round
        && let Some(criteria) = value_mut(base, "criteria")
        && let NodeKind::Mapping(tables) = &mut criteria.kind
    {
        for (_, root) in tables {
            keep_round(root, round);
        }
    }
}

fn keep_round(member: &mut Node, round: &Written<String>) {
    if let Some(members) = members_mut(member) {
        members
            .iter_mut()
            .for_each(|member| keep_round(member, round));
    } else if let Some(examples) = value_mut(member, "examples")
        && let NodeKind::Sequence(examples) = &mut examples.kind
    {
        for example in examples {
            if let NodeKind::Mapping(entries) = &mut example.kind
                && pair(entries, "round").is_none()
            {
                let word = |text| Node::word(text, round.span);
                entries.push((word("round"), word(&round.value)));
            }
        }
    }
}

/// Reports and takes out what would drop something where nothing can be dropped: in a rule set without a base, or within a group.
pub(super) fn refuse_drops(tree: &mut Node, findings: &mut Findings<'_>) {
    let NodeKind::Mapping(sections) = &mut tree.kind else {
        return;
    };
    for (name, section) in sections {
        match &mut section.kind {
            NodeKind::Sequence(entries) => refuse_in(entries, findings),
            NodeKind::Mapping(tables) if key_text(name) == "criteria" => {
                tables.retain(|(_, root)| !is_drop(root, findings));
                let groups = tables.iter_mut().filter_map(|(_, root)| members_mut(root));
                groups.for_each(|members| refuse_in(members, findings));
            }
            NodeKind::Scalar(_) | NodeKind::Mapping(_) => {}
        }
    }
}

fn refuse_in(entries: &mut Vec<Node>, findings: &mut Findings<'_>) {
    entries.retain(|entry| !is_drop(entry, findings));
    for members in entries.iter_mut().filter_map(members_mut) {
        refuse_in(members, findings);
    }
}

fn is_drop(entry: &Node, findings: &mut Findings<'_>) -> bool {
    let drop = pair_of(entry, DROP).map(|(key, _)| key.span());
    if let Some(span) = drop {
        findings.add(Problem::DropOutOfPlace {}, span);
    }
    drop.is_some()
}

// ---- entries and groups ----

/// Puts the entry in the place of the one with that id, if there is one.
fn replace(members: &mut [Node], id: &str, entry: &Node) -> bool {
    members.iter_mut().any(|member| {
        if has_id(member, id) {
            *member = entry.clone();
            return true;
        }
        members_mut(member).is_some_and(|inner| replace(inner, id, entry))
    })
}

/// Removes the entry with that id, if there is one, and groups that are left empty.
fn remove(members: &mut Vec<Node>, id: &str) -> bool {
    let mut found = false;
    members.retain_mut(|member| {
        if has_id(member, id) {
            found = true;
            return false;
        }
        match members_mut(member) {
            Some(inner) => {
                let removed = remove(inner, id);
                found |= removed;
                !(removed && inner.is_empty())
            }
            None => true,
        }
    });
    found
}

fn ids(members: &[Node]) -> Vec<String> {
    let of_member = |member: &Node| {
        let inner = GROUPS.iter().find_map(|key| value(member, key));
        let inside = match inner.map(|inner| &inner.kind) {
            Some(NodeKind::Sequence(members)) => ids(members),
            Some(NodeKind::Scalar(_) | NodeKind::Mapping(_)) | None => Vec::new(),
        };
        let own = id_of(member).map(|id| id.value);
        own.into_iter().chain(inside).collect::<Vec<_>>()
    };
    members.iter().flat_map(of_member).collect()
}

fn has_id(entry: &Node, id: &str) -> bool {
    id_of(entry).is_some_and(|own| own.value == id)
}

/// The id of an entry, as reading takes it.
fn id_of(entry: &Node) -> Option<Written<String>> {
    let node = value(entry, "id")?;
    let value = key_text(node);
    let span: Span = node.span();
    (!value.is_empty()).then_some(Written { value, span })
}

fn pair_of<'n>(entry: &'n Node, key: &str) -> Option<&'n (Node, Node)> {
    match &entry.kind {
        NodeKind::Mapping(entries) => pair(entries, key),
        NodeKind::Scalar(_) | NodeKind::Sequence(_) => None,
    }
}

fn value_mut<'n>(node: &'n mut Node, key: &str) -> Option<&'n mut Node> {
    match &mut node.kind {
        NodeKind::Mapping(entries) => entries
            .iter_mut()
            .find(|(known, _)| key_text(known) == key)
            .map(|(_, value)| value),
        NodeKind::Scalar(_) | NodeKind::Sequence(_) => None,
    }
}

/// The members of a group.
fn members_mut(node: &mut Node) -> Option<&mut Vec<Node>> {
    let NodeKind::Mapping(entries) = &mut node.kind else {
        return None;
    };
    let group = entries
        .iter_mut()
        .find(|(key, _)| GROUPS.contains(&key_text(key).as_str()))
        .map(|(_, value)| value)?;
    match &mut group.kind {
        NodeKind::Sequence(members) => Some(members),
        NodeKind::Scalar(_) | NodeKind::Mapping(_) => None,
    }
}
