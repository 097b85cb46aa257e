"""Translators whose condition is more than one class per pixel: lines of a drawing, a skeleton.

What reads the condition differs from condition to condition; what match and generator are given does not.
"""

from typing import NamedTuple

from torch import Tensor
from torch.nn import functional

from training.networks.adaptors import COARSE_STRIDE, SharedFeatures
from training.networks.generator import GeneratorWidths, SpadeGenerator
from training.networks.translator import LayoutEncoding, Match, Translation, Translator, TranslatorConfig

LINE_CHANNELS = 8
"""What the generator is told of a condition besides its parts: where exactly the lines run."""


class PaintedLayout(NamedTuple):
    """A condition as the shared networks see it."""

    encoding: LayoutEncoding
    features: SharedFeatures
    parts: Tensor
    """B×C×H×W, 0..1: parts, painted, drawn or guessed"""
    lines: Tensor
    """B×LINE_CHANNELS×H×W"""
    guess: Tensor | None
    """logits B×C×H/4×W/4 of the parts where they were guessed"""


class PaintingTranslator(Translator):
    """Exemplar encoder, match and generator for layouts that were read into a PaintedLayout."""

    def __init__(self, config: TranslatorConfig) -> None:
        super().__init__(config)
        widths = GeneratorWidths(config.condition_widths, config.decoder_widths)
        warped = 0 if config.guidance == "style" else 7
        style = config.style_channels if config.guidance == "style" else 0
        self.generator = SpadeGenerator(config.classes + LINE_CHANNELS + warped, widths, style)

    def paint(self, parts: Tensor, lines: Tensor, match: Match) -> tuple[Tensor, Tensor]:
        """The picture and the share of the warp kept in it, from a layout's parts and lines."""
        confidence = functional.interpolate(match.confidence, scale_factor=COARSE_STRIDE, mode="bilinear")
        return self.generator([parts, lines, match.warp, match.base, confidence], match.warp)

    def from_style(self, parts: Tensor, lines: Tensor, exemplar: Tensor) -> Translation:
        """The SPADE baseline: the exemplar is one style vector, and nothing is warped."""
        assert self.style_encoder is not None
        picture, kept = self.generator([parts, lines], None, self.style_encoder(exemplar))
        return Translation(picture, kept, None, None, None)

    def from_layout(self, layout: PaintedLayout, exemplar: Tensor, exemplar_condition: Tensor) -> Translation:
        """The picture of a read layout in the look of an exemplar, whose condition `encode_exemplar` reads."""
        encoding, exemplar_features = self.encode_exemplar(exemplar, exemplar_condition)
        match = self.match(layout.encoding, encoding)
        picture, kept = self.paint(layout.parts, layout.lines, match)
        return Translation(picture, kept, match, layout.features, exemplar_features)
