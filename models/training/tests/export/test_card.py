from training.export.card import CardFacts, fill_card, pack_metrics


def test_every_brace_of_the_template_is_filled() -> None:
    """A renamed field would leave a raw {name} in the published card."""
    text = fill_card(CardFacts("1.2.3", 4.26, "Trained.", "| a |\n", "| b |\n", 0.8, 2565, 135))
    assert "{" not in text
    assert "Landscapes 1.2.3" in text
    assert "4.3 M parameters" in text


def test_metrics_are_named_as_the_manifest_names_things() -> None:
    assert pack_metrics({"ours": {"pixel_accuracy": 0.71239, "fid": 9.0}}, "ours") == {
        "pixelAccuracy": 0.7124,
        "fid": 9.0,
    }
