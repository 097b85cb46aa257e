"""Enlarged parts of a picture: eyes and mouth of a portrait, head, hands and feet of a person."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.data.batches import Batch
from training.losses.adversarial import discriminator_hinge, generator_hinge
from training.losses.feature import pseudo_pair_loss
from training.networks.discriminator import FeatureDiscriminator
from training.networks.translator import Translation
from training.objectives import FEATURE_LAYERS, JUDGED_CHANNELS, judged
from training.settings import LossWeights
from training.trainer import Trainer
from training.view import View

SHARE = 0.25
"""side of a close-up relative to the picture's height"""
ENLARGED = 2
"""An eye of twenty pixels is one or two cells of the perceptual network's deeper grids; enlarged it is several."""
JUDGE = "close_up"


@dataclass(frozen=True)
class CloseUpLossWeights(LossWeights):
    """The losses of any run and those of close-ups."""

    close_up_pair: float = 1.5
    close_up_adversarial: float = 0.75


def close_up_grid(centres: Tensor, height: int, width: int, generator: torch.Generator) -> Tensor:
    """Sampling grid B×S×S×2 of square windows near `centres` (B×2: x, y in −1..1) of height×width pictures."""
    batch = len(centres)
    reach = torch.tensor([SHARE * height / width, SHARE])
    shift = (torch.rand(batch, 2, generator=generator) - 0.5) * 0.1
    placed = torch.minimum(torch.maximum(centres + shift, reach - 1), 1 - reach)
    matrix = torch.zeros(batch, 2, 3)
    matrix[:, 0, 0], matrix[:, 1, 1] = reach[0], reach[1]
    matrix[:, :, 2] = placed
    side = int(height * SHARE) * ENLARGED
    return functional.affine_grid(matrix, [batch, 1, side, side], align_corners=False)


def close_up(picture: Tensor, photo: Tensor, one_hot: Tensor, grid: Tensor) -> View:
    """The same places of the three (each B×·×H×W, float)."""

    def cut(whole: Tensor) -> Tensor:
        return functional.grid_sample(whole.float(), grid, mode="bilinear", align_corners=False)

    return View(cut(picture), cut(photo), cut(one_hot))


class CloseUpTrainer(Trainer):
    """A trainer with a discriminator of its own for close-ups."""

    shown: tuple[View, dict[str, Tensor], dict[str, Tensor]] | None = None
    """the close-up of the batch with the features of its picture and of its photo"""

    @abstractmethod
    def looked_at(self, batch: Batch) -> Tensor:
        """Centres B×2 (x, y in −1..1) of the places to enlarge."""

    def build_more_judges(self) -> nn.ModuleDict:
        """The close-ups' discriminator."""
        return nn.ModuleDict({JUDGE: FeatureDiscriminator(JUDGED_CHANNELS, self.settings.model.classes)})

    def close_judge(self) -> FeatureDiscriminator:
        """The close-ups' discriminator."""
        return cast("FeatureDiscriminator", self.more_judges[JUDGE])

    def more_parts(self, batch: Batch, result: Translation, warm: float) -> dict[str, Tensor]:
        """The close-ups' likeness and realness; nothing where neither counts."""
        parts: dict[str, Tensor] = {}
        weights = self.settings.losses
        if isinstance(weights, CloseUpLossWeights) and not (weights.close_up_pair or weights.close_up_adversarial):
            return parts
        height, width = batch.photo.shape[2:]
        grid = close_up_grid(self.looked_at(batch).cpu(), height, width, self.objective.generator).to(self.device)
        near = close_up(result.picture, batch.photo, self.model.one_hot(batch.labels), grid)
        with torch.no_grad():
            photo_features = self.vgg(near.photo.contiguous(memory_format=torch.channels_last), FEATURE_LAYERS)
        features = self.vgg(near.picture.contiguous(memory_format=torch.channels_last), FEATURE_LAYERS)
        parts["close_up_pair"] = pseudo_pair_loss(features, photo_features, batch.pseudo)
        scores = self.close_judge()(near.picture, judged(features), near.one_hot)
        parts["close_up_adversarial"] = warm * generator_hinge(scores)
        self.shown = near, features, photo_features
        return parts

    def more_judging(self) -> dict[str, Tensor]:
        """Trains the close-ups' discriminator to tell real pictures from made ones."""
        if self.shown is None:
            return {}
        near, features, photo_features = self.shown
        judge = self.close_judge()
        fake = judge(near.picture.detach(), [f.detach() for f in judged(features)], near.one_hot)
        real = judge(near.photo, judged(photo_features), near.one_hot)
        self.shown = None
        return {"close_up_discriminator": discriminator_hinge([r.float() for r in real], [f.float() for f in fake])}
