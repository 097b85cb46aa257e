"""Light of other hours: a photo and its exemplar seen at dusk, in haze or under a coloured sky.

Most photographs show daylight, so a network learns that grass is bright green and paints it so into a night. Samples
whose photo and exemplar share a random light teach it to take the light of what it paints from what the exemplar shows.
"""

import torch
from torch import Tensor

DIMMEST = 0.15
"""gain of the darkest light"""
FAINTEST_COLOUR = 0.25
"""smallest share of a picture's own saturation that is left"""
STRONGEST_TINT = 0.65
"""how far red may fall behind blue, or blue behind red"""
LEAST_GREEN = 0.75
"""Green lies between red and blue, or, in a purple dusk, as far as this below. Never above: light is not green, and a
green meadow must not be taken for a green hour, in which a lake would be green too."""
THICKEST_HAZE = 0.35
"""largest share of the light's own colour laid over a picture"""


def random_lights(count: int, share: float, generator: torch.Generator) -> Tensor:
    """count×6 lights (gain per channel, saturation, haze, 1 where it is on); `share` of them are on."""
    gain = DIMMEST ** torch.rand(count, 1, generator=generator)
    ends = 1.0 - STRONGEST_TINT * torch.rand(count, 2, generator=generator)
    red, blue = (ends / ends.amax(dim=1, keepdim=True)).split(1, dim=1)
    between = torch.lerp(red, blue, torch.rand(count, 1, generator=generator))
    green = between * (LEAST_GREEN + (1.0 - LEAST_GREEN) * torch.rand(count, 1, generator=generator))
    tint = torch.cat([red, green, blue], dim=1)
    saturation = FAINTEST_COLOUR + (1.0 - FAINTEST_COLOUR) * torch.rand(count, 1, generator=generator)
    haze = THICKEST_HAZE * torch.rand(count, 1, generator=generator) ** 2
    on = (torch.rand(count, 1, generator=generator) < share).float()
    return torch.cat([gain * tint, saturation, haze, on], dim=1)


def under_light(pictures: Tensor, lights: Tensor) -> Tensor:
    """Pictures B×3×H×W (−1..1) as they look in `lights` (B×6); unchanged where a light is off."""
    colour, saturation, haze, on = (part[:, :, None, None] for part in lights.split([3, 1, 1, 1], dim=1))
    values = (pictures + 1.0) / 2.0
    grey = values.mean(dim=1, keepdim=True)
    lit = (grey + (values - grey) * saturation) * (1.0 - haze) + haze
    return torch.where(on > 0, (lit * colour).clamp(0.0, 1.0) * 2.0 - 1.0, pictures)
