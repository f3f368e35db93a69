use super::*;
use crate::fact::schema::{ColumnType, Reference, VocabularyId};
use crate::rule::testing::{assert_found, with_criteria, with_head, with_tables};
use crate::rule::{Fetched, Wanted};

const UNITS: &str = "code,name,type,level,parent,valid_from,valid_to\n70,Bình Phước,Tỉnh,province,,,\n688,Phước Long,Thị xã,district,70,,\n25216,Thác Mơ,Phường,commune,688,,2025-06-30\n";

/// Files by name, as a rule set's folder would hold them.
fn fetch(wanted: Wanted<'_>) -> Result<Fetched, crate::diagnostic::Argument> {
    let (Wanted::File(_, name) | Wanted::Base(name)) = wanted;
    let bytes: &[u8] = match name {
        "units.csv" => UNITS.as_bytes(),
        "short.csv" => b"code,name,type,level\n70,A,B,C\n",
        "ragged.csv" => b"code,name,type,level,parent\n70,A,B,C,\n71,A\n",
        "blank.csv" => b"code,name,type,level,parent\n,A,B,C,\n",
        "latin.csv" => b"code,name,type,level,parent\n70,\xd0,B,C,\n",
        other => return Err(format!("no {other}").into()),
    };
    Ok(Fetched {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    })
}

fn declared(text: &str) -> (Declarations, Vec<Diagnostic>) {
    let source = SourceText::new("t.yaml", text);
    let (file, diagnostics) = RuleFile::read(&source);
    assert_eq!(diagnostics, [], "in:\n{text}");
    declare(&file.unwrap(), &source, &mut fetch)
}

fn find(text: &str) -> Vec<Diagnostic> {
    declared(text).1
}

/// Asserts the problems of tables (each indented by two).
#[track_caller]
fn assert_in_tables(tables: &str, expected: &[&str]) {
    assert_found(
        &with_tables(&format!(
            "  t: {{ columns: {{ x: {{ type: number }} }} }}\n{tables}\n"
        )),
        find,
        expected,
    );
}

/// Asserts the problems of the one column of a table.
#[track_caller]
fn assert_in_column(column: &str, expected: &[&str]) {
    assert_in_tables(
        &format!("  u: {{ columns: {{ c: {{ {column} }} }} }}"),
        expected,
    );
}

#[test]
fn a_whole_rule_file_gives_its_schema() {
    let (declarations, diagnostics) = declared(include_str!("../file/tests/whole.yaml"));
    assert_eq!(diagnostics, []);
    let schema = &declarations.schema;
    assert_eq!(
        schema.tables.keys().collect::<Vec<_>>(),
        ["districts", "communes", "nominations"]
    );
    let (districts, _) = schema.table("districts").unwrap();
    let (id, communes) = schema.table("communes").unwrap();
    let kind = |name: &str| communes.column(name).unwrap().1.kind.clone();
    assert_eq!(
        kind("code"),
        ColumnType::Code {
            of: None,
            width: Some(5)
        }
    );
    assert_eq!(
        kind("district"),
        ColumnType::Code {
            of: Some(Reference::Table(districts)),
            width: None
        }
    );
    assert_eq!(
        kind("poor"),
        ColumnType::Number {
            unit: Some(UnitId(0)),
            whole: true,
            min: Number::ZERO
        }
    );
    assert_eq!(
        kind("profit"),
        ColumnType::Number {
            unit: None,
            whole: false,
            min: Number::ratio(-2_001, 2).unwrap()
        }
    );
    assert_eq!(kind("help"), ColumnType::Money { unit: UnitId(1) });
    assert_eq!(kind("rating"), ColumnType::Level(VocabularyId(0)));
    let poor = communes.column("poor").unwrap().1;
    assert!(poor.series && !poor.optional);
    assert_eq!(poor.headers[1].year_shift, -1);
    assert_eq!(communes.column("rate").unwrap().1.digits, Some(2));
    assert_eq!(communes.key, [ColumnId(0)]);
    let roster = communes.roster.as_ref().unwrap();
    assert_eq!(
        (
            roster.level.as_str(),
            roster.roster.unit("25216").unwrap().name.as_str()
        ),
        ("commune", "Thác Mơ")
    );
    assert_eq!(roster.roster.sha256.len(), 64);
    assert_eq!(declarations.column_titles[&(id, ColumnId(1))].vi, "Huyện");
    let (_, nominations) = schema.table("nominations").unwrap();
    assert_eq!(
        nominations.column("code").unwrap().1.kind,
        ColumnType::Code {
            of: Some(Reference::NamedBy(ColumnId(0))),
            width: None
        }
    );
    assert_eq!((nominations.key.len(), nominations.personal), (2, true));
}

#[test]
fn a_whole_rule_file_gives_its_rounds_and_constants() {
    let (declarations, _) = declared(include_str!("../file/tests/whole.yaml"));
    assert_eq!(declarations.default_round.as_deref(), Some("tong-ket-2025"));
    assert_eq!(declarations.rounds["tong-ket-2025"].years["review"], 2025);
    assert_eq!(
        declarations.rounds["so-ket-2023"].set["max_collectives"].value,
        5.into()
    );
    let contribution = &declarations.constants["min_contribution"];
    assert_eq!(
        (
            contribution.value.clone(),
            contribution.unit,
            contribution.percent
        ),
        (100_000_000.into(), Some(UnitId(1)), false)
    );
    let leaders = &declarations.constants["max_leaders"];
    assert_eq!(
        (leaders.value.clone(), leaders.unit, leaders.percent),
        (Number::ratio(2, 5).unwrap(), None, true)
    );
    assert_eq!(leaders.place.to_string(), "t.yaml:15:3");
    assert_eq!(declarations.sources.len(), 2);
}

#[test]
fn the_built_in_unit_is_there_and_the_only_round_is_the_default() {
    let (declarations, diagnostics) = declared(&with_head("rounds: { r: { title: R } }"));
    assert_eq!(diagnostics, []);
    assert_eq!(
        declarations.schema.units.keys().collect::<Vec<_>>(),
        ["VND"]
    );
    assert_eq!(declarations.default_round.as_deref(), Some("r"));
}

#[test]
fn what_is_wrong_with_a_column_type_is_found() {
    let types = "code,text,number,percent,money,yes_no,date,year,level,choice";
    assert_in_column(
        "type: «nubmer»",
        &["unknown-type @1 value=nubmer known=number"],
    );
    assert_in_column(
        "type: «zzzzzzz»",
        &[&format!("unknown-type @1 value=zzzzzzz known={types}")],
    );
    assert_in_column(
        "type: text, unit: «VND»",
        &["key-not-for-type @1 key=unit kind=text"],
    );
    assert_in_column(
        "type: money, min: «1», whole: «true»",
        &[
            "key-not-for-type @1 key=min kind=money",
            "key-not-for-type @2 key=whole kind=money",
        ],
    );
    assert_in_column(
        "type: number, of: «t»",
        &["key-not-for-type @1 key=of kind=number"],
    );
    assert_in_column(
        "type: number, unit: «VDN»",
        &["unknown-unit @1 value=VDN known=VND"],
    );
    assert_in_column("type: number, by: «month»", &["by-not-year @1 value=month"]);
    assert_in_tables(
        "  u: { columns: { «c»: { type: level } } }",
        &["missing-key @1 key=of"],
    );
    assert_in_tables("  «u»: { columns: {} }", &["no-columns @1 table=u"]);
    assert_in_tables(
        "  u: { columns: { c: { type: text } }, derived: { d: { by: «years», is: c } } }",
        &["by-not-year @1 value=years"],
    );
}

#[test]
fn what_a_column_refers_to_must_exist() {
    let k = "  k: { key: code, columns: { code: { type: code } } }\n";
    assert_in_tables(
        &format!("{k}  u: {{ columns: {{ c: {{ type: code, of: k }} }} }}"),
        &[],
    );
    assert_in_tables(
        &format!("{k}  unit: {{ columns: {{ c: {{ type: code, of: «kk» }} }} }}"),
        &["unknown-reference @1 value=kk known=k"],
    );
    assert_in_tables(
        "  u: { columns: { c: { type: code, of: «t» } } }",
        &["reference-without-key @1 table=t"],
    );
    assert_in_tables(
        "  u: { columns: { c: { type: code, of: «d» }, d: { type: text } } }",
        &["reference-not-choice @1 column=d"],
    );
    assert_in_tables(
        "  u: { columns: { c: { type: code, of: «t» }, t: { type: text } } }",
        &["name-hides @1 name=t here=rule-name-table there=rule-name-column"],
    );
    let of = |scales: &str, column: &str| {
        with_head(scales).replace(
            "x: { type: number }",
            &format!("x: {{ type: number }}, c: {{ {column} }}"),
        )
    };
    assert_found(
        &of(
            "scales: { rating: { A: [] } }",
            "type: level, of: «raiting»",
        ),
        find,
        &["unknown-scale @1 value=raiting known=rating"],
    );
    assert_found(
        &of(
            "choices: { rating: { A: [] } }",
            "type: level, of: «rating»",
        ),
        find,
        &["unknown-scale @1 value=rating known=—"],
    );
    assert_found(
        &of(
            "scales: { rating: { A: [] } }",
            "type: choice, of: «rating»",
        ),
        find,
        &["unknown-choices @1 value=rating known=—"],
    );
}

#[test]
fn choices_that_name_tables_must_name_existing_ones() {
    let text = "format: 1\nid: t\nversion: '1'\ntitle: T\nchoices: { subject: { k: [], «kk»: [] } }\ntables:\n  k: { key: code, columns: { code: { type: code } } }\n  n: { columns: { s: { type: choice, of: subject }, code: { type: code, of: «s» } } }\ncriteria:\n  k: { id: r, cite: K, says: S, require: known(code) }\n";
    assert_found(text, find, &["choice-not-table @1 @2 term=kk known=k"]);
}

#[test]
fn keys_are_columns_with_one_value() {
    let table = |key: &str| {
        format!(
            "  u: {{ key: {key}, columns: {{ code: {{ type: code }}, poor: {{ type: number, by: year }} }} }}"
        )
    };
    assert_in_tables(
        &table("«cod»"),
        &["unknown-key-column @1 value=cod known=code"],
    );
    assert_in_tables(&table("[code, «poor»]"), &["key-by-year @1 column=poor"]);
    assert_in_tables(&table("[code, «code»]"), &["key-twice @1 column=code"]);
}

#[test]
fn a_header_leads_to_one_column() {
    assert_in_tables(
        "  u: { columns: { a: { type: text, headers: [«Hoà»] }, b: { type: text, headers: [B, «hòa»] } } }",
        &["header-twice @2 @1 header=hòa column=b other=a"],
    );
    assert_in_tables(
        "  u: { columns: { a: { type: text, headers: [«B»] }, «b»: { type: text } } }",
        &["header-twice @1 @2 header=B column=a other=b"],
    );
    assert_in_tables(
        "  u: { columns: { «poor»: { type: number, by: year }, «poor_2021»: { type: number } } }",
        &["header-twice @2 @1 header=poor_2021 column=poor_2021 other=poor"],
    );
    assert_in_tables(
        "  u: { columns: { a: { type: text, headers: [A, a, A] }, b: { type: text, headers: [Bả] } } }",
        &[],
    );
}

#[test]
fn a_sheet_leads_to_one_table() {
    assert_in_tables(
        "  u: { sheets: [«Cấp xã»], columns: { a: { type: text } } }\n  v: { sheets: [v, «CẤP XÃ», u2], columns: { a: { type: text } } }",
        &["sheet-twice @2 @1 sheet=CẤP XÃ table=v other=u"],
    );
    assert_in_tables(
        "  «u»: { columns: { a: { type: text } } }\n  v: { sheets: [«U»], columns: { a: { type: text } } }",
        &["sheet-twice @2 @1 sheet=U table=v other=u"],
    );
}

#[test]
fn a_roster_must_be_readable_and_have_the_level() {
    let table = |roster: &str| {
        format!(
            "  u: {{ key: code, roster: {{ {roster} }}, columns: {{ code: {{ type: code }} }} }}"
        )
    };
    assert_in_tables(&table("file: units.csv, level: commune"), &[]);
    assert_in_tables(
        &table("file: units.csv, level: «comune»"),
        &["unknown-level @1 value=comune known=commune"],
    );
    assert_in_tables(
        &table("file: «none.csv», level: commune"),
        &["roster-unreadable @1 file=none.csv reason=no none.csv"],
    );
    assert_in_tables(
        &table("file: «short.csv», level: C"),
        &["roster-column @1 file=short.csv column=parent"],
    );
    assert_in_tables(
        &table("file: «ragged.csv», level: C"),
        &["roster-row @1 file=ragged.csv line=3"],
    );
    assert_in_tables(
        &table("file: «blank.csv», level: C"),
        &["roster-row @1 file=blank.csv line=2"],
    );
    assert_in_tables(
        &table("file: «latin.csv», level: C"),
        &["roster-row @1 file=latin.csv line=2"],
    );
    assert_in_tables(
        &table("file: units.csv, level: commune, successors: «none.csv»"),
        &["roster-unreadable @1 file=none.csv reason=no none.csv"],
    );
    assert_in_tables(
        &table("file: units.csv, level: commune, successors: «units.csv»"),
        &["roster-column @1 file=units.csv column=old_code"],
    );
    assert_in_tables(
        "  u: { roster: { file: «units.csv», level: commune }, columns: { code: { type: code } } }",
        &["roster-key @1 table=u"],
    );
    assert_in_tables(
        "  u: { key: n, roster: { file: «units.csv», level: commune }, columns: { n: { type: text } } }",
        &["roster-key @1 table=u"],
    );
}

#[test]
fn names_are_words_that_conditions_can_write() {
    assert_in_tables(
        "  u: { columns: { «hộ-nghèo»: { type: text }, hộ_nghèo: { type: text } } }",
        &["bad-name @1 name=hộ-nghèo"],
    );
    assert_in_tables(
        "  «2u»: { columns: { c: { type: text } } }",
        &["bad-name @1 name=2u"],
    );
    assert_in_tables(
        "  u: { columns: { «own»: { type: text }, year: { type: year } } }",
        &["reserved-name @1 name=own"],
    );
    assert_in_tables(
        "  u: { columns: { «gives»: { type: text } } }",
        &["reserved-name @1 name=gives"],
    );
    assert_in_tables(
        "  u: { columns: { c: { type: text } }, derived: { «d e»: { is: c } } }",
        &["bad-name @1 name=d e"],
    );
    assert_found(
        &with_head("constants: { «as_of»: { value: 1 } }"),
        find,
        &["reserved-name @1 name=as_of"],
    );
    assert_found(
        &with_head("rounds: { r-1: { title: R, years: { «nam đầu»: 2021 } } }"),
        find,
        &["bad-name @1 name=nam đầu"],
    );
}

#[test]
fn no_name_hides_another() {
    assert_found(
        &with_head("constants: { «x»: { value: 1 } }").replace("{ x:", "{ «x»:"),
        find,
        &["name-hides @2 @1 name=x here=rule-name-column there=rule-name-constant"],
    );
    assert_found(
        &with_head("rounds: { r: { title: R, years: { «a»: 2021 }, set: { «a»: 1 } } }"),
        find,
        &["name-hides @2 @1 name=a here=rule-name-set there=rule-name-year"],
    );
    assert_found(
        &with_head(
            "constants: { «a»: { value: 1 } }\nrounds: { r: { title: R, years: { «a»: 2021 } } }",
        ),
        find,
        &["name-hides @2 @1 name=a here=rule-name-year there=rule-name-constant"],
    );
    assert_in_tables(
        "  u: { columns: { «c»: { type: text } }, derived: { «c»: { is: 1 } } }",
        &["name-hides @2 @1 name=c here=rule-name-derived there=rule-name-column"],
    );
    assert_found(
        &with_head("scales: { «s»: { A: [] } }\nchoices: { «s»: { B: [] } }"),
        find,
        &["name-hides @2 @1 name=s here=rule-name-choices there=rule-name-scale"],
    );
}

#[test]
fn a_name_of_a_vocabulary_leads_to_one_term() {
    assert_found(
        &with_head("scales: { s: { A: [«Tốt»], B: [«tốt», B] } }"),
        find,
        &["term-twice @2 @1 name=tốt term=B other=A"],
    );
    assert_found(
        &with_head("choices: { s: { A: [«B»], «B»: [] } }"),
        find,
        &["term-twice @2 @1 name=B term=B other=A"],
    );
    assert_found(
        &with_head("choices: { «s»: {} }"),
        find,
        &["no-terms @1 name=s"],
    );
}

#[test]
fn every_round_sets_the_same_names() {
    assert_found(
        &with_head(
            "rounds:\n  «a»: { title: A, years: { start: 2021, review: 2022 }, set: { m: 1 } }\n  «b»: { title: B, years: { start: 2021, last: 2025 } }",
        ),
        find,
        &["rounds-differ @2 @1 round=b other=a names=review,m,last"],
    );
    assert_found(
        &with_head("rounds: { so-ket: { title: A } }\ndefault_round: «so-kt»"),
        find,
        &["unknown-round @1 value=so-kt known=so-ket"],
    );
    assert_found(
        &with_head("rounds: { so-ket: { title: A } }").replace(
            "require: x > 0",
            "require: x > 0, examples: [{ x: 1, round: «so_ket», gives: met }]",
        ),
        find,
        &["unknown-round @1 value=so_ket known=so-ket"],
    );
}

#[test]
fn constants_have_known_units() {
    assert_found(
        &with_head("constants: { a: { value: 1, unit: «hộ» } }"),
        find,
        &["unknown-unit @1 value=hộ known=VND"],
    );
    assert_found(
        &with_head("constants: { a: { value: 1%, unit: «VND» } }"),
        find,
        &["percent-with-unit @1 name=a"],
    );
}

#[test]
fn criteria_are_of_declared_tables() {
    assert_found(
        &with_criteria("  «tt»: { id: r, cite: K, says: S, require: x > 0 }\n"),
        find,
        &["unknown-table @1 value=tt known=t"],
    );
}

#[test]
fn all_problems_of_a_file_are_found_in_one_run() {
    let text = with_tables(
        "  t: { key: «k», columns: { x: { type: «nubmer» }, «or»: { type: text } } }\n  u: { columns: { c: { type: code, of: «w» } } }\n",
    );
    assert_found(
        &text,
        find,
        &[
            "unknown-key-column @1 value=k known=x",
            "unknown-type @2 value=nubmer known=number",
            "reserved-name @3 name=or",
            "unknown-reference @4 value=w known=t",
        ],
    );
}
