"""Seeded standard normal noise; ADE20k's noise_for_mask takes it × 0.01 in place of the exemplar's labels.

The generator is ours: a counter hash and the normal quantile (Wichura's AS 241) in float64 with basic arithmetic only,
so that TypeScript and NumPy give the same bits on every machine. The definition is in electron/conditions/noise.
"""

import numpy as np
from numpy.typing import NDArray

GOLDEN = np.uint32(0x9E3779B9)

Doubles = NDArray[np.float64]
Words = NDArray[np.uint32]


def mix(words: Words) -> Words:
    """MurmurHash3's 32-bit finaliser."""
    words = (words ^ (words >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    words = (words ^ (words >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return words ^ (words >> np.uint32(16))


def counter_hash(seed: int, counters: Words) -> Words:
    """Random 32-bit words, each computed from the seed and its own counter."""
    key1 = mix(np.array([seed], dtype=np.uint32) + GOLDEN)
    key2 = mix(key1 + GOLDEN)
    return mix(mix(counters * GOLDEN + key1) ^ key2)


def portable_logarithm(values: Doubles) -> Doubles:
    """ln of values in (0, 1] by + − × ÷ alone: powers of two apart, then twice the artanh series."""
    mantissa, exponent = np.frexp(values)
    low = mantissa < 0.7071067811865476
    mantissa = np.where(low, mantissa * 2, mantissa)
    exponent = np.where(low, exponent - 1, exponent)
    s = (mantissa - 1) / (mantissa + 1)
    square = s * s
    series = np.zeros_like(s)
    for term in range(12, -1, -1):
        series = series * square + 1 / (2 * term + 1)
    return exponent * 0.6931471805599453 + 2 * s * series


CENTRE = (
    (2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
     13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
    (5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
     5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0),
)  # fmt: skip
NEAR = (
    (7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
     3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734),
    (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
     0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0),
)  # fmt: skip
FAR = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
     0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772),
    (2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
     0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0),
)  # fmt: skip
"""Numerator and denominator of AS 241's three rational functions, highest power first."""

Rational = tuple[tuple[float, ...], tuple[float, ...]]


def polynomial(coefficients: tuple[float, ...], at: Doubles) -> Doubles:
    """Horner's scheme, highest power first."""
    value = np.zeros_like(at)
    for coefficient in coefficients:
        value = value * at + coefficient
    return value


def ratio(rational: Rational, at: Doubles) -> Doubles:
    """Value of a rational function."""
    return polynomial(rational[0], at) / polynomial(rational[1], at)


def normal_quantile(p: Doubles) -> Doubles:
    """Quantiles of the standard normal distribution for probabilities 0 < p < 1."""
    q = p - 0.5
    r = 0.180625 - q * q
    centre = q * polynomial(CENTRE[0], r) / polynomial(CENTRE[1], r)
    tail = np.sqrt(-portable_logarithm(np.where(q < 0, p, 1 - p)))
    outer = np.where(tail <= 5, ratio(NEAR, tail - 1.6), ratio(FAR, tail - 5))
    return np.where(np.abs(q) <= 0.425, centre, np.where(q < 0, -outer, outer))


def standard_normal(length: int, seed: int) -> NDArray[np.float32]:
    """`length` values of the stream that belongs to a seed 0 .. 2^32 − 1."""
    words = (counter_hash(seed, np.arange(2 * length, dtype=np.uint32)) >> np.uint32(6)).astype(np.float64)
    p = (words[0::2] * 2.0**26 + words[1::2] + 0.5) / 2.0**52
    return normal_quantile(p).astype(np.float32)
