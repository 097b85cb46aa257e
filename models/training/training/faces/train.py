"""Trains the face network: python -m training.faces.train --config configs/faces/faces.toml --data DATA.

Resumable at any kill: the newest checkpoint of the run's folder is picked up. With --budget 4000, and --baseline spade
or --without contextual, runs that show what a part of the method is worth.
"""

import argparse
from pathlib import Path

from training.allocator import restart_with_allocator

if __name__ == "__main__":
    restart_with_allocator("training.faces.train")

import numpy as np
import torch
from PIL import Image

from training.data.ahead import batch_source
from training.data.retrieval import nearest_layouts, signatures
from training.distributed import joined_run
from training.faces.face_batches import FaceBatchMaker
from training.faces.face_settings import FaceRunSettings, read_face_settings
from training.faces.face_sheets import face_sheet
from training.faces.face_trainer import FaceTrainer
from training.faces.face_translator import FaceTranslator
from training.faces.portraits import cached_faces
from training.faces.variants import add_variant_options, variant_of
from training.parsing.evaluate import any_parser
from training.related import take_up_run
from training.run_loop import Pace, Scale, run
from training.run_options import perceptual_weights, run_options
from training.sheets import Pair


def sheet_pairs(count: int, nearest: np.ndarray) -> list[Pair]:
    """Evenly chosen validation faces, each with a training face of a similar layout but of differing rank."""
    chosen = np.linspace(0, len(nearest) - 1, count).astype(int)
    return [(int(index), int(nearest[index, number % nearest.shape[1]])) for number, index in enumerate(chosen)]


def prepare_scale(trainer: FaceTrainer, settings: FaceRunSettings, size: int, options: argparse.Namespace) -> Scale:
    """Faces, retrieval and sheets at one picture size."""
    parser = any_parser(options.parser)
    cache = options.cache or options.runs / "cache"
    faces = cached_faces(options.data, cache, "training", size, parser)
    kept_aside = cached_faces(options.data, cache, "validation", size, parser)
    classes = settings.model.classes
    library = signatures(faces.photos, classes)
    neighbours = nearest_layouts(library, library, settings.neighbours, skip_self=True)
    pairs = sheet_pairs(8, nearest_layouts(signatures(kept_aside.photos, classes), library, 5, skip_self=False))

    def sheet() -> Image.Image:
        model = trainer.averaged_copy()
        assert isinstance(model, FaceTranslator)
        return face_sheet(model, kept_aside, faces, pairs)

    edges_first = settings.reading_samples - trainer.samples

    def batches(seed: int) -> FaceBatchMaker:
        return FaceBatchMaker(faces, neighbours, seed, settings.edge_share, edges_first)

    return Scale(batch_source(batches, trainer.batch_seed(), options.workers), sheet)


def main() -> None:
    """Parses the options and runs."""
    options_parser = run_options(__doc__)
    options_parser.add_argument(
        "--parser", type=Path, required=True, help="folder of the shipped face parser, or a checkpoint"
    )
    add_variant_options(options_parser)
    options = options_parser.parse_args()
    torch.set_num_threads(options.threads)
    with joined_run(options.device):
        settings = variant_of(read_face_settings(options.config), options)
        folder = options.runs / settings.name
        folder.mkdir(parents=True, exist_ok=True)
        trainer = FaceTrainer(settings, perceptual_weights(options), FaceTranslator, options.device)
        take_up_run(trainer, folder, options.start_from)
        pace = Pace(options.minutes, options.checkpoint_seconds)
        run(trainer, lambda size: prepare_scale(trainer, settings, size, options), folder, pace)


if __name__ == "__main__":
    main()
