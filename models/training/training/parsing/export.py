"""Writes the annotator: python -m training.parsing.export --checkpoint RUN/latest.pt --out ../annotators/face-parts.

The graph takes a photo as the app hands it over, NHWC float32 [1,256,256,3] in −1..1, and gives NHWC logits. With
--metrics (the folder that training.parsing.evaluate wrote) the card gets its tables.
"""

import argparse
import hashlib
import json
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx
import torch
from torch import Tensor, nn

from training.export.half_storage import store_as_half
from training.parsing.classes import FACE_PARTS, MIRRORED
from training.parsing.faces import SIZE
from training.parsing.network import FaceParser, load_parser

OPSET = 17
GRAPH = "face_parts.onnx"
CARD = Path(__file__).with_name("face-parts-card.md")
LICENCE = "Non-commercial research and education only"
NOTICE = (
    "Trained with labels of CelebAMask-HQ, whose terms allow non-commercial research and education only; the encoder "
    "began with the weights of models/annotators/ade20k31 (MLCommons mobile, Apache License 2.0)."
)


@dataclass(frozen=True)
class AnnotatorFacts:
    """What the manifest of a labelling annotator says beyond its graph."""

    name: str
    makes: str
    title: str
    file: str
    parts: tuple[str, ...]
    sides: tuple[int, int]
    """height and width of what it takes"""
    licence: str
    notice: str
    mirrored: tuple[int, ...] | None = None
    """what a mirror does to the classes, for annotators that look twice"""


FACES = AnnotatorFacts(
    "face-parts",
    "parts",
    "Face parser (19 parts of CelebAMask-HQ)",
    GRAPH,
    FACE_PARTS,
    (SIZE, SIZE),
    LICENCE,
    NOTICE,
    MIRRORED,
)


class AnnotatorGraph(nn.Module):
    """The parser between the app's memory orders: channels come last.

    One that knows what a mirror does to its classes looks twice, also at the mirrored photo, and gives the mean: a
    hundredth of mean IoU for twice the time.
    """

    def __init__(self, parser: FaceParser, mirrored: tuple[int, ...] | None) -> None:
        super().__init__()
        self.parser = parser
        self.mirrored = mirrored

    def forward(self, photo: Tensor) -> Tensor:
        """[1,H,W,3] to [1,H,W,classes]."""
        x = photo.permute(0, 3, 1, 2)
        if self.mirrored is None:
            logits: Tensor = self.parser(x)
        else:
            straight, flipped = self.parser(torch.cat([x, x.flip(-1)])).chunk(2)
            logits = (straight + flipped.flip(-1)[:, list(self.mirrored)]) / 2
        return logits.permute(0, 2, 3, 1)


def annotator_graph(parser: FaceParser, facts: AnnotatorFacts = FACES) -> onnx.ModelProto:
    """The parser as ONNX: normalisations folded into the convolutions, weights stored as float16."""
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        file = Path(folder) / GRAPH
        warnings.simplefilter("ignore")
        torch.onnx.export(
            AnnotatorGraph(parser, facts.mirrored).eval(),
            (torch.zeros(1, *facts.sides, 3),),
            str(file),
            input_names=["input"],
            output_names=["output"],
            opset_version=OPSET,
            dynamo=False,
        )
        return store_as_half(onnx.load(file))


def build_manifest(graph: Path, version: str, summary: str, facts: AnnotatorFacts = FACES) -> dict[str, Any]:
    """manifest.json, as electron/contract/annotator-manifest.ts describes it."""
    height, width = facts.sides

    def tensor(name: str, channels: int) -> dict[str, Any]:
        return {"name": name, "dtype": "float32", "shape": [1, height, width, channels]}

    return {
        "formatVersion": 2,
        "makes": facts.makes,
        "id": facts.name,
        "version": version,
        "title": facts.title,
        "input": {"width": width, "height": height, "layout": "nhwc", "range": [-1, 1]},
        "classes": [{"id": label, "name": name} for label, name in enumerate(facts.parts)],
        "graph": {
            "file": facts.file,
            "sha256": hashlib.sha256(graph.read_bytes()).hexdigest(),
            "bytes": graph.stat().st_size,
            "inputs": [tensor("input", 3)],
            "outputs": [tensor("output", len(facts.parts))],
        },
        "licence": {"name": facts.licence, "notice": facts.notice},
        "provenance": {"summary": summary},
    }


def export_parser_options(description: str | None) -> argparse.ArgumentParser:
    """A parser with the options of every exporter of a labelling annotator."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--annotator-version", default="1.0.0")
    parser.add_argument("--summary", required=True, help="one or two sentences on the training, for the manifest")
    parser.add_argument("--training", type=Path, help="Markdown on how this version was trained, for the card")
    parser.add_argument("--metrics", type=Path, help="folder that the evaluation wrote, for the card")
    return parser


def write_annotator(options: argparse.Namespace, facts: AnnotatorFacts, card: Path) -> None:
    """Graph, manifest and, where the training is told and measured, the card."""
    options.out.mkdir(parents=True, exist_ok=True)
    graph = options.out / facts.file
    onnx.save(annotator_graph(load_parser(options.checkpoint, len(facts.parts)), facts), graph)
    manifest = build_manifest(graph, options.annotator_version, options.summary, facts)
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    if options.metrics is not None and options.training is not None:
        text = card.read_text().replace("{version}", options.annotator_version)
        text = text.replace("{training}", options.training.read_text().strip())
        text = text.replace("{metrics}", (options.metrics / "metrics.md").read_text().strip())
        (options.out / "card.md").write_text(text)
    print(f"{graph}: {graph.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    """Parses the options and writes graph, manifest and card."""
    write_annotator(export_parser_options(__doc__).parse_args(), FACES, CARD)


if __name__ == "__main__":
    main()
