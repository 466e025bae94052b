//! Names that can't be found.

use super::GROUP;
use crate::bench::{Bench, Ended};
use crate::table::{Table, Try, attempt};

/// An address whose name nobody will ever have (RFC 2606).
pub const NOWHERE: &str = "https://reelwright.invalid/";

/// Its row.
pub fn rows(table: &mut Table) {
    let tries = vec![
        unfound("sign-in", &["login", "riffkit", "--no-browser", "--json"]),
        unfound("a read", &["credits", "--json"]),
        unfound("a list", &["editor", "uploads", "x", "--json"]),
        paying(),
    ];
    table.row(GROUP, "a name that DNS does not know", tries);
}

/// Runs `reel` with both services nowhere, and with these variables.
pub async fn nowhere(bench: &Bench, arguments: &[&str], variables: &[(&str, String)]) -> Ended {
    let mut command = bench.command(arguments);
    command
        .env("RIFFKIT_BASE_URL", NOWHERE)
        .env("HUBFLUENCER_BASE_URL", NOWHERE)
        .env("HUBFLUENCER_API_TOKEN", bench.sandbox.hubfluencer_token())
        .envs(variables.iter().map(|(name, value)| (name, value.as_str())));
    command.output().await.expect("reel starts").into()
}

fn unfound(what: &str, arguments: &'static [&str]) -> Try {
    attempt(what, async move {
        let bench = Bench::new(|_| {}).await;
        let ended = nowhere(&bench, arguments, &[]).await;
        assert_eq!(
            (ended.exit, &*ended.code()),
            (5, "offline"),
            "{}",
            ended.stderr
        );
    })
}

/// A short can't be begun: nothing is paid, and nothing is in doubt.
fn paying() -> Try {
    attempt("a paying call", async {
        let bench = Bench::new(|_| {}).await;
        let prompt = [
            "short",
            "--prompt",
            crate::hub_bench::PROMPT,
            "--yes",
            "--json",
        ];
        let ended = nowhere(&bench, &prompt, &[]).await;
        assert_eq!(
            (ended.exit, &*ended.code()),
            (5, "offline"),
            "{}",
            ended.stderr
        );
        nothing_was_bought(&bench).await;
    })
}

/// The machine knows of no paid step, and the service of no charge.
pub async fn nothing_was_bought(bench: &Bench) {
    let mut command = bench.command(&["purchases", "--json"]);
    command.env("HUBFLUENCER_API_TOKEN", bench.sandbox.hubfluencer_token());
    let ended = Ended::from(command.output().await.expect("reel starts"));
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    assert_eq!(ended.json(), serde_json::json!([]));
    assert_eq!(bench.charged(), 0);
}
