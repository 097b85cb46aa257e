"""The trainer of the people network: poses, close-ups of heads, hands and feet, and garments kept apart."""

from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor
from torch.nn import functional

from training.close_ups import CloseUpLossWeights, CloseUpTrainer
from training.data.batches import Batch
from training.losses.warped_labels import warped_label_loss
from training.networks.adaptors import COARSE_STRIDE
from training.networks.correspondence import streaming_warp
from training.networks.translator import Translation
from training.people.garments import GROUP_COUNT
from training.people.people_batches import PeopleBatch
from training.people.people_translator import PeopleTranslator


@dataclass(frozen=True)
class PeopleLossWeights(CloseUpLossWeights):
    """The losses of a run with close-ups and that of garments."""

    warped_garments: float = 1.0


def garment_shares(garments: Tensor) -> Tensor:
    """B×H×W garment groups to the groups' shares of the coarse cells, B×GROUP_COUNT×H/8×W/8."""
    one_hot = functional.one_hot(garments, GROUP_COUNT).permute(0, 3, 1, 2).float()
    return functional.avg_pool2d(one_hot, COARSE_STRIDE)


class PeopleTrainer(CloseUpTrainer):
    """Trains a PeopleTranslator on PeopleBatches."""

    def translate(self, batch: Batch) -> Translation:
        """By the two poses."""
        assert isinstance(batch, PeopleBatch)
        result: Translation = self.model(batch.pose, batch.exemplar, batch.exemplar_pose)
        return result

    def looked_at(self, batch: Batch) -> Tensor:
        """A head, a hand or a foot of everybody."""
        assert isinstance(batch, PeopleBatch)
        return batch.looked_at

    def more_parts(self, batch: Batch, result: Translation, warm: float) -> dict[str, Tensor]:
        """The exemplar's garments, warped, against those of the photo, where both are known."""
        assert isinstance(batch, PeopleBatch)
        parts: dict[str, Tensor] = {}
        model = cast("PeopleTranslator", self.model)
        layout, exemplar = result.layout_features, result.exemplar_features
        if layout is None or exemplar is None:
            return super().more_parts(batch, result, warm)
        theirs = garment_shares(batch.exemplar_garments)
        with torch.no_grad():
            pose_shares, exemplar_shares = (
                functional.avg_pool2d(model.one_hot(labels), COARSE_STRIDE)
                for labels in (batch.labels, batch.exemplar_labels)
            )
        query = model.with_classes(layout.coarse.float(), pose_shares)
        key = model.with_classes(exemplar.coarse.float(), exemplar_shares)
        warped = streaming_warp(query, key, theirs).float()
        parts["warped_garments"] = warped_label_loss(warped, garment_shares(batch.garments), theirs)
        return parts | super().more_parts(batch, result, warm)
