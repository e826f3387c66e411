//! Integer draws, and the permutations made of them.

use crate::{Error, RandomState};

impl RandomState {
    /// `np.random.randint(low, high)`: an integer in `[low, high)`.
    ///
    /// NumPy's `np.random.randint(n)` is `randint(0, n)` here.
    ///
    /// ```
    /// use numpy_random::RandomState;
    ///
    /// // np.random.seed(1); [np.random.randint(0, 10) for _ in range(5)]
    /// let mut rs = RandomState::seed(1);
    /// let digits: Result<Vec<i64>, _> = (0..5).map(|_| rs.randint(0, 10)).collect();
    /// assert_eq!(digits?, [5, 8, 9, 5, 0]);
    ///
    /// let message = rs.randint(3, 3).unwrap_err().to_string();
    /// assert_eq!(message, "randint: expected low < high, got low = 3 and high = 3");
    /// # Ok::<(), numpy_random::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::EmptyRange`] if `low >= high`.
    pub fn randint(&mut self, low: i64, high: i64) -> Result<i64, Error> {
        if low >= high {
            return Err(Error::EmptyRange { low, high });
        }
        // In two's complement the difference is right as a u64 even where it overflows an i64.
        let max = high.wrapping_sub(low).cast_unsigned() - 1;
        Ok(low.wrapping_add_unsigned(self.at_most(max)))
    }

    /// `np.random.permutation(n)`: the numbers `0..n`, shuffled.
    pub fn permutation(&mut self, n: usize) -> Vec<usize> {
        let mut numbers: Vec<usize> = (0..n).collect();
        self.shuffle(&mut numbers);
        numbers
    }

    /// `np.random.shuffle(items)`: Fisher and Yates, from the last item down.
    ///
    /// For a matrix NumPy shuffles the rows, with these same draws.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let j = self.at_most(i as u64);
            // j <= i, so it fits a usize.
            items.swap(i, j as usize);
        }
    }

    /// A uniform integer in `[0, max]`, by masked rejection: draw as many bits as `max` has, again
    /// and again until the result is not above `max`. For `max = 0` nothing is drawn.
    fn at_most(&mut self, max: u64) -> u64 {
        if max == 0 {
            return 0;
        }
        let mask = u64::MAX >> max.leading_zeros();
        let one_output_is_enough = max <= u64::from(u32::MAX);
        loop {
            let bits = if one_output_is_enough {
                u64::from(self.mt.next_u32())
            } else {
                // Two outputs, the high half first.
                self.mt.next_u64()
            };
            let value = bits & mask;
            if value <= max {
                return value;
            }
        }
    }
}
