"""How well a picture keeps the pose that was asked for, as the app's own annotator sees it."""

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from training.people.body import Joints
from training.people.photographs import HEIGHT
from training.people.pose_reader import PoseReader

NEAR = 0.05
"""of the body's height: as near as a joint should be"""
LEAST_HEIGHT = 0.5
"""of the picture: a body with hidden legs is taken to be at least this high"""


def body_height(joints: Joints) -> float:
    """From the highest to the lowest joint, in pixels."""
    return max(float(np.nanmax(joints[:, 1]) - np.nanmin(joints[:, 1])), LEAST_HEIGHT * HEIGHT)


class PoseAgreement:
    """Adds up joints over pictures."""

    def __init__(self, reader: PoseReader) -> None:
        self.reader = reader
        self.asked = 0
        self.found = 0
        self.near = 0
        self.errors: list[float] = []

    def visible(self, photo: Tensor, joints: Joints) -> NDArray[np.bool_]:
        """Which joints (18×2) of a pose are seen in its own photo 1×3×HEIGHT×WIDTH; no picture is asked for others."""
        seen = self.reader.read(photo)
        known = np.asarray(~np.isnan(joints).any(1))
        return known if seen is None else np.logical_and(known, ~np.isnan(seen).any(1))

    def add(self, picture: Tensor, wanted: Joints, asked: NDArray[np.bool_]) -> None:
        """A picture 1×3×HEIGHT×WIDTH (−1..1), the joints (18×2, pixels) of its pose and those that it should show."""
        self.asked += int(asked.sum())
        seen = self.reader.read(picture)
        if seen is None:
            return
        apart = np.linalg.norm(seen - wanted, axis=1)[asked & ~np.isnan(seen).any(1)] / body_height(wanted)
        self.found += len(apart)
        self.near += int((apart <= NEAR).sum())
        self.errors += apart.tolist()

    def values(self) -> dict[str, float]:
        """Shares of the joints asked for that are near and found at all; mean error of those found, in percent."""
        return {
            "joints_near": self.near / max(self.asked, 1),
            "joints_found": self.found / max(self.asked, 1),
            "joint_error": 100 * float(np.mean(self.errors)) if self.errors else float("nan"),
        }
