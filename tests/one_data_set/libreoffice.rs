//! What LibreOffice makes of a workbook: kept in this folder, since it is not to be had wherever the tests run.
//!
//! In: a workbook. Out: the same as `.xls` or `.ods`. `UPDATE_LIBREOFFICE=1` has LibreOffice make the files anew, which is due when the
//! data set changes.

use std::path::Path;
use std::process::Command;

pub(crate) fn resaved(workbook: &[u8], ending: &str) -> Vec<u8> {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/one_data_set/libreoffice")
        .with_extension(ending);
    if std::env::var_os("UPDATE_LIBREOFFICE").is_some() {
        let folder = tempfile::tempdir().expect("a folder");
        let from = folder.path().join("libreoffice.xlsx");
        std::fs::write(&from, workbook).expect("written");
        let status = Command::new("soffice")
            .args(["--headless", "--convert-to", ending, "--outdir"])
            .args([folder.path(), &from])
            .status();
        assert!(status.expect("LibreOffice is installed").success());
        std::fs::copy(from.with_extension(ending), &kept).expect("copied");
    }
    std::fs::read(kept).expect("UPDATE_LIBREOFFICE=1 makes it")
}
