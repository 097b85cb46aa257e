"""Writes the annotator person-parts: python -m training.person_parts.export --checkpoint RUN/latest.pt --out FOLDER.

The graph takes a photo of one person, NHWC float32 [1,256,192,3] in −1..1, and gives NHWC logits. With --metrics (the
folder that training.person_parts.evaluate wrote) and --training the card is written too.
"""

from pathlib import Path

from training.parsing.export import AnnotatorFacts, export_parser_options, write_annotator
from training.people.photographs import HEIGHT, WIDTH
from training.person_parts.labelled_people import PERSON_PARTS

CARD = Path(__file__).with_name("person-parts-card.md")
PEOPLE = AnnotatorFacts(
    "person-parts",
    "labels",
    "Parser of people (hair, skin, garments)",
    "person_parts.onnx",
    PERSON_PARTS,
    (HEIGHT, WIDTH),
    "MIT",
    "Trained on street photographs of Clothing Co-Parsing whose single terms were not checked; the encoder began with "
    "the weights of models/annotators/ade20k31 (MLCommons mobile, Apache License 2.0).",
)


def main() -> None:
    """Parses the options and writes graph, manifest and card."""
    write_annotator(export_parser_options(__doc__).parse_args(), PEOPLE, CARD)


if __name__ == "__main__":
    main()
