//! The one year of a sheet whose headers name none: in its name, its title rows or its file's name.
//!
//! In: those texts. Out: the year, or a refusal. Must not know: values.

use super::title::{self, Doubt, Kind, Says};
use super::{Refusal, Surroundings, needs_year};
use crate::fact::header::block::{Block, Matched};
use crate::fact::problem::Problem;
use crate::fact::schema::{Schema, TableSchema};
use crate::place::Spot;

/// The year of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SheetYear {
    named: i32,
    /// Added for headers that do not say themselves whether they mean its beginning or its end.
    shift: i32,
}

impl SheetYear {
    pub(super) fn of(self, matched: &Matched) -> i32 {
        if matched.year_shift != 0 || title::says_when(&matched.text) {
            self.named + matched.year_shift
        } else {
            self.named + self.shift
        }
    }
}

/// A place where the year may stand, with all that is said there.
struct Source {
    lines: Vec<(String, Says)>,
    is_file: bool,
}

impl Source {
    fn new(lines: &[String], is_file: bool) -> Self {
        Source {
            lines: title::read(lines),
            is_file,
        }
    }

    fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self.says().flat_map(|says| says.years.clone()).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    fn only_year(&self) -> Option<i32> {
        match self.years().as_slice() {
            [year] => Some(*year),
            _ => None,
        }
    }

    fn says(&self) -> impl Iterator<Item = &Says> {
        self.lines.iter().map(|(_, says)| says)
    }

    fn start(&self) -> Option<(&String, &String)> {
        let mut lines = self.lines.iter();
        lines.find_map(|(text, says)| Some((text, says.start.as_ref()?)))
    }

    fn is_of_the_end(&self) -> bool {
        self.says().any(|says| says.end)
    }

    /// The lines that name years, to be quoted.
    fn quoted(&self) -> Vec<String> {
        let named = self.lines.iter().filter(|(_, says)| !says.years.is_empty());
        named.map(|(text, _)| text.clone()).collect()
    }
}

/// None if every column by year names its year. What there is to say about a year that is found is added to the notes.
pub(super) fn find(
    block: &Block,
    surroundings: &Surroundings,
    schema: &Schema,
    notes: &mut Vec<Problem>,
) -> Result<Option<SheetYear>, Box<Refusal>> {
    let table = schema.table_at(block.table);
    let without: Vec<&Matched> = needs_year(block, schema).collect();
    if without.is_empty() {
        return Ok(None);
    }
    let refused = |problem| {
        Err(Box::new(Refusal {
            problem,
            spot: Spot::Whole,
        }))
    };
    let headers = || {
        let mut headers: Vec<String> = Vec::new();
        for matched in &without {
            if !headers.contains(&matched.text) {
                headers.push(matched.text.clone());
            }
        }
        headers
    };
    let sources = sources(surroundings);
    let chosen = sources
        .iter()
        .find_map(|source| Some((source, source.only_year()?)));
    if chosen.is_none()
        && let Some(source) = sources.iter().find(|source| source.years().len() > 1)
    {
        return refused(Problem::SeveralYears {
            headers: headers(),
            years: source.years().iter().map(ToString::to_string).collect(),
            texts: source.quoted(),
        });
    }
    if let Some((text, words)) = doubt(&sources, chosen, &without, table) {
        return refused(Problem::YearDoubt {
            headers: headers(),
            text,
            words,
        });
    }
    let Some((source, named)) = chosen else {
        return refused(Problem::YearMissing { headers: headers() });
    };
    // A source of another year does not speak of this one.
    let speaks = |other: &&Source| {
        other.only_year() == Some(named) || !other.is_file && other.years().is_empty()
    };
    let start = sources.iter().filter(speaks).find_map(Source::start);
    let is_of_the_end = sources.iter().filter(speaks).any(Source::is_of_the_end);
    let shift = match start {
        None => 0,
        Some(_)
            if without
                .iter()
                .all(|matched| matched.year_shift != 0 || title::says_when(&matched.text)) =>
        {
            0
        }
        Some((text, words)) => match start_shift(table).filter(|_| !is_of_the_end) {
            Some(shift) => shift,
            None => {
                return refused(Problem::YearDoubt {
                    headers: headers(),
                    text: text.clone(),
                    words: words.clone(),
                });
            }
        },
    };
    let resolved = |other: &Source| {
        let year = other.only_year()?;
        let shift = other.start().and_then(|_| start_shift(table));
        Some(year + shift.filter(|_| !other.is_of_the_end()).unwrap_or(0))
    };
    let own = named + shift;
    for other in &sources {
        let Some(year) = other
            .only_year()
            .filter(|year| *year != named && resolved(other) != Some(own))
        else {
            continue;
        };
        let (first, second) = (source.quoted().join(" "), other.quoted().join(" "));
        if other.is_file {
            notes.push(Problem::FileYearDiffers {
                year: named.to_string(),
                text: first,
                other_year: year.to_string(),
                file: second,
            });
        } else {
            return refused(Problem::YearsDiffer {
                headers: headers(),
                year: named.to_string(),
                text: first,
                other_year: year.to_string(),
                other_text: second,
            });
        }
    }
    Ok(Some(SheetYear { named, shift }))
}

/// The sheet's name, its titles, its file's name. Titles over the table itself keep those farther away from being asked.
fn sources(surroundings: &Surroundings) -> [Source; 3] {
    let sheet: Vec<String> = surroundings.sheet.iter().cloned().collect();
    let own = Source::new(&surroundings.own, false);
    let titles = if own.years().is_empty() {
        let all: Vec<String> = surroundings
            .own
            .iter()
            .chain(&surroundings.around)
            .cloned()
            .collect();
        Source::new(&all, false)
    } else {
        own
    };
    let file = Source::new(std::slice::from_ref(&surroundings.file), true);
    [Source::new(&sheet, false), titles, file]
}

/// The text and the words for which no year is taken. Columns that hold plans may stand under a plan's title.
fn doubt(
    sources: &[Source],
    chosen: Option<(&Source, i32)>,
    without: &[&Matched],
    table: &TableSchema,
) -> Option<(String, String)> {
    let is_plan = |matched: &&&Matched| {
        let column = table.column_at(matched.column);
        column.is_some_and(|column| {
            let headers = column.headers.iter();
            headers
                .map(|header| &header.text)
                .chain([&matched.text])
                .any(|header| title::is_of_a_plan(header))
        })
    };
    let holds_plans = without.iter().all(|matched| is_plan(&matched));
    let is_asked = |source: &&Source| {
        let Some((other, year)) = chosen.filter(|_| source.is_file) else {
            return true;
        };
        // The name of a file may be that of the paper it goes with; a sheet's own words of results count for more.
        other.is_file || source.only_year() == Some(year) && !other.says().any(|says| says.result)
    };
    let lines = sources
        .iter()
        .filter(is_asked)
        .flat_map(|source| &source.lines);
    let doubts = lines.flat_map(|(text, says)| says.doubts.iter().map(move |doubt| (text, doubt)));
    let counts = |doubt: &Doubt| {
        let is_of_it = match (doubt.year, chosen) {
            (Some(year), Some((_, chosen))) => year == chosen,
            (None, _) | (_, None) => true,
        };
        is_of_it && (doubt.kind == Kind::Other || !holds_plans)
    };
    doubts
        .filter(|(_, doubt)| counts(doubt))
        .map(|(text, doubt)| (text.clone(), doubt.words.clone()))
        .next()
}

/// What the table's own headers add to a year at whose beginning figures are said to be: `Số hộ nghèo đầu năm 2022` are those of the
/// end of 2021. None if no header says it, or several say different things.
fn start_shift(table: &TableSchema) -> Option<i32> {
    let headers = table.columns.values().flat_map(|column| &column.headers);
    let mut shifts = headers
        .filter(|header| header.year_shift != 0 && title::is_of_the_start(&header.text))
        .map(|header| header.year_shift);
    let first = shifts.next()?;
    shifts.all(|shift| shift == first).then_some(first)
}
