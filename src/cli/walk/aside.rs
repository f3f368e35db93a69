//! What in a folder is not data, by its name.
//!
//! In: a file's name. Out: why it is left aside. Must not know: what stands in it.

/// Why something in a folder is left aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// An office program's mark that the file beside it is open.
    Lock,
    /// Its name begins with a dot.
    Hidden,
    /// The system's own.
    System,
    /// A link that leaves the folder.
    LinkOutside,
    /// A link within the folder: its target is met at its own place.
    LinkInside,
    /// Neither a file nor a folder.
    Special,
    /// It is read already.
    Twice,
    /// A text to read.
    Document,
    /// A picture, a recording.
    Picture,
    /// Files packed into one.
    Archive,
    /// Something for programs: a rule file, a report.
    ForPrograms,
}

/// Endings of names, in lower case. Whatever is not here is opened, and told by its content.
const NOT_DATA: [(Reason, &[&str]); 4] = [
    (
        Reason::Document,
        &[
            "doc", "docx", "docm", "dot", "dotx", "htm", "html", "md", "mht", "odt", "pdf", "pps",
            "ppt", "pptx", "rtf", "txt", "xps",
        ],
    ),
    (
        Reason::Picture,
        &[
            "avi", "bmp", "gif", "heic", "ico", "jfif", "jpeg", "jpg", "mov", "mp3", "mp4", "png",
            "psd", "svg", "tif", "tiff", "wav", "webp",
        ],
    ),
    (
        Reason::Archive,
        &["7z", "bz2", "gz", "iso", "rar", "tar", "tgz", "xz", "zip"],
    ),
    (
        Reason::ForPrograms,
        &[
            "bak", "bat", "cmd", "dll", "eml", "exe", "ini", "js", "json", "jsonl", "lnk", "log",
            "msg", "p7m", "p7s", "ps1", "py", "sh", "sig", "sql", "tmp", "toml", "url", "xml",
            "yaml", "yml",
        ],
    ),
];

impl Reason {
    /// The reason that holds for files and folders of that name alike.
    pub(super) fn of_name(name: &str) -> Option<Reason> {
        let folded = name.to_lowercase();
        if folded.starts_with("~$") || folded.starts_with(".~lock") {
            return Some(Reason::Lock);
        }
        if matches!(
            folded.as_str(),
            "thumbs.db" | "ehthumbs.db" | "desktop.ini" | ".ds_store" | "__macosx"
        ) {
            return Some(Reason::System);
        }
        folded.starts_with('.').then_some(Reason::Hidden)
    }

    /// The reason that holds for files with that ending.
    pub(super) fn of_kind(name: &str) -> Option<Reason> {
        let (_, ending) = name.rsplit_once('.')?;
        let ending = ending.to_lowercase();
        NOT_DATA
            .iter()
            .find(|(_, endings)| endings.contains(&ending.as_str()))
            .map(|(reason, _)| *reason)
    }

    /// Key of its name in the `.ftl` files.
    pub fn label(self) -> &'static str {
        match self {
            Reason::Lock => "aside-lock",
            Reason::Hidden => "aside-hidden",
            Reason::System => "aside-system",
            Reason::LinkOutside => "aside-link-outside",
            Reason::LinkInside => "aside-link-inside",
            Reason::Special => "aside-special",
            Reason::Twice => "aside-twice",
            Reason::Document => "aside-document",
            Reason::Picture => "aside-picture",
            Reason::Archive => "aside-archive",
            Reason::ForPrograms => "aside-for-programs",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lock_files_and_the_systems_own_are_known_by_name() {
        assert_eq!(Reason::of_name("~$xa.xlsx"), Some(Reason::Lock));
        assert_eq!(Reason::of_name(".~lock.xa.ods#"), Some(Reason::Lock));
        assert_eq!(Reason::of_name("Thumbs.db"), Some(Reason::System));
        assert_eq!(Reason::of_name(".git"), Some(Reason::Hidden));
        assert_eq!(Reason::of_name("xa.xlsx"), None);
    }

    #[test]
    fn documents_and_pictures_are_not_data_and_unknown_endings_are_opened() {
        assert_eq!(Reason::of_kind("Công văn.DOCX"), Some(Reason::Document));
        assert_eq!(Reason::of_kind("anh.jpg"), Some(Reason::Picture));
        assert_eq!(Reason::of_kind("nop.zip"), Some(Reason::Archive));
        for data in [
            "xa.xlsx", "xa.xls", "xa.xlsm", "xa.ods", "xa.csv", "xa.tsv", "xa.dat", "xa",
        ] {
            assert_eq!(Reason::of_kind(data), None, "{data}");
        }
    }
}
