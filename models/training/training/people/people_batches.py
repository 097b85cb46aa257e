"""Batches of people: a pose, its photo, and an exemplar with its own pose: the photo bent, or another person."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.data.batches import Batch, jitter_colours
from training.data.distortion import distort_labels, distort_pictures
from training.people.body import JOINTS, Joints, mirror_joints
from training.people.body_regions import body_regions
from training.people.limb_plate import bent_person, random_placement
from training.people.photographs import HEIGHT, WIDTH, PeoplePhotos
from training.people.skeleton import skeleton_levels

HEAD = tuple(JOINTS.index(name) for name in ("nose", "right eye", "left eye", "right ear", "left ear"))
ENDS = tuple(JOINTS.index(name) for name in ("right wrist", "left wrist", "right ankle", "left ankle"))
HEAD_SHARE = 0.6
"""share of the close-ups that look at the head; the others look at a hand or a foot"""
NOWHERE = 2.0


@dataclass(frozen=True)
class PeopleBatch(Batch):
    """`labels` are the regions of the pose (body_regions), which is what is painted."""

    pose: Tensor
    """B×20×H×W, 0..1"""
    exemplar_pose: Tensor
    garments: Tensor
    """B×H×W int64 garment groups, 0 where nothing is known"""
    exemplar_garments: Tensor
    looked_at: Tensor
    """B×2 (x, y in −1..1): what the close-ups look at"""


@dataclass(frozen=True)
class Person:
    """One photo with what is known of it, at native size."""

    photo: Tensor
    """3×H×W, −1..1"""
    joints: Joints
    garments: Tensor
    """H×W int64"""


def head_or_end(joints: Joints, random: np.random.Generator) -> NDArray[np.float32]:
    """The middle of the head, or a wrist or an ankle, in pixels; the picture's middle if nothing is seen."""
    head = joints[list(HEAD)]
    head = head[~np.isnan(head).any(1)]
    ends = joints[list(ENDS)]
    ends = ends[~np.isnan(ends).any(1)]
    if len(head) and (random.random() < HEAD_SHARE or not len(ends)):
        return head.mean(0)
    if len(ends):
        return np.asarray(ends[int(random.integers(len(ends)))])
    return np.array([WIDTH / 2, HEIGHT / 2], np.float32)


class PeopleBatchMaker:
    """Draws batches; everything is made at native size and then averaged down to the size asked for."""

    def __init__(self, people: PeoplePhotos, similar: NDArray[np.int64], seed: int) -> None:
        """`similar`: N×K of `similar_poses` among the same photos."""
        self.people = people
        self.similar = similar
        self.random = np.random.default_rng(seed)
        self.generator = torch.Generator().manual_seed(seed)

    def person(self, number: int, *, mirrored: bool) -> Person:
        """A photo by its number; numbers from len(people) on are mirror images."""
        count = len(self.people)
        flip = mirrored ^ (number >= count)
        index = number % count
        photo = torch.from_numpy(self.people.pixels[index].copy()).permute(2, 0, 1).float() / 127.5 - 1.0
        garments = torch.from_numpy(self.people.garments[index].copy()).long()
        joints = self.people.joints[index]
        if flip:
            return Person(photo.flip(2), mirror_joints(joints, WIDTH), garments.flip(1))
        return Person(photo, joints, garments)

    def other(self, index: int, stranger_share: float) -> int:
        """Another person who stands alike, or anybody."""
        if self.random.random() < stranger_share:
            return int(self.random.integers(len(self.people)))
        return int(self.similar[index, self.random.integers(self.similar.shape[1])])

    def bent(self, person: Person) -> tuple[Person, Tensor, bool]:
        """The person in another pose, the grid that made it (H×W×2), and whether it is mirrored."""
        placement = random_placement(HEIGHT, self.random)
        grid, joints = bent_person(person.joints, HEIGHT, WIDTH, placement, float(self.random.random()), self.random)
        photo = distort_pictures(person.photo[None], grid[None])[0]
        garments = distort_labels(person.garments[None], grid[None])[0]
        return Person(photo, joints, garments), grid, placement.mirrored

    def draw(
        self,
        count: int,
        size: int,
        pseudo_share: float,
        stranger_share: float = 0.0,
        hidden_share: float = 0.0,  # noqa: ARG002 — bodies lack nothing
        lit_share: float = 0.0,  # noqa: ARG002
    ) -> PeopleBatch:
        """`count` people, `size` high; about `pseudo_share` of the exemplars are the photo itself in another pose."""
        shown, exemplars, grids, pseudo = [], [], [], []
        for index in self.random.integers(len(self.people), size=count):
            mirrored = bool(self.random.random() < 0.5)
            person = self.person(int(index), mirrored=mirrored)
            shown.append(person)
            pseudo.append(bool(self.random.random() < pseudo_share))
            grid, known = torch.full((HEIGHT, WIDTH, 2), NOWHERE), False
            if pseudo[-1]:
                other, moved, swapped = self.bent(person)
                # Where a mirrored exemplar's cell came from is the other side's place: the other arm is not this arm.
                known = not swapped
                grid = moved if known else grid
            else:
                other = self.person(self.other(int(index), stranger_share), mirrored=mirrored)
            exemplars.append(other)
            grids.append(grid)
        photo, exemplar = self.coloured(shown, exemplars, pseudo)
        return self.scaled(shown, exemplars, photo, exemplar, torch.stack(grids), torch.tensor(pseudo), HEIGHT // size)

    def coloured(self, shown: list[Person], exemplars: list[Person], pseudo: list[bool]) -> tuple[Tensor, Tensor]:
        """Photos and exemplars in random colours, a bent photo in those of its photo."""
        photo = torch.stack([person.photo for person in shown])
        exemplar = torch.stack([person.photo for person in exemplars])
        before = self.generator.get_state()
        photo = jitter_colours(photo, self.generator)
        other = jitter_colours(exemplar, self.generator)
        self.generator.set_state(before)
        same = jitter_colours(exemplar, self.generator)
        return photo, torch.where(torch.tensor(pseudo)[:, None, None, None], same, other)

    def scaled(
        self,
        shown: list[Person],
        exemplars: list[Person],
        photo: Tensor,
        exemplar: Tensor,
        grid: Tensor,
        pseudo: Tensor,
        step: int,
    ) -> PeopleBatch:
        """Everything averaged down by `step`."""
        poses, theirs = (
            functional.avg_pool2d(
                torch.stack([skeleton_levels(person.joints, HEIGHT, WIDTH) for person in persons]).float() / 255.0, step
            )
            for persons in (shown, exemplars)
        )
        garments, their_garments = (
            torch.stack([person.garments for person in persons])[:, step // 2 :: step, step // 2 :: step]
            for persons in (shown, exemplars)
        )
        looked_at = np.stack([head_or_end(person.joints, self.random) for person in shown])
        return PeopleBatch(
            labels=body_regions(poses).argmax(1),
            photo=functional.avg_pool2d(photo, step),
            exemplar=functional.avg_pool2d(exemplar, step),
            exemplar_labels=body_regions(theirs).argmax(1),
            grid=functional.avg_pool2d(grid.permute(0, 3, 1, 2), 8 * step).permute(0, 2, 3, 1),
            pseudo=pseudo.float(),
            pose=poses,
            exemplar_pose=theirs,
            garments=garments,
            exemplar_garments=their_garments,
            looked_at=torch.from_numpy(looked_at / (WIDTH, HEIGHT) * 2 - 1).float(),
        )
