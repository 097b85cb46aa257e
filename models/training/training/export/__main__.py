"""Writes a pack: python -m training.export --checkpoint runs/landscape/latest.pt --out ../packs/landscape.

With --tiny instead of --checkpoint: the small random pack of the tests.
"""

import argparse
from pathlib import Path

import torch

from training.export.dense import write_dense_graph
from training.export.golden import write_golden
from training.export.manifest import PackFacts, landscape_shape
from training.export.onnx_graphs import TRACED, label_graphs
from training.export.write_pack import read_metrics, write_pack
from training.networks.translator import Translator, TranslatorConfig
from training.settings import read_settings

REPOSITORY = Path(__file__).resolve().parents[4]
TINY = TranslatorConfig(
    adaptor_width=8,
    coarse_channels=16,
    fine_channels=4,
    condition_widths=(6, 8, 8, 8, 8, 8),
    decoder_widths=(6, 8, 8, 8, 8, 8),
)
SOURCES = [
    "'Landscape Pictures' (arnaud58, Kaggle; photographs from Flickr, terms of single photos not checked)",
    "Labels predicted by DeepLabv3+ MobileNetV2, ADE20K 31 classes (MLCommons mobile, Apache-2.0)",
    "Losses on VGG-19 distilled (MingSun-Tse/Collaborative-Distillation, MIT)",
]


def load_averaged(checkpoint: Path, config: TranslatorConfig) -> Translator:
    """The averaged weights of a checkpoint, in evaluation mode."""
    translator = Translator(config)
    translator.load_state_dict(torch.load(checkpoint, weights_only=True)["averaged"])
    return translator.eval()


def main() -> None:
    """Parses the options and writes the pack, its golden tensors and, if asked, the dense comparison graph."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--config", type=Path, default=Path("configs/landscape.toml"))
    parser.add_argument("--tiny", action="store_true")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--golden", type=Path, help="folder for golden tensors")
    parser.add_argument("--dense", type=Path, help="also write the single dense graph that the bench compares with")
    parser.add_argument("--palette", type=Path, default=REPOSITORY / "assets" / "palettes" / "landscape.json")
    parser.add_argument("--pack-version", default="1.0.0")
    parser.add_argument("--metrics", type=Path, help="JSON of named numbers for the manifest")
    options = parser.parse_args()
    torch.manual_seed(0)
    if options.tiny:
        translator = Translator(TINY).eval()
        facts = PackFacts("tiny", "1.0.0", "Tiny random pack", "MIT", "", "Random weights, for tests only.", [], {})
    else:
        if options.checkpoint is None:
            parser.error("--checkpoint is needed unless --tiny is given")
        translator = load_averaged(options.checkpoint, read_settings(options.config).model)
        facts = PackFacts(
            "landscape",
            options.pack_version,
            "Landscapes",
            "MIT",
            "Weights trained on photographs whose single terms were not checked; see card.md.",
            "Trained from random weights by models/training on 2,565 landscape photographs: "
            "configs/landscape.toml, then -finish, -legible, -light, -hours, -water and -even.",
            SOURCES,
            read_metrics(options.metrics),
            "Paints landscapes: sky, mountains, trees, meadows, water, roads and houses in the light and texture of a "
            "photo. It does not paint faces or people close up.",
        )
    graphs = label_graphs(translator)
    size = write_pack(graphs, facts, landscape_shape(options.palette), options.out)
    if options.golden is not None:
        write_golden(graphs, options.golden, TRACED)
    if options.dense is not None:
        write_dense_graph(translator, options.dense)
    print(f"{options.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
