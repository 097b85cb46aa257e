"""Pseudo exemplars: a person in another pose, by a thin plate that follows the limbs and keeps the picture's rim.

Bookstein, "Principal Warps", 1989. The plate goes from the exemplar to the photo: exemplar(p) = photo(plate(p)).
"""

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.people.body import JOINTS, Joints, mirror_joints

Points = NDArray[np.float64]

STEP = 8
"""pixels between the points at which the plate is computed; between them it is interpolated"""
APART = 5.0
"""Control points nearer to each other than this, in pixels, would fold the plate; the later one is left out."""
SMOOTHING = 1e-5
"""How little the plate may miss a control point, so that two which contradict each other do not tear it."""


@dataclass(frozen=True)
class Turn:
    """A joint that swings around its parent, and takes along what hangs on it."""

    joint: str
    parent: str
    degrees: float
    """most that it turns either way"""


TURNS = (
    Turn("nose", "neck", 10),
    Turn("right elbow", "right shoulder", 20),
    Turn("right wrist", "right elbow", 32),
    Turn("left elbow", "left shoulder", 20),
    Turn("left wrist", "left elbow", 32),
    Turn("right knee", "right hip", 10),
    Turn("right ankle", "right knee", 14),
    Turn("left knee", "left hip", 10),
    Turn("left ankle", "left knee", 14),
)
HANGING = {
    "nose": ("right eye", "left eye", "right ear", "left ear"),
    "right elbow": ("right wrist",),
    "left elbow": ("left wrist",),
    "right knee": ("right ankle",),
    "left knee": ("left ankle",),
}
"""What moves with a joint."""
LEAN = 6.0
"""degrees that the upper body leans either way at most"""
STRETCH = 0.08
"""by how much a limb may be longer or shorter"""
LEGS = tuple(JOINTS.index(f"{side} {name}") for side in ("right", "left") for name in ("hip", "knee", "ankle"))


def turned(points: Points, around: Points, degrees: float, scale: float = 1.0) -> Points:
    """Points (…×2) turned and scaled around a point."""
    angle = math.radians(degrees)
    rotation = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]) * scale
    return (points - around) @ rotation.T + around


def other_pose(joints: Joints, amount: float, random: np.random.Generator) -> Points:
    """The joints (18×2) of a body whose limbs were swung by up to `amount` (0..1) of their range."""
    moved = joints.astype(np.float64)
    upper = [index for index in range(len(JOINTS)) if index not in LEGS]
    hips = moved[[JOINTS.index("right hip"), JOINTS.index("left hip")]].mean(0)
    if not np.isnan(hips).any():
        moved[upper] = turned(moved[upper], hips, amount * LEAN * random.uniform(-1, 1))
    for turn in TURNS:
        parent = moved[JOINTS.index(turn.parent)]
        swung = [JOINTS.index(name) for name in (turn.joint, *HANGING.get(turn.joint, ()))]
        degrees = amount * turn.degrees * random.uniform(-1, 1)
        scale = 1 + amount * STRETCH * random.uniform(-1, 1)
        if not np.isnan(parent).any():
            moved[swung] = turned(moved[swung], parent, degrees, scale)
    return moved


def with_middles(joints: Points) -> Points:
    """The joints and the middles of the limbs, so that limbs stay straight."""
    pairs = [(JOINTS.index(turn.joint), JOINTS.index(turn.parent)) for turn in TURNS if turn.joint != "nose"]
    return np.concatenate([joints, np.stack([(joints[a] + joints[b]) / 2 for a, b in pairs])])


def rim_points(height: int, width: int) -> Points:
    """Sixteen points along the rim, which stay where they are."""
    along = np.linspace(0, 1, 5)
    corners = [(x, y) for x in along for y in along if x in (0, 1) or y in (0, 1)]
    return np.array(corners) * (width, height)


def kept_apart(first: Points, second: Points) -> NDArray[np.int64]:
    """Numbers of control points that are present and not too near to an earlier one, in both pictures."""
    kept: list[int] = []
    for index in range(len(first)):
        if np.isnan(first[index]).any() or np.isnan(second[index]).any():
            continue
        near = [
            min(np.hypot(*(first[index] - first[other])), np.hypot(*(second[index] - second[other]))) < APART
            for other in kept
        ]
        if not any(near):
            kept.append(index)
    return np.array(kept, np.int64)


def kernel(a: Points, b: Points) -> Points:
    """r² log r between points N×2 and M×2."""
    squared = ((a[:, None] - b[None]) ** 2).sum(-1)
    return np.asarray(0.5 * squared * np.log(np.maximum(squared, 1e-12)))


def plate(controls: Points, values: Points, places: Points) -> Points:
    """The thin plate through `values` (N×2) at `controls` (N×2), at `places` (M×2); all in picture heights."""

    def affine(points: Points) -> Points:
        return np.concatenate([np.ones((len(points), 1)), points], 1)

    count = len(controls)
    system = np.zeros((count + 3, count + 3))
    system[:count, :count] = kernel(controls, controls) + SMOOTHING * np.eye(count)
    system[:count, count:] = affine(controls)
    system[count:, :count] = affine(controls).T
    weights = np.linalg.solve(system, np.concatenate([values, np.zeros((3, 2))]))
    return np.asarray(np.concatenate([kernel(places, controls), affine(places)], 1) @ weights)


@dataclass(frozen=True)
class Placement:
    """How the whole picture of an exemplar is moved."""

    mirrored: bool
    zoom: float
    degrees: float
    shift: tuple[float, float]
    """pixels"""

    def apply(self, points: Points, height: int, width: int) -> Points:
        """Points of the photo where they are in the exemplar, but for the mirror."""
        middle = np.array([width / 2, height / 2])
        return turned(points, middle, self.degrees, self.zoom) + np.array(self.shift)


def random_placement(height: int, random: np.random.Generator, mirrored_share: float = 0.3) -> Placement:
    """Mirrored or not, a little larger or smaller, turned and shifted."""
    shift = random.uniform(-0.06, 0.06, 2) * height
    return Placement(
        bool(random.random() < mirrored_share),
        float(random.uniform(0.8, 1.12)),
        float(random.uniform(-5, 5)),
        (float(shift[0]), float(shift[1])),
    )


def bent_person(
    joints: Joints, height: int, width: int, placement: Placement, amount: float, random: np.random.Generator
) -> tuple[Tensor, Joints]:
    """Sampling grid height×width×2 (x, y in −1..1) of a pseudo exemplar, and the joints seen in it."""
    bent = other_pose(joints, amount, random)
    rim = rim_points(height, width)
    here = np.concatenate([rim, with_middles(joints.astype(np.float64))])
    there = np.concatenate([placement.apply(rim, height, width), placement.apply(with_middles(bent), height, width)])
    kept = kept_apart(here, there)
    rows, columns = (np.linspace(0.5, side - 0.5, side // STEP + 1) for side in (height, width))
    places = np.stack(np.meshgrid(columns, rows), -1).reshape(-1, 2)
    found = plate(there[kept] / height, here[kept] / height, places / height) * height
    coarse = torch.from_numpy(found / (width, height) * 2 - 1).float().reshape(1, len(rows), len(columns), 2)
    grid = functional.interpolate(
        coarse.permute(0, 3, 1, 2), size=(height, width), mode="bilinear", align_corners=True
    )[0].permute(1, 2, 0)
    seen = placement.apply(bent, height, width).astype(np.float32)
    if placement.mirrored:
        return grid.flip(1), mirror_joints(seen, width)
    return grid, seen
