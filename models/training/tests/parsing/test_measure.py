import torch

from training.parsing.measure import confusion, intersection_over_union, parsed


def test_overlap_counts_known_pixels_and_says_nan_for_classes_nobody_saw() -> None:
    truth = torch.tensor([[1, 1, 2, 255]])
    predicted = torch.tensor([[1, 2, 2, 3]])
    overlaps = intersection_over_union(confusion(predicted, truth))
    assert overlaps[1] == 0.5
    assert overlaps[2] == 0.5
    assert overlaps[3].isnan()


def test_mirrored_parsing_swaps_the_sides_back() -> None:
    """A parser that calls the right half of the picture the left eye must lose its certainty, not its geometry."""

    def halves(photos: torch.Tensor) -> torch.Tensor:
        logits = torch.zeros(len(photos), 19, 4, 4)
        logits[:, 4, :, 2:] = 1
        logits[:, 5, :, :2] = 1
        return logits

    photos = torch.zeros(1, 3, 4, 4, dtype=torch.uint8)
    assert torch.equal(parsed(halves, photos, mirrored=True), parsed(halves, photos))
