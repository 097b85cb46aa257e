"""Measures a face run: python -m training.faces.evaluate --checkpoint RUN/latest.pt --parser ANNOTATOR --data DATA.

Rows: the layout's own photo, the exemplar, its face bent by a mesh, the warp alone, the network by parts, by edges of a
photo and by a drawing; runs of training.faces.variants by parts (--compare); and pictures that the app painted of the
same cases (--write-cases, --pictures). Columns: parts and outlines as the
shipped parser sees them in the pictures, eyes (eye_measure.py), FID and SWD against training photos, and grids at
periods of 2, 4 and 8 pixels as a ratio to the exemplars' own (training/evaluation/spectrum.py).
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.evaluation.frechet import frechet_distance
from training.evaluation.googlenet import GoogLeNet
from training.evaluation.measure import enlarged, pooled_features, real_pictures
from training.evaluation.sliced_wasserstein import sliced_wasserstein
from training.evaluation.spectrum import compare_spectra
from training.evaluation.table import markdown_rows
from training.faces.agreement import LayoutAgreement
from training.faces.eye_measure import EyeMeasure
from training.faces.face_rows import (
    FaceCase,
    FaceRow,
    build_cases,
    compared_rows,
    painted_rows,
    reference_rows,
    rows_of,
)
from training.faces.face_settings import read_face_settings
from training.faces.face_translator import FaceTranslator
from training.faces.landmarks import FaceLandmarks
from training.faces.painted_elsewhere import write_cases
from training.faces.portraits import cached_faces
from training.parsing.evaluate import any_parser
from training.parsing.measure import Parser
from training.variants import add_comparison, compared_networks, network_of

NATIVE = 256


@dataclass(frozen=True)
class FaceInstruments:
    """The frozen networks of the metrics and the photos that FID and SWD compare with."""

    parser: Parser
    landmarks: FaceLandmarks
    googlenet: GoogLeNet
    real: Tensor
    real_features: NDArray[np.float64]


@torch.no_grad()
def measure_row(row: FaceRow, cases: list[FaceCase], tools: FaceInstruments) -> dict[str, float]:
    """All columns of one row."""
    agreement, eyes = LayoutAgreement(tools.parser), EyeMeasure(tools.parser, tools.landmarks)
    pictures = []
    for case in cases:
        pictures.append(row(case).float().clamp(-1, 1))
        shown, photo = (enlarged(picture, NATIVE, NATIVE) for picture in (pictures[-1], case.photo))
        labels = functional.interpolate(case.labels[None].float(), size=(NATIVE, NATIVE))[0].long()
        agreement.add(shown, labels)
        eyes.add(shown, labels, photo)
    made = torch.cat(pictures)
    return {
        "fid": frechet_distance(tools.real_features, pooled_features(tools.googlenet, made)),
        "swd": sliced_wasserstein(tools.real, made),
        **agreement.values(),
        **eyes.values(),
        **compare_spectra(made, torch.cat([case.exemplar for case in cases])),
    }


def main() -> None:
    """Parses the options, measures every row and prints it."""
    options_parser = argparse.ArgumentParser(description=__doc__)
    options_parser.add_argument("--config", type=Path, default=Path("configs/faces/faces.toml"))
    options_parser.add_argument("--checkpoint", type=Path, help="ours; without, only --compare and what needs no run")
    add_comparison(options_parser)
    options_parser.add_argument("--parser", type=Path, required=True, help="folder of the shipped face parser")
    options_parser.add_argument("--annotators", type=Path, default=Path("../annotators"))
    options_parser.add_argument("--data", type=Path, required=True)
    options_parser.add_argument("--cache", type=Path, default=Path("runs/cache"))
    options_parser.add_argument("--write-cases", type=Path, help="only write the cases, for the app to paint")
    options_parser.add_argument(
        "--pictures", metavar="NAME=FOLDER", action="append", default=[], help="what it painted of them"
    )
    options_parser.add_argument("--size", type=int, default=NATIVE, help="side of the pictures that the runs paint")
    options_parser.add_argument("--every", type=int, default=1, help="use every n-th validation face")
    options_parser.add_argument("--out", type=Path, default=Path("runs/faces-evaluation"))
    options_parser.add_argument("--threads", type=int, default=1)
    options = options_parser.parse_args()
    torch.set_num_threads(options.threads)
    ours = read_face_settings(options.config).model
    parser = any_parser(options.parser)
    library = cached_faces(options.data, options.cache, "training", options.size, parser)
    layouts = cached_faces(options.data, options.cache, "validation", options.size, parser)
    cases = build_cases(layouts, library, ours.classes, options.every)
    if options.write_cases is not None:
        write_cases(cases, options.write_cases)
        return
    googlenet = GoogLeNet(options.data.parent / "weights" / "perceptual" / "googlenet_bvlc_fp16.pt")
    real = real_pictures(library.photos, options.size)
    landmarks = FaceLandmarks(options.annotators)
    tools = FaceInstruments(parser, landmarks, googlenet, real, pooled_features(googlenet, real))
    rows = reference_rows(landmarks) | compared_rows(compared_networks(FaceTranslator, options.compare, ours))
    if options.checkpoint is not None:
        rows |= rows_of(network_of(FaceTranslator, options.checkpoint, ours))
    folders = dict(each.split("=", 1) for each in options.pictures)
    rows |= painted_rows({name: Path(folder) for name, folder in folders.items()}, cases)
    table: dict[str, dict[str, float]] = {}
    options.out.mkdir(parents=True, exist_ok=True)
    for name, row in rows.items():
        table[name] = measure_row(row, cases, tools)
        print(f"{name} ({len(cases)} faces)", {key: round(value, 3) for key, value in table[name].items()}, flush=True)
        (options.out / "metrics.json").write_text(json.dumps(table, indent=2) + "\n")
        (options.out / "metrics.md").write_text(markdown_rows(table))


if __name__ == "__main__":
    main()
