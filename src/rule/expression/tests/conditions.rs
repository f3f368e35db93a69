//! The conditions of the plan and of the benchmarks, as their authors would write them.

use super::parse;

const CONDITIONS: &[&str] = &[
    // Criteria.
    "tasks_on_time",
    "every y in start..rated satisfies rating[y] >= \"HTTNV\"",
    "poverty_rate[start] - poverty_rate[review] > plan_reduction and (every y in start+1..review satisfies poverty_rate[y-1] - poverty_rate[y] > council_reduction[y])",
    "every y in start..rated satisfies party_rating[y] >= 'HTTNV'",
    "funds_settled and reports_on_time",
    "people_mobilised and models_built >= 1",
    "reduction((poor + near_poor)[start], (poor + near_poor)[review]) > 50%",
    "models_built >= 1 and living_conditions_improved",
    "every y in start+1..review satisfies poverty_rate[y] < poverty_rate[y-1] or (poor[y-1] = 0 and poor[y] = 0)",
    "every y in start + 1..review satisfies relapsed[y] = 0",
    "status_start = \"none\"",
    "help_value >= 100_000_000",
    "status_start in [\"poor\", \"near_poor\"]",
    "status_now = \"none\" and not relapsed",
    "status_start in ['poor', 'near_poor'] and borrowed",
    "kind != \"bank\"",
    "contribution >= min_contribution",
    "credit_policy and known(state_bank_confirmation)",
    // Derived columns, quotas, targets.
    "poor / households",
    "class = \"collective\"",
    "class in [\"individual\", \"household\"]",
    "class = \"individual\" and leader",
    "40%",
    "poor[y-1] - poor[y]",
    "credit_lent[y] / credit_eligible[y]",
    "credit_eligible[y] > 0",
    "min(models[y] for districts)",
    "sum(workers_registered[t] for t in 2022..y) / workers[y]",
    // Deadlines.
    "unit = own.code and kind = \"annual\" and year = y",
    "date(y, 11, 15)",
    // Checks.
    "poor[y] + near_poor[y] <= households[y]",
    "poor[y] = sum(poor[y] for communes where district = own.code)",
    "households[y] between households[y-1] / 10 and households[y-1] * 10",
    "closing[y] = opening[y] - to_near_poor[y] - escaped[y] - other_out[y] + from_near_poor[y] + relapsed[y] + new_poor[y] + other_in[y]",
    "opening[y] = closing[y-1]",
    "if subject = \"officials\" then class = \"individual\" else if subject = \"households\" then class = \"household\" else class = \"collective\"",
    "(subject = 'officials' and class = 'individual') or (subject = 'households' and class = 'household') or (subject not in ['officials', 'households'] and class = 'collective')",
    "submitted <= as_of",
    "not relapsed or status_start in ['poor', 'near_poor']",
    "leader or not (contains(position, \"giám đốc\") or contains(position, \"chủ tịch\") or starts_with(position, \"trưởng\") or starts_with(position, 'phó phòng'))",
    "district.plan_reduction > 1.5%",
    "count(communes where district = own.code and poor[review] = 0) >= 2",
    "(some row of communes where district = own.code satisfies models_built >= 1)",
    "round(poor[y] / households[y], 4) <= 0.05",
    // Benchmarks.
    "every y in start + 1 .. review satisfies (poor[y - 1] / households[y - 1] - poor[y] / households[y]) * 100 >= target_reduction[y]",
    "every y in start + 1 .. review satisfies party_rating[y] >= 'HTTNV'",
    "models_built >= 1",
    "relapsed_households = 0",
    "kind = 'non_poor'",
    "help_value_vnd >= min_help",
    "kind in ['poor', 'near_poor']",
    "(registered_escape_year between start and review) and loan_ok and escaped and contribution_count >= 1",
];

#[test]
fn every_condition_of_the_plan_is_read_and_printed_back() {
    for condition in CONDITIONS {
        let read = parse(condition).unwrap_or_else(|found| panic!("{condition}: {found:?}"));
        let printed = read.to_string();
        assert_eq!(
            parse(&printed).as_ref(),
            Ok(&read),
            "{condition} printed as {printed}"
        );
    }
}

/// The condition of V.2.3.d has `or` beside a parenthesised `and`: what it means must not depend on who reads it.
#[test]
fn a_condition_of_the_plan_prints_in_one_settled_style() {
    for (written, printed) in [
        (
            "every y in start+1..review satisfies poverty_rate[y-1]-poverty_rate[y]>=council_reduction[y] or (poor[y-1]=0 and (poor[y]=0))",
            "every y in start + 1..review satisfies poverty_rate[y - 1] - poverty_rate[y] >= council_reduction[y] or (poor[y - 1] = 0 and poor[y] = 0)",
        ),
        (
            "reduction( (poor+near_poor) [start],((poor+near_poor)[review]) )>50 %",
            "reduction((poor + near_poor)[start], (poor + near_poor)[review]) > 50%",
        ),
        ("((a)) and ((b) and c)", "a and (b and c)"),
        (
            "(not (a = b)) and (not (c and d))",
            "not a = b and not (c and d)",
        ),
        ("(a - b) - (c - d) * (-(e))", "a - b - (c - d) * -e"),
        (
            "(every y in a..b satisfies c) and d",
            "(every y in a..b satisfies c) and d",
        ),
        ("kind  not  in  ['x',  \"y\"]", "kind not in [\"x\", \"y\"]"),
        ("name = '\"A\"'", "name = '\"A\"'"),
        ("1_000.50 + 0.50%", "1000.5 + 0.5%"),
    ] {
        assert_eq!(parse(written).unwrap().to_string(), printed);
    }
}
