"""The building blocks against values worked out by hand or by the plain definition."""

from __future__ import annotations

import math

import torch
from torch.nn import functional

from training.official.attention import SelfAttention
from training.official.blocks import ResidualBlock
from training.official.configuration import OFFICIAL_VARIANTS
from training.official.correspondence import CorrespondenceNetwork, matching_descriptors
from training.official.normalisation import SpatiallyAdaptiveNormalisation, positional_normalisation


def test_pono_divides_by_the_unbiased_deviation_over_channels() -> None:
    features = torch.tensor([1.0, 3.0]).reshape(1, 2, 1, 1)
    # mean 2, unbiased variance 2: a biased variance (1) would give ±1.
    expected = 1 / math.sqrt(2 + 1e-5)
    assert torch.allclose(positional_normalisation(features).flatten(), torch.tensor([-expected, expected]))


def test_spade_with_zero_weights_is_pono_and_its_condition_is_floor_resized() -> None:
    spade = SpatiallyAdaptiveNormalisation(4, 1, 2)
    features = torch.randn(1, 4, 3, 3)
    with torch.no_grad():
        for parameter in spade.parameters():
            parameter.zero_()
        assert torch.allclose(spade(features, torch.randn(1, 1, 8, 8)), positional_normalisation(features))
        # One identity tap from condition to β: picks condition pixels 0, 2, 5 = floor(i·8/3).
        spade.mlp_shared[1].weight[0, 0, 1, 1] = 1
        spade.mlp_beta.weight[0, 0, 1, 1] = 1
        condition = torch.arange(8.0).repeat(8, 1)[None, None]
        change = spade(features, condition) - positional_normalisation(features)
    assert change[0, 0, 0].tolist() == [0.0, 2.0, 5.0]


def test_residual_block_shares_one_prelu() -> None:
    block = ResidualBlock(3)
    assert sum(parameter.numel() == 1 for parameter in block.parameters()) == 1
    features = torch.randn(1, 3, 6, 6)
    with torch.no_grad():
        block.prelu.weight.fill_(1.0)
        linear = block(features)
        change = functional.instance_norm(block.conv1(block.pad(features)))
        change = functional.instance_norm(block.conv2(block.pad(change)))
    assert torch.allclose(linear, features + change, atol=1e-5)


def test_descriptors_are_centred_and_of_unit_length() -> None:
    descriptors = matching_descriptors(torch.randn(1, 5, 4, 4))
    assert descriptors.shape == (1, 45, 16)
    assert torch.allclose(descriptors.mean(dim=1), torch.zeros(1, 16), atol=1e-6)
    assert torch.allclose(descriptors.norm(dim=1), torch.ones(1, 16), atol=1e-5)


def test_attention_adds_pooled_attention_times_gamma() -> None:
    attention = SelfAttention(8).eval()
    features = torch.randn(1, 8, 4, 4)
    with torch.no_grad():
        assert torch.equal(attention(features), features)  # γ starts at zero
        attention.gamma.fill_(1.0)
        keys = functional.max_pool2d(attention.phi(features), 2).flatten(2)[0]
        values = functional.max_pool2d(attention.g(features), 2).flatten(2)[0]
        query = attention.theta(features)[0, :, 1, 2]
        weights = torch.softmax(query @ keys, dim=0)
        expected = attention.o((values @ weights).reshape(1, -1, 1, 1)).flatten() + features[0, :, 1, 2]
        assert torch.allclose(attention(features)[0, :, 1, 2], expected, atol=1e-5)


def test_warps_by_patch_and_by_average_move_the_exemplar() -> None:
    exemplar = torch.rand(1, 3, 8, 8)
    shifted = torch.roll(torch.eye(4), 1, dims=1)[None]  # position u takes exemplar position u+1
    patch = CorrespondenceNetwork(OFFICIAL_VARIANTS["deepfashion"].with_width(8))._warp(shifted, exemplar)
    assert torch.equal(patch[..., :4, :4], exemplar[..., :4, 4:])
    nearest = CorrespondenceNetwork(OFFICIAL_VARIANTS["ade20k"].with_width(8))._warp(shifted, exemplar)
    means = exemplar[..., :4, 4:].mean(dim=(2, 3))
    assert torch.allclose(nearest[..., :4, :4], means[..., None, None].expand(1, 3, 4, 4), atol=1e-6)
    bilinear = CorrespondenceNetwork(OFFICIAL_VARIANTS["celebahq"].with_width(8))._warp(shifted, exemplar)
    assert torch.allclose(bilinear[..., 0, 0], means, atol=1e-6)
    assert not torch.allclose(bilinear, nearest)
