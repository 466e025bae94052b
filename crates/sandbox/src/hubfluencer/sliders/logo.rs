//! A carousel's logo, once its image is confirmed.

use super::{edit, life, record::SliderStatus};
use crate::hubfluencer::{
    images::Image,
    problem::Problem,
    records::HubRecords,
    service::{Course, HubService},
};

/// Gives a carousel its logo. A finished one is composed anew with it, free: whoever calls this
/// calls `draw_slides` of the service afterwards.
///
/// # Errors
/// 404; 409 while its slides are being rendered.
pub(crate) fn set_logo(
    records: &mut HubRecords,
    course: &Course<'_>,
    slug: &str,
    image: Image,
) -> Result<(), Problem> {
    let slider = records
        .sliders
        .find_mut(slug)
        .ok_or_else(Problem::not_found)?;
    if slider.status == SliderStatus::Processing {
        return Err(life::in_progress());
    }
    slider.shape.logo = Some(image);
    slider.updated = course.now;
    if slider.status == SliderStatus::Completed {
        edit::again(slider, course);
    }
    Ok(())
}

/// The image that lies in the storage under this key.
pub(super) fn stored(service: &HubService, key: &str) -> Option<Image> {
    let head = service.objects.head(key)?;
    Some(Image {
        s3_key: key.to_owned(),
        content_type: head.content_type,
        product_description: None,
    })
}
