//! The Usage page: what is left, what was used and when, the plan, and the team; and what is left at
//! Hubfluencer.

mod asked;
mod balance;
mod chart;
mod hubfluencer;
mod limits;
mod offers;
mod period;
mod plan;
mod purchases;
mod team;
mod top_up;
mod wording;

use contract::{SessionState, UsagePart, UsagePeriod, UsageView, ask};
use leptos::prelude::*;

pub use self::asked::Asked;
pub use self::top_up::{TopUpSheet, is_shortage};

use self::balance::Balance;
use self::hubfluencer::Hubfluencer;
use self::period::Period;
use self::plan::Plans;
use self::team::Team;
use crate::app::{PageFrame, Store, say, store, t, t_with};
use crate::components::{Button, Glyph, Notice, RefusalPanel, SignedOut, Tone};
use crate::pages::wording::args;

/// What there is to see.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    SignedOut,
    Loading,
    Unreachable,
    Figures,
}

/// The page's question, and the period it is about.
#[derive(Clone, Copy)]
struct Look {
    period: RwSignal<UsagePeriod>,
    usage: Asked<UsageView>,
}

impl Look {
    fn again(self) {
        self.usage.ask(ask::GetUsage {
            period: self.period.get_untracked(),
        });
    }

    /// The parts of the last answer that were not read.
    fn lacks(self, part: UsagePart) -> bool {
        self.usage.value.with(|view| {
            view.as_ref()
                .is_some_and(|view| view.missing.contains(&part))
        })
    }
}

/// The page.
#[component]
pub fn Usage() -> impl IntoView {
    let store = store();
    let look = Look {
        period: RwSignal::new(UsagePeriod::default()),
        usage: Asked::new(),
    };
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    let signed_out = Memo::new(move |_| store.session.with(SessionState::is_signed_out));
    Effect::new(move |_| {
        look.period.track();
        if signed_in.get() {
            look.again();
        } else if signed_out.get() {
            look.usage.forget();
        }
    });
    let sight = Memo::new(move |_| {
        if signed_out.get() {
            Sight::SignedOut
        } else if look.usage.value.with(Option::is_some) {
            Sight::Figures
        } else if look.usage.refusal.with(Option::is_some) {
            Sight::Unreachable
        } else {
            Sight::Loading
        }
    });
    view! {
        <PageFrame
            name="usage"
            title=move || t("page-usage")
            subtitle=move || subtitle(store, look)
            actions=move || view! { <Ways look/> }
        >
            {move || match sight.get() {
                Sight::SignedOut => view! {
                    <SignedOut
                        glyph=Glyph::Clock
                        title="usage-signed-out"
                        words="usage-signed-out-how"
                        test="usage-sign-in"
                    />
                }
                .into_any(),
                Sight::Loading => view! { <Bones/> }.into_any(),
                Sight::Unreachable => view! {
                    <div class="usage-refusal">
                        {move || look.usage.refusal.get().map(|refusal| view! {
                            <RefusalPanel refusal on_retry=Callback::new(move |()| look.again())/>
                        })}
                    </div>
                }
                .into_any(),
                Sight::Figures => view! { <Figures look/> }.into_any(),
            }}
            <Hubfluencer/>
        </PageFrame>
    }
}

/// When the figures were read.
fn subtitle(store: Store, look: Look) -> String {
    let Some(read_at) = look
        .usage
        .value
        .with(|view| view.as_ref().map(|v| v.read_at))
    else {
        return String::new();
    };
    let ago = say().ago(store.now.get().max(read_at), read_at);
    t_with("usage-read", &args([("ago", ago.into())]))
}

/// Read again, and to the service's own site.
#[component]
fn Ways(
    /// The page's question.
    look: Look,
) -> impl IntoView {
    let store = store();
    let idle = move || {
        let nobody = !store.session.with(SessionState::is_signed_in) && !store.hub.is_signed_in();
        nobody || look.usage.loading.get()
    };
    let again = Callback::new(move |()| {
        if store.session.with_untracked(SessionState::is_signed_in) {
            look.again();
        }
        if untrack(|| store.hub.is_signed_in()) {
            store.hub.read_credits();
            store.hub.read_assists();
        }
    });
    view! {
        <div class="toolbar">
            <Button
                test="usage-refresh"
                disabled=Signal::derive(idle)
                on_press=again
            >
                {move || t("usage-refresh")}
            </Button>
            <Button
                test="usage-open-service"
                glyph=Glyph::Link
                on_press=Callback::new(move |()| store.tell(ask::OpenService {}))
            >
                {move || t("usage-open-service")}
            </Button>
        </div>
    }
}

/// The page with its figures. Each section knows which of its parts were not read.
#[component]
fn Figures(
    /// The page's question.
    look: Look,
) -> impl IntoView {
    let store = store();
    // The subtitle's "a minute ago" goes on while the figures are looked at.
    let _ = store.ticking();
    view! {
        <div class="usage" aria-busy=move || look.usage.loading.get().to_string()>
            {move || look.usage.refusal.get().map(|refusal| view! {
                <div class="usage-stale" data-test="usage-stale">
                    <RefusalPanel refusal on_retry=Callback::new(move |()| look.again())/>
                </div>
            })}
            <Balance look/>
            <Period look/>
            <Plans look/>
            <Team/>
        </div>
    }
}

/// A titled part of the page.
#[component]
fn Section(
    /// Key of its heading.
    title: &'static str,
    /// For tests, and the stem of its id.
    test: &'static str,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let id = format!("{test}-title");
    let labelled_by = id.clone();
    view! {
        <section class="usage-section" data-test=test aria-labelledby=labelled_by>
            <h2 id=id>{move || t(title)}</h2>
            {children()}
        </section>
    }
}

/// Says that a part could not be read, with the way to try again.
#[component]
fn Missing(
    /// The page's question.
    look: Look,
    /// Which.
    part: UsagePart,
) -> impl IntoView {
    let test = match part {
        UsagePart::Balance => "usage-missing-balance",
        UsagePart::Allowance => "usage-missing-allowance",
        UsagePart::Plan => "usage-missing-plan",
        UsagePart::Summary => "usage-missing-summary",
        UsagePart::History => "usage-missing-history",
    };
    let lacks = Memo::new(move |_| look.lacks(part));
    view! {
        <Show when=move || lacks.get()>
            <Notice tone=Tone::Warning test=test>
                <p>{move || t(test)}</p>
                <Button
                    test=format!("{test}-again")
                    disabled=look.usage.loading
                    on_press=Callback::new(move |()| look.again())
                >
                    {move || t("usage-again")}
                </Button>
            </Notice>
        </Show>
    }
}

/// The shape of the figures to come.
#[component]
fn Bones() -> impl IntoView {
    view! {
        <div class="usage" aria-busy="true" data-test="usage-loading">
            <p class="visually-hidden" role="status">{move || t("usage-loading")}</p>
            <span class="bone usage-bone-balance"></span>
            <span class="bone usage-bone-chart"></span>
            <span class="bone usage-bone-plan"></span>
        </div>
    }
}
