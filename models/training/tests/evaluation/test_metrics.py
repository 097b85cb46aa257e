import numpy as np
import torch

from training.evaluation.frechet import frechet_distance
from training.evaluation.reinhard import reinhard_transfer
from training.evaluation.semantics import Agreement
from training.evaluation.sliced_wasserstein import sliced_wasserstein


def test_frechet_distance_of_known_gaussians() -> None:
    """Same spread, means 3 apart in one dimension: the distance is 9."""
    features = np.random.default_rng(0).normal(size=(4000, 4))
    moved = features + np.array([3.0, 0, 0, 0])
    assert abs(frechet_distance(features, features)) < 1e-9
    assert abs(frechet_distance(features, moved) - 9.0) < 1e-9
    # Doubling one axis: (2σ − σ)² = σ² of that axis.
    stretched = features * np.array([2.0, 1, 1, 1])
    expected = features[:, 0].mean() ** 2 + features[:, 0].var(ddof=1)
    assert abs(frechet_distance(features, stretched) - expected) < 1e-2


def test_sliced_wasserstein_tells_stripes_from_grain() -> None:
    """Two drawings of the same noise differ only by chance; stripes of the same values have another texture."""
    grain = torch.rand(8, 3, 64, 64, generator=torch.Generator().manual_seed(0)) * 2 - 1
    other = torch.rand(8, 3, 64, 64, generator=torch.Generator().manual_seed(1)) * 2 - 1
    stripes = other[:, :, :1].expand(-1, -1, 64, -1)
    assert sliced_wasserstein(grain, grain) == 0.0
    assert sliced_wasserstein(grain, stripes) > 1.5 * sliced_wasserstein(grain, other)


def test_agreement_by_hand() -> None:
    """Three of four pixels right; IoU 1/2 for class 0 and 2/3 for class 1; class 2 never wanted."""
    agreement = Agreement(3)
    agreement.add(np.array([[0, 0], [1, 1]], np.uint8), np.array([[0, 1], [1, 1]], np.uint8))
    assert agreement.pixel_accuracy() == 0.75
    assert abs(agreement.mean_iou() - (1 / 2 + 2 / 3) / 2) < 1e-12


def test_reinhard_onto_itself_changes_nothing() -> None:
    photo = torch.rand(1, 3, 16, 16) * 1.6 - 0.8
    torch.testing.assert_close(reinhard_transfer(photo, photo), photo, atol=2e-3, rtol=0)
