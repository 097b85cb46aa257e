import torch

from training.losses.regularisation import cycle_loss


def test_a_permutation_comes_back_exactly() -> None:
    """Catches a way back that uses the wrong softmax axis: a one-to-one match must restore the exemplar."""
    layout = torch.eye(4).reshape(1, 4, 2, 2)
    exemplar = layout.flatten(2)[:, :, [2, 0, 3, 1]].reshape(1, 4, 2, 2)
    values = torch.rand(1, 3, 2, 2)
    assert float(cycle_loss(layout, exemplar, values, alpha=200.0)) < 1e-5


def test_indifferent_matches_return_the_mean() -> None:
    """All features equal: everything becomes the mean, here 0.5, so the loss is the mean distance to it, 0.5."""
    same = torch.ones(1, 4, 2, 2) / 2
    values = torch.tensor([0.0, 1.0, 0.0, 1.0]).reshape(1, 1, 2, 2)
    torch.testing.assert_close(cycle_loss(same, same, values, alpha=50.0), torch.tensor(0.5))
