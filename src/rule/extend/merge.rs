//! What becomes of each key that both files have.
//!
//! In: the trees of a rule file and of its base. Out: one tree, each node with its place in the file that it came from.
//! Must not know: what the keys mean, beyond the table below.
//!
//! What has another shape than the table expects is left as the rule file has it: reading reports it.

use crate::rule::extend::entries;
use crate::rule::yaml::{Findings, Node, NodeKind};
use crate::text::nfc;

/// How what both files have becomes one.
enum Way {
    /// The rule file's stands.
    Replace,
    /// The items of both, the base's first.
    Append,
    /// Names of the author's own: new ones are added, those that both have become one in that way.
    Named(&'static Way),
    /// Fixed keys: those listed in their way; of the others the rule file's stands.
    Keys(&'static [(&'static str, Way)]),
    /// Entries with ids.
    Entries,
    /// The criteria of each table.
    Criteria,
}

const REPLACED_BY_NAME: Way = Way::Named(&Way::Replace);

const COLUMN: Way = Way::Keys(&[("headers", Way::Append)]);

const TABLE: Way = Way::Keys(&[
    ("sheets", Way::Append),
    ("columns", Way::Named(&COLUMN)),
    ("derived", REPLACED_BY_NAME),
]);

/// One line a section; a section that is not listed is the rule file's, or the base's if the rule file has none.
const RULE_SET: Way = Way::Keys(&[
    ("sources", REPLACED_BY_NAME),
    ("units", REPLACED_BY_NAME),
    ("rounds", REPLACED_BY_NAME),
    ("constants", REPLACED_BY_NAME),
    ("scales", REPLACED_BY_NAME),
    ("choices", REPLACED_BY_NAME),
    ("tables", Way::Named(&TABLE)),
    ("criteria", Way::Criteria),
    ("quotas", Way::Entries),
    ("targets", Way::Entries),
    ("deadlines", Way::Entries),
    ("checks", Way::Entries),
    ("notes", Way::Entries),
]);

/// Keys by which a rule set is known; none of them is inherited.
const OWN_KEYS: [&str; 5] = ["format", "id", "version", "title", "extends"];

/// A mapping's entries.
pub(super) type Pairs = Vec<(Node, Node)>;

/// The rule file over its base.
pub(super) fn merge(base: &Node, own: &Node, findings: &mut Findings<'_>) -> Node {
    let mut inherited = base.clone();
    if let NodeKind::Mapping(entries) = &mut inherited.kind {
        entries.retain(|(key, _)| !OWN_KEYS.contains(&key_text(key).as_str()));
    }
    RULE_SET.merged(&inherited, own, findings)
}

impl Way {
    fn merged(&self, base: &Node, own: &Node, findings: &mut Findings<'_>) -> Node {
        let kind = match (self, &base.kind, &own.kind) {
            (Way::Append, NodeKind::Sequence(first), NodeKind::Sequence(more)) => {
                NodeKind::Sequence(first.iter().chain(more).cloned().collect())
            }
            (Way::Named(way), NodeKind::Mapping(base), NodeKind::Mapping(own)) => {
                NodeKind::Mapping(named(way, base, own, findings))
            }
            (Way::Keys(ways), NodeKind::Mapping(base), NodeKind::Mapping(own)) => {
                NodeKind::Mapping(keys(ways, base, own, findings))
            }
            (Way::Entries, NodeKind::Sequence(base), NodeKind::Sequence(own)) => {
                NodeKind::Sequence(entries::merged(base, own, findings))
            }
            (Way::Criteria, NodeKind::Mapping(base), NodeKind::Mapping(own)) => {
                NodeKind::Mapping(entries::criteria(base, own, findings))
            }
            (Way::Replace | Way::Append | Way::Named(_), _, _) => return own.clone(),
            (Way::Keys(_) | Way::Entries | Way::Criteria, _, _) => return own.clone(),
        };
        Node {
            kind,
            start: own.start,
            end: own.end,
        }
    }

    /// What stands in for a base that does not have the key.
    fn nothing(&self) -> NodeKind {
        match self {
            Way::Replace | Way::Append | Way::Entries => NodeKind::Sequence(Vec::new()),
            Way::Named(_) | Way::Keys(_) | Way::Criteria => NodeKind::Mapping(Vec::new()),
        }
    }
}

/// The base's order, since the order of tables and columns is that of reports; then what is new.
fn named(way: &Way, base: &Pairs, own: &Pairs, findings: &mut Findings<'_>) -> Pairs {
    let mut all: Pairs = Vec::with_capacity(base.len() + own.len());
    for (key, value) in base {
        all.push(match pair(own, &key_text(key)) {
            Some((own_key, own_value)) => (own_key.clone(), way.merged(value, own_value, findings)),
            None => (key.clone(), value.clone()),
        });
    }
    let is_new = |key: &Node| pair(base, &key_text(key)).is_none();
    all.extend(own.iter().filter(|(key, _)| is_new(key)).cloned());
    all
}

/// The rule file's keys first: a key that is missing is missing there.
fn keys(
    ways: &[(&'static str, Way)],
    base: &Pairs,
    own: &Pairs,
    findings: &mut Findings<'_>,
) -> Pairs {
    let mut all: Pairs = Vec::with_capacity(base.len() + own.len());
    for (key, value) in own {
        let name = key_text(key);
        let way = ways
            .iter()
            .find(|(known, _)| *known == name)
            .map_or(&Way::Replace, |(_, way)| way);
        let inherited = pair(base, &name).map(|(_, value)| value.clone());
        let inherited = inherited.unwrap_or(Node {
            kind: way.nothing(),
            ..value.clone()
        });
        all.push((key.clone(), way.merged(&inherited, value, findings)));
    }
    let is_left = |key: &Node| pair(own, &key_text(key)).is_none();
    all.extend(base.iter().filter(|(key, _)| is_left(key)).cloned());
    all
}

/// The value of a mapping's key.
pub(super) fn value<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    match &node.kind {
        NodeKind::Mapping(entries) => pair(entries, key).map(|(_, value)| value),
        NodeKind::Scalar(_) | NodeKind::Sequence(_) => None,
    }
}

/// The entry of that key.
pub(super) fn pair<'n>(entries: &'n Pairs, key: &str) -> Option<&'n (Node, Node)> {
    entries.iter().find(|(known, _)| key_text(known) == key)
}

/// A key, as reading takes it.
pub(super) fn key_text(key: &Node) -> String {
    match &key.kind {
        NodeKind::Scalar(scalar) => nfc(scalar.text.trim()),
        NodeKind::Sequence(_) | NodeKind::Mapping(_) => String::new(),
    }
}
