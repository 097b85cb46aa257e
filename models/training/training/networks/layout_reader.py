"""Reads a layout out of perceptual features: a small segmentation head trained on real photos only.

The generator is asked that the layout can be read from its picture too. That is what semantic consistency measures
(cocosnet.md section 1.6): water that looks like grass costs something even where the exemplar shows no water. The
idea of a segmenting judge is OASIS's (Schönfeld et al. 2021); the features are frozen, so few weights are enough.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.networks.blocks import activate

READ_LAYERS = ("r22", "r32", "r42", "r51")
READ_CHANNELS = (32, 64, 128, 128)
STRIDE = 4


class LayoutReader(nn.Module):
    """Feature maps at strides 2, 4, 8, 16 to class logits at stride 4."""

    def __init__(self, channels: tuple[int, ...], classes: int, width: int = 64) -> None:
        super().__init__()
        self.enter = nn.ModuleList(nn.Conv2d(count, width, 1) for count in channels)
        self.mix = nn.Conv2d(width, width, 3, 1, 1)
        self.decide = nn.Conv2d(width, classes, 1)

    def forward(self, features: list[Tensor], size: tuple[int, int]) -> Tensor:
        """Logits B×C×h×w of grid `size`; features finest first."""
        total: Tensor | None = None
        for enter, feature in zip(self.enter, features, strict=True):
            length = torch.rsqrt((feature * feature).mean(dim=1, keepdim=True) + 1e-6)
            entered = enter(feature * length)
            if entered.shape[2] > size[0]:
                entered = functional.adaptive_avg_pool2d(entered, size)
            elif entered.shape[2] < size[0]:
                entered = functional.interpolate(entered, size=size, mode="bilinear")
            total = entered if total is None else total + entered
        assert total is not None
        return self.decide(activate(self.mix(activate(total))))
