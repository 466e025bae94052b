//! The keychain is absent, locked, hangs, or locks itself: whoever signs in can work in this run, is
//! told, and no secret lands in a place that nobody chose.

#[cfg(target_os = "linux")]
mod bus;
mod stand_in;

use std::path::Path;
use std::sync::Arc;

use contract::{
    Code, Event, HubSession, OrderState, OrderView, SessionState, VaultChoice, VaultState,
};
use stand_in::{StandIn, Trouble};
use studio::AutoSave;
use studio::vault::VaultPolicy;

use crate::jobs;
use crate::table::{Table, Try, attempt};
use crate::world::{Machine, Options, World};

const GROUP: &str = "keychain";

/// All of them.
pub fn group(table: &mut Table) {
    for (trouble, fault) in [
        (Trouble::Absent, "absent"),
        (Trouble::Locked, "locked"),
        (Trouble::Hangs, "hangs at every call"),
    ] {
        let tries = vec![
            works(trouble, VaultPolicy::Ask),
            works(trouble, VaultPolicy::Keychain),
            chosen(trouble),
        ];
        table.row(GROUP, fault, tries);
    }
    let later = vec![locks_itself(Trouble::Locked), locks_itself(Trouble::Hangs)];
    table.row(
        GROUP,
        "locks itself, or hangs, between sign-in and restart",
        later,
    );
    #[cfg(target_os = "linux")]
    bus::rows(table);
}

/// A world on a machine whose keychain is this one.
async fn world(keychain: &StandIn, policy: VaultPolicy) -> World {
    let machine = Machine {
        vault: policy,
        keychain: Arc::new(keychain.clone()),
        ..Machine::default()
    };
    jobs::world(Options {
        machine,
        ..Options::default()
    })
    .await
}

/// Both services can be worked with for as long as the program runs, and nothing secret is on disk.
fn works(trouble: Trouble, policy: VaultPolicy) -> Try {
    attempt(
        format!("{trouble:?}, {policy:?}: both services"),
        async move {
            let keychain = StandIn::in_trouble(trouble);
            let world = world(&keychain, policy).await;
            assert_told(&world, policy);
            let order_id = world.order().await;
            let order = jobs::order_ended(&world, &order_id).await;
            jobs::saved(&world, &order.reels[0]).await;
            let slug = world.short().await.slug;
            world.take(contract::Step::GenerateShort { slug }).await;
            world.studio.close().await;
            let token = world.sandbox.hubfluencer_token();
            assert!(
                !holds(world.home().root(), token.as_bytes()),
                "the token is on disk"
            );
        },
    )
}

/// Where nobody said which vault it is to be, the question is open; else the trouble is told.
fn assert_told(world: &World, policy: VaultPolicy) {
    let told = world.told(|event| match (policy, event) {
        (VaultPolicy::Ask, Event::Vault(state)) => *state == VaultState::Undecided,
        (_, Event::Trouble(refusal)) => refusal.code == Code::VaultFailed,
        _ => false,
    });
    assert!(told > 0, "nobody was told");
}

/// The person chooses a file instead, and is still signed in after a restart.
fn chosen(trouble: Trouble) -> Try {
    attempt(format!("{trouble:?}: a file is chosen"), async move {
        let keychain = StandIn::in_trouble(trouble);
        let mut world = world(&keychain, VaultPolicy::Ask).await;
        world.studio.choose_vault(VaultChoice::File).await.unwrap();
        world.restart(AutoSave::Never).await;
        world
            .until_session(|state| matches!(state, SessionState::SignedIn { .. }))
            .await;
        let hub = world.studio.hub_session();
        assert!(matches!(hub, HubSession::SignedIn { .. }), "{hub:?}");
    })
}

/// It works when the person signs in, and no more at the next start; then it does again.
fn locks_itself(trouble: Trouble) -> Try {
    attempt(format!("{trouble:?}"), async move {
        let keychain = StandIn::sound();
        let mut world = world(&keychain, VaultPolicy::Keychain).await;
        let order_id = world.order().await;
        let is_taken = |order: &OrderView| matches!(order.state, OrderState::Working { .. });
        world.until_order(&order_id, is_taken).await;
        keychain.becomes(trouble);
        world.restart(AutoSave::Never).await;
        let signed_out = |state: &SessionState| matches!(state, SessionState::SignedOut { .. });
        world.until_session(signed_out).await;
        assert!(
            world.studio.order(&order_id).is_some(),
            "what is known here is shown"
        );
        keychain.recovers();
        world.restart(AutoSave::Never).await;
        world
            .until_session(|state| matches!(state, SessionState::SignedIn { .. }))
            .await;
        let order = jobs::order_ended(&world, &order_id).await;
        assert_eq!(order.state, OrderState::Ready);
        jobs::saved(&world, &order.reels[0]).await;
        assert_eq!(world.riffs_taken(), 1);
    })
}

/// Whether a file below a folder has these bytes in it.
fn holds(folder: &Path, wanted: &[u8]) -> bool {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).any(|path| {
        if path.is_dir() {
            return holds(&path, wanted);
        }
        let bytes = std::fs::read(&path).unwrap();
        bytes.windows(wanted.len()).any(|window| window == wanted)
    })
}
