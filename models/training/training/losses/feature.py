"""L_feat and L_perc: distances between perceptual features of the result and of the ground truth (paper 3.3)."""

import torch
from torch import Tensor

PSEUDO_PAIR_WEIGHTS = {"r12": 1 / 32, "r22": 1 / 16, "r32": 1 / 8, "r42": 1 / 4, "r51": 1.0}
"""λ_l of L_feat."""


def relative_scale(target: Tensor) -> Tensor:
    """Mean magnitude of a feature map: layers of the distilled network differ in scale by orders."""
    return target.detach().abs().mean().clamp_min(1e-6)


def pseudo_pair_loss(result: dict[str, Tensor], target: dict[str, Tensor], chosen: Tensor) -> Tensor:
    """Σ_l λ_l ‖φ_l(x̂) − φ_l(x_B)‖₁ over the samples whose exemplar was a distorted copy of x_B.

    `chosen` is B, 1 for such samples and 0 for others; a batch without any gives 0.
    """
    total = chosen.new_zeros(())
    count = chosen.sum().clamp_min(1.0)
    for name, weight in PSEUDO_PAIR_WEIGHTS.items():
        difference = (result[name] - target[name]).abs().flatten(1).mean(1) / relative_scale(target[name])
        total = total + weight * (difference * chosen).sum() / count
    return total


def perceptual_loss(result: Tensor, target: Tensor) -> Tensor:
    """‖φ_l(x̂) − φ_l(x_B)‖₂² of one deep layer, relative to the layer's own scale."""
    return ((result - target) ** 2).mean() / (relative_scale(target) ** 2)


def pseudo_pixel_loss(result: Tensor, target: Tensor, chosen: Tensor, cell: int = 4) -> Tensor:
    """‖x̂ − x_B‖₁ of cell means over the pseudo pairs (L_warp_self's idea applied to the picture).

    Means of 4×4 pixels: which way each pixel of a texture goes cannot be known, and asking for it asks for a blur.
    """
    small = torch.nn.functional.avg_pool2d
    difference = (small(result, cell) - small(target, cell)).abs().flatten(1).mean(1)
    return (difference * chosen).sum() / chosen.sum().clamp_min(1.0)


def palette_loss(result: Tensor, base: Tensor, confidence: Tensor, cell: int = 16) -> Tensor:
    """L1 between the cell means of the picture and of the soft warp: the exemplar's light and palette.

    confidence B×1×h×w, 0..1: how far the warped labels agree with the layout. Where the exemplar lacks a class its
    colours say nothing of that class, and the loss says nothing either.
    """
    small = torch.nn.functional.avg_pool2d
    difference = (small(result, cell) - small(base.detach(), cell)).abs()
    trust = torch.nn.functional.adaptive_avg_pool2d(confidence.detach(), (difference.shape[2], difference.shape[3]))
    return (difference * trust).mean()
