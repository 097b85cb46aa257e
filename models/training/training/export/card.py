"""The model card of the landscape pack, filled from the measurements of `training.evaluate`.

python -m training.export.card --table runs/evaluation --ablations runs/ablations --training NOTES.md --out PACK
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

REAL = "own photo"
NO_ABLATIONS = "Not measured for this version; `configs/ablation-*.toml` hold the runs to make."
ABLATIONS = """400 samples of 128² each from random weights with one seed (`configs/ablation-*.toml`), measured at 128²
on the same layouts: a small part of this version's training, so rows compare with 'full' and with
nothing else. 'spade' gets one style vector of the exemplar instead of a warp. 'correspondence' lays the
exemplar under the layout as it is; exemplars are retrieved by layout, so that an almost unchanged
photograph scores well, as the row 'exemplar' above does. The others leave out the loss they are named
after: at this budget none of the three pays yet, and without L_domain the numbers are even a little
better. All were made when the adaptors still padded with zeros (before version 1.3.0).

"""
TEMPLATE = Path(__file__).with_name("landscape-card.md")


@dataclass(frozen=True)
class CardFacts:
    """What the template's braces are filled with."""

    version: str
    parameters: float
    """millions"""
    training: str
    table: str
    ablations: str
    annotator_bound: float
    training_count: int
    validation_count: int


def fill_card(facts: CardFacts, template: Path = TEMPLATE) -> str:
    """The card as Markdown."""
    values = {**vars(facts), "parameters": f"{facts.parameters:.1f}", "annotator_bound": f"{facts.annotator_bound:.3f}"}
    text = template.read_text()
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def pack_metrics(table: dict[str, dict[str, float]], row: str) -> dict[str, float]:
    """The numbers of one row for the manifest, in camel case as the rest of it."""
    names = {
        name: "".join(part.title() if i else part for i, part in enumerate(name.split("_"))) for name in table[row]
    }
    return {names[name]: round(value, 4) for name, value in table[row].items()}


def read_table(folder: Path) -> tuple[str, dict[str, dict[str, float]]]:
    """The Markdown table and the numbers that `training.evaluate --out` wrote."""
    return (folder / "metrics.md").read_text(), json.loads((folder / "metrics.json").read_text())


def main() -> None:
    """Writes card.md into the pack and the row's numbers into its manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", type=Path, required=True, help="folder that training.evaluate wrote")
    parser.add_argument("--ablations", type=Path, help="the same for the ablations; without, the card says so")
    parser.add_argument("--training", type=Path, required=True, help="Markdown on how this version was trained")
    parser.add_argument("--row", default="ours")
    parser.add_argument("--parameters", type=float, required=True, help="millions")
    parser.add_argument("--training-count", type=int, default=2565)
    parser.add_argument("--validation-count", type=int, default=135, help="layouts measured (see evaluate --every)")
    parser.add_argument("--out", type=Path, required=True, help="the pack's folder")
    options = parser.parse_args()
    manifest_file = options.out / "manifest.json"
    manifest = json.loads(manifest_file.read_text())
    text, table = read_table(options.table)
    facts = CardFacts(
        manifest["version"],
        options.parameters,
        options.training.read_text().strip(),
        text,
        ABLATIONS + read_table(options.ablations)[0] if options.ablations else NO_ABLATIONS,
        table[REAL]["pixel_accuracy"],
        options.training_count,
        options.validation_count,
    )
    (options.out / "card.md").write_text(fill_card(facts))
    manifest["metrics"] = pack_metrics(table, options.row)
    manifest_file.write_text(json.dumps(manifest, indent=2) + "\n")


if __name__ == "__main__":
    main()
