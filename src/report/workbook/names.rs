//! Names of sheets that every office program takes.
//!
//! In: wished names. Out: names of at most 31 characters, without forbidden ones, no two alike. Must not know: what the sheets hold.

use std::collections::HashSet;

/// UTF-16 units of a sheet's name.
const MOST: usize = 31;

/// The names that are taken.
#[derive(Default)]
pub(super) struct Names {
    /// In lower case: no two may differ by case alone.
    taken: HashSet<String>,
}

impl Names {
    /// The name, or one like it that is allowed and free.
    pub(super) fn unique(&mut self, wished: &str) -> String {
        let name = allowed(wished);
        let mut number = 1_usize;
        let mut free = cut(&name, MOST);
        while !self.taken.insert(free.to_lowercase()) {
            number += 1;
            let tail = format!(" ({number})");
            free = format!("{}{tail}", cut(&name, MOST - tail.len()));
        }
        free
    }
}

fn allowed(wished: &str) -> String {
    let allowed = |c: char| match c {
        '*' | '?' | ':' | '[' | ']' | '\\' | '/' => ' ',
        c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => ' ',
        c => c,
    };
    let name: String = wished.chars().map(allowed).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    // An apostrophe may stand neither first nor last, wherever a name is cut.
    let name = name.replace('\'', "’");
    // Excel keeps this name for itself.
    let is_kept = name.eq_ignore_ascii_case("history");
    match name.is_empty() || is_kept {
        true => format!("_{name}"),
        false => name,
    }
}

/// At most so many UTF-16 units, without a blank at the end.
fn cut(name: &str, most: usize) -> String {
    if name.encode_utf16().count() <= most {
        return name.to_owned();
    }
    let mut units = 1;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= most
    };
    let cut: String = name.chars().take_while(fits).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_allowed_and_never_twice() {
        let long = "Cán bộ, công chức, viên chức, người làm công tác giảm nghèo";
        let wished = [
            long, long, "a/b:c", "A B C", "'q'", "", "", "History", "x\0y",
        ];
        let mut names = Names::default();
        let made: Vec<String> = wished.iter().map(|name| names.unique(name)).collect();
        let expected = [
            "Cán bộ, công chức, viên chức,…",
            "Cán bộ, công chức, viên ch… (2)",
            "a b c",
            "A B C (2)",
            "’q’",
            "_",
            "_ (2)",
            "_History",
            "x y",
        ];
        assert_eq!(made, expected);
        assert!(made.iter().all(|name| name.encode_utf16().count() <= MOST));
    }
}
