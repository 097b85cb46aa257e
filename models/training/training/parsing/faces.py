"""Face photos at 256² with label maps: CelebAMask-HQ's own labels, or pseudo-labels written by a parser."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

SIZE = 256
VALIDATION_EVERY = 20
"""Files whose sorted index is a multiple of this are kept aside (shared/data/README.md)."""

LABELLED = "celebamask"


@dataclass(frozen=True)
class FaceSet:
    """Photos and label maps in memory; of one size, which is 256² for faces."""

    names: list[str]
    photos: Tensor
    """uint8 (N, 3, H, W), RGB"""
    labels: Tensor
    """uint8 (N, H, W), classes or UNKNOWN"""

    def __len__(self) -> int:
        return len(self.names)


def photo_files(folder: Path, split: str) -> list[Path]:
    """Pictures of a set in sorted order: those for 'validation', or the others for 'training'."""
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in {".jpg", ".jpeg", ".png"})
    kept = set(files[::VALIDATION_EVERY])
    return [path for path in files if (path in kept) == (split == "validation")]


def read_photo(path: Path) -> Tensor:
    """uint8 (3, 256, 256); larger pictures are area-averaged."""
    photo: Image.Image = Image.open(path).convert("RGB")
    if photo.size != (SIZE, SIZE):
        photo = photo.resize((SIZE, SIZE), Image.Resampling.BOX)
    return torch.from_numpy(np.asarray(photo, np.uint8).copy()).permute(2, 0, 1)


def read_labels(path: Path) -> Tensor:
    """uint8 (256, 256)."""
    labels: Image.Image = Image.open(path)
    if labels.mode == "RGB":  # some tools write the number three times
        labels = labels.getchannel(0)
    if labels.size != (SIZE, SIZE):
        labels = labels.resize((SIZE, SIZE), Image.Resampling.NEAREST)
    return torch.from_numpy(np.asarray(labels, np.uint8).copy())


def labelled_faces(data: Path, split: str) -> FaceSet:
    """CelebAMask photos with the labels people drew."""
    return face_set(photo_files(data / LABELLED / "images", split), data / LABELLED / "labels")


def pseudo_labelled_faces(data: Path, pseudo: Path, name: str) -> FaceSet:
    """Training photos of another set for which `pseudo` holds label maps."""
    labels = pseudo / name
    files = [path for path in photo_files(data / name / "images", "training") if (labels / f"{path.stem}.png").exists()]
    return face_set(files, labels)


def face_set(files: list[Path], labels: Path) -> FaceSet:
    """Reads photos and, by their stems, label maps."""
    return FaceSet(
        [path.stem for path in files],
        torch.stack([read_photo(path) for path in files]),
        torch.stack([read_labels(labels / f"{path.stem}.png") for path in files]),
    )


def joined(sets: list[FaceSet]) -> FaceSet:
    """Several sets as one."""
    return FaceSet(
        [name for one in sets for name in one.names],
        torch.cat([one.photos for one in sets]),
        torch.cat([one.labels for one in sets]),
    )
