//! `reel carousel`: from one prompt to slides on disk, with their caption and hashtags.

use contract::{
    CarouselBrief, CarouselChange, ImageRole, ProjectKey, ProjectKind, ProjectView, Restyle,
    SlideWords, Step, choices,
};

use super::finishing::{self, Place};
use super::watching::{self, Goal};
use super::wordings::or_none;
use super::{free, images, paying};
use crate::args::hub::{
    Carousel, CarouselCommand, CarouselLook, EditCarousel, EditSlide, NewCarousel, Order,
    RestyleCarousel,
};
use crate::exit::Exit;
use crate::front::Front;
use crate::run::Run;
use crate::stop::{Stop, Trace};

/// Makes a carousel, or does something with one.
pub async fn run(run: &Run, asked: Carousel) -> Result<Exit, Stop> {
    match asked.command {
        None => new(run, asked.new).await,
        Some(CarouselCommand::List) => {
            free::with_token(run, async |front| {
                let mut views = front.studio.list_projects().await?;
                views.retain(|view| view.key().kind == ProjectKind::Carousel);
                Ok(free::list(run, &views, "cli-hub-carousels-none"))
            })
            .await
        }
        Some(CarouselCommand::Show(it)) => free::show_fresh(run, key(&it.slug)).await,
        Some(CarouselCommand::Edit(edit)) => self::edit(run, edit).await,
        Some(CarouselCommand::Generate(step)) => {
            paying::expect_yes(step.order.consent)?;
            free::winding_down(run, async |front| {
                let copy = CarouselChange::default();
                generate(front, run, &step.slug, &copy, &step.order).await
            })
            .await
        }
        Some(CarouselCommand::Slide(slide)) => self::slide(run, slide).await,
        Some(CarouselCommand::Restyle(look)) => restyle(run, look).await,
        Some(CarouselCommand::Delete(it)) => {
            free::remove(run, key(&it.slug), "cli-hub-deleted").await
        }
        Some(CarouselCommand::Save(save)) => {
            finishing::save(run, ProjectKind::Carousel, save).await
        }
    }
}

/// Creates one, sets its logo, and makes it after the one yes.
async fn new(run: &Run, new: NewCarousel) -> Result<Exit, Stop> {
    let brief = brief(&new.look);
    free::checked(brief.faults())?;
    let copy = copy(&new.look);
    free::checked(copy.faults(choices::CAROUSEL_MODES[0]))?;
    if !new.draft {
        if contract::text_length(brief.prompt.trim()) < 10 {
            free::checked(vec![contract::FieldFault::TooShort {
                field: "prompt".to_owned(),
                least: 10,
            }])?;
        }
        paying::expect_yes(new.order.consent)?;
    }
    free::winding_down(run, async |front| {
        let logo = images::picture(front, ImageRole::Logo, new.logo.as_deref(), "").await?;
        let created = free::step(run, front.studio.create_carousel(brief)).await?;
        let slug = created.slug;
        let done = async {
            if let Some(logo) = &logo {
                images::set(front, run, &key(&slug), logo).await?;
            }
            if new.draft {
                posted_with(front, run, &slug, &copy).await?;
                let view = free::step(run, front.studio.project(&key(&slug))).await?;
                return Ok(free::show(run, &view));
            }
            generate(front, run, &slug, &copy, &new.order).await
        };
        done.await.map_err(|stop: Stop| {
            stop.about(Trace {
                slug: Some(slug.clone()),
                ..Trace::default()
            })
        })
    })
    .await
}

/// Changes what it may. What is not said stays.
async fn edit(run: &Run, edit: EditCarousel) -> Result<Exit, Stop> {
    let said = brief(&edit.look);
    let change = CarouselChange {
        prompt: edit.look.prompt.clone(),
        language: said.language,
        mode: said.mode,
        template: said.template,
        slide_count: said.slide_count,
        aspect_ratio: said.aspect_ratio,
        accent_color: said.accent_color,
        text_position: said.text_position,
        ..copy(&edit.look)
    };
    free::winding_down(run, async |front| {
        let logo = images::picture(front, ImageRole::Logo, edit.logo.as_deref(), "").await?;
        let key = key(&edit.slug);
        if change != CarouselChange::default() {
            free::step(run, front.studio.edit_carousel(&edit.slug, change)).await?;
        }
        if let Some(logo) = &logo {
            images::set(front, run, &key, logo).await?;
            rendered(front, run, &key).await?;
        }
        let view = free::step(run, front.studio.project(&key)).await?;
        Ok(free::show(run, &view))
    })
    .await
}

/// Changes a finished slide's words: free, and only that slide is rendered again.
async fn slide(run: &Run, edit: EditSlide) -> Result<Exit, Stop> {
    let words = SlideWords {
        headline: edit.headline,
        body: edit.body,
        kicker: edit.kicker,
    };
    if words == SlideWords::default() {
        return Err(free::missing("headline, body, kicker"));
    }
    free::checked(words.faults())?;
    free::winding_down(run, async |front| {
        let changed = front.studio.edit_slide(&edit.slug, edit.position, words);
        free::step(run, changed).await?;
        let view = rendered(front, run, &key(&edit.slug)).await?;
        let place = Place::of(edit.save.as_deref());
        finishing::delivered(front, run, &view, place, None).await
    })
    .await
}

/// Changes the look of a finished one: free, and every slide is rendered again.
async fn restyle(run: &Run, asked: RestyleCarousel) -> Result<Exit, Stop> {
    let look = Restyle {
        template: asked.template,
        accent_color: asked.accent,
        text_position: asked.text_position,
        logo_s3_key: asked.logo_key,
    };
    free::checked(look.faults())?;
    if look == Restyle::default() && asked.logo.is_none() {
        return Err(free::missing("template, accent_color, text_position, logo"));
    }
    free::winding_down(run, async |front| {
        let key = key(&asked.slug);
        let logo = images::picture(front, ImageRole::Logo, asked.logo.as_deref(), "").await?;
        if let Some(logo) = &logo {
            images::set(front, run, &key, logo).await?;
            rendered(front, run, &key).await?;
        }
        if look != Restyle::default() {
            let restyled = front.studio.restyle_carousel(&asked.slug, look);
            free::step(run, restyled).await?;
        }
        let view = rendered(front, run, &key).await?;
        let place = Place::of(asked.save.as_deref());
        finishing::delivered(front, run, &view, place, None).await
    })
    .await
}

/// Makes it after the one yes, waits, and saves. The service writes caption and hashtags of its own with
/// it: one's own come after that.
async fn generate(
    front: &Front,
    run: &Run,
    slug: &str,
    copy: &CarouselChange,
    order: &Order,
) -> Result<Exit, Stop> {
    let key = key(slug);
    let step = Step::GenerateCarousel {
        slug: slug.to_owned(),
    };
    let paid = paying::paid(front, run, step, order.consent).await?;
    rendered(front, run, &key).await?;
    let posted = async {
        if *copy != CarouselChange::default() {
            front.studio.edit_carousel(slug, copy.clone()).await?;
        }
        front.studio.project(&key).await
    };
    let view = free::behind(run, &finishing::save_command(&key), posted).await?;
    let place = Place::of(order.save.as_deref());
    finishing::delivered(front, run, &view, place, Some(paid.credits)).await
}

/// Sets the caption and the hashtags, where some were said.
async fn posted_with(
    front: &Front,
    run: &Run,
    slug: &str,
    copy: &CarouselChange,
) -> Result<(), Stop> {
    if *copy != CarouselChange::default() {
        free::step(run, front.studio.edit_carousel(slug, copy.clone())).await?;
    }
    Ok(())
}

/// Waits until its slides are rendered.
async fn rendered(front: &Front, run: &Run, key: &ProjectKey) -> Result<ProjectView, Stop> {
    let pick_up = finishing::save_command(key);
    watching::made(front, run, key, &Goal::Whole, &pick_up).await
}

/// What shapes it. A template says of itself which mode it is of.
fn brief(look: &CarouselLook) -> CarouselBrief {
    let word = |said: &Option<String>| said.clone().and_then(or_none);
    let template = word(&look.template);
    let is_of_ads = template
        .as_deref()
        .is_some_and(|template| choices::AD_TEMPLATES.contains(&template));
    let mode = word(&look.mode).or_else(|| is_of_ads.then(|| "ad_driven".to_owned()));
    CarouselBrief {
        prompt: look.prompt.clone().unwrap_or_default(),
        language: word(&look.language),
        mode,
        template,
        slide_count: look.slides,
        aspect_ratio: word(&look.ratio),
        accent_color: word(&look.accent),
        text_position: word(&look.text_position),
    }
}

/// What is posted with it.
fn copy(look: &CarouselLook) -> CarouselChange {
    let tags = look.hashtag.iter().map(|tag| tag.trim().to_owned());
    CarouselChange {
        caption: look.caption.clone(),
        hashtags: (!look.hashtag.is_empty()).then(|| tags.filter(|tag| !tag.is_empty()).collect()),
        ..CarouselChange::default()
    }
}

fn key(slug: &str) -> ProjectKey {
    ProjectKey::new(ProjectKind::Carousel, slug)
}
