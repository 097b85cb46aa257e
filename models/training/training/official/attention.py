"""Self-attention of the official generator (SAGAN, Zhang et al. 2018), with pooled keys and values."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils import spectral_norm


def _projection(channels_in: int, channels_out: int) -> nn.Module:
    return spectral_norm(nn.Conv2d(channels_in, channels_out, 1, bias=False))


class SelfAttention(nn.Module):
    """[B,C,H,W] → [B,C,H,W]; keys and values are max-pooled 2×2, so the matrix is HW × HW/4."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.tensor(0.0))
        self.theta = _projection(channels, channels // 8)
        self.phi = _projection(channels, channels // 8)
        self.g = _projection(channels, channels // 2)
        self.o = _projection(channels // 2, channels)

    def forward(self, features: Tensor) -> Tensor:
        """x + γ·o(softmax(θᵀφ)·g)."""
        batch, _, height, width = features.shape
        queries = self.theta(features).flatten(2)
        keys = functional.max_pool2d(self.phi(features), 2).flatten(2)
        values = functional.max_pool2d(self.g(features), 2).flatten(2)
        weights = (queries.transpose(1, 2) @ keys).softmax(dim=-1)
        attended = (values @ weights.transpose(1, 2)).reshape(batch, -1, height, width)
        return self.gamma * self.o(attended) + features
