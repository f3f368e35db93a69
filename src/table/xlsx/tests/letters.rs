//! Workbooks in old fonts, formulas that were never calculated: what the cells are, and what is said of them.

use super::*;
use crate::table::encoding::{in_tcvn3 as tcvn3, in_vni as vni};

type Cells = Vec<(&'static str, String)>;

/// A sheet of one column, each cell in its font.
fn in_fonts(cells: &Cells) -> Result<(Vec<String>, Vec<Problem>), Problem> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (font, text)) in (0_u32..).zip(cells) {
        let format = Format::new().set_font_name(*font);
        sheet.write_with_format(row, 0, text, &format).unwrap();
    }
    let mut source = open_bytes(&book.save_to_buffer().unwrap())?;
    let (rows, problem) = rows_of(&mut *source, 0);
    match problem {
        Some(problem) => Err(problem),
        None => {
            let texts = rows.into_iter().map(|(_, cells)| cells.concat()).collect();
            Ok((texts, source.notes(0)))
        }
    }
}

fn converted(encoding: &str, cells: u64) -> Problem {
    Problem::Converted {
        encoding: encoding.into(),
        cells,
    }
}

const NAMES: [&str; 6] = [
    "Tên đơn vị",
    "Số hộ nghèo",
    "Xã Lộc Thành",
    "Thị trấn Lộc Ninh",
    "Huyện Bù Đốp",
    "Total",
];

fn all_in(font: &'static str, written: impl Fn(&str) -> String) -> Cells {
    NAMES.iter().map(|name| (font, written(name))).collect()
}

#[test]
fn a_font_tells_what_its_letters_stand_for() {
    for (font, written, encoding) in [
        (".VnTime", tcvn3 as fn(&str) -> String, "TCVN3 (ABC)"),
        (".vnarial narrow", tcvn3, "TCVN3 (ABC)"),
        ("VNI-Times", vni, "VNI"),
    ] {
        let (texts, notes) = in_fonts(&all_in(font, written)).unwrap();
        assert_eq!(texts, NAMES, "{font}");
        assert_eq!(notes, [converted(encoding, 5)]);
        // One cell is enough where the font says it.
        let (texts, notes) = in_fonts(&vec![(font, written("Hộ nghèo"))]).unwrap();
        assert_eq!((texts.concat().as_str(), notes.len()), ("Hộ nghèo", 1));
    }
}

#[test]
fn a_font_of_capitals_gives_capitals() {
    let (texts, _) = in_fonts(&all_in(".VnTimeH", tcvn3)).unwrap();
    assert_eq!(texts, NAMES.map(str::to_uppercase));
}

#[test]
fn fonts_stand_side_by_side() {
    let cells = vec![
        ("Times New Roman", "Mã đơn vị".to_owned()),
        (".VnTime", tcvn3("Tên đơn vị")),
        ("VNI-Helve", vni("Số hộ nghèo")),
        ("Arial", "Xã Lộc Thành".to_owned()),
    ];
    let (texts, notes) = in_fonts(&cells).unwrap();
    assert_eq!(
        texts,
        ["Mã đơn vị", "Tên đơn vị", "Số hộ nghèo", "Xã Lộc Thành"]
    );
    assert_eq!(notes, [converted("TCVN3 (ABC)", 1), converted("VNI", 1)]);
}

#[test]
fn a_font_left_over_from_before_unicode_changes_nothing() {
    for font in [".VnTime", ".VnTimeH", "VNI-Times"] {
        let (texts, notes) = in_fonts(&all_in(font, str::to_owned)).unwrap();
        assert_eq!(
            (texts, notes),
            (NAMES.map(str::to_owned).to_vec(), vec![]),
            "{font}"
        );
    }
    // Among cells that do need the font, one that was typed anew is left.
    let mut cells = all_in(".VnTime", tcvn3);
    cells.push((".VnTime", "Thị trấn Lộc Ninh".to_owned()));
    assert_eq!(in_fonts(&cells).unwrap().0[6], "Thị trấn Lộc Ninh");
    // A word that is one either way is not certain then.
    cells.push((".VnTime", "Bé".to_owned()));
    let (texts, notes) = in_fonts(&cells).unwrap();
    assert_eq!(texts[7], "Bộ");
    let doubt = Problem::MixedLetters {
        encoding: "TCVN3 (ABC)".into(),
        cells: 1,
        example: "Bé".into(),
        read_as: "Bộ".into(),
    };
    assert!(notes.contains(&doubt), "{notes:?}");
}

#[test]
fn letters_without_their_font_are_known_by_their_words_or_refused() {
    for (written, encoding) in [(tcvn3 as fn(&str) -> String, "TCVN3 (ABC)"), (vni, "VNI")] {
        let (texts, notes) = in_fonts(&all_in("Calibri", written)).unwrap();
        assert_eq!(
            (texts, notes),
            (
                NAMES.map(str::to_owned).to_vec(),
                vec![converted(encoding, 5)]
            )
        );
        let few = vec![("Calibri", written("Xã nghèo"))];
        assert!(matches!(
            in_fonts(&few),
            Err(Problem::UncertainLetters { .. })
        ));
        let mut mixed = all_in("Calibri", written);
        mixed.extend(all_in("Calibri", str::to_owned));
        assert!(matches!(
            in_fonts(&mixed),
            Err(Problem::UncertainLetters { .. })
        ));
    }
}

#[test]
fn a_formula_whose_result_was_never_saved_is_no_empty_cell() {
    let rows = "<row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1'><f>A1</f></c><c r='C1'><f>A1</f><v></v></c>\
        <c r='D1' t='str'><f>IF(A1,\"\")</f><v></v></c><c r='E1'/><c r='F1'><v>3</v></c></row>";
    let mut source = open_bytes(&handmade(rows, &[])).unwrap();
    let (cells, problem) = rows_of(&mut *source, 0);
    assert_eq!(problem, None);
    assert_eq!(cells[0].1, ["=2", "!", "!", "", "", "=3"]);
    assert_eq!(source.notes(0), [Problem::Formulas { cells: 2 }]);
}

#[test]
fn a_sheet_without_formulas_says_nothing_of_them() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "<f>").unwrap();
    book.add_worksheet().write_formula(0, 0, "=1+1").unwrap();
    let mut source = open_bytes(&book.save_to_buffer().unwrap()).unwrap();
    let notes = [0, 1].map(|sheet| {
        assert_eq!(rows_of(&mut *source, sheet).1, None);
        source.notes(sheet).len()
    });
    assert_eq!(notes, [0, 1]);
}
