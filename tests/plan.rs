//! The plan beside its criteria, through the program: quotas, deadlines, targets, nominations, data checks, waivers, at their
//! boundaries.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

#[path = "plan/checks.rs"]
mod checks;
#[path = "plan/deadlines.rs"]
mod deadlines;
mod folder;
#[path = "plan/nominations.rs"]
mod nominations;
#[path = "plan/quotas.rs"]
mod quotas;
#[path = "plan/targets.rs"]
mod targets;
#[path = "plan/waivers.rs"]
mod waivers;

use folder::{Ran, checked, ran};
