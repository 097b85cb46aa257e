"""Trains a run: python -m training.train --config configs/landscape.toml --data ../../../shared/data.

Resumable at any kill: the newest checkpoint of the run's folder is picked up. Progress goes to standard output,
sample sheets, loss curves and checkpoints to runs/<name>/.
"""

from pathlib import Path

from training.allocator import restart_with_allocator

if __name__ == "__main__":
    restart_with_allocator("training.train")

import numpy as np
import torch

from training.data.ahead import batch_source
from training.data.batches import BatchMaker
from training.data.photos import PhotoSet, cached_photos
from training.data.retrieval import nearest_layouts, signatures
from training.distributed import joined_run
from training.run_loop import Pace, Scale, run
from training.run_options import perceptual_weights, run_options
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


def prepare(settings: RunSettings, weights: Path, checkpoint: Path, start: Path | None, device: str = "cpu") -> Trainer:
    """A trainer at the run's newest checkpoint, else at earlier weights, else at random ones."""
    trainer = Trainer(settings, weights, device=device)
    if checkpoint.exists():
        trainer.restore(checkpoint)
        print(f"resumed at {trainer.samples} samples", flush=True)
    elif start is not None:
        trainer.begin_with(read_starting_weights(start))
        print(f"began with the weights of {start}", flush=True)
    return trainer


def prepare_scale(trainer: Trainer, data: Path, cache: Path, size: int, workers: int = 0) -> Scale:
    """Photos, retrieval and sheets at one picture size."""
    settings = trainer.settings
    photos, neighbours = load(data, cache, size, settings)
    validation = cached_photos(data, cache, "validation", size)
    pairs = validation_pairs(validation, photos, settings.model.classes, 8)

    def batches(seed: int) -> BatchMaker:
        return BatchMaker(photos, neighbours, seed)

    return Scale(
        batch_source(batches, trainer.batch_seed(), workers),
        lambda: sample_sheet(trainer.averaged_copy(), validation, photos, pairs, size),
    )


def main() -> None:
    """Parses the options and runs."""
    options = run_options(__doc__).parse_args()
    torch.set_num_threads(options.threads)
    with joined_run(options.device):
        settings = read_settings(options.config)
        folder = options.runs / settings.name
        folder.mkdir(parents=True, exist_ok=True)
        trainer = prepare(
            settings, perceptual_weights(options), folder / "latest.pt", options.start_from, options.device
        )
        cache = options.cache or options.runs / "cache"
        run(
            trainer,
            lambda size: prepare_scale(trainer, options.data, cache, size, options.workers),
            folder,
            Pace(options.minutes, options.checkpoint_seconds),
        )


if __name__ == "__main__":
    main()
