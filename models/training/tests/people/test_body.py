import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from tests.people.conftest import standing
from training.people.body import JOINTS, joints_of_33, mirror_joints
from training.people.body_regions import CLASSES, body_regions
from training.people.garments import GROUP_NAMES, LABELS, group_table
from training.people.photographs import HEIGHT, WIDTH, cached_people, own_columns
from training.people.skeleton import skeleton_channels


def test_the_33_points_are_read_as_the_app_reads_them() -> None:
    """Swapped sides, or a joint that is not seen taken for one that is, would train limbs that the app never sends."""
    points = np.array([[float(i), 100.0 + i, 1.0] for i in range(33)])
    points[15, 2] = 0.49
    joints = joints_of_33(points)
    assert joints[JOINTS.index("nose")].tolist() == [0, 100]
    assert joints[JOINTS.index("right elbow")].tolist() == [14, 114]
    assert joints[JOINTS.index("left ankle")].tolist() == [27, 127]
    assert joints[JOINTS.index("neck")].tolist() == [11.5, 111.5]
    assert np.isnan(joints[JOINTS.index("left wrist")]).all()


def test_a_mirror_swaps_the_sides_and_a_second_one_undoes_it() -> None:
    joints = standing(7)
    flipped = mirror_joints(joints, WIDTH)
    assert flipped[JOINTS.index("left wrist")].tolist() == [WIDTH - joints[JOINTS.index("right wrist"), 0], 118]
    assert np.allclose(mirror_joints(flipped, WIDTH), joints)


def test_regions_know_left_from_right_and_leave_out_what_is_missing() -> None:
    joints = standing()
    pose = skeleton_channels(joints, HEIGHT, WIDTH)[None]
    assert pose.shape == (1, 20, HEIGHT, WIDTH)
    shares = body_regions(pose)
    assert torch.allclose(shares.sum(1), torch.ones(1, HEIGHT, WIDTH), atol=1e-5)
    labels = shares.argmax(1)[0]

    def at(x: int, y: int) -> str:
        return CLASSES[int(labels[y, x])]

    assert [at(70, 104), at(122, 104), at(96, 90), at(84, 195), at(108, 150), at(96, 38)] == [
        "right forearm",
        "left forearm",
        "torso",
        "right shin",
        "left thigh",
        "head",
    ]
    assert at(132, 150) == "around the body"
    assert at(10, 10) == "background"
    joints[JOINTS.index("right wrist")] = np.nan
    fewer = body_regions(skeleton_channels(joints, HEIGHT, WIDTH)[None]).argmax(1)
    assert not (fewer == CLASSES.index("right forearm")).any()


def test_every_garment_has_a_group() -> None:
    table = group_table()
    assert len(LABELS) == 59
    assert (table[: len(LABELS)] > 0).all()
    assert [GROUP_NAMES[table[value]] for value in (0, 19, 41, 14, 25)] == [
        "background",
        "hair",
        "skin",
        "dress",
        "lower garment",
    ]


def test_black_bars_are_cut_off_and_joints_move_with_the_photo(tmp_path: Path) -> None:
    """A bar left in would be painted into every picture's rim."""
    (tmp_path / "people" / "images").mkdir(parents=True)
    (tmp_path / "people" / "labels").mkdir()
    photo = np.full((HEIGHT, 176, 3), 120, np.uint8)
    photo[:, 166:] = 3
    assert own_columns(photo) == slice(0, 164)
    points = [[50.0, 100.0, 1.0]] * 33
    poses = {name: {"score": 1.0, "kp": points} for name in ("0001", "0002")}
    (tmp_path / "people" / "pose.json").write_text(json.dumps(poses))
    for name in poses:
        Image.fromarray(photo).save(tmp_path / "people" / "images" / f"{name}.jpg", quality=95)
    labels = np.zeros((HEIGHT, 176), np.uint8)
    labels[:, 50] = 25
    Image.fromarray(labels).save(tmp_path / "people" / "labels" / "0002.png")
    people = cached_people(tmp_path, tmp_path / "cache", "training")
    assert people.names == ["0002"]
    assert people.pixels.shape == (1, HEIGHT, WIDTH, 3)
    assert people.pixels.min() > 20
    assert people.joints[0, 0].tolist() == [64, 100]
    assert (people.garments[0, :, 64] == GROUP_NAMES.index("lower garment")).all()
    assert cached_people(tmp_path, tmp_path / "cache", "validation").names == ["0001"]
    again = cached_people(tmp_path, tmp_path / "cache", "training")
    assert np.array_equal(again.pixels, people.pixels)
