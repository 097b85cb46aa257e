"""What distinguishes the five official checkpoints (docs: official-checkpoints.md)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True)
class OfficialConfiguration:
    """One variant of the official networks.

    ``width`` is the authors' ngf: every channel count is a multiple of it. 64 is the published size;
    smaller widths keep the graph and shrink the weights for tests.
    """

    name: str
    condition_channels: int
    stride_kernel: Literal[3, 4]
    mask_mix: bool
    warp: Literal["average", "patch"]
    warp_upsampling: Literal["nearest", "bilinear"]
    noise_for_mask: bool = False
    width: int = 64
    temperature: float = 0.01

    def with_width(self, width: int) -> OfficialConfiguration:
        """The same variant at another width (ngf)."""
        return replace(self, width=width)


OFFICIAL_VARIANTS: dict[str, OfficialConfiguration] = {
    configuration.name: configuration
    for configuration in (
        OfficialConfiguration("ade20k", 151, 3, True, "average", "nearest"),
        OfficialConfiguration("ade20k-noise", 151, 3, True, "average", "nearest", noise_for_mask=True),
        OfficialConfiguration("celebahq", 19, 4, True, "average", "bilinear"),
        OfficialConfiguration("celebahqedge", 15, 4, True, "average", "bilinear"),
        OfficialConfiguration("deepfashion", 20, 4, False, "patch", "nearest"),
    )
}
