//! What costs: confirmed, paid once, and never more than was shown.

use crate::bench::Bench;
use crate::hub_bench::{PROMPT, files, slug};

#[tokio::test]
async fn with_nobody_to_confirm_nothing_is_sent_and_nothing_charged() {
    let bench = Bench::with_token(|_| {}).await;
    let before = bench.sandbox.hub_books().requests.len();
    for arguments in [
        &["short", "--prompt", PROMPT][..],
        &["short", "generate", "x"],
        &["carousel", "--prompt", PROMPT],
        &["carousel", "generate", "x"],
        &["editor", "autopilot", "x"],
        &["editor", "render", "x"],
        &["editor", "generate-scenes", "x"],
        &["editor", "scene", "generate", "x", "1"],
        &["editor", "scene", "regenerate", "x", "1"],
        &["editor", "voice", "x", "--voice", "anna"],
        &["editor", "music", "x", "--prompt", "Soft"],
        &["assists", "--unlock"],
    ] {
        let ended = bench.reel(&[arguments, &["--json"]].concat()).await;
        assert_eq!(
            (ended.exit, ended.code().as_str()),
            (3, "not-confirmed"),
            "{arguments:?}"
        );
        assert!(ended.stderr.contains("--yes"), "{}", ended.stderr);
    }
    let books = bench.sandbox.hub_books();
    assert_eq!(books.requests.len(), before);
    assert_eq!(books.charged(), 0);
}

#[tokio::test]
async fn an_answer_that_was_lost_is_asked_for_again_and_paid_once() {
    let bench = Bench::with_token(|_| {}).await;
    let fault = "lose-answer=POST:/api/shorts/{slug}/generate";
    bench.sandbox.faults().arm_named(fault).expect("a fault");
    let ended = bench
        .reel(&["short", "--prompt", PROMPT, "--yes", "--json"])
        .await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    assert!(
        ended.stderr.contains("under the same number"),
        "{}",
        ended.stderr
    );
    let books = bench.sandbox.hub_books();
    assert_eq!((books.charged(), books.charges.len()), (15, 1));
    let path = format!("/api/shorts/{}/generate", slug(&ended.json()));
    assert_eq!(books.count("POST", &path), 2);
    let purchases = bench.document(&["purchases"]).await;
    assert_eq!(purchases[0]["state"], "taken");
    assert_eq!(purchases[0]["step"], "generate-short");
    assert!(bench.text(&["purchases"]).await.contains("taken"));
}

#[tokio::test]
async fn killed_before_the_answer_it_is_asked_for_by_the_next_run() {
    let bench = Bench::with_token(|_| {}).await;
    let draft = bench
        .document(&["short", "--prompt", PROMPT, "--draft"])
        .await;
    let slug = slug(&draft);
    let fault = "hold=POST:/api/shorts/{slug}/generate";
    bench.sandbox.faults().arm_named(fault).expect("a fault");
    let mut child = bench.spawn(&["short", "generate", &slug, "--yes", "--json"]);
    let path = format!("/api/shorts/{slug}/generate");
    crate::waiting::until("it has left", || {
        (bench.sandbox.hub_books().count("POST", &path) == 1).then_some(())
    })
    .await;
    child.kill().await.expect("killed while it ran");
    bench.sandbox.faults().release();
    // The very same command again is for that answer, and no second order.
    let ended = bench
        .reel(&["short", "generate", &slug, "--yes", "--json"])
        .await;
    assert_eq!(ended.exit, 0, "{}{}", ended.stdout, ended.stderr);
    assert_eq!(bench.charged(), 15);
    let out = bench.out_argument();
    let saved = bench
        .document(&["short", "save", &slug, "--to", &out])
        .await;
    assert_eq!(files(&saved).len(), 1);
    assert_eq!(bench.sandbox.hub_books().charges.len(), 1);
}

#[tokio::test]
async fn assists_are_bought_once_a_yes_and_a_shortfall_is_told() {
    let bench = Bench::with_token(|setup| setup.hub_credits = 2).await;
    let assists = bench.document(&["assists"]).await;
    assert_eq!(
        (&assists["remaining"], &assists["limit"]),
        (&20.into(), &20.into())
    );
    let more = bench.document(&["assists", "--unlock", "--yes"]).await;
    assert_eq!(
        (&more["remaining"], &more["bonus"]),
        (&30.into(), &10.into())
    );
    bench.document(&["assists", "--unlock", "--yes"]).await;
    assert_eq!(bench.charged(), 2, "each is a purchase of its own");
    let refused = bench.refused(&["assists", "--unlock", "--yes"]).await;
    assert_eq!(refused, (1, "not-enough-credits".to_owned()));
    let short = ["short", "--prompt", PROMPT, "--yes"];
    let refused = bench.refused(&short).await;
    assert_eq!(refused, (1, "not-enough-credits".to_owned()));
    assert_eq!(bench.charged(), 2);
    assert!(
        bench.text(&["assists"]).await.contains("40"),
        "of 20 and 20"
    );
}

#[tokio::test]
async fn a_purchase_of_assists_whose_answer_was_lost_is_counted_not_repeated() {
    let bench = Bench::with_token(|_| {}).await;
    let fault = "lose-answer=POST:/api/ai-assists/unlock";
    bench.sandbox.faults().arm_named(fault).expect("a fault");
    let more = bench.document(&["assists", "--unlock", "--yes"]).await;
    assert_eq!(more["bonus"], 10);
    let books = bench.sandbox.hub_books();
    assert_eq!(books.count("POST", "/api/ai-assists/unlock"), 1);
    assert_eq!(books.charged(), 1);
}

#[tokio::test]
async fn used_up_assists_are_another_matter_than_credits() {
    let bench = Bench::with_token(|setup| setup.hub_assists = 0).await;
    let slug = bench.ad().await;
    let refused = bench.refused(&["editor", "narration", &slug]).await;
    assert_eq!(refused, (1, "assists-used-up".to_owned()));
    bench.document(&["assists", "--unlock", "--yes"]).await;
    bench.document(&["editor", "narration", &slug]).await;
    assert_eq!(bench.charged(), 1);
}

#[cfg(unix)]
#[tokio::test]
async fn ctrl_c_while_it_is_made_leaves_it_going_on_and_says_how_to_pick_it_up() {
    use crate::interrupted::interrupted_at;

    let bench = Bench::with_token(|setup| setup.pace = sandbox::Pace::Seconds(4.0)).await;
    let child = bench.spawn(&["short", "--prompt", PROMPT, "--yes", "--json"]);
    let ended = interrupted_at(child, "Making the short").await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (5, "interrupted"),
        "{}",
        ended.stderr
    );
    let document = ended.json();
    assert_eq!(document["error"]["retryable"], false, "it would be another");
    let slug = slug(&document);
    let pick_up = format!("reel short save {slug}");
    assert!(ended.stderr.contains(&pick_up), "{}", ended.stderr);
    let out = bench.out_argument();
    let saved = bench
        .document(&["short", "save", &slug, "--to", &out])
        .await;
    assert_eq!(files(&saved).len(), 1);
    assert_eq!(bench.charged(), 15);
}

#[tokio::test]
async fn assists_that_were_bought_are_no_failure_where_they_cannot_be_counted() {
    let bench = Bench::with_token(|_| {}).await;
    let faults = bench.sandbox.faults();
    faults
        .arm_named("hold=POST:/api/ai-assists/unlock")
        .expect("a fault");
    let mut command = bench.command(&["assists", "--unlock", "--yes", "--json"]);
    let bought = tokio::spawn(async move { command.output().await.expect("reel starts") });
    let unlock = || {
        bench
            .sandbox
            .hub_books()
            .count("POST", "/api/ai-assists/unlock")
    };
    while unlock() == 0 && !bought.is_finished() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    for _ in 0..20 {
        faults
            .arm_named("answer=500:GET:/api/ai-assists")
            .expect("a fault");
    }
    faults.release();
    let ended = crate::bench::Ended::from(bought.await.expect("ended"));
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    assert_eq!(bench.sandbox.hub_books().charged(), 1);
}
