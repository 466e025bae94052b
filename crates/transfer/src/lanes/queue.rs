//! The line itself, without any waiting: who came, who is next.

use std::collections::VecDeque;
use std::sync::Arc;

use super::{Bounds, Priority};

/// Who waits and how many run. `W` is what is handed back when a waiter's turn has come.
pub(super) struct Queue<W> {
    bounds: Bounds,
    /// Hosts with anybody waiting or running; the one that was served last stands last.
    hosts: VecDeque<Host<W>>,
    running: usize,
    next_id: u64,
}

struct Host<W> {
    name: Arc<str>,
    running: usize,
    /// In the order in which they came.
    waiting: Vec<Waiter<W>>,
}

struct Waiter<W> {
    id: u64,
    priority: Priority,
    wake: W,
}

impl<W> Queue<W> {
    pub(super) fn new(bounds: Bounds) -> Self {
        Self {
            bounds,
            hosts: VecDeque::new(),
            running: 0,
            next_id: 0,
        }
    }

    pub(super) fn set_bounds(&mut self, bounds: Bounds) {
        self.bounds = bounds;
    }

    pub(super) fn running(&self) -> usize {
        self.running
    }

    pub(super) fn waiting(&self) -> usize {
        self.hosts.iter().map(|host| host.waiting.len()).sum()
    }

    /// Adds a waiter; its id.
    pub(super) fn join(&mut self, name: &str, priority: Priority, wake: W) -> u64 {
        let id = self.next_id;
        self.next_id += 1;
        let waiter = Waiter { id, priority, wake };
        match self.hosts.iter_mut().find(|host| *host.name == *name) {
            Some(host) => host.waiting.push(waiter),
            None => self.hosts.push_back(Host {
                name: name.into(),
                running: 0,
                waiting: vec![waiter],
            }),
        }
        id
    }

    /// Takes a waiter out of the line, if it is still there.
    pub(super) fn leave(&mut self, id: u64) -> Option<W> {
        let mut left = None;
        for host in &mut self.hosts {
            if let Some(at) = host.waiting.iter().position(|waiter| waiter.id == id) {
                left = Some(host.waiting.remove(at).wake);
                break;
            }
        }
        self.forget_idle();
        left
    }

    pub(super) fn set_priority(&mut self, id: u64, priority: Priority) {
        let waiting = self.hosts.iter_mut().flat_map(|host| &mut host.waiting);
        for waiter in waiting.filter(|waiter| waiter.id == id) {
            waiter.priority = priority;
        }
    }

    /// One that ran has ended.
    pub(super) fn release(&mut self, name: &str) {
        if let Some(host) = self.hosts.iter_mut().find(|host| *host.name == *name) {
            host.running = host.running.saturating_sub(1);
            self.running = self.running.saturating_sub(1);
        }
        self.forget_idle();
    }

    /// Those whose turn has come, who run from now on.
    pub(super) fn admit(&mut self) -> Vec<(Arc<str>, W)> {
        let mut admitted = Vec::new();
        while self.running < self.bounds.total {
            let per_host = self.bounds.per_host;
            let next = self
                .hosts
                .iter()
                .position(|host| !host.waiting.is_empty() && host.running < per_host);
            let Some(mut host) = next.and_then(|at| self.hosts.remove(at)) else {
                break;
            };
            if let Some(waiter) = host.take_next() {
                host.running += 1;
                self.running += 1;
                admitted.push((Arc::clone(&host.name), waiter.wake));
            }
            self.hosts.push_back(host);
        }
        admitted
    }

    fn forget_idle(&mut self) {
        self.hosts
            .retain(|host| host.running > 0 || !host.waiting.is_empty());
    }
}

impl<W> Host<W> {
    fn take_next(&mut self) -> Option<Waiter<W>> {
        let highest = self.waiting.iter().map(|waiter| waiter.priority).max()?;
        let at = self
            .waiting
            .iter()
            .position(|waiter| waiter.priority == highest)?;
        Some(self.waiting.remove(at))
    }
}

#[cfg(test)]
#[path = "queue_tests.rs"]
mod tests;
