"""The translation network: PONO and SPADE modulation by the warped exemplar and the layout (paper section 3.2).

The compact generator differs from the official one in four ways, each measured to matter at this size: the
condition passes a small encoder whose maps modulate every resolution (one convolution per resolution, 1×1 γ and β);
halving and enlarging are smoothed, so that neither leaves a grid of its own; grain enters beside the condition, because
in an even region the pixel's place in the grid is else the only thing a texture can grow from; and the last layer
decides per pixel how much of the warp to keep and what to paint on it, so crisp pieces of the exemplar pass through
untouched where they already fit.
"""

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.networks.blocks import activate, blur, exported_positional_norm, positional_norm, upsample
from training.networks.exported_forms import centred_outputs, few_channels_conv, joined_conv
from training.networks.grain import grain_like


@dataclass(frozen=True)
class GeneratorWidths:
    """Channels at strides 1, 2, 4, 8, 16, 32 of the condition encoder and of the decoder."""

    condition: tuple[int, ...] = (24, 40, 64, 96, 128, 128)
    decoder: tuple[int, ...] = (24, 48, 96, 128, 160, 192)


class ConditionEncoder(nn.Module):
    """Maps of the condition at strides 1, 2, 4 … 32; every one is seen by the block of that stride."""

    def __init__(self, channels_in: int, widths: tuple[int, ...]) -> None:
        super().__init__()
        layers = [nn.Conv2d(channels_in, widths[0], 3, 1, 1)]
        layers += [nn.Conv2d(a, b, 3, 2, 1) for a, b in pairwise(widths)]
        self.layers = nn.ModuleList(layers)

    def forward(self, condition: list[Tensor]) -> list[Tensor]:
        """Maps at strides 1, 2, 4 … from the condition's channels, B×…×H×W each."""
        maps = [activate(self.convolved(0, condition))]
        for index in range(1, len(self.layers)):
            maps.append(activate(self.convolved(index, [blur(maps[-1])])))
        return maps

    def convolved(self, index: int, pieces: list[Tensor]) -> Tensor:
        """Layer `index` of pieces that lie channel after channel."""
        layer = self.layers[index]
        assert isinstance(layer, nn.Conv2d)
        if torch.onnx.is_in_onnx_export():
            return joined_conv(pieces, layer.weight, layer.bias, 2 if index else 1)
        result: Tensor = layer(torch.cat(pieces, 1))
        return result


class SpadeBlock(nn.Module):
    """Residual block whose norms are modulated by one shared condition map: PONO(x)·(1 + γ) + β."""

    def __init__(self, channels_in: int, channels_out: int, condition: int, layers: int = 2) -> None:
        super().__init__()
        sizes = [channels_in] + [channels_out] * (layers - 1)
        self.sizes = sizes
        self.modulation = nn.Conv2d(condition, 2 * sum(sizes), 1)
        self.convs = nn.ModuleList(nn.Conv2d(size, channels_out, 3, 1, 1) for size in sizes)
        same = channels_in == channels_out
        self.shortcut = None if same else nn.Conv2d(channels_in, channels_out, 1, bias=False)

    def forward(self, features: Tensor, condition: Tensor) -> Tensor:
        """Features and condition share height and width."""
        if torch.onnx.is_in_onnx_export():
            return self.exported(features, condition)
        parts = torch.split(self.modulation(condition), [n for size in self.sizes for n in (size, size)], 1)
        straight = features if self.shortcut is None else self.shortcut(features)
        for index, conv in enumerate(self.convs):
            gamma, beta = parts[2 * index], parts[2 * index + 1]
            features = conv(activate(positional_norm(features) * (1.0 + gamma) + beta))
        return straight + features

    def exported(self, features: Tensor, condition: Tensor) -> Tensor:
        """The same for a graph: a product for each γ and β, so that nothing has to be taken apart in every pixel."""
        straight = features if self.shortcut is None else self.shortcut(features)
        rows = condition.flatten(2).squeeze(0)
        weight, bias = self.modulation.weight.flatten(1), self.modulation.bias
        assert bias is not None
        first = 0
        for index, (size, conv) in enumerate(zip(self.sizes, self.convs, strict=True)):
            gamma, beta = slice(first, first + size), slice(first + size, first + 2 * size)
            first += 2 * size
            assert isinstance(conv, nn.Conv2d)
            gain = torch.addmm(bias[gamma].unsqueeze(1) + 1.0, weight[gamma], rows)
            shift = torch.addmm(bias[beta].unsqueeze(1), weight[beta], rows)
            normal = exported_positional_norm(features.flatten(2), centred=index > 0)
            # Nothing but the next norm reads what lies between: it need not take the mean away.
            kernels = centred_outputs(conv) if index + 1 < len(self.convs) else (conv.weight, conv.bias)
            features = joined_conv([activate((normal * gain + shift).reshape_as(features))], *kernels)
        return straight + features


class SpadeGenerator(nn.Module):
    """Condition (0..1 and −1..1 channels) and optional style B×S to a picture in −1..1."""

    def __init__(self, condition_channels: int, widths: GeneratorWidths, style_channels: int = 0) -> None:
        super().__init__()
        self.encoder = ConditionEncoder(condition_channels + 1, widths.condition)
        deepest = widths.decoder[-1]
        self.start = nn.Conv2d(widths.condition[-1], deepest, 3, 1, 1)
        self.style = nn.Linear(style_channels, 2 * deepest) if style_channels else None
        outs = (*widths.decoder[:-1][::-1], widths.decoder[0])
        blocks = []
        channels = deepest
        for level, out in zip(reversed(range(len(widths.decoder))), outs, strict=True):
            blocks.append(SpadeBlock(channels, out, widths.condition[level], layers=1 if level == 0 else 2))
            channels = out
        self.blocks = nn.ModuleList(blocks)
        self.to_picture = nn.Conv2d(channels, 4, 3, 1, 1)

    def forward(
        self, condition: list[Tensor], warp: Tensor | None, style: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Returns the picture and the share of the warp kept in it (B×1×H×W, 0..1).

        condition: its channels in order, in pieces of any numbers of channels, B×…×H×W each.
        """
        maps = self.encoder([*condition, grain_like(condition[0])])
        features = self.start(maps[-1])
        if self.style is not None and style is not None:
            scale, shift = self.style(style)[:, :, None, None].chunk(2, 1)
            features = features * (1.0 + scale) + shift
        for level, block in zip(reversed(range(len(maps))), self.blocks, strict=True):
            features = block(features, maps[level])
            if level:
                features = blur(upsample(features))
        exported = torch.onnx.is_in_onnx_export()
        seen = activate(features)
        last = few_channels_conv(seen, self.to_picture) if exported else self.to_picture(seen)
        painted = torch.tanh(last[:, :3])
        if warp is None:
            return painted, torch.zeros_like(painted[:, :1])
        kept = torch.sigmoid(last[:, 3:] + 1.0)
        # A sum, not a blend: a blend with kept near 1 would leave the painter without gradient.
        picture = kept * warp + painted
        return (picture if self.training else picture.clamp(-1.0, 1.0)), kept


class StyleEncoder(nn.Module):
    """Exemplar to one style vector: SPADE's bottleneck, used by the baseline only (B×3×H×W to B×S)."""

    def __init__(self, style_channels: int) -> None:
        super().__init__()
        widths = (3, 32, 64, 96, 128)
        self.layers = nn.ModuleList(nn.Conv2d(a, b, 3, 2, 1) for a, b in pairwise(widths))
        self.head = nn.Linear(2 * widths[-1], style_channels)

    def forward(self, exemplar: Tensor) -> Tensor:
        """B×3×H×W, −1..1, to B×S."""
        features = exemplar
        for layer in self.layers:
            features = activate(layer(features))
        mean = features.mean(dim=(2, 3))
        spread = functional.relu(((features - mean[:, :, None, None]) ** 2).mean(dim=(2, 3))).add(1e-6).sqrt()
        return self.head(torch.cat([mean, spread], 1))
