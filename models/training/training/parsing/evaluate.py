"""Measures a face parser: python -m training.parsing.evaluate --parser ../annotators/face-parts --data DATA.

Prints IoU per class on the validation faces and by group; `--out` writes the same as Markdown and JSON.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor

from training.parsing.classes import CLASS_COUNT, FACE_PARTS
from training.parsing.faces import FaceSet, face_set, labelled_faces
from training.parsing.groups import validation_groups
from training.parsing.measure import Parser, confusion, intersection_over_union, parsed
from training.parsing.network import load_parser

SHOWN = ("skin", "hair", "nose", "left eye", "right eye", "left brow", "right brow", "upper lip", "lower lip", "mouth")
"""Classes of the table of groups; the rare ones are in too few faces of a group to mean anything."""


def any_parser(source: Path) -> Parser:
    """An annotator's folder, or the checkpoint of a run."""
    return annotator_parser(source) if source.is_dir() else load_parser(source)


def annotator_parser(folder: Path) -> Parser:
    """A shipped annotator, run as the app runs it."""
    manifest = json.loads((folder / "manifest.json").read_text())
    session = onnxruntime.InferenceSession(folder / manifest["graph"]["file"], providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name

    def run(photos: Tensor) -> Tensor:
        pictures = photos.permute(0, 2, 3, 1).contiguous().numpy().astype(np.float32)
        logits = [session.run(None, {name: picture[None]})[0] for picture in pictures]
        return torch.from_numpy(np.concatenate(logits)).permute(0, 3, 1, 2)

    return run


@torch.no_grad()
def overlaps(parser: Parser, faces: FaceSet) -> Tensor:
    """(19,) IoU over all pixels of the faces."""
    counts = torch.zeros(CLASS_COUNT, CLASS_COUNT, dtype=torch.int64)
    for start in range(0, len(faces), 8):
        logits = parsed(parser, faces.photos[start : start + 8])
        counts += confusion(logits.argmax(1), faces.labels[start : start + 8])
    return intersection_over_union(counts)


def class_table(values: Tensor, faces: FaceSet) -> str:
    """Markdown: IoU of each class and in how many faces it is."""
    rows = ["| part | IoU | faces |", "|---|---|---|"]
    for label, name in enumerate(FACE_PARTS):
        present = int((faces.labels == label).flatten(1).any(1).sum())
        rows.append(f"| {name} | {float(values[label]):.3f} | {present} |")
    rows.append(f"| **mean** | {float(values.nanmean()):.3f} | {len(faces)} |")
    return "\n".join(rows)


def group_table(results: dict[str, Tensor], groups: dict[str, FaceSet]) -> str:
    """Markdown: a row per group; the mean is over the classes that are in the group or were found there."""
    rows = [f"| group | faces | {' | '.join(SHOWN)} | mean |", "|---|---|" + "---|" * (len(SHOWN) + 1)]
    for name, values in results.items():
        cells = [f"{float(values[FACE_PARTS.index(part)]):.2f}" for part in SHOWN]
        rows.append(f"| {name} | {len(groups[name])} | {' | '.join(cells)} | {float(values.nanmean()):.3f} |")
    return "\n".join(rows)


def make_up_faces(data: Path) -> FaceSet:
    """The labelled faces of `makeup/`, which no training run reads: another photographer, another hand."""
    folders = [data / "makeup" / kind for kind in ("makeup", "non_makeup")]
    sets = [face_set(sorted((folder / "images").iterdir()), folder / "labels") for folder in folders]
    return FaceSet(
        [name for one in sets for name in one.names],
        torch.cat([one.photos for one in sets]),
        torch.cat([one.labels for one in sets]),
    )


def main() -> None:
    """Parses the options, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parser", type=Path, required=True, help="folder of an annotator, or latest.pt of a run")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path, help="folder for metrics.md and metrics.json")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    network = any_parser(options.parser)
    groups = validation_groups(labelled_faces(options.data, "validation"))
    groups["make-up set"] = make_up_faces(options.data)
    results = {name: overlaps(network, faces) for name, faces in groups.items()}
    text = f"{class_table(results['all'], groups['all'])}\n\n{group_table(results, groups)}\n"
    print(text)
    if options.out is not None:
        options.out.mkdir(parents=True, exist_ok=True)
        numbers = {name: dict(zip(FACE_PARTS, values.tolist(), strict=True)) for name, values in results.items()}
        (options.out / "metrics.md").write_text(text)
        (options.out / "metrics.json").write_text(json.dumps(numbers, indent=2) + "\n")


if __name__ == "__main__":
    main()
