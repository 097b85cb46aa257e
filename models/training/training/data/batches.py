"""Training batches: half pseudo pairs (the exemplar is a distorted copy), half retrieved exemplars."""

from dataclasses import dataclass, fields, replace
from typing import Protocol, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.data.distortion import distort_labels, distort_pictures, distortion_grid
from training.data.hidden_classes import hide_class, hideable_class
from training.data.light import random_lights, under_light
from training.data.photos import PhotoSet


@dataclass(frozen=True)
class Batch:
    """One training batch; all tensors share B and, but for `grid`, the crop size."""

    labels: Tensor
    """B×H×W int64: the layout x_A"""
    photo: Tensor
    """B×3×H×W, −1..1: x_B"""
    exemplar: Tensor
    """B×3×H×W: y_B"""
    exemplar_labels: Tensor
    grid: Tensor
    """B×H/8×W/8×2: where each coarse exemplar cell came from (pseudo pairs only)"""
    pseudo: Tensor
    """B float: 1 where the exemplar is a distorted copy of the photo"""

    def to(self, device: str) -> Self:
        """The same batch on a device."""
        held = {one.name: getattr(self, one.name) for one in fields(self)}
        return replace(self, **{name: value.to(device) for name, value in held.items() if value is not None})


class BatchSource(Protocol):
    """Whatever a trainer draws its batches from."""

    def draw(
        self,
        count: int,
        size: int,
        pseudo_share: float,
        stranger_share: float = 0.0,
        hidden_share: float = 0.0,
        lit_share: float = 0.0,
    ) -> Batch:
        """`count` samples of size×size; the shares are those of training.settings.Phase."""
        ...


def random_crop(
    photos: PhotoSet, index: int, size: int, random: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """A random square of a photo and its label map: size×size×3 and size×size."""
    photo, labels = photos.photo(index), photos.label_map(index)
    top = int(random.integers(photo.shape[0] - size + 1))
    left = int(random.integers(photo.shape[1] - size + 1))
    return photo[top : top + size, left : left + size], labels[top : top + size, left : left + size]


def to_tensors(crops: list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]) -> tuple[Tensor, Tensor]:
    """Stacks crops to pictures B×3×H×W in −1..1 and labels B×H×W int64."""
    pictures = torch.from_numpy(np.stack([photo for photo, _ in crops])).permute(0, 3, 1, 2)
    labels = torch.from_numpy(np.stack([label for _, label in crops])).long()
    return pictures.float() / 127.5 - 1.0, labels


def jitter_colours(pictures: Tensor, generator: torch.Generator) -> Tensor:
    """Random gain per channel, contrast and saturation, so that colours come from the exemplar and not from habit."""
    batch = pictures.shape[0]

    def around_one(spread: float, channels: int) -> Tensor:
        return 1.0 + (torch.rand(batch, channels, 1, 1, generator=generator) * 2 - 1) * spread

    grey = pictures.mean(dim=1, keepdim=True)
    coloured = grey + (pictures - grey) * around_one(0.3, 1)
    lit = (coloured + 1.0) * around_one(0.1, 3) * around_one(0.15, 1) - 1.0
    return lit.clamp(-1.0, 1.0)


class BatchMaker:
    """Draws batches; its state is two seeded generators, so a resumed run continues the same sequence."""

    def __init__(self, photos: PhotoSet, neighbours: NDArray[np.int64], seed: int) -> None:
        self.photos = photos
        self.neighbours = neighbours
        self.random = np.random.default_rng(seed)
        self.generator = torch.Generator().manual_seed(seed)

    def draw(
        self,
        count: int,
        size: int,
        pseudo_share: float,
        stranger_share: float = 0.0,
        hidden_share: float = 0.0,
        lit_share: float = 0.0,
    ) -> Batch:
        """Draws `count` samples of size×size; the first `pseudo_share` of them have a distorted copy as exemplar.

        Of these, `hidden_share` lack one class of the photo. Of the others, `stranger_share` get any photo as exemplar
        instead of one with a similar layout. `lit_share` of all are seen in another light, photo and exemplar alike.
        """
        chosen = self.random.integers(len(self.photos), size=count)
        photo, labels = to_tensors([random_crop(self.photos, int(i), size, self.random) for i in chosen])
        flips = torch.rand(count, generator=self.generator) < 0.5
        photo = torch.where(flips[:, None, None, None], photo.flip(3), photo)
        labels = torch.where(flips[:, None, None], labels.flip(2), labels)
        ranks = self.random.integers(self.neighbours.shape[1], size=count)
        others = [int(self.neighbours[i, r]) for i, r in zip(chosen, ranks, strict=True)]
        strange = self.random.random(count) < stranger_share
        anyone = self.random.integers(len(self.photos), size=count)
        others = [int(b) if s else a for a, b, s in zip(others, anyone, strange, strict=True)]
        other, other_labels = to_tensors([random_crop(self.photos, i, size, self.random) for i in others])
        pseudo = (torch.arange(count) < round(count * pseudo_share)).float()
        if pseudo_share * count % 1:
            extra = float(self.random.random() < pseudo_share * count % 1)
            pseudo = (torch.arange(count) < int(pseudo_share * count) + extra).float()
        photo = jitter_colours(photo, self.generator)
        other = jitter_colours(other, self.generator)
        if lit_share > 0.0:
            lights = random_lights(count, lit_share, self.generator)
            photo, other = under_light(photo, lights), under_light(other, lights)
        grid = distortion_grid(count, size, size, self.generator)
        is_pseudo = pseudo > 0
        exemplar = torch.where(is_pseudo[:, None, None, None], distort_pictures(photo, grid), other)
        moved = distort_labels(labels, grid)
        exemplar_labels = torch.where(is_pseudo[:, None, None], moved, other_labels)
        coarse = functional.avg_pool2d(grid.permute(0, 3, 1, 2), 8).permute(0, 2, 3, 1)
        for index in torch.nonzero(is_pseudo).flatten().tolist():
            if hidden_share == 0.0 or self.random.random() >= hidden_share:
                continue
            hidden = hideable_class(exemplar_labels[index], self.random)
            if hidden is not None:
                exemplar[index], exemplar_labels[index], coarse[index] = hide_class(
                    exemplar[index], exemplar_labels[index], coarse[index], hidden
                )
        return Batch(labels, photo, exemplar, exemplar_labels, coarse, pseudo)
