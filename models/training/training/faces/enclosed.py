"""What closed lines of a part enclose is that part: only the rest of a drawing has to be guessed.

The last channel of the edges says so (outlines.enclosed_channel); this joins it with the reader's guess.
"""

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from training.faces.outlines import CHANNELS, ON_SKIN, OUTLINED
from training.networks.adaptors import FINE_STRIDE
from training.networks.exported_forms import channel_mean
from training.parsing.classes import CLASS_COUNT, FACE_PARTS

SKIN = FACE_PARTS.index("skin")
HAT = FACE_PARTS.index("hat")
NEVER = -1e4
"""added to the logit of a part that cannot be"""


class Places(NamedTuple):
    """What closed lines say of every pixel, 0 or 1; one of the three holds."""

    certain: Tensor
    """B×C×H×W: enclosed by a part other than the skin"""
    skin: Tensor
    """B×1×H×W: inside the face, where parts may lie whose lines are not closed"""
    free: Tensor
    """B×1×H×W: nothing is known"""


class Guess(NamedTuple):
    """Shares of the parts where lines do not tell, B×C×H/4×W/4, 0..1; they sum to 1 over C."""

    on_face: Tensor
    """inside the skin"""
    elsewhere: Tensor


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


def known_places(edges: Tensor) -> Places:
    """From the edges B×16×H×W.

    One number per pixel is compared, not summed up over the parts: onnxruntime is slow along the middle axis.
    """
    number = torch.round(edges[:, CHANNELS:] * 255).int()
    numbers = part_numbers()
    skin = int(numbers[SKIN])
    numbers[SKIN] = -1
    certain = number == numbers.view(1, -1, 1, 1).int().to(edges.device)
    return Places(certain.to(edges.dtype), (number == skin).to(edges.dtype), (number == 0).to(edges.dtype))


def guess_of(edges: Tensor, guess: Tensor, places: Places) -> Guess:
    """From the edges, the reader's logits B×C×H/4×W/4 and what is known.

    A part that is enclosed somewhere is nowhere else. Inside the skin, parts of the face may lie whose lines are not
    closed; elsewhere everything may. No line is a hat's, and where hair ends inside the picture the reader would take
    what is above it for one.
    """
    numbers = part_numbers().to(edges.device)
    of_skin = torch.zeros(CLASS_COUNT, device=edges.device, dtype=edges.dtype)
    of_skin[SKIN] = 1
    closed = places.certain.amax((2, 3)) + places.skin.amax((2, 3)) * of_skin
    drawn = (edges.amin((2, 3))[:, 1 : 1 + len(OUTLINED)] < 1).to(guess.dtype)
    expected = torch.maximum(drawn[:, (numbers - 1).clamp_min(0)], (~may_be_missing()).to(guess))
    impossible = closed.clone()
    impossible[:, HAT] = 1
    on_skin = may_lie_on_skin().to(guess) * expected * (1 - closed)
    on_skin[:, SKIN] = 1
    if torch.onnx.is_in_onnx_export():
        return exported_guess(guess, on_skin, 1 - impossible)
    elsewhere = (guess + NEVER * impossible[:, :, None, None]).softmax(1)
    on_face = (guess + NEVER * (1 - on_skin)[:, :, None, None]).softmax(1)
    return Guess(on_face, elsewhere)


def exported_guess(guess: Tensor, on_skin: Tensor, anywhere: Tensor) -> Guess:
    """Both softmaxes over what is allowed, 0 or 1 B×C, from one exponential: onnxruntime takes long for a row of 19."""
    rows = guess.flatten(2)
    powers = torch.exp(rows - rows.amax(1, keepdim=True))
    shares = []
    for allowed in (on_skin, anywhere):
        allowed_powers = powers * allowed.unsqueeze(2)
        total = channel_mean(allowed_powers) * CLASS_COUNT
        shares.append((allowed_powers / total.clamp_min(1e-30)).reshape_as(guess))
    return Guess(*shares)


def full_parts(places: Places, guess: Guess) -> Tensor:
    """Shares of the parts in every pixel, B×C×H×W."""
    enlarged = (functional.interpolate(shares, scale_factor=FINE_STRIDE, mode="bilinear") for shares in guess)
    return joined(places, Guess(*enlarged))


def fine_parts(places: Places, guess: Guess) -> Tensor:
    """Shares of the parts on the stride-4 grid, B×C×H/4×W/4."""
    return joined(Places(*(functional.avg_pool2d(mask, FINE_STRIDE) for mask in places)), guess)


def joined(places: Places, guess: Guess) -> Tensor:
    """What is known, and where nothing is, what is guessed."""
    return places.certain + places.skin * guess.on_face + places.free * guess.elsewhere


def known_parts(edges: Tensor, guess: Tensor) -> KnownParts:
    """Parts from the edges B×16×H×W and the reader's logits B×C×H/4×W/4."""
    places = known_places(edges)
    shares = guess_of(edges, guess, places)
    return KnownParts(full_parts(places, shares), fine_parts(places, shares))
