//! A reviewed plan as one of the service's two paying calls.

use contract::{Code, Refusal, Visibility};
use riffkit::{Api, BatchOrder, ProductVisibility, RiffRequest, RiffSource, Session};
use wire::Failure;
use wire::upload::{FilePart, Hooks};

use super::review::{Reviewed, ReviewedSource};
use crate::journal::{Brief, Way};

/// One paying call, ready to be made once.
pub(super) enum PayingCall {
    /// `POST /api/riffs`.
    Riff(RiffRequest),
    /// `POST /api/pipeline/batch`.
    Batch(BatchOrder),
}

/// What the service took.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) batch_id: String,
    pub(super) formula_id: Option<String>,
}

impl PayingCall {
    /// The call of a reviewed plan. `brief` has the staged product's id by now.
    pub(super) async fn of(reviewed: &Reviewed, brief: Brief) -> Result<Self, Refusal> {
        let character_ids = brief
            .characters
            .into_iter()
            .map(|chosen| chosen.character_id.0)
            .collect();
        let (product_id, visibility) = match brief.product {
            None => (None, Visibility::default()),
            Some(product) => match product.product_id {
                Some(id) => (Some(id.0), product.visibility),
                // It is written before; without its id the order would be another one.
                None => return Err(Code::ProductUnfinished.into()),
            },
        };
        let product_visibility = match visibility {
            Visibility::OnCamera => ProductVisibility::OnCamera,
            Visibility::OffCamera => ProductVisibility::OffCamera,
        };
        let language = reviewed.language().to_owned();
        let content_anchor = reviewed.direction().to_owned();
        if let (Way::Batch, ReviewedSource::Template { template_id, .. }) =
            (brief.way, &reviewed.source)
        {
            return Ok(Self::Batch(BatchOrder {
                formula_id: template_id.0.clone(),
                character_ids,
                product_id,
                product_visibility,
                content_anchor,
                language,
            }));
        }
        Ok(Self::Riff(RiffRequest {
            source: open_source(&reviewed.source).await?,
            character_ids,
            product_id,
            product_visibility,
            language,
            content_anchor,
            user_hint: reviewed.hint().to_owned(),
        }))
    }

    /// Makes it. Every call is an order.
    ///
    /// # Errors
    /// The wire's: [`Failure::may_have_been_taken`] says whether it may have been ordered all the same.
    pub(super) async fn make(
        self,
        api: &Api,
        session: &Session,
        hooks: Hooks,
    ) -> Result<Taken, Failure> {
        match self {
            Self::Riff(request) => {
                let riff = api.riff(session, request, hooks).await?;
                Ok(Taken {
                    batch_id: riff.batch_id,
                    formula_id: riff.formula_id,
                })
            }
            Self::Batch(order) => {
                let batch = api.pipeline_batch(session, &order, hooks).await?;
                Ok(Taken {
                    batch_id: batch.batch_id,
                    formula_id: Some(order.formula_id),
                })
            }
        }
    }
}

/// Opens the source as it was reviewed, or says what became of it.
async fn open_source(source: &ReviewedSource) -> Result<RiffSource, Refusal> {
    match source {
        ReviewedSource::Link { text, .. } => Ok(RiffSource::TikTok {
            tiktok_url: text.clone(),
        }),
        ReviewedSource::Template { template_id, .. } => Ok(RiffSource::Formula {
            formula_id: template_id.0.clone(),
        }),
        ReviewedSource::Clip {
            record, identity, ..
        } => {
            let (path, identity) = (record.path.clone().unwrap_or_default(), identity.clone());
            let name = record.name.clone();
            let opened = tokio::task::spawn_blocking(move || {
                let file = std::fs::File::open(&path).map_err(|_| Code::ClipGone)?;
                // The file that is open now must be the one that was shown.
                match clip::identity_of(&file) {
                    Ok(now) if now == identity => Ok((file, now.size)),
                    Ok(_) => Err(Code::ClipChanged),
                    Err(_) => Err(Code::ClipGone),
                }
            });
            let (file, length) = opened
                .await
                .unwrap_or(Err(Code::ClipGone))
                .map_err(Refusal::new)?;
            let video = FilePart {
                file: tokio::fs::File::from_std(file),
                length,
                content_type: riffkit::content_type_of(&name).to_owned(),
                file_name: name,
            };
            Ok(RiffSource::Video { video })
        }
    }
}
