//! The confirm step. A plan is checked and restated; the restated plan, and nothing else, can then
//! be submitted once. There is no other way to a paying call.

use std::sync::Arc;

use clip::FileIdentity;
use contract::{
    Caution, ClipId, Code, LanguageView, Limits, Millis, NextStep, OverLimit, Plan, ReasonCode,
    Refusal, Review, ReviewId, Service, Source, TEXT_CAP_CHARS, TemplateId, Verdict, text_length,
};

use super::choices::Choices;
use crate::Studio;
use crate::journal::SourceRecord;
use crate::link::Link;
use crate::lock::held;
use crate::spending::{Bond, Calendar, Overrun};

/// "A short while ago", for the caution about ordering the same source again.
const SHORTLY_BEFORE: Millis = 10 * 60 * 1000;
/// The contract's default, for a plan made before the service could be asked.
const DEFAULT_LANGUAGE: &str = "en";

/// A plan that was shown, ready to be sent as it was shown. Made here alone.
#[derive(Debug)]
pub(crate) struct Reviewed {
    review: Review,
    pub(super) source: ReviewedSource,
    pub(super) choices: Choices,
    overrun: Overrun,
    /// The unusual host that nobody agreed to yet.
    disagreed_host: Option<String>,
}

/// The source of a reviewed plan.
#[derive(Debug)]
pub(super) enum ReviewedSource {
    Clip {
        clip_id: ClipId,
        record: SourceRecord,
        identity: FileIdentity,
    },
    Link {
        record: SourceRecord,
        text: String,
    },
    Template {
        record: SourceRecord,
        template_id: TemplateId,
    },
}

impl ReviewedSource {
    fn record(&self) -> &SourceRecord {
        match self {
            ReviewedSource::Clip { record, .. }
            | ReviewedSource::Link { record, .. }
            | ReviewedSource::Template { record, .. } => record,
        }
    }

    fn clip_id(&self) -> Option<ClipId> {
        match self {
            ReviewedSource::Clip { clip_id, .. } => Some(clip_id.clone()),
            ReviewedSource::Link { .. } | ReviewedSource::Template { .. } => None,
        }
    }
}

impl Reviewed {
    pub(super) fn record(&self) -> &SourceRecord {
        self.source.record()
    }

    pub(super) fn clip_id(&self) -> Option<ClipId> {
        self.source.clip_id()
    }

    pub(super) fn language(&self) -> &str {
        &self.review.language.code
    }

    pub(super) fn direction(&self) -> &str {
        &self.review.direction
    }

    pub(super) fn hint(&self) -> &str {
        &self.review.hint
    }

    /// What it may cost.
    pub(super) fn bond(&self, calendar: Calendar) -> Bond {
        Bond {
            at_most: self.review.at_most_seconds,
            videos: self.review.videos,
            allowed: self.overrun.allowed(),
            calendar,
        }
    }
}

impl Studio {
    /// Checks a plan and restates it for the confirm step. Makes every earlier review void.
    ///
    /// # Errors
    /// What the person has to change first: no source, a clip over a cap, a text too long, …
    pub async fn review(&self, plan: Plan) -> Result<Review, Refusal> {
        *held(&self.core.desk.review) = None;
        let direction = checked_text("direction", &plan.direction)?;
        let hint = checked_text("hint", &plan.hint)?;
        // Signed out or offline: the contract's defaults stand, and the service has the last word.
        let (languages, limits) = self.service_facts().await.unwrap_or_default();
        let language = chosen_language(&plan.language, &languages)?;
        let choices = self.choices(&plan).await?;
        let mut cautions = Vec::new();
        let (source, disagreed_host) = match plan.source {
            None => return Err(Code::NoSource.into()),
            Some(Source::Clip { clip_id }) => (
                self.reviewed_clip(clip_id, &limits, &mut cautions).await?,
                None,
            ),
            Some(Source::Template { template_id, name }) => (
                self.reviewed_template(template_id, name, &mut cautions)
                    .await?,
                None,
            ),
            Some(Source::Link { url, agreed_host }) => {
                let link = Link::judge(&url)?;
                let disagreed = link
                    .unusual_host
                    .filter(|host| agreed_host.as_ref() != Some(host));
                if let Some(host) = &disagreed {
                    cautions.push(Caution::UnusualHost { host: host.clone() });
                }
                let record = SourceRecord {
                    link: Some(link.text.clone()),
                    name: link.name,
                    ..SourceRecord::default()
                };
                (
                    ReviewedSource::Link {
                        record,
                        text: link.text,
                    },
                    disagreed,
                )
            }
        };
        let view = source.record().view(source.clip_id());
        let at_most_seconds = f64::from(choices.videos()) * self.core.facts().longest_video();
        let over_limits = self.over_limits(Service::Riffkit, at_most_seconds).await?;
        let mut reviewed = Reviewed {
            review: Review {
                review_id: ReviewId(uuid::Uuid::new_v4().to_string()),
                source: view,
                language,
                direction,
                // The service ignores a hint for a template: it is said to be none.
                hint: match source {
                    ReviewedSource::Template { .. } => String::new(),
                    _ => hint,
                },
                characters: choices.brief.characters.clone(),
                product: choices.brief.product.clone(),
                videos: choices.videos(),
                at_most_seconds,
                over_limits: over_limits.clone(),
                cautions,
            },
            source,
            choices,
            overrun: Overrun::shown(over_limits),
            disagreed_host,
        };
        let since = self.core.now() - SHORTLY_BEFORE;
        let before =
            self.core
                .journal
                .ordered_before(&self.core.server_name, reviewed.record(), since);
        if let Some(at) = before.await? {
            reviewed.review.cautions.push(Caution::OrderedBefore { at });
        }
        let review = reviewed.review.clone();
        *held(&self.core.desk.review) = Some(Arc::new(reviewed));
        Ok(review)
    }

    async fn reviewed_clip(
        &self,
        clip_id: ClipId,
        limits: &Limits,
        cautions: &mut Vec<Caution>,
    ) -> Result<ReviewedSource, Refusal> {
        let known = self
            .core
            .intake
            .get(&clip_id)
            .ok_or_else(|| Refusal::new(Code::ClipGone))?;
        let clip = self.judged(known.path.clone(), Some(clip_id.clone())).await;
        tracing::debug!(cap = limits.max_seconds, verdict = ?clip.view.report.verdict, "clip");
        if clip.view.report != known.view.report {
            self.add_clips(vec![known.path]).await;
        }
        if clip.view.report.verdict == Verdict::Refused {
            return Err(Code::ClipRefused.into());
        }
        let identity = clip.identity.ok_or_else(|| Refusal::new(Code::ClipGone))?;
        for reason in &clip.view.report.reasons {
            match reason.code {
                ReasonCode::NearSizeCap => cautions.push(Caution::NearSizeCap),
                ReasonCode::UnknownContainer => cautions.push(Caution::UnknownContainer),
                _ => {}
            }
        }
        let record = SourceRecord {
            path: Some(clip.path),
            name: clip.view.name,
            duration_seconds: clip.view.report.duration_seconds,
            ..SourceRecord::default()
        };
        Ok(ReviewedSource::Clip {
            clip_id,
            record,
            identity,
        })
    }

    /// Takes the one review that may be submitted, if it is this one.
    pub(super) fn take_review(&self, review_id: &ReviewId) -> Result<Arc<Reviewed>, Refusal> {
        let mut place = held(&self.core.desk.review);
        match place.as_ref() {
            Some(reviewed) if reviewed.review.review_id == *review_id => {
                if let Some(host) = &reviewed.disagreed_host {
                    return Err(Refusal::new(Code::LinkHostUnusual).with("host", host.clone()));
                }
                place.take().ok_or_else(|| Refusal::new(Code::ReviewVoid))
            }
            _ => Err(Code::ReviewVoid.into()),
        }
    }

    /// The extra yes to the one review that may be submitted, if it is this one and showed this.
    pub(crate) fn allow_order(&self, id: &ReviewId, over: &[OverLimit]) -> Result<(), Refusal> {
        match held(&self.core.desk.review).as_ref() {
            Some(reviewed) if reviewed.review.review_id == *id && reviewed.overrun.agree(over) => {
                Ok(())
            }
            _ => Err(Code::ReviewVoid.into()),
        }
    }

    /// Puts a review back that could not be begun, so that the same yes can be given again.
    pub(super) fn put_review_back(&self, reviewed: Arc<Reviewed>) {
        held(&self.core.desk.review).get_or_insert(reviewed);
    }
}

/// A text as it will be sent: single line ends, no blanks around it.
fn checked_text(field: &str, text: &str) -> Result<String, Refusal> {
    let text = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim()
        .to_owned();
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Err(Refusal::new(Code::TextDamaged).with("field", field));
    }
    let length = text_length(&text);
    if length > TEXT_CAP_CHARS {
        // At most a few gigabytes of text: exact in a float.
        let over = (length - TEXT_CAP_CHARS) as f64;
        return Err(Refusal::new(Code::TextTooLong)
            .with("field", field)
            .with("over", over));
    }
    Ok(text)
}

fn chosen_language(wanted: &str, known: &[LanguageView]) -> Result<LanguageView, Refusal> {
    let code = if wanted.is_empty() {
        DEFAULT_LANGUAGE
    } else {
        wanted
    };
    if let Some(language) = known.iter().find(|language| language.code == code) {
        return Ok(language.clone());
    }
    match known.first() {
        None => Ok(LanguageView {
            code: code.to_owned(),
            name: code.to_owned(),
        }),
        Some(first) if wanted.is_empty() => Ok(first.clone()),
        Some(_) => Err(Refusal::new(Code::LanguageUnknown)
            .with("language", wanted)
            .then(NextStep::EditPlan)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_counted_as_the_service_counts_and_damage_is_found() {
        assert_eq!(checked_text("hint", "  a\r\nb \r\n").expect("fine"), "a\nb");
        assert!(
            checked_text("hint", &"短".repeat(TEXT_CAP_CHARS)).is_ok(),
            "characters, not bytes"
        );
        let over =
            checked_text("direction", &"x".repeat(TEXT_CAP_CHARS + 3)).expect_err("too long");
        assert_eq!(
            (over.code, &over.args["over"]),
            (Code::TextTooLong, &contract::Arg::Number(3.0))
        );
        assert_eq!(
            checked_text("hint", "caf\u{fffd}")
                .expect_err("damaged")
                .code,
            Code::TextDamaged
        );
    }

    #[test]
    fn the_language_is_one_of_the_services() {
        let named = |code: &str| LanguageView {
            code: code.to_owned(),
            name: code.to_uppercase(),
        };
        let known = [named("es"), named("en")];
        assert_eq!(chosen_language("", &known).expect("default").name, "EN");
        assert_eq!(chosen_language("", &known[..1]).expect("first").code, "es");
        assert_eq!(chosen_language("es", &known).expect("known").name, "ES");
        assert_eq!(
            chosen_language("fr", &known).expect_err("unknown").code,
            Code::LanguageUnknown
        );
        assert_eq!(
            chosen_language("es", &[]).expect("not asked yet").code,
            "es"
        );
    }
}
