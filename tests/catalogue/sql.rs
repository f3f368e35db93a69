//! Rules that cannot be written as SQL.

use crate::rules::{FILE, rule_set};
use crate::way::{Shows, Way, run};

pub(crate) fn ways() -> Vec<Way> {
    let command = format!("rules sql @{FILE} --dialect duckdb");
    let condition = "criteria:\n  communes: { id: KH.1, cite: KH, says: Ví dụ, require: 'contains(name, \"lộc\")' }\n";
    vec![
        run("sql/not-expressible", &command)
            .file(FILE, rule_set(condition))
            .shows(Shows::Command),
        run("sql/no-criteria", &format!("{command} --table districts"))
            .file(FILE, rule_set(""))
            .shows(Shows::Command),
    ]
}
