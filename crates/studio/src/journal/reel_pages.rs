//! Pieces of the kept reels: narrowed, sorted and searched without the service.

use contract::{Millis, ReelSort, Refusal};
use rusqlite::params;

use super::reels::{COLUMNS, ReelRecord, read};
use super::{Journal, to_json};

/// A piece of the kept reels. An empty list is no condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ReelPick {
    /// With any of these characters.
    pub(crate) characters: Vec<String>,
    /// With any of these products.
    pub(crate) products: Vec<String>,
    /// From any of these templates.
    pub(crate) templates: Vec<String>,
    /// Made at or after.
    pub(crate) since: Option<Millis>,
    /// With all of these in its words; in lower case.
    pub(crate) search: Vec<String>,
    /// Order.
    pub(crate) sort: ReelSort,
    /// How many to pass over.
    pub(crate) offset: u32,
    /// How many at most.
    pub(crate) limit: u32,
}

/// Which reels a pick admits; its parameters are 1 to 6. What is no JSON list is none.
const ADMITTED: &str = "server IN (SELECT value FROM json_each(?1))
    AND (?2 = '[]' OR character_id IN (SELECT value FROM json_each(?2)))
    AND (?3 = '[]' OR product_id IN (SELECT value FROM json_each(?3)))
    AND (?4 = '[]' OR formula_id IN (SELECT value FROM json_each(?4)))
    AND (?5 IS NULL OR created_at >= ?5)
    AND NOT EXISTS (SELECT 1 FROM json_each(?6) WHERE instr(words, value) = 0)";

/// The order of a pick. Of the same character or product the newest come first, and those without
/// one last, as at the service; what Hubfluencer made has neither, and comes after all of those.
const fn order(sort: ReelSort) -> &'static str {
    match sort {
        ReelSort::Newest => "created_at DESC, asset_id DESC",
        ReelSort::Oldest => "created_at, asset_id",
        ReelSort::Character => {
            "project IS NOT NULL, character_id IS NULL, lower(character_id), created_at DESC, asset_id DESC"
        }
        ReelSort::Product => {
            "project IS NOT NULL, product_id IS NULL, lower(product_id), created_at DESC, asset_id DESC"
        }
    }
}

impl Journal {
    /// A piece of the kept reels of these servers, and how many there are in all for this pick.
    pub(crate) async fn reel_page(
        &self,
        servers: &[&str],
        pick: ReelPick,
    ) -> Result<(Vec<ReelRecord>, u64), Refusal> {
        let servers = to_json(&servers);
        self.with(move |db| {
            let (characters, products) = (to_json(&pick.characters), to_json(&pick.products));
            let (templates, search) = (to_json(&pick.templates), to_json(&pick.search));
            let total: u32 = db
                .prepare_cached(&format!("SELECT count(*) FROM reels WHERE {ADMITTED}"))?
                .query_row(
                    params![servers, characters, products, templates, pick.since, search],
                    |row| row.get(0),
                )?;
            let order = order(pick.sort);
            let mut page = db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM reels WHERE {ADMITTED} ORDER BY {order} LIMIT ?7 OFFSET ?8"
            ))?;
            let reels = page
                .query_map(
                    params![
                        servers,
                        characters,
                        products,
                        templates,
                        pick.since,
                        search,
                        pick.limit,
                        pick.offset
                    ],
                    read,
                )?
                .collect::<Result<_, _>>()?;
            Ok((reels, total.into()))
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reel(number: i64, character: Option<&str>, caption: &str) -> ReelRecord {
        ReelRecord {
            asset_id: format!("r{number}"),
            created_at: Some(number),
            character_id: character.map(str::to_owned),
            formula_id: Some(format!("f{}", number % 2)),
            caption: Some(caption.to_owned()),
            hashtags: vec!["#Déjà".to_owned()],
            ..ReelRecord::default()
        }
    }

    async fn kept(folder: &std::path::Path) -> Journal {
        let opened = Journal::open(&folder.join("journal.db")).await;
        let journal = opened.expect("a journal").journal;
        let reels = vec![
            reel(1, Some("mia"), "A quiet scan"),
            reel(2, None, "Another one, 100% sure"),
            reel(3, Some("Caden"), "The LABEL says it"),
            reel(4, Some("mia"), "A scan of the label"),
        ];
        assert_eq!(journal.keep_reels("s", reels.clone()).await, Ok(4));
        assert_eq!(journal.keep_reels("s", reels).await, Ok(0), "known by now");
        let elsewhere = journal.keep_reels("other", vec![reel(9, None, "label")]);
        assert_eq!(elsewhere.await, Ok(1));
        journal
    }

    async fn ids(journal: &Journal, pick: ReelPick) -> (String, u64) {
        let limit = if pick.limit == 0 { 10 } else { pick.limit };
        let page = journal.reel_page(&["s"], ReelPick { limit, ..pick }).await;
        let (reels, total) = page.expect("readable");
        let ids: Vec<String> = reels.into_iter().map(|reel| reel.asset_id).collect();
        (ids.join(" "), total)
    }

    #[tokio::test]
    async fn what_is_kept_is_narrowed_and_sorted_as_the_service_does() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = kept(folder.path()).await;
        let pick = ReelPick::default;
        let sorted = |sort| ReelPick { sort, ..pick() };
        for (pick, expected, total) in [
            (pick(), "r4 r3 r2 r1", 4),
            (sorted(ReelSort::Oldest), "r1 r2 r3 r4", 4),
            (sorted(ReelSort::Character), "r3 r4 r1 r2", 4),
            (
                ReelPick {
                    characters: vec!["mia".to_owned(), "nobody".to_owned()],
                    ..pick()
                },
                "r4 r1",
                2,
            ),
            (
                ReelPick {
                    templates: vec!["f1".to_owned()],
                    ..pick()
                },
                "r3 r1",
                2,
            ),
            (
                ReelPick {
                    since: Some(3),
                    ..pick()
                },
                "r4 r3",
                2,
            ),
            (
                ReelPick {
                    offset: 1,
                    limit: 2,
                    ..pick()
                },
                "r3 r2",
                4,
            ),
        ] {
            assert_eq!(
                ids(&journal, pick.clone()).await,
                (expected.to_owned(), total),
                "{pick:?}"
            );
        }
    }

    #[tokio::test]
    async fn a_search_finds_all_of_its_words_whatever_their_case() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = kept(folder.path()).await;
        for (words, expected) in [
            (vec!["label"], "r4 r3"),
            (vec!["label", "scan"], "r4"),
            (vec!["100%"], "r2"),
            (vec!["déjà"], "r4 r3 r2 r1"),
            (vec!["nowhere"], ""),
        ] {
            let search = words.iter().map(|word| (*word).to_owned()).collect();
            let pick = ReelPick {
                search,
                ..ReelPick::default()
            };
            assert_eq!(ids(&journal, pick).await.0, expected, "{words:?}");
        }
    }

    #[tokio::test]
    async fn reels_are_given_in_the_order_in_which_they_are_asked_for() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = kept(folder.path()).await;
        let wanted = ["r2", "none", "r4"].map(str::to_owned).to_vec();
        let found = journal.reels_by_id("s", wanted).await.expect("readable");
        let ids: Vec<_> = found.iter().map(|reel| reel.asset_id.as_str()).collect();
        assert_eq!(ids, ["r2", "r4"]);
    }
}
