//! `POST /api/riffs`: takes a form of any size in, and says that it was taken.

use std::io;

use super::http::{Connection, Head};
use super::service::Service;

/// Reads the form to its end and answers as the service does.
///
/// # Errors
/// The connection broke.
pub fn take(connection: &mut Connection, head: &Head, service: &Service) -> io::Result<()> {
    connection.swallow(head)?;
    connection.json(&service.taken())
}
