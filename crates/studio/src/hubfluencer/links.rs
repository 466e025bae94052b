//! Presigned links of projects: in memory alone, with their age, and read anew when they are needed
//! and old. They are never written down.

use std::collections::HashMap;
use std::sync::Mutex;

use contract::{Code, Millis, ProjectKey, ProjectMedia, Refusal};
use hubfluencer::Presigned;

use crate::Studio;
use crate::lock::held;

const MINUTE: Millis = 60 * 1000;
/// How long a link is used that holds for 24 hours (contract, "Result URLs"; `slides[]`): long enough
/// to be downloaded by before it ends.
const RESULT_LIFE: Millis = 20 * 60 * MINUTE;
/// How long any other is used: a background's holds for one hour, and of the others nothing is said.
const OTHER_LIFE: Millis = 45 * MINUTE;
/// A project that was read so short a while ago has nothing new to show.
const JUST_NOW: Millis = 15 * 1000;

/// The links at hand.
#[derive(Default)]
pub(crate) struct Links {
    projects: Mutex<HashMap<ProjectKey, OfProject>>,
    /// One reading at a time: many pictures are asked for at once.
    reading: tokio::sync::Mutex<()>,
}

/// The links of one project, as it was heard last.
struct OfProject {
    heard_at: Millis,
    links: HashMap<ProjectMedia, Link>,
}

enum Link {
    Good(Presigned),
    /// Storage refused it.
    Refused,
}

/// What is at hand.
#[derive(Debug, PartialEq)]
enum AtHand {
    Good(Presigned),
    /// Too old, refused, or never heard of.
    Stale,
    /// The project was heard just now, and has none.
    Absent,
}

impl Links {
    /// Takes over what was heard just now. Links that are not among these are gone.
    pub(super) fn hear(
        &self,
        key: &ProjectKey,
        links: Vec<(ProjectMedia, Presigned)>,
        now: Millis,
    ) {
        let links = links
            .into_iter()
            .map(|(media, link)| (media, Link::Good(link)))
            .collect();
        let heard = OfProject {
            heard_at: now,
            links,
        };
        held(&self.projects).insert(key.clone(), heard);
    }

    /// Forgets a link that storage refused: the next one asked for is a new one.
    pub(crate) fn forget_link(&self, key: &ProjectKey, media: &ProjectMedia) {
        if let Some(project) = held(&self.projects).get_mut(key) {
            project.links.insert(media.clone(), Link::Refused);
        }
    }

    /// Forgets a project.
    pub(super) fn forget(&self, key: &ProjectKey) {
        held(&self.projects).remove(key);
    }

    fn find(&self, key: &ProjectKey, media: &ProjectMedia, now: Millis) -> AtHand {
        let projects = held(&self.projects);
        let Some(project) = projects.get(key) else {
            return AtHand::Stale;
        };
        let age = now - project.heard_at;
        match project.links.get(media) {
            Some(Link::Good(link)) if age < life(media) => AtHand::Good(link.clone()),
            Some(_) => AtHand::Stale,
            None if age < JUST_NOW => AtHand::Absent,
            None => AtHand::Stale,
        }
    }
}

fn life(media: &ProjectMedia) -> Millis {
    match media {
        ProjectMedia::Video | ProjectMedia::Slide(_) => RESULT_LIFE,
        ProjectMedia::VideoStill
        | ProjectMedia::Background(_)
        | ProjectMedia::Scene(_)
        | ProjectMedia::SceneStill(_)
        | ProjectMedia::FirstFrame(_)
        | ProjectMedia::Image(_) => OTHER_LIFE,
    }
}

impl Studio {
    /// A link to something of a project that is still good: the one at hand, or the project is read
    /// anew. It goes to storage without the token, and nowhere else.
    ///
    /// # Errors
    /// [`Code::Unknown`] where the project has nothing of the kind; those of the read.
    pub(crate) async fn fresh_link(
        &self,
        key: &ProjectKey,
        media: &ProjectMedia,
    ) -> Result<Presigned, Refusal> {
        let links = &self.core.hub.projects.links;
        if let AtHand::Good(link) = links.find(key, media, self.core.now()) {
            return Ok(link);
        }
        let _turn = links.reading.lock().await;
        match links.find(key, media, self.core.now()) {
            AtHand::Good(link) => return Ok(link),
            AtHand::Absent => return Err(absent()),
            AtHand::Stale => {}
        }
        self.project(key).await?;
        match links.find(key, media, self.core.now()) {
            AtHand::Good(link) => Ok(link),
            AtHand::Stale | AtHand::Absent => Err(absent()),
        }
    }
}

fn absent() -> Refusal {
    Refusal::new(Code::Unknown).of_hubfluencer()
}

#[cfg(test)]
mod tests {
    use contract::ProjectKind;

    use super::*;

    #[test]
    fn a_link_is_good_while_it_is_young_and_until_storage_refuses_it() {
        let links = Links::default();
        let key = ProjectKey::new(ProjectKind::Carousel, "s");
        let (slide, back) = (ProjectMedia::Slide(1), ProjectMedia::Background(1));
        let link = Presigned::new("https://o.example/1.png?sig=1".parse().expect("a url"));
        assert_eq!(links.find(&key, &slide, 0), AtHand::Stale);
        let both = vec![(slide.clone(), link.clone()), (back.clone(), link.clone())];
        links.hear(&key, both, 0);
        let good = AtHand::Good(link.clone());
        assert_eq!(links.find(&key, &slide, RESULT_LIFE - 1), good);
        assert_eq!(links.find(&key, &slide, RESULT_LIFE), AtHand::Stale);
        assert_eq!(links.find(&key, &back, OTHER_LIFE), AtHand::Stale);
        assert_eq!(links.find(&key, &ProjectMedia::Video, 1), AtHand::Absent);
        assert_eq!(
            links.find(&key, &ProjectMedia::Video, JUST_NOW),
            AtHand::Stale
        );
        links.forget_link(&key, &slide);
        assert_eq!(links.find(&key, &slide, 1), AtHand::Stale);
        links.hear(&key, vec![(slide.clone(), link)], 2);
        assert_eq!(links.find(&key, &slide, 3), good);
    }
}
