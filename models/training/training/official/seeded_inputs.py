"""Inputs that Python and TypeScript make alike, so that fixtures hold only outputs.

Values come from a counter-based hash (one 32-bit finaliser of MurmurHash3), so that entry i depends on nothing but i
and the seed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .configuration import OfficialConfiguration

SIZE = 256
GRID = 64


def hashed_uniform(count: int, seed: int) -> NDArray[np.float64]:
    """``count`` values in (0,1), the same as electron/importer/conversion/seeded-values.ts gives."""
    mask = np.uint64(0xFFFFFFFF)
    state = (np.arange(count, dtype=np.uint64) * np.uint64(0x9E3779B9) + np.uint64(seed)) & mask
    for multiplier, shift in ((0x85EBCA6B, 16), (0xC2B2AE35, 13)):
        state = ((state ^ (state >> np.uint64(shift))) * np.uint64(multiplier)) & mask
    state ^= state >> np.uint64(16)
    return (state.astype(np.float64) + 0.5) / 2.0**32


def hashed_normal(count: int, seed: int) -> NDArray[np.float64]:
    """Standard normal values by Box and Muller from pairs of hashed uniforms."""
    uniform = hashed_uniform(2 * count, seed)
    return np.sqrt(-2 * np.log(uniform[0::2])) * np.cos(2 * np.pi * uniform[1::2])


def smooth_picture(seed: int, channels: int = 3) -> NDArray[np.float32]:
    """[1,channels,256,256] in −1..1: waves of seeded direction plus a little grain."""
    rows, columns = np.mgrid[0:SIZE, 0:SIZE] / SIZE
    waves = hashed_uniform(channels * 4, seed).reshape(channels, 4)
    grain = hashed_uniform(channels * SIZE * SIZE, seed + 1).reshape(channels, SIZE, SIZE) - 0.5
    planes = [
        np.sin(2 * np.pi * (wave[0] * 6 * rows + wave[1] * 6 * columns + wave[2])) * (0.5 + 0.4 * wave[3])
        for wave in waves
    ]
    return (np.stack(planes) + 0.2 * grain)[None].clip(-1, 1).astype(np.float32)


def layout_labels(seed: int, classes: int) -> NDArray[np.int32]:
    """[1,256,256]: a dozen seeded ellipses over a background, each of one class."""
    rows, columns = np.mgrid[0:SIZE, 0:SIZE]
    values = hashed_uniform(12 * 5, seed).reshape(12, 5)
    labels = np.zeros((SIZE, SIZE), np.int32)
    for row, column, height, width, label in values:
        across = (rows - row * SIZE) / (20 + 60 * height)
        down = (columns - column * SIZE) / (20 + 60 * width)
        labels[across**2 + down**2 < 1] = int(label * classes)
    return labels[None]


def one_hot(labels: NDArray[np.int32], classes: int) -> NDArray[np.float32]:
    """[1,H,W] → [1,classes,H,W]."""
    return (labels[:, None] == np.arange(classes)[None, :, None, None]).astype(np.float32)


def mask_noise(channels: int, seed: int = 20200613) -> NDArray[np.float32]:
    """The noise that stands in for the exemplar's labels: normal × 0.01, [1,channels,64,64]."""
    values = hashed_normal(channels * GRID * GRID, seed) * 0.01
    return values.astype(np.float32).reshape(1, channels, GRID, GRID)


def condition_of(configuration: OfficialConfiguration, seed: int) -> NDArray[np.float32]:
    """A condition [1,S,256,256]: one-hot labels, or smooth dense channels in 0..1 for edges and pose."""
    channels = configuration.condition_channels
    if configuration.name in ("celebahqedge", "deepfashion"):
        return (smooth_picture(seed, channels) + np.float32(1)) / np.float32(2)
    return one_hot(layout_labels(seed, channels), channels)
