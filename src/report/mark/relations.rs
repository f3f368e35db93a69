//! The parts that say which part belongs to which, and which part is of what kind.
//!
//! In: the texts of relations and of the list of content types. Out: relations with their targets; the texts with more lines. Must not
//! know: what stands in the parts that they name.

use super::Unfit;
use super::package::Package;
use super::xml::{Edits, Element, Tags, elements, escaped, unescaped};

/// What one part says of others.
pub(super) struct Relations {
    /// The part that says it.
    name: String,
    text: String,
    /// The folder that targets are named from.
    folder: String,
    pub(super) all: Vec<Relation>,
}

/// A line of it.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub(super) id: String,
    /// The whole type, an address.
    pub(super) address: String,
    /// The part's name.
    pub(super) part: String,
}

impl Relation {
    /// The last word of the type.
    pub(super) fn kind(&self) -> &str {
        self.address.rsplit('/').next().unwrap_or("")
    }
}

const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

impl Relations {
    /// What is said of a part (of the whole file, if it is empty).
    pub(super) fn of(package: &mut Package<'_>, part: &str) -> Result<Self, Unfit> {
        let (folder, own) = match part.rfind('/') {
            Some(slash) => part.split_at(slash + 1),
            None => ("", part),
        };
        let name = format!("{folder}_rels/{own}.rels");
        let name = package.real_name(&name).map_or(name.clone(), str::to_owned);
        let text = match package.has(&name) {
            true => package.text(&name)?,
            false => EMPTY.to_owned(),
        };
        let tags = Tags::all(&text)?;
        let lines = tags
            .iter()
            .filter(|tag| tag.opens() && tag.name().ends_with("Relationship"));
        let of_tag = |tag: &super::xml::Tag<'_>| {
            let value = |name| tag.attribute(name).map(unescaped).unwrap_or_default();
            let is_outside = value("TargetMode") == "External";
            Relation {
                id: value("Id"),
                address: value("Type"),
                part: match is_outside {
                    true => String::new(),
                    false => resolved(folder, &value("Target")),
                },
            }
        };
        let all = lines.map(of_tag).collect();
        Ok(Relations {
            name,
            folder: folder.to_owned(),
            all,
            text,
        })
    }

    /// The part of the first relation of a kind.
    pub(super) fn first(&self, kind: &str) -> Option<&Relation> {
        self.all.iter().find(|relation| relation.kind() == kind)
    }

    /// The part of the relation of that id.
    pub(super) fn part(&self, id: &str) -> Option<&str> {
        let relation = self.all.iter().find(|relation| relation.id == id)?;
        Some(&relation.part)
    }

    /// Adds a relation and gives its id.
    pub(super) fn add(&mut self, address: &str, part: &str) -> Result<String, Unfit> {
        let ids = (1_u32..).map(|number| format!("rIdThidua{number}"));
        let is_taken = |id: &String| self.all.iter().any(|relation| relation.id == *id);
        let id = ids.into_iter().find(|id| !is_taken(id)).unwrap_or_default();
        let tags = Tags::all(&self.text)?;
        let root = elements(&self.text, &tags, |tag| tag.depth == 0);
        let root = root.first().ok_or(Unfit::Broken)?;
        let line = format!(
            "<{}Relationship Id=\"{id}\" Type=\"{}\" Target=\"{}\"/>",
            root.tag.prefix(),
            escaped(address),
            escaped(&self.target(part)),
        );
        let mut edits = Edits::default();
        edits.append(root, &line);
        self.text = edits.applied(&self.text)?;
        self.all.push(Relation {
            id: id.clone(),
            address: address.to_owned(),
            part: part.to_owned(),
        });
        Ok(id)
    }

    /// Takes the relations to a part out.
    pub(super) fn remove(&mut self, part: &str) -> Result<(), Unfit> {
        let is_it = |relation: &Relation| relation.part.eq_ignore_ascii_case(part);
        let ids: Vec<String> = self
            .all
            .iter()
            .filter(|relation| is_it(relation))
            .map(|relation| relation.id.clone())
            .collect();
        let tags = Tags::all(&self.text)?;
        let mut edits = Edits::default();
        let of_part = |element: &Element<'_>| {
            let id = element.tag.attribute("Id").map(unescaped);
            id.is_some_and(|id| ids.contains(&id))
        };
        let lines = elements(&self.text, &tags, |tag| tag.depth == 1);
        for line in lines.iter().filter(|line| of_part(line)) {
            edits.replace(line.range(), "");
        }
        self.text = edits.applied(&self.text)?;
        self.all.retain(|relation| !ids.contains(&relation.id));
        Ok(())
    }

    /// Puts the part back.
    pub(super) fn save(self, package: &mut Package<'_>) {
        package.set(&self.name, self.text);
    }

    /// How a part is named from here.
    fn target(&self, part: &str) -> String {
        let up = self.folder.trim_end_matches('/').rfind('/');
        let parent = up.and_then(|at| self.folder.get(..=at));
        let below = |folder: &str| part.strip_prefix(folder).map(str::to_owned);
        below(&self.folder)
            .or_else(|| Some(format!("../{}", below(parent?)?)))
            .unwrap_or_else(|| format!("/{part}"))
    }
}

/// A target as a part's name, from the root.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

const CONTENT_TYPES: &str = "[Content_Types].xml";

/// Says of which kind a new part is; of the kind of all with its ending, where nothing else is said of these.
pub(super) fn say_kind(package: &mut Package<'_>, part: &str, kind: &str) -> Result<(), Unfit> {
    let text = package.text(CONTENT_TYPES)?;
    let tags = Tags::all(&text)?;
    let root = elements(&text, &tags, |tag| tag.depth == 0);
    let root = root.first().ok_or(Unfit::Broken)?;
    let prefix = root.tag.prefix();
    let line = format!(
        "<{prefix}Override PartName=\"/{}\" ContentType=\"{kind}\"/>",
        escaped(part)
    );
    let mut edits = Edits::default();
    edits.append(root, &line);
    let text = edits.applied(&text)?;
    package.set(CONTENT_TYPES, text);
    Ok(())
}

/// Takes out what is said of a part.
pub(super) fn forget_kind(package: &mut Package<'_>, part: &str) -> Result<(), Unfit> {
    let text = package.text(CONTENT_TYPES)?;
    let tags = Tags::all(&text)?;
    let mut edits = Edits::default();
    for line in elements(&text, &tags, |tag| tag.depth == 1) {
        let named = line.tag.attribute("PartName").map(unescaped);
        let named = named.unwrap_or_default();
        if named.trim_start_matches('/').eq_ignore_ascii_case(part) {
            edits.replace(line.range(), "");
        }
    }
    let text = edits.applied(&text)?;
    package.set(CONTENT_TYPES, text);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_named_from_where_they_are_named() {
        assert_eq!(
            resolved("xl/worksheets/", "../comments1.xml"),
            "xl/comments1.xml"
        );
        assert_eq!(
            resolved("xl/", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(resolved("xl/", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolved("", "xl\\workbook.xml"), "xl/workbook.xml");
        let from = |folder: &str, part: &str| {
            let relations = Relations {
                name: String::new(),
                text: String::new(),
                folder: folder.to_owned(),
                all: Vec::new(),
            };
            relations.target(part)
        };
        assert_eq!(
            from("xl/worksheets/", "xl/comments1.xml"),
            "../comments1.xml"
        );
        assert_eq!(
            from("xl/", "xl/worksheets/sheet2.xml"),
            "worksheets/sheet2.xml"
        );
        assert_eq!(from("sheets/", "xl/comments1.xml"), "/xl/comments1.xml");
    }
}
