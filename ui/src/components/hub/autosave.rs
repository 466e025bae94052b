//! A form that saves itself. Words are never lost: until the service has them, this computer keeps
//! them, and what the service changed meanwhile is taken up around them.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use contract::{Millis, Refusal};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::HubRefusal;
use crate::app::t;
use crate::backend;

/// A pause in typing after which what was typed is sent.
const PAUSE: Duration = Duration::from_millis(900);
/// After a failure that may pass by itself, it is tried again so much later.
const LATER: Duration = Duration::from_secs(15);

/// How far what was typed is.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// The service has all of it.
    Saved,
    /// It is sent once the person pauses.
    Waiting,
    /// It is on its way.
    Sending,
    /// The service does not have it; this computer does.
    Failed(Refusal),
}

type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Refusal>>>>;
type Sender<T> = Rc<dyn Fn(T, T) -> Answer<T>>;

/// What outlives the window until the service has it.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    base: T,
    mine: T,
}

/// The form. Copy: parts of a page share it.
pub struct Autosave<T: Send + Sync + 'static> {
    /// As the person has it.
    pub mine: RwSignal<T>,
    /// How far that is.
    pub state: RwSignal<SaveState>,
    /// As the service was heard to have it.
    base: RwSignal<T>,
    name: StoredValue<String>,
    send: StoredValue<Sender<T>, LocalStorage>,
    turn: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Autosave<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Autosave<T> {}

impl<T> Autosave<T>
where
    T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    /// A form of what the service has. `name` is where this computer keeps what is not saved;
    /// `send` is given what the service has and what it is to have. Leaving the page sends the rest.
    pub fn new<F>(name: String, heard: T, send: impl Fn(T, T) -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, Refusal>> + 'static,
    {
        let kept = backend::kept(&name)
            .and_then(|text| serde_json::from_str::<Kept<T>>(&text).ok())
            .map(|kept| merged(&kept.base, &kept.mine, &heard));
        let send: Sender<T> = Rc::new(move |base, mine| Box::pin(send(base, mine)));
        let form = Self {
            mine: RwSignal::new(kept.unwrap_or_else(|| heard.clone())),
            state: RwSignal::new(SaveState::Saved),
            base: RwSignal::new(heard),
            name: StoredValue::new(name),
            send: StoredValue::new_local(send),
            turn: RwSignal::new(0),
        };
        if form.is_dirty() {
            form.save_after(PAUSE);
        } else {
            form.forget();
        }
        on_cleanup(move || form.leave());
        form
    }

    /// Changes what the person has.
    pub fn edit(self, change: impl FnOnce(&mut T)) {
        let mut next = self.mine.get_untracked();
        change(&mut next);
        if self.mine.with_untracked(|mine| *mine == next) {
            return;
        }
        self.mine.set(next);
        self.keep();
        self.save_after(PAUSE);
    }

    /// Takes up what the service has now. What the person changed since stays theirs.
    pub fn heard(self, theirs: T) {
        if self.base.with_untracked(|base| *base == theirs) {
            return;
        }
        let next = self
            .base
            .with_untracked(|base| self.mine.with_untracked(|mine| merged(base, mine, &theirs)));
        self.base.set(theirs);
        if self.mine.with_untracked(|mine| *mine != next) {
            self.mine.set(next);
        }
        self.settle();
    }

    /// Sends what is not saved now, before a step that counts on it.
    ///
    /// # Errors
    /// The service's refusal; the words stay here.
    pub async fn flush(self) -> Result<(), Refusal> {
        if !self.is_dirty() {
            return Ok(());
        }
        let turn = self.next_turn();
        let (base, mine) = (self.base.get_untracked(), self.mine.get_untracked());
        self.state.set(SaveState::Sending);
        let send = self.send.with_value(Rc::clone);
        let answer = send(base, mine.clone()).await;
        if self.turn.try_get_untracked() != Some(turn) {
            // Something newer is on its way, or the page has gone.
            return answer.map(drop);
        }
        match answer {
            Ok(theirs) => {
                self.base.set(mine);
                self.heard(theirs);
                self.settle();
                Ok(())
            }
            Err(refusal) => {
                self.state.set(SaveState::Failed(refusal.clone()));
                if refusal.retryable {
                    self.save_after_failure();
                }
                Err(refusal)
            }
        }
    }

    /// Sends what is not saved now; what comes of it is in the state.
    pub fn save_now(self) {
        spawn_local(async move {
            let _ = self.flush().await;
        });
    }

    /// Forgets what was kept here for a form that is no more.
    pub fn forget(self) {
        if let Some(name) = self.name.try_get_value() {
            backend::forget(&name);
        }
    }

    /// Whether the service does not have all of it.
    fn is_dirty(self) -> bool {
        self.base
            .with_untracked(|base| self.mine.with_untracked(|mine| !is_same(base, mine)))
    }

    fn settle(self) {
        if self.is_dirty() {
            self.save_after(PAUSE);
        } else {
            self.forget();
            self.state.set(SaveState::Saved);
        }
    }

    fn keep(self) {
        let kept = Kept {
            base: self.base.get_untracked(),
            mine: self.mine.get_untracked(),
        };
        if let Ok(text) = serde_json::to_string(&kept) {
            self.name.with_value(|name| backend::keep(name, &text));
        }
    }

    fn save_after(self, pause: Duration) {
        self.state.set(SaveState::Waiting);
        self.schedule(pause);
    }

    fn save_after_failure(self) {
        self.schedule(LATER);
    }

    fn schedule(self, pause: Duration) {
        let turn = self.next_turn();
        backend::after(pause, move || {
            if self.turn.try_get_untracked() == Some(turn) {
                self.save_now();
            }
        });
    }

    fn next_turn(self) -> u32 {
        let turn = self.turn.get_untracked().wrapping_add(1);
        self.turn.set(turn);
        turn
    }

    /// The page goes: what is not saved is sent without it, and stays kept here until it is.
    fn leave(self) {
        if !self.is_dirty() {
            return;
        }
        let (base, mine) = (self.base.get_untracked(), self.mine.get_untracked());
        let (send, name) = (self.send.with_value(Rc::clone), self.name.get_value());
        spawn_local(async move {
            if send(base, mine).await.is_ok() {
                backend::forget(&name);
            }
        });
    }
}

/// Whether two forms are the same but for blanks at the ends of their texts.
fn is_same<T: Serialize>(a: &T, b: &T) -> bool {
    trimmed(of(a)) == trimmed(of(b))
}

fn of<T: Serialize>(form: &T) -> Value {
    serde_json::to_value(form).unwrap_or_default()
}

fn trimmed(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.trim().to_owned()),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, field)| (name, trimmed(field)))
            .collect(),
        other => other,
    }
}

/// The service's form with the fields that the person changed since `base`. Blanks at the end of
/// what the person is typing are not taken from under the cursor.
fn merged<T: Clone + Serialize + DeserializeOwned>(base: &T, mine: &T, theirs: &T) -> T {
    let (Value::Object(base), Value::Object(mine), Value::Object(theirs)) =
        (of(base), of(mine), of(theirs))
    else {
        return mine.clone();
    };
    let fields: Map<String, Value> = theirs
        .into_iter()
        .map(|(name, theirs)| {
            let keeps = match (base.get(&name), mine.get(&name)) {
                (_, Some(mine)) if trimmed(mine.clone()) == trimmed(theirs.clone()) => Some(mine),
                (base, Some(mine)) if base != Some(mine) => Some(mine),
                _ => None,
            };
            let value = keeps.cloned().unwrap_or(theirs);
            (name, value)
        })
        .collect();
    // Fields of the same form fit it again.
    serde_json::from_value(Value::Object(fields)).unwrap_or_else(|_| {
        serde_json::from_value(Value::Object(mine)).expect("a form that was written is read")
    })
}

/// One line: whether what was typed is saved, and the way on where it is not.
#[component]
pub fn SaveLine(
    /// How far it is.
    #[prop(into)]
    state: Signal<SaveState>,
    /// When the service was last heard, for whoever wonders.
    #[prop(optional, into)]
    heard_at: Signal<Option<Millis>>,
    /// Tries again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let refusal = Memo::new(move |_| match state.get() {
        SaveState::Failed(refusal) => Some(refusal),
        _ => None,
    });
    view! {
        <div class="save-line" role="status" data-test="save-line" data-state=move || name(&state.get())>
            <p class="muted small">
                {move || match state.get() {
                    SaveState::Saved if heard_at.with(Option::is_none) => String::new(),
                    SaveState::Saved => t("hub-saved"),
                    SaveState::Waiting | SaveState::Sending => t("hub-saving"),
                    SaveState::Failed(_) => t("hub-kept-here"),
                }}
            </p>
        </div>
        {move || refusal.get().map(|refusal| view! { <HubRefusal refusal on_go=on_retry/> })}
    }
}

const fn name(state: &SaveState) -> &'static str {
    match state {
        SaveState::Saved => "saved",
        SaveState::Waiting => "waiting",
        SaveState::Sending => "sending",
        SaveState::Failed(_) => "failed",
    }
}

#[cfg(test)]
mod tests {
    use contract::ShortBrief;

    use super::*;

    fn brief(prompt: &str, headline: &str) -> ShortBrief {
        ShortBrief {
            product_prompt: prompt.to_owned(),
            headline: headline.to_owned(),
            ..ShortBrief::default()
        }
    }

    #[test]
    fn what_an_assist_wrote_comes_in_around_what_is_being_typed() {
        let base = brief("Oat milk that froths", "");
        let mine = brief("Oat milk that froths, cold", "");
        let theirs = brief("Oat milk that froths", "One shake");
        let both = merged(&base, &mine, &theirs);
        assert_eq!(both, brief("Oat milk that froths, cold", "One shake"));
    }

    #[test]
    fn a_text_that_both_changed_stays_the_persons() {
        let both = merged(&brief("a", "x"), &brief("a", "mine"), &brief("a", "theirs"));
        assert_eq!(both.headline, "mine");
    }

    #[test]
    fn a_blank_at_the_end_is_neither_taken_nor_sent_for_ever() {
        let typed = brief("Oat milk ", "");
        let stored = brief("Oat milk", "");
        assert_eq!(merged(&typed, &typed, &stored), typed);
        assert!(is_same(&typed, &stored));
    }

    #[test]
    fn a_default_that_the_service_filled_in_is_taken_up() {
        let said = brief("Oat milk", "");
        let mut stored = said.clone();
        stored.short_text_position = Some("bottom".to_owned());
        let both = merged(&said, &said, &stored);
        assert_eq!(both.short_text_position.as_deref(), Some("bottom"));
    }
}
