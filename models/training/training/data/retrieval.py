"""Exemplar retrieval by layout: photos whose label maps resemble each other, overall and place by place."""

import numpy as np
from numpy.typing import NDArray

from training.data.photos import PhotoSet

GRID = 4


def layout_signature(labels: NDArray[np.uint8], classes: int) -> NDArray[np.float32]:
    """Class shares of the whole map and of a 4×4 grid of its cells, one vector (sums to 2)."""
    height, width = labels.shape
    rows = np.minimum(np.arange(height) * GRID // height, GRID - 1)
    columns = np.minimum(np.arange(width) * GRID // width, GRID - 1)
    cell = rows[:, None] * GRID + columns[None, :]
    counts = np.bincount((cell * classes + labels).ravel(), minlength=GRID * GRID * classes)
    local = counts.astype(np.float32) / labels.size
    overall = local.reshape(GRID * GRID, classes).sum(0)
    return np.concatenate([overall, local]).astype(np.float32)


def signatures(photos: PhotoSet, classes: int) -> NDArray[np.float32]:
    """`layout_signature` of every photo of a set, N×D."""
    return np.stack([layout_signature(photos.label_map(i), classes) for i in range(len(photos))])


def nearest_layouts(
    queries: NDArray[np.float32], library: NDArray[np.float32], count: int, skip_self: bool
) -> NDArray[np.int64]:
    """For each query the `count` library entries of least L1 distance, nearest first."""
    found = []
    for index, query in enumerate(queries):
        distance = np.abs(library - query).sum(1)
        if skip_self:
            distance[index] = np.inf
        found.append(np.argsort(distance, kind="stable")[:count])
    return np.stack(found)
