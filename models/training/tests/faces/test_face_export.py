import json
from pathlib import Path

import pytest
import torch

from tests.export.parity import expect_parity
from training.export.golden import write_golden
from training.export.onnx_graphs import PackGraphs, Sides
from training.export.options import row_metrics, write_card
from training.export.pack_weights import read_pack_weights
from training.export.write_pack import write_pack
from training.faces.export import CARD, TINY_FACES, face_facts, face_graphs, face_shape
from training.faces.face_translator import FaceTranslator
from training.parsing.classes import FACE_PARTS

TABLE = {"ours, parts": {"mean_iou": 0.71, "fid": 50.0}, "ours, edges": {"outline_f1": 0.86}}


@pytest.fixture(scope="module")
def translator() -> FaceTranslator:
    torch.manual_seed(3)
    translator = FaceTranslator(TINY_FACES).eval()
    with torch.no_grad():
        for weight in translator.parameters():  # fresh scales are all ones, and the exporter shares equal tensors
            weight.add_(0.01 * torch.randn_like(weight))
    return translator


@pytest.fixture(scope="module")
def graphs(translator: FaceTranslator) -> PackGraphs:
    return face_graphs(translator)


@pytest.fixture(scope="module")
def pack(graphs: PackGraphs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faces")
    write_pack(graphs, face_facts("1.2.3", TABLE), face_shape(), folder)
    return folder


@pytest.mark.parametrize("sides", [Sides(64, 96, 96, 64), Sides(128, 64, 64, 128)])
def test_both_conditions_compute_what_pytorch_computes(graphs: PackGraphs, pack: Path, sides: Sides) -> None:
    """Sizes differ from the traced ones: a size frozen by the exporter fails here."""
    expect_parity(graphs, {stage: pack / f"{stage}.onnx" for stage in graphs.stages}, sides)


def test_the_manifest_has_a_layout_graph_for_each_condition(pack: Path) -> None:
    manifest = json.loads((pack / "manifest.json").read_text())
    assert [(condition["kind"], condition["channels"]) for condition in manifest["conditions"]] == [
        ("labels", 19),
        ("edges", 16),
    ]
    stages = {stage["name"]: stage for stage in manifest["stages"]}
    assert stages["layout-labels"]["condition"] == "labels"
    assert stages["layout-edges"]["condition"] == "edges"
    assert stages["layout-edges"]["inputs"][0] == {"name": "condition", "dtype": "float32", "shape": [1, 16, "H", "W"]}
    assert "condition" not in stages["match"]
    order = list(stages)
    # What only the generator needs must not keep the warp waiting.
    assert all(
        order.index("match") < order.index(f"draw-{kind}") < order.index("generate") for kind in ("labels", "edges")
    )
    assert {name for name, stage in stages.items() if stage["keep"]} == {
        "exemplar",
        "layout-labels",
        "layout-edges",
        "match",
    }
    channels = manifest["conditions"][1]["classChannels"]
    assert (channels[str(FACE_PARTS.index("hair"))], channels[str(FACE_PARTS.index("upper lip"))]) == (13, 9)
    assert channels[str(FACE_PARTS.index("cloth"))] == 0
    assert manifest["metrics"] == {"partsMeanIou": 0.71, "partsFid": 50.0, "edgesOutlineF1": 0.86}
    assert (manifest["annotator"], manifest["exemplarPreparation"]) == ("face-parts", "aligned-face")
    assert manifest["photoSubjects"] == {"wanted": ["face"]}  # else a landscape is taken as a portrait without a word


def test_a_pack_gives_back_the_weights_of_both_conditions(pack: Path, translator: FaceTranslator) -> None:
    read = read_pack_weights(pack)
    for name, weight in translator.state_dict().items():
        torch.testing.assert_close(read[name], weight, rtol=1e-3, atol=1e-4)


def test_golden_tensors_keep_the_conditions_apart(graphs: PackGraphs, tmp_path: Path) -> None:
    """Files of one name for both would leave the last one's numbers in the first one's case."""
    write_golden(graphs, tmp_path, Sides(64, 64, 64, 64))
    stages = json.loads((tmp_path / "cases.json").read_text())["stages"]
    pictures = {
        entry["condition"]: (tmp_path / entry["outputs"][0]["file"]).read_bytes()
        for entry in stages
        if entry["stage"] == "generate"
    }
    assert set(pictures) == {"labels", "edges"}
    assert pictures["labels"] != pictures["edges"]
    assert len(stages) == 2 * 6


def test_the_card_shows_what_was_measured(tmp_path: Path) -> None:
    (tmp_path / "training.md").write_text("8,000 samples.\n")
    write_card(CARD, tmp_path, "1.2.3", tmp_path / "training.md", TABLE)
    text = (tmp_path / "card.md").read_text()
    assert text.startswith("# Faces 1.2.3\n")
    assert "8,000 samples." in text
    assert "| ours, edges |  |  | 0.860 |" in text
    assert "{" not in text


def test_numbers_of_a_row_are_named_after_it() -> None:
    assert row_metrics({"ours": {"joint_error": 3.14159}}, {"ours": "", "absent": "x"}) == {"jointError": 3.1416}
