"""Positional normalisation and the spatially adaptive modulation built on it."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

EPSILON = 1e-5


def positional_normalisation(features: Tensor) -> Tensor:
    """PONO (Li et al. 2019): [B,C,H,W] to zero mean and unit (unbiased) variance over C at each position."""
    mean = features.mean(dim=1, keepdim=True)
    variance = features.var(dim=1, keepdim=True, unbiased=True)
    return (features - mean) / torch.sqrt(variance + EPSILON)


class SpatiallyAdaptiveNormalisation(nn.Module):
    """SPADE (Park et al. 2019) over PONO: PONO(x)·(1+γ(s))+β(s), s nearest-resized to x."""

    def __init__(self, channels: int, condition_channels: int, hidden_channels: int) -> None:
        super().__init__()
        self.mlp_shared = nn.Sequential(
            nn.ReflectionPad2d(1), nn.Conv2d(condition_channels, hidden_channels, 3), nn.ReLU()
        )
        self.pad = nn.ReflectionPad2d(1)
        self.mlp_gamma = nn.Conv2d(hidden_channels, channels, 3)
        self.mlp_beta = nn.Conv2d(hidden_channels, channels, 3)

    def forward(self, features: Tensor, condition: Tensor) -> Tensor:
        """features [B,C,H,W], condition [B,S,H',W'] → [B,C,H,W]."""
        resized = functional.interpolate(condition, size=features.shape[2:], mode="nearest")
        hidden = self.pad(self.mlp_shared(resized))
        return positional_normalisation(features) * (1 + self.mlp_gamma(hidden)) + self.mlp_beta(hidden)
