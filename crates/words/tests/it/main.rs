//! What a person reads: whole in three languages, and none of it missing or left over.

mod files;
mod say;
mod source;
