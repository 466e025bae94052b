//! One library of two services, a page at a time.
//!
//! Riffkit's reels come from its list, page by page and in its order; what Hubfluencer's projects came
//! to is in the journal. A page of both is merged from where the page before it ended on either side:
//! so far into Riffkit's list, and after that entry of the journal's.

use std::sync::Mutex;

use contract::{LibraryQuery, REELS_PAGE, ReelPage, ReelSort, Refusal};

use super::pages::{asked, page_of, picked};
use super::records::{records, view};
use crate::Studio;
use crate::journal::{ReelPick, ReelRecord};
use crate::lock::held;

/// Lists whose ends of pages are remembered.
const MOST_LISTS: usize = 8;
/// Entries of Hubfluencer that a list takes in at most.
const MOST_RESULTS: u32 = 10_000;

/// Where the pages of the lists asked for lately ended.
#[derive(Default)]
pub(super) struct Seams {
    lists: Mutex<Vec<(LibraryQuery, Vec<Seam>)>>,
}

/// Where a page begins.
#[derive(Clone, Debug, Default, PartialEq)]
struct Seam {
    /// So many of Riffkit's were on the pages before.
    riffkit: usize,
    /// The last of Hubfluencer's on the pages before.
    last_result: Option<String>,
}

/// Why a page could not be merged.
pub(super) enum NotListed {
    /// Riffkit did not answer.
    Service(Refusal),
    Journal(Refusal),
}

impl Seams {
    /// The seam before the page of this index that is known: the page's own, or one before.
    fn before(&self, list: &LibraryQuery, page: usize) -> (usize, Seam) {
        let lists = held(&self.lists);
        let known = lists.iter().find(|(known, _)| known == list);
        let seams = known.map(|(_, seams)| seams.as_slice()).unwrap_or_default();
        let index = page.min(seams.len());
        let seam = index.checked_sub(1).and_then(|index| seams.get(index));
        (index, seam.cloned().unwrap_or_default())
    }

    /// Remembers where the page of this index ended. What was known of later ones is void.
    fn ended(&self, list: &LibraryQuery, page: usize, seam: Seam) {
        let mut lists = held(&self.lists);
        let at = lists.iter().position(|(known, _)| known == list);
        let (list, mut seams) = match at {
            Some(at) => lists.remove(at),
            None => (list.clone(), Vec::new()),
        };
        seams.truncate(page);
        seams.push(seam);
        lists.push((list, seams));
        if lists.len() > MOST_LISTS {
            lists.remove(0);
        }
    }
}

/// Riffkit's list from some place on.
struct Listed {
    reels: Vec<ReelRecord>,
    /// Entries among them that could not be read.
    skipped: usize,
    total: Option<u64>,
    /// Whether the list goes on behind these.
    goes_on: bool,
}

impl Studio {
    /// A page of Riffkit's reels, with Hubfluencer's where the query asks for both.
    pub(super) async fn merged_page(&self, query: &LibraryQuery) -> Result<ReelPage, NotListed> {
        let results = match query.service {
            None => self.results(query).await.map_err(NotListed::Journal)?,
            Some(_) => Vec::new(),
        };
        let seams = &self.core.sync.seams;
        let wanted = page_of(query) as usize - 1;
        let list = LibraryQuery {
            page: 0,
            ..query.clone()
        };
        if results.is_empty() {
            let begins = wanted * REELS_PAGE as usize;
            let (page, seam) = self.merge(query, begins, Vec::new()).await?;
            seams.ended(&list, wanted, seam);
            return Ok(page);
        }
        let (mut index, mut seam) = seams.before(&list, wanted);
        loop {
            let after = seam.last_result.as_ref();
            let at = after.and_then(|last| results.iter().position(|reel| reel.asset_id == *last));
            let rest = match (after, at) {
                (_, Some(at)) => results.get(at + 1..).unwrap_or_default(),
                (None, None) => &results,
                // It is there no longer: those of before it were shown, whichever they were.
                (Some(_), None) => results.get(shown(index, &seam)..).unwrap_or_default(),
            };
            let total = results.len() as u64;
            let (mut page, end) = self.merge(query, seam.riffkit, rest.to_vec()).await?;
            page.total = page.total.map(|riffkit| riffkit + total);
            let end = Seam {
                last_result: end.last_result.or(seam.last_result),
                ..end
            };
            seams.ended(&list, index, end.clone());
            if index == wanted || !page.has_more {
                if index < wanted {
                    page.reels.clear();
                }
                return Ok(page);
            }
            (index, seam) = (index + 1, end);
        }
    }

    /// Hubfluencer's entries for a query, in its order.
    async fn results(&self, query: &LibraryQuery) -> Result<Vec<ReelRecord>, Refusal> {
        let core = &self.core;
        let pick = ReelPick {
            offset: 0,
            limit: MOST_RESULTS,
            ..picked(query, core.now())
        };
        let servers = [core.hub.server_name()];
        Ok(core.journal.reel_page(&servers, pick).await?.0)
    }

    /// A page that begins at a place of Riffkit's list, with these of Hubfluencer's, and where it ends.
    async fn merge(
        &self,
        query: &LibraryQuery,
        begins: usize,
        results: Vec<ReelRecord>,
    ) -> Result<(ReelPage, Seam), NotListed> {
        let listed = self.listed_from(query, begins).await?;
        let mut riffkit = listed.reels.into_iter().peekable();
        let mut hub = results.into_iter().peekable();
        let mut page = Vec::with_capacity(REELS_PAGE as usize);
        let mut seam = Seam {
            // What could not be read takes its place on the page.
            riffkit: begins + listed.skipped,
            last_result: None,
        };
        while page.len() + listed.skipped < REELS_PAGE as usize {
            let takes_hub = match (riffkit.peek(), hub.peek()) {
                (None, None) => break,
                (Some(reel), Some(result)) => comes_first(query.sort, result, reel),
                // What follows on Riffkit's list is not known: it may come first.
                (None, Some(_)) => true,
                (Some(_), None) => false,
            };
            if takes_hub && let Some(result) = hub.next() {
                seam.last_result = Some(result.asset_id.clone());
                page.push(result);
            } else if let Some(reel) = riffkit.next() {
                seam.riffkit += 1;
                page.push(reel);
            }
        }
        let has_more = listed.goes_on || riffkit.peek().is_some() || hub.peek().is_some();
        let page = ReelPage {
            reels: page.iter().map(view).collect(),
            has_more,
            total: listed.total,
            kept_because: None,
        };
        Ok((page, seam))
    }

    /// At least a page of Riffkit's list from some place on, as far as it goes; what it lists is kept.
    async fn listed_from(&self, query: &LibraryQuery, begins: usize) -> Result<Listed, NotListed> {
        let size = REELS_PAGE as usize;
        let (mut page, mut passed) = (begins / size, begins % size);
        let mut listed = Listed {
            reels: Vec::new(),
            skipped: 0,
            total: None,
            goes_on: true,
        };
        while listed.goes_on && listed.reels.len() + listed.skipped < size {
            let filter = riffkit::AssetQuery {
                page: u32::try_from(page + 1).ok(),
                ..asked(query)
            };
            let found = self.assets(filter).await.map_err(NotListed::Service)?;
            // What could not be read counts too: more may follow it.
            let read = found.assets.len() + found.skipped;
            let found_records = records(&found.assets);
            let ids = found_records.iter().skip(passed);
            let ids = ids.map(|reel| reel.asset_id.clone()).collect();
            let (journal, server) = (&self.core.journal, &self.core.server_name);
            let kept = journal.keep_reels(server, found_records).await;
            kept.map_err(NotListed::Journal)?;
            let reels = journal.reels_by_id(server, ids).await;
            listed.reels.extend(reels.map_err(NotListed::Journal)?);
            listed.skipped += found.skipped;
            page += 1;
            passed = 0;
            listed.goes_on = match found.total {
                Some(total) => total > (page * size) as u64,
                None => read >= size,
            };
            listed.total = found.total;
        }
        Ok(listed)
    }
}

/// How many of Hubfluencer's were on the pages before the one of this index.
fn shown(index: usize, seam: &Seam) -> usize {
    (index * REELS_PAGE as usize).saturating_sub(seam.riffkit)
}

/// Whether something of Hubfluencer's comes before a reel of Riffkit's.
fn comes_first(sort: ReelSort, result: &ReelRecord, reel: &ReelRecord) -> bool {
    let (Some(result), Some(reel)) = (result.created_at, reel.created_at) else {
        return false;
    };
    match sort {
        ReelSort::Newest => result > reel,
        ReelSort::Oldest => result < reel,
        // It has neither a character nor a product: after all that may have one.
        ReelSort::Character | ReelSort::Product => false,
    }
}
