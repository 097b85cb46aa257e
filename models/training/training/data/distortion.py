"""Pseudo exemplar pairs: random flips, crops, turns and smooth bends of the photo itself."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional


@dataclass(frozen=True)
class DistortionRange:
    """How far a pseudo exemplar may be moved from its photo."""

    flip: float = 0.4
    smallest_crop: float = 0.65
    largest_crop: float = 1.05
    turn: float = 0.12
    """radians either way"""
    bend: float = 0.06
    """amplitude of the smooth displacement, in half picture widths"""


def distortion_grid(
    batch: int, height: int, width: int, generator: torch.Generator, limits: DistortionRange | None = None
) -> Tensor:
    """Sampling grid B×H×W×2 (x, y in −1..1): distorted(p) = photo(grid(p))."""
    chosen = limits or DistortionRange()

    def uniform(low: float, high: float) -> Tensor:
        return torch.rand(batch, generator=generator) * (high - low) + low

    zoom = uniform(chosen.smallest_crop, chosen.largest_crop)
    angle = uniform(-chosen.turn, chosen.turn)
    mirror = torch.where(torch.rand(batch, generator=generator) < chosen.flip, -1.0, 1.0)
    room = (1.0 - zoom).clamp_min(0.0)
    right, down = uniform(-1, 1) * room, uniform(-1, 1) * room
    cos, sin = torch.cos(angle) * zoom, torch.sin(angle) * zoom
    matrix = torch.stack([torch.stack([cos * mirror, -sin, right], 1), torch.stack([sin * mirror, cos, down], 1)], 1)
    grid = functional.affine_grid(matrix, [batch, 1, height, width], align_corners=False)
    coarse = (torch.rand(batch, 2, 4, 4, generator=generator) * 2 - 1) * chosen.bend
    bend = functional.interpolate(coarse, size=(height, width), mode="bicubic", align_corners=True)
    return grid + bend.permute(0, 2, 3, 1)


def distort_pictures(pictures: Tensor, grid: Tensor) -> Tensor:
    """Pictures B×3×H×W moved by `grid`, bicubic, reflected at the rim.

    Bilinear copies lose half of their finest detail: a network that sees such exemplars learns to sharpen them all.
    """
    moved = functional.grid_sample(pictures, grid, mode="bicubic", padding_mode="reflection", align_corners=False)
    return moved.clamp(-1.0, 1.0)


def distort_labels(labels: Tensor, grid: Tensor) -> Tensor:
    """int64 B×H×W, nearest."""
    moved = functional.grid_sample(
        labels[:, None].float(), grid, mode="nearest", padding_mode="reflection", align_corners=False
    )
    return moved[:, 0].round().long()
