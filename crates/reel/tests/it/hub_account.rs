//! Tokens, and what one without a scope may not do.

use serde_json::json;

use crate::bench::{Bench, members};
use crate::hub_bench::{PROMPT, written};

#[tokio::test]
async fn a_token_is_made_shown_once_listed_and_revoked() {
    let bench = Bench::with_token(|_| {}).await;
    let create = ["tokens", "create", "--name", "agent", "--scope"];
    let made = bench
        .document(&[&create[..], &["video:read"]].concat())
        .await;
    assert_eq!(made["scopes"], json!(["video:read"]));
    let secret = made["token"].as_str().expect("its secret").to_owned();
    let listed = bench.reel(&["tokens", "--json"]).await;
    assert!(!listed.stdout.contains(&secret) && !listed.stderr.contains(&secret));
    let names = members(&listed.json()[0]).join(" ");
    assert_eq!(names, "id inserted_at last_used_at name scopes");
    let same = bench.document(&["tokens", "list"]).await;
    assert_eq!(same.as_array().map(Vec::len), Some(2));
    assert!(bench.text(&["tokens"]).await.contains("agent"));

    // It may read, and nothing else.
    let ended = bench.give(&secret).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    bench.document(&["credits"]).await;
    for arguments in [
        &["tokens"][..],
        &["short", "--prompt", PROMPT, "--draft"],
        &["editor", "create", "--language", "en"],
    ] {
        let refused = bench.refused(arguments).await;
        assert_eq!(refused, (1, "scope-missing".to_owned()), "{arguments:?}");
    }
    let told = bench.reel(&["tokens"]).await.stderr;
    assert!(told.contains("account:admin"), "{told}");

    let full = bench.sandbox.hubfluencer_token();
    assert_eq!(bench.give(&full).await.exit, 0);
    let id = written(&made["id"]);
    bench.document(&["tokens", "revoke", &id]).await;
    let gone = bench.refused(&["tokens", "revoke", &id]).await;
    assert_eq!(gone, (1, "unknown".to_owned()));
    let ended = bench.give(&secret).await;
    assert_eq!((ended.exit, ended.code().as_str()), (4, "token-refused"));
    bench.document(&["credits"]).await;
}

#[tokio::test]
async fn in_text_a_made_token_is_all_there_is_on_standard_output() {
    let bench = Bench::with_token(|_| {}).await;
    let ended = bench.reel(&["tokens", "create"]).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    let token = ended.stdout.trim();
    assert!(!token.is_empty() && !token.contains(char::is_whitespace));
    assert!(!ended.stderr.contains(token));
    let mut command = bench.command(&["credits", "--json"]);
    command.env("HUBFLUENCER_API_TOKEN", token);
    let output = command.output().await.expect("reel starts");
    assert!(output.status.success());
}
