"""netG: the translation network (paper section 3.2)."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from .attention import SelfAttention
from .blocks import LEAK, SpadeResidualBlock
from .configuration import OfficialConfiguration

UPSAMPLINGS = 5


class Generator(nn.Module):
    """The official netG; state dict keys equal the authors'."""

    def __init__(self, configuration: OfficialConfiguration) -> None:
        super().__init__()
        width = configuration.width
        condition = configuration.condition_channels + 3
        hidden = 2 * width
        self.fc = nn.Conv2d(condition, 16 * width, 3, padding=1)
        self.head_0 = SpadeResidualBlock(16 * width, 16 * width, condition, hidden)
        self.G_middle_0 = SpadeResidualBlock(16 * width, 16 * width, condition, hidden)
        self.G_middle_1 = SpadeResidualBlock(16 * width, 16 * width, condition, hidden)
        self.up_0 = SpadeResidualBlock(16 * width, 8 * width, condition, hidden)
        self.up_1 = SpadeResidualBlock(8 * width, 4 * width, condition, hidden)
        self.attn = SelfAttention(4 * width)
        self.up_2 = SpadeResidualBlock(4 * width, 2 * width, condition, hidden)
        self.up_3 = SpadeResidualBlock(2 * width, width, condition, hidden)
        self.conv_img = nn.Conv2d(width, 3, 3, padding=1)

    def forward(self, warp: Tensor, condition: Tensor) -> Tensor:
        """warp [B,3,H,W], condition [B,S,H,W] → picture [B,3,H,W] in −1..1."""
        modulation = torch.cat((warp, condition), dim=1)
        height, width = modulation.shape[2:]
        smallest = (height >> UPSAMPLINGS, width >> UPSAMPLINGS)
        features = self.fc(functional.interpolate(modulation, size=smallest, mode="nearest"))
        features = _double(self.head_0(features, modulation))
        features = self.G_middle_1(self.G_middle_0(features, modulation), modulation)
        features = self.up_0(_double(features), modulation)
        features = self.up_1(_double(features), modulation)
        features = self.attn(_double(features))
        features = self.up_2(features, modulation)
        features = self.up_3(_double(features), modulation)
        return torch.tanh(self.conv_img(functional.leaky_relu(features, LEAK)))


def _double(features: Tensor) -> Tensor:
    return functional.interpolate(features, scale_factor=2, mode="nearest")
