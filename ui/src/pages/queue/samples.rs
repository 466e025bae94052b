//! Orders and reels for this folder's tests.

use contract::{
    AssetId, OrderId, OrderState, OrderView, ReelView, SavedFile, SourceKind, SourceView, TaskId,
    TaskKind, TaskStatus, TaskView,
};

/// An order of a clip, in this state.
pub fn order(state: OrderState) -> OrderView {
    OrderView {
        order_id: OrderId::from("order"),
        batch_id: None,
        source: SourceView {
            kind: SourceKind::Clip,
            name: "hook.mov".to_owned(),
            duration_seconds: Some(12.0),
            clip_id: None,
            template_id: None,
        },
        language: "en".to_owned(),
        direction: String::new(),
        hint: String::new(),
        characters: Vec::new(),
        product: None,
        state,
        note: None,
        refusal: None,
        can_top_up: false,
        tasks: Vec::new(),
        reels: Vec::new(),
        created_at: 0,
        heard_at: None,
        ended_at: None,
    }
}

/// A task of this kind, in this state.
pub fn task(kind: TaskKind, status: TaskStatus) -> TaskView {
    TaskView {
        task_id: TaskId::from("task"),
        kind,
        status,
        progress: 0,
        step: None,
        error: None,
        refusal: None,
        asset_ids: Vec::new(),
        created_at: None,
        finished_at: None,
        retry_until: None,
    }
}

/// A reel, on disk or not.
pub fn reel(asset_id: &str, saved: bool) -> ReelView {
    ReelView {
        asset_id: AssetId::from(asset_id),
        service: contract::Service::Riffkit,
        form: contract::ReelForm::Video,
        project: None,
        order_id: None,
        title: asset_id.to_owned(),
        caption: String::new(),
        hashtags: Vec::new(),
        duration_seconds: None,
        has_picture: false,
        has_raw: false,
        template_id: None,
        template_name: None,
        character_id: None,
        product_id: None,
        task_id: None,
        created_at: None,
        saved: saved.then(|| SavedFile {
            name: format!("{asset_id}.mp4"),
            folder: "~/Reels".to_owned(),
            present: true,
            files: 1,
        }),
    }
}
