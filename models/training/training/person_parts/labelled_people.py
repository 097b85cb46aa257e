"""Photos of one dressed person each with labels of their parts: the half of the people photos that people labelled."""

from pathlib import Path

import numpy as np
import torch

from training.parsing.faces import FaceSet
from training.people.garments import GROUP_NAMES, UNKNOWN
from training.people.photographs import PeoplePhotos, cached_people

PERSON_PARTS = tuple(name for number, name in enumerate(GROUP_NAMES) if number != UNKNOWN)
"""Names in the order of the label values and of the logits: 0 background, 1 hair, 2 skin, then garments."""


def labelled_photos(people: PeoplePhotos) -> FaceSet:
    """Those of the photos that have labels, HEIGHT×WIDTH."""
    # A photo is labelled as a whole or not at all.
    numbers = [index for index in range(len(people)) if people.garments[index].any()]
    photos = torch.from_numpy(np.stack([people.pixels[index] for index in numbers])).permute(0, 3, 1, 2).contiguous()
    groups = torch.from_numpy(np.stack([people.garments[index] for index in numbers]))
    return FaceSet([people.names[index] for index in numbers], photos, groups - 1)


def labelled_people(data: Path, cache: Path, split: str) -> FaceSet:
    """The labelled photos of a split, 'training' or 'validation'."""
    return labelled_photos(cached_people(data, cache, split))
