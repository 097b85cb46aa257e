"""The people photos in one size with their joints and, for half of them, garments, decoded once into a cache."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.data.photos import VALIDATION_EVERY
from training.people.body import JOINT_COUNT, Joints, joints_of_33
from training.people.garments import UNKNOWN, group_table

HEIGHT, WIDTH = 256, 192
"""of the pack's pictures; the photos, 176 wide, get mirrored edges"""
BLACK = 16
"""level below which a column that is dark from top to bottom is no part of the photo"""


@dataclass(frozen=True)
class PeoplePhotos:
    """Photos of one person each."""

    names: list[str]
    pixels: NDArray[np.uint8]
    """N×HEIGHT×WIDTH×3"""
    joints: Joints
    """N×18×2"""
    garments: NDArray[np.uint8]
    """N×HEIGHT×WIDTH garment groups; 0 throughout where a photo has no labels"""

    def __len__(self) -> int:
        return len(self.names)


def split_people(data: Path, split: str) -> list[str]:
    """Names of the training or validation photos, by the fixed rule; only those with a pose."""
    poses = json.loads((data / "people" / "pose.json").read_text())
    names = sorted(path.stem for path in (data / "people" / "images").glob("*.jpg"))
    kept_aside = set(names[::VALIDATION_EVERY])
    return [name for name in names if (name in kept_aside) == (split == "validation") and name in poses]


def own_columns(photo: NDArray[np.uint8]) -> slice:
    """The columns of a photo H×W×3 that show something: narrow photos of the set have black bars beside them."""
    shown = np.flatnonzero(np.percentile(photo.max(2), 90, axis=0) > BLACK)
    inside = slice(int(shown[0]), int(shown[-1]) + 1) if len(shown) else slice(0, photo.shape[1])
    # Where a bar meets the photo, the compression mixed them.
    return slice(inside.start + 2 * (inside.start > 0), inside.stop - 2 * (inside.stop < photo.shape[1]))


def widened(picture: NDArray[np.uint8], columns: slice) -> tuple[NDArray[np.uint8], int]:
    """These columns of a picture H×W×… with mirrored edges up to WIDTH, and how far right everything is now."""
    own = picture[:, columns]
    missing = WIDTH - own.shape[1]
    before = missing // 2
    margins = [(0, 0), (before, missing - before)] + [(0, 0)] * (picture.ndim - 2)
    return np.pad(own, margins, mode="symmetric"), before - columns.start


def fitted(path: Path, resampling: Image.Resampling) -> Image.Image:
    """A photo or label map HEIGHT high and at most WIDTH wide."""
    picture: Image.Image = Image.open(path)
    scale = min(HEIGHT / picture.height, WIDTH / picture.width)
    size = (round(picture.width * scale), HEIGHT)
    return picture if picture.size == size else picture.resize(size, resampling)


def decode_people(data: Path, names: list[str]) -> PeoplePhotos:
    """Reads photos, poses and labels."""
    folder = data / "people"
    poses = json.loads((folder / "pose.json").read_text())
    table = group_table()
    pixels = np.zeros((len(names), HEIGHT, WIDTH, 3), np.uint8)
    garments = np.full((len(names), HEIGHT, WIDTH), UNKNOWN, np.uint8)
    joints = np.zeros((len(names), JOINT_COUNT, 2), np.float32)
    for index, name in enumerate(names):
        photo = fitted(folder / "images" / f"{name}.jpg", Image.Resampling.BOX).convert("RGB")
        columns = own_columns(np.asarray(photo))
        pixels[index], moved = widened(np.asarray(photo), columns)
        joints[index] = joints_of_33(np.array(poses[name]["kp"])) + np.array([moved, 0], np.float32)
        label_file = folder / "labels" / f"{name}.png"
        if label_file.exists():
            labels = np.asarray(fitted(label_file, Image.Resampling.NEAREST))
            garments[index], _ = widened(table[labels], columns)
    return PeoplePhotos(names, pixels, joints, garments)


def cached_people(data: Path, cache: Path, split: str) -> PeoplePhotos:
    """`decode_people` through a memory-mapped cache folder, so that a restarted run begins at once."""
    folder = cache / f"people-{split}-{HEIGHT}"
    names = split_people(data, split)
    if not (folder / "garments.npy").exists():
        folder.mkdir(parents=True, exist_ok=True)
        people = decode_people(data, names)
        np.save(folder / "pixels.npy", people.pixels)
        np.save(folder / "joints.npy", people.joints)
        # Written last: its presence says that the cache is complete.
        np.save(folder / "garments.npy", people.garments)
    pixels, garments = (np.load(folder / f"{kind}.npy", mmap_mode="r") for kind in ("pixels", "garments"))
    return PeoplePhotos(names, pixels, np.load(folder / "joints.npy"), garments)
