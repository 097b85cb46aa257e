"""The landscape pack's classes: ADE20K indices; classes that are too rare are merged into related ones."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

CLASS_FILE = Path(__file__).with_name("landscape-classes.json")


@dataclass(frozen=True)
class LandscapeClass:
    """A class of the pack and the ADE20K classes merged into it."""

    id: int
    """ADE20K index, the value in label maps"""
    name: str
    aliases: tuple[tuple[int, str], ...]
    """(ADE20K index, name) of classes merged into this one"""


def landscape_classes(path: Path = CLASS_FILE) -> list[LandscapeClass]:
    """Classes in channel order."""
    entries = json.loads(path.read_text())
    return [LandscapeClass(e["id"], e["name"], tuple((a["id"], a["name"]) for a in e["aliases"])) for e in entries]


def channel_table(classes: list[LandscapeClass]) -> NDArray[np.uint8]:
    """256 entries: label-map value to channel; unknown values go to channel 0 (other)."""
    table = np.zeros(256, np.uint8)
    for channel, entry in enumerate(classes):
        for index in (entry.id, *(alias for alias, _ in entry.aliases)):
            table[index] = channel
    return table
