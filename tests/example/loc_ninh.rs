//! The example `binh-phuoc-loc-ninh`: a district's list, judged by the district's stricter rules on the province's data.
//!
//! In: the [`Province`]. Out: the folder's files, and the verdicts and quotas expected with the communes', hamlets' and officials'
//! sheets of the other example. Must not know: the rule language, any code of the program.

use crate::data::{Commune, Province};
use crate::expected::{self, Expected};
use crate::nominations::{Class, List, Nomination, collective, individual};
use crate::paper::csv_file;
use crate::quotas::{self, Limit, Quota};
use crate::whole_sheets::bare_nominations;

/// The folder's files.
pub(crate) fn files() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("de-nghi.csv", csv_file(&bare_nominations(&list()))),
        ("README.md", README.as_bytes().to_vec()),
    ]
}

const README: &str = include_str!("loc_ninh.md");

fn list() -> List {
    let commune = |code, name, by| collective("communes", "Xã", code, name, by);
    let hamlet = |code, name, by| collective("hamlets", "Ấp", code, name, by);
    let (tan, thien, thanh) = ("UBND xã Lộc Tấn", "UBND xã Lộc Thiện", "UBND xã Lộc Thành");
    let (thai, hung) = ("UBND xã Lộc Thái", "UBND xã Lộc Hưng");
    let leading = "Phó Chủ tịch UBND xã";
    List {
        rows: vec![
            commune("25279", "Xã Lộc Tấn", tan),
            commune("25285", "Xã Lộc Thiện", thien),
            commune("25297", "Xã Lộc Thái", thai),
            commune("25303", "Xã Lộc Hưng", hung),
            hamlet("TA03", "Ấp 3", thanh),
            hamlet("TA04", "Ấp 4", thai),
            individual("CB01", "Cán bộ số 01", false, "Công chức xã", thanh),
            individual("CB03", "Cán bộ số 03", true, leading, thanh),
        ],
    }
}

/// Every subject of the three tables, and the list, by the district's rules.
pub(crate) fn expectations(province: &Province) -> [(&'static str, String); 3] {
    let subjects = subjects(province);
    let lists = [list()];
    [
        ("", expected::as_csv(&subjects)),
        (
            "-nominations",
            quotas::nominations_as_csv(&lists, province, &subjects),
        ),
        ("-quotas", quotas::as_csv(&quotas(&lists), &subjects)),
    ]
}

fn subjects(province: &Province) -> Vec<Expected> {
    let mut subjects = expected::by_rules_alone(province);
    subjects.retain(|subject| ["communes", "hamlets", "officials"].contains(&subject.table));
    for subject in &mut subjects {
        let is_it =
            |commune: &&Commune| (subject.table, subject.code) == ("communes", commune.code);
        let Some(commune) = province.communes.iter().find(is_it) else {
            continue;
        };
        for (rule, verdict) in &mut subject.rules {
            if *rule == "V.2.3.e" {
                *verdict = expected::require(expected::falls_by_more_than(
                    60,
                    &commune.poor,
                    &commune.near_poor,
                ));
            }
        }
        let models = expected::at_least(&commune.models_built, 2);
        subject.rules.push(("LN.models", expected::require(models)));
    }
    subjects
}

fn quotas(lists: &[List]) -> Vec<Quota<'_>> {
    let rows: Vec<&Nomination> = lists.iter().flat_map(|list| &list.rows).collect();
    let quota = |id, limit, counts: fn(&Nomination) -> bool| Quota {
        id,
        group: "",
        counted: rows.iter().map(|row| (*row, Some(counts(row)))).collect(),
        limit,
    };
    let mut quotas = vec![quotas::leaders("VI.2.leaders", "", &rows)];
    quotas.extend([
        quota("LN.collectives", Limit::Most(15), |row| {
            row.class == Class::Collective
        }),
        quota("LN.individuals", Limit::Most(25), |row| {
            row.class != Class::Collective
        }),
        quota("LN.hamlets", Limit::Least(3), |row| row.table == "hamlets"),
    ]);
    quotas
}
