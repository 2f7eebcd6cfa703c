//! Chance that is the same every time: the demo world is made by one row of numbers.

use rand::{Rng, SeedableRng, rngs::StdRng};

/// The row's beginning; another one makes another world.
const SEED: u64 = 20_260_401;

/// The row of numbers.
pub(super) struct Dice(StdRng);

impl Dice {
    /// The row from its beginning.
    pub fn new() -> Self {
        Self(StdRng::seed_from_u64(SEED))
    }

    /// A number from `least` to `most`, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.random_range(least..=most.max(least))
    }

    /// An index below `count`; 0 where there is none.
    pub fn below(&mut self, count: usize) -> usize {
        if count == 0 { 0 } else { self.0.random_range(0..count) }
    }

    /// An index below `count`, the first ones more often: the smaller of two throws.
    pub fn favourite(&mut self, count: usize) -> usize {
        self.below(count).min(self.below(count))
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, chance: i64) -> bool {
        self.between(1, 100) <= chance
    }
}
