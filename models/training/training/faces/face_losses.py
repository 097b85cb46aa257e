"""Losses that faces add to the landscapes'."""

from dataclasses import dataclass

from torch import Tensor
from torch.nn import functional

from training.close_ups import CloseUpLossWeights
from training.networks.adaptors import FINE_STRIDE


@dataclass(frozen=True)
class FaceLossWeights(CloseUpLossWeights):
    """The landscape losses, those of close-ups and that of guessed parts."""

    part_guess: float = 1.0


def guessing_loss(guess: Tensor, one_hot: Tensor) -> Tensor:
    """Cross-entropy of part logits B×C×H/4×W/4 against the parts' shares of these cells."""
    shares = functional.avg_pool2d(one_hot, FINE_STRIDE)
    return -(shares * guess.float().log_softmax(1)).sum(1).mean()
