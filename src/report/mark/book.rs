//! The workbook's own part: which sheets there are and where they lie; what depends on their order when one comes first or goes.
//!
//! In: a package. Out: its sheets; the package with a sheet more or less. Must not know: what stands in the sheets.

use super::Unfit;
use super::package::Package;
use super::relations::{Relations, forget_kind, say_kind};
use super::xml::{Edits, Tag, Tags, elements, escaped, unescaped};

/// What a sheet of cells is, among content types.
const WORKSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STYLES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
/// The longest name that Excel gives a sheet, in its units of UTF-16.
const LONGEST_NAME: usize = 31;

/// Where the parts of a workbook lie.
pub(super) struct Book {
    /// The workbook's own part.
    part: String,
    relations: Relations,
    pub(super) sheets: Vec<SheetPart>,
}

/// A sheet, and the part in which it stands.
#[derive(Clone, Debug)]
pub(super) struct SheetPart {
    pub(super) name: String,
    pub(super) part: String,
}

impl Book {
    pub(super) fn of(package: &mut Package<'_>) -> Result<Self, Unfit> {
        let whole = Relations::of(package, "")?;
        let of_kind = whole.all.iter().rfind(|it| it.kind() == "officeDocument");
        let part = of_kind.ok_or(Unfit::Broken)?.part.clone();
        let part = package.real_name(&part).ok_or(Unfit::Broken)?.to_owned();
        let relations = Relations::of(package, &part)?;
        let text = package.text(&part)?;
        let mut sheets = Vec::new();
        for tag in Tags::all(&text)? {
            if is_sheet(&tag, &text)? {
                let part = id(&tag).and_then(|(_, id)| relations.part(&unescaped(id)));
                sheets.push(SheetPart {
                    name: tag.attribute("name").map(unescaped).unwrap_or_default(),
                    part: part.unwrap_or("").to_owned(),
                });
            }
        }
        Ok(Book {
            part,
            relations,
            sheets,
        })
    }

    /// The part with the styles; one with nothing in it is made where there is none.
    pub(super) fn styles(&mut self, package: &mut Package<'_>) -> Result<String, Unfit> {
        if let Some(styles) = self.relations.first("styles") {
            return Ok(styles.part.clone());
        }
        let part = format!("{}styles.xml", self.folder());
        if package.has(&part) {
            return Err(Unfit::Broken);
        }
        let address = self.address("styles")?;
        self.relations.add(&address, &part)?;
        say_kind(package, &part, STYLES)?;
        let namespace = namespace(&package.text(&self.part)?)?;
        package.set(&part, super::styles::empty(&namespace));
        Ok(part)
    }

    /// A type of relations, in the family that this file's are of.
    pub(super) fn address(&self, kind: &str) -> Result<String, Unfit> {
        let sheet = self.relations.first("worksheet").ok_or(Unfit::Broken)?;
        let family = sheet.address.strip_suffix("worksheet");
        Ok(format!("{}{kind}", family.ok_or(Unfit::Broken)?))
    }

    /// The address of the family of relations, by which their ids are named.
    pub(super) fn ids(&self) -> Result<String, Unfit> {
        let address = self.address("")?;
        Ok(address.trim_end_matches('/').to_owned())
    }

    /// A name for a new sheet that no other has.
    pub(super) fn free_name(&self, wished: &str) -> String {
        free_name(wished, self.sheets.iter().map(|sheet| sheet.name.as_str()))
    }

    /// Puts a sheet before all others.
    pub(super) fn add_first(
        &mut self,
        package: &mut Package<'_>,
        name: &str,
        sheet: String,
    ) -> Result<(), Unfit> {
        let folder = format!("{}worksheets/", self.folder());
        let part = package.free_name(&format!("{folder}sheet"), ".xml");
        let address = self.address("worksheet")?;
        let id = self.relations.add(&address, &part)?;
        say_kind(package, &part, WORKSHEET)?;
        package.set(&part, sheet);
        let text = package.text(&self.part)?;
        let line = |first: &Tag<'_>, number: u32| {
            let id_name = super::book::id(first).map_or("r:id", |(name, _)| name);
            format!(
                "<{}sheet name=\"{}\" sheetId=\"{number}\" {id_name}=\"{id}\"/>",
                first.prefix(),
                escaped(name),
            )
        };
        let text = with_first(&text, line)?;
        package.set(&self.part, text);
        self.sheets.insert(
            0,
            SheetPart {
                name: name.to_owned(),
                part,
            },
        );
        Ok(())
    }

    /// Takes a sheet out, its part too.
    pub(super) fn remove(&mut self, package: &mut Package<'_>, at: usize) -> Result<(), Unfit> {
        if self.sheets.len() < 2 || at >= self.sheets.len() {
            return Err(Unfit::Broken);
        }
        let sheet = self.sheets.remove(at);
        let text = package.text(&self.part)?;
        package.set(&self.part, without(&text, at)?);
        self.relations.remove(&sheet.part)?;
        forget_kind(package, &sheet.part)?;
        package.leave_out(&sheet.part);
        if let Some((folder, own)) = sheet.part.rsplit_once('/') {
            package.leave_out(&format!("{folder}/_rels/{own}.rels"));
        }
        Ok(())
    }

    /// Puts the relations back.
    pub(super) fn save(self, package: &mut Package<'_>) {
        self.relations.save(package);
    }

    /// The folder of the workbook's part, with its last slash.
    pub(super) fn folder(&self) -> &str {
        let slash = self.part.rfind('/');
        slash.and_then(|at| self.part.get(..=at)).unwrap_or("")
    }
}

/// The namespace of a part's root.
pub(super) fn namespace(text: &str) -> Result<String, Unfit> {
    let root = Tags::root(text)?;
    let name = match root.prefix().trim_end_matches(':') {
        "" => "xmlns".to_owned(),
        prefix => format!("xmlns:{prefix}"),
    };
    let address = root.attribute(&name).ok_or(Unfit::Broken)?;
    Ok(address.to_owned())
}

/// A name for a sheet that no other has: the wished one, or that with a number.
pub(super) fn free_name<'a>(wished: &str, taken: impl Iterator<Item = &'a str> + Clone) -> String {
    let numbers =
        std::iter::once(String::new()).chain((2_u32..).map(|number| format!(" {number}")));
    let name = |behind: String| {
        let mut name = String::new();
        for c in wished.chars() {
            let length = |text: &str| text.encode_utf16().count();
            if length(&name) + c.len_utf16() + length(&behind) <= LONGEST_NAME {
                name.push(c);
            }
        }
        name + &behind
    };
    let is_free = |name: &String| {
        let name = name.to_lowercase();
        !taken.clone().any(|other| other.to_lowercase() == name)
    };
    numbers.map(name).find(is_free).unwrap_or_default()
}

/// A line of the list of sheets.
fn is_sheet(tag: &Tag<'_>, text: &str) -> Result<bool, Unfit> {
    let root = Tags::root(text)?;
    Ok(tag.opens() && tag.depth == 2 && tag.is(root.prefix(), "sheet"))
}

/// The id of the relation of a line of the list of sheets, with the attribute's whole name.
fn id<'a>(tag: &Tag<'a>) -> Option<(&'a str, &'a str)> {
    tag.attributes().find(|(name, _)| name.ends_with(":id"))
}

/// The workbook's part with a sheet before all others; what counts sheets counts one more.
fn with_first(text: &str, line: impl Fn(&Tag<'_>, u32) -> String) -> Result<String, Unfit> {
    let tags = Tags::all(text)?;
    let prefix = tags.first().ok_or(Unfit::Broken)?.prefix();
    let is =
        |tag: &Tag<'_>, depth, local| tag.opens() && tag.depth == depth && tag.is(prefix, local);
    let lines = || tags.iter().filter(|tag| is(tag, 2, "sheet"));
    let first = lines().next().ok_or(Unfit::Broken)?;
    let numbers = lines().filter_map(|tag| tag.number("sheetId"));
    let number = numbers.max().unwrap_or(0).saturating_add(1);
    let mut edits = Edits::default();
    edits.insert(first.at, line(first, number));
    for tag in tags.iter().filter(|tag| is(tag, 2, "definedName")) {
        if let Some(at) = tag.number("localSheetId") {
            let moved = tag.with("localSheetId", &at.saturating_add(1).to_string());
            edits.replace(tag.at..tag.end(), moved);
        }
    }
    let views: Vec<&Tag<'_>> = tags
        .iter()
        .filter(|tag| is(tag, 2, "workbookView"))
        .collect();
    for view in &views {
        let at = view.number("activeTab").unwrap_or(0).saturating_add(1);
        let moved = view.with("activeTab", &at.to_string());
        edits.replace(view.at..view.end(), moved);
    }
    if views.is_empty() {
        let sheets = tags.iter().find(|tag| is(tag, 1, "sheets"));
        let sheets = sheets.ok_or(Unfit::Broken)?;
        let view = format!(
            "<{prefix}bookViews><{prefix}workbookView activeTab=\"1\"/></{prefix}bookViews>"
        );
        edits.insert(sheets.at, view);
    }
    edits.applied(text)
}

/// The workbook's part without a sheet; what counts sheets counts one less.
fn without(text: &str, gone: usize) -> Result<String, Unfit> {
    let gone_number = u32::try_from(gone).map_err(|_| Unfit::Broken)?;
    let tags = Tags::all(text)?;
    let prefix = tags.first().ok_or(Unfit::Broken)?.prefix();
    let is = |tag: &Tag<'_>, local| tag.opens() && tag.depth == 2 && tag.is(prefix, local);
    let mut edits = Edits::default();
    let lines = elements(text, &tags, |tag| is(tag, "sheet"));
    edits.replace(lines.get(gone).ok_or(Unfit::Broken)?.range(), "");
    for name in elements(text, &tags, |tag| is(tag, "definedName")) {
        match name.tag.number("localSheetId") {
            Some(at) if at == gone_number => edits.replace(name.range(), ""),
            Some(at) if at > gone_number => {
                let moved = name.tag.with("localSheetId", &(at - 1).to_string());
                edits.replace(name.tag.at..name.tag.end(), moved);
            }
            Some(_) | None => {}
        }
    }
    for view in tags.iter().filter(|tag| is(tag, "workbookView")) {
        let mut moved = view.text.to_owned();
        for attribute in ["activeTab", "firstSheet"] {
            if let Some(at) = view.number(attribute).filter(|at| *at > gone_number) {
                moved = super::xml::with_attribute(&moved, attribute, &(at - 1).to_string());
            }
        }
        edits.replace(view.at..view.end(), moved);
    }
    edits.applied(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "<x:workbook xmlns:x='m'><x:bookViews><x:workbookView activeTab='1'/></x:bookViews>\
        <x:sheets><x:sheet name='A' sheetId='7' q:id='r1'/><x:sheet name='B' sheetId='3' q:id='r2'/></x:sheets>\
        <x:definedNames><x:definedName name='p' localSheetId='1'>B!$A$1</x:definedName></x:definedNames></x:workbook>";

    #[test]
    fn what_counts_sheets_counts_the_new_first_one() {
        let line = |first: &Tag<'_>, number| {
            format!(
                "<{}sheet n='{number}' {}='r9'/>",
                first.prefix(),
                id(first).unwrap().0
            )
        };
        let marked = with_first(TEXT, line).unwrap();
        let expected = TEXT
            .replace("<x:sheets>", "<x:sheets><x:sheet n='8' q:id='r9'/>")
            .replace("activeTab='1'", "activeTab='2'")
            .replace("localSheetId='1'", "localSheetId='2'");
        assert_eq!(marked, expected);
        let again = without(&marked, 0).unwrap();
        assert_eq!(again, TEXT);
    }

    #[test]
    fn a_book_without_a_view_opens_where_it_did() {
        let text = "<w><sheets><sheet r:id='a'/></sheets></w>";
        let marked = with_first(text, |_, _| "<sheet/>".to_owned()).unwrap();
        assert_eq!(
            marked,
            "<w><bookViews><workbookView activeTab=\"1\"/></bookViews><sheets><sheet/><sheet r:id='a'/></sheets></w>"
        );
    }

    #[test]
    fn a_taken_name_gets_a_number_within_its_length() {
        let taken = ["kết quả kiểm tra", "x"];
        assert_eq!(
            free_name("Kết quả kiểm tra", taken.into_iter()),
            "Kết quả kiểm tra 2"
        );
        assert_eq!(free_name("Khác", taken.into_iter()), "Khác");
        let long = "x".repeat(31);
        assert_eq!(free_name(&long, [long.as_str()].into_iter()).len(), 31);
    }
}
