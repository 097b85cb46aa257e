"""Faces cut out as CelebA-HQ cuts them: a turned square over eyes and mouth (Karras et al. 2018, appendix C)."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

RIGHT_EYE, LEFT_EYE = (33, 133, 159, 145), (263, 362, 386, 374)
"""FaceMesh points around the person's right and left eye: corners, upper and lower lid."""
MOUTH_CORNERS = (61, 291)

Points = NDArray[np.float64]


def face_square(points: Points) -> tuple[Points, float]:
    """Corners of the square (4×2: upper left, lower left, lower right, upper right) and its side, in pixels.

    points: 468×2 FaceMesh points in pixels.
    """
    first, second = points[list(RIGHT_EYE)].mean(0), points[list(LEFT_EYE)].mean(0)
    eyes, mouth = (first + second) / 2, points[list(MOUTH_CORNERS)].mean(0)
    across, down = second - first, mouth - eyes
    right = across - np.array([-down[1], down[0]])
    right /= np.hypot(*right)
    right *= max(np.hypot(*across) * 2.0, np.hypot(*down) * 1.8)
    below = np.array([-right[1], right[0]])
    centre = eyes + down * 0.1
    corners = np.stack([centre - right - below, centre - right + below, centre + right + below, centre + right - below])
    return corners, float(np.hypot(*right) * 2)


def cut_face(photo: Image.Image, corners: Points, size: int) -> Image.Image:
    """The square as a size×size picture; beyond the photo its edges are mirrored."""
    margin = int(max(photo.size))
    pixels = np.pad(np.asarray(photo.convert("RGB")), ((margin, margin), (margin, margin), (0, 0)), mode="reflect")
    quad = tuple(float(value) for value in (corners + margin + 0.5).reshape(-1))
    # Twice the size and then halved, since PIL's transform does not average where it shrinks.
    large = Image.fromarray(pixels).transform(
        (2 * size, 2 * size), Image.Transform.QUAD, quad, Image.Resampling.BICUBIC
    )
    return large.resize((size, size), Image.Resampling.BOX)
