//! Numbers from text.
use super::Number;
/// x
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading { /// x
 Unreadable }
impl Number {
    pub(super) fn parse_scientific(_text: &str) -> Option<Self> { None }
}
