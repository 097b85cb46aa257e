import math

import torch

from training.data.distortion import distortion_grid
from training.losses.domain import domain_loss, features_at, position_contrast_loss


def unit(grid: torch.Tensor) -> torch.Tensor:
    return torch.nn.functional.normalize(grid, dim=1)


def test_domain_loss_is_the_mean_difference_inside_the_mask() -> None:
    layout, exemplar = torch.zeros(1, 2, 1, 2), torch.tensor([[[[1.0, 5.0]], [[3.0, 5.0]]]])
    mask = torch.tensor([[[1.0, 0.0]]])
    torch.testing.assert_close(domain_loss(layout, exemplar, mask), torch.tensor(2.0))


def test_contrast_of_indifferent_features_is_log_n_and_of_distinct_ones_zero() -> None:
    generator = torch.Generator().manual_seed(0)
    same = unit(torch.ones(1, 4, 2, 2))
    mask = torch.ones(1, 2, 2)
    assert math.isclose(float(position_contrast_loss(same, same, mask, 50.0, 4, generator)), math.log(4), rel_tol=1e-5)
    distinct = torch.eye(4).reshape(1, 4, 2, 2)
    assert float(position_contrast_loss(distinct, distinct, mask, 50.0, 4, generator)) < 1e-6


def test_features_follow_the_distortion_of_the_photo() -> None:
    """Catches swapped x and y or a flipped grid: a smooth field sampled twice the same way must agree."""
    rows = torch.linspace(-1, 1, 64)[:, None].expand(64, 64)
    columns = torch.linspace(-1, 1, 64)[None, :].expand(64, 64)
    field = unit(torch.stack([rows + 2, columns + 3, torch.ones(64, 64)])[None])
    grid = distortion_grid(1, 64, 64, torch.Generator().manual_seed(3))
    sampled, inside = features_at(field, grid)
    assert 0.5 < float(inside.float().mean()) <= 1.0
    expected = unit(torch.stack([grid[0, :, :, 1] + 2, grid[0, :, :, 0] + 3, torch.ones(64, 64)])[None])
    difference = (sampled - expected).abs().amax(1)[inside]
    assert float(difference.max()) < 0.03
