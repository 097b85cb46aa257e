"""468 points of a face and its irises, by the networks that the app ships (electron/faces does the same)."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.faces.alignment import Points

MESH_SIDE, EYE_SIDE = 192, 64
ROOM = 1.5
"""A mesh is read in a square this much larger than the face (MediaPipe's graphs)."""
EYE_ROOM = 2.3
RIGHT_OPENING, LEFT_OPENING = (33, 159, 133, 145), (263, 386, 362, 374)
"""FaceMesh points of the person's right and left eye: outer corner, upper lid, inner corner, lower lid."""
OPENING_IN_CONTOUR = (0, 12, 8, 4)
"""The same places among the iris network's contour points (electron/faces/iris/read-eyes.ts)."""


@dataclass(frozen=True)
class Eye:
    """One eye as its network sees it, in widths of the eye."""

    openness: float
    """between the lids' middles"""
    look: float
    """where the iris is from the eye's corner on the left of the picture (0) to that on the right (1)"""


def cut_square(picture: Tensor, centre: NDArray[np.float64], side: float, angle: float, size: int) -> Tensor:
    """A turned square of a picture 1×3×H×W; beyond the picture its edge goes on. 1×3×size×size."""
    height, width = picture.shape[2:]
    line = (torch.arange(size, dtype=torch.float32) + 0.5) / size - 0.5
    down, right = torch.meshgrid(line * side, line * side, indexing="ij")
    cosine, sine = float(np.cos(angle)), float(np.sin(angle))
    x = float(centre[0]) + cosine * right - sine * down
    y = float(centre[1]) + sine * right + cosine * down
    grid = torch.stack([2 * x / width - 1, 2 * y / height - 1], -1)[None]
    return functional.grid_sample(picture, grid, mode="bilinear", padding_mode="border", align_corners=False)


def placed(found: Points, centre: NDArray[np.float64], side: float, angle: float, size: int) -> Points:
    """Points of a cut square back in the picture."""
    right, down = ((found / size - 0.5) * side).T
    cosine, sine = np.cos(angle), np.sin(angle)
    turned = np.stack([cosine * right - sine * down, sine * right + cosine * down], 1)
    moved: Points = turned + centre
    return moved


class FaceLandmarks:
    """Reads aligned faces, 1×3×H×W in −1..1; points are in pixels."""

    def __init__(self, annotators: Path) -> None:
        self.mesh_network, self.iris_network = (self.session(annotators / name) for name in ("face-mesh", "face-iris"))

    @staticmethod
    def session(folder: Path) -> onnxruntime.InferenceSession:
        """The graph of an annotator's folder."""
        file = json.loads((folder / "manifest.json").read_text())["graph"]["file"]
        return onnxruntime.InferenceSession(folder / file, providers=["CPUExecutionProvider"])

    @staticmethod
    def answers(session: onnxruntime.InferenceSession, square: Tensor) -> list[NDArray[np.float64]]:
        """What a network says of a square picture, each answer as rows of three numbers where it is points."""
        pixels = ((square + 1) / 2).permute(0, 2, 3, 1).contiguous().numpy().astype(np.float32)
        return [answer.reshape(-1).astype(np.float64) for answer in session.run(None, {"input": pixels})]

    def mesh(self, picture: Tensor) -> Points:
        """468×2; read once in the whole picture, and again in a square around what was found."""
        height, width = picture.shape[2:]
        centre, side = np.array([width / 2, height / 2]), float(max(height, width))
        points = np.zeros((0, 2))
        for _ in range(2):
            answer = self.answers(self.mesh_network, cut_square(picture, centre, side, 0.0, MESH_SIDE))[0]
            points = placed(answer.reshape(-1, 3)[:, :2], centre, side, 0.0, MESH_SIDE)
            low, high = points.min(0), points.max(0)
            centre, side = (low + high) / 2, float((high - low).max()) * ROOM
        return points

    def eyes(self, picture: Tensor) -> tuple[Eye, Eye]:
        """The person's right and left eye."""
        points = self.mesh(picture)
        return self.eye(picture, points, RIGHT_OPENING, mirrored=True), self.eye(
            picture, points, LEFT_OPENING, mirrored=False
        )

    def eye(self, picture: Tensor, points: Points, opening: tuple[int, ...], *, mirrored: bool) -> Eye:
        """The network knows left eyes; a right one is shown to it mirrored."""
        outer, inner = points[opening[0]], points[opening[2]]
        along = (outer - inner) * (-1 if mirrored else 1)
        angle = float(np.arctan2(along[1], along[0]))
        square = cut_square(picture, (outer + inner) / 2, float(np.hypot(*along)) * EYE_ROOM, angle, EYE_SIDE)
        contour, iris = self.answers(self.iris_network, square.flip(3) if mirrored else square)
        outside, upper, inside, lower = contour.reshape(-1, 3)[list(OPENING_IN_CONTOUR), :2]
        width = float(np.hypot(*(outside - inside)))
        share = float((iris[:2] - inside) @ (outside - inside)) / width**2
        return Eye(float(np.hypot(*(upper - lower))) / width, 1 - share if mirrored else share)
