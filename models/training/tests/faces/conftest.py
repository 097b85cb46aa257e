import numpy as np
import pytest

from training.data.photos import PhotoSet
from training.faces.portraits import FacePhotos


def drawn_labels(size: int, shift: int) -> np.ndarray:
    """A head with hair, two eyes and a mouth; the person's left eye is on the right and a little larger."""
    rows, columns = np.mgrid[0:size, 0:size] * (64 / size)
    labels = np.zeros((size, size), np.uint8)
    labels[(rows - 34) ** 2 + (columns - 32 - shift) ** 2 < 24**2] = 13
    labels[(rows - 38) ** 2 + (columns - 32 - shift) ** 2 < 19**2] = 1
    labels[np.abs(rows - 33) + np.abs(columns - 41 - shift) < 5] = 4
    labels[np.abs(rows - 33) + np.abs(columns - 24 - shift) < 3.5] = 5
    labels[(np.abs(rows - 48) < 3) & (np.abs(columns - 32 - shift) < 7)] = 11
    return labels


@pytest.fixture(scope="session")
def four_faces() -> FacePhotos:
    """Four drawn faces, 64×64, each with its own colours and grain."""
    random = np.random.default_rng(5)
    pixels, labels, canny = [], [], []
    for index in range(4):
        label = drawn_labels(64, index - 2)
        palette = random.integers(40, 220, size=(19, 3))
        pixels.append(np.clip(palette[label] + random.normal(0, 12, (64, 64, 3)), 0, 255).astype(np.uint8).reshape(-1))
        labels.append(label.reshape(-1))
        canny.append(random.random((64, 64)) < 0.05)
    sizes, starts = np.full((4, 2), 64, np.int32), np.arange(4, dtype=np.int64) * 64 * 64
    photos = PhotoSet(["a", "b", "c", "d"], sizes, starts, np.concatenate(pixels), np.concatenate(labels))
    return FacePhotos(photos, np.stack(canny))
