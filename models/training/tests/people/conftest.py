import numpy as np
import pytest

from training.people.body import JOINT_COUNT, JOINTS, Joints
from training.people.photographs import HEIGHT, WIDTH, PeoplePhotos

STANDING = {
    "nose": (96, 40),
    "neck": (96, 60),
    "right shoulder": (80, 62),
    "right elbow": (72, 90),
    "right wrist": (68, 118),
    "left shoulder": (112, 62),
    "left elbow": (120, 90),
    "left wrist": (124, 118),
    "right hip": (86, 124),
    "right knee": (84, 170),
    "right ankle": (84, 220),
    "left hip": (106, 124),
    "left knee": (108, 170),
    "left ankle": (108, 220),
    "right eye": (92, 36),
    "left eye": (100, 36),
    "right ear": (86, 38),
    "left ear": (106, 38),
}


def standing(shift: float = 0.0) -> Joints:
    """A person seen from the front, moved to the right."""
    return np.array([STANDING[name] for name in JOINTS], np.float32) + np.array([shift, 0], np.float32)


def drawn_people() -> PeoplePhotos:
    """Four drawn people: red right arm, blue left arm, each with its own coat and ground; two with garment labels."""
    random = np.random.default_rng(3)
    joints = np.stack([standing(6.0 * index - 9) for index in range(4)])
    assert joints.shape == (4, JOINT_COUNT, 2)
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    pixels, garments = [], []
    for index, body in enumerate(joints):
        picture = np.zeros((HEIGHT, WIDTH, 3)) + random.integers(90, 160, 3)
        label = np.full((HEIGHT, WIDTH), 1 if index < 2 else 0, np.uint8)
        middle = body[1, 0]
        trunk = (np.abs(columns - middle) < 18) & (rows > 56) & (rows < 128)
        picture[trunk], label[trunk] = random.integers(90, 160, 3), 5 if index < 2 else 0
        for name, colour in (("right wrist", (230, 20, 20)), ("left wrist", (20, 20, 230))):
            x, y = body[JOINTS.index(name)]
            picture[(columns - x) ** 2 + (rows - y) ** 2 < 64] = colour
        noisy = picture + random.normal(0, 6, picture.shape)
        pixels.append(np.clip(noisy, 0, 255).astype(np.uint8))
        garments.append(label)
    return PeoplePhotos(list("abcd"), np.stack(pixels), joints, np.stack(garments))


@pytest.fixture(scope="session")
def four_people() -> PeoplePhotos:
    return drawn_people()
