//! Whether a batch of the service is an order whose answer is missing. Nothing here asks anybody.
//!
//! Judged only by what the service really says: a field that is missing neither proves nor excludes,
//! one that differs excludes. What was asked for has to be told, or the person is asked. A batch is an
//! order's for certain only where its time and its source say so, and nothing else could be either.
//!
//! A clip has no mark at the service but its length, which the analysis finds out; a link has its
//! video's number, where it shows one. Until they are told, one batch that fits is waited with.

use std::collections::{HashMap, HashSet};

use contract::{Millis, Visibility};
use riffkit::{Formula, Task, TaskKind, TaskStatus};

use super::window::Window;
use crate::journal::{OrderRecord, SourceRecord};
use crate::link::Link;

/// What the length of a clip and of its template's source may differ by, in seconds: a service may
/// count whole ones.
const SAME_LENGTH: f64 = 0.5;

/// A batch as the service's lists show it.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    pub(super) batch_id: String,
    pub(super) tasks: Vec<Task>,
    /// Whether those are all of its tasks, as far as the service can be believed.
    pub(super) is_whole: bool,
}

impl Batch {
    /// When it was begun, by the service's clock.
    pub(super) fn began(&self) -> Option<Millis> {
        let moments = self.tasks.iter().filter_map(|task| task.created_at);
        moments.min().map(|moment| moment.as_millisecond())
    }

    /// Its template, where its tasks name one.
    pub(super) fn formula_id(&self) -> Option<&str> {
        self.tasks
            .iter()
            .find_map(|task| task.formula_id.as_deref())
    }

    /// The template that an analysis of it has made.
    pub(super) fn analysed_template(&self) -> Option<&str> {
        let is_done = |task: &Task| is_analysis(task) && task.status == TaskStatus::Completed;
        self.formula_id().filter(|_| self.tasks.iter().any(is_done))
    }
}

/// What the service says beside its tasks.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// Templates that were made lately, by their ids.
    pub(super) templates: HashMap<String, Formula>,
    /// Lengths of the sources of templates that are analysed, in seconds, where the service says so.
    /// What is not in here was not read, or is not analysed yet.
    pub(super) lengths: HashMap<String, Option<f64>>,
    /// Templates that a listed task names, whosever it is.
    pub(super) named: HashSet<String>,
    /// Who asks.
    pub(super) user_id: Option<String>,
}

/// An order without an answer, and when its tasks can have been made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'a> {
    pub(super) order: &'a OrderRecord,
    pub(super) window: Window,
}

/// Another order without an answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rival<'a> {
    pub(super) wanted: Wanted<'a>,
    /// Its answer may still come: then it is known which batch is whose.
    pub(super) is_awaited: bool,
}

/// How well a batch fits an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is another's.
    No,
    /// Nothing speaks against it, and not enough for it.
    Perhaps,
    /// Nothing speaks against it, and what would speak for it the service says later.
    Soon,
    /// Time and source are this order's, and nothing speaks against it.
    Surely,
}

/// What the batches say of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// None fits.
    Nowhere,
    /// One fits for certain, and no other order without an answer could be it.
    Is(String),
    /// One fits, no other order without an answer could be it, and the service will say later whether
    /// that is certain.
    Soon(String),
    /// An order whose answer is awaited could be one of those that fit.
    Open,
    /// Only the person can say, the nearest in time first.
    Ask(Vec<String>),
}

/// Judges the batches that are no known order's.
pub(super) fn judge(
    wanted: &Wanted<'_>,
    rivals: &[Rival<'_>],
    batches: &[Batch],
    facts: &Facts,
) -> Verdict {
    let mut fitting: Vec<(&Batch, Fit)> = batches
        .iter()
        .map(|batch| (batch, fit(wanted, batch, facts)))
        .filter(|(_, fit)| *fit != Fit::No)
        .collect();
    let fits_rival = |rival: &Rival<'_>| {
        let mut fitting = fitting.iter();
        fitting.any(|(batch, _)| fit(&rival.wanted, batch, facts) != Fit::No)
    };
    if fitting.is_empty() {
        return Verdict::Nowhere;
    }
    let mut contenders = rivals.iter().filter(|rival| fits_rival(rival)).peekable();
    let is_contended = contenders.peek().is_some();
    if contenders.any(|rival| rival.is_awaited) {
        return Verdict::Open;
    }
    match (&fitting[..], is_contended) {
        ([(batch, Fit::Surely)], false) => return Verdict::Is(batch.batch_id.clone()),
        ([(batch, Fit::Soon)], false) => return Verdict::Soon(batch.batch_id.clone()),
        _ => {}
    }
    fitting.sort_by_key(|(batch, _)| {
        let distance = |began: Millis| began.abs_diff(wanted.window.left);
        batch.began().map_or(u64::MAX, distance)
    });
    let ids = fitting.into_iter().map(|(batch, _)| batch.batch_id.clone());
    Verdict::Ask(ids.collect())
}

/// How well a batch fits an order.
pub(super) fn fit(wanted: &Wanted<'_>, batch: &Batch, facts: &Facts) -> Fit {
    let order = wanted.order;
    if batch.tasks.is_empty() || !batch.tasks.iter().all(|task| is_mine(task, facts)) {
        return Fit::No;
    }
    let parts = [
        time(&wanted.window, batch),
        source(&order.source, &wanted.window, batch, facts),
        texts(order, batch),
        cast(order, batch),
        product(order, batch),
        if batch.is_whole {
            Fit::Surely
        } else {
            Fit::Perhaps
        },
    ];
    parts.into_iter().min().unwrap_or(Fit::No)
}

fn is_mine(task: &Task, facts: &Facts) -> bool {
    let both = task
        .submitted_by_user_id
        .as_ref()
        .zip(facts.user_id.as_ref());
    both.is_none_or(|(by, me)| by == me)
}

fn time(window: &Window, batch: &Batch) -> Fit {
    match batch.began() {
        Some(began) if !window.has(began) => Fit::No,
        Some(began) if window.is_sure_of(began) => Fit::Surely,
        _ => Fit::Perhaps,
    }
}

/// A template's batch has that template. A new source is analysed first, into a template of its own
/// that is made with the order (contract, `RiffOut`).
fn source(source: &SourceRecord, window: &Window, batch: &Batch, facts: &Facts) -> Fit {
    let is_analysed = batch.tasks.iter().any(is_analysis);
    let mut named = batch
        .tasks
        .iter()
        .filter_map(|task| task.formula_id.as_deref());
    if let Some(template_id) = &source.template_id {
        let Some(first) = named.next() else {
            return Fit::Perhaps;
        };
        let is_it = first == template_id.0 && named.all(|id| id == template_id.0);
        return match (is_it, is_analysed) {
            (false, _) => Fit::No,
            (true, false) => Fit::Surely,
            (true, true) => Fit::Perhaps,
        };
    }
    let Some(template) = named.find_map(|id| facts.templates.get(id)) else {
        return untold(batch);
    };
    let made = template.created_at.map(|moment| moment.as_millisecond());
    if is_analysed && made.is_some_and(|made| made < window.from) {
        // An old template is analysed anew: nobody's order of a new source.
        return Fit::No;
    }
    if is_of_another_source(source, template) {
        return Fit::No;
    }
    // Without an analysis a known one was used: "re-riffing the same source reuses it".
    let is_new = made.is_some_and(|made| window.has(made));
    match &source.link {
        _ if !is_analysed || !is_new => Fit::Perhaps,
        Some(link) => same_video(link, template),
        None => same_clip(source, batch, template, facts),
    }
}

/// Whether a new template was made in an order's time that no listed task names: the order's tasks may
/// be listed later than it.
pub(super) fn leaves_a_template_over(wanted: &Wanted<'_>, facts: &Facts) -> bool {
    let source = &wanted.order.source;
    let is_left = |template: &Formula| {
        let made = template.created_at.map(|moment| moment.as_millisecond());
        made.is_some_and(|made| wanted.window.has(made))
            && !template.is_public()
            && !facts.named.contains(&template.id)
            && !is_of_another_source(source, template)
    };
    source.template_id.is_none() && facts.templates.values().any(is_left)
}

/// Whether both sources are known, and not to be the same.
fn is_of_another_source(source: &SourceRecord, template: &Formula) -> bool {
    let Some(theirs) = template.source_url.as_deref().and_then(video_of) else {
        return false;
    };
    match &source.link {
        Some(link) => video_of(link).is_some_and(|ours| ours != theirs),
        // A clip's template has no link to a video.
        None => true,
    }
}

/// Whether a template was made from this link: known by the number of its video, or by its text.
fn same_video(ours: &str, template: &Formula) -> Fit {
    let theirs = template.source_url.as_deref().unwrap_or_default();
    let numbers = video_of(ours).zip(video_of(theirs));
    // One of them may hide it.
    sure_if(numbers.is_some_and(|(ours, theirs)| ours == theirs) || ours.trim() == theirs.trim())
}

/// Whether a template was made from this clip: known by its length alone, which two clips may share.
/// Another length excludes nothing: a service may measure otherwise.
fn same_clip(source: &SourceRecord, batch: &Batch, template: &Formula, facts: &Facts) -> Fit {
    match (source.duration_seconds, facts.lengths.get(&template.id)) {
        (Some(ours), Some(Some(theirs))) => sure_if((ours - theirs).abs() <= SAME_LENGTH),
        (Some(_), None) => untold(batch),
        _ => Fit::Perhaps,
    }
}

/// What a batch of a new source does not tell may follow from its analysis, unless that has failed.
fn untold(batch: &Batch) -> Fit {
    let has_failed = |task: &Task| task.status.has_ended() && task.status != TaskStatus::Completed;
    let mut analyses = batch
        .tasks
        .iter()
        .filter(|task| is_analysis(task))
        .peekable();
    if analyses.peek().is_some() && !analyses.any(has_failed) {
        Fit::Soon
    } else {
        Fit::Perhaps
    }
}

/// The number of the video that a full link leads to. A share link hides it.
fn video_of(link: &str) -> Option<String> {
    let link = Link::judge(link).ok()?;
    let last = link.name.rsplit('/').next()?;
    let number = last.trim_end_matches(".html");
    let is_number = number.len() > 5 && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| number.to_owned())
}

fn texts(order: &OrderRecord, batch: &Batch) -> Fit {
    let differs =
        |ours: &str, theirs: Option<&str>| theirs.is_some_and(|theirs| !is_same(ours, theirs));
    let is_told = |ours: &str, read: fn(&Task) -> Option<&String>| {
        ours.trim().is_empty() || batch.tasks.iter().any(|task| read(task).is_some())
    };
    let mut fit = sure_if(
        is_told(&order.direction, |task| task.content_anchor.as_ref())
            && is_told(&order.hint, |task| task.user_hint.as_ref()),
    );
    for task in &batch.tasks {
        if differs(&order.direction, task.content_anchor.as_deref())
            || differs(&order.hint, task.user_hint.as_deref())
        {
            return Fit::No;
        }
        let other = |theirs: &String| !theirs.eq_ignore_ascii_case(&order.language);
        if !order.language.is_empty() && task.language.as_ref().is_some_and(other) {
            if !is_analysis(task) {
                return Fit::No;
            }
            // It might be the source's own language.
            fit = Fit::Perhaps;
        }
    }
    fit
}

/// Whether two texts are the same to a person: line ends and blanks around them don't count.
fn is_same(ours: &str, theirs: &str) -> bool {
    let lines = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    ours == theirs || lines(ours) == lines(theirs)
}

fn cast(order: &OrderRecord, batch: &Batch) -> Fit {
    let chosen = &order.brief.characters;
    let is_ours = |id: &str| chosen.iter().any(|one| one.character_id.0 == id);
    let mut named = batch
        .tasks
        .iter()
        .filter_map(|task| task.character_id.as_deref());
    if !named.all(is_ours) {
        return Fit::No;
    }
    told_by_each(batch, !chosen.is_empty(), |task| {
        task.character_id.is_some()
    })
}

fn product(order: &OrderRecord, batch: &Batch) -> Fit {
    let ours = order.brief.product.as_ref();
    let id = ours.and_then(|product| product.product_id.as_ref());
    let word = ours.map_or("no_product", |product| match product.visibility {
        Visibility::OnCamera => "on_camera",
        Visibility::OffCamera => "off_camera",
    });
    let is_other = |task: &Task| {
        let other_id = match (&task.product_id, id) {
            (None, _) => false,
            (Some(theirs), Some(ours)) => *theirs != ours.0,
            (Some(_), None) => true,
        };
        let known = ["on_camera", "off_camera", "no_product"];
        let theirs = task.product_visibility.as_deref();
        let other_word = theirs.is_some_and(|theirs| known.contains(&theirs) && theirs != word);
        other_id || other_word
    };
    if batch.tasks.iter().any(is_other) {
        return Fit::No;
    }
    told_by_each(batch, id.is_some(), |task| task.product_id.is_some())
}

/// What was chosen has to be told by each task that makes a video. A new source is analysed before
/// there is one.
fn told_by_each(batch: &Batch, was_chosen: bool, is_told: impl Fn(&Task) -> bool) -> Fit {
    let mut generations = generations(batch).peekable();
    match (was_chosen, generations.peek()) {
        (false, _) => Fit::Surely,
        (true, None) => untold(batch),
        (true, Some(_)) => sure_if(generations.all(is_told)),
    }
}

/// What was chosen and is not told by those who should have it may be somebody else's order that is
/// without it, of another computer of the same account.
fn sure_if(is_told: bool) -> Fit {
    if is_told { Fit::Surely } else { Fit::Perhaps }
}

/// The tasks that make a video: an analysis has no cast and no product of its own.
fn generations(batch: &Batch) -> impl Iterator<Item = &Task> {
    batch.tasks.iter().filter(|task| !is_analysis(task))
}

fn is_analysis(task: &Task) -> bool {
    task.kind == TaskKind::Analyze
}

#[cfg(test)]
mod elsewhere;
#[cfg(test)]
mod tests;
