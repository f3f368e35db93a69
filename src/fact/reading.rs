//! One file after the other, one sheet after the other: found, read, joined, accounted for.
//!
//! In: opened files. Out: the facts of all of them. Must not know: how a header is matched, a cell converted, a row joined.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::fact::body::{Body, Finished, Setting};
use crate::fact::data::TableFacts;
use crate::fact::header::block::{Block, best_blocks};
use crate::fact::header::head::Head;
use crate::fact::header::index::HeaderIndex;
use crate::fact::join::Joining;
use crate::fact::layout::{Layout, Refusal};
use crate::fact::problem::Problem;
use crate::fact::recognise::{Recognised, SheetName, table_of};
use crate::fact::schema::TableId;
use crate::fact::{Facts, InputAccount, OpenedFile, Request, SheetAccount, SkipReason, whole};
use crate::number::Number;
use crate::place::Place;
use crate::table::{self, Rows, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Reads files into facts.
pub(super) struct Reading<'a> {
    request: &'a Request<'a>,
    index: HeaderIndex,
    facts: Facts,
    findings: Diagnostics,
    /// Headers found in each table's sheets.
    headers: BTreeMap<TableId, Vec<String>>,
    /// Assignments that met a sheet.
    met: BTreeSet<usize>,
}

/// How a sheet will be read.
enum Plan {
    Table(Box<Layout>),
    /// It holds nothing that is known; only its rows are counted.
    NotUsed(Option<Diagnostic>),
    Refused(Diagnostic),
}

impl<'a> Reading<'a> {
    pub(super) fn new(request: &'a Request<'a>) -> Self {
        let mut facts = Facts::default();
        facts
            .tables
            .resize_with(request.schema.tables.len(), || None);
        Reading {
            request,
            index: HeaderIndex::new(request.schema),
            facts,
            findings: Diagnostics::default(),
            headers: BTreeMap::new(),
            met: BTreeSet::new(),
        }
    }

    pub(super) fn file(&mut self, file: OpenedFile) {
        let place = Place::file(file.name.clone());
        let mut account = InputAccount {
            path: file.name,
            sha256: String::new(),
            refused: None,
            sheets: Vec::new(),
        };
        let opened = file
            .source
            .and_then(|mut source| source.sha256().map(|sha256| (source, sha256)));
        match opened {
            Ok((mut source, sha256)) => {
                account.sha256 = sha256;
                for sheet in 0..source.sheets().len() {
                    let sheet = self.sheet(source.as_mut(), sheet, &place);
                    account.sheets.push(sheet);
                }
            }
            Err(problem) => {
                let refused = problem.at(place);
                self.findings.push(refused.clone());
                account.refused = Some(refused);
            }
        }
        self.facts.inputs.push(account);
    }

    pub(super) fn finish(mut self) -> (Facts, Diagnostics) {
        for (at, assignment) in self.request.assignments.iter().enumerate() {
            if !self.met.contains(&at) {
                let path = match &assignment.sheet {
                    Some(sheet) => format!("{}!{sheet}", assignment.path),
                    None => assignment.path.clone(),
                };
                let table = self.request.schema.table_at(assignment.table).name.clone();
                self.findings
                    .push(Problem::UnmetAssignment { path, table }.diagnostic());
            }
        }
        self.findings.append(whole::complete(
            &mut self.facts,
            self.request,
            &self.headers,
        ));
        (self.facts, self.findings)
    }

    fn sheet(&mut self, source: &mut dyn Source, sheet: usize, file: &Place) -> SheetAccount {
        let info = source.sheets()[sheet].clone();
        let place = Place {
            sheet: info.name.clone(),
            ..file.clone()
        };
        let account = SheetAccount {
            sheet: info.name.clone(),
            ..SheetAccount::default()
        };
        let others = source
            .sheets()
            .iter()
            .enumerate()
            .filter(|(at, other)| *at != sheet && other.visible)
            .count();
        let name = SheetName {
            file: &file.file,
            sheet: info.name.as_deref(),
            is_only_visible: info.visible && others == 0,
        };
        let plan = match self.plan(source, sheet, name, &place) {
            Ok(plan) => plan,
            Err(problem) => return self.failed(account, problem, &place),
        };
        match plan {
            Plan::Table(layout) => {
                if !info.visible {
                    self.findings
                        .push(Problem::HiddenSheet {}.at(place.clone()));
                }
                self.rows(source, sheet, &layout, account, &place)
            }
            Plan::NotUsed(note) => {
                self.findings.extend(note);
                self.count_only(source, sheet, account, &place)
            }
            Plan::Refused(refused) => {
                self.findings.push(refused.clone());
                SheetAccount {
                    refused: Some(refused),
                    ..self.count_only(source, sheet, account, &place)
                }
            }
        }
    }

    fn plan(
        &mut self,
        source: &mut dyn Source,
        sheet: usize,
        name: SheetName<'_>,
        place: &Place,
    ) -> Result<Plan, table::Problem> {
        let schema = self.request.schema;
        let mut head = read_head(source.rows(sheet)?.as_mut(), &self.index)?;
        let merges_are_known = name.sheet.is_some();
        let mut blocks = best_blocks(&head, &self.index, schema, merges_are_known);
        if merges_are_known && !blocks.is_empty() {
            head.spread(&source.merges(sheet)?);
            blocks = best_blocks(&head, &self.index, schema, merges_are_known);
        }
        let recognised = table_of(name, self.request.assignments, &blocks, &self.index, schema);
        Ok(match recognised {
            Recognised::Named(table, assignment) => {
                self.met.extend(assignment);
                match blocks.get(&table) {
                    Some(block) => self.plan_of_block(block, &head, name, place),
                    None if head.rows.is_empty() => Plan::NotUsed(None),
                    None => Plan::Refused(self.no_header(table).at(place.clone())),
                }
            }
            Recognised::ByHeader(table) => match blocks.get(&table) {
                Some(block) => self.plan_of_block(block, &head, name, place),
                None => Plan::NotUsed(None),
            },
            Recognised::Several(tables) => {
                Plan::Refused(self.several(&tables, name).at(place.clone()))
            }
            Recognised::Unknown => self.plan_of_unknown(&blocks, &head, place),
        })
    }

    fn plan_of_block(
        &mut self,
        block: &Block,
        head: &Head,
        name: SheetName<'_>,
        place: &Place,
    ) -> Plan {
        if !block.has_key(self.request.schema) {
            let problem = if block.distinct_columns() >= 2 {
                self.no_key_column(block)
            } else {
                self.no_header(block.table)
            };
            return Plan::Refused(problem.at(place.clone()));
        }
        match Layout::new(block, head, name, &self.index, self.request.schema) {
            Ok(layout) => {
                let texts = self.headers.entry(block.table).or_default();
                for text in block.texts() {
                    if !texts.contains(&text) {
                        texts.push(text);
                    }
                }
                Plan::Table(Box::new(layout))
            }
            Err(refusal) => {
                let Refusal { problem, spot } = *refusal;
                Plan::Refused(problem.at(place.at(spot)))
            }
        }
    }

    /// A sheet that is no table is listed; one with half of a table's columns and no key is refused.
    fn plan_of_unknown(
        &self,
        blocks: &BTreeMap<TableId, Block>,
        head: &Head,
        place: &Place,
    ) -> Plan {
        let schema = self.request.schema;
        let required = |table: TableId| {
            schema
                .table_at(table)
                .columns
                .values()
                .filter(|column| !column.optional)
                .count()
        };
        let half = blocks.values().find(|block| {
            block.distinct_columns() >= 2 && 2 * block.distinct_columns() >= required(block.table)
        });
        if let Some(block) = half {
            return Plan::Refused(self.no_key_column(block).at(place.clone()));
        }
        if head.rows.is_empty() {
            return Plan::NotUsed(None);
        }
        let fullest = head
            .rows
            .iter()
            .rev()
            .max_by_key(|row| row.filled().count());
        let headers = fullest
            .into_iter()
            .flat_map(|row| row.filled())
            .map(|(_, cell)| cell.caption.shown.clone())
            .take(20)
            .collect();
        Plan::NotUsed(Some(Problem::UnknownSheet { headers }.at(place.clone())))
    }

    fn no_header(&self, table: TableId) -> Problem {
        let table = self.request.schema.table_at(table);
        Problem::NoHeader {
            table: table.name.clone(),
            headers: table.columns.keys().cloned().collect(),
        }
    }

    fn no_key_column(&self, block: &Block) -> Problem {
        let table = self.request.schema.table_at(block.table);
        let missing = table
            .key
            .iter()
            .filter(|key| !block.has(**key))
            .filter_map(|key| table.column_at(*key));
        let key = missing.flat_map(|column| {
            std::iter::once(column.name.clone())
                .chain(column.headers.iter().map(|header| header.text.clone()))
        });
        Problem::NoKeyColumn {
            table: table.name.clone(),
            key: key.collect(),
            found: block.texts(),
        }
    }

    fn several(&self, tables: &[TableId], name: SheetName<'_>) -> Problem {
        let tables: Vec<String> = tables
            .iter()
            .map(|table| self.request.schema.table_at(*table).name.clone())
            .collect();
        let sheet = name
            .sheet
            .map(|sheet| format!("!{sheet}"))
            .unwrap_or_default();
        let first = tables.first().map(String::as_str).unwrap_or_default();
        let option = format!("--table '{}{sheet}={first}'", name.file);
        Problem::TwoTables { tables, option }
    }

    /// Reads all rows; only when the last one is read does anything of the sheet count.
    fn rows(
        &mut self,
        source: &mut dyn Source,
        sheet: usize,
        layout: &Layout,
        account: SheetAccount,
        place: &Place,
    ) -> SheetAccount {
        let schema = self.request.schema;
        let needed = self.request.needed.get(&layout.table);
        let account = SheetAccount {
            table: Some(layout.table),
            header_rows: layout.header_rows.clone(),
            ..account
        };
        let failed = SheetAccount {
            sheet: account.sheet.clone(),
            ..SheetAccount::default()
        };
        let setting = Setting {
            schema,
            table: schema.table_at(layout.table),
            layout,
            needed,
            place,
        };
        let mut body = Body::new(setting, account);
        let outcome = source.rows(sheet).and_then(|mut rows| {
            while let Some(row) = rows.next_row()? {
                body.row(row);
            }
            Ok(())
        });
        let Finished {
            staged,
            account,
            findings,
            faults,
        } = body.finish();
        if let Err(problem) = outcome {
            // How far the reading came is known; what it brought is not used.
            let read = account.read;
            let mut failed = self.failed(failed, problem, place);
            failed.read = read;
            failed.skipped = vec![crate::fact::Skipped {
                reason: SkipReason::NotUsed,
                count: read,
                rows: Vec::new(),
            }];
            return failed;
        }
        let of_letters = source.notes(sheet).into_iter();
        self.findings
            .extend(of_letters.map(|note| note.at(place.clone())));
        self.findings.extend(layout_notes(layout, place));
        self.findings.append(findings);
        self.facts.faults.extend(faults);
        let held = self.facts.tables[usize::from(layout.table.0)].get_or_insert_with(|| {
            TableFacts::new(layout.table, schema.table_at(layout.table).key.clone())
        });
        let (findings, faults) = (&mut self.findings, &mut self.facts.faults);
        Joining {
            schema,
            table: held,
            needed,
            place,
            findings,
            faults,
        }
        .add(staged);
        account
    }

    fn count_only(
        &mut self,
        source: &mut dyn Source,
        sheet: usize,
        mut account: SheetAccount,
        place: &Place,
    ) -> SheetAccount {
        let outcome = source.rows(sheet).and_then(|mut rows| {
            while let Some(row) = rows.next_row()? {
                if !row.is_empty() {
                    account.read += 1;
                    account.skip(SkipReason::NotUsed, row.number);
                }
            }
            Ok(())
        });
        match outcome {
            Ok(()) => account,
            Err(problem) => self.failed(account, problem, place),
        }
    }

    /// A sheet that cannot be read to its end gives nothing.
    fn failed(
        &mut self,
        account: SheetAccount,
        problem: table::Problem,
        place: &Place,
    ) -> SheetAccount {
        let refused = problem.at(place.clone());
        self.findings.push(refused.clone());
        SheetAccount {
            refused: Some(refused),
            ..account
        }
    }
}

fn read_head(rows: &mut dyn Rows, index: &HeaderIndex) -> Result<Head, table::Problem> {
    let mut head = Head::default();
    while !head.is_full() {
        let Some(row) = rows.next_row()? else { break };
        if !row.is_empty() {
            head.add(row, &index.words);
        }
    }
    Ok(head)
}

/// What there is to say about a sheet's header.
fn layout_notes(layout: &Layout, place: &Place) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    if !layout.extra.is_empty() {
        notes.push(
            Problem::ExtraColumns {
                columns: layout.extra.clone(),
            }
            .at(place.clone()),
        );
    }
    let mut scaled: BTreeMap<Number, Vec<String>> = BTreeMap::new();
    for binding in &layout.bindings {
        if let Some(scale) = &binding.scale {
            scaled
                .entry(scale.clone())
                .or_default()
                .push(binding.header.clone());
        }
    }
    notes.extend(
        scaled
            .into_iter()
            .map(|(factor, columns)| Problem::Scaled { columns, factor }.at(place.clone())),
    );
    notes
}
