//! What titles and names say of the figures under them: of which year they are, of which moment in it, and whether they are results.
//!
//! In: a text. Out: its years and the words that keep them from being the year of the figures. Must not know: sheets, columns.

use crate::fact::header::caption::year;
use crate::text::{fold, nfc, without_accents};
use std::ops::Range;
use std::sync::LazyLock;

/// Why a year is not simply the one whose last day the figures are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What is to be reached.
    Plan,
    /// An estimate, a part of the year, another time than the year itself.
    Other,
}

/// Words that keep a year from being taken.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Doubt {
    pub(super) kind: Kind,
    /// As found.
    pub(super) words: String,
    /// The one year that they are said of, where others stand beside it.
    pub(super) year: Option<i32>,
}

/// What a text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Says {
    /// The years that may be those of the figures, each once.
    pub(super) years: Vec<i32>,
    pub(super) doubts: Vec<Doubt>,
    /// Words such as `đầu năm`, as found.
    pub(super) start: Option<String>,
    /// Whether it speaks of the end of the year.
    pub(super) end: bool,
    /// Whether it speaks of results; what stands in the next line may be a part of that sentence.
    pub(super) result: bool,
}

/// Phrases with their forms without accents, as names of files are written.
pub(super) struct Phrases(Vec<[Vec<String>; 2]>);

impl Phrases {
    pub(super) fn new(phrases: &[&str]) -> Self {
        let words = |text: String| text.split(' ').map(str::to_owned).collect();
        let forms = |phrase: &&str| [words(fold(phrase)), words(without_accents(phrase))];
        Phrases(phrases.iter().map(forms).collect())
    }
}

/// Phrases by name, each folded once.
macro_rules! phrases {
    ($($name:ident = [$($phrase:literal),+ $(,)?];)+) => {
        $(static $name: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&[$($phrase),+]));)+
    };
}

pub(super) use phrases;

phrases! {
    PLANS = ["kế hoạch", "chỉ tiêu", "mục tiêu", "phấn đấu"];
    ESTIMATES = ["dự kiến", "dự báo", "dự ước", "ước", "sơ bộ", "tạm tính", "nửa đầu năm", "nửa năm", "giữa năm", "từ đầu năm"];
    // `Quy ước` is no estimate.
    NO_ESTIMATES = ["quy ước", "hương ước", "công ước"];
    RESULTS = ["kết quả", "thực hiện", "đánh giá", "thực trạng", "tình hình", "sơ kết", "tổng kết"];
    // Offices, programmes and numbered papers that have such a word in their name.
    NAMES = [
        "kế hoạch số", "kế hoạch và đầu tư", "kế hoạch đầu tư", "tài chính kế hoạch", "kế hoạch tài chính", "sở kế hoạch",
        "phòng kế hoạch", "ban kế hoạch", "mục tiêu quốc gia", "chương trình mục tiêu", "chỉ tiêu thống kê",
    ];
    REFERENCES = ["kèm theo", "căn cứ"];
    STARTS = ["đầu năm", "đầu kỳ"];
    ENDS = ["cuối năm", "cuối kỳ", "hết năm"];
    MONTHS = ["tháng"];
    QUARTERS = ["quý"];
    DAYS = ["ngày"];
    YEAR_WORDS = ["năm"];
    START_WORDS = ["đầu"];
    // Before a year: not that year itself.
    ELSEWHEN = [
        "trước", "sau", "từ", "giữa", "so với", "chuẩn", "chuẩn nghèo", "chuẩn nghèo đa chiều", "chuẩn nghèo giai đoạn",
        "chuẩn nghèo đa chiều giai đoạn",
    ];
    PLAN_LETTERS = ["kh", "kh năm"];
    UNTIL = ["đến", "đến ngày", "đến hết ngày", "tại ngày", "thời điểm", "thời điểm ngày", "đến tháng", "đến hết tháng", "hết tháng"];
    AND = ["và"];
    NUMBERS = ["ba", "sáu", "chín"];
}

/// A word, a number or a mark.
pub(super) struct Token {
    folded: String,
    at: Range<usize>,
}

/// A text in words.
pub(super) struct Words<'t> {
    text: &'t str,
    pub(super) tokens: Vec<Token>,
    /// Which of a phrase's forms it may hold: names without any accent are compared without.
    form: usize,
}

impl<'t> Words<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices() {
            if c.is_alphanumeric() {
                start.get_or_insert(at);
                continue;
            }
            if let Some(start) = start.take() {
                tokens.push(Token::new(text, start..at));
            }
            if !c.is_whitespace() && !joins(text, at, c) {
                tokens.push(Token::new(text, at..at + c.len_utf8()));
            }
        }
        if let Some(start) = start {
            tokens.push(Token::new(text, start..text.len()));
        }
        Words {
            text,
            tokens,
            form: usize::from(text.is_ascii()),
        }
    }

    /// How many tokens from that one on are one of the phrases; the longest.
    pub(super) fn at(&self, at: usize, phrases: &Phrases) -> Option<usize> {
        let is_here = |phrase: &&Vec<String>| {
            let tokens = self.tokens.get(at..at + phrase.len());
            tokens.is_some_and(|tokens| tokens.iter().map(|token| &token.folded).eq(phrase.iter()))
        };
        let forms = phrases.0.iter().map(|forms| &forms[self.form]);
        forms.filter(is_here).map(Vec::len).max()
    }

    /// Whether one of the phrases ends right before that token; how many tokens it has.
    fn before(&self, end: usize, phrases: &Phrases) -> Option<usize> {
        (1..=end)
            .filter(|length| self.at(end - length, phrases) == Some(*length))
            .max()
    }

    pub(super) fn shown(&self, tokens: Range<usize>) -> String {
        let of = |at: usize| self.tokens.get(at).map(|token| token.at.clone());
        let start = of(tokens.start).map_or(0, |at| at.start);
        let end = of(tokens.end.saturating_sub(1)).map_or(self.text.len(), |at| at.end);
        self.text[start..end].to_owned()
    }

    pub(super) fn is_of_letters(&self, at: usize) -> bool {
        let token = self.tokens.get(at);
        token.is_some_and(|token| token.folded.starts_with(char::is_alphabetic))
    }

    fn number(&self, at: usize) -> Option<u32> {
        self.tokens.get(at)?.folded.parse().ok()
    }

    /// `6 tháng`, `quý I`, `6T`: a part of a year, and how many tokens. `Ngày 5 tháng 1` is a day.
    fn part(&self, at: usize) -> Option<usize> {
        let folded = self.tokens[at].folded.as_str();
        let is_few = self
            .number(at)
            .is_some_and(|months| (1..12).contains(&months))
            || self.at(at, &NUMBERS).is_some();
        let is_day = self.before(at, &DAYS).is_some()
            || self.number(at + 2).is_some_and(|month| month <= 12);
        if is_few && !is_day && self.at(at + 1, &MONTHS).is_some() {
            return Some(2);
        }
        let quarters = ["i", "ii", "iii", "iv", "1", "2", "3", "4"];
        let next = self.tokens.get(at + 1).map(|token| token.folded.as_str());
        if self.at(at, &QUARTERS).is_some() && next.is_some_and(|next| quarters.contains(&next)) {
            return Some(2);
        }
        let letters = folded.trim_start_matches(|c: char| c.is_ascii_digit());
        let months = folded[..folded.len() - letters.len()].parse::<u32>();
        let is_short = months.is_ok_and(|months| (1..12).contains(&months))
            && letters
                .strip_prefix('t')
                .is_some_and(|rest| rest.is_empty() || year(rest).is_some());
        let is_quarter = matches!(folded, "q1" | "q2" | "q3" | "q4");
        (is_short || is_quarter).then_some(1)
    }
}

impl Token {
    fn new(text: &str, at: Range<usize>) -> Self {
        Token {
            folded: fold(&text[at.clone()]),
            at,
        }
    }
}

/// `dau_nam`, `dau-nam` and `Tài chính - Kế hoạch` are as good as with spaces.
fn joins(text: &str, at: usize, c: char) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let is_between = || {
        is_letter(text[..at].trim_end().chars().next_back())
            && is_letter(text[at + c.len_utf8()..].trim_start().chars().next())
    };
    c == '_' || matches!(c, '-' | '–') && is_between()
}

/// What lines that stand one below the other say together; each with its text, so that it can be quoted.
pub(super) fn read(lines: &[String]) -> Vec<(String, Says)> {
    let mut is_result = false;
    let mut read = Vec::new();
    for line in lines {
        let says = said(&nfc(line), is_result);
        // A title that is broken over two lines is one sentence, and its year ends it.
        is_result = says.result && says.years.is_empty();
        read.push((line.clone(), says));
    }
    read
}

fn said(text: &str, mut is_result: bool) -> Says {
    let words = Words::new(text);
    let mut says = Says::default();
    let mut is_reference = false;
    let mut references_plan: Vec<Range<usize>> = Vec::new();
    let mut started = 0;
    let mut after_plan = false;
    let found = years_in(text);
    let year_of = |at: usize| nearest(&found, words.tokens[at].at.start);
    let mut at = 0;
    while at < words.tokens.len() {
        let token = words.tokens[at].folded.as_str();
        if is_reference {
            // Papers that the sheet goes with: their words say nothing of it, and a plan's year is the plan's.
            if words.at(at, &PLANS).is_some() {
                references_plan.push(started..words.text.len());
            }
            is_reference = token != ")";
            at += 1;
            continue;
        }
        if words.at(at, &REFERENCES).is_some() {
            is_reference = true;
            started = words.tokens[at].at.start;
            at += 1;
            continue;
        }
        if let Some(length) = words.at(at, &NAMES).or_else(|| words.at(at, &NO_ESTIMATES)) {
            at += length;
            continue;
        }
        if let Some(length) = words.at(at, &RESULTS) {
            (is_result, after_plan) = (true, false);
            at += length;
            continue;
        }
        if let Some(length) = words.at(at, &PLANS) {
            if !is_result {
                says.doubt(Kind::Plan, words.shown(at..at + length), year_of(at));
            }
            after_plan = true;
            at += length;
            continue;
        }
        let other = words.at(at, &ESTIMATES).or_else(|| words.part(at));
        if let Some(mut length) = other {
            if let Some(start) = words.at(at + length, &STARTS) {
                length += start;
            }
            says.doubt(Kind::Other, words.shown(at..at + length), year_of(at));
            at += length;
            continue;
        }
        if words.at(at, &STARTS).is_some() {
            let shown = words.shown(at..at + 2);
            says.start.get_or_insert(shown);
        }
        says.end |= words.at(at, &ENDS).is_some();
        let is_joint = matches!(token, "," | ";") || words.at(at, &AND).is_some();
        // `Mục tiêu, chỉ tiêu` goes on; `kết quả năm nay, kế hoạch năm sau` does not.
        is_result &= !is_joint || after_plan;
        after_plan &= is_joint;
        at += 1;
    }
    says.result = is_result || says.end;
    for found in &found {
        if references_plan
            .iter()
            .any(|range| range.contains(&found.at.start))
        {
            continue;
        }
        says.year(&words, found);
    }
    says
}

impl Says {
    fn doubt(&mut self, kind: Kind, words: String, year: Option<i32>) {
        self.doubts.push(Doubt { kind, words, year });
    }

    /// Takes a year with the words right before it.
    fn year(&mut self, words: &Words<'_>, found: &Found) {
        let starts = |token: &Token| token.at.start >= found.date.start;
        let own = words.tokens.iter().position(starts);
        let own = own.unwrap_or(words.tokens.len());
        if found.is_day {
            if let Some(length) = words.before(own, &UNTIL) {
                let start = words.tokens[own - length].at.start;
                let shown = words.text[start..found.at.end].to_owned();
                self.doubt(Kind::Other, shown, Some(found.year));
            }
            return;
        }
        self.end |= found.date.start < found.at.start;
        if !self.years.contains(&found.year) {
            self.years.push(found.year);
        }
        let end = own - words.before(own, &YEAR_WORDS).unwrap_or(0);
        let shown = |length: usize| {
            words.text[words.tokens[end - length].at.start..found.at.end].to_owned()
        };
        if found.is_span {
            return;
        }
        if let Some(length) = words.before(end, &ELSEWHEN) {
            self.doubt(Kind::Other, shown(length), Some(found.year));
        } else if let Some(length) = words.before(end, &PLAN_LETTERS) {
            self.doubt(Kind::Plan, shown(length), Some(found.year));
        } else if words.before(end, &START_WORDS).is_some() {
            self.start.get_or_insert(shown(1));
        }
    }
}

/// A year where it stands.
struct Found {
    year: i32,
    at: Range<usize>,
    /// With the day before it, if there is one.
    date: Range<usize>,
    /// It belongs to a day that is not a year's last, or to a paper's number.
    is_day: bool,
    /// It begins a span of years: `2021 - 2025`.
    is_span: bool,
}

/// Of several years the one that words at that place are said of: the next one, or the last.
fn nearest(found: &[Found], at: usize) -> Option<i32> {
    let mut years: Vec<&Found> = found.iter().filter(|found| !found.is_day).collect();
    years.dedup_by_key(|found| found.year);
    let next = || years.iter().find(|found| found.at.start > at);
    (years.len() > 1)
        .then(|| next().or(years.last()))
        .flatten()
        .map(|found| found.year)
}

fn years_in(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..]
        .find(|c: char| c.is_ascii_digit())
        .map(|start| at + start)
    {
        let end = text[start..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(text.len(), |length| start + length);
        if let Some(year) = year(&text[start..end]) {
            let (is_day, from) = day_before(&text[..start]);
            found.push(Found {
                year,
                at: start..end,
                date: from..end,
                is_day: is_day || begins_a_date(&text[end..]),
                is_span: begins_a_span(&text[end..]),
            });
        }
        at = end;
    }
    found
}

/// `2025-01-05`, but not `2021-2025`.
fn begins_a_date(after: &str) -> bool {
    let bytes = after.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_separator = |at: usize| bytes.get(at).is_some_and(|byte| b"-./".contains(byte));
    is_separator(0)
        && is_digit(1)
        && is_digit(2)
        && is_separator(3)
        && is_digit(4)
        && !after[1..].starts_with("12-31")
}

fn begins_a_span(after: &str) -> bool {
    let next = after.trim_start().strip_prefix(['-', '–', '—']);
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    next.map(str::trim_start)
        .is_some_and(|next| year(&next[..digits(next)]).is_some())
}

/// Whether what stands before a year makes it part of another day than the year's last (`ngày 05/01/2023`) or of a paper's number
/// (`07/2021/NĐ-CP`, `BC 125-2025`), which say nothing of the figures; and where that begins.
fn day_before(before: &str) -> (bool, usize) {
    if let Some(day) = before.strip_suffix(['/', '.', '-']) {
        let is_last_day = ["31/12", "31.12", "31-12"]
            .iter()
            .any(|last| day.ends_with(last));
        let digits = |c: char| c.is_ascii_digit();
        let month = &day[day.trim_end_matches(digits).len()..];
        let start = day
            .trim_end_matches(|c: char| digits(c) || matches!(c, '/' | '.' | '-'))
            .len();
        // `2021-2025` is a span of years; `NQ-2021` is no date.
        let is_day = !month.is_empty() && year(month).is_none() && !is_last_day;
        let start = if is_day || is_last_day {
            start
        } else {
            before.len()
        };
        return (is_day, start);
    }
    let folded = fold(before);
    let words: Vec<&str> = folded.split(' ').collect();
    let month = fold("tháng");
    let is_day = matches!(words.as_slice(), [.., word, number, _year_word] if *word == month && number.parse::<u8>().is_ok_and(|n| n != 12))
        || matches!(words.as_slice(), [.., word, _number] if *word == month);
    (is_day, before.len())
}

/// Whether an accepted header speaks of the beginning of a year.
pub(super) fn is_of_the_start(header: &str) -> bool {
    holds(header, &STARTS)
}

/// Whether a header says itself of which end of the year its figures are.
pub(super) fn says_when(header: &str) -> bool {
    holds(header, &STARTS) || holds(header, &ENDS)
}

/// Whether a header speaks of what is to be reached.
pub(super) fn is_of_a_plan(header: &str) -> bool {
    holds(header, &PLANS)
}

pub(super) fn holds(text: &str, phrases: &Phrases) -> bool {
    let words = Words::new(text);
    (0..words.tokens.len()).any(|at| words.at(at, phrases).is_some())
}
