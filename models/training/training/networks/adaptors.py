"""The two domain adaptors F_A→S (layouts) and F_B→S (exemplars), compact form.

Both are U-Nets that end on the coarse grid (stride 8), where the learned correspondence is made, and on
the fine grid (stride 4), where its matches are refined (the coarse-to-fine idea of CoCosNet v2).
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.networks.blocks import ResidualStage, activate, coordinate_channels, edge_conv, joined_edge_conv, upsample
from training.networks.exported_forms import channel_mean

COARSE_STRIDE = 8
FINE_STRIDE = 4


@dataclass(frozen=True)
class SharedFeatures:
    """Features in the shared domain S: unit length over channels, centred (paper section 3.1)."""

    coarse: Tensor
    """B×Cc×H/8×W/8"""
    fine: Tensor
    """B×Cf×H/4×W/4"""


def centre_and_normalise(features: Tensor) -> Tensor:
    """Subtracts the channel mean, divides by the L2 norm: dot products are then the paper's M(u, v)."""
    if torch.onnx.is_in_onnx_export():
        rows = features.flatten(2)
        middle = rows - channel_mean(rows)
        length = channel_mean(middle * middle) * int(features.shape[1])
        return (middle * torch.rsqrt(length + 1e-6)).reshape_as(features)
    centred = features - features.mean(dim=1, keepdim=True)
    return centred * torch.rsqrt((centred * centred).sum(dim=1, keepdim=True) + 1e-6)


class PyramidAdaptor(nn.Module):
    """U-Net from the stride-4 grid down to stride 32 and back to strides 8 and 4."""

    def __init__(self, channels_in: int, width: int, coarse_channels: int, fine_channels: int) -> None:
        super().__init__()
        w4, w8, w16, w32 = width, width * 3 // 2, width * 2, width * 2
        self.stem = edge_conv(channels_in + 2, w4)
        self.down4 = ResidualStage(w4, w4)
        self.down8 = ResidualStage(w4, w8, 2)
        self.down16 = ResidualStage(w8, w16, 2)
        self.down32 = ResidualStage(w16, w32, 2)
        self.middle = ResidualStage(w32, w32)
        self.up16 = ResidualStage(w32 + w16, w16)
        self.up8 = ResidualStage(w16 + w8, w8)
        self.coarse_head = nn.Conv2d(w8, coarse_channels, 1)
        self.fine_join = edge_conv(w8 + w4, w4)
        self.fine_head = nn.Conv2d(w4, fine_channels, 1)

    def forward(self, quarter: Tensor) -> SharedFeatures:
        """Stride-4 maps B×C×H/4×W/4 to shared features."""
        at4 = self.down4(joined_edge_conv(self.stem, [quarter, coordinate_channels(quarter)]))
        at8 = self.down8(at4)
        at16 = self.down16(at8)
        at32 = self.middle(self.down32(at16))
        up16 = self.up16(torch.cat([upsample(at32), at16], 1))
        up8 = self.up8(torch.cat([upsample(up16), at8], 1))
        fine = self.fine_head(activate(joined_edge_conv(self.fine_join, [upsample(up8), at4])))
        return SharedFeatures(centre_and_normalise(self.coarse_head(up8)), centre_and_normalise(fine))


class LayoutAdaptor(nn.Module):
    """F_A→S: class shares on the stride-4 grid to shared features."""

    def __init__(self, classes: int, width: int, coarse_channels: int, fine_channels: int) -> None:
        super().__init__()
        self.pyramid = PyramidAdaptor(classes, width, coarse_channels, fine_channels)

    def forward(self, class_shares: Tensor) -> SharedFeatures:
        """class_shares: B×C×H/4×W/4, 0..1, sums to 1 over C."""
        return self.pyramid(class_shares)


class ExemplarAdaptor(nn.Module):
    """F_B→S: photo (B×3×H×W, −1..1) and its class shares (the authors' maskmix) to shared features."""

    def __init__(self, classes: int, width: int, coarse_channels: int, fine_channels: int) -> None:
        super().__init__()
        self.to_half = edge_conv(3, width // 2, stride=2, kernel=5)
        self.to_quarter = edge_conv(width // 2, width, stride=2)
        self.pyramid = PyramidAdaptor(classes + width + 3, width, coarse_channels, fine_channels)

    def forward(self, exemplar: Tensor, class_shares: Tensor) -> SharedFeatures:
        """Photo B×3×H×W and class shares B×C×H/4×W/4 to shared features."""
        seen = activate(self.to_quarter(activate(self.to_half(exemplar))))
        small = functional.avg_pool2d(exemplar, FINE_STRIDE)
        return self.pyramid(torch.cat([class_shares, seen, small], 1))
