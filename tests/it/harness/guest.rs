//! Somebody at a service of the test's own making.

use std::sync::Arc;

use contract::{OrderId, OrderView, Plan, SessionState, Source};
use studio::ports::Browser;
use studio::{AutoSave, Studio};
use tempfile::TempDir;

use super::{Machine, Services, StandIn, TestClock, home, open};

/// A studio at a stand-in, with a session kept by an earlier run.
pub struct Guest {
    pub clock: TestClock,
    pub studio: Studio,
    _folder: TempDir,
}

impl Guest {
    pub async fn of(service: &StandIn, browser: impl Browser) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = TestClock::new();
        service.keep_time(&clock);
        let name = format!("riffkit {}", service.url.origin().ascii_serialization());
        std::fs::create_dir_all(home(&folder).root()).unwrap();
        let vault = serde_json::json!({ name: "kept" }).to_string();
        std::fs::write(home(&folder).vault(), vault).unwrap();
        let events = Arc::default();
        let studio = open(
            &folder,
            &clock,
            &Services {
                riffkit: service.url.clone(),
                hubfluencer: service.url.clone(),
            },
            &events,
            browser,
            AutoSave::Never,
            &Machine::default(),
        )
        .await;
        Self {
            clock,
            studio,
            _folder: folder,
        }
    }

    /// Orders from a link.
    pub async fn order(&self) -> OrderId {
        let plan = Plan {
            source: Some(Source::Link {
                url: "https://www.tiktok.com/@a/video/1".to_owned(),
                agreed_host: None,
            }),
            ..Plan::default()
        };
        let review = self.studio.review(plan).await.unwrap();
        self.studio.submit(&review.review_id).await.unwrap()
    }

    pub async fn until_session(&self, wanted: impl Fn(&SessionState) -> bool) -> SessionState {
        self.clock
            .until(|| Some(self.studio.session()).filter(&wanted))
            .await
    }

    pub async fn until_order(
        &self,
        order_id: &OrderId,
        wanted: impl Fn(&OrderView) -> bool,
    ) -> OrderView {
        self.clock
            .until(|| self.studio.order(order_id).filter(&wanted))
            .await
    }
}
