"""The 20 channels of a pose, drawn by the reference with which the app's are tested (conditions_reference)."""

import cv2
import numpy as np
import torch
from torch import Tensor

from training.conditions_reference.pose_channels import LIMBS, pose_channels
from training.people.body import Joints

CHANNELS = 3 + len(LIMBS)
"""the drawn skeleton in red, green and blue, and the distance to each limb"""

# A run with one thread must not start more.
cv2.setNumThreads(1)


def skeleton_channels(joints: Joints, height: int, width: int) -> Tensor:
    """CHANNELS×height×width in 0..1 of 18×2 joints in pixels."""
    return skeleton_levels(joints, height, width).float() / 255.0


def skeleton_levels(joints: Joints, height: int, width: int) -> Tensor:
    """The same as whole levels 0..255, uint8."""
    points = [None if np.isnan(point).any() else (float(point[0]), float(point[1])) for point in joints]
    return torch.from_numpy(pose_channels(points, height, width))
