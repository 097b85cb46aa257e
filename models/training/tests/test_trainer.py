"""A miniature of the whole run on four drawn pictures."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from training.data.batches import BatchMaker
from training.data.photos import PhotoSet
from training.data.retrieval import nearest_layouts, signatures
from training.networks.translator import TranslatorConfig
from training.settings import LossWeights, Phase, RunSettings, read_settings
from training.trainer import Trainer

SMALL = TranslatorConfig(
    adaptor_width=12,
    coarse_channels=16,
    fine_channels=4,
    condition_widths=(8, 12, 16, 16, 16, 16),
    decoder_widths=(8, 12, 16, 16, 16, 16),
)


def settings(samples: int, losses: LossWeights | None = None) -> RunSettings:
    phase = Phase(size=64, batch=4, samples=samples, learning_rate=2e-3)
    return RunSettings("test", 3, (phase,), SMALL, losses or LossWeights(), neighbours=2)


def neighbours(photos: PhotoSet) -> np.ndarray:
    library = signatures(photos, SMALL.classes)
    return nearest_layouts(library, library, 2, skip_self=True)


def test_two_hundred_steps_on_four_pictures_lower_the_losses(random_vgg: Path, four_scenes: PhotoSet) -> None:
    """The whole machine must learn: reconstruction, domain alignment and label agreement by stated factors."""
    trainer = Trainer(settings(10_000, LossWeights(adversarial=0.2)), random_vgg)
    batches = BatchMaker(four_scenes, neighbours(four_scenes), trainer.batch_seed())
    phase = trainer.settings.phases[0]
    logs = [trainer.step(batches, phase) for _ in range(200)]
    first = {name: np.mean([log[name] for log in logs[:10]]) for name in logs[0]}
    last = {name: np.mean([log[name] for log in logs[-20:]]) for name in logs[0]}
    assert last["pseudo_pixel"] < 0.75 * first["pseudo_pixel"]
    # Halving with blur slowed this one down: 0.84 was measured; without learning it would stay at 1.
    assert last["position_contrast"] < 0.9 * first["position_contrast"]
    assert last["domain"] < 0.8 * first["domain"]
    assert all(np.isfinite(value) for value in last.values())


def test_a_killed_run_resumes_where_it_was(random_vgg: Path, four_scenes: PhotoSet, tmp_path: Path) -> None:
    """Weights, optimisers, averages and the count must all come back, or a resumed run silently degrades."""
    trainer = Trainer(settings(1000), random_vgg)
    batches = BatchMaker(four_scenes, neighbours(four_scenes), trainer.batch_seed())
    for _ in range(3):
        trainer.step(batches, trainer.settings.phases[0])
    trainer.save(tmp_path / "latest.pt")
    resumed = Trainer(settings(1000), random_vgg)
    resumed.restore(tmp_path / "latest.pt")
    assert resumed.samples == trainer.samples == 12
    first = trainer.step(
        BatchMaker(four_scenes, neighbours(four_scenes), trainer.batch_seed()), trainer.settings.phases[0]
    )
    second = resumed.step(
        BatchMaker(four_scenes, neighbours(four_scenes), resumed.batch_seed()), resumed.settings.phases[0]
    )
    assert second["pseudo_pair"] == pytest.approx(first["pseudo_pair"], rel=1e-3)
    for ours, theirs in zip(trainer.averaged.parameters(), resumed.averaged.parameters(), strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-2, atol=1e-3)


def test_frozen_parts_keep_their_weights(random_vgg: Path, four_scenes: PhotoSet) -> None:
    """landscape-even must leave the correspondence of its pack as it was."""
    frozen = ("layout_adaptor", "exemplar_adaptor")
    trainer = Trainer(replace(settings(1000), frozen=frozen), random_vgg)
    before = {name: weight.clone() for name, weight in trainer.model.state_dict().items()}
    trainer.step(BatchMaker(four_scenes, neighbours(four_scenes), trainer.batch_seed()), trainer.settings.phases[0])
    moved = {
        name.split(".")[0] for name, weight in trainer.model.state_dict().items() if (weight != before[name]).any()
    }
    assert moved == {"generator"}


def test_the_run_ends_after_its_phases(random_vgg: Path) -> None:
    trainer = Trainer(settings(8), random_vgg)
    assert trainer.phase() is not None
    trainer.samples = 8
    assert trainer.phase() is None


@pytest.mark.parametrize("config", sorted((Path(__file__).parents[1] / "configs").glob("*.toml")))
def test_committed_configs_are_valid(config: Path) -> None:
    """A misspelt setting raises instead of being ignored."""
    assert read_settings(config).total_samples > 0
