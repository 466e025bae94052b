//! A service that has taken everything and is never done: each batch it is asked for has one task
//! under way. It counts how often each was asked for, and forgets that when it has told it.

use std::collections::HashMap;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use super::http::{Connection, Head};

/// What the service remembers.
#[derive(Default)]
pub struct Service {
    taken: AtomicU64,
    polls: Mutex<HashMap<String, u64>>,
}

impl Service {
    /// The answer to an order.
    pub fn taken(&self) -> Value {
        let number = self.taken.fetch_add(1, Ordering::Relaxed);
        json!({"mode": "analyze_then_generate", "batch_id": format!("taken-{number}"), "task_ids": []})
    }

    /// Answers whatever else is asked.
    ///
    /// # Errors
    /// The connection broke.
    pub fn answer(&self, connection: &mut Connection, head: &Head) -> io::Result<()> {
        connection.swallow(head)?;
        let path = head.path();
        if let Some(batch_id) = path.strip_prefix("/api/tasks/batch/") {
            let polls = {
                let mut polls = self.polls.lock().unwrap_or_else(PoisonError::into_inner);
                let polls = polls.entry(batch_id.to_owned()).or_default();
                *polls += 1;
                *polls
            };
            return connection.json(&batch(batch_id, polls));
        }
        match path {
            "/polls" => {
                let mut polls = self.polls.lock().unwrap_or_else(PoisonError::into_inner);
                let counts: Vec<u64> = polls.drain().map(|(_, count)| count).collect();
                drop(polls);
                connection.json(&json!(counts))
            }
            "/api/auth/me" => connection.json(&json!({"id": "1", "email": "a@b.example"})),
            "/api/languages" => connection.json(&json!([{"code": "en", "name": "English"}])),
            _ => connection.answer("404 Not Found", "Content-Type: application/json\r\n", b"{}"),
        }
    }
}

/// A batch under way, a little further at each look.
fn batch(batch_id: &str, polls: u64) -> Value {
    let task = json!({
        "id": format!("{batch_id}-1"), "type": "pipeline", "status": "running",
        "progress": polls % 95, "current_step": "render", "batch_id": batch_id,
        "formula_id": "f1", "formula_name": "Thirty-second pantry", "language": "en",
        "content_anchor": "At the reveal, show the label", "segment_count": 4,
        "created_at": "2026-06-20T12:00:00", "started_at": "2026-06-20T12:00:05",
    });
    json!({"batch_id": batch_id, "tasks": [task]})
}
