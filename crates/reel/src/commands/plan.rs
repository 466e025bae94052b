//! A plan on the command line: its source, its choices, and the one yes.

use std::path::PathBuf;

use contract::{
    Args, Caution, CharacterId, Code, Limits, OrderWay, Plan, PlanProduct, Review, Source,
    SpendReview, TemplateId, Verdict,
};

use super::{asking, over_limit, restate};
use crate::args::Choices;
use crate::exit::Exit;
use crate::front::Front;
use crate::output::at_a_terminal;
use crate::prompt::{self, Answer};
use crate::run::Run;
use crate::sign_in::need_session;
use crate::stop::{OwnCode, Stop};

/// What was asked for on the command line.
#[derive(Debug)]
pub struct Asked {
    /// A clip's path, a TikTok link or a template's id.
    pub source: String,
    /// Everything that both commands have.
    pub choices: Choices,
    /// Hook hint.
    pub hint: String,
    /// The unusual host that was agreed to.
    pub allow_host: Option<String>,
    /// The service's door.
    pub way: OrderWay,
}

/// Everything before the order: source, session, plan, and the one yes.
pub async fn confirmed(front: &Front, run: &Run, asked: &Asked) -> Result<Review, Stop> {
    // A clip that can't be sent is told before anybody is asked to sign in.
    let local = local_source(front, asked).await?;
    need_session(front, run).await?;
    facts(front, run).await?;
    let choices = &asked.choices;
    let product = match &choices.product {
        Some(wanted) => Some(asking::product(front, wanted).await?),
        None => None,
    };
    let image_names: Vec<String> = match &product {
        Some(product) => product.images.iter().map(|it| it.name.clone()).collect(),
        None => Vec::new(),
    };
    let source = match local {
        Some(source) => source,
        None => template(front, asked).await?,
    };
    let mut plan = Plan {
        hint: hint(run, asked, &source),
        source: Some(source),
        language: choices.language.clone(),
        direction: choices.direction.clone(),
        characters: choices
            .character
            .iter()
            .map(|id| CharacterId::from(id.as_str()))
            .collect(),
        product: product.map(|product| PlanProduct::Known {
            product_id: product.product_id,
            name: product.name,
        }),
        visibility: choices.visibility.map(Into::into).unwrap_or_default(),
        way: asked.way,
    };
    let mut review = reviewed(front, &plan).await?;
    if let Some(host) = unusual_host(&review) {
        agree_to_host(run, asked, &host).await?;
        if let Some(Source::Link { agreed_host, .. }) = &mut plan.source {
            *agreed_host = Some(host);
        }
        review = reviewed(front, &plan).await?;
    }
    restate::tell(front, run, &review, &image_names);
    let consent = choices.consent;
    if !consent.yes {
        let question = run.output.words.say("cli-riff-ask");
        if prompt::confirm(run, &question).await == Answer::No {
            return Err(Stop::not_confirmed("cli-not-confirmed"));
        }
    }
    let shown = SpendReview::Order(review.review_id.clone());
    over_limit::agree(front, run, consent, &shown, &review.over_limits).await?;
    Ok(review)
}

/// A link, or a clip that is judged at once by what is known of any deployment. `None` where the
/// source is neither: a template's id.
async fn local_source(front: &Front, asked: &Asked) -> Result<Option<Source>, Stop> {
    let path = PathBuf::from(&asked.source);
    if asked.way == OrderWay::Batch || (is_bare_id(&asked.source) && !path.exists()) {
        return Ok(None);
    }
    if is_link(&asked.source) && !path.exists() {
        let url = front.studio.check_link(&asked.source)?;
        return Ok(Some(Source::Link {
            url,
            agreed_host: asked.allow_host.clone(),
        }));
    }
    // A longer clip than usual may be within this deployment's cap: the review decides on that.
    let report = studio::check_file(
        &path,
        &Limits {
            max_seconds: Limits::CEILING_SECONDS,
        },
    );
    if report.verdict == Verdict::Refused {
        return Err(Stop::clip(report.reasons));
    }
    let clips = front.studio.add_clips(vec![path]).await;
    let clip = clips
        .into_iter()
        .next()
        .ok_or_else(|| Stop::from(contract::Refusal::new(Code::ClipGone)))?;
    Ok(Some(Source::Clip {
        clip_id: clip.clip_id,
    }))
}

/// A template of the service, by its id. What is no template's id was most likely meant as a file.
async fn template(front: &Front, asked: &Asked) -> Result<Source, Stop> {
    let id = asked.source.trim();
    let template_id = TemplateId::from(id);
    match front.studio.template(&template_id).await {
        Ok(detail) => Ok(Source::Template {
            template_id,
            name: detail.template.name,
        }),
        Err(refusal) if matches!(refusal.code, Code::NotFound | Code::Unknown) => {
            let key = match asked.way {
                OrderWay::Batch => "cli-template-unknown",
                OrderWay::Riff | OrderWay::Auto => "cli-source-unknown",
            };
            Err(Stop::own(Exit::Usage, OwnCode::Usage, key).with("source", id))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// A template has been analysed already, and takes no hook hint.
fn hint(run: &Run, asked: &Asked, source: &Source) -> String {
    if !matches!(source, Source::Template { .. }) {
        return asked.hint.clone();
    }
    if !asked.hint.trim().is_empty() {
        run.output.say("cli-plan-hint-left-out");
    }
    String::new()
}

/// Whether a source could be a template's id: one word that is neither a path nor a file's name.
fn is_bare_id(source: &str) -> bool {
    let source = source.trim();
    !source.is_empty()
        && source
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// Whether a source is meant as a link.
fn is_link(source: &str) -> bool {
    let source = source.trim();
    source.contains("://")
        || source
            .split('/')
            .next()
            .is_some_and(|host| host.ends_with("tiktok.com"))
}

/// The service's languages and caps: without an answer nothing is ordered.
async fn facts(front: &Front, run: &Run) -> Result<(), Stop> {
    match front.studio.service_facts().await {
        // The session was good once. At a terminal, sign in again and go on.
        Err(refusal) if refusal.code == Code::NotSignedIn => {
            need_session(front, run).await?;
            front.studio.service_facts().await?;
        }
        answer => drop(answer?),
    }
    Ok(())
}

/// The plan restated, or a clip's own reasons where it is the clip that can't be sent.
async fn reviewed(front: &Front, plan: &Plan) -> Result<Review, Stop> {
    match front.studio.review(plan.clone()).await {
        Err(refusal) if refusal.code == Code::ClipRefused => {
            let Some(Source::Clip { clip_id }) = &plan.source else {
                return Err(refusal.into());
            };
            let clips = front.studio.snapshot().await.clips;
            let reasons = clips
                .into_iter()
                .find(|clip| clip.clip_id == *clip_id)
                .map(|clip| clip.report.reasons)
                .filter(|reasons| !reasons.is_empty());
            Err(reasons.map_or_else(|| refusal.into(), Stop::clip))
        }
        answer => Ok(answer?),
    }
}

fn unusual_host(review: &Review) -> Option<String> {
    review.cautions.iter().find_map(|caution| match caution {
        Caution::UnusualHost { host } => Some(host.clone()),
        _ => None,
    })
}

/// `--allow-host` has agreed already if it names this host; a terminal asks.
async fn agree_to_host(run: &Run, asked: &Asked, host: &str) -> Result<(), Stop> {
    let refused = || contract::Refusal::new(Code::LinkHostUnusual).with("host", host);
    if asked.choices.consent.yes || !at_a_terminal() {
        return Err(refused().into());
    }
    let args = Args::from([("host".to_owned(), host.into())]);
    match prompt::confirm(run, &run.output.words.say_with("cli-riff-ask-host", &args)).await {
        Answer::Yes => Ok(()),
        Answer::No => Err(refused().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_link_only_where_it_is_meant_as_one() {
        for link in [
            "https://www.tiktok.com/@a/video/1",
            "vm.tiktok.com/Zx",
            "ftp://x/y",
            " https://x ",
        ] {
            assert!(is_link(link), "{link}");
        }
        for file in [
            "clip.mp4",
            "./tiktok/clip.mp4",
            "/videos/a.mov",
            "C:\\clips\\a.mp4",
        ] {
            assert!(!is_link(file), "{file}");
        }
    }

    #[test]
    fn a_template_is_meant_by_one_word_alone() {
        for id in ["tpl_morning-scan", "0190f3", " f-12 "] {
            assert!(is_bare_id(id), "{id}");
        }
        for other in ["clip.mp4", "a/b", "https://x", "", "two words", "C:\\a"] {
            assert!(!is_bare_id(other), "{other}");
        }
    }
}
