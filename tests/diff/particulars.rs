//! What stands beside a verdict and changed without it: told like facts, listed on request.

use crate::example;
use crate::world::{Folder, changes, json_of, run};
use serde_json::{Value, json};

/// Where it stands in a report, what it becomes, as what it is listed, and how people read that.
const PARTICULARS: [(&str, &str, &str, &str); 9] = [
    (
        "/nominations/0/priority",
        "true",
        "nomination priority",
        "diện ưu tiên: không → có",
    ),
    (
        "/nominations/0/priority",
        "null",
        "nomination priority",
        "diện ưu tiên: không → chưa rõ",
    ),
    (
        "/nominations/0/submitted_by",
        "\"1..2\"",
        "nomination submitted_by",
        "đơn vị trình: UBND huyện Lộc Ninh → 1..2",
    ),
    (
        "/waivers/0/decision",
        "\"02/BB\"",
        "waiver decision",
        "quyết định miễn xét: 01/BB-HĐTĐKT (giả định) → 02/BB",
    ),
    (
        "/waivers/0/until",
        "\"2027-01-31\"",
        "waiver until",
        "miễn xét đến hết ngày: 31/12/2026 → 31/01/2027",
    ),
    (
        "/targets/2/judge",
        "\"mean\"",
        "target judge",
        "năm được tính: năm gần nhất → bình quân các năm",
    ),
    (
        "/quotas/2/eligible",
        "1234",
        "quota eligible",
        "số đủ điều kiện: 2 → 1.234",
    ),
    (
        "/quotas/2/of",
        "null",
        "quota of",
        "tổng số để tính tỉ lệ: 10 → (không có)",
    ),
    (
        "/subjects/0/name",
        "\"Xã 1..2\"",
        "subject name",
        " → Xã 1..2",
    ),
];

#[test]
fn what_stands_beside_a_verdict_is_counted_and_listed_on_request() {
    let old = example::report("binh-phuoc-2021-2025", "examples/binh-phuoc-2025");
    for (place, value, listed, said) in PARTICULARS {
        let mut new: Value = serde_json::from_str(&old).unwrap();
        *new.pointer_mut(place).expect(place) = serde_json::from_str(value).unwrap();
        let folder = Folder::new();
        folder.write("a.json", &old);
        folder.write("b.json", new.to_string());
        let document = json_of(&folder, &["a.json", "b.json"]);
        assert_eq!(changes(&document).len(), 0, "{place}: {document:#}");
        assert_eq!(document["summary"]["facts_alone"], 1, "{place}");
        let asked = ["a.json", "b.json", "--show", "all"];
        let document = json_of(&folder, &asked);
        let [change] = changes(&document) else {
            panic!("{place}: {document:#}");
        };
        assert_eq!(
            (&change["direction"], &change["rules"]),
            (&json!("same"), &json!([]))
        );
        let (kind, fact) = listed.split_once(' ').unwrap();
        assert_eq!(
            (&change["kind"], &change["facts"][0]["fact"]),
            (&json!(kind), &json!(fact))
        );
        let ran = run(&folder, "diff", &asked);
        let text = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(said), "{said}: {text}");
        assert_eq!(ran.code, 0);
    }
}
