//! The example `bac-ninh-2022-2025`: a few rows under a second plan with tables, columns and subjects of its own.
//!
//! In: nothing. Out: the folder's files, and the verdicts, quotas, target and deadlines expected of them. Must not know: the rule
//! language, any code of the program.

use crate::data::{Given, plain};
use crate::dates::as_of;
use crate::expected::{self, Expected, Group, at_least, require};
use crate::logic::{Fraction, Share, all};
use crate::paper::{Cell, Extras, Sheet, by_year, single, unit, workbook};
use crate::words;
use chrono::NaiveDate;
use rust_xlsxwriter::XlsxError;
use std::cmp::Ordering;

const YEARS: [u16; 4] = [2022, 2023, 2024, 2025];
const YES: Given<bool> = Given::Value(true);
const NO: Given<bool> = Given::Value(false);

type Stock = [Given<i128>; 4];

/// A residential area: households, poor households, whether it has a fund, the day of its report.
struct Area {
    code: &'static str,
    name: &'static str,
    households: Stock,
    poor: Stock,
    fund: Given<bool>,
    reported: Option<(u32, u32)>,
}

#[rustfmt::skip]
fn areas() -> [Area; 4] {
    let area = |code, name, households, poor, fund, reported| Area { code, name, households: plain([households; 4]), poor: plain(poor), fund, reported };
    [
        area("KDC01", "Khu dân cư số 01", 250, [5, 4, 3, 2], YES, Some((9, 30))),
        // Just 1 %; a report a day late.
        area("KDC02", "Khu dân cư số 02", 300, [6, 5, 4, 3], YES, Some((10, 1))),
        // More in 2024 than in 2023; no report.
        area("KDC03", "Khu dân cư số 03", 200, [3, 1, 2, 1], YES, None),
        area("KDC04", "Khu dân cư số 04", 180, [2, 1, 1, 1], Given::Empty, Some((8, 20))),
    ]
}

/// An enterprise: what it gave, whether it employs poor households' workers.
type Enterprise = (&'static str, &'static str, Given<i128>, Given<bool>);

const ENTERPRISES: [Enterprise; 2] = [
    ("DN01", "Doanh nghiệp số 01", Given::Value(60_000_000), NO),
    (
        "DN02",
        "Doanh nghiệp số 02",
        Given::Value(49_999_999),
        Given::Empty,
    ),
];

/// A person: an initiative, days of help.
type Person = (&'static str, &'static str, Given<bool>, Given<i128>);

const PERSONS: [Person; 3] = [
    ("CN01", "Cá nhân số 01", YES, Given::Empty),
    ("CN02", "Cá nhân số 02", NO, Given::Value(10)),
    ("CN03", "Cá nhân số 03", NO, Given::Value(9)),
];

/// All households of the province, and the poor ones: just 1 % in 2024, below it in 2025.
const HOUSEHOLDS: i128 = 420_000;
const POOR: [i128; 4] = [5_880, 5_040, 4_200, 3_990];

/// A nomination: table, code, whether the person works at the grass roots, who submits it.
type Nomination = (&'static str, &'static str, Option<bool>, &'static str);

const NOMINATIONS: [Nomination; 7] = [
    ("khu_dân_cư", "KDC01", None, "Nơi trình A"),
    ("khu_dân_cư", "KDC02", None, "Nơi trình A"),
    ("khu_dân_cư", "KDC04", None, "Nơi trình A"),
    ("doanh_nghiệp", "DN01", None, "Nơi trình B"),
    ("cá_nhân", "CN01", Some(true), "Nơi trình A"),
    ("cá_nhân", "CN02", Some(true), "Nơi trình B"),
    ("cá_nhân", "CN03", Some(false), "Nơi trình B"),
];

/// The folder's files.
pub(crate) fn files() -> Result<Vec<(&'static str, Vec<u8>)>, XlsxError> {
    let sheets = [
        area_sheet(),
        enterprise_sheet(),
        person_sheet(),
        province_sheet(),
        nomination_sheet(),
        filing_sheet(),
    ];
    Ok(vec![
        ("bac-ninh.xlsx", workbook(&sheets)?),
        ("README.md", README.as_bytes().to_vec()),
    ])
}

const README: &str = include_str!("bac_ninh.md");

fn sheet(
    name: &'static str,
    columns: Vec<crate::paper::Column>,
    rows: Vec<crate::paper::Row>,
) -> Sheet {
    Sheet {
        name,
        office: "SỐ LIỆU GIẢ ĐỊNH",
        titles: &["VÍ DỤ MINH HỌA MỘT KẾ HOẠCH KHÁC"],
        columns,
        rows,
        extras: Extras::default(),
    }
}

fn area_sheet() -> Sheet {
    let rows = areas().into_iter().map(|area| {
        let counts = [area.households, area.poor];
        let counts = counts.iter().flatten().map(words::count);
        unit(
            [area.code, area.name].map(Cell::text),
            counts.chain([words::yes_no(&area.fund)]),
        )
    });
    let columns = vec![
        single("Mã khu dân cư"),
        single("Tên khu dân cư"),
        by_year("Tổng số hộ", &YEARS),
        by_year("Hộ nghèo", &YEARS),
        single("Có quỹ vì người nghèo"),
    ];
    sheet("Khu dân cư", columns, rows.collect())
}

fn enterprise_sheet() -> Sheet {
    let rows = ENTERPRISES.map(|(code, name, gift, work)| {
        unit(
            [code, name].map(Cell::text),
            [words::count(&gift), words::yes_no(&work)],
        )
    });
    let columns = [
        "Mã doanh nghiệp",
        "Tên doanh nghiệp",
        "Giá trị đóng góp",
        "Nhận lao động thuộc hộ nghèo",
    ];
    sheet("Doanh nghiệp", columns.map(single).into(), rows.into())
}

fn person_sheet() -> Sheet {
    let rows = PERSONS.map(|(code, name, initiative, days)| {
        unit(
            [code, name].map(Cell::text),
            [words::yes_no(&initiative), words::count(&days)],
        )
    });
    let columns = [
        "Mã cá nhân",
        "Họ và tên",
        "Có sáng kiến",
        "Số ngày công giúp đỡ",
    ];
    sheet("Cá nhân", columns.map(single).into(), rows.into())
}

fn province_sheet() -> Sheet {
    let counts = [HOUSEHOLDS; 4].into_iter().chain(POOR);
    let row = unit(
        ["BN", "Bắc Ninh"].map(Cell::text),
        counts.map(|count| Cell::Count(count, None)),
    );
    let columns = vec![
        single("Mã tỉnh"),
        single("Tên tỉnh"),
        by_year("Tổng số hộ", &YEARS),
        by_year("Hộ nghèo", &YEARS),
    ];
    sheet("Toàn tỉnh", columns, vec![row])
}

fn nomination_sheet() -> Sheet {
    let rows = NOMINATIONS.map(|(table, code, grass_roots, by)| {
        let (kind, class) = match table {
            "cá_nhân" => ("Cá nhân", "Cá nhân"),
            "doanh_nghiệp" => ("Doanh nghiệp", "Tập thể"),
            _ => ("Khu dân cư", "Tập thể"),
        };
        let works = grass_roots.map_or(Given::Nothing("-"), Given::Value);
        unit(
            [kind, code, name_of(code), class].map(Cell::text),
            [words::yes_no(&works), Cell::text(by)],
        )
    });
    let columns = [
        "Đối tượng",
        "Mã đối tượng",
        "Tên đối tượng",
        "Tập thể hay cá nhân",
        "Công tác ở cơ sở",
        "Nơi trình",
    ];
    sheet("Danh sách đề nghị", columns.map(single).into(), rows.into())
}

fn name_of(code: &str) -> &'static str {
    let areas = areas().map(|area| (area.code, area.name));
    let enterprises = ENTERPRISES.map(|(code, name, ..)| (code, name));
    let persons = PERSONS.map(|(code, name, ..)| (code, name));
    let mut all = areas.into_iter().chain(enterprises).chain(persons);
    all.find(|(known, _)| *known == code)
        .map_or("", |(_, name)| name)
}

fn filing_sheet() -> Sheet {
    let filed = areas()
        .into_iter()
        .filter_map(|area| Some((area.code, area.reported?)));
    let rows = filed.map(|(code, (month, day))| {
        unit(
            [code, "Báo cáo"].map(Cell::text),
            [Cell::Day(on(month, day))],
        )
    });
    let columns = ["Mã nơi gửi", "Loại văn bản", "Ngày gửi"];
    sheet("Văn bản đã gửi", columns.map(single).into(), rows.collect())
}

fn on(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, day).expect("a day")
}

/// What must come out, a file a part.
pub(crate) fn expectations() -> [(&'static str, String); 6] {
    let subjects = subjects();
    [
        ("", expected::as_csv(&subjects)),
        ("-nominations", nominations(&subjects)),
        ("-quotas", quotas(&subjects)),
        ("-targets", target()),
        ("-target-years", target_years()),
        ("-deadlines", deadlines()),
    ]
}

fn subjects() -> Vec<Expected> {
    let areas = areas().into_iter().map(|area| {
        let share = |at: usize| Share::of(area.poor[at].known(), area.households[at].known());
        // Below 1 %: it would have to rise to get there.
        let hundredth = Share::of(Some(1), Some(100));
        let below = share(3)
            .zip(hundredth)
            .map(|(share, limit)| limit.fall_against(share, 0) == Ordering::Greater);
        let never_more = all((1..4).map(|at| {
            let (before, now) = (area.poor[at - 1].known()?, area.poor[at].known()?);
            Some(now <= before)
        }));
        let rules = vec![
            ("BN.1.a", require(below)),
            ("BN.1.b", require(never_more)),
            ("BN.1.c", require(area.fund.known())),
        ];
        Expected::new("khu_dân_cư", area.code, Group::All, rules)
    });
    let enterprises = ENTERPRISES.into_iter().map(|(code, _, gift, work)| {
        let rules = vec![
            ("BN.2.a", require(at_least(&gift, 50_000_000))),
            ("BN.2.b", require(work.known())),
        ];
        Expected::new("doanh_nghiệp", code, Group::Any, rules)
    });
    let persons = PERSONS.into_iter().map(|(code, _, initiative, days)| {
        let answer = crate::logic::any([initiative.known(), at_least(&days, 10)]);
        let rules = vec![("BN.3.a", require(answer))];
        Expected::new("cá_nhân", code, Group::All, rules)
    });
    areas.chain(enterprises).chain(persons).collect()
}

fn outcome((table, code, ..): &Nomination, subjects: &[Expected]) -> &'static str {
    subjects
        .iter()
        .find(|subject| (subject.table, subject.code) == (*table, *code))
        .map_or("undetermined", Expected::outcome)
}

fn nominations(subjects: &[Expected]) -> String {
    let mut lines = vec!["no,subject,code,class,submitted_by,verdict".to_owned()];
    for (number, nomination) in (1..).zip(&NOMINATIONS) {
        let (table, code, _, by) = nomination;
        let class = if *table == "cá_nhân" {
            "cá_nhân"
        } else {
            "tập_thể"
        };
        let verdict = outcome(nomination, subjects);
        lines.push(format!("{number},{table},{code},{class},{by},{verdict}"));
    }
    lines.join("\n") + "\n"
}

fn quotas(subjects: &[Expected]) -> String {
    let mut lines = vec!["id,group,verdict,measured_low,measured_high,limit,eligible".to_owned()];
    let mut quota = |id, group, counts: &dyn Fn(&Nomination) -> bool, limit: Fraction, least| {
        let counted: Vec<&Nomination> = NOMINATIONS.iter().filter(|row| counts(row)).collect();
        let measured = Fraction::whole(counted.len() as i128);
        let kept = if least {
            measured >= limit
        } else {
            measured <= limit
        };
        let verdict = if kept { "met" } else { "not_met" };
        let eligible = counted
            .iter()
            .filter(|row| outcome(row, subjects) == "eligible");
        let (count, limit) = (measured.exact(), limit.exact());
        lines.push(format!(
            "{id},{group},{verdict},{count},{count},{limit},{}",
            eligible.count()
        ));
    };
    let is_person = |row: &Nomination| row.0 == "cá_nhân";
    let persons = NOMINATIONS.iter().filter(|row| is_person(row)).count() as i128;
    quota(
        "BN.SL.tap-the",
        "",
        &|row| !is_person(row),
        Fraction::whole(6),
        false,
    );
    let three_fifths = Fraction::whole(3 * persons).over(5);
    quota(
        "BN.SL.co-so",
        "",
        &|row| row.2 == Some(true),
        three_fifths,
        true,
    );
    for by in ["Nơi trình A", "Nơi trình B"] {
        let of_place = |row: &Nomination| row.0 == "khu_dân_cư" && row.3 == by;
        quota("BN.SL.moi-noi", by, &of_place, Fraction::whole(1), true);
    }
    lines.join("\n") + "\n"
}

fn shares() -> impl Iterator<Item = Fraction> {
    POOR.into_iter()
        .map(|poor| Fraction::whole(poor).over(HOUSEHOLDS))
}

fn target() -> String {
    let goal = Fraction::whole(1).over(100);
    let last = shares().last().unwrap_or(goal);
    let status = if last < goal { "met" } else { "not_met" };
    format!(
        "id,judge,goal,status,exceeded,measured,needed\nBN.CT.1,latest,{},{status},false,{},\n",
        goal.exact(),
        last.exact()
    )
}

fn target_years() -> String {
    let years = YEARS.into_iter().zip(shares());
    let lines: String = years
        .map(|(year, share)| format!("BN.CT.1,{year},{}\n", share.exact()))
        .collect();
    format!("id,year,value\n{lines}")
}

fn deadlines() -> String {
    let due = on(9, 30);
    let mut lines = vec!["id,table,code,year,due,done,status,days".to_owned()];
    for area in areas() {
        let done = area.reported.map(|(month, day)| on(month, day));
        let (status, days) = match done {
            Some(day) if day <= due => ("met", String::new()),
            Some(day) => ("late", (day - due).num_days().to_string()),
            None => ("overdue", (as_of() - due).num_days().to_string()),
        };
        let done = done.map(|day| day.to_string()).unwrap_or_default();
        let code = area.code;
        lines.push(format!(
            "BN.TH.1,khu_dân_cư,{code},,{due},{done},{status},{days}"
        ));
    }
    lines.join("\n") + "\n"
}
