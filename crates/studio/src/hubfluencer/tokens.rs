//! The account's personal access tokens. Managing them needs `account:admin`.

use contract::{Code, HubToken, NewToken, Refusal, SecretText, TokenMade};
use hubfluencer::{Scope, Token, TokenRequest};

use crate::Studio;

impl Studio {
    /// The account's tokens.
    ///
    /// # Errors
    /// [`Code::ScopeMissing`] for a token that may not; those of the read.
    pub async fn tokens(&self) -> Result<Vec<HubToken>, Refusal> {
        let tokens = self
            .hub_called(Scope::AccountAdmin, |api, session| async move {
                api.tokens(&session).await
            })
            .await?;
        Ok(tokens.iter().map(view).collect())
    }

    /// Makes a token. Its secret is in the answer and kept nowhere.
    ///
    /// # Errors
    /// [`Code::ScopeMissing`] for a token that may not; the refusal of the call.
    pub async fn create_token(&self, token: NewToken) -> Result<TokenMade, Refusal> {
        let name = token.name.trim();
        let scopes = token.scopes.into_iter();
        let scopes: Vec<Scope> = scopes.map(|scope| Scope::from(scope.as_str())).collect();
        let request = TokenRequest {
            name: (!name.is_empty()).then(|| name.to_owned()),
            scopes: (!scopes.is_empty()).then_some(scopes),
        };
        let made = self
            .hub_called(Scope::AccountAdmin, |api, session| async move {
                api.create_token(&session, &request).await
            })
            .await?;
        Ok(TokenMade {
            token: view(&made.listed),
            secret: SecretText::new(made.token.expose()),
        })
    }

    /// Revokes a token. What uses it is signed out at once.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not listed; as [`Studio::tokens`].
    pub async fn revoke_token(&self, token_id: &str) -> Result<(), Refusal> {
        let tokens = self
            .hub_called(Scope::AccountAdmin, |api, session| async move {
                api.tokens(&session).await
            })
            .await?;
        // From the list, as an id has to be sent back in the JSON form that it came in.
        let token = tokens
            .into_iter()
            .find(|token| token.id.is_written(token_id))
            .ok_or_else(|| Refusal::new(Code::Unknown).of_hubfluencer())?;
        self.hub_called(Scope::AccountAdmin, |api, session| async move {
            api.revoke_token(&session, &token.id).await
        })
        .await
    }
}

fn view(token: &Token) -> HubToken {
    HubToken {
        token_id: token.id.to_string(),
        name: token.name.clone().unwrap_or_default(),
        scopes: token
            .scopes
            .iter()
            .map(|scope| scope.as_str().to_owned())
            .collect(),
        last_used_at: token.last_used_at.map(|at| at.as_millisecond()),
        inserted_at: token.inserted_at.map(|at| at.as_millisecond()),
    }
}
