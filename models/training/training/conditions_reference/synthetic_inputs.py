"""Inputs drawn by code: schematic faces, random parsing maps, photos of gradients and noise, random poses."""

import numpy as np

from training.conditions_reference.face_parts import CELEBAMASK_NAMES, Bytes
from training.conditions_reference.pose_channels import Joint

FACE_ELLIPSES = (
    ("hair", 0.50, 0.42, 0.36, 0.40),
    ("neck", 0.50, 0.90, 0.16, 0.18),
    ("cloth", 0.50, 1.08, 0.45, 0.20),
    ("l_ear", 0.22, 0.52, 0.05, 0.10),
    ("r_ear", 0.78, 0.52, 0.05, 0.10),
    ("skin", 0.50, 0.52, 0.27, 0.36),
    ("l_brow", 0.38, 0.40, 0.09, 0.02),
    ("r_brow", 0.62, 0.40, 0.09, 0.02),
    ("l_eye", 0.38, 0.47, 0.06, 0.03),
    ("r_eye", 0.62, 0.47, 0.06, 0.03),
    ("nose", 0.50, 0.57, 0.05, 0.10),
    ("u_lip", 0.50, 0.71, 0.11, 0.03),
    ("l_lip", 0.50, 0.75, 0.11, 0.035),
    ("mouth", 0.50, 0.73, 0.08, 0.012),
)
"""Name, centre x, y and half-axes of the parts of a schematic face, as fractions of the picture, back to front."""


def schematic_face(seed: int, height: int, width: int) -> Bytes:
    """CelebAMask-HQ ids [H, W] of a face of ellipses, moved a little by the seed; every third wears glasses."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    labels = np.zeros((height, width), dtype=np.uint8)
    parts = list(FACE_ELLIPSES)
    if seed % 3 == 0:
        parts += [("eye_g", 0.38, 0.47, 0.1, 0.06), ("eye_g", 0.62, 0.47, 0.1, 0.06)]
    for name, *ellipse in parts:
        cx, cy, rx, ry = np.array(ellipse) + rng.normal(0, 0.006, 4)
        inside = ((x / width - cx) / rx) ** 2 + ((y / height - cy) / ry) ** 2 <= 1
        labels[inside] = CELEBAMASK_NAMES.index(name)
    return labels


def random_parsing(seed: int, height: int, width: int) -> Bytes:
    """CelebAMask-HQ ids [H, W] in random cells, some ids absent, with single stray pixels."""
    rng = np.random.default_rng(seed)
    present = rng.choice(len(CELEBAMASK_NAMES), size=int(rng.integers(2, 14)), replace=False)
    sites = rng.integers(0, [height, width], size=(24, 2))
    y, x = np.mgrid[0:height, 0:width]
    nearest = np.argmin([(y - sy) ** 2 + (x - sx) ** 2 for sy, sx in sites], axis=0)
    labels = rng.choice(present, size=len(sites))[nearest].astype(np.uint8)
    strays = rng.integers(0, [height, width], size=(10, 2))
    labels[strays[:, 0], strays[:, 1]] = rng.choice(present, size=len(strays))
    return labels


def synthetic_photo(seed: int, height: int, width: int) -> Bytes:
    """An RGB picture [H, W, 3]: a gradient, stripes, bright discs and a little noise, in steps of 4 (small files)."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    photo = np.empty((height, width, 3))
    for channel in range(3):
        slope = rng.normal(0, 60, 2)
        frequency = rng.uniform(2, 9, 2)
        photo[..., channel] = 128 + slope[0] * (y / height - 0.5) + slope[1] * (x / width - 0.5)
        photo[..., channel] += 25 * np.sin(2 * np.pi * (frequency[0] * x / width + frequency[1] * y / height))
    for _ in range(8):
        cy, cx, radius = rng.uniform(0, height), rng.uniform(0, width), rng.uniform(2, width / 5)
        photo[(y - cy) ** 2 + (x - cx) ** 2 <= radius**2] += rng.normal(0, 50, 3)
    photo += rng.normal(0, 1.5, (height, width, 1))
    return np.clip(np.round(photo / 4) * 4, 0, 255).astype(np.uint8)


def random_joints(seed: int, height: int, width: int) -> list[Joint]:
    """18 joints, whole pixels for even seeds and fractional ones for odd, some missing, some outside the picture."""
    rng = np.random.default_rng(seed)
    positions = rng.uniform(-0.1, 1.1, size=(18, 2)) * [width, height]
    positions = np.floor(positions) if seed % 2 == 0 else np.round(positions, 3)
    missing = rng.random(18) < (0.0 if seed == 0 else 0.15)
    return [None if gone else (float(x), float(y)) for (x, y), gone in zip(positions, missing, strict=True)]
