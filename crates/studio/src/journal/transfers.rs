//! Savings under way, so that one whose process died is cleaned up after and begun again.

use std::path::PathBuf;

use contract::{AssetId, Refusal, TransferId};
use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::{Journal, json, paths, to_json};

/// A saving under way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct TransferRecord {
    /// The folder for a name of ours, or the file that the person named.
    #[serde(with = "paths")]
    pub(crate) target: PathBuf,
    /// Whether `target` is a folder.
    pub(crate) in_folder: bool,
    /// Whether the window saves it, and begins again where its process died. What the command line
    /// saves is over with its run.
    #[serde(default)]
    pub(crate) begins_again: bool,
}

/// A file of a set that is being saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct SetFile {
    /// What is written until all are whole.
    #[serde(with = "paths")]
    pub(crate) part: PathBuf,
    /// Its name, once all are whole and get theirs.
    #[serde(default, with = "paths::maybe")]
    pub(crate) target: Option<PathBuf>,
}

/// A saving whose process may have died.
pub(crate) struct LeftTransfer {
    pub(crate) transfer_id: TransferId,
    pub(crate) asset_id: AssetId,
    pub(crate) sender: String,
    pub(crate) target: TransferRecord,
    pub(crate) part_path: Option<PathBuf>,
    /// Those of a set.
    pub(crate) files: Vec<SetFile>,
}

impl Journal {
    /// Notes that a saving begins.
    pub(crate) async fn begin_transfer(
        &self,
        server: &str,
        sender: &str,
        transfer_id: &TransferId,
        asset_id: &AssetId,
        target: &TransferRecord,
    ) -> Result<(), Refusal> {
        let row = (
            transfer_id.0.clone(),
            server.to_owned(),
            asset_id.0.clone(),
            sender.to_owned(),
            to_json(target),
        );
        self.with(move |db| {
            db.execute(
                "INSERT INTO transfers (transfer_id, server, asset_id, sender, target)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                row,
            )?;
            Ok(())
        })
        .await
    }

    /// Notes the `.part` of a saving before it is made.
    pub(crate) async fn transfer_part(
        &self,
        transfer_id: &TransferId,
        part: &std::path::Path,
    ) -> Result<(), Refusal> {
        let (id, part) = (transfer_id.0.clone(), part.to_string_lossy().into_owned());
        self.with(move |db| {
            db.execute(
                "UPDATE transfers SET part_path = ?2 WHERE transfer_id = ?1",
                params![id, part],
            )?;
            Ok(())
        })
        .await
    }

    /// Notes the files of a set: its parts before they are made, and their names before they get them.
    pub(crate) async fn transfer_files(
        &self,
        transfer_id: &TransferId,
        files: Vec<SetFile>,
    ) -> Result<(), Refusal> {
        let id = transfer_id.0.clone();
        self.with(move |db| {
            db.execute(
                "UPDATE transfers SET files = ?2 WHERE transfer_id = ?1",
                params![id, to_json(&files)],
            )?;
            Ok(())
        })
        .await
    }

    /// Notes that a saving has ended, however it ended.
    pub(crate) async fn end_transfer(&self, transfer_id: &TransferId) -> Result<(), Refusal> {
        let id = transfer_id.0.clone();
        self.with(move |db| {
            db.execute("DELETE FROM transfers WHERE transfer_id = ?1", [id])?;
            Ok(())
        })
        .await
    }

    /// Savings that have not ended, of any process.
    pub(crate) async fn open_transfers(&self, server: &str) -> Result<Vec<LeftTransfer>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let mut query = db.prepare(
                "SELECT transfer_id, asset_id, sender, target, part_path, files
                 FROM transfers WHERE server = ?1 ORDER BY transfer_id",
            )?;
            query
                .query_map([server], |row| {
                    Ok(LeftTransfer {
                        transfer_id: TransferId(row.get(0)?),
                        asset_id: AssetId(row.get(1)?),
                        sender: row.get(2)?,
                        target: json(&row.get::<_, String>(3)?),
                        part_path: row.get::<_, Option<String>>(4)?.map(PathBuf::from),
                        files: json(&row.get::<_, String>(5)?),
                    })
                })?
                .collect()
        })
        .await
    }
}
