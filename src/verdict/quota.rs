//! Quotas: how many rows of a list are of a kind, against a number or a share.
//!
//! In: a quota and the list's rows. Out: its verdict, once or once a group, with bounds where rows are undecided. Must not know:
//! languages.

use crate::fact::data::{Fact, TableFacts};
use crate::fact::schema::{ColumnId, ColumnType, Slot};
use crate::number::Number;
use crate::rule::expression::syntax::Comparison;
use crate::rule::{Condition, Quota, RuleVerdict};
use crate::text::fold;
use crate::verdict::answer::{Answer, compare};
use crate::verdict::evaluate::{Evaluator, Scene};
use indexmap::IndexMap;

/// A quota's verdict, for the whole list or for one group of it.
#[derive(Clone, Debug)]
pub struct QuotaVerdict {
    /// Index of the quota.
    pub quota: usize,
    /// The group, as it is first spelt.
    pub group: Option<String>,
    /// Met, not met, insufficient, or not applicable where there is nobody to take a share of.
    pub verdict: RuleVerdict,
    /// How many rows are counted, at least and at most.
    pub measured: Bounds,
    /// How many may be, at least and at most.
    pub limit: Bounds,
    /// How many rows the limit is a share of, at least and at most; none for a limit that is a number.
    pub of: Option<Bounds>,
    /// Rows that are surely counted, in order.
    pub counted: Vec<u32>,
    /// Rows of which that cannot be said.
    pub undecided: Vec<u32>,
    /// Rows of the list's sheets that name no subject that can be read. They may be counted too.
    pub set_aside: usize,
}

/// The least and the greatest that a number can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Bounds {
    /// The least.
    pub low: Number,
    /// The greatest.
    pub high: Number,
}

impl Bounds {
    fn count(sure: usize, maybe: usize) -> Self {
        let number = |count: usize| Number::from(i64::try_from(count).unwrap_or(i64::MAX));
        Bounds {
            low: number(sure),
            high: number(sure + maybe),
        }
    }

    /// The number, if it is settled.
    pub fn settled(&self) -> Option<&Number> {
        (self.low == self.high).then_some(&self.low)
    }

    fn answer(&self) -> Answer<'static> {
        match self.settled() {
            Some(number) => Answer::number(number.clone()),
            None => Answer::Bounded(Some(self.low.clone()), Some(self.high.clone())),
        }
    }
}

/// What is known of the rows of one group.
#[derive(Default)]
struct Tally {
    counted: Vec<u32>,
    undecided: Vec<u32>,
    of_sure: usize,
    of_maybe: usize,
}

/// Judges a quota; none if its list is not in the data.
pub(super) fn judge(
    evaluator: Evaluator<'_, '_>,
    index: usize,
    quota: &Quota,
) -> Option<Vec<QuotaVerdict>> {
    let rows = evaluator.table(quota.table)?;
    let mut groups: IndexMap<String, (Option<String>, Tally)> = IndexMap::new();
    let group = |row: u32| {
        quota
            .per
            .map(|column| group_of(evaluator, rows, row, column))
    };
    for group in (0..rows.len()).filter_map(|row| group(row).flatten()) {
        groups
            .entry(fold(&group))
            .or_insert_with(|| (Some(group), Tally::default()));
    }
    // Where no row says its group, all of them stand in one that has no name: they are not nobody.
    if groups.is_empty() {
        groups.insert(String::new(), (None, Tally::default()));
    }
    for row in 0..rows.len() {
        let holds = |condition: &Condition| {
            let mut scene = Scene::new(quota.table, row);
            evaluator
                .answer(&condition.formula, &mut scene, &mut ())
                .truth()
        };
        let (count, of) = (holds(&quota.count), quota.of.as_ref().map(holds));
        match group(row) {
            None => tally(&mut groups, "", row, count, of),
            Some(Some(group)) => tally(&mut groups, &fold(&group), row, count, of),
            // A row that may be of any group is undecided for each of them.
            Some(None) => {
                let unsure = |held: Option<bool>| held.filter(|held| !held);
                let keys: Vec<String> = groups.keys().cloned().collect();
                for key in keys {
                    tally(&mut groups, &key, row, unsure(count), of.map(unsure));
                }
            }
        }
    }
    let limit = limit(evaluator, quota);
    let set_aside = evaluator.facts.set_aside(quota.table);
    let verdicts = groups
        .into_values()
        .map(|(group, tally)| verdict(index, quota, group, tally, set_aside, &limit));
    Some(verdicts.collect())
}

fn tally(
    groups: &mut IndexMap<String, (Option<String>, Tally)>,
    key: &str,
    row: u32,
    count: Option<bool>,
    of: Option<Option<bool>>,
) {
    let Some((_, tally)) = groups.get_mut(key) else {
        return;
    };
    match count {
        Some(true) => tally.counted.push(row),
        None => tally.undecided.push(row),
        Some(false) => {}
    }
    match of {
        Some(Some(true)) => tally.of_sure += 1,
        Some(None) => tally.of_maybe += 1,
        Some(Some(false)) | None => {}
    }
}

fn verdict(
    index: usize,
    quota: &Quota,
    group: Option<String>,
    tally: Tally,
    set_aside: usize,
    limit: &Number,
) -> QuotaVerdict {
    let measured = Bounds::count(tally.counted.len(), tally.undecided.len() + set_aside);
    let of = quota
        .of
        .as_ref()
        .map(|_| Bounds::count(tally.of_sure, tally.of_maybe + set_aside));
    let limit = match &of {
        None => Bounds {
            low: limit.clone(),
            high: limit.clone(),
        },
        Some(of) => Bounds {
            low: &of.low * limit,
            high: &of.high * limit,
        },
    };
    let has_nobody = of.as_ref().is_some_and(|of| of.high.is_zero());
    let holds = compare(quota.comparison, &measured.answer(), &limit.answer()).truth();
    QuotaVerdict {
        quota: index,
        verdict: match holds {
            _ if has_nobody => RuleVerdict::NotApplicable,
            Some(true) => RuleVerdict::Met,
            Some(false) => RuleVerdict::NotMet,
            None => RuleVerdict::Insufficient,
        },
        group,
        measured,
        limit,
        of,
        counted: tally.counted,
        undecided: tally.undecided,
        set_aside,
    }
}

/// The limit is made of literals and constants, so that it always has a value.
fn limit(evaluator: Evaluator<'_, '_>, quota: &Quota) -> Number {
    let answer = evaluator.answer(&quota.limit.formula, &mut Scene::at(None), &mut ());
    answer.as_number().cloned().unwrap_or_default()
}

/// The row's value in the column that groups are told by, as a text.
fn group_of(
    evaluator: Evaluator<'_, '_>,
    rows: &TableFacts,
    row: u32,
    column: ColumnId,
) -> Option<String> {
    Some(match rows.get(row, Slot { column, year: None }) {
        Fact::Text(text) => text.to_owned(),
        Fact::Number(number) => number.to_exact(),
        Fact::YesNo(flag) => flag.to_string(),
        Fact::Date(day) => day.to_string(),
        Fact::Year(year) => year.to_string(),
        Fact::Term(rank) => {
            let schema = &evaluator.rules.schema;
            let declared = schema.table_at(rows.table).column_at(column)?;
            match declared.kind {
                ColumnType::Level(words) | ColumnType::Choice(words) => {
                    schema.vocabulary_at(words).code(rank).to_owned()
                }
                ColumnType::Code { .. }
                | ColumnType::Text
                | ColumnType::Number { .. }
                | ColumnType::Percent
                | ColumnType::Money { .. }
                | ColumnType::YesNo
                | ColumnType::Date
                | ColumnType::Year => return None,
            }
        }
        Fact::Missing(_) => return None,
    })
}

impl QuotaVerdict {
    /// By how many the limit is surely passed; none if it is not.
    pub fn excess(&self, comparison: Comparison) -> Option<Number> {
        let over = match comparison {
            Comparison::AtMost => &self.measured.low - &self.limit.high,
            Comparison::AtLeast => &self.limit.low - &self.measured.high,
            Comparison::Less | Comparison::Greater | Comparison::Equal | Comparison::NotEqual => {
                return None;
            }
        };
        (self.verdict == RuleVerdict::NotMet).then(|| over.ceiling())
    }
}
