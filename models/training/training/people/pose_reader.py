"""Reads the pose of a person in a picture with the app's annotator, as electron/people does: twice, then nearer.

MediaPipe's pose landmark graph: a turned square around the person, 33 points, moved to the middle of their heat maps.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.people.body import Joints, joints_of_33

SIDE = 256
POINTS, ALL_POINTS, VALUES = 33, 39, 5
CENTRE, REACH = 33, 34
"""the first helping points: the middle of the hips, and a point as far from it as the person reaches"""
MARGIN = 1.25
HEAT_SIDE = 64
AROUND = 3
"""heat-map cells on either side of a point that are looked at"""
LEAST_CONFIDENCE = 0.5
LEAST_CERTAINTY = 0.5
"""probability of a person in the crop, below which there is none"""


@dataclass(frozen=True)
class Region:
    """A square in a picture, in pixels."""

    centre: tuple[float, float]
    extent: float
    angle: float
    """of its x axis, radians"""

    def to_picture(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """Places N×2 in shares of the square's side to pixels of the picture."""
        cosine, sine = math.cos(self.angle), math.sin(self.angle)
        moved = (places - 0.5) * self.extent
        turned = np.stack([moved[:, 0] * cosine - moved[:, 1] * sine, moved[:, 0] * sine + moved[:, 1] * cosine], 1)
        return np.asarray(turned + self.centre)


def sigmoid(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """1 / (1 + e^−x)."""
    return np.asarray(1.0 / (1.0 + np.exp(-values.astype(np.float64))))


def refined(places: NDArray[np.float64], heat: NDArray[np.float32]) -> NDArray[np.float64]:
    """Points N×2 (shares of the side) at the centre of mass of their heat maps [64, 64, N] (logits) nearby."""
    found = places.copy()
    confidence = sigmoid(heat)
    for index, (x, y) in enumerate(places[: heat.shape[2]] * HEAT_SIDE):
        column, row = int(x), int(y)
        if not (0 <= column < HEAT_SIDE and 0 <= row < HEAT_SIDE):
            continue
        rows = np.arange(max(0, row - AROUND), min(HEAT_SIDE, row + AROUND + 1))
        columns = np.arange(max(0, column - AROUND), min(HEAT_SIDE, column + AROUND + 1))
        near = confidence[np.ix_(rows, columns)][:, :, index]
        if near.max() >= LEAST_CONFIDENCE:
            found[index] = (near.sum(0) @ columns, near.sum(1) @ rows) / near.sum() / HEAT_SIDE
    return found


class PoseReader:
    """The annotator body-pose."""

    def __init__(self, folder: Path) -> None:
        manifest = json.loads((folder / "manifest.json").read_text())
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(folder / manifest["graph"]["file"]), options)
        self.outputs = [output["name"] for output in manifest["graph"]["outputs"]]

    def look(self, picture: Tensor, region: Region) -> tuple[NDArray[np.float64], float, Region]:
        """33 points (x, y in pixels, visibility), how sure it is of a person, and where to look again."""
        height, width = picture.shape[2:]
        line = (np.arange(SIDE) + 0.5) / SIDE
        places = region.to_picture(np.stack(np.meshgrid(line, line), -1).reshape(-1, 2))
        grid = torch.from_numpy(places / (width, height) * 2 - 1).float().reshape(1, SIDE, SIDE, 2)
        # Beyond the picture it is black, which is 0 only after the shift.
        crop = functional.grid_sample((picture + 1) / 2, grid, mode="bilinear", align_corners=False)
        feed = crop.permute(0, 2, 3, 1).clamp(0, 1).contiguous().numpy()
        values, certainty, _, heat, *_ = self.session.run(self.outputs, {self.session.get_inputs()[0].name: feed})
        rows = values.reshape(ALL_POINTS, VALUES)
        pixels = region.to_picture(refined(rows[:, :2].astype(np.float64) / SIDE, heat[0]))
        visible = np.minimum(sigmoid(rows[:POINTS, 3]), sigmoid(rows[:POINTS, 4]))
        across, up = pixels[REACH] - pixels[CENTRE]
        centre = (float(pixels[CENTRE, 0]), float(pixels[CENTRE, 1]))
        again = Region(centre, 2 * MARGIN * math.hypot(across, up), math.atan2(up, across) + math.pi / 2)
        return np.concatenate([pixels[:POINTS], visible[:, None]], 1), float(certainty.reshape(-1)[0]), again

    def read(self, picture: Tensor) -> Joints | None:
        """The 18 joints of the person who fills a picture 1×3×H×W (−1..1); None where there is nobody."""
        height, width = picture.shape[2:]
        whole = Region((width / 2, height / 2), float(max(height, width)) * 1.1, 0.0)
        _, _, region = self.look(picture, whole)
        points, certainty, _ = self.look(picture, region)
        return joints_of_33(points) if certainty >= LEAST_CERTAINTY else None
