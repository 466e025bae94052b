//! The sign-in dialog: a code to compare, a link to open, and how each way it can end is told.

use std::time::Duration;

use contract::{Millis, Refusal, SessionState, SignInEnd, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{ToastKind, say, say_refusal, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind, Dialog, Glyph, Icon, Notice, Tone};

/// What the dialog shows.
#[derive(Clone, PartialEq)]
enum Shown {
    Nothing,
    Asking,
    Waiting,
    Ended(Refusal),
}

/// The dialog. Opens by itself when a sign-in begins, wherever it was begun.
#[component]
pub fn SignIn() -> impl IntoView {
    let store = store();
    let shown = RwSignal::new(Shown::Nothing);
    // Only a change of kind draws the dialog's content anew: a countdown must not take the focus.
    let kind = Memo::new(move |_| shown.get());
    Effect::new(move |before: Option<SessionState>| {
        let now = store.session.get();
        let was_under_way = matches!(
            before,
            Some(SessionState::Asking | SessionState::Waiting { .. })
        );
        match &now {
            SessionState::Asking => shown.set(Shown::Asking),
            SessionState::Waiting { .. } => shown.set(Shown::Waiting),
            SessionState::SignedIn { .. } => {
                if was_under_way {
                    let words = store.words().say("sign-in-done");
                    store.toast(ToastKind::Done, words);
                }
                shown.set(Shown::Nothing);
            }
            SessionState::SignedOut {
                ended: Some(SignInEnd::Refused { refusal }),
            } => {
                if was_under_way {
                    shown.set(Shown::Ended(refusal.clone()));
                } else if before.is_some() {
                    // A session that stopped being good does not interrupt: it offers its next step.
                    store.report(refusal.clone());
                }
            }
            SessionState::SignedOut { .. } | SessionState::Starting => shown.set(Shown::Nothing),
        }
        now
    });
    let leave = Callback::new(move |()| {
        if matches!(shown.get_untracked(), Shown::Asking | Shown::Waiting) {
            store.tell(ask::CancelSignIn {});
        }
        shown.set(Shown::Nothing);
    });
    let title = move || match kind.get() {
        Shown::Nothing | Shown::Asking => t("sign-in-asking-title"),
        Shown::Waiting => t("sign-in-title"),
        Shown::Ended(_) => t("sign-in-ended-title"),
    };
    view! {
        <Dialog
            open=Signal::derive(move || kind.get() != Shown::Nothing)
            test="sign-in-dialog"
            title
            on_close=leave
        >
            {move || match kind.get() {
                Shown::Nothing => ().into_any(),
                Shown::Asking => view! { <Asking leave/> }.into_any(),
                Shown::Waiting => view! { <Waiting leave/> }.into_any(),
                Shown::Ended(refusal) => view! { <Ended refusal leave/> }.into_any(),
            }}
        </Dialog>
    }
}

/// The service is being asked for a code.
#[component]
fn Asking(
    /// Stops it.
    leave: Callback<()>,
) -> impl IntoView {
    view! {
        <p class="muted" role="status">{move || t("sign-in-asking")}</p>
        <div class="code bone" aria-hidden="true"></div>
        <div class="dialog-actions">
            <Button kind=ButtonKind::Quiet test="sign-in-cancel" autofocus=true on_press=leave>
                {move || t("sign-in-cancel")}
            </Button>
        </div>
    }
}

/// The sign-in that waits, as the session tells it.
#[derive(Clone, Default, PartialEq)]
struct Approval {
    user_code: String,
    expires_at: Millis,
    offline: bool,
    browser_opened: bool,
}

/// The person is to approve.
#[component]
fn Waiting(
    /// Stops it.
    leave: Callback<()>,
) -> impl IntoView {
    let store = store();
    let approval = Memo::new(move |before: Option<&Approval>| match store.session.get() {
        SessionState::Waiting {
            user_code,
            expires_at,
            offline,
            browser_opened,
        } => Approval {
            user_code,
            expires_at,
            offline,
            browser_opened,
        },
        // It has just ended: what stands here is about to go.
        _ => before.cloned().unwrap_or_default(),
    });
    let now = store.ticking();
    let left = Memo::new(move |_| {
        let seconds = (approval.get().expires_at - now.get()).max(0) / 1000;
        #[expect(clippy::cast_precision_loss, reason = "minutes, in seconds")]
        let clock = say().clock(seconds as f64);
        t_with("sign-in-left", &[("clock".to_owned(), clock.into())].into())
    });
    let how = move || {
        if approval.get().browser_opened {
            t("sign-in-how")
        } else {
            t("sign-in-how-no-browser")
        }
    };
    let state = move || {
        if approval.get().offline {
            t("sign-in-offline")
        } else {
            t("sign-in-waiting")
        }
    };
    let copies = RwSignal::new(0_u32);
    let copied = RwSignal::new(false);
    let copy = Callback::new(move |()| {
        let said = store.words().say("copied");
        spawn_local(async move {
            match backend::ask(ask::CopySignInLink {}).await {
                Ok(()) => {
                    store.announce(said);
                    copies.try_update(|count| *count += 1);
                }
                Err(refusal) => store.report(refusal),
            }
        });
    });
    Effect::new(move |_| {
        if copies.get() > 0 {
            copied.set(true);
            backend::after(Duration::from_secs(2), move || copied.set(false));
        }
    });
    let open = Callback::new(move |()| store.tell(ask::OpenSignInLink {}));
    view! {
        <p class="muted">{how}</p>
        <div
            class="code"
            role="group"
            data-test="sign-in-code"
            aria-label=move || t("sign-in-code-label")
        >
            {move || approval.get().user_code}
        </div>
        <div class="sign-in-state">
            <p role="status" data-test="sign-in-state">{state}</p>
            <p class="figures" data-test="sign-in-left">{move || left.get()}</p>
        </div>
        <div class="dialog-actions">
            <Button kind=ButtonKind::Quiet test="sign-in-cancel" on_press=leave>
                {move || t("sign-in-cancel")}
            </Button>
            <Button test="sign-in-copy" on_press=copy>
                {move || if copied.get() { t("copied") } else { t("sign-in-copy") }}
            </Button>
            <Button test="sign-in-open" autofocus=true on_press=open>
                {move || t("sign-in-open")}
            </Button>
        </div>
    }
}

/// It ended without a session.
#[component]
fn Ended(
    /// Why.
    refusal: Refusal,
    /// Closes the dialog.
    leave: Callback<()>,
) -> impl IntoView {
    let store = store();
    let again = Callback::new(move |()| store.tell(ask::SignIn {}));
    let code = refusal.code.as_str();
    view! {
        <Notice tone=Tone::Bad test=format!("sign-in-ended-{code}")>
            <Icon glyph=Glyph::Alert/>
            <p role="alert">{move || say_refusal(&refusal)}</p>
        </Notice>
        <div class="dialog-actions">
            <Button kind=ButtonKind::Quiet test="sign-in-close" on_press=leave>
                {move || t("sign-in-close")}
            </Button>
            <Button kind=ButtonKind::Primary test="sign-in-again" autofocus=true on_press=again>
                {move || t("sign-in-again")}
            </Button>
        </div>
    }
}
