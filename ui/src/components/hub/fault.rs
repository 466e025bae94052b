//! What the service would refuse of a field, said below it before anything is sent.

use contract::FieldFault;
use leptos::prelude::*;
use words::Words;

use crate::app::say;
use crate::pages::wording::args;

/// What is wrong, without the field's name: it stands below it.
pub fn fault_sentence(words: &Words, fault: &FieldFault) -> String {
    let number = f64::from;
    match fault {
        FieldFault::TooShort { least, .. } => words.say_with(
            "hub-fault-too-short",
            &args([("least", number(*least).into())]),
        ),
        FieldFault::TooLong { most, over, .. } => words.say_with(
            "hub-fault-too-long",
            &args([
                ("most", number(*most).into()),
                ("over", number(*over).into()),
            ]),
        ),
        FieldFault::Missing { .. } => words.say("hub-fault-missing"),
        FieldFault::OutOfRange { least, most, .. } => words.say_with(
            "hub-fault-range",
            &args([
                ("least", number(*least).into()),
                ("most", number(*most).into()),
            ]),
        ),
        FieldFault::NoSuchValue { value, .. } => {
            words.say_with("hub-fault-value", &args([("value", value.as_str().into())]))
        }
    }
}

/// The first fault of a field, if it has one.
#[component]
pub fn Fault(
    /// All faults.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
    /// The contract's name of the field.
    field: &'static str,
) -> impl IntoView {
    let fault = Memo::new(move |_| {
        faults.with(|faults| faults.iter().find(|fault| fault.field() == field).cloned())
    });
    view! {
        <p class="field-refusal" role="status" data-test=format!("fault-{field}")>
            {move || fault.get().map(|fault| fault_sentence(&say(), &fault))}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use contract::{Language, ShortBrief};

    use super::*;

    #[test]
    fn a_fault_says_by_how_much() {
        let words = Words::of(Language::English);
        let brief = ShortBrief {
            product_prompt: "Oat".to_owned(),
            headline: "x".repeat(161),
            ..ShortBrief::default()
        };
        let said: Vec<String> = brief
            .faults()
            .iter()
            .map(|fault| fault_sentence(&words, fault))
            .collect();
        assert_eq!(
            said,
            [
                "At least 10 characters.",
                "1 character over the 160 it takes."
            ]
        );
    }
}
