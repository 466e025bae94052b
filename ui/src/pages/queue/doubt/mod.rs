//! An order that may have been taken: what the service's list says of it, and what the person can
//! say and do.

mod candidates;

use contract::{DoubtSearch, Millis, OrderId, OrderView, Plan, Refusal, ask};
use leptos::prelude::*;
use words::Words;

use self::candidates::Candidates;
use super::card::search_of;
use crate::app::{Store, say, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind};
use crate::pages::PlanAgain;
use crate::pages::wording::{args, figure, seconds_until, to_the_minute};

/// What is known of the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Being looked for.
    Looking,
    /// Its list can't be read just now; tried again by itself.
    Offline,
    /// Its list can't be read without a sign-in.
    SignedOut,
    /// Its list is another account's than the one that is signed in.
    OtherAccount,
    /// Not in the list of who is signed in, and nobody knows whose it is.
    AccountUnknown,
    /// Not there.
    NotTaken,
    /// Several could be it.
    Several,
}

impl Finding {
    /// What a search has found.
    pub const fn of(search: &DoubtSearch) -> Self {
        match search {
            DoubtSearch::Looking { .. } => Self::Looking,
            DoubtSearch::Unreadable { retry_at: Some(_) } => Self::Offline,
            DoubtSearch::Unreadable { retry_at: None } => Self::SignedOut,
            DoubtSearch::OtherAccount { .. } => Self::OtherAccount,
            DoubtSearch::AccountUnknown { .. } => Self::AccountUnknown,
            DoubtSearch::NotTaken { .. } => Self::NotTaken,
            DoubtSearch::Several { .. } => Self::Several,
        }
    }

    /// Whether it goes on without the person.
    pub const fn goes_on(self) -> bool {
        matches!(self, Self::Looking | Self::Offline)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Looking => "looking",
            Self::Offline => "offline",
            Self::SignedOut => "signed_out",
            Self::OtherAccount => "other_account",
            Self::AccountUnknown => "account_unknown",
            Self::NotTaken => "not_taken",
            Self::Several => "several",
        }
    }
}

/// The panel. What it asks for goes on in `again` when the order is in doubt no longer.
#[component]
pub fn Doubt(
    /// The order.
    order: Memo<Option<OrderView>>,
    /// The order's plan, on its way to the Riff page.
    again: PlanAgain,
) -> impl IntoView {
    let now = store().ticking();
    let finding =
        Memo::new(move |_| order.with(|o| o.as_ref().and_then(search_of).map(Finding::of)));
    let said = Memo::new(move |_| {
        order.with(|o| {
            o.as_ref()
                .and_then(search_of)
                .map(|search| sentences(&say(), search, now.get()))
                .unwrap_or_default()
        })
    });
    let asking = RwSignal::new(false);
    // Another finding is another question.
    Effect::new(move |_| {
        finding.track();
        asking.set(false);
    });
    let tone = move || match finding.get() {
        Some(Finding::Looking) => "notice info doubt",
        _ => "notice warning doubt",
    };
    view! {
        <section
            class=tone
            data-test="order-doubt"
            data-search=move || finding.get().map(Finding::name)
        >
            <div role="status">
                <h3>{move || said.with(|said| said.title.clone())}</h3>
            </div>
            {move || said.with(|said| said.lines.clone()).into_iter().map(|line| view! {
                <p>{line}</p>
            }).collect_view()}
            <Show when=move || finding.get() == Some(Finding::Several)>
                <Candidates order/>
            </Show>
            <Show
                when=move || asking.get()
                fallback=move || finding.get().map(|finding| view! {
                    <Ways order again finding asking/>
                })
            >
                <Sure order asking/>
            </Show>
        </section>
    }
}

/// What the panel says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Said {
    title: String,
    lines: Vec<String>,
}

fn sentences(words: &Words, search: &DoubtSearch, now: Millis) -> Said {
    let say = |key: &str| words.say(key);
    let of_account =
        |key: &str, account: &str| words.say_with(key, &args([("account", account.into())]));
    let spanned = |key: &str, seconds: u64| {
        words.say_with(key, &args([("span", words.span(seconds).into())]))
    };
    match search {
        DoubtSearch::Looking { next_at } => Said {
            title: say("doubt-looking"),
            lines: vec![
                say("doubt-why"),
                match next_at.map_or(0, |at| seconds_until(now, at)) {
                    0 => say("doubt-looking-how"),
                    seconds => spanned("doubt-looking-next", seconds),
                },
            ],
        },
        DoubtSearch::Unreadable { retry_at: Some(at) } => Said {
            title: say("doubt-unreadable"),
            lines: vec![match seconds_until(now, *at) {
                0 => say("doubt-unreadable-now"),
                seconds => spanned("doubt-unreadable-until", seconds),
            }],
        },
        DoubtSearch::Unreadable { retry_at: None } => Said {
            title: say("doubt-sign-in"),
            lines: vec![say("doubt-sign-in-how")],
        },
        DoubtSearch::OtherAccount { account } => Said {
            title: of_account("doubt-other-account", account),
            lines: vec![say("doubt-other-account-how")],
        },
        DoubtSearch::AccountUnknown { asked } => Said {
            title: say("doubt-account-unknown"),
            lines: vec![match asked {
                Some(asked) => of_account("doubt-account-unknown-how", asked),
                None => say("doubt-account-unknown-how-plain"),
            }],
        },
        DoubtSearch::NotTaken { missing_for } => Said {
            title: say("doubt-not-taken"),
            lines: vec![spanned(
                "doubt-not-taken-how",
                to_the_minute(seconds_until(0, *missing_for)),
            )],
        },
        DoubtSearch::Several { candidates } => Said {
            title: say("doubt-several"),
            lines: vec![words.say_with(
                "doubt-several-how",
                &args([("count", figure(candidates.len()).into())]),
            )],
        },
    }
}

/// What can be done, the most useful first.
#[component]
fn Ways(
    /// The order.
    order: Memo<Option<OrderView>>,
    /// Its plan.
    again: PlanAgain,
    /// What is known of it.
    finding: Finding,
    /// Whether giving it up is being asked about.
    asking: RwSignal<bool>,
) -> impl IntoView {
    let store = store();
    let look = Callback::new(move |()| {
        if let Some(order_id) = id_of(order) {
            store.tell(ask::LookNow { order_id });
        }
    });
    let send_again = Callback::new(move |()| {
        if let Some(order_id) = id_of(order) {
            again.fetch(store, give_up_for_plan(order_id));
        }
    });
    let give_up = move |word: &'static str| {
        view! {
            <Button
                kind=ButtonKind::Quiet
                test="order-give-up"
                on_press=Callback::new(move |()| asking.set(true))
            >
                {move || t(word)}
            </Button>
        }
    };
    let sign_in = move |word: &'static str| {
        view! {
            <Button test="doubt-sign-in" on_press=Callback::new(move |()| store.tell(ask::SignIn {}))>
                {move || t(word)}
            </Button>
        }
    };
    let buttons = match finding {
        Finding::Looking | Finding::Offline => view! {
            <Button test="order-look-now" on_press=look>{move || t("doubt-look-now")}</Button>
            {give_up("queue-give-up")}
        }
        .into_any(),
        Finding::SignedOut => view! {
            {sign_in("queue-sign-in")}
            {give_up("queue-give-up")}
        }
        .into_any(),
        Finding::OtherAccount | Finding::AccountUnknown => view! {
            {sign_in("doubt-sign-in-other")}
            {give_up("queue-give-up")}
        }
        .into_any(),
        Finding::NotTaken => view! {
            <Button
                kind=ButtonKind::Primary
                test="order-send-again"
                disabled=Signal::derive(move || again.busy.get())
                on_press=send_again
            >
                {move || t("doubt-send-again")}
            </Button>
            <Button test="order-keep-looking" on_press=look>
                {move || t("doubt-keep-looking")}
            </Button>
            {give_up("queue-give-up")}
        }
        .into_any(),
        Finding::Several => give_up("doubt-none").into_any(),
    };
    view! {
        <div class="doubt-actions">{buttons}</div>
        {(finding == Finding::NotTaken).then(|| view! {
            <p class="muted small">{move || t("doubt-send-again-how")}</p>
        })}
    }
}

/// The question before an order is given up without its list having been read to the end.
#[component]
fn Sure(
    /// The order.
    order: Memo<Option<OrderView>>,
    /// Whether it is being asked.
    asking: RwSignal<bool>,
) -> impl IntoView {
    let store: Store = store();
    let give_up = Callback::new(move |()| {
        if let Some(order_id) = id_of(order) {
            store.tell(ask::GiveUp { order_id });
        }
    });
    view! {
        <p class="doubt-question">{move || t("queue-give-up-sure")}</p>
        <div class="doubt-actions">
            <Button test="order-give-up-yes" on_press=give_up>
                {move || t("queue-give-up-yes")}
            </Button>
            <Button
                kind=ButtonKind::Quiet
                test="order-give-up-no"
                autofocus=true
                on_press=Callback::new(move |()| asking.set(false))
            >
                {move || t("queue-give-up-no")}
            </Button>
        </div>
    }
}

fn id_of(order: Memo<Option<OrderView>>) -> Option<OrderId> {
    order.with_untracked(|order| order.as_ref().map(|order| order.order_id.clone()))
}

/// Says that the order was not taken, and gives its plan. Nothing is sent by it.
async fn give_up_for_plan(order_id: OrderId) -> Result<Plan, Refusal> {
    backend::ask(ask::GiveUp {
        order_id: order_id.clone(),
    })
    .await?;
    backend::ask(ask::GetPlanOfOrder { order_id }).await
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    fn english(search: &DoubtSearch, now: Millis) -> Said {
        sentences(&Words::of(Language::English), search, now)
    }

    #[test]
    fn a_list_that_cannot_be_read_counts_down_to_the_next_try() {
        let offline = DoubtSearch::Unreadable {
            retry_at: Some(30_000),
        };
        assert!(english(&offline, 0).lines[0].starts_with("Next try in 30 s."));
        assert!(english(&offline, 31_000).lines[0].starts_with("Trying again."));
        let signed_out = DoubtSearch::Unreadable { retry_at: None };
        assert_eq!(
            english(&signed_out, 0).title,
            "Sign in to find out about this order"
        );
    }

    #[test]
    fn an_order_of_another_account_says_whose_sign_in_it_needs() {
        let another = DoubtSearch::OtherAccount {
            account: "ann@example.com".to_owned(),
        };
        let title = english(&another, 0).title;
        assert!(title.contains("ann@example.com"), "{title}");
        let nobodys = |asked: Option<&str>| DoubtSearch::AccountUnknown {
            asked: asked.map(str::to_owned),
        };
        let named = english(&nobodys(Some("bo@example.com")), 0).lines.remove(0);
        assert!(named.contains("the list of bo@example.com"), "{named}");
        let nameless = english(&nobodys(None), 0).lines.remove(0);
        assert!(nameless.contains("signed in now"), "{nameless}");
        assert!(!Finding::of(&another).goes_on() && !Finding::of(&nobodys(None)).goes_on());
    }

    #[test]
    fn a_look_says_when_the_next_one_is_and_how_long_it_has_been_missing() {
        let looking = DoubtSearch::Looking {
            next_at: Some(45_000),
        };
        let said = |now| english(&looking, now).lines.remove(1);
        assert!(said(0).starts_with("Next look in 45 s."), "{}", said(0));
        assert!(said(46_000).starts_with("The list is read at least once a minute."));
        let missing = DoubtSearch::NotTaken {
            missing_for: 660_000,
        };
        let said = english(&missing, 0).lines.remove(0);
        assert!(said.starts_with("11 min after it left"), "{said}");
    }

    #[test]
    fn only_what_the_person_must_decide_waits_for_the_person() {
        let goes_on = |search: &DoubtSearch| Finding::of(search).goes_on();
        assert!(goes_on(&DoubtSearch::default()));
        assert!(goes_on(&DoubtSearch::Unreadable { retry_at: Some(1) }));
        assert!(!goes_on(&DoubtSearch::Unreadable { retry_at: None }));
        assert!(!goes_on(&DoubtSearch::NotTaken {
            missing_for: 660_000
        }));
        assert!(!goes_on(&DoubtSearch::Several {
            candidates: Vec::new()
        }));
    }
}
