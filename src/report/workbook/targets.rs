//! The targets with their years across: figures, what was planned, where each stands.
//!
//! In: what is told of targets. Out: one sheet, and where the figures of each chart stand on it. Must not know: how charts look.

use super::charts::ChartData;
use super::page::{Drawn, Page, lines_of};
use super::styles::figure_format;
use super::{Book, written};
use crate::number::Number;
use crate::report::telling::{ToldTarget, ToldYear};
use crate::rule::Judge;
use rust_xlsxwriter::XlsxError;
use std::collections::BTreeSet;

/// Columns before the years, and after them, with widths in characters.
const BEFORE: [(&str, u16); 3] = [
    ("workbook-column-id", 14),
    ("workbook-column-target", 38),
    ("workbook-column-figure", 18),
];
const AFTER: [(&str, u16); 5] = [
    ("workbook-column-measured", 12),
    ("workbook-column-goal", 12),
    ("workbook-column-progress", 10),
    ("workbook-column-status", 18),
    ("workbook-column-notes", 50),
];
const YEAR_WIDTH: u16 = 11;
const FIRST_YEAR: u16 = 3;

/// One row of a target.
struct Figures {
    key: &'static str,
    of: fn(&ToldYear<'_>) -> Option<Number>,
    /// Whether a year's arithmetic stands in a note on its figure.
    is_explained: bool,
}

impl Book<'_> {
    /// Gives where the charts' figures stand.
    pub(super) fn targets(&mut self) -> Result<Vec<ChartData>, XlsxError> {
        let indexes: Vec<usize> = self.report().targets().map(|(index, _)| index).collect();
        let teller = self.teller;
        let told = indexes.into_iter().filter_map(|index| teller.target(index));
        let told: Vec<ToldTarget<'_>> = told.collect();
        if told.is_empty() {
            return Ok(Vec::new());
        }
        let years = told.iter().flat_map(|target| &target.years);
        let years: BTreeSet<i32> = years.map(|year| year.year).collect();
        let years: Vec<i32> = years.into_iter().collect();
        let name = self.label("workbook-sheet-targets");
        let mut page = self.page(&name)?;
        let heading = self.targets_heading(&mut page, &years)?;
        let mut charts = Vec::new();
        for target in &told {
            let first = self.target(&mut page, target, &years)?;
            charts.extend(self.chart_data(&page, target, &years, (heading, first)));
        }
        page.sheet
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        self.add(page);
        Ok(charts)
    }

    /// Gives the row of the years.
    fn targets_heading(&self, page: &mut Page, years: &[i32]) -> Result<u32, XlsxError> {
        let (styles, head) = (&self.styles, self.teller.head());
        let title = self.label_with("workbook-targets-title", &[("date", &head.date)]);
        page.line(&title, &styles.title)?;
        let before = BEFORE.iter().map(|(_, width)| *width);
        let after = AFTER.iter().map(|(_, width)| *width);
        page.widths(before.chain(years.iter().map(|_| YEAR_WIDTH)).chain(after))?;
        let after_years = FIRST_YEAR + columns(years);
        for (column, (key, _)) in (0_u16..).zip(BEFORE).chain((after_years..).zip(AFTER)) {
            page.text(column, &self.label(key), &styles.heading)?;
        }
        let year_heading = styles.heading.clone().set_num_format("0");
        for (column, year) in (FIRST_YEAR..).zip(years) {
            page.number(column, &Number::from(*year), &year_heading)?;
        }
        let heading = page.row;
        page.at_least(2);
        page.end_row()?;
        page.sheet
            .set_freeze_panes(heading + 1, FIRST_YEAR)?
            .set_repeat_rows(heading, heading)?;
        Ok(heading)
    }

    /// The rows of a target; gives the first of them.
    fn target(
        &self,
        page: &mut Page,
        target: &ToldTarget<'_>,
        years: &[i32],
    ) -> Result<u32, XlsxError> {
        let (first, styles) = (page.row, &self.styles);
        let rows = rows_of(target);
        let count = u32::try_from(rows.len()).unwrap_or(1);
        let after_years = FIRST_YEAR + columns(years);
        let status = format!("{} {}", target.light.sign(), target.status);
        let merged = [
            (0, target.id.clone(), &styles.middle, BEFORE[0].1),
            (1, says(target), &styles.cell, BEFORE[1].1),
            (
                after_years + 3,
                status,
                styles.light(target.light),
                AFTER[3].1,
            ),
            (after_years + 4, notes(target), &styles.cell, AFTER[4].1),
        ];
        let lines = merged
            .iter()
            .map(|(.., text, _, width)| lines_of(text, u32::from(*width)));
        let lines = lines.fold(1, u32::max).div_ceil(count);
        for figures in &rows {
            page.text(2, &self.label(figures.key), &styles.cell)?;
            for (column, year) in (FIRST_YEAR..).zip(years) {
                let year = target.years.iter().find(|one| one.year == *year);
                self.target_year(page, column, target, figures, year)?;
            }
            for column in after_years..after_years + 3 {
                page.blank(column, &styles.cell)?;
            }
            page.at_least(lines);
            page.end_row()?;
        }
        for (column, text, format, _) in &merged {
            page.down(*column, (first, first + count - 1), text, format)?;
        }
        let last = std::mem::replace(&mut page.row, first);
        self.target_totals(page, target, after_years)?;
        page.row = last;
        Ok(first)
    }

    /// What all years come to, the goal, and how far it is.
    fn target_totals(&self, page: &mut Page, target: &ToldTarget<'_>, column: u16) -> Drawn {
        let goal = target.goal.as_ref().map(|(goal, _)| *goal);
        let progress = target.progress.as_ref().map(|(progress, _)| *progress);
        let figures = [
            (target.measured, target.is_share),
            (goal, target.is_share),
            (progress, true),
        ];
        for (at, (figure, is_share)) in (column..).zip(figures) {
            if let Some(figure) = figure {
                page.number(at, figure, &self.styles.figure(figure, is_share))?;
            }
        }
        Ok(())
    }

    /// A figure, or a blank cell with a note that says why: words would be drawn as nought.
    fn target_year(
        &self,
        page: &mut Page,
        column: u16,
        target: &ToldTarget<'_>,
        figures: &Figures,
        year: Option<&ToldYear<'_>>,
    ) -> Drawn {
        let Some(year) = year else {
            return page.blank(column, &self.styles.blank);
        };
        let figure = (figures.of)(year);
        match (&figure, figures.is_explained) {
            (Some(figure), true) => {
                let note = written(&year.lines);
                let format = self.styles.figure(figure, target.is_share);
                page.noted_number(column, figure, &format, &note)
            }
            (Some(figure), false) => {
                page.number(column, figure, &self.styles.figure(figure, target.is_share))
            }
            (None, true) => {
                page.blank(column, &self.styles.blank)?;
                page.note(column, &format!("{}\n{}", year.shown, written(&year.lines)))
            }
            (None, false) => page.blank(column, &self.styles.blank),
        }
    }

    /// None where nothing was measured.
    fn chart_data(
        &self,
        page: &Page,
        target: &ToldTarget<'_>,
        years: &[i32],
        (heading, first): (u32, u32),
    ) -> Option<ChartData> {
        let own = |year: i32| (FIRST_YEAR..).zip(years).find(|(_, one)| **one == year);
        let (first_year, _) = own(target.years.first()?.year)?;
        let (last_year, _) = own(target.years.last()?.year)?;
        let rows = rows_of(target);
        let at = |key: &str| {
            let at = (0_u32..).zip(&rows).find(|(_, figures)| figures.key == key);
            at.map(|(at, _)| first + at)
        };
        let is_total = target.judge == Judge::Total;
        let actual = at(if is_total {
            "workbook-figure-total"
        } else {
            "workbook-figure-actual"
        })?;
        let figures = target.years.iter().filter_map(|year| year.value);
        // The longest of the formats shows all of them whole.
        let formats = figures
            .clone()
            .map(|figure| figure_format(figure, target.is_share));
        let format = formats.max_by_key(String::len)?;
        let last = target.years.iter().rev().find(|year| year.drawn.is_some());
        let is_behind = last.is_some_and(|year| year.drawn < year.plan);
        Some(ChartData {
            title: format!("{}  {}", target.id, target.says),
            status: format!("{} {}", target.light.sign(), target.outcome),
            sheet: page.sheet.name(),
            years: (heading, first_year, last_year),
            actual,
            planned: at("workbook-figure-planned").or(at("workbook-figure-path")),
            is_total,
            axis: match (&target.unit, target.is_share) {
                (Some(unit), _) => unit.clone(),
                (None, true) => "%".to_owned(),
                (None, false) => self.label("workbook-axis-figure"),
            },
            axis_format: axis_format(target),
            is_behind,
            is_positive: !figures.clone().any(Number::is_negative),
            format,
        })
    }
}

/// Ticks of an axis are round, but for small figures nobody knows how round.
fn axis_format(target: &ToldTarget<'_>) -> String {
    let figures = target.years.iter().filter_map(|year| year.value);
    let greatest = figures.map(Number::abs).max().unwrap_or_default();
    let least = match target.is_share {
        true => Number::from_scaled(5, 2),
        false => Number::from(10),
    };
    let format = match (target.is_share, greatest < least) {
        (true, true) => "0.0%",
        (true, false) => "0%",
        (false, true) => "General",
        (false, false) => "#,##0",
    };
    format.to_owned()
}

fn says(target: &ToldTarget<'_>) -> String {
    format!("{}\n{}", target.says, target.cite)
}

fn notes(target: &ToldTarget<'_>) -> String {
    let all = [&target.outcome].into_iter().chain(&target.notes);
    all.map(String::as_str).collect::<Vec<_>>().join("\n")
}

fn columns(years: &[i32]) -> u16 {
    u16::try_from(years.len()).unwrap_or(0)
}

/// What is shown year by year: where years are added up, also all so far.
fn rows_of(target: &ToldTarget<'_>) -> Vec<Figures> {
    let row = |key, of: fn(&ToldYear<'_>) -> Option<Number>, is_explained| Figures {
        key,
        of,
        is_explained,
    };
    let mut rows = vec![row(
        "workbook-figure-actual",
        |year| year.value.cloned(),
        true,
    )];
    let is_total = target.judge == Judge::Total;
    if is_total {
        rows.push(row(
            "workbook-figure-total",
            |year| year.drawn.clone(),
            false,
        ));
    }
    if target.goal.is_some() {
        let key = if is_total {
            "workbook-figure-path"
        } else {
            "workbook-figure-planned"
        };
        rows.push(row(key, |year| year.plan.clone(), false));
    }
    rows
}
