use super::grammar::grammar;
use crate::locale::Locale;
use crate::text::Language;

#[test]
fn the_grammar_is_consistent() {
    for language in [Language::Vietnamese, Language::English] {
        grammar(&Locale::new(language), 80).debug_assert();
    }
}
