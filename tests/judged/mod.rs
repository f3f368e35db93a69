//! A report without the way to it: what was judged, to be compared between inputs that say the same otherwise.
//!
//! In: JSON. Out: the same without places and traces.

use serde_json::Value;

/// Takes out where a thing stood and how it was worked out.
pub(crate) fn strip(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for key in ["place", "places", "trace"] {
                members.remove(key);
            }
            members.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
