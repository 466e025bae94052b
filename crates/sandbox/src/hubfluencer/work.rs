//! A generation that was ordered and has not ended.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    credits::{self, ChargeId},
    records::HubRecords,
    service::Course,
};
use crate::moment::Millis;

/// A part of a charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Share {
    pub(crate) charge: ChargeId,
    /// Whole credits.
    pub(crate) credits: i64,
}

impl Share {
    /// Gives it back to the account.
    pub(crate) fn give_back(self, records: &mut HubRecords) {
        credits::refund(records, self.charge, self.credits);
    }
}

/// A generation that was ordered and has not ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Work {
    /// Names it and the files that it makes.
    pub(crate) id: String,
    /// When it ends, at the earliest: its file has to be there too.
    pub(crate) due: Millis,
    /// What was taken for it, and comes back where it fails.
    pub(crate) share: Option<Share>,
    /// It is bound to fail.
    pub(crate) fails: bool,
    /// How long what it makes plays, in milliseconds; none until the file is there.
    pub(crate) made_ms: Option<Millis>,
}

impl Work {
    /// A generation that begins at `started` and takes so many hundredths of the pace.
    pub(crate) fn begun(started: Millis, hundredths: Millis, course: &Course<'_>) -> Self {
        Self {
            id: Uuid::new_v4().simple().to_string(),
            due: started + course.part(hundredths),
            share: None,
            fails: false,
            made_ms: None,
        }
    }

    /// The same generation, paid for.
    pub(crate) fn paid(mut self, share: Share) -> Self {
        self.share = Some(share);
        self
    }

    /// The same generation; `fails` says whether it is bound to.
    pub(crate) fn fated(mut self, fails: bool) -> Self {
        self.fails = fails;
        self
    }

    /// A file has to be made for it still.
    pub(crate) fn is_unfilmed(&self) -> bool {
        self.made_ms.is_none() && !self.fails
    }

    /// It ends, as of `now`: its time is over and its file is there, or it fails.
    pub(crate) fn ends_by(&self, now: Millis) -> bool {
        self.due <= now && !self.is_unfilmed()
    }

    /// Its time is over, but its file isn't there.
    pub(crate) fn is_late(&self, now: Millis) -> bool {
        self.due <= now && self.is_unfilmed()
    }

    /// Notes how its filming went: how long the film plays, or that none came about.
    pub(crate) fn filmed(&mut self, made_ms: Option<Millis>) {
        self.made_ms = made_ms;
        self.fails |= made_ms.is_none();
    }
}
