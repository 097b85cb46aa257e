"""Intersection over union of parsed faces."""

from collections.abc import Callable

import torch
from torch import Tensor

from training.parsing.classes import CLASS_COUNT, MIRRORED, UNKNOWN

Parser = Callable[[Tensor], Tensor]
"""Photos (B, 3, H, W) in −1..1 to logits (B, 19, H, W)."""


def confusion(predicted: Tensor, truth: Tensor, classes: int = CLASS_COUNT) -> Tensor:
    """(classes, classes) pixel counts, rows by truth, of label maps of one shape; UNKNOWN pixels are left out."""
    known = truth != UNKNOWN
    pairs = truth[known].long() * classes + predicted[known].long()
    return torch.bincount(pairs, minlength=classes**2).reshape(classes, classes)


def intersection_over_union(counts: Tensor) -> Tensor:
    """One per class; nan for a class neither present nor predicted."""
    hit = counts.diagonal().double()
    union = counts.sum(0) + counts.sum(1) - counts.diagonal()
    return torch.where(union > 0, hit / union, torch.nan)


def parsed(parser: Parser, photos: Tensor, *, mirrored: bool = False) -> Tensor:
    """Logits (B, 19, H, W) of uint8 photos; `mirrored` averages with those of the flipped photos."""
    x = photos.float() / 127.5 - 1
    logits = parser(x)
    if mirrored:
        logits = (logits + parser(x.flip(-1)).flip(-1)[:, list(MIRRORED)]) / 2
    return logits
