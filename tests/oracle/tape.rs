//! Numbers from which a plan is drawn. Zero always stands for the simplest choice, so that a plan
//! that fails can be made smaller by making its numbers smaller.

pub struct Tape<'a> {
    numbers: std::slice::Iter<'a, u16>,
}

impl<'a> Tape<'a> {
    pub fn new(numbers: &'a [u16]) -> Self {
        Self {
            numbers: numbers.iter(),
        }
    }

    fn next(&mut self) -> u16 {
        self.numbers.next().copied().unwrap_or(0)
    }

    /// From 0 up to a number, without it.
    pub fn below(&mut self, end: i64) -> i64 {
        let number = (i64::from(self.next()) << 32) + (i64::from(self.next()) << 16);
        let number = number + i64::from(self.next());
        if end > 0 { number % end } else { 0 }
    }

    /// 0, or up to so much more or less.
    pub fn around(&mut self, most: i64) -> i64 {
        let distance = self.below(most + 1);
        if self.chance(50) { -distance } else { distance }
    }

    /// True in so many of 100 draws.
    pub fn chance(&mut self, percent: u16) -> bool {
        self.next() % 100 >= 100 - percent
    }

    /// One of these, the first being the simplest.
    pub fn pick<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[usize::from(self.next()) % choices.len()].clone()
    }
}
