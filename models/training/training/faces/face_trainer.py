"""The trainer of the face network: one condition per batch, and judges that see eyes and mouth from near."""

from typing import cast

import torch
from torch import Tensor, nn

from training.data.batches import Batch, BatchSource
from training.faces.close_ups import close_up, close_up_grid
from training.faces.face_batches import FaceBatch
from training.faces.face_losses import guessing_loss
from training.faces.face_settings import FaceRunSettings
from training.faces.face_translator import FaceTranslator, PaintedLayout
from training.losses.adversarial import discriminator_hinge, generator_hinge
from training.losses.feature import pseudo_pair_loss
from training.networks.discriminator import FeatureDiscriminator
from training.networks.translator import Translation
from training.objectives import FEATURE_LAYERS, JUDGED_CHANNELS, judged
from training.precision import fast_precision
from training.settings import Phase
from training.trainer import Trainer
from training.view import View

CLOSE = "close_up"


class FaceTrainer(Trainer):
    """Trains a FaceTranslator on FaceBatches."""

    read: PaintedLayout | None = None
    """how the batch's condition was read"""
    shown: tuple[View, dict[str, Tensor], dict[str, Tensor]] | None = None
    """the close-up of the batch with the features of its picture and of its photo"""

    def step(self, batches: BatchSource, phase: Phase) -> dict[str, float]:
        """As the landscapes', but for the first samples, which only teach to read edges."""
        settings = self.settings
        if isinstance(settings, FaceRunSettings) and self.samples < settings.reading_samples:
            return self.reading_step(batches, phase)
        return super().step(batches, phase)

    def reading_step(self, batches: BatchSource, phase: Phase) -> dict[str, float]:
        """Edges to parts, nothing else: until that is learned, painting by edges teaches little."""
        model = cast("FaceTranslator", self.model)
        batch = batches.draw(phase.batch, phase.size, 1.0)
        log: dict[str, float] = {}
        if isinstance(batch, FaceBatch) and batch.edges is not None:
            self.set_rates(phase.learning_rate)
            with fast_precision():
                guess = model.edge_reader(batch.edges)
            loss = guessing_loss(guess, self.model.one_hot(batch.labels))
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            self.optimiser.step()
            self.average(phase.batch)
            log["part_guess"] = float(loss.detach())
        self.samples += phase.batch
        return log

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
