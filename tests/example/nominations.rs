//! The lists of nominations of four submitting units, row by row; each list counts from 1. Nobody in them has a name.
//!
//! In: nothing. Out: the lists in the order of their files. Must not know: cells, sheets, verdicts.

use crate::data::Given;

/// What a nominee is nominated as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Tập thể.
    Collective,
    /// Cá nhân.
    Individual,
    /// Hộ gia đình.
    Household,
}

/// The list of one sheet.
#[derive(Clone, Debug)]
pub(crate) struct List {
    pub(crate) rows: Vec<Nomination>,
}

/// A nomination.
#[derive(Clone, Debug)]
pub(crate) struct Nomination {
    /// The table of its subject.
    pub(crate) table: &'static str,
    /// What the list calls that kind of subject.
    pub(crate) kind: &'static str,
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) class: Class,
    pub(crate) leader: Given<bool>,
    /// Empty where the list gives none.
    pub(crate) position: &'static str,
    pub(crate) submitted_by: &'static str,
}

const LOC_NINH: &str = "UBND huyện Lộc Ninh";
const DONG_XOAI: &str = "UBND thành phố Đồng Xoài";
const LABOUR: &str = "Sở Lao động - Thương binh và Xã hội";
const BU_DANG: &str = "UBND huyện Bù Đăng";

/// The five lists.
pub(crate) fn lists() -> Vec<List> {
    [
        loc_ninh(),
        dong_xoai(),
        labour_collectives(),
        labour_individuals(),
        bu_dang(),
    ]
    .map(|rows| List { rows })
    .into()
}

fn loc_ninh() -> Vec<Nomination> {
    let official = |code, name, position| individual(code, name, false, position, LOC_NINH);
    vec![
        collective("communes", "Xã", "25294", "Xã Lộc Thành", LOC_NINH),
        collective("communes", "Xã", "25297", "Xã Lộc Thái", LOC_NINH),
        // The same unit, written in capitals.
        collective("hamlets", "Ấp", "TA03", "Ấp 3", "UBND HUYỆN LỘC NINH"),
        official("CB01", "Cán bộ số 01", "Công chức văn hóa - xã hội"),
        official("CB03", "Cán bộ số 03", "Cán bộ không chuyên trách"),
        // A position that leads, beside “no leader”.
        official("CB07", "Cán bộ số 07", "Phó Chủ tịch UBND xã"),
        household("HO03", "Hộ số 03", LOC_NINH),
    ]
}

fn dong_xoai() -> Vec<Nomination> {
    vec![
        collective(
            "districts",
            "Thành phố",
            "689",
            "Thành phố Đồng Xoài",
            DONG_XOAI,
        ),
        collective("communes", "Xã", "25213", "Xã Tiến Hưng", DONG_XOAI),
        collective("communes", "Phường", "25198", "Phường Tân Đồng", DONG_XOAI),
        collective("hamlets", "Khu phố", "TA01", "Khu phố 1", DONG_XOAI),
        household("HO01", "Hộ số 01", DONG_XOAI),
        // A household nominated as a collective.
        Nomination {
            class: Class::Collective,
            ..household("HO02", "Hộ số 02", DONG_XOAI)
        },
    ]
}

fn labour_collectives() -> Vec<Nomination> {
    vec![
        collective("agencies", "Sở, ban, ngành", "CQ01", LABOUR, LABOUR),
        collective(
            "enterprises",
            "Doanh nghiệp",
            "DN01",
            "Doanh nghiệp số 01",
            LABOUR,
        ),
    ]
}

fn labour_individuals() -> Vec<Nomination> {
    let official = |code, name, leader, position| individual(code, name, leader, position, LABOUR);
    vec![
        official("CB02", "Cán bộ số 02", true, "Trưởng phòng"),
        official("CB04", "Cán bộ số 04", true, "Phó Giám đốc"),
        official("CB05", "Cán bộ số 05", true, "Phó Trưởng phòng"),
        official("CB06", "Cán bộ số 06", false, "Chuyên viên"),
        official("CB09", "Cán bộ số 09", false, "Chuyên viên chính"),
    ]
}

fn bu_dang() -> Vec<Nomination> {
    vec![
        // Whether it leads is not said.
        Nomination {
            leader: Given::Empty,
            ..individual("CB08", "Cán bộ số 08", false, "", BU_DANG)
        },
        // Not in the list of officials.
        individual("CB10", "Cán bộ số 10", false, "Công chức xã", BU_DANG),
        household("HO11", "Hộ số 11", BU_DANG),
        household("HO12", "Hộ số 12", BU_DANG),
    ]
}

pub(crate) fn collective(
    table: &'static str,
    kind: &'static str,
    code: &'static str,
    name: &'static str,
    submitted_by: &'static str,
) -> Nomination {
    Nomination {
        table,
        kind,
        code,
        name,
        class: Class::Collective,
        leader: Given::Empty,
        position: "",
        submitted_by,
    }
}

fn household(code: &'static str, name: &'static str, submitted_by: &'static str) -> Nomination {
    Nomination {
        class: Class::Household,
        ..collective("households", "Hộ gia đình", code, name, submitted_by)
    }
}

pub(crate) fn individual(
    code: &'static str,
    name: &'static str,
    leader: bool,
    position: &'static str,
    submitted_by: &'static str,
) -> Nomination {
    Nomination {
        class: Class::Individual,
        leader: Given::Value(leader),
        position,
        ..collective("officials", "Cán bộ", code, name, submitted_by)
    }
}
