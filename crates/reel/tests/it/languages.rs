//! What holds for every command that asks the service: no session, no service, three languages, a
//! reader that goes away.

use crate::bench::{Bench, Ended, TEMPLATE, command};

/// Every command that only reads, with arguments that are right.
const READS: [&[&str]; 13] = [
    &["templates"],
    &["template", TEMPLATE],
    &["characters"],
    &["products"],
    &["tasks"],
    &["tasks", "--count"],
    &["task", "some-task"],
    &["task", "some-task", "--content"],
    &["references"],
    &["usage"],
    &["plans"],
    &["team"],
    &["library"],
];

/// Those that write, agreed to beforehand.
const WRITES: [&[&str]; 5] = [
    &["product", "create", "--name", "a", "--description", "b"],
    &["cancel", "some-task"],
    &["retry", "some-task", "--yes"],
    &["batch", TEMPLATE, "--yes"],
    &["template", TEMPLATE, "--refresh"],
];

#[tokio::test]
async fn without_a_session_every_command_says_so_and_asks_nothing() {
    let bench = Bench::new(|_| {}).await;
    for arguments in READS.into_iter().chain(WRITES) {
        let refused = bench.refused(arguments).await;
        assert_eq!(refused, (4, "not-signed-in".to_owned()), "{arguments:?}");
    }
    assert_eq!(bench.sandbox.books().requests, []);
}

#[tokio::test]
async fn without_the_service_every_command_says_so() {
    let bench = Bench::signed_in(|_| {}).await;
    let gone = bench.sandbox.riffkit_url();
    let Bench {
        sandbox, folder, ..
    } = bench;
    sandbox.stop().await;
    // Those that read try again for a while: three are enough here, and they try at once.
    let asked = [READS[0], READS[9], READS[4], WRITES[0], WRITES[3]];
    let runs = asked.map(|arguments| {
        let home = folder.path().join("home");
        let mut reel = command(&home, &[arguments, &["--json"]].concat());
        reel.env("RIFFKIT_BASE_URL", gone.as_str());
        async move { (arguments, Ended::from(reel.output().await.expect("starts"))) }
    });
    for (arguments, ended) in futures_util::future::join_all(runs).await {
        let told = (ended.exit, ended.code());
        assert_eq!(
            told,
            (5, "offline".to_owned()),
            "{arguments:?}: {}",
            ended.stderr
        );
    }
}

#[tokio::test]
async fn every_help_speaks_the_persons_language_and_fits() {
    let folder = tempfile::tempdir().expect("a folder");
    let commands: [&[&str]; 19] = [
        &[],
        &["riff"],
        &["batch"],
        &["templates"],
        &["template"],
        &["product"],
        &["product", "create"],
        &["product", "add-image"],
        &["tasks"],
        &["retry"],
        &["upload"],
        &["sandbox"],
        &["short"],
        &["short", "edit"],
        &["carousel"],
        &["editor"],
        &["editor", "upload"],
        &["editor", "scene"],
        &["editor", "scene", "use"],
    ];
    for language in ["en", "es", "zh-Hans"] {
        for arguments in commands {
            let arguments = [arguments, &["--help", "--words", language]].concat();
            let reel = command(folder.path(), &arguments).output().await;
            let ended = Ended::from(reel.expect("starts"));
            assert_eq!(ended.exit, 0);
            if language != "en" {
                for english in [
                    "OPTIONS",
                    "Options",
                    "Usage",
                    "Examples:",
                    "default",
                    "alias:",
                ] {
                    assert!(
                        !ended.stdout.contains(english),
                        "{arguments:?}: {}",
                        ended.stdout
                    );
                }
            }
        }
    }
    let create = ["product", "create", "--help"];
    let reel = command(folder.path(), &create).output().await;
    let help = Ended::from(reel.expect("starts")).stdout;
    assert!(
        help.contains("--name <TEXT> --description <TEXT>"),
        "{help}"
    );
    assert!(help.contains("--image mug.jpg="), "an example: {help}");
}

#[tokio::test]
async fn results_are_in_the_persons_language() {
    let bench = Bench::signed_in(|setup| setup.past_days = 10).await;
    for (language, left, none) in [
        ("es", "Quedan", "Ninguna plantilla encaja."),
        ("zh-Hans", "剩余", "没有符合的模板。"),
    ] {
        let usage = bench.text(&["usage", "--words", language]).await;
        assert!(usage.starts_with(left), "{usage}");
        let templates = ["templates", "--search", "zzzz", "--words", language];
        let ended = bench.reel(&templates).await;
        assert!(ended.stderr.contains(none), "{}", ended.stderr);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_reader_that_goes_away_is_no_failure() {
    let bench = Bench::signed_in(|setup| setup.templates = 300).await;
    let mut child = bench.spawn(&["templates", "--limit", "300", "--json"]);
    drop(child.stdout.take());
    let ended = Ended::from(child.wait_with_output().await.expect("ends"));
    assert_eq!((ended.exit, ended.stderr.as_str()), (0, ""));
}
