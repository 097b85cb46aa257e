import torch

from training.losses.feature import (
    PSEUDO_PAIR_WEIGHTS,
    palette_loss,
    perceptual_loss,
    pseudo_pair_loss,
    pseudo_pixel_loss,
)


def test_pseudo_pair_loss_weighs_layers_and_skips_retrieved_samples() -> None:
    """Sample 0 is a pseudo pair off by its own scale in every layer; sample 1 is retrieved and must not count."""
    target = {name: torch.ones(2, 3, 4, 4) for name in PSEUDO_PAIR_WEIGHTS}
    result = {name: torch.stack([torch.full((3, 4, 4), 2.0), torch.full((3, 4, 4), 9.0)]) for name in target}
    expected = 1 / 32 + 1 / 16 + 1 / 8 + 1 / 4 + 1
    torch.testing.assert_close(pseudo_pair_loss(result, target, torch.tensor([1.0, 0.0])), torch.tensor(expected))
    assert float(pseudo_pair_loss(result, target, torch.zeros(2))) == 0.0


def test_perceptual_loss_is_squared_and_relative() -> None:
    target = torch.full((1, 2, 2, 2), 4.0)
    torch.testing.assert_close(perceptual_loss(target + 2.0, target), torch.tensor(0.25))


def test_pixel_loss_counts_only_pseudo_pairs() -> None:
    result, target = torch.zeros(2, 3, 8, 8), torch.stack([torch.ones(3, 8, 8), torch.full((3, 8, 8), 7.0)])
    torch.testing.assert_close(pseudo_pixel_loss(result, target, torch.tensor([1.0, 0.0])), torch.tensor(1.0))


def test_palette_loss_sees_cell_means_only() -> None:
    """A checkerboard of the right mean costs nothing; a shift of 0.2 costs 0.2."""
    base = torch.zeros(1, 3, 32, 32)
    board = base.clone()
    board[:, :, ::2, ::2] = 0.3
    board[:, :, 1::2, 1::2] = -0.3
    sure = torch.ones(1, 1, 4, 4)
    assert float(palette_loss(board, base, sure)) < 1e-6
    torch.testing.assert_close(palette_loss(base + 0.2, base, sure), torch.tensor(0.2))


def test_palette_loss_is_silent_where_the_exemplar_lacks_the_class() -> None:
    """Half of the picture is matched without agreement: its colours must not be forced on what belongs there."""
    base = torch.zeros(1, 3, 32, 32)
    confidence = torch.zeros(1, 1, 4, 4)
    confidence[:, :, :2] = 1.0
    wrong_below = base.clone()
    wrong_below[:, :, 16:] = 0.8
    assert float(palette_loss(wrong_below, base, confidence)) == 0.0
    torch.testing.assert_close(palette_loss(base + 0.2, base, confidence), torch.tensor(0.1))
