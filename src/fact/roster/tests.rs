use super::*;

const TEXT: &str = "\
code,name,type,level,parent,valid_from,valid_to
70,Bình Phước,Tỉnh,province,,,
692,Lộc Ninh,Huyện,district,70,,
697,Chơn Thành,Thị xã,district,70,2022-10-01,
689,Đồng Xoài,Thành phố,district,70,,
695,Đồng Phú,Huyện,district,70,,
25432,Chơn Thành,Thị trấn,commune,697,,2022-09-30
25432,Hưng Long,Phường,commune,697,2022-10-01,2025-06-30
25276,Lộc Thạnh,Xã,commune,692,,
25294,Lộc Thành,Xã,commune,692,,
25195,Tân Phú,Phường,commune,689,,
25363,Tân Phú,Thị trấn,commune,695,,
25400,Đường 10,Xã,commune,695,,
";

fn parsed(text: &str) -> Result<Roster, RosterFault> {
    Roster::parse("units.csv", String::new(), text.as_bytes())
}

fn code<'a>(lookup: &'a Lookup<'_>) -> &'a str {
    match lookup {
        Lookup::One(unit) => &unit.code,
        Lookup::Many(_) => "many",
        Lookup::None { suggestions } => match suggestions.as_slice() {
            [] => "none",
            [unit] => &unit.name,
            [..] => "either",
        },
    }
}

#[test]
fn names_are_found_without_their_type_words() {
    let roster = parsed(TEXT).unwrap();
    for (name, parent, expected) in [
        ("Lộc Thành", None, "25294"),
        ("xã lộc thành", None, "25294"),
        ("X. Lộc Thành", None, "25294"),
        ("X.Lộc Thành", None, "25294"),
        ("Xã  Lộc\u{a0}Thạnh", None, "25276"),
        ("Lo\u{323}\u{302}c Tha\u{300}nh", None, "25294"),
        ("TT.Tân Phú", None, "25363"),
        ("TT Tân Phú", None, "25363"),
        ("P. Tân Phú", None, "25195"),
        ("F.Tân Phú", None, "25195"),
        ("F. Tân Phú", None, "25195"),
        ("Tân Phú", Some("689"), "25195"),
        ("Tân Phú", Some("H. Đồng Phú"), "25363"),
        ("Tân Phú", Some("TP Đồng Xoài"), "25195"),
        ("Tân Phú", None, "many"),
        ("Xã Tân Phú", None, "many"),
        ("Xã Hưng Long", None, "25432"),
        ("TT. Chơn Thành", None, "25432"),
        ("Xã Đường 10", None, "25400"),
        ("Lộc Thanh", None, "either"),
        ("Loc Thành", None, "either"),
        ("Lộc Thành", Some("Đồng Phú"), "Lộc Thành"),
        ("Huyện Lộc Ninh", None, "none"),
        ("Hà Nội", None, "none"),
    ] {
        assert_eq!(
            code(&roster.find("commune", name, parent)),
            expected,
            "{name}, {parent:?}"
        );
    }
    assert_eq!(code(&roster.find("district", "TX.Chơn Thành", None)), "697");
    assert_eq!(
        code(&roster.find("district", "Thành phố Đồng Xoài", None)),
        "689"
    );
    assert_eq!(
        code(&roster.find("province", "Tỉnh Bình Phước", None)),
        "70"
    );
}

#[test]
fn the_newest_entry_of_a_code_is_the_unit_and_older_names_still_lead_to_it() {
    let roster = parsed(TEXT).unwrap();
    assert_eq!(
        roster.unit("25432").unwrap().full_name(),
        "Phường Hưng Long"
    );
    assert_eq!(
        roster
            .level("commune")
            .filter(|unit| unit.code == "25432")
            .count(),
        1
    );
    assert_eq!(
        roster.agreement(roster.unit("25432").unwrap(), "Thị trấn Chơn Thành"),
        Agreement::Same
    );
}

#[test]
fn a_name_agrees_with_its_code_but_for_accents_that_no_other_unit_has() {
    let roster = parsed(TEXT).unwrap();
    let unit = roster.unit("25432").unwrap();
    assert_eq!(roster.agreement(unit, "P.Hưng Long"), Agreement::Same);
    assert_eq!(roster.agreement(unit, "Hung Long"), Agreement::Accents);
    assert_eq!(roster.agreement(unit, "Hưng Lộc"), Agreement::Different);
    let thanh = roster.unit("25294").unwrap();
    assert_eq!(roster.agreement(thanh, "Lộc Thạnh"), Agreement::Different);
    assert_eq!(roster.agreement(thanh, "Loc Thanh"), Agreement::Different);
}

#[test]
fn a_faulty_roster_is_refused_with_its_line() {
    let header = "code,name,type,level,parent,valid_from,valid_to\n";
    let same = |line| RosterFault::SameCode {
        line,
        code: "1".to_owned(),
    };
    for (text, fault) in [
        ("code,name\n1,A\n".to_owned(), RosterFault::NoColumn("type")),
        (header.to_owned(), RosterFault::Empty),
        (
            format!("{header}1,A,Xã,commune,,,\n2,B\n"),
            RosterFault::Line(3),
        ),
        (format!("{header}1,A,Xã,,,,\n"), RosterFault::Line(2)),
        (
            format!("{header}1,A,Xã,commune,,1/1/2022,\n"),
            RosterFault::NotADay {
                line: 2,
                column: "valid_from",
                value: "1/1/2022".to_owned(),
            },
        ),
        (
            format!("{header}1,A,Xã,commune,9,,\n"),
            RosterFault::UnknownParent {
                code: "1".to_owned(),
                parent: "9".to_owned(),
            },
        ),
        (
            format!("{header}1,A,Xã,commune,,,\n1,B,Xã,commune,,,\n"),
            same(3),
        ),
        (
            "code,name,type,level,parent\n1,A,Xã,commune,\n1,B,Xã,commune,\n".to_owned(),
            same(3),
        ),
    ] {
        assert_eq!(parsed(&text).unwrap_err(), fault);
    }
}
