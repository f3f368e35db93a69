//! The plan's targets and how far each is reached, worked out from the typed figures.
//!
//! In: a [`Province`]. Out: each target's status, figures and yearly values, with figures up to 2025. Must not know: the files, the
//! rule language, any code of the program.

use crate::data::{Given, PLAN_YEARS, Province};
use crate::logic::Fraction;
use crate::provincial::Year;

/// How the yearly values make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judge {
    Each,
    Latest,
    Mean,
    Total,
}

/// How a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Status {
    Met,
    NotMet,
    OnTrack,
    Behind,
    Insufficient,
    Information,
}

/// What a year gives.
enum Value {
    Known(Fraction),
    Missing,
    /// The target does not apply in that year.
    LeftOut,
}

/// A target: its goal is always at least so much.
struct Target {
    id: &'static str,
    judge: Judge,
    goal: Option<Fraction>,
    exceeds: Option<Fraction>,
    /// The value of the year at that place among the figures.
    value: fn(&Province, usize) -> Value,
}

/// A target's outcome.
pub(crate) struct Outcome {
    pub(crate) id: &'static str,
    pub(crate) status: Status,
    judge: Judge,
    goal: Option<Fraction>,
    exceeded: bool,
    measured: Option<Fraction>,
    /// What the remaining years must bring.
    needed: Option<Fraction>,
    years: Vec<(u16, Fraction)>,
}

/// Every target, in the order of the plan's rules.
pub(crate) fn outcomes(province: &Province) -> Vec<Outcome> {
    targets()
        .iter()
        .map(|target| target.outcome(province))
        .collect()
}

#[rustfmt::skip]
fn targets() -> Vec<Target> {
    use Judge::{Each, Latest, Mean, Total};
    let target = |id, judge, goal: Option<i128>, value| Target { id, judge, goal: goal.map(Fraction::whole), exceeds: None, value };
    vec![
        Target { exceeds: Some(Fraction::whole(2_500)), ..target("II.1.0a", Mean, Some(2_000), |p, y| fall(p, y, |year| year.poor)) },
        target("II.1.0b", Mean, Some(1_000), |p, y| fall(p, y, |year| year.poor_minority)),
        target("II.1.1.poor", Latest, Some(1), |p, y| insured(p, y, 0)),
        target("II.1.1.near_poor", Latest, Some(1), |p, y| insured(p, y, 1)),
        target("II.1.1.hardship", Latest, Some(1), |p, y| insured(p, y, 2)),
        target("II.1.1.minority", Latest, Some(1), |p, y| insured(p, y, 3)),
        target("II.1.2", Each, Some(1), |p, y| where_wanted(p.figures[y].credit)),
        target("II.1.3a", Each, Some(22), |p, y| whole(p.figures[y].models)),
        target("II.1.3b", Each, Some(2), fewest_models),
        target("II.1.4", Latest, None, |p, y| known(p.figures[y].stunting.known().and_then(|rate| Fraction::of(rate, 10_000)))),
        target("II.1.5", Latest, None, |p, y| { let [all, some] = p.figures[y].work; share(some, all) }),
        Target { goal: Fraction::of(1, 5), ..target("II.1.6a", Latest, None, registered) },
        target("II.1.6b", Each, Some(1), |p, y| where_wanted(p.figures[y].need)),
        target("I.1.a", Total, Some(5), |p, y| whole(p.figures[y].exited[0])),
        target("I.1.b", Total, Some(25), |p, y| whole(p.figures[y].exited[1])),
        target("I.1.c", Total, Some(3), |p, y| whole(p.figures[y].exited[2])),
    ]
}

fn known(value: Option<Fraction>) -> Value {
    value.map_or(Value::Missing, Value::Known)
}

fn whole(count: Given<i128>) -> Value {
    known(count.known().map(Fraction::whole))
}

fn share(part: Given<i128>, all: Given<i128>) -> Value {
    known(
        part.known()
            .zip(all.known())
            .and_then(|(part, all)| Fraction::of(part, all)),
    )
}

fn fall(province: &Province, year: usize, stock: fn(&Year) -> Given<i128>) -> Value {
    let before = stock(&province.figures[year - 1]).known();
    let after = stock(&province.figures[year]).known();
    known(
        before
            .zip(after)
            .map(|(before, after)| Fraction::whole(before - after)),
    )
}

fn insured(province: &Province, year: usize, group: usize) -> Value {
    let [all, insured] = province.figures[year].insurance[group];
    share(insured, all)
}

/// The share of those who got it; left out where nobody asked.
fn where_wanted([wanted, got]: [Given<i128>; 2]) -> Value {
    if wanted.known() == Some(0) {
        Value::LeftOut
    } else {
        share(got, wanted)
    }
}

fn fewest_models(province: &Province, year: usize) -> Value {
    let models = province
        .districts
        .iter()
        .map(|district| district.models[year - 1].known());
    let models: Option<Vec<i128>> = models.collect();
    known(models.and_then(|models| models.into_iter().min().map(Fraction::whole)))
}

/// All who signed up since 2022, of the workers of the year.
fn registered(province: &Province, year: usize) -> Value {
    let signed = province.figures[1..=year]
        .iter()
        .map(|figures| figures.training[1].known());
    let workers = province.figures[year].training[0].known();
    let signed: Option<i128> = signed.sum();
    known(
        signed
            .zip(workers)
            .and_then(|(signed, workers)| Fraction::of(signed, workers)),
    )
}

impl Target {
    fn outcome(&self, province: &Province) -> Outcome {
        let values: Vec<Value> = (1..=PLAN_YEARS.len())
            .map(|year| (self.value)(province, year))
            .collect();
        let last = values
            .iter()
            .rposition(|value| matches!(value, Value::Known(_)));
        let has_hole = values[..last.unwrap_or(0)]
            .iter()
            .any(|value| matches!(value, Value::Missing));
        let years: Vec<(u16, Fraction)> = PLAN_YEARS
            .into_iter()
            .zip(&values)
            .filter_map(|(year, value)| match value {
                Value::Known(value) => Some((year, *value)),
                Value::Missing | Value::LeftOut => None,
            })
            .collect();
        let mut outcome = Outcome {
            id: self.id,
            status: Status::Insufficient,
            judge: self.judge,
            goal: self.goal,
            exceeded: false,
            measured: None,
            needed: None,
            years,
        };
        if let (Some(last), false) = (last, has_hole) {
            self.settle(&mut outcome, last + 1 == values.len());
        }
        outcome
    }

    fn settle(&self, outcome: &mut Outcome, is_final: bool) {
        let values = outcome.years.iter().map(|(_, value)| *value);
        let (measured_years, all_years) = (values.len() as i128, PLAN_YEARS.len() as i128);
        let total = values.clone().fold(Fraction::whole(0), Fraction::plus);
        outcome.measured = match self.judge {
            Judge::Each => None,
            Judge::Latest => values.clone().next_back(),
            Judge::Mean => Some(total.over(measured_years)),
            Judge::Total => Some(total),
        };
        let Some(goal) = self.goal else {
            outcome.status = Status::Information;
            return;
        };
        let reached = match outcome.measured {
            None => values.clone().all(|value| value >= goal),
            Some(measured) => measured >= goal,
        };
        let remaining = all_years - measured_years;
        outcome.exceeded = outcome
            .measured
            .zip(self.exceeds)
            .is_some_and(|(measured, more)| measured >= more);
        outcome.status = match (reached, is_final, self.judge) {
            (true, true, _) | (true, false, Judge::Total) => Status::Met,
            (true, false, Judge::Each | Judge::Latest | Judge::Mean) => Status::OnTrack,
            (false, true, _) | (false, false, Judge::Each) => Status::NotMet,
            (false, false, Judge::Latest | Judge::Mean) => Status::Behind,
            (false, false, Judge::Total) => {
                if total >= goal.times(measured_years).over(all_years) {
                    Status::OnTrack
                } else {
                    Status::Behind
                }
            }
        };
        outcome.needed = match self.judge {
            Judge::Each | Judge::Latest => None,
            Judge::Mean | Judge::Total if is_final => None,
            Judge::Mean => Some(goal.times(all_years).minus(total).over(remaining)),
            Judge::Total => Some(goal.minus(total)).filter(|_| !reached),
        };
    }
}

/// `id,judge,goal,status,exceeded,measured,needed`; measured is empty where every year stands for itself.
pub(crate) fn as_csv(outcomes: &[Outcome]) -> String {
    let mut lines = vec!["id,judge,goal,status,exceeded,measured,needed".to_owned()];
    for outcome in outcomes {
        let judge = match outcome.judge {
            Judge::Each => "each",
            Judge::Latest => "latest",
            Judge::Mean => "mean",
            Judge::Total => "total",
        };
        let status = match outcome.status {
            Status::Met => "met",
            Status::NotMet => "not_met",
            Status::OnTrack => "on_track",
            Status::Behind => "behind",
            Status::Insufficient => "insufficient",
            Status::Information => "information",
        };
        lines.push(format!(
            "{},{judge},{},{status},{},{},{}",
            outcome.id,
            text(outcome.goal),
            outcome.exceeded,
            text(outcome.measured),
            text(outcome.needed)
        ));
    }
    lines.join("\n") + "\n"
}

/// `id,year,value` of every year that has one.
pub(crate) fn years_as_csv(outcomes: &[Outcome]) -> String {
    let mut lines = vec!["id,year,value".to_owned()];
    for outcome in outcomes {
        for (year, value) in &outcome.years {
            lines.push(format!("{},{year},{}", outcome.id, value.exact()));
        }
    }
    lines.join("\n") + "\n"
}

fn text(value: Option<Fraction>) -> String {
    value.map(Fraction::exact).unwrap_or_default()
}
