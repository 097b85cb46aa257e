"""Pseudo exemplars: a face bent like a thin plate, a little turned, cropped and at times mirrored."""

import math

import torch
from torch import Tensor
from torch.nn import functional

KNOTS = 4
"""control points a side"""
COARSE = 33
"""The plate is solved on this grid and enlarged: it is smooth."""


def plate_basis() -> Tensor:
    """COARSE²×KNOTS² weights: displacement of every coarse point from those of the control points.

    Thin-plate spline with kernel r² log r (Bookstein 1989), solved once because the control points lie on a fixed grid.
    """
    line = torch.linspace(-1, 1, KNOTS, dtype=torch.float64)
    knots = torch.stack(torch.meshgrid(line, line, indexing="ij"), -1).reshape(-1, 2)
    fine = torch.linspace(-1, 1, COARSE, dtype=torch.float64)
    points = torch.stack(torch.meshgrid(fine, fine, indexing="ij"), -1).reshape(-1, 2)

    def kernel(a: Tensor, b: Tensor) -> Tensor:
        squared = ((a[:, None] - b[None]) ** 2).sum(-1)
        return 0.5 * squared * squared.clamp_min(1e-12).log()

    def affine(places: Tensor) -> Tensor:
        return torch.cat([torch.ones(len(places), 1, dtype=torch.float64), places], 1)

    count = len(knots)
    system = torch.zeros(count + 3, count + 3, dtype=torch.float64)
    system[:count, :count] = kernel(knots, knots)
    system[:count, count:] = affine(knots)
    system[count:, :count] = affine(knots).T
    inverse = torch.linalg.inv(system)[:, :count]
    return (torch.cat([kernel(points, knots), affine(points)], 1) @ inverse).float()


BASIS = plate_basis()


def face_grid(batch: int, size: int, generator: torch.Generator, mirrored_share: float = 0.3) -> tuple[Tensor, Tensor]:
    """Sampling grid B×size×size×2 (x, y in −1..1; exemplar(p) = photo(grid(p))) and which are mirrored (B, bool)."""

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        return torch.rand(batch, *shape, generator=generator) * (high - low) + low

    zoom, angle = uniform(0.8, 1.12), uniform(-math.radians(12), math.radians(12))
    mirrored = uniform(0, 1) < mirrored_share
    side = torch.where(mirrored, -1.0, 1.0)
    right, down = uniform(-0.1, 0.1), uniform(-0.1, 0.1)
    cosine, sine = torch.cos(angle) * zoom, torch.sin(angle) * zoom
    matrix = torch.stack(
        [torch.stack([cosine * side, -sine, right], 1), torch.stack([sine * side, cosine, down], 1)], 1
    )
    grid = functional.affine_grid(matrix, [batch, 1, size, size], align_corners=False)
    moved = uniform(-0.13, 0.13, KNOTS**2, 2)
    bend = (BASIS @ moved).reshape(batch, COARSE, COARSE, 2).permute(0, 3, 1, 2)
    enlarged = functional.interpolate(bend, size=(size, size), mode="bilinear", align_corners=True)
    return grid + enlarged.permute(0, 2, 3, 1), mirrored
