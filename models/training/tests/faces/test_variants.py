import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from training.faces.face_batches import FaceBatchMaker
from training.faces.face_settings import FaceRunSettings, read_face_settings
from training.faces.face_sheets import face_sheet
from training.faces.face_trainer import FaceTrainer
from training.faces.face_translator import FaceTranslator, FaceTranslatorConfig
from training.faces.portraits import FacePhotos
from training.faces.variants import LOSSES, PSEUDO_PAIRS, add_variant_options, variant_of
from training.variants import model_of, spade_model

CONFIG = Path(__file__).parents[2] / "configs" / "faces" / "faces.toml"
NEIGHBOURS = np.array([[1, 2], [2, 3], [3, 0], [0, 1]])
TINY = FaceTranslatorConfig(
    adaptor_width=8,
    coarse_channels=16,
    fine_channels=4,
    condition_widths=(6, 8, 8, 8, 8, 8),
    decoder_widths=(6, 8, 8, 8, 8, 8),
    reader_width=8,
)


def chosen(*words: str) -> FaceRunSettings:
    parser = argparse.ArgumentParser()
    add_variant_options(parser)
    return variant_of(read_face_settings(CONFIG), parser.parse_args(words))


def one_step(settings: FaceRunSettings, weights: Path, faces: FacePhotos) -> tuple[FaceTrainer, dict[str, float]]:
    """A step of the run as its options left it, but with tiny networks and pictures of 64²."""
    model = replace(TINY, guidance=settings.model.guidance, style_channels=8)
    phases = tuple(replace(phase, size=64, batch=2) for phase in settings.phases)
    run = FaceTrainer(replace(settings, model=model, phases=phases), weights, FaceTranslator)
    run.samples = 1000
    return run, run.step(FaceBatchMaker(faces, NEIGHBOURS, 1, settings.edge_share), phases[0])


def test_without_options_a_run_is_what_its_file_says() -> None:
    assert chosen() == read_face_settings(CONFIG)


def test_every_variant_has_a_folder_of_its_own_and_the_same_budget() -> None:
    """Two runs of one name would go on with each other's checkpoint."""
    runs = [chosen("--budget", "4000")]
    runs += [chosen("--budget", "4000", "--without", what) for what in (*LOSSES, PSEUDO_PAIRS)]
    runs.append(chosen("--budget", "4000", "--baseline", "spade"))
    assert len({run.name for run in runs}) == len(runs)
    assert {(run.total_samples, run.phases[0].size, run.edge_share, run.reading_samples) for run in runs} == {
        (4000, 128, 0.0, 0)
    }


@pytest.mark.parametrize("what", ["contextual", "close-ups"])
def test_what_is_left_out_is_not_computed(random_vgg: Path, four_faces: FacePhotos, what: str) -> None:
    _, whole = one_step(chosen("--budget", "4000"), random_vgg, four_faces)
    _, log = one_step(chosen("--budget", "4000", "--without", what), random_vgg, four_faces)
    assert set(LOSSES[what]) <= set(whole)
    assert not set(LOSSES[what]) & set(log)
    assert "adversarial" in log


def test_without_pseudo_pairs_no_exemplar_is_the_photo_itself(random_vgg: Path, four_faces: FacePhotos) -> None:
    _, log = one_step(chosen("--budget", "4000", "--without", PSEUDO_PAIRS), random_vgg, four_faces)
    assert log["pseudo_pair"] == log["pseudo_pixel"] == log["close_up_pair"] == 0
    assert np.isfinite(list(log.values())).all()


def test_the_spade_baseline_trains_by_style_and_its_checkpoint_tells(random_vgg: Path, four_faces: FacePhotos) -> None:
    run, log = one_step(chosen("--budget", "4000", "--baseline", "spade"), random_vgg, four_faces)
    assert "domain" not in log
    assert {"adversarial", "close_up_pair"} <= set(log)
    assert isinstance(run.averaged, FaceTranslator)
    assert face_sheet(run.averaged, four_faces, four_faces, [(0, 1)]).size == (4 * 64, 64)
    ours = FaceTranslator(TINY)
    assert model_of(run.averaged.state_dict(), TINY) == spade_model(TINY)
    assert model_of(ours.state_dict(), TINY) == TINY


def test_ours_and_the_baseline_have_about_as_many_weights_to_paint_with() -> None:
    def size(config: FaceTranslatorConfig) -> int:
        network = FaceTranslator(config)
        for_edges = [network.edge_reader, network.edge_pyramid, network.edge_lines]
        unused = sum(weight.numel() for part in for_edges for weight in part.parameters())
        return sum(weight.numel() for weight in network.parameters()) - unused

    ours = read_face_settings(CONFIG).model
    with torch.device("meta"):
        assert 0.8 < size(spade_model(ours)) / size(ours) < 1.25
