//! Help and wrong command lines.

use crate::bench::{Ended, command};

async fn reel(arguments: &[&str], locale: &str) -> Ended {
    let folder = tempfile::tempdir().expect("a folder");
    let mut reel = command(folder.path(), arguments);
    reel.env("LC_ALL", locale);
    reel.output().await.expect("starts").into()
}

#[tokio::test]
async fn help_follows_the_systems_language() {
    for (locale, heading) in [
        ("C", "Usage: reel"),
        ("es_MX.UTF-8", "Uso: reel"),
        ("zh_CN.UTF-8", "用法: reel"),
    ] {
        for arguments in [&["--help"][..], &["riff", "--help"]] {
            let ended = reel(arguments, locale).await;
            assert_eq!(ended.exit, 0);
            assert!(ended.stdout.contains(heading), "{locale}: {}", ended.stdout);
        }
    }
    let spanish = reel(&["riff", "--help"], "es_ES.UTF-8").await.stdout;
    for english in ["OPTIONS", "Options", "Print", "default", "possible"] {
        assert!(!spanish.contains(english), "{spanish}");
    }
}

#[tokio::test]
async fn a_wrong_command_line_is_exit_2_with_a_document() {
    let cases: [&[&str]; 8] = [
        &["--json"],
        &["dance", "--json"],
        &["riff", "--json"],
        &["riff", "clip.mp4", "--dance", "--json"],
        &["login", "elsewhere", "--json"],
        &["save", "id", "--to", "a", "--as", "b", "--json"],
        &["sandbox", "--pace", "quick", "--json"],
        &[
            "sandbox",
            "--data",
            "x",
            "--fault",
            "no-such-fault",
            "--json",
        ],
    ];
    for arguments in cases {
        let ended = reel(arguments, "C").await;
        assert_eq!(
            (ended.exit, ended.code().as_str()),
            (2, "usage"),
            "{arguments:?}"
        );
        assert!(!ended.stderr.is_empty());
    }
}
