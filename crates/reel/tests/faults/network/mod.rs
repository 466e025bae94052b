//! The network between the program and the services: cut, slow, lossy, refused, without names, behind
//! proxies and portals, and with TLS that is wrong.

mod names;
mod proxy;
mod road;
mod rough;
mod tls;

pub use road::{Manner, Road};

use crate::table::Table;

const GROUP: &str = "network";

/// All of them.
pub fn group(table: &mut Table) {
    rough::rows(table);
    names::rows(table);
    proxy::rows(table);
    tls::rows(table);
}
