"""What the judges see of a picture: all but a few rows and columns, cut off anew in every step.

Perceptual networks and discriminators halve their grids, so what they say of a pixel depends on whether its row and
column are even. Shown whole pictures, they teach a generator, whose grids are halved likewise, to favour such rows:
a faint grid. Pictures cut by a random number of pixels, photo and result alike, leave no row to favour.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

REACH = 8
"""pixels cut off in all: the grids repeat after eight"""


@dataclass(frozen=True)
class View:
    """The same part of all that belongs to a sample."""

    picture: Tensor
    """B×3×h×w, −1..1: the result"""
    photo: Tensor
    """B×3×h×w, −1..1"""
    one_hot: Tensor
    """B×C×h×w: the layout"""


def random_view(picture: Tensor, photo: Tensor, one_hot: Tensor, generator: torch.Generator) -> View:
    """A window REACH smaller each way at a random place, the same for the three of them (each B×·×H×W)."""
    top, left = (int(torch.randint(REACH + 1, (1,), generator=generator)) for _ in range(2))
    height, width = picture.shape[2] - REACH, picture.shape[3] - REACH

    def cut(whole: Tensor) -> Tensor:
        return whole[:, :, top : top + height, left : left + width]

    return View(cut(picture), cut(photo), cut(one_hot))
