"""The whole reference at reduced width: ranges, checkpoints in both formats, and the traps of the description."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from training.official.checkpoint import load_checkpoint, save_checkpoint
from training.official.configuration import OFFICIAL_VARIANTS, OfficialConfiguration
from training.official.pipeline import OfficialModel, Translation
from training.official.seeded_inputs import condition_of, hashed_uniform, mask_noise, smooth_picture
from training.official.seeded_weights import key_seed, seeded_model


def translate(model: OfficialModel, configuration: OfficialConfiguration) -> Translation:
    exemplar = torch.from_numpy(smooth_picture(1))
    condition = torch.from_numpy(condition_of(configuration, 2))
    channels = configuration.condition_channels
    mixed = mask_noise(channels) if configuration.noise_for_mask else condition_of(configuration, 3)
    with torch.no_grad():
        return model(exemplar, condition, torch.from_numpy(mixed))


@pytest.mark.parametrize("variant", sorted(OFFICIAL_VARIANTS))
def test_seeded_model_gives_well_conditioned_results(variant: str) -> None:
    configuration = OFFICIAL_VARIANTS[variant].with_width(8)
    result = translate(seeded_model(configuration, 7), configuration)
    assert result.picture.shape == (1, 3, 256, 256)
    assert result.warp.shape == (1, 3, 256, 256)
    assert torch.allclose(result.matrix.sum(dim=-1), torch.ones(1, 4096), atol=1e-4)
    # A flat picture or a saturated one would make parity tests blind.
    assert 0.15 < float(result.picture.std()) < 0.9
    assert float(result.warp.std()) > 0.1


@pytest.mark.parametrize("legacy", [False, True])
def test_checkpoints_round_trip_in_both_formats(tmp_path: Path, legacy: bool) -> None:
    configuration = OFFICIAL_VARIANTS["deepfashion"].with_width(4)
    model = seeded_model(configuration, 7)
    correspondence, generator = save_checkpoint(model, tmp_path, legacy=legacy)
    assert (correspondence.read_bytes()[:2] == b"PK") is not legacy
    assert generator.exists()
    again = translate(load_checkpoint(configuration, tmp_path), configuration)
    assert torch.equal(again.picture, translate(model, configuration).picture)


def test_spectral_norm_uses_the_stored_vectors() -> None:
    model = seeded_model(OFFICIAL_VARIANTS["deepfashion"].with_width(4), 7)
    convolution = model.generator.up_3.conv_0
    matrix = convolution.weight_orig.flatten(1)
    sigma = convolution.weight_u @ matrix @ convolution.weight_v
    convolution(torch.zeros(1, 8, 3, 3))
    assert torch.allclose(convolution.weight, convolution.weight_orig / sigma)


def test_hash_is_pinned_because_typescript_repeats_it() -> None:
    assert np.allclose(hashed_uniform(3, 5), [0.7970783592900261, 0.34431754087563604, 0.7418128723511472], atol=0)
    assert key_seed("fc.bias", 7) == 3199875560
