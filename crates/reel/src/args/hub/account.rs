//! `reel assists`, `reel tokens`, `reel purchases`.

use crate::args::Consent;

/// `reel assists`.
#[derive(Debug, clap::Args)]
pub struct Assists {
    /// Buys a batch more.
    #[arg(long)]
    pub unlock: bool,
    /// Agrees to the cost without being asked.
    #[arg(long, short, requires = "unlock")]
    pub yes: bool,
    /// Agrees to go over the limits that the person has set.
    #[arg(long, requires = "unlock")]
    pub over_limit: bool,
}

impl Assists {
    /// What is agreed to beforehand.
    pub fn consent(&self) -> Consent {
        Consent {
            yes: self.yes,
            over_limit: self.over_limit,
        }
    }
}

/// `reel tokens`.
#[derive(Debug, clap::Args)]
pub struct Tokens {
    #[command(subcommand)]
    pub command: Option<TokensCommand>,
}

/// What can be done with tokens.
#[derive(Debug, clap::Subcommand)]
pub enum TokensCommand {
    /// The account's tokens.
    List,
    /// Makes one, and prints its secret this once.
    Create(NewToken),
    /// Revokes one.
    Revoke(TokenId),
}

/// `reel tokens create`.
#[derive(Debug, clap::Args)]
pub struct NewToken {
    /// Its name.
    #[arg(long, value_name = "text", default_value = "")]
    pub name: String,
    /// What it may do; may be given more than once.
    #[arg(long, value_name = "scope", value_delimiter = ',')]
    pub scope: Vec<String>,
}

/// `reel tokens revoke`.
#[derive(Debug, clap::Args)]
pub struct TokenId {
    /// The token, by its id.
    #[arg(value_name = "id")]
    pub id: String,
}

/// `reel purchases`.
#[derive(Debug, clap::Args)]
pub struct Purchases {
    /// Says of one in doubt that the service did not take it.
    #[arg(long, value_name = "id")]
    pub not_taken: Option<String>,
}
