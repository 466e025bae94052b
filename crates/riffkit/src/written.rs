//! Writing an answer again as the service writes it, for scripts: its names, its words, its times.

use jiff::Timestamp;
use jiff::fmt::temporal::DateTimePrinter;
use jiff::tz::TimeZone;
use serde::Serializer;
use serde::ser::SerializeSeq as _;

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
