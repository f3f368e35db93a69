//! Random facts for a rule set's schema, set without any file.

use crate::fact::Facts;
use crate::fact::data::{Absence, Fact, Origin, Part, TableFacts};
use crate::fact::schema::{ColumnId, ColumnSchema, ColumnType, Schema, Slot};
use crate::number::Number;
use crate::rule::RuleSet;
use chrono::NaiveDate;

/// What figures are like.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Manner {
    /// As offices write them.
    Ordinary,
    /// Some near the limits of 64 bits, or beyond.
    Edges,
}

/// Chance that is the same for the same seed (SplitMix64).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[usize::try_from(self.below(choices.len() as u64)).unwrap()]
    }
}

/// Tables of that many rows. A column `gone` is not there, `short` ends in the middle, `odd` holds texts instead of numbers.
pub(super) fn fill(rules: &RuleSet, manner: Manner, rows: u32, chance: &mut Chance) -> Facts {
    let schema = &rules.schema;
    let mut facts = Facts::default();
    for (id, table) in schema.table_ids().zip(schema.tables.values()) {
        let mut filled = TableFacts::new(id, table.key.clone());
        let part = filled.add_part(Part {
            file: "t.csv".into(),
            sheet: None,
            columns: Default::default(),
        });
        for row in 0..rows {
            filled.row_for(&[&row.to_string()], Origin { part, row });
        }
        for (column, declared) in (0_u16..).zip(table.columns.values()) {
            let years: Vec<Option<i32>> = if declared.series {
                (2014..=2026).map(Some).collect()
            } else {
                vec![None]
            };
            for year in years {
                let slot = Slot {
                    column: ColumnId(column),
                    year,
                };
                set_column(&mut filled, slot, declared, schema, manner, chance);
            }
        }
        facts.tables.push(Some(filled));
    }
    facts
}

fn set_column(
    facts: &mut TableFacts,
    slot: Slot,
    declared: &ColumnSchema,
    schema: &Schema,
    manner: Manner,
    chance: &mut Chance,
) {
    let rows = match declared.name.as_str() {
        "gone" => return,
        "short" => facts.len() / 2,
        _ => facts.len(),
    };
    // Many columns have few gaps, some have many: else every condition is open.
    let gaps = chance.pick(&[0, 3, 3, 40]);
    let small = manner == Manner::Ordinary || chance.below(2) == 0;
    for row in 0..rows {
        let fact = if chance.below(100) < gaps {
            Fact::Missing(chance.pick(&[
                Absence::Empty,
                Absence::Unreadable,
                Absence::Conflict,
                Absence::NoColumn,
                Absence::NoRow,
            ]))
        } else if declared.name == "odd" {
            Fact::Text("odd")
        } else {
            fact(&declared.kind, schema, small, chance)
        };
        facts.set(row, slot, &fact);
    }
}

fn fact(kind: &ColumnType, schema: &Schema, small: bool, chance: &mut Chance) -> Fact<'static> {
    match kind {
        ColumnType::Number { whole: true, .. } | ColumnType::Money { .. } if small => Fact::Number(
            Number::from(chance.pick(&[0, 0, 1, 2, 3, 5, 10, 50, 100, -1, 240])),
        ),
        ColumnType::Number { .. } | ColumnType::Percent if small => {
            let digits = chance.pick(&[0, 5, 10, 25, 50, 100, 333, 125, -50, 1000]);
            Fact::Number(Number::from_scaled(digits, chance.pick(&[0, 1, 2, 2, 3])))
        }
        ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. } => {
            Fact::Number(at_the_edge(chance))
        }
        ColumnType::YesNo => Fact::YesNo(chance.below(3) > 0),
        ColumnType::Date => {
            let (year, day) = (chance.below(5), chance.below(365));
            let day = NaiveDate::from_yo_opt(2020 + year as i32, 1 + day as u32);
            Fact::Date(day.unwrap())
        }
        ColumnType::Year => match chance.below(6) {
            0 => Fact::Missing(Absence::NoYear),
            _ => Fact::Year(2018 + chance.below(8) as i32),
        },
        ColumnType::Level(id) | ColumnType::Choice(id) => {
            let terms = schema.vocabulary_at(*id).terms.len() as u64;
            Fact::Term(chance.below(terms) as u16)
        }
        ColumnType::Code { .. } => Fact::Text(chance.pick(&["0", "1", "2", "nowhere"])),
        ColumnType::Text => Fact::Text(chance.pick(&["A", "a", "it's"])),
    }
}

fn at_the_edge(chance: &mut Chance) -> Number {
    let word = chance.pick(&[
        i64::MAX,
        i64::MIN,
        i64::MIN + 1,
        1_000_000_000_000_000_000,
        3_037_000_500,
        -3_037_000_500,
        4_294_967_296,
        7,
        0,
    ]);
    match chance.below(20) {
        0 => Number::parse_plain("99999999999999999999.5").unwrap(),
        1 => Number::ratio(word, 3).unwrap(),
        2 => Number::from(chance.next() as i64),
        3..=8 => Number::from_scaled(word, chance.pick(&[0, 1, 9, 18])),
        9..=11 => Number::from(word),
        _ => Number::from(chance.pick(&[0_i64, 1, 2, 100, 3000])),
    }
}
