//! What has to be filmed for a short.

use std::path::PathBuf;

use super::{
    super::{
        darkroom::{Assignment, Subject},
        images::Image,
        seed::seed,
        service::HubService,
    },
    life::{picture_key, video_key},
    record::{Short, Shorts},
};
use crate::render::film::{Entrance, Film, Place, Short as ShortFilm};

impl Shorts {
    /// The first short whose film isn't there yet.
    pub(crate) fn unfilmed(&self, service: &HubService) -> Option<Assignment> {
        let mut shorts = self.0.iter();
        shorts.find_map(|short| assignment(short, service))
    }

    /// Notes how the filming of this work went. False where it is none of a short's.
    pub(crate) fn filmed(&mut self, work: &str, made_ms: Option<i64>) -> bool {
        let mut works = self.0.iter_mut().filter_map(|short| short.work.as_mut());
        let found = works.find(|known| known.id == work);
        found.map(|work| work.filmed(made_ms)).is_some()
    }
}

fn assignment(short: &Short, service: &HubService) -> Option<Assignment> {
    let work = short.work.as_ref().filter(|work| work.is_unfilmed())?;
    let creative = &short.creative;
    let image = |image: &Option<Image>| -> Option<PathBuf> {
        service.objects.path(&image.as_ref()?.s3_key)
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let film = Film::Short(ShortFilm {
        headline: text(&creative.headline),
        subheadline: text(&creative.subheadline),
        beats: creative.text_beats.clone(),
        place: match creative.position() {
            "top" => Place::Top,
            "center" => Place::Center,
            _ => Place::Bottom,
        },
        entrance: match creative.animation() {
            "reveal" => Entrance::Reveal,
            "typewriter" => Entrance::Typewriter,
            "pop" => Entrance::Pop,
            "bounce" => Entrance::Bounce,
            _ => Entrance::FadeIn,
        },
        product: image(&short.product),
        poster: image(&short.poster),
        seed: seed(&[
            &text(&creative.product_prompt),
            &text(&creative.visual_language),
            creative.vibe(),
        ]),
    });
    Some(Assignment {
        work: work.id.clone(),
        subject: Subject::Film(Box::new(film)),
        video: video_key(&work.id),
        picture: Some(picture_key(&work.id)),
    })
}
