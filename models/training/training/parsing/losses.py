"""The losses of the parser: the right class per pixel, and for each part an overlap like the one that is measured."""

from typing import Any

import torch
from torch import Tensor

from training.parsing.classes import CLASS_COUNT, UNKNOWN

DICE_SHARE = 0.5


def class_weights(labels: Tensor, lift: float, classes: int = CLASS_COUNT) -> Tensor:
    """(classes,) weights that lift rare parts: inverse frequency to the power `lift`, 1 on average over the pixels.

    A lift helps rare parts to be learned at first, and later makes every small part too large.
    """
    counts = torch.bincount(labels.flatten().long(), minlength=256)[:classes].double()
    share = counts / counts.sum()
    weights = share.clamp_min(1e-5) ** -lift
    return (weights / (weights * share).sum()).float()


class ParsingLoss(torch.autograd.Function):
    """Weighted cross-entropy plus DICE_SHARE times the mean soft Dice loss over the parts present.

    The gradient is written out: at full size, every pass over the logits costs as much as a convolution, and the
    automatic gradient of these two losses made a dozen.
    """

    @staticmethod
    def forward(ctx: Any, logits: Tensor, truth: Tensor, weights: Tensor) -> Tensor:  # noqa: ANN401
        """Logits float32 (N, classes), truth int64 (N,) without UNKNOWN, weights (classes,)."""
        chance = logits.softmax(1)
        right = chance.gather(1, truth[:, None])[:, 0]
        pixel_weights = weights[truth]
        pixel_weights = pixel_weights / pixel_weights.sum()
        entropy = -(right.clamp_min(1e-12).log() * pixel_weights).sum()
        classes = len(weights)
        area = torch.bincount(truth, minlength=classes).float()
        overlap = torch.bincount(truth, right, classes)
        total = chance.sum(0) + area
        present = area > 0
        dice = 1 - (2 * overlap + 1) / (total + 1)
        # d dice_c / d chance_nc = everywhere_c, and at_truth_c more where c is the truth of pixel n.
        share = DICE_SHARE * present / present.sum()
        everywhere = share * (2 * overlap + 1) / (total + 1) ** 2
        at_truth = -2 * share / (total + 1)
        ctx.save_for_backward(chance, right, truth, pixel_weights, everywhere, at_truth)
        return torch.add(entropy, dice[present].mean(), alpha=DICE_SHARE)

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor, None, None]:  # noqa: ANN401
        """Through the softmax: chance · (g − Σ chance · g), with g of both losses gathered first."""
        chance, right, truth, pixel_weights, everywhere, at_truth = ctx.saved_tensors
        extra = at_truth[truth] * right
        level = pixel_weights - chance @ everywhere - extra
        gradient = chance * (everywhere + level[:, None])
        gradient.scatter_add_(1, truth[:, None], (extra - pixel_weights)[:, None])
        return gradient.mul_(upstream[0]), None, None


def parsing_loss(logits: Tensor, truth: Tensor, weights: Tensor) -> Tensor:
    """Logits (B, classes, H, W), truth int64 (B, H, W) with UNKNOWN where nobody knows."""
    rows = logits.permute(0, 2, 3, 1).reshape(-1, logits.shape[1])
    flat = truth.reshape(-1)
    known = (flat != UNKNOWN).nonzero()[:, 0]
    if len(known) < len(flat):
        rows, flat = rows.index_select(0, known), flat.index_select(0, known)
    loss: Tensor = ParsingLoss.apply(rows.float(), flat, weights)
    return loss
