"""Grids and missing detail in the spectrum: how pictures compare with their exemplars at periods of 2, 4 and 8 px.

A network that enlarges by factors of two or copies cells of four pixels can leave a faint grid: dots or stripes whose
period is that factor. In the power spectrum a grid is a few points that stand above the band around them, and a
picture that is too smooth has too little energy in the ring of that period.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

PERIODS = (2, 4, 8)
"""pixels: the factors of the generator's enlargements and of the copied cells; 8 is also a JPEG block"""
LUMA = (0.299, 0.587, 0.114)
BAND = (4, 12)
"""bins between which a frequency counts as the band around a peak"""
RING_WIDTH = 2.0**0.25
"""A ring reaches from its frequency divided by this to its frequency times this: half an octave."""


@dataclass(frozen=True)
class Spectra:
    """What the spectra of a set of pictures say of each period, averaged over the set."""

    peaks: dict[int, float]
    """height of a grid's points above the band around them; about as in the exemplars where there is no grid"""
    energies: dict[int, float]
    """mean power in the ring of that period"""


def taper(count: int) -> Tensor:
    """A window that is even but for the outer eighths, which fall off as a cosine."""
    place = (torch.arange(count, dtype=torch.float64) + 0.5) / count
    return torch.sin((torch.minimum(place, 1.0 - place) * 8.0).clamp(max=1.0) * (torch.pi / 2)) ** 2


def power_spectra(pictures: Tensor) -> Tensor:
    """Power spectrum of the brightness of each picture: B×3×H×W in −1..1 to B×H×W, frequency 0 at [0, 0].

    The picture fades at its rim: opposite edges do not meet, and the step between them would draw bright axes.
    """
    weights = torch.tensor(LUMA, dtype=torch.float64)[None, :, None, None]
    brightness = (pictures.double() * weights).sum(1)
    window = torch.outer(taper(brightness.shape[1]), taper(brightness.shape[2]))
    mean = (brightness * window).sum(dim=(1, 2), keepdim=True) / window.sum()
    power: Tensor = torch.fft.fft2((brightness - mean) * window).abs() ** 2
    return power


def grid_peaks(power: Tensor, period: int) -> Tensor:
    """Per picture, how far the points of a grid of `period` stand above the band around them; B×H×W to B.

    Stripes show at one point on an axis, dots on both axes and on the diagonal; the mean of the three is taken.
    """
    height, width = power.shape[1:]
    reach = torch.arange(-BAND[1], BAND[1] + 1)
    away = torch.maximum(reach[:, None].abs(), reach[None, :].abs()) >= BAND[0]
    heights = []
    for down, right in ((1, 0), (0, 1), (1, 1)):
        row, column = down * height // period, right * width // period
        around = power[:, (row + reach) % height][:, :, (column + reach) % width]
        heights.append(power[:, row, column] / around[:, away].mean(1).clamp_min(1e-12))
    return torch.stack(heights).mean(0)


def ring_energies(power: Tensor, period: int) -> Tensor:
    """Per picture, the mean power in the ring of `period`; B×H×W to B."""
    rows = torch.fft.fftfreq(power.shape[1], dtype=torch.float64)[:, None]
    columns = torch.fft.fftfreq(power.shape[2], dtype=torch.float64)[None, :]
    frequency = torch.sqrt(rows**2 + columns**2) * period
    inside = (frequency >= 1.0 / RING_WIDTH) & (frequency <= RING_WIDTH)
    return power[:, inside].mean(1)


def measure_spectra(pictures: Tensor) -> Spectra:
    """Peaks and energies of pictures B×3×H×W (−1..1; height and width square, multiples of 8), averaged over them."""
    power = power_spectra(pictures)
    return Spectra(
        {period: float(grid_peaks(power, period).mean()) for period in PERIODS},
        {period: float(ring_energies(power, period).mean()) for period in PERIODS},
    )


def compare_spectra(pictures: Tensor, exemplars: Tensor) -> dict[str, float]:
    """peak2 … energy8: the pictures' values as a ratio to their exemplars'; 1 is as in photographs."""
    ours, theirs = measure_spectra(pictures), measure_spectra(exemplars)
    ratios = {f"peak{period}": ours.peaks[period] / theirs.peaks[period] for period in PERIODS}
    return ratios | {f"energy{period}": ours.energies[period] / theirs.energies[period] for period in PERIODS}
