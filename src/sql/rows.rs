//! Conditions and figures over another table's rows: one query that gathers them, one that sums them up.
//!
//! In: which rows, whether each belongs, what is asked of each. Out: two queries, and the columns that the query of the subjects
//! reads from them. Counts what is open as `verdict::evaluate::members` does. Must not know: rules.

use super::figure::Figure;
use super::formula::Row;
use super::number::{Fraction, Sign, Whole};
use super::query::{Join, Query};
use super::truth::Truth;

/// What is asked of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// How many there are.
    Number,
    /// How many belong.
    Count,
    Sum,
    Mean,
    Least,
    Greatest,
    /// Whether the condition holds for all that belong.
    Every,
    /// Whether it holds for one.
    Some,
}

/// The rows that are run over.
pub(super) struct Members {
    pub(super) row: Row,
    /// The outer row, if the rows are chosen or asked by it.
    pub(super) own: Option<Row>,
    /// A column of the rows and a value of the outer row that must be equal.
    pub(super) join: Option<(String, String)>,
    /// Rows that these rows and the outer row point to.
    pub(super) joins: Vec<Join>,
    /// Whether a row belongs.
    pub(super) belongs: String,
    /// What is asked of a row, and the denominator of all of them.
    pub(super) value: Option<String>,
    pub(super) bottom: Whole,
}

/// A query that sums rows up.
pub(super) struct Summed {
    /// Its name, quoted.
    name: String,
    asked: Asked,
    /// Whether a subject may be absent from it because no row is its own.
    may_be_absent: bool,
    bottom: Whole,
    whole: &'static str,
}

impl<'a> Query<'a> {
    /// Adds the two queries, unless they are there already.
    pub(super) fn over_rows(&mut self, members: Members, asked: Asked) -> Summed {
        let keys: Vec<String> = match &members.own {
            Some(own) => self.key_columns(own),
            None => Vec::new(),
        };
        let gathered = self.gathered(&members, &keys);
        let names: Vec<String> = (1..=keys.len())
            .map(|at| self.dialect.name(&format!("own key {at}")))
            .collect();
        let number = self.place_of("members", gathered);
        let summed = self.summed(number, asked, &names);
        let at = self.place_of("rows", summed);
        let name = self.dialect.name(&format!("rows {at}"));
        self.add_join(if keys.is_empty() {
            Join {
                of: name.clone(),
                on: None,
            }
        } else {
            let equal: Vec<String> = names
                .iter()
                .zip(&keys)
                .map(|(column, key)| format!("{name}.{column} = {key}"))
                .collect();
            Join {
                of: name.clone(),
                on: Some(equal.join(" AND ")),
            }
        });
        Summed {
            name,
            asked,
            may_be_absent: !keys.is_empty(),
            bottom: members.bottom,
            whole: self.dialect.whole,
        }
    }

    /// One line a pair of an outer row and a row that may belong to it.
    fn gathered(&mut self, members: &Members, keys: &[String]) -> String {
        let mut columns: Vec<String> = keys
            .iter()
            .enumerate()
            .map(|(at, key)| {
                let name = self.dialect.name(&format!("own key {}", at + 1));
                format!("{key} AS {name}")
            })
            .collect();
        columns.push(format!(
            "{} AS {}",
            members.belongs,
            self.dialect.name("belongs")
        ));
        if let Some(value) = &members.value {
            columns.push(format!("{value} AS {}", self.dialect.name("value")));
        }
        let select = format!("SELECT {}", columns.join(",\n    "));
        let rows = self.from(&members.row);
        let joins: String = members.joins.iter().map(Join::sql).collect();
        let Some(own) = &members.own else {
            return format!("  {select}\n  FROM {rows}{joins}");
        };
        let own = self.from(own);
        match &members.join {
            None => format!("  {select}\n  FROM {own}\n  CROSS JOIN {rows}{joins}"),
            Some((column, value)) => {
                // A row that does not say whose it is may belong to any; apart, so that the others are found by an index.
                let open = if keys.contains(value) {
                    format!("{column} IS NULL")
                } else {
                    format!("{column} IS NULL OR {value} IS NULL")
                };
                format!(
                    "  {select}\n  FROM {own}\n  JOIN {rows} ON {column} = {value}{joins}\n  UNION ALL\n  {select}\n  FROM {own}\n  JOIN {rows} ON {open}{joins}"
                )
            }
        }
    }

    fn summed(&self, members: usize, asked: Asked, keys: &[String]) -> String {
        let name = |name| self.dialect.name(name);
        let (belongs, value) = (name("belongs"), name("value"));
        let counted = |condition: &str| format!("COUNT(CASE WHEN {condition} THEN 1 END)");
        let sure = counted(&belongs);
        let maybe = counted(&format!("{belongs} IS NULL"));
        let open = counted(&format!("{value} IS NULL"));
        let total = format!(
            "CASE WHEN {maybe} = 0 AND {open} = 0 THEN COALESCE(SUM({value}), 0) END AS {}",
            name("total")
        );
        let extreme = |function: &str| {
            vec![
                format!(
                    "{function}(CASE WHEN {belongs} THEN {value} END) AS {}",
                    name("surely")
                ),
                format!(
                    "CASE WHEN {sure} > 0 AND {open} = 0 THEN {function}({value}) END AS {}",
                    name("possibly")
                ),
            ]
        };
        let mut columns = keys.to_vec();
        columns.push(format!("{sure} AS {}", name("sure")));
        columns.extend(match asked {
            Asked::Number => Vec::new(),
            Asked::Count => vec![format!("{maybe} AS {}", name("maybe"))],
            Asked::Sum | Asked::Mean => vec![total],
            Asked::Least => extreme("MIN"),
            Asked::Greatest => extreme("MAX"),
            Asked::Every => {
                let failed = counted(&format!("{belongs} AND NOT {value}"));
                let open = counted(&format!("(NOT {belongs} OR {value}) IS NULL"));
                vec![format!(
                    "CASE WHEN {failed} > 0 THEN FALSE WHEN {sure} = 0 OR {open} > 0 THEN NULL ELSE TRUE END AS {}",
                    name("holds")
                )]
            }
            Asked::Some => {
                let passed = counted(&format!("{belongs} AND {value}"));
                let open = counted(&format!("({belongs} AND {value}) IS NULL"));
                vec![format!(
                    "CASE WHEN {passed} > 0 THEN TRUE WHEN {open} > 0 THEN NULL ELSE FALSE END AS {}",
                    name("holds")
                )]
            }
        });
        let grouped = if keys.is_empty() {
            String::new()
        } else {
            format!("\n  GROUP BY {}", keys.join(", "))
        };
        format!(
            "  SELECT {}\n  FROM {}\n  WHERE {belongs} IS NOT FALSE{grouped}",
            columns.join(",\n    "),
            name(&format!("members {members}")),
        )
    }
}

impl Summed {
    fn column(&self, name: &str) -> String {
        // Both the name of a query and these columns are quoted alike.
        let quote = self.name.chars().next().unwrap_or('"');
        format!("{}.{quote}{name}{quote}", self.name)
    }

    /// A count, 0 for a subject that no row is of.
    fn count(&self, sql: &str) -> Whole {
        let sql = self.or_for_none(sql, "0");
        Whole::closed(format!("CAST({sql} AS {})", self.whole), Sign::NotNegative)
    }

    /// What holds over no row, where none is the subject's.
    fn or_for_none(&self, sql: &str, none: &str) -> String {
        if self.may_be_absent {
            let sure = self.column("sure");
            format!("CASE WHEN {sure} IS NULL THEN {none} ELSE {sql} END")
        } else {
            sql.to_owned()
        }
    }

    /// The condition over rows.
    pub(super) fn condition(&self) -> Truth {
        let holds = self.column("holds");
        match self.asked {
            Asked::Some => Truth::closed(self.or_for_none(&holds, "FALSE")),
            Asked::Every
            | Asked::Number
            | Asked::Count
            | Asked::Sum
            | Asked::Mean
            | Asked::Least
            | Asked::Greatest => Truth::closed(holds),
        }
    }

    /// The figure over rows.
    pub(super) fn figure(&self) -> Figure {
        let total = self.column("total");
        match self.asked {
            Asked::Number | Asked::Every | Asked::Some => {
                Figure::whole(self.count(&self.column("sure")))
            }
            Asked::Count => Figure::Bounded {
                low: self.count(&self.column("sure")),
                high: self.count(&format!(
                    "{} + {}",
                    self.column("sure"),
                    self.column("maybe")
                )),
                bottom: Whole::one(),
            },
            Asked::Sum => Figure::Settled(Fraction {
                top: Whole::closed(self.or_for_none(&total, "0"), Sign::Any),
                bottom: self.bottom.clone(),
            }),
            Asked::Mean => {
                let number = Whole::closed(
                    format!("CAST({} AS {})", self.column("sure"), self.whole),
                    Sign::NotNegative,
                );
                let sum = Fraction {
                    top: Whole::closed(total, Sign::Any),
                    bottom: self.bottom.clone(),
                };
                Figure::Settled(sum.times(&Fraction::whole(number).inverse(self.whole)))
            }
            Asked::Least | Asked::Greatest => {
                let surely = Whole::closed(self.column("surely"), Sign::Any);
                let possibly = Whole::closed(self.column("possibly"), Sign::Any);
                let (low, high) = if self.asked == Asked::Least {
                    (possibly, surely)
                } else {
                    (surely, possibly)
                };
                Figure::Bounded {
                    low,
                    high,
                    bottom: self.bottom.clone(),
                }
            }
        }
    }
}
