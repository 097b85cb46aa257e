"""The 20 channels of the `deepfashion` condition, drawn by OpenCV."""

import math
from collections.abc import Sequence

import cv2
import numpy as np

from training.conditions_reference.distance_channel import distance_channel
from training.conditions_reference.face_parts import Bytes

Joint = tuple[float, float] | None

JOINT_RADIUS = 4
LIMB_HALF_WIDTH = 4

LIMBS = (
    (1, 2), (1, 5), (2, 3), (3, 4), (5, 6), (6, 7), (1, 8), (8, 9), (9, 10),
    (1, 11), (11, 12), (12, 13), (1, 0), (0, 14), (14, 16), (0, 15), (15, 17),
)  # fmt: skip
"""OpenPose's limbs in its order, joints counted from 0; its last two (shoulder to ear) are not drawn."""


def hue_colour(step: int) -> tuple[int, int, int]:
    """Colour number 0..17 of OpenPose's wheel, red first, 20 degrees apart, in whole levels of 85."""
    ramp = (255, 255, 255, 255, 170, 85, 0, 0, 0, 0, 0, 0, 0, 85, 170, 255, 255, 255)
    return ramp[step % 18], ramp[(step - 6) % 18], ramp[(step - 12) % 18]


def limb_polygon(start: tuple[float, float], end: tuple[float, float]) -> np.ndarray:
    """Vertices of the thin ellipse between two joints; centre, length and angle truncated to whole numbers."""
    across, down = start[0] - end[0], start[1] - end[1]
    centre = (int((start[0] + end[0]) / 2), int((start[1] + end[1]) / 2))
    half_length = int((down**2 + across**2) ** 0.5 / 2)
    angle = int(math.degrees(math.atan2(down, across)))
    return np.asarray(cv2.ellipse2Poly(centre, (half_length, LIMB_HALF_WIDTH), angle, 0, 360, 1))


def pose_channels(joints: Sequence[Joint], height: int, width: int) -> Bytes:
    """Levels [20, H, W] (0..255, the condition is level / 255) from 18 joints in pixels, `None` = missing."""
    canvas: Bytes = np.zeros((height, width, 3), dtype=np.uint8)
    for index, joint in enumerate(joints):
        if joint is not None:
            cv2.circle(canvas, (int(joint[0]), int(joint[1])), JOINT_RADIUS, hue_colour(index), thickness=-1)

    distances = []
    for index, (first, second) in enumerate(LIMBS):
        start, end = joints[first], joints[second]
        limb = np.zeros((height, width), dtype=np.uint8)
        if start is not None and end is not None:
            polygon = limb_polygon(start, end)
            cv2.fillConvexPoly(limb, polygon, 255)
            painted = canvas.copy()
            cv2.fillConvexPoly(painted, polygon, hue_colour(index))
            canvas = cv2.addWeighted(canvas, 0.4, painted, 0.6, 0).astype(np.uint8)
        distances.append(distance_channel(limb > 0))

    # OpenPose's colours are drawn as if the canvas were BGR, so as RGB they come out reversed.
    drawing = canvas[:, :, ::-1].transpose(2, 0, 1)
    return np.concatenate([drawing, np.stack(distances)])


def scale_joints(joints: Sequence[Joint], source: tuple[int, int], target: tuple[int, int]) -> list[Joint]:
    """Joints moved from a (height, width) picture to another, both axes stretched."""
    return [
        None if joint is None else (joint[0] * target[1] / source[1], joint[1] * target[0] / source[0])
        for joint in joints
    ]
