"""Writes the faces pack: python -m training.faces.export --checkpoint RUN/latest.pt --out ../packs/faces.

One pack for two conditions, painted parts and edges, with a layout graph each. With --tiny instead of --checkpoint: a
small random pack for tests.
"""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.export.__main__ import REPOSITORY, TINY
from training.export.manifest import PackFacts, PackShape, palette_colours
from training.export.onnx_graphs import (
    TRACED,
    PackGraphs,
    Rounding,
    Sides,
    Tensors,
    sample_labels,
    sample_photo,
    sample_questions,
)
from training.export.options import (
    Table,
    export_options,
    read_table,
    row_metrics,
    with_trained_weights,
    write_all,
    write_card,
)
from training.export.painted_stages import painted_ending, to_paint
from training.export.stages import (
    PHOTO,
    EncodingSpecs,
    ExemplarStage,
    LayoutStage,
    StageSpec,
    TensorSpec,
    correspondence_spec,
)
from training.faces.calibration import calibration_cases
from training.faces.enclosed import Guess, fine_parts, full_parts, guess_of, known_places
from training.faces.face_settings import read_face_settings
from training.faces.face_translator import FaceTranslator, FaceTranslatorConfig
from training.faces.outlines import CHANNELS, CONDITION_CHANNELS, OUTLINED, Hand, edges_of
from training.parsing.classes import CLASS_COUNT, FACE_PARTS

PALETTE = REPOSITORY / "assets" / "palettes" / "faces.json"
CARD = Path(__file__).with_name("faces-card.md")
LICENCE = "Non-commercial research and education only"
NOTICE = (
    "Trained on CelebAMask-HQ (non-commercial research and education only) and on faces of One Million Impressions "
    "(CC BY-NC-SA 4.0), among others; see card.md."
)
SOURCES = [
    "MEBeauty (portraits from Unsplash, Pexels and Pixabay)",
    "CelebAMask-HQ, a subset (non-commercial research only)",
    "One Million Impressions, StyleGAN2 faces (CC BY-NC-SA 4.0)",
    "Faker's person portraits (CC0)",
    "Parts by the annotator face-parts",
    "Losses on VGG-19 distilled (MingSun-Tse/Collaborative-Distillation, MIT)",
]
ROUNDED = frozenset(("layout-edges", "generate"))
"""Stages in eight bits, with what that costs in docs/performance.md."""
TINY_FACES = FaceTranslatorConfig(
    adaptor_width=TINY.adaptor_width,
    coarse_channels=TINY.coarse_channels,
    fine_channels=TINY.fine_channels,
    condition_widths=TINY.condition_widths,
    decoder_widths=TINY.decoder_widths,
    reader_width=8,
)


class DrawPartsStage(nn.Module):
    """Painted parts, int32 1×H×W, for the generator."""

    def __init__(self, translator: FaceTranslator) -> None:
        super().__init__()
        self.translator = translator

    def forward(self, labels: Tensor) -> tuple[Tensor, ...]:
        """Parts and lines (`to_paint`)."""
        return self.translator.draw_parts(labels)


class EdgesStage(nn.Module):
    """Edge channels 1×16×H×W, for the match."""

    def __init__(self, translator: FaceTranslator) -> None:
        super().__init__()
        self.translator = translator

    def forward(self, edges: Tensor) -> tuple[Tensor, ...]:
        """Tensors in the order of `LayoutEncoding`, and both guesses of `Guess`."""
        places = known_places(edges)
        guess = guess_of(edges, self.translator.edge_reader(edges[:, :CHANNELS]), places)
        encoding, _ = self.translator.encode_edges(edges, fine_parts(places, guess))
        return (*encoding, *guess)


class DrawEdgesStage(nn.Module):
    """Edge channels 1×16×H×W, for the generator."""

    def __init__(self, translator: FaceTranslator) -> None:
        super().__init__()
        self.translator = translator

    def forward(self, edges: Tensor, on_face: Tensor, elsewhere: Tensor) -> tuple[Tensor, ...]:
        """Parts and lines (`to_paint`)."""
        return full_parts(known_places(edges), Guess(on_face, elsewhere)), self.translator.draw_edges(edges)


def face_stages(translator: FaceTranslator) -> dict[str, StageSpec]:
    """Stages by manifest name. What only the generator needs comes after the match, so that the warp shows earlier."""
    config = translator.config
    encodings = EncodingSpecs.of(config)
    exemplar_condition = TensorSpec("exemplar_condition", "int32", [1, "He", "We"])
    labels = TensorSpec("condition", "int32", [1, "H", "W"])
    edges = TensorSpec("condition", "float32", [1, CONDITION_CHANNELS, "H", "W"])
    guess = [TensorSpec(f"layout_{name}", "float32", [1, config.classes, "h2", "w2"]) for name in Guess._fields]
    ending = painted_ending(translator)
    return {
        "exemplar": StageSpec(ExemplarStage(translator), [PHOTO, exemplar_condition], encodings.exemplar),
        "layout-labels": StageSpec(LayoutStage(translator), [labels], encodings.layout, "labels"),
        "layout-edges": StageSpec(EdgesStage(translator), [edges], [*encodings.layout, *guess], "edges"),
        "match": ending["match"],
        "draw-labels": StageSpec(DrawPartsStage(translator), [labels], to_paint(config), "labels"),
        "draw-edges": StageSpec(DrawEdgesStage(translator), [edges, *guess], to_paint(config), "edges"),
        "generate": ending["generate"],
        "correspondence": correspondence_spec(config),
    }


def face_graphs(translator: FaceTranslator, rounding: Rounding | None = None) -> PackGraphs:
    """The graphs of a face network."""
    translator = translator.eval()

    def samples(sides: Sides) -> dict[str, Tensors]:
        generator = torch.Generator().manual_seed(7)
        photo = sample_photo(sides, generator)
        shared = {
            "exemplar": photo,
            "exemplar_condition": sample_labels(CLASS_COUNT, sides.high, sides.wide, generator),
            **sample_questions(),
        }
        parts = sample_labels(CLASS_COUNT, sides.height, sides.width, generator)
        outlines = np.zeros((sides.height, sides.width), bool)
        labels = parts[0].numpy().astype(np.uint8)
        edges = torch.from_numpy(edges_of(labels, outlines, Hand(drawn_share=0.0), np.random.default_rng(7)))[None]
        return {"labels": {**shared, "condition": parts}, "edges": {**shared, "condition": edges}}

    return PackGraphs(face_stages(translator), samples, rounding)


def face_shape(palette: Path = PALETTE) -> PackShape:
    """The two conditions; masks and edges share their classes, but edges have channels for outlined parts alone."""
    colours = palette_colours(palette)
    classes: list[dict[str, Any]] = [
        {"id": number, "name": name, "colour": colours[number], "channel": number, "aliases": []}
        for number, name in enumerate(FACE_PARTS)
    ]
    # Part 0 stands for what has no outline of its own (electron/conditions/face/face-classes.ts).
    parts = {str(number): OUTLINED.index(name) + 1 if name in OUTLINED else 0 for number, name in enumerate(FACE_PARTS)}
    conditions: list[dict[str, Any]] = [
        {"kind": "labels", "encoding": "index", "channels": CLASS_COUNT},
        {"kind": "edges", "encoding": "dense", "channels": CONDITION_CHANNELS, "classChannels": parts},
    ]
    sizes = {"native": 256, "multiple": 32, "min": 128, "max": 512}
    return PackShape(conditions, classes, sizes, "face-parts", "aligned-face", {"wanted": ["face"]})


def face_facts(version: str, table: Table) -> PackFacts:
    """What the manifest says beyond the graphs."""
    return PackFacts(
        "faces",
        version,
        "Faces",
        LICENCE,
        NOTICE,
        "Trained by models/training (configs/faces/faces.toml) on portraits, drawn by their parts and by their edges.",
        SOURCES,
        row_metrics(table, {"ours, parts": "parts", "ours, edges": "edges"}),
    )


def main() -> None:
    """Parses the options and writes the pack, its card and, if asked for, golden tensors."""
    parser = export_options(__doc__, Path("configs/faces/faces.toml"))
    options = parser.parse_args()
    torch.manual_seed(0)
    if options.tiny:
        facts = PackFacts("tiny-faces", "1.0.0", "Tiny random faces", "MIT", "", "Random weights, for tests.", [], {})
        write_all(face_graphs(FaceTranslator(TINY_FACES)), facts, face_shape(), options, TRACED)
        return
    translator = with_trained_weights(FaceTranslator(read_face_settings(options.config).model), parser, options)
    table = read_table(options.metrics)
    facts = face_facts(options.pack_version, table)
    rounding = Rounding(ROUNDED, calibration_cases(REPOSITORY / "assets"))
    write_all(face_graphs(translator, rounding), facts, face_shape(), options, Sides(256, 256, 256, 256))
    write_card(CARD, options.out, options.pack_version, options.training, table)


if __name__ == "__main__":
    main()
