import torch

from training.networks.adaptors import centre_and_normalise
from training.networks.coherent_copy import (
    best_coarse_match,
    cell_positions,
    refine,
    scored_exemplar,
    scored_layout,
    shifts,
    wear,
    with_colours,
)


def test_best_match_of_a_permuted_grid_is_the_permutation() -> None:
    features = centre_and_normalise(torch.randn(1, 32, 4, 6, generator=torch.Generator().manual_seed(0)))
    mirrored = features.flip(3)
    match = best_coarse_match(features, mirrored)
    rows, columns = cell_positions(features)
    torch.testing.assert_close(match, torch.cat([rows, 5 - columns], 1))


def test_a_shift_reads_the_neighbour_it_names() -> None:
    grid = torch.arange(9.0).reshape(1, 1, 3, 3)
    below, left, far = shifts(grid, ((1, 0), (0, -1), (0, 1)))[0, 0]
    assert below.tolist() == [[0, 1, 2], [0, 1, 2], [3, 4, 5]]
    assert left.tolist() == [[1, 2, 2], [4, 5, 5], [7, 8, 8]]
    assert far.tolist() == [[0, 0, 1], [3, 3, 4], [6, 6, 7]]
    both = shifts(torch.cat([grid, 9.0 - grid], 1), ((1, 0),))[0, :, 0]
    torch.testing.assert_close(both[1], 9.0 - both[0])
    assert shifts(grid, ((0, 1),), spread=2)[0, 0, 0].tolist() == [[0, 0, 0], [3, 3, 3], [6, 6, 6]]


def test_refinement_never_leaves_the_exemplar_and_prefers_its_class() -> None:
    """Layout: left half class 0, right half class 1; exemplar the other way round and smaller."""
    layout = torch.zeros(1, 2, 16, 16)
    layout[:, 0, :, :8] = 1
    layout[:, 1, :, 8:] = 1
    exemplar = torch.zeros(1, 2, 8, 12)
    exemplar[:, 1, :, :6] = 1
    exemplar[:, 0, :, 6:] = 1
    flat = torch.zeros(1, 4, 16, 16), torch.zeros(1, 4, 8, 12)
    colours = torch.rand(1, 3, 8, 12) * 0.1
    keys = scored_exemplar(flat[1], exemplar, colours)
    query = with_colours(scored_layout(flat[0], layout), torch.zeros(1, 3, 16, 16))
    start = torch.zeros(1, 2, 8, 8)
    start[:, 1, :, :4] = 4.0
    source = refine(start, query, keys)
    assert float(source.min()) >= 0
    assert float(source[:, 0].max()) <= 7
    assert float(source[:, 1].max()) <= 11
    rows, columns = source[0].long()
    agrees = exemplar[0, :, rows, columns].argmax(0) == layout[0].argmax(0)
    assert float(agrees.float().mean()) > 0.95


def test_a_piece_used_everywhere_counts_as_worn_and_a_plain_copy_does_not() -> None:
    """Without this, a class that the exemplar shows in one spot fills its region with a stamped brick pattern."""
    grid = torch.zeros(1, 1, 8, 8)
    plain = torch.cat(cell_positions(grid), 1)
    assert float(wear(plain, grid).max()) == 0.0
    assert float(wear(torch.zeros(1, 2, 8, 8), grid).min()) == 1.0
