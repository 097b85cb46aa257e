import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from training.people.people_batches import PeopleBatchMaker
from training.people.people_settings import PeopleRunSettings, read_people_settings
from training.people.people_sheets import people_sheet
from training.people.people_trainer import PeopleTrainer
from training.people.people_translator import PeopleTranslator, PeopleTranslatorConfig
from training.people.photographs import PeoplePhotos
from training.settings import Phase
from training.variants import add_budget_options, budgeted, spade_model

CONFIG = Path(__file__).parents[2] / "configs" / "people" / "people.toml"
MODEL = PeopleTranslatorConfig(
    adaptor_width=8,
    coarse_channels=16,
    fine_channels=4,
    condition_widths=(6, 8, 8, 8, 8, 8),
    decoder_widths=(6, 8, 8, 8, 8, 8),
)
PHASE = Phase(128, 2, 100, 1e-3)
SIMILAR = np.array([[1, 2], [2, 3], [3, 0], [0, 1]])


def trainer(weights: Path) -> PeopleTrainer:
    return PeopleTrainer(PeopleRunSettings("drawn", 1, (PHASE,), model=MODEL), weights, PeopleTranslator)


def test_a_step_trains_every_network_and_counts_garments(random_vgg: Path, four_people: PeoplePhotos) -> None:
    run = trainer(random_vgg)
    before = {name: value.clone() for name, value in run.model.state_dict().items()}
    run.samples = 3000
    log = run.step(PeopleBatchMaker(four_people, SIMILAR, 1), PHASE)
    changed = {name.split(".")[0] for name, value in run.model.state_dict().items() if not value.equal(before[name])}
    assert changed == {"layout_adaptor", "exemplar_adaptor", "generator", "pose_lines"}
    assert {"warped_garments", "close_up_pair", "close_up_adversarial", "close_up_discriminator"} <= set(log)
    assert log["warped_garments"] > 0
    assert all(np.isfinite(list(log.values())))


def test_garments_are_left_out_where_nothing_is_known(random_vgg: Path, four_people: PeoplePhotos) -> None:
    unlabelled = PeoplePhotos(
        four_people.names, four_people.pixels, four_people.joints, np.zeros_like(four_people.garments)
    )
    log = trainer(random_vgg).step(PeopleBatchMaker(unlabelled, SIMILAR, 1), PHASE)
    assert log["warped_garments"] == 0


def chosen(*words: str) -> PeopleRunSettings:
    parser = argparse.ArgumentParser()
    add_budget_options(parser)
    return budgeted(read_people_settings(CONFIG), parser.parse_args(words))


def test_a_budget_has_a_folder_of_its_own_for_ours_and_for_the_baseline() -> None:
    """Two runs of one name would go on with each other's checkpoint."""
    whole, ours, baseline = chosen(), chosen("--budget", "4000"), chosen("--budget", "4000", "--baseline", "spade")
    assert whole == read_people_settings(CONFIG)
    assert [run.name for run in (whole, ours, baseline)] == ["people", "people-4000", "people-4000-spade"]
    assert ours.phases == baseline.phases == (replace(whole.phases[0], samples=4000),)
    with torch.device("meta"):
        sizes = [sum(weight.numel() for weight in PeopleTranslator(run.model).parameters()) for run in (ours, baseline)]
    assert 0.8 < sizes[1] / sizes[0] < 1.25


def test_the_spade_baseline_trains_without_a_match(random_vgg: Path, four_people: PeoplePhotos) -> None:
    settings = PeopleRunSettings("drawn", 1, (PHASE,), model=replace(spade_model(MODEL), style_channels=8))
    run = PeopleTrainer(settings, random_vgg, PeopleTranslator)
    log = run.step(PeopleBatchMaker(four_people, SIMILAR, 1), PHASE)
    assert "warped_garments" not in log
    assert {"close_up_pair", "adversarial"} <= set(log)
    assert isinstance(run.averaged, PeopleTranslator)
    assert people_sheet(run.averaged, four_people, four_people, [(0, 1)], 128).size == (5 * 96, 128)


def test_a_resumed_run_is_the_run(random_vgg: Path, four_people: PeoplePhotos, tmp_path: Path) -> None:
    run = trainer(random_vgg)
    run.step(PeopleBatchMaker(four_people, SIMILAR, 1), PHASE)
    run.save(tmp_path / "latest.pt")
    resumed = trainer(random_vgg)
    resumed.restore(tmp_path / "latest.pt")
    for one in (run, resumed):
        one.step(PeopleBatchMaker(four_people, SIMILAR, 7), PHASE)
    for name, value in run.model.state_dict().items():
        assert torch.equal(value, resumed.model.state_dict()[name]), name


def test_the_warp_of_a_person_onto_their_own_pose_is_the_person(four_people: PeoplePhotos) -> None:
    """Even untrained, equal regions in equal places match: regions that are not used would scatter the pieces."""
    batch = PeopleBatchMaker(four_people, SIMILAR, 1).draw(2, 128, 0.0)
    match = PeopleTranslator(MODEL).eval()(batch.pose, batch.photo, batch.pose).match
    assert match is not None
    assert match.confidence.mean() > 0.8


def test_a_sheet_shows_seven_columns(four_people: PeoplePhotos) -> None:
    sheet = people_sheet(PeopleTranslator(MODEL).eval(), four_people, four_people, [(0, 1), (1, 6)], 128)
    assert sheet.size == (7 * 96, 2 * 128)


def test_the_config_is_understood_and_unknown_settings_are_named(tmp_path: Path) -> None:
    settings = read_people_settings(CONFIG)
    assert settings.phases[-1].size == 256
    assert settings.losses.warped_garments > 0
    path = tmp_path / "bad.toml"
    phase = "[[phases]]\nsize = 64\nbatch = 1\nsamples = 1\nlearning_rate = 1e-4\n"
    path.write_text(f'name = "x"\nseed = 1\nneighbors = 5\n{phase}')
    with pytest.raises(TypeError, match="neighbors"):
        read_people_settings(path)
