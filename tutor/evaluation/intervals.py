"""Means with their confidence intervals, and paired differences with theirs, computed by SciPy."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

CONFIDENCE = 0.95
_RESAMPLES = 2000
_SEED = 20240421


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over `n` cases and its 95% confidence interval."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean of paired differences over `n` cases, its 95% interval, and in how many cases it rose and fell."""

    value: float
    low: float
    high: float
    n: int
    rose: int
    fell: int

    @property
    def is_noise(self) -> bool:
        """True when the interval holds zero."""
        return self.low <= 0 <= self.high


def estimate_mean(values: Sequence[float]) -> Estimate:
    """Return the mean of one value a case: with Wilson's interval for yes and no, else with a bootstrap's."""
    from scipy.stats import binomtest

    mean = float(np.mean(values))
    if set(values) <= {0.0, 1.0}:
        interval = binomtest(round(sum(values)), len(values)).proportion_ci(CONFIDENCE, method="wilson")
        return Estimate(mean, float(interval.low), float(interval.high), len(values))
    return Estimate(mean, *_bootstrap(values), len(values))


def estimate_difference(before: Mapping[str, float], after: Mapping[str, float]) -> Difference:
    """Return the mean change of the cases that both hold, by a paired bootstrap; zero where they share none."""
    shared = [case for case in after if case in before]
    changes = [after[case] - before[case] for case in shared]
    mean = float(np.mean(changes)) if changes else 0.0
    low, high = _bootstrap(changes) if any(changes) else (0.0, 0.0)
    return Difference(
        mean, low, high, len(shared), sum(change > 0 for change in changes), sum(change < 0 for change in changes)
    )


def estimate_percentile(values: Sequence[float], percent: float) -> Estimate:
    """Return a percentile of values and its bootstrap interval."""
    value = float(np.percentile(values, percent))
    return Estimate(value, *_bootstrap(values, partial(np.percentile, q=percent)), len(values))


def _bootstrap(values: Sequence[float], statistic: Callable[..., object] = np.mean) -> tuple[float, float]:
    """Return the percentile bootstrap interval of a statistic; the seed is fixed, so that two runs say the same."""
    from scipy.stats import bootstrap

    if len(set(values)) == 1:
        return values[0], values[0]
    result = bootstrap(
        (np.asarray(values),),
        statistic,
        n_resamples=_RESAMPLES,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(_SEED),
    )
    return float(result.confidence_interval.low), float(result.confidence_interval.high)
