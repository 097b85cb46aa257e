import torch

from training.data.light import random_lights, under_light


def lights(*rows: list[float]) -> torch.Tensor:
    return torch.tensor(rows)


def test_a_light_that_is_off_changes_nothing() -> None:
    pictures = torch.rand(2, 3, 4, 4) * 2 - 1
    drawn = random_lights(2, 0.0, torch.Generator().manual_seed(1))
    assert torch.equal(under_light(pictures, drawn), pictures)


def test_blue_dusk_worked_out_by_hand() -> None:
    # (0.2, 0.4, 0.9) in 0..1: grey 0.5; half the saturation: 0.35, 0.45, 0.7; a fifth of haze: 0.48, 0.56, 0.76;
    # times the gains.
    picture = torch.tensor([0.2, 0.4, 0.9]).view(1, 3, 1, 1) * 2 - 1
    lit = under_light(picture, lights([0.25, 0.5, 1.0, 0.5, 0.2, 1.0]))
    assert torch.allclose((lit.flatten() + 1) / 2, torch.tensor([0.12, 0.28, 0.76]), atol=1e-6)


def test_lights_stay_in_their_ranges_and_are_as_frequent_as_asked() -> None:
    drawn = random_lights(2000, 0.3, torch.Generator().manual_seed(2))
    assert float(drawn[:, :3].min()) >= 0.15 * 0.35 * 0.75
    assert float(drawn[:, :3].max()) <= 1.0
    assert float(drawn[:, 3].min()) >= 0.25
    assert float(drawn[:, 4].max()) <= 0.35
    assert abs(float(drawn[:, 5].mean()) - 0.3) < 0.04


def test_no_light_is_green() -> None:
    # Under green lights a lake painted for an exemplar of meadows came out as meadow.
    red, green, blue = random_lights(500, 1.0, torch.Generator().manual_seed(3))[:, :3].unbind(1)
    assert bool((green <= torch.maximum(red, blue) + 1e-6).all())
    assert bool((red > 1.2 * blue).any())
    assert bool((blue > 1.2 * red).any())
