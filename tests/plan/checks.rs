//! Data checks: each fails where it must and holds where it may; real published figures; sums over what is not complete.

use crate::checked;

/// Id, files, and whether the check fails.
type Case = (&'static str, &'static [(&'static str, &'static str)], bool);

const CASES: [Case; 26] = [
    (
        "SL.1",
        &[(
            "communes.csv",
            "code,households_2022,poor_2022,near_poor_2022\n25195,100,60,40\n",
        )],
        false,
    ),
    (
        "SL.1",
        &[(
            "communes.csv",
            "code,households_2022,poor_2022,near_poor_2022\n25195,100,60,41\n",
        )],
        true,
    ),
    (
        "SL.2",
        &[(
            "districts.csv",
            "code,poor_2022,poor_minority_2022\n688,60,60\n",
        )],
        false,
    ),
    (
        "SL.2",
        &[(
            "districts.csv",
            "code,poor_2022,poor_minority_2022\n688,60,61\n",
        )],
        true,
    ),
    (
        "SL.5",
        &[(
            "province.csv",
            "code,poor_persons_2022,poor_insured_2022,near_poor_persons_2022,near_poor_insured_2022,hardship_persons_2022,hardship_insured_2022,minority_persons_2022,minority_insured_2022\n70,9,9,9,9,9,9,9,9\n",
        )],
        false,
    ),
    (
        "SL.5",
        &[(
            "province.csv",
            "code,poor_persons_2022,poor_insured_2022,near_poor_persons_2022,near_poor_insured_2022,hardship_persons_2022,hardship_insured_2022,minority_persons_2022,minority_insured_2022\n70,9,9,9,9,9,9,9,10\n",
        )],
        true,
    ),
    (
        "SL.6",
        &[("hamlets.csv", "code,poor_2022,relapsed_2022\nT1,2,2\n")],
        false,
    ),
    (
        "SL.6",
        &[("hamlets.csv", "code,poor_2022,relapsed_2022\nT1,2,3\n")],
        true,
    ),
    (
        "SL.7",
        &[(
            "hamlets.csv",
            "code,households_2022,households_2023\nT1,100,1000\n",
        )],
        false,
    ),
    (
        "SL.7",
        &[(
            "hamlets.csv",
            "code,households_2022,households_2023\nT1,100,1001\n",
        )],
        true,
    ),
    (
        "SL.7",
        &[(
            "hamlets.csv",
            "code,households_2022,households_2023\nT1,1001,100\n",
        )],
        true,
    ),
    (
        "SL.8",
        &[(
            "changes.csv",
            "code,opening_2022,to_near_poor_2022,escaped_2022,other_out_2022,from_near_poor_2022,relapsed_2022,new_poor_2022,other_in_2022,closing_2022\nX,100,10,20,1,2,3,4,5,83\n",
        )],
        false,
    ),
    (
        "SL.8",
        &[(
            "changes.csv",
            "code,opening_2022,to_near_poor_2022,escaped_2022,other_out_2022,from_near_poor_2022,relapsed_2022,new_poor_2022,other_in_2022,closing_2022\nX,1369,374,128,0,39,0,28,0,923\n",
        )],
        true,
    ),
    (
        "SL.9",
        &[("changes.csv", "code,closing_2022,opening_2023\nX,83,83\n")],
        false,
    ),
    (
        "SL.9",
        &[("changes.csv", "code,closing_2022,opening_2023\nX,83,84\n")],
        true,
    ),
    (
        "SL.10",
        &[(
            "nominations.csv",
            "subject,code,class,submitted_by\nofficials,C1,individual,A\nhouseholds,H1,household,A\nhamlets,T1,collective,A\n",
        )],
        false,
    ),
    (
        "SL.10",
        &[(
            "nominations.csv",
            "subject,code,class,submitted_by\nofficials,C1,collective,A\n",
        )],
        true,
    ),
    (
        "SL.10",
        &[(
            "nominations.csv",
            "subject,code,class,submitted_by\nhamlets,T1,individual,A\n",
        )],
        true,
    ),
    (
        "SL.11",
        &[(
            "reports.csv",
            "unit,kind,year,submitted\nX,plan,2022,01/11/2025\n",
        )],
        false,
    ),
    (
        "SL.11",
        &[(
            "reports.csv",
            "unit,kind,year,submitted\nX,plan,2022,02/11/2025\n",
        )],
        true,
    ),
    (
        "SL.12",
        &[(
            "households.csv",
            "code,status_start,relapsed\nH1,Hộ nghèo,có\nH2,Không nghèo,không\n",
        )],
        false,
    ),
    (
        "SL.12",
        &[(
            "households.csv",
            "code,status_start,relapsed\nH1,Không nghèo,có\n",
        )],
        true,
    ),
    (
        "SL.13",
        &[(
            "nominations.csv",
            "subject,code,class,leader,position,submitted_by\nofficials,C1,individual,không,Chuyên viên,A\nofficials,C2,individual,có,Giám đốc,A\n",
        )],
        false,
    ),
    (
        "SL.13",
        &[(
            "nominations.csv",
            "subject,code,class,leader,position,submitted_by\nofficials,C1,individual,không,Phó Giám đốc sở,A\n",
        )],
        true,
    ),
    // One of two figures is not there: nothing is concluded from it.
    (
        "SL.1",
        &[(
            "communes.csv",
            "code,households_2022,poor_2022,near_poor_2022\n25195,100,160,\n",
        )],
        false,
    ),
    // Beyond what the round looks at.
    (
        "SL.1",
        &[(
            "communes.csv",
            "code,households_2026,poor_2026,near_poor_2026\n25195,100,60,41\n",
        )],
        false,
    ),
];

#[test]
fn a_check_fails_where_it_must_and_holds_where_it_may() {
    for (id, files, fails) in CASES {
        let files: Vec<(&str, String)> = files
            .iter()
            .map(|(name, text)| (*name, (*text).to_owned()))
            .collect();
        let ran = checked("2025-11-01", &files, &[]);
        assert_eq!(
            !ran.of("checks", id).is_empty(),
            fails,
            "{id} {files:?}\n{:#}",
            ran.report["diagnostics"]
        );
        let severity = match id {
            "SL.6" | "SL.7" | "SL.11" | "SL.12" | "SL.13" => "warning",
            _ => "error",
        };
        let of_severity = |one: &&serde_json::Value| one["severity"] == severity;
        assert!(ran.of("checks", id).iter().all(of_severity), "{id}");
    }
}

/// All communes of Thị xã Phước Long but the last, which is given apart.
const PHUOC_LONG: &str = "25216,1\n25217,1\n25219,1\n25220,1\n25237,1\n25245,1\n";

#[test]
fn a_sum_is_checked_only_where_all_of_its_units_are_there() {
    let districts = |poor: u32| format!("code,poor_2022\n688,{poor}\n");
    let communes = |last: &str| format!("code,poor_2022\n{PHUOC_LONG}{last}");
    // Communes of other districts are absent throughout: they are no concern of this one.
    let cases = [
        (7, "25249,1\n", false),
        (8, "25249,1\n", true),
        (8, "", false),
        (8, "25249,12a\n", false),
    ];
    for (poor, last, fails) in cases {
        let files = [
            ("districts.csv", districts(poor)),
            ("communes.csv", communes(last)),
        ];
        let ran = checked("2025-11-01", &files, &[]);
        assert_eq!(
            !ran.of("checks", "SL.3").is_empty(),
            fails,
            "{poor} {last:?}"
        );
    }
}

#[test]
fn the_provinces_figures_are_held_against_all_districts_or_none() {
    let codes: Vec<u32> = (688..=698).collect();
    let districts = |codes: &[u32]| {
        let rows: String = codes.iter().map(|code| format!("{code},1\n")).collect();
        format!("code,near_poor_2022\n{rows}")
    };
    let province = |near_poor: u32| format!("code,near_poor_2022\n70,{near_poor}\n");
    for (near_poor, codes, fails) in [
        (11, &codes[..], false),
        (12, &codes[..], true),
        (12, &codes[1..], false),
    ] {
        let files = [
            ("districts.csv", districts(codes)),
            ("province.csv", province(near_poor)),
        ];
        let ran = checked("2025-11-01", &files, &[]);
        assert_eq!(
            !ran.of("checks", "SL.4").is_empty(),
            fails,
            "{near_poor} {}",
            codes.len()
        );
    }
}

#[test]
fn a_subject_that_fails_an_error_check_is_never_eligible() {
    let officials = |flag: &str| {
        format!("code,provincial,initiative,assisted_disadvantaged\nC1,không,{flag},\n")
    };
    let list =
        "subject,code,class,leader,submitted_by\nofficials,C1,collective,không,A\n".to_owned();
    for (flag, verdict) in [("có", "undetermined"), ("không", "ineligible")] {
        let files = [
            ("officials.csv", officials(flag)),
            ("nominations.csv", list.clone()),
        ];
        let ran = checked("2025-11-01", &files, &[]);
        assert_eq!(ran.report["nominations"][0]["verdict"], verdict);
        assert_eq!(ran.report["nominations"][0]["failed_checks"][0], "SL.10");
    }
    let hamlets = "code,households_2022,poor_2022,near_poor_2022\nT1,10,9,9\n";
    let ran = checked(
        "2025-11-01",
        &[("hamlets.csv", hamlets.to_owned())],
        &["--round", "so-ket-2023"],
    );
    assert_eq!(ran.only("checks", "SL.1")["code"], "T1");
    assert_ne!(ran.report["subjects"][0]["verdict"], "eligible");
    assert_eq!(ran.code, 1);
}

#[test]
fn published_figures_that_do_not_add_up_are_found_and_no_others() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/national");
    let text = |name: &str| std::fs::read_to_string(format!("{root}/{name}")).unwrap();
    let rules = format!("{root}/rules.yaml");
    let ran = checked(
        "2025-11-01",
        &[("regions.csv", text("national_2022_regions.csv"))],
        &["--rules", &rules],
    );
    let wrong: Vec<&str> = ran
        .of("checks", "sum")
        .into_iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    assert_eq!(wrong, ["Đồng bằng sông Hồng", "Tây Nguyên"]);
    let total = ran.only("checks", "data/total");
    assert_eq!(total["places"][0]["cell"], "B8", "{total:#}");
    assert_eq!(ran.report["checks"].as_array().unwrap().len(), 3);
    let ran = checked(
        "2025-11-01",
        &[("regions.csv", text("national_2023_totals.csv"))],
        &["--rules", &rules],
    );
    assert_eq!(ran.report["checks"], serde_json::json!([]));
    assert_eq!(
        ran.report["inputs"][0]["sheets"][0]["rows"]["skipped"][1]["reason"],
        "total"
    );
}
