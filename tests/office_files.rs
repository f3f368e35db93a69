//! The writers of `office/` write what they say: other readers find the same cells in their files.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

mod office;

use calamine::{Data, Ods, Range, Reader, Xls, Xlsx};
use chrono::NaiveDate;
use office::{Cell, Sheet, compound, ods, serial, xls, xlsx, zipped};
use std::io::Cursor;

fn sheets() -> Vec<Sheet> {
    let day = NaiveDate::from_ymd_opt(2022, 12, 31).unwrap();
    let mut first = Sheet::new(
        "Cấp xã",
        vec![
            vec![Cell::text("Mã xã"), Cell::text("Tên & <xã>"), Cell::Empty],
            vec![],
            vec![
                Cell::text("00123"),
                Cell::text("Lộc  Thành; \"cũ\""),
                Cell::Empty,
                Cell::Number(-1_234.5),
                Cell::Number(1e15),
                Cell::Number(0.1),
            ],
            vec![
                Cell::Percent(0.125),
                Cell::YesNo(true),
                Cell::YesNo(false),
                Cell::Day(day),
                Cell::Error("#N/A"),
            ],
            // Enough different texts for more than one record of them.
            (0..200)
                .map(|n| Cell::Text(format!("Ấp {n}, xã Lộc Thạnh, huyện Lộc Ninh")))
                .collect(),
        ],
    );
    first.merges.push((0, 1, 1, 2));
    let mut second = Sheet::new("Ẩn", vec![vec![Cell::Empty, Cell::Number(7.0)]]);
    second.is_hidden = true;
    vec![first, second]
}

/// What calamine found, in our terms.
fn found(cell: &Data) -> Cell {
    match cell {
        Data::Empty => Cell::Empty,
        Data::String(text) if text.is_empty() => Cell::Empty,
        Data::String(text) => Cell::text(text),
        Data::Float(value) => Cell::Number(*value),
        #[expect(clippy::cast_precision_loss, reason = "small numbers only")]
        Data::Int(value) => Cell::Number(*value as f64),
        Data::Bool(flag) => Cell::YesNo(*flag),
        Data::DateTime(time) => Cell::Number(time.as_f64()),
        Data::DateTimeIso(text) => Cell::Day(text.get(..10).unwrap().parse().unwrap()),
        Data::DurationIso(text) => Cell::text(text),
        Data::Error(error) => Cell::Text(error.to_string()),
    }
}

/// A cell as a reader may give it that looks at no formats: days and percentages are numbers; OpenDocument has errors as texts.
fn plain(cell: &Cell) -> Cell {
    match cell {
        Cell::Percent(value) => Cell::Number(*value),
        Cell::Day(day) => Cell::Number(f64::from(serial(*day))),
        Cell::Error(literal) => Cell::text(literal),
        Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::YesNo(_) => cell.clone(),
    }
}

#[track_caller]
fn compare(sheet: &Sheet, range: &Range<Data>) {
    let mut filled = 0;
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u32..).zip(cells) {
            let there = range.get_value((row, column)).map_or(Cell::Empty, found);
            assert_eq!(plain(&there), plain(cell), "{} {row} {column}", sheet.name);
            filled += usize::from(*cell != Cell::Empty);
        }
    }
    assert_eq!(range.used_cells().count(), filled, "{}", sheet.name);
}

#[test]
fn another_reader_finds_the_cells_of_an_xlsx() {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx::workbook(&sheets()))).unwrap();
    for sheet in sheets() {
        compare(&sheet, &book.worksheet_range(&sheet.name).unwrap());
    }
}

#[test]
fn another_reader_finds_the_cells_of_an_xls() {
    let mut book: Xls<_> = Xls::new(Cursor::new(xls::workbook(&sheets()))).unwrap();
    for (sheet, merges) in sheets().into_iter().zip([1, 0]) {
        compare(&sheet, &book.worksheet_range(&sheet.name).unwrap());
        let blocks = book
            .merge_cells_by_sheet_name(&sheet.name)
            .unwrap_or_default();
        assert_eq!(blocks.len(), merges);
    }
    let visible: Vec<_> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| sheet.visible)
        .collect();
    assert_eq!(
        visible,
        [
            calamine::SheetVisible::Visible,
            calamine::SheetVisible::Hidden
        ]
    );
}

#[test]
fn another_reader_finds_the_cells_of_an_ods() {
    let mut book: Ods<_> = Ods::new(Cursor::new(ods::workbook(&sheets()))).unwrap();
    for sheet in sheets() {
        compare(&sheet, &book.worksheet_range(&sheet.name).unwrap());
    }
}

#[test]
fn what_is_zipped_comes_out_as_it_went_in() {
    let entries = ods::entries(&sheets());
    assert_eq!(
        zipped::entries(&zipped::zipped(&entries), u64::MAX),
        Some(entries)
    );
}

#[test]
fn a_stream_lies_where_the_directory_says() {
    let stream = xls::stream(&sheets());
    let other = vec![7; 10_000];
    let file = compound::file(&[(xls::STREAM, &stream), ("Other", &other)]);
    assert!(file.len().is_multiple_of(compound::SECTOR));
    for (name, expected) in [(xls::STREAM, &stream), ("Other", &other)] {
        let there = &file[compound::range_of(&file, name).unwrap()];
        assert_eq!(&there[..expected.len()], &expected[..], "{name}");
    }
    assert_eq!(compound::range_of(&file, "Book"), None);
}
