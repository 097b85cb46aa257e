import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from training.data.ahead import DrawnAhead, batch_source
from training.data.batches import BatchMaker
from training.data.photos import PhotoSet
from training.pack import PERCEPTUAL, write_burst
from training.people.photographs import cached_people
from training.starting_weights import read_starting_weights

NEIGHBOURS = np.array([[1, 2], [2, 3], [3, 0], [0, 1]])


@pytest.fixture
def people_data(tmp_path: Path) -> Path:
    """A data folder of 22 drawn people, one of them labelled, and a perceptual network that is none."""
    folder = tmp_path / "data" / "people"
    (folder / "images").mkdir(parents=True)
    (folder / "labels").mkdir()
    (tmp_path / "weights" / "perceptual").mkdir(parents=True)
    (tmp_path / "weights" / "perceptual" / PERCEPTUAL).write_bytes(b"weights")
    random = np.random.default_rng(0)
    poses = {}
    for number in range(22):
        small = Image.fromarray(random.integers(60, 250, (16, 11, 3), dtype=np.uint8))
        small.resize((176, 256), Image.Resampling.BICUBIC).save(folder / "images" / f"{number:04d}.jpg", quality=98)
        poses[f"{number:04d}"] = {"score": 1.0, "kp": [[50.0, 60.0, 1.0]] * 33}
    Image.fromarray(np.full((256, 176), 25, np.uint8)).save(folder / "labels" / "0003.png")
    (folder / "pose.json").write_text(json.dumps(poses))
    return tmp_path / "data"


def test_a_packed_folder_is_read_like_the_data_it_was_made_from(people_data: Path, tmp_path: Path) -> None:
    """The training commands take it as it is: a file left out would show only on the rented machine."""
    state = {"averaged": {"w": torch.ones(3)}, "discriminator": {}, "reader": {}, "more_judges": {"j": torch.ones(1)}}
    torch.save({**state, "optimiser": {"large": torch.zeros(1000)}}, tmp_path / "latest.pt")
    out = tmp_path / "burst"
    count, used = write_burst(people_data, "people", out, tmp_path / "latest.pt", 5e6)
    assert count == 22
    assert used == sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    before = cached_people(people_data, tmp_path / "a", "training")
    after = cached_people(out / "data", tmp_path / "b", "training")
    assert after.names == before.names
    assert np.array_equal(after.garments, before.garments)
    assert np.array_equal(after.joints, before.joints)
    assert np.abs(after.pixels.astype(int) - before.pixels).mean() < 3
    start = read_starting_weights(out / "start.pt")
    assert (start.model["w"].dtype, float(start.more_judges["j"])) == (torch.float16, 1.0)
    assert (out / "weights" / "perceptual" / PERCEPTUAL).read_bytes() == b"weights"


def test_a_limit_leaves_photos_out_and_nothing_else(people_data: Path, tmp_path: Path) -> None:
    _, whole = write_burst(people_data, "people", tmp_path / "whole", None, 5e6)
    count, used = write_burst(people_data, "people", tmp_path / "part", None, whole - 1)
    assert 0 < count < 22
    assert used < whole
    assert (tmp_path / "part" / "data" / "people" / "labels" / "0003.png").exists()


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_batches_drawn_ahead_differ_by_process_and_follow_what_is_wanted(four_scenes: PhotoSet) -> None:
    """Processes with one seed would hand every batch over twice."""

    def make(seed: int) -> BatchMaker:
        return BatchMaker(four_scenes, NEIGHBOURS, seed)

    assert isinstance(batch_source(make, 1, 0), BatchMaker)
    source = DrawnAhead(make, 1, 2)
    first, second = source.draw(2, 32, 0.5), source.draw(2, 32, 0.5)
    assert first.photo.shape == (2, 3, 32, 32)
    assert not torch.equal(first.photo, second.photo)
    assert source.draw(3, 64, 1.0).pseudo.tolist() == [1.0, 1.0, 1.0]
