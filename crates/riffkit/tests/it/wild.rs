//! Answers that nobody would write who means well: JSON in the words that a client's own sources know, with values
//! that lie at an edge. The tests of the other service's client use it too.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

/// A source of them. The same seed gives the same ones.
pub struct Wild {
    state: u64,
    names: Vec<String>,
}

impl Wild {
    /// Answers in the words of the sources under `folder`.
    pub fn new(folder: &Path, seed: u64) -> Self {
        let mut names = Vec::new();
        let mut folders = vec![folder.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    names.extend(names_in(&fs::read_to_string(path).unwrap()));
                }
            }
        }
        names.sort();
        names.dedup();
        assert!(names.len() > 50, "the sources say too little");
        Self {
            state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
            names,
        }
    }

    fn next(&mut self, below: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 33).unwrap() % below
    }

    /// A whole answer: mostly an object that has every field there is, or a list of such.
    pub fn answer(&mut self) -> Value {
        match self.next(8) {
            0 => self.leaf(),
            1 | 2 => (0..self.next(4)).map(|_| self.object(2)).collect(),
            _ => self.object(3),
        }
    }

    fn object(&mut self, depth: usize) -> Value {
        let mut fields = Map::new();
        for n in 0..self.names.len() {
            // Now and then one is missing; further in, most are.
            if self.next(8) == 0 || (depth < 3 && self.next(4) > 0) {
                continue;
            }
            let value = self.value(depth);
            fields.insert(self.names[n].clone(), value);
        }
        Value::Object(fields)
    }

    fn value(&mut self, depth: usize) -> Value {
        match self.next(24) {
            0 if depth > 1 => self.object(depth - 1),
            1 if depth > 1 => (0..self.next(3)).map(|_| self.object(depth - 1)).collect(),
            2 => (0..self.next(4)).map(|_| self.leaf()).collect(),
            _ => self.leaf(),
        }
    }

    fn leaf(&mut self) -> Value {
        match self.next(22) {
            0 => json!(null),
            1 => json!(true),
            2 => json!(false),
            3 => json!(0),
            4 => json!(-1),
            5 => json!(u64::MAX),
            6 => json!(i64::MIN),
            7 => json!(1e308),
            8 => json!(0.5),
            9 => json!(""),
            10 => json!("42"),
            11 => json!("9999-12-31T23:59:59.999999999Z"),
            12 => json!("-009999-01-01T00:00:00"),
            13 => json!("https://riffkit.ai@evil.example/\\x"),
            14 => json!("http://127.0.0.1:1/f?X-Amz-Signature=ff"),
            15 => json!("\u{202E}\u{0}\u{FFFD}"),
            16 => json!("completed"),
            17 => json!("x".repeat(3_000)),
            18 => json!({}),
            19 => json!([]),
            20 => json!([[[[[[]]]]]]),
            _ => json!("e\u{301}👩‍👩‍👧"),
        }
    }
}

/// The names of fields, and what else stands in quotation marks and could be one.
fn names_in(source: &str) -> Vec<String> {
    let is_name = |text: &&str| {
        (2..40).contains(&text.len()) && text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
    };
    let fields = source.lines().filter_map(|line| {
        let line = line.trim().trim_start_matches("pub ");
        line.split_once(": ").map(|(name, _)| name)
    });
    let quoted = source.split('"').skip(1).step_by(2);
    fields
        .chain(quoted)
        .filter(is_name)
        .map(str::to_owned)
        .collect()
}
