//! Who is signed in. Holds the one session of this run, and moves it to and from the vault.

mod account;
mod device_flow;

use std::sync::{Arc, Mutex};

use contract::{Code, Event, Refusal, SessionState, SignInEnd, VaultChoice, VaultState};
use riffkit::Session;
use tokio::sync::watch;
use tokio::task::AbortHandle;
use wire::Failure;

use crate::Studio;
use crate::failure::refusal_of;
use crate::lock::held;
use crate::vault::ChosenVault;

pub(crate) use account::{Owner, Paying};

/// The sign-in's state, and the session where there is one.
pub(crate) struct Sessions {
    state: watch::Sender<SessionState>,
    session: Mutex<Option<Arc<Session>>>,
    vault: Mutex<ChosenVault>,
    flow: Mutex<Option<Flow>>,
}

/// A sign-in under way: from the click until it is approved, cancelled or at an end. Locked while
/// its state is told, so that nothing is told of one that was cancelled.
struct Flow {
    task: AbortHandle,
    /// The approval page with the code filled in. Not a secret: it is what the person opens.
    link: Option<String>,
}

impl Sessions {
    pub(crate) fn new(vault: ChosenVault) -> Self {
        Self {
            state: watch::Sender::new(SessionState::Starting),
            session: Mutex::default(),
            vault: Mutex::new(vault),
            flow: Mutex::default(),
        }
    }

    pub(crate) fn vault_state(&self) -> VaultState {
        held(&self.vault).state
    }

    pub(crate) fn vault(&self) -> ChosenVault {
        held(&self.vault).clone()
    }

    /// The session, if somebody is signed in.
    pub(crate) fn current(&self) -> Option<Arc<Session>> {
        held(&self.session).clone()
    }

    /// Hears where sign-in stands.
    pub(crate) fn changes(&self) -> watch::Receiver<SessionState> {
        self.state.subscribe()
    }

    pub(crate) fn is_signed_in(&self) -> bool {
        held(&self.session).is_some()
    }
}

impl Studio {
    /// Where sign-in stands.
    pub fn session(&self) -> SessionState {
        self.core.sessions.state.borrow().clone()
    }

    /// Waits until sign-in is at rest: signed in or signed out.
    pub async fn session_settled(&self) -> SessionState {
        let mut states = self.core.sessions.state.subscribe();
        let settled = states
            .wait_for(|state| {
                matches!(
                    state,
                    SessionState::SignedOut { .. } | SessionState::SignedIn { .. }
                )
            })
            .await;
        match settled {
            Ok(state) => state.clone(),
            // The sender lives in `self`.
            Err(_) => SessionState::SignedOut { ended: None },
        }
    }

    /// Forgets the session, here and in the vault. What is saved on disk stays.
    pub async fn sign_out(&self) {
        self.cancel_sign_in();
        *held(&self.core.sessions.session) = None;
        self.forget_kept_session().await;
        self.set_session(SessionState::SignedOut {
            ended: Some(SignInEnd::SignedOut),
        });
    }

    /// Who is signed in is not any more, as far as this run goes: that is told, as nothing of theirs is
    /// the next one's. The session of theirs.
    fn leave_session(&self) -> Option<Arc<Session>> {
        let left = held(&self.core.sessions.session).take();
        if left.is_some() {
            self.set_session(SessionState::SignedOut {
                ended: Some(SignInEnd::SignedOut),
            });
        }
        left
    }

    async fn forget_kept_session(&self) {
        if let Err(error) = self.core.sessions.vault().delete(self.credential()).await {
            tracing::warn!(%error, "sign-out");
            self.core.tell(Event::Trouble(error.into()));
        }
    }

    /// Says where the session is kept where there is no keychain. A session at hand moves there.
    ///
    /// # Errors
    /// [`Code::VaultFailed`] where it can't be kept there; the question then stays open.
    pub async fn choose_vault(&self, choice: VaultChoice) -> Result<(), Refusal> {
        let chosen = ChosenVault::said(choice, self.core.home.vault());
        let state = chosen.state;
        if let Some(session) = self.core.sessions.current() {
            chosen
                .put(self.credential(), session.token().clone())
                .await?;
        }
        let before = self.core.sessions.vault();
        self.move_hub_token(&before, &chosen).await?;
        let left = std::mem::replace(&mut *held(&self.core.sessions.vault), chosen);
        if left.state != state
            && let Err(error) = left.delete(self.credential()).await
        {
            tracing::warn!(%error, "the session stays where it was kept before");
            self.core.tell(Event::Trouble(error.into()));
        }
        self.core.tell(Event::Vault(state));
        let mut preferences = self.core.preferences();
        preferences.vault = Some(choice);
        self.set_preferences(preferences).await?;
        Ok(())
    }

    /// Reads the vault at the start of a run and asks the service whether the session is still good.
    /// Without an answer the person counts as signed in: what is kept locally can be shown.
    pub(crate) async fn restore_session(&self) {
        let kept = self.core.sessions.vault().get(self.credential()).await;
        let state = match kept {
            Ok(Some(token)) => match Session::new(self.core.api.origin().clone(), token) {
                Ok(session) => {
                    // Told at once, also without a network.
                    let email = self.noted_account(&session).await;
                    self.hold(session);
                    SessionState::SignedIn { email }
                }
                // Damaged in the vault: as good as none.
                Err(_) => SessionState::SignedOut { ended: None },
            },
            Ok(None) => SessionState::SignedOut { ended: None },
            Err(error) => SessionState::SignedOut {
                ended: Some(SignInEnd::Refused {
                    refusal: error.into(),
                }),
            },
        };
        let signed_in = matches!(state, SessionState::SignedIn { .. });
        self.set_session(state);
        if self.core.sessions.vault_state() == VaultState::Undecided {
            self.core.tell(Event::Vault(VaultState::Undecided));
        }
        if signed_in {
            let studio = self.clone();
            self.core.spawn(async move { studio.learn_account().await });
        }
    }

    /// Keeps a new session: in memory at once, in the vault as well as it can be.
    async fn keep_session(&self, session: Session) {
        let vault = self.core.sessions.vault();
        if let Err(error) = vault.put(self.credential(), session.token().clone()).await {
            tracing::warn!(%error, "the session stays in memory");
            self.core.tell(Event::Trouble(error.into()));
        }
        self.hold(session);
        self.set_session(SessionState::SignedIn { email: None });
        if vault.state == VaultState::Undecided {
            self.core.tell(Event::Vault(VaultState::Undecided));
        }
    }

    fn hold(&self, session: Session) {
        self.forget_balance();
        *held(&self.core.sessions.session) = Some(Arc::new(session));
    }

    /// Calls the service with the session.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`] without one, or when the service answers 401: the session is then
    /// forgotten, and what waited for it goes on after the next sign-in.
    pub(crate) async fn authorised<T, F>(
        &self,
        call: impl FnOnce(Arc<Session>) -> F,
    ) -> Result<T, Refusal>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        let Some(session) = self.core.sessions.current() else {
            return Err(Code::NotSignedIn.into());
        };
        match call(Arc::clone(&session)).await {
            Ok(answer) => Ok(answer),
            Err(failure) => {
                if failure.status() == Some(401) {
                    self.lose_session(&session).await;
                }
                Err(refusal_of(&failure))
            }
        }
    }

    /// The service no longer knows this session. A newer one is left alone.
    pub(crate) async fn lose_session(&self, lost: &Arc<Session>) {
        {
            let mut current = held(&self.core.sessions.session);
            match current.as_ref() {
                Some(session) if Arc::ptr_eq(session, lost) => *current = None,
                _ => return,
            }
        }
        if let Err(error) = self.core.sessions.vault().delete(self.credential()).await {
            tracing::warn!(%error, "a session that is no longer good stays in the vault");
        }
        self.set_session(SessionState::SignedOut {
            ended: Some(SignInEnd::Refused {
                refusal: Code::NotSignedIn.into(),
            }),
        });
    }

    pub(crate) fn set_session(&self, state: SessionState) {
        self.core.sessions.state.send_replace(state.clone());
        self.core.tell(Event::Session(state));
    }

    /// The state in one word, for the diagnostics.
    pub(crate) fn session_word(&self) -> &'static str {
        match self.session() {
            SessionState::Starting => "starting",
            SessionState::SignedOut { .. } => "signed out",
            SessionState::Asking | SessionState::Waiting { .. } => "signing in",
            SessionState::SignedIn { .. } => "signed in",
        }
    }

    /// The session's name in the vault.
    fn credential(&self) -> String {
        format!("riffkit {}", self.core.server_name)
    }
}
