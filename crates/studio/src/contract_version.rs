//! The contract's version: this build's, and the one that the service publishes, which is asked at
//! most once a day.

use contract::{ContractVersion, Millis, Refusal};

use crate::Studio;

/// The version of the contract that this build was made for.
const BUILT_FOR: &str = "1.1.0";
/// At most once in this time (contract, "Heartbeat setup").
const ONCE_IN: Millis = 24 * 60 * 60 * 1000;
/// Longest version that is kept, in characters.
const LONGEST: usize = 40;

impl Studio {
    /// The contract version of this build and the service's (`GET /SKILL.json`). The service is
    /// asked at most once in 24 hours, by all processes of this machine together, without a
    /// credential; whoever asks in between gets what was read last. An answer that doesn't come is
    /// no trouble: the next try is a day later.
    ///
    /// # Errors
    /// [`contract::Code::JournalFailed`]: without it nobody knows when it was last asked.
    pub async fn contract_version(&self) -> Result<ContractVersion, Refusal> {
        let core = &self.core;
        let server = &core.server_name;
        let now = core.now();
        if core
            .journal
            .claim_version_turn(server, now, ONCE_IN)
            .await?
        {
            match core.api.published_version().await {
                Ok(published) => {
                    // A version is short; whatever else is published there is not kept.
                    let published: String = published.chars().take(LONGEST).collect();
                    let kept = core.journal.keep_published_version(server, &published, now);
                    kept.await?;
                }
                Err(failure) => tracing::info!(%failure, "the contract's version was not read"),
            }
        }
        let known = core.journal.published_version(server).await?;
        Ok(ContractVersion {
            built_for: BUILT_FOR.to_owned(),
            ..known
        })
    }
}
