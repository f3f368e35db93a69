//! `rules`: names the rules of a rule set, looks for mistakes in a rule file, runs its examples.
//!
//! In: the request. Out: a list or the findings. Must not know: how a rule file is read.

use crate::cli::ExitCode;
use crate::cli::arguments::RulesArguments;
use crate::cli::ruleset::RuleSource;
use crate::cli::session::Session;
use crate::diagnostic::{Diagnostic, Severity};
use crate::report;
use crate::rule::{Choice, RuleSet};
use crate::verdict::{ExampleOutcome, try_examples};

/// Every rule with its clause, and the clauses that are not checked.
pub(crate) fn list(request: &RulesArguments, session: &mut Session<'_>) -> ExitCode {
    let Some(loaded) = loaded(request, session) else {
        return ExitCode::Request;
    };
    let Some(rules) = loaded.into_iter().next() else {
        return ExitCode::Request;
    };
    let paper = session.paper();
    session.write(|out, locale| report::list_rules(&rules, locale, &paper, out));
    ExitCode::Clean
}

/// Every problem of a rule file, in all of its rounds.
pub(crate) fn lint(request: &RulesArguments, session: &mut Session<'_>) -> ExitCode {
    match loaded(request, session) {
        Some(rounds) => {
            let rules = rounds
                .first()
                .map_or(0, |rules| rules.rules.len())
                .to_string();
            let text = session.locale.label_with(
                "rules-lint-clean",
                &[("rules", &rules), ("rounds", &rounds.len().to_string())],
            );
            session.print(&format!("{text}\n"))
        }
        None => ExitCode::Request,
    }
}

/// Runs the examples of every round.
pub(crate) fn test(request: &RulesArguments, session: &mut Session<'_>) -> ExitCode {
    let Some(rounds) = loaded(request, session) else {
        return ExitCode::Request;
    };
    let (mut passed, mut failed) = (0_u64, 0_u64);
    for rules in &rounds {
        for outcome in try_examples(rules) {
            if outcome.passed() {
                passed += 1;
            } else {
                failed += 1;
                show_failure(&outcome, rules, session);
            }
        }
    }
    let (passed, failed) = (passed.to_string(), failed.to_string());
    let text = session.locale.label_with(
        "rules-test-result",
        &[("passed", &passed), ("failed", &failed)],
    );
    session.print(&format!("{text}\n"));
    if failed == "0" {
        ExitCode::Clean
    } else {
        ExitCode::Against
    }
}

fn show_failure(outcome: &ExampleOutcome<'_>, rules: &RuleSet, session: &mut Session<'_>) {
    let problem = crate::cli::problem::Problem::ExampleFailed {
        rule: outcome.rule.clause.id.clone(),
        round: rules.round.clone(),
        expected: outcome.example.gives.word().to_owned(),
        got: outcome.got.word().to_owned(),
    };
    session.show(&problem.at(outcome.example.place.clone()));
}

/// The rule set for each of its rounds, the default one first; none (and everything shown) if there is an error.
fn loaded(request: &RulesArguments, session: &mut Session<'_>) -> Option<Vec<RuleSet>> {
    let source = match RuleSource::find(request.rules.as_deref()) {
        Ok(source) => source,
        Err(diagnostic) => {
            session.show(&diagnostic);
            return None;
        }
    };
    let rounds = source.rounds();
    let choices: Vec<Option<&str>> = if rounds.is_empty() {
        vec![None]
    } else {
        rounds.iter().map(|round| Some(round.as_str())).collect()
    };
    let (mut sets, mut shown): (Vec<RuleSet>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
    for round in choices {
        let (set, diagnostics) = source.load(&Choice {
            round,
            as_of: session.today,
            set: &[],
        });
        for finding in diagnostics {
            if !shown.contains(&finding) {
                session.show(&finding);
                shown.push(finding);
            }
        }
        sets.extend(set);
    }
    let broken = shown
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    (!broken).then_some(sets)
}
