//! Names that are never found: the wait for a connection ends all the same, and as there was none,
//! nothing was sent.

use std::sync::atomic::{AtomicBool, Ordering};

use reqwest::dns::{Name, Resolve, Resolving};
use serde_json::{Value, json};

use super::*;
use crate::upload::Hooks;

/// A resolver that hangs.
struct Silent;

impl Resolve for Silent {
    fn resolve(&self, _: Name) -> Resolving {
        Box::pin(std::future::pending())
    }
}

/// A client that soon gives up on a connection, and for which no name is ever found.
fn client() -> Client {
    let settings = Settings {
        connect_timeout: Duration::from_millis(50),
        ..Settings::new("reelwright-test/1")
    };
    let silent = || built(common(&settings).no_proxy().dns_resolver(Silent));
    let pools = Pools {
        reads: OnceLock::from(silent()),
        orders: OnceLock::from(silent()),
        ..Pools::default()
    };
    Client {
        pools: Arc::new(pools),
        settings,
    }
}

fn nowhere() -> Url {
    "https://service.invalid/api/riffs"
        .parse()
        .expect("an address")
}

/// A gate that lets everything go, and whether it was asked.
fn gate() -> (Hooks, Arc<AtomicBool>) {
    let asked = Arc::new(AtomicBool::new(false));
    let noted = Arc::clone(&asked);
    let hooks = Hooks::none().before_last(move || {
        noted.store(true, Ordering::SeqCst);
        Box::pin(async { Ok(()) })
    });
    (hooks, asked)
}

fn was_not_sent(failure: &Failure) {
    let is_so = matches!(
        failure,
        Failure::NoAnswer {
            reached: Reached::NotSent,
            kind: Outage::Timeout,
            ..
        }
    );
    assert!(is_so && !failure.may_have_been_taken(), "{failure:?}");
}

#[tokio::test]
async fn a_read_whose_name_is_never_found_ends() {
    let read = client().get_json::<Value>(nowhere(), None).await;
    was_not_sent(&read.expect_err("nobody is there"));
}

#[tokio::test]
async fn an_order_whose_name_is_never_found_was_not_sent() {
    let client = client();
    let (hooks, asked) = gate();
    let body = json!({"formula_id": "f-1"});
    let order = client.post_json_gated::<Value>(nowhere(), None, &body, hooks);
    was_not_sent(&order.await.expect_err("nobody is there"));
    assert!(!asked.load(Ordering::SeqCst), "there was no connection");

    // One without a body asks before there is a connection, and was not sent all the same.
    let (hooks, asked) = gate();
    let order = client.post_gated::<Value>(nowhere(), None, hooks);
    was_not_sent(&order.await.expect_err("nobody is there"));
    assert!(asked.load(Ordering::SeqCst));
}
