"""The 18 points of a body as the app has them (electron/contract/poses), from the 33 of the people photos."""

import numpy as np
from numpy.typing import NDArray

Joints = NDArray[np.float32]
"""…×18×2: x, y in pixels; NaN where a joint is missing"""

JOINTS = (
    "nose",
    "neck",
    "right shoulder",
    "right elbow",
    "right wrist",
    "left shoulder",
    "left elbow",
    "left wrist",
    "right hip",
    "right knee",
    "right ankle",
    "left hip",
    "left knee",
    "left ankle",
    "right eye",
    "left eye",
    "right ear",
    "left ear",
)
"""OpenPose's order; left and right are the person's own."""
JOINT_COUNT = len(JOINTS)
NECK, RIGHT_SHOULDER, LEFT_SHOULDER = (JOINTS.index(name) for name in ("neck", "right shoulder", "left shoulder"))

LEAST_VISIBILITY = 0.5
"""MediaPipe calls a point below it not visible; electron/contract/poses/reading does the same."""
FROM_33 = (0, -1, 12, 14, 16, 11, 13, 15, 24, 26, 28, 23, 25, 27, 5, 2, 8, 7)
"""Place of each joint among MediaPipe's 33 points (electron/contract/poses/body-orders.ts); the neck is none."""
MIRRORED = (0, 1, 5, 6, 7, 2, 3, 4, 11, 12, 13, 8, 9, 10, 15, 14, 17, 16)
"""The joint that each becomes in a mirror."""


def joints_of_33(points: NDArray[np.float64]) -> Joints:
    """18×2 of MediaPipe's 33×3 (x, y, visibility); the neck is the middle of the shoulders."""
    chosen = points[list(FROM_33)]
    joints = np.where(chosen[:, 2:] >= LEAST_VISIBILITY, chosen[:, :2], np.nan).astype(np.float32)
    joints[NECK] = (joints[RIGHT_SHOULDER] + joints[LEFT_SHOULDER]) / 2
    return joints


def mirror_joints(joints: Joints, width: float) -> Joints:
    """Joints (…×18×2) of a picture of this width, flipped left to right: sides swap."""
    flipped = joints[..., list(MIRRORED), :].copy()
    flipped[..., 0] = width - flipped[..., 0]
    return flipped
