//! riffkit
