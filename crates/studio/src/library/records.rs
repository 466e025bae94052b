//! From the service's assets to what is kept and shown of a reel.

use std::path::PathBuf;

use contract::{
    AssetId, CharacterId, OrderId, ProductId, ReelForm, ReelView, SavedFile, Service, TaskId,
    TemplateId,
};
use riffkit::Asset;

use crate::home::readable;
use crate::journal::{ProjectResult, ReelRecord};

/// Characters of a caption that stand for a title.
const TITLE_CHARS: usize = 48;

pub(super) fn records(assets: &[Asset]) -> Vec<ReelRecord> {
    assets.iter().map(record).collect()
}

fn record(asset: &Asset) -> ReelRecord {
    let own = |url: &Option<String>| url.clone().filter(|url| is_own(url));
    ReelRecord {
        asset_id: asset.id.clone(),
        order_id: None,
        task_id: asset.task_id.clone(),
        name: asset.name.clone(),
        formula_id: asset.formula_id.clone(),
        formula_name: asset.formula_name.clone(),
        character_id: asset.character_id.clone(),
        product_id: asset.product_id.clone(),
        caption: asset.caption.clone(),
        hashtags: asset
            .asset_hashtags
            .iter()
            .filter_map(|tag| hashtag(tag))
            .collect(),
        duration_seconds: duration_of(asset),
        file_url: own(&asset.file_url),
        raw_url: own(&asset.sd_video_url),
        thumb_url: own(&asset.thumb_url),
        created_at: asset.created_at.map(|at| at.as_millisecond()),
        result: None,
        saved_files: Vec::new(),
    }
}

/// Only a path of the service itself is kept: an address with a query may carry access of its own.
pub(crate) fn is_own(url: &str) -> bool {
    !url.is_empty() && !url.contains("://") && !url.starts_with("//") && !url.contains('?')
}

/// One hashtag with its `#`, however the service wrote it.
pub(crate) fn hashtag(text: &str) -> Option<String> {
    let word = text.trim().trim_start_matches('#').trim();
    (!word.is_empty()).then(|| format!("#{word}"))
}

fn duration_of(asset: &Asset) -> Option<f64> {
    let names = ["duration_seconds", "duration", "video_duration"];
    [&asset.metadata, &asset.extra_metadata]
        .into_iter()
        .flat_map(|more| {
            names
                .iter()
                .filter_map(move |name| more.get(name)?.as_f64())
        })
        .find(|seconds| seconds.is_finite() && *seconds > 0.0)
}

pub(super) fn view(reel: &ReelRecord) -> ReelView {
    let result = reel.result.as_ref();
    let slides = result.map_or(0, |result| result.slides.len());
    ReelView {
        asset_id: AssetId(reel.asset_id.clone()),
        service: match result {
            Some(_) => Service::Hubfluencer,
            None => Service::Riffkit,
        },
        form: match u32::try_from(slides) {
            Ok(0) | Err(_) => ReelForm::Video,
            Ok(slides) => ReelForm::Carousel { slides },
        },
        project: result.map(|result| result.project.clone()),
        order_id: reel.order_id.clone().map(OrderId),
        title: title(reel),
        caption: reel.caption.clone().unwrap_or_default(),
        hashtags: reel.hashtags.clone(),
        duration_seconds: reel.duration_seconds,
        has_picture: reel.thumb_url.is_some() || result.is_some_and(ProjectResult::has_picture),
        has_raw: reel.raw_url.is_some(),
        template_id: reel.formula_id.clone().map(TemplateId),
        template_name: reel.formula_name.clone(),
        character_id: reel.character_id.clone().map(CharacterId),
        product_id: reel.product_id.clone().map(ProductId),
        task_id: reel.task_id.clone().map(TaskId),
        created_at: reel.created_at,
        saved: saved_file(&reel.saved_files),
    }
}

/// What is on disk as a person reads it: one file, or the files of a set. None: nothing was saved.
pub(crate) fn saved_file(files: &[PathBuf]) -> Option<SavedFile> {
    let text = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let first = files.first()?;
    Some(SavedFile {
        name: text(first.file_name()),
        folder: first.parent().map(readable).unwrap_or_default(),
        present: files.iter().all(|file| file.is_file()),
        files: u32::try_from(files.len()).unwrap_or(u32::MAX),
    })
}

/// What to call a reel: its name, else its template's, else the caption's beginning.
pub(crate) fn title(reel: &ReelRecord) -> String {
    let given = [&reel.name, &reel.formula_name]
        .into_iter()
        .flatten()
        .map(|name| name.trim())
        .find(|name| !name.is_empty());
    if let Some(name) = given {
        return name.to_owned();
    }
    let caption = reel.caption.as_deref().unwrap_or_default().trim();
    let mut beginning: String = caption.chars().take(TITLE_CHARS).collect();
    if beginning.len() < caption.len() {
        beginning.push('…');
    }
    if beginning.is_empty() {
        reel.asset_id.clone()
    } else {
        beginning
    }
}
