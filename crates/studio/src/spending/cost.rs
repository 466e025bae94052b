//! What a batch of Riffkit has cost, as far as it is known: seconds are charged for video that was
//! made, also of a task that failed or was cancelled later; analyses are free (contract, "Billing").
//!
//! Each attempt at a video is somebody's: the order's, or the retry's that made it. So nothing counts
//! twice where a retry reopens its order.

/// A batch whose order has come to its end, with the retries that were taken of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Batch {
    pub(crate) tasks: Vec<Made>,
    /// Oldest first.
    pub(crate) again: Vec<Again>,
}

/// A task as it ended.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) id: String,
    /// It makes a video. The others analyse.
    pub(crate) generates: bool,
    pub(crate) completed: bool,
    /// Length of what it made, where that is known.
    pub(crate) seconds: Option<f64>,
}

/// A retry that the service took.
#[derive(Clone, Debug)]
pub(crate) struct Again {
    pub(crate) retry_id: String,
    /// Of an analysis: the videos of the batch follow from it.
    pub(crate) analyses: bool,
    /// The task that was made again.
    pub(crate) of: String,
    /// The task that goes on: often the same one.
    pub(crate) made: String,
}

/// Who said yes to an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Payer<'a> {
    Order,
    Retry(&'a str),
}

/// What one yes has cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Cost {
    /// Seconds that count for it.
    pub(crate) counts: f64,
    /// Nothing better will be known.
    pub(crate) is_known: bool,
}

impl Batch {
    /// What `payer`'s yes has cost, which was to `videos` for `at_most` seconds in all.
    pub(crate) fn cost(&self, payer: Payer<'_>, at_most: f64, videos: u32) -> Cost {
        let longest = at_most / f64::from(videos.max(1));
        let mut cost = Cost {
            counts: 0.0,
            is_known: true,
        };
        let mut attempts = 0_u32;
        for task in self.tasks.iter().filter(|task| task.generates) {
            if self.owner(&task.id, self.again.len()) != payer {
                continue;
            }
            attempts = attempts.saturating_add(1);
            match task.seconds.filter(|_| task.completed) {
                Some(seconds) => cost.counts += seconds,
                None => {
                    // Of one that failed or was cancelled, nobody says how much of it was rendered.
                    cost.counts += longest;
                    cost.is_known &= !task.completed;
                }
            }
        }
        // A task that was made again as itself no longer shows the attempt before.
        for (index, again) in self.again.iter().enumerate() {
            let is_same = !again.analyses && again.of == again.made;
            if is_same && self.owner(&again.of, index) == payer {
                attempts = attempts.saturating_add(1);
                cost.counts += longest;
            }
        }
        let began = attempts > 0;
        if payer == self.base(self.again.len()) {
            if began {
                // Videos of which no task is seen.
                let unseen = f64::from(videos.saturating_sub(attempts));
                cost.counts += unseen * longest;
            }
        } else if !began && !self.is_left_behind(payer) {
            // A retry whose task is not seen.
            cost = Cost {
                counts: at_most,
                is_known: false,
            };
        }
        cost
    }

    /// Whose attempt a task was after so many of the retries.
    fn owner(&self, task_id: &str, retries: usize) -> Payer<'_> {
        self.again
            .iter()
            .take(retries)
            .rev()
            .find(|again| !again.analyses && again.made == task_id)
            .map_or_else(|| self.base(retries), |again| Payer::Retry(&again.retry_id))
    }

    /// Who had the videos of the batch begun after so many of the retries: the last analysis.
    fn base(&self, retries: usize) -> Payer<'_> {
        self.again
            .iter()
            .take(retries)
            .rev()
            .find(|again| again.analyses)
            .map_or(Payer::Order, |again| Payer::Retry(&again.retry_id))
    }

    /// Whether it is of an analysis that was made again since: no video came of it.
    fn is_left_behind(&self, payer: Payer<'_>) -> bool {
        match payer {
            Payer::Order => true,
            Payer::Retry(id) => self
                .again
                .iter()
                .any(|again| again.analyses && again.retry_id == id),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LONGEST: f64 = 45.0;

    fn video(id: &str, seconds: Option<f64>) -> Made {
        Made {
            id: id.to_owned(),
            generates: true,
            completed: true,
            seconds,
        }
    }

    fn failed(id: &str) -> Made {
        Made {
            completed: false,
            ..video(id, None)
        }
    }

    fn analysis(id: &str) -> Made {
        Made {
            generates: false,
            ..video(id, None)
        }
    }

    fn again(retry_id: &str, of: &str, made: &str) -> Again {
        Again {
            retry_id: retry_id.to_owned(),
            analyses: of.starts_with("analysis"),
            of: of.to_owned(),
            made: made.to_owned(),
        }
    }

    fn batch(tasks: Vec<Made>, again: Vec<Again>) -> Batch {
        Batch { tasks, again }
    }

    fn cost(batch: &Batch, payer: Payer<'_>, videos: u32) -> (f64, bool) {
        let cost = batch.cost(payer, LONGEST * f64::from(videos), videos);
        (cost.counts, cost.is_known)
    }

    #[test]
    fn what_was_made_counts_as_long_as_it_is_and_the_rest_as_long_as_it_may_be() {
        let of = |tasks| batch(tasks, Vec::new());
        let whole = of(vec![analysis("a"), video("t", Some(12.5))]);
        assert_eq!(cost(&whole, Payer::Order, 1), (12.5, true));
        let unknown = of(vec![video("t", None)]);
        assert_eq!(cost(&unknown, Payer::Order, 1), (45.0, false));
        let half = of(vec![video("t", Some(15.0)), failed("u")]);
        assert_eq!(cost(&half, Payer::Order, 2), (60.0, true));
        assert_eq!(
            cost(&half, Payer::Order, 3),
            (105.0, true),
            "one is not seen"
        );
        let none = of(vec![analysis("a")]);
        assert_eq!(
            cost(&none, Payer::Order, 3),
            (0.0, true),
            "analyses are free"
        );
    }

    #[test]
    fn a_retry_pays_for_its_own_attempt_and_the_order_for_the_one_that_failed() {
        for made in ["t", "new"] {
            let mut tasks = vec![video(made, Some(15.0))];
            if made == "new" {
                tasks.insert(0, failed("t"));
            }
            let batch = batch(tasks, vec![again("r", "t", made)]);
            assert_eq!(cost(&batch, Payer::Order, 1), (45.0, true), "{made}");
            assert_eq!(cost(&batch, Payer::Retry("r"), 1), (15.0, true), "{made}");
        }
        let twice = batch(
            vec![video("t", Some(15.0))],
            vec![again("r", "t", "t"), again("s", "t", "t")],
        );
        assert_eq!(cost(&twice, Payer::Retry("r"), 1), (45.0, true));
        assert_eq!(cost(&twice, Payer::Retry("s"), 1), (15.0, true));
        let unseen = batch(vec![failed("t")], vec![again("r", "t", "elsewhere")]);
        assert_eq!(cost(&unseen, Payer::Retry("r"), 1), (45.0, false));
    }

    #[test]
    fn the_videos_after_an_analysis_that_was_made_again_are_that_retrys() {
        let batch = batch(
            vec![
                analysis("analysis"),
                video("t", Some(15.0)),
                video("u", Some(16.0)),
            ],
            vec![
                again("r", "analysis", "analysis"),
                again("s", "analysis", "analysis"),
            ],
        );
        assert_eq!(cost(&batch, Payer::Order, 2), (0.0, true));
        assert_eq!(cost(&batch, Payer::Retry("r"), 2), (0.0, true));
        assert_eq!(cost(&batch, Payer::Retry("s"), 2), (31.0, true));
    }

    /// A batch of some videos of which some were made again, as themselves or as new tasks, some
    /// several times; and the seconds that were made.
    fn batches() -> impl Strategy<Value = (Batch, u32, f64)> {
        let ends = prop::collection::vec(
            (
                prop::option::of(1.0_f64..LONGEST),
                0_usize..4,
                any::<bool>(),
            ),
            1..5,
        );
        (ends, any::<bool>()).prop_map(|(ends, is_new_analysis)| {
            let videos = u32::try_from(ends.len()).expect("few");
            let mut made = Batch::default();
            if is_new_analysis {
                made.tasks.push(analysis("analysis"));
                made.again.push(again("analysed", "analysis", "analysis"));
            }
            let mut seconds = 0.0;
            for (index, (length, retries, as_itself)) in ends.into_iter().enumerate() {
                let mut id = format!("task-{index}");
                for retry in 0..retries {
                    let next = if as_itself {
                        id.clone()
                    } else {
                        format!("{id}+")
                    };
                    if !as_itself {
                        made.tasks.push(failed(&id));
                    }
                    made.again.push(again(&format!("{id} {retry}"), &id, &next));
                    id = next;
                }
                made.tasks.push(match length {
                    Some(length) => video(&id, Some(length)),
                    None => failed(&id),
                });
                seconds += length.unwrap_or_default();
            }
            (made, videos, seconds)
        })
    }

    proptest! {
        /// Over an order and all its retries each attempt counts once: what was made as long as it
        /// is, what was lost as long as it may have been; and never more than was agreed to.
        #[test]
        fn each_attempt_counts_once((batch, videos, seconds) in batches()) {
            let mut sum = cost(&batch, Payer::Order, videos).0;
            let mut bound = LONGEST * f64::from(videos);
            for again in &batch.again {
                let videos = if again.analyses { videos } else { 1 };
                let (counts, _) = cost(&batch, Payer::Retry(&again.retry_id), videos);
                prop_assert!(counts >= 0.0);
                sum += counts;
                bound += LONGEST * f64::from(videos);
            }
            let lost = batch.again.iter().filter(|again| !again.analyses).count();
            let failed = batch.tasks.iter().filter(|task| task.generates && !task.completed).count();
            let as_new = batch.again.iter().filter(|again| again.of != again.made).count();
            let attempts = f64::from(u32::try_from(lost + failed - as_new).expect("few"));
            prop_assert!((sum - (seconds + attempts * LONGEST)).abs() < 1e-6, "{sum}");
            prop_assert!(sum <= bound + 1e-6);
        }
    }
}
