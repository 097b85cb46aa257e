"""The teacher's answers in our order, and its share in pseudo-labels."""

from pathlib import Path

import torch

from training.parsing.classes import FACE_PARTS
from training.parsing.measure import Parser
from training.parsing.pseudo_labels import mixed_chances
from training.parsing.teacher import ORDER, Teacher, load_teacher


def test_answers_in_the_order_of_our_parts(tmp_path: Path) -> None:
    """Would catch: lips that are labelled as brows, because the published network counts its classes otherwise."""
    teacher = Teacher()
    with torch.no_grad():
        teacher.out.weight.zero_()
        assert teacher.out.bias is not None
        teacher.out.bias.copy_(torch.arange(len(ORDER)))
    torch.save(teacher.state_dict(), tmp_path / "teacher.pth")
    logits = load_teacher(tmp_path / "teacher.pth")(torch.zeros(1, 3, 8, 8))
    assert sorted(ORDER) == sorted(FACE_PARTS)
    assert [int(value) for value in logits[0, :, 3, 3]] == [ORDER.index(part) for part in FACE_PARTS]


def test_mixes_what_both_say_by_their_shares() -> None:
    """Would catch: a teacher that outvotes the parser because its logits are larger."""
    photos = torch.zeros(1, 3, 8, 8, dtype=torch.uint8)

    def says(chance: float, loudness: float) -> Parser:
        pair = torch.tensor([chance, 1 - chance]).log() + loudness
        logits = torch.full((19,), -30.0 + loudness)
        logits[[0, 1]] = pair
        return lambda x: logits[None, :, None, None].expand(len(x), 19, 8, 8)

    chances = mixed_chances([(says(0.9, 0.0), 0.8), (says(0.2, 50.0), 0.2)], photos)
    expected = 0.9**0.8 * 0.2**0.2
    other = 0.1**0.8 * 0.8**0.2
    assert torch.allclose(chances[0, 0], torch.tensor(expected / (expected + other)), atol=1e-3)
    assert torch.allclose(chances.sum(1), torch.ones(1, 8, 8), atol=1e-5)
