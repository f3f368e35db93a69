//! Pictures of quotas and targets, readable without colour and told to those who do not see them.
//!
//! In: told quotas and targets, with exact figures. Out: SVG for the page. Must not know: anything but these figures.

use crate::number::Number;
use crate::report::telling::{Teller, ToldQuota, ToldTarget};
use crate::text::printable;
use askama::filters::{Escaper, Html};

/// Width and height of a bar, and of the part of it that the larger figure takes.
const BAR: (i64, i64, i64) = (400, 24, 360);
/// Width and height of a chart.
const CHART: (i64, i64) = (720, 250);
/// The part of a chart that figures are drawn in: from left to right, from top to bottom.
const PLOT: (i64, i64, i64, i64) = (50, 670, 60, 205);

/// A quota against its limit; none where the limit is nothing to draw against.
pub(super) fn bar(quota: &ToldQuota<'_>, at: usize) -> Option<String> {
    let (width, height, full) = BAR;
    let largest = larger(&quota.measured.high, &quota.limit.high);
    let along = |number: &Number| scaled(number, &Number::from(0), largest, full);
    let (low, high) = (along(&quota.measured.low)?, along(&quota.measured.high)?);
    let limit = along(&quota.limit.high)?;
    let light = quota.light.word();
    let unsure = match high > low {
        true => format!(
            r#"<rect class="unsure" x="{low}" y="2" width="{}" height="20"/>"#,
            high - low
        ),
        false => String::new(),
    };
    let title = escaped(&format!("{} {}: {}", quota.id, quota.says, quota.figures));
    Some(format!(
        r##"<svg class="bar" viewBox="0 0 {width} {height}" role="img" aria-labelledby="bar-{at}"><title id="bar-{at}">{title}</title><rect class="frame" x="0" y="2" width="{full}" height="20"/><rect class="filled-{light}" x="0" y="2" width="{low}" height="20"/>{unsure}<line class="limit" x1="{limit}" x2="{limit}" y1="0" y2="{height}"/></svg>"##
    ))
}

/// The years of a target against its planned path; none where no year was measured.
pub(super) fn chart(target: &ToldTarget<'_>, at: usize, teller: &Teller<'_>) -> Option<String> {
    let (left, right, top, bottom) = PLOT;
    let figures = || {
        let drawn = target.years.iter().filter_map(|year| year.drawn.as_ref());
        drawn.chain(target.years.iter().filter_map(|year| year.plan.as_ref()))
    };
    target.years.iter().find(|year| year.drawn.is_some())?;
    let nothing = Number::from(0);
    let low = figures().fold(
        &nothing,
        |low, number| if number < low { number } else { low },
    );
    let high = figures().fold(&nothing, larger);
    let step = (right - left) / i64::try_from(target.years.len().saturating_sub(1).max(1)).ok()?;
    let across = |index: usize| left + step * i64::try_from(index).unwrap_or(0);
    let up = |number: &Number| Some(bottom - scaled(number, low, high, bottom - top)?);
    let (mut actual, mut plan, mut marks) = (Vec::new(), Vec::new(), String::new());
    for (index, year) in target.years.iter().enumerate() {
        let x = across(index);
        marks.push_str(&text(x, bottom + 20, "middle", &year.year.to_string()));
        if let Some(y) = year.plan.as_ref().and_then(up) {
            plan.push((x, y));
            marks.push_str(&format!(
                r#"<rect class="plan-mark" x="{}" y="{}" width="8" height="8"/>"#,
                x - 4,
                y - 4
            ));
        }
        if let Some(y) = year.drawn.as_ref().and_then(up) {
            actual.push((x, y));
            marks.push_str(&format!(
                r#"<circle class="actual-mark" cx="{x}" cy="{y}" r="5"/>"#
            ));
            marks.push_str(&text(x, y - 10, "middle", &year.drawn_shown));
        }
    }
    let (width, height) = CHART;
    let zero = up(&nothing)?;
    let title = escaped(&format!("{} {}", target.id, target.says));
    let described = escaped(&described(target));
    Some(format!(
        r##"<svg class="chart" viewBox="0 0 {width} {height}" role="img" aria-labelledby="chart-{at} years-{at}"><title id="chart-{at}">{title}</title><desc id="years-{at}">{described}</desc>{legend}<line class="axis" x1="{from}" x2="{to}" y1="{zero}" y2="{zero}"/>{plan}{actual}{marks}</svg>"##,
        legend = legend(target, teller),
        from = left - 30,
        to = right + 30,
        plan = path("plan", &plan),
        actual = path("actual", &actual),
    ))
}

fn legend(target: &ToldTarget<'_>, teller: &Teller<'_>) -> String {
    let actual = teller.locale.label("page-actual");
    let mut legend = format!(
        r#"<line class="actual" x1="20" x2="50" y1="14" y2="14"/><circle class="actual-mark" cx="35" cy="14" r="5"/>{}"#,
        text(58, 18, "start", &actual)
    );
    if let Some((_, goal)) = &target.goal {
        let plan = teller.label("page-plan", &[("goal", goal)]);
        legend.push_str(&format!(
            r#"<line class="plan" x1="220" x2="250" y1="14" y2="14"/><rect class="plan-mark" x="231" y="10" width="8" height="8"/>{}"#,
            text(258, 18, "start", &plan)
        ));
    }
    legend
}

fn described(target: &ToldTarget<'_>) -> String {
    let years = target.years.iter();
    let years: Vec<String> = years
        .map(|year| format!("{}: {}", year.year, year.shown))
        .collect();
    format!("{}. {}", target.outcome, years.join("; "))
}

fn path(class: &str, points: &[(i64, i64)]) -> String {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    match points.len() > 1 {
        true => format!(
            r#"<polyline class="{class}" points="{}"/>"#,
            points.join(" ")
        ),
        false => String::new(),
    }
}

fn text(x: i64, y: i64, anchor: &str, text: &str) -> String {
    let text = escaped(text);
    format!(r#"<text x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>"#)
}

/// Where a figure falls on so many points from the lowest to the highest.
fn scaled(number: &Number, low: &Number, high: &Number, points: i64) -> Option<i64> {
    let share = (number - low).divided_by(&(high - low))?;
    (&share * &Number::from(points)).round(0).to_i64()
}

fn larger<'n>(one: &'n Number, other: &'n Number) -> &'n Number {
    if other > one { other } else { one }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    // Writing to a string cannot fail.
    let _ = Html.write_escaped_str(&mut escaped, &printable(text));
    escaped
}

/// The pattern of what is not sure.
pub(super) const HATCH: &str = r#"<svg class="defs" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatching" x1="0" x2="0" y1="0" y2="6"/></pattern></defs></svg>"#;
