from pathlib import Path

import pytest

from training.parsing.faces import FaceSet
from training.parsing.parser_trainer import ParserTrainer
from training.parsing.settings import ParserPhase, ParserSettings, read_parser_settings

SETTINGS = ParserSettings(
    "drawn", 1, (ParserPhase(400, 64),), batch=4, learning_rate=4e-3, pseudo_share=0.5, favour={"eyeglasses": 3.0}
)
CONFIGS = Path(__file__).parents[2] / "configs" / "parsing"


def test_it_learns_drawn_faces_and_goes_on_exactly_where_it_was_saved(drawn_faces: FaceSet, tmp_path: Path) -> None:
    trainer = ParserTrainer(SETTINGS, drawn_faces, 6)
    losses = [trainer.step() for _ in range(24)]
    # Measured: 0.77. Without learning it stays at 1.
    assert sum(losses[-6:]) < 0.85 * sum(losses[:6])
    trainer.save(tmp_path / "latest.pt")
    resumed = ParserTrainer(SETTINGS, drawn_faces, 6)
    resumed.restore(tmp_path / "latest.pt")
    assert resumed.step() == pytest.approx(trainer.step(), abs=1e-4)
    assert resumed.samples == trainer.samples == 100


def test_pseudo_labelled_faces_get_their_share_and_rare_parts_are_favoured(drawn_faces: FaceSet) -> None:
    trainer = ParserTrainer(SETTINGS, drawn_faces, 4)
    assert float(trainer.draw_weights[4:].sum()) == pytest.approx(0.5)
    assert float(trainer.draw_weights[0] / trainer.draw_weights[1]) == pytest.approx(3.0)
    assert trainer.wearers[3] == [0]


@pytest.mark.parametrize("path", sorted(CONFIGS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_config_is_understood(path: Path) -> None:
    settings = read_parser_settings(path)
    assert settings.samples > 0
    assert all(phase.size % 16 == 0 for phase in settings.phases)
    assert settings.phase(settings.samples) == settings.phases[-1]


def test_an_unknown_part_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text('name = "x"\nseed = 1\nfavour = { ear = 2.0 }\n[[phases]]\nsamples = 1\nsize = 64\n')
    with pytest.raises(ValueError, match="ear is no part that the parser knows"):
        read_parser_settings(path)
