"""The cases with which TypeScript's condition preprocessors are tested."""

import hashlib
from collections.abc import Callable

import numpy as np
from PIL import Image

from training.conditions_reference.edge_channels import canny, edge_channels, grey
from training.conditions_reference.face_parts import CELEBAMASK_NAMES, Bytes
from training.conditions_reference.fixture_file import FixtureCase
from training.conditions_reference.label_channels import face_mask_channels, merged_face_indices, one_hot
from training.conditions_reference.pose_channels import pose_channels, scale_joints
from training.conditions_reference.standard_normal import standard_normal
from training.conditions_reference.synthetic_inputs import (
    random_joints,
    random_parsing,
    schematic_face,
    synthetic_photo,
)

SIZES = ((64, 64), (96, 96), (64, 96), (128, 128), (72, 64))
LARGE = (256, 256)
ADE_CHANNELS = 151


def size_of(seed: int) -> tuple[int, int]:
    """Height and width of a seeded case; every tenth has the size of the official networks."""
    return LARGE if seed % 10 == 0 else SIZES[seed % len(SIZES)]


def edge_cases() -> list[FixtureCase]:
    """Schematic faces and random parsing maps, each with a synthetic photo."""
    cases = []
    for seed in range(20):
        height, width = size_of(seed)
        draw = schematic_face if seed % 2 == 0 else random_parsing
        parts, photo = draw(seed, height, width), synthetic_photo(seed, height, width)
        arrays = {"parts": parts, "photo": photo, "levels": edge_channels(parts, photo)}
        cases.append(FixtureCase(f"seed {seed}, {draw.__name__}", {"seed": seed}, arrays))
    return cases


def canny_images() -> dict[str, Bytes]:
    """Grey images whose edges are hard to agree on: ties, diagonals, borders, noise, flat areas, extreme sizes."""
    rng = np.random.default_rng(7)
    y, x = np.mgrid[0:48, 0:56]
    return {
        "flat": np.full((20, 24), 128, dtype=np.uint8),
        "checkerboard": (((x // 4 + y // 4) % 2) * 255).astype(np.uint8),
        "step across": np.where(x < 28, 40, 200).astype(np.uint8),
        "step down": np.where(y < 20, 200, 40).astype(np.uint8),
        "diagonal": np.where(x > y, 220, 30).astype(np.uint8),
        "antidiagonal": np.where(x + y > 50, 220, 30).astype(np.uint8),
        "disc": np.where((x - 28) ** 2 + (y - 24) ** 2 < 200, 255, 0).astype(np.uint8),
        "weak ramp": np.clip(x * 4, 0, 255).astype(np.uint8),
        "noise": rng.integers(0, 256, size=(64, 80), dtype=np.uint8),
        "narrow": rng.integers(0, 256, size=(40, 3), dtype=np.uint8),
        "small": rng.integers(0, 256, size=(5, 7), dtype=np.uint8),
        "photo": grey(synthetic_photo(100, 256, 256)),
    }


def canny_cases() -> list[FixtureCase]:
    """Canny edges alone."""
    images = canny_images().items()
    return [FixtureCase(name, {}, {"image": image, "edges": canny(image).astype(np.uint8)}) for name, image in images]


def pose_cases() -> list[FixtureCase]:
    """Random poses drawn at their own size, and two that are first moved to another size."""
    cases = []
    for seed in range(24):
        height, width = size_of(seed)
        joints = random_joints(seed, height, width)
        arrays = {"levels": pose_channels(joints, height, width)}
        parameters = {"height": height, "width": width, "points": joints}
        cases.append(FixtureCase(f"seed {seed}", parameters, arrays))
    for seed, source in ((30, (750, 1101)), (31, (256, 176))):
        joints = random_joints(seed, *source)
        levels = pose_channels(scale_joints(joints, source, LARGE), *LARGE)
        parameters = {"height": source[0], "width": source[1], "points": joints}
        cases.append(FixtureCase(f"seed {seed}, moved to 256 × 256", parameters, {"levels": levels}))
    return cases


def label_cases() -> list[FixtureCase]:
    """ADE20K indices 0..150 as they stand."""
    indices = np.random.default_rng(3).integers(0, ADE_CHANNELS, size=(40, 48), dtype=np.uint8)
    return [FixtureCase("ade20k", {}, {"indices": indices, "levels": one_hot(indices, ADE_CHANNELS)})]


def face_mask_cases() -> list[FixtureCase]:
    """CelebAMask-HQ maps in the authors' channel order, with eyeglasses laid over what they cover."""
    cases = []
    for seed in range(6):
        height, width = SIZES[seed % len(SIZES)]
        labels = schematic_face(3 * seed + 1, height, width)
        eyeglasses = (schematic_face(3 * seed, height, width) == CELEBAMASK_NAMES.index("eye_g")) * np.uint8(255)
        levels = face_mask_channels(merged_face_indices(labels), eyeglasses)
        cases.append(FixtureCase(f"seed {seed}", {}, {"labels": labels, "eyeglasses": eyeglasses, "levels": levels}))
    return cases


def noise_cases() -> list[FixtureCase]:
    """The first values and the digest of the whole noise of the ADE20k checkpoint."""
    cases = []
    for seed in (0, 1, 42, 2**31, 2**32 - 1):
        noise = standard_normal(ADE_CHANNELS * 64 * 64, seed)
        digest = hashlib.sha256(noise.astype("<f4").tobytes()).hexdigest()
        cases.append(FixtureCase(f"seed {seed}", {"seed": seed, "sha256": digest}, {"start": noise[:512]}))
    return cases


def resampling_cases() -> list[FixtureCase]:
    """Pillow's bilinear and nearest resizing at awkward ratios, enlarging and shrinking."""
    cases = []
    for seed, (source, target) in enumerate(
        [((17, 23), (64, 64)), ((100, 75), (64, 96)), ((90, 130), (32, 32)), ((64, 64), (64, 40)), ((7, 300), (33, 31))]
    ):
        photo = synthetic_photo(200 + seed, *source)
        size = (target[1], target[0])
        arrays = {
            "photo": photo,
            "bilinear": np.asarray(Image.fromarray(photo).resize(size, Image.Resampling.BILINEAR)),
            "grey": grey(photo),
            "nearest": np.asarray(Image.fromarray(grey(photo)).resize(size, Image.Resampling.NEAREST)),
        }
        cases.append(FixtureCase(f"{source} to {target}", {}, arrays))
    return cases


FIXTURES: dict[str, Callable[[], list[FixtureCase]]] = {
    "canny": canny_cases,
    "edges": edge_cases,
    "face-masks": face_mask_cases,
    "labels": label_cases,
    "noise": noise_cases,
    "pose": pose_cases,
    "resampling": resampling_cases,
}
"""What makes the cases of each fixture."""
