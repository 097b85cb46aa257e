import numpy as np
import torch

from training.faces.face_batches import FaceBatchMaker
from training.faces.portraits import FacePhotos
from training.faces.thin_plate import BASIS, COARSE, KNOTS, face_grid

NEIGHBOURS = np.array([[1, 2], [2, 3], [3, 0], [0, 1]])


def test_left_eyes_stay_left_in_layout_and_in_mirrored_exemplar(four_faces: FacePhotos) -> None:
    """A flip that forgets to swap the sides puts the left eye left of the right one."""
    maker = FaceBatchMaker(four_faces, NEIGHBOURS, 3, edge_share=0.5)
    kinds = set()
    for _ in range(6):
        batch = maker.draw(4, 64, 1.0)
        kinds.add(batch.edges is None)
        for labels in [*batch.labels, *batch.exemplar_labels]:
            columns = [torch.nonzero(labels == eye)[:, 1].float() for eye in (4, 5)]
            if all(len(found) > 8 for found in columns):
                assert columns[0].mean() > columns[1].mean()
        if batch.edges is not None:
            assert batch.edges.shape == (4, 16, 64, 64)
    assert kinds == {True, False}


def test_positions_are_known_only_where_the_exemplar_is_the_photo_and_not_mirrored(four_faces: FacePhotos) -> None:
    maker = FaceBatchMaker(four_faces, NEIGHBOURS, 4, edge_share=0.0)
    batch = maker.draw(64, 64, 0.5, 0.2)
    known = (batch.grid.abs() <= 1.5).all(3).any(2).any(1)
    assert not (known & (batch.pseudo == 0)).any()
    assert 0 < int(known.sum()) < int(batch.pseudo.sum())
    assert set(batch.pseudo.tolist()) == {0.0, 1.0}


def test_a_thin_plate_passes_through_its_control_points_and_keeps_straight_moves_straight() -> None:
    line = torch.linspace(-1, 1, KNOTS)
    knots = torch.stack(torch.meshgrid(line, line, indexing="ij"), -1).reshape(-1, 2)
    fine = torch.linspace(-1, 1, COARSE)
    points = torch.stack(torch.meshgrid(fine, fine, indexing="ij"), -1).reshape(-1, 2)
    assert torch.allclose(BASIS @ knots, points, atol=1e-4)
    bump = torch.zeros(KNOTS**2)
    bump[5] = 1.0
    nearest = (points - knots[5]).norm(dim=1).argmin()
    assert (BASIS @ bump)[nearest] > 0.9
    grid, mirrored = face_grid(8, 64, torch.Generator().manual_seed(0))
    rightwards = grid[:, 32, 48, 0] > grid[:, 32, 16, 0]
    assert torch.equal(rightwards, ~mirrored)
