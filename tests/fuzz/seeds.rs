//! Sound inputs of every kind, for the changes to begin with.
//!
//! In: the name of a target. Out: named inputs, made by the project's own writers, or files of the project.

use crate::office::{Cell, Sheet, encoded, ods, xls, xlsx};
use chrono::NaiveDate;

/// A named input.
pub(crate) type Seed = (&'static str, Vec<u8>);

/// The inputs that a target begins with.
pub(crate) fn of(target: &str) -> Vec<Seed> {
    match target {
        "csv" => delimited(),
        "xlsx" => workbooks(xlsx::workbook),
        "xls" => workbooks(xls::workbook),
        "ods" => workbooks(ods::workbook),
        "yaml" => rule_files(),
        "expression" => expressions(),
        "check" => checked(),
        other => unreachable!("no seeds for {other}"),
    }
}

/// Communes as the shipped rules know them: titles, a header of two rows under merged cells, figures with holes and faults, a total.
fn communes() -> Sheet {
    let text = Cell::text;
    let mut sheet = Sheet::new(
        "Cấp xã",
        vec![
            vec![text("KẾT QUẢ GIẢM NGHÈO CẤP XÃ")],
            vec![
                text("STT"),
                text("Mã xã"),
                text("Tên xã"),
                text("Số hộ nghèo"),
                Cell::Empty,
                text("Chỉ tiêu Nghị quyết HĐND (%)"),
                text("Báo cáo đúng hạn"),
                text("Số mô hình giảm nghèo"),
            ],
            vec![
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Number(2_024.0),
                Cell::Number(2_025.0),
                Cell::Number(2_025.0),
            ],
            vec![
                Cell::Number(1.0),
                text("25216"),
                text("Phường Thác Mơ"),
                Cell::Number(1_234.0),
                Cell::Number(617.0),
                Cell::Percent(0.015),
                Cell::YesNo(true),
                Cell::Number(1.0),
            ],
            vec![
                Cell::Number(2.0),
                Cell::Number(25_217.0),
                text("Phường Long Thủy"),
                Cell::Error("#REF!"),
                Cell::Empty,
                Cell::Number(1.5),
                text("không"),
                text("12a"),
            ],
            vec![],
            vec![
                Cell::Empty,
                Cell::Empty,
                text("Tổng cộng"),
                Cell::Number(1_234.0),
                Cell::Number(617.0),
            ],
        ],
    );
    sheet.merges = vec![(1, 3, 1, 4), (1, 0, 2, 0), (0, 0, 0, 7)];
    sheet
}

/// A list of records with days, for a table that has no key.
fn reports() -> Sheet {
    let day = |year| NaiveDate::from_ymd_opt(year, 11, 10).map_or(Cell::Empty, Cell::Day);
    let mut sheet = Sheet::new(
        "Báo cáo",
        vec![
            vec![
                Cell::text("Mã đơn vị"),
                Cell::text("Loại báo cáo"),
                Cell::text("Ngày gửi"),
                Cell::text("Năm"),
            ],
            vec![
                Cell::text("695"),
                Cell::text("Báo cáo năm"),
                day(2_024),
                Cell::Number(2_024.0),
            ],
        ],
    );
    sheet.is_hidden = true;
    sheet
}

fn workbooks(workbook: fn(&[Sheet]) -> Vec<u8>) -> Vec<Seed> {
    let plain = Sheet::new("a", vec![vec![Cell::text("code")], vec![Cell::text("1")]]);
    vec![
        ("communes", workbook(&[communes()])),
        ("two-sheets", workbook(&[communes(), reports()])),
        ("plain", workbook(&[plain])),
    ]
}

const TEXT: &str = "Mã xã;Tên xã;Số hộ nghèo 2024;Số hộ nghèo 2025;Chỉ tiêu Nghị quyết HĐND 2025;Báo cáo đúng hạn\n\
    25216;Phường Thác Mơ;1.234;617;1,5%;có\n25217;\"Phường Long Thủy; \"\"cũ\"\"\";;12a;0,5%;không\n\n;Tổng cộng;1.234;617;;\n";
const ROSTER: &str = "code,name,type,level,parent\n70,Bình Phước,Tỉnh,province,\n688,Phước Long,Thị xã,district,70\n\
    25216,Thác Mơ,Phường,commune,688\n";

fn delimited() -> Vec<Seed> {
    vec![
        ("semicolons", TEXT.into()),
        ("commas", TEXT.replace(',', ".").replace(';', ",").into()),
        ("tabs", TEXT.replace(';', "\t").replace('\n', "\r\n").into()),
        ("told-separator", format!("\u{feff}sep=;\r\n{TEXT}").into()),
        (
            "utf-16",
            encoded::utf_16(TEXT, u16::to_le_bytes),
        ),
        ("windows-1258", encoded::windows_1258(TEXT)),
        (
            "tcvn3",
            b"code;poor_2021;name\n25294;100;X\xb7 L\xe9c Th\xb5nh\n25295;5;X\xb7 L\xe9c Th\xb9nh\n".to_vec(),
        ),
        ("roster", ROSTER.into()),
    ]
}

fn rule_files() -> Vec<Seed> {
    vec![
        ("beginning", thidua::rule::shipped::BEGINNING.into()),
        ("whole", include_bytes!("../schema/whole.yaml").to_vec()),
        ("extending", include_bytes!("../schema/extending.yaml").to_vec()),
        ("smallest", b"format: 1\nid: x\nversion: '1'\ntitle: X\ntables:\n  t: { key: code, columns: { code: { type: code }, n: { type: number } } }\ncriteria:\n  t: { id: a, cite: K, says: S, require: n > 0 }\n".to_vec()),
        ("waivers", b"waivers:\n  - rule: V.2.3.e\n    table: communes\n    code: '25216'\n    reason: x\n    decision: y\n    until: 2025-12-31\n".to_vec()),
    ]
}

/// One of each production of the language.
fn expressions() -> Vec<Seed> {
    let conditions = [
        "(n > limit and not f) or (n <= 0 and f)",
        "every y in start+1..review satisfies h[y-1] - h[y] >= 1 or (h[y-1] = 0 and h[y] = 0)",
        "some row of u where n > own.n satisfies code = own.unit",
        "if known(n) then n * 2 / 3 >= 0.5 else sort in [\"a\", 'b']",
        "reduction((h + half)[start], (h + half)[review]) > 50%",
        "count(u where n between -1 and 100_000) + sum(n for u) < max(1, -n, abs(n))",
        "mean(h[y] for y in start..review) != min(h[y] for y in 2021..2022)",
        "level[review] >= \"HIGH\" and sort not in ['a']",
        "d >= date(2022, 12, 31) and days(d, as_of) > 365 and year(d) = since",
        "unit.n = 1 and starts_with(s, \"Lộc\") and contains(s, 'thành')",
        "round(n / 3, 2) = truncate(n / 3, 2) or floor(n) ≤ ceiling(n)",
        "m / m * p + 1 / 3 ≠ 1_000.25%",
        "(not f) = known(n) and (n + 1) * (2 - n) / (n / 2) > -(n - 1) - (n - 2)",
        "(every y in start..review satisfies h[y] > 0) = f or ((if f then n else 1) + 1) * 2 in [1, 2.5]",
        "2021..2025",
        "((((n))))  =  -(-n)",
    ];
    conditions
        .into_iter()
        .map(|condition| (condition, condition.into()))
        .collect()
}

fn checked() -> Vec<Seed> {
    let delimited = delimited().into_iter().take(5);
    let first = |writer| workbooks(writer).into_iter().take(1);
    let workbooks = [xlsx::workbook, xls::workbook, ods::workbook];
    delimited
        .chain(workbooks.into_iter().flat_map(first))
        .collect()
}
