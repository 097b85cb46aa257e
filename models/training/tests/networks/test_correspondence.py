import torch

from training.networks.adaptors import centre_and_normalise
from training.networks.correspondence import correspondence_matrix, dense_warp, streaming_warp


def random_features(seed: int, height: int, width: int) -> torch.Tensor:
    return centre_and_normalise(torch.randn(2, 16, height, width, generator=torch.Generator().manual_seed(seed)))


def test_streaming_and_dense_forms_agree_for_different_sizes() -> None:
    layout, exemplar = random_features(0, 4, 6), random_features(1, 5, 3)
    values = torch.rand(2, 7, 5, 3)
    torch.testing.assert_close(streaming_warp(layout, exemplar, values), dense_warp(layout, exemplar, values))


def test_rows_sum_to_one_and_a_warp_of_equal_features_is_the_identity() -> None:
    features = random_features(2, 4, 4)
    torch.testing.assert_close(correspondence_matrix(features, features).sum(2), torch.ones(2, 16))
    values = torch.rand(2, 3, 4, 4)
    torch.testing.assert_close(streaming_warp(features, features, values, 500.0), values, atol=1e-3, rtol=0)


def test_features_are_centred_and_of_unit_length() -> None:
    features = random_features(3, 4, 4)
    assert float(features.mean(1).abs().max()) < 1e-6
    torch.testing.assert_close((features**2).sum(1), torch.ones(2, 4, 4), atol=1e-4, rtol=0)
