"""The network of the people pack: a pose and a dressed person with a pose of their own to a picture."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.networks.adaptors import FINE_STRIDE, ExemplarAdaptor, LayoutAdaptor, SharedFeatures
from training.networks.blocks import activate
from training.networks.coherent_copy import scored_exemplar, scored_layout
from training.networks.painted_layout import LINE_CHANNELS, PaintedLayout, PaintingTranslator
from training.networks.pasting import exemplar_pixels
from training.networks.translator import ExemplarEncoding, LayoutEncoding, Translation, TranslatorConfig
from training.people.body_regions import CLASSES, body_regions
from training.people.skeleton import CHANNELS


@dataclass(frozen=True)
class PeopleTranslatorConfig(TranslatorConfig):
    """The translator's shapes for people."""

    classes: int = len(CLASSES)


class PeopleTranslator(PaintingTranslator):
    """Poses are 20 channels B×20×H×W (0..1) of both the layout and the exemplar; their regions act as classes."""

    def __init__(self, config: PeopleTranslatorConfig) -> None:
        super().__init__(config)
        if config.guidance == "correspondence":
            sizes = (config.classes + CHANNELS, config.adaptor_width, config.coarse_channels, config.fine_channels)
            self.layout_adaptor = LayoutAdaptor(*sizes)
            self.exemplar_adaptor = ExemplarAdaptor(*sizes)
        self.pose_lines = nn.Conv2d(CHANNELS, LINE_CHANNELS, 3, 1, 1)

    def read_pose(self, pose: Tensor) -> PaintedLayout:
        """A pose as the layout."""
        assert self.layout_adaptor is not None
        regions = body_regions(pose)
        shares = functional.avg_pool2d(regions, FINE_STRIDE)
        features = self.layout_adaptor(torch.cat([shares, functional.avg_pool2d(pose, FINE_STRIDE)], 1))
        scored = scored_layout(features.fine.detach().float(), shares)
        coarse_shares = functional.avg_pool2d(shares, 2)
        encoding = LayoutEncoding(self.with_classes(features.coarse, coarse_shares), scored, coarse_shares)
        return PaintedLayout(encoding, features, regions, self.lines_of(pose), None)

    def lines_of(self, pose: Tensor) -> Tensor:
        """What the generator is told of the skeleton itself."""
        return activate(self.pose_lines(pose))

    def encode_exemplar(self, exemplar: Tensor, labels: Tensor) -> tuple[ExemplarEncoding, SharedFeatures]:
        """A person, B×3×H×W in −1..1; `labels` is the pose they have."""
        assert self.exemplar_adaptor is not None
        shares = functional.avg_pool2d(body_regions(labels), FINE_STRIDE)
        features = self.exemplar_adaptor(exemplar, torch.cat([shares, functional.avg_pool2d(labels, FINE_STRIDE)], 1))
        values = torch.cat([functional.avg_pool2d(exemplar, 8), functional.avg_pool2d(shares, 2)], 1)
        colours = functional.avg_pool2d(exemplar.float(), FINE_STRIDE)
        scored = scored_exemplar(features.fine.detach().float(), shares, colours)
        coarse = self.with_classes(features.coarse, values[:, 3:])
        return ExemplarEncoding(coarse, scored, values, exemplar_pixels(exemplar)), features

    def forward(self, labels: Tensor, exemplar: Tensor, exemplar_labels: Tensor) -> Translation:
        """As the landscape translator's, but both conditions are poses."""
        if self.config.guidance == "style":
            return self.from_style(body_regions(labels), self.lines_of(labels), exemplar)
        return self.from_layout(self.read_pose(labels), exemplar, exemplar_labels)
