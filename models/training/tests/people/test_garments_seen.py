"""Clothes are compared where they are seen, wherever that is."""

import numpy as np
import torch

from training.people.garments import GROUP_NAMES
from training.people.garments_seen import Shares, seen_differences


def picture_of(level: float, left: int) -> torch.Tensor:
    """Black, with a square of one level."""
    picture = torch.full((1, 3, 256, 192), -1.0)
    picture[:, :, 20:60, left : left + 40] = level
    return picture


def read(picture: torch.Tensor) -> Shares:
    """Everything that is not black is a coat."""
    shares = np.zeros((256, 192, len(GROUP_NAMES) - 1), np.float32)
    shown = picture[0, 0].numpy() > -1
    shares[shown, GROUP_NAMES.index("coat") - 1] = 1.0
    shares[~shown, 0] = 1.0
    return shares


def test_a_coat_elsewhere_keeps_its_colour() -> None:
    """Would catch: a measure that compares places and not garments."""
    assert seen_differences(read, picture_of(0.5, 10), picture_of(0.5, 130)) == [0.0]


def test_a_darker_coat_is_that_many_levels_off() -> None:
    """Would catch: another scale than levels of 256."""
    (difference,) = seen_differences(read, picture_of(0.5, 10), picture_of(0.4, 10))
    assert abs(difference - 12.75) < 0.01


def test_what_is_not_worn_says_nothing() -> None:
    """Would catch: a mean over an empty garment."""
    assert seen_differences(read, picture_of(-1.0, 10), picture_of(0.4, 10)) == []
