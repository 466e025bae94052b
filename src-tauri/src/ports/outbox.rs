//! The core's news on its way to the page: bounded, and never more than the page can draw.

use std::collections::VecDeque;
use std::mem::{Discriminant, discriminant};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use contract::{Event, HubEvent, ProjectKey};
use studio::ports::EventSink;
use tokio::sync::Notify;

/// Time between two deliveries: one picture of a 60 Hz screen.
const BEAT: Duration = Duration::from_millis(16);

/// Events that may wait. Each carries the whole new view, so that the page catches up with what
/// was dropped at the next one.
const CAP: usize = 1024;

/// Takes the core's events and hands them on in their order. Of several that tell of the same
/// thing only the newest is kept.
#[derive(Clone, Default)]
pub struct Outbox {
    waiting: Arc<Mutex<VecDeque<Event>>>,
    news: Arc<Notify>,
}

impl EventSink for Outbox {
    fn send(&self, event: Event) {
        {
            let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(subject) = Subject::of(&event) {
                waiting.retain(|older| Subject::of(older).as_ref() != Some(&subject));
            }
            if waiting.len() == CAP {
                waiting.pop_front();
            }
            waiting.push_back(event);
        }
        self.news.notify_one();
    }
}

impl Outbox {
    /// Delivers for ever.
    pub async fn deliver<D>(self, mut to: impl FnMut(Event) -> D + Send)
    where
        D: Future<Output = ()> + Send,
    {
        loop {
            self.news.notified().await;
            for event in self.take() {
                to(event).await;
            }
            tokio::time::sleep(BEAT).await;
        }
    }

    fn take(&self) -> VecDeque<Event> {
        std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What an event is about, where a newer one makes an older one void.
#[derive(PartialEq)]
struct Subject {
    kind: Discriminant<Event>,
    id: Option<String>,
}

impl Subject {
    fn of(event: &Event) -> Option<Self> {
        let id = match event {
            Event::ClipsAdded(_)
            | Event::FilesAdded(_)
            | Event::ReelReady { .. }
            | Event::Trouble(_) => return None,
            Event::Session(_)
            | Event::Vault(_)
            | Event::DragOver(_)
            | Event::Service { .. }
            | Event::Spending(_)
            | Event::Preferences(_) => None,
            Event::Activity(entry) => Some(entry.number.to_string()),
            Event::ClipChanged(clip) => Some(clip.clip_id.0.clone()),
            Event::ClipRemoved(clip) => Some(clip.0.clone()),
            Event::Order(order) => Some(order.order_id.0.clone()),
            Event::Reel(reel) => Some(reel.asset_id.0.clone()),
            Event::ReelGone(reel) => Some(reel.0.clone()),
            Event::Transfer(transfer) => Some(transfer.transfer_id.0.clone()),
            Event::Template(template) => Some(template.template_id.0.clone()),
            Event::Product(product) => Some(product.product_id.0.clone()),
            Event::ProductWork(work) => Some(work.work_id.0.clone()),
            Event::Upload(upload) => Some(upload.upload_id.0.clone()),
            Event::Hub(event) => Some(of_hubfluencer(event)?),
        };
        Some(Self {
            kind: discriminant(event),
            id,
        })
    }
}

/// What an event of Hubfluencer is about, with the kind of event in its name.
fn of_hubfluencer(event: &HubEvent) -> Option<String> {
    let project =
        |kind: &str, key: &ProjectKey| format!("{kind} {} {}", key.kind.as_str(), key.slug);
    Some(match event {
        HubEvent::ProjectReady(_) => return None,
        HubEvent::Session(_) => "session".to_owned(),
        HubEvent::Credits(_) => "credits".to_owned(),
        HubEvent::Assists(_) => "assists".to_owned(),
        // Of one subject: a project that is gone must not come back by an older view.
        HubEvent::Project(view) => project("project", &view.key()),
        HubEvent::ProjectGone(key) => project("project", key),
        HubEvent::Purchase(view) => format!("purchase {}", view.purchase_id),
        HubEvent::Footage(view) => match (&view.footage_id, &view.upload_id) {
            (Some(id), _) => format!("footage {id}"),
            (None, Some(id)) => format!("upload {} {id}", view.slug),
            (None, None) => return None,
        },
        HubEvent::Image(view) => format!("{} {:?}", project("image", &view.project), view.role),
    })
}

#[cfg(test)]
mod tests {
    use contract::{Code, Refusal};

    use super::*;

    #[test]
    fn of_the_same_thing_only_the_newest_waits_and_the_order_is_kept() {
        let outbox = Outbox::default();
        let removed = |clip: &str| Event::ClipRemoved(clip.into());
        let trouble = || Event::Trouble(Refusal::new(Code::Offline));
        for event in [
            Event::DragOver(Some((1.0, 1.0))),
            removed("a"),
            trouble(),
            removed("b"),
            Event::DragOver(None),
            removed("a"),
            trouble(),
        ] {
            outbox.send(event);
        }
        let expected = [
            trouble(),
            removed("b"),
            Event::DragOver(None),
            removed("a"),
            trouble(),
        ];
        assert_eq!(outbox.take(), expected);
        assert!(outbox.take().is_empty());
    }

    #[test]
    fn what_waits_is_bounded() {
        let outbox = Outbox::default();
        for _ in 0..2 * CAP {
            outbox.send(Event::Trouble(Refusal::new(Code::Offline)));
        }
        assert_eq!(outbox.take().len(), CAP);
    }
}
