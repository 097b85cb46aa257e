from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from training.faces.alignment import cut_face
from training.faces.eye_measure import EyeMeasure
from training.faces.landmarks import FaceLandmarks
from training.faces.mesh_warp import mesh_warp
from training.parsing.evaluate import annotator_parser

ROOT = Path(__file__).parents[4]
ANNOTATORS = ROOT / "models" / "annotators"
PORTRAIT = ROOT / "assets" / "exemplars" / "faces" / "teal-shirt.jpg"


@pytest.fixture(scope="module")
def landmarks() -> FaceLandmarks:
    return FaceLandmarks(ANNOTATORS)


@pytest.fixture(scope="module")
def face(landmarks: FaceLandmarks) -> Tensor:
    """A committed portrait, cut around what the mesh finds in it."""
    photo = Image.open(PORTRAIT).convert("RGB")
    side = min(photo.size)
    photo = photo.crop((0, 0, side, side)).resize((512, 512), Image.Resampling.BOX)
    points = landmarks.mesh(torch.from_numpy(np.asarray(photo).copy()).permute(2, 0, 1)[None].float() / 127.5 - 1)
    low, high = points.min(0), points.max(0)
    (left, top), reach = (low + high) / 2, (high - low).max() * 0.8
    corners = np.array([[-1, -1], [-1, 1], [1, 1], [1, -1]]) * reach + [left, top]
    cut = np.asarray(cut_face(photo, corners, 256)).copy()
    return torch.from_numpy(cut).permute(2, 0, 1)[None].float() / 127.5 - 1


def test_a_mesh_finds_the_face_and_moves_with_it(landmarks: FaceLandmarks, face: Tensor) -> None:
    """A crop that is put back wrongly would leave the points of the moved picture elsewhere."""
    points = landmarks.mesh(face)
    moved = landmarks.mesh(torch.roll(face, (6, -9), (2, 3)))
    assert np.abs(np.median(moved - points, 0) - [-9, 6]).max() < 1.5
    right, left = landmarks.eyes(face)
    assert min(right.openness, left.openness) > 0.15
    assert 0.2 < right.look < left.look < 0.8


def test_a_mirrored_face_looks_the_other_way(landmarks: FaceLandmarks, face: Tensor) -> None:
    right, left = landmarks.eyes(face)
    mirrored_right, mirrored_left = landmarks.eyes(face.flip(3))
    assert abs(mirrored_right.look - (1 - left.look)) < 0.08
    assert abs(mirrored_left.look - (1 - right.look)) < 0.08


def test_eyes_that_are_missing_or_squint_are_counted_as_wrong(landmarks: FaceLandmarks, face: Tensor) -> None:
    parser = annotator_parser(ANNOTATORS / "face-parts")
    labels = parser(face).argmax(1)
    measure = EyeMeasure(parser, landmarks)
    measure.add(face, labels, face)
    assert measure.values() == {"eyes_right": 1.0, "eyes_counted": 1.0}
    points = landmarks.mesh(face)
    x, y = (int(value) for value in points[[33, 133]].mean(0))
    skin = face[:, :, y + 30 : y + 31, x : x + 1]
    without = face.clone()
    without[:, :, y - 14 : y + 14, x - 22 : x + 22] = skin
    measure.add(without, labels, face)
    assert measure.values() == {"eyes_right": 0.5, "eyes_counted": 2.0}
    closed = labels.clone()
    closed[labels == 4] = 1
    measure.add(face, closed, face)
    assert measure.counted == 2  # a layout whose own photo lacks an eye says nothing


def test_a_mesh_warp_puts_every_triangle_where_it_is_wanted() -> None:
    """Points that lie still leave the picture as it is; a moved point takes its surroundings along."""
    rows, columns = torch.meshgrid(torch.arange(64.0), torch.arange(64.0), indexing="ij")
    picture = torch.stack([rows, columns, rows + columns])[None] / 64 - 1
    points = np.array([[20.0, 20.0], [44.0, 20.0], [32.0, 44.0], [32.0, 28.0]])
    assert torch.allclose(mesh_warp(picture, points, points), picture, atol=1e-3)
    wanted = points.copy()
    wanted[3] += [5, 3]
    bent = mesh_warp(picture, points, wanted)
    assert bent[0, 0, 31, 37] == pytest.approx(float(picture[0, 0, 28, 32]), abs=0.02)
    assert bent[0, 1, 31, 37] == pytest.approx(float(picture[0, 1, 28, 32]), abs=0.02)
    assert torch.allclose(bent[0, :, 2, 2], picture[0, :, 2, 2], atol=0.01)
