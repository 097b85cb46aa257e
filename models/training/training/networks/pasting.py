"""Copies the chosen cells' pixels, cross-faded, with a shift below one cell for every piece.

A piece is a region whose cells copy with the same offset. If offsets were whole cells, wherever one cell is copied
again its pixels would lie in the same place of the four-pixel grid, and copies, each harmless, would add up to dots
with periods of two and four pixels. So each offset has a shift of its own of up to two pixels, the same for the whole
piece, which has no seam from it.
"""

from itertools import combinations

import torch
from torch import Tensor
from torch.nn import functional

from training.networks.adaptors import FINE_STRIDE
from training.networks.coherent_copy import cell_positions, offset_code, take_rows
from training.networks.correspondence import to_tokens

AROUND = 9
"""side in pixels of the square whose mean is the colour around a pixel: detail is what differs from it"""
ROW_FACTOR, COLUMN_FACTOR = 37.0, 101.0
HASH_PRIMES = (251.0, 241.0)
"""All numbers of the hash stay small whole numbers, which float32 holds exactly: every runtime finds the same."""


def remainder(number: Tensor, divisor: float) -> Tensor:
    """The remainder in 0 … divisor − 1 of whole numbers held as float."""
    return number - torch.floor(number / divisor) * divisor


def piece_shifts(offset: Tensor) -> Tensor:
    """Shift in pixels, −1 … 2 each way, of pieces with this offset in cells; both B×2×H×W. None for the offset 0."""
    code = remainder(offset[:, :1] * ROW_FACTOR + offset[:, 1:] * COLUMN_FACTOR, HASH_PRIMES[0])
    mixed = remainder(code * code + 7.0 * code, HASH_PRIMES[1])
    parts = torch.cat([mixed, torch.floor(mixed / FINE_STRIDE)], 1)
    return remainder(parts + 1.0, FINE_STRIDE) - 1.0


def exemplar_pixels(exemplar: Tensor) -> Tensor:
    """A picture B×3×H×W as rows of six, B×HW×6: the colours around each pixel, and how the pixel differs from them."""
    picture = exemplar.float()
    around = functional.avg_pool2d(picture, AROUND, 1, AROUND // 2, count_include_pad=False)
    return to_tokens(torch.cat([around, picture - around], 1))


def paste_pieces(pixels: Tensor, source: Tensor, last_cell: Tensor) -> Tensor:
    """The warped exemplar B×3×4H×4W.

    pixels: B×M×6 of `exemplar_pixels`; source: B×2×H×W rows and columns from `refine`; last_cell: the exemplar's.
    Each pixel is a mean of what the four cells around it would copy there, the nearer the more. Where these belong to
    different pieces, the detail of the mean is strengthened by as much as averaging weakened it.
    """
    offset = source - torch.cat(cell_positions(source), 1)
    moved = offset * FINE_STRIDE + piece_shifts(offset)
    framed = functional.pad(moved, (1, 1, 1, 1), mode="replicate")
    spread = functional.interpolate(framed, scale_factor=float(FINE_STRIDE), mode="nearest")
    before, after = slice(2, -6), slice(6, -2)
    corners = torch.stack([spread[:, :, r, c] for r in (before, after) for c in (before, after)], 2)
    down, right = line_positions(corners[:, 0])
    low, high = fades(down), fades(right)
    shares = torch.cat([(1.0 - low) * (1.0 - high), (1.0 - low) * high, low * (1.0 - high), low * high], 1)
    last = (last_cell + 1.0) * FINE_STRIDE - 1.0
    # Shifted pieces that would reach past the exemplar repeat its edge.
    row = (down + corners[:, 0]).clamp(min=0.0).minimum(last[:, :1])
    column = (right + corners[:, 1]).clamp(min=0.0).minimum(last[:, 1:])
    found = take_rows(pixels, (row * (last[:, 1:] + 1.0) + column).flatten(1).long())
    # Sizes that are known stay constants of an exported graph; reshape_as takes the others from the data.
    each = found.transpose(1, 2).reshape(int(source.shape[0]), 6, 4, -1)
    mixed = (each * shares.flatten(2).unsqueeze(1)).sum(2)
    like = corners[:, 0, :3]
    around, detail = mixed[:, :3].reshape_as(like), mixed[:, 3:].reshape_as(like)
    return around + detail * torch.rsqrt(kept_power(offset_code(corners), shares))


def kept_power(codes: Tensor, shares: Tensor) -> Tensor:
    """What is left of the power of unrelated details in a mean with these shares, B×1×H×W; 1 where all move alike.

    codes: B×4×H×W, each map of offsets as whole numbers; shares: their weights, 1×4×H×W, that add up to one.
    """
    first, second = zip(*combinations(range(4), 2), strict=True)
    apart = (codes[:, first] != codes[:, second]).to(shares.dtype)
    return 1.0 - 2.0 * (shares[:, first] * shares[:, second] * apart).sum(1, keepdim=True)


def line_positions(grid: Tensor) -> tuple[Tensor, Tensor]:
    """Row numbers 1×1×H×1 and column numbers 1×1×1×W of a B×C×H×W grid, counted as `cell_positions` does."""
    return cell_positions(grid[:, :, :, :1])[0], cell_positions(grid[:, :, :1])[1]


def fades(position: Tensor) -> Tensor:
    """Weight of the later of two cells that meet, by a pixel's row or column, 1×1×H×W; the earlier has the rest."""
    return (remainder(position + 2.0, FINE_STRIDE) + 0.5) / FINE_STRIDE
