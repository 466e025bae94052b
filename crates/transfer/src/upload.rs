//! Uploads in numbered parts: a few at once, each tried again where that is safe, each on record
//! before it counts.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::backoff::Retries;
use crate::control::{Control, Stopped};
use crate::engine::Engine;
use crate::fault::PartFault;
use crate::record::Pause;
use crate::source::Setback;

/// Which address a part is sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// One that was made before, if there is one.
    Kept,
    /// One that is made now: the one before it was refused.
    Anew,
}

/// An upload's parts: how one is sent, and what becomes of its acknowledgement.
///
/// The engine reads no file: what sends a part streams it (`wire::Client::put_range`, with
/// [`crate::Throttle::pace`] as its pace), so that no more of it is in memory than a few pieces.
pub trait Parts: Send + Sync + 'static {
    /// What a store says of a part that it took, such as its ETag.
    type Ack: Send + 'static;
    /// The caller's own error.
    type Error: Send + 'static;

    /// Sends a part: one try. [`Setback::Passing`], [`Setback::Cut`] and [`Setback::Offline`] are for
    /// failures after which sending it again is safe.
    fn deliver(
        &self,
        number: u32,
        address: Address,
    ) -> BoxFuture<'_, Result<Self::Ack, Setback<Self::Error>>>;

    /// Puts the acknowledgement on record. The part counts as sent when this has returned.
    fn taken(&self, number: u32, ack: Self::Ack) -> BoxFuture<'_, Result<(), Self::Error>>;

    /// A try has failed: what was sent of the part is lost. There may be a further one after a
    /// pause. Must not block.
    fn lost(&self, number: u32, pause: Option<Pause>);
}

/// One upload.
#[derive(Debug)]
pub struct Upload<P> {
    /// Its parts.
    pub parts: Arc<P>,
    /// Those that are still to be sent, in the order in which they are begun.
    pub missing: Vec<u32>,
    /// Decides the jitter of its pauses.
    pub seed: u64,
}

/// How a part ended that was not taken.
enum Left<E> {
    /// It failed for good.
    Failed(E),
    /// It was not tried again, as the others end.
    Drained,
}

impl Engine {
    /// Sends the missing parts, [`crate::Settings::connections`] of them at once.
    ///
    /// When the person wants a pause, and when a part has failed, no further part is begun or tried
    /// again, and those under way come to their end first: what storage acknowledges is on record.
    /// A cancel, and dropping the future, stops all of them where they are.
    ///
    /// # Errors
    /// [`PartFault::Part`] of the first part that failed; [`PartFault::Stopped`] when the person
    /// wanted it and parts are missing.
    pub async fn upload<P: Parts>(
        &self,
        job: Upload<P>,
        control: &Control,
    ) -> Result<(), PartFault<P::Error>> {
        let mut missing = job.missing.into_iter();
        // Ends them all when it is dropped: not one more piece leaves then.
        let mut under_way = JoinSet::new();
        let drain = watch::Sender::new(false);
        let mut ending: Option<PartFault<P::Error>> = None;
        let mut is_one_missing = false;
        loop {
            while ending.is_none()
                && under_way.len() < self.settings.connections.max(1)
                && let Some(number) = missing.next()
            {
                let (engine, parts) = (self.clone(), Arc::clone(&job.parts));
                let drained = drain.subscribe();
                let seed = job.seed ^ u64::from(number);
                under_way.spawn(async move {
                    let sent = engine.send_part(&*parts, number, seed, drained).await;
                    (number, sent)
                });
            }
            let ended = tokio::select! {
                biased;
                () = control.cancelled() => return Err(Stopped::Cancelled.into()),
                stopped = control.stopped(), if ending.is_none() => {
                    drain.send_replace(true);
                    ending = Some(stopped.into());
                    continue;
                }
                ended = under_way.join_next() => ended,
            };
            match ended {
                None => break,
                Some(Ok((_, Ok(())))) => {}
                Some(Ok((_, Err(Left::Drained)))) => is_one_missing = true,
                Some(Ok((number, Err(Left::Failed(error))))) => {
                    drain.send_replace(true);
                    if !matches!(ending, Some(PartFault::Part { .. })) {
                        ending = Some(PartFault::Part { number, error });
                    }
                }
                Some(Err(error)) => match error.try_into_panic() {
                    Ok(panic) => std::panic::resume_unwind(panic),
                    // The runtime is shutting down.
                    Err(_) => return Err(Stopped::Cancelled.into()),
                },
            }
        }
        match ending {
            // The last ones came to their end after the pause was wanted.
            Some(PartFault::Stopped(_)) if !is_one_missing && missing.len() == 0 => Ok(()),
            Some(fault) => Err(fault),
            None => Ok(()),
        }
    }

    /// Sends a part until it is on record.
    async fn send_part<P: Parts>(
        &self,
        parts: &P,
        number: u32,
        seed: u64,
        mut drained: watch::Receiver<bool>,
    ) -> Result<(), Left<P::Error>> {
        let mut retries = Retries::new(self.settings.backoff, seed);
        let mut offline = Retries::new(self.settings.offline, seed.rotate_left(32));
        let mut renewals = 0;
        let mut address = Address::Kept;
        loop {
            let setback = match parts.deliver(number, address).await {
                Ok(ack) => return parts.taken(number, ack).await.map_err(Left::Failed),
                Err(setback) => setback,
            };
            address = Address::Kept;
            let (wait, pause, error) = match setback {
                Setback::Expired(_) if renewals < self.settings.max_renewals => {
                    renewals += 1;
                    address = Address::Anew;
                    parts.lost(number, None);
                    continue;
                }
                Setback::Passing { error, retry_after } => {
                    let wait = retries.pause(retry_after);
                    (wait, wait.map(Pause::Backoff), error)
                }
                Setback::Cut(error) => {
                    let wait = retries.pause(None);
                    (wait, wait.map(Pause::Cut), error)
                }
                Setback::Offline(error) => {
                    let wait = offline.pause(None);
                    (wait, wait.map(Pause::Offline), error)
                }
                setback => (None, None, setback.into_error()),
            };
            parts.lost(number, pause);
            let Some(wait) = wait else {
                return Err(Left::Failed(error));
            };
            tokio::select! {
                biased;
                // An end of the sender is one too.
                _ = drained.wait_for(|drained| *drained) => return Err(Left::Drained),
                () = self.network.wait(&*self.clock, wait) => {}
            }
        }
    }
}
