"""Pictures of a method are compared with those of the same name, and only with those."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from torch import Tensor

from training.evaluation.lpips_pairs import TRUTH, mean_distances


def write_grey(file: Path, value: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full((4, 4, 3), value, dtype=np.uint8)).save(file)


def absolute_difference(first: Tensor, second: Tensor) -> Tensor:
    return (first - second).abs().mean()


def test_each_method_is_measured_against_the_truth_of_the_same_pair(tmp_path: Path) -> None:
    write_grey(tmp_path / TRUTH / "a.png", 0)
    write_grey(tmp_path / TRUTH / "b.png", 255)
    write_grey(tmp_path / "same" / "a.png", 0)
    write_grey(tmp_path / "same" / "b.png", 255)
    write_grey(tmp_path / "swapped" / "a.png", 255)
    write_grey(tmp_path / "swapped" / "b.png", 255)
    write_grey(tmp_path / "swapped" / "stray.png", 7)
    assert mean_distances(tmp_path, absolute_difference) == pytest.approx({"same": 0.0, "swapped": 1.0})
