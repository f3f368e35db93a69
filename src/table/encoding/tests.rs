//! Ordinary tables of offices in every encoding, short ones, foreign ones and mixed ones.

use super::super::digest::of_bytes;
use super::super::tests::{open_bytes, rows_of};
use super::super::{Options, Problem, Source, open_with};
use super::decision::{Decision, Words};
use super::reading::Reading;
use super::{Encoding, tcvn3, vni};
use crate::diagnostic::Argument;
use encoding_rs::WINDOWS_1258;
use std::io::Cursor;
use unicode_normalization::UnicodeNormalization;

const HEADERS: &str = "Mã đơn vị;Tên đơn vị;Tổng số hộ;Số hộ nghèo;Số hộ cận nghèo;Ghi chú\n";
const COMMUNES: &str = "Mã đơn vị;Tên đơn vị;Tổng số hộ;Số hộ nghèo\n25294;Xã Lộc Thành;1.234;12\n25276;Xã Lộc Thạnh;2.345;7\n\
    25270;Thị trấn Lộc Ninh;3.456;5\n25222;Xã Đắk Ơ;980;44\n";
const PEOPLE: &str = "Số thứ tự\tHọ và tên\tChức vụ\tĐơn vị công tác\n1\tNguyễn Văn Trường\tChủ tịch UBND\tHuyện Bù Gia Mập\n\
    2\tPhạm Thị Quỳnh Nga\tCông chức Văn hóa – Xã hội\tPhường Hưng Long\n3\tĐiểu Khuê\tTrưởng ấp\tẤp Sơn Hòa\n";
const RATINGS: &str = "ma,xep_loai_2023,ghi_chu\nA1,Hoàn thành tốt nhiệm vụ,\nA2,Hoàn thành xuất sắc nhiệm vụ,đã thẩm định\n\
    A3,Không hoàn thành nhiệm vụ,thiếu hồ sơ\n";
const TABLES: [&str; 4] = [HEADERS, COMMUNES, PEOPLE, RATINGS];

/// Letters below U+0100 as one byte each.
fn latin(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

/// Tones apart from their letters, as Windows-1258 has them.
fn windows_1258(text: &str) -> Vec<u8> {
    let is_tone = |c: &char| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c);
    let mut apart = String::new();
    for c in text.chars() {
        let (tones, letter): (Vec<char>, Vec<char>) = c.nfd().partition(is_tone);
        apart.extend(letter.into_iter().nfc().chain(tones));
    }
    let (bytes, _, unknown) = WINDOWS_1258.encode(&apart);
    assert!(!unknown, "{text}");
    bytes.into_owned()
}

fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn opened_as(bytes: &[u8], encoding: Encoding) -> Result<Box<dyn Source>, Problem> {
    let options = Options {
        encoding: Some(encoding),
    };
    open_with(Box::new(Cursor::new(bytes.to_vec())), &options)
}

/// All cells of a table and what is said about it.
fn cells_and_notes(source: Result<Box<dyn Source>, Problem>) -> (String, Vec<Problem>) {
    let mut source = source.unwrap_or_else(|problem| panic!("{problem:?}"));
    let (rows, problem) = rows_of(&mut *source, 0);
    assert_eq!(problem, None);
    let cells: Vec<String> = rows.into_iter().map(|(_, cells)| cells.join("|")).collect();
    (cells.join("\n"), source.notes(0))
}

fn read(bytes: &[u8]) -> (String, Vec<Problem>) {
    cells_and_notes(open_bytes(bytes))
}

fn refused(bytes: &[u8]) -> Problem {
    open_bytes(bytes)
        .err()
        .unwrap_or_else(|| panic!("was read: {bytes:?}"))
}

/// What a table gives in UTF-8, which the other encodings must give too.
fn expected(table: &str) -> String {
    let (cells, notes) = read(table.as_bytes());
    assert_eq!(notes, [], "{table}");
    cells
}

/// The small letters that TCVN3 has for capitals with a tone (`Ấp`) are what is lost in it.
fn small(text: &str) -> String {
    text.to_lowercase()
}

fn converted(notes: &[Problem]) -> (String, u64) {
    match notes {
        [Problem::Converted { encoding, cells }] => (encoding.clone(), *cells),
        other => panic!("{other:?}"),
    }
}

#[test]
fn tables_in_every_encoding_give_the_same_cells() {
    for table in TABLES {
        let cells = expected(table);
        let marked = format!("\u{feff}{table}");
        for same in [
            marked.clone().into_bytes(),
            utf_16(&marked, u16::to_le_bytes),
            utf_16(&marked, u16::to_be_bytes),
            utf_16(table, u16::to_le_bytes),
            utf_16(table, u16::to_be_bytes),
            table
                .nfd()
                .collect::<String>()
                .nfc()
                .collect::<String>()
                .into_bytes(),
        ] {
            assert_eq!(read(&same), (cells.clone(), vec![]), "{table}");
        }
        assert_eq!(
            read(&windows_1258(table)),
            (cells.clone(), vec![Problem::Windows1258 {}])
        );
        let changed = cells.split(['|', '\n']).filter(|cell| !cell.is_ascii());
        let changed = u64::try_from(
            changed
                .filter(|cell| cell.chars().any(char::is_alphabetic))
                .count(),
        )
        .unwrap();
        for (name, letters) in [
            ("TCVN3 (ABC)", tcvn3::written(table)),
            ("VNI", vni::written(table)),
        ] {
            // As the bytes of the old program, and as Excel saves a sheet in an old font as Unicode.
            for bytes in [
                latin(&letters),
                letters.clone().into_bytes(),
                utf_16(&letters, u16::to_le_bytes),
            ] {
                let (found, notes) = read(&bytes);
                assert_eq!(small(&found), small(&cells), "{name}");
                assert_eq!(converted(&notes), (name.to_owned(), changed));
            }
        }
    }
}

#[test]
fn the_digest_is_that_of_the_files_own_bytes() {
    for bytes in [
        windows_1258(COMMUNES),
        latin(&vni::written(COMMUNES)),
        utf_16(COMMUNES, u16::to_le_bytes),
    ] {
        assert_eq!(
            open_bytes(&bytes).unwrap().sha256().unwrap(),
            of_bytes(&bytes)
        );
    }
}

#[test]
fn bytes_written_by_hand_are_read() {
    let tcvn3 = b"M\xb7 \xae\xacn v\xde,T\xaan,H\xe9 ngh\xcco\n1,\xa7\xe5ng Ph\xf3,3\n2,Ch\xacn Th\xb5nh,4\n";
    assert_eq!(
        read(tcvn3).0,
        "Mã đơn vị|Tên|Hộ nghèo\n1|Đồng Phú|3\n2|Chơn Thành|4"
    );
    let vni = b"Ma\xf5 \xf1\xf4n v\xf2,Te\xe2n,Ho\xe4 nghe\xf8o\n1,\xd1o\xe0ng Phu\xf9,3\n2,Ch\xf4n Tha\xf8nh,4\n";
    assert_eq!(
        read(vni).0,
        "Mã đơn vị|Tên|Hộ nghèo\n1|Đồng Phú|3\n2|Chơn Thành|4"
    );
    let windows = b"Ma\xde \xf0\xf5n vi\xf2,T\xean,H\xf4\xf2 ngh\xe8o\n1,\xd0\xf4\xccng Ph\xfa,3\n2,Ch\xf5n Th\xe0nh,4\n";
    assert_eq!(
        read(windows).0,
        "Mã đơn vị|Tên|Hộ nghèo\n1|Đồng Phú|3\n2|Chơn Thành|4"
    );
}

#[test]
fn ascii_is_plain() {
    for text in ["code,name\n1,Loc Ninh\n", "a\n", "code;value\n1;12,5\n"] {
        assert_eq!(read(text.as_bytes()).1, []);
        for encoding in [
            Encoding::Utf8,
            Encoding::Windows1258,
            Encoding::Tcvn3,
            Encoding::Vni,
        ] {
            let told = cells_and_notes(opened_as(text.as_bytes(), encoding));
            assert_eq!(told, read(text.as_bytes()), "{encoding:?}");
        }
    }
}

#[test]
fn other_languages_in_old_encodings_are_refused_with_their_place() {
    let german = latin("Straße;Größe;Tür\nMüllerstraße;schön;für\nKönigsallee;müde;über\n");
    assert_eq!(refused(&german), Problem::NotUtf8 { line: 1, byte: 4 });
    let french = latin(
        "Numéro;Prénom;Thé\n1;Hélène;né à Orléans\n2;François;là-bas, très tôt\n3;Thérèse;forêt\n",
    );
    assert_eq!(refused(&french), Problem::NotUtf8 { line: 1, byte: 3 });
    assert_eq!(
        refused(b"a,b\n1,12\xb0C\n"),
        Problem::NotUtf8 { line: 2, byte: 8 }
    );
    // In Unicode they are nobody's doubt.
    for text in [
        "Straße;Größe\nMüller;schön\n",
        "Numéro;Prénom\nHélène;tôt\nÀ côté;dû\n",
        "m²;«Ấp»;5 × 3\nã·b;°C;½\n",
    ] {
        assert_eq!(read(text.as_bytes()).1, []);
    }
}

#[test]
fn too_few_words_are_refused_rather_than_guessed() {
    let few = "ma,ten\n1,Hộ nghèo\n2,Lộc\n";
    let read_as = |problem: Problem| {
        let finding = problem.diagnostic();
        assert_eq!(finding.code, "table/uncertain-letters");
        let said = |name: &str| match finding.argument(name) {
            Some(Argument::Text(text)) => text.clone(),
            other => panic!("{other:?}"),
        };
        format!("{}: {}", said("encoding"), said("read_as"))
    };
    assert_eq!(
        read_as(refused(&latin(&tcvn3::written(few)))),
        "TCVN3 (ABC): nghèo"
    );
    assert_eq!(read_as(refused(&latin(&vni::written(few)))), "VNI: nghèo");
    assert_eq!(read_as(refused(&windows_1258(few))), "Windows-1258: nghèo");
    let few = "ma,ten\n1,Xã nghèo\n2,Đảng bộ\n";
    assert_eq!(
        read_as(refused(tcvn3::written(few).as_bytes())),
        "TCVN3 (ABC): nghèo"
    );
}

#[test]
fn files_put_together_from_several_encodings_are_refused() {
    let half = |first: &[u8], second: &[u8]| [first, second].concat();
    let utf_8_first = half(COMMUNES.as_bytes(), &latin(&tcvn3::written(COMMUNES)));
    assert!(matches!(
        refused(&utf_8_first),
        Problem::NotUtf8 { line: 6, .. }
    ));
    let utf_8_last = half(&latin(&vni::written(COMMUNES)), COMMUNES.as_bytes());
    assert!(matches!(
        refused(&utf_8_last),
        Problem::NotUtf8 { line: 1, .. }
    ));
    let in_unicode = half(COMMUNES.as_bytes(), tcvn3::written(PEOPLE).as_bytes());
    assert!(matches!(
        refused(&in_unicode),
        Problem::UncertainLetters { .. }
    ));
    let two_old_ones = latin(&(tcvn3::written(COMMUNES) + &vni::written(PEOPLE)));
    assert!(matches!(
        refused(&two_old_ones),
        Problem::UncertainLetters { .. } | Problem::NotUtf8 { .. }
    ));
}

#[test]
fn a_few_odd_words_in_a_long_table_are_warned_about() {
    let mut table = COMMUNES.repeat(1_000);
    table.push_str("1;X· §¾k ¥;Thµnh phè;®ång bµo\n");
    let (cells, notes) = read(table.as_bytes());
    assert!(cells.ends_with("1|X· §¾k ¥|Thµnh phè|®ång bµo"));
    assert!(
        matches!(notes.as_slice(), [Problem::OddLetters { words: 5, .. }]),
        "{notes:?}"
    );
}

#[test]
fn the_user_may_name_the_encoding() {
    let few = "ma,ten\n1,Hộ nghèo\n2,Lộc\n";
    let cells = "ma|ten\n1|Hộ nghèo\n2|Lộc";
    for (bytes, encoding) in [
        (few.as_bytes().to_vec(), Encoding::Utf8),
        (utf_16(few, u16::to_be_bytes), Encoding::Utf16),
        (windows_1258(few), Encoding::Windows1258),
        (latin(&tcvn3::written(few)), Encoding::Tcvn3),
        (tcvn3::written(few).into_bytes(), Encoding::Tcvn3),
        (latin(&vni::written(few)), Encoding::Vni),
    ] {
        assert_eq!(
            cells_and_notes(opened_as(&bytes, encoding)).0,
            cells,
            "{encoding:?}"
        );
    }
    let (text, notes) = cells_and_notes(opened_as(tcvn3::written(few).as_bytes(), Encoding::Utf8));
    assert_eq!(
        (text.as_str(), notes),
        ("ma|ten\n1|Hé nghÌo\n2|Léc", vec![])
    );
}

#[test]
fn a_name_that_the_bytes_belie_is_refused() {
    for (encoding, name) in [
        (Encoding::Windows1258, "windows-1258"),
        (Encoding::Utf16, "utf-16"),
    ] {
        assert_eq!(
            opened_as(COMMUNES.as_bytes(), encoding).err(),
            Some(Problem::WrongEncoding {
                encoding: name.into()
            })
        );
    }
}

#[test]
fn nuls_that_make_no_pattern_are_refused() {
    assert_eq!(refused(b"m\0a\0\n\0"), Problem::NulByte { line: 1 });
    assert_eq!(refused(b"a,b\n1,\0\n"), Problem::NulByte { line: 2 });
    assert_eq!(refused(b"\xff\xfea\0,\0b"), Problem::BrokenUtf16 {});
    assert_eq!(
        refused(&utf_16("\u{feff}<html><body>", u16::to_le_bytes)),
        Problem::WebPage {}
    );
}

/// How often slices of ordinary text are decided rightly: never wrongly, and nearly always once there are some twenty words.
#[test]
fn slices_of_text_are_never_read_wrongly() {
    let text = include_str!("../../locale/vi.ftl");
    let is_ordinary = |word: &&str| word.chars().all(|c| c.is_ascii() || c.is_alphabetic());
    let words: Vec<&str> = text.split_whitespace().filter(is_ordinary).collect();
    for (length, least) in [(3, 0), (8, 45), (20, 90), (60, 99)] {
        let (mut right, mut all) = (0, 0);
        for slice in words.chunks(length) {
            let slice = slice.join(" ");
            let readings = [
                (windows_1258(&slice), Reading::Windows1258),
                (latin(&tcvn3::written(&slice)), Reading::Tcvn3),
                (latin(&vni::written(&slice)), Reading::Vni),
            ];
            for (bytes, reading) in readings.iter().filter(|(bytes, _)| !bytes.is_ascii()) {
                let shown = encoding_rs::WINDOWS_1252
                    .decode_without_bom_handling(bytes)
                    .0;
                let words = Words::of(&shown);
                if let Decision::Certain(found) = words.of_bytes() {
                    assert_eq!(found, *reading, "{slice}");
                    right += 1;
                }
                if let (Decision::Certain(found), false) =
                    (words.of_unicode(), *reading == Reading::Windows1258)
                {
                    assert!(
                        found == *reading || found == Reading::AsIs && words.len() < 12,
                        "{slice}"
                    );
                }
                all += 1;
            }
            if let Decision::Certain(found) = Words::of(&slice).of_unicode() {
                assert_eq!(found, Reading::AsIs, "{slice}");
            }
        }
        assert!(
            right * 100 >= all * least,
            "{right} of {all} slices of {length} words"
        );
    }
}
