//! Headings over headers and over rows that change nothing of what stands under them: `Kết quả giảm nghèo`.
//!
//! In: a heading. Out: whether every word of it is known to be harmless. Must not know: tables.

use crate::fact::header::caption::Caption;
use crate::text::fold;
use std::sync::LazyLock;

/// Words of harmless headings. None may say when, of whom, how much of it, or that a figure is planned: no `đầu`, `kỳ`, `kế hoạch`,
/// `khẩu`, `thành thị`, nor `hộ nghèo`, under which `Tổng số hộ` would be the number of these.
const WORDS: [&str; 58] = [
    "thông", "tin", "chung", "kết", "quả", "công", "tác", "đánh", "giá", "xếp", "loại", "số",
    "liệu", "thực", "hiện", "tình", "hình", "về", "các", "và", "tổng", "hợp", "nhóm", "phần",
    "chính", "cơ", "bản", "bền", "vững", "đảng", "tổ", "chức", "sách", "hỗ", "trợ", "nội", "dung",
    "nguồn", "lực", "tuyên", "truyền", "báo", "cáo", "mô", "phong", "trào", "thi", "đua", "rà",
    "soát", "năm", "qua", "giai", "đoạn", "hằng", "hàng", "từ", "đến",
];
/// Words that are harmless together.
const PHRASES: [&str; 3] = ["giảm nghèo", "tiêu chí", "vì người nghèo"];

static FOLDED_WORDS: LazyLock<Vec<String>> =
    LazyLock::new(|| WORDS.iter().map(|word| fold(word)).collect());
static FOLDED_PHRASES: LazyLock<Vec<String>> =
    LazyLock::new(|| PHRASES.iter().map(|phrase| fold(phrase)).collect());

/// Whether figures mean the same with and without that heading.
pub(in crate::fact) fn is_harmless(heading: &Caption) -> bool {
    let letters: String = heading
        .shown
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let mut text = format!(" {} ", fold(&letters));
    for phrase in FOLDED_PHRASES.iter() {
        text = text.replace(&format!(" {phrase} "), " ");
    }
    text.split(' ')
        .filter(|word| !word.is_empty())
        .all(|word| is_number(word) || FOLDED_WORDS.iter().any(|known| known == word))
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
        || word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::header::unit::UnitWords;

    #[test]
    fn a_heading_is_harmless_only_if_every_word_of_it_is() {
        for (heading, expected) in [
            ("Thông tin chung", true),
            ("I. KẾT QUẢ GIẢM NGHÈO", true),
            ("Thực hiện qua các năm", true),
            ("Giai đoạn 2021 - 2025", true),
            ("Công tác giảm nghèo bền vững", true),
            ("Hộ nghèo, cận nghèo", false),
            ("Hộ nghèo giảm", false),
            ("Hộ nghèo đầu kỳ", false),
            ("Kế hoạch", false),
            ("Nhân khẩu", false),
            ("Khu vực thành thị", false),
            ("Trong đó", false),
            ("Hộ nghèo dân tộc thiểu số", false),
        ] {
            let caption = Caption::new(heading, &UnitWords::default());
            assert_eq!(is_harmless(&caption), expected, "{heading}");
        }
    }
}
