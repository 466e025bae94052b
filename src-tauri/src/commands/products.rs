//! Products, the writing of new ones, and the files that they are made of.

use contract::{
    DropTarget, FileId, NewImage, NewProduct, ProductId, ProductView, ProductWorkId, Refusal,
};

use super::Desk;

impl Desk<'_> {
    pub(super) async fn products(&self) -> Result<Vec<ProductView>, Refusal> {
        self.shell.studio.products().await
    }

    pub(super) async fn check_product(&self, product: &NewProduct) -> Result<(), Refusal> {
        self.shell.studio.check_product(product).await
    }

    pub(super) async fn create_product(
        &self,
        product: NewProduct,
    ) -> Result<ProductWorkId, Refusal> {
        self.shell.studio.create_product(product).await
    }

    pub(super) async fn add_product_images(
        &self,
        product: &ProductId,
        images: Vec<NewImage>,
    ) -> Result<ProductWorkId, Refusal> {
        self.shell.studio.add_product_images(product, images).await
    }

    pub(super) async fn pause_product_work(&self, work: &ProductWorkId) -> Result<(), Refusal> {
        self.shell.studio.pause_product_work(work).await
    }

    pub(super) async fn resume_product_work(&self, work: &ProductWorkId) -> Result<(), Refusal> {
        self.shell.studio.resume_product_work(work).await
    }

    pub(super) async fn cancel_product_work(&self, work: &ProductWorkId) -> Result<(), Refusal> {
        self.shell.studio.cancel_product_work(work).await
    }

    pub(super) async fn browse_files(&self) -> Result<(), Refusal> {
        let words = self.shell.words();
        let chosen = self.shell.dialogs.files(self.app, &words).await;
        if !chosen.is_empty() {
            self.shell.studio.add_files(chosen).await;
        }
        Ok(())
    }

    pub(super) fn set_drop_target(&self, target: DropTarget) -> Result<(), Refusal> {
        self.shell.studio.set_drop_target(target);
        Ok(())
    }

    pub(super) fn remove_file(&self, file: &FileId) -> Result<(), Refusal> {
        self.shell.studio.remove_file(file);
        Ok(())
    }
}
