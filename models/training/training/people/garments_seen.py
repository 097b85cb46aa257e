"""Whether clothes keep their colours, as the app's own annotator of people sees them.

`garment_colours` looks where the match of a network puts a garment. Pictures whose exemplar was bent into the pose
first show it elsewhere; here each garment is looked for in both pictures.
"""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from torch import Tensor

from training.people.garments import GROUP_NAMES

WORN = ("upper garment", "coat", "dress", "lower garment", "legwear", "shoes")
SURE = 0.6
"""share from which a pixel counts as a garment"""
LEAST_PIXELS = 256
"""of a garment in each of the two pictures; smaller ones say nothing sure"""
LEVELS = 127.5

Shares = NDArray[np.float32]
ReadParts = Callable[[Tensor], Shares]
"""A picture 1×3×256×192 in −1..1 to the shares of its classes, 256×192×C; class n is GROUP_NAMES[n + 1]."""


def parts_reader(annotator: Path) -> ReadParts:
    """Reads pictures with the annotator `person-parts`, given by its folder."""
    manifest = json.loads((annotator / "manifest.json").read_text())
    session = onnxruntime.InferenceSession(annotator / manifest["graph"]["file"])
    name = session.get_inputs()[0].name

    def read(picture: Tensor) -> Shares:
        logits: Shares = session.run(None, {name: picture.permute(0, 2, 3, 1).float().numpy()})[0][0]
        powers = np.exp(logits - logits.max(2, keepdims=True))
        return np.asarray(powers / powers.sum(2, keepdims=True))

    return read


def seen_differences(read: ReadParts, picture: Tensor, exemplar: Tensor) -> list[float]:
    """Difference of the mean colours of each garment that both pictures (1×3×256×192) show, in levels of 256."""
    pictures = [each[0].permute(1, 2, 0).float().numpy() for each in (picture, exemplar)]
    shares = [read(each) for each in (picture, exemplar)]
    found = []
    for garment in WORN:
        number = GROUP_NAMES.index(garment) - 1
        places = [each[:, :, number] > SURE for each in shares]
        if min(int(place.sum()) for place in places) < LEAST_PIXELS:
            continue
        here, there = (each[place].mean(0) for each, place in zip(pictures, places, strict=True))
        found.append(float(np.abs(here - there).mean()) * LEVELS)
    return found
