"""What closed lines of a part enclose is that part: only the rest of a drawing has to be guessed.

The last channel of the edges says so (outlines.enclosed_channel); this joins it with the reader's guess.
"""

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from training.faces.outlines import CHANNELS, ON_SKIN, OUTLINED
from training.networks.adaptors import FINE_STRIDE
from training.parsing.classes import CLASS_COUNT, FACE_PARTS

SKIN = FACE_PARTS.index("skin")
HAT = FACE_PARTS.index("hat")
NEVER = -1e4
"""added to the logit of a part that cannot be"""


class KnownParts(NamedTuple):
    """Shares B×C×H×W and B×C×H/4×W/4, 0..1, that sum to 1 in every pixel."""

    full: Tensor
    fine: Tensor


def part_numbers() -> Tensor:
    """The number of every class among the outlined parts, 1 … 13; −1 of those that no line encloses."""
    return torch.tensor([OUTLINED.index(name) + 1 if name in OUTLINED else -1 for name in FACE_PARTS])


def may_lie_on_skin() -> Tensor:
    """Which classes may be inside the face's outline, C."""
    allowed = torch.zeros(CLASS_COUNT, dtype=torch.bool)
    allowed[list(ON_SKIN)] = True
    return allowed


def may_be_missing() -> Tensor:
    """Which classes a face can do without, C; for eyes that nobody drew the reader still finds a place."""
    missing = torch.zeros(CLASS_COUNT, dtype=torch.bool)
    missing[[FACE_PARTS.index(name) for name in ("eyeglasses", "mouth")]] = True
    return missing


def known_parts(edges: Tensor, guess: Tensor) -> KnownParts:
    """Parts from the edges B×16×H×W and the reader's logits B×C×H/4×W/4.

    Enclosed pixels are their part. A part that is enclosed somewhere is nowhere else. Inside the skin, parts of the
    face may lie whose lines are not closed; elsewhere everything may. No line is a hat's, and where hair ends inside
    the picture the reader would take what is above it for one.
    """
    numbers = part_numbers().to(edges.device)
    enclosed = (edges[:, CHANNELS:] * 255 - numbers.view(1, -1, 1, 1)).abs() < 0.5
    inside = enclosed.to(guess.dtype)
    closed = inside.amax((2, 3))
    drawn = (edges[:, 1 : 1 + len(OUTLINED)].amin((2, 3)) < 1).to(guess.dtype)
    expected = torch.maximum(drawn[:, (numbers - 1).clamp_min(0)], (~may_be_missing()).to(guess))
    impossible = closed.clone()
    impossible[:, HAT] = 1
    on_skin = may_lie_on_skin().to(guess) * expected * (1 - closed)
    on_skin[:, SKIN] = 1
    anywhere = (guess + NEVER * impossible[:, :, None, None]).softmax(1)
    on_face = (guess + NEVER * (1 - on_skin)[:, :, None, None]).softmax(1)
    skin = inside[:, SKIN : SKIN + 1]
    certain = torch.cat([inside[:, :SKIN], torch.zeros_like(skin), inside[:, SKIN + 1 :]], 1)
    free = 1 - inside.sum(1, keepdim=True)

    def joined(certain: Tensor, skin: Tensor, free: Tensor, on_face: Tensor, anywhere: Tensor) -> Tensor:
        return certain + skin * on_face + free * anywhere

    def enlarged(shares: Tensor) -> Tensor:
        return functional.interpolate(shares, scale_factor=FINE_STRIDE, mode="bilinear")

    def reduced(mask: Tensor) -> Tensor:
        return functional.avg_pool2d(mask, FINE_STRIDE)

    return KnownParts(
        joined(certain, skin, free, enlarged(on_face), enlarged(anywhere)),
        joined(reduced(certain), reduced(skin), reduced(free), on_face, anywhere),
    )
