import numpy as np
from skimage import feature

from training.conditions_reference.edge_channels import edge_channels as reference_channels
from training.conditions_reference.edge_channels import grey
from training.faces.canny import canny_edges
from training.faces.outlines import (
    CHANNELS,
    OUTLINED,
    Hand,
    edge_channels,
    edges_of,
    enclosed_by,
    outline,
    part_mask,
    traced,
    with_gaps,
)
from training.faces.portraits import FacePhotos
from training.parsing.classes import FACE_PARTS


def blurred_noise(seed: int) -> np.ndarray:
    """A photo with edges of every strength and direction."""
    random = np.random.default_rng(seed)
    coarse = random.integers(0, 256, (17, 17, 3)).astype(np.float64)
    rows = np.linspace(0, 15.99, 256)
    low, share = rows.astype(int), (rows % 1)[:, None, None]
    across = coarse[low] * (1 - share) + coarse[low + 1] * share
    share = (rows % 1)[None, :, None]
    smooth = across[:, low] * (1 - share) + across[:, low + 1] * share
    return np.clip(smooth + random.normal(0, 6, smooth.shape), 0, 255).astype(np.uint8)


def test_canny_finds_exactly_the_edges_of_scikit_image() -> None:
    for seed in range(3):
        picture = grey(blurred_noise(seed))
        assert np.array_equal(canny_edges(picture), feature.canny(picture))
    assert not canny_edges(np.full((32, 32), 90, np.uint8)).any()


def test_channels_of_a_photo_are_exactly_the_reference() -> None:
    random = np.random.default_rng(1)
    labels = np.kron(random.integers(0, 19, (16, 16)), np.ones((16, 16))).astype(np.uint8)
    photo = blurred_noise(4)
    channels = edge_channels(traced(labels, canny_edges(grey(photo))))
    assert np.array_equal(np.round(channels[:CHANNELS] * 255).astype(np.uint8), reference_channels(labels, photo))


def test_distances_do_not_depend_on_the_size_of_the_picture(four_faces: FacePhotos) -> None:
    labels = four_faces.photos.label_map(0)
    large = np.kron(labels, np.ones((4, 4), np.uint8))
    small, native = (edge_channels(traced(one, np.zeros_like(one, bool))) for one in (labels, large))
    assert np.abs(small - native[:, ::4, ::4])[1:14].max() < 5 / 255


def test_a_drawing_has_no_canny_edges_and_other_lines_than_the_parser(four_faces: FacePhotos) -> None:
    labels, canny = four_faces.photos.label_map(0), four_faces.canny[0]
    random = np.random.default_rng(2)
    photo = edges_of(labels, canny, Hand(drawn_share=0.0), random)
    drawing = edges_of(labels, canny, Hand(drawn_share=1.0, surroundings_share=0.0), random)
    assert (photo[0] > photo[14]).any()
    assert np.array_equal(drawing[0], drawing[14])
    assert not np.array_equal(drawing[14], photo[14])
    assert drawing.dtype == np.float32
    assert 0 <= drawing.min() <= drawing.max() <= 1


def test_unbroken_lines_enclose_their_part_and_broken_ones_what_lies_around_it(four_faces: FacePhotos) -> None:
    labels, skin, eye = four_faces.photos.label_map(0), OUTLINED.index("skin") + 1, OUTLINED.index("left eye") + 1
    canny = np.zeros_like(labels, bool)
    numbers = np.round(edges_of(labels, canny, Hand(drawn_share=0.0), np.random.default_rng(0))[CHANNELS] * 255)
    assert np.array_equal(numbers == eye, labels == FACE_PARTS.index("left eye"))
    assert np.array_equal(numbers == skin, labels == FACE_PARTS.index("skin"))
    around = enclosed_by(labels, ["skin"])
    assert np.array_equal(around > 0, part_mask(labels, "skin"))
    broken = edges_of(labels, canny, Hand(drawn_share=1.0, broken_share=1.0), np.random.default_rng(0))
    assert not broken[CHANNELS].any()


def test_gaps_remove_some_of_a_line_and_nothing_else() -> None:
    line = outline(np.pad(np.ones((30, 30), bool), 17))
    broken = with_gaps(line, np.random.default_rng(0))
    assert 0 < broken.sum() < line.sum()
    assert not (broken & ~line).any()
