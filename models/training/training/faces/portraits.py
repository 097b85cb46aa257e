"""The four sets of faces at one size with parts by the shipped parser and Canny edges, computed once into a cache.

Parts are the parser's everywhere, for CelebAMask too: in the app, what a user starts from is parsed by it.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from training.data.photos import PhotoSet
from training.faces.alignment import cut_face, face_square
from training.faces.canny import canny_edges
from training.parsing.faces import SIZE, photo_files
from training.parsing.measure import Parser, parsed
from training.precision import fast_precision

SETS = ("portraits", "celebamask", "faces_synthetic", "faces_cc0")
UNALIGNED = "faces_cc0"
SMALLEST_FACE = 160.0
"""side, in pixels of the photo, below which a face would be mostly invented by enlarging"""


@dataclass(frozen=True)
class FacePhotos:
    """Aligned faces of one size with their parts, and their Canny edges."""

    photos: PhotoSet
    canny: NDArray[np.bool_]
    """N×size×size"""


def read_faces(data: Path, name: str, split: str) -> tuple[list[str], list[Image.Image]]:
    """Names and aligned pictures of 256² of one set."""
    files = photo_files(data / name / "images", split)
    if name != UNALIGNED:
        pictures = [Image.open(path).convert("RGB").resize((SIZE, SIZE), Image.Resampling.BOX) for path in files]
        return [f"{name}/{path.stem}" for path in files], pictures
    with np.load(data / name / "mesh468.npz") as mesh:
        points = dict(zip(mesh["names"].tolist(), mesh["points"].astype(np.float64) / 10, strict=True))
    names, pictures = [], []
    for path in files:
        found = points.get(path.name, points.get(path.stem))
        if found is None:
            continue
        corners, side = face_square(found)
        if side >= SMALLEST_FACE:
            names.append(f"{name}/{path.stem}")
            pictures.append(cut_face(Image.open(path), corners, SIZE))
    return names, pictures


@torch.no_grad()
def parse_all(parser: Parser, pictures: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Parts N×256×256 of pictures N×256×256×3."""
    labels = []
    for start in range(0, len(pictures), 8):
        photos = torch.from_numpy(pictures[start : start + 8]).permute(0, 3, 1, 2)
        with fast_precision():
            labels.append(parsed(parser, photos).argmax(1).to(torch.uint8).numpy())
    return np.concatenate(labels)


def write_cache(data: Path, folder: Path, split: str, parser: Parser, size: int) -> None:
    """Reads, aligns, parses at 256², scales to `size` and finds edges there."""
    names: list[str] = []
    pictures: list[Image.Image] = []
    for name in SETS:
        found, faces = read_faces(data, name, split)
        names += found
        pictures += faces
    labels = parse_all(parser, np.stack([np.asarray(picture) for picture in pictures]))
    step = SIZE // size
    scaled = np.stack([np.asarray(picture.resize((size, size), Image.Resampling.BOX)) for picture in pictures])
    canny = np.stack([canny_edges(np.asarray(Image.fromarray(photo).convert("L"))) for photo in scaled])
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "names.npy", np.array(names))
    np.save(folder / "pixels.npy", scaled.reshape(-1))
    np.save(folder / "canny.npy", canny)
    # Written last: its presence says that the cache is complete.
    np.save(folder / "labels.npy", np.ascontiguousarray(labels[:, step // 2 :: step, step // 2 :: step]).reshape(-1))


def cached_faces(data: Path, cache: Path, split: str, size: int, parser: Parser) -> FacePhotos:
    """Faces of a split at `size`, from the cache folder if it holds them."""
    folder = cache / f"faces-{split}-{size}"
    if not (folder / "labels.npy").exists():
        write_cache(data, folder, split, parser, size)
    names = np.load(folder / "names.npy").tolist()
    count = len(names)
    pixels, labels = (np.load(folder / f"{kind}.npy", mmap_mode="r") for kind in ("pixels", "labels"))
    photos = PhotoSet(
        names, np.full((count, 2), size, np.int32), np.arange(count, dtype=np.int64) * size * size, pixels, labels
    )
    return FacePhotos(photos, np.load(folder / "canny.npy"))
