"""The simplest rival: the exemplar's face bent triangle by triangle until its 468 points lie where the layout's do."""

import numpy as np
import torch
from scipy.spatial import Delaunay
from torch import Tensor
from torch.nn import functional

from training.faces.alignment import Points

BORDER = 8
"""fixed points along each side of the picture, so that hair and background follow the face"""


def border_points(size: int) -> Points:
    """Points on the border of a square picture, in pixels."""
    line = np.linspace(0, size, BORDER + 1)[:-1]
    none, far = np.zeros(BORDER), np.full(BORDER, float(size))
    sides = [(line, none), (far, line), (size - line, far), (none, size - line)]
    return np.concatenate([np.stack(side, 1) for side in sides])


def mesh_warp(exemplar: Tensor, exemplar_points: Points, layout_points: Points) -> Tensor:
    """The exemplar 1×3×S×S bent piecewise affinely; points N×2 in pixels, alike in order."""
    size = exemplar.shape[3]
    border = border_points(size)
    inside = np.clip(layout_points, 0.5, size - 0.5)
    wanted, given = np.concatenate([inside, border]), np.concatenate([exemplar_points, border])
    triangles = Delaunay(wanted)
    rows, columns = np.mgrid[0:size, 0:size] + 0.5
    pixels = np.stack([columns, rows], -1).reshape(-1, 2)
    number = triangles.find_simplex(pixels, tol=1e-6)
    transform = triangles.transform[number]
    two = np.einsum("nij,nj->ni", transform[:, :2], pixels - transform[:, 2])
    shares = np.concatenate([two, 1 - two.sum(1, keepdims=True)], 1)
    source = np.einsum("ni,nij->nj", shares, given[triangles.simplices[number]])
    # A point that the triangulation calls a duplicate leaves a flat triangle, whose pixels stay where they are.
    source = np.where(np.isfinite(source) & (number >= 0)[:, None], source, pixels)
    grid = torch.from_numpy((source / size * 2 - 1).reshape(1, size, size, 2)).float()
    return functional.grid_sample(exemplar, grid, mode="bilinear", padding_mode="border", align_corners=False)
