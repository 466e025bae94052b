//! Who submitted a task: the members of a team by their ids.

use std::collections::BTreeMap;
use std::sync::Mutex;

use contract::{Millis, Refusal};

use crate::Studio;
use crate::lock::held;

/// How long a list of members is good. Teams don't change by the minute.
const GOOD_FOR: Millis = 5 * 60 * 1000;

/// The members of the team, as last read.
#[derive(Default)]
pub(crate) struct Submitters {
    known: Mutex<Option<Known>>,
}

#[derive(Clone)]
struct Known {
    read_at: Millis,
    emails: BTreeMap<String, String>,
}

impl Studio {
    /// The e-mails of the team's members by their ids. None are known of somebody alone, and where
    /// they can't be read.
    pub(super) async fn member_emails(&self) -> BTreeMap<String, String> {
        let now = self.core.now();
        let known = held(&self.core.submitters.known).clone();
        if let Some(known) = known
            && (0..GOOD_FOR).contains(&(now - known.read_at))
        {
            return known.emails;
        }
        let emails = self.read_member_emails().await.unwrap_or_else(|refusal| {
            tracing::info!(%refusal, "who submitted the tasks could not be read");
            BTreeMap::new()
        });
        // What could not be read is not asked again with every page either.
        *held(&self.core.submitters.known) = Some(Known {
            read_at: now,
            emails: emails.clone(),
        });
        emails
    }

    async fn read_member_emails(&self) -> Result<BTreeMap<String, String>, Refusal> {
        let members = self.ask_members().await?;
        if members.len() < 2 {
            return Ok(BTreeMap::new());
        }
        Ok(members
            .into_iter()
            .filter_map(|member| Some((member.user_id, member.user_email?)))
            .collect())
    }
}
