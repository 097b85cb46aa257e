import numpy as np
import pytest
import torch
from torch.nn import functional

from tests.people.conftest import standing
from training.people.body import JOINTS
from training.people.limb_plate import Placement, bent_person
from training.people.people_batches import PeopleBatchMaker
from training.people.photographs import HEIGHT, WIDTH, PeoplePhotos
from training.people.similar_poses import similar_poses

SIMILAR = np.array([[1, 2], [2, 3], [3, 0], [0, 1]])


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_bent_person_shows_every_joint_where_the_new_pose_says(*, mirrored: bool) -> None:
    """Joints that the plate misses would teach the match to look beside the limbs."""
    joints = standing()
    random = np.random.default_rng(1)
    placement = Placement(mirrored, 0.95, 3.0, (4.0, -3.0))
    for _ in range(5):
        grid, seen = bent_person(joints, HEIGHT, WIDTH, placement, 1.0, random)
        assert grid.shape == (HEIGHT, WIDTH, 2)
        for name in ("right wrist", "left elbow", "left knee", "right ankle", "nose"):
            before, after = joints[JOINTS.index(name)], seen[JOINTS.index(name)]
            if mirrored:
                other = name.replace("left", "RIGHT").replace("right", "left").lower()
                before = joints[JOINTS.index(other)]
            place = torch.tensor([[[(after[0] / WIDTH * 2 - 1, after[1] / HEIGHT * 2 - 1)]]], dtype=torch.float32)
            found = functional.grid_sample(grid.permute(2, 0, 1)[None], place, align_corners=False).flatten()
            pixels = (found.numpy() + 1) / 2 * (WIDTH, HEIGHT)
            assert np.abs(pixels - before).max() < 2.5, name


def test_hands_lie_on_the_arms_of_their_side_in_layout_and_exemplar(four_people: PeoplePhotos) -> None:
    """A flip that forgets the joints leaves the arms beside the hands; one that forgets the sides crosses them."""
    maker = PeopleBatchMaker(four_people, SIMILAR, 2)
    checked = 0
    for _ in range(3):
        batch = maker.draw(4, 256, 0.5)
        photos, poses = (torch.cat(pair) for pair in ((batch.photo, batch.exemplar), (batch.pose, batch.exemplar_pose)))
        for photo, pose in zip(photos, poses, strict=True):
            red = (photo[0] - photo[1] > 0.9) & (photo[0] - photo[2] > 0.9)
            if int(red.sum()) < 40:
                continue
            arms = [pose[3 + limb] for limb in (3, 5)]
            assert torch.minimum(*arms)[red].mean() < 0.01
            # Seen from the front, the right arm is on the left, mirrored or not.
            columns = [torch.nonzero(arm == 0)[:, 1].float().mean() for arm in arms]
            assert columns[0] < columns[1]
            checked += 1
    assert checked > 12


def test_places_are_known_only_where_the_exemplar_is_the_photo_itself(four_people: PeoplePhotos) -> None:
    batch = PeopleBatchMaker(four_people, SIMILAR, 4).draw(32, 64, 0.5, 0.3)
    known = (batch.grid.abs() <= 1.5).all(3).any(2).any(1)
    assert not (known & (batch.pseudo == 0)).any()
    assert 0 < int(known.sum()) < int(batch.pseudo.sum())
    assert batch.photo.shape == (32, 3, 64, 48)
    assert batch.pose.shape == (32, 20, 64, 48)
    assert batch.grid.shape == (32, 8, 6, 2)
    assert batch.garments.shape == batch.labels.shape == (32, 64, 48)
    assert set(batch.garments.flatten().tolist()) == {0, 1, 5}
    assert (batch.looked_at.abs() <= 1).all()


def test_people_who_stand_alike_are_found_even_in_a_mirror() -> None:
    first = standing()
    first[JOINTS.index("left wrist")] = (150, 60)
    second = standing()
    second[JOINTS.index("right wrist")] = (WIDTH - 150, 60)
    found = similar_poses(first[None], np.stack([standing(), second]), 2, skip_self=False)
    assert found[0].tolist() == [3, 0]
    assert similar_poses(first[None], np.stack([first, second]), 1, skip_self=True)[0].tolist() == [3]
