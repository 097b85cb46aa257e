"""Losses that faces add to the landscapes'."""

from dataclasses import dataclass

from torch import Tensor
from torch.nn import functional

from training.networks.adaptors import FINE_STRIDE
from training.settings import LossWeights


@dataclass(frozen=True)
class FaceLossWeights(LossWeights):
    """The landscape losses and those that faces add."""

    part_guess: float = 1.0
    close_up_pair: float = 1.5
    close_up_adversarial: float = 0.75


def guessing_loss(guess: Tensor, one_hot: Tensor) -> Tensor:
    """Cross-entropy of part logits B×C×H/4×W/4 against the parts' shares of these cells."""
    shares = functional.avg_pool2d(one_hot, FINE_STRIDE)
    return -(shares * guess.float().log_softmax(1)).sum(1).mean()
