//! Templates, as the service lists them.

use contract::{
    Code, Refusal, TEMPLATES_PAGE, TemplateDetail, TemplateId, TemplatePage, TemplateQuery,
    TemplateSort, TemplateStatus, TemplateView,
};
use riffkit::{
    Formula, FormulaDetail, FormulaPage, FormulaQuery, FormulaSort, FormulaStatus, PIPELINE,
};

use super::Pictured;
use crate::Studio;
use crate::extraction::extraction;

/// Templates that are asked for at once, at most. The contract names no limit; this is its limit of
/// tasks.
const MOST_TEMPLATES: u32 = 500;

impl Studio {
    /// A page of the service's templates, public ones first. At most 500 are asked for; the next page
    /// begins as many entries later as were asked for, also where this one holds fewer because some
    /// of it were no templates to riff from.
    ///
    /// # Errors
    /// Those of the read; [`Code::TextDamaged`] for words that were mangled.
    pub async fn templates(&self, query: TemplateQuery) -> Result<TemplatePage, Refusal> {
        let page = self.listed_templates(&query).await?;
        if page.skipped > 0 {
            tracing::warn!(skipped = page.skipped, "templates that could not be read");
        }
        let templates = page.items.iter();
        Ok(TemplatePage {
            templates: templates
                .map(|formula| self.template_view(formula))
                .collect(),
            total: page.total.unwrap_or_default(),
            offset: query.offset,
        })
    }

    /// The page as the service answers it, without what is none to riff from, and public ones
    /// first.
    ///
    /// # Errors
    /// As [`Studio::templates`].
    pub(crate) async fn listed_templates(
        &self,
        query: &TemplateQuery,
    ) -> Result<FormulaPage, Refusal> {
        let asked = asked(query);
        let mut page = self
            .read(|session| {
                let asked = &asked;
                async move { self.core.api.formulas(&session, asked).await }
            })
            .await?;
        // What could not be read, and what is left out, are entries of the service's count too.
        let read = (page.items.len() + page.skipped) as u64;
        // Without a count, a full page says that there may be more.
        let more = u64::from(asked.limit.is_some_and(|limit| read >= u64::from(limit)));
        page.total
            .get_or_insert(u64::from(query.offset) + read + more);
        page.items.retain(is_riffed_from);
        // Stable: within both, the service's order stays.
        page.items.sort_by_key(|formula| !formula.is_public());
        Ok(page)
    }

    /// A template with what was extracted from its source.
    ///
    /// # Errors
    /// [`Code::NotFound`] for one that is not there, or none to riff from; those of the read.
    pub async fn template(&self, template_id: &TemplateId) -> Result<TemplateDetail, Refusal> {
        let detail = self.listed_template(template_id).await?;
        Ok(TemplateDetail {
            template: self.template_view(&detail.formula),
            extraction: detail.extraction_summary.as_ref().map(extraction),
        })
    }

    /// A template as the service has it now, for the order's confirm.
    ///
    /// # Errors
    /// As [`Studio::template`].
    pub(crate) async fn known_template(
        &self,
        template_id: &TemplateId,
    ) -> Result<TemplateView, Refusal> {
        let detail = self.listed_template(template_id).await?;
        Ok(self.template_view(&detail.formula))
    }

    /// A template as the service answers it.
    ///
    /// # Errors
    /// As [`Studio::template`].
    pub(crate) async fn listed_template(
        &self,
        template_id: &TemplateId,
    ) -> Result<FormulaDetail, Refusal> {
        let detail = self
            .read(|session| async move { self.core.api.formula(&session, &template_id.0).await })
            .await?;
        if is_riffed_from(&detail.formula) {
            Ok(detail)
        } else {
            Err(Code::NotFound.into())
        }
    }

    pub(super) fn template_view(&self, formula: &Formula) -> TemplateView {
        let catalogue = &self.core.catalogue;
        let template_id = TemplateId(formula.id.clone());
        let picture = formula.thumbnail_url.as_deref();
        catalogue.note_picture(Pictured::Template(template_id.clone()), picture);
        TemplateView {
            name: if formula.name.trim().is_empty() {
                formula.id.clone()
            } else {
                formula.name.clone()
            },
            status: formula.status.as_str().to_owned(),
            emotion_arc: formula.emotion_arc.clone(),
            segments: formula
                .slot_count
                .map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
            used_count: formula.used_count,
            tags: formula.tags.clone(),
            source_url: formula.source_url.clone(),
            source_platform: formula.source_platform.clone(),
            has_picture: picture.is_some(),
            is_stale: formula.is_stale(),
            is_public: formula.is_public(),
            created_at: formula.created_at.map(|at| at.as_millisecond()),
            refresh: catalogue.refreshes.of(&template_id),
            template_id,
        }
    }
}

/// Whether a template is of the one type that riffs are made from. Nothing said means that type
/// (contract: the default).
fn is_riffed_from(formula: &Formula) -> bool {
    formula
        .template_type
        .as_deref()
        .is_none_or(|kind| kind == PIPELINE)
}

fn asked(query: &TemplateQuery) -> FormulaQuery {
    let limit = match query.limit {
        0 => TEMPLATES_PAGE,
        limit => limit.min(MOST_TEMPLATES),
    };
    let search = query.search.trim();
    let tags = query.tags.iter().flat_map(|tag| tag.split(','));
    FormulaQuery {
        status: Some(match query.status {
            TemplateStatus::Analyzed => FormulaStatus::Analyzed,
            TemplateStatus::Collected => FormulaStatus::Collected,
            TemplateStatus::Archived => FormulaStatus::Archived,
        }),
        template_type: Some(PIPELINE.to_owned()),
        tags: tags
            .map(str::trim)
            .filter(|tag| !tag.is_empty())
            .map(str::to_owned)
            .collect(),
        search: (!search.is_empty()).then(|| search.to_owned()),
        sort: Some(match query.sort {
            TemplateSort::Used => FormulaSort::MostUsedFirst,
            TemplateSort::Newest => FormulaSort::NewestFirst,
            TemplateSort::Oldest => FormulaSort::OldestFirst,
        }),
        limit: Some(limit),
        offset: Some(query.offset.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_riffed_from_is_asked_for_and_not_too_much() {
        let query = asked(&TemplateQuery {
            search: "  coffee ".to_owned(),
            tags: vec!["food, drink".to_owned(), " ".to_owned()],
            limit: 5_000,
            offset: 120,
            ..TemplateQuery::default()
        });
        assert_eq!(query.template_type.as_deref(), Some("pipeline"));
        assert_eq!(query.status, Some(FormulaStatus::Analyzed));
        assert_eq!(query.search.as_deref(), Some("coffee"));
        assert_eq!(query.tags, ["food", "drink"]);
        assert_eq!((query.limit, query.offset), (Some(500), Some(120)));
        let blank = asked(&TemplateQuery::default());
        assert_eq!((blank.search, blank.limit), (None, Some(60)));
    }

    #[test]
    fn other_types_are_left_out_and_an_unsaid_one_is_the_usual() {
        let formula = |json: &str| serde_json::from_str::<Formula>(json).expect("a formula");
        assert!(is_riffed_from(&formula(r#"{"id":1}"#)));
        assert!(is_riffed_from(&formula(
            r#"{"id":1,"template_type":"pipeline"}"#
        )));
        assert!(!is_riffed_from(&formula(
            r#"{"id":1,"template_type":"slideshow"}"#
        )));
    }
}
