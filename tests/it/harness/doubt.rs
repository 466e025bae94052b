//! What the search for an order in doubt says.

use contract::{DoubtSearch, OrderState, OrderView};

/// How the search stands, while the order is in doubt.
pub fn search(order: &OrderView) -> Option<&DoubtSearch> {
    match &order.state {
        OrderState::InDoubt { search } => Some(search),
        _ => None,
    }
}

/// The service surely has not taken it.
pub fn is_not_taken(order: &OrderView) -> bool {
    matches!(search(order), Some(DoubtSearch::NotTaken { .. }))
}
