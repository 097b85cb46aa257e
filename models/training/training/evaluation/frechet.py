"""Fréchet distance between two sets of features (Heusel et al. 2017)."""

import numpy as np
from numpy.typing import NDArray
from scipy import linalg


def frechet_distance(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """‖μ₁ − μ₂‖² + tr(Σ₁ + Σ₂ − 2(Σ₁Σ₂)^½) of features N×D and M×D.

    The trace of the root is taken from the singular values of the product of the centred data's roots, which stays
    exact when there are fewer samples than dimensions.
    """
    mean_first, mean_second = first.mean(0), second.mean(0)
    centred_first = (first - mean_first) / np.sqrt(len(first) - 1)
    centred_second = (second - mean_second) / np.sqrt(len(second) - 1)
    # tr((ΣaΣb)^½) is the nuclear norm of A·Bᵀ for Σa = AᵀA, Σb = BᵀB.
    cross = linalg.svdvals(centred_first @ centred_second.T).sum()
    spread = (centred_first**2).sum() + (centred_second**2).sum()
    return float(((mean_first - mean_second) ** 2).sum() + spread - 2.0 * cross)
