"""L_reg: warping the warp back must give the exemplar again (paper equation 10)."""

from torch import Tensor

from training.networks.correspondence import INVERSE_TEMPERATURE, streaming_warp


def cycle_loss(layout: Tensor, exemplar: Tensor, values: Tensor, alpha: float = INVERSE_TEMPERATURE) -> Tensor:
    """‖r_{y→x→y} − y‖₁ on the coarse grid.

    layout and exemplar: unit features B×C×H×W; values: the exemplar's colours B×3×H×W. The way back is the softmax
    over layout cells of the same scores.
    """
    there = streaming_warp(layout, exemplar, values, alpha)
    back = streaming_warp(exemplar, layout, there, alpha)
    return (back - values).abs().mean()
