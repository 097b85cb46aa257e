"""Writes the annotator: python -m training.parsing.export --checkpoint RUN/latest.pt --out ../annotators/face-parts.

The graph takes a photo as the app hands it over, NHWC float32 [1,256,256,3] in −1..1, and gives NHWC logits. With
--metrics (the folder that training.parsing.evaluate wrote) the card gets its tables.
"""

import argparse
import hashlib
import json
import tempfile
import warnings
from pathlib import Path
from typing import Any

import onnx
import torch
from torch import Tensor, nn

from training.export.half_storage import store_as_half
from training.parsing.classes import CLASS_COUNT, FACE_PARTS, MIRRORED
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


class AnnotatorGraph(nn.Module):
    """The parser between the app's memory orders: channels come last.

    It looks twice, also at the mirrored photo, and gives the mean: a hundredth of mean IoU for twice the time.
    """

    def __init__(self, parser: FaceParser) -> None:
        super().__init__()
        self.parser = parser

    def forward(self, photo: Tensor) -> Tensor:
        """[1,256,256,3] to [1,256,256,19]."""
        x = photo.permute(0, 3, 1, 2)
        straight, mirrored = self.parser(torch.cat([x, x.flip(-1)])).chunk(2)
        logits: Tensor = (straight + mirrored.flip(-1)[:, list(MIRRORED)]) / 2
        return logits.permute(0, 2, 3, 1)


def annotator_graph(parser: FaceParser) -> onnx.ModelProto:
    """The parser as ONNX: normalisations folded into the convolutions, weights stored as float16."""
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        file = Path(folder) / GRAPH
        warnings.simplefilter("ignore")
        torch.onnx.export(
            AnnotatorGraph(parser).eval(),
            (torch.zeros(1, SIZE, SIZE, 3),),
            str(file),
            input_names=["input"],
            output_names=["output"],
            opset_version=OPSET,
            dynamo=False,
        )
        return store_as_half(onnx.load(file))


def build_manifest(graph: Path, version: str, summary: str) -> dict[str, Any]:
    """manifest.json, as electron/contract/annotator-manifest.ts describes it."""

    def tensor(name: str, channels: int) -> dict[str, Any]:
        return {"name": name, "dtype": "float32", "shape": [1, SIZE, SIZE, channels]}

    return {
        "formatVersion": 2,
        "makes": "parts",
        "id": "face-parts",
        "version": version,
        "title": "Face parser (19 parts of CelebAMask-HQ)",
        "input": {"width": SIZE, "height": SIZE, "layout": "nhwc", "range": [-1, 1]},
        "classes": [{"id": label, "name": name} for label, name in enumerate(FACE_PARTS)],
        "graph": {
            "file": GRAPH,
            "sha256": hashlib.sha256(graph.read_bytes()).hexdigest(),
            "bytes": graph.stat().st_size,
            "inputs": [tensor("input", 3)],
            "outputs": [tensor("output", CLASS_COUNT)],
        },
        "licence": {"name": LICENCE, "notice": NOTICE},
        "provenance": {"summary": summary},
    }


def main() -> None:
    """Parses the options and writes graph, manifest and card."""
    options_parser = argparse.ArgumentParser(description=__doc__)
    options_parser.add_argument("--checkpoint", type=Path, required=True)
    options_parser.add_argument("--out", type=Path, required=True)
    options_parser.add_argument("--annotator-version", default="1.0.0")
    options_parser.add_argument(
        "--summary", required=True, help="one or two sentences on the training, for the manifest"
    )
    options_parser.add_argument("--training", type=Path, help="Markdown on how this version was trained, for the card")
    options_parser.add_argument(
        "--metrics", type=Path, help="folder that training.parsing.evaluate wrote, for the card"
    )
    options = options_parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    graph = options.out / GRAPH
    onnx.save(annotator_graph(load_parser(options.checkpoint)), graph)
    manifest = build_manifest(graph, options.annotator_version, options.summary)
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    if options.metrics is not None and options.training is not None:
        card = CARD.read_text().replace("{version}", options.annotator_version)
        card = card.replace("{training}", options.training.read_text().strip())
        card = card.replace("{metrics}", (options.metrics / "metrics.md").read_text().strip())
        (options.out / "card.md").write_text(card)
    print(f"{graph}: {graph.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
