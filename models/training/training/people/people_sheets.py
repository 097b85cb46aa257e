"""Sample sheets of people: the pose beside the picture it gives."""

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from training.people.body import Joints, mirror_joints
from training.people.people_translator import PeopleTranslator
from training.people.photographs import HEIGHT, WIDTH, PeoplePhotos
from training.people.skeleton import skeleton_channels
from training.sheets import Pair


def person_tensors(people: PeoplePhotos, number: int, size: int) -> tuple[Tensor, Tensor, Joints]:
    """Photo 1×3×H×W in −1..1 and pose 1×20×H×W, `size` high, and the joints in native pixels.

    Numbers from len(people) on are mirror images, as those of `similar_poses`.
    """
    index, mirrored = number % len(people), number >= len(people)
    photo = torch.from_numpy(people.pixels[index].copy()).permute(2, 0, 1)[None].float() / 127.5 - 1.0
    joints = people.joints[index]
    if mirrored:
        photo, joints = photo.flip(3), mirror_joints(joints, WIDTH)
    step = HEIGHT // size
    pose = skeleton_channels(joints, HEIGHT, WIDTH)[None]
    return functional.avg_pool2d(photo, step), functional.avg_pool2d(pose, step), joints


@torch.no_grad()
def people_sheet(
    model: PeopleTranslator, layouts: PeoplePhotos, library: PeoplePhotos, pairs: list[Pair], size: int
) -> Image.Image:
    """Rows of pose, the photo it is of, exemplar, its pose, soft warp, crisp warp, picture."""
    rows = []
    for index, other in pairs:
        photo, pose, _ = person_tensors(layouts, index, size)
        exemplar, exemplar_pose, _ = person_tensors(library, other, size)
        result = model(pose, exemplar, exemplar_pose)
        warps = [] if result.match is None else [result.match.base, result.match.warp]
        drawings = [channels[:, :3] * 2 - 1 for channels in (pose, exemplar_pose)]
        shown = [drawings[0], photo, exemplar, drawings[1], *warps, result.picture]
        rows.append(torch.cat(shown, 3))
    pixels = torch.cat(rows, 2)[0].permute(1, 2, 0).float().clamp(-1, 1)
    return Image.fromarray(((pixels.numpy() + 1) * 127.5).round().astype(np.uint8))
