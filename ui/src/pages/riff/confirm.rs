//! The confirm step's states, from the review to the one submit. Nothing here asks twice and
//! nothing is sent twice: while a submit is under way, every further yes is ignored.

use std::time::Duration;

use contract::{
    Caution, Code, Plan, Refusal, Review, SessionState, SignInEnd, Source, SpendReview, ask,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::direction::Drafting;
use super::sentence::{Around, plan_sentence};
use crate::app::{Page, Store};
use crate::backend;
use crate::components::ExtraYes;

/// How far the yes is.
#[derive(Clone, Debug, PartialEq)]
pub enum Yes {
    /// Not given.
    Open,
    /// Given; it goes on once the person is signed in.
    AwaitsSignIn,
    /// Given; the core is being told.
    Submitting,
    /// Given, and refused.
    Refused(Refusal),
}

/// The confirm step of the Riff page. Copy: parts of the page share it.
#[derive(Clone, Copy)]
pub struct Confirm {
    /// The plan restated; the sheet is open while it is there.
    pub review: RwSignal<Option<Review>>,
    /// Why the plan could not be reviewed.
    pub plan_refusal: RwSignal<Option<Refusal>>,
    /// How far the yes is.
    pub yes: RwSignal<Yes>,
    /// The unusual host that must be agreed to.
    pub host: RwSignal<Option<String>>,
    /// Whether it was agreed to.
    pub agreed: RwSignal<bool>,
    /// The extra yes, where it would go over a limit.
    pub extra: ExtraYes,
    /// Whether a review is being asked for.
    pub reviewing: RwSignal<bool>,
    /// Which review was asked for last.
    turn: RwSignal<u32>,
}

impl Confirm {
    /// Nothing reviewed yet.
    pub fn new(store: Store) -> Self {
        let confirm = Self {
            review: RwSignal::new(None),
            plan_refusal: RwSignal::new(None),
            yes: RwSignal::new(Yes::Open),
            host: RwSignal::new(None),
            agreed: RwSignal::new(false),
            extra: ExtraYes::new(),
            reviewing: RwSignal::new(false),
            turn: RwSignal::new(0),
        };
        confirm.go_on_after_sign_in(store);
        // A changed plan makes what was said about the old one pointless.
        Effect::new(move |_| {
            store.plan.track();
            confirm.plan_refusal.set(None);
        });
        confirm
    }

    /// Has the plan restated, and opens the sheet with it.
    pub fn review(self, store: Store) {
        if self.reviewing.get_untracked() {
            return;
        }
        let (clips, languages) = (store.clips.get_untracked(), store.languages.get_untracked());
        let around = Around {
            clips: &clips,
            languages: &languages,
            characters: None,
        };
        let sentence = plan_sentence(
            &untrack(|| store.words()),
            &store.plan.get_untracked(),
            around,
        );
        if !sentence.ready {
            store.announce(sentence.text());
            return;
        }
        self.yes.set(Yes::Open);
        self.host.set(None);
        self.agreed.set(false);
        self.restate(store.plan.get_untracked());
    }

    /// Agrees to the unusual host, or takes that back: another plan, so another review.
    pub fn agree(self, store: Store, yes: bool) {
        let mut plan = store.plan.get_untracked();
        if let Some(Source::Link { agreed_host, .. }) = &mut plan.source {
            *agreed_host = self.host.get_untracked().filter(|_| yes);
        }
        store.plan.set(plan.clone());
        self.agreed.set(yes);
        self.restate(plan);
    }

    /// Closes the sheet. What was already given to the core goes on.
    pub fn back(self) {
        if self.yes.get_untracked() != Yes::Submitting {
            self.yes.set(Yes::Open);
            self.review.set(None);
        }
    }

    /// Whether the yes can be given now.
    pub fn can_submit(self) -> bool {
        let host_is_fine = self.host.with(Option::is_none) || self.agreed.get();
        host_is_fine
            && self.extra.is_given()
            && !self.reviewing.get()
            && self
                .yes
                .with(|yes| matches!(yes, Yes::Open | Yes::Refused(_)))
    }

    /// The one yes.
    pub fn submit(self, store: Store) {
        if !untrack(|| self.can_submit()) {
            return;
        }
        match store.session.get_untracked() {
            SessionState::SignedIn { .. } | SessionState::Starting => self.send(store),
            SessionState::Asking | SessionState::Waiting { .. } => self.yes.set(Yes::AwaitsSignIn),
            SessionState::SignedOut { .. } => self.sign_in(),
        }
    }

    /// The latest plan's review counts; an earlier one's answer is too late.
    fn restate(self, plan: Plan) {
        let turn = self.turn.get_untracked().wrapping_add(1);
        self.turn.set(turn);
        self.reviewing.set(true);
        spawn_local(async move {
            let answer = backend::ask(ask::ReviewPlan { plan }).await;
            if self.turn.try_get_untracked() != Some(turn) {
                return;
            }
            self.reviewing.set(false);
            match answer {
                Ok(review) => {
                    if let Some(host) = unusual_host(&review) {
                        self.host.set(Some(host));
                    }
                    self.extra.ask_for(review.over_limits.clone());
                    self.review.set(Some(review));
                }
                Err(refusal) if self.review.with_untracked(Option::is_some) => {
                    self.yes.set(Yes::Refused(refusal));
                }
                Err(refusal) => self.plan_refusal.set(Some(refusal)),
            }
        });
    }

    /// A sign-in was begun after a refusal: the yes that was given goes on after it.
    pub fn await_sign_in(self) {
        self.yes.set(Yes::AwaitsSignIn);
    }

    fn sign_in(self) {
        self.yes.set(Yes::AwaitsSignIn);
        spawn_local(async move {
            if let Err(refusal) = backend::ask(ask::SignIn {}).await {
                self.yes.try_set(Yes::Refused(refusal));
            }
        });
    }

    fn go_on_after_sign_in(self, store: Store) {
        Effect::new(move |before: Option<SessionState>| {
            let now = store.session.get();
            if self.yes.get_untracked() == Yes::AwaitsSignIn && before.as_ref() != Some(&now) {
                match &now {
                    SessionState::SignedIn { .. } => self.send(store),
                    SessionState::SignedOut {
                        ended: Some(SignInEnd::Refused { refusal }),
                    } => {
                        self.yes.set(Yes::Refused(refusal.clone()));
                    }
                    SessionState::SignedOut { .. } => self.yes.set(Yes::Open),
                    _ => {}
                }
            }
            now
        });
    }

    fn send(self, store: Store) {
        let Some(review) = self.review.get_untracked() else {
            return;
        };
        self.yes.set(Yes::Submitting);
        spawn_local(async move {
            let review_id = review.review_id;
            let allowed = self.extra.tell(SpendReview::Order(review_id.clone())).await;
            let answer = match allowed {
                Ok(()) => backend::ask(ask::Submit { review_id }).await,
                Err(refusal) => Err(refusal),
            };
            match answer {
                Ok(_) => Self::ordered(store),
                Err(refusal) if refusal.code == Code::NotSignedIn => self.sign_in(),
                // Something else was spent meanwhile: the sheet shows what it comes to now.
                Err(refusal) if refusal.code == Code::OverLimit => {
                    if self.yes.try_set(Yes::Open).is_none() {
                        self.restate(store.plan.get_untracked());
                    }
                }
                Err(refusal) => {
                    self.yes.try_set(Yes::Refused(refusal));
                }
            }
        });
    }

    /// The order is in the journal: the page is free for the next one. The words go with their
    /// source, since they speak of it; the order keeps them. The language stays.
    fn ordered(store: Store) {
        // First, so that this page is gone before it could take up the same clip again.
        store.page.set(Page::Queue);
        // Only once it has gone whole: a part of it that hears of the plan while the rest is being
        // taken down would read what is no longer there.
        set_timeout(
            move || {
                store.plan.update(|plan| {
                    *plan = Plan {
                        language: std::mem::take(&mut plan.language),
                        ..Plan::default()
                    };
                });
                store.drafting.set(Drafting::default());
                store.staging.clear();
                store.lost_images.set(Vec::new());
            },
            Duration::ZERO,
        );
    }
}

fn unusual_host(review: &Review) -> Option<String> {
    review.cautions.iter().find_map(|caution| match caution {
        Caution::UnusualHost { host } => Some(host.clone()),
        _ => None,
    })
}
