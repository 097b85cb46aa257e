"""From coarse learned matches to crisp copies: which cell of the exemplar each cell of the layout copies.

A softmax-weighted mean of patches blurs wherever many places match equally. So each stride-4 cell
also chooses ONE source cell: it starts from the best coarse match, then cells propose their own offset to
their neighbours (PatchMatch propagation, as in CoCosNet v2), scored by the fine features, by agreement of
class shares, by nearness to the soft warp's colour and by how many neighbours already copy with the same offset.
Regions thus copy whole coherent pieces of the exemplar (`pasting.py` copies their pixels). No gradient flows through
the choice.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.networks.correspondence import Warp, streaming_warp, to_tokens
from training.networks.exported_forms import channel_mean

SHARP_ALPHA = 2000.0
"""Soft positions at this inverse temperature are the position of the best match."""
STRIDES = (16, 8, 4, 2, 1, 1)
"""Distances, in fine cells, over which the rounds of propagation carry offsets."""
REACHES = (1, 2, 3, 4)
"""Distances, in fine cells, at which copying the same source cell again shows as a stamp."""
RING = ((1, 0), (-1, 0), (0, 1), (0, -1))
NEIGHBOURS = (*RING, (1, 1), (-1, -1), (1, -1), (-1, 1))
FAIR_USES = 6.0
"""How often a source cell may be copied before its copies count as worn (see `wear`) …"""
WORN_USES = 24.0
"""… and how often until they are entirely so."""
CODE_ROW = 4096.0
"""Offsets are compared as one number, row·4096 + column: grids stay far below 2048 cells a side."""
PROPOSERS = ((0, 0), *RING)
"""Whose offsets a cell tries: its own and its ring's, one stride away."""
STAMPERS = tuple((down * reach, right * reach) for reach in REACHES for down, right in RING)
STAMP_CODES = np.array(
    [0.0] * len(NEIGHBOURS) + [down * CODE_ROW + right for down, right in STAMPERS], np.float32
).reshape(1, -1, 1, 1)
"""How much larger a stamping cell's offset is than ours, in the order of NEIGHBOURS and STAMPERS."""


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


def shifts(grid: Tensor, steps: tuple[tuple[int, int], ...], spread: int = 1) -> Tensor:
    """grid(u − spread·(down, right)) for every step, edges repeated: what neighbours at that distance say.

    grid B×C×H×W, result B×C×K×H×W. A convolution that picks single cells: sums of one number and zeros are exact, and
    an exported graph has two nodes where slices would need hundreds, with all their arithmetic on sizes.
    """
    margin = max(max(abs(down), abs(right)) for down, right in steps)
    channels = int(grid.shape[1])
    kernel = np.zeros((channels, len(steps), channels, 2 * margin + 1, 2 * margin + 1), np.float32)
    for index, (down, right) in enumerate(steps):
        kernel[range(channels), index, range(channels), margin - down, margin - right] = 1.0
    edge = margin * spread
    framed = functional.pad(grid.float(), (edge, edge, edge, edge), mode="replicate")
    with torch.autocast(framed.device.type, enabled=False):
        picked = torch.from_numpy(kernel).to(framed.device).flatten(0, 1)
        return functional.conv2d(framed, picked, dilation=spread).unflatten(1, (channels, len(steps)))


def refine(coarse_match: Tensor, layout: Tensor, exemplar: Tensor, weights: CopyWeights | None = None) -> Tensor:
    """Source row and column (B×2×H×W, float, whole numbers) of every fine layout cell.

    coarse_match B×2×H/2×W/2; layout B×C×H×W (`with_colours`) and exemplar B×C×Hb×Wb (`scored_exemplar`): their dot
    product is the match score.
    """
    settings = weights or CopyWeights()
    here = torch.cat(cell_positions(layout), 1)
    offset = 2.0 * (functional.interpolate(coarse_match, scale_factor=2.0, mode="nearest") - torch.floor(here / 2))
    query, keys, last = to_tokens(layout).unsqueeze(1), to_tokens(exemplar), last_cell(exemplar)
    for stride in STRIDES:
        # Proposals that point outside the exemplar are moved to its edge.
        proposed = shifts(offset, PROPOSERS, stride) + here.unsqueeze(2)
        sources = proposed.clamp(min=0.0).minimum(last.unsqueeze(2))
        score = match_score(query, keys, sources[:, 0] * (last[:, 1:] + 1.0) + sources[:, 1])
        offsets = sources - here.unsqueeze(2)
        worth = score + neighbour_worth(offset_code(offset).unsqueeze(1), offset_code(offsets), settings)
        best = worth.argmax(dim=1, keepdim=True)
        offset = torch.gather(offsets, 2, best.unsqueeze(1).expand(-1, 2, -1, -1, -1)).squeeze(2)
    return here + offset


def offset_code(offset: Tensor) -> Tensor:
    """Offsets B×2×…, each as one number: B×…."""
    return offset[:, 0] * CODE_ROW + offset[:, 1]


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
    uses = torch.gather(counts, 1, flat_index(source, last_cell(exemplar))).reshape_as(source[:, :1])
    worn = ((uses - FAIR_USES) / (WORN_USES - FAIR_USES)).clamp(0.0, 1.0)
    return functional.avg_pool2d(worn, 3, 1, 1, count_include_pad=False)


def match_score(query: Tensor, keys: Tensor, sources: Tensor) -> Tensor:
    """Dot products of every layout cell with its proposed source cells, B×K×H×W.

    query B×1×N×C and keys B×M×C are scored features; sources B×K×H×W flat places in the exemplar.
    """
    found = take_rows(keys, sources.flatten(1).long())
    # Sizes that are known stay constants of an exported graph; reshape_as takes the others from the data.
    batch, proposed, channels = int(query.shape[0]), int(sources.shape[1]), int(query.shape[3])
    return (query * found.reshape(batch, proposed, -1, channels)).sum(3).reshape_as(sources)


def neighbour_worth(code: Tensor, proposed: Tensor, weights: CopyWeights) -> Tensor:
    """Gain from neighbours that copy with the same offset, loss from stamps of the same source cell, B×K×H×W.

    code B×1×H×W: offsets as they stand, each as one number; proposed B×K×H×W likewise. The cell at u − d copies our
    very source cell when its offset is ours plus d.
    """
    expected = shifts(code, (*NEIGHBOURS, *STAMPERS)) - torch.from_numpy(STAMP_CODES).to(code.device)
    equal = (expected == proposed.unsqueeze(2)).to(code.dtype)
    if torch.onnx.is_in_onnx_export():
        gains = [weights.coherence] * len(NEIGHBOURS) + [-weights.repetition] * len(STAMPERS)
        return (torch.tensor([gains]) @ equal.flatten(3)).reshape_as(proposed)
    same, stamped = equal.split([len(NEIGHBOURS), len(STAMPERS)], dim=2)
    return weights.coherence * same.sum(2) - weights.repetition * stamped.sum(2)


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
        return tokens[0].index_select(0, index[0]).unsqueeze(0)
    return torch.gather(tokens, 1, index.unsqueeze(2).expand(-1, -1, tokens.shape[2]))


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
    if torch.onnx.is_in_onnx_export():
        rows = class_shares.flatten(2)
        length = channel_mean(rows * rows) * int(class_shares.shape[1])
        return (rows * torch.rsqrt(length + 1e-6)).reshape_as(class_shares)
    return class_shares * torch.rsqrt((class_shares * class_shares).sum(1, keepdim=True) + 1e-6)
