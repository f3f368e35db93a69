//! The first sheet: what was judged by which rules, what it comes to, and what the Board must confirm.
//!
//! In: what is told of the report as a whole. Out: one sheet for A4. Must not know: single subjects.

use super::Book;
use super::page::{Drawn, Page};
use super::styles::figure_format;
use crate::number::Number;
use crate::report::arithmetic::table_title;
use crate::report::light::{Light, rule_key, subject_key};
use crate::rule::expression::syntax::Comparison;
use crate::verdict::{Bounds, SubjectVerdict};
use rust_xlsxwriter::Format;

/// Widths of the columns in characters.
const WIDTHS: [u16; 6] = [40, 13, 13, 17, 13, 13];
const LAST: u16 = 5;

impl Book<'_> {
    pub(super) fn summary(&mut self) -> Drawn {
        let name = self.label("workbook-sheet-summary");
        let mut page = self.page(&name)?;
        page.widths(WIDTHS)?;
        self.summary_head(&mut page)?;
        self.counts(&mut page)?;
        self.quotas(&mut page)?;
        self.summary_targets(&mut page)?;
        self.summary_deadlines(&mut page)?;
        self.readings(&mut page)?;
        page.sheet
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3)
            .set_print_center_horizontally(true)
            .set_screen_gridlines(false);
        self.add(page);
        Ok(())
    }

    /// A line of text.
    fn line(&self, page: &mut Page, text: &str, format: &Format) -> Drawn {
        page.across((0, LAST), text, format)?;
        page.end_row()?;
        Ok(())
    }

    fn lines(&self, page: &mut Page, texts: impl IntoIterator<Item = String>) -> Drawn {
        let mut texts = texts.into_iter();
        texts.try_for_each(|text| self.line(page, &text, &self.styles.text))
    }

    /// A heading after a blank row.
    fn part(&self, page: &mut Page, text: &str) -> Drawn {
        page.row += 1;
        page.line(text, &self.styles.part)
    }

    fn headings(&self, page: &mut Page, keys: [&str; 4]) -> Drawn {
        for (column, key) in (0_u16..3).zip(keys) {
            page.text(column, &self.label(key), &self.styles.heading)?;
        }
        page.across((3, LAST), &self.label(keys[3]), &self.styles.heading)?;
        page.end_row()?;
        Ok(())
    }

    fn summary_head(&self, page: &mut Page) -> Drawn {
        let (head, rules) = (self.teller.head(), self.report().rules);
        let title = self.styles.title.clone().set_text_wrap();
        page.across((0, LAST), &head.title, &title)?;
        // Its letters are larger.
        page.at_least(2);
        page.end_row()?;
        let as_of = self.label_with(
            "workbook-as-of",
            &[("round", &head.round), ("date", &head.date)],
        );
        self.line(page, &as_of, &self.styles.strong)?;
        let arguments = [
            ("id", rules.id.as_str()),
            ("version", &rules.version),
            ("hash", &rules.sha256),
            ("tool", env!("CARGO_PKG_VERSION")),
        ];
        let rule_set = self.label_with("workbook-rule-set", &arguments);
        self.lines(page, [rule_set].into_iter().chain(head.notes))?;
        page.row += 1;
        let light = Light::of_exit(self.report().exit_code);
        let result = self.styles.light_text(light).set_bold();
        self.line(page, &self.teller.result(), &result)?;
        page.row += 1;
        let (teller, read) = (&self.teller, self.teller.read());
        let tail = teller.absent().into_iter().chain(teller.not_checked());
        self.lines(page, [read].into_iter().chain(teller.refused()).chain(tail))?;
        let found = [teller.nominations_head(), teller.checks_head()];
        self.lines(page, found.into_iter().flatten())
    }

    /// Subjects by table and verdict, with a total.
    fn counts(&self, page: &mut Page) -> Drawn {
        let tables = self.report().tables();
        if tables.is_empty() {
            return Ok(());
        }
        self.part(page, &self.label("workbook-counts"))?;
        let styles = &self.styles;
        page.text(0, &self.label("report-column-table"), &styles.heading)?;
        for (column, verdict) in (1_u16..).zip(SubjectVerdict::ALL) {
            self.verdict(
                page,
                column,
                Light::of_subject(verdict),
                subject_key(verdict),
            )?;
        }
        page.text(4, &self.label("report-column-all"), &styles.heading)?;
        page.end_row()?;
        let mut totals = [0_usize; SubjectVerdict::ALL.len()];
        for judged in tables {
            let counts = SubjectVerdict::ALL.map(|verdict| judged.count_of(verdict));
            for (total, count) in totals.iter_mut().zip(counts) {
                *total += count;
            }
            let title = table_title(
                &self.report().rules.schema,
                judged.table,
                self.teller.locale,
            );
            self.counts_row(page, title, counts, (&styles.cell, &styles.count))?;
        }
        self.counts_row(
            page,
            &self.label("workbook-total"),
            totals,
            (&styles.group, &styles.sum),
        )
    }

    fn counts_row(
        &self,
        page: &mut Page,
        title: &str,
        counts: [usize; SubjectVerdict::ALL.len()],
        (text, number): (&Format, &Format),
    ) -> Drawn {
        page.text(0, title, text)?;
        for (column, count) in (1_u16..).zip(counts) {
            page.count(column, count, number)?;
        }
        page.count(4, counts.iter().sum(), &self.styles.sum)?;
        page.end_row()?;
        Ok(())
    }

    fn quotas(&self, page: &mut Page) -> Drawn {
        let told = self
            .report()
            .quotas()
            .filter_map(|one| self.teller.quota(one));
        let told: Vec<_> = told.collect();
        if told.is_empty() {
            return Ok(());
        }
        self.part(page, &self.label("quotas-head"))?;
        let keys = [
            "workbook-column-quota",
            "workbook-column-measured",
            "workbook-column-limit",
            "workbook-column-verdict",
        ];
        self.headings(page, keys)?;
        for quota in told {
            let says = format!("{}  {}", quota.id, quota.says);
            page.text(0, &says, &self.styles.cell)?;
            self.bounds(page, 1, quota.measured, "")?;
            self.bounds(page, 2, quota.limit, sign(quota.comparison))?;
            let word = self.label(rule_key(quota.verdict));
            let mut lines = vec![format!("{} {word}: {}", quota.light.sign(), quota.figures)];
            lines.extend(quota.notes);
            self.rest(page, &lines.join("\n"), quota.light)?;
        }
        Ok(())
    }

    /// A number with the sign before it, which is of its format alone; as text where it is not settled.
    fn bounds(&self, page: &mut Page, column: u16, bounds: &Bounds, sign: &str) -> Drawn {
        if let Some(number) = bounds.settled() {
            let figure = figure_format(number, false);
            let format = match sign {
                "" => figure,
                sign => format!("\"{sign}\"{figure}"),
            };
            return page.number(
                column,
                number,
                &self.styles.cell.clone().set_num_format(format),
            );
        }
        let exact = |number: &Number| self.teller.locale.number(number, 2);
        let (low, high) = (exact(&bounds.low), exact(&bounds.high));
        let text = self.label_with("arithmetic-bounds", &[("low", &low), ("high", &high)]);
        page.text(column, &format!("{sign}{text}"), &self.styles.middle)
    }

    /// The last columns as one coloured cell.
    fn rest(&self, page: &mut Page, text: &str, light: Light) -> Drawn {
        page.across((3, LAST), text, &self.styles.light_text(light))?;
        page.end_row()?;
        Ok(())
    }

    /// One line a target; the years stand on a sheet of their own.
    fn summary_targets(&self, page: &mut Page) -> Drawn {
        let indexes: Vec<usize> = self.report().targets().map(|(index, _)| index).collect();
        if indexes.is_empty() {
            return Ok(());
        }
        self.part(page, &self.label("workbook-targets-head"))?;
        let keys = [
            "workbook-column-target",
            "workbook-column-measured",
            "workbook-column-goal",
            "workbook-column-status",
        ];
        self.headings(page, keys)?;
        for target in indexes
            .into_iter()
            .filter_map(|index| self.teller.target(index))
        {
            let says = format!("{}  {}", target.id, target.says);
            page.text(0, &says, &self.styles.cell)?;
            let figures = [target.measured, target.goal.as_ref().map(|(goal, _)| *goal)];
            for (column, figure) in (1_u16..).zip(figures) {
                match figure {
                    Some(figure) => {
                        let format = self.styles.figure(figure, target.is_share);
                        page.number(column, figure, &format)?;
                    }
                    None => page.blank(column, &self.styles.blank)?,
                }
            }
            let text = format!("{} {}", target.light.sign(), target.outcome);
            self.rest(page, &text, target.light)?;
        }
        Ok(())
    }

    fn summary_deadlines(&self, page: &mut Page) -> Drawn {
        let told = self.teller.deadlines();
        if told.is_empty() {
            return Ok(());
        }
        self.part(page, &self.label("deadlines-head"))?;
        for deadline in told {
            let says = format!("{}  {}", deadline.id, deadline.says);
            page.across((0, 2), &says, &self.styles.cell)?;
            let text = format!("{} {}", deadline.light.sign(), deadline.counts);
            self.rest(page, &text, deadline.light)?;
        }
        self.lines(page, self.teller.silent())
    }

    fn readings(&self, page: &mut Page) -> Drawn {
        let readings = self.teller.readings();
        if readings.is_empty() {
            return Ok(());
        }
        self.part(page, &self.label("report-readings"))?;
        self.lines(
            page,
            readings
                .into_iter()
                .map(|(id, text)| format!("{id}: {text}")),
        )
    }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtMost => "≤ ",
        Comparison::AtLeast => "≥ ",
        Comparison::Less => "< ",
        Comparison::Greater => "> ",
        Comparison::Equal => "= ",
        Comparison::NotEqual => "≠ ",
    }
}
