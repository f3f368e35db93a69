//! The files of the example folder: which office sends which columns, in which shape.
//!
//! In: the [`Province`]. Out: the name in the folder and the bytes of each file. Must not know: verdicts.

use crate::data::Province;
use crate::filings::Kind;
use crate::paper::{csv_file, workbook};
use crate::whole_sheets::{self, REGISTER};
use crate::{commune_sheets, other_sheets, waiver};
use rust_xlsxwriter::XlsxError;

/// Every file of the folder, by its path in it.
pub(crate) fn files(province: &Province) -> Result<Vec<(&'static str, Vec<u8>)>, XlsxError> {
    let mut files = about_subjects(province)?;
    files.extend(about_the_plan(province)?);
    files.push(("mien-xet.yaml", waiver::as_yaml().into_bytes()));
    files.push(("README.md", README.as_bytes().to_vec()));
    Ok(files)
}

type Files = Vec<(&'static str, Vec<u8>)>;

/// The tables whose rows are judged.
fn about_subjects(province: &Province) -> Result<Files, XlsxError> {
    Ok(vec![
        (
            "xa/01-ho-ngheo-can-ngheo.xlsx",
            workbook(&[commune_sheets::commune_counts(&province.communes)])?,
        ),
        (
            "xa/02-xep-loai-to-chuc-dang.xlsx",
            workbook(&[commune_sheets::commune_ratings(&province.communes)])?,
        ),
        (
            "xa/03-nghi-quyet-hdnd.csv",
            csv_file(&commune_sheets::commune_councils(&province.communes)),
        ),
        (
            "xa/04-ket-qua-thuc-hien.xlsx",
            workbook(&[commune_sheets::commune_attestations(&province.communes)])?,
        ),
        (
            "xa/05-che-do-bao-cao.xlsx",
            workbook(&[commune_sheets::commune_reports(&province.communes)])?,
        ),
        (
            "xa/06-loc-ninh-bo-sung-2023.xlsx",
            workbook(&[commune_sheets::commune_supplement(&province.communes)])?,
        ),
        (
            "huyen/cap-huyen.xlsx",
            workbook(&[
                other_sheets::district_counts(&province.districts),
                other_sheets::district_targets(&province.districts),
            ])?,
        ),
        (
            "so-nganh/so-ban-nganh.csv",
            csv_file(&other_sheets::agencies(province)),
        ),
        (
            "thon-ap/thon-ap-khu-pho.xlsx",
            workbook(&[other_sheets::hamlets(province)])?,
        ),
        (
            "ho-gia-dinh/ho-gia-dinh.csv",
            csv_file(&other_sheets::households(province)),
        ),
        (
            "can-bo/can-bo.xlsx",
            workbook(&[other_sheets::officials(province)])?,
        ),
        (
            "doanh-nghiep/doanh-nghiep.xlsx",
            workbook(&[other_sheets::enterprises(province)])?,
        ),
    ])
}

/// What nominations, quotas, targets, deadlines and data checks need besides.
fn about_the_plan(province: &Province) -> Result<Files, XlsxError> {
    let [loc_ninh, dong_xoai, collectives, individuals, bu_dang] = province.lists.as_slice() else {
        return Ok(Vec::new());
    };
    let labour = "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH BÌNH PHƯỚC";
    let list = whole_sheets::nominations;
    let reviews = [Kind::Midterm, Kind::Final, Kind::Ministry];
    let movement = |year, title| whole_sheets::movements(&province.movements, year, title);
    Ok(vec![
        (
            "de-nghi/01-huyen-loc-ninh.xlsx",
            workbook(&[list(
                loc_ninh,
                "Đề nghị khen thưởng",
                "ỦY BAN NHÂN DÂN HUYỆN LỘC NINH",
            )])?,
        ),
        (
            "de-nghi/02-thanh-pho-dong-xoai.csv",
            csv_file(&whole_sheets::bare_nominations(dong_xoai)),
        ),
        (
            "de-nghi/03-so-lao-dong.xlsx",
            workbook(&[
                list(collectives, "Danh sách đề nghị", labour),
                list(individuals, "Danh sách đề nghị khen thưởng", labour),
            ])?,
        ),
        (
            "de-nghi/04-huyen-bu-dang.csv",
            csv_file(&whole_sheets::bare_nominations(bu_dang)),
        ),
        (
            "toan-tinh/so-lieu-toan-tinh.xlsx",
            workbook(&[whole_sheets::province(province)])?,
        ),
        (
            "bao-cao/bao-cao-2022.csv",
            csv_file(&whole_sheets::filings(
                province,
                &[Kind::Plan],
                "Báo cáo",
                "",
            )),
        ),
        (
            "bao-cao/hang-nam.xlsx",
            workbook(&[whole_sheets::filings(
                province,
                &[Kind::Annual],
                "Theo dõi báo cáo",
                REGISTER,
            )])?,
        ),
        (
            "bao-cao/so-ket-tong-ket.xlsx",
            workbook(&[whole_sheets::filings(
                province,
                &reviews,
                "Báo cáo đã gửi",
                REGISTER,
            )])?,
        ),
        (
            "dien-bien/dien-bien-2024.xlsx",
            workbook(&[movement(
                2024,
                &["DIỄN BIẾN HỘ NGHÈO THÀNH PHỐ ĐỒNG XOÀI NĂM 2024"],
            )])?,
        ),
        (
            "dien-bien/dien-bien-2025.xlsx",
            workbook(&[movement(
                2025,
                &["DIỄN BIẾN HỘ NGHÈO THÀNH PHỐ ĐỒNG XOÀI NĂM 2025"],
            )])?,
        ),
    ])
}

const README: &str = include_str!("README.md");
