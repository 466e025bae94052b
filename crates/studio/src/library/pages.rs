//! The library a page at a time: in the service's order where it can be asked, else as it is kept.

use contract::{
    Code, CreatedWindow, Event, LibraryQuery, Millis, REELS_PAGE, ReelPage, ReelSort, ReelView,
    Refusal, Service,
};
use riffkit::AssetQuery;

use super::merging::NotListed;
use super::records::view;
use crate::Studio;
use crate::journal::ReelPick;

const DAY: Millis = 24 * 60 * 60 * 1000;

impl Studio {
    /// A page of the library: of one service, or of both merged in the order that is asked for.
    /// Riffkit is asked, and what it lists is kept; signed out or without an answer the page is of what
    /// is kept here, and says why. Hubfluencer has no list to ask: what its projects came to is kept
    /// here. A search is always over everything that is kept: neither service has one.
    ///
    /// # Errors
    /// [`contract::Code::JournalFailed`].
    pub async fn list_reels(&self, query: LibraryQuery) -> Result<ReelPage, Refusal> {
        if query.service == Some(Service::Hubfluencer) {
            return self.kept_page(&query, None).await;
        }
        if !query.search.trim().is_empty() {
            self.sync_library_soon();
            return self.kept_page(&query, None).await;
        }
        match self.merged_page(&query).await {
            Ok(page) => {
                self.sync_library_soon();
                Ok(page)
            }
            Err(NotListed::Journal(refusal)) => Err(refusal),
            Err(NotListed::Service(refusal)) => self.kept_instead(&query, refusal).await,
        }
    }

    /// What is kept, where Riffkit can't be asked. Whoever has only ever used Hubfluencer misses
    /// nothing by that.
    async fn kept_instead(
        &self,
        query: &LibraryQuery,
        refusal: Refusal,
    ) -> Result<ReelPage, Refusal> {
        let core = &self.core;
        let mut page = self.kept_page(query, Some(refusal)).await?;
        let is_signed_out = matches!(&page.kept_because, Some(r) if r.code == Code::NotSignedIn);
        if is_signed_out && query.service.is_none() && core.hub.sessions.current().is_some() {
            let one = ReelPick {
                limit: 1,
                ..ReelPick::default()
            };
            let (_, of_riffkit) = core.journal.reel_page(&[&core.server_name], one).await?;
            if of_riffkit == 0 {
                page.kept_because = None;
            }
        }
        Ok(page)
    }

    /// The newest reels that are kept here: the library's first page. Asks no network.
    pub(crate) async fn newest_reels(&self) -> Vec<ReelView> {
        match self.kept_page(&LibraryQuery::default(), None).await {
            Ok(page) => page.reels,
            Err(refusal) => {
                self.core.tell(Event::Trouble(refusal));
                Vec::new()
            }
        }
    }

    async fn kept_page(
        &self,
        query: &LibraryQuery,
        because: Option<Refusal>,
    ) -> Result<ReelPage, Refusal> {
        let core = &self.core;
        let pick = picked(query, core.now());
        let offset = u64::from(pick.offset);
        let (riffkit, hub) = (core.server_name.as_str(), core.hub.server_name());
        let servers: &[&str] = match query.service {
            None => &[riffkit, hub],
            Some(Service::Riffkit) => &[riffkit],
            Some(Service::Hubfluencer) => &[hub],
        };
        let (reels, total) = core.journal.reel_page(servers, pick).await?;
        Ok(ReelPage {
            has_more: offset + (reels.len() as u64) < total,
            reels: reels.iter().map(view).collect(),
            total: Some(total),
            kept_because: because,
        })
    }
}

pub(super) fn page_of(query: &LibraryQuery) -> u32 {
    query.page.max(1)
}

/// A query as the service takes it.
pub(super) fn asked(query: &LibraryQuery) -> AssetQuery {
    let own = |ids: &mut dyn Iterator<Item = &String>| ids.cloned().collect::<Vec<_>>();
    AssetQuery {
        character: own(&mut query.characters.iter().map(|id| &id.0)),
        product_id: own(&mut query.products.iter().map(|id| &id.0)),
        formula_id: own(&mut query.templates.iter().map(|id| &id.0)),
        created_window: match query.window {
            CreatedWindow::Ever => None,
            CreatedWindow::Today => Some(riffkit::CreatedWindow::Today),
            CreatedWindow::Week => Some(riffkit::CreatedWindow::Week),
            CreatedWindow::Month => Some(riffkit::CreatedWindow::Month),
            CreatedWindow::Quarter => Some(riffkit::CreatedWindow::Quarter),
        },
        sort: Some(match query.sort {
            ReelSort::Newest => riffkit::AssetSort::NewestFirst,
            ReelSort::Oldest => riffkit::AssetSort::OldestFirst,
            ReelSort::Character => riffkit::AssetSort::Character,
            ReelSort::Product => riffkit::AssetSort::Product,
        }),
        page: Some(page_of(query)),
        limit: Some(REELS_PAGE),
        ..AssetQuery::final_reels()
    }
}

/// A query as the journal takes it. The windows are the service's: its today is the day in UTC.
pub(super) fn picked(query: &LibraryQuery, now: Millis) -> ReelPick {
    let since = match query.window {
        CreatedWindow::Ever => None,
        CreatedWindow::Today => Some(now - now.rem_euclid(DAY)),
        CreatedWindow::Week => Some(now - 7 * DAY),
        CreatedWindow::Month => Some(now - 30 * DAY),
        CreatedWindow::Quarter => Some(now - 90 * DAY),
    };
    ReelPick {
        characters: query.characters.iter().map(|id| id.0.clone()).collect(),
        products: query.products.iter().map(|id| id.0.clone()).collect(),
        templates: query.templates.iter().map(|id| id.0.clone()).collect(),
        since,
        search: query
            .search
            .split_whitespace()
            .map(str::to_lowercase)
            .collect(),
        sort: query.sort,
        offset: (page_of(query) - 1).saturating_mul(REELS_PAGE),
        limit: REELS_PAGE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_journal_and_the_service_are_asked_the_same() {
        let query = LibraryQuery {
            service: None,
            characters: vec!["mia".into()],
            products: vec!["p".into()],
            templates: vec!["t".into()],
            window: CreatedWindow::Week,
            sort: ReelSort::Character,
            page: 3,
            search: String::new(),
        };
        let (asked, picked) = (asked(&query), picked(&query, 10 * DAY));
        assert_eq!(asked.character, picked.characters);
        assert_eq!(asked.product_id, picked.products);
        assert_eq!(asked.formula_id, picked.templates);
        assert_eq!((asked.page, asked.limit), (Some(3), Some(REELS_PAGE)));
        assert_eq!((picked.offset, picked.limit), (2 * REELS_PAGE, REELS_PAGE));
        assert_eq!(asked.created_window, Some(riffkit::CreatedWindow::Week));
        assert_eq!(picked.since, Some(3 * DAY));
        assert_eq!(asked.asset_role.as_deref(), Some("final_reel"));
    }

    #[test]
    fn today_begins_with_the_day_of_the_service() {
        let query = LibraryQuery {
            window: CreatedWindow::Today,
            ..LibraryQuery::default()
        };
        assert_eq!(picked(&query, 5 * DAY + 7).since, Some(5 * DAY));
        assert_eq!(picked(&query, 5 * DAY + 7).offset, 0);
    }
}
