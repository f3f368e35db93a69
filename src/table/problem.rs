//! What can go wrong while a file is opened and its rows are read.
//!
//! In: nothing. Out: the problems of stage 1. Must not know: any language.

use crate::diagnostic::Argument;
use crate::problems;

problems! {
    /// Why a file (or the rest of a sheet) cannot be read.
    pub enum Problem {
        /// The operating system would not let us read it.
        "table/unreadable" Error Unreadable { reason: Argument },
        /// It holds no byte.
        "table/empty-file" Error EmptyFile {},
        /// A file too large to be held in memory; `limit` in MiB.
        "table/too-large" Error TooLarge { limit: u64 },
        /// An Office file with a password.
        "table/password" Error Password {},
        /// The workbook of Excel 4 and older.
        "table/old-excel" Error OldExcel {},
        /// The binary workbook of newer Excel (`.xlsb`).
        "table/binary-workbook" Error BinaryWorkbook {},
        /// Apple Numbers.
        "table/numbers" Error AppleNumbers {},
        /// A Word or PowerPoint document.
        "table/not-a-workbook" Error NotAWorkbook { kind: String },
        /// A zip archive that holds files, not a workbook.
        "table/archive" Error Archive { kind: String },
        /// A web page, whatever its name says.
        "table/html" Error WebPage {},
        /// A web page with its pictures in one file.
        "table/mhtml" Error WebArchive {},
        /// Excel 2003's XML.
        "table/spreadsheet-xml" Error SpreadsheetXml {},
        /// PDF.
        "table/pdf" Error Pdf {},
        /// Some other known kind of file: a picture, RTF, other XML.
        "table/other-kind" Error OtherKind { kind: String },
        /// Text in UTF-16 with half a letter in it.
        "table/broken-utf-16" Error BrokenUtf16 {},
        /// A NUL byte in text.
        "table/nul-byte" Error NulByte { line: u64 },
        /// Text that is not UTF-8; `byte` is the offset in the file, from 0.
        "table/not-utf-8" Error NotUtf8 { line: u64, byte: u64 },
        /// Letters that may stand for others: `example` is one of the words, `read_as` what it would be in that encoding.
        "table/uncertain-letters" Error UncertainLetters { encoding: String, example: String, read_as: String },
        /// Text that is not in the encoding that the user named.
        "table/wrong-encoding" Error WrongEncoding { encoding: String },
        /// Bytes read as Windows-1258.
        "table/windows-1258" Note Windows1258 {},
        /// Letters that stood for others.
        "table/converted" Note Converted { encoding: String, cells: u64 },
        /// Cells in Unicode among those whose letters stood for others, and some that could be either.
        "table/mixed-letters" Warning MixedLetters { encoding: String, cells: u64, example: String, read_as: String },
        /// A few words that look as if their letters stood for others, in a text whose letters do not.
        "table/odd-letters" Warning OddLetters { encoding: String, words: u64, example: String },
        /// Formulas were taken by the results saved in the file.
        "table/formulas" Note Formulas { cells: u64 },
        /// Days counted from 1904, as the workbook says.
        "table/days-from-1904" Note DaysFrom1904 { cells: u64 },
        /// A quote that is never closed, or closed in the middle of a later line, so that rows would be swallowed.
        "table/unclosed-quote" Error UnclosedQuote { line: u64 },
        /// A row of text over the limit (in KiB).
        "table/long-row" Error LongRow { line: u64, limit: u64 },
        /// A row with more cells than a spreadsheet can have.
        "table/wide-row" Error WideRow { line: u64, limit: u64 },
        /// A workbook that is broken or cut off.
        "table/corrupt" Error Corrupt { detail: String },
        /// A zip without its directory: cut off while it was copied. `part` is the last that begins in it.
        "table/cut-off" Error CutOff { part: String },
        /// A part of the zip that cannot be unpacked, is missing or is cut off.
        "table/broken-part" Error BrokenPart { part: String },
        /// The sectors of an `.xls` do not join up, loop, or lie beyond its end.
        "table/broken-compound" Error BrokenCompound {},
        /// An `.xls` record that is cut off or not what it says; `byte` in the workbook's stream.
        "table/broken-record" Error BrokenRecord { byte: u64 },
        /// An `.xls` that holds a workbook twice.
        "table/two-workbooks" Error TwoWorkbooks {},
        /// An `.xls` whose texts are in a code page that is not known.
        "table/code-page" Error CodePage { page: String },
        /// A cell whose text is not in the table of texts.
        "table/absent-text" Error AbsentText { cell: String },
        /// The reading library gave up in a way it should not.
        "table/reader-failed" Error ReaderFailed { detail: String },
        /// More parts in the zip than a workbook has.
        "table/too-many-parts" Error TooManyParts { parts: u64, limit: u64 },
        /// Two parts of one name, or of names that differ only in case.
        "table/same-part" Error SamePart { part: String },
        /// A part that names a place outside the zip.
        "table/part-outside" Error PartOutside { part: String },
        /// A part whose bytes are another's too.
        "table/overlapping-part" Error OverlappingPart { part: String },
        /// A part that lies where the reading library does not look.
        "table/unusual-part" Error UnusualPart { part: String },
        /// A zip that grows beyond reason when unpacked.
        "table/zip-bomb" Error ZipBomb { part: String },
        /// XML that declares entities.
        "table/xml-entities" Error XmlEntities { part: String },
        /// XML nested too deep, or with a tag or a text beyond reason.
        "table/xml-bounds" Error XmlBounds { part: String },
        /// A count in the file that is far from what it holds.
        "table/false-count" Error FalseCount { part: String, promised: u64, found: u64 },
        /// More text than can be held in memory; `limit` in MiB.
        "table/too-much-text" Error TooMuchText { limit: u64 },
        /// A workbook without a worksheet.
        "table/no-sheet" Error NoSheet {},
        /// More sheets than any workbook has.
        "table/too-many-sheets" Error TooManySheets { limit: u64 },
        /// Two sheets of one name.
        "table/same-sheet" Error SameSheet { sheet: String },
        /// A sheet was asked for that the file does not have.
        "table/absent-sheet" Error AbsentSheet {},
        /// Not all sheets that the file has were read.
        "table/sheets-lost" Error SheetsLost { read: u64, found: u64 },
        /// Not as many values, or cells, of a sheet were read as were counted.
        "table/cells-lost" Error CellsLost { read: u64, found: u64 },
        /// A sheet that is full to the last row that its format has.
        "table/perhaps-cut" Warning PerhapsCut { rows: u64 },
        /// The same row twice.
        "table/duplicate-row" Error DuplicateRow { row: u64 },
        /// A row that stands behind a later one.
        "table/rows-out-of-order" Error RowsOutOfOrder { row: u64 },
        /// The same cell twice.
        "table/duplicate-cell" Error DuplicateCell { cell: String },
        /// Cells that do not come row by row, left to right.
        "table/cells-out-of-order" Error CellsOutOfOrder { cell: String },
        /// A cell beyond XFD1048576.
        "table/cell-outside" Error CellOutside { row: u64, column: u64 },
        /// An error literal that is not known; it stands at `from` or later, the reader does not say where.
        "table/unknown-error-cell" Error UnknownErrorCell { literal: String, from: String },
        /// A row whose text is over the limit (in MiB).
        "table/heavy-row" Error HeavyRow { row: u64, limit: u64 },
        /// More cells in a sheet than can be read in sensible time.
        "table/too-many-cells" Error TooManyCells { limit: u64 },
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Problem::Unreadable {
            reason: (&error).into(),
        }
    }
}
