"""The whole official model: correspondence, then translation."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

from .configuration import OfficialConfiguration
from .correspondence import CorrespondenceNetwork
from .generator import Generator


@dataclass(frozen=True)
class Translation:
    """``matrix`` [B,N,N], ``warp`` [B,3,H,W] and ``picture`` [B,3,H,W]."""

    matrix: Tensor
    warp: Tensor
    picture: Tensor


class OfficialModel(nn.Module):
    """Both networks, run one after the other."""

    def __init__(self, configuration: OfficialConfiguration) -> None:
        super().__init__()
        self.configuration = configuration
        self.correspondence = CorrespondenceNetwork(configuration)
        self.generator = Generator(configuration)

    def forward(self, exemplar: Tensor, condition: Tensor, exemplar_condition: Tensor | None) -> Translation:
        """See CorrespondenceNetwork and Generator for shapes and ranges."""
        corresponding = self.correspondence(exemplar, condition, exemplar_condition)
        picture = self.generator(corresponding.warp, condition)
        return Translation(corresponding.matrix, corresponding.warp, picture)
