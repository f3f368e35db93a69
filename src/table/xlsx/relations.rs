//! Which part of the zip is which: where a workbook's relations say that its sheets, texts and styles lie.
//!
//! In: the zip. Out: the parts' names; or the problem with them. Must not know: what stands in the parts.

use super::super::Problem;
use super::super::container::Container;
use super::super::sheets::check_number;
use super::super::xml::{Tag, Token, local, unescaped};

/// A part that only names others has to be of sensible size: it is held in memory.
const LONGEST: u64 = 32 << 20;

/// The parts that reading a workbook comes by.
#[derive(Debug)]
pub(super) struct Relations {
    /// Those with the relations, the list of sheets and the colours.
    pub(super) others: Vec<String>,
    pub(super) strings: String,
    pub(super) styles: String,
    /// The part of each sheet, in the order of the list.
    pub(super) sheets: Vec<String>,
}

impl Relations {
    /// Follows the relations as the reading library does.
    pub(super) fn of(container: &mut Container) -> Result<Self, Problem> {
        let package = "_rels/.rels".to_owned();
        let workbook = relations(container, &package)?
            .into_iter()
            .rfind(|relation| relation.kind == "officeDocument")
            .map(|relation| relation.target.trim_start_matches('/').to_owned())
            .ok_or_else(|| broken(&package))?;
        let (folder, name) = match workbook.rfind('/') {
            Some(slash) => workbook.split_at(slash + 1),
            None => ("", workbook.as_str()),
        };
        let own = format!("{folder}_rels/{name}.rels");
        let found = relations(container, &own)?;
        let usual = |kind: &str, part: &str| {
            let part = looked_up(folder, part);
            let target = found.iter().find(|relation| relation.kind == kind);
            match target.map(|relation| looked_up(folder, &relation.target)) {
                Some(target) if target != part => Err(Problem::UnusualPart { part: target }),
                Some(_) | None => Ok(part),
            }
        };
        let (strings, styles) = (
            usual("sharedStrings", "sharedStrings.xml")?,
            usual("styles", "styles.xml")?,
        );
        let sheets = sheets(container, &workbook, &found, folder)?;
        let theme = looked_up(folder, "theme/theme1.xml");
        Ok(Relations {
            others: vec![package, own.to_lowercase(), workbook.to_lowercase(), theme],
            strings,
            styles,
            sheets,
        })
    }

    /// What to say where a sheet's part is not there, or is another sheet's too.
    pub(super) fn broken(&self, sheet: &str) -> Problem {
        let listed = self.sheets.iter().filter(|part| *part == sheet).count();
        match &self.others[..] {
            [_, own, ..] if sheet.is_empty() || listed > 1 => broken(own),
            _ => broken(sheet),
        }
    }
}

/// A line of a part with relations.
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    target: String,
}

fn relations(container: &mut Container, part: &str) -> Result<Vec<Relation>, Problem> {
    let mut all = Vec::new();
    each_tag(container, part, |tag| {
        if tag.name == b"Relationship" {
            let value = |name: &[u8]| tag.attribute(name).map(unescaped).unwrap_or_default();
            let kind = value(b"Type");
            all.push(Relation {
                id: value(b"Id"),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: value(b"Target"),
            });
        }
        Ok(())
    })?;
    Ok(all)
}

fn sheets(
    container: &mut Container,
    workbook: &str,
    relations: &[Relation],
    folder: &str,
) -> Result<Vec<String>, Problem> {
    let mut sheets = Vec::new();
    each_tag(container, workbook, |tag| {
        if tag.name == b"sheet" {
            check_number(sheets.len() + 1)?;
            let id = tag.attributes().filter(|(name, _)| local(name) == b"id");
            let id = id.last().map(|(_, value)| unescaped(value));
            let relation = id.and_then(|id| relations.iter().rfind(|relation| relation.id == id));
            sheets.push(relation.map_or_else(String::new, |it| looked_up(folder, &it.target)));
        }
        Ok(())
    })?;
    Ok(sheets)
}

fn each_tag(
    container: &mut Container,
    part: &str,
    mut look: impl FnMut(Tag<'_>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let index = container.find(&part.to_lowercase());
    let index = index.ok_or_else(|| broken(part))?;
    container.each_token(index, |token, passed| {
        if let Token::Open(tag) = token {
            look(tag)?;
        }
        if passed > LONGEST {
            return Err(Problem::XmlBounds {
                part: part.to_owned(),
            });
        }
        Ok(())
    })
}

/// A target as a part's name: from the root if it begins with a slash, else from the folder of the workbook.
fn looked_up(folder: &str, target: &str) -> String {
    let path = match target.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("{folder}{target}"),
    };
    path.replace('\\', "/").to_lowercase()
}

fn broken(part: &str) -> Problem {
    Problem::BrokenPart {
        part: part.to_owned(),
    }
}
