"""The weighted sum of losses of one batch, with each part named for the log."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.data.batches import Batch
from training.losses.adversarial import generator_hinge
from training.losses.contextual import LAYER_WEIGHTS, contextual_loss
from training.losses.domain import domain_loss, features_at, position_contrast_loss
from training.losses.feature import palette_loss, perceptual_loss, pseudo_pair_loss, pseudo_pixel_loss
from training.losses.layout_agreement import layout_agreement_loss
from training.losses.regularisation import cycle_loss
from training.losses.spectrum import spectrum_loss
from training.losses.warped_labels import warped_label_loss
from training.networks.correspondence import INVERSE_TEMPERATURE
from training.networks.discriminator import FeatureDiscriminator
from training.networks.layout_reader import READ_LAYERS, STRIDE, LayoutReader
from training.networks.translator import Translation, Translator
from training.perceptual import DistilledVgg
from training.settings import LossWeights
from training.view import View

FEATURE_LAYERS = ("r12", "r22", "r32", "r42", "r51")
JUDGED_LAYERS = ("r12", "r22", "r32", "r42", "r51")
JUDGED_CHANNELS = (16, 32, 64, 128, 128)


def judged(features: dict[str, Tensor]) -> list[Tensor]:
    """The feature maps that the discriminator sees, finest first."""
    return [features[name].float() for name in JUDGED_LAYERS]


@dataclass(frozen=True)
class Objective:
    """What the parts of the loss need besides the batch."""

    weights: LossWeights
    vgg: DistilledVgg
    discriminator: FeatureDiscriminator
    reader: LayoutReader
    generator: torch.Generator

    def generator_parts(
        self,
        model: Translator,
        batch: Batch,
        result: Translation,
        seen: View,
        photo_features: dict[str, Tensor],
        warm: float,
    ) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
        """Unweighted parts by setting name, and the perceptual features of what the judges see of the result.

        `seen` is that part of every picture, `warm` 0..1 eases the GAN in.
        """
        weights = self.weights
        features = self.vgg(seen.picture, FEATURE_LAYERS)
        parts: dict[str, Tensor] = {}
        parts["pseudo_pair"] = pseudo_pair_loss(features, photo_features, batch.pseudo)
        parts["pseudo_pixel"] = pseudo_pixel_loss(result.picture, batch.photo, batch.pseudo)
        parts["perceptual"] = perceptual_loss(features["r51"], photo_features["r51"])
        if weights.contextual:
            with torch.no_grad():
                theirs = self.vgg(batch.exemplar, tuple(LAYER_WEIGHTS))
            parts["contextual"] = contextual_loss({name: features[name] for name in LAYER_WEIGHTS}, theirs)
        if weights.layout_agreement:
            parts["layout_agreement"] = warm * self.reading_loss(features, seen.one_hot)
        if weights.adversarial:
            scores = self.discriminator(seen.picture, judged(features), seen.one_hot)
            parts["adversarial"] = warm * generator_hinge(scores)
        if weights.spectrum:
            theirs_one_hot = model.one_hot(batch.exemplar_labels)
            parts["spectrum"] = spectrum_loss(seen.picture, seen.one_hot, batch.exemplar, theirs_one_hot)
        if result.match is not None:
            parts |= self.correspondence_parts(model, batch, result)
        return parts, features

    def reading_loss(self, features: dict[str, Tensor], one_hot: Tensor) -> Tensor:
        """How badly the layout (B×C×H×W) can be read from a picture's perceptual features."""
        shares = functional.avg_pool2d(one_hot, STRIDE)
        size = (shares.shape[2], shares.shape[3])
        return layout_agreement_loss(self.reader([features[name].float() for name in READ_LAYERS], size), shares)

    def correspondence_parts(self, model: Translator, batch: Batch, result: Translation) -> dict[str, Tensor]:
        """Losses of the match: only for models that have one."""
        match, layout, exemplar = result.match, result.layout_features, result.exemplar_features
        assert match is not None
        assert layout is not None
        assert exemplar is not None
        parts: dict[str, Tensor] = {"palette": palette_loss(result.picture, match.base, match.confidence)}
        coarse, theirs = layout.coarse.float(), exemplar.coarse.float()
        ours, inside = features_at(coarse, batch.grid)
        mask = inside * (batch.pseudo > 0)[:, None, None]
        if self.weights.domain:
            parts["domain"] = domain_loss(ours, theirs, mask)
        if self.weights.position_contrast:
            near = position_contrast_loss(ours, theirs, mask, INVERSE_TEMPERATURE, 512, self.generator)
            fine_grid = functional.interpolate(
                batch.grid.permute(0, 3, 1, 2), scale_factor=2.0, mode="bilinear", align_corners=False
            ).permute(0, 2, 3, 1)
            fine_ours, fine_inside = features_at(layout.fine.float(), fine_grid)
            fine_mask = fine_inside * (batch.pseudo > 0)[:, None, None]
            fine = position_contrast_loss(fine_ours, exemplar.fine.float(), fine_mask, 15.0, 256, self.generator)
            parts["position_contrast"] = near + 0.5 * fine
        if self.weights.regularisation:
            colours = functional.avg_pool2d(batch.exemplar, 8)
            parts["regularisation"] = cycle_loss(coarse, theirs, colours)
        if self.weights.warped_labels:
            wanted = functional.avg_pool2d(model.one_hot(batch.labels), 8)
            shares = functional.avg_pool2d(model.one_hot(batch.exemplar_labels), 8)
            parts["warped_labels"] = warped_label_loss(match.warped_shares, wanted, shares)
        return parts

    def total(self, parts: dict[str, Tensor]) -> Tensor:
        """The weighted sum."""
        result = next(iter(parts.values())).new_zeros(())
        for name, value in parts.items():
            result = result + getattr(self.weights, name) * value
        return result
