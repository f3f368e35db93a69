//! The one waiver of the example: a commune without poor or near-poor households at the start has nothing to halve.
//!
//! In: nothing. Out: the waiver, and its file. Must not know: verdicts.

/// A recorded decision that lifts one rule for one subject.
pub(crate) struct Waiver {
    pub(crate) rule: &'static str,
    pub(crate) table: &'static str,
    pub(crate) code: &'static str,
}

/// Phường Tân Đồng.
pub(crate) const WAIVER: Waiver = Waiver {
    rule: "V.2.3.e",
    table: "communes",
    code: "25198",
};

/// The file of waivers.
pub(crate) fn as_yaml() -> String {
    let Waiver { rule, table, code } = WAIVER;
    format!(
        "# Miễn xét của Hội đồng: nội dung, số quyết định và người duyệt đều là giả định.\n\
         waivers:\n  \
         - rule: {rule}\n    \
         subject: {table}/{code}\n    \
         reason: Đầu kỳ phường không có hộ nghèo, hộ cận nghèo nên không có số gốc để tính mức giảm; suốt kỳ không phát sinh.\n    \
         decision: 01/BB-HĐTĐKT (giả định)\n    \
         approved_by: Hội đồng Thi đua - Khen thưởng tỉnh (giả định)\n    \
         from: 2025-10-01\n    \
         until: 2026-12-31\n"
    )
}
