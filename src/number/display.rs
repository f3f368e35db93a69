//! Numbers as text.
use super::Number;
impl Number {
    /// A decimal if it terminates, else `n/d`: the form of the JSON report.
    pub fn to_exact(&self) -> String {
        match self.to_scaled() { Some((digits, 0)) => digits.to_string(), _ => format!("{}", self.to_big()) }
    }
}
