//! The files of the example folder: which office sends which columns, in which shape.
//!
//! In: the [`Province`]. Out: the name in the folder and the bytes of each file. Must not know: verdicts.

use crate::data::Province;
use crate::paper::{csv_file, workbook};
use crate::{commune_sheets, other_sheets};
use rust_xlsxwriter::XlsxError;

/// Every file of the folder, by its path in it.
pub(crate) fn files(province: &Province) -> Result<Vec<(&'static str, Vec<u8>)>, XlsxError> {
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
        ("README.md", README.as_bytes().to_vec()),
    ])
}

const README: &str = include_str!("README.md");
