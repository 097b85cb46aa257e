"""Measures a face run: python -m training.faces.evaluate --checkpoint RUN/latest.pt --parser ANNOTATOR --data DATA.

Rows: the layout's own photo, the exemplar, the warp alone, the network by parts, by edges of a photo and by a drawing.
Columns: parts and outlines as the shipped parser sees them in the pictures, FID and SWD against training photos.
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.data.batches import to_tensors
from training.data.retrieval import nearest_layouts, signatures
from training.evaluation.frechet import frechet_distance
from training.evaluation.googlenet import GoogLeNet
from training.evaluation.measure import pooled_features, real_pictures
from training.evaluation.sliced_wasserstein import sliced_wasserstein
from training.faces.agreement import LayoutAgreement
from training.faces.face_settings import read_face_settings
from training.faces.face_translator import FaceTranslator
from training.faces.outlines import Hand, edges_of
from training.faces.portraits import FacePhotos, cached_faces
from training.parsing.evaluate import any_parser

SIZE = 256
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


def rows_of(model: FaceTranslator) -> dict[str, FaceRow]:
    """The rows of the table by name."""

    def warp(case: FaceCase) -> Tensor:
        match = model(case.labels, case.exemplar, case.exemplar_labels).match
        assert match is not None
        crisp: Tensor = match.warp
        return crisp

    def by_edges(edges: Tensor, case: FaceCase) -> Tensor:
        return model.from_layout(model.read_edges(edges), case.exemplar, case.exemplar_labels).picture

    return {
        "own photo": lambda case: case.photo,
        "exemplar": lambda case: case.exemplar,
        "warp only": warp,
        "ours, parts": lambda case: model(case.labels, case.exemplar, case.exemplar_labels).picture,
        "ours, edges": lambda case: by_edges(case.edges, case),
        "ours, drawn edges": lambda case: by_edges(case.drawing, case),
    }


def main() -> None:
    """Parses the options, measures every row and prints it."""
    options_parser = argparse.ArgumentParser(description=__doc__)
    options_parser.add_argument("--config", type=Path, default=Path("configs/faces/faces.toml"))
    options_parser.add_argument("--checkpoint", type=Path, required=True)
    options_parser.add_argument("--parser", type=Path, required=True, help="folder of the shipped face parser")
    options_parser.add_argument("--data", type=Path, required=True)
    options_parser.add_argument("--cache", type=Path, default=Path("runs/cache"))
    options_parser.add_argument("--every", type=int, default=1, help="use every n-th validation face")
    options_parser.add_argument("--out", type=Path, default=Path("runs/faces-evaluation"))
    options_parser.add_argument("--threads", type=int, default=1)
    options = options_parser.parse_args()
    torch.set_num_threads(options.threads)
    model = FaceTranslator(read_face_settings(options.config).model)
    model.load_state_dict(torch.load(options.checkpoint, weights_only=True)["averaged"])
    model.eval()
    parser = any_parser(options.parser)
    library = cached_faces(options.data, options.cache, "training", SIZE, parser)
    layouts = cached_faces(options.data, options.cache, "validation", SIZE, parser)
    cases = build_cases(layouts, library, model.config.classes, options.every)
    googlenet = GoogLeNet(options.data.parent / "weights" / "perceptual" / "googlenet_bvlc_fp16.pt")
    real = real_pictures(library.photos, SIZE)
    real_features = pooled_features(googlenet, real)
    table: dict[str, dict[str, float]] = {}
    options.out.mkdir(parents=True, exist_ok=True)
    for name, row in rows_of(model).items():
        agreement, pictures = LayoutAgreement(parser), []
        with torch.no_grad():
            for case in cases:
                pictures.append(row(case).float().clamp(-1, 1))
                agreement.add(pictures[-1], case.labels)
        made = torch.cat(pictures)
        distances = {
            "fid": frechet_distance(real_features, pooled_features(googlenet, made)),
            "swd": sliced_wasserstein(real, made),
        }
        table[name] = {**distances, **agreement.values()}
        print(f"{name} ({len(cases)} faces)", {key: round(value, 3) for key, value in table[name].items()}, flush=True)
        (options.out / "metrics.json").write_text(json.dumps(table, indent=2) + "\n")


if __name__ == "__main__":
    main()
