"""Fixed grain: something for texture to grow from where a picture would else be even.

A convolutional network that must make sand out of an evenly coloured region has nothing to tell one pixel from the
next but the pixel's place in the grids of its own layers, and what grows from that is a grid. One channel of noise is
enough. It is the same in every call, so that a picture does not flicker while it is painted.
"""

import numpy as np
import torch
from torch import Tensor

SIDES = (251, 241)
"""rows and columns of the tile: primes, so that its repetition falls on no period of the network's grids"""
TILE = np.random.default_rng(20).standard_normal(SIDES).astype(np.float16)
"""float16 because that is how packs store it"""


def repeated(count: Tensor, side: int) -> Tensor:
    """Row or column numbers of the tile for positions 1, 2, 3 … (float, any shape, flattened)."""
    position = count.flatten() - 1.0
    return (position - torch.floor(position / side) * side).long()


def grain_like(grid: Tensor) -> Tensor:
    """Standard normal noise, 1×1×H×W for a grid B×C×H×W, repeated over the batch: B×1×H×W.

    Positions are counted from the grid's own data: exporters fold a traced size into a constant of that size.
    """
    ones = grid[:, :1].float() * 0.0 + 1.0
    rows = repeated(torch.cumsum(ones[:1, :, :, :1], 2), SIDES[0])
    columns = repeated(torch.cumsum(ones[:1, :, :1], 3), SIDES[1])
    tile = torch.from_numpy(TILE.astype(np.float32)).to(grid.device)
    # Columns first: whole rows are copied then, and there are as many of them as the picture has.
    return ones * tile.index_select(1, columns).index_select(0, rows)
