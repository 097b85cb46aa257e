import numpy as np
import torch

from tests.data.test_batches import make_batches
from training.data.hidden_classes import NOWHERE, OTHER, hide_class, hideable_class
from training.losses.domain import features_at


def test_only_classes_of_a_fitting_share_are_hidden() -> None:
    labels = torch.ones(10, 10, dtype=torch.int64)
    labels[0, :2] = 2
    labels[5:7] = 3
    random = np.random.default_rng(1)
    assert {hideable_class(labels, random) for _ in range(20)} == {3}
    assert hideable_class(torch.full((4, 4), OTHER), random) is None


def test_a_hidden_class_leaves_pixels_labels_and_origins() -> None:
    """Catches a hidden class that still shows, and a correspondence that is taught to match what is not there."""
    labels = torch.full((16, 32), 1, dtype=torch.int64)
    labels[:, :12] = 2
    labels[:8, 20:] = 2
    picture = torch.where(labels == 2, 0.9, -0.5)[None].repeat(3, 1, 1)
    grid = torch.zeros(2, 4, 2)
    shown, shown_labels, origins = hide_class(picture, labels, grid, 2)
    assert float(shown.max()) == -0.5
    assert sorted(torch.unique(shown_labels).tolist()) == [OTHER, 1]
    assert shown_labels[0, 0] == OTHER
    assert shown_labels[15, 0] == 1
    assert (origins[:, 0] == NOWHERE).all()
    assert (origins[1, 2:] == 0).all()
    _, inside = features_at(torch.zeros(1, 4, 2, 4), origins[None])
    assert inside[0].tolist() == [[False, False, False, False], [False, False, True, True]]


def test_a_share_of_the_distorted_copies_lacks_a_class() -> None:
    batches = make_batches(9)
    assert bool((batches.draw(6, 32, 1.0).grid < NOWHERE).all())
    assert bool((batches.draw(6, 32, 1.0, hidden_share=1.0).grid == NOWHERE).any())
    assert bool((batches.draw(6, 32, 0.0, hidden_share=1.0).grid < NOWHERE).all())
