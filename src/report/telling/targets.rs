//! One target, told: how far it is, what is still needed, its years with their arithmetic.
//!
//! In: a target's verdict. Out: sentences, figures, years. Must not know: bars, charts.

use super::{Teller, plain_lines};
use crate::number::Number;
use crate::report::arithmetic::Line;
use crate::report::light::{Light, target_key};
use crate::rule::expression::syntax::Comparison;
use crate::rule::formula::{Measure, Show, Type};
use crate::rule::{Judge, Target};
use crate::verdict::{Likeness, TargetVerdict, YearState};

/// A target in words.
pub(in crate::report) struct ToldTarget<'a> {
    pub(in crate::report) light: Light,
    pub(in crate::report) id: String,
    /// What is aimed at, with the unit where there are several.
    pub(in crate::report) says: String,
    pub(in crate::report) cite: String,
    /// The status in words.
    pub(in crate::report) status: String,
    /// Status, measured figure, goal: `đạt, bình quân 2.105,5 hộ, cần từ 2.000 hộ trở lên`.
    pub(in crate::report) outcome: String,
    /// Done so far ÷ the goal, and in words; none where nothing can be divided.
    pub(in crate::report) progress: Option<(&'a Number, String)>,
    /// What is still needed, and how an official figure compares.
    pub(in crate::report) notes: Vec<String>,
    pub(in crate::report) years: Vec<ToldYear<'a>>,
    /// The years put together, exactly.
    pub(in crate::report) measured: Option<&'a Number>,
    /// The figure aimed at, as exact number and in words.
    pub(in crate::report) goal: Option<(&'a Number, String)>,
    pub(in crate::report) judge: Judge,
    /// What figures are counted in, where the rule set names it.
    pub(in crate::report) unit: Option<String>,
    /// Whether figures are shares, printed as percent.
    pub(in crate::report) is_share: bool,
}

/// One year of a target.
pub(in crate::report) struct ToldYear<'a> {
    pub(in crate::report) year: i32,
    /// The exact figure, if it was measured.
    pub(in crate::report) value: Option<&'a Number>,
    /// The figure, or why there is none.
    pub(in crate::report) shown: String,
    /// What a chart draws of it: the figure, or all so far where the years are added up; and in words.
    pub(in crate::report) drawn: Option<Number>,
    pub(in crate::report) drawn_shown: String,
    /// What the plan asks of it: the goal, or its part up to this year where the years are added up.
    pub(in crate::report) plan: Option<Number>,
    /// The arithmetic with its cells, or the missing facts.
    pub(in crate::report) lines: Vec<Line>,
}

impl<'a> Teller<'a> {
    /// The target of that index among all verdicts on targets.
    pub(in crate::report) fn target(&self, index: usize) -> Option<ToldTarget<'a>> {
        let verdict = self.report.verdicts.targets.get(index)?;
        let target = self.report.rules.targets.get(verdict.target)?;
        let goal = verdict.goal.as_ref();
        let notes = [
            self.needed(verdict, target),
            self.published(verdict, target),
        ];
        let drawn = drawn(verdict, target.judge);
        let counted = counted(verdict);
        let all = counted.last().map_or(0, |(all, _)| *all);
        let years = verdict.years.iter().zip(drawn).zip(counted);
        let years = years.map(|((one, drawn), (number, counts))| ToldYear {
            year: one.year,
            drawn_shown: drawn
                .as_ref()
                .map_or_else(String::new, |drawn| self.target_number(target, drawn)),
            drawn,
            plan: goal
                .filter(|_| counts)
                .and_then(|goal| planned(goal, target.judge, number, all)),
            value: match &one.state {
                YearState::Measured(number) => Some(number),
                YearState::LeftOut | YearState::Missing(_) | YearState::ToCome => None,
            },
            shown: self.year_shown(target, &one.state),
            lines: self.year_lines(verdict, one.year, &one.state),
        });
        Some(ToldTarget {
            light: Light::of_target(verdict.status),
            id: target.clause.id.clone(),
            says: self.target_says(verdict, target),
            cite: target.clause.cite.clone(),
            status: self.locale.label(target_key(verdict.status)),
            outcome: self.target_outcome(verdict, target),
            progress: verdict
                .progress
                .as_ref()
                .map(|progress| (progress, self.words().number(progress, SHARE, None))),
            notes: notes.into_iter().flatten().collect(),
            years: years.collect(),
            measured: verdict.measured.as_ref(),
            goal: goal.map(|goal| (goal, self.target_number(target, goal))),
            judge: target.judge,
            unit: self.unit(target),
            is_share: is_share(target),
        })
    }

    fn target_says(&self, verdict: &TargetVerdict, target: &Target) -> String {
        let says = target.clause.says.get(self.locale.language());
        match (target.table, verdict.row) {
            (Some(table), Some(row)) if self.has_several_rows(target) => {
                format!("{says} [{}]", self.report.row_name(table, row))
            }
            _ => says.to_owned(),
        }
    }

    fn has_several_rows(&self, target: &Target) -> bool {
        let rows = target
            .table
            .and_then(|table| self.report.table_facts(table));
        rows.is_some_and(|rows| rows.len() > 1)
    }

    fn target_outcome(&self, verdict: &TargetVerdict, target: &Target) -> String {
        let mut parts = vec![self.locale.label(target_key(verdict.status))];
        if let Some(measured) = &verdict.measured {
            let measured = self.target_number(target, measured);
            parts.push(self.label(judge_key(target.judge), &[("measured", &measured)]));
        }
        if let (Some(goal), Some(value)) = (&target.goal, &verdict.goal) {
            let value = self.target_number(target, value);
            parts.push(self.label(goal_key(goal.comparison), &[("limit", &value)]));
        }
        if verdict.exceeded {
            parts.push(self.locale.label("target-exceeded"));
        }
        parts.join(", ")
    }

    fn unit(&self, target: &Target) -> Option<String> {
        let Type::Number(Measure::Unit(unit), _) = target.measure.formula.kind else {
            return None;
        };
        let units = &self.report.rules.schema.units;
        let (_, words) = units.get_index(usize::from(unit.0))?;
        Some(words.get(self.locale.language()).to_owned())
    }

    /// A figure of a target with as many decimals as show it whole, if few do.
    fn target_number(&self, target: &Target, number: &Number) -> String {
        const MOST: u8 = 4;
        let factor = Number::from(if is_share(target) { 100 } else { 1 });
        let printed = number * &factor;
        let whole = (0..=MOST).find(|digits| printed.round(*digits) == printed);
        let kind = target.measure.formula.kind;
        self.words().number(number, kind, whole)
    }

    fn needed(&self, verdict: &TargetVerdict, target: &Target) -> Option<String> {
        let needed = verdict.needed.as_ref()?;
        let is_enough = target.judge == Judge::Total && !needed.is_negative() && needed.is_zero();
        if needed.is_negative() || is_enough {
            return Some(self.locale.label("target-nothing-needed"));
        }
        let is_limit = target
            .goal
            .as_ref()
            .is_some_and(|goal| matches!(goal.comparison, Comparison::AtMost | Comparison::Less));
        let key = match (target.judge, is_limit) {
            (Judge::Total, false) => "target-needed-in-all",
            (Judge::Each | Judge::Mean, false) => "target-needed-a-year",
            (Judge::Latest, false) => "target-needed-at-last",
            (Judge::Total, true) => "target-room-in-all",
            (Judge::Each | Judge::Mean, true) => "target-room-a-year",
            (Judge::Latest, true) => "target-room-at-last",
        };
        let needed = self.target_number(target, needed);
        let years = verdict.years_left.to_string();
        Some(self.label(key, &[("needed", &needed), ("years", &years)]))
    }

    /// How an official figure compares with the exact one.
    fn published(&self, verdict: &TargetVerdict, target: &Target) -> Option<String> {
        let (likeness, published) = (verdict.published?, target.published.as_ref()?);
        let exact = verdict.measured.as_ref()?;
        let unit = &published.factor;
        let rounded = (exact * unit).round(published.digits);
        let rounded = rounded.divided_by(unit).unwrap_or(rounded);
        let rounds_alike = rounded == published.value;
        let key = match likeness {
            Likeness::Exact => "published-exact",
            Likeness::Rounded => "published-rounded",
            Likeness::Truncated if rounds_alike => "published-truncated-or-rounded",
            Likeness::Truncated => "published-truncated",
            Likeness::Different => "published-different",
        };
        let kind = target.measure.formula.kind;
        let digits = Some(published.digits);
        let words = self.words();
        let arguments = [
            ("published", words.number(&published.value, kind, digits)),
            ("exact", words.number(exact, kind, Some(MOST_DIGITS))),
            ("rounded", words.number(&rounded, kind, digits)),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, text)| (*name, text.as_str()));
        Some(self.label(key, &arguments))
    }

    /// A missing year is shown as missing, never as zero.
    fn year_shown(&self, target: &Target, state: &YearState) -> String {
        match state {
            YearState::Measured(number) => self.target_number(target, number),
            YearState::LeftOut => self.locale.label("year-left-out"),
            YearState::Missing(reason) => self.words().reason(*reason),
            YearState::ToCome => self.locale.label("year-to-come"),
        }
    }

    /// The arithmetic of a measured year, or what is missing of one that is not: what its figures are and where they stand.
    fn year_lines(&self, verdict: &TargetVerdict, year: i32, state: &YearState) -> Vec<Line> {
        let is_measured = match state {
            YearState::Measured(_) => true,
            YearState::Missing(_) => false,
            YearState::LeftOut | YearState::ToCome => return Vec::new(),
        };
        let (verdicts, facts) = (self.report.verdicts, self.report.facts());
        let Some(trace) = verdicts.explain_target(verdict.target, verdict.row, year) else {
            return Vec::new();
        };
        let prefix = self.label("arithmetic-year", &[("year", &year.to_string())]);
        let prefixed = |text: String| format!("{prefix}{text}");
        if is_measured {
            let line = self.words().measure(&trace);
            return vec![Line {
                text: prefixed(line.text),
                sources: line.sources,
            }];
        }
        let missing = trace.missing(facts);
        plain_lines(
            missing
                .iter()
                .map(|one| prefixed(self.words().missing(one))),
        )
    }
}

/// What a chart draws of each year: its figure, or all so far where the years are added up.
fn drawn(verdict: &TargetVerdict, judge: Judge) -> Vec<Option<Number>> {
    let mut so_far = Some(Number::from(0));
    let mut year = |state: &YearState| match (judge, state) {
        (Judge::Total, YearState::Measured(number)) => {
            so_far = so_far.as_ref().map(|sum| sum + number);
            so_far.clone()
        }
        (Judge::Total, YearState::LeftOut) => None,
        (Judge::Total, YearState::Missing(_) | YearState::ToCome) => {
            so_far = None;
            None
        }
        (Judge::Each | Judge::Latest | Judge::Mean, YearState::Measured(number)) => {
            Some(number.clone())
        }
        (
            Judge::Each | Judge::Latest | Judge::Mean,
            YearState::LeftOut | YearState::Missing(_) | YearState::ToCome,
        ) => None,
    };
    verdict.years.iter().map(|one| year(&one.state)).collect()
}

/// Of each year its number among those that count, and whether it is one: a year that is left out is none.
fn counted(verdict: &TargetVerdict) -> Vec<(i64, bool)> {
    let mut number = 0;
    let years = verdict.years.iter().map(|one| {
        let counts = one.state != YearState::LeftOut;
        number += i64::from(counts);
        (number, counts)
    });
    years.collect()
}

/// What the plan asks of the year of that number, of so many.
fn planned(goal: &Number, judge: Judge, number: i64, years: i64) -> Option<Number> {
    match judge {
        Judge::Each | Judge::Latest | Judge::Mean => Some(goal.clone()),
        Judge::Total => (goal * &Number::from(number)).divided_by(&Number::from(years)),
    }
}

const SHARE: Type = Type::Number(Measure::Pure, Show::Percent);
/// Decimals of an exact figure beside a published one.
const MOST_DIGITS: u8 = 8;

fn is_share(target: &Target) -> bool {
    matches!(
        target.measure.formula.kind,
        Type::Number(_, Show::Percent | Show::Points)
    )
}

fn judge_key(judge: Judge) -> &'static str {
    match judge {
        Judge::Each => "target-worst",
        Judge::Latest => "target-latest",
        Judge::Mean => "target-mean",
        Judge::Total => "target-total",
    }
}

fn goal_key(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtLeast => "needs-at-least",
        Comparison::AtMost => "needs-at-most",
        Comparison::Greater => "needs-more-than",
        Comparison::Less => "needs-less-than",
        Comparison::Equal => "needs-equal",
        Comparison::NotEqual => "needs-other-than",
    }
}
