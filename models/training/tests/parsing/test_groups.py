import torch

from training.parsing.faces import FaceSet
from training.parsing.groups import turned, typology_angle, validation_groups


def face_of(colour: tuple[int, int, int]) -> tuple[torch.Tensor, torch.Tensor]:
    photo = torch.tensor(colour, dtype=torch.uint8)[:, None, None].expand(3, 16, 16).clone()
    return photo, torch.ones(16, 16, dtype=torch.uint8)


def test_typology_angles_tell_dark_skin_from_light() -> None:
    assert typology_angle(*face_of((70, 45, 35))) < -30
    assert typology_angle(*face_of((235, 205, 190))) > 55


def test_groups_hold_the_faces_they_are_named_after(drawn_faces: FaceSet) -> None:
    groups = validation_groups(drawn_faces)
    assert groups["eyeglasses"].names == ["head0"]
    assert "hat" not in groups
    assert len(groups["all"]) == len(groups["turned -30°"]) == 6


def test_turning_moves_photo_and_labels_alike(drawn_faces: FaceSet) -> None:
    there = turned(drawn_faces, 30.0)
    back = turned(there, -30.0)
    middle = (slice(None), slice(60, 200), slice(60, 200))
    assert (back.labels[middle] == drawn_faces.labels[middle]).float().mean() > 0.97
    left, right = (torch.nonzero(there.labels[1] == eye).float().mean(0) for eye in (4, 5))
    assert abs(float(left[0] - right[0])) > 20
