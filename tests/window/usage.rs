//! What is left and what was used, the team, and what the service did that its contract does not
//! say.

use sandbox::{Fault, Team};

use crate::harness::app::App;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::sign_in;

/// The page's words, with seconds in them and neither credits nor money. Hubfluencer's own section,
/// which counts in credits, is apart.
async fn in_seconds(app: &App) -> String {
    const OF_RIFFKIT: &str = "
        const page = document.querySelector(\"[data-test='page-usage']\");
        const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
        const words = [];
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (!text.parentElement.closest(\"[data-test='usage-hub']\")) words.push(text.data);
        }
        return words.join(' ')";
    app.words("page-usage", |words| words.contains(" s")).await;
    let words = app.look(OF_RIFFKIT).await;
    let words = words.as_str().expect("words").to_owned();
    let lower = words.to_lowercase();
    assert!(!lower.contains("credit") && !lower.contains('$'), "{words}");
    words
}

/// How many bars the chart has, and how many of them are higher than nothing.
async fn bars(app: &App) -> (u64, u64) {
    let counts = app
        .look(
            "const bars = [...document.querySelectorAll('.usage-bar')];
             return [bars.length, bars.filter(bar => bar.height.baseVal.value > 0).length]",
        )
        .await;
    let count = |place: usize| counts[place].as_u64().expect("a count");
    (count(0), count(1))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_balance_the_days_and_the_team_are_shown_in_seconds() {
    let stage = Stage::with("usage", |service| {
        service.past_days = 40;
        service.team = Team::Several {
            daily_limit_seconds: 300.0,
        };
    })
    .await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[]).await;
    app.click("rail-usage").await;
    app.find("usage-signed-out").await;
    assert_eq!(
        stage.sandbox.books().count("GET", "/api/usage/credits"),
        0,
        "nobody is asked before somebody is signed in"
    );
    sign_in(&app, &stage).await;
    app.words("usage-left", |left| left.ends_with(" s")).await;
    app.words("usage-allowance", |words| words.contains("300 s"))
        .await;
    app.find("usage-shared").await;
    assert_eq!(bars(&app).await.0, 7, "a bar a day");
    let week = app
        .words("usage-period-sum", |sum| sum.ends_with(" s"))
        .await;
    app.click("usage-period-month").await;
    app.words("usage-period-sum", |sum| sum != week).await;
    until("30 bars", async || {
        let (all, used) = bars(&app).await;
        (all == 30 && used > 0).then_some(())
    })
    .await;
    app.click("usage-as-table").await;
    let rows = app.words("usage-table", |words| words.contains(" s")).await;
    assert!(rows.lines().count() > 30, "{rows}");

    let members = app.find_all_words("team-member", 4).await;
    assert!(members[0].contains("owner@"), "{members:?}");
    assert!(members[3].contains("(you)"), "{members:?}");
    let submitted = app.find_all_words("team-submitted", 4).await;
    assert!(submitted.iter().all(|count| count.parse::<u64>().is_ok()));
    app.find_all_words("plan", 3).await;
    in_seconds(&app).await;

    let before = stage.browser.opened().len();
    app.click("usage-open-service").await;
    let link = stage.browser.opens(before).await;
    assert_eq!(link, stage.sandbox.riffkit_url().as_str());

    // The first row is the owner's.
    app.click("team-see-tasks").await;
    app.find("tasks").await;
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_fails_and_a_service_that_is_away_have_their_way_on() {
    let Some(stage) = Stage::set("usage-failing").await else {
        return;
    };
    let app = stage.open(&[]).await;
    sign_in(&app, &stage).await;
    let faults = stage.sandbox.faults();
    let endpoint = |path: &str| path.parse().expect("an endpoint");
    faults.arm(Fault::Hold(endpoint("/api/usage/credits")));
    faults.arm(Fault::Answer(500, endpoint("/api/usage/history")));
    app.click("rail-usage").await;
    app.find("usage-loading").await;
    faults.release();
    app.find("usage-missing-history").await;
    app.words("usage-left", |left| left == "600 s").await;
    app.click("usage-missing-history-again").await;
    app.gone("usage-missing-history").await;
    app.find("usage-chart").await;

    let away = Fault::Cut(endpoint("/api/{*rest}"));
    faults.arm_always(away.clone());
    app.click("usage-refresh").await;
    app.find("usage-stale").await;
    app.words("usage-left", |left| left == "600 s").await;
    app.click("rail-queue").await;
    app.click("rail-usage").await;
    let code = app.attribute("refusal", "data-code", |_| true).await;
    assert_eq!(code, "offline");
    faults.disarm(&away);
    app.click("next-try-again").await;
    app.words("usage-left", |left| left == "600 s").await;
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn something_unusual_is_told_quietly_listed_and_cleared() {
    let stage = Stage::with("activity", |service| {
        service.skill_version = "9.9.9".to_owned();
    })
    .await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[]).await;
    sign_in(&app, &stage).await;
    let odd = Fault::Answer(418, "/api/usage/history".parse().expect("an endpoint"));
    stage.sandbox.faults().arm(odd.clone());
    app.click("rail-usage").await;
    app.click("toast-see-activity").await;
    let entry = app.words("activity-entry", |words| !words.is_empty()).await;
    assert!(entry.contains("418"), "{entry}");
    assert!(entry.contains("GET /api/usage/history"), "{entry}");
    stage.sandbox.faults().arm(odd);
    app.click("rail-usage").await;
    app.find("usage-missing-history").await;
    app.click("rail-settings").await;
    app.words("settings-activity-count", |words| words.starts_with('1'))
        .await;
    let moved = app
        .attribute("settings-contract", "data-moved", |_| true)
        .await;
    assert_eq!(moved, "true");
    app.words("settings-contract", |words| words.contains("9.9.9"))
        .await;
    app.click("settings-activity").await;
    app.words("activity-entry", |words| words.contains("2 times"))
        .await;
    app.click("activity-copy").await;
    app.click("activity-clear").await;
    app.find("activity-empty").await;
    assert_eq!(stage.sandbox.books().count("GET", "/SKILL.json"), 1);
    app.is_sound().await;
}
