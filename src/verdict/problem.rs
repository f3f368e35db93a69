//! What there is to say about waivers and nominations once everything is judged.
//!
//! In: nothing. Out: the problems of stage 4. Must not know: any language.

use crate::problems;
use chrono::NaiveDate;

problems! {
    /// What somebody should know about a waiver or a nomination.
    pub enum Problem {
        /// A waiver that no longer holds.
        "verdict/waiver-expired" Error WaiverExpired { rule: String, subject: String, until: NaiveDate },
        /// A waiver that does not hold yet.
        "verdict/waiver-not-yet" Error WaiverNotYet { rule: String, subject: String, from: NaiveDate },
        /// A waiver for a subject that the data does not have, though it has the table.
        "verdict/waiver-no-subject" Error WaiverWithoutSubject { rule: String, subject: String },
        /// A waiver of a rule that is met or does not apply anyway.
        "verdict/waiver-not-needed" Note WaiverNotNeeded { rule: String, subject: String },
        /// A nomination of a subject whose table the data does not have.
        "verdict/nominee-without-data" Error NomineeWithoutData { subject: String, table: String },
        /// A nomination whose name is another than the data has for its code.
        "verdict/nominee-misnamed" Error NomineeMisnamed { name: String, subject: String },
        /// Records of a unit that no deadline knows: they count for nobody.
        "verdict/record-of-nobody" Warning RecordOfNobody { unit: String, meant: Vec<String> },
        /// Two nominations that may be of one subject.
        "verdict/nominated-alike" Warning NominatedAlike { first: String, second: String, name: String },
    }
}
