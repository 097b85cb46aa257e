"""Tables of measurements as cards show them."""

from training.evaluation.spectrum import PERIODS

PEAK_HEADINGS = {f"peak{period}": f"grid {period} px ≤ 1.5" for period in PERIODS}
"""of `compare_spectra`"""
HEADINGS = {
    "fid": "FID ↓",
    "swd": "SWD ↓",
    "pixel_accuracy": "pixel acc. ↑",
    "mean_iou": "mIoU ↑",
    "outline_f1": "outline F1 ↑",
    "eyes_right": "eyes right ↑",
    "joints_near": "joints within 5 % ↑",
    "joint_error": "joint error (% of height) ↓",
    "joints_found": "joints found ↑",
    "garment_difference": "garment colour (levels) ↓",
    "garments_near": "garments within 10 levels ↑",
    "seen_garment_difference": "garment colour as seen (levels) ↓",
    "seen_garments_near": "garments as seen within 10 levels ↑",
    **PEAK_HEADINGS,
}
DIGITS = {
    "fid": 1,
    "swd": 1,
    "joint_error": 1,
    "garment_difference": 1,
    "seen_garment_difference": 1,
    **dict.fromkeys(PEAK_HEADINGS, 2),
}
"""after the point, where it is not three"""


def markdown_rows(table: dict[str, dict[str, float]]) -> str:
    """A Markdown table with the columns that any row has; other numbers of a row are left out."""
    columns = [name for name in HEADINGS if any(name in row for row in table.values())]
    lines = ["| | " + " | ".join(HEADINGS[name] for name in columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for title, row in table.items():
        cells = [f"{row[name]:.{DIGITS.get(name, 3)}f}" if name in row else "" for name in columns]
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
