"""One-hot conditions: ADE20K indices as they stand, and the merged face parsing with its separate eyeglasses."""

import numpy as np

from training.conditions_reference.face_parts import CELEBAMASK_NAMES, MERGED_NAMES, Bytes


def one_hot(indices: Bytes, channels: int) -> Bytes:
    """Planes [channels, H, W] of 0 and 1 from channel numbers [H, W]."""
    return (np.arange(channels)[:, None, None] == indices[None]).astype(np.uint8)


def merged_face_indices(labels: Bytes) -> Bytes:
    """Channel numbers of the `celebahq` condition from CelebAMask-HQ ids [H, W]."""
    table = np.array([MERGED_NAMES.index(name) for name in CELEBAMASK_NAMES], dtype=np.uint8)
    return table[labels]


def face_mask_channels(indices: Bytes, eyeglasses: Bytes) -> Bytes:
    """The 19 channels of the `celebahq` condition; eyeglasses [H, W] (non-zero = glass) go into channel −3."""
    planes = one_hot(indices, len(MERGED_NAMES))
    if planes[-3].any():
        raise ValueError("the parsing map already holds eyeglasses")
    planes[-3] = eyeglasses != 0
    return planes
