//! A past that is invented: reels, tasks and charges from before the sandbox was started.
//!
//! It is made anew at each start, the same one every time, and never written: ten thousand reels
//! cost a start a moment and the records nothing. Everything in it is over, and what failed is too
//! old to be retried, so that nothing ever has to change.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde_json::json;

use super::{
    Asset, Batch, Charge, Fate, Mode, PlannedReel, Rendered, Task, TaskKind, TaskStatus,
    ledger::first_of_day, records::CREDITS_PER_SECOND,
};
use crate::{
    moment::{DAY, Millis},
    render::captions::Captions,
    team::Roster,
};

const WORDS: &str = include_str!("../../assets/words/past.json");
const MINUTE: Millis = 60_000;
/// The day on which the first task has each ending that is none of success: there is one of each in
/// any past that is long enough, whoever the user is.
const CERTAIN: [(u32, TaskStatus); 3] = [
    (3, TaskStatus::Failed),
    (4, TaskStatus::Cancelled),
    (5, TaskStatus::Dead),
];
/// From one reel of [`Wanted::reels`] back to the one before.
const BETWEEN: Millis = 37 * MINUTE;
/// Days on which the others of a team have worked, where no past is asked for.
const TEAM_DAYS: u32 = 3;

#[derive(Deserialize)]
struct Words {
    directions: BTreeMap<String, Vec<String>>,
}

/// How much past there is to be.
pub(crate) struct Wanted<'a> {
    /// Finished reels, beside those of the days.
    pub(crate) reels: usize,
    /// Days on which reels were made and charged.
    pub(crate) days: u32,
    pub(crate) roster: &'a Roster,
    /// The moment at which it ends.
    pub(crate) until: Millis,
    /// What its reels were made from, and with whom.
    pub(crate) templates: &'a [&'a str],
    pub(crate) characters: &'a [&'a str],
    pub(crate) captions: &'a Captions,
    /// What all its reels are.
    pub(crate) sample: Rendered,
}

/// What was before the sandbox was started.
#[derive(Debug, Clone, Default)]
pub(crate) struct Past {
    pub(crate) batches: Vec<Batch>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) assets: Vec<Asset>,
    pub(crate) charges: Vec<Charge>,
    places: HashMap<String, usize>,
    sample: Option<Rendered>,
}

/// One run that is over.
struct Run<'a> {
    user_id: &'a str,
    created: Millis,
    status: TaskStatus,
    is_charged: bool,
}

impl Past {
    /// Invents a past.
    ///
    /// # Errors
    /// Where the carried words aren't what they should be; a test reads them.
    pub(crate) fn invent(wanted: &Wanted<'_>) -> Result<Self, serde_json::Error> {
        let words: Words = serde_json::from_str(WORDS)?;
        let mut past = Self {
            sample: Some(wanted.sample.clone()),
            ..Self::default()
        };
        if wanted.reels == 0 && wanted.days == 0 && wanted.roster.is_solo() {
            return Ok(past);
        }
        for place in 0..wanted.reels {
            let back = Millis::try_from(place).unwrap_or(Millis::MAX / BETWEEN - 1) + 1;
            let run = Run {
                user_id: &wanted.roster.own.user_id,
                created: wanted.until - back * BETWEEN,
                status: TaskStatus::Completed,
                is_charged: false,
            };
            past.add(&run, wanted, &words);
        }
        past.add_days(wanted, &words);
        Ok(past)
    }

    fn add_days(&mut self, wanted: &Wanted<'_>, words: &Words) {
        let roster = wanted.roster;
        for day in 1..=wanted.days {
            self.add_day(&roster.own.user_id, day, wanted, words);
        }
        for other in &roster.others {
            for day in 1..=wanted.days.max(TEAM_DAYS) {
                self.add_day(&other.user_id, day, wanted, words);
            }
            let run = Run {
                user_id: &other.user_id,
                created: wanted.until - 20 * MINUTE,
                status: TaskStatus::Completed,
                is_charged: true,
            };
            self.add(&run, wanted, words);
        }
    }

    /// What a user did on the day that is so many days before the end.
    fn add_day(&mut self, user_id: &str, day: u32, wanted: &Wanted<'_>, words: &Words) {
        let first = first_of_day(wanted.until) - Millis::from(day) * DAY;
        let seed = varied(u64::from(day)) ^ user_id.bytes().map(u64::from).sum::<u64>();
        // Somebody has worked on the latest day, so that there is something to see at once.
        let certain = CERTAIN.iter().find(|(on, _)| *on == day);
        let certain = certain.map(|(_, status)| *status);
        let runs = match (day, certain) {
            (1, _) => 2,
            (_, Some(_)) => (varied(seed) % 5).max(1),
            (_, None) => varied(seed) % 5,
        };
        for run in 0..runs {
            let invented = match varied(seed ^ (run + 1) << 8) % 12 {
                0 if day > 2 => TaskStatus::Failed,
                1 if day > 2 => TaskStatus::Cancelled,
                2 if day > 2 => TaskStatus::Dead,
                _ => TaskStatus::Completed,
            };
            let status = certain.filter(|_| run == 0).unwrap_or(invented);
            let hour = 8 + 2 * Millis::try_from(run).unwrap_or(0);
            let minute = Millis::try_from(varied(seed ^ run << 16) % 60).unwrap_or(0);
            let run = Run {
                user_id,
                created: first + (hour * 60 + minute) * MINUTE,
                status,
                is_charged: true,
            };
            self.add(&run, wanted, words);
        }
    }

    fn add(&mut self, run: &Run<'_>, wanted: &Wanted<'_>, words: &Words) {
        let place = self.tasks.len();
        let seed = varied(place as u64);
        let id = |kind: u64| {
            let scope = wanted.roster.scope_id.bytes().map(u64::from);
            let scope = scope.fold(kind, |all, byte| varied(all ^ byte));
            format!(
                "{:016x}{:016x}",
                varied(scope ^ seed),
                varied(scope ^ !seed)
            )
        };
        let (batch_id, task_id, asset_id) = (id(1), id(2), id(3));
        let language = if seed.is_multiple_of(4) { "es" } else { "en" };
        let directions = words.directions.get(language);
        let direction = directions
            .and_then(|all| pick(all, seed >> 8))
            .cloned()
            .unwrap_or_default();
        // Every third one is of the AI's own person.
        let character_id = (!seed.is_multiple_of(3))
            .then(|| pick(wanted.characters, seed >> 16))
            .flatten()
            .map(|id| (*id).to_owned());
        let formula_id = pick(wanted.templates, seed >> 24);
        let formula_id = formula_id.map_or_else(String::new, |id| (*id).to_owned());
        let batch = Batch {
            id: batch_id.clone(),
            formula_id,
            language: language.to_owned(),
            content_anchor: direction,
            user_hint: String::new(),
            accepted: run.created,
            upload_bytes: 0,
            mode: Mode::Generate,
            submitted_by: Some(run.user_id.to_owned()),
            placed: None,
            planned: vec![PlannedReel {
                task_id: task_id.clone(),
                asset_id: asset_id.clone(),
                character_id,
            }],
        };
        let minutes = 3 + Millis::try_from(seed % 5).unwrap_or(0);
        let task = task(run, &batch, minutes * MINUTE);
        let finished = task.finished.unwrap_or(run.created);
        let is_complete = run.status == TaskStatus::Completed;
        if is_complete {
            let words = wanted.captions.of(&batch);
            self.places.insert(asset_id.clone(), self.assets.len());
            self.assets.push(Asset {
                id: asset_id,
                name: words.name,
                batch_id: batch_id.clone(),
                task_id: task_id.clone(),
                formula_id: batch.formula_id.clone(),
                character_id: task.character_id.clone(),
                caption: words.caption,
                hashtags: words.hashtags,
                language: batch.language.clone(),
                created: finished,
                product_id: None,
                has_raw: !batch.content_anchor.is_empty(),
            });
        }
        if run.is_charged && matches!(run.status, TaskStatus::Completed | TaskStatus::Cancelled) {
            let whole = self.sample.as_ref().map_or(0, |sample| sample.duration_ms);
            let rendered = if is_complete { whole } else { whole / 3 };
            self.charges.push(Charge {
                at: finished,
                credits: rendered * CREDITS_PER_SECOND / 1000,
                user_id: run.user_id.to_owned(),
                task_id: task_id.clone(),
            });
        }
        self.places.insert(batch_id, place);
        self.places.insert(task_id, place);
        self.batches.push(batch);
        self.tasks.push(task);
    }

    /// The batch with this id.
    pub(crate) fn batch(&self, id: &str) -> Option<&Batch> {
        let batch = self.batches.get(*self.places.get(id)?)?;
        (batch.id == id).then_some(batch)
    }

    /// The task with this id.
    pub(crate) fn task(&self, id: &str) -> Option<&Task> {
        let task = self.tasks.get(*self.places.get(id)?)?;
        (task.id == id).then_some(task)
    }

    /// The reel with this id.
    pub(crate) fn asset(&self, id: &str) -> Option<&Asset> {
        let asset = self.assets.get(*self.places.get(id)?)?;
        (asset.id == id).then_some(asset)
    }

    /// What all its reels are: the sample that the sandbox carries.
    pub(crate) fn rendered(&self, asset_id: &str) -> Option<&Rendered> {
        self.asset(asset_id)?;
        self.sample.as_ref()
    }
}

fn task(run: &Run<'_>, batch: &Batch, run_ms: Millis) -> Task {
    let planned = batch.planned.first();
    let started = run.created + 10_000;
    let fate = match run.status {
        TaskStatus::Failed => Fate::FailSeedance,
        TaskStatus::Dead => Fate::Die,
        _ => Fate::Complete,
    };
    let result = planned
        .filter(|_| run.status == TaskStatus::Completed)
        .map(|planned| json!({ "asset_id": planned.asset_id }));
    Task {
        id: planned.map_or_else(String::new, |planned| planned.task_id.clone()),
        batch_id: batch.id.clone(),
        refreshes: None,
        kind: TaskKind::Pipeline,
        status: run.status,
        asset_id: planned.map(|planned| planned.asset_id.clone()),
        character_id: planned.and_then(|planned| planned.character_id.clone()),
        created: run.created,
        ready: run.created,
        started: Some(started),
        run_ms,
        finished: Some(started + run_ms),
        fate,
        failing: 0,
        error: fate.error().map(str::to_owned),
        result,
    }
}

fn pick<T>(list: &[T], seed: u64) -> Option<&T> {
    let place = usize::try_from(seed).unwrap_or(0).checked_rem(list.len())?;
    list.get(place)
}

/// Spreads a number over all others, the same way at each start (SplitMix64).
fn varied(seed: u64) -> u64 {
    let mut number = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}
