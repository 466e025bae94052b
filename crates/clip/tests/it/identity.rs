//! Whether a file is still the one that was chosen.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};

use clip::{identity, identity_of};

#[test]
fn an_untouched_file_stays_itself() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("clip.mp4");
    fs::write(&path, b"some bytes").unwrap();
    let chosen = identity(&path).unwrap();
    assert_eq!(chosen.size, 10);
    assert_eq!(identity(&path).unwrap(), chosen);
    assert_eq!(identity_of(&File::open(&path).unwrap()).unwrap(), chosen);
}

#[test]
fn growing_shrinking_and_vanishing_show() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("clip.mp4");
    fs::write(&path, b"some bytes").unwrap();
    let chosen = identity(&path).unwrap();
    fs::OpenOptions::new()
        .append(true)
        .open(&path)
        .unwrap()
        .write_all(b"!")
        .unwrap();
    assert_ne!(identity(&path).unwrap(), chosen);
    fs::OpenOptions::new()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(4)
        .unwrap();
    assert!(identity(&path).unwrap().size < chosen.size);
    fs::remove_file(&path).unwrap();
    assert_eq!(identity(&path).unwrap_err().kind(), ErrorKind::NotFound);
}

#[cfg(unix)]
#[test]
fn another_file_of_the_same_size_and_time_under_the_same_name_shows() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("clip.mp4");
    let other = dir.path().join("other.mp4");
    fs::write(&path, b"some bytes").unwrap();
    fs::write(&other, b"same bytes").unwrap();
    let chosen = identity(&path).unwrap();
    let file = File::options().write(true).open(&other).unwrap();
    file.set_modified(chosen.modified.unwrap()).unwrap();
    fs::rename(&other, &path).unwrap();
    let now = identity(&path).unwrap();
    assert_eq!((now.size, now.modified), (chosen.size, chosen.modified));
    assert_ne!(now, chosen);
}
