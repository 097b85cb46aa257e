"""CelebAMask-HQ numbering and the face parts of the `celebahqedge` condition."""

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

CELEBAMASK_NAMES = (
    "background", "skin", "nose", "eye_g", "l_eye", "r_eye", "l_brow", "r_brow", "l_ear", "r_ear",
    "mouth", "u_lip", "l_lip", "hair", "hat", "ear_r", "neck_l", "neck", "cloth",
)  # fmt: skip
"""Class of each value of a merged CelebAMask-HQ label map (its face_parsing/README)."""

MERGED_NAMES = (
    "background", "skin", "hair", "l_brow", "r_brow", "l_eye", "r_eye", "l_ear", "r_ear", "nose",
    "u_lip", "mouth", "l_lip", "neck", "cloth", "hat", "eye_g", "ear_r", "neck_l",
)  # fmt: skip
"""Class of each channel of the 19-channel `celebahq` condition: the authors merged the masks in this order."""

EDGE_PARTS = (
    "skin", "l_brow", "r_brow", "l_eye", "r_eye", "l_ear", "r_ear", "nose", "u_lip", "mouth", "l_lip", "eye_g", "hair",
)  # fmt: skip
"""Parts of the `celebahqedge` condition in the order of its distance channels."""

COVERED_BY_SKIN = ("nose", "eye_g", "l_eye", "r_eye", "l_brow", "r_brow", "mouth", "u_lip", "l_lip")
"""Parts beneath which CelebAMask-HQ's own skin masks continue."""


def part_masks(labels: Bytes) -> dict[str, NDArray[np.bool_]]:
    """Mask [H, W] of every edge part from a merged CelebAMask-HQ map [H, W]; the skin is the whole face."""
    identifier = {name: index for index, name in enumerate(CELEBAMASK_NAMES)}
    masks = {name: labels == identifier[name] for name in EDGE_PARTS}
    for name in COVERED_BY_SKIN:
        masks["skin"] = masks["skin"] | masks[name]
    return masks
