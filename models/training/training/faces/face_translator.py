"""One network for two conditions: parts of a face, or edges. Only what reads the condition differs."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.faces.enclosed import known_parts
from training.faces.outlines import CHANNELS
from training.networks.adaptors import FINE_STRIDE, PyramidAdaptor, SharedFeatures
from training.networks.blocks import ResidualStage, activate, coordinate_channels, edge_conv, joined_edge_conv, upsample
from training.networks.coherent_copy import scored_layout
from training.networks.painted_layout import LINE_CHANNELS, PaintedLayout, PaintingTranslator
from training.networks.translator import LayoutEncoding, Translation, TranslatorConfig


class EdgeReader(nn.Module):
    """Edge channels B×15×H×W to part logits B×C×H/4×W/4: which part each line encloses."""

    def __init__(self, classes: int, width: int) -> None:
        super().__init__()
        self.to_half = edge_conv(CHANNELS, width // 2, stride=2, kernel=5)
        self.to_quarter = edge_conv(width // 2 + 2, width, stride=2)
        self.down4 = ResidualStage(width, width)
        self.down8 = ResidualStage(width, width * 3 // 2, 2)
        self.down16 = ResidualStage(width * 3 // 2, width * 2, 2)
        self.down32 = ResidualStage(width * 2, width * 2, 2)
        self.up16 = ResidualStage(width * 4, width * 2)
        self.up8 = ResidualStage(width * 2 + width * 3 // 2, width * 3 // 2)
        self.up4 = ResidualStage(width * 3 // 2 + width, width)
        self.decide = nn.Conv2d(width, classes, 1)

    def forward(self, edges: Tensor) -> Tensor:
        """Part logits."""
        half = activate(self.to_half(edges))
        at4 = self.down4(activate(joined_edge_conv(self.to_quarter, [half, coordinate_channels(half)])))
        at8 = self.down8(at4)
        at16 = self.down16(at8)
        x = self.up16(torch.cat([upsample(self.down32(at16)), at16], 1))
        x = self.up8(torch.cat([upsample(x), at8], 1))
        return self.decide(activate(self.up4(torch.cat([upsample(x), at4], 1))))


@dataclass(frozen=True)
class FaceTranslatorConfig(TranslatorConfig):
    """The translator's shapes for faces."""

    classes: int = 19
    reader_width: int = 32


class FaceTranslator(PaintingTranslator):
    """Parts or edges and an exemplar face to a picture; exemplar encoder, match and generator are shared."""

    def __init__(self, config: FaceTranslatorConfig) -> None:
        super().__init__(config)
        self.edge_reader = EdgeReader(config.classes, config.reader_width)
        self.edge_pyramid = PyramidAdaptor(
            config.classes + CHANNELS, config.adaptor_width, config.coarse_channels, config.fine_channels
        )
        self.part_lines = nn.Conv2d(config.classes, LINE_CHANNELS, 3, 1, 1)
        self.edge_lines = nn.Conv2d(CHANNELS, LINE_CHANNELS, 3, 1, 1)

    def draw_parts(self, labels: Tensor) -> tuple[Tensor, Tensor]:
        """What the generator is told of painted parts, B×H×W class numbers: parts and lines of a PaintedLayout."""
        parts = self.one_hot(labels)
        return parts, activate(self.part_lines(parts))

    def read_parts(self, labels: Tensor) -> PaintedLayout:
        """Painted parts, B×H×W class numbers."""
        encoding, features = self.encode_layout(labels)
        return PaintedLayout(encoding, features, *self.draw_parts(labels), None)

    def encode_edges(self, edges: Tensor, fine: Tensor) -> tuple[LayoutEncoding, SharedFeatures]:
        """Edge channels B×16×H×W with the parts on the stride-4 grid (`fine_parts`) as the match sees them."""
        drawn = functional.avg_pool2d(edges[:, :CHANNELS], FINE_STRIDE)
        features = self.edge_pyramid(torch.cat([fine, drawn], 1))
        coarse_shares = functional.avg_pool2d(fine, 2)
        scored = scored_layout(features.fine.detach().float(), fine)
        return LayoutEncoding(self.with_classes(features.coarse, coarse_shares), scored, coarse_shares), features

    def draw_edges(self, edges: Tensor) -> Tensor:
        """The lines of edge channels B×16×H×W, for the generator."""
        return activate(self.edge_lines(edges[:, :CHANNELS]))

    def read_edges(self, edges: Tensor) -> PaintedLayout:
        """Edge channels B×16×H×W; the last one says what closed lines enclose."""
        guess = self.edge_reader(edges[:, :CHANNELS])
        # Guessed parts are trained by a loss of their own; the pictures' losses would distort them.
        parts, fine = known_parts(edges, guess.detach().float())
        encoding, features = self.encode_edges(edges, fine)
        return PaintedLayout(encoding, features, parts, self.draw_edges(edges), guess)

    def forward(self, labels: Tensor, exemplar: Tensor, exemplar_labels: Tensor) -> Translation:
        """As the landscape translator's: painted parts."""
        if self.config.guidance == "style":
            return self.from_style(*self.draw_parts(labels), exemplar)
        return self.from_layout(self.read_parts(labels), exemplar, exemplar_labels)
