//! The library a page at a time: in the service's order where it can be asked, else as it is kept.

use contract::{
    CreatedWindow, Event, LibraryQuery, Millis, REELS_PAGE, ReelPage, ReelSort, ReelView, Refusal,
};
use riffkit::AssetQuery;

use super::records::{records, view};
use crate::Studio;
use crate::journal::ReelPick;

const DAY: Millis = 24 * 60 * 60 * 1000;

impl Studio {
    /// A page of the library. The service is asked, and what it lists is kept; signed out or without
    /// an answer the page is of what is kept here, and says why. A search is always over everything
    /// that is kept: the service has none.
    ///
    /// # Errors
    /// [`contract::Code::JournalFailed`].
    pub async fn list_reels(&self, query: LibraryQuery) -> Result<ReelPage, Refusal> {
        if !query.search.trim().is_empty() {
            self.sync_library_soon();
            return self.kept_page(&query, None).await;
        }
        let page = page_of(&query);
        let found = match self.assets(asked(&query)).await {
            Ok(found) => found,
            Err(refusal) => return self.kept_page(&query, Some(refusal)).await,
        };
        let core = &self.core;
        let listed = records(&found.assets);
        let ids = listed.iter().map(|reel| reel.asset_id.clone()).collect();
        core.journal.keep_reels(&core.server_name, listed).await?;
        let reels = core.journal.reels_by_id(&core.server_name, ids).await?;
        self.sync_library_soon();
        // What could not be read counts too: more may follow it.
        let read = found.assets.len() + found.skipped;
        let has_more = match found.total {
            Some(total) => u64::from(page) * u64::from(REELS_PAGE) < total,
            None => read >= REELS_PAGE as usize,
        };
        Ok(ReelPage {
            reels: reels.iter().map(view).collect(),
            has_more,
            total: found.total,
            kept_because: None,
        })
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
        let (reels, total) = core.journal.reel_page(&core.server_name, pick).await?;
        Ok(ReelPage {
            has_more: offset + (reels.len() as u64) < total,
            reels: reels.iter().map(view).collect(),
            total: Some(total),
            kept_because: because,
        })
    }
}

fn page_of(query: &LibraryQuery) -> u32 {
    query.page.max(1)
}

/// A query as the service takes it.
fn asked(query: &LibraryQuery) -> AssetQuery {
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
fn picked(query: &LibraryQuery, now: Millis) -> ReelPick {
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
