"""From coarse learned matches to crisp copies: coherent refinement and overlapping patch copying.

A softmax-weighted mean of patches blurs wherever many places match equally. So each stride-4 cell
also chooses ONE source cell: it starts from the best coarse match, then cells propose their own offset to
their neighbours (PatchMatch propagation, as in CoCosNet v2), scored by the fine features, by agreement of
class shares and by how many neighbours already copy with the same offset. Regions thus copy whole coherent
pieces of the exemplar. No gradient flows through the choice.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.networks.correspondence import streaming_warp, to_grid, to_tokens

SHARP_ALPHA = 2000.0
"""Soft positions at this inverse temperature are the position of the best match."""
STRIDES = (16, 8, 4, 2, 1, 1)
"""Distances, in fine cells, over which the rounds of propagation carry offsets."""
RING = ((1, 0), (-1, 0), (0, 1), (0, -1))
NEIGHBOURS = (*RING, (1, 1), (-1, -1), (1, -1), (-1, 1))
TENT = (0.125, 0.375, 0.625, 0.875, 0.875, 0.625, 0.375, 0.125)
"""One side of the 8×8 window: stride-4 copies of it add up to one, so copies cross-fade at seams."""
CODE_ROW = 4096.0
"""Offsets are compared as one number, row·4096 + column: grids stay far below 2048 cells a side."""


@dataclass(frozen=True)
class CopyWeights:
    """What a choice of source cell is worth."""

    features: float = 3.0
    labels: float = 4.0
    coherence: float = 0.35
    """per neighbour that copies with the same offset"""
    repetition: float = 0.8
    """lost per cell one or two steps aside that copies the very same source cell (stamped patterns)"""


def cell_positions(height: int, width: int, like: Tensor) -> tuple[Tensor, Tensor]:
    """Row and column number of each cell, 1×1×H×W float."""
    ones = torch.ones(1, 1, height, width, dtype=torch.float32, device=like.device)
    return torch.cumsum(ones, 2) - 1.0, torch.cumsum(ones, 3) - 1.0


def best_coarse_match(layout: Tensor, exemplar: Tensor) -> Tensor:
    """Row and column (B×2×Ha×Wa, float, whole numbers) of each layout cell's best match in the exemplar."""
    rows, columns = cell_positions(exemplar.shape[2], exemplar.shape[3], exemplar)
    values = torch.cat([rows, columns], 1).expand(exemplar.shape[0], -1, -1, -1)
    return torch.round(streaming_warp(layout, exemplar, values, SHARP_ALPHA))


def shifted(offsets: Tensor, down: int, right: int) -> Tensor:
    """offsets(u − (down, right)), edges repeated: what the neighbour at that distance proposes."""
    height, width = offsets.shape[2:]
    margin = max(abs(down), abs(right))
    padded = functional.pad(offsets, (margin, margin, margin, margin), mode="replicate")
    return padded[:, :, margin - down : margin - down + height, margin - right : margin - right + width]


def refine(
    coarse_match: Tensor, layout: Tensor, exemplar: Tensor, weights: CopyWeights | None = None
) -> Tensor:
    """Source row and column (B×2×H×W, float, whole numbers) of every fine layout cell.

    coarse_match B×2×H/2×W/2; layout B×C×H×W and exemplar B×C×Hb×Wb hold the scored features
    (`scored_features`: their dot product is the match score).
    """
    settings = weights or CopyWeights()
    height, width = layout.shape[2:]
    rows, columns = cell_positions(height, width, layout)
    position = torch.cat([rows, columns], 1)
    start = torch.cat([torch.floor(rows / 2), torch.floor(columns / 2)], 1)
    spread = functional.interpolate(coarse_match, scale_factor=2.0, mode="nearest")
    offsets = 2.0 * (spread - start)
    query, keys = to_tokens(layout), to_tokens(exemplar)
    limit = last_cell(exemplar)

    def inside(proposal: Tensor) -> Tensor:
        return torch.minimum(torch.clamp(position + proposal, min=0.0), limit) - position

    def score(proposal: Tensor) -> Tensor:
        found = take_rows(keys, flat_index(position + proposal, limit))
        return (query * found).sum(2).reshape(-1, 1, height, width)

    for stride in STRIDES:
        code = offset_code(offsets)
        near = [shifted(code, down, right) for down, right in NEIGHBOURS]
        # The cell at u − d copies our very source cell when its offset is ours plus d.
        stamps = [
            shifted(code, down * reach, right * reach) - (down * CODE_ROW + right) * reach
            for reach in (1, 2)
            for down, right in RING
        ]

        def worth(proposal: Tensor, near: list[Tensor] = near, stamps: list[Tensor] = stamps) -> Tensor:
            code = offset_code(proposal)
            gain = settings.coherence * count_equal(code, near)
            return score(proposal) + gain - settings.repetition * count_equal(code, stamps)

        best_offsets = inside(offsets)
        best_worth = worth(best_offsets)
        for down, right in RING:
            proposal = inside(shifted(offsets, down * stride, right * stride))
            value = worth(proposal)
            better = value > best_worth
            best_offsets = torch.where(better, proposal, best_offsets)
            best_worth = torch.maximum(value, best_worth)
        offsets = best_offsets
    return position + offsets


def last_cell(grid: Tensor) -> Tensor:
    """Row and column of the last cell, 1×2×1×1: computed from the data so that exported graphs take any size."""
    rows, columns = cell_positions(grid.shape[2], grid.shape[3], grid)
    return torch.cat([rows.amax(dim=(2, 3), keepdim=True), columns.amax(dim=(2, 3), keepdim=True)], 1)


def flat_index(cells: Tensor, limit: Tensor) -> Tensor:
    """B×2×H×W rows and columns to B×HW int64 positions in a grid whose last cell is `limit`."""
    return (cells[:, 0] * (limit[:, 1] + 1.0) + cells[:, 1]).flatten(1).long()


def take_rows(tokens: Tensor, index: Tensor) -> Tensor:
    """tokens B×M×C, index B×N: the chosen rows, B×N×C."""
    if torch.onnx.is_in_onnx_export():
        # A plain row gather: onnxruntime copies whole rows, where the batched form picks element by element.
        return tokens[0][index[0]].unsqueeze(0)
    return torch.gather(tokens, 1, index.unsqueeze(2).expand(-1, -1, tokens.shape[2]))


def offset_code(offsets: Tensor) -> Tensor:
    """B×2×H×W offsets as one number each, B×1×H×W."""
    return offsets[:, :1] * CODE_ROW + offsets[:, 1:]


def count_equal(code: Tensor, others: list[Tensor]) -> Tensor:
    """How many of `others` hold the same number, per cell."""
    total = torch.zeros_like(code)
    for other in others:
        total = total + ((other - code).abs() < 0.5).to(code.dtype)
    return total


def scored_features(fine: Tensor, class_shares: Tensor, weights: CopyWeights | None = None) -> Tensor:
    """Concatenates fine features and class shares so that one dot product is the weighted match score."""
    settings = weights or CopyWeights()
    length = torch.rsqrt((class_shares * class_shares).sum(1, keepdim=True) + 1e-6)
    return torch.cat(
        [fine * settings.features**0.5, class_shares * length * settings.labels**0.5], 1
    )


def overlap_patches(exemplar: Tensor) -> Tensor:
    """The 8×8 neighbourhood of every stride-4 cell (two pixels past each side): B×N×192.

    A convolution with unit filters instead of `unfold`: exporters know it for every size.
    """
    padded = functional.pad(exemplar.float(), (2, 2, 2, 2), mode="replicate")
    with torch.autocast("cpu", enabled=False):
        return to_tokens(functional.conv2d(padded, torch.from_numpy(np.eye(192, dtype=np.float32).reshape(192, 3, 8, 8)), stride=4))


def copy_patches(patches: Tensor, source: Tensor, limit: Tensor) -> Tensor:
    """Pastes the chosen 8×8 pieces, cross-faded, into a picture B×3×4H×4W.

    patches: B×Nb×192 from `overlap_patches`; source: B×2×H×W rows and columns from `refine`; limit: the exemplar's
    last cell.
    """
    height, width = source.shape[2:]
    columns = to_grid(take_rows(patches, flat_index(source, limit)), height, width)
    # Replicated border cells give the picture's rim its full weight, so the crop needs no division.
    framed = functional.pad(columns, (1, 1, 1, 1), mode="replicate")
    with torch.autocast("cpu", enabled=False):
        pasted = functional.conv_transpose2d(framed, paste_kernel(), stride=4)
    return pasted[:, :, 6:-6, 6:-6]


def paste_kernel() -> Tensor:
    """Weights 192×3×8×8 of the transposed convolution that lays windowed patches on the picture.

    Built by numpy so that exporters see one constant instead of the operations that made it.
    """
    kernel = np.zeros((3, 8, 8, 3, 8, 8), np.float32)
    for channel, row, column in np.ndindex(3, 8, 8):
        kernel[channel, row, column, channel, row, column] = TENT[row] * TENT[column]
    return torch.from_numpy(kernel.reshape(192, 3, 8, 8))
