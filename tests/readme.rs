//! What the README shows is what the program prints.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

use assert_cmd::Command;

/// Each command that the README shows in backticks before a block of output, with the block. `…` on a line of its own stands for
/// lines left out.
fn shown() -> Vec<(String, String)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let text = std::fs::read_to_string(path).expect("the README is there");
    let mut found = Vec::new();
    let mut command = None;
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("```\n") {
        let (block, after) = after.split_once("```\n").expect("a block ends");
        let last = before
            .lines()
            .rev()
            .find(|line| line.starts_with("`thidua "));
        if let Some(line) = last {
            command = line.split('`').nth(1).map(str::to_owned);
        }
        if let Some(command) = command.take() {
            found.push((command, block.to_owned()));
        }
        rest = after;
    }
    found
}

#[test]
fn every_output_of_the_readme_is_what_the_program_prints() {
    let shown = shown();
    assert!(shown.len() >= 4, "{shown:#?}");
    for (command, block) in shown {
        let output = Command::new(env!("CARGO_BIN_EXE_thidua"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env_remove("THIDUA_LANG")
            .args(command.split_whitespace().skip(1))
            .output()
            .expect("the program runs");
        let printed = String::from_utf8(output.stdout).expect("text");
        let mut rest = printed.as_str();
        for piece in block.split("…\n") {
            let at = rest
                .find(piece)
                .unwrap_or_else(|| panic!("{command} does not print\n{piece}\nbut\n{printed}"));
            rest = &rest[at + piece.len()..];
        }
    }
}
