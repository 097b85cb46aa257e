"""The exported stages of a translator: one module per graph, tensors handed on by name."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.networks.correspondence import to_tokens
from training.networks.translator import ExemplarEncoding, LayoutEncoding, Match, Translator, TranslatorConfig

Shape = list[int | str]
COLOUR_CHANNELS = 4
"""mean colour of an exemplar cell and its square (`scored_exemplar`)"""


@dataclass(frozen=True)
class TensorSpec:
    """Name, ONNX dtype name and symbolic shape of a graph's input or output, as the manifest states it."""

    name: str
    dtype: str
    shape: Shape


class ExemplarStage(nn.Module):
    """Everything of an exemplar that the host caches while the user paints."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self.translator = translator

    def forward(self, exemplar: Tensor, labels: Tensor) -> tuple[Tensor, ...]:
        """Tensors in the order of `ExemplarEncoding`."""
        encoding, _ = self.translator.encode_exemplar(exemplar, labels)
        return tuple(encoding)


class LayoutStage(nn.Module):
    """Everything of a layout that the match needs."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self.translator = translator

    def forward(self, labels: Tensor) -> tuple[Tensor, ...]:
        """Tensors in the order of `LayoutEncoding`."""
        encoding, _ = self.translator.encode_layout(labels)
        return tuple(encoding)


class MatchStage(nn.Module):
    """`temperature` float32 [1]: the softmax temperature of the soft warp."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self.translator = translator

    def forward(
        self,
        layout_coarse: Tensor,
        layout_scored: Tensor,
        layout_shares: Tensor,
        exemplar_coarse: Tensor,
        exemplar_scored: Tensor,
        exemplar_values: Tensor,
        exemplar_pixels: Tensor,
        temperature: Tensor,
    ) -> tuple[Tensor, ...]:
        """Crisp warp, soft warp and confidence."""
        layout = LayoutEncoding(layout_coarse, layout_scored, layout_shares)
        exemplar = ExemplarEncoding(exemplar_coarse, exemplar_scored, exemplar_values, exemplar_pixels)
        match = self.translator.match(layout, exemplar, 1.0 / temperature)
        return match.warp.clamp(-1.0, 1.0), match.base, match.confidence


class GenerateStage(nn.Module):
    """From the warp to the picture."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self.translator = translator

    def forward(self, labels: Tensor, warp: Tensor, base: Tensor, confidence: Tensor) -> Tensor:
        """The picture 1×3×H×W, −1..1."""
        picture, _ = self.translator.translate(labels, Match(warp, base, confidence, confidence))
        return picture


class CorrespondenceStage(nn.Module):
    """One row of the correspondence: where on the exemplar's coarse grid layout cell `query` looks."""

    def forward(self, layout_coarse: Tensor, exemplar_coarse: Tensor, query: Tensor, temperature: Tensor) -> Tensor:
        """The softmax row 1×1×he×we; sums to 1."""
        feature = to_tokens(layout_coarse)[0][query]
        scores = feature @ exemplar_coarse.flatten(2)[0] / temperature
        height, width = exemplar_coarse.shape[2:]
        return torch.softmax(scores, dim=1).unsqueeze(1).unflatten(2, (height, width))


@dataclass(frozen=True)
class StageSpec:
    """A stage with the names, dtypes and shapes of its tensors."""

    module: nn.Module
    inputs: list[TensorSpec]
    outputs: list[TensorSpec]
    condition: str | None = None
    """the one kind of condition that it runs for; None for all"""


@dataclass(frozen=True)
class EncodingSpecs:
    """The tensors that stages of any translator hand on.

    Symbolic sizes: H, W layout; He, We exemplar; h, w and he, we their coarse grids; h2, w2 and he2, we2 the fine ones.
    """

    exemplar: list[TensorSpec]
    layout: list[TensorSpec]
    matched: list[TensorSpec]

    @staticmethod
    def of(config: TranslatorConfig) -> "EncodingSpecs":
        """For a translator of these shapes."""
        scored = config.fine_channels + config.classes
        return EncodingSpecs(
            [
                TensorSpec("exemplar_coarse", "float32", [1, config.matched_channels, "he", "we"]),
                TensorSpec("exemplar_scored", "float32", [1, scored + COLOUR_CHANNELS, "he2", "we2"]),
                TensorSpec("exemplar_values", "float32", [1, 3 + config.classes, "he", "we"]),
                TensorSpec("exemplar_pixels", "float32", [1, "pixels", 6]),
            ],
            [
                TensorSpec("layout_coarse", "float32", [1, config.matched_channels, "h", "w"]),
                TensorSpec("layout_scored", "float32", [1, scored, "h2", "w2"]),
                TensorSpec("layout_shares", "float32", [1, config.classes, "h", "w"]),
            ],
            [
                TensorSpec("warp", "float32", [1, 3, "H", "W"]),
                TensorSpec("base", "float32", [1, 3, "H", "W"]),
                TensorSpec("confidence", "float32", [1, 1, "h", "w"]),
            ],
        )


PHOTO = TensorSpec("exemplar", "float32", [1, 3, "He", "We"])
PICTURE = TensorSpec("picture", "float32", [1, 3, "H", "W"])
TEMPERATURE = TensorSpec("temperature", "float32", [1])


def match_spec(translator: Translator) -> StageSpec:
    """The match, alike in all packs."""
    specs = EncodingSpecs.of(translator.config)
    return StageSpec(MatchStage(translator), [*specs.layout, *specs.exemplar, TEMPERATURE], specs.matched)


def correspondence_spec(config: TranslatorConfig) -> StageSpec:
    """The question where a cell's style comes from, alike in all packs."""
    specs = EncodingSpecs.of(config)
    query = TensorSpec("query", "int64", [1])
    heat = TensorSpec("heat", "float32", [1, 1, "he", "we"])
    return StageSpec(CorrespondenceStage(), [specs.layout[0], specs.exemplar[0], query, TEMPERATURE], [heat])


def stage_specs(translator: Translator) -> dict[str, StageSpec]:
    """Stages of a translator of label maps by manifest name."""
    specs = EncodingSpecs.of(translator.config)
    condition = TensorSpec("condition", "int32", [1, "H", "W"])
    exemplar_condition = TensorSpec("exemplar_condition", "int32", [1, "He", "We"])
    return {
        "exemplar": StageSpec(ExemplarStage(translator), [PHOTO, exemplar_condition], specs.exemplar),
        "layout": StageSpec(LayoutStage(translator), [condition], specs.layout),
        "match": match_spec(translator),
        "generate": StageSpec(GenerateStage(translator), [condition, *specs.matched], [PICTURE]),
        "correspondence": correspondence_spec(translator.config),
    }
