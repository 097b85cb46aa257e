"""MobileNetV2 with the weights of the scene annotator, as the encoder of the face parser.

The annotator (models/annotators/ade20k31, Apache-2.0) was trained on twenty thousand everyday scenes. Its features
know hair, cloth and skin tones, which a thousand labelled faces alone would not teach.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import Tensor, nn

BLOCKS = (
    (32, 16, 1, 1, 1),
    (16, 24, 6, 2, 1),
    (24, 24, 6, 1, 1),
    (24, 32, 6, 2, 1),
    (32, 32, 6, 1, 1),
    (32, 32, 6, 1, 1),
    (32, 64, 6, 2, 1),
    (64, 64, 6, 1, 1),
    (64, 64, 6, 1, 1),
    (64, 64, 6, 1, 1),
    (64, 96, 6, 1, 1),
    (96, 96, 6, 1, 1),
    (96, 96, 6, 1, 1),
    (96, 160, 6, 1, 1),
    (160, 160, 6, 1, 1),
)
"""(channels in, channels out, expansion, stride, dilation): the annotator's blocks but its last two.

The annotator dilates the last block because its photos are 512²; here they are 256² and the field is wide enough."""

TAPS = (0, 2, 5, 14)
"""Blocks whose outputs the decoder reads: strides 2, 4, 8 and 16."""

TAP_CHANNELS = (16, 24, 32, 160)


class ConvNorm(nn.Module):
    """Convolution, batch normalisation and, unless told otherwise, ReLU6."""

    def __init__(
        self,
        fin: int,
        fout: int,
        kernel: int = 1,
        *,
        stride: int = 1,
        dilation: int = 1,
        groups: int = 1,
        active: bool = True,
    ) -> None:
        super().__init__()
        # TensorFlow's "same" padding: a stride of 2 pads the right and lower side only.
        self.uneven = stride == 2
        padding = 0 if self.uneven else dilation * (kernel // 2)
        self.conv = nn.Conv2d(fin, fout, kernel, stride, padding, dilation, groups, bias=False)
        self.norm = nn.BatchNorm2d(fout)
        self.active = active
        self.calibrating: Tensor | None = None
        """the bias of a convolution without normalisation, while statistics are being taken"""

    def forward(self, x: Tensor) -> Tensor:
        """(B, fin, H, W) to (B, fout, H/stride, W/stride)."""
        y: Tensor = self.conv(F.pad(x, (0, 1, 0, 1)) if self.uneven else x)
        if self.calibrating is not None:
            self.take_statistics(y, self.calibrating)
        y = self.norm(y)
        return F.relu6(y) if self.active else y

    @torch.no_grad()
    def take_statistics(self, y: Tensor, bias: Tensor) -> None:
        """Sets the normalisation so that it only adds `bias` now, and can adapt in training."""
        mean, variance = y.mean((0, 2, 3)), y.var((0, 2, 3), unbiased=False)
        norm = self.norm
        assert norm.running_mean is not None
        assert norm.running_var is not None
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.copy_(mean + bias)


class InvertedResidual(nn.Module):
    """Expand, filter each channel, project: MobileNetV2's block (arXiv 1801.04381, figure 4)."""

    def __init__(self, fin: int, fout: int, expansion: int, stride: int, dilation: int) -> None:
        super().__init__()
        middle = fin * expansion
        layers = [ConvNorm(fin, middle)] if expansion > 1 else []
        layers.append(ConvNorm(middle, middle, 3, stride=stride, dilation=dilation, groups=middle))
        layers.append(ConvNorm(middle, fout, active=False))
        self.layers = nn.Sequential(*layers)
        self.residual = stride == 1 and fin == fout

    def forward(self, x: Tensor) -> Tensor:
        """(B, fin, H, W) to (B, fout, H/stride, W/stride)."""
        y: Tensor = self.layers(x)
        return x + y if self.residual else y


class MobileEncoder(nn.Module):
    """RGB in −1..1 to features at strides 2, 4, 8 and 16."""

    def __init__(self) -> None:
        super().__init__()
        self.first = ConvNorm(3, 32, 3, stride=2)
        self.blocks = nn.ModuleList(InvertedResidual(*block) for block in BLOCKS)

    def forward(self, x: Tensor) -> list[Tensor]:
        """(B, 3, H, W) to four maps with TAP_CHANNELS channels."""
        x = self.first(x)
        taps = []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index in TAPS:
                taps.append(x)
        return taps


def annotator_convolutions(graph: Path) -> list[tuple[Tensor, Tensor]]:
    """Weights and biases of the annotator's convolutions in the order in which it runs them."""
    model = onnx.load(graph)
    values = {entry.name: numpy_helper.to_array(entry) for entry in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "Cast" and node.input[0] in values:
            values[node.output[0]] = values[node.input[0]]
    pairs = []
    for node in model.graph.node:
        if node.op_type == "Conv":
            weight, bias = (values[name].astype(np.float32) for name in node.input[1:3])
            pairs.append((torch.from_numpy(weight), torch.from_numpy(bias)))
    return pairs


@torch.no_grad()
def begin_with_annotator(encoder: MobileEncoder, graph: Path, photos: Tensor) -> None:
    """Copies the annotator's weights; `photos` (B, 3, H, W) in −1..1 give the normalisations their statistics.

    The published graph has its normalisations folded into the convolutions. Training without any is fragile, so each
    is put back as the identity on these photos.
    """
    layers = [module for module in encoder.modules() if isinstance(module, ConvNorm)]
    for layer, (weight, bias) in zip(layers, annotator_convolutions(graph), strict=False):
        layer.conv.weight.copy_(weight)
        layer.calibrating = bias
    training = encoder.training
    encoder.eval()
    encoder(photos)
    encoder.train(training)
    for layer in layers:
        layer.calibrating = None
