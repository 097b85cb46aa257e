"""Batches of faces: layout (parts and edges), its photo, and an exemplar: the photo bent, or another face."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.data.batches import Batch, jitter_colours
from training.data.distortion import distort_labels, distort_pictures
from training.faces.outlines import Hand, edges_of
from training.faces.portraits import FacePhotos
from training.faces.thin_plate import face_grid
from training.parsing.classes import mirror_labels


@dataclass(frozen=True)
class FaceBatch(Batch):
    """`labels` are parts, 0..18; `edges` is what is painted instead where the condition is edges."""

    edges: Tensor | None
    """B×16×H×W, 0..1, of the same photos; None when the batch is painted by parts"""


class FaceBatchMaker:
    """Draws batches of one condition each; its state is two seeded generators."""

    def __init__(
        self, faces: FacePhotos, neighbours: NDArray[np.int64], seed: int, edge_share: float, edges_first: int = 0
    ) -> None:
        """The first `edges_first` samples all have edges, of the others `edge_share`."""
        self.faces = faces
        self.neighbours = neighbours
        self.edge_share = edge_share
        self.edges_first = edges_first
        self.hand = Hand()
        self.random = np.random.default_rng(seed)
        self.generator = torch.Generator().manual_seed(seed)

    def photo(self, index: int, *, mirrored: bool) -> tuple[Tensor, Tensor, NDArray[np.bool_]]:
        """Picture 3×H×W in −1..1, parts H×W uint8 and Canny edges."""
        photos = self.faces.photos
        picture = torch.from_numpy(photos.photo(index).copy()).permute(2, 0, 1).float() / 127.5 - 1.0
        labels, canny = torch.from_numpy(photos.label_map(index).copy()), self.faces.canny[index]
        if mirrored:
            return picture.flip(2), mirror_labels(labels), canny[:, ::-1]
        return picture, labels, canny

    def draw(
        self,
        count: int,
        size: int,
        pseudo_share: float,
        stranger_share: float = 0.0,
        hidden_share: float = 0.0,  # noqa: ARG002 — faces lack nothing
        lit_share: float = 0.0,  # noqa: ARG002
    ) -> FaceBatch:
        """`count` faces of size²; about `pseudo_share` of the exemplars are the photo itself, bent."""
        chosen = self.random.integers(len(self.faces.photos), size=count)
        sides = self.random.random(count) < 0.5
        drawn = [self.photo(int(i), mirrored=bool(side)) for i, side in zip(chosen, sides, strict=True)]
        others = [
            self.photo(self.other(int(i), stranger_share), mirrored=bool(side))
            for i, side in zip(chosen, sides, strict=True)
        ]
        photo, labels = torch.stack([one[0] for one in drawn]), torch.stack([one[1] for one in drawn])
        other, other_labels = torch.stack([one[0] for one in others]), torch.stack([one[1] for one in others])
        edges = None
        self.edges_first -= count
        if self.random.random() < self.edge_share or self.edges_first >= 0:
            maps = [edges_of(one[1].numpy(), one[2], self.hand, self.random) for one in drawn]
            edges = torch.from_numpy(np.stack(maps))
        pseudo = torch.from_numpy(self.random.random(count) < pseudo_share)
        photo, other = jitter_colours(photo, self.generator), jitter_colours(other, self.generator)
        grid, mirrored = face_grid(count, size, self.generator)
        own_labels = torch.where(mirrored[:, None, None], mirror_labels(labels).flip(-1), labels)
        moved = distort_labels(own_labels, grid).to(torch.uint8)
        exemplar = torch.where(pseudo[:, None, None, None], distort_pictures(photo, grid), other)
        exemplar_labels = torch.where(pseudo[:, None, None], moved, other_labels)
        coarse = functional.avg_pool2d(grid.permute(0, 3, 1, 2), 8).permute(0, 2, 3, 1)
        # Where a mirrored exemplar's cell came from is the other side's place: the other eye is not this eye.
        known = pseudo & ~mirrored
        coarse[~known] = 2.0
        return FaceBatch(labels.long(), photo, exemplar, exemplar_labels.long(), coarse, pseudo.float(), edges)

    def other(self, index: int, stranger_share: float) -> int:
        """Another face with a similar layout, or any face."""
        if self.random.random() < stranger_share:
            return int(self.random.integers(len(self.faces.photos)))
        return int(self.neighbours[index, self.random.integers(self.neighbours.shape[1])])
