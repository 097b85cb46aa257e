"""The 19 face parts of CelebAMask-HQ, their names and what a mirror does to them."""

import torch
from torch import Tensor

FACE_PARTS = (
    "background",
    "skin",
    "nose",
    "eyeglasses",
    "left eye",
    "right eye",
    "left brow",
    "right brow",
    "left ear",
    "right ear",
    "mouth",
    "upper lip",
    "lower lip",
    "hair",
    "hat",
    "earring",
    "necklace",
    "neck",
    "cloth",
)
"""Names in the order of the label values and of the logits."""

CLASS_COUNT = len(FACE_PARTS)

UNKNOWN = 255
"""Label of pixels that neither the loss nor a measure counts."""

MIRRORED = (0, 1, 2, 3, 5, 4, 7, 6, 9, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18)
"""The class a pixel has after a left-right flip of its photo: eyes, brows and ears swap sides."""


def mirror_table() -> Tensor:
    """256 entries for label maps: a class to its mirrored class, every other value to itself."""
    table = torch.arange(256, dtype=torch.uint8)
    table[: len(MIRRORED)] = torch.tensor(MIRRORED, dtype=torch.uint8)
    return table


def mirror_labels(labels: Tensor) -> Tensor:
    """Label maps (…, H, W), uint8, flipped left to right with the sides swapped."""
    return mirror_table()[labels.flip(-1).long()]
