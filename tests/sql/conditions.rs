//! Random conditions over the tables of [`HEAD`], by the grammar of the rule language.
//!
//! In: a source of chance. Out: texts, most of which the checker takes.

use crate::chance::Chance;

/// A rule set without criteria: two tables, a column of every type, derived columns.
pub(crate) const HEAD: &str = r#"format: 1
id: ngau-nhien
version: "1"
title: Ngẫu nhiên
rounds:
  dot: { title: Đợt, years: { start: 2021, review: 2023 } }
default_round: dot
scales:
  rating: { KHT: [Không hoàn thành], HT: [Hoàn thành], HTT: [Hoàn thành tốt] }
choices:
  sort: { rural: [Nông thôn], urban: [Đô thị], "it's": [Khác] }
tables:
  districts:
    key: code
    columns:
      code: { type: code }
      goal: { type: number, whole: true }
      share: { type: percent }
      balance: { type: number, whole: true, min: -1000000000000 }
      flag: { type: yes_no }
      sort: { type: choice, of: sort }
      rated: { type: level, of: rating }
      poor: { type: number, whole: true, by: year }
      people: { type: number, whole: true, by: year }
    derived:
      rate: { by: year, is: poor / people }
      members: { is: "count(communes where district = own.code and open)" }
  communes:
    key: code
    columns:
      code: { type: code }
      district: { type: code, of: districts }
      word: { type: text }
      goal: { type: number, whole: true }
      price: { type: number, min: -1000 }
      balance: { type: number, whole: true, min: -1000000000000 }
      share: { type: percent }
      open: { type: yes_no }
      done: { type: yes_no }
      sort: { type: choice, of: sort }
      signed: { type: date }
      founded: { type: year }
      seen: { type: year, by: year }
      poor: { type: number, whole: true, by: year }
      people: { type: number, whole: true, by: year }
      rating: { type: level, of: rating, by: year }
    derived:
      rate: { by: year, is: poor / people }
      twice: { is: balance * 2 + goal }
criteria:
"#;

/// Where a condition stands.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
    Communes,
    Districts,
    /// Within a condition over communes, of districts and of communes.
    CommunesOfDistrict,
    DistrictsOfCommune,
}

pub(crate) struct Conditions<'c> {
    pub(crate) chance: &'c mut Chance,
}

impl Conditions<'_> {
    fn one(&mut self, choices: &[&str]) -> String {
        choices[self.chance.index(choices.len())].to_owned()
    }

    fn year(&mut self, bound: Option<&str>) -> String {
        match bound {
            Some(year) if self.chance.below(4) > 0 => year.to_owned(),
            _ => self.one(&["start", "review", "2022", "start + 1"]),
        }
    }

    fn is_commune(place: Place) -> bool {
        matches!(place, Place::Communes | Place::CommunesOfDistrict)
    }

    /// A number without a unit.
    pub(crate) fn number(&mut self, depth: u32, place: Place, year: Option<&str>) -> String {
        if depth == 0 || self.chance.below(5) == 0 {
            return self.figure(place, year);
        }
        let choice = self.chance.below(19);
        let inner = |this: &mut Self| this.number(depth - 1, place, year);
        match choice {
            0..=2 => format!("({} + {})", inner(self), inner(self)),
            3..=5 => format!("({} - {})", inner(self), inner(self)),
            6 => format!("({} * {})", inner(self), inner(self)),
            7..=9 => format!("({} / {})", inner(self), inner(self)),
            10 => format!("(-{})", inner(self)),
            11 => {
                let function = self.one(&["abs", "floor", "ceiling"]);
                format!("{function}({})", inner(self))
            }
            12 => {
                let function = self.one(&["round", "truncate"]);
                let places = self.chance.below(3);
                format!("{function}({}, {places})", inner(self))
            }
            13 => {
                let function = self.one(&["min", "max", "reduction"]);
                format!("{function}({}, {})", inner(self), inner(self))
            }
            14 => {
                let condition = self.condition(depth - 1, place, year);
                format!(
                    "(if {condition} then {} else {})",
                    self.number(depth - 1, place, year),
                    self.number(depth - 1, place, year)
                )
            }
            15 => {
                let aggregate = self.one(&["sum", "min", "max", "mean"]);
                let body = self.number(depth - 1, place, Some("n"));
                format!("{aggregate}({body} for n in start..review)")
            }
            _ => self.of_rows(depth, place, year),
        }
    }

    fn of_rows(&mut self, depth: u32, place: Place, year: Option<&str>) -> String {
        let (table, inner) = match place {
            Place::Districts => ("communes", Place::CommunesOfDistrict),
            Place::Communes => ("districts", Place::DistrictsOfCommune),
            Place::CommunesOfDistrict | Place::DistrictsOfCommune => {
                return self.figure(place, year);
            }
        };
        let rows = self.rows(table, depth, inner, year);
        if self.chance.below(3) == 0 {
            return format!("count({rows})");
        }
        let aggregate = self.one(&["sum", "min", "max", "mean"]);
        let body = self.number(depth - 1, inner, year);
        format!("{aggregate}({body} for {rows})")
    }

    fn rows(&mut self, table: &str, depth: u32, inner: Place, year: Option<&str>) -> String {
        let joined = match inner {
            Place::CommunesOfDistrict => "district = own.code",
            Place::Communes | Place::Districts | Place::DistrictsOfCommune => "code = own.district",
        };
        match self.chance.below(5) {
            0 => table.to_owned(),
            1 => {
                let condition = self.condition(depth.saturating_sub(1), inner, year);
                format!("{table} where ({condition})")
            }
            2 => {
                let condition = self.condition(depth.saturating_sub(1), inner, year);
                format!("{table} where {joined} and ({condition})")
            }
            _ => format!("{table} where {joined}"),
        }
    }

    fn figure(&mut self, place: Place, year: Option<&str>) -> String {
        if self.chance.below(5) == 0 {
            return self.one(&["0", "1", "2", "3", "10", "100", "0.5", "50%", "1.25"]);
        }
        let at = self.year(year);
        let series = match self.chance.below(6) {
            0 => format!("poor[{at}]"),
            1 => format!("people[{at}]"),
            2 => format!("rate[{at}]"),
            3 => format!("(poor + people)[{at}]"),
            _ => String::new(),
        };
        if !series.is_empty() {
            return series;
        }
        match place {
            Place::Communes => self.one(&[
                "goal",
                "price",
                "balance",
                "share",
                "twice",
                "district.goal",
                "district.share",
                "district.balance",
                "district.rate[2022]",
                "days(signed, date(2022, 6, 1))",
                "(founded - 2020)",
            ]),
            Place::CommunesOfDistrict => self.one(&[
                "goal",
                "price",
                "balance",
                "share",
                "twice",
                "district.goal",
                "own.goal",
                "own.balance",
                "own.rate[2021]",
                "own.share",
            ]),
            Place::Districts => self.one(&["goal", "share", "balance", "members"]),
            Place::DistrictsOfCommune => self.one(&[
                "goal",
                "share",
                "balance",
                "own.goal",
                "own.price",
                "own.twice",
            ]),
        }
    }

    /// True, false or open.
    pub(crate) fn condition(&mut self, depth: u32, place: Place, year: Option<&str>) -> String {
        if depth == 0 {
            return self.fact(place, year);
        }
        match self.chance.below(14) {
            0..=4 => self.comparison(depth, place, year),
            5 => {
                let word = self.one(&["and", "or"]);
                let parts: Vec<String> = (0..2 + self.chance.below(2))
                    .map(|_| format!("({})", self.condition(depth - 1, place, year)))
                    .collect();
                parts.join(&format!(" {word} "))
            }
            6 => format!("not ({})", self.condition(depth - 1, place, year)),
            7 => {
                let item = self.number(depth - 1, place, year);
                let (low, high) = (
                    self.number(depth - 1, place, year),
                    self.number(depth - 1, place, year),
                );
                format!("{item} between {low} and {high}")
            }
            8 => {
                let word = self.one(&["in", "not in"]);
                format!(
                    "{} {word} [0, 1, 0.5, 10]",
                    self.number(depth - 1, place, year)
                )
            }
            9 => {
                let word = self.one(&["every", "some"]);
                format!(
                    "({word} n in start + 1 .. review satisfies {})",
                    self.condition(depth - 1, place, Some("n"))
                )
            }
            10 | 11 => {
                let (table, inner) = match place {
                    Place::Districts => ("communes", Place::CommunesOfDistrict),
                    Place::Communes => ("districts", Place::DistrictsOfCommune),
                    Place::CommunesOfDistrict | Place::DistrictsOfCommune => {
                        return self.comparison(depth, place, year);
                    }
                };
                let word = self.one(&["every", "some"]);
                let rows = self.rows(table, depth, inner, year);
                format!(
                    "({word} row of {rows} satisfies {})",
                    self.condition(depth - 1, inner, year)
                )
            }
            12 => format!(
                "(if {} then {} else {})",
                self.condition(depth - 1, place, year),
                self.condition(depth - 1, place, year),
                self.condition(depth - 1, place, year)
            ),
            _ => self.fact(place, year),
        }
    }

    fn comparison(&mut self, depth: u32, place: Place, year: Option<&str>) -> String {
        let sign = self.one(&["=", "!=", "<", "<=", ">", ">=", ">=", "<="]);
        format!(
            "{} {sign} {}",
            self.number(depth, place, year),
            self.number(depth - 1, place, year)
        )
    }

    fn fact(&mut self, place: Place, year: Option<&str>) -> String {
        let at = self.year(year);
        if Self::is_commune(place) {
            let known = self.one(&["goal", "district", "signed", "sort"]);
            let facts = [
                "open".to_owned(),
                "done".to_owned(),
                "sort = \"rural\"".to_owned(),
                "sort in [\"urban\", \"it's\"]".to_owned(),
                "sort != \"urban\"".to_owned(),
                format!("rating[{at}] >= \"HT\""),
                format!("rating[{at}] = \"HTT\""),
                format!("rating[{at}] between \"HT\" and \"HTT\""),
                format!("known({known})"),
                format!("known(poor[{at}])"),
                "known(district.goal)".to_owned(),
                "founded between start and review".to_owned(),
                "founded + 1 > 2021".to_owned(),
                "founded >= 2022".to_owned(),
                "2022 > founded".to_owned(),
                "founded not in [2021, 2022]".to_owned(),
                "founded = start".to_owned(),
                "known(founded)".to_owned(),
                "2021 between 2020 and founded".to_owned(),
                format!("seen[{at}] >= 2021"),
                format!("seen[{at}] != founded"),
                format!("known(seen[{at}])"),
                "signed <= date(2022, 6, 15)".to_owned(),
                "date(founded, 2, 1) < signed".to_owned(),
                "signed <= as_of".to_owned(),
                "year(signed) = 2022".to_owned(),
                "year(date(founded - 1, 12, 31)) + 1 = founded".to_owned(),
                "days(date(founded, 1, 1), signed) < 400".to_owned(),
                "word = \"Lộc Thành\"".to_owned(),
                "word not in [\"A\", \"it's\"]".to_owned(),
                "open = done".to_owned(),
                "district.flag".to_owned(),
                "district.sort = sort".to_owned(),
                "district.rated > \"KHT\"".to_owned(),
                "true".to_owned(),
            ];
            return facts[self.chance.index(facts.len())].clone();
        }
        let facts = [
            "flag",
            "sort = \"rural\"",
            "sort not in [\"urban\"]",
            "rated >= \"HT\"",
            "known(goal)",
            "known(poor[2022])",
            "members > 1",
        ];
        self.one(&facts)
    }
}
