"""How an animation flickers: python -m training.people.flicker --strip STRIP.png --poses DIR --data DATA.

STRIP is what `cocanvas animate --strip` wrote, DIR the poses it was made of. Flicker is the perceptual distance (LPIPS)
of neighbouring frames minus that of their skeletons: what changes although nothing moved.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from training.evaluation.lpips import Lpips
from training.people.body import JOINT_COUNT, Joints
from training.people.skeleton import skeleton_channels

MOST_IN_A_ROW = 8


def strip_frames(strip: Image.Image, count: int) -> Tensor:
    """Frames N×3×H×W in −1..1 of a strip that shows them in rows (electron/cli/animation/frame-strip.ts)."""
    pixels = torch.from_numpy(np.asarray(strip.convert("RGB")).copy()).permute(2, 0, 1).float() / 127.5 - 1
    columns = min(MOST_IN_A_ROW, count)
    width, height = pixels.shape[2] // columns, pixels.shape[1] // -(-count // columns)
    places = [(index // columns * height, index % columns * width) for index in range(count)]
    return torch.stack([pixels[:, top : top + height, left : left + width] for top, left in places])


def read_joints(path: Path, height: int, width: int) -> Joints:
    """The first person of a pose file in OpenPose's form, in pixels of a frame."""
    document = json.loads(path.read_text())
    points = np.array(document["people"][0]["pose_keypoints_2d"], np.float32).reshape(-1, 3)[:JOINT_COUNT]
    scale = np.array([width / document["canvas_width"], height / document["canvas_height"]], np.float32)
    return np.where(points[:, 2:] > 0, points[:, :2] * scale, np.nan).astype(np.float32)


def flicker(distance: Lpips, frames: Tensor, joints: list[Joints]) -> dict[str, float]:
    """Mean distances of neighbouring frames, of their skeletons, and the difference."""
    height, width = frames.shape[2:]
    drawn = torch.stack([skeleton_channels(one, height, width)[:3] * 2 - 1 for one in joints])
    pictures = float(distance(frames[:-1], frames[1:]).mean())
    skeletons = float(distance(drawn[:-1], drawn[1:]).mean())
    return {"pictures": pictures, "skeletons": skeletons, "flicker": pictures - skeletons}


def main() -> None:
    """Parses the options and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strip", type=Path, required=True)
    parser.add_argument("--poses", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    paths = sorted(options.poses.glob("*.json"))
    frames = strip_frames(Image.open(options.strip), len(paths))
    joints = [read_joints(path, *frames.shape[2:]) for path in paths]
    distance = Lpips(next((options.data.parent / "weights" / "perceptual").glob("*lpips*")))
    print({name: round(value, 4) for name, value in flicker(distance, frames, joints).items()})


if __name__ == "__main__":
    main()
