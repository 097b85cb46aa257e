"""Distorted copies that lack a class: what the exemplar does not show must be painted in the exemplar's own light."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

SMALLEST_SHARE = 0.03
LARGEST_SHARE = 0.6
"""A class that covers less teaches nothing; one that covers more leaves no light to take."""
MASKED_CELL = 0.25
"""A coarse cell with at least this share of hidden pixels counts as having no origin."""
NOWHERE = 50.0
"""A grid position far outside of every photo, also mixed with a neighbour's: losses of the correspondence leave
such cells out."""
OTHER = 0


def hideable_class(labels: Tensor, random: np.random.Generator) -> int | None:
    """A class of the label map (H×W int64) whose share allows hiding; None where there is none."""
    found, counts = torch.unique(labels, return_counts=True)
    shares = counts / labels.numel()
    fitting = found[(shares >= SMALLEST_SHARE) & (shares <= LARGEST_SHARE) & (found != OTHER)]
    return int(fitting[int(random.integers(len(fitting)))]) if len(fitting) else None


def hide_class(exemplar: Tensor, labels: Tensor, grid: Tensor, hidden_class: int) -> tuple[Tensor, Tensor, Tensor]:
    """An exemplar without `hidden_class`, its labels, and its coarse grid with the changed cells pointing nowhere.

    exemplar 3×H×W −1..1, labels H×W int64, grid H/8×W/8×2. The class's pixels are taken from the mirrored exemplar, so
    that the photo stays a photo; where the mirror shows the class too, they become the mean colour and class 'other'.
    """
    hidden = labels == hidden_class
    mirrored, mirrored_labels = exemplar.flip(2), labels.flip(1)
    mean = exemplar[:, ~hidden].mean(dim=1)[:, None, None]
    twice = mirrored_labels == hidden_class
    filling = torch.where(twice, mean, mirrored)
    filling_labels = torch.where(twice, torch.full_like(labels, OTHER), mirrored_labels)
    changed = functional.avg_pool2d(hidden.float()[None], 8)[0] > MASKED_CELL
    return (
        torch.where(hidden, filling, exemplar),
        torch.where(hidden, filling_labels, labels),
        torch.where(changed[:, :, None], torch.full_like(grid, NOWHERE), grid),
    )
