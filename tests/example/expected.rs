//! The verdicts that the example must lead to, calculated from the typed rows alone.
//!
//! In: a [`Province`]. Out: the verdict of each rule for each subject and of the subject, in the round `tong-ket-2025` (2021 to 2025,
//! rated to 2024) and with the example's waiver, as lines of CSV. Must not know: the files, the rule language, any code of the program:
//! what stands here is the plan's text turned into whole numbers a second time.

use crate::data::{
    Agency, Business, Commune, District, Enterprise, Given, Hamlet, Household, Official, Province,
};
use crate::data::{Rating, Ratings, Status, Stock};
use crate::faults::{Severity, faults};
use crate::logic::{Answer, Share, all, any, not};
use crate::waiver::WAIVER;
use std::cmp::Ordering;

/// The verdict of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Verdict {
    /// Đạt.
    Met,
    /// Không đạt.
    NotMet,
    /// Chưa đủ dữ liệu.
    Insufficient,
    /// Không áp dụng.
    NotApplicable,
    /// Miễn xét.
    Waived,
}

impl Verdict {
    fn word(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::NotMet => "not_met",
            Verdict::Insufficient => "insufficient",
            Verdict::NotApplicable => "not_applicable",
            Verdict::Waived => "waived",
        }
    }
}

/// What is expected of one subject.
pub(crate) struct Expected {
    pub(crate) table: &'static str,
    pub(crate) code: &'static str,
    pub(crate) rules: Vec<(&'static str, Verdict)>,
    group: Group,
    /// Whether its data fail a check, so that it cannot pass.
    faulty: bool,
    /// What the waived rule would be without the waiver.
    pub(crate) own: Option<Verdict>,
}

/// How a table's rules are joined.
#[derive(Clone, Copy)]
pub(crate) enum Group {
    All,
    Any,
}

impl Expected {
    /// A subject that must pass all of its rules, or any of them.
    pub(crate) fn new(
        table: &'static str,
        code: &'static str,
        group: Group,
        rules: Vec<(&'static str, Verdict)>,
    ) -> Expected {
        Expected {
            table,
            code,
            rules,
            group,
            faulty: false,
            own: None,
        }
    }

    /// `eligible`, `ineligible` or `undetermined`.
    pub(crate) fn outcome(&self) -> &'static str {
        let has = |verdict: Verdict| {
            self.rules.iter().any(|(_, given)| {
                *given == verdict || verdict == Verdict::Met && *given == Verdict::Waived
            })
        };
        let in_order = match self.group {
            Group::All => [Verdict::NotMet, Verdict::Insufficient, Verdict::Met],
            Group::Any => [Verdict::Met, Verdict::Insufficient, Verdict::NotMet],
        };
        match in_order.into_iter().find(|verdict| has(*verdict)) {
            Some(Verdict::Met) if !self.faulty => "eligible",
            Some(Verdict::NotMet) => "ineligible",
            Some(
                Verdict::Met | Verdict::Insufficient | Verdict::NotApplicable | Verdict::Waived,
            )
            | None => "undetermined",
        }
    }

    /// A rule that fails or is open is waived where the Board has decided so.
    fn waive(&mut self) {
        if (self.table, self.code) != (WAIVER.table, WAIVER.code) {
            return;
        }
        let waived = |(rule, verdict): &&mut (&str, Verdict)| {
            *rule == WAIVER.rule && matches!(verdict, Verdict::NotMet | Verdict::Insufficient)
        };
        if let Some((_, verdict)) = self.rules.iter_mut().find(waived) {
            self.own = Some(std::mem::replace(verdict, Verdict::Waived));
        }
    }
}

/// Every subject of the province with the example's waiver and its failing data checks.
pub(crate) fn expected(province: &Province) -> Vec<Expected> {
    let mut subjects = by_rules_alone(province);
    let errors: Vec<_> = faults(province)
        .into_iter()
        .filter(|fault| fault.severity == Severity::Error)
        .collect();
    for subject in &mut subjects {
        subject.faulty = errors
            .iter()
            .any(|fault| (fault.table, fault.code.as_str()) == (subject.table, subject.code));
        subject.waive();
    }
    subjects
}

/// Every subject of the province, table by table, each in the order of its rows.
pub(crate) fn by_rules_alone(province: &Province) -> Vec<Expected> {
    let agencies = province.agencies.iter().map(agency);
    let districts = province.districts.iter().map(district);
    let communes = province.communes.iter().map(commune);
    let hamlets = province.hamlets.iter().map(hamlet);
    let households = province.households.iter().map(household);
    let officials = province.officials.iter().map(official);
    let enterprises = province.enterprises.iter().map(enterprise);
    let places = agencies.chain(districts).chain(communes).chain(hamlets);
    places
        .chain(households)
        .chain(officials)
        .chain(enterprises)
        .collect()
}

/// `table,code,rule,verdict`: a line per rule, and a line without a rule for the subject.
pub(crate) fn as_csv(expected: &[Expected]) -> String {
    let mut lines = vec!["table,code,rule,verdict".to_owned()];
    for subject in expected {
        let (table, code) = (subject.table, subject.code);
        for (rule, verdict) in &subject.rules {
            lines.push(format!("{table},{code},{rule},{}", verdict.word()));
        }
        lines.push(format!("{table},{code},,{}", subject.outcome()));
    }
    lines.join("\n") + "\n"
}

/// `rule,table,code,own_verdict` of every rule that is waived.
pub(crate) fn waived_as_csv(expected: &[Expected]) -> String {
    let line = |subject: &Expected| {
        let own = subject.own?.word();
        Some(format!(
            "{},{},{},{own}\n",
            WAIVER.rule, subject.table, subject.code
        ))
    };
    let lines: String = expected.iter().filter_map(line).collect();
    format!("rule,table,code,own_verdict\n{lines}")
}

fn agency(row: &Agency) -> Expected {
    let rules = vec![
        ("V.2.1.a", require(row.tasks_on_time.known())),
        ("V.2.1.b", require(row.resources_mobilised.known())),
        ("V.2.1.c", require(row.outreach.known())),
        ("V.2.1.d", require(always_good(&row.rating))),
    ];
    Expected::new("agencies", row.code, Group::All, rules)
}

fn district(row: &District) -> Expected {
    let rules = vec![
        ("V.2.2.a", require(row.programme_effective.known())),
        ("V.2.2.b", require(row.resources_mobilised.known())),
        ("V.2.2.c", require(row.funds_settled.known())),
        ("V.2.2.d", require(row.reports_on_time.known())),
        ("V.2.2.e", require(beats_its_targets(row))),
        ("V.2.2.f", require(always_good(&row.party_rating))),
    ];
    Expected::new("districts", row.code, Group::All, rules)
}

/// More than the plan asks over the period, and more than the council asks in every year.
fn beats_its_targets(row: &District) -> Answer {
    let rate = |year: usize| Share::of(row.poor[year].known(), row.households[year].known());
    let falls_by_more = |from: usize, to: usize, target: &Given<i128>| -> Answer {
        Some(rate(from)?.fall_against(rate(to)?, target.known()?) == Ordering::Greater)
    };
    let every_year =
        (1..5).map(|year| falls_by_more(year - 1, year, &row.council_reduction[year - 1]));
    all([falls_by_more(0, 4, &row.plan_reduction)]
        .into_iter()
        .chain(every_year))
}

fn commune(row: &Commune) -> Expected {
    let funds_and_reports = all([row.funds_settled.known(), row.reports_on_time.known()]);
    let models = all([row.people_mobilised.known(), at_least(&row.models_built, 1)]);
    let rules = vec![
        ("V.2.3.a", require(row.programme_effective.known())),
        ("V.2.3.b", require(funds_and_reports)),
        ("V.2.3.c", require(models)),
        ("V.2.3.d", require(keeps_to_its_council(row))),
        (
            "V.2.3.e",
            require(more_than_halved(&row.poor, &row.near_poor)),
        ),
        ("V.2.3.f", require(always_good(&row.party_rating))),
    ];
    Expected::new("communes", row.code, Group::All, rules)
}

/// In every year the poverty rate falls by what the council asks, or stays at nobody.
fn keeps_to_its_council(row: &Commune) -> Answer {
    let rate = |year: usize| Share::of(row.poor[year].known(), row.households[year].known());
    all((1..5).map(|year| {
        let fall = || -> Answer {
            let target = row.council_reduction[year - 1].known()?;
            Some(rate(year - 1)?.fall_against(rate(year)?, target) != Ordering::Less)
        };
        any([fall(), stays_at_nobody(&row.poor, year)])
    }))
}

fn hamlet(row: &Hamlet) -> Expected {
    let model = all([
        at_least(&row.models_built, 1),
        row.living_conditions_improved.known(),
    ]);
    let nobody_relapsed = all(row
        .relapsed
        .iter()
        .map(|count| count.known().map(|count| count == 0)));
    let rules = vec![
        ("V.2.4.a", require(row.programme_effective.known())),
        ("V.2.4.b", require(model)),
        ("V.2.4.c", require(falls_every_year(row))),
        ("V.2.4.d", require(nobody_relapsed)),
        (
            "V.2.4.e",
            require(more_than_halved(&row.poor, &row.near_poor)),
        ),
        ("V.2.4.f", require(always_good(&row.party_rating))),
    ];
    Expected::new("hamlets", row.code, Group::All, rules)
}

fn falls_every_year(row: &Hamlet) -> Answer {
    let rate = |year: usize| Share::of(row.poor[year].known(), row.households[year].known());
    all((1..5).map(|year| {
        let falls = || -> Answer {
            Some(rate(year - 1)?.fall_against(rate(year)?, 0) == Ordering::Greater)
        };
        any([falls(), stays_at_nobody(&row.poor, year)])
    }))
}

fn household(row: &Household) -> Expected {
    let status = row.status_start.known();
    let was_poor = status.map(|status| matches!(status, Status::Poor | Status::NearPoor));
    let was_not = status.map(|status| status == Status::None);
    let out_for_good = all([
        row.status_now.known().map(|status| status == Status::None),
        not(row.relapsed.known()),
    ]);
    let with_loan = all([was_poor, row.borrowed.known()]);
    let rules = vec![
        (
            "V.2.5.a",
            judge(was_not, at_least(&row.help_value, 100_000_000)),
        ),
        ("V.2.5.b1", judge(was_poor, row.registered.known())),
        ("V.2.5.b2", judge(was_poor, out_for_good)),
        ("V.2.5.b3", judge(with_loan, row.loan_in_order.known())),
        ("V.2.5.b4", judge(was_poor, row.helped_others.known())),
    ];
    Expected::new("households", row.code, Group::All, rules)
}

fn official(row: &Official) -> Expected {
    let rules = vec![
        ("V.2.6.a", require(row.initiative.known())),
        (
            "V.2.6.b",
            judge(row.provincial.known(), row.assisted_disadvantaged.known()),
        ),
    ];
    Expected::new("officials", row.code, Group::Any, rules)
}

fn enterprise(row: &Enterprise) -> Expected {
    let bank = row.kind.known().map(|kind| kind == Business::Bank);
    let confirmed_credit = all([
        row.credit_policy.known(),
        row.state_bank_confirmation.is_given(),
    ]);
    let rules = vec![
        (
            "V.2.7.a",
            judge(not(bank), at_least(&row.contribution, 100_000_000)),
        ),
        ("V.2.7.b", judge(not(bank), row.linkage.known())),
        ("V.2.7.c", judge(bank, confirmed_credit)),
    ];
    Expected::new("enterprises", row.code, Group::All, rules)
}

pub(crate) fn require(answer: Answer) -> Verdict {
    judge(Some(true), answer)
}

fn judge(when: Answer, require: Answer) -> Verdict {
    match (when, require) {
        (Some(false), _) => Verdict::NotApplicable,
        (None, _) | (Some(true), None) => Verdict::Insufficient,
        (Some(true), Some(true)) => Verdict::Met,
        (Some(true), Some(false)) => Verdict::NotMet,
    }
}

pub(crate) fn at_least(count: &Given<i128>, least: i128) -> Answer {
    count.known().map(|count| count >= least)
}

fn always_good(ratings: &Ratings) -> Answer {
    all(ratings
        .iter()
        .map(|rating| rating.known().map(|rating| rating >= Rating::Good)))
}

fn more_than_halved(poor: &Stock, near_poor: &Stock) -> Answer {
    falls_by_more_than(50, poor, near_poor)
}

/// Whether more than so many percent of what there was is gone; nothing to begin with decides nothing.
pub(crate) fn falls_by_more_than(percent: i128, poor: &Stock, near_poor: &Stock) -> Answer {
    let start = poor[0].known()? + near_poor[0].known()?;
    let review = poor[4].known()? + near_poor[4].known()?;
    (start != 0).then_some(100 * (start - review) > percent * start)
}

fn stays_at_nobody(poor: &Stock, year: usize) -> Answer {
    all([year - 1, year].map(|year| poor[year].known().map(|count| count == 0)))
}
