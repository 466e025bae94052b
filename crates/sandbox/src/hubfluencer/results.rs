//! Addresses of what was made (contract: presigned, about 24 hours), signed anew at each look.

use std::time::Duration;

use super::service::HubService;
use crate::faults::Fault;

/// How long the address of a result holds.
const RESULT: Duration = Duration::from_secs(24 * 60 * 60);

impl HubService {
    /// The address of a finished video, whose fault can strike it.
    pub(crate) fn result_url(&self, key: &str) -> String {
        let holds = if self.faults.strikes(&Fault::ExpiredResult) {
            Duration::ZERO
        } else {
            RESULT
        };
        self.objects.presign_get(key, holds).into()
    }

    /// The address of something that belongs to a result: a still, a scene, a sound.
    pub(crate) fn preview_url(&self, key: &str) -> String {
        self.objects.presign_get(key, RESULT).into()
    }
}
