//! What each page of the service's things shows when there is nothing, when it waits, when the
//! network is gone and when the service fails.

use sandbox::Fault;

use crate::harness::app::App;
use crate::harness::stage::Stage;
use crate::steps::sign_in;

/// A page that reads one list of the service's.
struct Listed {
    rail: &'static str,
    /// Clicks behind the rail's.
    then: Option<&'static str>,
    endpoint: &'static str,
    loading: &'static str,
    /// What stands there once it is read; what there is none of in a new account is empty.
    full: &'static str,
}

const PAGES: &[Listed] = &[
    Listed {
        rail: "rail-templates",
        then: None,
        endpoint: "GET:/api/formulas",
        loading: "templates-loading",
        full: "template-tile",
    },
    Listed {
        rail: "rail-characters",
        then: None,
        endpoint: "GET:/api/characters",
        loading: "characters-loading",
        full: "character-card",
    },
    Listed {
        rail: "rail-products",
        then: None,
        endpoint: "GET:/api/products",
        loading: "products-loading",
        full: "products-empty",
    },
    Listed {
        rail: "rail-library",
        then: None,
        endpoint: "GET:/api/assets",
        loading: "library-loading",
        full: "library-empty",
    },
    Listed {
        rail: "rail-queue",
        then: Some("queue-tab-tasks"),
        endpoint: "GET:/api/tasks",
        loading: "tasks-loading",
        full: "tasks-empty",
    },
];

impl Listed {
    async fn open(&self, app: &App) {
        app.click(self.rail).await;
        if let Some(then) = self.then {
            app.click(then).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_page_waits_shows_its_things_or_says_that_there_are_none() {
    let Some(stage) = Stage::set("states-waiting").await else {
        return;
    };
    let app = stage.open(&[]).await;
    sign_in(&app, &stage).await;
    for page in PAGES {
        let endpoint = page.endpoint.parse().expect("an endpoint");
        stage.sandbox.faults().arm(Fault::Hold(endpoint));
        page.open(&app).await;
        app.find(page.loading).await;
        stage.sandbox.faults().release();
        app.find(page.full).await;
        assert!(!app.has(page.loading).await, "{}", page.endpoint);
    }
    let credits = "GET:/api/usage/credits".parse().expect("an endpoint");
    stage.sandbox.faults().arm(Fault::Hold(credits));
    app.click("rail-usage").await;
    app.find("usage-loading").await;
    stage.sandbox.faults().release();
    app.words("usage-left", |left| left.ends_with(" s")).await;
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_page_says_that_the_service_failed_and_the_next_press_mends_it() {
    for (name, fault) in [("states-failing", "answer=500"), ("states-offline", "cut")] {
        let Some(stage) = Stage::set(name).await else {
            return;
        };
        let app = stage.open(&[]).await;
        sign_in(&app, &stage).await;
        for page in PAGES {
            let separator = if fault == "cut" { '=' } else { ':' };
            let armed = format!("{fault}{separator}{}*always", page.endpoint);
            stage.sandbox.faults().arm_named(&armed).expect("a fault");
            page.open(&app).await;
            let code = app.attribute("refusal", "data-code", |_| true).await;
            let expected = if fault == "cut" {
                "offline"
            } else {
                "service-failed"
            };
            assert_eq!(code, expected, "{}", page.endpoint);
            stage.sandbox.faults().clear();
            app.click("next-try-again").await;
            app.find(page.full).await;
        }
        app.is_sound().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signed_out_each_page_offers_the_sign_in() {
    let Some(stage) = Stage::set("states-signed-out").await else {
        return;
    };
    let app = stage.open(&[]).await;
    for (rail, shows) in [
        ("rail-templates", "templates-signed-out"),
        ("rail-characters", "characters-signed-out"),
        ("rail-products", "products-signed-out"),
        ("rail-usage", "usage-signed-out"),
        ("rail-library", "library-signed-out"),
    ] {
        app.click(rail).await;
        app.find(shows).await;
    }
    app.is_sound().await;
}
