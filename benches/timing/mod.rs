//! How the benchmarks time what they run, and hold it to a ratio: machines differ, so that what fails
//! is so many times the time in which the same text is read as plain JSON.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// What is timed, what it should take, and how many times the floor it may take.
pub struct Aim {
    pub name: &'static str,
    pub at_most: Duration,
    pub times_the_floor: u32,
}

impl Aim {
    /// One line for a table.
    pub fn line(&self, time: Duration, floor: Duration) -> String {
        let floors = time.as_secs_f64() / floor.as_secs_f64();
        format!(
            "{:<22} {:>12} {:>12} {floors:>14.1}",
            self.name,
            shown(time),
            shown(self.at_most)
        )
    }

    /// Fails where it took too many times the floor.
    pub fn hold(&self, time: Duration, floor: Duration) {
        let most = floor * self.times_the_floor;
        assert!(time <= most, "{} took more than {}", self.name, shown(most));
    }
}

/// The head of a table of lines.
pub fn head() -> String {
    format!("{:<22} {:>12} {:>12} {:>14}", "", "median", "aim", "floors")
}

pub fn shown(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1_000.0)
}

/// The middle of many runs, which a busy moment of the machine does not move.
pub fn median<T>(runs: usize, run: impl Fn() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[runs / 2]
}
