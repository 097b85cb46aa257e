import torch
import torch.nn.functional as F
from torch import Tensor

from training.parsing.losses import DICE_SHARE, class_weights, parsing_loss


def by_automatic_gradient(logits: Tensor, truth: Tensor, weights: Tensor) -> Tensor:
    entropy = F.cross_entropy(logits, truth, weights, ignore_index=255)
    known = truth != 255
    chance = logits.softmax(1) * known[:, None]
    target = F.one_hot(truth.masked_fill(~known, 0), 19).permute(0, 3, 1, 2) * known[:, None]
    overlap = (chance * target).sum((0, 2, 3))
    total = chance.sum((0, 2, 3)) + target.sum((0, 2, 3))
    present = target.sum((0, 2, 3)) > 0
    return entropy + DICE_SHARE * (1 - (2 * overlap[present] + 1) / (total[present] + 1)).mean()


def test_the_written_gradient_is_the_automatic_one_where_parts_are_missing_or_unknown() -> None:
    torch.manual_seed(0)
    logits = torch.randn(2, 19, 8, 8, requires_grad=True)
    truth = torch.randint(0, 12, (2, 8, 8))
    truth[0, :2] = 255
    weights = torch.rand(19) + 0.2
    wanted, found = by_automatic_gradient(logits, truth, weights), parsing_loss(logits, truth, weights)
    assert torch.allclose(wanted, found, atol=1e-5)
    (slow,) = torch.autograd.grad(3 * wanted, logits)
    (fast,) = torch.autograd.grad(3 * found, logits)
    assert torch.allclose(slow, fast, atol=1e-7)
    assert fast[0, :, :2].abs().max() == 0


def test_rare_parts_weigh_more_and_the_mean_over_pixels_is_one() -> None:
    labels = torch.zeros(1, 100, 100, dtype=torch.uint8)
    labels[0, 0, :10] = 4
    weights = class_weights(labels, 0.25)
    assert weights[4] > 3 * weights[0]
    assert torch.allclose(class_weights(labels, 0.0), torch.ones(19))
    assert abs(float(weights[labels.long()].mean()) - 1) < 1e-5
