import math

import torch

from training.losses.warped_labels import warped_label_loss


def shares(*rows: list[float]) -> torch.Tensor:
    """Channels × two cells."""
    return torch.tensor(rows).reshape(1, len(rows), 1, 2)


def test_cross_entropy_of_the_layouts_class() -> None:
    wanted = shares([0.0, 0.0], [1.0, 0.0], [0.0, 1.0])
    warped = shares([0.0, 0.0], [0.5, 0.0], [0.5, 1.0])
    exemplar = shares([0.0, 0.0], [1.0, 0.0], [0.0, 1.0])
    torch.testing.assert_close(warped_label_loss(warped, wanted, exemplar), torch.tensor(math.log(2) / 2))


def test_classes_the_exemplar_lacks_and_other_are_ignored() -> None:
    """Otherwise a layout with a class that the exemplar lacks would push all matches around for nothing."""
    wanted = shares([1.0, 0.0], [0.0, 1.0])
    warped = shares([0.0, 1.0], [1.0, 0.0])
    exemplar = shares([1.0, 1.0], [0.0, 0.0])
    assert float(warped_label_loss(warped, wanted, exemplar)) == 0.0
