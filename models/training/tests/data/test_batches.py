import numpy as np
import torch

from training.data.batches import BatchMaker
from training.data.photos import PhotoSet
from training.data.retrieval import layout_signature, nearest_layouts, signatures


def drawn_photos(count: int) -> PhotoSet:
    """Photos drawn by arithmetic: the colour tells the class, so moved labels can be checked against pixels."""
    height, width = 64, 80
    pixels, labels = [], []
    for index in range(count):
        rows, columns = np.mgrid[0:height, 0:width]
        label = ((rows // 16 + columns // 20 + index) % 3).astype(np.uint8)
        pixels.append(np.repeat((label * 100)[:, :, None], 3, 2).astype(np.uint8).reshape(-1))
        labels.append(label.reshape(-1))
    sizes = np.array([[height, width]] * count, np.int32)
    starts = np.arange(count, dtype=np.int64) * height * width
    return PhotoSet([str(i) for i in range(count)], sizes, starts, np.concatenate(pixels), np.concatenate(labels))


def make_batches(seed: int) -> BatchMaker:
    photos = drawn_photos(4)
    library = signatures(photos, 3)
    return BatchMaker(photos, nearest_layouts(library, library, 2, skip_self=True), seed)


def test_same_seed_draws_the_same_batch() -> None:
    first, second = make_batches(5).draw(4, 32, 0.5), make_batches(5).draw(4, 32, 0.5)
    torch.testing.assert_close(first.exemplar, second.exemplar)
    assert torch.equal(first.labels, second.labels)


def test_labels_of_a_distorted_exemplar_move_with_its_pixels() -> None:
    """Catches labels and photo distorted differently: away from borders, one colour means one class."""
    batch = make_batches(6).draw(4, 32, 1.0)
    assert bool((batch.pseudo == 1).all())
    for sample in range(4):
        brightness = batch.exemplar[sample].mean(0)
        means = [brightness[batch.exemplar_labels[sample] == c] for c in range(3)]
        medians = [float(values.median()) for values in means if len(values) > 30]
        assert medians == sorted(medians)
        assert len(medians) >= 2


def test_retrieval_finds_the_same_layout_first_and_never_itself_when_told() -> None:
    photos = drawn_photos(6)
    library = signatures(photos, 3)
    nearest = nearest_layouts(library, library, 3, skip_self=True)
    assert all(index not in row for index, row in enumerate(nearest))
    # Drawn layouts repeat every third index.
    assert nearest[0][0] == 3
    assert float(layout_signature(photos.label_map(0), 3).sum()) == 2.0
