//! Deadlines: the last good day, the day after, records that do not count yet or any more, records that cannot be read.

use crate::checked;

/// Id, day, records, last good day, status, days.
type Case = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
    &'static str,
    i64,
);

const AGENCIES: &str = "code,name\nCQ1,Sở A\n";

#[test]
fn the_last_good_day_is_in_time_and_the_next_is_late() {
    let cases: [Case; 14] = [
        (
            "VIII.2",
            "2025-11-01",
            &["plan,2022,14/10/2022"],
            "2022-10-14",
            "met",
            0,
        ),
        (
            "VIII.2",
            "2025-11-01",
            &["plan,2022,15/10/2022"],
            "2022-10-14",
            "late",
            1,
        ),
        (
            "VIII.2",
            "2025-11-01",
            &["plan,2022,20/10/2022", "plan,2022,01/10/2022"],
            "2022-10-14",
            "met",
            0,
        ),
        ("VIII.2", "2022-10-14", &[], "2022-10-14", "pending", 0),
        ("VIII.2", "2022-10-15", &[], "2022-10-14", "overdue", 1),
        (
            "VIII.2",
            "2022-10-10",
            &["plan,2022,12/10/2022"],
            "2022-10-14",
            "pending",
            4,
        ),
        (
            "VIII.5a",
            "2025-11-01",
            &["annual,2022,14/11/2022"],
            "2022-11-14",
            "met",
            0,
        ),
        (
            "VIII.5a",
            "2025-11-01",
            &["annual,2022,15/11/2022"],
            "2022-11-14",
            "late",
            1,
        ),
        (
            "VIII.5a",
            "2025-11-01",
            &["annual,2023,14/11/2022"],
            "2022-11-14",
            "overdue",
            1083,
        ),
        (
            "VIII.5a",
            "2022-11-14",
            &["annual,2022,15/11/2022"],
            "2022-11-14",
            "pending",
            0,
        ),
        (
            "VIII.5a",
            "2022-11-15",
            &["annual,2022,16/11/2022"],
            "2022-11-14",
            "overdue",
            1,
        ),
        (
            "VIII.5a",
            "2025-11-01",
            &["annual,2022,không rõ"],
            "2022-11-14",
            "insufficient",
            0,
        ),
        (
            "VIII.5a",
            "2025-11-01",
            &[",2022,10/11/2022"],
            "2022-11-14",
            "insufficient",
            0,
        ),
        (
            "VIII.5a",
            "2025-11-01",
            &["annual,2022,10/11/2022", "annual,2022,"],
            "2022-11-14",
            "met",
            0,
        ),
    ];
    for (id, as_of, records, due, status, days) in cases {
        let rows: String = records
            .iter()
            .map(|record| format!("CQ1,{record}\n"))
            .collect();
        let reports = format!("unit,kind,year,submitted\n{rows}X,plan,2022,01/01/2022\n");
        let files = [
            ("agencies.csv", AGENCIES.to_owned()),
            ("reports.csv", reports),
        ];
        let ran = checked(as_of, &files, &[]);
        let of_2022: Vec<_> = ran
            .of("deadlines", id)
            .into_iter()
            .filter(|one| one["year"].is_null() || one["year"] == 2022)
            .collect();
        let [one] = of_2022.as_slice() else {
            panic!("{of_2022:#?}");
        };
        let got = (
            one["due"].as_str(),
            one["status"].as_str(),
            one["days"].as_i64(),
        );
        assert_eq!(
            got,
            (Some(due), Some(status), Some(days)),
            "{id} {as_of} {records:?}"
        );
    }
}

#[test]
fn a_review_before_its_year_does_not_count() {
    let districts = "code,name\n688,Thị xã Phước Long\n".to_owned();
    let cases = [
        ("30/12/2022", "overdue"),
        ("01/01/2023", "met"),
        ("31/12/2023", "met"),
        ("01/01/2024", "late"),
    ];
    for (day, status) in cases {
        let reports = format!("unit,kind,year,submitted\n688,midterm,2023,{day}\n");
        let files = [
            ("districts.csv", districts.clone()),
            ("reports.csv", reports),
        ];
        let ran = checked("2025-11-01", &files, &[]);
        assert_eq!(ran.only("deadlines", "VII.3")["status"], status, "{day}");
    }
}

#[test]
fn who_has_filed_nothing_is_named_and_late_ends_with_1() {
    let agencies = "code,name\nCQ1,Sở A\nCQ2,Sở B\n".to_owned();
    let reports = "unit,kind,year,submitted\nCQ1,plan,2022,15/10/2022\n".to_owned();
    let files = [("agencies.csv", agencies), ("reports.csv", reports)];
    let ran = crate::ran("check", &files, &["--as-of", "2022-10-20"]);
    assert_eq!(ran.code, 1);
    assert!(ran.text.contains("Chưa gửi gì: Sở B (CQ2)"), "{}", ran.text);
    assert!(
        ran.text
            .contains("Sở A (CQ1) gửi ngày 15/10/2022, trễ 1 ngày"),
        "{}",
        ran.text
    );
}

#[test]
fn a_deadline_whose_records_are_not_in_the_data_is_left_out_and_named() {
    let ran = checked("2025-11-01", &[("agencies.csv", AGENCIES.to_owned())], &[]);
    assert!(ran.of("deadlines", "VIII.2").is_empty());
    let left_out = ran.report["not_checked"].as_array().unwrap();
    let is_named =
        |one: &&serde_json::Value| one["section"] == "deadlines" && one["table"] == "reports";
    assert_eq!(left_out.iter().filter(is_named).count(), 1, "{left_out:#?}");
}

#[test]
fn a_record_of_nobody_is_no_silent_record() {
    let agencies = "code,name\nSNN,Sở Nông nghiệp\n";
    let nobody = |records: &str, more: &[(&str, &str)]| {
        let mut files = vec![
            (
                "reports.csv",
                format!("unit,kind,year,submitted\n{records}"),
            ),
            ("agencies.csv", agencies.to_owned()),
        ];
        files.extend(more.iter().map(|(name, text)| (*name, (*text).to_owned())));
        let ran = checked("2025-11-01", &files, &[]);
        let found = ran.report["diagnostics"].as_array().unwrap().iter();
        let of_nobody = found.filter(|one| one["code"] == "verdict/record-of-nobody");
        of_nobody
            .map(|one| {
                let places = one["places"].as_array().unwrap().len();
                (one["message"].as_str().unwrap().to_owned(), places)
            })
            .collect::<Vec<_>>()
    };
    let misspelt = nobody(
        "snn,plan,,01/10/2022\nsnn,annual,2022,01/11/2022\nSNN,annual,2023,01/11/2023\n",
        &[],
    );
    assert_eq!(misspelt.len(), 1, "{misspelt:?}");
    assert!(misspelt[0].0.contains("snn") && misspelt[0].1 == 2);
    // A district of the official list may simply have sent nothing else.
    assert_eq!(nobody("692,plan,,01/10/2022\n", &[]), []);
    assert_eq!(nobody("SNV,plan,,01/10/2022\n", &[]).len(), 1);
}
