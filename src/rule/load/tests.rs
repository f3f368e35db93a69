use crate::diagnostic::{Diagnostic, Severity};
use crate::rule::testing::assert_found;
use crate::rule::{Choice, Judge, RuleSet, load};
use chrono::NaiveDate;

/// A rule set with tables to speak of, and further sections.
fn with(sections: &str) -> String {
    let rule = "id: a, cite: K, says: S";
    format!(
        "format: 1\nid: t\nversion: '1'\ntitle: T\nunits: {{ hộ: hộ }}\n\
         rounds: {{ r: {{ title: R, years: {{ start: 2021, review: 2023 }} }} }}\n\
         constants: {{ limit: {{ value: 40% }}, goal: {{ value: 5, unit: hộ }} }}\n\
         choices: {{ kind: {{ units: [], people: [] }} }}\n\
         tables:\n\
         \x20 units: {{ key: code, columns: {{ code: {{ type: code }}, poor: {{ type: number, unit: hộ, by: year }} }} }}\n\
         \x20 people: {{ key: code, columns: {{ code: {{ type: code }} }} }}\n\
         \x20 list: {{ key: [kind, code], columns: {{ kind: {{ type: choice, of: kind }}, code: {{ type: code, of: kind }}, boss: {{ type: yes_no }} }} }}\n\
         \x20 papers: {{ columns: {{ unit: {{ type: code }}, day: {{ type: date }}, year: {{ type: year }} }} }}\n\
         checks:\n\
         \x20 - {{ id: used, cite: K, says: S, table: list, require: limit > 0 and goal > 0 }}\n\
         {}",
        sections.replace("RULE", rule)
    )
}

fn loaded(text: &str) -> (Option<RuleSet>, Vec<Diagnostic>) {
    let choice = Choice {
        round: None,
        as_of: NaiveDate::from_ymd_opt(2025, 11, 1).unwrap(),
        set: &[],
    };
    load("t.yaml", text.as_bytes(), &choice, &mut |_| Err("".into()))
}

fn find(text: &str) -> Vec<Diagnostic> {
    loaded(text).1
}

#[test]
fn what_is_wrong_in_a_section_is_found_where_it_stands() {
    let cases: [(&str, &[&str]); 33] = [
        (
            "quotas:\n  - { RULE, table: «lists», count: boss, at_most: 5 }",
            &["unknown-table @1 value=lists known=list"],
        ),
        (
            "quotas:\n  - { RULE, table: list, count: «bos», at_most: 5 }",
            &["unknown-name @1 name=bos table=list known=boss"],
        ),
        (
            "quotas:\n  - { RULE, table: list, count: «kind», at_most: 5 }",
            &["wrong-type @1 expected=type-boolean found=kind"],
        ),
        (
            "quotas:\n  - { RULE, table: list, per: «unit», count: boss, at_most: 5 }",
            &["unknown-column @1 name=unit table=list known=kind,code,boss"],
        ),
        (
            "quotas:\n  - { RULE, table: list, count: boss, at_most: «goal» }",
            &["units-differ @1 left=type-number right=hộ"],
        ),
        (
            "quotas:\n  - { RULE, table: list, count: boss, at_most: «boss» }",
            &["unknown-name @1 name=boss table=— known=limit,goal,start,review,as_of"],
        ),
        (
            "quotas:\n  - «{ RULE, table: list, count: boss }»",
            &["missing-one-of @1 keys=at_most,at_least"],
        ),
        (
            "quotas:\n  - { RULE, table: list, count: boss, at_least: 1, at_most: 5 }",
            &["only-one-of 17:68 keys=at_most,at_least"],
        ),
        (
            "quotas:\n  - { RULE, table: list, count: boss, at_most: 5, severity: «note» }",
            &["unknown-word @1 value=note known=error,warning"],
        ),
        (
            "targets:\n  - { RULE, table: units, years: «2023..2022», measure: 'poor[y]' }",
            &["empty-years @1 from=2023 to=2022"],
        ),
        (
            "targets:\n  - { RULE, table: units, years: 2022, measure: 'poor[y]' }",
            &["unexpected 17:57 found=rule-seen-end expected=“..”"],
        ),
        (
            "targets:\n  - { RULE, table: units, years: 2022..2023, measure: '«poor»' }",
            &["series-needs-year @1 text=poor"],
        ),
        (
            "targets:\n  - { RULE, years: 2022..2023, measure: '«poor»[y]' }",
            &["unknown-name @1 name=poor table=— known=y,limit,goal,start,review,as_of"],
        ),
        (
            "targets:\n  - { RULE, table: units, years: 2022..2023, measure: 'poor[y]', judge: «median», at_least: 5 }",
            &["unknown-word @1 value=median known=mean"],
        ),
        (
            "targets:\n  - «{ RULE, table: units, years: 2022..2023, measure: 'poor[y]', at_least: 5 }»",
            &["missing-key @1 key=judge"],
        ),
        (
            "targets:\n  - { RULE, table: units, years: 2022..2023, measure: 'poor[y]', judge: mean, at_least: «limit» }",
            &["units-differ @1 left=hộ right=type-number"],
        ),
        (
            "targets:\n  - { RULE, table: units, years: 2022..2023, measure: 'poor[y]', judge: mean, at_least: goal, exceeds: «40%» }",
            &["units-differ @1 left=hộ right=type-number"],
        ),
        (
            "targets:\n  - { RULE, table: units, years: 2022..2023, measure: 'poor[y]', exceeds: «5» }",
            &["exceeds-without-goal @1"],
        ),
        (
            "targets:\n  - { RULE, table: units, years: 2022..2023, measure: 'poor[y]', complete: «people» }",
            &["complete-without-roster @1 table=people"],
        ),
        (
            "targets:\n  - { RULE, table: units, years: 2022..2023, measure: 'poor[y]', published: 1,«5» }",
            &["comma-needs-quotes @1 text=5"],
        ),
        (
            "targets:\n  - { RULE, table: units, years: 2022..2023, measure: 'min(poor[y] for «unit»)' }",
            &["unknown-table @1 value=unit known=units"],
        ),
        (
            "deadlines:\n  - { RULE, who: «unit», find: { in: papers, where: unit = own.code, date: day }, before: 'date(2022, 11, 15)' }",
            &["unknown-table @1 value=unit known=units"],
        ),
        (
            "deadlines:\n  - { RULE, who: units, find: { in: papers, where: unit = own.«name», date: day }, before: 'date(2022, 11, 15)' }",
            &["unknown-column @1 name=name table=units known=code,poor"],
        ),
        (
            "deadlines:\n  - { RULE, who: units, find: { in: papers, where: unit = own.code, date: «year» }, before: 'date(2022, 11, 15)' }",
            &["wrong-type @1 expected=type-date found=type-year"],
        ),
        (
            "deadlines:\n  - { RULE, who: units, find: { in: papers, where: unit = own.code, date: day }, before: 'date(«y», 11, 15)' }",
            &["unknown-name @1 name=y table=— known=limit,goal,start,review,as_of"],
        ),
        (
            "deadlines:\n  - { RULE, who: units, find: { in: papers, where: unit = own.code, date: day }, before: '«date(2022, 2, 29)»' }",
            &["no-such-day @1"],
        ),
        (
            "deadlines:\n  - «{ RULE, who: units, find: { in: papers, where: unit = own.code, date: day } }»",
            &["missing-one-of @1 keys=before,on_or_before"],
        ),
        (
            "deadlines:\n  - { RULE, who: units, find: «{ in: papers, date: day }», before: 'date(2022, 11, 15)' }",
            &["missing-key @1 key=where"],
        ),
        (
            "checks2:\n  - 1",
            &["unknown-key 16:1+7 key=checks2 known=checks"],
        ),
        (
            "nominations: { table: «people» }",
            &["not-a-list @1 table=people"],
        ),
        (
            "nominations: { table: list, class: «rank» }",
            &["unknown-column @1 name=rank table=list known=kind,code,boss"],
        ),
        (
            "nominations: { priority: { RULE, first: [ { table: units, when: '«poor[start]»' } ] } }",
            &["wrong-type @1 expected=type-boolean found=hộ"],
        ),
        (
            "notes:\n  - { id: «used», cite: K, says: S, reason: R }",
            &["duplicate-id @1 15:11+4 id=used"],
        ),
    ];
    for (section, expected) in cases {
        assert_found(&with(section), find, expected);
    }
}

#[test]
fn sections_come_out_as_they_are_written() {
    let sections = "quotas:\n  - { id: q, cite: K, says: S, table: list, count: boss, of: kind = 'people', at_most: limit }\n\
        targets:\n  - { id: g, cite: K, says: S, table: units, years: start+1..review, measure: 'poor[y-1] - poor[y]', judge: mean, at_least: 2_000 }\n\
        deadlines:\n  - { id: d, cite: K, says: S, who: [units, people], years: 2022..2023, find: { in: papers, where: unit = own.code and year = y, date: day }, on_or_before: 'date(y, 11, 15)' }\n";
    let (set, diagnostics) = loaded(&with(sections));
    assert_eq!(diagnostics, []);
    let set = set.unwrap();
    assert_eq!(set.targets[0].years, [2022, 2023]);
    assert_eq!(
        (set.targets[0].judge, set.review),
        (Judge::Mean, Some(2023))
    );
    assert_eq!(set.deadlines[0].who.len(), 2);
    // The list is found by its key, which names a subject.
    let list = set.nominations.as_ref().unwrap();
    assert_eq!(set.schema.table_at(list.table).name, "list");
    let ids: Vec<&str> = set.clauses().map(|clause| clause.id.as_str()).collect();
    assert_eq!(ids, ["q", "g", "d", "used"]);
}

#[test]
fn nothing_of_a_section_is_lost_without_an_error() {
    let broken = with("targets:\n  - { RULE, table: units, years: 2022..2023, measure: poor }\n");
    let (set, diagnostics) = loaded(&broken);
    assert!(set.is_none());
    assert!(
        diagnostics
            .iter()
            .any(|found| found.severity == Severity::Error)
    );
}

/// What a rule reads must be known to the last column: of rows that are judged as they pass by nothing else is kept.
#[test]
fn a_year_that_the_row_itself_tells_is_read_and_so_is_the_series_in_whatever_year() {
    let text = "format: 1\nid: t\nversion: '1'\ntitle: T\n\
        rounds: { r: { title: R, years: { start: 2021 } } }\n\
        tables:\n\
        \x20 units: { key: code, columns: { code: { type: code }, poor: { type: number, by: year }, since: { type: year } } }\n\
        criteria:\n\
        \x20 units: { all: [ { id: a, cite: K, says: S, require: 'poor[since + 1] > poor[start]' } ] }\n";
    let (rules, found) = loaded(text);
    assert_eq!(found, []);
    let rules = rules.unwrap();
    let (table, declared) = rules.schema.table("units").unwrap();
    let column = |name| declared.column(name).unwrap().0;
    let needs = &rules.needed[&table];
    let slots: Vec<_> = needs
        .slots
        .iter()
        .map(|slot| (slot.column, slot.year))
        .collect();
    assert_eq!(
        slots,
        [(column("poor"), Some(2021)), (column("since"), None)]
    );
    assert_eq!(Vec::from_iter(needs.columns.clone()), [column("poor")]);
}
