//! The report as test results, for the build servers that read JUnit's XML: what counts for the exit code passes or fails.
//!
//! In: what is told of the report. Out: XML; a failure is against the rules, an error could not be decided, what is left is skipped.
//! Must not know: how anything was judged.

use super::arithmetic::{Line, table_title};
use super::telling::{Teller, ToldRule};
use super::{Paper, Report};
use crate::diagnostic::Severity;
use crate::locale::Locale;
use crate::rule::RuleVerdict;
use crate::text::printable;
use crate::verdict::{DeadlineStatus, SubjectVerdict};
use quick_xml::escape::escape;
use std::io::{self, Write};

/// One case: who or what, and how it came out.
struct Case {
    suite: String,
    name: String,
    outcome: Outcome,
    /// What is said first.
    message: String,
    /// The reasons, a line each.
    reasons: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    Undecided,
    Skipped,
}

/// Writes one suite a kind of verdict, one case a verdict.
pub(super) fn write(
    report: &Report<'_>,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let teller = Teller::whole(report, locale);
    let suites = [
        run(&teller),
        inputs(&teller),
        counting(&teller),
        quotas(&teller),
        checks(&teller),
        deadlines(&teller),
    ];
    let head = teller.head();
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    let all: Vec<&Case> = suites.iter().flatten().collect();
    writeln!(
        out,
        r#"<testsuites name="{}" {}>"#,
        attribute(&head.line),
        counts(&all)
    )?;
    for cases in suites.iter().filter(|cases| !cases.is_empty()) {
        suite(cases, out)?;
    }
    writeln!(out, "</testsuites>")
}

fn suite(cases: &[Case], out: &mut dyn Write) -> io::Result<()> {
    let name = cases.first().map_or("", |case| &case.suite);
    let all: Vec<&Case> = cases.iter().collect();
    writeln!(
        out,
        r#"  <testsuite name="{}" {}>"#,
        attribute(name),
        counts(&all)
    )?;
    for one in cases {
        case(one, out)?;
    }
    writeln!(out, "  </testsuite>")
}

fn counts(cases: &[&Case]) -> String {
    let of = |outcome| cases.iter().filter(|case| case.outcome == outcome).count();
    format!(
        r#"tests="{}" failures="{}" errors="{}" skipped="{}""#,
        cases.len(),
        of(Outcome::Failed),
        of(Outcome::Undecided),
        of(Outcome::Skipped)
    )
}

fn case(case: &Case, out: &mut dyn Write) -> io::Result<()> {
    let (suite, name) = (attribute(&case.suite), attribute(&case.name));
    let element = match case.outcome {
        Outcome::Passed => {
            return writeln!(out, r#"    <testcase classname="{suite}" name="{name}"/>"#);
        }
        Outcome::Failed => "failure",
        Outcome::Undecided => "error",
        Outcome::Skipped => "skipped",
    };
    writeln!(out, r#"    <testcase classname="{suite}" name="{name}">"#)?;
    let message = attribute(&case.message);
    let reasons: Vec<String> = case.reasons.iter().map(|line| attribute(line)).collect();
    writeln!(
        out,
        r#"      <{element} message="{message}">{}</{element}>"#,
        reasons.join("\n")
    )?;
    writeln!(out, "    </testcase>")
}

/// A text that XML can hold, with nothing in it that XML would read.
fn attribute(text: &str) -> String {
    let safe: String = printable(text)
        .chars()
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect();
    escape(safe.as_str()).into_owned()
}

/// The run as a whole, where something could not be read or nothing was there to judge.
fn run(teller: &Teller<'_>) -> Vec<Case> {
    const REFUSED: u8 = 3;
    if teller.report.exit_code != REFUSED {
        return Vec::new();
    }
    let errors = teller.report.diagnostics.iter();
    let errors = errors.filter(|found| found.severity == Severity::Error);
    vec![Case {
        suite: teller.locale.label("junit-run"),
        name: teller.locale.label("junit-run"),
        outcome: Outcome::Failed,
        message: teller.result(),
        reasons: errors.map(|found| teller.finding(found)).collect(),
    }]
}

fn inputs(teller: &Teller<'_>) -> Vec<Case> {
    let suite = teller.locale.label("junit-inputs");
    let inputs = teller.report.facts().inputs.iter();
    inputs
        .map(|input| {
            let sheets = input.sheets.iter().filter_map(|one| one.refused.as_ref());
            let refused: Vec<String> = input
                .refused
                .iter()
                .chain(sheets)
                .map(|found| teller.finding(found))
                .collect();
            let outcome = match refused.is_empty() && !input.is_unrecognised() {
                true => Outcome::Passed,
                false => Outcome::Failed,
            };
            let message = match outcome {
                Outcome::Failed => teller.locale.label("junit-not-used"),
                Outcome::Passed | Outcome::Undecided | Outcome::Skipped => String::new(),
            };
            Case {
                suite: suite.clone(),
                name: input.path.to_string(),
                outcome,
                message,
                reasons: refused,
            }
        })
        .collect()
}

/// The verdicts that count: on nominations, or on all subjects where the data holds no nominations.
fn counting(teller: &Teller<'_>) -> Vec<Case> {
    match teller.report.verdicts.nominated() {
        Some(_) => nominations(teller),
        None => subjects(teller),
    }
}

fn nominations(teller: &Teller<'_>) -> Vec<Case> {
    let suite = teller.locale.label("junit-nominations");
    let entries = teller.report.nominations();
    let told = entries.iter().map(|entry| teller.nomination(entry));
    told.map(|told| {
        let of_rules = told.rules.iter().flat_map(of_rule);
        let remarks = told.remark.iter().chain(&told.faults).cloned();
        Case {
            suite: suite.clone(),
            name: told.line.clone(),
            outcome: of_subject(told.verdict),
            message: told.outcome.clone(),
            reasons: remarks.chain(of_rules).collect(),
        }
    })
    .collect()
}

fn subjects(teller: &Teller<'_>) -> Vec<Case> {
    let report = teller.report;
    let mut cases = Vec::new();
    for table in report.tables() {
        let suite = table_title(&report.rules.schema, table.table, teller.locale);
        for subject in report.subjects(table) {
            let outcome = of_subject(subject.verdict);
            let reasons = match outcome {
                Outcome::Passed => Vec::new(),
                Outcome::Failed | Outcome::Undecided | Outcome::Skipped => {
                    let faults = teller.faults_of(subject.facts, subject.row);
                    let rules = teller.in_the_way(&subject);
                    let rules = rules.iter().flat_map(of_rule);
                    faults.into_iter().chain(rules).collect()
                }
            };
            let key = super::light::subject_key(subject.verdict);
            cases.push(Case {
                suite: suite.to_owned(),
                name: teller.subject_name(&subject),
                outcome,
                message: teller.locale.label(key),
                reasons,
            });
        }
    }
    cases
}

fn quotas(teller: &Teller<'_>) -> Vec<Case> {
    let suite = teller.locale.label("junit-quotas");
    let quotas = teller.report.quotas();
    let told = quotas.filter_map(|one| {
        let quota = teller.report.rules.quotas.get(one.quota)?;
        Some((teller.quota(one)?, quota.severity))
    });
    told.map(|(told, severity)| Case {
        suite: suite.clone(),
        name: format!("{} {}", told.id, told.says),
        outcome: match (told.verdict, severity) {
            (RuleVerdict::Met | RuleVerdict::Waived, _) => Outcome::Passed,
            (RuleVerdict::NotApplicable, _) => Outcome::Skipped,
            (_, Severity::Warning | Severity::Note) => Outcome::Skipped,
            (RuleVerdict::NotMet, Severity::Error) => Outcome::Failed,
            (RuleVerdict::Insufficient, Severity::Error) => Outcome::Undecided,
        },
        message: told.figures,
        reasons: told.notes,
    })
    .collect()
}

/// Every check that failed, the built-in ones too.
fn checks(teller: &Teller<'_>) -> Vec<Case> {
    let suite = teller.locale.label("junit-checks");
    let report = teller.report;
    let built_in = report.facts().faults.iter().map(|fault| {
        let table = table_title(&report.rules.schema, fault.table, teller.locale);
        let code = fault.code.as_deref().unwrap_or_default();
        let places = fault.places.iter().map(ToString::to_string);
        Case {
            suite: suite.clone(),
            name: format!("{} {table} {code}", fault.check.id()),
            outcome: Outcome::Failed,
            message: teller.fault(fault.check.id()),
            reasons: places.collect(),
        }
    });
    let of_rules = report.failed_checks().into_iter().filter_map(|at| {
        let told = teller.check(at)?;
        let failed = report.verdicts.checks.failed.get(at)?;
        let severity = report.rules.checks.get(failed.check)?.severity;
        Some(Case {
            suite: suite.clone(),
            name: told.id.clone(),
            outcome: match severity {
                Severity::Error => Outcome::Failed,
                Severity::Warning | Severity::Note => Outcome::Skipped,
            },
            message: told.text,
            reasons: told.lines.iter().flat_map(of_line).collect(),
        })
    });
    built_in.chain(of_rules).collect()
}

fn deadlines(teller: &Teller<'_>) -> Vec<Case> {
    let suite = teller.locale.label("junit-deadlines");
    let report = teller.report;
    let mut cases = Vec::new();
    for (index, deadline) in report.rules.deadlines.iter().enumerate() {
        for one in report.deadlines(index) {
            let name = report.row_name(one.table, one.row);
            let due = teller.locale.date(one.due);
            cases.push(Case {
                suite: suite.clone(),
                name: format!("{} {name} {due}", deadline.clause.id),
                outcome: match one.status {
                    DeadlineStatus::Met => Outcome::Passed,
                    DeadlineStatus::Late | DeadlineStatus::Overdue => Outcome::Failed,
                    DeadlineStatus::Insufficient => Outcome::Undecided,
                    DeadlineStatus::Pending => Outcome::Skipped,
                },
                message: deadline
                    .clause
                    .says
                    .get(teller.locale.language())
                    .to_owned(),
                reasons: one
                    .done
                    .map(|day| teller.locale.date(day))
                    .into_iter()
                    .collect(),
            });
        }
    }
    cases
}

fn of_subject(verdict: SubjectVerdict) -> Outcome {
    match verdict {
        SubjectVerdict::Eligible => Outcome::Passed,
        SubjectVerdict::Ineligible => Outcome::Failed,
        SubjectVerdict::Undetermined => Outcome::Undecided,
    }
}

fn of_rule(rule: &ToldRule) -> Vec<String> {
    let mut lines = vec![format!("{} {} — {}", rule.id, rule.says, rule.outcome)];
    lines.extend(rule.lines.iter().flat_map(of_line));
    lines
}

fn of_line(line: &Line) -> Vec<String> {
    let sources = line.sources.iter().map(|source| format!("  {source}"));
    [line.text.clone()].into_iter().chain(sources).collect()
}
