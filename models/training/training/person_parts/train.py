"""Trains the parser of people: python -m training.person_parts.train --data DATA.

Resumable at any kill: the newest checkpoint of the run's folder is picked up.
"""

import argparse
from pathlib import Path

from training.allocator import restart_with_allocator

if __name__ == "__main__":
    restart_with_allocator("training.person_parts.train")

import torch

from training.parsing.parser_trainer import ParserTask, ParserTrainer
from training.parsing.settings import read_parser_settings
from training.parsing.train import run
from training.person_parts.labelled_people import PERSON_PARTS, labelled_people
from training.person_parts.person_augmentation import PersonAugmentation

PEOPLE = ParserTask(PERSON_PARTS, (), PersonAugmentation)


def main() -> None:
    """Parses the options and runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("configs/person-parts/person-parts.toml"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path, help="decoded photos; default RUNS/cache")
    parser.add_argument(
        "--annotator", type=Path, default=Path("../annotators/ade20k31"), help="where the encoder begins"
    )
    parser.add_argument("--runs", type=Path, default=Path("runs"))
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    settings = read_parser_settings(options.config, PERSON_PARTS)
    folder = options.runs / settings.name
    folder.mkdir(parents=True, exist_ok=True)
    cache = options.cache or options.runs / "cache"
    photos = labelled_people(options.data, cache, "training")
    trainer = ParserTrainer(settings, photos, len(photos), PEOPLE)
    checkpoint = folder / "latest.pt"
    if checkpoint.exists():
        trainer.restore(checkpoint)
        print(f"resumed at {trainer.samples} samples", flush=True)
    else:
        trainer.begin_with_annotator(next(options.annotator.glob("*.onnx")))
    run(trainer, labelled_people(options.data, cache, "validation"), checkpoint)


if __name__ == "__main__":
    main()
