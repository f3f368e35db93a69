//! The table of functions of the two pages, made of the program's own.

use std::fmt::Write as _;
use thidua::locale::Locale;
use thidua::rule::functions::{FORMS, FUNCTIONS, Function, Parameter};
use thidua::text::Language;

const OPENING: &str = "<!-- functions -->\n";
const CLOSING: &str = "<!-- /functions -->\n";

/// The text with the table of functions in its place, if its place is there.
pub(crate) fn with_functions(text: &str, language: Language) -> String {
    let Some((before, rest)) = text.split_once(OPENING) else {
        return text.to_owned();
    };
    let (_, after) = rest.split_once(CLOSING).unwrap();
    let table = table_of_functions(&Locale::new(language));
    format!("{before}{OPENING}\n{table}\n{CLOSING}{after}")
}

pub(crate) fn table_of_functions(locale: &Locale) -> String {
    let mut table = match locale.language() {
        Language::English => "| Written | Gives | What it is for |\n|---|---|---|\n",
        Language::Vietnamese => "| Cách viết | Cho ra | Dùng để làm gì |\n|---|---|---|\n",
    }
    .to_owned();
    for function in FUNCTIONS {
        let gives = locale.label(function.returns.label());
        let says = locale.label(function.says);
        let _ = writeln!(
            table,
            "| `{}` | {gives} | {says} |",
            signature(function, locale)
        );
    }
    for form in FORMS {
        let (gives, says) = (locale.label(form.gives), locale.label(form.says));
        let _ = writeln!(table, "| `{}` | {gives} | {says} |", form.written.join(" "));
    }
    table
}

fn signature(function: &Function, locale: &Locale) -> String {
    let parameter = |parameter: &Parameter| match (parameter, parameter.label()) {
        (_, Some(label)) => locale.label(label),
        (Parameter::Literal(low, high), None) => format!("{low}…{high}"),
        (other, None) => panic!("{other:?} has no label"),
    };
    let mut parameters: Vec<String> = function.parameters.iter().map(parameter).collect();
    if function.variadic {
        parameters.push("…".to_owned());
    }
    format!("{}({})", function.name, parameters.join(", "))
}
