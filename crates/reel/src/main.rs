//! reel
fn main() {}
