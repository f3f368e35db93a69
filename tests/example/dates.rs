//! The deadlines and how each unit stands to them, worked out from the typed filings.
//!
//! In: a [`Province`]. Out: per deadline, unit and year the last good day, the day of filing and the status, as of the example's day.
//! Must not know: the files, the rule language, any code of the program.

use crate::data::{PLAN_YEARS, Province};
use crate::filings::{AGENCIES, Filing, Kind, PROVINCE};
use chrono::NaiveDate;

/// The day of reckoning of the example.
pub(crate) fn as_of() -> NaiveDate {
    day(2025, 11, 1)
}

/// How a unit stands to a deadline.
pub(crate) struct Standing {
    pub(crate) id: &'static str,
    pub(crate) table: &'static str,
    pub(crate) code: &'static str,
    pub(crate) year: Option<u16>,
    pub(crate) due: NaiveDate,
    pub(crate) status: Status,
}

/// What is known of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// There by the last good day.
    Met(NaiveDate),
    /// There, but too late.
    Late(NaiveDate),
    /// Not there, and the last good day is past.
    Overdue,
    /// Not there yet.
    Pending,
    /// A filing that cannot be read in full could be the one.
    Insufficient,
}

/// Every deadline for every unit, in the order of the plan's rules.
pub(crate) fn standings(province: &Province) -> Vec<Standing> {
    let districts = province.districts.iter().map(|district| district.code);
    let districts: Vec<_> = districts.map(|code| ("districts", code)).collect();
    let agencies = AGENCIES.map(|code| ("agencies", code));
    let both: Vec<_> = agencies.into_iter().chain(districts.clone()).collect();
    let once = |id, kind, units: &[(&'static str, &'static str)], from, due| -> Vec<Standing> {
        let deadline = Deadline {
            id,
            kind,
            year: None,
            from,
            due,
        };
        deadline.of_all(units, province)
    };
    let yearly = |id, kind, units: &[(&'static str, &'static str)], month, last| -> Vec<Standing> {
        let of_year = |year: u16| Deadline {
            id,
            kind,
            year: Some(year),
            from: None,
            due: day(year.into(), month, last),
        };
        PLAN_YEARS
            .into_iter()
            .flat_map(|year| of_year(year).of_all(units, province))
            .collect()
    };
    let within = |year| (Some(day(year, 1, 1)), day(year, 12, 31));
    let ((from_2023, end_2023), (from_2025, end_2025)) = (within(2023), within(2025));
    [
        once("VIII.2", Kind::Plan, &both, None, day(2022, 10, 14)),
        yearly("VIII.5a", Kind::Annual, &both, 11, 14),
        yearly("VIII.5b", Kind::Ministry, &[("province", PROVINCE)], 12, 9),
        once("VII.3", Kind::Midterm, &districts, from_2023, end_2023),
        once("VII.4", Kind::Final, &districts, from_2025, end_2025),
    ]
    .into_iter()
    .flatten()
    .collect()
}

struct Deadline {
    id: &'static str,
    kind: Kind,
    year: Option<u16>,
    from: Option<NaiveDate>,
    /// The last good day.
    due: NaiveDate,
}

impl Deadline {
    fn of_all(&self, units: &[(&'static str, &'static str)], province: &Province) -> Vec<Standing> {
        let standing = |(table, code): &(&'static str, &'static str)| Standing {
            id: self.id,
            table,
            code,
            year: self.year,
            due: self.due,
            status: self.status(code, &province.filings),
        };
        units.iter().map(standing).collect()
    }

    fn status(&self, unit: &str, filings: &[Filing]) -> Status {
        let (mut earliest, mut could_be_in_time) = (None, false);
        for filing in filings
            .iter()
            .filter(|filing| filing.unit == unit && filing.kind == self.kind)
        {
            let is_of_year = self
                .year
                .map_or(Some(true), |year| Some(filing.year.known()? == year));
            let counts =
                |day: &NaiveDate| *day <= as_of() && self.from.is_none_or(|from| *day >= from);
            match (is_of_year, filing.submitted.known()) {
                (Some(false), _) => {}
                (Some(true), Some(day)) if counts(&day) => {
                    earliest = earliest.into_iter().chain([day]).min();
                }
                (None, Some(day)) if counts(&day) => could_be_in_time |= day <= self.due,
                (Some(true) | None, Some(_)) => {}
                (Some(true) | None, None) => could_be_in_time = true,
            }
        }
        match earliest {
            Some(day) if day <= self.due => Status::Met(day),
            Some(_) | None if could_be_in_time => Status::Insufficient,
            Some(day) => Status::Late(day),
            None if as_of() > self.due => Status::Overdue,
            None => Status::Pending,
        }
    }
}

/// `id,table,code,year,due,done,status,days`: days too late, days overdue, or days left.
pub(crate) fn as_csv(standings: &[Standing]) -> String {
    let mut lines = vec!["id,table,code,year,due,done,status,days".to_owned()];
    for standing in standings {
        let due = standing.due;
        let (word, done, days) = match standing.status {
            Status::Met(day) => ("met", Some(day), None),
            Status::Late(day) => ("late", Some(day), Some(day - due)),
            Status::Overdue => ("overdue", None, Some(as_of() - due)),
            Status::Pending => ("pending", None, Some(due - as_of())),
            Status::Insufficient => ("insufficient", None, None),
        };
        lines.push(format!(
            "{},{},{},{},{due},{},{word},{}",
            standing.id,
            standing.table,
            standing.code,
            text(standing.year),
            text(done),
            text(days.map(|days| days.num_days())),
        ));
    }
    lines.join("\n") + "\n"
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}
