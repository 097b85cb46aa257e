import json
from pathlib import Path

import pytest
import torch

from tests.export.parity import expect_parity
from training.export.onnx_graphs import PackGraphs, Sides
from training.export.options import write_card
from training.export.write_pack import write_pack
from training.people.export import CARD, TINY_PEOPLE, people_facts, people_graphs, people_shape
from training.people.people_translator import PeopleTranslator


@pytest.fixture(scope="module")
def graphs() -> PackGraphs:
    torch.manual_seed(3)
    return people_graphs(PeopleTranslator(TINY_PEOPLE))


@pytest.fixture(scope="module")
def pack(graphs: PackGraphs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("people")
    write_pack(graphs, people_facts("1.0.0", {}), people_shape(), folder)
    return folder


@pytest.mark.parametrize("sides", [Sides(64, 96, 96, 64), Sides(128, 96, 128, 96)])
def test_every_graph_computes_what_pytorch_computes(graphs: PackGraphs, pack: Path, sides: Sides) -> None:
    """High and narrow pictures, other sizes than the traced ones."""
    expect_parity(graphs, {stage: pack / f"{stage}.onnx" for stage in graphs.stages}, sides)


def test_the_manifest_takes_poses_for_layout_and_exemplar(pack: Path) -> None:
    manifest = json.loads((pack / "manifest.json").read_text())
    assert manifest["conditions"] == [{"kind": "pose", "encoding": "dense", "channels": 20}]
    assert manifest["classes"] == []
    assert manifest["annotator"] == "body-pose"
    assert "exemplarPreparation" not in manifest
    assert manifest["figureAnnotator"] == "person-parts"
    assert manifest["inputs"]["exemplar_condition"] == "exemplar-condition"
    # 256 × 192 is what the app makes of the native side for a picture of that shape.
    native = manifest["sizes"]["native"]
    scale = (native**2 / (256 * 192)) ** 0.5
    assert [round(side * scale / 32) * 32 for side in (256, 192)] == [256, 192]


def test_the_card_is_filled(tmp_path: Path) -> None:
    write_card(CARD, tmp_path, "1.0.0", None, {"ours": {"joints_near": 0.91, "garment_difference": 8.25}})
    text = (tmp_path / "card.md").read_text()
    assert "| ours | 0.910 | 8.2 |" in text
    assert "{" not in text
