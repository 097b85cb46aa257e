"""Trains a run: python -m training.train --config configs/landscape.toml --data ../../../shared/data.

Resumable at any kill: the newest checkpoint of the run's folder is picked up. Progress goes to standard output,
sample sheets, loss curves and checkpoints to runs/<name>/.
"""

import argparse
from pathlib import Path

from training.allocator import restart_with_allocator

if __name__ == "__main__":
    restart_with_allocator("training.train")

import numpy as np
import torch

from training.data.photos import PhotoSet, cached_photos
from training.data.retrieval import nearest_layouts, signatures
from training.distributed import joined_run
from training.run_loop import Scale, run
from training.settings import RunSettings, read_settings
from training.sheets import sample_sheet
from training.starting_weights import read_starting_weights
from training.trainer import Trainer


def load(data: Path, cache: Path, size: int, settings: RunSettings) -> tuple[PhotoSet, np.ndarray]:
    """Training photos at one scale and, for each, its nearest layouts."""
    photos = cached_photos(data, cache, "training", size)
    library = signatures(photos, settings.model.classes)
    return photos, nearest_layouts(library, library, settings.neighbours, skip_self=True)


def validation_pairs(photos: PhotoSet, library: PhotoSet, classes: int, count: int) -> list[tuple[int, int]]:
    """Pairs for the sample sheets: evenly chosen layouts with near exemplars of differing rank."""
    nearest = nearest_layouts(signatures(photos, classes), signatures(library, classes), 5, skip_self=False)
    chosen = np.linspace(0, len(photos) - 1, count).astype(int)
    return [(int(i), int(nearest[i, n % 5])) for n, i in enumerate(chosen)]


def prepare(settings: RunSettings, weights: Path, checkpoint: Path, start: Path | None) -> Trainer:
    """A trainer at the run's newest checkpoint, else at earlier weights, else at random ones."""
    trainer = Trainer(settings, weights)
    if checkpoint.exists():
        trainer.restore(checkpoint)
        print(f"resumed at {trainer.samples} samples", flush=True)
    elif start is not None:
        trainer.begin_with(read_starting_weights(start))
        print(f"began with the weights of {start}", flush=True)
    return trainer


def prepare_scale(trainer: Trainer, data: Path, cache: Path, size: int) -> Scale:
    """Photos, retrieval and sheets at one picture size."""
    settings = trainer.settings
    photos, neighbours = load(data, cache, size, settings)
    validation = cached_photos(data, cache, "validation", size)
    pairs = validation_pairs(validation, photos, settings.model.classes, 8)
    batches = trainer.batches(photos, neighbours)
    return Scale(batches, lambda: sample_sheet(trainer.averaged, validation, photos, pairs, size))


def main() -> None:
    """Parses the options and runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="distilled VGG; default DATA/../weights/perceptual/…")
    parser.add_argument("--start-from", type=Path, help="pack folder or checkpoint that a new run begins with")
    parser.add_argument("--runs", type=Path, default=Path("runs"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=0.0, help="stop (resumable) after this long; 0 = no limit")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    default = options.data.parent / "weights" / "perceptual" / "vgg19_distilled16x_to_relu5_1.pt"
    with joined_run():
        settings = read_settings(options.config)
        folder = options.runs / settings.name
        folder.mkdir(parents=True, exist_ok=True)
        trainer = prepare(settings, options.weights or default, folder / "latest.pt", options.start_from)
        cache = options.runs / "cache"
        run(trainer, lambda size: prepare_scale(trainer, options.data, cache, size), folder, options.minutes)


if __name__ == "__main__":
    main()
