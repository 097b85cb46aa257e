"""Stages of translators whose condition is read into a PaintedLayout (networks/painted_layout.py)."""

from torch import Tensor, nn

from training.export.stages import PICTURE, EncodingSpecs, StageSpec, TensorSpec, match_spec
from training.networks.painted_layout import LINE_CHANNELS, PaintedLayout, PaintingTranslator
from training.networks.translator import Match, TranslatorConfig


def handed_on(layout: PaintedLayout) -> tuple[Tensor, ...]:
    """What a layout stage makes, in the order of `painted_outputs`."""
    return (*layout.encoding, layout.parts, layout.lines)


def painted_outputs(config: TranslatorConfig) -> list[TensorSpec]:
    """The layout's encoding for the match, and its parts and lines for the generator."""
    return [*EncodingSpecs.of(config).layout, *to_paint(config)]


def to_paint(config: TranslatorConfig) -> list[TensorSpec]:
    """Parts and lines."""
    return [
        TensorSpec("layout_parts", "float32", [1, config.classes, "H", "W"]),
        TensorSpec("layout_lines", "float32", [1, LINE_CHANNELS, "H", "W"]),
    ]


class PaintStage(nn.Module):
    """From a read layout and the warp to the picture."""

    def __init__(self, translator: PaintingTranslator) -> None:
        super().__init__()
        self.translator = translator

    def forward(self, parts: Tensor, lines: Tensor, warp: Tensor, base: Tensor, confidence: Tensor) -> Tensor:
        """The picture 1×3×H×W, −1..1."""
        picture, _ = self.translator.paint(parts, lines, Match(warp, base, confidence, confidence))
        return picture


def painted_ending(translator: PaintingTranslator) -> dict[str, StageSpec]:
    """Match and generator, after whatever reads condition and exemplar."""
    config = translator.config
    inputs = [*to_paint(config), *EncodingSpecs.of(config).matched]
    return {"match": match_spec(translator), "generate": StageSpec(PaintStage(translator), inputs, [PICTURE])}
