//! Targets: a measured figure against its goal, year by year.
//!
//! In: a target and the facts. Out: its status, how far it is, and what the remaining years must bring, all exact. Must not know:
//! languages.

use crate::fact::data::Absence;
use crate::number::Number;
use crate::rule::expression::syntax::Comparison;
use crate::rule::{Condition, Goal, Judge, Published, Target};
use crate::verdict::answer::{Answer, Reason, holds};
use crate::verdict::complete::Completeness;
use crate::verdict::evaluate::{Evaluator, Scene};

/// How far a target is, for one row of its table (or for none).
#[derive(Clone, Debug)]
pub struct TargetVerdict {
    /// Index of the target.
    pub target: usize,
    /// The row that is measured; none for a measure without a row of its own, or a table without rows.
    pub row: Option<u32>,
    /// Where it stands.
    pub status: TargetStatus,
    /// The mean, the total, the latest or (of `each`) the worst of the measured years.
    pub measured: Option<Number>,
    /// What it must reach.
    pub goal: Option<Number>,
    /// Whether it is so far past the goal that the plan calls it exceeded.
    pub exceeded: bool,
    /// Measured ÷ goal.
    pub progress: Option<Number>,
    /// What each remaining year (of `total`: all of them together) must bring.
    pub needed: Option<Number>,
    /// How many years are still to come.
    pub years_left: usize,
    /// Every year of the target, in order.
    pub years: Vec<TargetYear>,
    /// How the figure that an official document prints compares with the measured one.
    pub published: Option<Likeness>,
}

/// Where a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TargetStatus {
    /// All years are measured and the goal is reached, or it is reached already for good.
    Met,
    /// It can no longer be reached.
    NotMet,
    /// Years are to come, and the pace holds.
    OnTrack,
    /// Years are to come, and the pace does not hold.
    Behind,
    /// A figure is missing.
    Insufficient,
    /// No year counts.
    NotApplicable,
    /// The plan has no goal: shown only.
    Information,
}

impl TargetStatus {
    /// All of them, in the order of reports.
    pub const ALL: [TargetStatus; 7] = [
        TargetStatus::Met,
        TargetStatus::NotMet,
        TargetStatus::OnTrack,
        TargetStatus::Behind,
        TargetStatus::Insufficient,
        TargetStatus::NotApplicable,
        TargetStatus::Information,
    ];

    /// The word of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            TargetStatus::Met => "met",
            TargetStatus::NotMet => "not_met",
            TargetStatus::OnTrack => "on_track",
            TargetStatus::Behind => "behind",
            TargetStatus::Insufficient => "insufficient",
            TargetStatus::NotApplicable => "not_applicable",
            TargetStatus::Information => "information",
        }
    }
}

/// One year of a target.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetYear {
    /// The year.
    pub year: i32,
    /// What is known of it.
    pub state: YearState,
}

/// What is known of a year.
#[derive(Clone, Debug, PartialEq)]
pub enum YearState {
    /// A figure.
    Measured(Number),
    /// The year does not count.
    LeftOut,
    /// No figure, though a later year has one.
    Missing(Reason),
    /// No figure yet, or beyond what the round looks at.
    ToCome,
}

/// How a published figure compares with the exact one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// They are equal.
    Exact,
    /// It is the exact one, rounded up.
    Rounded,
    /// It is the exact one, cut off; rounding may give the same.
    Truncated,
    /// Neither.
    Different,
}

impl Likeness {
    /// The word of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            Likeness::Exact => "exact",
            Likeness::Rounded => "rounded",
            Likeness::Truncated => "truncated",
            Likeness::Different => "different",
        }
    }

    fn of(published: &Published, exact: &Number) -> Likeness {
        let (printed, exact) = (
            &published.value * &published.factor,
            exact * &published.factor,
        );
        match printed {
            printed if printed == exact => Likeness::Exact,
            printed if printed == exact.truncate(published.digits) => Likeness::Truncated,
            printed if printed == exact.round(published.digits) => Likeness::Rounded,
            _ => Likeness::Different,
        }
    }
}

/// Judges a target for every row of its table; none if nothing that it reads is in the data.
pub(super) fn judge(
    evaluator: Evaluator<'_, '_>,
    index: usize,
    target: &Target,
    completeness: &Completeness<'_>,
) -> Option<Vec<TargetVerdict>> {
    let rows: Vec<Option<u32>> = match target.table {
        None => vec![None],
        Some(table) => match evaluator.table(table)?.len() {
            0 => vec![None],
            rows => (0..rows).map(Some).collect(),
        },
    };
    let one = |row: Option<u32>| {
        let at = target.table.zip(row);
        let is_complete = target
            .complete
            .is_none_or(|table| completeness.holds(table, at));
        if target.table.is_some() && row.is_none() {
            return without_row(index, target);
        }
        Judging {
            evaluator,
            target,
            at,
        }
        .verdict(index, row, is_complete)
    };
    Some(rows.into_iter().map(one).collect())
}

fn without_row(index: usize, target: &Target) -> TargetVerdict {
    let years = target.years.iter().map(|year| TargetYear {
        year: *year,
        state: YearState::ToCome,
    });
    TargetVerdict {
        target: index,
        row: None,
        status: TargetStatus::Insufficient,
        measured: None,
        goal: None,
        exceeded: false,
        progress: None,
        needed: None,
        years_left: target.years.len(),
        years: years.collect(),
        published: None,
    }
}

struct Judging<'a, 'i, 't> {
    evaluator: Evaluator<'a, 'i>,
    target: &'t Target,
    at: Option<(crate::fact::schema::TableId, u32)>,
}

/// The measured years put together.
struct Sum<'y> {
    measured: Vec<(i32, &'y Number)>,
    total: Number,
    /// Years that count: measured, missing or to come.
    all: usize,
}

impl Judging<'_, '_, '_> {
    fn verdict(&self, index: usize, row: Option<u32>, is_complete: bool) -> TargetVerdict {
        let years = self.years();
        let sum = Sum::of(&years);
        let goal = self.target.goal.as_ref();
        let value = goal.map(|goal| self.number(&goal.value, None));
        let exceeds = goal.and_then(|goal| goal.exceeds.as_ref());
        let exceeds = exceeds.and_then(|exceeds| self.number(exceeds, None).ok());
        let measured = self.put_together(&sum);
        let is_to_come = |year: &&TargetYear| year.state == YearState::ToCome;
        let years_left = years.iter().filter(is_to_come).count();
        let has_hole = has_hole(&years);
        let known_goal = value.as_ref().and_then(|value| value.as_ref().ok());
        let status = self.status(&years, &sum, measured.as_ref(), known_goal, is_complete);
        let exceeded = match (&measured, &exceeds, goal) {
            (Some(measured), Some(exceeds), Some(goal)) if is_complete => {
                holds(at_or_past(goal.comparison), measured.cmp(exceeds))
            }
            (Some(_), Some(_), Some(_)) => false,
            (None, _, _) | (_, None, _) | (_, _, None) => false,
        };
        TargetVerdict {
            target: index,
            row,
            status,
            exceeded,
            progress: measured
                .as_ref()
                .zip(known_goal)
                .and_then(|(measured, goal)| measured.divided_by(goal)),
            // Nobody can say what the others must bring beside a past year of which nothing is known.
            needed: known_goal
                .filter(|_| !has_hole)
                .and_then(|goal| self.needed(&sum, goal, years_left)),
            years_left,
            // A published figure is of all years; a part of them is no reason to doubt it.
            published: self
                .target
                .published
                .as_ref()
                .zip(measured.as_ref())
                .filter(|_| is_complete && years_left == 0 && !has_hole)
                .map(|(published, measured)| Likeness::of(published, measured)),
            goal: known_goal.cloned(),
            measured,
            years,
        }
    }

    fn scene(&self, year: Option<i32>) -> Scene {
        Scene::at(self.at).in_year(year)
    }

    fn number(&self, condition: &Condition, year: Option<i32>) -> Result<Number, Reason> {
        let answer = self
            .evaluator
            .answer(&condition.formula, &mut self.scene(year), &mut ());
        match answer.as_number() {
            Some(number) => Ok(number.clone()),
            None => Err(answer.reason()),
        }
    }

    /// The years. Those beyond the round are still to come, and so are those after the last measured one if nobody has given a figure: one
    /// that cannot be read, or has a base of 0, is a hole.
    fn years(&self) -> Vec<TargetYear> {
        let review = self.evaluator.rules.review.unwrap_or(i32::MAX);
        let state = |year: i32| {
            if year > review {
                return YearState::ToCome;
            }
            let counts = match &self.target.when {
                None => Answer::boolean(true),
                Some(when) => {
                    self.evaluator
                        .answer(&when.formula, &mut self.scene(Some(year)), &mut ())
                }
            };
            match counts.truth() {
                Some(false) => YearState::LeftOut,
                None => YearState::Missing(counts.reason()),
                Some(true) => match self.number(&self.target.measure, Some(year)) {
                    Ok(number) => YearState::Measured(number),
                    Err(reason) => YearState::Missing(reason),
                },
            }
        };
        let mut years: Vec<TargetYear> = self
            .target
            .years
            .iter()
            .map(|year| TargetYear {
                year: *year,
                state: state(*year),
            })
            .collect();
        let is_measured = |year: &TargetYear| matches!(year.state, YearState::Measured(_));
        let after_last = years
            .iter()
            .rposition(is_measured)
            .map_or(0, |last| last + 1);
        for year in &mut years[after_last..] {
            if let YearState::Missing(reason) = year.state
                && is_not_given(reason)
            {
                year.state = YearState::ToCome;
            }
        }
        years
    }

    /// What is held against the goal.
    fn put_together(&self, sum: &Sum<'_>) -> Option<Number> {
        let values = || sum.measured.iter().map(|(_, value)| *value);
        let is_ceiling = self
            .target
            .goal
            .as_ref()
            .is_some_and(|goal| is_ceiling(goal.comparison));
        match self.target.judge {
            Judge::Latest => values().next_back().cloned(),
            Judge::Mean => sum.mean(),
            Judge::Total => values().next().map(|_| sum.total.clone()),
            Judge::Each if is_ceiling => values().max().cloned(),
            Judge::Each => values().min().cloned(),
        }
    }

    fn status(
        &self,
        years: &[TargetYear],
        sum: &Sum<'_>,
        measured: Option<&Number>,
        goal: Option<&Number>,
        is_complete: bool,
    ) -> TargetStatus {
        let Some(Goal { comparison, .. }) = &self.target.goal else {
            return TargetStatus::Information;
        };
        if years.iter().all(|year| year.state == YearState::LeftOut) {
            return TargetStatus::NotApplicable;
        }
        let (Some(measured), Some(goal), false, true) =
            (measured, goal, has_hole(years), is_complete)
        else {
            return TargetStatus::Insufficient;
        };
        let reaches = holds(*comparison, measured.cmp(goal));
        let is_over = !years.iter().any(|year| year.state == YearState::ToCome);
        match (is_over, self.target.judge, reaches) {
            (true, _, true) => TargetStatus::Met,
            (true, _, false) | (false, Judge::Each, false) => TargetStatus::NotMet,
            (false, Judge::Each | Judge::Mean | Judge::Latest, true) => TargetStatus::OnTrack,
            (false, Judge::Mean | Judge::Latest, false) => TargetStatus::Behind,
            (false, Judge::Total, _) => self.of_total(*comparison, sum, goal, reaches),
        }
    }

    /// A total that must grow is met once it is reached; one that must stay below is lost once it is passed. Until then the pace counts.
    fn of_total(
        &self,
        comparison: Comparison,
        sum: &Sum<'_>,
        goal: &Number,
        reaches: bool,
    ) -> TargetStatus {
        match (is_ceiling(comparison), reaches) {
            (false, true) => return TargetStatus::Met,
            (true, false) => return TargetStatus::NotMet,
            (false, false) | (true, true) => {}
        }
        let share = ratio(sum.measured.len(), sum.all);
        let due = goal * &share;
        if holds(at_or_past(comparison), sum.total.cmp(&due)) {
            TargetStatus::OnTrack
        } else {
            TargetStatus::Behind
        }
    }

    fn needed(&self, sum: &Sum<'_>, goal: &Number, years_left: usize) -> Option<Number> {
        if years_left == 0 {
            return None;
        }
        match self.target.judge {
            Judge::Each | Judge::Latest => Some(goal.clone()),
            Judge::Total => Some(goal - &sum.total),
            Judge::Mean => {
                let whole = goal * &count(sum.all);
                (&whole - &sum.total).divided_by(&count(years_left))
            }
        }
    }
}

/// Whether a past year that counts has no figure.
fn has_hole(years: &[TargetYear]) -> bool {
    years
        .iter()
        .any(|year| matches!(year.state, YearState::Missing(_)))
}

/// Whether a figure is missing because nobody has given one yet.
fn is_not_given(reason: Reason) -> bool {
    match reason {
        Reason::Fact(Absence::Empty | Absence::NoColumn | Absence::NoRow) | Reason::NoRows => true,
        Reason::Fact(Absence::Unreadable | Absence::Conflict | Absence::NoYear)
        | Reason::Dangling
        | Reason::ZeroBaseline => false,
    }
}

impl<'y> Sum<'y> {
    fn of(years: &'y [TargetYear]) -> Self {
        let measured: Vec<(i32, &Number)> = years
            .iter()
            .filter_map(|year| match &year.state {
                YearState::Measured(number) => Some((year.year, number)),
                YearState::LeftOut | YearState::Missing(_) | YearState::ToCome => None,
            })
            .collect();
        let total = measured
            .iter()
            .fold(Number::ZERO, |total, (_, number)| &total + number);
        let counts = |year: &&TargetYear| year.state != YearState::LeftOut;
        Sum {
            all: years.iter().filter(counts).count(),
            measured,
            total,
        }
    }

    fn mean(&self) -> Option<Number> {
        self.total.divided_by(&count(self.measured.len()))
    }
}

fn count(of: usize) -> Number {
    Number::from(i64::try_from(of).unwrap_or(i64::MAX))
}

fn ratio(part: usize, whole: usize) -> Number {
    count(part)
        .divided_by(&count(whole))
        .unwrap_or(Number::ZERO)
}

/// Whether less is better.
fn is_ceiling(comparison: Comparison) -> bool {
    matches!(comparison, Comparison::Less | Comparison::AtMost)
}

/// The comparison that also takes the limit itself.
fn at_or_past(comparison: Comparison) -> Comparison {
    if is_ceiling(comparison) {
        Comparison::AtMost
    } else {
        Comparison::AtLeast
    }
}
