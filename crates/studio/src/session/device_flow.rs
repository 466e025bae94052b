//! Sign-in by device authorization: ask for a code, let the person approve in the browser, poll.
//!
//! The `device_code` lives in this file's task alone: it is never shown, logged or stored, so a
//! closed program has forgotten it and the next sign-in asks anew.

use std::sync::Arc;
use std::time::Duration;

use contract::{Code, Millis, Refusal, SessionState, SignInEnd};
use riffkit::{Authorization, PollAnswer, Session};
use wire::Failure;

use super::Flow;
use crate::Studio;
use crate::failure::refusal_of;
use crate::lock::held;

/// The label that the approval page may show.
const CLIENT: &str = "reelwright";
/// How much slower to poll after a 429 that did not say how long to wait.
const SLOWER: Duration = Duration::from_secs(5);
/// No service needs a shorter or longer pause than these, whatever it says.
const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);

impl Studio {
    /// Starts a sign-in, unless one is under way. Who was signed in is not any more: the next may be
    /// somebody else. How it goes is told as [`contract::Event::Session`].
    pub fn sign_in(&self) {
        let mut flow = held(&self.core.sessions.flow);
        // By the state, not by the task: one that has just said its last word may still be ending.
        if matches!(
            self.session(),
            SessionState::Asking | SessionState::Waiting { .. }
        ) {
            return;
        }
        let left = self.leave_session();
        self.set_session(SessionState::Asking);
        let studio = self.clone();
        let task = tokio::spawn(async move { studio.run_sign_in(left).await });
        let begun = Flow {
            task: task.abort_handle(),
            link: None,
        };
        if let Some(left) = flow.replace(begun) {
            // One whose session was lost under it: its approval page is not the one that is shown.
            left.task.abort();
        }
        drop(flow);
        self.core.adopt(task);
    }

    /// Stops a sign-in under way. One that is approved already goes on: then it is too late.
    pub fn cancel_sign_in(&self) {
        let mut place = held(&self.core.sessions.flow);
        let Some(flow) = place.take() else {
            return;
        };
        flow.task.abort();
        // Still within the lock: the flow must not have a later word than this one.
        self.set_session(SessionState::SignedOut {
            ended: Some(SignInEnd::Cancelled),
        });
    }

    /// The approval page of the sign-in under way.
    pub fn sign_in_link(&self) -> Option<String> {
        held(&self.core.sessions.flow)
            .as_ref()
            .and_then(|flow| flow.link.clone())
    }

    /// Opens the approval page again.
    pub fn open_sign_in_link(&self) {
        let Some(link) = self.sign_in_link() else {
            return;
        };
        let opened = self.open_link(&link);
        let flow = held(&self.core.sessions.flow);
        if flow.is_some()
            && let SessionState::Waiting {
                user_code,
                expires_at,
                offline,
                ..
            } = self.session()
        {
            self.set_session(SessionState::Waiting {
                user_code,
                expires_at,
                offline,
                browser_opened: opened,
            });
        }
    }

    async fn run_sign_in(self, left: Option<Arc<Session>>) {
        if left.is_some() {
            self.forget_kept_session().await;
        }
        let approved = self.approved().await;
        // Decided once: from here on nobody can cancel it, and what was cancelled goes no further.
        {
            let mut place = held(&self.core.sessions.flow);
            if !place.as_ref().is_some_and(Flow::is_of_this_task) {
                return;
            }
            *place = None;
        }
        match approved {
            Ok(session) => {
                self.keep_session(session).await;
                self.learn_account().await;
            }
            Err(refusal) => {
                self.set_session(SessionState::SignedOut {
                    ended: Some(SignInEnd::Refused { refusal }),
                });
            }
        }
    }

    /// Asks for a code and polls until the person has decided.
    async fn approved(&self) -> Result<Session, Refusal> {
        let clock = &self.core.ports.clock;
        let flow = self
            .core
            .api
            .authorize(Some(CLIENT))
            .await
            .map_err(|failure| blocked_or(&failure))?;
        let expires_at = self.core.now() + millis(flow.expires_in);
        self.show(&flow, expires_at);
        let mut interval = within(flow.interval);
        let mut wait = interval;
        loop {
            let left = expires_at - self.core.now();
            if left <= 0 {
                return Err(Code::SignInExpired.into());
            }
            clock
                .sleep(wait.min(Duration::from_millis(left.unsigned_abs())))
                .await;
            if self.core.now() >= expires_at {
                return Err(Code::SignInExpired.into());
            }
            wait = interval;
            match self.core.api.poll_token(&flow.device_code).await {
                Ok(PollAnswer::Approved(session)) => return Ok(session),
                Ok(PollAnswer::Pending { interval: changed }) => {
                    if let Some(changed) = changed {
                        interval = within(changed);
                        wait = interval;
                    }
                    self.show_offline(false);
                }
                Ok(PollAnswer::Wait { retry_after }) => {
                    interval = within(interval + SLOWER);
                    wait = retry_after.map_or(interval, |asked| within(asked.max(interval)));
                    self.show_offline(false);
                }
                Ok(PollAnswer::Expired) => return Err(Code::SignInExpired.into()),
                Ok(PollAnswer::Denied) => return Err(Code::SignInDenied.into()),
                Ok(PollAnswer::Invalid | PollAnswer::Consumed) => {
                    return Err(Code::SignInInvalid.into());
                }
                // A status that the contract does not name: the flow may be alive.
                Ok(PollAnswer::Other(status)) => {
                    tracing::warn!(status, "an unknown sign-in status");
                    self.show_offline(false);
                }
                // No network, or the service is down for a moment: the flow is alive.
                Err(failure) if is_passing(&failure) => self.show_offline(true),
                Err(failure) => return Err(blocked_or(&failure)),
            }
        }
    }

    fn show(&self, authorization: &Authorization, expires_at: Millis) {
        let link = authorization.verification_uri_complete.clone();
        // Takes its time: it may be cancelled meanwhile.
        let browser_opened = self.open_link(&link);
        let mut flow = held(&self.core.sessions.flow);
        let Some(flow) = flow.as_mut().filter(|flow| flow.is_of_this_task()) else {
            return;
        };
        flow.link = Some(link);
        self.set_session(SessionState::Waiting {
            user_code: authorization.user_code.clone(),
            expires_at,
            offline: false,
            browser_opened,
        });
    }

    fn show_offline(&self, now_offline: bool) {
        let flow = held(&self.core.sessions.flow);
        if flow.as_ref().is_some_and(Flow::is_of_this_task)
            && let SessionState::Waiting {
                user_code,
                expires_at,
                offline,
                browser_opened,
            } = self.session()
            && offline != now_offline
        {
            self.set_session(SessionState::Waiting {
                user_code,
                expires_at,
                offline: now_offline,
                browser_opened,
            });
        }
    }
}

impl Flow {
    /// Whether it is the one that asks: a task that was cancelled runs on to its next wait.
    fn is_of_this_task(&self) -> bool {
        self.task.id() == tokio::task::id()
    }
}

/// A 403 here is something between us and the service, not the person's "no".
fn blocked_or(failure: &Failure) -> Refusal {
    match failure {
        Failure::Status { status: 403, .. } | Failure::NotTheService { status: 403, .. } => {
            Code::SignInBlocked.into()
        }
        _ => refusal_of(failure),
    }
}

/// Whether the flow may outlive this failure: silence, or a service that is down for a moment.
fn is_passing(failure: &Failure) -> bool {
    wire::retry::is_passing(failure) || failure.status().is_some_and(|status| status >= 500)
}

fn within(interval: Duration) -> Duration {
    interval.clamp(SHORTEST, LONGEST)
}

fn millis(duration: Duration) -> Millis {
    Millis::try_from(duration.as_millis()).unwrap_or(Millis::MAX / 2)
}
