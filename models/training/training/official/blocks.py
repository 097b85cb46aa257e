"""Residual blocks of the official networks."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils import spectral_norm

from .normalisation import SpatiallyAdaptiveNormalisation

LEAK = 0.2


class SpadeResidualBlock(nn.Module):
    """Two modulated 3×3 convolutions with a modulated 1×1 shortcut where the channel count changes."""

    def __init__(self, channels_in: int, channels_out: int, condition_channels: int, hidden_channels: int) -> None:
        super().__init__()
        middle = min(channels_in, channels_out)
        self.pad = nn.ReflectionPad2d(1)
        self.conv_0 = spectral_norm(nn.Conv2d(channels_in, middle, 3))
        self.conv_1 = spectral_norm(nn.Conv2d(middle, channels_out, 3))
        self.learned_shortcut = channels_in != channels_out
        if self.learned_shortcut:
            self.conv_s = spectral_norm(nn.Conv2d(channels_in, channels_out, 1, bias=False))
        self.norm_0 = SpatiallyAdaptiveNormalisation(channels_in, condition_channels, hidden_channels)
        self.norm_1 = SpatiallyAdaptiveNormalisation(middle, condition_channels, hidden_channels)
        if self.learned_shortcut:
            self.norm_s = SpatiallyAdaptiveNormalisation(channels_in, condition_channels, hidden_channels)

    def forward(self, features: Tensor, condition: Tensor) -> Tensor:
        """features [B,channels_in,H,W] → [B,channels_out,H,W]."""
        shortcut = self.conv_s(self.norm_s(features, condition)) if self.learned_shortcut else features
        change = self.conv_0(self.pad(functional.leaky_relu(self.norm_0(features, condition), LEAK)))
        change = self.conv_1(self.pad(functional.leaky_relu(self.norm_1(change, condition), LEAK)))
        return shortcut + change


class ResidualBlock(nn.Module):
    """Instance-normalised residual block; ONE PReLU weight serves both activations."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.pad = nn.ReflectionPad2d(1)
        self.conv1 = nn.Conv2d(channels, channels, 3)
        self.bn1 = nn.InstanceNorm2d(channels)
        self.prelu = nn.PReLU()
        self.conv2 = nn.Conv2d(channels, channels, 3)
        self.bn2 = nn.InstanceNorm2d(channels)

    def forward(self, features: Tensor) -> Tensor:
        """[B,C,H,W] → [B,C,H,W]."""
        change = self.prelu(self.bn1(self.conv1(self.pad(features))))
        return self.prelu(self.bn2(self.conv2(self.pad(change))) + features)
