import pytest
import torch

from training.evaluation.spectrum import measure_spectra
from training.networks import pasting
from training.networks.coherent_copy import cell_positions, last_cell
from training.networks.pasting import exemplar_pixels, paste_pieces, piece_shifts


def cells(height: int, width: int) -> torch.Tensor:
    return torch.cat([grid.expand(1, 1, height, width) for grid in cell_positions(torch.zeros(1, 1, height, width))], 1)


def test_copying_every_cell_from_its_own_place_gives_the_picture_back() -> None:
    """The shares must add up to one everywhere: wrong ones leave a visible 4-pixel grid."""
    picture = torch.rand(2, 3, 32, 48)
    copied = paste_pieces(
        exemplar_pixels(picture), cells(8, 12).expand(2, -1, -1, -1), last_cell(torch.zeros(1, 1, 8, 12))
    )
    torch.testing.assert_close(copied, picture)


def test_a_piece_moves_as_a_whole() -> None:
    """One offset, one shift: pixels inside a piece are the exemplar's own, unmixed and in order."""
    picture = torch.rand(1, 3, 64, 64)
    offset = torch.tensor([2.0, 3.0]).reshape(1, 2, 1, 1)
    copied = paste_pieces(exemplar_pixels(picture), cells(8, 8) + offset, last_cell(torch.zeros(1, 1, 16, 16)))
    shift = piece_shifts(offset)[0, :, 0, 0].int().tolist()
    top, left = 8 + shift[0], 12 + shift[1]
    torch.testing.assert_close(copied, picture[:, :, top : top + 32, left : left + 32])


def test_shifts_stay_within_a_cell_and_differ_between_offsets() -> None:
    grid = cells(64, 64) - 32.0
    found = piece_shifts(grid)
    assert set(found.flatten().tolist()) == {-1.0, 0.0, 1.0, 2.0}
    assert not piece_shifts(torch.zeros(1, 2, 1, 1)).any()
    pairs = (found[0, 0] * 4 + found[0, 1]).flatten()
    counts = torch.stack([(pairs == code).sum() for code in pairs.unique()])
    assert len(counts) == 16
    assert int(counts.min()) * 2 > int(counts.float().mean())


def test_cells_copied_again_and_again_leave_no_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    """The etched dots of pack 1.3.0: copies of few cells all lay alike in the four-pixel grid."""
    generator = torch.Generator().manual_seed(2)
    picture = torch.rand(1, 3, 64, 64, generator=generator) * 2 - 1
    source = torch.randint(4, (4, 2, 64, 64), generator=generator).float() + 6.0
    arguments = exemplar_pixels(picture).expand(4, -1, -1), source, last_cell(torch.zeros(1, 1, 16, 16))
    shifted = measure_spectra(paste_pieces(*arguments)).peaks
    monkeypatch.setattr(pasting, "piece_shifts", torch.zeros_like)
    whole_cells = measure_spectra(paste_pieces(*arguments)).peaks
    assert all(shifted[period] < whole_cells[period] / 4 for period in (2, 4))


def test_cross_fades_keep_the_contrast() -> None:
    """A mean of unrelated pieces is paler than each: without its detail given back, warps had half their contrast."""
    generator = torch.Generator().manual_seed(3)
    picture = torch.randn(1, 3, 128, 128, generator=generator)
    source = torch.randint(30, (1, 2, 32, 32), generator=generator).float()
    copied = paste_pieces(exemplar_pixels(picture), source, last_cell(torch.zeros(1, 1, 32, 32)))
    assert 0.9 < float(copied.std() / picture.std()) < 1.1
