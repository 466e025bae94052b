//! Which reels are shown, and in which order.

use contract::{AssetId, Millis, ReelView};

const HOUR: Millis = 3_600_000;
const DAY: Millis = 24 * HOUR;

/// How far back reels are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Since {
    /// All of them.
    #[default]
    AnyTime,
    /// The last 24 hours.
    Day,
    /// The last 7 days.
    Week,
    /// The last 30 days.
    Month,
    /// The last 90 days.
    Quarter,
}

impl Since {
    /// Every choice, as the list shows them.
    pub const ALL: [Self; 5] = [
        Self::AnyTime,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
    ];

    /// The stable text of a choice.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AnyTime => "any",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    /// The choice with this stable text; all reels for any other.
    pub fn from_text(text: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|since| since.as_str() == text)
            .unwrap_or_default()
    }

    const fn length(self) -> Option<Millis> {
        match self {
            Self::AnyTime => None,
            Self::Day => Some(DAY),
            Self::Week => Some(7 * DAY),
            Self::Month => Some(30 * DAY),
            Self::Quarter => Some(90 * DAY),
        }
    }
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Newest first.
    #[default]
    Newest,
    /// Oldest first.
    Oldest,
}

impl Sort {
    /// Every choice, as the list shows them.
    pub const ALL: [Self; 2] = [Self::Newest, Self::Oldest];

    /// The stable text of a choice.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }

    /// The choice with this stable text; newest first for any other.
    pub fn from_text(text: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|sort| sort.as_str() == text)
            .unwrap_or_default()
    }
}

/// What the person asks the library to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all be in the title, the caption or the hashtags.
    pub search: String,
    /// How far back.
    pub since: Since,
    /// Which end first.
    pub sort: Sort,
}

/// What stays of the library while a reel is open: what was asked for, and where the person was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// What is shown.
    pub query: Query,
    /// How far the list is scrolled, in CSS pixels.
    pub scroll_top: f64,
    /// The reel that was opened last: the focus comes back to it.
    pub last_opened: Option<AssetId>,
}

/// The reels that a query shows, in its order. Reels without a date count as the newest: the
/// service has only just made them.
pub fn select(reels: &[ReelView], query: &Query, now: Millis) -> Vec<AssetId> {
    let wanted: Vec<String> = query
        .search
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    let earliest = query.since.length().map(|length| now - length);
    let mut shown: Vec<&ReelView> = reels
        .iter()
        .filter(|reel| match (earliest, reel.created_at) {
            (Some(earliest), Some(made)) => made >= earliest,
            _ => true,
        })
        .filter(|reel| wanted.is_empty() || matches(reel, &wanted))
        .collect();
    // Stable: reels of the same moment keep the service's order.
    match query.sort {
        Sort::Newest => shown.sort_by_key(|reel| std::cmp::Reverse(age_key(reel))),
        Sort::Oldest => shown.sort_by_key(|reel| age_key(reel)),
    }
    shown
        .into_iter()
        .map(|reel| reel.asset_id.clone())
        .collect()
}

fn age_key(reel: &ReelView) -> Millis {
    reel.created_at.unwrap_or(Millis::MAX)
}

fn matches(reel: &ReelView, wanted: &[String]) -> bool {
    let mut text = format!("{}\n{}", reel.title, reel.caption).to_lowercase();
    for tag in &reel.hashtags {
        text.push('\n');
        text.push_str(&tag.to_lowercase());
    }
    wanted.iter().all(|word| text.contains(word.as_str()))
}

/// The reels before and after one, in the order shown.
pub fn neighbours(shown: &[AssetId], current: &AssetId) -> (Option<AssetId>, Option<AssetId>) {
    match shown.iter().position(|asset_id| asset_id == current) {
        None => (None, None),
        Some(index) => (
            index
                .checked_sub(1)
                .and_then(|before| shown.get(before))
                .cloned(),
            shown.get(index + 1).cloned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reel(id: &str, caption: &str, tags: &[&str], made: Option<Millis>) -> ReelView {
        ReelView {
            asset_id: AssetId::from(id),
            order_id: None,
            title: format!("Title {id}"),
            caption: caption.to_owned(),
            hashtags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            duration_seconds: None,
            has_picture: false,
            has_raw: false,
            template_id: None,
            template_name: None,
            character_id: None,
            product_id: None,
            task_id: None,
            created_at: made,
            saved: None,
        }
    }

    fn ids(shown: &[AssetId]) -> Vec<&str> {
        shown.iter().map(|id| id.0.as_str()).collect()
    }

    fn searching(search: &str) -> Query {
        Query {
            search: search.to_owned(),
            ..Query::default()
        }
    }

    #[test]
    fn every_word_must_be_somewhere_and_case_does_not_matter() {
        let reels = [
            reel("a", "One Shake, no machine.", &["#oatmilk"], Some(1)),
            reel("b", "Two cups", &["#OatMilk", "#desk"], Some(2)),
        ];
        assert_eq!(ids(&select(&reels, &searching("oatmilk"), 0)), ["b", "a"]);
        assert_eq!(ids(&select(&reels, &searching("#OATMILK shake"), 0)), ["a"]);
        assert_eq!(ids(&select(&reels, &searching("title B"), 0)), ["b"]);
        assert!(select(&reels, &searching("tea"), 0).is_empty());
    }

    #[test]
    fn other_scripts_are_searched_too() {
        let reels = [
            reel("a", "摇一下就有奶泡", &["#奶泡"], None),
            reel("b", "ÑANDÚ", &[], None),
        ];
        assert_eq!(ids(&select(&reels, &searching("奶泡"), 0)), ["a"]);
        assert_eq!(ids(&select(&reels, &searching("ñandú"), 0)), ["b"]);
    }

    #[test]
    fn a_window_of_time_keeps_what_is_inside_and_what_has_no_date() {
        let now = 100 * DAY;
        let reels = [
            reel("old", "", &[], Some(now - 8 * DAY)),
            reel("new", "", &[], Some(now - DAY)),
            reel("undated", "", &[], None),
        ];
        let week = Query {
            since: Since::Week,
            ..Query::default()
        };
        assert_eq!(ids(&select(&reels, &week, now)), ["undated", "new"]);
        let oldest = Query {
            sort: Sort::Oldest,
            ..Query::default()
        };
        assert_eq!(
            ids(&select(&reels, &oldest, now)),
            ["old", "new", "undated"]
        );
    }

    #[test]
    fn neighbours_follow_what_is_shown() {
        let shown = ["a", "b", "c"].map(AssetId::from);
        let (before, after) = neighbours(&shown, &AssetId::from("b"));
        assert_eq!(
            (before, after),
            (Some(AssetId::from("a")), Some(AssetId::from("c")))
        );
        assert_eq!(neighbours(&shown, &AssetId::from("a")).0, None);
        assert_eq!(neighbours(&shown, &AssetId::from("x")), (None, None));
    }

    #[test]
    fn choices_come_back_from_their_stable_texts() {
        for since in Since::ALL {
            assert_eq!(Since::from_text(since.as_str()), since);
        }
        for sort in Sort::ALL {
            assert_eq!(Sort::from_text(sort.as_str()), sort);
        }
    }
}
