"""Each case is small enough to work out by hand."""

import math

import torch

from training.losses.contextual import contextual_layer_loss, contextual_similarity


def test_equal_features_have_one_clear_match_and_no_loss() -> None:
    features = torch.eye(4).reshape(1, 4, 2, 2)
    assert float(contextual_layer_loss(features, features)) < 1e-4


def test_similarity_of_two_positions_follows_the_formula() -> None:
    # After centring on the exemplar's mean (0, 0) the exemplar is ±e1. The result's first feature is e1, its second
    # e2, which is orthogonal to both: distance 1 to each, so the second row must be one half each.
    exemplar = torch.tensor([[1.0, -1.0], [0.0, 0.0]]).reshape(1, 2, 1, 2)
    result = torch.tensor([[1.0, 0.0], [0.0, 1.0]]).reshape(1, 2, 1, 2)
    similarity = contextual_similarity(result, exemplar)[0]
    torch.testing.assert_close(similarity[1], torch.tensor([0.5, 0.5]))
    assert float(similarity[0, 0]) > 0.999


def test_loss_is_minus_log_of_the_mean_best_similarity() -> None:
    exemplar = torch.tensor([[1.0, -1.0], [0.0, 0.0]]).reshape(1, 2, 1, 2)
    result = torch.tensor([[1.0, 0.0], [0.0, 1.0]]).reshape(1, 2, 1, 2)
    assert math.isclose(float(contextual_layer_loss(result, exemplar)), -math.log(0.75), rel_tol=1e-3)
