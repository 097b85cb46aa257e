"""Trains a run: python -m training.train --config configs/landscape.toml --data ../../../shared/data.

Resumable at any kill: the newest checkpoint of the run's folder is picked up. Progress goes to standard output,
sample sheets, loss curves and checkpoints to runs/<name>/.
"""

import argparse
import os
import sys
import time
from pathlib import Path

ALLOCATOR = {
    "MALLOC_MMAP_THRESHOLD_": "2147483647",
    "MALLOC_TRIM_THRESHOLD_": "4294967296",
    "MALLOC_TOP_PAD_": "268435456",
}
"""glibc hands every large tensor back to the kernel; keeping them makes a step twice as fast."""

if __name__ == "__main__" and "MALLOC_MMAP_THRESHOLD_" not in os.environ:
    os.execve(sys.executable, [sys.executable, "-m", "training.train", *sys.argv[1:]], {**os.environ, **ALLOCATOR})

import numpy as np
import torch

from training.data.photos import PhotoSet, cached_photos
from training.data.retrieval import nearest_layouts, signatures
from training.settings import RunSettings, read_settings
from training.sheets import loss_curves, sample_sheet
from training.starting_weights import read_starting_weights
from training.trainer import Trainer

LOG_EVERY = 20
CHECKPOINT_SECONDS = 300.0
SHEET_SECONDS = 420.0


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


def progress_line(trainer: Trainer, log: dict[str, float], rate: float, settings: RunSettings) -> str:
    """Samples, speed, time left and the mean of every logged value."""
    left = (settings.total_samples - trainer.samples) / max(rate, 1e-6)
    parts = " ".join(f"{name} {value:.3f}" for name, value in log.items())
    return f"{trainer.samples}/{settings.total_samples} {rate:.1f} samples/s ETA {left / 60:.0f} min | {parts}"


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


def run(trainer: Trainer, data: Path, runs: Path, folder: Path, minutes: float) -> None:
    """Trains until the phases or the minutes are used up; writes into `folder`."""
    settings, checkpoint = trainer.settings, folder / "latest.pt"
    started = saved = sheeted = marked = time.monotonic()
    marked_samples, current, batches = trainer.samples, 0, None
    sums: dict[str, float] = {}
    count = 0
    while (phase := trainer.phase()) is not None:
        if phase.scale != current or batches is None:
            current = phase.scale
            photos, neighbours = load(data, runs / "cache", current, settings)
            validation = cached_photos(data, runs / "cache", "validation", current)
            pairs = validation_pairs(validation, photos, settings.model.classes, 8)
            batches = trainer.batches(photos, neighbours)
        for name, value in trainer.step(batches, phase).items():
            sums[name] = sums.get(name, 0.0) + value
        count += 1
        now = time.monotonic()
        if count == LOG_EVERY:
            log = {name: value / count for name, value in sums.items()}
            rate = (trainer.samples - marked_samples) / (now - marked)
            print(progress_line(trainer, log, rate, settings), flush=True)
            trainer.history.append({"samples": float(trainer.samples), **log})
            marked, marked_samples, sums, count = now, trainer.samples, {}, 0
        out_of_time = minutes > 0 and now - started > 60 * minutes
        if now - saved > CHECKPOINT_SECONDS or trainer.phase() is None or out_of_time:
            trainer.save(checkpoint)
            saved = time.monotonic()
        if now - sheeted > SHEET_SECONDS or trainer.phase() is None or out_of_time:
            sheet = sample_sheet(trainer.averaged, validation, photos, pairs, current)
            sheet.save(folder / f"sheet-{trainer.samples:07d}.png")
            if trainer.history:
                loss_curves(trainer.history, folder / "curves.png")
            sheeted = time.monotonic()
        if out_of_time:
            print("time is up; run again to resume", flush=True)
            return


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
    settings = read_settings(options.config)
    folder = options.runs / settings.name
    folder.mkdir(parents=True, exist_ok=True)
    trainer = prepare(settings, options.weights or default, folder / "latest.pt", options.start_from)
    run(trainer, options.data, options.runs, folder, options.minutes)


if __name__ == "__main__":
    main()
