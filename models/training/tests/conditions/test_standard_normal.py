import numpy as np
from scipy.special import ndtri

from training.conditions_reference.standard_normal import normal_quantile, portable_logarithm, standard_normal


def test_quantile_is_that_of_the_normal_distribution() -> None:
    # Would catch: a mistyped coefficient of AS 241, in the centre or in either tail.
    p = np.concatenate([np.linspace(0.001, 0.999, 4001), 10.0 ** -np.arange(3, 16), 1 - 10.0 ** -np.arange(3, 12)])
    np.testing.assert_allclose(normal_quantile(p), ndtri(p), rtol=1e-12, atol=1e-14)


def test_logarithm_is_the_natural_one() -> None:
    # Would catch: too few terms of the series, or a wrong power of two.
    values = np.concatenate([np.linspace(1e-6, 1, 5000), 2.0 ** -np.arange(0, 52)])
    np.testing.assert_allclose(portable_logarithm(values), np.log(values), rtol=4e-16, atol=1e-16)


def test_noise_is_standard_normal_and_independent_of_neighbours_and_seeds() -> None:
    # Would catch: a shifted mean, or counters and keys that make neighbouring values or neighbouring seeds alike.
    noise = standard_normal(151 * 64 * 64, 5).astype(np.float64)
    assert abs(noise.mean()) < 0.005
    assert abs(noise.std() - 1) < 0.005
    assert abs((noise**4).mean() - 3) < 0.05
    for lag in (1, 2, 64, 4096):
        assert abs(np.corrcoef(noise[:-lag], noise[lag:])[0, 1]) < 0.005
    assert abs(np.corrcoef(noise, standard_normal(noise.size, 6))[0, 1]) < 0.005
