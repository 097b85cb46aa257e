"""Windows of edits are cut from the right panel and place of a sheet."""

import json
from pathlib import Path

import numpy as np
from PIL import Image

from training.evaluation.edited_windows import windows_of


def test_each_way_is_cut_from_its_own_panel(tmp_path: Path) -> None:
    """Bug it would catch: a table in which the naive paste is praised for the edit's pixels."""
    sheet = np.zeros((80, 400, 3), np.uint8)
    for panel, value in enumerate((10, 60, 120, 240)):
        sheet[:, panel * 100 : (panel + 1) * 100] = value
        sheet[5:75, panel * 100 + 20 : panel * 100 + 90] = value + 10
    Image.fromarray(sheet).save(tmp_path / "lake.png")
    window = {"x": 20, "y": 5, "width": 70, "height": 70}
    (tmp_path / "edits.json").write_text(json.dumps([{"photo": "lake.jpg", "windows": [window]}]))
    found = windows_of(tmp_path)
    assert list(found) == ["before", "edit", "pasted", "repainted"]
    for value, own in zip((20, 70, 130, 250), found.values(), strict=True):
        assert own[0].shape == (1, 3, 70, 70)
        assert np.allclose((own[0].numpy() + 1) * 127.5, value, atol=0.01)


def test_small_windows_are_enlarged(tmp_path: Path) -> None:
    """Bug it would catch: a window of a few pixels for which the networks have no feature map left."""
    Image.fromarray(np.full((40, 160, 3), 90, np.uint8)).save(tmp_path / "tree.png")
    window = {"x": 0, "y": 0, "width": 32, "height": 16}
    (tmp_path / "edits.json").write_text(json.dumps([{"photo": "tree.jpg", "windows": [window]}]))
    assert windows_of(tmp_path)["edit"][0].shape == (1, 3, 64, 128)
