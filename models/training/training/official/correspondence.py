"""netCorr: the dense correspondence of condition and exemplar, and the warp (paper section 3.1)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from .adaptor import DomainAdaptor
from .blocks import ResidualBlock
from .configuration import OfficialConfiguration

STRIDE = 4
MATCH_KERNEL = 3
TINY = torch.finfo(torch.float64).eps


@dataclass(frozen=True)
class Correspondence:
    """``matrix`` [B,N,N] softmax rows over exemplar positions; ``warp`` [B,3,H,W]; ``features`` before θ and φ."""

    matrix: Tensor
    warp: Tensor


def unit_length(features: Tensor) -> Tensor:
    """Divide by the L2 norm over dimension 1."""
    return features / (features.norm(dim=1, keepdim=True) + TINY)


def matching_descriptors(features: Tensor) -> Tensor:
    """[B,C,h,w] → centred unit descriptors of 3×3 neighbourhoods [B,9C,h·w]."""
    unfolded = functional.unfold(features, MATCH_KERNEL, padding=MATCH_KERNEL // 2)
    return unit_length(unfolded - unfolded.mean(dim=1, keepdim=True))


class CorrespondenceNetwork(nn.Module):
    """The official netCorr; state dict keys equal the authors'."""

    def __init__(self, configuration: OfficialConfiguration) -> None:
        super().__init__()
        self.configuration = configuration
        width, condition = configuration.width, configuration.condition_channels
        self.adaptive_model_seg = DomainAdaptor(condition, width, configuration.stride_kernel)
        self.adaptive_model_img = DomainAdaptor(3, width, configuration.stride_kernel)
        mixed = 4 * width + (condition if configuration.mask_mix else 0)
        self.layer = nn.Sequential(*(ResidualBlock(mixed) for _ in range(4)))
        self.phi = nn.Conv2d(mixed, 4 * width, 1)
        self.theta = nn.Conv2d(mixed, 4 * width, 1)

    def forward(self, exemplar: Tensor, condition: Tensor, exemplar_condition: Tensor | None) -> Correspondence:
        """exemplar [B,3,H,W] in −1..1; conditions [B,S,H,W], or noise [B,S,H/4,W/4] for noise_for_mask."""
        layout = self._mix(unit_length(self.adaptive_model_seg(condition)), condition)
        picture = self._mix(unit_length(self.adaptive_model_img(exemplar)), exemplar_condition)
        theta = matching_descriptors(self.theta(self.layer(layout)))
        phi = matching_descriptors(self.phi(self.layer(picture)))
        scores = theta.transpose(1, 2) @ phi / self.configuration.temperature
        matrix = scores.softmax(dim=-1)
        return Correspondence(matrix, self._warp(matrix, exemplar))

    def _mix(self, features: Tensor, condition: Tensor | None) -> Tensor:
        if not self.configuration.mask_mix:
            return features
        if condition is None:
            raise ValueError("This variant mixes the exemplar's condition into its features: pass exemplar_condition.")
        resized = functional.interpolate(condition, size=features.shape[2:], mode="nearest")
        return torch.cat((features, resized), dim=1)

    def _warp(self, matrix: Tensor, exemplar: Tensor) -> Tensor:
        height, width = exemplar.shape[2:]
        if self.configuration.warp == "patch":
            patches = functional.unfold(exemplar, STRIDE, stride=STRIDE)
            warped = (matrix @ patches.transpose(1, 2)).transpose(1, 2)
            return functional.fold(warped, (height, width), STRIDE, stride=STRIDE)
        pooled = functional.avg_pool2d(exemplar, STRIDE)
        warped = (matrix @ pooled.flatten(2).transpose(1, 2)).transpose(1, 2).reshape(pooled.shape)
        if self.configuration.warp_upsampling == "nearest":
            return functional.interpolate(warped, scale_factor=STRIDE, mode="nearest")
        return functional.interpolate(warped, scale_factor=STRIDE, mode="bilinear", align_corners=False)
