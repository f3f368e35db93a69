//! What must hold of any file that is loaded as a rule set, as a list of waivers or as a roster.
//!
//! In: bytes. Out: whether they are a rule set, or a failed assertion: there is a rule set exactly if nothing is wrong, and then it can be shown, its
//! examples run and data be judged by it.

use super::said::{self, LOCALES};
use super::verdicts;
use chrono::NaiveDate;
use std::sync::LazyLock;
use thidua::diagnostic::{Diagnostic, Severity};
use thidua::fact::roster::{Roster, Unit};
use thidua::report::{Paper, explain_rule, list_rules};
use thidua::rule::{Choice, RuleSet, load, rounds, shipped, waiver};
use thidua::verdict::{try_examples, unseen};

/// The day as of which everything is judged.
pub(super) fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, 1).expect("a day")
}

/// The rule set that ships as the default one.
pub(super) static SHIPPED: LazyLock<RuleSet> = LazyLock::new(|| {
    let (rules, found) = loaded(shipped::DEFAULT.text.as_bytes(), None);
    rules.unwrap_or_else(|| panic!("{found:#?}"))
});

pub(super) fn hold(bytes: &[u8]) -> bool {
    let is_whole = holds_in(bytes, None);
    let all = rounds("rules.yaml", bytes, &mut shipped::fetch);
    if let Some(round) = all.get(1) {
        holds_in(bytes, Some(round));
    }
    let (waivers, found) = waiver::from_yaml("waivers.yaml", bytes, &SHIPPED);
    found.iter().for_each(said::holds);
    assert!(waivers.is_empty() || !has_error(&found), "{found:?}");
    is_whole || !waivers.is_empty()
}

const LEVELS: [&str; 3] = ["province", "district", "commune"];

/// A list of units, read as the rule files name one.
pub(super) fn roster_holds(bytes: &[u8]) {
    let parsed = || Roster::parse("units.csv", String::new(), bytes);
    let (first, again) = (parsed(), parsed());
    match (first, again) {
        (Ok(first), Ok(again)) => {
            for level in LEVELS {
                let units: Vec<&Unit> = first.level(level).collect();
                assert!(units.iter().copied().eq(again.level(level)), "{level}");
                let found = |unit: &&Unit| first.unit(&unit.code) == Some(*unit);
                assert!(units.iter().all(found), "{units:?}");
            }
        }
        (first, again) => assert_eq!(first.err(), again.err()),
    }
}

pub(super) fn loaded(bytes: &[u8], round: Option<&str>) -> (Option<RuleSet>, Vec<Diagnostic>) {
    let choice = Choice {
        round,
        as_of: as_of(),
        set: &[],
    };
    load("rules.yaml", bytes, &choice, &mut shipped::fetch)
}

fn holds_in(bytes: &[u8], round: Option<&str>) -> bool {
    let (rules, found) = loaded(bytes, round);
    found.iter().for_each(said::holds);
    assert_eq!(rules.is_none(), has_error(&found), "{found:#?}");
    let (again, found_again) = loaded(bytes, round);
    assert_eq!(found, found_again, "loaded the second time");
    let Some(rules) = rules else { return false };
    assert_eq!(Some(pages(&rules)), again.as_ref().map(pages));
    let rules = [rules];
    let [own] = &rules;
    let outcomes = try_examples(own);
    let given: usize = own.rules.iter().map(|rule| rule.examples.len()).sum();
    assert_eq!(outcomes.len(), given, "examples that were run");
    let _ = unseen(&rules, &outcomes);
    verdicts::judged_hold(own, verdicts::SOUND);
    true
}

/// Every page about the rule set can be written.
fn pages(rules: &RuleSet) -> String {
    let paper = Paper {
        width: 80,
        colour: false,
    };
    let mut page = Vec::new();
    for locale in &*LOCALES {
        list_rules(rules, locale, &paper, &mut page).expect("written to memory");
        for clause in rules.clauses() {
            let known = explain_rule(rules, &clause.id, locale, &paper, &mut page);
            assert!(known.expect("written to memory"), "{}", clause.id);
        }
    }
    let page = String::from_utf8(page).expect("text");
    assert!(said::is_harmless(&page), "{page:?}");
    page
}

fn has_error(found: &[Diagnostic]) -> bool {
    found
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}
