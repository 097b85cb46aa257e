"""L_adv: hinge loss over the heads of the discriminator (paper section 3.3)."""

from torch import Tensor
from torch.nn import functional


def discriminator_hinge(real: list[Tensor], fake: list[Tensor]) -> Tensor:
    """mean max(0, 1 − D(real)) + mean max(0, 1 + D(fake)), averaged over heads."""
    total = real[0].new_zeros(())
    for r, f in zip(real, fake, strict=True):
        total = total + functional.relu(1.0 - r).mean() + functional.relu(1.0 + f).mean()
    return total / len(real)


def generator_hinge(fake: list[Tensor]) -> Tensor:
    """−mean D(fake), averaged over heads."""
    total = fake[0].new_zeros(())
    for f in fake:
        total = total - f.mean()
    return total / len(fake)


def feature_matching(real: list[Tensor], fake: list[Tensor]) -> Tensor:
    """Mean L1 between discriminator maps of the real and the generated picture, averaged over maps."""
    total = fake[0].new_zeros(())
    for r, f in zip(real, fake, strict=True):
        total = total + (r.detach() - f).abs().mean()
    return total / len(fake)
