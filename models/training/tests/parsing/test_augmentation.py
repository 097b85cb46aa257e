import torch

from training.parsing.augmentation import Augmentation
from training.parsing.classes import MIRRORED, mirror_labels
from training.parsing.faces import FaceSet
from training.parsing.settings import ParserPhase


def test_a_mirror_swaps_the_sides_and_twice_is_nothing() -> None:
    labels = torch.tensor([[4, 5, 6, 255]], dtype=torch.uint8)
    assert mirror_labels(labels).tolist() == [[255, 7, 4, 5]]
    assert torch.equal(mirror_labels(mirror_labels(labels)), labels)
    assert [MIRRORED[side] for side in MIRRORED] == list(range(19))


def test_the_left_eye_stays_right_of_the_right_eye_however_a_face_is_flipped(drawn_faces: FaceSet) -> None:
    augmentation = Augmentation(torch.Generator().manual_seed(5))
    photos, truth = augmentation.batch(drawn_faces, [1, 2, 3, 4] * 4, {}, ParserPhase(1, 160))
    assert photos.shape == (16, 3, 160, 160)
    assert photos.abs().max() <= 1
    seen = 0
    for labels in truth:
        columns = [torch.nonzero(labels == eye)[:, 1].float() for eye in (4, 5)]
        if all(len(found) > 60 for found in columns):
            # Mirrored borders may repeat an eye, so the medians are compared.
            assert columns[0].median() > columns[1].median()
            seen += 1
    assert seen > 8


def test_glasses_are_lent_with_their_pixels(drawn_faces: FaceSet) -> None:
    augmentation = Augmentation(torch.Generator().manual_seed(1))
    photo, labels = drawn_faces.photos[1].clone(), drawn_faces.labels[1].clone()
    augmentation.borrow(photo, labels, (drawn_faces.photos[0], drawn_faces.labels[0]), 3)
    worn = labels == 3
    assert worn.sum() == (drawn_faces.labels[0] == 3).sum()
    assert torch.equal(photo[:, worn], drawn_faces.photos[0][:, worn])


def test_a_window_shows_the_face_at_its_own_scale(drawn_faces: FaceSet) -> None:
    augmentation = Augmentation(torch.Generator().manual_seed(2))
    areas = []
    for cut in (True, False):
        _, truth = augmentation.batch(drawn_faces, [3] * 24, {}, ParserPhase(1, 160, cut))
        areas.append(float((truth == 4).sum((1, 2)).float().median()))
    assert areas[0] > 1.6 * areas[1]
