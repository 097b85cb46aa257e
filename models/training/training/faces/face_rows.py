"""The rows of the faces' table: what is compared, each as a function of a layout and an exemplar."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.data.batches import to_tensors
from training.data.retrieval import nearest_layouts, signatures
from training.evaluation.painted_elsewhere import read_picture
from training.faces.face_translator import FaceTranslator
from training.faces.landmarks import FaceLandmarks
from training.faces.mesh_warp import mesh_warp
from training.faces.outlines import Hand, edges_of
from training.faces.portraits import FacePhotos

PHOTO, DRAWING = Hand(drawn_share=0.0), Hand(drawn_share=1.0)


@dataclass(frozen=True)
class FaceCase:
    """A layout in its three forms, its photo and an exemplar; batch of one."""

    labels: Tensor
    photo: Tensor
    edges: Tensor
    drawing: Tensor
    exemplar: Tensor
    exemplar_labels: Tensor


FaceRow = Callable[[FaceCase], Tensor]


def build_cases(layouts: FacePhotos, library: FacePhotos, classes: int, every: int) -> list[FaceCase]:
    """Every n-th validation face with the training face of the third nearest layout as exemplar."""
    nearest = nearest_layouts(
        signatures(layouts.photos, classes), signatures(library.photos, classes), 3, skip_self=False
    )
    random = np.random.default_rng(9)
    cases = []
    for index in range(0, len(layouts.photos), every):
        parts, canny = layouts.photos.label_map(index), layouts.canny[index]
        other = int(nearest[index, 2])
        photo, labels = to_tensors([(layouts.photos.photo(index), parts)])
        exemplar, exemplar_labels = to_tensors([(library.photos.photo(other), library.photos.label_map(other))])
        edges, drawing = (torch.from_numpy(edges_of(parts, canny, hand, random))[None] for hand in (PHOTO, DRAWING))
        cases.append(FaceCase(labels, photo, edges, drawing, exemplar, exemplar_labels))
    return cases


def reference_rows(landmarks: FaceLandmarks) -> dict[str, FaceRow]:
    """What needs no network of ours."""

    def bent(case: FaceCase) -> Tensor:
        return mesh_warp(case.exemplar, landmarks.mesh(case.exemplar), landmarks.mesh(case.photo))

    return {"own photo": lambda case: case.photo, "exemplar": lambda case: case.exemplar, "mesh warp": bent}


def painted_rows(folders: Mapping[str, Path], cases: list[FaceCase]) -> dict[str, FaceRow]:
    """Rows of pictures that the app painted, by name."""

    def picture_in(folder: Path, case: FaceCase) -> Tensor:
        return read_picture(folder, next(number for number, each in enumerate(cases) if each is case))

    return {name: partial(picture_in, folder) for name, folder in folders.items()}


def rows_of(model: FaceTranslator) -> dict[str, FaceRow]:
    """The rows of the network itself by name."""

    def warp(case: FaceCase) -> Tensor:
        match = model(case.labels, case.exemplar, case.exemplar_labels).match
        assert match is not None
        crisp: Tensor = match.warp
        return crisp

    def by_edges(edges: Tensor, case: FaceCase) -> Tensor:
        return model.from_layout(model.read_edges(edges), case.exemplar, case.exemplar_labels).picture

    return {
        "warp only": warp,
        "ours, parts": lambda case: model(case.labels, case.exemplar, case.exemplar_labels).picture,
        "ours, edges": lambda case: by_edges(case.edges, case),
        "ours, drawn edges": lambda case: by_edges(case.drawing, case),
    }


def compared_rows(networks: dict[str, FaceTranslator]) -> dict[str, FaceRow]:
    """Rows of other runs' networks, painted by parts."""

    def by_parts(model: FaceTranslator, case: FaceCase) -> Tensor:
        picture: Tensor = model(case.labels, case.exemplar, case.exemplar_labels).picture
        return picture

    return {name: partial(by_parts, network) for name, network in networks.items()}
