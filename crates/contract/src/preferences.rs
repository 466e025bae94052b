//! What the person set.

use serde::{Deserialize, Serialize};

/// Languages of the fronts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// 简体中文.
    #[serde(rename = "zh-Hans")]
    Chinese,
    /// Español.
    #[serde(rename = "es")]
    Spanish,
}

impl Language {
    /// Every language.
    pub const ALL: &'static [Self] = &[Self::English, Self::Chinese, Self::Spanish];

    /// BCP-47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
            Self::Spanish => "es",
        }
    }

    /// Its name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "简体中文",
            Self::Spanish => "Español",
        }
    }

    /// The language nearest to a tag or a locale name (`es_MX.UTF-8`, `zh-CN`); English when none is near.
    pub fn nearest(tag: &str) -> Self {
        let tag = tag.to_ascii_lowercase();
        if tag.starts_with("zh") {
            Self::Chinese
        } else if tag.starts_with("es") {
            Self::Spanish
        } else {
            Self::English
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Which service to speak to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ServerChoice {
    /// The one that this program carries: no account, no network, nothing costs.
    #[default]
    Sandbox,
    /// The real one.
    Live,
}

/// Where secrets go when there is no keychain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VaultChoice {
    /// Forgotten when the program closes.
    Memory,
    /// A file that only this user can read.
    File,
}

/// What the person set. Holds no secret and no order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// `None` follows the system.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// Sandbox or live.
    pub server: ServerChoice,
    /// Where reels are saved. `None`: a folder `Reels` in the system's folder for videos.
    pub reels_folder: Option<String>,
    /// File name of a saved reel, without extension. Knows `{date}`, `{title}` and `{id}`.
    pub name_pattern: String,
    /// Whether finished reels save themselves.
    pub save_automatically: bool,
    /// Seconds between two looks at a batch, 10 to 15.
    pub poll_seconds: u8,
    /// What the person said when there was no keychain.
    pub vault: Option<VaultChoice>,
    /// Whether a notification says that a reel is ready.
    pub notify: bool,
    /// Most kilobytes (1,000 bytes) a second of all savings together. `None`: as fast as it goes.
    pub download_limit: Option<u32>,
    /// Most kilobytes a second of all uploads together. `None`: as fast as it goes.
    pub upload_limit: Option<u32>,
}

impl Preferences {
    /// Allowed pace, in seconds, by the contract.
    pub const POLL_SECONDS: std::ops::RangeInclusive<u8> = 10..=15;

    /// The same with what is out of range brought into it.
    #[must_use]
    pub fn normalised(mut self) -> Self {
        self.poll_seconds = self
            .poll_seconds
            .clamp(*Self::POLL_SECONDS.start(), *Self::POLL_SECONDS.end());
        // Nothing would ever arrive: no limit was meant.
        self.download_limit = self.download_limit.filter(|limit| *limit > 0);
        self.upload_limit = self.upload_limit.filter(|limit| *limit > 0);
        if self.name_pattern.trim().is_empty() {
            self.name_pattern = Self::default().name_pattern;
        }
        self
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            server: ServerChoice::Sandbox,
            reels_folder: None,
            name_pattern: "{date} {title}".to_owned(),
            save_automatically: true,
            poll_seconds: 12,
            vault: None,
            notify: true,
            download_limit: None,
            upload_limit: None,
        }
    }
}
