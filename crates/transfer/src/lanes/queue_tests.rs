use proptest::prelude::*;

use super::*;

const HOSTS: [&str; 3] = ["a", "b", "c"];

#[derive(Clone, Debug)]
enum Step {
    Join(usize, Priority),
    /// Ends one that runs.
    Release(usize),
    /// One that waits gives up.
    Leave(usize),
    Bounds(Bounds),
    Prioritise(usize, Priority),
}

fn priority() -> impl Strategy<Value = Priority> {
    prop_oneof![
        Just(Priority::Background),
        Just(Priority::Normal),
        Just(Priority::First)
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..HOSTS.len(), priority()).prop_map(|(host, p)| Step::Join(host, p)),
        3 => (0_usize..32).prop_map(Step::Release),
        1 => (0_usize..32).prop_map(Step::Leave),
        1 => (1_usize..5, 1_usize..4).prop_map(|(total, per_host)| Step::Bounds(Bounds { total, per_host })),
        1 => (0_usize..32, priority()).prop_map(|(at, p)| Step::Prioritise(at, p)),
    ]
}

/// What a line must be, written as plainly as it can be.
#[derive(Default)]
struct Model {
    /// Id, host, priority.
    waiting: Vec<(u64, usize, Priority)>,
    running: Vec<(u64, usize)>,
    /// How many others were admitted while a host could have run somebody.
    passed_over: [usize; HOSTS.len()],
}

impl Model {
    fn running_at(&self, host: usize) -> usize {
        self.running.iter().filter(|(_, at)| *at == host).count()
    }

    fn could_run(&self, host: usize, bounds: Bounds) -> bool {
        self.waiting.iter().any(|(_, at, _)| *at == host) && self.running_at(host) < bounds.per_host
    }

    /// Who left the line comes back as somebody new.
    fn forget_absent(&mut self) {
        for host in 0..HOSTS.len() {
            if self.waiting.iter().all(|(_, at, _)| *at != host) {
                self.passed_over[host] = 0;
            }
        }
    }

    fn admit(&mut self, id: u64, bounds: Bounds) -> Result<(), TestCaseError> {
        let at = self.waiting.iter().position(|(there, ..)| *there == id);
        let at = at.ok_or_else(|| TestCaseError::fail("admitted who did not wait"))?;
        let (_, host, priority) = self.waiting[at];
        let ahead = self.waiting.iter().any(|(other, there, theirs)| {
            *there == host && (*theirs > priority || (*theirs == priority && *other < id))
        });
        prop_assert!(!ahead, "order within a host");
        for other in 0..HOSTS.len() {
            if other != host && self.could_run(other, bounds) {
                self.passed_over[other] += 1;
                prop_assert!(self.passed_over[other] < HOSTS.len(), "a host starves");
            }
        }
        self.passed_over[host] = 0;
        self.waiting.remove(at);
        self.running.push((id, host));
        prop_assert!(self.running.len() <= bounds.total, "over all lanes");
        prop_assert!(
            self.running_at(host) <= bounds.per_host,
            "over the host's lanes"
        );
        Ok(())
    }
}

proptest! {
    #[test]
    fn the_line_is_bounded_fair_and_in_order(steps in proptest::collection::vec(step(), 1..120)) {
        let mut bounds = Bounds { total: 3, per_host: 2 };
        let mut queue = Queue::new(bounds);
        let mut model = Model::default();
        let mut ids = 0;
        for step in steps {
            match step {
                Step::Join(host, priority) => {
                    let id = queue.join(HOSTS[host], priority, ids);
                    prop_assert_eq!(id, ids);
                    model.waiting.push((id, host, priority));
                    ids += 1;
                }
                Step::Release(at) if !model.running.is_empty() => {
                    let (_, host) = model.running.remove(at % model.running.len());
                    queue.release(HOSTS[host]);
                }
                Step::Leave(at) if !model.waiting.is_empty() => {
                    let (id, ..) = model.waiting.remove(at % model.waiting.len());
                    prop_assert_eq!(queue.leave(id), Some(id));
                }
                Step::Prioritise(at, priority) if !model.waiting.is_empty() => {
                    let at = at % model.waiting.len();
                    model.waiting[at].2 = priority;
                    queue.set_priority(model.waiting[at].0, priority);
                }
                Step::Bounds(other) => {
                    bounds = other;
                    queue.set_bounds(other);
                }
                _ => {}
            }
            for (_, id) in queue.admit() {
                model.admit(id, bounds)?;
            }
            model.forget_absent();
            prop_assert_eq!(queue.running(), model.running.len());
            prop_assert_eq!(queue.waiting(), model.waiting.len());
            let idle = model.running.len() < bounds.total
                && (0..HOSTS.len()).any(|host| model.could_run(host, bounds));
            prop_assert!(!idle, "a free lane while somebody could run");
        }
    }
}
