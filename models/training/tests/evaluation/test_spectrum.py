import pytest
import torch

from training.evaluation.spectrum import PERIODS, compare_spectra, measure_spectra


def grain(count: int, seed: int) -> torch.Tensor:
    return torch.randn(count, 3, 128, 128, generator=torch.Generator().manual_seed(seed)).clamp(-2, 2) / 4


@pytest.mark.parametrize("period", PERIODS)
def test_faint_dots_stand_out_at_their_period_and_nowhere_finer(period: int) -> None:
    """Dots of a tenth of the grain's strength cannot be seen in one place, and must be found all the same."""
    pictures = grain(6, 0)
    dotted = pictures.clone()
    dotted[:, :, ::period, ::period] += 0.025 * period
    ratios = compare_spectra(dotted, grain(6, 1))
    assert ratios[f"peak{period}"] > 5
    # Dots have harmonics at shorter periods; a longer period than their own they do not have.
    assert all(ratios[f"peak{longer}"] < 2 for longer in PERIODS if longer > period)


def test_stripes_along_one_axis_count_too() -> None:
    striped = grain(6, 0)
    striped[:, :, ::2] += 0.1
    assert compare_spectra(striped, grain(6, 1))["peak2"] > 5


def test_even_grain_and_a_bright_photo_like_slope_have_no_peaks() -> None:
    """Opposite edges of a slope do not meet: without the fading rim that alone would count as a grid."""
    slope = torch.linspace(-0.4, 0.4, 128)[None, None, :, None].expand(6, 3, -1, 128)
    assert all(0.5 < peak < 2 for peak in measure_spectra(grain(6, 0)).peaks.values())
    assert all(0.5 < peak < 2 for peak in measure_spectra(grain(6, 0) * 0.3 + slope).peaks.values())


def test_energy_is_the_square_of_contrast() -> None:
    ratios = compare_spectra(grain(6, 0) / 2, grain(6, 0))
    assert all(ratios[f"energy{period}"] == pytest.approx(0.25, rel=1e-3) for period in PERIODS)
    assert all(ratios[f"peak{period}"] == pytest.approx(1.0, rel=1e-3) for period in PERIODS)


def test_a_blurred_picture_lacks_the_finest_energy_most() -> None:
    blurred = torch.nn.functional.avg_pool2d(grain(6, 0), 3, 1, 1)
    ratios = compare_spectra(blurred, grain(6, 0))
    assert ratios["energy2"] < ratios["energy4"] < ratios["energy8"] < 1
