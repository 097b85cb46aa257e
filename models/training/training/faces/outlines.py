"""The edge channels of a face, as the app computes them, from photos or as a hand would draw them.

15 channels are the authors'; the last one names the part that closed lines enclose. The same numbers as
training/conditions_reference (which needs test-only libraries) without its whole-picture loops; the
jitter, breaks and thick lines stand for what people draw (faces-notes.md).
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation, distance_transform_cdt, map_coordinates, zoom

from training.parsing.classes import FACE_PARTS

Mask = NDArray[np.bool_]
Labels = NDArray[np.uint8]

OUTLINED = (
    "skin",
    "left brow",
    "right brow",
    "left eye",
    "right eye",
    "left ear",
    "right ear",
    "nose",
    "upper lip",
    "mouth",
    "lower lip",
    "eyeglasses",
    "hair",
)
"""Parts with a distance channel, in the order of the channels 1 … 13."""

CHANNELS = len(OUTLINED) + 2
"""those of the authors: all edges, distances, part outlines"""
CONDITION_CHANNELS = CHANNELS + 1
"""with the part that closed lines enclose"""

ON_SKIN = tuple(
    FACE_PARTS.index(name)
    for name in (
        "skin",
        "nose",
        "eyeglasses",
        "left eye",
        "right eye",
        "left brow",
        "right brow",
        "mouth",
        "upper lip",
        "lower lip",
    )
)
"""Classes over which the skin of CelebAMask-HQ's own masks goes on."""

ALWAYS_DRAWN = ("skin", "hair")
"""Nobody leaves these out who means them to be there: a face drawn without hair is bald."""

NATIVE = 256
"""Picture side at which distances are counted: a smaller picture has the same channels at a smaller size."""


def part_mask(labels: Labels, part: str) -> Mask:
    """Where a part is; the skin is the whole face."""
    return np.isin(labels, ON_SKIN) if part == "skin" else labels == FACE_PARTS.index(part)


def outline(mask: Mask) -> Mask:
    """Pixels of which a 4-neighbour has another value."""
    edges = np.zeros_like(mask)
    across, down = mask[:, 1:] != mask[:, :-1], mask[1:] != mask[:-1]
    edges[:, 1:] |= across
    edges[:, :-1] |= across
    edges[1:] |= down
    edges[:-1] |= down
    return edges


def distance_channel(line: Mask) -> NDArray[np.float32]:
    """A third of the L1 distance to the line, whole levels up to 255, / 255; 1 throughout without a line."""
    if not line.any():
        return np.ones(line.shape, np.float32)
    scale = NATIVE / line.shape[0]
    distance = distance_transform_cdt(~line, "taxicab") * scale
    levels: NDArray[np.float32] = np.clip(np.floor(distance / 3), 0, 255).astype(np.float32) / 255
    return levels


@dataclass(frozen=True)
class Hand:
    """How a drawing differs from a parser's outlines; shares are of drawings or of lines."""

    drawn_share: float = 0.5
    """drawings without Canny edges, with the deviations below"""
    wander: float = 2.5
    """pixels at 256² by which lines may be off, smoothly"""
    broken_share: float = 0.4
    """lines with gaps"""
    thick_share: float = 0.3
    left_out_share: float = 0.06
    """lines that are not drawn at all"""
    surroundings_share: float = 0.5
    """drawings with the borders of neck, clothes and hat, which are no parts"""


def wandered(labels: Labels, reach: float, random: np.random.Generator) -> Labels:
    """Labels moved smoothly by up to `reach` pixels."""
    size = labels.shape[0]
    knots = random.uniform(-reach, reach, size=(2, 6, 6))
    shift = [zoom(plane, size / 6, order=3)[:size, :size] for plane in knots]
    rows, columns = np.mgrid[0:size, 0:size].astype(np.float64)
    moved: Labels = map_coordinates(labels, [rows + shift[0], columns + shift[1]], order=0, mode="nearest")
    return moved


def with_gaps(line: Mask, random: np.random.Generator) -> Mask:
    """A line without its pixels in a few discs."""
    places = np.argwhere(line)
    if len(places) == 0:
        return line
    kept = line.copy()
    rows, columns = np.ogrid[0 : line.shape[0], 0 : line.shape[1]]
    for _ in range(int(random.integers(1, 4))):
        row, column = places[random.integers(len(places))]
        radius = random.uniform(0.01, 0.05) * line.shape[0]
        kept &= (rows - row) ** 2 + (columns - column) ** 2 > radius**2
    return kept


class Drawing(NamedTuple):
    """One line per outlined part, and what the unbroken ones enclose."""

    lines: list[Mask]
    others: Mask
    """lines that belong to no part"""
    enclosed: Labels
    """class per pixel; 0 where no closed line says what is there"""


def enclosed_by(labels: Labels, parts: Collection[str]) -> Labels:
    """What the outlines of these parts enclose; the skin's goes around what lies on it and is not enclosed itself."""
    enclosed = np.where(np.isin(labels, [FACE_PARTS.index(part) for part in parts]), labels, 0).astype(np.uint8)
    if "skin" in parts:
        enclosed[(enclosed == 0) & part_mask(labels, "skin")] = FACE_PARTS.index("skin")
    return enclosed


def traced(labels: Labels, canny: Mask) -> Drawing:
    """The outlines of all parts, and a photo's edges beside them."""
    lines = [outline(part_mask(labels, part)) for part in OUTLINED]
    return Drawing(lines, outside_edges(labels, canny), enclosed_by(labels, OUTLINED))


def surroundings(labels: Labels) -> Mask:
    """Outlines of what has no channel of its own."""
    names = ("hat", "neck", "cloth")
    return np.any([outline(labels == FACE_PARTS.index(name)) for name in names], axis=0)


def drawn_lines(labels: Labels, hand: Hand, random: np.random.Generator) -> Drawing:
    """Lines as somebody would draw them."""
    labels = wandered(labels, hand.wander * labels.shape[0] / NATIVE, random)
    lines, closed = [], []
    for part in OUTLINED:
        line = outline(part_mask(labels, part))
        left_out = random.random() < hand.left_out_share and part not in ALWAYS_DRAWN
        if left_out:
            line = np.zeros_like(line)
        broken = random.random() < hand.broken_share
        if broken:
            line = with_gaps(line, random)
        if random.random() < hand.thick_share:
            line = binary_dilation(line)
        lines.append(line)
        if not left_out and not broken:
            closed.append(part)
    with_surroundings = random.random() < hand.surroundings_share
    others = surroundings(labels) if with_surroundings else np.zeros(labels.shape, bool)
    return Drawing(lines, others, enclosed_by(labels, closed))


def outside_edges(labels: Labels, canny: Mask) -> Mask:
    """Canny edges that are on no part of the face; those of the hair are kept."""
    face = [part_mask(labels, part) for part in OUTLINED if part != "hair"]
    inside = np.any(face, axis=0) & ~part_mask(labels, "hair")
    return canny & ~inside


def enclosed_channel(enclosed: Labels) -> NDArray[np.float32]:
    """The number of the part that closed lines enclose, 1 … 13, or 0, over 255."""
    numbers = np.zeros(256, np.float32)
    for number, part in enumerate(OUTLINED, 1):
        numbers[FACE_PARTS.index(part)] = number
    channel: NDArray[np.float32] = numbers[enclosed] / np.float32(255)
    return channel


def edge_channels(drawing: Drawing) -> NDArray[np.float32]:
    """CONDITION_CHANNELS×H×W in 0..1: all edges, a distance map per part, all part outlines, enclosed parts."""
    parts = np.any(drawing.lines, axis=0)
    maps = [distance_channel(line) for line in drawing.lines]
    all_edges, outlines = ((parts | drawing.others).astype(np.float32), parts.astype(np.float32))
    return np.stack([all_edges, *maps, outlines, enclosed_channel(drawing.enclosed)])


def edges_of(labels: Labels, canny: Mask, hand: Hand, random: np.random.Generator) -> NDArray[np.float32]:
    """Channels of a photo's edges, or of a drawing, by `hand.drawn_share`."""
    drawn = random.random() < hand.drawn_share
    return edge_channels(drawn_lines(labels, hand, random) if drawn else traced(labels, canny))
