//! `reel short`: from one prompt to a video on disk.

use contract::{
    Assist, Code, ImageRole, ProjectKey, ProjectKind, ProjectView, Refusal, ShortBrief, Step,
    choices,
};

use super::finishing::{self, Place};
use super::images::{self, Picture};
use super::watching::{self, Goal};
use super::wordings::or_none;
use super::{free, paying};
use crate::args::hub::{EditShort, NewShort, Order, Short, ShortCommand, ShortImages, ShortLook};
use crate::exit::Exit;
use crate::front::Front;
use crate::run::Run;
use crate::stop::{Stop, Trace};

/// Makes a short, or does something with one.
pub async fn run(run: &Run, asked: Short) -> Result<Exit, Stop> {
    match asked.command {
        None => new(run, asked.new).await,
        Some(ShortCommand::List) => {
            free::with_token(run, async |front| {
                let mut views = front.studio.known_projects().await?;
                views.retain(|view| view.key().kind == ProjectKind::Short);
                Ok(free::list(run, &views, "cli-hub-shorts-none"))
            })
            .await
        }
        Some(ShortCommand::Show(it)) => free::show_fresh(run, key(&it.slug)).await,
        Some(ShortCommand::Edit(edit)) => self::edit(run, *edit).await,
        Some(ShortCommand::Generate(step)) => {
            paying::expect_yes(step.order.consent)?;
            free::winding_down(run, async |front| {
                generate(front, run, &step.slug, &step.order).await
            })
            .await
        }
        Some(ShortCommand::Save(save)) => finishing::save(run, ProjectKind::Short, save).await,
        Some(ShortCommand::Remove(it)) => free::remove(run, key(&it.slug), "cli-hub-removed").await,
    }
}

/// Creates one, sets its images, and makes it after the one yes.
async fn new(run: &Run, new: NewShort) -> Result<Exit, Stop> {
    let product_prompt = new.prompt.ok_or_else(|| free::missing("product_prompt"))?;
    let mut brief = ShortBrief {
        product_prompt,
        ..ShortBrief::default()
    };
    apply(&mut brief, &new.look);
    free::checked(brief.faults())?;
    if !new.draft {
        paying::expect_yes(new.order.consent)?;
    }
    free::winding_down(run, async |front| {
        let pictures = pictures(front, &new.images).await?;
        let created = free::step(run, front.studio.create_short(brief)).await?;
        let slug = created.slug;
        let done = async {
            complete(front, run, &slug, &pictures, new.look.write_text).await?;
            if new.draft {
                let view = free::step(run, front.studio.project(&key(&slug))).await?;
                return Ok(free::show(run, &view));
            }
            generate(front, run, &slug, &new.order).await
        };
        done.await.map_err(|stop: Stop| kept(stop, &slug))
    })
    .await
}

/// Changes fields and images of one. What is not said stays.
async fn edit(run: &Run, edit: EditShort) -> Result<Exit, Stop> {
    let mut said = ShortBrief::default();
    apply(&mut said, &edit.look);
    // Its prompt is not among what can be changed.
    let faults = said.faults().into_iter();
    free::checked(faults.filter(|it| it.field() != "product_prompt").collect())?;
    free::winding_down(run, async |front| {
        let pictures = pictures(front, &edit.images).await?;
        let key = key(&edit.slug);
        let ProjectView::Short(short) = free::step(run, front.studio.project(&key)).await? else {
            return Err(free::another_kind());
        };
        let mut brief = short.brief;
        apply(&mut brief, &edit.look);
        free::step(run, front.studio.edit_short(&edit.slug, brief)).await?;
        complete(front, run, &edit.slug, &pictures, edit.look.write_text).await?;
        let view = free::step(run, front.studio.project(&key)).await?;
        Ok(free::show(run, &view))
    })
    .await
}

/// The images, then the words that the assist writes.
async fn complete(
    front: &Front,
    run: &Run,
    slug: &str,
    pictures: &[Picture],
    write_text: bool,
) -> Result<(), Stop> {
    for picture in pictures {
        images::set(front, run, &key(slug), picture).await?;
    }
    if write_text {
        let slug = slug.to_owned();
        free::step(run, front.studio.run_assist(Assist::ShortText { slug })).await?;
    }
    Ok(())
}

/// Makes it after the one yes, waits, and saves.
async fn generate(front: &Front, run: &Run, slug: &str, order: &Order) -> Result<Exit, Stop> {
    let key = key(slug);
    let slug = slug.to_owned();
    let step = Step::GenerateShort { slug };
    let paid = paying::paid(front, run, step, order.consent).await?;
    let pick_up = finishing::save_command(&key);
    let view = watching::made(front, run, &key, &Goal::Whole, &pick_up).await?;
    let place = Place::of(order.save.as_deref());
    finishing::delivered(front, run, &view, place, Some(paid.credits)).await
}

async fn pictures(front: &Front, images: &ShortImages) -> Result<Vec<Picture>, Stop> {
    let said = images.product_description.as_str();
    let product = images.product_image.as_deref();
    let poster = images.poster.as_deref();
    let product = images::picture(front, ImageRole::Product, product, said).await?;
    let poster = images::picture(front, ImageRole::Poster, poster, "").await?;
    Ok(product.into_iter().chain(poster).collect())
}

/// What was said of its look.
fn apply(brief: &mut ShortBrief, look: &ShortLook) {
    let word = |field: &mut Option<String>, said: &Option<String>| {
        if let Some(said) = said {
            *field = or_none(said.clone());
        }
    };
    let text = |field: &mut String, said: &Option<String>| {
        if let Some(said) = said {
            field.clone_from(said);
        }
    };
    text(&mut brief.headline, &look.headline);
    text(&mut brief.subheadline, &look.subheadline);
    word(&mut brief.creative_format, &look.format);
    word(&mut brief.visual_language, &look.look);
    word(&mut brief.theme, &look.theme);
    text(&mut brief.music_vibe, &look.music_vibe);
    if !look.instrument.is_empty() {
        let named = look.instrument.iter().map(|it| it.trim().to_owned());
        brief.music_instruments = named.filter(|it| !it.is_empty()).collect();
    }
    word(&mut brief.short_text_position, &look.text_position);
    word(&mut brief.short_text_animation, &look.text_animation);
    word(
        &mut brief.short_font_family,
        &look.font.as_deref().map(font),
    );
}

/// A font by the contract's name, or without what stands before all of them.
fn font(said: &str) -> String {
    let plain = |name: &str| -> String {
        let letters = name.chars().filter(char::is_ascii_alphanumeric);
        letters.collect::<String>().to_lowercase()
    };
    let wanted = plain(said);
    let known = choices::SHORT_FONT_FAMILIES.iter().find(|family| {
        let family = plain(family);
        family == wanted || family.strip_prefix("shortfont") == Some(wanted.as_str())
    });
    known.map_or_else(|| said.to_owned(), |family| (*family).to_owned())
}

/// The short is there, whatever became of its making.
fn kept(stop: Stop, slug: &str) -> Stop {
    let gone = matches!(
        &stop.why,
        crate::stop::Why::Refused(Refusal {
            code: Code::NotFound,
            ..
        })
    );
    if gone {
        return stop;
    }
    stop.about(Trace {
        slug: Some(slug.to_owned()),
        ..Trace::default()
    })
}

fn key(slug: &str) -> ProjectKey {
    ProjectKey::new(ProjectKind::Short, slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_is_known_by_its_short_name_too() {
        for said in [
            "ShortFontBebasNeue",
            "BebasNeue",
            "bebas neue",
            "Bebas-Neue",
        ] {
            assert_eq!(font(said), "ShortFontBebasNeue", "{said}");
        }
        assert_eq!(font("Comic"), "Comic");
    }

    #[test]
    fn what_is_not_said_stays_and_an_empty_word_takes_back() {
        let mut brief = ShortBrief {
            headline: "Wake up".to_owned(),
            creative_format: Some("proof_demo".to_owned()),
            theme: Some("noir".to_owned()),
            ..ShortBrief::default()
        };
        let look = ShortLook {
            format: Some(String::new()),
            instrument: vec![" piano".to_owned(), String::new()],
            ..ShortLook::default()
        };
        apply(&mut brief, &look);
        assert_eq!(brief.headline, "Wake up");
        assert_eq!(brief.creative_format, None);
        assert_eq!(brief.theme.as_deref(), Some("noir"));
        assert_eq!(brief.music_instruments, ["piano"]);
    }
}
