//! Expressions that are none.

use crate::rules::condition;
use crate::way::Way;

pub(crate) fn ways() -> Vec<Way> {
    let sum = |terms: usize| vec!["1"; terms].join(" + ");
    vec![
        condition("rule/empty-expression", "' '"),
        condition(
            "rule/too-long",
            &format!("known(name){}", " and known(name)".repeat(1_100)),
        ),
        condition("rule/too-many-words", &vec!["1"; 2_001].join("+")),
        condition("rule/too-deep", &format!("{} > 0", sum(257))),
        condition("rule/bad-character", "models ? 1"),
        condition("rule/smart-quote", "name = “Lộc Ninh”"),
        condition("rule/no-break-space", "models\u{a0}> 1"),
        condition("rule/other-sign", "models == 1"),
        condition("rule/unclosed-text", "name = \"Lộc Ninh"),
        condition("rule/bad-number", "models > 1.000.000"),
        condition("rule/long-number", &format!("models > {}", "9".repeat(61))),
        condition("rule/comma-in-number", "models > 0,5"),
        condition("rule/unexpected", "models > > 1"),
        condition("rule/word-of-the-language", "count > 1"),
        condition("rule/word-case", "initiative AND models > 1"),
        condition("rule/unclosed-bracket", "(models + 1 > 2"),
        condition("rule/unopened-bracket", "models + 1) > 2"),
        condition("rule/and-or", "initiative and models > 1 or models > 5"),
        condition("rule/comparison-chain", "1 < models < 5"),
        condition(
            "rule/needs-parentheses",
            "initiative and every y in start..review satisfies poor[y] > 0",
        ),
        condition("rule/list-literal", "name in [code]"),
        condition("rule/in-needs-list", "name in \"Lộc Ninh\""),
        condition("rule/second-index", "poor[start][review] > 0"),
        condition("rule/second-step", "district.province.name = \"A\""),
    ]
}
