"""The note of returned results, read back from the paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counter_app.dossier.applicants import Relation
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import DeliveryMethod
from counter_app.dossier.subjects import ActAt
from printing.forms.context import FormContext
from printing.forms.return_note import return_note
from tests.printing.lives import RETURNED, lived
from tests.printing.reading import pages

Occasions = Callable[..., FormContext]


@pytest.mark.parametrize("base", ["01/2018/TT-VPCP", "03/2025/TT-VPCP"])
def test_who_took_what_on_which_authority(dossier: Dossier, context: Occasions, base: str) -> None:
    (page,) = pages(return_note(context(lived(dossier), about=ActAt(RETURNED), base=base)))
    for expected in (
        "ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI",
        "Sao Mai, ngày 09 tháng 02 năm 2026",
        "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H41.99-260205-0001",
        "Tên thủ tục hành chính: Đăng ký thành lập hộ kinh doanh (mã thủ tục 1.001612)",
        "Chủ hồ sơ: Ông/Bà Đặng Thị Hường",
        "Địa chỉ: Xóm 3, xã Nghi Phú, tỉnh Nghệ An",
        "Người nhận kết quả: Lê Văn Ủy",
        "Tư cách nhận: Người được ủy quyền",
        "Số định danh cá nhân: 040085000321",
        "Số điện thoại: 0912000999",
        "Giấy tờ ủy quyền: Văn bản ủy quyền số 12 ngày 08/02/2026",
        "Hình thức trả kết quả: Trực tiếp tại Bộ phận Tiếp nhận và Trả kết quả",
        "Người trả kết quả: Trần Thị Mẫu",
        "Thời gian trả kết quả: 13 giờ 05 phút, ngày 09/02/2026",
        "1 Giấy chứng nhận đăng ký hộ kinh doanh 27A8000123 09/02/2026 KQ.G02.000012",
        "2 Thông báo mã số thuế",
        "NGƯỜI NHẬN KẾT QUẢ",
        "NGƯỜI TRẢ KẾT QUẢ",
    ):
        assert expected in page
    assert "Giấy phép con" not in page  # it is still at the desk


def by(dossier: Dossier, method: DeliveryMethod, **changes: object) -> Dossier:
    """The first result alone, returned in another way."""
    result = lived(dossier).results[0]
    assert result.returned
    how = {"method": method, "relation": Relation.HOLDER, "authority": "", "identity_number": "", "phone": ""} | changes
    returned = result.returned.model_copy(update=how)
    return dossier.model_copy(update={"results": (result.model_copy(update={"returned": returned}),)})


def test_what_was_posted_names_the_bill_and_is_signed_by_the_clerk_alone(dossier: Dossier, context: Occasions) -> None:
    posted = by(dossier, DeliveryMethod.POST, recipient="Đặng Thị Hường", post_bill="EH123456789VN")
    (page,) = pages(return_note(context(posted, about=ActAt(RETURNED))))
    assert "Người nhận kết quả: Đặng Thị Hường" in page
    assert "Tư cách nhận: Chủ hồ sơ (người nộp hồ sơ)" in page
    assert "Hình thức trả kết quả: Qua dịch vụ bưu chính công ích" in page
    assert "Số vận đơn bưu chính: EH123456789VN" in page
    assert "Giấy tờ ủy quyền" not in page
    assert "NGƯỜI NHẬN KẾT QUẢ" not in page and "NGƯỜI TRẢ KẾT QUẢ (Ký và ghi rõ họ tên) Trần Thị Mẫu" in page
    assert page.count("(Ký") == 1, "nobody is asked to sign under no role"


def test_who_filed_for_the_owner_takes_it_as_who_filed_it_and_not_as_the_owner(
    dossier: Dossier, context: Occasions
) -> None:
    assert dossier.submitter is None
    filed = dossier.model_copy(update={"submitter": dossier.owner.model_copy(update={"name": "Lê Văn Ủy"})})
    for taken_by, capacity in (("Lê Văn Ủy", "Người nộp hồ sơ"), ("Đặng Thị Hường", "Chủ hồ sơ")):
        returned = by(filed, DeliveryMethod.COUNTER, recipient=taken_by)
        (page,) = pages(return_note(context(returned, about=ActAt(RETURNED))))
        assert f"Tư cách nhận: {capacity} Số định danh" in page


def test_the_number_of_a_result_stays_on_one_line(dossier: Dossier, context: Occasions) -> None:
    """“45/UBND-XNTTHN” broke before its last letter."""
    whole = lived(dossier)
    result = whole.results[0].model_copy(update={"number": "45/UBND-XNTTHN"})
    (page,) = pages(return_note(context(whole.model_copy(update={"results": (result,)}), about=ActAt(RETURNED))))
    assert "45/UBND-XNTTHN" in page


def test_what_was_sent_electronically_needs_no_recipient(dossier: Dossier, context: Occasions) -> None:
    sent = by(dossier, DeliveryMethod.ELECTRONIC, recipient="")
    (page,) = pages(return_note(context(sent, about=ActAt(RETURNED))))
    assert "Hình thức trả kết quả: Bản điện tử trên Cổng Dịch vụ công quốc gia" in page
    assert "Người nhận kết quả" not in page and "Số vận đơn" not in page
