"""Cases for the app to paint: files for `cocanvas render`.

Case 7 is 007-layout.png (parts), 007-photo.png (whose other edges are kept, by edges), 007-exemplar.png and its parts
007-exemplar-layout.png.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from torch import Tensor

from training.evaluation.painted_elsewhere import write_picture
from training.faces.face_rows import FaceCase


def write_parts(labels: Tensor, path: Path) -> None:
    """Class numbers 1×H×W as a grey picture."""
    Image.fromarray(labels[0].numpy().astype(np.uint8)).save(path)


def write_cases(cases: Sequence[FaceCase], folder: Path) -> None:
    """The files of all cases."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate(cases):
        write_parts(case.labels, folder / f"{number:03d}-layout.png")
        write_picture(case.photo, folder / f"{number:03d}-photo.png")
        write_picture(case.exemplar, folder / f"{number:03d}-exemplar.png")
        write_parts(case.exemplar_labels, folder / f"{number:03d}-exemplar-layout.png")
