"""The compact CoCosNet: correspondence, coherent copy and translation in one module, split in the exported stages."""

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.networks.adaptors import (
    COARSE_STRIDE,
    FINE_STRIDE,
    ExemplarAdaptor,
    LayoutAdaptor,
    SharedFeatures,
)
from training.networks.coherent_copy import (
    SHARP_ALPHA,
    best_coarse_match,
    cell_positions,
    last_cell,
    refine,
    scored_exemplar,
    scored_layout,
    unit_length,
    wear,
    with_colours,
)
from training.networks.correspondence import INVERSE_TEMPERATURE, Warp, exported_match, streaming_warp
from training.networks.generator import GeneratorWidths, SpadeGenerator, StyleEncoder
from training.networks.pasting import exemplar_pixels, paste_pieces


@dataclass(frozen=True)
class TranslatorConfig:
    """Everything that decides the shapes of the weights."""

    classes: int = 14
    adaptor_width: int = 48
    coarse_channels: int = 64
    fine_channels: int = 16
    condition_widths: tuple[int, ...] = (24, 40, 64, 96, 128, 128)
    decoder_widths: tuple[int, ...] = (24, 48, 96, 128, 160, 192)
    guidance: str = "correspondence"
    """'correspondence' (ours), 'style' (SPADE baseline: a style vector), 'exemplar' (no correspondence)."""
    style_channels: int = 128
    class_weight: float = 0.35
    """share of the class shares in the coarse match score, 0..1"""

    @property
    def matched_channels(self) -> int:
        """Channels of the coarse features as matched: learned ones and classes."""
        return self.coarse_channels + self.classes


class ExemplarEncoding(NamedTuple):
    """What the match needs of an exemplar: cached by the host while the user paints."""

    coarse: Tensor
    scored: Tensor
    values: Tensor
    pixels: Tensor


class LayoutEncoding(NamedTuple):
    """What the match needs of a layout."""

    coarse: Tensor
    scored: Tensor
    shares: Tensor
    """B×C×H/8×W/8, 0..1: class shares of the coarse cells"""


class Match(NamedTuple):
    """The warped exemplar and what is known of it."""

    warp: Tensor
    """B×3×H×W, −1..1: coherent crisp copy"""
    base: Tensor
    """B×3×H×W, −1..1: the paper's soft warp, smooth"""
    warped_shares: Tensor
    """B×C×H/8×W/8, 0..1: class shares of the exemplar, warped by the same correspondence"""
    confidence: Tensor
    """B×1×H/8×W/8, 0..1: share of the warped labels that agree with the layout"""


class Translation(NamedTuple):
    """The picture and what led to it; None where the guidance has no correspondence."""

    picture: Tensor
    kept: Tensor
    match: Match | None
    layout_features: SharedFeatures | None
    exemplar_features: SharedFeatures | None


class Translator(nn.Module):
    """Layout and exemplar to picture. Labels are int64 channel numbers B×H×W; pictures B×3×H×W, −1..1."""

    def __init__(self, config: TranslatorConfig) -> None:
        super().__init__()
        self.config = config
        self.warp: Warp = streaming_warp
        matched = config.guidance == "correspondence"
        sizes = (config.classes, config.adaptor_width, config.coarse_channels, config.fine_channels)
        self.layout_adaptor = LayoutAdaptor(*sizes) if matched else None
        self.exemplar_adaptor = ExemplarAdaptor(*sizes) if matched else None
        extra = {"correspondence": 7, "exemplar": 3, "style": 0}[config.guidance]
        style = config.style_channels if config.guidance == "style" else 0
        self.style_encoder = StyleEncoder(style) if style else None
        widths = GeneratorWidths(config.condition_widths, config.decoder_widths)
        self.generator = SpadeGenerator(config.classes + extra, widths, style)

    def one_hot(self, labels: Tensor) -> Tensor:
        """B×H×W channel numbers to B×C×H×W float."""
        channels = torch.arange(self.config.classes, device=labels.device, dtype=labels.dtype)
        return (labels[:, None] == channels[None, :, None, None]).float()

    def with_classes(self, learned: Tensor, shares: Tensor) -> Tensor:
        """Unit features that also hold the class shares of their cell, as the authors' maskmix does.

        A match across classes then costs so much that it is made only where the exemplar lacks the class.
        """
        weight = self.config.class_weight
        return torch.cat([learned * (1.0 - weight) ** 0.5, unit_length(shares) * weight**0.5], 1)

    def encode_exemplar(self, exemplar: Tensor, labels: Tensor) -> tuple[ExemplarEncoding, SharedFeatures]:
        """The encoding for the match, and the learned features for the losses."""
        assert self.exemplar_adaptor is not None
        shares = functional.avg_pool2d(self.one_hot(labels), FINE_STRIDE)
        features = self.exemplar_adaptor(exemplar, shares)
        values = torch.cat([functional.avg_pool2d(exemplar, COARSE_STRIDE), functional.avg_pool2d(shares, 2)], 1)
        colours = functional.avg_pool2d(exemplar.float(), FINE_STRIDE)
        scored = scored_exemplar(features.fine.detach().float(), shares, colours)
        coarse = self.with_classes(features.coarse, values[:, 3:])
        return ExemplarEncoding(coarse, scored, values, exemplar_pixels(exemplar)), features

    def encode_layout(self, labels: Tensor) -> tuple[LayoutEncoding, SharedFeatures]:
        """The encoding for the match, and the learned features for the losses."""
        assert self.layout_adaptor is not None
        shares = functional.avg_pool2d(self.one_hot(labels), FINE_STRIDE)
        features = self.layout_adaptor(shares)
        scored = scored_layout(features.fine.detach().float(), shares)
        coarse_shares = functional.avg_pool2d(shares, 2)
        return LayoutEncoding(self.with_classes(features.coarse, coarse_shares), scored, coarse_shares), features

    def match(
        self, layout: LayoutEncoding, exemplar: ExemplarEncoding, alpha: float | Tensor = INVERSE_TEMPERATURE
    ) -> Match:
        """Warps the exemplar onto the layout; `alpha` is the inverse temperature of the soft warp."""
        coarse = layout.coarse
        if torch.onnx.is_in_onnx_export() and self.warp is streaming_warp and isinstance(alpha, Tensor):
            places = torch.cat(cell_positions(exemplar.coarse), 1)
            warped, start = exported_match(coarse, exemplar.coarse, alpha, exemplar.values, SHARP_ALPHA, places)
            start = torch.round(start)
        else:
            warped = self.warp(coarse, exemplar.coarse, exemplar.values.to(coarse.dtype), alpha).float()
            with torch.no_grad():
                start = best_coarse_match(coarse.float(), exemplar.coarse.float(), self.warp)
        shares = warped[:, 3:]
        with torch.no_grad():
            wanted = functional.interpolate(warped[:, :3], scale_factor=2.0, mode="bilinear")
            source = refine(start, with_colours(layout.scored, wanted), exemplar.scored)
            copied = paste_pieces(exemplar.pixels, source, last_cell(exemplar.scored))
            worn = functional.interpolate(wear(source, exemplar.scored), scale_factor=FINE_STRIDE, mode="bilinear")
        base = functional.interpolate(warped[:, :3], scale_factor=COARSE_STRIDE, mode="bilinear")
        warp = copied + worn * (base.detach() - copied)
        confidence = torch.minimum(layout.shares, shares).sum(1, keepdim=True)
        return Match(warp, base, shares, confidence)

    def translate(self, labels: Tensor, match: Match) -> tuple[Tensor, Tensor]:
        """The picture and the share of the warp kept in it."""
        confidence = functional.interpolate(match.confidence, scale_factor=COARSE_STRIDE, mode="bilinear")
        return self.generator([self.one_hot(labels), match.warp, match.base, confidence], match.warp)

    def forward(self, labels: Tensor, exemplar: Tensor, exemplar_labels: Tensor) -> Translation:
        """Layout labels B×H×W, exemplar B×3×He×We and its labels B×He×We to the picture B×3×H×W."""
        if self.config.guidance == "style":
            assert self.style_encoder is not None
            style = self.style_encoder(exemplar)
            picture, kept = self.generator([self.one_hot(labels)], None, style)
            return Translation(picture, kept, None, None, None)
        if self.config.guidance == "exemplar":
            picture, kept = self.generator([self.one_hot(labels), exemplar], exemplar)
            return Translation(picture, kept, None, None, None)
        encoding, exemplar_features = self.encode_exemplar(exemplar, exemplar_labels)
        layout, features = self.encode_layout(labels)
        match = self.match(layout, encoding)
        picture, kept = self.translate(labels, match)
        return Translation(picture, kept, match, features, exemplar_features)
