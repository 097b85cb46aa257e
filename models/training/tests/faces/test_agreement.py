import numpy as np
import torch

from training.faces.agreement import LayoutAgreement, near_share, part_outlines
from training.faces.portraits import FacePhotos


def test_outlines_two_pixels_off_are_near_and_three_are_not() -> None:
    lines = np.zeros((16, 16), bool)
    lines[4] = True
    for off, share in ((2, 16), (3, 0)):
        assert near_share(lines, np.roll(lines, off, 0)) == (share, 16)
    assert near_share(lines, np.zeros_like(lines)) == (0, 16)


def test_a_picture_that_shows_its_layout_scores_one_and_a_shifted_one_less(four_faces: FacePhotos) -> None:
    labels = torch.from_numpy(four_faces.photos.label_map(0).copy()).long()[None]
    assert part_outlines(labels[0].numpy().astype(np.uint8)).any()
    for shift, perfect in ((0, True), (6, False)):
        seen = torch.nn.functional.one_hot(labels.roll(shift, 2), 19).permute(0, 3, 1, 2).float()
        agreement = LayoutAgreement(lambda _, seen=seen: seen)
        agreement.add(torch.zeros(1, 3, 64, 64), labels)
        values = agreement.values()
        assert all((value > 0.999) == perfect for value in values.values()), values
