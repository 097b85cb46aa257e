"""The 15 channels of the `celebahqedge` condition, with Canny from scikit-image and distances from OpenCV."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from skimage import feature

from training.conditions_reference.distance_channel import distance_channel
from training.conditions_reference.face_parts import EDGE_PARTS, Bytes, part_masks

Mask = NDArray[np.bool_]


def outline(mask: Mask) -> Mask:
    """Pixels whose value differs from that of a 4-neighbour."""
    padded = np.pad(mask, 1, mode="edge")
    centre = padded[1:-1, 1:-1]
    neighbours = (padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:])
    return np.any([neighbour != centre for neighbour in neighbours], axis=0)


def grey(photo: Bytes) -> Bytes:
    """Luma [H, W] of an RGB photo [H, W, 3] as Pillow computes it."""
    return np.asarray(Image.fromarray(photo).convert("L"))


def canny(image: Bytes) -> Mask:
    """Canny edges of a grey image [H, W] with scikit-image's defaults (sigma 1)."""
    return feature.canny(image)


def edge_channels(labels: Bytes, photo: Bytes) -> Bytes:
    """Levels [15, H, W] (0..255, the condition is level / 255) from CelebAMask-HQ ids and an RGB photo of that size."""
    masks = part_masks(labels)
    outlines = [outline(masks[name]) for name in EDGE_PARTS]
    part_edges = np.any(outlines, axis=0)
    inside = np.any([masks[name] for name in EDGE_PARTS if name != "hair"], axis=0) & ~masks["hair"]
    all_edges = part_edges | (canny(grey(photo)) & ~inside)
    distances = [distance_channel(edges) for edges in outlines]
    return np.stack([all_edges * np.uint8(255), *distances, part_edges * np.uint8(255)])
