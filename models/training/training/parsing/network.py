"""The parser: a U-Net on a MobileNetV2 encoder, RGB to logits of face parts (or other classes) at full size."""

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.parsing.classes import CLASS_COUNT
from training.parsing.encoder import TAP_CHANNELS, ConvNorm, MobileEncoder

DECODER = (32, 48, 80, 96)
"""Channels of the decoder at strides 2, 4, 8 and 16."""

DETAIL = 8
"""Channels read from the photo at its full size, for the borders of lids and lips."""


def doubled(x: Tensor) -> Tensor:
    """Twice the height and width, bilinear."""
    return F.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)


class FaceParser(nn.Module):
    """1.5 M parameters, about 3 GFLOP at 256²."""

    def __init__(self, classes: int = CLASS_COUNT) -> None:
        super().__init__()
        self.encoder = MobileEncoder()
        at2, at4, at8, at16 = DECODER
        self.scene = ConvNorm(TAP_CHANNELS[3], at16)
        self.deep = ConvNorm(TAP_CHANNELS[3], at16)
        self.join16 = ConvNorm(2 * at16, at16, 3)
        self.join8 = ConvNorm(at16 + TAP_CHANNELS[2], at8, 3)
        self.join4 = ConvNorm(at8 + TAP_CHANNELS[1], at4, 3)
        self.join2 = ConvNorm(at4 + TAP_CHANNELS[0], at2, 3)
        self.narrow = ConvNorm(at2, 16)
        self.detail = ConvNorm(3, DETAIL, 3)
        self.logits = nn.Conv2d(16 + DETAIL, classes, 3, padding=1)

    def forward(self, photo: Tensor) -> Tensor:
        """RGB in −1..1, (B, 3, H, W) with sides divisible by 16, to logits (B, classes, H, W)."""
        taps: list[Tensor] = self.encoder(photo)
        half, quarter, eighth, sixteenth = taps
        scene = self.scene(sixteenth.mean((2, 3), keepdim=True))
        x = self.deep(sixteenth)
        x = self.join16(torch.cat([x, scene.expand_as(x)], 1))
        x = self.join8(torch.cat([doubled(x), eighth], 1))
        x = self.join4(torch.cat([doubled(x), quarter], 1))
        x = self.join2(torch.cat([doubled(x), half], 1))
        x = doubled(self.narrow(x))
        y: Tensor = self.logits(torch.cat([x, self.detail(photo)], 1))
        return y


def load_parser(checkpoint: Path, classes: int = CLASS_COUNT) -> FaceParser:
    """The averaged weights of a run, in evaluation mode."""
    parser = FaceParser(classes)
    parser.load_state_dict(torch.load(checkpoint, weights_only=True)["averaged"])
    return parser.eval()
