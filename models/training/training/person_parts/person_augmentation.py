"""What a training photo of a person goes through: windows, mirrors, colours, blur and things in front."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

from training.parsing.augmentation import Augmentation
from training.parsing.faces import FaceSet
from training.parsing.settings import ParserPhase


class PersonAugmentation(Augmentation):
    """Users' photos show a person nearer or farther than these do, so that windows vary more than those of faces."""

    def placement(self, share: float) -> Tensor:
        """2×3 sampling matrix: upright, up to twice as near or half as near again as the photo."""
        angle = math.radians(self.uniform(-8, 8))
        scale = share * math.exp(self.uniform(-0.6, 0.45))
        reach = 0.15 + max(0.0, 1 - scale)
        shift = self.uniform(-reach, reach), self.uniform(-reach, reach)
        cosine, sine = math.cos(angle) * scale, math.sin(angle) * scale
        return torch.tensor([[cosine, -sine, shift[0]], [sine, cosine, shift[1]]])

    def batch(
        self,
        faces: FaceSet,
        chosen: list[int],
        wearers: dict[int, list[int]],  # noqa: ARG002 — nothing is lent
        phase: ParserPhase,
    ) -> tuple[Tensor, Tensor]:
        """Photos (B, 3, size, ¾ size) in −1..1 and labels of that size, int64."""
        height, width = faces.photos.shape[2:]
        target = (phase.size, phase.size * width // height)
        photos = faces.photos[chosen].float() / 255
        labels = faces.labels[chosen][:, None].float()
        mirrored = torch.tensor([self.chance(0.5) for _ in chosen])[:, None, None, None]
        photos = torch.where(mirrored, photos.flip(-1), photos)
        labels = torch.where(mirrored, labels.flip(-1), labels)
        step = height // phase.size
        if step > 1:
            photos = F.avg_pool2d(photos, step)
        placements = torch.stack([self.placement(1.0) for _ in chosen])
        grid = F.affine_grid(placements, [len(chosen), 3, *target], align_corners=False)
        pixels = F.grid_sample(photos, grid, padding_mode="reflection", align_corners=False)
        truth = F.grid_sample(labels, grid, mode="nearest", padding_mode="reflection", align_corners=False)
        truth = truth[:, 0].round().to(torch.int64)
        results = []
        for number in range(len(chosen)):
            photo = pixels[number]
            if self.chance(0.2):
                self.cover(photo, truth[number], pixels[self.whole(len(chosen))].clone())
            photo = self.recoloured(photo)
            if self.chance(0.2):
                photo = self.softened(photo)
            results.append(photo)
        return torch.stack(results).clamp(0, 1) * 2 - 1, truth
