"""Trains the face parser: python -m training.parsing.train --config configs/parsing/face-parts.toml --data DATA.

Resumable at any kill: the newest checkpoint of the run's folder is picked up.
"""

import argparse
import math
import time
from pathlib import Path

from training.allocator import restart_with_allocator

if __name__ == "__main__":
    restart_with_allocator("training.parsing.train")

import torch

from training.parsing.faces import FaceSet, joined, labelled_faces, pseudo_labelled_faces
from training.parsing.parser_trainer import ParserTrainer
from training.parsing.settings import ParserSettings, read_parser_settings

LOG_EVERY = 20
CHECKPOINT_SECONDS = 600.0
VALIDATION_SECONDS = 600.0


def training_faces(settings: ParserSettings, data: Path, pseudo: Path) -> tuple[FaceSet, int]:
    """All faces of a run, those with labels drawn by people first, and the number of these."""
    labelled = labelled_faces(data, "training")
    others = [pseudo_labelled_faces(data, pseudo, name) for name in settings.pseudo_sets]
    return joined([labelled, *others]), len(labelled)


def run(trainer: ParserTrainer, validation: FaceSet, checkpoint: Path) -> None:
    """Trains until the samples of the settings are used up."""
    settings = trainer.settings
    marked = saved = measured = time.monotonic()
    marked_samples, total, count = trainer.samples, 0.0, 0
    while trainer.samples < settings.samples:
        total += trainer.step()
        count += 1
        now = time.monotonic()
        if count == LOG_EVERY:
            rate = (trainer.samples - marked_samples) / (now - marked)
            left = (settings.samples - trainer.samples) / rate / 60
            print(f"{trainer.samples} {rate:.1f} samples/s ETA {left:.0f} min loss {total / count:.3f}", flush=True)
            marked, marked_samples, total, count = now, trainer.samples, 0.0, 0
        last = trainer.samples >= settings.samples
        if now - measured > VALIDATION_SECONDS or last:
            overlaps = trainer.validate(validation)
            print(f"{trainer.samples} mIoU {overlaps.nanmean():.4f} | {numbers(overlaps.tolist())}", flush=True)
            measured = time.monotonic()
        if now - saved > CHECKPOINT_SECONDS or last:
            trainer.save(checkpoint)
            saved = time.monotonic()


def numbers(values: list[float]) -> str:
    """Per class, two decimals."""
    return " ".join("--" if math.isnan(value) else f"{value:.2f}" for value in values)


def main() -> None:
    """Parses the options and runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--annotator", type=Path, default=Path("../annotators/ade20k31"), help="where the encoder begins"
    )
    parser.add_argument("--pseudo", type=Path, help="folder of pseudo-labels; default RUNS/<name>/pseudo")
    parser.add_argument("--start-from", type=Path, help="checkpoint whose weights a new run begins with")
    parser.add_argument("--runs", type=Path, default=Path("runs"))
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    settings = read_parser_settings(options.config)
    folder = options.runs / settings.name
    folder.mkdir(parents=True, exist_ok=True)
    faces, people = training_faces(settings, options.data, options.pseudo or folder / "pseudo")
    trainer = ParserTrainer(settings, faces, people)
    checkpoint = folder / "latest.pt"
    if checkpoint.exists():
        trainer.restore(checkpoint)
        print(f"resumed at {trainer.samples} samples", flush=True)
    elif options.start_from is not None:
        trainer.begin_with(options.start_from)
    else:
        trainer.begin_with_annotator(next(options.annotator.glob("*.onnx")))
    run(trainer, labelled_faces(options.data, "validation"), checkpoint)


if __name__ == "__main__":
    main()
