//! The shapes: each writes the same data set in its own way, and knows how many rows it wrote and how many of them hold data.

use crate::data::{CODE, Column, FIGURES, NAME, Said, Unit, YEARS};
use crate::encoded;
use crate::libreoffice;
use crate::paper::{ENGLISH, Sheet, TABS, VIETNAMESE, csv, text, workbook};

/// The data set in one shape.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    /// Paths in a folder, with bytes.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// Rows that hold anything.
    pub(crate) rows: u64,
    /// Rows that hold data.
    pub(crate) used: u64,
}

pub(crate) fn all(units: &[Unit]) -> Vec<Shape> {
    vec![
        canonical(units),
        decimal_commas(units),
        in_utf_16(units),
        in_windows_1258(units),
        in_tcvn3(units),
        plain_workbook(units),
        office_workbook(units),
        resaved(units, "ods"),
        resaved(units, "xls"),
        long(units),
        transposed(units),
        a_file_a_unit(units),
        a_sheet_a_year(units),
        two_tables_on_a_sheet(units),
        shuffled(units),
    ]
}

/// Which column, and which year of it.
type Slot = (Column, i32);

fn slots() -> Vec<Slot> {
    let years = |column: Column| {
        if column.is_series {
            &YEARS[..]
        } else {
            &YEARS[..1]
        }
    };
    [CODE, NAME]
        .into_iter()
        .chain(FIGURES)
        .flat_map(|column| years(column).iter().map(move |year| (column, *year)))
        .collect()
}

fn canonical_header((column, year): Slot) -> Said {
    text(&match column.is_series {
        true => format!("{}_{year}", column.canonical),
        false => column.canonical.to_owned(),
    })
}

fn office_header((column, year): Slot) -> Said {
    text(&match column.is_series {
        true => format!("{} năm {year}", column.header),
        false => column.header.to_owned(),
    })
}

fn wide(units: &[Unit], slots: &[Slot], header: fn(Slot) -> Said) -> Sheet {
    let mut rows = vec![slots.iter().copied().map(header).collect()];
    rows.extend(units.iter().map(|unit| {
        let cells = slots.iter();
        cells
            .map(|(column, year)| unit.said(*column, *year))
            .collect()
    }));
    Sheet {
        name: "Cấp xã".to_owned(),
        rows,
        ..Sheet::default()
    }
}

fn shape(name: &'static str, file: &str, bytes: Vec<u8>, sheets: &[Sheet], used: usize) -> Shape {
    Shape {
        name,
        files: vec![(file.to_owned(), bytes)],
        rows: sheets.iter().map(Sheet::filled).sum(),
        used: used as u64,
    }
}

fn canonical(units: &[Unit]) -> Shape {
    let sheet = wide(units, &slots(), canonical_header);
    let bytes = csv(&sheet, ENGLISH);
    shape(
        "canonical CSV",
        "communes.csv",
        bytes,
        &[sheet],
        units.len(),
    )
}

fn decimal_commas(units: &[Unit]) -> Shape {
    let sheet = wide(units, &slots(), office_header);
    let bytes = csv(&sheet, VIETNAMESE);
    shape(
        "CSV with decimal commas",
        "cap-xa.csv",
        bytes,
        &[sheet],
        units.len(),
    )
}

/// What Excel calls Unicode text.
fn in_utf_16(units: &[Unit]) -> Shape {
    let sheet = wide(units, &slots(), office_header);
    let text = utf_8(csv(&sheet, TABS));
    let bytes = encoded::utf_16(&text, u16::to_le_bytes);
    shape("UTF-16", "cap-xa.csv", bytes, &[sheet], units.len())
}

fn utf_8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

fn in_windows_1258(units: &[Unit]) -> Shape {
    let sheet = wide(units, &slots(), office_header);
    let bytes = encoded::windows_1258(&utf_8(csv(&sheet, VIETNAMESE)));
    shape("Windows-1258", "cap-xa.csv", bytes, &[sheet], units.len())
}

fn in_tcvn3(units: &[Unit]) -> Shape {
    let sheet = wide(units, &slots(), office_header);
    let bytes = encoded::tcvn3(&utf_8(csv(&sheet, VIETNAMESE)));
    shape("TCVN3", "cap-xa.csv", bytes, &[sheet], units.len())
}

fn plain_workbook(units: &[Unit]) -> Shape {
    let sheet = wide(units, &slots(), office_header);
    let bytes = workbook(std::slice::from_ref(&sheet));
    shape(
        "plain workbook",
        "Số liệu.xlsx",
        bytes,
        &[sheet],
        units.len(),
    )
}

/// What districts are numbered with.
const ROMAN: [&str; 11] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI",
];

/// Titles, four header rows, column numbers, groups, a total, blank rows, a signature.
fn office_workbook(units: &[Unit]) -> Shape {
    const FIRST: u32 = 4;
    const COLUMNS: u16 = 2;
    let slots = slots();
    let mut sheet = Sheet {
        name: "Biểu 1".to_owned(),
        rows: vec![
            vec![text("ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC")],
            vec![text("KẾT QUẢ GIẢM NGHÈO CẤP XÃ, GIAI ĐOẠN 2021 - 2025")],
            vec![],
            vec![text("(Kèm theo Báo cáo ngày 05/01/2026)")],
            vec![text("STT")],
            vec![Said::Nothing],
            vec![Said::Nothing],
            vec![Said::Nothing],
        ],
        ..Sheet::default()
    };
    sheet.merges.push((FIRST, 0, FIRST + 3, 0));
    for (at, (column, year)) in (1_u16..).zip(slots.iter().copied()) {
        let is_first = !column.is_series || year == YEARS[0];
        let [top, below, unit] = match column.canonical {
            "households" => ["Tổng số hộ dân cư", "Số hộ", "(hộ)"],
            "poor" => ["Số hộ nghèo cuối năm", "Số hộ", "(hộ)"],
            "near_poor" => ["Số hộ cận nghèo cuối năm", "Số hộ", "(hộ)"],
            "council_reduction" => [column.header, "", "(%)"],
            _ => [column.header, "", ""],
        };
        let heading = |text_of: &str| {
            if is_first {
                text(text_of)
            } else {
                Said::Nothing
            }
        };
        let year_text = if column.is_series {
            year.to_string()
        } else {
            String::new()
        };
        sheet.rows[4].push(heading(top));
        sheet.rows[5].push(heading(below));
        sheet.rows[6].push(text(&year_text));
        sheet.rows[7].push(text(unit));
        if is_first {
            let last = at + if column.is_series { 4 } else { 0 };
            match (column.is_series, below.is_empty()) {
                (false, _) => sheet.merges.push((FIRST, at, FIRST + 3, at)),
                (true, true) => sheet.merges.push((FIRST, at, FIRST + 1, last)),
                (true, false) => {
                    sheet.merges.push((FIRST, at, FIRST, last));
                    sheet.merges.push((FIRST + 1, at, FIRST + 1, last));
                }
            }
        }
    }
    let count = u32::try_from(slots.len()).unwrap();
    sheet
        .rows
        .push((0..=count).map(|n| text(&format!("({})", n + 1))).collect());
    sheet.rows.push(vec![]);
    let mut districts = ROMAN.iter();
    for (number, unit) in (1_u32..).zip(units) {
        let before = number.checked_sub(2).and_then(|at| units.get(at as usize));
        if before.is_none_or(|before| before.district != unit.district) {
            let roman = districts.next().expect("a number for each district");
            sheet
                .rows
                .push(vec![text(roman), Said::Nothing, text(&unit.district)]);
        }
        let cells = slots.iter().map(|(column, year)| unit.said(*column, *year));
        sheet
            .rows
            .push(std::iter::once(Said::Count(number)).chain(cells).collect());
        if number == 3 {
            sheet.rows.push(vec![]);
        }
    }
    let total = slots
        .iter()
        .skip(usize::from(COLUMNS))
        .map(|(column, year)| {
            let cells = units.iter().map(|unit| unit.said(*column, *year));
            match column.canonical {
                "households" => Said::Count(
                    cells
                        .map(|said| match said {
                            Said::Count(count) => count,
                            Said::Nothing | Said::Percent(_) | Said::Text(_) => 0,
                        })
                        .sum(),
                ),
                _ => Said::Nothing,
            }
        });
    let label = [Said::Nothing, Said::Nothing, text("Tổng cộng")];
    sheet.rows.push(label.into_iter().chain(total).collect());
    sheet.rows.push(vec![]);
    sheet
        .rows
        .push(vec![Said::Nothing, Said::Nothing, text("NGƯỜI LẬP BIỂU")]);
    let bytes = workbook(std::slice::from_ref(&sheet));
    shape(
        "office workbook",
        "Biểu tổng hợp.xlsx",
        bytes,
        &[sheet],
        units.len(),
    )
}

/// The office workbook as LibreOffice saves it.
fn resaved(units: &[Unit], ending: &'static str) -> Shape {
    let mut shape = office_workbook(units);
    shape.name = ending;
    for (name, bytes) in &mut shape.files {
        *name = format!("Biểu tổng hợp.{ending}");
        *bytes = libreoffice::resaved(bytes, ending);
    }
    shape
}

fn long(units: &[Unit]) -> Shape {
    let columns: Vec<Column> = [CODE, NAME].into_iter().chain(FIGURES).collect();
    let mut header: Vec<Said> = columns.iter().map(|column| text(column.header)).collect();
    header.insert(2, text("Năm"));
    let mut rows = vec![header];
    for year in YEARS {
        for unit in units {
            let mut row: Vec<Said> = columns
                .iter()
                .map(|column| unit.said(*column, year))
                .collect();
            row.insert(2, Said::Count(u32::try_from(year).unwrap()));
            rows.push(row);
        }
    }
    let sheet = Sheet {
        name: "Cấp xã".to_owned(),
        rows,
        ..Sheet::default()
    };
    let bytes = workbook(std::slice::from_ref(&sheet));
    shape(
        "long workbook",
        "Số liệu.xlsx",
        bytes,
        &[sheet],
        units.len() * YEARS.len(),
    )
}

/// A sheet a unit, indicators down, years across.
fn transposed(units: &[Unit]) -> Shape {
    let sheets: Vec<Sheet> = units
        .iter()
        .map(|unit| {
            let mut rows = vec![
                vec![text("KẾT QUẢ GIẢM NGHÈO GIAI ĐOẠN 2021 - 2025")],
                vec![text("Tên xã:"), text(&unit.name)],
                vec![],
            ];
            if unit.has_namesake {
                rows.insert(1, vec![text("Mã xã:"), text(&unit.code)]);
            }
            let years = YEARS.map(|year| Said::Count(u32::try_from(year).unwrap()));
            rows.push(
                [text("STT"), text("Chỉ tiêu")]
                    .into_iter()
                    .chain(years)
                    .collect(),
            );
            for (number, column) in (1_u32..).zip(FIGURES) {
                let shown = if column.is_series {
                    &YEARS[..]
                } else {
                    &YEARS[..1]
                };
                let cells = shown.iter().map(|year| unit.said(column, *year));
                let label = [Said::Count(number), text(column.header)];
                rows.push(label.into_iter().chain(cells).collect());
            }
            Sheet {
                name: format!("{} {}", unit.code, unit.name),
                rows,
                ..Sheet::default()
            }
        })
        .collect();
    let bytes = workbook(&sheets);
    let used = units.len() * FIGURES.len();
    shape("transposed workbook", "Các xã.xlsx", bytes, &sheets, used)
}

fn a_file_a_unit(units: &[Unit]) -> Shape {
    let mut files = Vec::new();
    let mut rows = 0;
    for unit in units {
        let sheet = wide(std::slice::from_ref(unit), &slots(), office_header);
        rows += sheet.filled();
        files.push((
            format!("{} {}/cap-xa.csv", unit.code, unit.name),
            csv(&sheet, VIETNAMESE),
        ));
    }
    Shape {
        name: "a file a unit",
        files,
        rows,
        used: units.len() as u64,
    }
}

/// The year in the sheet's name; what has no years on a sheet of its own.
fn a_sheet_a_year(units: &[Unit]) -> Shape {
    let header = |(column, _): Slot| text(column.header);
    let mut sheets: Vec<Sheet> = YEARS
        .iter()
        .map(|year| {
            let own: Vec<Slot> = [CODE, NAME]
                .into_iter()
                .chain(FIGURES.into_iter().filter(|column| column.is_series))
                .map(|column| (column, *year))
                .collect();
            Sheet {
                name: format!("Cấp xã {year}"),
                ..wide(units, &own, header)
            }
        })
        .collect();
    let single: Vec<Slot> = slots()
        .into_iter()
        .filter(|(column, _)| !column.is_series)
        .collect();
    sheets.push(wide(units, &single, header));
    let bytes = workbook(&sheets);
    let used = units.len() * sheets.len();
    shape("a sheet a year", "Các năm.xlsx", bytes, &sheets, used)
}

/// Some columns in one table, the others below it.
fn two_tables_on_a_sheet(units: &[Unit]) -> Shape {
    let part = |is_series: bool| -> Vec<Slot> {
        let is_own =
            |column: Column| [CODE, NAME].contains(&column) || column.is_series == is_series;
        slots()
            .into_iter()
            .filter(|(column, _)| is_own(*column))
            .collect()
    };
    let mut sheet = wide(units, &part(true), office_header);
    sheet.rows.insert(0, vec![text("1. Số liệu")]);
    sheet.rows.push(vec![]);
    sheet.rows.push(vec![text("2. Đánh giá")]);
    sheet
        .rows
        .extend(wide(units, &part(false), office_header).rows);
    let bytes = workbook(std::slice::from_ref(&sheet));
    shape(
        "two tables on a sheet",
        "Số liệu.xlsx",
        bytes,
        &[sheet],
        2 * units.len(),
    )
}

fn shuffled(units: &[Unit]) -> Shape {
    // Steps that meet every place once, because they divide neither number.
    let mixed = |count: usize, step: usize| (0..count).map(move |at| at * step % count);
    let slots = slots();
    let columns: Vec<Slot> = mixed(slots.len(), 11).map(|at| slots[at]).collect();
    let rows: Vec<Unit> = mixed(units.len(), 5).map(|at| units[at].clone()).collect();
    let sheet = wide(&rows, &columns, office_header);
    let bytes = csv(&sheet, VIETNAMESE);
    shape("shuffled", "cap-xa.csv", bytes, &[sheet], units.len())
}
