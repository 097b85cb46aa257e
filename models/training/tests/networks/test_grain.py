import torch

from training.networks.grain import SIDES, grain_like


def test_grain_is_standard_normal_and_the_same_in_every_call() -> None:
    """Pictures would flicker while they are painted if it were drawn anew."""
    first, again = grain_like(torch.rand(2, 5, 256, 256)), grain_like(torch.rand(2, 5, 256, 256))
    assert first.shape == (2, 1, 256, 256)
    assert torch.equal(first, again)
    assert torch.equal(first[0], first[1])
    assert abs(float(first.mean())) < 0.02
    assert abs(float(first.std()) - 1.0) < 0.02


def test_grain_repeats_after_its_sides() -> None:
    wide = grain_like(torch.zeros(1, 1, 520, 520))
    torch.testing.assert_close(wide[:, :, : 520 - SIDES[0]], wide[:, :, SIDES[0] :])
    torch.testing.assert_close(wide[:, :, :, : 520 - SIDES[1]], wide[:, :, :, SIDES[1] :])
