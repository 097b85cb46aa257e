"""From coarse learned matches to crisp copies: coherent refinement and overlapping patch copying.

A softmax-weighted mean of patches blurs wherever many places match equally. So each stride-4 cell
also chooses ONE source cell: it starts from the best coarse match, then cells propose their own offset to
their neighbours (PatchMatch propagation, as in CoCosNet v2), scored by the fine features, by agreement of
class shares, by nearness to the soft warp's colour and by how many neighbours already copy with the same offset.
Regions thus copy whole coherent pieces of the exemplar. No gradient flows through the choice.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.networks.correspondence import Warp, streaming_warp, to_grid, to_tokens

SHARP_ALPHA = 2000.0
"""Soft positions at this inverse temperature are the position of the best match."""
STRIDES = (16, 8, 4, 2, 1, 1)
"""Distances, in fine cells, over which the rounds of propagation carry offsets."""
REACHES = (1, 2, 3, 4)
"""Distances, in fine cells, at which copying the same source cell again shows as a stamp."""
RING = ((1, 0), (-1, 0), (0, 1), (0, -1))
NEIGHBOURS = (*RING, (1, 1), (-1, -1), (1, -1), (-1, 1))
TENT = (0.125, 0.375, 0.625, 0.875, 0.875, 0.625, 0.375, 0.125)
"""One side of the 8×8 window: stride-4 copies of it add up to one, so copies cross-fade at seams."""
FAIR_USES = 2.0
"""How often a source cell may be copied before its copies count as worn (see `wear`) …"""
WORN_USES = 16.0
"""… and how often until they are entirely so."""
CODE_ROW = 4096.0
"""Offsets are compared as one number, row·4096 + column: grids stay far below 2048 cells a side."""


@dataclass(frozen=True)
class CopyWeights:
    """What a choice of source cell is worth."""

    features: float = 3.0
    labels: float = 16.0
    colours: float = 4.0
    """per squared distance between the source cell's mean colour and the soft warp: smooth light, no blotches"""
    coherence: float = 0.35
    """per neighbour that copies with the same offset"""
    repetition: float = 0.8
    """lost per cell one or two steps aside that copies the very same source cell (stamped patterns)"""


def cell_positions(grid: Tensor) -> tuple[Tensor, Tensor]:
    """Row and column number of each cell of a B×C×H×W grid, 1×1×H×W float.

    Counted from the grid's own data: the exporter folds ones of a traced size into a constant of that size.
    """
    ones = grid[:1, :1].float() * 0.0 + 1.0
    return torch.cumsum(ones, 2) - 1.0, torch.cumsum(ones, 3) - 1.0


def best_coarse_match(layout: Tensor, exemplar: Tensor, warp: Warp = streaming_warp) -> Tensor:
    """Row and column (B×2×Ha×Wa, float, whole numbers) of each layout cell's best match in the exemplar."""
    rows, columns = cell_positions(exemplar)
    values = torch.cat([rows, columns], 1).expand(exemplar.shape[0], -1, -1, -1)
    return torch.round(warp(layout, exemplar, values, SHARP_ALPHA))


def shifted(offsets: Tensor, down: int, right: int) -> Tensor:
    """offsets(u − (down, right)), edges repeated: what the neighbour at that distance proposes."""
    height, width = offsets.shape[2:]
    margin = max(abs(down), abs(right))
    padded = functional.pad(offsets, (margin, margin, margin, margin), mode="replicate")
    return padded[:, :, margin - down : margin - down + height, margin - right : margin - right + width]


def refine(coarse_match: Tensor, layout: Tensor, exemplar: Tensor, weights: CopyWeights | None = None) -> Tensor:
    """Source row and column (B×2×H×W, float, whole numbers) of every fine layout cell.

    coarse_match B×2×H/2×W/2; layout B×C×H×W (`with_colours`) and exemplar B×C×Hb×Wb (`scored_exemplar`): their dot
    product is the match score.
    """
    settings = weights or CopyWeights()
    rows, columns = cell_positions(layout)
    position = torch.cat([rows, columns], 1)
    start = torch.cat([torch.floor(rows / 2), torch.floor(columns / 2)], 1)
    spread = functional.interpolate(coarse_match, scale_factor=2.0, mode="nearest")
    offsets = 2.0 * (spread - start)
    query, keys = to_tokens(layout), to_tokens(exemplar)
    limit = last_cell(exemplar)
    for stride in STRIDES:
        aside = [shifted(offsets, down * stride, right * stride) for down, right in RING]
        proposals = torch.stack([offsets, *aside], 1)
        # Proposals that point outside the exemplar are moved to its edge.
        sources = torch.minimum(torch.clamp(position[:, None] + proposals, min=0.0), limit[:, None])
        proposals = sources - position[:, None]
        worth = match_score(query, keys, sources, limit) + neighbour_worth(offsets, proposals, settings)
        best = worth.argmax(dim=1, keepdim=True)
        chosen = best.unsqueeze(2).expand(-1, -1, 2, -1, -1)
        offsets = torch.gather(proposals, 1, chosen).squeeze(1)
    return position + offsets


def use_counts(source: Tensor, exemplar: Tensor) -> Tensor:
    """How many layout cells copy each exemplar cell, B×M; source B×2×H×W, exemplar B×C×Hb×Wb gives the grid."""
    index = flat_index(source, last_cell(exemplar))
    counts = to_tokens(exemplar)[:, :, 0] * 0.0
    return counts.scatter_add(1, index, torch.ones_like(index, dtype=counts.dtype))


def wear(source: Tensor, exemplar: Tensor) -> Tensor:
    """How worn out the copies are, B×1×H×W in 0..1: 0 for pieces used a few times, 1 for endless stamping.

    A class that the exemplar shows in a few cells only cannot fill a region crisply; there the smooth warp is better.
    """
    counts = use_counts(source, exemplar)
    uses = torch.gather(counts, 1, flat_index(source, last_cell(exemplar))).unflatten(1, source.shape[2:])
    worn = ((uses - FAIR_USES) / (WORN_USES - FAIR_USES)).clamp(0.0, 1.0)[:, None]
    return functional.avg_pool2d(worn, 3, 1, 1, count_include_pad=False)


def match_score(query: Tensor, keys: Tensor, sources: Tensor, limit: Tensor) -> Tensor:
    """Dot products of every layout cell with its proposed source cells, B×K×H×W.

    query B×N×C and keys B×M×C are scored features; sources B×K×2×H×W rows and columns in the exemplar.
    """
    proposed, height, width = sources.shape[1], sources.shape[3], sources.shape[4]
    found = take_rows(keys, flat_index(sources.transpose(1, 2).flatten(3), limit))
    scores = (query.unsqueeze(1) * found.unflatten(1, (proposed, -1))).sum(3)
    return scores.unflatten(2, (height, width))


def neighbour_worth(offsets: Tensor, proposals: Tensor, weights: CopyWeights) -> Tensor:
    """Gain from neighbours that copy with the same offset, loss from stamps of the same source cell.

    offsets B×2×H×W as they stand, proposals B×K×2×H×W; returns B×K×H×W. The cell at u − d copies our very source
    cell when its offset is ours plus d.
    """
    code = offset_code(offsets)
    near = [shifted(code, down, right) for down, right in NEIGHBOURS]
    stamps = [
        shifted(code, down * reach, right * reach) - (down * CODE_ROW + right) * reach
        for reach in REACHES
        for down, right in RING
    ]
    ours = offset_code(proposals.flatten(0, 1)).unflatten(0, proposals.shape[:2])
    same = ((torch.cat(near, 1)[:, None] - ours).abs() < 0.5).to(code.dtype).sum(2)
    stamped = ((torch.cat(stamps, 1)[:, None] - ours).abs() < 0.5).to(code.dtype).sum(2)
    return weights.coherence * same - weights.repetition * stamped


def last_cell(grid: Tensor) -> Tensor:
    """Row and column of the last cell, 1×2×1×1: computed from the data so that exported graphs take any size."""
    rows, columns = cell_positions(grid)
    return torch.cat([rows.amax(dim=(2, 3), keepdim=True), columns.amax(dim=(2, 3), keepdim=True)], 1)


def flat_index(cells: Tensor, limit: Tensor) -> Tensor:
    """Rows and columns B×2×… to int64 positions, B×(all the rest), in a grid whose last cell is `limit`."""
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


def scored_layout(fine: Tensor, class_shares: Tensor, weights: CopyWeights | None = None) -> Tensor:
    """What a layout cell brings to the match score before its colour is known; see `with_colours`."""
    settings = weights or CopyWeights()
    return torch.cat([fine * settings.features**0.5, unit_length(class_shares) * settings.labels**0.5], 1)


def scored_exemplar(fine: Tensor, class_shares: Tensor, colours: Tensor, weights: CopyWeights | None = None) -> Tensor:
    """What an exemplar cell brings; colours B×3×H×W are the cells' means, −1..1."""
    square = (colours * colours).sum(1, keepdim=True)
    return torch.cat([scored_layout(fine, class_shares, weights), colours, square], 1)


def with_colours(scored: Tensor, wanted: Tensor, weights: CopyWeights | None = None) -> Tensor:
    """Adds the wanted colours to `scored_layout`, so that one dot product with `scored_exemplar` is the whole score.

    −w·|b − c|² is 2w·b·c − w·|c|² but for a constant of the layout cell.
    """
    settings = weights or CopyWeights()
    ones = torch.ones_like(wanted[:, :1])
    return torch.cat([scored, 2.0 * settings.colours * wanted, -settings.colours * ones], 1)


def unit_length(class_shares: Tensor) -> Tensor:
    """B×C×H×W shares scaled to length 1 over C."""
    return class_shares * torch.rsqrt((class_shares * class_shares).sum(1, keepdim=True) + 1e-6)


def overlap_patches(exemplar: Tensor) -> Tensor:
    """The 8×8 neighbourhood of every stride-4 cell (two pixels past each side): B×N×192.

    A convolution with unit filters instead of `unfold`: exporters know it for every size.
    """
    padded = functional.pad(exemplar.float(), (2, 2, 2, 2), mode="replicate")
    with torch.autocast("cpu", enabled=False):
        return to_tokens(
            functional.conv2d(padded, torch.from_numpy(np.eye(192, dtype=np.float32).reshape(192, 3, 8, 8)), stride=4)
        )


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
