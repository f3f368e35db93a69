//! Targets: one line each in the report, and a page of their own with a bar and the years.
//!
//! In: the verdicts on targets. Out: lines. Must not know: subjects, quotas, deadlines.

use super::plan::target_key;
use super::{Light, Page};
use crate::diagnostic::Severity;
use crate::locale::Locale;
use crate::number::Number;
use crate::report::{Paper, Report};
use crate::rule::expression::syntax::Comparison;
use crate::rule::formula::{Show, Type};
use crate::rule::{Judge, Target};
use crate::verdict::{Likeness, TargetVerdict, YearState};
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use std::io::{self, Write};

/// Columns of a bar that is full.
const BAR: usize = 30;

/// Writes the page of progress: every target with its bar and its years.
pub fn progress(
    report: &Report<'_>,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page {
        report,
        locale,
        paper,
        out,
    };
    page.head()?;
    page.inputs()?;
    if report.selection.quiet {
        return page.tally_targets();
    }
    let shown: Vec<usize> = report.targets().map(|(index, _)| index).collect();
    if shown.is_empty() {
        let text = locale.label("progress-none");
        return page.heading_line(&text);
    }
    for index in shown {
        writeln!(page.out)?;
        page.target_line(index)?;
        page.target_detail(index)?;
    }
    let errors = report.diagnostics.count(Severity::Error);
    if errors > 0 {
        let count = page.count(errors as u64);
        let text = page.label("progress-errors", &[("count", &count)]);
        page.heading_line(&text)?;
    }
    Ok(())
}

impl Page<'_, '_> {
    fn target(&self, index: usize) -> Option<(&TargetVerdict, &Target)> {
        let verdict = self.report.verdicts.targets.get(index)?;
        Some((verdict, self.report.rules.targets.get(verdict.target)?))
    }

    /// `✓ II.1.0a  Bình quân mỗi năm giảm 2.000 hộ nghèo: đạt, bình quân 2.105,5 hộ, cần từ 2.000 hộ trở lên (105,28 %)`
    pub(super) fn target_line(&mut self, index: usize) -> io::Result<()> {
        let Some((verdict, target)) = self.target(index) else {
            return Ok(());
        };
        let light = Light::of_target(verdict.status);
        let mut parts = vec![self.locale.label(target_key(verdict.status))];
        if let Some(measured) = &verdict.measured {
            let measured = self.target_number(target, measured);
            parts.push(self.label(judge_key(target.judge), &[("measured", &measured)]));
        }
        if let (Some(goal), Some(value)) = (&target.goal, &verdict.goal) {
            let value = self.target_number(target, value);
            parts.push(self.label(goal_key(goal.comparison), &[("limit", &value)]));
        }
        if verdict.exceeded {
            parts.push(self.locale.label("target-exceeded"));
        }
        let row = match (target.table, verdict.row) {
            (Some(table), Some(row)) if self.has_several_rows(target) => {
                format!(" [{}]", self.row_name(table, row))
            }
            _ => String::new(),
        };
        let says = target.clause.says.get(self.locale.language());
        let text = format!("{says}{row}: {}", parts.join(", "));
        let first = format!(
            "  {} {}  ",
            light.drawn(self.paper.colour),
            target.clause.id
        );
        self.line(&first, 6, &text)
    }

    fn has_several_rows(&self, target: &Target) -> bool {
        let rows = target
            .table
            .and_then(|table| self.report.table_facts(table));
        rows.is_some_and(|rows| rows.len() > 1)
    }

    /// A figure of a target with as many decimals as show it whole, if few do.
    fn target_number(&self, target: &Target, number: &Number) -> String {
        const MOST: u8 = 4;
        let factor = Number::from(if is_share(target) { 100 } else { 1 });
        let printed = number * &factor;
        let whole = (0..=MOST).find(|digits| printed.round(*digits) == printed);
        let kind = target.measure.formula.kind;
        self.words().number(number, kind, whole)
    }

    /// The bar, what is still needed, the published figure, the years with their arithmetic.
    fn target_detail(&mut self, index: usize) -> io::Result<()> {
        let Some((verdict, target)) = self.target(index) else {
            return Ok(());
        };
        let cite = self.label("explain-cite", &[("cite", &target.clause.cite)]);
        let mut lines = vec![cite];
        lines.extend(self.bar(verdict));
        lines.extend(self.needed(verdict, target));
        lines.extend(self.published(verdict, target));
        for line in lines {
            self.line("      ", 8, &line)?;
        }
        if self.report.selection.quiet {
            return Ok(());
        }
        let drawn = self.years_table(index);
        for line in drawn.lines() {
            writeln!(self.out, "      {line}")?;
        }
        self.target_sources(index)
    }

    fn bar(&self, verdict: &TargetVerdict) -> Option<String> {
        let progress = verdict.progress.as_ref()?;
        let full = (progress * &Number::from(BAR as i64)).floor().to_i64();
        let full = usize::try_from(full?.max(0)).unwrap_or(0).min(BAR);
        let share = self.words().number(progress, SHARE, None);
        let bar = format!("{}{}", "█".repeat(full), "░".repeat(BAR - full));
        Some(self.label("target-bar", &[("bar", &bar), ("share", &share)]))
    }

    fn needed(&self, verdict: &TargetVerdict, target: &Target) -> Option<String> {
        let needed = verdict.needed.as_ref()?;
        let is_enough = target.judge == Judge::Total && !needed.is_negative() && needed.is_zero();
        if needed.is_negative() || is_enough {
            return Some(self.locale.label("target-nothing-needed"));
        }
        let key = match target.judge {
            Judge::Total => "target-needed-in-all",
            Judge::Each | Judge::Mean => "target-needed-a-year",
            Judge::Latest => "target-needed-at-last",
        };
        let arguments = [
            ("needed", self.target_number(target, needed)),
            ("years", verdict.years_left.to_string()),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, text)| (*name, text.as_str()));
        Some(self.label(key, &arguments))
    }

    /// How an official figure compares with the exact one.
    fn published(&self, verdict: &TargetVerdict, target: &Target) -> Option<String> {
        let (likeness, published) = (verdict.published?, target.published.as_ref()?);
        let exact = verdict.measured.as_ref()?;
        let unit = &published.factor;
        let rounded = (exact * unit).round(published.digits);
        let rounded = rounded.divided_by(unit).unwrap_or(rounded);
        let rounds_alike = rounded == published.value;
        let key = match likeness {
            Likeness::Exact => "published-exact",
            Likeness::Rounded => "published-rounded",
            Likeness::Truncated if rounds_alike => "published-truncated-or-rounded",
            Likeness::Truncated => "published-truncated",
            Likeness::Different => "published-different",
        };
        let kind = target.measure.formula.kind;
        let digits = Some(published.digits);
        let arguments = [
            (
                "published",
                self.words().number(&published.value, kind, digits),
            ),
            ("exact", self.words().number(exact, kind, Some(MOST_DIGITS))),
            ("rounded", self.words().number(&rounded, kind, digits)),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, text)| (*name, text.as_str()));
        Some(self.label(key, &arguments))
    }

    /// A missing year is shown as missing, never as zero.
    fn years_table(&self, index: usize) -> String {
        let Some((verdict, target)) = self.target(index) else {
            return String::new();
        };
        let mut table = Table::new();
        table.load_style(presets::NOTHING);
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.paper.width.saturating_sub(6)).unwrap_or(u16::MAX));
        let years = verdict.years.iter().map(|year| year.year.to_string());
        table.add_row(years);
        let states = verdict.years.iter().map(|year| match &year.state {
            YearState::Measured(number) => self.target_number(target, number),
            YearState::LeftOut => self.locale.label("year-left-out"),
            YearState::Missing(reason) => self.words().reason(*reason),
            YearState::ToCome => self.locale.label("year-to-come"),
        });
        table.add_row(states);
        for column in table.column_iter_mut() {
            column.set_cell_alignment(CellAlignment::Right);
        }
        table.trim_fmt()
    }

    /// The arithmetic of each measured year, and of one that is missing: what its figures are and where they stand.
    fn target_sources(&mut self, index: usize) -> io::Result<()> {
        let Some((verdict, _)) = self.target(index) else {
            return Ok(());
        };
        let (at, row) = (verdict.target, verdict.row);
        let years: Vec<(i32, bool)> = verdict
            .years
            .iter()
            .filter_map(|year| match year.state {
                YearState::Measured(_) => Some((year.year, true)),
                YearState::Missing(_) => Some((year.year, false)),
                YearState::LeftOut | YearState::ToCome => None,
            })
            .collect();
        for (year, is_measured) in years {
            let Some(trace) = self.report.verdicts.explain_target(at, row, year) else {
                continue;
            };
            let prefix = self.label("arithmetic-year", &[("year", &year.to_string())]);
            if is_measured {
                let line = self.words().measure(&trace);
                self.line("      ", 8, &format!("{prefix}{}", line.text))?;
                for source in &line.sources {
                    self.line("        ", 10, source)?;
                }
                continue;
            }
            for missing in trace.missing(self.report.facts()) {
                let text = format!("{prefix}{}", self.words().missing(&missing));
                self.line("      ", 8, &text)?;
            }
        }
        Ok(())
    }
}

const SHARE: Type = Type::Number(crate::rule::formula::Measure::Pure, Show::Percent);
/// Decimals of an exact figure beside a published one.
const MOST_DIGITS: u8 = 8;

fn is_share(target: &Target) -> bool {
    matches!(
        target.measure.formula.kind,
        Type::Number(_, Show::Percent | Show::Points)
    )
}

fn judge_key(judge: Judge) -> &'static str {
    match judge {
        Judge::Each => "target-worst",
        Judge::Latest => "target-latest",
        Judge::Mean => "target-mean",
        Judge::Total => "target-total",
    }
}

fn goal_key(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtLeast => "needs-at-least",
        Comparison::AtMost => "needs-at-most",
        Comparison::Greater => "needs-more-than",
        Comparison::Less => "needs-less-than",
        Comparison::Equal => "needs-equal",
        Comparison::NotEqual => "needs-other-than",
    }
}
