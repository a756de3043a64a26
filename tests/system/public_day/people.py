"""Who comes to the counter on the public day. All of them are invented."""

from __future__ import annotations

from counter_app.dossier.applicants import ApplicantKind, Party, Representative
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.states import IdentityKind

PLACE = "phường Sao Mai, tỉnh Nghệ An"


def citizen(
    name: str, number: str, home: str = f"Khối 3, {PLACE}", *, born: str = "", sex: str = "", party: Party = Party.NONE
) -> PersonTyped:
    """Somebody with the card of a citizen."""
    return PersonTyped(
        name=name,
        identity_kind=IdentityKind.CITIZEN,
        identity_number=number,
        born=born,
        sex=sex,
        address=home,
        phone="0912000123",
        party=party,
    )


CARD_OF_HUONG = "040190001234|187123456|Nguyễn Thị Hường|15041990|Nữ|Khối 3, phường Sao Mai, tỉnh Nghệ An|10052021"
CARD_OF_BINH = "040088004321||Trần Văn Bình|20121988|Nam|Khối 5, phường Sao Mai, tỉnh Nghệ An|01022022"

LUU = citizen("Hồ Thị Lựu", "040185000021", born="02/03/1985", sex="Nữ")
PHUC = citizen("Phan Đình Phúc", "040175000022", born="11/09/1975", sex="Nam")
CAY = citizen("Đậu Thị Cậy", "040160000023", f"Khối 9, {PLACE}", born="1960", sex="Nữ")
TUAN = citizen("Lê Anh Tuấn", "040092000024", born="30/06/1992", sex="Nam")
MINH = citizen("Võ Quang Minh", "040081000025", "Xóm 4, xã Nghi Lộc, tỉnh Nghệ An", born="01/01/1981", sex="Nam")
KHOE = citizen("Đặng Văn Khoẻ", "040085009999", born="08/08/1985", sex="Nam")
NHUNG = citizen("Bùi Thị Nhung", "040195000026", born="12/12/1995", sex="Nữ")
SAO = PersonTyped(
    name="Công ty TNHH Xây dựng và Thương mại Sao Mẫu",
    kind=ApplicantKind.ENTERPRISE,
    identity_kind=IdentityKind.TAX_CODE,
    identity_number="2999999916",
    address=f"Số 9, đường Mẫu, {PLACE}",
    phone="0238000111",
    email="van-thu@sao-mau.example.vn",
    representative=Representative(
        name="Lê Văn Giám",
        position="Giám đốc",
        identity_kind=IdentityKind.CITIZEN,
        identity_number="040078000027",
    ),
)
HOUSEHOLD = PersonTyped(
    name="Hộ ông Cao Xuân Lợi",
    kind=ApplicantKind.HOUSEHOLD,
    identity_kind=IdentityKind.CITIZEN,
    identity_number="040070000028",
    address=f"Khối 1, {PLACE}",
    phone="0912000456",
    representative=Representative(name="Cao Xuân Lợi", position="Chủ hộ"),
)
GROOM = citizen("Trần Văn Mẫu", "040096000029", born="03/03/1996", sex="Nam", party=Party.MALE)
BRIDE = citizen("Hoàng Thị Ánh", "040198000030", f"Xóm 2, xã Quỳnh Lưu, {PLACE[-14:]}", born="04/04/1998", sex="Nữ")
BRIDE = BRIDE.model_copy(update={"party": Party.FEMALE})
OLD_MOTHER = citizen("Nguyễn Thị Tâm", "040145000031", born="1945", sex="Nữ")
HER_SON = citizen("Nguyễn Hữu Thọ", "040072000032", born="09/10/1972", sex="Nam")
HUSBAND = citizen("Phạm Văn Đạt", "040080000033", born="05/05/1980", sex="Nam")
WIFE = citizen("Nguyễn Thị Thuỷ", "040183000034", born="06/06/1983", sex="Nữ")
CHILD = citizen("Phạm Gia Bảo", "040212000035", born="07/07/2012", sex="Nam")
NEWCOMER = PersonTyped(
    name="Kim Min Su",
    kind=ApplicantKind.FOREIGNER,
    identity_kind=IdentityKind.PASSPORT,
    identity_number="M12345678",
    born="17/01/1984",
    sex="Nam",
    nationality="Hàn Quốc",
    address=f"Số 12, đường Mẫu, {PLACE}",
    phone="0912000789",
)
WITHOUT_NUMBER = PersonTyped(name="Vi Thị Bông", identity_kind=IdentityKind.WITHOUT, born="1938", sex="Nữ")
HEAD_OF_BLOCK = citizen("Chu Văn Trưởng", "040066000036", born="20/10/1966", sex="Nam")
