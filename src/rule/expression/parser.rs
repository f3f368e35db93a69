//! parser
/// x
pub fn parse() {}
