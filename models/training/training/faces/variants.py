"""Runs that show what a part of the method is worth: the SPADE baseline, and our network without one of its losses.

Such runs paint by parts alone, so that none of their samples goes into learning to read edges, which all would share.
"""

import argparse
from dataclasses import replace

from training.faces.face_settings import FaceRunSettings
from training.variants import add_budget_options, budgeted

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


def add_variant_options(parser: argparse.ArgumentParser) -> None:
    """The options that `variant_of` understands."""
    add_budget_options(parser)
    parser.add_argument(
        "--without", choices=[*LOSSES, PSEUDO_PAIRS], help="leave this out of the losses, or of the exemplars"
    )


def without(settings: FaceRunSettings, what: str) -> FaceRunSettings:
    """The run without a loss, or without exemplars that are the bent photo itself, under a name that says so."""
    settings = replace(settings, name=f"{settings.name}-without-{what}")
    if what == PSEUDO_PAIRS:
        return replace(settings, phases=tuple(replace(phase, pseudo_share=0.0) for phase in settings.phases))
    return replace(settings, losses=replace(settings.losses, **dict.fromkeys(LOSSES[what], 0.0)))


def variant_of(settings: FaceRunSettings, options: argparse.Namespace) -> FaceRunSettings:
    """The run that the options ask for, under a name of its own; without any of them, the run itself."""
    variant = budgeted(settings, options)
    if options.without is not None:
        variant = without(variant, options.without)
    return variant if variant == settings else replace(variant, edge_share=0.0, reading_samples=0)
