//! What has to be made for the projects: scenes, voices, music and renders.

use std::path::PathBuf;

use super::{
    super::{
        darkroom::{Assignment, Subject},
        images::Image,
        seed::seed,
        service::HubService,
        work::Work,
    },
    life::{render_key, scene_key, sound_key, still_key},
    record::{Editor, Editors, LogoPlacement, Track},
    segment::{FitMode, Segment},
};
use crate::{
    moment::Millis,
    render::film::{Clip, Cut, Film, Fit, Logo, Scene},
};

/// Seconds of music; it begins again for as long as the film plays.
const MUSIC_SECONDS: u32 = 32;

impl From<FitMode> for Fit {
    fn from(mode: FitMode) -> Self {
        match mode {
            FitMode::Blur => Self::Blur,
            FitMode::Cover => Self::Cover,
        }
    }
}

impl Editors {
    /// The first thing that isn't made yet.
    pub(crate) fn unfilmed(&self, service: &HubService) -> Option<Assignment> {
        self.0.iter().find_map(|editor| {
            let numbers = editor.segments.iter().zip(1..);
            let mut scenes =
                numbers.filter_map(|(segment, number)| scene(editor, segment, number, service));
            scenes
                .next()
                .or_else(|| {
                    editor
                        .voice
                        .as_ref()
                        .and_then(|voice| spoken(editor, voice))
                })
                .or_else(|| editor.music.as_ref().and_then(played))
                .or_else(|| cut(editor, service))
        })
    }

    /// Notes how the filming of this work went.
    pub(crate) fn filmed(&mut self, work: &str, made_ms: Option<Millis>) {
        let mut works = self.0.iter_mut().flat_map(works_mut);
        if let Some(work) = works.find(|known| known.id == work) {
            work.filmed(made_ms);
        }
    }

    /// Whether anything is under way.
    pub(crate) fn is_busy(&self) -> bool {
        self.0.iter().any(|editor| {
            let autopilot = editor.autopilot.as_ref();
            autopilot.is_some_and(|autopilot| autopilot.is_running())
                || super::life::works(editor).next().is_some()
        })
    }
}

fn works_mut(editor: &mut Editor) -> impl Iterator<Item = &mut Work> {
    let tracks = [&mut editor.voice, &mut editor.music].into_iter().flatten();
    let tracks = tracks.filter_map(|track| track.work.as_mut());
    let scenes = editor.segments.iter_mut();
    let scenes = scenes.filter_map(|segment| segment.work.as_mut());
    let render = editor.render.as_mut();
    let render = render.and_then(|render| render.work.as_mut());
    scenes.chain(tracks).chain(render)
}

fn unfilmed(work: Option<&Work>) -> Option<&Work> {
    work.filter(|work| work.is_unfilmed())
}

fn scene(
    editor: &Editor,
    segment: &Segment,
    number: usize,
    service: &HubService,
) -> Option<Assignment> {
    let work = unfilmed(segment.work.as_ref())?;
    let product = editor.product.as_ref();
    let product = product.filter(|_| segment.features_product);
    let look = editor.brief.visual_language.as_deref().unwrap_or_default();
    let film = Film::Scene(Scene {
        frame: editor.frame(),
        number,
        prompt: segment.prompt.clone(),
        product: product.and_then(|product| service.objects.path(&product.s3_key)),
        seed: seed(&[&segment.prompt, look, &work.id]),
    });
    Some(Assignment {
        work: work.id.clone(),
        subject: Subject::Film(Box::new(film)),
        video: scene_key(&work.id),
        picture: Some(still_key(&work.id)),
    })
}

fn spoken(editor: &Editor, voice: &Track) -> Option<Assignment> {
    let work = unfilmed(voice.work.as_ref())?;
    let text = editor.brief.narration_script.clone().unwrap_or_default();
    Some(Assignment {
        work: work.id.clone(),
        subject: Subject::Voice {
            text,
            seed: seed(&[&voice.wish])[0],
        },
        video: sound_key(&work.id),
        picture: None,
    })
}

fn played(music: &Track) -> Option<Assignment> {
    let work = unfilmed(music.work.as_ref())?;
    Some(Assignment {
        work: work.id.clone(),
        subject: Subject::Music {
            seconds: MUSIC_SECONDS,
            seed: seed(&[&music.wish])[0],
        },
        video: sound_key(&work.id),
        picture: None,
    })
}

fn cut(editor: &Editor, service: &HubService) -> Option<Assignment> {
    let render = editor.render.as_ref()?;
    let work = unfilmed(render.work.as_ref())?;
    let clips = render.timeline.iter().filter_map(|footage| {
        Some(Clip {
            file: service.objects.path(&footage.video)?,
            // Never nothing: an upload whose length isn't known counts as an instant.
            seconds: footage.duration_ms.max(100) as f64 / 1000.0,
            fit: footage.fit.into(),
        })
    });
    let sound = |track: &Option<Track>| -> Option<PathBuf> {
        service.objects.path(track.as_ref()?.key.as_ref()?)
    };
    let image = |image: &Option<Image>| -> Option<PathBuf> {
        service.objects.path(&image.as_ref()?.s3_key)
    };
    let film = Film::Cut(Cut {
        frame: editor.frame(),
        clips: clips.collect(),
        voice: sound(&editor.voice),
        music: sound(&editor.music),
        closing: image(&editor.closing_image),
        logo: image(&editor.logo).map(|file| logo(file, &editor.logo_placement)),
    });
    Some(Assignment {
        work: work.id.clone(),
        subject: Subject::Film(Box::new(film)),
        video: render_key(&work.id),
        picture: Some(still_key(&work.id)),
    })
}

fn logo(file: PathBuf, placement: &LogoPlacement) -> Logo {
    let position = placement.position.as_deref().unwrap_or("top_left");
    Logo {
        file,
        position: position.to_lowercase(),
        seconds: placement.seconds,
    }
}
