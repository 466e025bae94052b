//! Writing an answer again as the service writes it, for scripts: its names, its words, its times.

use jiff::Timestamp;
use jiff::fmt::temporal::DateTimePrinter;
use jiff::tz::TimeZone;
use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use crate::balance::Insufficient;
use crate::task::TaskResult;
use crate::task_content::Passage;

/// A moment in naive UTC, with six digits of its second where it has a broken one (contract,
/// "TaskOut").
pub(crate) fn time<S: Serializer>(
    moment: &Option<Timestamp>,
    output: S,
) -> Result<S::Ok, S::Error> {
    let Some(moment) = moment else {
        return output.serialize_none();
    };
    let moment = TimeZone::UTC.to_datetime(*moment);
    let digits = (moment.subsec_nanosecond() != 0).then_some(6);
    let printer = DateTimePrinter::new().precision(digits);
    output.serialize_str(&printer.datetime_to_string(&moment))
}

/// What customers always find empty: nothing.
pub(crate) fn nothing<S: Serializer>(_: &bool, output: S) -> Result<S::Ok, S::Error> {
    output.serialize_none()
}

/// What customers always find empty: a list.
pub(crate) fn empty_list<S: Serializer>(_: &bool, output: S) -> Result<S::Ok, S::Error> {
    output.serialize_seq(Some(0))?.end()
}

/// One text as a text, and more as a list.
pub(crate) fn passages<S: Serializer>(passages: &[Passage], output: S) -> Result<S::Ok, S::Error> {
    match passages {
        [] => output.serialize_none(),
        [one] if one.at.is_none() && one.mode.is_none() => one.text.serialize(output),
        more => more.serialize(output),
    }
}

impl Serialize for TaskResult {
    /// Nothing where nothing came of it.
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        if *self == Self::default() {
            return output.serialize_none();
        }
        let mut map = output.serialize_map(None)?;
        if let [first, more @ ..] = &self.asset_ids[..] {
            map.serialize_entry("asset_id", first)?;
            if !more.is_empty() {
                map.serialize_entry("asset_ids", &self.asset_ids)?;
            }
        }
        if let Some(error) = &self.auto_generate_error {
            map.serialize_entry("auto_generate_error", error)?;
        }
        if let Some(missing) = &self.insufficient {
            map.serialize_entry("insufficient_credits", missing)?;
        }
        map.end()
    }
}

impl Serialize for Insufficient {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        let mut map = output.serialize_map(Some(4))?;
        map.serialize_entry("error", "insufficient_credits")?;
        map.serialize_entry("required_credits", &self.required_credits)?;
        map.serialize_entry("available_credits", &self.available_credits)?;
        map.serialize_entry("topup_url", &self.topup_url)?;
        map.end()
    }
}
