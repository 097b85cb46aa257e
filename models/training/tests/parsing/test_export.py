import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from training.parsing.classes import FACE_PARTS
from training.parsing.evaluate import annotator_parser, overlaps
from training.parsing.export import GRAPH, annotator_graph, build_manifest
from training.parsing.faces import FaceSet
from training.parsing.measure import parsed
from training.parsing.network import FaceParser


def parser_with_statistics() -> FaceParser:
    """Random weights, and normalisations as after training: an exporter that forgets them fails."""
    torch.manual_seed(2)
    parser = FaceParser().train()
    with torch.no_grad():
        for _ in range(20):
            parser(torch.rand(2, 3, 64, 64) * 2 - 1)
    return parser.eval()


def test_the_annotator_computes_what_pytorch_computes(drawn_faces: FaceSet, tmp_path: Path) -> None:
    parser = parser_with_statistics()
    model = annotator_graph(parser)
    onnx.save(model, tmp_path / GRAPH)
    manifest = build_manifest(tmp_path / GRAPH, "1.0.0", "for a test")
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    assert [entry["name"] for entry in manifest["classes"]] == list(FACE_PARTS)
    assert manifest["graph"]["bytes"] < 8_000_000
    photo = drawn_faces.photos[:1].float() / 127.5 - 1
    with torch.no_grad():
        wanted = parsed(parser, drawn_faces.photos[:1], mirrored=True)
    found = annotator_parser(tmp_path)(photo)
    assert found.shape == (1, 19, 256, 256)
    # Weights are stored as float16.
    assert (found - wanted).abs().max() < 0.02 * wanted.abs().max()
    assert (found.argmax(1) == wanted.argmax(1)).float().mean() > 0.99
    session = onnxruntime.InferenceSession(tmp_path / GRAPH)
    assert session.get_outputs()[0].shape == [1, 256, 256, 19]
    assert all(
        value.data_type == onnx.TensorProto.FLOAT16 for value in model.graph.initializer if np.prod(value.dims) >= 256
    )


def test_overlaps_of_an_annotator_are_measured_on_its_labels(drawn_faces: FaceSet) -> None:
    def all_skin(photos: torch.Tensor) -> torch.Tensor:
        logits = torch.zeros(len(photos), 19, 256, 256)
        logits[:, 1] = 1
        return logits

    values = overlaps(all_skin, drawn_faces)
    share = float((drawn_faces.labels == 1).float().mean())
    assert abs(float(values[1]) - share) < 1e-6
    assert float(values[4]) == 0
