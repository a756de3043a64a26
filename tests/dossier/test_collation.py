"""Words in the order of a Vietnamese dictionary."""

from counter_app.dossier.collation import collated


def test_letters_with_marks_follow_their_own_letters() -> None:
    """SQLite sorts by code points: all that begins with Đ stood behind everything else."""
    fields = ["Hộ tịch", "Đất đai", "Xây dựng", "Dân tộc", "Ăn uống", "An toàn", "Âm nhạc", "Ưu đãi", "Tư pháp", "Ô tô"]
    assert sorted(fields, key=collated) == [
        "An toàn",
        "Ăn uống",
        "Âm nhạc",
        "Dân tộc",
        "Đất đai",
        "Hộ tịch",
        "Ô tô",
        "Tư pháp",
        "Ưu đãi",
        "Xây dựng",
    ]


def test_tones_tell_where_letters_do_not() -> None:
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=collated) == ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert collated("Hộ tịch") == collated("hộ tịch")
