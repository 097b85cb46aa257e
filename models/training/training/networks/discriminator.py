"""Discriminator on frozen perceptual features: small spectrally normalised heads at several depths.

Reusing a pretrained feature pyramid (projected GANs) shapes texture within minutes on a CPU; each head also sees
the layout, so it judges whether a region looks like its class. The features were learned for recognising things and
care little for single pixels, so one more head looks at the pixels themselves: without it nobody minds a fine grid.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import spectral_norm

from training.networks.blocks import activate, blur

DETAIL_GAIN = 4.0
"""Detail of photographs is about this much fainter than their light and shade."""


class FeatureHead(nn.Module):
    """Turns features of one depth and the layout on that grid into a map of realness scores."""

    def __init__(self, channels: int, classes: int, width: int) -> None:
        super().__init__()
        self.mix = spectral_norm(nn.Conv2d(channels + classes, width, 1))
        self.look = spectral_norm(nn.Conv2d(width, width, 4, 2, 1))
        self.score = spectral_norm(nn.Conv2d(width, 1, 3, 1, 1))

    def forward(self, features: Tensor, shares: Tensor) -> Tensor:
        """Scores B×1×h×w, positive for real."""
        mixed = activate(self.mix(torch.cat([features, shares], 1)))
        return self.score(activate(self.look(mixed)))


class PixelHead(nn.Module):
    """The picture's detail and the layout to a map of realness scores, without any stride: each sees 7×7 pixels."""

    def __init__(self, classes: int, width: int = 16) -> None:
        super().__init__()
        self.mix = spectral_norm(nn.Conv2d(6 + classes, width, 3, 1, 1))
        self.look = spectral_norm(nn.Conv2d(width, width, 3, 1, 1))
        self.score = spectral_norm(nn.Conv2d(width, 1, 3, 1, 1))

    def forward(self, picture: Tensor, one_hot: Tensor) -> Tensor:
        """Scores B×1×H×W, positive for real."""
        detail = (picture - blur(picture)) * DETAIL_GAIN
        mixed = activate(self.mix(torch.cat([picture, detail, one_hot], 1)))
        return self.score(activate(self.look(mixed)))


class FeatureDiscriminator(nn.Module):
    """Scores for the picture itself and for each of the given feature maps (channels per depth, finest first)."""

    def __init__(self, channels: tuple[int, ...], classes: int) -> None:
        super().__init__()
        self.pixels = PixelHead(classes)
        self.heads = nn.ModuleList(FeatureHead(count, classes, min(64, count * 3 // 2)) for count in channels)

    def forward(self, picture: Tensor, features: list[Tensor], one_hot: Tensor) -> list[Tensor]:
        """The pixel head's score map, then one per feature map; `one_hot` is the layout B×C×H×W."""
        scores = [self.pixels(picture, one_hot)]
        for head, feature in zip(self.heads, features, strict=True):
            factor = one_hot.shape[2] // feature.shape[2]
            shares = functional.avg_pool2d(one_hot, factor) if factor > 1 else one_hot
            length = torch.rsqrt((feature * feature).mean(dim=1, keepdim=True) + 1e-6)
            scores.append(head(feature * length, shares))
        return scores
