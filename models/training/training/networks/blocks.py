"""Small building blocks shared by the compact networks."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.networks.exported_forms import (
    DerivedConv,
    centred_outputs,
    channel_mean,
    framed_by_edge,
    joined_conv,
)

LEAK = 0.2
EPSILON = 1e-5
"""of PONO's variance"""


def activate(features: Tensor) -> Tensor:
    """Leaky ReLU with the slope of the authors' code (0.2)."""
    return functional.leaky_relu(features, LEAK)


def positional_norm(features: Tensor, epsilon: float = EPSILON) -> Tensor:
    """PONO: zero mean and unit variance over the channels of every pixel.

    Unlike instance or batch statistics it never mixes positions, so a network trained at one
    picture size behaves the same at another (cocosnet.md section 2).
    """
    if torch.onnx.is_in_onnx_export():
        return exported_positional_norm(features.flatten(2), epsilon).reshape_as(features)
    mean = features.mean(dim=1, keepdim=True)
    centred = features - mean
    variance = (centred * centred).sum(dim=1, keepdim=True) / (int(features.shape[1]) - 1.0)
    return centred * torch.rsqrt(variance + epsilon)


def exported_positional_norm(rows: Tensor, epsilon: float = EPSILON, centred: bool = False) -> Tensor:
    """PONO of B×C×N with its sums over channels as products: a sixth of the generator's time less.

    `centred`: the mean over the channels is zero already.
    """
    middle = rows if centred else rows - channel_mean(rows)
    channels = int(rows.shape[1])
    variance = channel_mean(middle * middle) * (channels / (channels - 1.0))
    return middle * torch.rsqrt(variance + epsilon)


def edge_conv(channels_in: int, channels_out: int, stride: int = 1, kernel: int = 3) -> nn.Conv2d:
    """A convolution that repeats its input's edge instead of framing it with zeros.

    Zeros mark the rim: features there then match the other picture's rim, and its corners frame every warp.
    """
    return nn.Conv2d(channels_in, channels_out, kernel, stride, kernel // 2, padding_mode="replicate")


def joined_edge_conv(layer: nn.Conv2d, pieces: list[Tensor]) -> Tensor:
    """An `edge_conv` of pieces that lie channel after channel."""
    if torch.onnx.is_in_onnx_export():
        framed = [framed_by_edge(piece, layer.weight) for piece in pieces]
        return joined_conv(framed, layer.weight, layer.bias, int(layer.stride[0]), padding=0)
    result: Tensor = layer(torch.cat(pieces, 1))
    return result


class NormalisedConv(nn.Module):
    """conv(leaky_relu(PONO(x))): the pre-activated layer of the adaptors."""

    def __init__(self, channels_in: int, channels_out: int, stride: int = 1) -> None:
        super().__init__()
        self.conv = edge_conv(channels_in, channels_out, stride)
        self.scale = nn.Parameter(torch.ones(1, channels_in, 1, 1))
        self.shift = nn.Parameter(torch.zeros(1, channels_in, 1, 1))

    def forward(self, features: Tensor) -> Tensor:
        """B×Cin×H×W to B×Cout×H/stride×W/stride."""
        return self.conv(activate(positional_norm(features) * self.scale + self.shift))

    def exported(self, features: Tensor, centred: bool, centres: bool) -> Tensor:
        """The same for a graph.

        centred: the features have no mean over their channels already; centres: the result needs none.
        """
        normal = exported_positional_norm(features.flatten(2), centred=centred).reshape_as(features)
        kernels = centred_outputs(self.conv) if centres else (self.conv.weight, self.conv.bias)
        framed = framed_by_edge(activate(normal * self.scale + self.shift), self.conv.weight)
        result: Tensor = DerivedConv.apply(framed, *kernels, int(self.conv.stride[0]), 0)
        return result


class ResidualStage(nn.Module):
    """One residual unit of two pre-activated layers; `stride` 2 halves the grid first."""

    def __init__(self, channels_in: int, channels_out: int, stride: int = 1) -> None:
        super().__init__()
        self.first = NormalisedConv(channels_in, channels_out, stride)
        self.second = NormalisedConv(channels_out, channels_out)
        plain = channels_in == channels_out and stride == 1
        self.shortcut = None if plain else nn.Conv2d(channels_in, channels_out, 1, bias=False)
        self.stride = stride

    def forward(self, features: Tensor) -> Tensor:
        """B×Cin×H×W to B×Cout×H/stride×W/stride."""
        straight = features
        if self.stride == 2:
            straight = functional.avg_pool2d(straight, 2)
        if self.shortcut is not None:
            straight = self.shortcut(straight)
        if torch.onnx.is_in_onnx_export():
            # Nothing but the second norm reads what lies between: it need not take the mean away.
            return straight + self.second.exported(self.first.exported(features, False, True), True, False)
        return straight + self.second(self.first(features))


def upsample(features: Tensor, factor: int = 2) -> Tensor:
    """Bilinear enlargement: nearest would seed the checkerboard that the generator then amplifies."""
    return functional.interpolate(features, scale_factor=factor, mode="bilinear")


def blur(features: Tensor) -> Tensor:
    """Each channel smoothed by (1, 2, 1)/4 along rows and columns, edges repeated; B×C×H×W.

    Two averages of 2×2, the first one cell larger. It has no answer to a period of two cells: halving a grid after it
    folds next to nothing into a false pattern, and enlarging before it leaves none of the factor's own period.
    """
    wider = functional.avg_pool2d(features, 2, 1, 1, count_include_pad=False)
    return functional.avg_pool2d(wider, 2, 1)


def coordinate_channels(features: Tensor) -> Tensor:
    """Two channels (y, x), each −1..1 across the picture, shaped like `features` (B×2×H×W)."""
    batch, _, height, width = features.shape
    ones = torch.ones(batch, 1, height, width, dtype=features.dtype, device=features.device)
    rows = (torch.cumsum(ones, 2) - 0.5) * (2.0 / height) - 1.0
    columns = (torch.cumsum(ones, 3) - 0.5) * (2.0 / width) - 1.0
    return torch.cat([rows, columns], 1)
