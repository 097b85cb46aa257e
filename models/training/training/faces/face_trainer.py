"""The trainer of the face network: one condition per batch, and judges that see eyes and mouth from near."""

from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.data.batches import Batch
from training.faces.close_ups import close_up, close_up_grid
from training.faces.face_batches import FaceBatch
from training.faces.face_translator import FaceTranslator, PaintedLayout
from training.losses.adversarial import discriminator_hinge, generator_hinge
from training.losses.feature import pseudo_pair_loss
from training.networks.adaptors import FINE_STRIDE
from training.networks.discriminator import FeatureDiscriminator
from training.networks.translator import Translation
from training.objectives import FEATURE_LAYERS, JUDGED_CHANNELS, judged
from training.settings import LossWeights
from training.trainer import Trainer
from training.view import View

CLOSE = "close_up"


@dataclass(frozen=True)
class FaceLossWeights(LossWeights):
    """The landscape losses and those that faces add."""

    part_guess: float = 1.0
    close_up_pair: float = 1.5
    close_up_adversarial: float = 0.75


def guessing_loss(guess: Tensor, one_hot: Tensor) -> Tensor:
    """Cross-entropy of part logits B×C×H/4×W/4 against the parts' shares of these cells."""
    shares = functional.avg_pool2d(one_hot, FINE_STRIDE)
    return -(shares * guess.float().log_softmax(1)).sum(1).mean()


class FaceTrainer(Trainer):
    """Trains a FaceTranslator on FaceBatches."""

    read: PaintedLayout | None = None
    """how the batch's condition was read"""
    shown: tuple[View, dict[str, Tensor], dict[str, Tensor]] | None = None
    """the close-up of the batch with the features of its picture and of its photo"""

    def build_more_judges(self) -> nn.ModuleDict:
        """A discriminator of its own for close-ups."""
        return nn.ModuleDict({CLOSE: FeatureDiscriminator(JUDGED_CHANNELS, self.settings.model.classes)})

    def close_judge(self) -> FeatureDiscriminator:
        """The close-ups' discriminator."""
        return cast("FeatureDiscriminator", self.more_judges[CLOSE])

    def translate(self, batch: Batch) -> Translation:
        """By edges where the batch has them, else by parts."""
        model = cast("FaceTranslator", self.model)
        edges = batch.edges if isinstance(batch, FaceBatch) else None
        self.read = model.read_parts(batch.labels) if edges is None else model.read_edges(edges)
        return model.from_layout(self.read, batch.exemplar, batch.exemplar_labels)

    def more_parts(self, batch: Batch, result: Translation, warm: float) -> dict[str, Tensor]:
        """Guessed parts, and the close-ups' likeness and realness."""
        one_hot = self.model.one_hot(batch.labels)
        parts: dict[str, Tensor] = {}
        if self.read is not None and self.read.guess is not None:
            parts["part_guess"] = guessing_loss(self.read.guess, one_hot)
        grid = close_up_grid(batch.labels, self.objective.generator)
        near = close_up(result.picture, batch.photo, one_hot, grid)
        with torch.no_grad():
            photo_features = self.vgg(near.photo.contiguous(memory_format=torch.channels_last), FEATURE_LAYERS)
        features = self.vgg(near.picture.contiguous(memory_format=torch.channels_last), FEATURE_LAYERS)
        parts["close_up_pair"] = pseudo_pair_loss(features, photo_features, batch.pseudo)
        scores = self.close_judge()(near.picture, judged(features), near.one_hot)
        parts["close_up_adversarial"] = warm * generator_hinge(scores)
        self.shown = near, features, photo_features
        return parts

    def more_judging(self) -> dict[str, Tensor]:
        """The close-ups' discriminator learns real from made."""
        if self.shown is None:
            return {}
        near, features, photo_features = self.shown
        judge = self.close_judge()
        fake = judge(near.picture.detach(), [f.detach() for f in judged(features)], near.one_hot)
        real = judge(near.photo, judged(photo_features), near.one_hot)
        self.shown = None
        return {"close_up_discriminator": discriminator_hinge([r.float() for r in real], [f.float() for f in fake])}
