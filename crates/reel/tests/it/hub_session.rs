//! The token: given once, kept, brought by the environment, refused.

use crate::bench::Bench;
use crate::hub_bench::PROMPT;

#[tokio::test]
async fn a_token_is_tried_kept_and_forgotten_and_printed_nowhere() {
    let bench = Bench::new(|_| {}).await;
    assert_eq!(bench.reel(&["credits", "--json"]).await.exit, 4);
    let token = bench.sandbox.hubfluencer_token();
    let ended = bench.give(&format!("  {token}\n")).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    let document = ended.json();
    assert_eq!(document["signed_in"], true);
    assert_eq!(document["source"], "vault");
    assert!(!ended.stdout.contains(&token) && !ended.stderr.contains(&token));

    assert_eq!(bench.document(&["credits"]).await["credits"], 200);
    let out = bench.document(&["logout", "hubfluencer"]).await;
    assert_eq!(out["signed_in"], false);
    let ended = bench.reel(&["credits", "--json"]).await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (4, "token-needed"),
        "{}",
        ended.stderr
    );
    assert!(
        ended.stderr.contains("reel login hubfluencer"),
        "{}",
        ended.stderr
    );
    let vault = std::fs::read_to_string(bench.home().join("vault.json")).unwrap_or_default();
    assert!(!vault.contains(&token));
}

#[tokio::test]
async fn a_token_that_is_none_or_not_known_is_not_kept() {
    let bench = Bench::new(|_| {}).await;
    for (token, code) in [("", "token-unusable"), ("hf_pat_0000", "token-refused")] {
        let ended = bench.give(token).await;
        assert_eq!((ended.exit, ended.code().as_str()), (4, code));
        assert!(token.is_empty() || !ended.stderr.contains(token));
    }
    assert_eq!(bench.refused(&["credits"]).await.0, 4);
    // Nobody to type one.
    let refused = bench.refused(&["login", "hubfluencer"]).await;
    assert_eq!(refused, (2, "usage".to_owned()));
}

#[tokio::test]
async fn the_environment_brings_a_token_that_is_kept_nowhere() {
    let bench = Bench::new(|_| {}).await;
    let token = bench.sandbox.hubfluencer_token();
    let mut command = bench.command(&["credits", "--json"]);
    command.env("HUBFLUENCER_API_TOKEN", &token);
    let output = command.output().await.expect("reel starts");
    let ended = crate::bench::Ended::from(output);
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    assert_eq!(bench.refused(&["credits"]).await.0, 4);
    let cookies = bench.sandbox.hub_books().cookies_astray;
    assert_eq!(cookies, 0, "Riffkit's session went nowhere else");
}

#[tokio::test]
async fn a_token_of_the_environment_that_is_no_good_leaves_the_kept_one_alone() {
    let bench = Bench::new(|_| {}).await;
    let given = bench.give(&bench.sandbox.hubfluencer_token()).await;
    assert_eq!(given.exit, 0, "{}", given.stderr);
    let mut command = bench.command(&["credits", "--json"]);
    command.env("HUBFLUENCER_API_TOKEN", "hf_pat_expired");
    let output = command.output().await.expect("reel starts");
    assert_eq!(crate::bench::Ended::from(output).exit, 4);
    let output = bench.command(&["credits", "--json"]).output().await;
    let ended = crate::bench::Ended::from(output.expect("reel starts"));
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
}

#[tokio::test]
async fn beside_the_embedded_sandbox_its_own_token_is_used_and_said_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = async |arguments: &[&str]| {
        let mut command = crate::bench::command(folder.path(), arguments);
        crate::bench::Ended::from(command.output().await.expect("reel starts"))
    };
    let ended = run(&["login", "hubfluencer", "--json"]).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    assert_eq!(ended.json()["source"], "sandbox");
    assert!(
        ended.stderr.contains("the sandbox's own token"),
        "{}",
        ended.stderr
    );
    let ended = run(&["credits", "--json"]).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
}

#[tokio::test]
async fn without_a_token_every_command_says_so_and_asks_nothing() {
    let bench = Bench::new(|_| {}).await;
    for arguments in [
        &["credits"][..],
        &["assists"],
        &["assists", "--unlock", "--yes"],
        &["tokens"],
        &["purchases"],
        &["short", "list"],
        &["short", "--prompt", PROMPT, "--yes"],
        &["carousel", "list"],
        &["carousel", "--prompt", PROMPT, "--yes"],
        &["carousel", "restyle", "x", "--accent", "#112233"],
        &["editor", "create", "--language", "en"],
        &["editor", "show", "x"],
        &["editor", "upload", "x", "y.mp4"],
        &["editor", "autopilot", "x", "--yes"],
    ] {
        let refused = bench.refused(arguments).await;
        assert_eq!(refused, (4, "token-needed".to_owned()), "{arguments:?}");
    }
    assert_eq!(bench.sandbox.hub_books().requests, []);
}
