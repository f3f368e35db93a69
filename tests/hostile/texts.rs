//! Delimited text that is none or does not end (items 2, 31, 32, 48).

use super::case::{Case, Expected::Refused, case, rows};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        case(48, "a NUL", "xa.csv", Refused("table/nul-byte"), || {
            "ma,ten\n1,a\0b\n".into()
        }),
        case(
            48,
            "NULs and nothing else",
            "xa.csv",
            Refused("table/nul-byte"),
            || vec![0; 1 << 20],
        ),
        case(
            48,
            "a million columns",
            "xa.csv",
            Refused("table/wide-row"),
            || format!("{}\n", ",".repeat(1_000_000)).into(),
        ),
        case(
            48,
            "a field of 60 MiB",
            "xa.csv",
            Refused("table/long-row"),
            || vec![b'x'; 60 << 20],
        ),
        case(
            48,
            "a quoted field of 60 MiB",
            "xa.csv",
            Refused("table/unclosed-quote"),
            || [&b"ma,ten\n1,\""[..], &vec![b'\n'; 60 << 20]].concat(),
        ),
        case(
            2,
            "a quote that is never closed",
            "xa.csv",
            Refused("table/unclosed-quote"),
            || "ma,ten\n1,\"x\n2,y\n3,z\n".into(),
        ),
        case(
            2,
            "a quote in the middle of a field",
            "xa.csv",
            rows("1: ma|ten\n2: 1|x \"y\" z\n3: 2|y"),
            || "ma,ten\n1,x \"y\" z\n2,y\n".into(),
        ),
        case(
            48,
            "separators and nothing else",
            "xa.csv",
            rows("1: |||\n2: |||"),
            || ",,,\n,,,\n".into(),
        ),
        case(48, "line ends and nothing else", "xa.csv", rows(""), || {
            vec![b'\n'; 1 << 20]
        }),
        case(
            32,
            "a mark of the encoding and nothing else",
            "xa.csv",
            rows(""),
            || b"\xef\xbb\xbf".into(),
        ),
        case(
            32,
            "half a letter of UTF-16",
            "xa.csv",
            Refused("table/broken-utf-16"),
            || b"\xff\xfea\0,".into(),
        ),
        case(
            31,
            "semicolons",
            "xa.csv",
            rows("1: ma|ten\n2: 1|a,b"),
            || "ma;ten\n1;a,b\n".into(),
        ),
    ]
}
