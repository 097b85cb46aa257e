"""What test_distributed starts with torchrun: one process of a tiny people run; reports what it ended with."""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from tests.people.conftest import drawn_people
from training.distributed import average_gradients, joined_run, process_number
from training.people.export import TINY_PEOPLE
from training.people.people_batches import PeopleBatchMaker
from training.people.people_settings import PeopleRunSettings
from training.people.people_trainer import PeopleTrainer
from training.people.people_translator import PeopleTranslator
from training.run_loop import Pace, Scale, run
from training.settings import Phase

SIMILAR = np.array([[1, 2], [2, 3], [3, 0], [0, 1]])


def averaged() -> list[float | None]:
    """Gradients 1 and 3 make 2; one that only the first process has counts half; one that nobody has stays away."""
    weights = [torch.zeros(1, requires_grad=True) for _ in range(3)]
    weights[0].grad = torch.tensor([1.0 + 2.0 * process_number()])
    if process_number() == 0:
        weights[1].grad = torch.tensor([5.0])
    average_gradients(weights)
    return [None if weight.grad is None else float(weight.grad) for weight in weights]


def main(folder: Path) -> None:
    torch.set_num_threads(1)
    settings = PeopleRunSettings("drawn", 1, (Phase(128, 1, 4, 1e-3),), model=TINY_PEOPLE)
    with joined_run():
        number = process_number()
        gradients = averaged()
        trainer = PeopleTrainer(settings, folder / "vgg.pt", PeopleTranslator)
        with torch.no_grad():
            trainer.model.generator.start.weight.add_(float(number))  # as if it had begun elsewhere
        seeds: list[int] = []

        def prepare(_: int) -> Scale:
            seeds.append(trainer.batch_seed())
            people = PeopleBatchMaker(drawn_people(), SIMILAR, trainer.batch_seed())
            return Scale(people, lambda: Image.new("RGB", (8, 8), "red" if number else "green"))

        run(trainer, prepare, folder / "run", Pace())
        weights = [float(value.double().sum()) for value in trainer.model.state_dict().values()]
        judged = [float(value.double().sum()) for value in trainer.more_judges.state_dict().values()]
        report = {
            "gradients": gradients,
            "samples": trainer.samples,
            "seed": seeds[0],
            "weights": weights,
            "judged": judged,
        }
        (folder / f"report-{number}.json").write_text(json.dumps(report))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
