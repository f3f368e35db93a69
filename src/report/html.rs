//! The report as one page that needs nothing else: for a screen, a telephone, a sheet of A4.
//!
//! In: what is told of the report. Out: HTML with its style, script and pictures in it, and a policy that lets a browser run nothing
//! else. Must not know: how anything was judged.

mod escape;
mod findings;
mod subjects;
mod svg;

use super::arithmetic::table_title;
use super::light::{Light, subject_key};
use super::telling::{
    Head, Teller, ToldCheck, ToldDeadline, ToldNomination, ToldQuota, ToldTarget,
};
use super::{Paper, Report};
use crate::diagnostic::Severity;
use crate::locale::Locale;
use crate::rule::RuleVerdict;
use crate::verdict::SubjectVerdict;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use findings::{OfFile, ReadFile};
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use subjects::CHUNK;

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// Writes the page.
pub(super) fn write(
    report: &Report<'_>,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = Page::of(Teller::whole(report, locale));
    page.write_into(out).map_err(io::Error::other)
}

/// Everything that the template draws.
#[derive(Template)]
#[template(path = "page.html", config = "src/report/html/askama.toml")]
struct Page<'a> {
    teller: Teller<'a>,
    lang: &'static str,
    tool: &'static str,
    policy: String,
    style: String,
    script: String,
    head: Head,
    light: Light,
    result: String,
    /// Ids and headings of the sections that there are.
    contents: Vec<(&'static str, String)>,
    read: String,
    refused: Vec<String>,
    absent: Option<String>,
    not_checked: Option<String>,
    /// Verdicts on subjects in words.
    verdicts: Vec<String>,
    /// Counts of subjects by table: of each verdict, then of all.
    counts: Vec<(String, Vec<String>)>,
    actions: Actions<'a>,
    nominations_head: Option<String>,
    nominations: Vec<ToldNomination>,
    /// Quotas with their bars.
    quotas: Vec<(ToldQuota<'a>, Option<String>)>,
    /// Targets with their charts.
    targets: Vec<(ToldTarget<'a>, Option<String>)>,
    deadlines: Vec<ToldDeadline>,
    silent: Option<String>,
    hatch: &'static str,
    has_subjects: bool,
    /// The units above the subjects, to choose from.
    aboves: Vec<String>,
    chunk_size: usize,
    checks_head: Option<String>,
    checks: Vec<ToldCheck>,
    findings: Vec<OfFile>,
    notes_count: Option<String>,
    readings: Vec<(String, String)>,
    rules_id: &'a str,
    rules_hash: &'a str,
    inputs: Vec<ReadFile>,
}

/// What somebody should look at before all else.
struct Actions<'a> {
    nominations: Vec<ToldNomination>,
    quotas: Vec<ToldQuota<'a>>,
    deadlines: Vec<ToldDeadline>,
    /// How many data checks failed.
    checks: Option<String>,
    /// How many errors were found in the data.
    errors: Option<String>,
}

impl<'a> Page<'a> {
    fn of(teller: Teller<'a>) -> Self {
        let report = teller.report;
        let script = source(SCRIPT);
        let style = source(STYLE);
        let targets = report
            .targets()
            .filter_map(move |(index, _)| teller.target(index));
        let mut page = Page {
            teller,
            lang: teller.locale.language().code(),
            tool: env!("CARGO_PKG_VERSION"),
            policy: policy(&style, &script),
            style,
            script,
            head: teller.head(),
            light: Light::of_exit(report.exit_code),
            result: teller.result(),
            contents: Vec::new(),
            read: teller.read(),
            refused: teller.refused(),
            absent: teller.absent(),
            not_checked: teller.not_checked(),
            verdicts: SubjectVerdict::ALL
                .map(|verdict| teller.locale.label(subject_key(verdict)))
                .to_vec(),
            counts: counts(&teller),
            actions: actions(&teller),
            nominations_head: teller.nominations_head(),
            nominations: told_nominations(&teller).collect(),
            quotas: told_quotas(&teller)
                .enumerate()
                .map(|(at, quota)| {
                    let bar = svg::bar(&quota, at);
                    (quota, bar)
                })
                .collect(),
            targets: targets
                .enumerate()
                .map(|(at, target)| {
                    let chart = svg::chart(&target, at, &teller);
                    (target, chart)
                })
                .collect(),
            deadlines: teller.deadlines(),
            silent: teller.silent(),
            hatch: svg::HATCH,
            has_subjects: report
                .tables()
                .iter()
                .any(|table| report.subjects(table).next().is_some()),
            aboves: subjects::aboves(report),
            chunk_size: CHUNK,
            checks_head: teller.checks_head(),
            checks: told_checks(&teller).map(|(told, _)| told).collect(),
            findings: findings::by_file(&teller),
            notes_count: findings::notes_count(&teller),
            readings: teller.readings(),
            rules_id: &report.rules.id,
            rules_hash: &report.rules.sha256,
            inputs: findings::inputs(&teller),
        };
        page.contents = page.sections();
        page
    }

    fn label(&self, key: &str) -> String {
        self.teller.locale.label(key)
    }

    fn sections(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("summary", "page-summary", true),
            ("first", "page-first", self.has_actions()),
            (
                "nominations",
                "page-nominations",
                self.nominations_head.is_some(),
            ),
            ("quotas", "page-quotas", !self.quotas.is_empty()),
            ("targets", "page-targets", !self.targets.is_empty()),
            ("deadlines", "page-deadlines", !self.deadlines.is_empty()),
            ("subjects", "page-subjects", self.has_subjects),
            ("checks", "page-checks", self.checks_head.is_some()),
            ("findings", "page-findings", !self.findings.is_empty()),
            ("readings", "page-readings", !self.readings.is_empty()),
            ("inputs", "page-inputs", true),
        ];
        let there = all.into_iter().filter(|(_, _, is_there)| *is_there);
        there.map(|(id, key, _)| (id, self.label(key))).collect()
    }

    /// Whether a nomination stands, with its reasons, among what needs action first.
    fn is_told_first(&self, nomination: &ToldNomination) -> bool {
        let first = &self.actions.nominations;
        first.iter().any(|one| one.verdict == nomination.verdict)
    }

    fn has_actions(&self) -> bool {
        let actions = &self.actions;
        !actions.nominations.is_empty()
            || !actions.quotas.is_empty()
            || !actions.deadlines.is_empty()
            || actions.checks.is_some()
            || actions.errors.is_some()
    }
}

fn told_nominations<'a>(teller: &'a Teller<'_>) -> impl Iterator<Item = ToldNomination> + 'a {
    let entries = teller.report.nominations();
    entries.into_iter().map(|entry| teller.nomination(&entry))
}

fn told_quotas<'a>(teller: &Teller<'a>) -> impl Iterator<Item = ToldQuota<'a>> + use<'a> {
    let teller = *teller;
    teller
        .report
        .quotas()
        .filter_map(move |one| teller.quota(one))
}

/// The failed checks with their severity.
fn told_checks<'a>(teller: &'a Teller<'_>) -> impl Iterator<Item = (ToldCheck, Light)> + 'a {
    let failed = teller.report.failed_checks().into_iter();
    failed.filter_map(|at| {
        let told = teller.check(at)?;
        let light = told.light;
        Some((told, light))
    })
}

fn actions<'a>(teller: &Teller<'a>) -> Actions<'a> {
    let report = teller.report;
    let calls = |light: Light| matches!(light, Light::Bad | Light::Open);
    let failed = told_checks(teller)
        .filter(|(_, light)| *light == Light::Bad)
        .count();
    let failed = failed + report.facts().faults.len();
    let errors = report.diagnostics.count(Severity::Error);
    let counted = |count: usize, key: &str| {
        (count > 0).then(|| teller.label(key, &[("count", &teller.count(count))]))
    };
    Actions {
        nominations: [SubjectVerdict::Ineligible, SubjectVerdict::Undetermined]
            .into_iter()
            .flat_map(|verdict| told_nominations(teller).filter(move |one| one.verdict == verdict))
            .collect(),
        quotas: told_quotas(teller)
            .filter(|one| matches!(one.verdict, RuleVerdict::NotMet | RuleVerdict::Insufficient))
            .collect(),
        deadlines: teller
            .deadlines()
            .into_iter()
            .filter(|one| calls(one.light))
            .collect(),
        checks: counted(failed, "result-checks-failed"),
        errors: counted(errors, "page-errors"),
    }
}

fn counts(teller: &Teller<'_>) -> Vec<(String, Vec<String>)> {
    let tables = teller.report.tables().iter();
    tables
        .map(|judged| {
            let schema = &teller.report.rules.schema;
            let title = table_title(schema, judged.table, teller.locale).to_owned();
            let of_each = SubjectVerdict::ALL.into_iter();
            let of_each = of_each.map(|verdict| judged.count_of(verdict));
            let counts = of_each.chain([judged.len()]);
            (title, counts.map(|count| teller.count(count)).collect())
        })
        .collect()
}

/// As a browser reads it, so that its hash is the browser's.
fn source(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// What a browser may do with the page: nothing but its own style and script.
fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(script)
    )
}
