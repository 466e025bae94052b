//! Orders whose answer was lost: looked for in the service's own lists, and found again or not.
//!
//! The service has no idempotency key, so an order in doubt is never sent again. [`window`] says when
//! the service must have made its tasks, [`listing`] reads what it lists of that time, [`matching`]
//! judges it and asks nobody. One certain match is adopted and watched as any; none, after the
//! service's own longest delay, or several, are the person's to decide.

mod listing;
mod matching;
mod shown;
mod window;

use std::time::Duration;

use contract::{Code, DoubtSearch, Millis, OrderId, OrderState, Refusal};

use self::listing::Listed;
use self::matching::{Batch, Fit, Rival, Verdict, Wanted};
use self::shown::{batch, missing, several};
use self::window::{Allowance, Window};
use crate::Studio;
use crate::journal::{Adoption, Doubtful, OrderPhase, OrderRecord};
use crate::session::Owner;
use crate::turns::Turns;

/// When each order in doubt is looked for next.
pub(crate) type Doubts = Turns<OrderId>;

/// The longest pause between two looks while the service may still list it.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// Between two looks at what only the person can decide.
const SETTLED_PACE: Duration = Duration::from_secs(15 * 60);
/// Most batches that are read whole in one look.
const MOST_READ: usize = 20;

/// What a look brought.
struct Look {
    listed: Listed,
    doubtful: Doubtful,
    verdict: Verdict,
    /// A new template is there that could be its own, and is nobody's.
    leaves_a_template_over: bool,
    window: Window,
}

impl Look {
    /// Whether what nothing fits may still appear, at this moment of the service's clock.
    fn is_awaited(&self, now: Millis) -> bool {
        let is_followed = self.leaves_a_template_over && self.window.is_followed_later(now);
        now <= self.window.until || is_followed
    }
}

impl Studio {
    /// The one who looks for orders in doubt. Ends when the studio is closed.
    pub(crate) async fn look_for_doubts_forever(self) {
        let clock = self.core.ports.clock.as_ref();
        let open = async || self.open_doubts();
        let look = async |order_id: OrderId| self.look_for_order(&order_id).await;
        self.core.doubts.keep_looking(clock, open, look).await;
    }

    /// The person says that an order in doubt is this batch of the service, of those that were shown.
    ///
    /// # Errors
    /// [`Code::NotACandidate`] for a batch that was not shown for it, or that is another order's by
    /// now; [`Code::Unknown`] where it is in doubt no longer; [`Code::JournalFailed`].
    pub async fn adopt_batch(&self, order_id: &OrderId, batch_id: &str) -> Result<(), Refusal> {
        self.expect_phase(order_id, &[OrderPhase::InDoubt])?;
        let is_shown = self.core.desk.read(order_id, |entry| match &entry.doubt {
            DoubtSearch::Several { candidates } => {
                candidates.iter().any(|shown| shown.batch_id == batch_id)
            }
            _ => false,
        });
        if is_shown != Some(true) {
            return Err(Code::NotACandidate.into());
        }
        match self.adopt(order_id, batch_id, None).await? {
            Adoption::Done => Ok(()),
            Adoption::Moved => Err(Code::Unknown.into()),
            Adoption::Claimed => {
                self.core.doubts.look_now(order_id);
                Err(Code::NotACandidate.into())
            }
        }
    }

    /// Waits until a look for an order in doubt that begins now has brought something, or it is in
    /// doubt no longer. The order as it then stands.
    ///
    /// # Errors
    /// [`Code::Unknown`] for an order that is not known here.
    pub async fn looked_for(&self, order_id: &OrderId) -> Result<contract::OrderView, Refusal> {
        let mut changes = self.core.desk.changes();
        let looks = |studio: &Self| studio.core.desk.read(order_id, |entry| entry.doubt_looks);
        let before = looks(self);
        self.look_now(order_id);
        loop {
            changes.mark_unchanged();
            let view = self.order(order_id).ok_or(Code::Unknown)?;
            let is_in_doubt = matches!(view.state, OrderState::InDoubt { .. });
            if !is_in_doubt || looks(self) != before || !self.core.sessions.is_signed_in() {
                return Ok(view);
            }
            if changes.changed().await.is_err() {
                return Ok(view);
            }
        }
    }

    /// Waits until nothing more is found out of an order in doubt by itself: it is in doubt no longer,
    /// only the person can decide, or nobody is signed in to look. The order as it then stands.
    ///
    /// # Errors
    /// [`Code::Unknown`] for an order that is not known here.
    pub async fn doubt_settled(&self, order_id: &OrderId) -> Result<contract::OrderView, Refusal> {
        let mut changes = self.core.desk.changes();
        loop {
            changes.mark_unchanged();
            let view = self.order(order_id).ok_or(Code::Unknown)?;
            let goes_on = matches!(
                view.state,
                OrderState::InDoubt {
                    search: DoubtSearch::Looking { .. }
                        | DoubtSearch::Unreadable { retry_at: Some(_) },
                }
            );
            if !goes_on || !self.core.sessions.is_signed_in() || changes.changed().await.is_err() {
                return Ok(view);
            }
        }
    }

    /// The orders in doubt. None to look for while nobody is signed in.
    fn open_doubts(&self) -> Vec<OrderId> {
        let open = self.core.desk.in_phase(OrderPhase::InDoubt);
        if self.core.sessions.is_signed_in() {
            return open;
        }
        for order_id in &open {
            self.show_search(order_id, DoubtSearch::Unreadable { retry_at: None });
        }
        Vec::new()
    }

    async fn look_for_order(&self, order_id: &OrderId) {
        let core = &self.core;
        if self.expect_phase(order_id, &[OrderPhase::InDoubt]).is_err() {
            core.doubts.forget(order_id);
            return;
        }
        if !core.sessions.is_signed_in() {
            // Signed out since: it is said of all, and nothing is looked for.
            core.doubts.wake();
            return;
        }
        let adoptions = core.desk.adoptions();
        let looked = self.look_once(order_id).await;
        let now = core.now();
        let search = match looked {
            Ok(None) => {
                // Another process was first: it is shown as that one left it.
                core.doubts.forget(order_id);
                if let Err(refusal) = self.notice_others().await {
                    tracing::info!(%refusal, "the journal could not be read");
                }
                return;
            }
            Ok(Some(search)) => {
                let pause = self.doubt_pause(order_id, &search);
                let next_at = core.doubts.heard(order_id, pause, now);
                match search {
                    DoubtSearch::Looking { .. } => DoubtSearch::Looking {
                        next_at: Some(next_at),
                    },
                    settled => settled,
                }
            }
            Err(refusal) => {
                tracing::info!(%order_id, %refusal, "a look for an order failed");
                let retry_at = core.doubts.missed(order_id, self.doubt_pace(), None, now);
                let knows_why = refusal.code == Code::NotSignedIn;
                let retry_at = (!knows_why).then_some(retry_at);
                DoubtSearch::Unreadable { retry_at }
            }
        };
        // What it was judged by may be another order's since: then it is judged anew.
        let is_choice = matches!(search, DoubtSearch::Several { .. });
        let is_old = || is_choice && core.desk.adoptions() != adoptions;
        let shown = if is_old() {
            DoubtSearch::default()
        } else {
            search
        };
        self.show_search(order_id, shown);
        if is_old() {
            self.look_for_the_others();
        }
    }

    /// Looks once. What that brought; none where the order is in doubt no longer.
    async fn look_once(&self, order_id: &OrderId) -> Result<Option<DoubtSearch>, Refusal> {
        let core = &self.core;
        let known = core.journal.doubtful(&core.server_name, order_id).await?;
        let Some(known) = known.filter(|known| known.order.phase == OrderPhase::InDoubt) else {
            return Ok(None);
        };
        let began = core.now();
        let session = core.sessions.current().ok_or(Code::NotSignedIn)?;
        let look = self.judged_lists(known).await?;
        if !self.is_current(&session) {
            // Some of the lists may be another account's: they are read again.
            return Ok(Some(DoubtSearch::default()));
        }
        let asks = self.payer_by(&session);
        let is_own = match Owner::of(&look.doubtful.order.payer, &asks) {
            Owner::Own => true,
            Owner::Unknown => false,
            // Another account's lists say nothing of it: it is looked for after its own sign-in.
            Owner::Another(account) => return Ok(Some(DoubtSearch::OtherAccount { account })),
        };
        // By the service's clock.
        let now = began + core.service_clock.ahead().unwrap_or_default();
        match &look.verdict {
            // What looks just like it in lists that may be another account's is not taken for it.
            Verdict::Is(batch_id) if look.listed.is_whole && is_own => {
                let formula_id = batch(&look, batch_id).and_then(Batch::formula_id);
                match self.adopt(order_id, batch_id, formula_id).await? {
                    Adoption::Done | Adoption::Moved => Ok(None),
                    // Somebody else's since it was judged: the next look knows.
                    Adoption::Claimed => Ok(Some(DoubtSearch::default())),
                }
            }
            Verdict::Soon(_) if look.window.is_told_later(now) => Ok(Some(DoubtSearch::default())),
            Verdict::Is(batch_id) | Verdict::Soon(batch_id) => {
                Ok(Some(several(&look, std::slice::from_ref(batch_id))))
            }
            Verdict::Ask(batches) => Ok(Some(several(&look, batches))),
            Verdict::Open => Ok(Some(DoubtSearch::default())),
            Verdict::Nowhere if !look.listed.is_whole => Err(Code::BadAnswer.into()),
            Verdict::Nowhere if look.is_awaited(now) => Ok(Some(DoubtSearch::default())),
            Verdict::Nowhere if is_own => Ok(Some(missing(&look, began))),
            // Another account's lists may well be without it.
            Verdict::Nowhere => Ok(Some(DoubtSearch::AccountUnknown {
                asked: asks.account,
            })),
        }
    }

    async fn judged_lists(&self, known: Doubtful) -> Result<Look, Refusal> {
        let core = &self.core;
        let has_new_source = known.order.source.template_id.is_none();
        // What the clocks differ by is heard with the lists where it was not known before.
        let first = self.window_of(&known.order);
        let mut listed = self.listed(&first, has_new_source).await?;
        let window = self.window_of(&known.order);
        if window != first {
            listed = self.listed(&window, has_new_source).await?;
        }
        // Read after the lists: whatever they have of this machine's orders is sealed in the journal
        // by now.
        let fresh = core
            .journal
            .doubtful(&core.server_name, &known.order.order_id);
        let doubtful = fresh.await?.unwrap_or(known);
        let wanted = Wanted {
            order: &doubtful.order,
            window,
        };
        let mut whole = Vec::new();
        for batch in std::mem::take(&mut listed.batches) {
            let is_claimed = doubtful.claimed.contains(&batch.batch_id);
            if is_claimed || matching::fit(&wanted, &batch, &listed.facts) == Fit::No {
                continue;
            }
            if whole.len() == MOST_READ {
                listed.is_whole = false;
                break;
            }
            whole.push(self.whole(batch).await?);
        }
        listed.batches = whole;
        if doubtful.order.source.is_clip() {
            listed.facts.lengths = self.lengths_of(&listed.batches).await?;
        }
        let rivals: Vec<Rival<'_>> = doubtful
            .rivals
            .iter()
            .map(|order| self.rival(order))
            .collect();
        let verdict = matching::judge(&wanted, &rivals, &listed.batches, &listed.facts);
        let leaves_a_template_over = matching::leaves_a_template_over(&wanted, &listed.facts);
        Ok(Look {
            listed,
            verdict,
            leaves_a_template_over,
            window,
            doubtful,
        })
    }

    fn window_of(&self, order: &OrderRecord) -> Window {
        let core = &self.core;
        Window::of(
            order,
            core.service_clock.ahead(),
            Allowance::of(&core.server),
        )
    }

    fn rival<'a>(&self, order: &'a OrderRecord) -> Rival<'a> {
        Rival {
            wanted: Wanted {
                order,
                window: self.window_of(order),
            },
            is_awaited: order.phase == OrderPhase::Sending,
        }
    }

    /// Gives an order its batch: on disk first, then it is watched as any.
    async fn adopt(
        &self,
        order_id: &OrderId,
        batch_id: &str,
        formula_id: Option<&str>,
    ) -> Result<Adoption, Refusal> {
        let core = &self.core;
        let now = core.now();
        let finder = core.sessions.current();
        let finder = finder.map(|session| self.payer_by(&session));
        let adopted = core
            .journal
            .adopt(order_id, batch_id, formula_id, now)
            .await?;
        if adopted == Adoption::Done {
            tracing::info!(%order_id, "an order in doubt was found");
            if let Some(finder) = finder
                && let Err(refusal) = core.journal.own_order(order_id, &finder).await
            {
                tracing::warn!(%refusal, "whose an order is could not be noted");
            }
            self.change_order(order_id, |entry| {
                entry.record.phase = OrderPhase::Acknowledged;
                entry.record.batch_id = Some(batch_id.to_owned());
                entry.record.formula_id = formula_id.map(str::to_owned);
                entry.record.heard_at = Some(now);
                entry.record.refusal = None;
                entry.reviewed = None;
            });
            core.doubts.forget(order_id);
            core.watch.wake();
            core.desk.note_adoption();
            self.look_for_the_others();
        }
        Ok(adopted)
    }

    /// A batch is no other order's any more: what they were shown may be certain now.
    fn look_for_the_others(&self) {
        for other in self.core.desk.in_phase(OrderPhase::InDoubt) {
            self.change_order(&other, |entry| {
                if matches!(entry.doubt, DoubtSearch::Several { .. }) {
                    entry.doubt = DoubtSearch::default();
                }
            });
            self.core.doubts.look_now(&other);
        }
    }

    fn show_search(&self, order_id: &OrderId, search: DoubtSearch) {
        self.change_order(order_id, |entry| {
            entry.doubt = search;
            entry.doubt_looks = entry.doubt_looks.saturating_add(1);
        });
    }

    fn doubt_pace(&self) -> Duration {
        self.core.server.pace(self.core.preferences().poll_seconds)
    }

    fn doubt_pause(&self, order_id: &OrderId, search: &DoubtSearch) -> Duration {
        if !matches!(search, DoubtSearch::Looking { .. }) {
            return SETTLED_PACE;
        }
        let looks = self.core.desk.read(order_id, |entry| entry.doubt_looks);
        let growth = 1 << looks.unwrap_or_default().min(5);
        self.doubt_pace().saturating_mul(growth).min(LONGEST_WAIT)
    }
}
