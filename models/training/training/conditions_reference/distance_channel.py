"""Distance maps as the official loaders store them."""

import cv2
import numpy as np
from numpy.typing import NDArray

from training.conditions_reference.face_parts import Bytes


def distance_channel(seeds: NDArray[np.bool_]) -> Bytes:
    """A third of the L1 distance to the nearest seed, whole levels clipped to 0..255; 255 throughout without a seed."""
    background = np.where(seeds, 0, 255).astype(np.uint8)
    distance = cv2.distanceTransform(background, cv2.DIST_L1, 3)
    return np.clip(distance / 3, 0, 255).astype(np.uint8)
