"""Runs that show what a part of the method is worth: the SPADE baseline, and our network without one of its losses.

Such runs paint by parts alone, so that none of their samples goes into learning to read edges, which all would share.
"""

import argparse
from collections.abc import Mapping
from dataclasses import replace

from torch import Tensor

from training.faces.face_settings import FaceRunSettings
from training.faces.face_translator import FaceTranslatorConfig

LOSSES = {
    "contextual": ("contextual",),
    "domain": ("domain", "position_contrast"),
    "regularisation": ("regularisation",),
    "palette": ("palette",),
    "spectrum": ("spectrum",),
    "layout-agreement": ("layout_agreement",),
    "close-ups": ("close_up_pair", "close_up_adversarial"),
}
"""Settings of the losses that a run can do without."""
PSEUDO_PAIRS = "pseudo-pairs"
SPADE_ENCODER = (36, 64, 96, 144, 176, 176)
SPADE_DECODER = (36, 72, 136, 184, 216, 256)
"""The baseline has no adaptors; their weights go into a wider generator, so that both networks have about as many."""


def add_variant_options(parser: argparse.ArgumentParser) -> None:
    """The options that `variant_of` understands."""
    parser.add_argument("--baseline", choices=["spade"], help="one style vector of the exemplar instead of a match")
    parser.add_argument(
        "--without", choices=[*LOSSES, PSEUDO_PAIRS], help="leave this out of the losses, or of the exemplars"
    )
    parser.add_argument(
        "--budget", type=int, help="a run of its own with this many samples at the first phase's size, by parts alone"
    )


def spade_model(model: FaceTranslatorConfig) -> FaceTranslatorConfig:
    """The SPADE baseline (Park et al. 2019) beside `model`."""
    return replace(model, guidance="style", condition_widths=SPADE_ENCODER, decoder_widths=SPADE_DECODER)


def without(settings: FaceRunSettings, what: str) -> FaceRunSettings:
    """The run without a loss, or without exemplars that are the bent photo itself."""
    if what == PSEUDO_PAIRS:
        return replace(settings, phases=tuple(replace(phase, pseudo_share=0.0) for phase in settings.phases))
    return replace(settings, losses=replace(settings.losses, **dict.fromkeys(LOSSES[what], 0.0)))


def variant_of(settings: FaceRunSettings, options: argparse.Namespace) -> FaceRunSettings:
    """The run that the options ask for, under a name of its own; without any of them, the run itself."""
    name = [settings.name]
    if options.budget is not None:
        name.append(str(options.budget))
        settings = replace(settings, phases=(replace(settings.phases[0], samples=options.budget),))
    if options.baseline is not None:
        name.append(options.baseline)
        settings = replace(settings, model=spade_model(settings.model))
    if options.without is not None:
        name.append(f"without-{options.without}")
        settings = without(settings, options.without)
    if len(name) == 1:
        return settings
    return replace(settings, name="-".join(name), edge_share=0.0, reading_samples=0)


def model_of(weights: Mapping[str, Tensor], ours: FaceTranslatorConfig) -> FaceTranslatorConfig:
    """The shapes of a variant's network, found from the names of its weights."""
    return spade_model(ours) if any(name.startswith("style_encoder.") for name in weights) else ours
