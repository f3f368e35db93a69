//! Cells of a head that are taken apart only where somebody asks are those that were taken apart at once.

use super::*;
use crate::fact::header::caption::Caption;
use crate::fact::header::head::Head;
use crate::fact::header::index::HeaderIndex;
use crate::number::Number;
use crate::table::{Cell, OwnedRow};
use proptest::prelude::*;

/// What is said of a cell that is taken apart at once.
fn taken_apart(text: &str, index: &HeaderIndex) -> (Caption, bool) {
    let caption = Caption::new(text, &index.words);
    let may_mean = index.may_mean(&caption);
    (caption, may_mean)
}

fn held(cell: Cell<'_>, index: &HeaderIndex) -> (Caption, bool) {
    let (mut row, mut head) = (OwnedRow::default(), Head::default());
    row.set(0, cell);
    head.add(row.row(), index);
    let cell = head.rows[0].cell(0).unwrap();
    (cell.caption().clone(), cell.candidate().is_some())
}

proptest! {
    #[test]
    fn figures_of_a_head_are_taken_apart_alike(
        figure in prop_oneof![
            (-3_000_000_i64..3_000_000).prop_map(|figure| figure as f64 / 1000.0),
            (1_890_i64..2_210).prop_map(|figure| figure as f64),
            (-22_100_000_i64..22_100_000).prop_map(|figure| figure as f64 / 10_000.0),
            any::<f64>().prop_filter("a cell holds no other", |figure| figure.is_finite()),
        ]
    ) {
        let index = HeaderIndex::new(&schema());
        let (number, _) = Number::from_float(figure).unwrap();
        let cell = Cell::Number { value: figure, percent: false };
        prop_assert_eq!(held(cell, &index), taken_apart(&number.to_exact(), &index));
    }

    #[test]
    fn texts_of_a_head_are_taken_apart_alike(
        words in proptest::collection::vec(
            prop_oneof![
                Just("Số"), Just("hộ"), Just("Hộ"), Just("nghèo"), Just("hộ"), Just("TÊN"), Just("xã"), Just("Lộc"), Just("code"),
                Just("2022"), Just("năm"), Just("(triệu"), Just("đồng)"), Just("%"), Just("/"), Just("\u{200b}"), Just("\u{1}"), Just("hoà"),
                Just("（hộ）"), Just("2022-2023"), Just("12"), Just("1899"), Just("\u{a0}"), Just("count"),
            ],
            1..5,
        ),
        between in prop_oneof![Just(" "), Just("  "), Just("\n"), Just("")],
    ) {
        let text = words.join(between);
        let index = HeaderIndex::new(&schema());
        let text = text.trim();
        prop_assume!(!text.is_empty());
        prop_assert_eq!(held(Cell::Text(text), &index), taken_apart(text, &index));
    }
}
