//! Time. This is the only place that reads the system's clock; tests move a fake one.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;
use std::sync::{Arc, Mutex, PoisonError};

/// The source of the present moment.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    fake: Option<Arc<Mutex<DateTime<Utc>>>>,
}

impl Clock {
    /// The system's clock.
    #[must_use]
    pub const fn system() -> Self {
        Self { fake: None }
    }

    /// A clock that stands at `start` until it is moved.
    #[must_use]
    pub fn standing_at(start: DateTime<Utc>) -> Self {
        Self { fake: Some(Arc::new(Mutex::new(start))) }
    }

    /// The present moment, to the microsecond that PostgreSQL keeps.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        let now = self.fake.as_ref().map_or_else(Utc::now, |fake| *fake.lock().unwrap_or_else(PoisonError::into_inner));
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }

    /// Moves a fake clock forward; the system's clock is left alone.
    pub fn forward(&self, by: Duration) {
        if let Some(fake) = &self.fake {
            let mut now = fake.lock().unwrap_or_else(PoisonError::into_inner);
            *now += by;
        }
    }

    /// Sets a fake clock; the system's clock is left alone.
    pub fn set(&self, to: DateTime<Utc>) {
        if let Some(fake) = &self.fake {
            *fake.lock().unwrap_or_else(PoisonError::into_inner) = to;
        }
    }
}

/// The calendar day of a moment in a time zone; UTC if the zone is not known.
#[must_use]
pub fn business_day(at: DateTime<Utc>, time_zone: &str) -> NaiveDate {
    time_zone.parse::<Tz>().map_or_else(|_| at.date_naive(), |tz| at.with_timezone(&tz).date_naive())
}

/// The moment at which a calendar day begins in a time zone; UTC if the zone is not known.
#[must_use]
pub fn day_begins(day: NaiveDate, time_zone: &str) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let local = time_zone.parse::<Tz>().ok().and_then(|tz| midnight.and_local_timezone(tz).earliest());
    local.map_or_else(|| midnight.and_utc(), |local| local.with_timezone(&Utc))
}

/// Measures how long something takes; for records and logs, never for decisions.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(std::time::Instant);

impl Clock {
    /// Starts measuring.
    #[must_use]
    pub fn stopwatch(&self) -> Stopwatch {
        Stopwatch(std::time::Instant::now())
    }
}

impl Stopwatch {
    /// Time since the start.
    #[must_use]
    pub fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }
}
