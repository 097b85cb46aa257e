"""Sliced Wasserstein distance of Laplacian pyramid patches (Karras et al. 2018), averaged over levels, ×10³."""

import torch
from torch import Tensor
from torch.nn import functional

PATCH = 7
PATCHES_PER_PICTURE = 64
DIRECTIONS = 256
SMALLEST = 16


def laplacian_pyramid(pictures: Tensor) -> list[Tensor]:
    """B×3×H×W to band-pass levels down to a 16-pixel side; the last level is the remaining low-pass."""
    levels = []
    current = pictures
    while current.shape[2] > SMALLEST:
        smaller = functional.avg_pool2d(current, 2)
        levels.append(current - functional.interpolate(smaller, scale_factor=2, mode="bilinear"))
        current = smaller
    return [*levels, current]


def patches_of(level: Tensor, generator: torch.Generator) -> Tensor:
    """Random 7×7 patches, N×147, each channel normalised over all patches as in the original."""
    batch, _, height, width = level.shape
    rows = torch.randint(height - PATCH + 1, (batch, PATCHES_PER_PICTURE), generator=generator)
    columns = torch.randint(width - PATCH + 1, (batch, PATCHES_PER_PICTURE), generator=generator)
    index = torch.arange(PATCH)
    y = (rows[:, :, None, None] + index[None, None, :, None]).expand(-1, -1, PATCH, PATCH)
    x = (columns[:, :, None, None] + index[None, None, None, :]).expand(-1, -1, PATCH, PATCH)
    which = torch.arange(batch)[:, None, None, None].expand_as(y)
    found = level.permute(0, 2, 3, 1)[which, y, x].reshape(-1, PATCH * PATCH, 3)
    mean, spread = found.mean(dim=(0, 1)), found.std(dim=(0, 1))
    return ((found - mean) / spread).reshape(found.shape[0], -1)


def sliced_wasserstein(real: Tensor, fake: Tensor, seed: int = 0) -> float:
    """Mean over pyramid levels of the sliced distance between equally many real and generated pictures, ×10³."""
    count = min(len(real), len(fake))
    distances = []
    for a, b in zip(laplacian_pyramid(real[:count]), laplacian_pyramid(fake[:count]), strict=True):
        ours = patches_of(a, torch.Generator().manual_seed(seed))
        theirs = patches_of(b, torch.Generator().manual_seed(seed))
        directions = torch.randn(ours.shape[1], DIRECTIONS, generator=torch.Generator().manual_seed(seed + 1))
        directions = functional.normalize(directions, dim=0)
        first = (ours @ directions).sort(dim=0).values
        second = (theirs @ directions).sort(dim=0).values
        distances.append(float((first - second).abs().mean()) * 1000.0)
    return sum(distances) / len(distances)
