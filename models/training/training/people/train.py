"""Trains the people network: python -m training.people.train --config configs/people/people.toml --data DATA.

Resumable at any kill: the newest checkpoint of the run's folder is picked up. With --budget 4000, and --baseline spade,
runs of their own that compare the method with the baseline.
"""

import argparse

from training.allocator import restart_with_allocator

if __name__ == "__main__":
    restart_with_allocator("training.people.train")

import numpy as np
import torch
from PIL import Image

from training.data.ahead import batch_source
from training.distributed import joined_run
from training.people.people_batches import PeopleBatchMaker
from training.people.people_settings import PeopleRunSettings, read_people_settings
from training.people.people_sheets import people_sheet
from training.people.people_trainer import PeopleTrainer
from training.people.people_translator import PeopleTranslator
from training.people.photographs import cached_people
from training.people.similar_poses import similar_poses
from training.related import take_up_run
from training.run_loop import Pace, Scale, run
from training.run_options import perceptual_weights, run_options
from training.sheets import Pair
from training.variants import add_budget_options, budgeted


def sheet_pairs(count: int, similar: np.ndarray) -> list[Pair]:
    """Evenly chosen validation poses, by turns with a training person who stands alike and with another pose's."""
    chosen = np.linspace(0, len(similar) - 1, count).astype(int)
    strange = np.roll(similar, len(similar) // 2, axis=0)
    return [
        (int(index), int((strange if number % 2 else similar)[index, number * 3 % similar.shape[1]]))
        for number, index in enumerate(chosen)
    ]


def prepare_scale(trainer: PeopleTrainer, settings: PeopleRunSettings, size: int, options: argparse.Namespace) -> Scale:
    """People, retrieval and sheets for pictures of one height."""
    cache = options.cache or options.runs / "cache"
    people = cached_people(options.data, cache, "training")
    kept_aside = cached_people(options.data, cache, "validation")
    similar = similar_poses(people.joints, people.joints, settings.neighbours, skip_self=True)
    pairs = sheet_pairs(8, similar_poses(kept_aside.joints, people.joints, 20, skip_self=False))

    def sheet() -> Image.Image:
        model = trainer.averaged_copy()
        assert isinstance(model, PeopleTranslator)
        return people_sheet(model, kept_aside, people, pairs, size)

    def batches(seed: int) -> PeopleBatchMaker:
        return PeopleBatchMaker(people, similar, seed)

    return Scale(batch_source(batches, trainer.batch_seed(), options.workers), sheet)


def main() -> None:
    """Parses the options and runs."""
    parser = run_options(__doc__)
    add_budget_options(parser)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    with joined_run(options.device):
        settings = budgeted(read_people_settings(options.config), options)
        folder = options.runs / settings.name
        folder.mkdir(parents=True, exist_ok=True)
        trainer = PeopleTrainer(settings, perceptual_weights(options), PeopleTranslator, options.device)
        take_up_run(trainer, folder, options.start_from)
        pace = Pace(options.minutes, options.checkpoint_seconds)
        run(trainer, lambda size: prepare_scale(trainer, settings, size, options), folder, pace)


if __name__ == "__main__":
    main()
