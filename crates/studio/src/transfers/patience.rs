//! Savings of the window that outlast what stands in their way: a service that fails for longer than
//! a few tries, a sign-in that has ended. What saves itself is nobody's to begin anew.

use std::time::Duration;

use contract::{Arg, Code, HubSession, OrderId, Refusal, SessionState, TransferState};
use transfer::{Backoff, Retries, Stopped};

use super::download::Halt;
use super::saving::Saving;
use crate::Studio;
use crate::studio::AutoSave;
use crate::traffic::{Wait, seed_of};

/// Ever more rarely, and not for longer than a day: then the person is told that it has failed.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const PATIENCE: Backoff = Backoff {
    first: Duration::from_secs(30),
    longest: Duration::from_secs(15 * 60),
    max_tries: u32::MAX,
    max_total: DAY,
    longest_asked: Duration::ZERO,
};

/// What stands in the way of a saving and may pass by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Obstacle {
    /// Nobody is signed in, or another account is.
    SignIn,
    /// Nobody answers, or something on the way does.
    Network,
    /// The service, or its storage, fails.
    Server,
}

impl Obstacle {
    fn of(refusal: &Refusal) -> Option<Self> {
        match refusal.code {
            Code::NotSignedIn | Code::OtherAccount | Code::TokenNeeded | Code::TokenRefused => {
                Some(Self::SignIn)
            }
            Code::Offline | Code::BadAnswer => Some(Self::Network),
            Code::ServiceFailed | Code::RateLimited => Some(Self::Server),
            _ => None,
        }
    }
}

/// The tries of one saving, beyond those of the engine.
pub(super) struct Patience(Retries);

impl Patience {
    pub(super) fn of(saving: &Saving) -> Self {
        Self(Retries::new(PATIENCE, seed_of(&saving.transfer_id.0)))
    }
}

impl Studio {
    /// Waits until what refused a saving may have passed, and says meanwhile what it waits for. None
    /// where it is not waited for: who saves from a terminal is there to decide, and not everything
    /// passes.
    ///
    /// The answer is an error only for [`Stopped::Cancelled`], as the person's pause is waited out too.
    pub(super) async fn wait_out(
        &self,
        saving: &Saving,
        refusal: &Refusal,
        patience: &mut Patience,
    ) -> Option<Result<(), Stopped>> {
        let core = &self.core;
        let obstacle = Obstacle::of(refusal)?;
        if core.auto_save != AutoSave::ByPreference {
            return None;
        }
        let signed_in = self.signed_in_for(saving, refusal);
        let needs_sign_in = obstacle == Obstacle::SignIn && !self.is_signed_in_for(saving, refusal);
        let pause = if needs_sign_in {
            Duration::ZERO
        } else {
            patience.0.pause(None)?
        };
        let length = i64::try_from(pause.as_millis()).unwrap_or(i64::MAX);
        let retry_at = core.now().saturating_add(length);
        let meter = self.meter_of(saving);
        let waits = match obstacle {
            Obstacle::SignIn if needs_sign_in => meter.paused(Some(saving.said(refusal.clone()))),
            // Somebody has signed in since it was refused.
            Obstacle::SignIn => TransferState::Waiting,
            Obstacle::Network => meter.waiting(Wait::Network(retry_at)),
            Obstacle::Server => meter.waiting(Wait::Server(retry_at)),
        };
        let network = &core.traffic.down.network;
        tracing::info!(transfer_id = %saving.transfer_id, %refusal, ?pause, "a saving waits for this to pass");
        self.change_transfer(&saving.transfer_id, waits);
        tokio::select! {
            biased;
            stopped = saving.control.stopped() => {
                if stopped == Stopped::Paused {
                    let paused = meter.paused(None);
                    self.change_transfer(&saving.transfer_id, paused);
                }
                return Some(saving.control.resumed().await);
            }
            () = signed_in, if needs_sign_in => {}
            () = network.hurried(), if needs_sign_in => {}
            () = network.wait(&*core.ports.clock, pause), if !needs_sign_in => {}
        }
        Some(Ok(()))
    }

    /// What storage has nothing of, for a reel of another account than the one that is signed in: there
    /// is nothing of it for that one alone.
    pub(super) async fn unless_of_another(&self, saving: &Saving, halt: Halt) -> Halt {
        let is_denied =
            |refusal: &Refusal| matches!(refusal.code, Code::NotFound | Code::Forbidden);
        let order_id = saving.reel.order_id.clone().map(OrderId);
        let order_id = order_id.filter(|_| !saving.is_of_hubfluencer());
        match (halt, order_id) {
            (Halt::Over(refusal), Some(order_id)) if is_denied(&refusal) => {
                match self.another_that_ordered(&order_id).await {
                    Some(account) => {
                        let refusal = Refusal::new(Code::OtherAccount);
                        Halt::Stuck(refusal.with("account", account))
                    }
                    None => Halt::Over(refusal),
                }
            }
            (halt, _) => halt,
        }
    }

    /// Resolves when somebody is signed in who may have it.
    async fn signed_in_for(&self, saving: &Saving, refusal: &Refusal) {
        // The senders are the core's own: there is no other end.
        if saving.is_of_hubfluencer() {
            let mut states = self.core.hub.sessions.changes();
            let is_in = |state: &HubSession| matches!(state, HubSession::SignedIn { .. });
            drop(states.wait_for(is_in).await);
        } else {
            let mut states = self.core.sessions.changes();
            drop(states.wait_for(|state| may_have(state, refusal)).await);
        }
    }

    fn is_signed_in_for(&self, saving: &Saving, refusal: &Refusal) -> bool {
        if saving.is_of_hubfluencer() {
            self.core.hub.sessions.current().is_some()
        } else {
            may_have(&self.session(), refusal)
        }
    }
}

/// Whether who is signed in at Riffkit may have what was refused for want of that.
fn may_have(state: &SessionState, refusal: &Refusal) -> bool {
    let SessionState::SignedIn { email } = state else {
        return false;
    };
    match refusal.args.get("account") {
        Some(Arg::Text(account)) if refusal.code == Code::OtherAccount => {
            email.as_ref() == Some(account)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reel_of_another_account_waits_for_that_one() {
        let refusal = Refusal::new(Code::OtherAccount).with("account", "a@x");
        let signed_in = |email: Option<&str>| SessionState::SignedIn {
            email: email.map(str::to_owned),
        };
        assert!(may_have(&signed_in(Some("a@x")), &refusal));
        assert!(!may_have(&signed_in(Some("b@x")), &refusal));
        assert!(!may_have(&signed_in(None), &refusal));
        assert!(may_have(&signed_in(None), &Code::NotSignedIn.into()));
        assert!(!may_have(&SessionState::Asking, &refusal));
    }

    #[test]
    fn what_does_not_pass_by_itself_is_not_waited_for() {
        let of = |code: Code| Obstacle::of(&code.into());
        assert_eq!(of(Code::ServiceFailed), Some(Obstacle::Server));
        assert_eq!(of(Code::Offline), Some(Obstacle::Network));
        assert_eq!(of(Code::NotSignedIn), Some(Obstacle::SignIn));
        for code in [
            Code::StorageRefused,
            Code::NotFound,
            Code::FolderUnwritable,
            Code::JournalFailed,
        ] {
            assert_eq!(of(code), None, "{code:?}");
        }
    }
}
