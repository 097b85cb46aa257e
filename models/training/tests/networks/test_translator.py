import pytest
import torch

from training.networks.translator import Translator, TranslatorConfig

SMALL = {
    "classes": 5,
    "adaptor_width": 8,
    "coarse_channels": 16,
    "fine_channels": 4,
    "condition_widths": (6, 8, 8, 8, 8, 8),
    "decoder_widths": (6, 8, 8, 8, 8, 8),
    "style_channels": 8,
}


def inputs(height: int, width: int, high: int, wide: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(1)
    labels = torch.randint(5, (2, height, width), generator=generator)
    exemplar = torch.rand(2, 3, high, wide, generator=generator) * 2 - 1
    return labels, exemplar, torch.randint(5, (2, high, wide), generator=generator)


def test_picture_has_the_layouts_size_even_when_the_exemplar_differs() -> None:
    model = Translator(TranslatorConfig(**SMALL)).eval()
    result = model(*inputs(64, 96, 96, 32))
    assert result.picture.shape == (2, 3, 64, 96)
    assert result.match is not None
    assert result.match.warp.shape == (2, 3, 64, 96)
    assert result.match.confidence.shape == (2, 1, 8, 12)
    assert float(result.picture.abs().max()) <= 1.0


@pytest.mark.parametrize("guidance", ["correspondence", "style", "exemplar"])
def test_gradients_reach_every_parameter(guidance: str) -> None:
    """A part that is built but never used, or cut off by a detach, would silently not train."""
    model = Translator(TranslatorConfig(**SMALL, guidance=guidance))
    result = model(*inputs(64, 64, 64, 64))
    loss = result.picture.square().mean()
    if result.layout_features is not None and result.exemplar_features is not None:
        for features in (result.layout_features, result.exemplar_features):
            loss = loss + features.fine[:, 0].mean() + features.coarse[:, 0].mean()
    loss.backward()
    silent = [name for name, weight in model.named_parameters() if weight.grad is None or not weight.grad.any()]
    assert silent == []


def test_the_compact_configuration_stays_small() -> None:
    """6.8 M parameters keep the pack far below 30 MB in half precision."""
    count = sum(weight.numel() for weight in Translator(TranslatorConfig()).parameters())
    assert count < 8_000_000
