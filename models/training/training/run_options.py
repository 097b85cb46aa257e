"""The options of every training command."""

import argparse
from pathlib import Path


def run_options(description: str | None) -> argparse.ArgumentParser:
    """A parser with the options of all runs; a command adds its own."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="distilled VGG; default DATA/../weights/perceptual/…")
    parser.add_argument("--start-from", type=Path, help="pack folder or checkpoint that a new run begins with")
    parser.add_argument("--runs", type=Path, default=Path("runs"))
    parser.add_argument("--cache", type=Path, help="folder of decoded photos; default RUNS/cache")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--workers", type=int, default=0, help="processes that draw batches ahead; 0 = none")
    parser.add_argument("--device", default="cpu", help="where the networks are: cpu or cuda")
    parser.add_argument("--minutes", type=float, default=0.0, help="stop (resumable) after this long; 0 = no limit")
    parser.add_argument(
        "--checkpoint-seconds", type=float, default=300.0, help="time between checkpoints, each with small weights"
    )
    return parser


def perceptual_weights(options: argparse.Namespace) -> Path:
    """The distilled VGG: what was given, else its place beside the data."""
    default: Path = options.data.parent / "weights" / "perceptual" / "vgg19_distilled16x_to_relu5_1.pt"
    return options.weights or default
