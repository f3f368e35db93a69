//! Conditions as SQL, whose own logic is the strong Kleene logic of the rules: true, false, NULL.
//!
//! In: pieces of SQL. Out: the same joined, with parentheses where they are needed. Must not know: rules, columns.

use crate::rule::expression::syntax::Comparison;

/// What is longer gets a line for each of its parts.
const ONE_LINE: usize = 100;

/// How closely a condition binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Or,
    And,
    Not,
    Compare,
    Closed,
}

/// A condition.
#[derive(Clone, Debug)]
pub(super) struct Truth {
    pub(super) sql: String,
    binding: Binding,
}

impl Truth {
    /// A column, a CASE, a literal.
    pub(super) fn closed(sql: String) -> Self {
        Truth {
            sql,
            binding: Binding::Closed,
        }
    }

    /// What reads `x IS NULL` and the like.
    pub(super) fn comparison(sql: String) -> Self {
        Truth {
            sql,
            binding: Binding::Compare,
        }
    }

    pub(super) fn literal(flag: bool) -> Self {
        Truth::closed(if flag { "TRUE" } else { "FALSE" }.to_owned())
    }

    pub(super) fn compared(left: &str, comparison: Comparison, right: &str) -> Self {
        let sign = match comparison {
            Comparison::NotEqual => "<>",
            Comparison::Equal
            | Comparison::Less
            | Comparison::AtMost
            | Comparison::Greater
            | Comparison::AtLeast => comparison.sign(),
        };
        Truth::comparison(format!("{left} {sign} {right}"))
    }

    /// True where the first surely holds, false where the second does, else open.
    pub(super) fn decided(surely: &str, surely_not: &str) -> Self {
        Truth::closed(format!(
            "CASE WHEN {surely} THEN TRUE WHEN {surely_not} THEN FALSE END"
        ))
    }

    /// Two conditions that agree.
    pub(super) fn same(&self, comparison: Comparison, other: &Truth) -> Self {
        Truth::compared(
            &self.within(Binding::Closed),
            comparison,
            &other.within(Binding::Closed),
        )
    }

    pub(super) fn negated(&self) -> Self {
        Truth {
            sql: format!("NOT {}", self.within(Binding::Closed)),
            binding: Binding::Not,
        }
    }

    pub(super) fn all(parts: Vec<Truth>) -> Self {
        Truth::joined(parts, "AND", Binding::And)
    }

    pub(super) fn any(parts: Vec<Truth>) -> Self {
        Truth::joined(parts, "OR", Binding::Or)
    }

    fn joined(mut parts: Vec<Truth>, word: &str, binding: Binding) -> Self {
        if parts.len() == 1
            && let Some(only) = parts.pop()
        {
            return only;
        }
        let parts: Vec<String> = parts.iter().map(|part| part.within(binding)).collect();
        let length: usize = parts.iter().map(String::len).sum();
        let between = if length > ONE_LINE {
            format!("\n      {word} ")
        } else {
            format!(" {word} ")
        };
        Truth {
            sql: parts.join(&between),
            binding,
        }
    }

    /// As it stands within something that binds so closely.
    fn within(&self, binding: Binding) -> String {
        if self.binding < binding {
            format!("({})", self.sql)
        } else {
            self.sql.clone()
        }
    }

    /// `if … then yes else no`; where the condition is open, the value of which both are.
    pub(super) fn case(&self, yes: &str, no: &str, equal: &Truth) -> String {
        format!(
            "CASE WHEN {} THEN {yes} WHEN {} THEN {no} WHEN {} THEN {yes} END",
            self.sql,
            self.negated().sql,
            equal.sql
        )
    }
}
