"""Groups of validation faces measured separately: turned, with glasses, hats or beards, of dark and light skin."""

import json
import math
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from training.parsing.classes import FACE_PARTS
from training.parsing.faces import FaceSet

BEARDED = Path(__file__).with_name("bearded-validation.json")
"""Names of the validation photos with a beard, moustache or stubble, picked by eye: no class says so."""

WORN_FROM = 100
"""pixels of glasses or hat from which a face counts as wearing them"""

DARK_BELOW, LIGHT_FROM = 10.0, 41.0
"""Individual typology angle in degrees: brown and dark below, light and very light from (Del Bino et al. 2006)."""

TURNS = (-30.0, 30.0)


def turned(faces: FaceSet, degrees: float) -> FaceSet:
    """Photos and labels turned about their centre, edges mirrored."""
    angle = math.radians(degrees)
    matrix = torch.tensor([[math.cos(angle), -math.sin(angle), 0.0], [math.sin(angle), math.cos(angle), 0.0]])
    count, _, height, width = faces.photos.shape
    grid = F.affine_grid(matrix.expand(count, 2, 3), [count, 3, height, width], align_corners=False)
    photos = F.grid_sample(faces.photos.float(), grid, padding_mode="reflection", align_corners=False)
    labels = F.grid_sample(
        faces.labels[:, None].float(), grid, mode="nearest", padding_mode="reflection", align_corners=False
    )
    return FaceSet(faces.names, photos.round().to(torch.uint8), labels[:, 0].round().to(torch.uint8))


def lab_of_median(pixels: Tensor) -> tuple[float, float]:
    """CIE L* and b* (D65) of the median colour of uint8 sRGB pixels (3, N)."""
    encoded = pixels.double().median(1).values.numpy() / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    matrix: NDArray[np.float64] = np.array([[0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
    y, z = matrix @ linear / np.array([1.0, 1.08883])
    f = [value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116 for value in (y, z)]
    return 116 * f[0] - 16, 200 * (f[0] - f[1])


def typology_angle(photo: Tensor, labels: Tensor) -> float:
    """Individual typology angle of a face's skin in degrees; the light of the photo is in it, so groups are rough."""
    lightness, yellow = lab_of_median(photo[:, labels == FACE_PARTS.index("skin")])
    return math.degrees(math.atan2(lightness - 50, yellow))


def chosen(faces: FaceSet, keep: list[bool]) -> FaceSet:
    """The faces where `keep` is true."""
    mask = torch.tensor(keep)
    names = [name for name, kept in zip(faces.names, keep, strict=True) if kept]
    return FaceSet(names, faces.photos[mask], faces.labels[mask])


def validation_groups(faces: FaceSet) -> dict[str, FaceSet]:
    """The groups by name; those without a face are left out."""
    worn = {part: FACE_PARTS.index(part) for part in ("eyeglasses", "hat")}
    bearded = set(json.loads(BEARDED.read_text()))
    angles = [typology_angle(photo, labels) for photo, labels in zip(faces.photos, faces.labels, strict=True)]
    groups = {"all": faces}
    groups |= {f"turned {degrees:+.0f}°": turned(faces, degrees) for degrees in TURNS}
    for part, label in worn.items():
        groups[part] = chosen(faces, [bool((labels == label).sum() >= WORN_FROM) for labels in faces.labels])
    groups["beard"] = chosen(faces, [name in bearded for name in faces.names])
    groups["dark skin"] = chosen(faces, [angle < DARK_BELOW for angle in angles])
    groups["light skin"] = chosen(faces, [angle >= LIGHT_FROM for angle in angles])
    return {name: group for name, group in groups.items() if len(group)}
