//! Paths that are no clip: each gets its own plain reason, and none hangs.

use std::fs;

use contract::{ReasonCode, Verdict};

use crate::support::{check, codes};

#[test]
fn missing_folder_and_empty() {
    let dir = tempfile::tempdir().unwrap();
    let missing = check(dir.path().join("gone.mp4"));
    assert_eq!(
        (missing.verdict, codes(&missing)),
        (Verdict::Refused, vec![ReasonCode::Missing])
    );
    assert_eq!(codes(&check(dir.path())), [ReasonCode::Folder]);
    let empty = dir.path().join("empty.mp4");
    fs::write(&empty, []).unwrap();
    assert_eq!(codes(&check(&empty)), [ReasonCode::Empty]);
    assert_eq!(
        codes(&check(empty.join("below.mp4"))),
        [ReasonCode::Missing]
    );
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use contract::{ReasonCode, Verdict};

    use crate::support::{check, codes, fixture};

    #[test]
    fn links_lead_to_their_target_or_are_dead() {
        let dir = tempfile::tempdir().unwrap();
        let link = dir.path().join("link.mp4");
        symlink(fixture("faststart.mp4"), &link).unwrap();
        assert_eq!(check(&link).verdict, Verdict::Ok);
        let dead = dir.path().join("dead.mp4");
        symlink(dir.path().join("gone.mp4"), &dead).unwrap();
        assert_eq!(codes(&check(&dead)), [ReasonCode::DeadLink]);
        let ring = dir.path().join("ring.mp4");
        symlink(&ring, &ring).unwrap();
        assert_eq!(codes(&check(&ring)), [ReasonCode::DeadLink]);
        let folder = dir.path().join("folder.mp4");
        symlink(dir.path(), &folder).unwrap();
        assert_eq!(codes(&check(&folder)), [ReasonCode::Folder]);
    }

    #[test]
    fn sockets_and_devices_are_not_files() {
        let dir = tempfile::tempdir().unwrap();
        let socket = dir.path().join("socket.mp4");
        let _listener = UnixListener::bind(&socket).unwrap();
        assert_eq!(codes(&check(&socket)), [ReasonCode::NotAFile]);
        assert_eq!(codes(&check("/dev/null")), [ReasonCode::NotAFile]);
    }

    #[test]
    fn a_pipe_is_refused_without_waiting_for_a_writer() {
        let dir = tempfile::tempdir().unwrap();
        let pipe = dir.path().join("pipe.mp4");
        let made = std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap();
        assert!(made.success());
        assert_eq!(codes(&check(&pipe)), [ReasonCode::NotAFile]);
    }

    #[test]
    fn a_file_that_may_not_be_read_says_so() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("locked.mp4");
        fs::copy(fixture("faststart.mp4"), &path).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
        // The superuser may read anything; then there is nothing to refuse.
        let expected = match fs::File::open(&path) {
            Ok(_) => vec![],
            Err(_) => vec![ReasonCode::NoPermission],
        };
        assert_eq!(codes(&check(&path)), expected);
    }
}
