use super::*;
use std::fs;
use tempfile::TempDir;

fn folder(files: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    folder
}

/// What is shown of the files to read, below the folder.
fn read(walk: &Walk, folder: &TempDir) -> Vec<String> {
    let above = format!("{}/", shown(folder.path()));
    walk.files
        .iter()
        .map(|file| file.shown.replace(&above, ""))
        .collect()
}

fn aside(walk: &Walk, folder: &TempDir) -> Vec<(String, &'static str)> {
    let above = format!("{}/", shown(folder.path()));
    walk.left_aside
        .iter()
        .map(|finding| match finding.argument("reason") {
            Some(Argument::Label(label)) => {
                (finding.places[0].to_string().replace(&above, ""), *label)
            }
            other => panic!("{other:?}"),
        })
        .collect()
}

fn codes(walk: &Walk) -> Vec<&'static str> {
    walk.refused.iter().map(|finding| finding.code).collect()
}

#[test]
fn a_folder_is_read_in_the_order_of_names_all_the_way_down() {
    let folder = folder(&["b/2.csv", "b/10.csv", "a.xlsx", "c.csv", "b/sub/x.ods"]);
    let walk = walk(&[folder.path().to_owned()]);
    assert_eq!(
        read(&walk, &folder),
        ["a.xlsx", "b/10.csv", "b/2.csv", "b/sub/x.ods", "c.csv"]
    );
    assert!(walk.refused.is_empty() && walk.left_aside.is_empty());
}

#[test]
fn what_is_not_data_is_left_aside_with_its_reason() {
    let folder = folder(&[
        "~$a.xlsx",
        ".~lock.a.ods#",
        ".git/a.csv",
        "Thumbs.db",
        "desktop.ini",
        "cv.docx",
        "anh.JPG",
        "nop.zip",
        "r.yaml",
        "a.xlsx",
    ]);
    let walk = walk(&[folder.path().to_owned()]);
    assert_eq!(read(&walk, &folder), ["a.xlsx"]);
    let expected = [
        (".git", "aside-hidden"),
        (".~lock.a.ods#", "aside-lock"),
        ("Thumbs.db", "aside-system"),
        ("anh.JPG", "aside-picture"),
        ("cv.docx", "aside-document"),
        ("desktop.ini", "aside-system"),
        ("nop.zip", "aside-archive"),
        ("r.yaml", "aside-for-programs"),
        ("~$a.xlsx", "aside-lock"),
    ];
    assert_eq!(
        aside(&walk, &folder),
        expected.map(|(name, label)| (name.to_owned(), label))
    );
}

#[test]
fn a_file_that_is_named_is_read_whatever_its_name() {
    let folder = folder(&["notes.txt", ".hidden.csv"]);
    let walk = walk(&[
        folder.path().join("notes.txt"),
        folder.path().join(".hidden.csv"),
    ]);
    assert_eq!(read(&walk, &folder), ["notes.txt", ".hidden.csv"]);
}

#[test]
fn each_file_is_read_once_however_often_it_is_named() {
    let folder = folder(&["a.csv", "b.csv"]);
    let named = [
        folder.path().join("b.csv"),
        folder.path().to_owned(),
        folder.path().join("a.csv"),
        folder.path().to_owned(),
    ];
    let walk = walk(&named);
    assert_eq!(read(&walk, &folder), ["b.csv", "a.csv"]);
    assert_eq!(walk.left_aside.iter().count(), 4);
    assert!(
        aside(&walk, &folder)
            .iter()
            .all(|(_, label)| *label == "aside-twice")
    );
    assert!(walk.refused.is_empty());
}

#[test]
fn what_is_not_there_is_refused_and_the_rest_is_read() {
    let folder = folder(&["a.csv"]);
    let walk = walk(&[
        folder.path().join("missing.xlsx"),
        folder.path().join("a.csv/below"),
        folder.path().join("a.csv"),
    ]);
    assert_eq!(read(&walk, &folder), ["a.csv"]);
    assert_eq!(walk.refused.len(), 2);
    assert_eq!(codes(&walk)[0], "cli/no-such-file");
    assert!(
        walk.refused[0].places[0]
            .to_string()
            .ends_with("/missing.xlsx")
    );
}

#[test]
fn a_named_folder_without_data_is_refused() {
    let folder = folder(&["cv.docx", "sub/.hidden"]);
    fs::create_dir(folder.path().join("empty")).unwrap();
    assert_eq!(
        codes(&walk(&[folder.path().to_owned()])),
        ["cli/nothing-in-folder"]
    );
    assert_eq!(
        codes(&walk(&[folder.path().join("empty")])),
        ["cli/nothing-in-folder"]
    );
}

#[test]
fn names_are_shown_as_the_user_typed_them() {
    assert_eq!(below(".", "a.csv"), "a.csv");
    assert_eq!(below("data/", "a.csv"), "data/a.csv");
    assert_eq!(below("./data", "a.csv"), "./data/a.csv");
    assert_eq!(below("/", "a.csv"), "/a.csv");
    let walk = walk(&["src/lib.rs".into(), "./src/cli/".into()]);
    assert_eq!(&*walk.files[0].shown, "src/lib.rs");
    assert_eq!(&*walk.files[1].shown, "./src/cli/arguments/early.rs");
}

#[test]
fn what_the_system_refuses_is_told_apart() {
    for (kind, code) in [
        (ErrorKind::NotFound, "cli/no-such-file"),
        (ErrorKind::PermissionDenied, "cli/no-permission"),
        (ErrorKind::TimedOut, "cli/unreadable"),
    ] {
        assert_eq!(refusal(&kind.into()).diagnostic().code, code);
    }
}

#[cfg(unix)]
mod on_unix {
    use super::*;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    #[test]
    fn no_link_in_a_folder_is_followed() {
        let outside = folder(&["secret.csv"]);
        let folder = folder(&["a.csv", "sub/b.csv"]);
        let link = |target: &Path, name: &str| symlink(target, folder.path().join(name)).unwrap();
        link(&outside.path().join("secret.csv"), "out.csv");
        link(outside.path(), "out-folder");
        link(folder.path(), "sub/loop");
        link(&folder.path().join("a.csv"), "again.csv");
        link(Path::new("nowhere.csv"), "dangling.csv");
        let walk = walk(&[folder.path().to_owned()]);
        assert_eq!(read(&walk, &folder), ["a.csv", "sub/b.csv"]);
        let expected = [
            ("again.csv", "aside-link-inside"),
            ("dangling.csv", "aside-link-outside"),
            ("out-folder", "aside-link-outside"),
            ("out.csv", "aside-link-outside"),
            ("sub/loop", "aside-link-inside"),
        ];
        assert_eq!(
            aside(&walk, &folder),
            expected.map(|(name, label)| (name.to_owned(), label))
        );
    }

    #[test]
    fn a_link_that_is_named_is_followed() {
        let outside = folder(&["a.csv"]);
        let folder = folder(&[]);
        symlink(outside.path(), folder.path().join("link")).unwrap();
        assert_eq!(
            read(&walk(&[folder.path().join("link")]), &folder),
            ["link/a.csv"]
        );
    }

    #[test]
    fn what_is_no_regular_file_is_not_opened() {
        assert_eq!(codes(&walk(&["/dev/null".into()])), ["cli/not-a-file"]);
        let folder = folder(&["a.csv"]);
        let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("socket")).unwrap();
        let walk = walk(&[folder.path().to_owned()]);
        assert_eq!(
            aside(&walk, &folder),
            [("socket".to_owned(), "aside-special")]
        );
    }

    #[test]
    fn a_name_that_is_not_unicode_is_read_too() {
        let folder = folder(&[]);
        fs::write(
            folder
                .path()
                .join(std::ffi::OsStr::from_bytes(b"x\xff.csv")),
            "x",
        )
        .unwrap();
        assert_eq!(
            read(&walk(&[folder.path().to_owned()]), &folder),
            ["x\u{fffd}.csv"]
        );
    }
}
