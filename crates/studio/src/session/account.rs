//! Whose session it is. The service says the account's name when it is asked, which may be later than
//! an order leaves; until then, and for whoever looks after a restart, the sign-in itself tells whose
//! it is: the same one is always the same account's.

use std::fmt::Write as _;
use std::sync::Arc;

use contract::{OrderId, SessionState};
use riffkit::{Session, User};
use sha2::{Digest as _, Sha256};

use crate::Studio;
use crate::journal::Payer;

/// Bytes of a mark: enough that no two sign-ins have the same.
const MARK_BYTES: usize = 16;

/// A session, and who pays for what is ordered with it.
pub(crate) struct Paying {
    pub(crate) session: Arc<Session>,
    pub(crate) payer: Payer,
}

/// Whose an order is, seen by who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Theirs: what the service lists for them is the last word on it.
    Own,
    /// This other account's: what the service lists for them says nothing of it.
    Another(String),
    /// Nobody knows: it left nameless, and under another sign-in.
    Unknown,
}

impl Owner {
    /// Whose an order of `payer` is for `asks`. The sign-in comes before the name, which an account may
    /// change.
    pub(crate) fn of(payer: &Payer, asks: &Payer) -> Self {
        let same_sign_in = payer.sign_in.as_ref().zip(asks.sign_in.as_ref());
        if same_sign_in.is_some_and(|(left, now)| left == now) {
            return Self::Own;
        }
        match (&payer.account, &asks.account) {
            (Some(paid), Some(asks)) if paid == asks => Self::Own,
            (Some(paid), Some(_)) => Self::Another(paid.clone()),
            _ => Self::Unknown,
        }
    }
}

impl Studio {
    /// Who is signed in, where that is known.
    pub(crate) fn account(&self) -> Option<String> {
        match self.session() {
            SessionState::SignedIn { email } => email,
            _ => None,
        }
    }

    /// The session of now and whose it is, asked of the service where it has not said so yet. Without a
    /// name where it can't say now; none where nobody is signed in.
    pub(crate) async fn paying(&self) -> Option<Paying> {
        loop {
            let session = self.core.sessions.current()?;
            if self.account().is_none() {
                let api = &self.core.api;
                let user = self
                    .authorised(|session| async move { api.me(&session).await })
                    .await;
                if let Ok(user) = user {
                    self.name_session(&session, &user).await;
                }
            }
            let payer = self.payer_by(&session);
            // Somebody else signed in meanwhile: the name may be theirs.
            if self.is_current(&session) {
                return Some(Paying { session, payer });
            }
        }
    }

    /// Who pays for what is ordered with the session of now.
    pub(crate) fn payer_by(&self, session: &Session) -> Payer {
        Payer {
            account: self.account(),
            sign_in: Some(self.mark_of(session)),
        }
    }

    /// The account that an order is of, where that is known to be another one than the one that is signed
    /// in. What the service says to the latter is no word on it.
    pub(crate) async fn another_that_ordered(&self, order_id: &OrderId) -> Option<String> {
        let session = self.core.sessions.current()?;
        let payer = self.core.journal.payer_of(order_id).await.ok()?;
        match Owner::of(&payer, &self.payer_by(&session)) {
            Owner::Another(account) => Some(account),
            Owner::Own | Owner::Unknown => None,
        }
    }

    /// Whether a session is the one of now.
    pub(crate) fn is_current(&self, session: &Arc<Session>) -> bool {
        let now = self.core.sessions.current();
        now.is_some_and(|now| Arc::ptr_eq(&now, session))
    }

    /// The service has said whose session it is: that is told, and noted for the orders that left
    /// before it was known.
    pub(crate) async fn name_session(&self, session: &Arc<Session>, user: &User) {
        let core = &self.core;
        let Some(account) = user.email.as_deref() else {
            return;
        };
        if self.account().as_deref() == Some(account) || !self.is_current(session) {
            return;
        }
        let mark = self.mark_of(session);
        let named = core.journal.name_sign_in(&core.server_name, &mark, account);
        if let Err(refusal) = named.await {
            // The sign-in still tells whose the orders are.
            tracing::warn!(%refusal, "whose a sign-in is could not be noted");
        }
        // Somebody may be signing in by now: how that goes is not talked over.
        let is_signed_in = matches!(self.session(), SessionState::SignedIn { .. });
        if is_signed_in && self.is_current(session) {
            self.set_session(SessionState::SignedIn {
                email: Some(account.to_owned()),
            });
        }
    }

    /// Whose a session is, as far as the service has ever said so.
    pub(super) async fn noted_account(&self, session: &Session) -> Option<String> {
        let core = &self.core;
        let mark = self.mark_of(session);
        let noted = core.journal.account_of(&core.server_name, &mark).await;
        noted.unwrap_or_else(|refusal| {
            tracing::warn!(%refusal, "whose a sign-in is could not be looked up");
            None
        })
    }

    /// Asks who is signed in, then goes on with what waited for it.
    pub(super) async fn learn_account(&self) {
        let Some(asked) = self.core.sessions.current() else {
            return;
        };
        let api = &self.core.api;
        let user = self
            .authorised(|session| async move { api.me(&session).await })
            .await;
        // Signed out meanwhile, or somebody else by now: the answer is about nobody here.
        if !self.is_current(&asked) {
            return;
        }
        if let Ok(user) = user {
            self.name_session(&asked, &user).await;
        }
        self.core.watch.wake();
        self.look_with_new_eyes();
        self.resume_awaiting_orders().await;
        // Asked here so that the page has its choices ready; a failure shows when they are needed.
        if let Err(refusal) = self.service_facts().await {
            tracing::info!(%refusal, "languages and caps");
        }
    }

    /// What tells a sign-in from every other. No way leads from it to the token: it may be written down.
    fn mark_of(&self, session: &Session) -> String {
        let mut hash = Sha256::new();
        hash.update(b"sign-in\0");
        hash.update(self.core.server_name.as_bytes());
        hash.update(b"\0");
        hash.update(session.token().expose().as_bytes());
        let digest = hash.finalize();
        let mut mark = String::with_capacity(2 * MARK_BYTES);
        for byte in digest.iter().take(MARK_BYTES) {
            // Writing to a text can't fail.
            let _ = write!(mark, "{byte:02x}");
        }
        mark
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payer(account: Option<&str>, sign_in: Option<&str>) -> Payer {
        Payer {
            account: account.map(str::to_owned),
            sign_in: sign_in.map(str::to_owned),
        }
    }

    #[test]
    fn an_order_is_whose_sign_in_or_name_it_left_under() {
        let now = payer(Some("a@x"), Some("1"));
        let owner = |account, sign_in| Owner::of(&payer(account, sign_in), &now);
        assert_eq!(owner(None, Some("1")), Owner::Own, "nameless, but theirs");
        assert_eq!(owner(Some("a@x"), Some("0")), Owner::Own, "signed in again");
        assert_eq!(owner(Some("old@x"), Some("1")), Owner::Own, "renamed");
        let another = Owner::Another("b@x".to_owned());
        assert_eq!(owner(Some("b@x"), Some("0")), another);
        assert_eq!(owner(Some("b@x"), None), another, "of an older version");
        assert_eq!(owner(None, Some("0")), Owner::Unknown);
        assert_eq!(owner(None, None), Owner::Unknown);
    }

    #[test]
    fn nothing_is_known_of_an_order_while_nobody_knows_who_asks() {
        let nameless = payer(None, Some("1"));
        let named = payer(Some("a@x"), Some("0"));
        assert_eq!(Owner::of(&named, &nameless), Owner::Unknown);
        assert_eq!(
            Owner::of(&payer(None, None), &payer(None, None)),
            Owner::Unknown
        );
    }
}
