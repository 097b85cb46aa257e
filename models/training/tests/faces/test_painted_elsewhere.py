from pathlib import Path

import numpy as np
import torch
from PIL import Image

from training.evaluation.painted_elsewhere import write_picture
from training.faces.face_rows import build_cases, painted_rows
from training.faces.painted_elsewhere import write_cases
from training.faces.portraits import FacePhotos


def test_cases_are_written_for_the_app_and_its_pictures_are_measured_in_their_order(
    four_faces: FacePhotos, tmp_path: Path
) -> None:
    """A picture that is measured against another case's layout would be a quiet nonsense."""
    cases = build_cases(four_faces, four_faces, 19, every=2)
    write_cases(cases, tmp_path / "cases")
    assert len(list((tmp_path / "cases").iterdir())) == 4 * len(cases)
    for number, case in enumerate(cases):
        with Image.open(tmp_path / "cases" / f"{number:03d}-layout.png") as layout:
            assert np.array_equal(np.asarray(layout), case.labels[0].numpy())
        write_picture(case.photo, tmp_path / f"{number:03d}.png")
    row = painted_rows({"app": tmp_path}, cases)["app"]
    for case in cases:
        torch.testing.assert_close(row(case), case.photo, atol=1 / 127, rtol=0)
