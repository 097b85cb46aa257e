"""A small public face parser that saw all of CelebAMask-HQ: it teaches on photos without labels, and is not shipped.

Its licence is not stated (shared/weights/README.md, faceparse_unet467k_simonenkel.pth). It sees little of a face at
once, so that hair and skin are worse than our parser's, but the insides of mouths, lips and jewellery are as good or
better.
"""

from pathlib import Path

import torch
from torch import Tensor, nn

from training.parsing.classes import FACE_PARTS

ORDER = (
    "background",
    "upper lip",
    "left brow",
    "skin",
    "right ear",
    "right eye",
    "nose",
    "necklace",
    "left ear",
    "eyeglasses",
    "lower lip",
    "right brow",
    "hat",
    "hair",
    "mouth",
    "neck",
    "cloth",
    "left eye",
    "earring",
)
"""What its logits stand for."""


def twice(fin: int, fout: int) -> nn.Sequential:
    """Two convolutions, each with ReLU."""
    return nn.Sequential(nn.Conv2d(fin, fout, 3, padding=1), nn.ReLU(), nn.Conv2d(fout, fout, 3, padding=1), nn.ReLU())


class Teacher(nn.Module):
    """A U-Net of two levels; the names of its layers are those of the published file."""

    def __init__(self) -> None:
        super().__init__()
        self.enc1 = twice(3, 32)
        self.enc2 = twice(32, 64)
        self.bottleneck = twice(64, 128)
        self.up1 = nn.ConvTranspose2d(128, 64, 2, 2)
        self.dec1 = twice(128, 64)
        self.up2 = nn.ConvTranspose2d(64, 32, 2, 2)
        self.dec2 = twice(64, 32)
        self.out = nn.Conv2d(32, len(ORDER), 1)
        self.pool = nn.MaxPool2d(2)

    def forward(self, photos: Tensor) -> Tensor:
        """(B, 3, H, W) in −1..1 with sides divisible by 4, to logits (B, 19, H, W) in the order of FACE_PARTS."""
        fine = self.enc1(photos)
        middle = self.enc2(self.pool(fine))
        coarse = self.bottleneck(self.pool(middle))
        middle = self.dec1(torch.cat([self.up1(coarse), middle], 1))
        fine = self.dec2(torch.cat([self.up2(middle), fine], 1))
        logits: Tensor = self.out(fine)
        return logits[:, [ORDER.index(part) for part in FACE_PARTS]]


def load_teacher(file: Path) -> Teacher:
    """Raises RuntimeError for a file of other weights."""
    teacher = Teacher()
    teacher.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))
    return teacher.eval()
