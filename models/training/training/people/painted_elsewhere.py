"""Cases for the app to paint: files for `cocanvas render`.

Case 7 is 007-pose.json, 007-exemplar.png and 007-exemplar-pose.json.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from torch import Tensor

from training.evaluation.painted_elsewhere import write_picture
from training.people.body import Joints
from training.people.photographs import HEIGHT, WIDTH


class PaintedCase(Protocol):
    """What the app needs of a case; pictures 1×3×H×W in −1..1, joints 18×2 in pixels of HEIGHT×WIDTH."""

    @property
    def joints(self) -> Joints:
        """The pose that is asked for."""

    @property
    def exemplar(self) -> Tensor:
        """Whose clothes are wanted."""

    @property
    def exemplar_joints(self) -> Joints:
        """The exemplar's own pose."""


def pose_file(joints: Joints) -> str:
    """18×2 joints (NaN where missing) as JSON of OpenPose."""
    numbers: list[float] = []
    for x, y in joints.tolist():
        numbers += [0.0, 0.0, 0.0] if np.isnan(x) else [x, y, 1.0]
    people = [{"pose_keypoints_2d": numbers}]
    return json.dumps({"canvas_width": WIDTH, "canvas_height": HEIGHT, "people": people})


def write_cases(cases: Sequence[PaintedCase], folder: Path) -> None:
    """The files of all cases."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate(cases):
        write_picture(case.exemplar, folder / f"{number:03d}-exemplar.png")
        (folder / f"{number:03d}-pose.json").write_text(pose_file(case.joints))
        (folder / f"{number:03d}-exemplar-pose.json").write_text(pose_file(case.exemplar_joints))
