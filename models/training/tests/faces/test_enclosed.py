import numpy as np
import torch

from training.faces.enclosed import known_parts
from training.faces.outlines import Hand, edges_of, enclosed_by, part_mask, traced
from training.faces.outlines import edge_channels as channels_of
from training.faces.portraits import FacePhotos
from training.parsing.classes import CLASS_COUNT, FACE_PARTS

SKIN, EYE, HAT = (FACE_PARTS.index(name) for name in ("skin", "left eye", "hat"))


def test_closed_lines_are_believed_whatever_the_reader_guesses(four_faces: FacePhotos) -> None:
    """The reader saw eyes and lips at half their size, and hats above hair."""
    labels = four_faces.photos.label_map(0)
    edges = edges_of(labels, np.zeros_like(labels, bool), Hand(drawn_share=0.0), np.random.default_rng(0))
    guess = torch.zeros(1, CLASS_COUNT, 16, 16)
    guess[:, HAT] = 9.0
    guess[:, FACE_PARTS.index("eyeglasses")] = 3.0
    guess[:, 0] = 4.0
    guess[:, SKIN] = 2.0
    full, fine = known_parts(torch.from_numpy(edges)[None], guess)
    assert torch.equal(full.argmax(1)[0], torch.from_numpy(labels.astype(np.int64)))
    for shares in (full, fine):
        torch.testing.assert_close(shares.sum(1), torch.ones_like(shares[:, 0]))


def test_inside_the_skin_an_open_eye_is_still_guessed(four_faces: FacePhotos) -> None:
    labels = four_faces.photos.label_map(0)
    drawing = traced(labels, np.zeros_like(labels, bool))
    open_eye = drawing._replace(enclosed=enclosed_by(labels, ["skin", "hair"]))
    guess = torch.zeros(1, CLASS_COUNT, 16, 16)
    guess[:, SKIN] = 1.0
    guess[0, EYE, 8, 10] = 9.0
    full, _ = known_parts(torch.from_numpy(channels_of(open_eye))[None], guess)
    seen = full.argmax(1)[0].numpy()
    assert (seen == EYE).any()
    assert part_mask(labels, "skin")[seen == EYE].all()
