//! Waivers and nominations, once everything is judged.

use crate::way::{Shows, Way, run};

const OFFICIALS: &str = "code,provincial,initiative\nCB1,không,không\nCB2,không,có\n";

fn waiver(code: &'static str, subject: &str, from: &str, until: &str) -> Way {
    run(code, "check @officials.csv --waivers @mien-xet.yaml --as-of 2025-11-01 --format json")
        .file("officials.csv", OFFICIALS)
        .file(
            "mien-xet.yaml",
            format!(
                "waivers:\n  - rule: V.2.6.a\n    subject: {subject}\n    reason: Ốm dài ngày\n    decision: 01/QĐ-UBND\n    approved_by: Hội đồng\n    from: {from}\n    until: {until}\n"
            ),
        )
        .shows(Shows::Both)
}

fn nominations(code: &'static str, rows: &str) -> Way {
    run(code, "check @nominations.csv @officials.csv --format json")
        .file(
            "nominations.csv",
            format!("subject,code,name,class\n{rows}"),
        )
        .file("officials.csv", "code\nCB1\nCB2\n")
        .shows(Shows::Files)
}

pub(crate) fn ways() -> Vec<Way> {
    vec![
        waiver(
            "verdict/waiver-expired",
            "officials/CB1",
            "2025-01-01",
            "2025-10-31",
        ),
        waiver(
            "verdict/waiver-not-yet",
            "officials/CB1",
            "2025-12-01",
            "2026-12-31",
        ),
        waiver(
            "verdict/waiver-no-subject",
            "officials/CB9",
            "2025-01-01",
            "2025-12-31",
        ),
        waiver(
            "verdict/waiver-not-needed",
            "officials/CB2",
            "2025-01-01",
            "2025-12-31",
        ),
        nominations(
            "verdict/nominee-without-data",
            "communes,25294,Xã Lộc Thành,collective\n",
        ),
        run(
            "verdict/nominee-misnamed",
            "check @nominations.csv @officials.csv --format json",
        )
        .file(
            "nominations.csv",
            "subject,code,name,class\nofficials,CB1,Nguyễn Văn Bình,individual\n",
        )
        .file("officials.csv", "code,name\nCB1,Nguyễn Văn An\n")
        .shows(Shows::Files),
        run(
            "verdict/record-of-nobody",
            "check @reports.csv @agencies.csv --format json",
        )
        .file("reports.csv", "unit,kind,submitted\nsnn,plan,01/10/2022\n")
        .file("agencies.csv", "code,name\nSNN,Sở Nông nghiệp\n")
        .shows(Shows::Files),
        nominations(
            "verdict/nominated-alike",
            "officials,CB1,Nguyễn Văn An,individual\nofficials,CB2,Nguyễn Văn An,individual\n",
        ),
    ]
}
