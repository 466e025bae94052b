//! The scenes of an ad: free changes of its timeline.

use contract::{Code, EditorView, ProjectKey, ProjectKind, Refusal, check_scene_prompt, choices};
use hubfluencer::{AssetSource, Editor, Id};

use super::checks::{check_all, check_range};
use super::document::json_form;
use crate::Studio;

impl Studio {
    /// Adds a scene at the end: 1 to 2,000 characters, 20 scenes at most.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] by the contract's limits, without asking the service;
    /// [`Code::AutopilotActive`], [`Code::BatchActive`]; those of the call.
    pub async fn add_scene(&self, slug: &str, prompt: &str) -> Result<EditorView, Refusal> {
        check_all(check_scene_prompt(prompt))?;
        self.check_room(slug).await?;
        self.editor_step(slug, |api, session| async move {
            api.add_segment(&session, slug, prompt).await
        })
        .await
    }

    /// Changes a scene's prompt: 1 to 2,000 characters.
    ///
    /// # Errors
    /// [`Code::Unknown`] where the ad has no such scene; as [`Studio::add_scene`].
    pub async fn edit_scene(
        &self,
        slug: &str,
        scene_id: &str,
        prompt: &str,
    ) -> Result<EditorView, Refusal> {
        check_all(check_scene_prompt(prompt))?;
        let id = self.scene_id(slug, scene_id).await?;
        self.editor_step(slug, |api, session| {
            let id = &id;
            async move { api.edit_segment(&session, slug, id, prompt).await }
        })
        .await
    }

    /// Deletes a scene.
    ///
    /// # Errors
    /// As [`Studio::edit_scene`].
    pub async fn delete_scene(&self, slug: &str, scene_id: &str) -> Result<EditorView, Refusal> {
        let id = self.scene_id(slug, scene_id).await?;
        self.editor_step(slug, |api, session| {
            let id = &id;
            async move { api.delete_segment(&session, slug, id).await }
        })
        .await
    }

    /// Puts the scenes in this order: all of them.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] where one is missing or stands in it twice; as [`Studio::edit_scene`].
    pub async fn reorder_scenes(
        &self,
        slug: &str,
        order: &[String],
    ) -> Result<EditorView, Refusal> {
        let editor = self.editor_document(&key_of(slug)).await?;
        let mut ids = Vec::with_capacity(order.len());
        for scene_id in order {
            ids.push(scene_of(&editor, scene_id).ok_or_else(no_such)?);
        }
        let is_whole = editor
            .segments
            .iter()
            .all(|segment| ids.iter().filter(|id| **id == segment.id).count() == 1);
        if !is_whole {
            return Err(Refusal::new(Code::FieldInvalid)
                .with("field", "order")
                .with("fault", "missing")
                .of_hubfluencer());
        }
        self.editor_step(slug, |api, session| {
            let ids = &ids;
            async move { api.reorder_segments(&session, slug, ids).await }
        })
        .await
    }

    /// Adds an uploaded clip as a new scene.
    ///
    /// # Errors
    /// [`Code::FootageNotReady`] for one that is still looked at; as [`Studio::add_scene`].
    pub async fn place_footage(&self, slug: &str, upload_id: &str) -> Result<EditorView, Refusal> {
        self.check_room(slug).await?;
        let upload = self.upload_id(slug, upload_id).await?;
        self.editor_step(slug, |api, session| {
            let upload = &upload;
            async move { api.segment_from_upload(&session, slug, upload).await }
        })
        .await
    }

    /// Shows an uploaded clip in a scene.
    ///
    /// # Errors
    /// [`Code::FootageNotReady`] for one that is still looked at; as [`Studio::edit_scene`].
    pub async fn use_footage(
        &self,
        slug: &str,
        scene_id: &str,
        upload_id: &str,
    ) -> Result<EditorView, Refusal> {
        let upload_id = self.upload_id(slug, upload_id).await?;
        self.use_asset(slug, scene_id, AssetSource::Upload { upload_id })
            .await
    }

    /// Shows another scene's finished video in a scene.
    ///
    /// # Errors
    /// As [`Studio::edit_scene`].
    pub async fn use_scene(
        &self,
        slug: &str,
        scene_id: &str,
        source_segment_id: &str,
    ) -> Result<EditorView, Refusal> {
        let source_segment_id = self.scene_id(slug, source_segment_id).await?;
        let source = AssetSource::Segment { source_segment_id };
        self.use_asset(slug, scene_id, source).await
    }

    async fn use_asset(
        &self,
        slug: &str,
        scene_id: &str,
        source: AssetSource,
    ) -> Result<EditorView, Refusal> {
        let id = self.scene_id(slug, scene_id).await?;
        self.editor_step(slug, |api, session| {
            let (id, source) = (&id, &source);
            async move { api.use_asset(&session, slug, id, source).await }
        })
        .await
    }

    /// An ad has 20 scenes at most (contract, "Granular editor pipeline").
    async fn check_room(&self, slug: &str) -> Result<(), Refusal> {
        let editor = self.editor_document(&key_of(slug)).await?;
        let count = u32::try_from(editor.segments.len()).unwrap_or(u32::MAX);
        let most = u32::try_from(choices::SCENES_AT_MOST).unwrap_or(u32::MAX);
        check_range("segments", count.saturating_add(1), 1..=most)
    }

    /// The id of a scene as the service has it. One that is not known here is looked for anew.
    pub(in crate::hubfluencer) async fn scene_id(
        &self,
        slug: &str,
        scene_id: &str,
    ) -> Result<Id, Refusal> {
        let key = key_of(slug);
        if let Some(id) = scene_of(&self.editor_document(&key).await?, scene_id) {
            return Ok(id);
        }
        self.project(&key).await?;
        scene_of(&self.editor_document(&key).await?, scene_id).ok_or_else(no_such)
    }

    /// The id of an uploaded clip as the service has it. One that is not known here is looked for
    /// anew.
    async fn upload_id(&self, slug: &str, upload_id: &str) -> Result<Id, Refusal> {
        let key = key_of(slug);
        if let Some(id) = upload_of(&self.editor_document(&key).await?, upload_id) {
            return Ok(id);
        }
        self.project(&key).await?;
        upload_of(&self.editor_document(&key).await?, upload_id).ok_or_else(no_such)
    }
}

fn key_of(slug: &str) -> ProjectKey {
    ProjectKey::new(ProjectKind::Editor, slug)
}

/// The scene that is meant: by its JSON form, as a front has it, or as a person writes it.
fn scene_of(editor: &Editor, scene_id: &str) -> Option<Id> {
    meant(editor.segments.iter().map(|segment| &segment.id), scene_id)
}

fn upload_of(editor: &Editor, upload_id: &str) -> Option<Id> {
    meant(editor.uploads.iter().map(|upload| &upload.id), upload_id)
}

fn meant<'a>(ids: impl Iterator<Item = &'a Id> + Clone, text: &str) -> Option<Id> {
    let exact = ids.clone().find(|id| json_form(id) == text);
    exact
        .or_else(|| ids.into_iter().find(|id| id.is_written(text)))
        .cloned()
}

fn no_such() -> Refusal {
    Refusal::new(Code::Unknown).of_hubfluencer()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_meant_by_its_form_before_its_writing() {
        let ids = [Id::from("7"), Id::from(7), Id::from("ab")];
        assert_eq!(meant(ids.iter(), "7"), Some(Id::from(7)));
        assert_eq!(meant(ids.iter(), "\"7\""), Some(Id::from("7")));
        assert_eq!(meant(ids.iter(), "ab"), Some(Id::from("ab")));
        assert_eq!(meant(ids.iter(), "8"), None);
    }
}
