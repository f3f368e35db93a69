//! Delimited text as offices send it, and as it arrives broken.

use super::super::digest::of_bytes;
use super::super::tests::{open_bytes, rows_of};
use super::super::{Cell, Problem};

type Listed = Vec<(u32, Vec<String>)>;

fn read(bytes: &[u8]) -> (Listed, Option<Problem>) {
    match open_bytes(bytes) {
        Ok(mut source) => rows_of(&mut *source, 0),
        Err(problem) => (Vec::new(), Some(problem)),
    }
}

fn rows(text: &str) -> Listed {
    let (rows, problem) = read(text.as_bytes());
    assert_eq!(problem, None, "{text:?}");
    rows
}

fn problem(text: &str) -> Option<Problem> {
    read(text.as_bytes()).1
}

fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (
        number,
        cells.iter().map(|cell| (*cell).to_owned()).collect(),
    )
}

#[test]
fn cells_are_trimmed_and_ragged_rows_are_given_as_they_are() {
    let expected = [
        row(1, &["mã", "tên", "số"]),
        row(2, &["1", "Lộc Ninh"]),
        row(3, &["2", "Bù Đốp", "3", "", ""]),
    ];
    assert_eq!(rows("mã, tên ,số\n1,Lộc Ninh\n2,Bù Đốp,3,,\n"), expected);
}

#[test]
fn a_missing_cell_is_empty() {
    let mut source = open_bytes(b"a,b\n1, \n").unwrap();
    let mut rows = source.rows(0).unwrap();
    rows.next_row().unwrap();
    let second = rows.next_row().unwrap().unwrap();
    assert_eq!(
        (second.cell(1), second.cell(7), second.len()),
        (Cell::Empty, Cell::Empty, 2)
    );
}

#[test]
fn row_numbers_count_blank_lines_and_take_a_quoted_break_for_one_row() {
    let expected = [
        row(1, &["a", "b"]),
        row(4, &["x\ny\nz", "2"]),
        row(5, &["3", "4"]),
        row(7, &["5", "6"]),
    ];
    assert_eq!(rows("a,b\n\n\n\"x\ny\nz\",2\n3,4\n\n5,6"), expected);
    let windows = "a,b\r\n\r\n\r\n\"x\r\ny\r\nz\",2\r\n3,4\r\n\r\n5,6\r\n";
    assert_eq!(
        rows(windows)
            .iter()
            .map(|(number, _)| *number)
            .collect::<Vec<_>>(),
        [1, 4, 5, 7]
    );
}

#[test]
fn a_row_of_separators_is_given_and_empty() {
    let mut source = open_bytes(b"a,b\n,\n1,2\n").unwrap();
    let mut rows = source.rows(0).unwrap();
    rows.next_row().unwrap();
    let blank = rows.next_row().unwrap().unwrap();
    assert!(blank.is_empty() && blank.number == 2);
}

#[test]
fn every_kind_of_line_end_is_read() {
    let expected = [
        row(1, &["a", "b"]),
        row(2, &["1", "2"]),
        row(4, &["3", "4"]),
    ];
    for text in [
        "a,b\n1,2\n\n3,4\n",
        "a,b\r\n1,2\r\n\r\n3,4",
        "a,b\r1,2\r\r3,4\r",
    ] {
        assert_eq!(rows(text), expected, "{text:?}");
    }
}

#[test]
fn a_byte_order_mark_and_a_separator_line_are_no_cells() {
    assert_eq!(rows("\u{feff}mã;tên\n1;a\n")[0], row(1, &["mã", "tên"]));
    assert_eq!(
        rows("\u{feff}sep=|\r\nmã|tên\r\n1|a,b;c\r\n"),
        [row(1, &["mã", "tên"]), row(2, &["1", "a,b;c"])]
    );
}

#[test]
fn semicolons_leave_decimal_commas_alone() {
    assert_eq!(rows("a;b;c\n1,5;2,5;3\n")[1], row(2, &["1,5", "2,5", "3"]));
}

#[test]
fn a_single_column_is_a_table_too() {
    assert_eq!(
        rows("tên\nLộc Thạnh\n\nLộc Thành"),
        [
            row(1, &["tên"]),
            row(2, &["Lộc Thạnh"]),
            row(4, &["Lộc Thành"])
        ]
    );
}

#[test]
fn quotes_inside_an_unquoted_cell_stand_for_themselves() {
    assert_eq!(
        rows("a,b\n5\" pipe,2\nx \"y\" z,3\n")[1..],
        [row(2, &["5\" pipe", "2"]), row(3, &["x \"y\" z", "3"])]
    );
    assert_eq!(
        rows("a,b\n\"say \"\"hi\"\"\",2\n")[1],
        row(2, &["say \"hi\"", "2"])
    );
}

#[test]
fn a_quote_that_is_never_closed_is_found_where_it_opens() {
    let (given, problem) = read(b"a,b\n1,\"x\n2,y\n");
    assert_eq!(given, [row(1, &["a", "b"])]);
    assert_eq!(problem, Some(Problem::UnclosedQuote { line: 2 }));
    let late = "a,b\n\"p\nq\",\"x\n2,y\n3,z";
    assert_eq!(
        self::problem(late),
        Some(Problem::UnclosedQuote { line: 3 })
    );
    assert_eq!(
        self::problem("a,b\n1,\"x\"\"\n2,y"),
        Some(Problem::UnclosedQuote { line: 2 })
    );
    assert_eq!(
        self::problem("a,b\n1,2\n\""),
        Some(Problem::UnclosedQuote { line: 3 })
    );
}

#[test]
fn a_quote_closed_by_the_quote_of_a_later_row_is_found_too() {
    assert_eq!(
        problem("a,b\n1,\"x\n2,\"y\"\n3,z\n"),
        Some(Problem::UnclosedQuote { line: 2 })
    );
    assert_eq!(rows("a,b\n1,\"x\ny\" \n2,z\n").len(), 3);
    assert_eq!(rows("a,b\n\"x\" y,\"p\nq\"\n")[1], row(2, &["x y", "p\nq"]));
}

#[test]
fn after_a_problem_no_row_is_given() {
    let mut source = open_bytes(b"a,b\n1,\"x\n2,\"y\"\n3,z\n").unwrap();
    let mut rows = source.rows(0).unwrap();
    assert!(rows.next_row().unwrap().is_some());
    assert!(rows.next_row().is_err());
    assert!(rows.next_row().is_err());
}

#[test]
fn bytes_that_are_not_utf_8_are_named_by_line_and_offset() {
    assert_eq!(
        read(b"a,b\n1,2\nx,Nguy\xaan\n").1,
        Some(Problem::NotUtf8 { line: 3, byte: 14 })
    );
    // The letter ạ is E1 BA A1: cut by a comma it is no letter, though the bytes of both cells together are one.
    assert_eq!(
        read(b"a,b\r\n\xe1,\xba\xa1\r\n").1,
        Some(Problem::NotUtf8 { line: 2, byte: 5 })
    );
}

#[test]
fn a_nul_byte_far_down_is_found() {
    let mut text = b"a,b\n".repeat(100_000);
    text.extend(b"1,\0\n");
    assert_eq!(read(&text).1, Some(Problem::NulByte { line: 100_001 }));
}

#[test]
fn rows_beyond_all_measure_are_refused() {
    let long = format!("a,b\n1,{}\n", "x".repeat(1_400_000));
    assert_eq!(
        problem(&long),
        Some(Problem::LongRow {
            line: 2,
            limit: 1024
        })
    );
    let fits = format!("a,b\n1,{}\n2,3\n", "x".repeat(1_000_000));
    assert_eq!(rows(&fits).len(), 3);
    let swallowed = format!("a,b\n1,\"x\n{}", "2,y\n".repeat(400_000));
    assert_eq!(
        problem(&swallowed),
        Some(Problem::UnclosedQuote { line: 2 })
    );
    assert_eq!(
        problem(&format!("a,b\n{}\n", ",".repeat(16_384))),
        Some(Problem::WideRow {
            line: 2,
            limit: 16_384
        })
    );
    assert_eq!(
        problem(&format!("a,b\n{}\n", ",".repeat(100_000))),
        Some(Problem::WideRow {
            line: 2,
            limit: 16_384
        })
    );
    assert_eq!(
        rows(&format!("a,b\n{}\n", ",".repeat(16_383)))[1].1.len(),
        16_384
    );
}

#[test]
fn rows_across_the_ends_of_the_buffer_are_whole() {
    let line = |n: usize| format!("{n},xã {n},\"ghi\nchú {n}\"\r\n");
    let text: String = (1..=60_000).map(line).collect();
    let mut source = open_bytes(text.as_bytes()).unwrap();
    let (given, problem) = rows_of(&mut *source, 0);
    assert_eq!((given.len(), problem), (60_000, None));
    for (index, (number, cells)) in given.iter().enumerate() {
        let n = index + 1;
        assert_eq!(*number as usize, n);
        assert_eq!(
            *cells,
            [n.to_string(), format!("xã {n}"), format!("ghi\nchú {n}")]
        );
    }
    assert_eq!(source.sha256().unwrap(), of_bytes(text.as_bytes()));
    assert_eq!(rows_of(&mut *source, 0).0, given);
}

#[test]
fn the_digest_covers_all_bytes_whatever_was_read_before() {
    let text = "\u{feff}a,b\n1,2\n".as_bytes();
    let mut source = open_bytes(text).unwrap();
    source.rows(0).unwrap().next_row().unwrap();
    assert_eq!(source.sha256().unwrap(), of_bytes(text));
    assert_eq!(rows_of(&mut *source, 0).0.len(), 2);
    let mut source = open_bytes(text).unwrap();
    rows_of(&mut *source, 0);
    assert_eq!(source.sha256().unwrap(), of_bytes(text));
}

#[test]
fn only_one_sheet_is_there_and_it_has_no_name() {
    let mut source = open_bytes(b"a,b\n").unwrap();
    assert_eq!(source.sheets().len(), 1);
    assert_eq!(source.sheets()[0].name, None);
    assert_eq!(source.merges(0), Ok(Vec::new()));
    assert_eq!(source.rows(1).err(), Some(Problem::AbsentSheet {}));
}

#[test]
fn cells_are_those_that_the_csv_crate_finds() {
    use proptest::prelude::*;
    let piece = prop_oneof![
        Just(","),
        Just("\""),
        Just("\n"),
        Just("\r\n"),
        Just(" "),
        Just("ạ"),
        Just("x1"),
        Just("\"\""),
        Just(";")
    ];
    let text = proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&text, |text| {
        let (given, problem) = read(format!("sep=,\n{text}").as_bytes());
        if !text.contains('"') {
            let lines = text.split('\n').map(|line| line.trim_end_matches('\r'));
            let numbers: Vec<usize> = (1..)
                .zip(lines)
                .filter(|(_, line)| !line.is_empty())
                .map(|(n, _)| n)
                .collect();
            prop_assert_eq!(
                given
                    .iter()
                    .map(|(number, _)| *number as usize)
                    .collect::<Vec<_>>(),
                numbers
            );
        }
        let mut reader = ::csv::ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let expected: Vec<Vec<String>> = reader
            .records()
            .map(|record| {
                record
                    .unwrap()
                    .iter()
                    .map(|cell| cell.trim().to_owned())
                    .collect()
            })
            .collect();
        let cells: Vec<Vec<String>> = given.into_iter().map(|(_, cells)| cells).collect();
        if problem.is_none() {
            prop_assert_eq!(cells, expected);
        } else {
            prop_assert_eq!(&cells[..], &expected[..cells.len()]);
            prop_assert!(text.contains('"'));
        }
        Ok(())
    });
    outcome.unwrap();
}
