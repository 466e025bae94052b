//! Whose balance pays for an order: by the account's name, and by the sign-in where nobody knew it.

use contract::{OrderId, Refusal};
use rusqlite::{OptionalExtension as _, Row, params};

use super::Journal;

/// The schema's step.
pub(super) const TABLES: &str = "
    ALTER TABLE orders ADD COLUMN sign_in TEXT; -- the mark of the sign-in that it left under
    CREATE TABLE sign_ins (
        server  TEXT NOT NULL,
        mark    TEXT NOT NULL,              -- tells it from every other; no secret
        account TEXT NOT NULL,              -- whose it is, as the service said
        PRIMARY KEY (server, mark)
    ) STRICT;";

/// Who pays, or asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Payer {
    /// The account's name, where that was known.
    pub(crate) account: Option<String>,
    /// The mark of the sign-in.
    pub(crate) sign_in: Option<String>,
}

impl Payer {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            account: row.get("account")?,
            sign_in: row.get("sign_in")?,
        })
    }
}

impl Journal {
    /// Notes whose a sign-in is, and with it whose the orders are that left under it before.
    pub(crate) async fn name_sign_in(
        &self,
        server: &str,
        mark: &str,
        account: &str,
    ) -> Result<(), Refusal> {
        let (server, mark, account) = (server.to_owned(), mark.to_owned(), account.to_owned());
        self.with(move |db| {
            let tx = db.transaction()?;
            tx.execute(
                "INSERT OR REPLACE INTO sign_ins (server, mark, account) VALUES (?1, ?2, ?3)",
                [&server, &mark, &account],
            )?;
            tx.execute(
                "UPDATE orders SET account = ?3
                 WHERE server = ?1 AND sign_in = ?2 AND account IS NULL",
                [&server, &mark, &account],
            )?;
            tx.commit()
        })
        .await
    }

    /// Whose a sign-in is, where the service has ever said so.
    pub(crate) async fn account_of(
        &self,
        server: &str,
        mark: &str,
    ) -> Result<Option<String>, Refusal> {
        let (server, mark) = (server.to_owned(), mark.to_owned());
        self.with(move |db| {
            let noted = "SELECT account FROM sign_ins WHERE server = ?1 AND mark = ?2";
            let mut noted = db.prepare(noted)?;
            noted.query_row([server, mark], |row| row.get(0)).optional()
        })
        .await
    }

    /// Who paid for an order, as it stands on the disk.
    pub(crate) async fn payer_of(&self, order_id: &OrderId) -> Result<Payer, Refusal> {
        let order_id = order_id.clone();
        self.with(move |db| {
            let payer = "SELECT account, sign_in FROM orders WHERE order_id = ?1";
            let payer = db.query_row(payer, [order_id.0], Payer::read);
            Ok(payer.optional()?.unwrap_or_default())
        })
        .await
    }

    /// An order was found in the lists of who is signed in: it is theirs.
    pub(crate) async fn own_order(&self, order_id: &OrderId, payer: &Payer) -> Result<(), Refusal> {
        let (order_id, payer) = (order_id.clone(), payer.clone());
        self.with(move |db| {
            db.execute(
                "UPDATE orders SET account = coalesce(?2, account), sign_in = ?3
                 WHERE order_id = ?1",
                params![order_id.0, payer.account, payer.sign_in],
            )?;
            Ok(())
        })
        .await
    }
}
