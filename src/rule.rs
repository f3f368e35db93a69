//! Stage 3: YAML → checked rules. Every name, type, unit and year of a rule set is settled here, before any data is read.
//!
//! In: the text of a rule file and a function that fetches what it refers to. Out: a rule set in which nothing is unchecked, or
//! every problem with its line. Must not know: data.

pub mod check;
pub mod declare;
mod example;
pub mod expression;
mod extend;
mod fetch;
pub mod file;
pub mod formula;
pub mod functions;
mod load;
mod problem;
mod set;
pub mod shipped;
pub mod source;
#[cfg(test)]
mod testing;
mod verdict;
pub mod waiver;
pub mod yaml;

pub use example::ExampleCell;
pub use fetch::{Fetch, Fetched, Wanted};
pub use file::{CitedSource, Connective, Judge, LastDay, Reading};
pub use load::{Choice, load, rounds};
pub use problem::Problem;
pub use set::{
    Base, Check, CheckedTable, Clause, ColumnUses, Condition, Deadline, Example, First, Goal,
    Group, Member, NominationList, Note, Priority, Published, Quota, Rule, RuleIndex, RuleSet,
    TableCriteria, Target, Who,
};
pub use verdict::RuleVerdict;
pub use waiver::Waiver;
