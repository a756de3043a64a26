"""Who files a dossier: citizens, foreigners, households, organisations; who stands for whom, and by which paper.

Source of the kinds: the portal's subjects of procedures (docs/domain/codes.md).
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from counter_app.dossier.states import IdentityKind
from counter_app.dossier.value import Value


class ApplicantKind(StrEnum):
    """What an owner of a dossier is (đối tượng thực hiện)."""

    CITIZEN = "citizen"  # Công dân Việt Nam
    FOREIGNER = "foreigner"  # Người nước ngoài, kể cả không quốc tịch
    OVERSEAS = "overseas"  # Người Việt Nam định cư ở nước ngoài
    HOUSEHOLD = "household"  # Hộ gia đình
    BUSINESS_HOUSEHOLD = "business_household"  # Hộ kinh doanh
    ENTERPRISE = "enterprise"  # Doanh nghiệp
    COOPERATIVE = "cooperative"  # Hợp tác xã
    STATE_BODY = "state_body"  # Cơ quan nhà nước, đơn vị sự nghiệp
    ORGANISATION = "organisation"  # Tổ chức khác
    COMMUNITY = "community"  # Cộng đồng dân cư


ORGANISATIONS = frozenset(
    {
        ApplicantKind.BUSINESS_HOUSEHOLD,
        ApplicantKind.ENTERPRISE,
        ApplicantKind.COOPERATIVE,
        ApplicantKind.STATE_BODY,
        ApplicantKind.ORGANISATION,
    }
)
"""Those that are known by a tax code and act by somebody."""

BY_SOMEBODY = ORGANISATIONS | {ApplicantKind.HOUSEHOLD, ApplicantKind.COMMUNITY}
"""Those that are no single person: somebody stands for them, and they have no birth and sex."""


class Party(StrEnum):
    """Which side a person is where a dossier is of two, as at a marriage."""

    NONE = ""
    MALE = "male"  # Bên nam
    FEMALE = "female"  # Bên nữ


class Relation(StrEnum):
    """As what somebody files a dossier of another, or takes its result."""

    HOLDER = "holder"  # the owner of the dossier or who filed it
    AUTHORISED = "authorised"  # người được ủy quyền, người được giới thiệu
    REPRESENTATIVE = "representative"  # người đại diện theo pháp luật
    MOTHER = "mother"
    FATHER = "father"
    SPOUSE = "spouse"  # vợ, chồng
    CHILD = "child"
    SIBLING = "sibling"  # anh, chị, em
    GRANDPARENT = "grandparent"
    HEIR = "heir"  # người thừa kế
    GUARDIAN = "guardian"  # người giám hộ
    RELATIVE = "relative"  # người thân thích khác


class AuthorityKind(StrEnum):
    """By which paper somebody stands for another."""

    POWER_OF_ATTORNEY = "power_of_attorney"  # Văn bản ủy quyền
    INTRODUCTION = "introduction"  # Giấy giới thiệu
    BIRTH_CERTIFICATE = "birth_certificate"  # Giấy khai sinh
    MARRIAGE_CERTIFICATE = "marriage_certificate"  # Giấy chứng nhận kết hôn
    HEIRSHIP = "heirship"  # Văn bản về quyền thừa kế
    GUARDIANSHIP = "guardianship"  # Trích lục đăng ký giám hộ, quyết định cử người giám hộ
    APPOINTMENT = "appointment"  # Quyết định bổ nhiệm, giấy đăng ký doanh nghiệp
    RESIDENCE = "residence"  # Giấy xác nhận thông tin về cư trú
    OTHER = "other"


USUAL_AUTHORITY = {
    Relation.AUTHORISED: AuthorityKind.POWER_OF_ATTORNEY,
    Relation.REPRESENTATIVE: AuthorityKind.APPOINTMENT,
    Relation.MOTHER: AuthorityKind.BIRTH_CERTIFICATE,
    Relation.FATHER: AuthorityKind.BIRTH_CERTIFICATE,
    Relation.SPOUSE: AuthorityKind.MARRIAGE_CERTIFICATE,
    Relation.CHILD: AuthorityKind.BIRTH_CERTIFICATE,
    Relation.SIBLING: AuthorityKind.RESIDENCE,
    Relation.GRANDPARENT: AuthorityKind.RESIDENCE,
    Relation.HEIR: AuthorityKind.HEIRSHIP,
    Relation.GUARDIAN: AuthorityKind.GUARDIANSHIP,
    Relation.RELATIVE: AuthorityKind.RESIDENCE,
}
"""The paper that most often shows it; the clerk may choose another."""


class Authority(Value):
    """The paper by which somebody stands for another; `number` "" where it has none, as a letter between two people."""

    kind: AuthorityKind = AuthorityKind.POWER_OF_ATTORNEY
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""  # who made or certified it


class Representative(Value):
    """Who acts for an organisation or a household by law (người đại diện theo pháp luật, chủ hộ)."""

    name: str = ""
    position: str = ""  # Giám đốc, Chủ hộ
    identity_kind: IdentityKind = IdentityKind.NONE
    identity_number: str = ""


_OF_AGE = 18
"""Years (Bộ luật Dân sự 2015 art. 20)."""
_BORN = re.compile(r"^(?:(?:([0-9]{1,2})/)?([0-9]{1,2})/)?([0-9]{4})$")


def is_minor(born: str, on: date) -> bool:
    """Whether somebody born then is surely under 18 on that day (người chưa thành niên); `born` may be a part of a
    date, or ""."""
    found = _BORN.match(born.strip())
    if found is None:
        return False
    day, month, year = (int(part or 1) for part in found.groups())
    return (year + _OF_AGE, month, day) > (on.year, on.month, on.day)


_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_TAX_CODE = re.compile(r"^([0-9]{10})(?:-?([0-9]{3}))?$")


def has_form_of_tax_code(text: str) -> bool:
    """Whether it has the digits of a tax code, right or wrong."""
    return _TAX_CODE.fullmatch(text) is not None


def is_tax_code(text: str) -> bool:
    """A tax code (MST) with the right check digit: ten digits, or thirteen of a branch with or without its hyphen."""
    found = _TAX_CODE.fullmatch(text)
    if found is None or found[2] == "000":
        return False
    digits = [int(digit) for digit in found[1]]
    return 10 - sum(digit * weight for digit, weight in zip(digits, _TAX_WEIGHTS, strict=False)) % 11 == digits[9]


def tax_code(text: str) -> str:
    """The tax code as it is written, a branch's with its hyphen; anything else as it is."""
    found = _TAX_CODE.fullmatch(text)
    return f"{found[1]}-{found[2]}" if found and found[2] else text
