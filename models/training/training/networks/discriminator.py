"""Discriminator on frozen perceptual features: small spectrally normalised heads at several depths.

Reusing a pretrained feature pyramid (projected GANs) shapes texture within minutes on a CPU; each head also sees
the layout, so it judges whether a region looks like its class.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import spectral_norm

from training.networks.blocks import activate


class FeatureHead(nn.Module):
    """Features of one depth and the layout at that grid to a map of realness scores."""

    def __init__(self, channels: int, classes: int, width: int = 64) -> None:
        super().__init__()
        self.mix = spectral_norm(nn.Conv2d(channels + classes, width, 1))
        self.look = spectral_norm(nn.Conv2d(width, width, 4, 2, 1))
        self.score = spectral_norm(nn.Conv2d(width, 1, 3, 1, 1))

    def forward(self, features: Tensor, shares: Tensor) -> Tensor:
        """Scores B×1×h×w, positive for real."""
        mixed = activate(self.mix(torch.cat([features, shares], 1)))
        return self.score(activate(self.look(mixed)))


class FeatureDiscriminator(nn.Module):
    """Scores for each of the given feature maps (channels per depth, finest first)."""

    def __init__(self, channels: tuple[int, ...], classes: int) -> None:
        super().__init__()
        self.heads = nn.ModuleList(FeatureHead(count, classes) for count in channels)

    def forward(self, features: list[Tensor], one_hot: Tensor) -> list[Tensor]:
        """One score map per feature map; `one_hot` is the layout B×C×H×W."""
        scores = []
        for head, feature in zip(self.heads, features, strict=True):
            factor = one_hot.shape[2] // feature.shape[2]
            shares = functional.avg_pool2d(one_hot, factor) if factor > 1 else one_hot
            length = torch.rsqrt((feature * feature).mean(dim=1, keepdim=True) + 1e-6)
            scores.append(head(feature * length, shares))
        return scores
