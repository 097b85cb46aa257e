import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from tests.people.conftest import standing
from training.people.body import JOINTS
from training.people.flicker import flicker, read_joints, strip_frames
from training.people.photographs import HEIGHT, WIDTH


def mean_distance(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """Stands in for LPIPS."""
    return (first - second).abs().mean(dim=(1, 2, 3))


def test_frames_that_stay_as_they_are_do_not_flicker_and_moving_limbs_are_taken_off() -> None:
    still = torch.zeros(3, 3, HEIGHT, WIDTH)
    moved = standing()
    moved[JOINTS.index("left wrist"), 0] += 30
    joints = [standing(), moved, standing()]
    values = flicker(mean_distance, still, joints)  # type: ignore[arg-type]
    assert values["pictures"] == 0
    assert values["skeletons"] > 0
    assert values["flicker"] == -values["skeletons"]
    blinking = torch.stack([torch.zeros(3, HEIGHT, WIDTH), torch.ones(3, HEIGHT, WIDTH), torch.zeros(3, HEIGHT, WIDTH)])
    assert flicker(mean_distance, blinking, [standing()] * 3)["flicker"] == 1.0  # type: ignore[arg-type]


def test_a_strip_falls_into_its_frames_and_poses_are_scaled_to_them(tmp_path: Path) -> None:
    strip = Image.new("RGB", (80, 16))
    strip.paste((255, 255, 255), (10, 0, 20, 8))
    strip.paste((255, 255, 255), (0, 8, 10, 16))
    frames = strip_frames(strip, 9)
    assert frames.shape == (9, 3, 8, 10)
    assert [index for index, mean in enumerate(frames.mean((1, 2, 3)).tolist()) if mean > 0] == [1, 8]
    points = [value for index in range(18) for value in (10.0 * index, 20.0, 0 if index == 3 else 1)]
    document = {"canvas_width": 200, "canvas_height": 80, "people": [{"pose_keypoints_2d": points}]}
    (tmp_path / "a.json").write_text(json.dumps(document))
    joints = read_joints(tmp_path / "a.json", 8, 10)
    assert joints[2].tolist() == [1.0, 2.0]
    assert np.isnan(joints[3]).all()
