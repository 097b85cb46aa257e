from pathlib import Path

import numpy as np
import pytest
import torch

from training.close_ups import close_up_grid
from training.faces.close_ups import looked_at_parts
from training.faces.face_batches import FaceBatchMaker
from training.faces.face_settings import FaceRunSettings, read_face_settings
from training.faces.face_sheets import face_sheet
from training.faces.face_trainer import FaceTrainer
from training.faces.face_translator import FaceTranslator, FaceTranslatorConfig
from training.faces.portraits import FacePhotos
from training.related import begin_with_related
from training.settings import Phase

MODEL = FaceTranslatorConfig(
    adaptor_width=8,
    coarse_channels=16,
    fine_channels=4,
    condition_widths=(6, 8, 8, 8, 8, 8),
    decoder_widths=(6, 8, 8, 8, 8, 8),
    reader_width=8,
)
PHASE = Phase(64, 2, 100, 1e-3)
NEIGHBOURS = np.array([[1, 2], [2, 3], [3, 0], [0, 1]])
RESHAPED = "generator.encoder.layers.0.weight"


def trainer(weights: Path) -> FaceTrainer:
    return FaceTrainer(FaceRunSettings("drawn", 1, (PHASE,), model=MODEL), weights, FaceTranslator)


@pytest.mark.parametrize(
    ("share", "own", "other"), [(0.0, "part_lines", "edge_reader"), (1.0, "edge_reader", "part_lines")]
)
def test_a_condition_trains_what_both_share_and_its_own_encoder(
    random_vgg: Path, four_faces: FacePhotos, share: float, own: str, other: str
) -> None:
    run = trainer(random_vgg)
    before = {name: value.clone() for name, value in run.model.state_dict().items()}
    run.samples = 3000
    log = run.step(FaceBatchMaker(four_faces, NEIGHBOURS, 1, share), PHASE)
    changed = {name.split(".")[0] for name, value in run.model.state_dict().items() if not value.equal(before[name])}
    assert {own, "exemplar_adaptor", "generator"} <= changed
    assert other not in changed
    assert ("part_guess" in log) == (share == 1.0)
    assert {"close_up_pair", "close_up_adversarial", "close_up_discriminator"} <= set(log)


def test_the_first_samples_teach_to_read_edges_and_nothing_else(random_vgg: Path, four_faces: FacePhotos) -> None:
    settings = FaceRunSettings("drawn", 1, (Phase(64, 4, 200, 4e-3),), model=MODEL, reading_samples=96)
    run = FaceTrainer(settings, random_vgg, FaceTranslator)
    before = {name: value.clone() for name, value in run.model.state_dict().items()}
    batches = FaceBatchMaker(four_faces, NEIGHBOURS, 1, 0.0, edges_first=96)
    logs = [run.step(batches, settings.phases[0]) for _ in range(24)]
    assert logs[-1]["part_guess"] < 0.8 * logs[0]["part_guess"]
    changed = {name.split(".")[0] for name, value in run.model.state_dict().items() if not value.equal(before[name])}
    assert changed == {"edge_reader"}
    assert "pseudo_pair" in run.step(batches, settings.phases[0])


def test_a_checkpoint_holds_the_close_ups_judge(random_vgg: Path, four_faces: FacePhotos, tmp_path: Path) -> None:
    run = trainer(random_vgg)
    run.step(FaceBatchMaker(four_faces, NEIGHBOURS, 1, 1.0), PHASE)
    run.save(tmp_path / "latest.pt")
    resumed = trainer(random_vgg)
    resumed.restore(tmp_path / "latest.pt")
    for name, value in run.more_judges.state_dict().items():
        assert torch.equal(value, resumed.more_judges.state_dict()[name]), name
    assert resumed.samples == run.samples == 2


def test_close_ups_are_around_an_eye_or_the_mouth_and_inside_the_picture(four_faces: FacePhotos) -> None:
    labels = torch.from_numpy(four_faces.photos.label_map(1).copy()).long()[None].expand(12, -1, -1)
    generator = torch.Generator().manual_seed(0)
    grid = close_up_grid(looked_at_parts(labels, generator), 64, 64, generator)
    assert grid.shape == (12, 32, 32, 2)
    assert grid.abs().max() <= 1
    rows = (grid[:, :, :, 1].mean((1, 2)) + 1) * 32
    assert set((rows > 40).tolist()) == {True, False}


def test_a_run_begins_with_what_fits_of_a_related_run(random_vgg: Path, tmp_path: Path) -> None:
    source, target = trainer(random_vgg), trainer(random_vgg)
    with torch.no_grad():
        source.averaged.generator.start.weight.add_(1.0)
    source.save(tmp_path / "related.pt")
    state = torch.load(tmp_path / "related.pt", weights_only=True)
    state["averaged"][RESHAPED] = torch.zeros(1, 2, 3, 3)
    torch.save(state, tmp_path / "related.pt")
    fresh = target.model.state_dict()[RESHAPED].clone()
    begin_with_related(target, tmp_path / "related.pt")
    for network in (target.model, target.averaged):
        assert torch.equal(network.state_dict()["generator.start.weight"], source.averaged.generator.start.weight)
        assert torch.equal(network.state_dict()[RESHAPED], fresh)


def test_a_sheet_shows_both_conditions(four_faces: FacePhotos) -> None:
    sheet = face_sheet(FaceTranslator(MODEL).eval(), four_faces, four_faces, [(0, 1), (1, 2)])
    assert sheet.size == (8 * 64, 2 * 64)


def test_the_config_is_understood_and_unknown_settings_are_named(tmp_path: Path) -> None:
    settings = read_face_settings(Path(__file__).parents[2] / "configs" / "faces" / "faces.toml")
    assert settings.model.classes == 19
    assert settings.losses.close_up_pair > 0
    path = tmp_path / "bad.toml"
    phase = "[[phases]]\nsize = 64\nbatch = 1\nsamples = 1\nlearning_rate = 1e-4\n"
    path.write_text(f'name = "x"\nseed = 1\nedge_sare = 0.5\n{phase}')
    with pytest.raises(TypeError, match="edge_sare"):
        read_face_settings(path)
