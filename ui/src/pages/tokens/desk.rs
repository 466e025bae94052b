//! What the page knows of the tokens, and what it is doing to them.

use contract::{Code, HubSession, HubToken, TokenMade, hub_ask};
use leptos::prelude::*;

use crate::app::Store;
use crate::pages::Asked;

/// What there is to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// This run has no Hubfluencer.
    NoServer,
    /// Nobody is signed in.
    TokenNeeded,
    /// The token at hand may not see the others.
    AdminNeeded,
    /// They could not be read.
    Unreachable,
    /// They are being read.
    Loading,
    /// There are none.
    Empty,
    /// There are some.
    List,
}

/// The page's state. Copy.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The tokens, as last heard.
    pub tokens: Asked<Vec<HubToken>>,
    /// What the page shows.
    pub sight: Memo<Sight>,
    /// Whether a new one is being described.
    pub creating: RwSignal<bool>,
    /// The one that was just made, with its secret: it is here alone, until its dialog closes.
    pub made: RwSignal<Option<TokenMade>>,
    /// The one that may be taken back.
    pub revoking: RwSignal<Option<HubToken>>,
}

impl Desk {
    /// Reads the list, now and with each token that is given from now on.
    pub fn new(store: Store) -> Self {
        let tokens = Asked::<Vec<HubToken>>::new();
        let hub = store.hub;
        let signed_in = Memo::new(move |_| hub.is_signed_in());
        Effect::new(move |_| {
            if signed_in.get() {
                tokens.ask(hub_ask::ListTokens {});
            } else {
                tokens.forget();
            }
        });
        let sight = Memo::new(move |before: Option<&Sight>| {
            hub.session.with(|session| {
                if hub.server.with(Option::is_none) {
                    return Sight::NoServer;
                }
                match session {
                    HubSession::SignedOut { .. } => Sight::TokenNeeded,
                    // The field of the page stays as it is while its token is tried.
                    HubSession::Checking if before == Some(&Sight::TokenNeeded) => {
                        Sight::TokenNeeded
                    }
                    HubSession::Starting | HubSession::Checking => Sight::Loading,
                    HubSession::SignedIn { .. } => of_list(tokens),
                }
            })
        });
        Self {
            tokens,
            sight,
            creating: RwSignal::new(false),
            made: RwSignal::new(None),
            revoking: RwSignal::new(None),
        }
    }

    /// Reads the list anew.
    pub fn read(self) {
        self.tokens.ask(hub_ask::ListTokens {});
    }
}

fn of_list(tokens: Asked<Vec<HubToken>>) -> Sight {
    let refused = tokens
        .refusal
        .with(|refusal| refusal.as_ref().map(|refusal| refusal.code));
    let count = tokens.value.with(|all| all.as_ref().map(Vec::len));
    match (refused, count) {
        (Some(Code::ScopeMissing), _) => Sight::AdminNeeded,
        (_, Some(1..)) => Sight::List,
        (Some(_), _) => Sight::Unreachable,
        (None, Some(0)) => Sight::Empty,
        (None, None) => Sight::Loading,
    }
}
