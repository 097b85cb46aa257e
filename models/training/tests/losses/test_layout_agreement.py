import math

import torch

from training.losses.layout_agreement import layout_agreement_loss


def shares_of(labels: list[int], classes: int = 3) -> torch.Tensor:
    """1×C×1×n one-hot shares of a row of cells."""
    return torch.nn.functional.one_hot(torch.tensor([[labels]]), classes).permute(0, 3, 1, 2).float()


def test_undecided_logits_cost_the_logarithm_of_the_classes() -> None:
    loss = layout_agreement_loss(torch.zeros(1, 3, 1, 4), shares_of([1, 1, 2, 2]))
    torch.testing.assert_close(loss, torch.tensor(math.log(3.0)))


def test_other_is_ignored() -> None:
    """A wrong answer on 'other' cells must not be punished: they say nothing of what belongs there."""
    logits = torch.zeros(1, 3, 1, 2)
    logits[0, 1, 0, :] = 40.0
    assert float(layout_agreement_loss(logits, shares_of([0, 1]))) < 1e-6
    assert float(layout_agreement_loss(logits, shares_of([0, 0]))) == 0.0


def test_rare_classes_weigh_the_root_of_their_rarity() -> None:
    """Eight cells of one class all right, two of another all wrong: weights 8/sqrt(.8) and 2/sqrt(.2) by hand."""
    logits = torch.zeros(1, 3, 1, 10)
    logits[0, 1] = 20.0
    loss = layout_agreement_loss(logits, shares_of([1] * 8 + [2] * 2))
    common, rare = 8 / math.sqrt(0.8), 2 / math.sqrt(0.2)
    torch.testing.assert_close(loss, torch.tensor(20.0 * rare / (common + rare)), rtol=1e-4, atol=1e-4)
