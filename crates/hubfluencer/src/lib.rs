//! Hubfluencer
