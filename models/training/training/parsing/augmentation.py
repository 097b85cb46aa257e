"""What a training photo goes through: turns, crops, colours, blur, worn glasses and things in front of the face."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

from training.parsing.classes import FACE_PARTS, UNKNOWN, mirror_labels
from training.parsing.faces import SIZE, FaceSet
from training.parsing.settings import ParserPhase

WORN = tuple(FACE_PARTS.index(name) for name in ("eyeglasses", "earring", "necklace"))
"""Rare things that another aligned photo may lend."""

LUMINANCE = (0.299, 0.587, 0.114)


class Augmentation:
    """Draws from one generator, so that a resumed run is not the same stretch again."""

    def __init__(self, generator: torch.Generator) -> None:
        self.generator = generator

    def uniform(self, low: float, high: float) -> float:
        """One draw."""
        return low + (high - low) * float(torch.rand((), generator=self.generator))

    def chance(self, share: float) -> bool:
        """True in this share of the draws."""
        return self.uniform(0, 1) < share

    def whole(self, below: int) -> int:
        """A whole number in 0 … below − 1."""
        return int(torch.randint(below, (), generator=self.generator))

    def borrow(self, photo: Tensor, labels: Tensor, lender: tuple[Tensor, Tensor], part: int) -> None:
        """Lays what a lender wears over an aligned face, in place."""
        other, other_labels = lender
        worn = other_labels == part
        labels[worn] = part
        photo[:, worn] = other[:, worn]

    def placement(self, share: float) -> Tensor:
        """2×3 sampling matrix of a window of this share of the photo: most faces a little turned, some strongly."""
        strong = self.chance(0.3)
        angle = math.radians(self.uniform(-33, 33) if strong else self.uniform(-12, 12))
        scale = math.exp(self.uniform(-0.35, 0.5) if strong else self.uniform(-0.15, 0.2))
        reach = (0.35 if strong else 0.1) + 1 - share
        cosine, sine = math.cos(angle) * scale * share, math.sin(angle) * scale * share
        shift = self.uniform(-reach, reach), self.uniform(-reach, reach)
        return torch.tensor([[cosine, -sine, shift[0]], [sine, cosine, shift[1]]])

    def recoloured(self, photo: Tensor) -> Tensor:
        """(3, H, W) in 0..1 with another light, saturation and colour cast."""
        photo = photo.clamp(0, 1) ** math.exp(self.uniform(-0.4, 0.4))
        grey = (photo * torch.tensor(LUMINANCE)[:, None, None]).sum(0, keepdim=True)
        photo = grey + (photo - grey) * (0.0 if self.chance(0.06) else self.uniform(0.5, 1.4))
        cast = torch.tensor([self.uniform(0.88, 1.12) for _ in range(3)])[:, None, None]
        mean = photo.mean()
        photo = mean + (photo * cast - mean) * self.uniform(0.7, 1.3)
        return (photo * self.uniform(0.7, 1.25)).clamp(0, 1)

    def softened(self, photo: Tensor) -> Tensor:
        """(3, H, W) as from a smaller picture."""
        height, width = photo.shape[1:]
        small = int(height / self.uniform(1.3, 4))
        reduced = F.interpolate(photo[None], size=(small, small), mode="bilinear", antialias=True)
        return F.interpolate(reduced, size=(height, width), mode="bilinear")[0]

    def cover(self, photo: Tensor, labels: Tensor, other: Tensor) -> None:
        """Lays a patch of another photo over this one, in place; nobody labelled what is there now."""
        height, width = labels.shape
        rows, columns = self.whole(height // 3) + 12, self.whole(width // 3) + 12
        top, left = self.whole(height - rows), self.whole(width - columns)
        from_top, from_left = self.whole(height - rows), self.whole(width - columns)
        y = torch.linspace(-1, 1, rows)[:, None]
        x = torch.linspace(-1, 1, columns)[None, :]
        inside = y**2 + x**2 < 1
        patch = other[:, from_top : from_top + rows, from_left : from_left + columns]
        target = photo[:, top : top + rows, left : left + columns]
        target[:] = torch.where(inside, patch, target)
        labels[top : top + rows, left : left + columns][inside] = UNKNOWN

    def batch(
        self, faces: FaceSet, chosen: list[int], wearers: dict[int, list[int]], phase: ParserPhase
    ) -> tuple[Tensor, Tensor]:
        """Photos (B, 3, size, size) in −1..1 and labels (B, size, size) int64 at the size of the phase.

        `wearers` lists who may lend each of WORN.
        """
        size = phase.size
        photos, labels = [], []
        for index in chosen:
            photo, label = faces.photos[index].clone(), faces.labels[index].clone()
            for part in WORN:
                lenders = wearers.get(part, [])
                if lenders and self.chance(0.08):
                    lender = lenders[self.whole(len(lenders))]
                    self.borrow(photo, label, (faces.photos[lender], faces.labels[lender]), part)
            if self.chance(0.5):
                photo, label = photo.flip(-1), mirror_labels(label)
            photos.append(photo)
            labels.append(label)
        placements = torch.stack([self.placement(size / SIZE if phase.cut else 1.0) for _ in chosen])
        grid = F.affine_grid(placements, [len(chosen), 3, size, size], align_corners=False)
        pixels = F.grid_sample(torch.stack(photos).float() / 255, grid, padding_mode="reflection", align_corners=False)
        turned = F.grid_sample(
            torch.stack(labels)[:, None].float(), grid, mode="nearest", padding_mode="reflection", align_corners=False
        )
        truth = turned[:, 0].round().to(torch.int64)
        results = []
        for number in range(len(chosen)):
            photo = pixels[number]
            if self.chance(0.25):
                self.cover(photo, truth[number], pixels[self.whole(len(chosen))].clone())
            photo = self.recoloured(photo)
            if self.chance(0.25):
                photo = self.softened(photo)
            if self.chance(0.2):
                noise = torch.randn(photo.shape, generator=self.generator)
                photo = photo + noise * self.uniform(0, 0.05)
            results.append(photo)
        return torch.stack(results).clamp(0, 1) * 2 - 1, truth
