import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.conftest import write_random_vgg

TRAINING = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, list[float]]]]:
    """Two processes of one tiny run, started as a user starts them."""
    folder = tmp_path_factory.mktemp("several")
    (folder / "run").mkdir()
    write_random_vgg(folder / "vgg.pt")
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(TRAINING)}
    ended = subprocess.run(
        [*command, str(TRAINING / "tests" / "one_of_several.py"), str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    return folder, [json.loads((folder / f"report-{number}.json").read_text()) for number in (0, 1)]


def test_gradients_are_means_and_missing_ones_count_as_nothing(
    reports: tuple[Path, list[dict[str, list[float]]]],
) -> None:
    for report in reports[1]:
        assert report["gradients"] == [2.0, 2.5, None]


def test_all_processes_end_with_the_same_weights_though_each_drew_its_own_batches(
    reports: tuple[Path, list[dict[str, list[float]]]],
) -> None:
    """A gradient that is not shared lets the processes drift apart from the first step on."""
    first, second = reports[1]
    assert first["seed"] != second["seed"]
    assert np.allclose(first["weights"], second["weights"], rtol=1e-6)
    assert np.allclose(first["judged"], second["judged"], rtol=1e-6)
    assert first["samples"] == second["samples"] == 4


def test_one_process_alone_writes(reports: tuple[Path, list[dict[str, list[float]]]]) -> None:
    folder = reports[0] / "run"
    assert (folder / "latest.pt").exists()
    sheets = [Image.open(path) for path in sorted(folder.glob("sheet-*.png"))]
    assert [sheet.getpixel((0, 0)) for sheet in sheets] == [(0, 128, 0)]
