//! The network between the program and the services: cut, slow, lossy, refused, without names, behind
//! proxies and portals, and with TLS that is wrong.

mod customer;
mod dns;
mod names;
mod proxy;
mod resolver;
mod road;
mod rough;
mod tls;

pub use resolver::Resolver;
pub use road::{Manner, Road};

use std::sync::Arc;

use crate::kills::Controls;
use crate::table::Table;

const GROUP: &str = "network";

/// All of them. `controls` is what jobs cost by themselves.
pub fn group(table: &mut Table, controls: &Arc<Controls>) {
    rough::rows(table, controls);
    names::rows(table);
    dns::rows(table, controls);
    proxy::rows(table);
    tls::rows(table);
}
