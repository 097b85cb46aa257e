"""Domain adaptor: brings a condition or a photo into the shared domain (paper section 3.1)."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils import spectral_norm

from .blocks import LEAK, SpadeResidualBlock


def _layer(channels_in: int, channels_out: int, kernel: int, stride: int) -> nn.Sequential:
    convolution = nn.Conv2d(channels_in, channels_out, kernel, stride=stride, padding=1, bias=False)
    return nn.Sequential(spectral_norm(convolution), nn.InstanceNorm2d(channels_out))


class DomainAdaptor(nn.Module):
    """[B,S,256,256] → [B,4·width,64,64], every block modulated by the adaptor's own input."""

    def __init__(self, channels: int, width: int, stride_kernel: int) -> None:
        super().__init__()
        self.layer1 = _layer(channels, width, 3, 1)
        self.layer2 = _layer(width, 2 * width, stride_kernel, 2)
        self.layer3 = _layer(2 * width, 4 * width, 3, 1)
        self.layer4 = _layer(4 * width, 8 * width, stride_kernel, 2)
        self.layer5 = _layer(8 * width, 8 * width, 3, 1)
        hidden = 2 * width
        self.head_0 = SpadeResidualBlock(8 * width, 8 * width, channels, hidden)
        self.G_middle_0 = SpadeResidualBlock(8 * width, 8 * width, channels, hidden)
        self.G_middle_1 = SpadeResidualBlock(8 * width, 4 * width, channels, hidden)

    def forward(self, source: Tensor) -> Tensor:
        """Features of the shared domain, not yet normalised."""
        features = self.layer1(source)
        for layer in (self.layer2, self.layer3, self.layer4, self.layer5):
            features = layer(functional.leaky_relu(features, LEAK))
        for block in (self.head_0, self.G_middle_0, self.G_middle_1):
            features = block(features, source)
        return features
