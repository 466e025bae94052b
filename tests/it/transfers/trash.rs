//! A saved reel that is taken off the disk.

use std::sync::Arc;

use contract::Code;

use super::window;
use crate::harness::{Bin, Machine, Options, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_reel_goes_to_the_trash_with_its_words_unless_they_are_the_person_s() {
    let bin = Arc::new(Bin::default());
    let world = World::signed_in_with(Options {
        machine: Machine {
            trash: Arc::clone(&bin) as Arc<dyn studio::ports::Trash>,
            ..Machine::default()
        },
        ..window()
    })
    .await;
    let asset_id = world.large_reel(1).await;
    world.quick();
    for is_changed in [false, true] {
        let transfer = world.studio.save(&asset_id).await.unwrap();
        world.is_done(&transfer).await;
        let video = world.studio.saved_path(&asset_id).await.unwrap();
        let words = video.with_extension("txt");
        if is_changed {
            std::fs::write(&words, "my own").unwrap();
        }
        world.studio.trash_reel(&asset_id).await.unwrap();
        assert!(!video.exists());
        assert_eq!(words.exists(), is_changed);
        assert_eq!(bin.0.lock().unwrap().contains(&words), !is_changed);
        assert!(bin.0.lock().unwrap().contains(&video));
        assert_eq!(world.studio.reel(&asset_id).await.unwrap().saved, None);
        bin.0.lock().unwrap().clear();
    }
    let refused = world.studio.trash_reel(&asset_id).await.unwrap_err();
    assert_eq!(refused.code, Code::Unknown);
}
