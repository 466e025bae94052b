//! Who is signed in to Hubfluencer: a token, given once, opaque, and sent to its own origin only.

use std::sync::{Arc, Mutex};

use contract::{Code, Event, HubEvent, HubSession, Refusal, SecretText, TokenSource};
use hubfluencer::{Api, Problem, Scope, Session};
use tokio::sync::watch;
use wire::retry::Policy;
use wire::{Failure, Secret};

use super::refusal_of;
use crate::Studio;
use crate::lock::held;
use crate::server::GivenToken;

/// The sign-in's state, and the session where there is one.
pub(crate) struct HubSessions {
    state: watch::Sender<HubSession>,
    session: Mutex<Option<Arc<Session>>>,
}

impl Default for HubSessions {
    fn default() -> Self {
        Self {
            state: watch::Sender::new(HubSession::Starting),
            session: Mutex::default(),
        }
    }
}

impl HubSessions {
    /// The session, if there is a token.
    pub(crate) fn current(&self) -> Option<Arc<Session>> {
        held(&self.session).clone()
    }

    /// Changes as sign-in moves.
    pub(crate) fn changes(&self) -> watch::Receiver<HubSession> {
        self.state.subscribe()
    }
}

impl Studio {
    /// Where sign-in to Hubfluencer stands.
    pub fn hub_session(&self) -> HubSession {
        self.core.hub.sessions.state.borrow().clone()
    }

    /// Tries a token by one read, and keeps it where it is good: from then on it is sent as Bearer to
    /// its own origin, and nowhere else.
    ///
    /// # Errors
    /// [`Code::TokenUnusable`] where it can't be one, [`Code::TokenRefused`] where the service does not
    /// know it, and those of the read: the token is then not kept. One that lacks a scope is kept.
    pub async fn hub_sign_in(&self, token: SecretText) -> Result<(), Refusal> {
        self.try_token(
            Secret::new(token.expose().trim().to_owned()),
            TokenSource::Vault,
        )
        .await
    }

    /// Signs in with the token that the embedded sandbox has ready.
    ///
    /// # Errors
    /// [`Code::TokenNeeded`] where there is none; as [`Studio::hub_sign_in`].
    pub async fn use_sandbox_token(&self) -> Result<(), Refusal> {
        let GivenToken::Sandbox(token) = self.core.hub.given() else {
            return Err(Code::TokenNeeded.into());
        };
        self.try_token(Secret::new(token.expose().to_owned()), TokenSource::Sandbox)
            .await
    }

    async fn try_token(&self, token: Secret, source: TokenSource) -> Result<(), Refusal> {
        let api = self.core.hub.api()?;
        let session = Session::new(api.origin().clone(), token)
            .map_err(|_| Refusal::new(Code::TokenUnusable))?;
        let before = self.hub_session();
        self.set_hub_session(HubSession::Checking);
        let lacks = match api.studio_credits(&session).await {
            Ok(credits) => {
                self.hear_credits(credits.credits.into());
                Vec::new()
            }
            Err(failure) => match Problem::of(&failure) {
                // Good, but not for this read.
                Problem::InsufficientScope { scope } => {
                    vec![scope.unwrap_or_else(|| Scope::VideoRead.as_str().to_owned())]
                }
                problem => {
                    let refusal = match problem {
                        Problem::Unauthorized => Code::TokenRefused.into(),
                        _ => refusal_of(&failure),
                    };
                    self.set_hub_session(match before {
                        // The one at hand stays good.
                        HubSession::SignedIn { .. } => before,
                        _ => HubSession::SignedOut {
                            refusal: Some(refusal.clone()),
                        },
                    });
                    return Err(refusal);
                }
            },
        };
        let vault = self.core.sessions.vault();
        let kept = vault.put(self.hub_credential(), session.token().clone());
        if let Err(error) = kept.await {
            tracing::warn!(%error, "the token stays in memory");
            self.core.tell(Event::Trouble(error.into()));
        }
        *held(&self.core.hub.sessions.session) = Some(Arc::new(session));
        self.set_hub_session(HubSession::SignedIn { source, lacks });
        if vault.state == contract::VaultState::Undecided {
            self.core.tell(Event::Vault(vault.state));
        }
        self.hub_signed_in();
        Ok(())
    }

    /// Forgets the token, here and in the vault. One of the environment is there again at the next
    /// start.
    pub async fn hub_sign_out(&self) {
        *held(&self.core.hub.sessions.session) = None;
        let vault = self.core.sessions.vault();
        if let Err(error) = vault.delete(self.hub_credential()).await {
            tracing::warn!(%error, "sign-out");
            self.core.tell(Event::Trouble(error.into()));
        }
        self.forget_account();
        self.set_hub_session(HubSession::SignedOut { refusal: None });
    }

    /// Opens the service's own site: tokens are made and credits bought there.
    ///
    /// # Errors
    /// [`Code::HubAbsent`]; [`Code::Unknown`] where no browser could be opened.
    pub fn open_hubfluencer(&self) -> Result<(), Refusal> {
        let site = self.core.hub.api()?.origin().url().to_string();
        if self.open_link(&site) {
            Ok(())
        } else {
            Err(Code::Unknown.into())
        }
    }

    /// The token of this run: the environment's, else the vault's. It is not asked for by any read
    /// here: the first one shows whether it is still good.
    pub(crate) async fn restore_hub_session(&self) {
        let hub = &self.core.hub;
        let Ok(api) = hub.api() else {
            self.set_hub_session(HubSession::SignedOut { refusal: None });
            return;
        };
        let (token, source) = match hub.given() {
            GivenToken::Environment(token) => (
                Ok(Some(Secret::new(token.expose().to_owned()))),
                TokenSource::Environment,
            ),
            _ => {
                let kept = self.core.sessions.vault().get(self.hub_credential()).await;
                (kept, TokenSource::Vault)
            }
        };
        let state = match token {
            Ok(Some(token)) => match Session::new(api.origin().clone(), token) {
                Ok(session) => {
                    *held(&hub.sessions.session) = Some(Arc::new(session));
                    let lacks = Vec::new();
                    HubSession::SignedIn { source, lacks }
                }
                Err(_) => HubSession::SignedOut {
                    refusal: Some(Code::TokenUnusable.into()),
                },
            },
            Ok(None) => HubSession::SignedOut { refusal: None },
            Err(error) => HubSession::SignedOut {
                refusal: Some(error.into()),
            },
        };
        self.set_hub_session(state);
    }

    /// Moves the token to another vault, before the old one forgets it.
    pub(crate) async fn move_hub_token(
        &self,
        from: &crate::vault::ChosenVault,
        to: &crate::vault::ChosenVault,
    ) -> Result<(), Refusal> {
        let is_kept = matches!(
            self.hub_session(),
            HubSession::SignedIn {
                source: TokenSource::Vault | TokenSource::Sandbox,
                ..
            }
        );
        let Some(session) = self.core.hub.sessions.current().filter(|_| is_kept) else {
            return Ok(());
        };
        to.put(self.hub_credential(), session.token().clone())
            .await?;
        if from.state != to.state
            && let Err(error) = from.delete(self.hub_credential()).await
        {
            tracing::warn!(%error, "the token stays where it was kept before");
            self.core.tell(Event::Trouble(error.into()));
        }
        Ok(())
    }

    /// Calls the service with the token: something that generates, uploads or changes.
    ///
    /// # Errors
    /// [`Code::TokenNeeded`] without one, [`Code::TokenRefused`] when the service answers 401 (the
    /// token is then forgotten), [`Code::ScopeMissing`], and what else the failure means.
    pub(crate) async fn hub_authorised<T, F>(
        &self,
        call: impl FnOnce(Api, Arc<Session>) -> F,
    ) -> Result<T, Refusal>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        self.hub_called(Scope::VideoGenerate, call).await
    }

    /// Makes a read with the token, a few times where its failures are passing ones.
    ///
    /// # Errors
    /// As [`Studio::hub_authorised`], of the last try.
    pub(crate) async fn hub_read<T, F>(
        &self,
        ask: impl Fn(Api, Arc<Session>) -> F,
    ) -> Result<T, Refusal>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        self.hub_retried(Scope::VideoRead, ask).await
    }

    /// Makes something under a key of its own, which makes it safe to ask a few times where the
    /// failures are passing ones.
    ///
    /// # Errors
    /// As [`Studio::hub_authorised`], of the last try.
    pub(crate) async fn hub_keyed<T, F>(
        &self,
        ask: impl Fn(Api, Arc<Session>) -> F,
    ) -> Result<T, Refusal>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        self.hub_retried(Scope::VideoGenerate, ask).await
    }

    async fn hub_retried<T, F>(
        &self,
        needs: Scope,
        ask: impl Fn(Api, Arc<Session>) -> F,
    ) -> Result<T, Refusal>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        let clock = &self.core.ports.clock;
        self.hub_called(needs, |api, session| async move {
            wire::retry::reads(
                &Policy::default(),
                |pause| clock.sleep(pause),
                || ask(api.clone(), Arc::clone(&session)),
            )
            .await
        })
        .await
    }

    /// Calls the service for something that needs this scope.
    ///
    /// # Errors
    /// As [`Studio::hub_authorised`].
    pub(super) async fn hub_called<T, F>(
        &self,
        needs: Scope,
        call: impl FnOnce(Api, Arc<Session>) -> F,
    ) -> Result<T, Refusal>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        let api = self.core.hub.api()?.clone();
        let Some(session) = self.core.hub.sessions.current() else {
            return Err(Code::TokenNeeded.into());
        };
        match call(api, Arc::clone(&session)).await {
            Ok(answer) => Ok(answer),
            Err(failure) => Err(self.hub_failed_at(&session, needs, &failure).await),
        }
    }

    /// What a failure of something that generates, uploads or changes means, and what follows for the
    /// session.
    pub(crate) async fn hub_failed(&self, session: &Arc<Session>, failure: &Failure) -> Refusal {
        self.hub_failed_at(session, Scope::VideoGenerate, failure)
            .await
    }

    /// The service need not say which scope is missing: the contract does, for each call.
    async fn hub_failed_at(
        &self,
        session: &Arc<Session>,
        needs: Scope,
        failure: &Failure,
    ) -> Refusal {
        match Problem::of(failure) {
            Problem::Unauthorized => {
                self.lose_hub_session(session).await;
                Code::TokenRefused.into()
            }
            Problem::InsufficientScope { scope } => {
                let scope = scope.unwrap_or_else(|| needs.as_str().to_owned());
                self.note_lack(&scope);
                refusal_of(failure).with("scope", scope)
            }
            _ => refusal_of(failure),
        }
    }

    /// The service no longer knows this token. A newer one is left alone.
    async fn lose_hub_session(&self, lost: &Arc<Session>) {
        {
            let mut current = held(&self.core.hub.sessions.session);
            match current.as_ref() {
                Some(session) if Arc::ptr_eq(session, lost) => *current = None,
                _ => return,
            }
        }
        self.forget_kept(lost).await;
        self.forget_account();
        self.set_hub_session(HubSession::SignedOut {
            refusal: Some(Code::TokenRefused.into()),
        });
    }

    /// Takes a token out of the vault, if it is the one that is kept there: this run's may be the
    /// environment's, and the other front may have been given a newer one.
    async fn forget_kept(&self, lost: &Session) {
        let vault = self.core.sessions.vault();
        let forgotten = match vault.get(self.hub_credential()).await {
            Ok(Some(kept)) if kept.expose() == lost.token().expose() => {
                vault.delete(self.hub_credential()).await
            }
            Ok(_) => Ok(()),
            Err(error) => Err(error),
        };
        if let Err(error) = forgotten {
            tracing::warn!(%error, "a token that is no longer good stays in the vault");
        }
    }

    fn note_lack(&self, scope: &str) {
        let HubSession::SignedIn { source, mut lacks } = self.hub_session() else {
            return;
        };
        if !lacks.iter().any(|known| known == scope) {
            lacks.push(scope.to_owned());
            self.set_hub_session(HubSession::SignedIn { source, lacks });
        }
    }

    fn set_hub_session(&self, state: HubSession) {
        self.core.hub.sessions.state.send_replace(state.clone());
        self.core.tell_hub(HubEvent::Session(state));
    }

    /// The token's name in the vault.
    fn hub_credential(&self) -> String {
        format!("hubfluencer {}", self.core.hub.server_name())
    }
}
