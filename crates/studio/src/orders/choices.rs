//! What a plan chooses besides its source and its texts, checked and restated.

use contract::{
    Caution, CharacterId, CharacterStanding, CharacterView, ChosenCharacter, ChosenProduct, Code,
    NewProduct, OrderWay, Plan, PlanProduct, Refusal, Source, TemplateId, TemplateView, Visibility,
};

use super::review::ReviewedSource;
use crate::Studio;
use crate::journal::{Brief, SourceRecord, Way};

/// The choices of a plan, as they will be sent.
#[derive(Debug, Default)]
pub(super) struct Choices {
    pub(super) brief: Brief,
    /// The staged product: written after the yes, and not before.
    pub(super) new_product: Option<NewProduct>,
}

impl Choices {
    /// How many videos will be made.
    pub(super) fn videos(&self) -> u32 {
        u32::try_from(self.brief.characters.len())
            .unwrap_or(u32::MAX)
            .max(1)
    }
}

impl Studio {
    /// Checks a plan's characters, product and way.
    pub(super) async fn choices(&self, plan: &Plan) -> Result<Choices, Refusal> {
        let characters = self.chosen_characters(plan).await?;
        let (product, new_product) = match &plan.product {
            None => (None, None),
            Some(PlanProduct::Known { product_id, name }) => {
                let known = said(self.known_product(product_id).await)?;
                let name = known.map_or_else(|| name.clone(), |product| product.name);
                let product_id = Some(product_id.clone());
                (Some(chosen(product_id, name, 0, plan.visibility)), None)
            }
            Some(PlanProduct::New { product }) => {
                self.check_product(product).await?;
                // At most eight.
                let images = u32::try_from(product.images.len()).unwrap_or(u32::MAX);
                let name = product.name.trim().to_owned();
                let restated = chosen(None, name, images, plan.visibility);
                (Some(restated), Some(product.clone()))
            }
        };
        let way = way(plan, characters.len())?;
        Ok(Choices {
            brief: Brief {
                characters,
                product,
                way,
                work_id: None,
            },
            new_product,
        })
    }

    async fn chosen_characters(&self, plan: &Plan) -> Result<Vec<ChosenCharacter>, Refusal> {
        let mut ids = Vec::new();
        for id in &plan.characters {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let known = said(self.known_characters(&ids).await)?;
        let mut chosen = Vec::with_capacity(ids.len());
        for character_id in ids {
            let name = match &known {
                Some(known) => ready_name(&character_id, known)?,
                None => character_id.0.clone(),
            };
            chosen.push(ChosenCharacter { character_id, name });
        }
        Ok(chosen)
    }

    /// Checks a template as a source.
    pub(super) async fn reviewed_template(
        &self,
        template_id: TemplateId,
        name: String,
        cautions: &mut Vec<Caution>,
    ) -> Result<ReviewedSource, Refusal> {
        let known: Option<TemplateView> = said(self.known_template(&template_id).await)?;
        if known.as_ref().is_some_and(|known| !known.can_be_riffed()) {
            return Err(Code::TemplateNotReady.into());
        }
        if known.as_ref().is_some_and(|known| known.is_stale) {
            cautions.push(Caution::StaleTemplate {
                template_id: template_id.clone(),
            });
        }
        let name = known.map(|known| known.name).unwrap_or(name);
        let record = SourceRecord {
            name: if name.trim().is_empty() {
                template_id.0.clone()
            } else {
                name
            },
            template_id: Some(template_id.clone()),
            ..SourceRecord::default()
        };
        Ok(ReviewedSource::Template {
            record,
            template_id,
        })
    }
}

/// What the service said of something, or nothing where it can't be asked now: it then has the last
/// word when the order comes.
fn said<T>(asked: Result<T, Refusal>) -> Result<Option<T>, Refusal> {
    match asked {
        Ok(known) => Ok(Some(known)),
        Err(refusal) => match refusal.code {
            Code::NotSignedIn
            | Code::Offline
            | Code::BadAnswer
            | Code::ServiceFailed
            | Code::RateLimited => Ok(None),
            _ => Err(refusal),
        },
    }
}

/// The name of a character that can act. One that the service does not list (any more) can't either.
fn ready_name(character_id: &CharacterId, known: &[CharacterView]) -> Result<String, Refusal> {
    let listed = known.iter().find(|one| one.character_id == *character_id);
    let name = listed.map_or(&character_id.0, |one| &one.name).clone();
    match listed {
        Some(one) if one.standing == CharacterStanding::Ready => Ok(name),
        _ => Err(Refusal::new(Code::CharacterNotReady).with("name", name)),
    }
}

fn chosen(
    product_id: Option<contract::ProductId>,
    name: String,
    new_images: u32,
    visibility: Visibility,
) -> ChosenProduct {
    ChosenProduct {
        product_id,
        name,
        new_images,
        visibility,
    }
}

/// The door that an order takes. In bulk, the service takes a template alone.
fn way(plan: &Plan, characters: usize) -> Result<Way, Refusal> {
    let of_template = matches!(plan.source, Some(Source::Template { .. }));
    match plan.way {
        OrderWay::Riff => Ok(Way::Riff),
        OrderWay::Batch if of_template => Ok(Way::Batch),
        OrderWay::Batch => Err(Code::BatchNeedsTemplate.into()),
        OrderWay::Auto if of_template && characters > 1 => Ok(Way::Batch),
        OrderWay::Auto => Ok(Way::Riff),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(source: Source, asked: OrderWay) -> Plan {
        Plan {
            source: Some(source),
            way: asked,
            ..Plan::default()
        }
    }

    #[test]
    fn several_characters_of_a_template_go_in_bulk_and_a_link_never_does() {
        let template = || Source::Template {
            template_id: "t".into(),
            name: String::new(),
        };
        let link = || Source::Link {
            url: String::new(),
            agreed_host: None,
        };
        assert_eq!(way(&plan(template(), OrderWay::Auto), 1), Ok(Way::Riff));
        assert_eq!(way(&plan(template(), OrderWay::Auto), 2), Ok(Way::Batch));
        assert_eq!(way(&plan(template(), OrderWay::Riff), 2), Ok(Way::Riff));
        assert_eq!(way(&plan(template(), OrderWay::Batch), 0), Ok(Way::Batch));
        assert_eq!(way(&plan(link(), OrderWay::Auto), 3), Ok(Way::Riff));
        let refused = way(&plan(link(), OrderWay::Batch), 3).map_err(|refusal| refusal.code);
        assert_eq!(refused, Err(Code::BatchNeedsTemplate));
    }

    #[test]
    fn who_cannot_be_asked_does_not_stop_a_plan_and_who_says_no_does() {
        assert_eq!(said::<()>(Err(Code::Offline.into())), Ok(None));
        assert_eq!(said(Ok(1)), Ok(Some(1)));
        let refused = said::<()>(Err(Code::NotFound.into())).map_err(|refusal| refusal.code);
        assert_eq!(refused, Err(Code::NotFound));
    }
}
