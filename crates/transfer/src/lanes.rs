//! Who may run: bounded parallelism, overall and per host.

mod queue;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

use queue::Queue;

/// How much runs at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Lanes altogether; at least one.
    pub total: usize,
    /// Lanes to one host; at least one.
    pub per_host: usize,
}

impl Bounds {
    fn at_least_one(self) -> Self {
        Self {
            total: self.total.max(1),
            per_host: self.per_host.max(1),
        }
    }
}

/// How urgent a transfer is among those of its host.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// When nothing else waits.
    Background,
    /// In its turn.
    #[default]
    Normal,
    /// Before all others.
    First,
}

/// Names a ticket, for whoever changes its priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TicketId(u64);

/// Lanes for transfers. Cheap to clone; all clones share the lanes.
///
/// A free lane goes to the host that has waited longest for one (round robin), there to the ticket
/// of the highest priority, and among equals to the oldest.
#[derive(Clone)]
pub struct Lanes {
    queue: Arc<Mutex<Queue<oneshot::Sender<Lane>>>>,
}

impl Lanes {
    /// Empty lanes.
    pub fn new(bounds: Bounds) -> Self {
        Self {
            queue: Arc::new(Mutex::new(Queue::new(bounds.at_least_one()))),
        }
    }

    /// Changes how many there are. Who has a lane keeps it.
    pub fn set_bounds(&self, bounds: Bounds) {
        self.change(|queue| queue.set_bounds(bounds.at_least_one()));
    }

    /// Stands in line for a lane to this host. The ticket that is dropped leaves the line.
    pub fn queue(&self, host: &str, priority: Priority) -> Ticket {
        let (granted, lane) = oneshot::channel();
        let id = self.change(|queue| queue.join(host, priority, granted));
        Ticket {
            id: TicketId(id),
            lanes: self.clone(),
            lane,
        }
    }

    /// Changes the priority of a ticket that still waits; does nothing to any other.
    pub fn set_priority(&self, ticket: TicketId, priority: Priority) {
        self.change(|queue| queue.set_priority(ticket.0, priority));
    }

    /// Lanes in use, and tickets that wait.
    pub fn load(&self) -> Load {
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        Load {
            running: queue.running(),
            waiting: queue.waiting(),
        }
    }

    /// Changes the queue, and hands out the lanes that this made free.
    fn change<T>(&self, change: impl FnOnce(&mut Queue<oneshot::Sender<Lane>>) -> T) -> T {
        let (changed, admitted) = {
            let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
            (change(&mut queue), queue.admit())
        };
        for (host, granted) in admitted {
            let lane = Lane {
                host,
                lanes: self.clone(),
            };
            // Outside the lock: a lane that nobody waits for any more is given back by its drop.
            drop(granted.send(lane));
        }
        changed
    }
}

impl fmt::Debug for Lanes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.load().fmt(f)
    }
}

/// How busy lanes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Lanes in use.
    pub running: usize,
    /// Tickets that wait.
    pub waiting: usize,
}

/// A place in the line. Dropping it leaves the line.
#[derive(Debug)]
pub struct Ticket {
    id: TicketId,
    lanes: Lanes,
    lane: oneshot::Receiver<Lane>,
}

impl Ticket {
    /// For [`Lanes::set_priority`].
    pub fn id(&self) -> TicketId {
        self.id
    }

    /// Waits for the lane. Dropping the future leaves the line, or gives the lane back.
    pub async fn lane(mut self) -> Lane {
        match (&mut self.lane).await {
            Ok(lane) => lane,
            // The sender is in the queue until it is used, and the queue is in `self`.
            Err(_) => std::future::pending().await,
        }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        // Where the lane was granted already, it is in the channel and gives itself back.
        let forgotten = self.lanes.change(|queue| queue.leave(self.id.0));
        drop(forgotten);
    }
}

/// The right to run, given back when it is dropped.
#[derive(Debug)]
#[must_use = "the lane is given back at once when it is dropped"]
pub struct Lane {
    host: Arc<str>,
    lanes: Lanes,
}

impl Drop for Lane {
    fn drop(&mut self) {
        self.lanes.change(|queue| queue.release(&self.host));
    }
}
