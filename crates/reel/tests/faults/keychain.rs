pub async fn group(_: &mut crate::table::Table) {}
