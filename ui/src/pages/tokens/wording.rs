//! Tokens in plain words.

use contract::{HubToken, Millis};
use words::Words;

use crate::pages::wording::{args, facts};

/// Manages tokens.
pub const ADMIN: &str = "account:admin";
/// Everything.
const EVERYTHING: &str = "*";

/// A permission that can be given, and the keys of its words.
pub struct Permission {
    /// The service's name of it.
    pub scope: &'static str,
    /// Key of its name.
    pub name: &'static str,
    /// Key of what it allows.
    pub means: &'static str,
    /// For tests, and the stem of its ids.
    pub test: &'static str,
    /// Whether the service gives it unasked.
    pub is_usual: bool,
}

/// Those that the contract names.
pub const PERMISSIONS: [Permission; 3] = [
    Permission {
        scope: "video:read",
        name: "scope-read",
        means: "scope-read-means",
        test: "token-scope-read",
        is_usual: true,
    },
    Permission {
        scope: "video:generate",
        name: "scope-generate",
        means: "scope-generate-means",
        test: "token-scope-generate",
        is_usual: true,
    },
    Permission {
        scope: ADMIN,
        name: "scope-admin",
        means: "scope-admin-means",
        test: "token-scope-admin",
        is_usual: false,
    },
];

/// A permission by its name; one that the contract does not name, as the service writes it.
pub fn scope_name(words: &Words, scope: &str) -> String {
    if scope == EVERYTHING {
        return words.say("scope-everything");
    }
    PERMISSIONS
        .iter()
        .find(|permission| permission.scope == scope)
        .map_or_else(|| scope.to_owned(), |permission| words.say(permission.name))
}

/// What a token is called.
pub fn token_name(words: &Words, token: &HubToken) -> String {
    match token.name.trim() {
        "" => words.say("tokens-unnamed"),
        name => name.to_owned(),
    }
}

/// "used 5 min ago · made 3 days ago".
pub fn token_times(words: &Words, token: &HubToken, now: Millis) -> String {
    let ago = |key: &str, at: Millis| {
        let ago = words.ago(now.max(at), at);
        words.say_with(key, &args([("ago", ago.into())]))
    };
    let used = match token.last_used_at {
        Some(at) => ago("tokens-used", at),
        None => words.say("tokens-never-used"),
    };
    let made = token.inserted_at.map(|at| ago("tokens-made", at));
    facts([Some(used), made].into_iter().flatten())
}

/// Whether it allows this.
pub fn allows(scopes: &[String], scope: &str) -> bool {
    scopes
        .iter()
        .any(|given| given == scope || given == EVERYTHING)
}

/// Whether it could be the one in use here: only one that manages tokens has shown this list. A
/// permission that the contract does not name may be one of those.
pub fn may_be_in_use(token: &HubToken) -> bool {
    let is_other = |scope: &String| {
        scope != ADMIN
            && PERMISSIONS
                .iter()
                .any(|permission| permission.scope == scope)
    };
    !token.scopes.iter().all(is_other)
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    fn token(scopes: &[&str]) -> HubToken {
        HubToken {
            token_id: "1".to_owned(),
            name: String::new(),
            scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
            last_used_at: None,
            inserted_at: Some(0),
        }
    }

    #[test]
    fn a_token_without_a_name_or_a_use_says_so() {
        let words = Words::of(Language::English);
        let mut listed = token(&["video:read"]);
        assert_eq!(token_name(&words, &listed), "Without a name");
        assert_eq!(
            token_times(&words, &listed, 120_000),
            "never used · made 2 min ago"
        );
        listed.last_used_at = Some(60_000);
        assert_eq!(
            token_times(&words, &listed, 120_000),
            "used 1 min ago · made 2 min ago"
        );
    }

    #[test]
    fn a_permission_that_nobody_knows_is_shown_as_it_is() {
        let words = Words::of(Language::English);
        assert_eq!(scope_name(&words, "*"), "Everything");
        assert_eq!(scope_name(&words, "account:admin"), "Manage tokens");
        assert_eq!(scope_name(&words, "music:write"), "music:write");
    }

    #[test]
    fn only_a_token_that_manages_tokens_can_have_shown_the_list() {
        assert!(!may_be_in_use(&token(&["video:read", "video:generate"])));
        assert!(may_be_in_use(&token(&["video:read", "account:admin"])));
        assert!(may_be_in_use(&token(&["*"])));
        assert!(may_be_in_use(&token(&["account:owner"])));
    }
}
