//! The one way in which anything that costs moves on in the journal.
//!
//! An order, a retry and a paid step each have their list of steps in Rust. A phase is written here and
//! nowhere else, in the transaction that read the phase before it: what the list forbids is not
//! written, whoever was first and whatever a caller believed.

use rusqlite::{Transaction, params};

use super::{OrderPhase, PurchasePhase, RetryPhase};

/// A list of steps, and the table that keeps where each thing stands.
pub(super) trait Steps: Copy + PartialEq {
    /// The table.
    const TABLE: &'static str;
    /// Its key.
    const KEY: &'static str;

    /// The phase of a word of the journal; none for a word that nothing may follow.
    fn of_word(word: &str) -> Option<Self>;

    /// Its word in the journal.
    fn word(self) -> &'static str;

    /// Whether `next` may follow.
    fn leads_to(self, next: Self) -> bool;
}

macro_rules! steps {
    ($phase:ty, $table:literal, $key:literal, $parse:expr) => {
        impl Steps for $phase {
            const TABLE: &'static str = $table;
            const KEY: &'static str = $key;

            fn of_word(word: &str) -> Option<Self> {
                $parse(word)
            }

            fn word(self) -> &'static str {
                self.as_str()
            }

            fn leads_to(self, next: Self) -> bool {
                self.may_become(next)
            }
        }
    };
}

// A word of a newer version: of an order nothing is known but that it must not be touched; a retry or
// a paid step is in doubt.
steps!(OrderPhase, "orders", "order_id", OrderPhase::parse);
steps!(RetryPhase, "retries", "retry_id", |word: &str| Some(
    RetryPhase::parse(word)
));
steps!(
    PurchasePhase,
    "hub_steps",
    "purchase_id",
    |word: &str| Some(PurchasePhase::parse(word))
);

/// Takes a thing one step on. Whether it was: what its list forbids is left as it is.
pub(super) fn advance<P: Steps>(tx: &Transaction<'_>, id: &str, next: P) -> rusqlite::Result<bool> {
    let word = standing::<P>(tx, id)?;
    let may = P::of_word(&word).is_some_and(|phase| phase.leads_to(next));
    if may {
        let write = format!("UPDATE {} SET phase = ?2 WHERE {} = ?1", P::TABLE, P::KEY);
        tx.execute(&write, params![id, next.word()])?;
    }
    Ok(may)
}

/// The word of the phase in which a thing is.
pub(super) fn standing<P: Steps>(tx: &Transaction<'_>, id: &str) -> rusqlite::Result<String> {
    let read = format!("SELECT phase FROM {} WHERE {} = ?1", P::TABLE, P::KEY);
    tx.query_row(&read, [id], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use contract::{Code, OrderId, Refusal};
    use rusqlite::TransactionBehavior;

    use super::*;
    use crate::journal::{Journal, OrderEnd, Seal};

    async fn journal(folder: &std::path::Path) -> Journal {
        let opened = Journal::open(&folder.join("journal.db")).await;
        opened.expect("a journal").journal
    }

    /// Nothing here has to outlive the test: no waiting for the disk.
    const ROWS: &str = "PRAGMA synchronous = OFF;
        INSERT INTO orders (order_id, server, phase, sender, source, language, direction, hint, created_at)
          VALUES ('x', 's', 'sending', 'one', '{}', 'en', '', '', 1);
        INSERT INTO retries (retry_id, server, sender, phase, task_id, root_id, before, created_at)
          VALUES ('x', 's', 'one', 'sending', 't', 't', '{}', 1);
        INSERT INTO hub_steps (purchase_id, server, sender, phase, stem, step, credits, created_at)
          VALUES ('x', 's', 'one', 'sending', 'stem', '{}', 1, 1);";

    /// Puts a thing into a phase, whatever it was in.
    async fn put<P: Steps>(journal: &Journal, phase: P) {
        let word = phase.word();
        let write = format!("UPDATE {} SET phase = ?1 WHERE {} = 'x'", P::TABLE, P::KEY);
        let put = journal.with(move |db| db.execute(&write, [word]));
        assert_eq!(put.await, Ok(1));
    }

    async fn stands<P: Steps>(journal: &Journal) -> Option<P> {
        let word = journal
            .with(|db| standing::<P>(&db.transaction()?, "x"))
            .await;
        P::of_word(&word.expect("readable"))
    }

    async fn walk<P: Steps + std::fmt::Debug + Send + Sync + 'static>(
        journal: &Journal,
        all: &'static [P],
    ) {
        for &from in all {
            for &next in all {
                put(journal, from).await;
                let moved = journal
                    .with(move |db| {
                        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
                        let moved = advance(&tx, "x", next)?;
                        tx.commit()?;
                        Ok(moved)
                    })
                    .await;
                assert_eq!(moved, Ok(from.leads_to(next)), "{from:?} to {next:?}");
                let expected = if from.leads_to(next) { next } else { from };
                assert_eq!(
                    stands(journal).await,
                    Some(expected),
                    "{from:?} to {next:?}"
                );
            }
        }
    }

    #[tokio::test]
    async fn every_pair_of_phases_is_taken_or_refused_as_its_list_says() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = journal(folder.path()).await;
        let rows = journal.with(|db| db.execute_batch(ROWS)).await;
        assert_eq!(rows, Ok(()));
        walk(&journal, OrderPhase::ALL).await;
        walk(&journal, RetryPhase::ALL).await;
        walk(&journal, PurchasePhase::ALL).await;
    }

    /// Whatever of the journal's writes meets an order in whatever phase: it stays, or goes where its
    /// list leads.
    #[tokio::test]
    async fn no_write_takes_an_order_where_its_list_does_not_lead() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = journal(folder.path()).await;
        let rows = journal.with(|db| db.execute_batch(ROWS)).await;
        assert_eq!(rows, Ok(()));
        let id = OrderId::from("x");
        let why: Refusal = Code::Cancelled.into();
        for &from in OrderPhase::ALL {
            for &next in OrderPhase::ALL {
                let end = || OrderEnd {
                    phase: next,
                    refusal: None,
                    top_up_link: None,
                };
                for write in 0..8 {
                    put(&journal, from).await;
                    let judged = why.clone();
                    // Refused or not: what counts is where it then stands.
                    match write {
                        0 => drop(journal.rest(&id, next, None, None, 2).await),
                        1 => drop(journal.end(&id, end(), 2, 2).await),
                        2 => drop(journal.acknowledge(&id, "b", None, 2).await),
                        3 => drop(journal.adopt(&id, "b", None, 2).await),
                        4 => drop(journal.withdraw(&id, next, &why, 2).await),
                        5 => drop(journal.intend_again(&id, 2).await),
                        6 => drop(journal.reopen("s", "b", 2).await),
                        _ => drop(journal.settle(&id, move |_| Some((next, judged)), 2).await),
                    }
                    let stands: OrderPhase = stands(&journal).await.expect("a phase");
                    let is_legal = stands == from || from.may_become(stands);
                    assert!(is_legal, "write {write}: {from:?} became {stands:?}");
                    let sealed = journal.seal(&id, Seal::default()).await;
                    assert_eq!(sealed.is_ok(), stands == OrderPhase::Sending, "{stands:?}");
                }
            }
        }
    }
}
