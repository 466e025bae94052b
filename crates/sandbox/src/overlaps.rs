//! Uploads that ran at the same time although the contract wants them one after another.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Counts the uploads to each product, and those that overlapped.
#[derive(Default)]
pub(crate) struct Uploads(Mutex<Counts>);

#[derive(Default)]
struct Counts {
    under_way: HashMap<String, usize>,
    overlaps: usize,
}

/// An upload that is under way, until it is dropped.
pub(crate) struct UnderWay<'a> {
    uploads: &'a Uploads,
    product_id: String,
}

impl Uploads {
    /// An upload to a product begins.
    pub(crate) fn begin(&self, product_id: &str) -> UnderWay<'_> {
        let mut counts = self.lock();
        let under_way = counts.under_way.entry(product_id.to_owned()).or_default();
        *under_way += 1;
        if *under_way > 1 {
            counts.overlaps += 1;
        }
        UnderWay {
            uploads: self,
            product_id: product_id.to_owned(),
        }
    }

    /// How many began while another one to the same product was under way.
    pub(crate) fn overlaps(&self) -> usize {
        self.lock().overlaps
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        let mut counts = self.uploads.lock();
        if let Some(under_way) = counts.under_way.get_mut(&self.product_id) {
            *under_way -= 1;
            if *under_way == 0 {
                counts.under_way.remove(&self.product_id);
            }
        }
    }
}
