use super::grammar::grammar;
use super::*;
use crate::cli::World;
use crate::locale::Locale;
use std::io;

fn understood_as(typed: &[&str]) -> Result<Command, UsageFault> {
    let arguments: Vec<OsString> = typed.iter().map(OsString::from).collect();
    let mut world = World {
        stdout: &mut io::sink(),
        stderr: &mut io::sink(),
        environment: &|_| None,
        today: NaiveDate::default(),
        terminal: None,
        stderr_is_terminal: false,
    };
    let session = Session::open(&arguments, &mut world);
    understood(arguments, &session)
}

fn refused_as(typed: &[&str]) -> &'static str {
    understood_as(typed)
        .map_err(|fault| fault.problem.code)
        .unwrap_err()
}

fn check(typed: &[&str]) -> CheckArguments {
    match understood_as(typed) {
        Ok(Command::Check(request)) => request,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_grammar_is_consistent() {
    for language in [Language::Vietnamese, Language::English] {
        grammar(&Locale::new(language), 80).debug_assert();
    }
}

#[test]
fn files_without_a_command_are_checked() {
    let same = check(&["check", "a.csv", "ho-so", "-r", "x.yaml"]);
    assert_eq!(same.data, [PathBuf::from("a.csv"), "ho-so".into()]);
    assert_eq!(same.options.rules, Some("x.yaml".into()));
    for typed in [
        &["a.csv", "ho-so", "-r", "x.yaml"][..],
        &["-r", "x.yaml", "a.csv", "ho-so"],
        &["-rx.yaml", "a.csv", "ho-so"],
        &["--rules=x.yaml", "a.csv", "ho-so"],
        &["--rules", "x.yaml", "check", "a.csv", "ho-so"],
        &["-r", "x.yaml", "--", "a.csv", "ho-so"],
    ] {
        assert_eq!(check(typed), same, "{typed:?}");
    }
    assert_eq!(check(&["--", "check"]).data, [PathBuf::from("check")]);
    assert_eq!(check(&["./rules"]).data, [PathBuf::from("./rules")]);
    assert_eq!(
        check(&["-qr", "check", "a.csv"]).options.rules,
        Some("check".into())
    );
}

#[test]
fn every_option_reaches_the_request() {
    let options = check(&[
        "a.csv",
        "--round",
        "so-ket-2023",
        "--as-of",
        "1/11/2025",
        "--set",
        "max_leaders=30%",
        "--set",
        "x = a=b",
        "--table",
        "a!b.xlsx!Cấp xã=communes",
        "--encoding",
        "windows-1258",
        "--sheet",
        "Cấp xã",
        "--sheet",
        "Sheet1",
        "--header-row",
        "5",
        "--header-row",
        "a!b.xlsx!Cấp xã = 12",
        "--only",
        "V.2.*",
        "--only",
        "communes/25195",
        "--waivers",
        "mien-xet.yaml",
        "--by",
        "file",
        "--order",
        "priority",
        "--show",
        "all",
        "--format",
        "json",
        "-o",
        "ket-qua.html",
        "--output=b.CSV",
        "--columns",
        "code, verdict",
        "--columns=V.2.*",
        "--redact",
        "-q",
        "--color",
        "never",
        "--lang",
        "en",
    ])
    .options;
    let setting = |name: &str, value: &str| Setting {
        name: name.into(),
        value: value.into(),
    };
    let output = |path: &str, format| OutputFile {
        path: path.into(),
        format: Format::named(format).unwrap(),
    };
    let expected = Options {
        rules: None,
        round: Some("so-ket-2023".into()),
        as_of: NaiveDate::from_ymd_opt(2025, 11, 1),
        settings: vec![setting("max_leaders", "30%"), setting("x", "a=b")],
        tables: vec![TableChoice {
            place: "a!b.xlsx!Cấp xã".into(),
            table: "communes".into(),
        }],
        encoding: Some(Encoding::Windows1258),
        sheets: vec!["Cấp xã".into(), "Sheet1".into()],
        header_rows: vec![
            HeaderRowChoice {
                place: None,
                row: 5,
            },
            HeaderRowChoice {
                place: Some("a!b.xlsx!Cấp xã".into()),
                row: 12,
            },
        ],
        only: vec!["V.2.*".into(), "communes/25195".into()],
        waivers: Some("mien-xet.yaml".into()),
        no_waivers: false,
        by: By::File,
        order: Order::Priority,
        show_all: true,
        format: Format::named("json").unwrap(),
        outputs: vec![output("ket-qua.html", "html"), output("b.CSV", "csv")],
        columns: vec!["code".into(), "verdict".into(), "V.2.*".into()],
        quiet: true,
        redacted: true,
    };
    assert_eq!(options, expected);
    assert_eq!(check(&["a.csv"]).options, Options::default());
}

#[test]
fn a_date_is_day_first_or_year_first_with_four_digits() {
    let day = |text| check(&["a.csv", "--as-of", text]).options.as_of;
    assert_eq!(day("2025-02-03"), NaiveDate::from_ymd_opt(2025, 2, 3));
    assert_eq!(day("3/2/2025"), NaiveDate::from_ymd_opt(2025, 2, 3));
    assert_eq!(day("31/12/2022"), NaiveDate::from_ymd_opt(2022, 12, 31));
    for wrong in [
        "31/2/2025",
        "2/13/2025",
        "1/11/25",
        "25-11-01",
        "2025-11",
        "hôm nay",
        "2025-11-01x",
    ] {
        assert_eq!(
            refused_as(&["a.csv", "--as-of", wrong]),
            "cli/not-a-date",
            "{wrong}"
        );
    }
}

#[test]
fn the_other_commands_are_understood() {
    let explain = ExplainArguments {
        what: "V.2.3.e".into(),
        data: Vec::new(),
        options: Options::default(),
    };
    assert_eq!(
        understood_as(&["explain", "V.2.3.e"]),
        Ok(Command::Explain(explain.clone()))
    );
    let with_data = ExplainArguments {
        data: vec!["a.csv".into()],
        ..explain
    };
    assert_eq!(
        understood_as(&["--lang", "en", "explain", "V.2.3.e", "a.csv"]),
        Ok(Command::Explain(with_data))
    );
    for typed in [
        &["rules", "list"][..],
        &["rules", "--lang", "en", "list"],
        &["--lang", "en", "rules", "list"],
    ] {
        assert!(
            matches!(understood_as(typed), Ok(Command::RulesList { .. })),
            "{typed:?}"
        );
    }
    let named = |name: &str| RulesArguments {
        rules: Some(name.into()),
    };
    assert_eq!(
        understood_as(&["rules", "lint", "x.yaml"]),
        Ok(Command::RulesLint(named("x.yaml")))
    );
    assert_eq!(
        understood_as(&["rules", "test", "x.yaml"]),
        Ok(Command::RulesTest(named("x.yaml")))
    );
    assert_eq!(
        understood_as(&["rules", "test", "-r", "x.yaml"]),
        Ok(Command::RulesTest(named("x.yaml")))
    );
    assert_eq!(
        understood_as(&["rules", "test"]),
        Ok(Command::RulesTest(RulesArguments { rules: None }))
    );
    assert_eq!(understood_as(&["-V"]), Ok(Command::Version));
    assert_eq!(
        understood_as(&["--lang", "en", "--version"]),
        Ok(Command::Version)
    );
}

#[test]
fn help_is_a_word_as_well_as_an_option() {
    for page in Page::ALL {
        let mut asked: Vec<&str> = page.words().to_vec();
        asked.push("--help");
        let help = understood_as(&asked);
        assert!(
            matches!(&help, Ok(Command::Help(text)) if text.contains(page.name())),
            "{asked:?}"
        );
        let mut word = vec!["help"];
        word.extend(page.words());
        assert_eq!(understood_as(&word), help);
    }
    assert_eq!(refused_as(&["help", "nothing"]), "cli/unknown-command");
}

#[test]
fn each_mistake_has_its_own_code() {
    let cases: [(&[&str], &str); 25] = [
        (&[], "cli/nothing-asked"),
        (&["rules"], "cli/missing-command"),
        (&["rules", "xyz"], "cli/unknown-command"),
        (&["rules", "lst"], "cli/misspelt-command"),
        (&["chekc", "a.csv"], "cli/neither-command-nor-file"),
        (&["check"], "cli/missing-argument"),
        (&["-q"], "cli/missing-argument"),
        (&["explain"], "cli/missing-argument"),
        (&["rules", "lint"], "cli/missing-argument"),
        (&["a.csv", "--xyzzy"], "cli/unknown-option"),
        (&["a.csv", "-x"], "cli/unknown-option"),
        (&["a.csv", "--ruels", "x"], "cli/misspelt-option"),
        (&["a.csv", "--round"], "cli/missing-value"),
        (&["a.csv", "--format="], "cli/missing-value"),
        (&["a.csv", "--format", "xml"], "cli/value-not-allowed"),
        (&["a.csv", "--lang", "fr"], "cli/value-not-allowed"),
        (&["a.csv", "--quiet=yes"], "cli/value-too-many"),
        (
            &["a.csv", "--round", "a", "--round", "b"],
            "cli/option-twice",
        ),
        (&["rules", "test", "x", "-r", "y"], "cli/options-together"),
        (&["rules", "list", "x", "y"], "cli/unexpected-argument"),
        (&["a.csv", "--set", "a=1", "--set", "a=2"], "cli/set-twice"),
        (
            &["a.csv", "--table", "a.csv=x", "--table", "a.csv=y"],
            "cli/table-twice",
        ),
        (
            &["a.csv", "--header-row", "4", "--header-row", "5"],
            "cli/header-row-twice",
        ),
        (&["a.csv", "--encoding", "latin-1"], "cli/value-not-allowed"),
        (
            &["a.csv", "--encoding", "vni", "--encoding", "vni"],
            "cli/option-twice",
        ),
    ];
    for (typed, code) in cases {
        assert_eq!(refused_as(typed), code, "{typed:?}");
    }
    for wrong in [
        "a", "0", "-1", "1,5", "1048577", "a.xlsx=", "=5", "a.xlsx=x",
    ] {
        assert_eq!(
            refused_as(&["a.csv", &format!("--header-row={wrong}")]),
            "cli/not-a-header-row",
            "{wrong}"
        );
    }
    for wrong in ["a", "a=", "=1"] {
        assert_eq!(
            refused_as(&["a.csv", "--set", wrong]),
            "cli/not-a-setting",
            "{wrong}"
        );
        assert_eq!(
            refused_as(&["a.csv", "--table", wrong]),
            "cli/not-a-table-choice",
            "{wrong}"
        );
    }
}

#[test]
fn a_mistake_names_the_page_of_its_command() {
    let page = |typed: &[&str]| {
        understood_as(typed)
            .map_err(|fault| fault.page)
            .unwrap_err()
    };
    assert_eq!(page(&[]), Page::Root);
    assert_eq!(page(&["a.csv", "--xyzzy"]), Page::Check);
    assert_eq!(page(&["--xyzzy", "rules", "list"]), Page::RulesList);
    assert_eq!(page(&["rules", "xyz"]), Page::Rules);
    assert_eq!(Page::RulesLint.help_command(), "thidua rules lint --help");
}

#[cfg(unix)]
#[test]
fn names_of_files_need_not_be_unicode_but_other_values_must() {
    use std::os::unix::ffi::OsStringExt;
    let odd = OsString::from_vec(b"x\xff.csv".to_vec());
    let grammar = grammar(&Locale::new(Language::English), 80);
    let run = |arguments: Vec<OsString>| grammar.clone().try_get_matches_from(arguments);
    assert!(run(vec!["check".into(), odd.clone()]).is_ok());
    assert_eq!(
        run(vec!["check".into(), "a".into(), "--round".into(), odd])
            .map_err(|error| error.kind())
            .err(),
        Some(clap::error::ErrorKind::InvalidUtf8)
    );
}
