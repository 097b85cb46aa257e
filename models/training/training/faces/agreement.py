"""How well a picture keeps to what was painted: its parts and outlines, as the shipped parser sees them."""

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from torch import Tensor

from training.faces.outlines import OUTLINED, Mask, outline, part_mask
from training.parsing.classes import CLASS_COUNT
from training.parsing.measure import Parser, confusion

Labels = NDArray[np.uint8]
NEAR = 2.0
"""pixels at 256² within which an outline counts as where it should be"""


def part_outlines(labels: Labels) -> Mask:
    """The outlines of all parts that the edge channels draw."""
    lines: Mask = np.any([outline(part_mask(labels, part)) for part in OUTLINED], axis=0)
    return lines


def near_share(lines: Mask, others: Mask) -> tuple[int, int]:
    """How many pixels of `lines` lie within NEAR of `others`, and how many there are."""
    if not others.any():
        return 0, int(lines.sum())
    distance = distance_transform_edt(~others)
    return int((distance[lines] <= NEAR).sum()), int(lines.sum())


class LayoutAgreement:
    """Adds up confusion and outlines over pictures."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.counts = torch.zeros(CLASS_COUNT, CLASS_COUNT, dtype=torch.int64)
        self.found = np.zeros(2, np.int64)
        """pixels of the pictures' outlines near the wanted ones, and all of them"""
        self.wanted = np.zeros(2, np.int64)

    @torch.no_grad()
    def add(self, picture: Tensor, labels: Tensor) -> None:
        """A picture 1×3×256×256 in −1..1 and the parts 1×256×256 it should have."""
        seen = self.parser(picture).argmax(1)
        self.counts += confusion(seen, labels)
        ours = part_outlines(seen[0].numpy().astype(np.uint8))
        theirs = part_outlines(labels[0].numpy().astype(np.uint8))
        self.found += near_share(ours, theirs)
        self.wanted += near_share(theirs, ours)

    def values(self) -> dict[str, float]:
        """Pixel accuracy, mean IoU of the parts that were wanted at all, and F1 of the outlines."""
        hit, union = self.counts.diagonal(), self.counts.sum(0) + self.counts.sum(1) - self.counts.diagonal()
        present = self.counts.sum(1) > 0
        precision, recall = (float(near) / max(int(total), 1) for near, total in (self.found, self.wanted))
        return {
            "pixel_accuracy": float(hit.sum() / self.counts.sum()),
            "mean_iou": float((hit[present].double() / union[present]).mean()),
            "outline_f1": 2 * precision * recall / max(precision + recall, 1e-9),
        }
