//! Quotas: numbers and shares at their limits, with flags that are not known.

use crate::{Ran, checked};

/// A list of so many individuals with that leader flag each.
fn individuals(flags: &[(&str, usize)]) -> String {
    let flags = flags.iter().flat_map(|(flag, times)| vec![*flag; *times]);
    let rows = flags
        .enumerate()
        .map(|(at, flag)| format!("officials,CB{at},individual,{flag},Sở A\n"));
    format!(
        "subject,code,class,leader,submitted_by\n{}",
        rows.collect::<String>()
    )
}

fn collectives(count: usize) -> String {
    let rows = (0..count).map(|at| format!("agencies,CQ{at},collective,,Sở A\n"));
    format!(
        "subject,code,class,leader,submitted_by\n{}",
        rows.collect::<String>()
    )
}

fn list(rows: String, more: &[&str]) -> Ran {
    checked("2025-11-01", &[("nominations.csv", rows)], more)
}

#[test]
fn forty_percent_is_decided_exactly_and_an_unknown_flag_counts_only_if_it_could_change_the_answer()
{
    let cases: [(&[(&str, usize)], &str); 10] = [
        (&[("có", 8), ("không", 12)], "met"),
        (&[("có", 9), ("không", 11)], "not_met"),
        (&[("có", 2), ("không", 3)], "met"),
        (&[("có", 3), ("không", 4)], "not_met"),
        (&[("có", 2), ("không", 5)], "met"),
        (&[("có", 3), ("", 1), ("không", 16)], "met"),
        (&[("có", 8), ("", 1), ("không", 11)], "insufficient"),
        (&[("có", 9), ("", 1), ("không", 10)], "not_met"),
        (&[("có", 8), ("12a", 1), ("không", 11)], "insufficient"),
        (&[("không", 1)], "met"),
    ];
    for (flags, expected) in cases {
        let ran = list(individuals(flags), &[]);
        assert_eq!(
            ran.only("quotas", "VI.2.leaders")["verdict"],
            expected,
            "{flags:?}"
        );
        assert_eq!(
            ran.only("quotas", "VI.2.leaders-by-unit")["verdict"],
            expected,
            "{flags:?}"
        );
    }
    let nobody = list(collectives(1), &[]);
    assert_eq!(
        nobody.only("quotas", "VI.2.leaders")["verdict"],
        "not_applicable"
    );
}

#[test]
fn a_ceiling_holds_at_its_number_and_not_one_above_in_both_rounds() {
    let rounds: [(&str, usize, usize); 2] = [("so-ket-2023", 5, 10), ("tong-ket-2025", 10, 20)];
    for (round, most_collectives, most_individuals) in rounds {
        let more = ["--round", round];
        for (over, expected) in [(0, "met"), (1, "not_met")] {
            let ran = list(collectives(most_collectives + over), &more);
            let quota = ran.only("quotas", "VI.2.collectives");
            assert_eq!(quota["verdict"], expected, "{round}");
            let excess = if over == 0 {
                serde_json::Value::Null
            } else {
                "1".into()
            };
            assert_eq!(quota["excess"], excess);
            let ran = list(individuals(&[("không", most_individuals + over)]), &more);
            assert_eq!(
                ran.only("quotas", "VI.2.individuals")["verdict"],
                expected,
                "{round}"
            );
        }
    }
}

#[test]
fn a_broken_quota_ends_with_1_but_a_reminder_does_not() {
    // Nobody's figures are there, so that no nomination is ineligible.
    assert_eq!(list(collectives(11), &[]).code, 1);
    let of_units = "subject,code,class,leader,submitted_by\n\
        officials,CB1,individual,có,Sở A\nofficials,CB2,individual,không,Sở B\nofficials,CB3,individual,không,Sở B\n";
    let ran = list(of_units.to_owned(), &[]);
    let verdicts: Vec<(&str, &str)> = ran
        .of("quotas", "VI.2.leaders-by-unit")
        .into_iter()
        .map(|one| {
            (
                one["group"].as_str().unwrap(),
                one["verdict"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(verdicts, [("Sở A", "not_met"), ("Sở B", "met")]);
    assert_eq!(ran.only("quotas", "VI.2.leaders")["verdict"], "met");
    assert_eq!(ran.code, 2);
}

#[test]
fn units_are_one_however_they_are_spelt_and_a_row_without_unit_is_undecided_for_each() {
    let rows = "subject,code,class,leader,submitted_by\n\
        officials,CB1,individual,có,Sở Hoà\nofficials,CB2,individual,không,SỞ HÒA\nofficials,CB3,individual,không,Sở  hòa\n\
        officials,CB4,individual,có,\n";
    let ran = list(rows.to_owned(), &[]);
    let one = ran.only("quotas", "VI.2.leaders-by-unit");
    assert_eq!(
        (&one["group"], &one["verdict"]),
        (&"Sở Hoà".into(), &"insufficient".into())
    );
    assert_eq!(
        one["measured"],
        serde_json::json!({ "low": "1", "high": "2" })
    );
    assert_eq!(one["of"], serde_json::json!({ "low": "3", "high": "4" }));
}

#[test]
fn a_list_without_any_unit_is_undecided_not_empty() {
    let rows = "subject,code,class,leader,submitted_by\n\
        officials,CB1,individual,có,\nofficials,CB2,individual,có,\n";
    let ran = list(rows.to_owned(), &[]);
    let one = ran.only("quotas", "VI.2.leaders-by-unit");
    assert_eq!(
        (&one["group"], &one["verdict"]),
        (&serde_json::Value::Null, &"insufficient".into())
    );
    assert_eq!(one["undecided"].as_array().unwrap().len(), 2);
    let nobody = list(rows.lines().next().unwrap().to_owned(), &[]);
    let one = nobody.only("quotas", "VI.2.leaders-by-unit");
    assert_eq!(one["verdict"], "not_applicable");
}

#[test]
fn a_number_set_for_one_run_is_used_and_shown() {
    let ran = list(collectives(10), &["--set", "max_collectives=9"]);
    assert_eq!(ran.only("quotas", "VI.2.collectives")["verdict"], "not_met");
    assert_eq!(ran.report["overrides"]["max_collectives"], "9");
    let ran = list(collectives(1), &["--set", "max_collective=9"]);
    assert_eq!(ran.code, 4);
    let message = ran.report["diagnostics"][0].clone();
    assert_eq!(message["code"], "rule/unknown-override");
    assert!(
        message["help"]
            .as_str()
            .unwrap()
            .contains("max_collectives"),
        "{message}"
    );
}

#[test]
fn a_row_of_nobody_may_count_wherever_it_could_change_the_answer() {
    let rows = "subject,code,class,leader,submitted_by\n\
        officials,CB1,individual,không,Sở A\n\
        officials,,individual,có,Sở A\n\
        officials,,individual,có,Sở A\n";
    let ran = list(rows.to_owned(), &[]);
    let leaders = ran.only("quotas", "VI.2.leaders");
    assert_eq!(leaders["verdict"], "insufficient", "{leaders:#}");
    assert_eq!(leaders["set_aside"], 2);
    let individuals = ran.only("quotas", "VI.2.individuals");
    assert_eq!(individuals["verdict"], "met");
    assert_eq!(
        (
            &individuals["measured"]["low"],
            &individuals["measured"]["high"]
        ),
        (&"1".into(), &"3".into())
    );
}
