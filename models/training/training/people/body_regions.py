"""Where the parts of a body are, as far as its skeleton tells: the classes of a pose.

The match wants classes (a sleeve is to be looked for along the same arm), and a pose has none. So every pixel gets
shares of the limb groups near it, and of the room around the body, where skirts, coats and bags are.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

DRAWN = 3
"""channels of the drawing, before the distances"""
PIXELS = 3.0 * 255.0
"""pixels of L1 distance at the value 1 (distance_channel)"""
SOFTNESS = 3.0
"""pixels over which a region fades into the next"""
AROUND = 16.0
"""how far beyond the body the room around it reaches, in pixels"""


@dataclass(frozen=True)
class Region:
    """Limbs, by their number in LIMBS, that make one region, and how far it reaches from them in pixels."""

    name: str
    limbs: tuple[int, ...]
    reach: float


REGIONS = (
    Region("head", (12, 13, 14, 15, 16), 12.0),
    Region("torso", (0, 1, 6, 9), 12.0),
    Region("right upper arm", (2,), 7.0),
    Region("right forearm", (3,), 7.0),
    Region("left upper arm", (4,), 7.0),
    Region("left forearm", (5,), 7.0),
    Region("right thigh", (7,), 10.0),
    Region("right shin", (8,), 8.0),
    Region("left thigh", (10,), 10.0),
    Region("left shin", (11,), 8.0),
)
CLASSES = ("background", "around the body", *(region.name for region in REGIONS))


def body_regions(channels: Tensor) -> Tensor:
    """Shares B×len(CLASSES)×H×W, adding up to one, of pose channels B×20×H×W (0..1)."""
    distances = channels[:, DRAWN:].float() * PIXELS
    inside = [region.reach - distances[:, list(region.limbs)].amin(dim=1, keepdim=True) for region in REGIONS]
    depth = torch.cat(inside, 1)
    around = depth.amax(dim=1, keepdim=True) + AROUND
    background = torch.zeros_like(around)
    # The body's regions lie in the room around it, so that this one counts where none of them does.
    return torch.softmax(
        torch.cat([background, around.clamp(max=SOFTNESS * 4), depth * 2 + SOFTNESS * 4], 1) / SOFTNESS, 1
    )
