"""The landscape photographs with their label maps, decoded once into a cache of one file per scale."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.data.classes import channel_table, landscape_classes

VALIDATION_EVERY = 20
"""Files whose sorted index is a multiple of this are kept aside (shared/data/README.md)."""


@dataclass(frozen=True)
class PhotoSet:
    """Pictures of one short side, flattened into one buffer because their long sides differ."""

    names: list[str]
    sizes: NDArray[np.int32]
    """N×2: height, width"""
    starts: NDArray[np.int64]
    pixels: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    """channel numbers, one per pixel"""

    def __len__(self) -> int:
        return len(self.names)

    def photo(self, index: int) -> NDArray[np.uint8]:
        """Pixels of one photo, H×W×3."""
        height, width = self.sizes[index]
        start = self.starts[index]
        return self.pixels[start * 3 : (start + height * width) * 3].reshape(height, width, 3)

    def label_map(self, index: int) -> NDArray[np.uint8]:
        """Channel numbers of one photo, H×W."""
        height, width = self.sizes[index]
        start = self.starts[index]
        return self.labels[start : start + height * width].reshape(height, width)


def split_names(data: Path) -> tuple[list[str], list[str]]:
    """Training and validation names, by the fixed rule."""
    names = sorted(path.stem for path in (data / "landscapes" / "images").glob("*.jpg"))
    validation = names[::VALIDATION_EVERY]
    kept = set(validation)
    return [name for name in names if name not in kept], validation


def decode(data: Path, names: list[str], short_side: int) -> PhotoSet:
    """Reads and scales; pictures are area-averaged, labels take the nearest pixel."""
    table = channel_table(landscape_classes())
    sizes, pixels, labels = [], [], []
    for name in names:
        photo: Image.Image = Image.open(data / "landscapes" / "images" / f"{name}.jpg").convert("RGB")
        label: Image.Image = Image.open(data / "landscapes" / "labels" / f"{name}.png")
        scale = short_side / min(photo.size)
        width, height = (max(short_side, round(side * scale)) for side in photo.size)
        if (width, height) != photo.size:
            photo = photo.resize((width, height), Image.Resampling.BOX)
        label = label.resize((width, height), Image.Resampling.NEAREST)
        sizes.append((height, width))
        pixels.append(np.asarray(photo, np.uint8).reshape(-1))
        labels.append(table[np.asarray(label, np.uint8)].reshape(-1))
    areas = np.array([h * w for h, w in sizes], np.int64)
    starts = np.concatenate([[0], np.cumsum(areas)[:-1]])
    return PhotoSet(names, np.array(sizes, np.int32), starts, np.concatenate(pixels), np.concatenate(labels))


def cached_photos(data: Path, cache: Path, split: str, short_side: int) -> PhotoSet:
    """`decode` through a memory-mapped cache folder, so that a restarted run begins at once."""
    folder = cache / f"{split}-{short_side}"
    training, validation = split_names(data)
    names = training if split == "training" else validation
    if not (folder / "labels.npy").exists():
        folder.mkdir(parents=True, exist_ok=True)
        photos = decode(data, names, short_side)
        np.save(folder / "sizes.npy", photos.sizes)
        np.save(folder / "starts.npy", photos.starts)
        np.save(folder / "pixels.npy", photos.pixels)
        np.save(folder / "labels.npy", photos.labels)
    load = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in ("pixels", "labels")}
    sizes, starts = np.load(folder / "sizes.npy"), np.load(folder / "starts.npy")
    return PhotoSet(names, sizes, starts, load["pixels"], load["labels"])
