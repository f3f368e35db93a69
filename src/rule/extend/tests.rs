use super::*;
use crate::diagnostic::Argument;
use crate::rule::file::Member;
use crate::rule::{Choice, RuleSet, load};
use chrono::NaiveDate;

const HEAD: &str = "format: 1\nid: moi\nversion: '2'\ntitle: M\nextends: goc\n";
const BASE_HEAD: &str = "format: 1\nid: goc\nversion: '1'\ntitle: G\n";
const BASE: &str = "\
rounds:
  r1: { title: R, years: { start: 2021 } }
constants:
  least: { value: 5 }
  most: { value: 9 }
tables:
  t:
    sheets: [T]
    key: code
    columns:
      code: { type: code, headers: [Mã] }
      x: { type: number, whole: true, headers: [X] }
    derived: { double: { is: x + x } }
  u:
    columns: { y: { type: yes_no } }
criteria:
  t:
    all:
      - { id: a, cite: K, says: A, require: double > least, examples: [{ x: 3, gives: met }] }
      - any:
          - { id: b, cite: K, says: B, require: x < most }
          - { id: c, cite: K, says: C, require: known(x) }
  u: { id: d, cite: K, says: D, require: y }
notes:
  - { id: n, cite: K, says: N, reason: N }
";

/// The base of a test under its id, one that extends another, and the rule file itself.
fn fetch<'t>(
    own: &'t str,
    base: &'t str,
) -> impl FnMut(Wanted<'_>) -> Result<Fetched, Argument> + 't {
    move |wanted| {
        let text = match wanted {
            Wanted::Base("goc") => base.to_owned(),
            Wanted::Base("moi.yaml") => own.to_owned(),
            Wanted::Base("cháu.yaml") => format!("{HEAD}tables: {{}}\n"),
            Wanted::Base("latin.yaml") => {
                let (name, bytes) = ("latin.yaml".to_owned(), b"format: 1\nid: \xd0\n".to_vec());
                return Ok(Fetched { name, bytes });
            }
            Wanted::Base(_) => return Err("không có".into()),
            Wanted::File(Origin::Base, "units.csv") => {
                "code,name,type,level,parent\n1,A,Xã,commune,\n".to_owned()
            }
            Wanted::File(_, file) => return Err(format!("no {file}").into()),
        };
        let name = "goc.yaml".to_owned();
        Ok(Fetched {
            name,
            bytes: text.into_bytes(),
        })
    }
}

fn both(own: &str, base: &str) -> (Option<Whole>, Vec<Diagnostic>) {
    read("moi.yaml", own.as_bytes(), &mut fetch(own, base))
}

fn whole(own: &str, base: &str) -> RuleFile {
    let (whole, found) = both(&format!("{HEAD}{own}"), &format!("{BASE_HEAD}{base}"));
    assert_eq!(found, [], "{own}");
    whole.unwrap().file
}

fn loaded(own: &str, base: &str) -> (Option<RuleSet>, Vec<Diagnostic>) {
    let choice = Choice {
        round: None,
        as_of: NaiveDate::default(),
        set: &[],
    };
    load("moi.yaml", own.as_bytes(), &choice, &mut fetch(own, base))
}

/// A member as `all(a any(b c))`.
fn shape(member: &Member) -> String {
    match member {
        Member::Rule(rule) if rule.clause.says.vi.len() > 1 => {
            format!("{}={}", rule.clause.id.value, rule.clause.says.vi)
        }
        Member::Rule(rule) => rule.clause.id.value.clone(),
        Member::Group(group) => {
            let word = match group.connective {
                crate::rule::Connective::All => "all",
                crate::rule::Connective::Any => "any",
            };
            let members: Vec<String> = group.members.iter().map(shape).collect();
            format!("{word}({})", members.join(" "))
        }
    }
}

fn shapes(file: &RuleFile) -> String {
    let tables = file.criteria.iter();
    let tables = tables.map(|(table, root)| format!("{}: {}", table.value, shape(root)));
    tables.collect::<Vec<_>>().join(", ")
}

/// A finding as `code place place: name=value, …`.
fn described(found: &Diagnostic) -> String {
    let places: String = found
        .places
        .iter()
        .map(|place| format!(" {place}"))
        .collect();
    let arguments = found.arguments.iter().map(|(name, value)| match value {
        Argument::Text(text) => format!("{name}={text}"),
        Argument::List(list) => format!("{name}={}", list.join("|")),
        Argument::Number(_) | Argument::Date(_) | Argument::Label(_) | Argument::Wording(_) => {
            format!("{name}={value:?}")
        }
    });
    let arguments: Vec<String> = arguments.collect();
    format!("{}{places}: {}", found.code, arguments.join(", "))
}

#[test]
fn rules_replace_leave_and_join_where_the_base_has_them() {
    let base = format!("{BASE_HEAD}{BASE}");
    let rule = |id: &str| format!("{{ id: {id}, cite: K, says: neu, require: x > least }}");
    let cases = [
        // what joins, joins the root
        (
            format!("t: {}", rule("e")),
            "t: all(a any(b c) e=neu), u: d",
        ),
        (
            format!("t: {{ all: [{}, {}] }}", rule("e"), rule("f")),
            "t: all(a any(b c) e=neu f=neu), u: d",
        ),
        (
            format!("t: {{ all: [{{ any: [{}, {}] }}] }}", rule("e"), rule("f")),
            "t: all(a any(b c) any(e=neu f=neu)), u: d",
        ),
        // what is replaced stays where it stood
        (format!("t: {}", rule("b")), "t: all(a any(b=neu c)), u: d"),
        (
            format!("t: {{ all: [{}, {}] }}", rule("e"), rule("a")),
            "t: all(a=neu any(b c) e=neu), u: d",
        ),
        // what is dropped goes, and an empty group with it
        (
            "t: { id: a, drop: true }".to_owned(),
            "t: all(any(b c)), u: d",
        ),
        (
            "t: { all: [{ id: b, drop: true }, { id: c, drop: true }] }".to_owned(),
            "t: all(a), u: d",
        ),
        (
            "t: { all: [{ id: a, drop: true }, { id: b, drop: true }, { id: c, drop: true }] }"
                .to_owned(),
            "u: d",
        ),
        ("u: { id: d, drop: true }".to_owned(), "t: all(a any(b c))"),
        (
            format!("t: {{ all: [{{ id: a, drop: true }}, {}] }}", rule("e")),
            "t: all(any(b c) e=neu), u: d",
        ),
    ];
    for (criteria, expected) in cases {
        let own = format!("{HEAD}criteria:\n  {criteria}\n");
        let (whole, found) = both(&own, &base);
        assert_eq!(found, [], "{criteria}");
        assert_eq!(shapes(&whole.unwrap().file), expected, "{criteria}");
    }
}

#[test]
fn a_single_rule_becomes_all_and_any_stays_any() {
    let base = |root: &str| BASE.replace("  u: { id: d, cite: K, says: D, require: y }", root);
    let rule = |id: &str| format!("{{ id: {id}, cite: K, says: S, require: y }}");
    let single = base(&format!("  u: {}", rule("d")));
    let any = base(&format!("  u: {{ id: g, says: G, any: [{}] }}", rule("d")));
    for (own, base, expected) in [
        (format!("u: {}", rule("e")), &single, "u: all(d e)"),
        (
            format!("u: {{ all: [{}] }}", rule("e")),
            &single,
            "u: all(d e)",
        ),
        (format!("u: {}", rule("d")), &single, "u: d"),
        (format!("u: {}", rule("e")), &any, "u: any(d e)"),
        (
            format!("u: {{ any: [{}] }}", rule("e")),
            &any,
            "u: any(d e)",
        ),
    ] {
        let file = whole(&format!("criteria:\n  {own}\n"), base);
        assert_eq!(shapes(&file).split(", ").last(), Some(expected), "{own}");
    }
    let file = whole(&format!("criteria:\n  u: {}\n", rule("e")), &any);
    let Some((_, Member::Group(group))) = file.criteria.last() else {
        panic!("no group")
    };
    assert_eq!(group.id.as_ref().map(|id| id.value.as_str()), Some("g"));
}

#[test]
fn a_table_without_criteria_in_the_base_gets_them() {
    let base = BASE.replace("  u: { id: d, cite: K, says: D, require: y }\n", "");
    let own = "criteria:\n  u: { all: [{ id: e, cite: K, says: S, require: y }] }\n";
    assert_eq!(shapes(&whole(own, &base)), "t: all(a any(b c)), u: all(e)");
}

#[test]
fn names_replace_and_columns_gain_headers() {
    let own = "\
constants: { least: { value: 50% }, new: { value: 1 } }
rounds: { r2: { title: R2, years: { start: 2022 } } }
tables:
  t:
    sheets: [T2]
    columns:
      x: { headers: [X2, { text: X3, year: -1 }], whole: false }
      z: { type: text }
    derived: { double: { is: x * 2 }, triple: { is: x * 3 } }
  v: { columns: { w: { type: date } } }
notes: [{ id: n, cite: K, says: N2, reason: N2 }, { id: m, cite: K, says: M, reason: M }]
";
    let file = whole(own, BASE);
    let names = |names: Vec<&str>| names.join(" ");
    let constants = file.constants.iter().map(|(name, _)| name.value.as_str());
    assert_eq!(names(constants.collect()), "least most new");
    assert!(file.constants[0].1.value.as_ref().unwrap().value.percent);
    let rounds = file.rounds.iter().map(|(name, _)| name.value.as_str());
    assert_eq!(names(rounds.collect()), "r1 r2");
    let tables = file.tables.iter().map(|(name, _)| name.value.as_str());
    assert_eq!(names(tables.collect()), "t u v");
    let table = &file.tables[0].1;
    let sheets = table.sheets.iter().map(|sheet| sheet.value.as_str());
    assert_eq!(names(sheets.collect()), "T T2");
    assert_eq!(table.key[0].value, "code");
    let columns = table.columns.as_ref().unwrap();
    let order = columns.iter().map(|(name, _)| name.value.as_str());
    assert_eq!(names(order.collect()), "code x z");
    let (_, x) = &columns[1];
    let headers = x.headers.iter().map(|header| header.text.value.as_str());
    assert_eq!(names(headers.collect()), "X X2 X3");
    assert_eq!(x.kind.as_ref().unwrap().value, "number");
    assert!(!x.whole.as_ref().unwrap().value);
    let derived = table
        .derived
        .iter()
        .map(|(_, derived)| derived.is.as_ref().unwrap().value.text.as_str());
    assert_eq!(names(derived.collect()), "x * 2 x * 3");
    let notes = file.notes.iter().map(|note| note.says.vi.as_str());
    assert_eq!(names(notes.collect()), "N2 M");
    assert_eq!(
        (
            file.id.value.as_str(),
            file.version.value.as_str(),
            file.title.vi.as_str()
        ),
        ("moi", "2", "M")
    );
}

#[test]
fn sections_of_lists_change_by_id_and_the_list_of_nominations_by_key() {
    let quota = |id: &str, says: &str| {
        format!("{{ id: {id}, cite: K, says: {says}, table: t, count: x > 1, at_most: 1 }}")
    };
    let base = format!(
        "{BASE}nominations: {{ table: t, name: code }}\nquotas: [{}, {}]\n",
        quota("q1", "Q1"),
        quota("q2", "Q2")
    );
    let own = format!(
        "nominations: {{ name: x, class: y }}\nquotas: [{{ id: q1, drop: true }}, {}, {}]\n",
        quota("q3", "Q3"),
        quota("q2", "mới")
    );
    let file = whole(&own, &base);
    let quotas = file
        .quotas
        .iter()
        .map(|quota| quota.clause.says.vi.as_str());
    assert_eq!(quotas.collect::<Vec<_>>(), ["mới", "Q3"]);
    let list = file.nominations.unwrap();
    let text = |key: Option<Written<String>>| key.unwrap().value;
    assert_eq!(
        (text(list.table), text(list.name), text(list.class)),
        ("t".into(), "x".into(), "y".into())
    );
}

#[test]
fn every_mistake_of_extending_has_its_sentence_and_its_file() {
    let base = format!("{BASE_HEAD}{BASE}");
    let extends = |what: &str| HEAD.replace("extends: goc", &format!("extends: {what}"));
    let cases = [
        (
            extends("gốc"),
            &base[..],
            "rule/base-missing moi.yaml:5:10: base=gốc, reason=không có, known=SHIPPED",
        ),
        (
            extends("moi.yaml"),
            &base,
            "rule/extends-itself moi.yaml:5:10: base=moi.yaml",
        ),
        (
            extends("cháu.yaml"),
            &base,
            "rule/base-extends moi.yaml:5:10 goc.yaml:5:10: base=cháu.yaml, other=goc",
        ),
        (
            extends("latin.yaml"),
            &base,
            "rule/not-utf8 latin.yaml: line=Number(2), offset=Number(14)",
        ),
        (
            HEAD.replace("id: moi", "id: goc"),
            &base,
            "rule/base-same-id moi.yaml:2:5 goc.yaml:2:5: id=goc",
        ),
        (
            extends("[a]"),
            &base,
            "rule/wrong-shape moi.yaml:5:10: expected=Label(\"rule-shape-text\"), found=Label(\"rule-shape-list\")",
        ),
        (
            HEAD.replace("version: '2'\n", ""),
            &base,
            "rule/missing-key moi.yaml:1:1: key=version",
        ),
        (
            format!(
                "{HEAD}criteria: {{ t: {{ any: [{{ id: e, cite: K, says: S, require: x > 1 }}] }} }}\n"
            ),
            &base,
            "rule/joined-otherwise moi.yaml:6:18 goc.yaml:22:5: table=t, here=any, base=all",
        ),
        (
            format!(
                "{HEAD}criteria: {{ u: {{ any: [{{ id: e, cite: K, says: S, require: y }}] }} }}\n"
            ),
            &base,
            "rule/joined-otherwise moi.yaml:6:18 goc.yaml:27:6: table=u, here=any, base=all",
        ),
        (
            format!("{HEAD}criteria: {{ t: {{ id: xyz, drop: true }} }}\n"),
            &base,
            "rule/unknown-drop moi.yaml:6:16: id=xyz, known=a|b|c",
        ),
        (
            format!("{HEAD}criteria: {{ v: {{ id: d, drop: true }} }}\n"),
            &base,
            "rule/unknown-drop moi.yaml:6:16: id=d, known=—",
        ),
        (
            format!("{HEAD}notes: [{{ id: no, drop: true }}]\n"),
            &base,
            "rule/unknown-drop moi.yaml:6:9: id=no, known=n",
        ),
        (
            format!("{HEAD}criteria: {{ t: {{ id: a, drop: false }} }}\n"),
            &base,
            "rule/drop-not-alone moi.yaml:6:25: ",
        ),
        (
            format!("{HEAD}criteria: {{ t: {{ id: a, cite: K, drop: true }} }}\n"),
            &base,
            "rule/drop-not-alone moi.yaml:6:34: ",
        ),
        (
            format!("{HEAD}criteria: {{ t: {{ drop: true }} }}\n"),
            &base,
            "rule/drop-not-alone moi.yaml:6:18: ",
        ),
        (
            format!(
                "{HEAD}criteria: {{ t: {{ all: [{{ any: [{{ id: a, drop: true }}, {{ id: e, cite: K, says: S, require: x > 1 }}] }}] }} }}\n"
            ),
            &base,
            "rule/drop-out-of-place moi.yaml:6:41: ",
        ),
        (
            format!(
                "{HEAD}criteria: {{ t: {{ all: [{{ id: a, drop: true }}, {{ id: a, cite: K, says: S, require: x > 1 }}] }} }}\n"
            ),
            &base,
            "rule/duplicate-id moi.yaml:6:53 moi.yaml:6:30: id=a",
        ),
        (
            format!("{HEAD}criteria: {{ t: {{ id: d, cite: K, says: S, require: x > 1 }} }}\n"),
            &base,
            "rule/duplicate-id goc.yaml:27:12 moi.yaml:6:22: id=d",
        ),
        (
            format!("{HEAD}criteria: {{ t: {{ all: [] }} }}\n"),
            &base.replace("format: 1", "format: 2"),
            "rule/unknown-format goc.yaml:1:9: value=2",
        ),
        (
            format!("{HEAD}tables: {{ t: {{ columns: {{ n: {{ headers: [N] }} }} }} }}\n"),
            &base,
            "rule/missing-key moi.yaml:6:30: key=type",
        ),
    ];
    for (own, base, expected) in cases {
        let found = both(&own, base).1;
        let first = found.first().map(described).unwrap_or_default();
        let shipped: Vec<&str> = crate::rule::shipped::ids().collect();
        let expected = expected.replace("SHIPPED", &shipped.join("|"));
        assert_eq!(first, expected, "in:\n{own}");
    }
}

#[test]
fn what_is_wrong_with_both_is_told_where_it_stands() {
    let base = format!("{BASE_HEAD}{BASE}");
    let cases = [
        // the extension takes from the base what the base's conditions use
        (
            "tables: { t: { columns: { x: { by: year } } } }\n",
            "rule/series-needs-year goc.yaml:17:30: text=x + x",
        ),
        (
            "constants: { least: { value: 1, unit: mét } }\n",
            "rule/unknown-unit moi.yaml:6:39: value=mét, known=VND",
        ),
        (
            "criteria: { t: { id: b, cite: K, says: B, require: xx < most } }\n",
            "rule/unknown-name moi.yaml:6:52: name=xx, table=t, known=x",
        ),
        (
            "tables: { u: { columns: { least: { type: text } } } }\n",
            "rule/name-hides moi.yaml:6:27 goc.yaml:8:3: name=least, here=Label(\"rule-name-column\"), there=Label(\"rule-name-constant\")",
        ),
        (
            "tables: { u: { sheets: [t] } }\n",
            "rule/sheet-twice moi.yaml:6:25 goc.yaml:11:3: sheet=t, table=u, other=t",
        ),
    ];
    for (own, expected) in cases {
        let (set, found) = loaded(&format!("{HEAD}{own}"), &base);
        let all: Vec<String> = found.iter().map(described).collect();
        assert!(all.contains(&expected.to_owned()), "{all:#?}\nin:\n{own}");
        assert!(set.is_none());
    }
}

#[test]
fn the_rule_set_knows_its_base() {
    let base = format!("{BASE_HEAD}{BASE}");
    let (set, found) = loaded(HEAD, &base);
    assert_eq!(found, []);
    let set = set.unwrap();
    let expected = Base {
        id: "goc".to_owned(),
        version: "1".to_owned(),
        sha256: sha256(base.as_bytes()),
    };
    assert_eq!(
        (set.id.as_str(), set.extends.clone()),
        ("moi", Some(expected))
    );
    assert_eq!(set.sha256, sha256(HEAD.as_bytes()));
    assert_eq!(
        set.rule(crate::rule::RuleIndex(0)).clause.place.to_string(),
        "goc.yaml:23:15"
    );
    assert_eq!(loaded(&base, &base).0.unwrap().extends, None);
}

#[test]
fn a_roster_is_looked_for_beside_the_file_that_names_it() {
    let roster = "    roster: { file: units.csv, level: commune }\n";
    let base = format!("{BASE_HEAD}{BASE}")
        .replace("    key: code\n", &format!("    key: code\n{roster}"));
    assert_eq!(loaded(HEAD, &base).1, []);
    let own = format!("{HEAD}tables:\n  t:\n{roster}");
    let found: Vec<String> = loaded(&own, &base).1.iter().map(described).collect();
    assert_eq!(
        found,
        ["rule/roster-unreadable moi.yaml:8:21: file=units.csv, reason=no units.csv"]
    );
}

#[test]
fn examples_of_the_base_keep_its_default_round() {
    let own = "rounds: { r2: { title: R, years: { start: 2023 } } }\ndefault_round: r2\n";
    let file = whole(own, BASE);
    let rounds = file.rules().flat_map(|(_, rule)| &rule.examples);
    let rounds: Vec<&str> = rounds
        .filter_map(|example| Some(example.round.as_ref()?.value.as_str()))
        .collect();
    assert_eq!(rounds, ["r1"]);
    assert_eq!(file.default_round.unwrap().value, "r2");
}

#[test]
fn nothing_can_be_dropped_without_a_base() {
    let base = format!("{BASE_HEAD}{BASE}");
    for (from, to, expected) in [
        (
            "{ id: d, cite: K, says: D, require: y }",
            "{ id: d, drop: true }",
            "rule/drop-out-of-place moi.yaml:27:15: ",
        ),
        (
            "{ id: n, cite: K, says: N, reason: N }",
            "{ id: n, drop: true }",
            "rule/drop-out-of-place moi.yaml:29:14: ",
        ),
        (
            "{ id: c, cite: K, says: C, require: known(x) }",
            "{ id: c, drop: true }",
            "rule/drop-out-of-place moi.yaml:26:22: ",
        ),
    ] {
        let text = base.replace(from, to);
        let found: Vec<String> = both(&text, &base).1.iter().map(described).collect();
        assert_eq!(found, [expected]);
    }
}

#[test]
fn several_rounds_without_a_default_ask_for_one() {
    let text = format!("{BASE_HEAD}{BASE}").replace(
        "constants:\n",
        "  r2: { title: R, years: { start: 2022 } }\nconstants:\n",
    );
    let (set, found) = loaded(&text, &text);
    let found: Vec<String> = found.iter().map(described).collect();
    assert_eq!(found, ["rule/round-not-chosen moi.yaml: rounds=r1|r2"]);
    assert!(set.is_none());
}

#[test]
fn files_cut_off_anywhere_are_read_or_refused() {
    let own = format!(
        "{HEAD}tables: {{ t: {{ sheets: [T2], columns: {{ x: {{ headers: [Đ] }} }} }} }}\ncriteria:\n  t:\n    all:\n      - {{ id: a, drop: true }}\n      - {{ id: e, cite: K, says: S, require: x > 1 }}\n"
    );
    let base = format!("{BASE_HEAD}{BASE}");
    let cuts = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
    for at in cuts(&own) {
        let (set, found) = loaded(&own[..at], &base);
        assert!(set.is_some() || !found.is_empty(), "{at}");
    }
    for at in cuts(&base) {
        let (set, found) = loaded(&own, &base[..at]);
        assert!(set.is_some() || !found.is_empty(), "{at}");
    }
}
