//! What aliases stand for, within bounds.
//!
//! In: nodes with anchors. Out: copies of them, or why there is none. Must not know: where the copies go.

use crate::rule::yaml::{MOST_ALIASED, MOST_DEPTH, Node, NodeKind};
use granit_parser::{Options, Parser};
use std::collections::{HashMap, HashSet};

/// The nodes that aliases may name.
pub(super) struct Anchors {
    /// Anchors that some alias names; only these are kept.
    aliased: HashSet<usize>,
    kept: HashMap<usize, Node>,
    /// How many nodes have been copied.
    spent: usize,
}

/// Why an alias has no copy.
pub(super) enum Unresolved {
    /// It stands within what it names.
    Loop,
    /// The copy would be nested too deeply.
    TooNested,
    /// There are too many copies.
    TooMany,
}

impl Anchors {
    /// Finds which anchors are used, in a run of its own for files that have any.
    pub(super) fn of(text: &str, options: Options) -> Self {
        let mut aliased = HashSet::new();
        if text.contains('&') {
            let events = Parser::new_from_str_with_options(text, options);
            aliased.extend(events.filter_map(|event| event.ok()?.0.alias_id()));
        }
        Anchors {
            aliased,
            kept: HashMap::new(),
            spent: 0,
        }
    }

    /// Whether some alias names the anchor.
    pub(super) fn is_aliased(&self, anchor: usize) -> bool {
        self.aliased.contains(&anchor)
    }

    /// Keeps a copy of a finished node if some alias names its anchor.
    pub(super) fn keep(&mut self, anchor: usize, node: &Node) {
        if self.is_aliased(anchor) && self.spend(node) {
            self.kept.insert(anchor, node.clone());
        }
    }

    /// A copy of what an alias stands for, to be put at that depth.
    pub(super) fn resolve(&mut self, anchor: usize, at_depth: usize) -> Result<Node, Unresolved> {
        match self.kept.get(&anchor).cloned() {
            Some(node) if at_depth + depth(&node) > MOST_DEPTH => Err(Unresolved::TooNested),
            Some(node) if self.spend(&node) => Ok(node),
            None if self.spent <= MOST_ALIASED => Err(Unresolved::Loop),
            Some(_) | None => Err(Unresolved::TooMany),
        }
    }

    /// Counts the nodes of a copy; false once there are too many of them.
    fn spend(&mut self, node: &Node) -> bool {
        self.spent = self.spent.saturating_add(size(node));
        self.spent <= MOST_ALIASED
    }
}

/// How many nodes a tree has.
fn size(node: &Node) -> usize {
    1 + match &node.kind {
        NodeKind::Scalar(_) => 0,
        NodeKind::Sequence(items) => items.iter().map(size).sum(),
        NodeKind::Mapping(entries) => {
            let sizes = entries.iter().map(|(key, value)| size(key) + size(value));
            sizes.sum()
        }
    }
}

/// How many levels of lists and mappings a tree has.
fn depth(node: &Node) -> usize {
    let inner = match &node.kind {
        NodeKind::Scalar(_) => return 0,
        NodeKind::Sequence(items) => items.iter().map(depth).max(),
        NodeKind::Mapping(entries) => entries.iter().map(|(_, value)| depth(value)).max(),
    };
    1 + inner.unwrap_or(0)
}
