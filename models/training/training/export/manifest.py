"""The pack's manifest.json (format 2), as electron/contract/recipes/models/synthesis-manifest.ts describes it."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.data.classes import landscape_classes
from training.export.stages import StageSpec, TensorSpec
from training.networks.adaptors import COARSE_STRIDE
from training.networks.correspondence import INVERSE_TEMPERATURE

KEPT_STAGES = {"exemplar", "layout", "match"}
"""Stages whose results the host keeps: what a stroke leaves as it was, and the match for questions about it.

A stage of one kind of condition is named after both, as in layout-edges.
"""

INPUT_ROLES = {
    "condition": "condition",
    "exemplar": "exemplar",
    "exemplar_condition": "exemplar-condition",
    "noise": "noise",
    "temperature": "temperature",
    "query": "query",
}
"""What the host feeds to the inputs that no other graph makes, by their names."""


@dataclass(frozen=True)
class PackFacts:
    """What the manifest says beyond the graphs."""

    pack_id: str
    version: str
    title: str
    licence: str
    notice: str
    summary: str
    sources: list[str]
    metrics: dict[str, float]
    description: str | None = None
    """for users: what pictures the pack makes, of what, and what it cannot"""


@dataclass(frozen=True)
class PackShape:
    """What a pack takes, as the manifest's entries of these names."""

    conditions: list[dict[str, Any]]
    classes: list[dict[str, Any]]
    sizes: dict[str, int]
    annotator: str
    """the annotator that says what an exemplar shows"""
    preparation: str | None = None
    """how exemplars are made ready before (electron/inference/reading/preparation-table.ts)"""
    photo_subjects: dict[str, list[str]] | None = None
    """what photos for it are of and not of (electron/inference/reading/photo-subjects.ts)"""
    figure_annotator: str | None = None
    """who tells the painted figure from what lies behind it"""


def describe_tensor(spec: TensorSpec) -> dict[str, Any]:
    """A tensor entry of the manifest."""
    return {"name": spec.name, "dtype": spec.dtype, "shape": spec.shape}


def describe_stage(name: str, spec: StageSpec, file: Path) -> dict[str, Any]:
    """A stage entry of the manifest, with size and digest of its file."""
    kept = name.split("-", maxsplit=1)[0] in KEPT_STAGES
    return {
        "name": name,
        **({} if spec.condition is None else {"condition": spec.condition}),
        "keep": kept,
        "file": file.name,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "bytes": file.stat().st_size,
        "inputs": [describe_tensor(item) for item in spec.inputs],
        "outputs": [describe_tensor(item) for item in spec.outputs],
    }


def palette_colours(palette: Path) -> dict[int, list[int]]:
    """Colours by class id of assets/palettes/*.json ([{id, name, colour}]), in the window's order."""
    entries = json.loads(palette.read_text())
    listed = entries["classes"] if isinstance(entries, dict) else entries
    return {entry["id"]: entry["colour"] for entry in listed}


def describe_classes(palette: Path) -> list[dict[str, Any]]:
    """The landscape classes in the order of the palette file."""
    channels = {entry.id: (channel, entry) for channel, entry in enumerate(landscape_classes())}
    return [
        {
            "id": entry.id,
            "name": entry.name,
            "colour": colour,
            "channel": channel,
            "aliases": [{"id": alias, "name": name} for alias, name in entry.aliases],
        }
        for class_id, colour in palette_colours(palette).items()
        for channel, entry in [channels[class_id]]
    ]


def landscape_shape(palette: Path) -> PackShape:
    """What the landscape pack takes."""
    classes = describe_classes(palette)
    condition = {"kind": "labels", "encoding": "index", "channels": len(classes)}
    sizes = {"native": 256, "multiple": 32, "min": 64, "max": 1024}
    return PackShape([condition], classes, sizes, "ade20k31", photo_subjects={"unwanted": ["face"]})


def input_roles(specs: dict[str, StageSpec]) -> dict[str, str]:
    """Roles of the inputs that no stage makes."""
    made = {output.name for spec in specs.values() for output in spec.outputs}
    taken = {item.name for spec in specs.values() for item in spec.inputs}
    return {name: role for name, role in INPUT_ROLES.items() if name in taken - made}


def build_manifest(
    facts: PackFacts, shape: PackShape, specs: dict[str, StageSpec], files: dict[str, Path]
) -> dict[str, Any]:
    """The whole manifest as plain values."""
    manifest = {
        "formatVersion": 2,
        "recipe": "exemplar-synthesis",
        "id": facts.pack_id,
        "version": facts.version,
        "title": facts.title,
        **({} if facts.description is None else {"description": facts.description}),
        "conditions": shape.conditions,
        "classes": shape.classes,
        "sizes": shape.sizes,
        "normalisation": {"layout": "nchw", "channels": "rgb", "range": [-1, 1]},
        "stages": [describe_stage(name, spec, files[name]) for name, spec in specs.items()],
        "inputs": input_roles(specs),
        "outputs": {
            "picture": "picture",
            "preview": "warp",
            "confidence": "confidence",
            "correspondence": "heat",
        },
        "grid": {"stride": COARSE_STRIDE},
        "temperature": 1.0 / INVERSE_TEMPERATURE,
        "annotator": shape.annotator,
        "licence": {"name": facts.licence, "notice": facts.notice},
        "provenance": {"summary": facts.summary, "sources": [{"name": name} for name in facts.sources]},
        "metrics": facts.metrics,
    }
    optional = {
        "exemplarPreparation": shape.preparation,
        "photoSubjects": shape.photo_subjects,
        "figureAnnotator": shape.figure_annotator,
    }
    return {**manifest, **{name: value for name, value in optional.items() if value is not None}}
