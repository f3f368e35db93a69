//! Rule files that cannot be used as they are written, waivers among them.

use crate::rules::{FILE, condition, instead, lint, rule_set, table, written};
use crate::way::{Shows, Way, run};

pub(crate) fn ways() -> Vec<Way> {
    let mut ways = text();
    ways.extend(shape());
    ways.extend(file());
    ways.extend(extending());
    ways.extend(declarations());
    ways.extend(columns());
    ways.extend(vocabularies());
    ways.extend(conditions());
    ways.extend(sections());
    ways.extend(waivers());
    ways.extend(choices());
    ways
}

fn text() -> Vec<Way> {
    let bomb: String = (1..10)
        .map(|level| {
            format!(
                "a{level}: &a{level} [{}]\n",
                vec![format!("*a{}", level - 1); 10].join(", ")
            )
        })
        .collect();
    let tags: String = (0..1_001).map(|n| format!("- !t{n} x\n")).collect();
    vec![
        lint("rule/not-utf8", b"format: 1\nid: V\xed d\xf4\n"),
        lint("rule/too-large", "#".repeat((4 << 20) + 1)),
        lint("rule/empty-file", ""),
        written("rule/yaml-syntax", "title: \"Ví dụ\n"),
        instead("rule/tab", "  communes: {", "\tcommunes: {"),
        written("rule/needs-quotes", "title: Hộ: nghèo\n"),
        instead(
            "rule/comma-needs-quotes",
            "says: Ví dụ",
            "says: Nghèo, cận nghèo",
        ),
        lint(
            "rule/several-documents",
            format!("{}---\nformat: 1\n", rule_set("")),
        ),
        lint(
            "rule/duplicate-key",
            format!("{}title: Ví dụ khác\n", rule_set("")),
        ),
        lint(
            "rule/key-not-text",
            format!("{}? [a, b]\n: c\n", rule_set("")),
        ),
        written(
            "rule/merge-key",
            "constants: { a: &a { value: 1 }, b: { <<: *a } }\n",
        ),
        written("rule/tag", "title: !Vi du\n"),
        written("rule/unknown-alias", "title: *ten\n"),
        written(
            "rule/alias-loop",
            "scales: { rating: &muc { HT: [*muc] } }\n",
        ),
        lint(
            "rule/alias-bomb",
            format!("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n{bomb}b: *a9\n"),
        ),
        written("rule/unused-anchor", "title: &Rau sạch\n"),
        lint(
            "rule/too-nested",
            format!("{}x{}", "[".repeat(33), "]".repeat(33)),
        ),
        lint("rule/too-many", format!("a: [{}]\n", "1,".repeat(10_001))),
        lint("rule/more-problems", tags),
    ]
}

fn shape() -> Vec<Way> {
    vec![
        written("rule/wrong-shape", "units: [hộ, người]\n"),
        written(
            "rule/missing-key",
            "rounds: { tong-ket: { years: { start: 2021 } } }\n",
        ),
        written("rule/unknown-key", "unit: { household: hộ }\n"),
        written("rule/empty-value", "title: ''\n"),
        instead(
            "rule/not-a-boolean",
            "models: { type: number }",
            "models: { type: number, whole: yes }",
        ),
        written(
            "rule/not-a-number",
            "constants: { least: { value: \"1,5\" } }\n",
        ),
        instead("rule/not-in-range", "start: 2021", "start: 21"),
        written(
            "rule/not-a-date",
            "sources: { KH: { title: KH, issued: 16/9/2022 } }\n",
        ),
    ]
}

fn file() -> Vec<Way> {
    let rule = "id: KH.1, cite: KH, says: Ví dụ, require: initiative";
    let criteria = |members: &str| format!("criteria:\n  communes: {members}\n");
    vec![
        written("rule/unknown-format", "format: 2\n"),
        written(
            "rule/unnamed-source",
            "sources: { KH: { issued: 2022-09-16 } }\n",
        ),
        written(
            "rule/empty-validity",
            "sources: { KH: { title: KH, valid: { from: 2022-01-02, to: 2022-01-01 } } }\n",
        ),
        written(
            "rule/mixed-group",
            &criteria(&format!("{{ all: [{{ {rule} }}], any: [] }}")),
        ),
        written("rule/empty-group", &criteria("{ all: [] }")),
        written("rule/no-rules", "criteria: {}\n"),
        written(
            "rule/missing-one-of",
            "quotas:\n  - { id: SL, cite: KH, says: Ví dụ, table: communes, count: initiative }\n",
        ),
        written(
            "rule/only-one-of",
            "quotas:\n  - { id: SL, cite: KH, says: Ví dụ, table: communes, count: initiative, at_least: 1, at_most: 5 }\n",
        ),
        written(
            "rule/unknown-word",
            "targets:\n  - { id: CT, cite: KH, says: Ví dụ, years: 2022..2025, measure: 1, judge: average, at_least: 1 }\n",
        ),
        written(
            "rule/unknown-verdict",
            &criteria(&format!(
                "{{ {rule}, examples: [{{ initiative: yes, gives: passed }}] }}"
            )),
        ),
        written(
            "rule/duplicate-id",
            &criteria(&format!("{{ all: [{{ {rule} }}, {{ {rule} }}] }}")),
        ),
    ]
}

/// What is wrong with a rule set that extends another.
fn extending() -> Vec<Way> {
    let own = |base: &str, lines: &str| {
        format!(
            "format: 1\nid: vi-du-huyen\nversion: \"1\"\ntitle: Ví dụ của huyện\nextends: {base}\n{lines}"
        )
    };
    let base =
        |code, lines: &str| lint(code, own("goc.yaml", lines)).file("goc.yaml", rule_set(""));
    let rule = "id: H.1, cite: KH, says: Ví dụ, require: initiative";
    vec![
        lint("rule/base-missing", own("binh-phuoc-2021", "")),
        lint("rule/extends-itself", own(FILE, "")),
        lint("rule/base-extends", own("xa.yaml", ""))
            .file(
                "xa.yaml",
                own("goc.yaml", "").replace("vi-du-huyen", "vi-du-xa"),
            )
            .file("goc.yaml", rule_set("")),
        base("rule/base-same-id", "")
            .file(FILE, own("goc.yaml", "").replace("vi-du-huyen", "vi-du")),
        base(
            "rule/joined-otherwise",
            &format!("criteria:\n  communes: {{ any: [{{ {rule} }}] }}\n"),
        ),
        base(
            "rule/unknown-drop",
            "criteria:\n  communes: { id: KH.2, drop: true }\n",
        ),
        base(
            "rule/drop-not-alone",
            "criteria:\n  communes: { id: KH.1, cite: KH, drop: true }\n",
        ),
        written(
            "rule/drop-out-of-place",
            "criteria:\n  communes: { id: KH.1, drop: true }\n",
        ),
    ]
}

fn declarations() -> Vec<Way> {
    vec![
        written("rule/bad-name", "constants: { mức tối thiểu: { value: 1 } }\n"),
        written("rule/reserved-name", "constants: { count: { value: 1 } }\n"),
        written("rule/name-hides", "constants: { models: { value: 1 } }\n"),
        table("rule/no-columns", "{ columns: {} }"),
        table("rule/unknown-type", "{ columns: { poor: { type: integer } } }"),
        table("rule/key-not-for-type", "{ columns: { name: { type: text, unit: household } } }"),
        table("rule/unknown-reference", "{ columns: { unit: { type: code, of: commune } } }"),
        table(
            "rule/reference-not-choice",
            "{ columns: { kind: { type: text }, code: { type: code, of: kind } } }",
        ),
        instead("rule/choice-not-table", "communes: [Xã]", "communs: [Xã]").and(
            "  districts:\n",
            "  u: { columns: { kind: { type: choice, of: subject }, code: { type: code, of: kind } } }\n  districts:\n",
        ),
        table("rule/reference-without-key", "{ columns: { code: { type: code, of: v } } }")
            .and("  districts:\n", "  v: { columns: { name: { type: text } } }\n  districts:\n"),
        instead("rule/unknown-scale", "type: level, of: rating", "type: level, of: ratings"),
        table("rule/unknown-choices", "{ columns: { kind: { type: choice, of: subjects } } }"),
        instead("rule/unknown-unit", "unit: person", "unit: people"),
    ]
}

fn columns() -> Vec<Way> {
    let roster = |code, roster: &str| {
        table(
            code,
            &format!(
                "{{ key: code, roster: {{ {roster} }}, columns: {{ code: {{ type: code }} }} }}"
            ),
        )
    };
    let units = "code,name,type,level,parent\n25294,Lộc Thành,Xã,commune,\n";
    vec![
        instead(
            "rule/by-not-year",
            "unit: person, by: year",
            "unit: person, by: month",
        ),
        table(
            "rule/unknown-key-column",
            "{ key: cod, columns: { code: { type: code } } }",
        ),
        table(
            "rule/key-by-year",
            "{ key: code, columns: { code: { type: code, by: year } } }",
        ),
        table(
            "rule/key-twice",
            "{ key: [code, code], columns: { code: { type: code } } }",
        ),
        table(
            "rule/header-twice",
            "{ columns: { poor: { type: number, headers: [Số hộ] }, all: { type: number, headers: [Số hộ] } } }",
        ),
        table(
            "rule/sheet-twice",
            "{ sheets: [Cấp xã], columns: { name: { type: text } } }",
        )
        .and("  communes:\n", "  communes:\n    sheets: [Cấp xã]\n"),
        instead(
            "rule/term-twice",
            "HT: [Hoàn thành], ",
            "HT: [Hoàn thành tốt], ",
        ),
        written("rule/no-terms", "scales: { rating: {} }\n"),
        roster("rule/roster-unreadable", "file: don-vi.csv, level: commune"),
        roster("rule/roster-row", "file: don-vi.csv, level: commune")
            .file("don-vi.csv", format!("{units}25297,Lộc Thái\n")),
        roster("rule/roster-column", "file: don-vi.csv, level: commune").file(
            "don-vi.csv",
            "code,name,type,level\n25294,Lộc Thành,Xã,commune\n",
        ),
        roster("rule/roster-day", "file: don-vi.csv, level: commune").file(
            "don-vi.csv",
            "code,name,type,level,parent,valid_from\n25432,Hưng Long,Phường,commune,,1/10/2022\n",
        ),
        roster("rule/roster-same-code", "file: don-vi.csv, level: commune").file(
            "don-vi.csv",
            format!("{units}25294,Lộc Thạnh,Xã,commune,\n"),
        ),
        roster("rule/roster-parent", "file: don-vi.csv, level: commune").file(
            "don-vi.csv",
            format!("{units}25276,Lộc Thạnh,Xã,commune,692\n"),
        ),
        roster("rule/roster-empty", "file: don-vi.csv, level: commune")
            .file("don-vi.csv", "code,name,type,level,parent\n"),
        roster("rule/unknown-level", "file: don-vi.csv, level: communes").file("don-vi.csv", units),
        table(
            "rule/roster-key",
            "{ roster: { file: don-vi.csv, level: commune }, columns: { code: { type: code } } }",
        )
        .file("don-vi.csv", units),
    ]
}

fn vocabularies() -> Vec<Way> {
    let rounds = "rounds:\n  so-ket: { title: Sơ kết, years: { start: 2021, review: 2023 } }\n  tong-ket: { title: Tổng kết, years: { start: 2021, review: 2025 } }\n";
    vec![
        written(
            "rule/rounds-differ",
            &rounds.replacen("review", "middle", 1),
        ),
        written("rule/unknown-round", "default_round: tongket\n"),
        run(
            "rule/round-not-chosen",
            &format!("check @{FILE} --rules @{FILE} --format json"),
        )
        .file(FILE, rule_set(rounds))
        .shows(Shows::Nothing),
        written(
            "rule/percent-with-unit",
            "constants: { least: { value: 50%, unit: household } }\n",
        ),
        written(
            "rule/unknown-table",
            "criteria:\n  communs: { id: KH.1, cite: KH, says: Ví dụ, require: initiative }\n",
        ),
    ]
}

fn conditions() -> Vec<Way> {
    vec![
        condition("rule/unknown-name", "model > 1"),
        condition("rule/unknown-column", "district.nam = \"Lộc Ninh\""),
        condition(
            "rule/unknown-function",
            "reductions(poor[start], poor[review]) > 50%",
        ),
        condition("rule/unknown-term", "rating[review] >= \"HTTNV\""),
        condition("rule/wrong-type", "models"),
        condition("rule/units-differ", "poor[review] < people[review]"),
        condition(
            "rule/no-arithmetic",
            "poor[review] * households[review] > 1",
        ),
        condition("rule/cannot-compare", "name > models"),
        condition("rule/not-ordered", "initiative > true"),
        condition("rule/series-needs-year", "poor < 10"),
        condition("rule/not-a-series", "models[review] > 1"),
        instead(
            "rule/derived-not-series",
            "      rating: { type: level, of: rating, by: year }\n",
            "      rating: { type: level, of: rating, by: year }\n    derived:\n      rate: { by: year, is: models + 1 }\n",
        ),
        condition("rule/year-shift", "poor[review - 0.5] > 1"),
        condition("rule/not-a-year", "poor[25] > 1"),
        condition(
            "rule/years-not-fixed",
            "every y in founded..review satisfies poor[y] > 1",
        ),
        condition(
            "rule/empty-years",
            "every y in review..start satisfies poor[y] > 1",
        ),
        condition(
            "rule/too-many-years",
            "every y in 1900..2100 satisfies poor[y] > 1",
        ),
        condition(
            "rule/hides-name",
            "every start in 2021..2025 satisfies poor[start] > 1",
        ),
        condition(
            "rule/nested-rows",
            "count(communes where count(districts where code = own.code) > 1) > 1",
        ),
        condition("rule/own-outside", "own.models > 1"),
        condition("rule/not-a-reference", "name.code = \"695\""),
        condition("rule/division-by-zero", "models / 0 > 1"),
        condition("rule/argument-count", "reduction(poor[start]) > 50%"),
        condition("rule/literal-argument", "round(poor[review], models) > 1"),
        condition("rule/no-such-day", "signed < date(2022, 2, 30)"),
        condition("rule/known-needs-column", "known(models + 1)"),
    ]
}

fn sections() -> Vec<Way> {
    let target = |more: &str| {
        format!(
            "targets:\n  - {{ id: CT, cite: KH, says: Ví dụ, years: 2022..2025, measure: 1, {more} }}\n"
        )
    };
    vec![
        written(
            "rule/unused-constant",
            "constants: { least: { value: 1 } }\n",
        ),
        written(
            "rule/complete-without-roster",
            &target("judge: mean, at_least: 1, complete: communes"),
        ),
        written("rule/not-a-list", "nominations: { table: communes }\n"),
        written("rule/exceeds-without-goal", &target("exceeds: 5")),
    ]
}

/// What is wrong in a file of waivers.
fn waivers() -> Vec<Way> {
    let waiver = |code, waivers: &str| {
        run(code, "check @officials.csv --waivers @mien-xet.yaml")
            .file("officials.csv", "code,provincial\nCB1,không\n")
            .file("mien-xet.yaml", format!("waivers:\n{waivers}"))
            .shows(Shows::Nothing)
    };
    let one = |rule: &str, subject: &str, until: &str| {
        format!(
            "  - {{ rule: {rule}, subject: {subject}, reason: Lý do, decision: 01/QĐ, approved_by: Hội đồng, from: 2025-01-01, until: {until} }}\n"
        )
    };
    let good = one("V.2.6.a", "officials/CB1", "2025-12-31");
    vec![
        run("rule/waiver-incomplete", "check @officials.csv --waivers @mien-xet.csv --format json")
            .file("officials.csv", "code,provincial\nCB1,không\n")
            .file(
                "mien-xet.csv",
                "rule,subject,reason,decision,approved_by,from,until\nV.2.6.a,officials/CB1,,01/QĐ,Hội đồng,1/1/2025,31/12/2025\n",
            )
            .shows(Shows::Files),
        waiver("rule/waiver-twice", &good.repeat(2)),
        waiver("rule/waiver-unknown-rule", &good.replace("V.2.6.a", "V.2.6.z")),
        waiver("rule/waiver-unknown-subject", &good.replace("officials/", "")),
        waiver("rule/waiver-other-table", &good.replace("officials/CB1", "communes/25294")),
        waiver("rule/waiver-without-day", &one("V.2.6.a", "officials/CB1", "2024-12-31")),
    ]
}

/// What a run chooses, and what examples and sources say.
fn choices() -> Vec<Way> {
    let set = |code, set: &str| {
        run(code, &format!("check @officials.csv --set {set}")).file("officials.csv", "code\nCB1\n")
    };
    let example = |code, example: &str| {
        instead(
            code,
            "require: initiative }",
            &format!("require: initiative, examples: [{{ {example}, gives: met }}] }}"),
        )
    };
    vec![
        set("rule/unknown-override", "max_leader=30%"),
        set("rule/bad-override", "max_leaders=30,5"),
        example("rule/unknown-year", "poor: { end: 5 }"),
        example("rule/bad-example-cell", "models: nhiều"),
        written(
            "rule/not-in-force",
            "sources: { KH: { title: Kế hoạch, valid: { from: 2021-01-01, to: 2024-12-31 } } }\n",
        ),
    ]
}
