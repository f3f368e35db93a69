//! Which things of two reports are the same thing.
//!
//! In: two lists and what tells their members apart. Out: pairs, one side empty where a thing came or went. Must not know: what the
//! things are.

use indexmap::IndexMap;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// A thing before and after.
pub(super) type Pair<'a, T> = (Option<&'a T>, Option<&'a T>);

/// Things that share a key: pairs, and how many on each side could be told apart by their order alone.
pub(super) struct Group<'a, T> {
    pub(super) pairs: Vec<Pair<'a, T>>,
    pub(super) in_doubt: Option<(usize, usize)>,
}

/// Pairs of things with the same key; both lists' order is kept, the newer first.
///
/// Where several share a key, what is wholly alike (`likeness`) belongs together, then what alone has the same `second` key, then
/// what stands in the same order.
pub(super) fn paired<'a, T, K: Eq + Hash, L: Eq + Hash, S: Eq + Hash>(
    old: &'a [T],
    new: &'a [T],
    key: impl Fn(&T) -> K,
    likeness: impl Fn(&T) -> L,
    second: impl Fn(&T) -> S,
) -> Vec<Group<'a, T>> {
    let mut groups: IndexMap<K, (Vec<&T>, Vec<&T>)> = IndexMap::new();
    for one in new {
        groups.entry(key(one)).or_default().1.push(one);
    }
    for one in old {
        groups.entry(key(one)).or_default().0.push(one);
    }
    let all = groups.into_values();
    all.map(|(old, new)| group(old, new, &likeness, &second))
        .collect()
}

fn group<'a, T, L: Eq + Hash, S: Eq + Hash>(
    mut old: Vec<&'a T>,
    mut new: Vec<&'a T>,
    likeness: &impl Fn(&T) -> L,
    second: &impl Fn(&T) -> S,
) -> Group<'a, T> {
    let mut pairs = Vec::new();
    if old.len() > 1 || new.len() > 1 {
        match_by(&mut old, &mut new, likeness, usize::MAX, &mut pairs);
        match_by(&mut old, &mut new, second, 1, &mut pairs);
    }
    let is_doubtful = old.len() > 1 || new.len() > 1 || (!pairs.is_empty() && !old.is_empty());
    let in_doubt =
        (is_doubtful && !old.is_empty() && !new.is_empty()).then_some((old.len(), new.len()));
    for at in 0..old.len().max(new.len()) {
        pairs.push((old.get(at).copied(), new.get(at).copied()));
    }
    Group { pairs, in_doubt }
}

/// Takes out what belongs together by a mark that at most so many on each side have.
fn match_by<'a, T, M: Eq + Hash>(
    old: &mut Vec<&'a T>,
    new: &mut Vec<&'a T>,
    mark: &impl Fn(&T) -> M,
    most: usize,
    pairs: &mut Vec<Pair<'a, T>>,
) {
    let mut waiting: HashMap<M, VecDeque<usize>> = HashMap::new();
    for (at, one) in old.iter().enumerate() {
        waiting.entry(mark(one)).or_default().push_back(at);
    }
    let mut wanted: HashMap<M, usize> = HashMap::new();
    for one in new.iter() {
        *wanted.entry(mark(one)).or_default() += 1;
    }
    waiting.retain(|mark, of| of.len() <= most && wanted.get(mark).is_some_and(|n| *n <= most));
    let mut taken = vec![false; old.len()];
    new.retain(|one| {
        let found = waiting.get_mut(&mark(one)).and_then(VecDeque::pop_front);
        if let Some(at) = found {
            pairs.push((old.get(at).copied(), Some(one)));
            taken[at] = true;
        }
        found.is_none()
    });
    let mut taken = taken.into_iter();
    old.retain(|_| !taken.next().unwrap_or(false));
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row<'a> = (&'static str, &'a str, u8);
    type Values = Vec<(Option<u8>, Option<u8>)>;

    fn compared(old: &[Row<'_>], new: &[Row<'_>]) -> (Values, bool) {
        let groups = paired(old, new, |row| row.0, |row| *row, |row| row.1);
        let doubtful = groups.iter().any(|group| group.in_doubt.is_some());
        let pairs = groups.iter().flat_map(|group| &group.pairs);
        let values = pairs.map(|(old, new)| (old.map(|row| row.2), new.map(|row| row.2)));
        (values.collect(), doubtful)
    }

    #[test]
    fn rows_of_one_key_are_told_apart_by_what_is_alike_then_by_name_then_by_order() {
        let old = [("a", "x", 1), ("a", "y", 2), ("a", "z", 3)];
        let new = [("a", "y", 2), ("a", "z", 4), ("a", "x", 1)];
        let (pairs, doubtful) = compared(&old, &new);
        assert_eq!(
            pairs,
            [(Some(2), Some(2)), (Some(1), Some(1)), (Some(3), Some(4))]
        );
        assert!(!doubtful);
    }

    #[test]
    fn what_only_order_tells_apart_is_in_doubt() {
        for names in ["xx", "vw"] {
            let (pairs, doubtful) = compared(
                &[("a", "x", 1), ("a", "x", 2)],
                &[("a", &names[..1], 3), ("a", &names[1..], 4)],
            );
            assert_eq!(pairs, [(Some(1), Some(3)), (Some(2), Some(4))]);
            assert!(doubtful);
        }
    }

    #[test]
    fn what_came_and_what_went_stand_alone() {
        let (pairs, doubtful) = compared(&[("a", "x", 1)], &[("b", "x", 2)]);
        assert_eq!(pairs, [(None, Some(2)), (Some(1), None)]);
        assert!(!doubtful);
    }
}
