"""Canny edges as scikit-image's defaults find them (sigma 1), with the libraries that training has anyway.

Canny, "A Computational Approach to Edge Detection", 1986; electron/conditions/canny does the same in the app.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_erosion, gaussian_filter, generate_binary_structure, label, sobel

SIGMA = 1.0
LOW, HIGH = 0.1, 0.2
"""Gradient thresholds as shares of the full range."""


def kept_along(
    magnitude: NDArray[np.float64], axis: NDArray[np.float64], other: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Where the gradient is no smaller than at the two places one step along it, interpolated between neighbours."""
    height, width = magnitude.shape
    rows, columns = np.mgrid[1 : height - 1, 1 : width - 1]
    down, right = axis[1:-1, 1:-1], other[1:-1, 1:-1]
    steep = np.abs(down) >= np.abs(right)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(steep, np.abs(right) / np.abs(down), np.abs(down) / np.abs(right))
    share = np.nan_to_num(share)
    step_down, step_right = np.where(down < 0, -1, 1), np.where(right < 0, -1, 1)

    def ahead(sign: int) -> NDArray[np.float64]:
        straight = magnitude[rows + sign * step_down * steep, columns + sign * step_right * ~steep]
        diagonal = magnitude[rows + sign * step_down, columns + sign * step_right]
        blended: NDArray[np.float64] = straight * (1 - share) + diagonal * share
        return blended

    kept = np.zeros(magnitude.shape, bool)
    middle = magnitude[1:-1, 1:-1]
    kept[1:-1, 1:-1] = (middle >= ahead(1)) & (middle >= ahead(-1))
    return kept


def canny_edges(grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Edges [H, W] of a grey picture [H, W]."""
    inside = binary_erosion(np.ones(grey.shape, bool), generate_binary_structure(2, 2))
    smooth = gaussian_filter(grey / 255.0, SIGMA, mode="constant")
    bleed = gaussian_filter(np.ones(grey.shape), SIGMA, mode="constant")
    smooth = smooth / (bleed + np.finfo(np.float64).eps)
    down, right = sobel(smooth, axis=0), sobel(smooth, axis=1)
    magnitude = np.hypot(down, right)
    thin = kept_along(magnitude, down, right) & inside
    strong, weak = thin & (magnitude >= HIGH), thin & (magnitude >= LOW)
    regions, count = label(weak, np.ones((3, 3)))
    has_strong = np.zeros(count + 1, bool)
    has_strong[np.unique(regions[strong])] = True
    has_strong[0] = False
    edges: NDArray[np.bool_] = has_strong[regions]
    return edges
