"""The statutory forms as the bench prints them: their own wording, line by line, with places for what is filled in.

Written beside the reading templates, not from them. `{field}` is filled in; `^` before a line: a heading in the middle,
in bold; `*`: bold; `|`: a row of a table. Sources of the labels: the annexes that resources/templates name.
"""

from __future__ import annotations

from counter_app.bench.result_texts import RESULT_TEXTS

_PERSON = """Ngày, tháng, năm sinh: {%s.born}
Giới tính: {%s.sex}  Dân tộc: {%s.ethnicity}  Quốc tịch: {%s.nationality}
Nơi cư trú: (2) {%s.address}
Giấy tờ tùy thân: (3) {%s.paper}"""
_REQUESTER = """Kính gửi: (1) {addressee}
Họ, chữ đệm, tên người yêu cầu: {requester.name}
Nơi cư trú: (2) {requester.address}
Giấy tờ tùy thân: (3) {requester.paper}"""
_END = """Làm tại: {made.at}, ngày 24 tháng 11 năm 2026
Người yêu cầu"""


def _person(role: str) -> str:
    return _PERSON.replace("%s", role)


FORM_TEXTS = {
    "birth_registration_declaration": f"""^TỜ KHAI ĐĂNG KÝ KHAI SINH
{_REQUESTER}
Quan hệ với người được khai sinh: {{requester.relation}}
*Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:
Họ, chữ đệm, tên: {{subject.name}}
Ngày, tháng, năm sinh: {{subject.born}}
Giới tính: {{subject.sex}}  Dân tộc: {{subject.ethnicity}}  Quốc tịch: {{subject.nationality}}
Nơi sinh: (4) {{subject.birthplace}}
Quê quán: {{subject.hometown}}
Họ, chữ đệm, tên người mẹ: {{mother.name}}
Năm sinh: (5) {{mother.born}}  Dân tộc: {{mother.ethnicity}}  Quốc tịch: {{mother.nationality}}
Nơi cư trú: (2) {{mother.address}}
Họ, chữ đệm, tên người cha: {{father.name}}
Năm sinh: (5) {{father.born}}  Dân tộc: {{father.ethnicity}}  Quốc tịch: {{father.nationality}}
Nơi cư trú: (2) {{father.address}}
Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận nhất trí của các bên liên quan theo quy định pháp luật.
{_END}""",
    "marital_status_declaration": f"""^TỜ KHAI
^CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN
{_REQUESTER}
Quan hệ với người được cấp Giấy xác nhận tình trạng hôn nhân: {{requester.relation}}
*Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây:
Họ, chữ đệm, tên: {{subject.name}}
{_person("subject")}
Tình trạng hôn nhân: (4) {{marital_status}}
Mục đích sử dụng Giấy xác nhận tình trạng hôn nhân: (5) {{purpose}}
Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.
{_END}""",
    "residence_change_declaration": """^TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ
Kính gửi(1): {addressee}
1. Họ, chữ đệm và tên khai sinh: {requester.name}
2. Ngày, tháng, năm sinh: {requester.born}  3. Giới tính: {requester.sex}
4. Số định danh cá nhân: {requester.identity_number}
5. Số điện thoại liên hệ: {requester.phone}  6. Email: {requester.email}
7. Họ, chữ đệm và tên chủ hộ(2): {head.name}
8. Mối quan hệ với chủ hộ: {requester.relation}
9. Số định danh cá nhân của chủ hộ: {head.identity_number}
10. Nội dung đề nghị(3): {request}
11. Những thành viên trong hộ gia đình cùng thay đổi:""",
    "land_registration_application": """^ĐƠN ĐĂNG KÝ ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT
Kính gửi: {addressee}
*1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất, người quản lý đất:
1.1. Tên (1): {owner.name}
1.2. Giấy tờ nhân thân/pháp nhân (2): {owner.paper}
1.3. Địa chỉ (3): {owner.address}
1.4. Điện thoại liên hệ (nếu có): {owner.phone}  Hộp thư điện tử (nếu có): {owner.email}
*2. Thửa đất đăng ký:
2.1. Thửa đất số (4): {parcel}  2.2. Tờ bản đồ số (4): {map_sheet}
2.3. Địa chỉ (5): {site.address}
2.4. Diện tích (6): {area} m²; sử dụng chung: ; sử dụng riêng:
2.5. Sử dụng vào mục đích (7): {land_use}
2.6. Thời hạn đề nghị được sử dụng đất (8): lâu dài
2.7. Nguồn gốc sử dụng đất (9): nhận thừa kế
*3. Nhà ở, công trình xây dựng (nếu có):
*4. Đề nghị:
Tôi cam đoan nội dung kê khai trên đơn là đúng sự thật.
NGƯỜI VIẾT ĐƠN""",
    "household_business_application": """^GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH
Kính gửi: {addressee}
Tôi là (ghi họ tên bằng chữ in hoa): {owner.name}
Sinh ngày: {owner.born}  Giới tính: {owner.sex}
Số định danh cá nhân: {owner.identity_number}
Điện thoại (nếu có): {owner.phone}  Thư điện tử (nếu có): {owner.email}
*Đăng ký hộ kinh doanh do tôi là chủ hộ với các nội dung sau:
*1. Tên hộ kinh doanh:
Tên hộ kinh doanh viết bằng tiếng Việt (ghi bằng chữ in hoa): {business.name}
*2. Trụ sở của hộ kinh doanh:
Số nhà/phòng, ngách/hẻm, ngõ/kiệt, đường/phố/đại lộ, tổ/xóm/ấp/thôn: {business.address.detail}
Xã/Phường/Đặc khu: {business.address.commune}
Tỉnh/Thành phố trực thuộc trung ương: {business.address.province}
*3. Ngành, nghề kinh doanh:
*4. Vốn kinh doanh:
Tổng số (bằng số; VNĐ): {capital}
*5. Thông tin đăng ký thuế:
5.2. Ngày bắt đầu hoạt động: {start_date}
5.3. Tổng số lao động (dự kiến): {workers}
*6. Chủ thể thành lập hộ kinh doanh:
Tôi xin cam kết:
CHỦ HỘ KINH DOANH""",
    "building_permit_application": """^ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP XÂY DỰNG
Kính gửi: {addressee}
*1. Thông tin về chủ đầu tư:
- Tên chủ đầu tư: {owner.name}
- Số định danh cá nhân: {owner.identity_number}
- Địa chỉ liên hệ: {owner.address}
- Số điện thoại: {owner.phone}
*2. Thông tin công trình:
- Địa điểm xây dựng: {site.address}
- Lô đất số: {site.parcel}  Diện tích: {site.area} m²
*3. Tổ chức/cá nhân lập thiết kế:
*4. Nội dung đề nghị cấp phép:
- Loại và cấp công trình: {work.grade}
- Diện tích xây dựng tầng 1: {work.ground_area} m²
- Tổng diện tích sàn: {work.floor_area} m²
- Chiều cao công trình: {work.height} m  Số tầng: {work.storeys}
5. Cam kết: tôi xin cam đoan làm theo đúng giấy phép được cấp.""",
    "death_registration_declaration": f"""^TỜ KHAI ĐĂNG KÝ KHAI TỬ
{_REQUESTER}
Quan hệ với người đã chết: {{requester.relation}}
*Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây:
Họ, chữ đệm, tên: {{deceased.name}}
Ngày, tháng, năm sinh: {{deceased.born}}
Giới tính: {{deceased.sex}}  Dân tộc: {{deceased.ethnicity}}  Quốc tịch: {{deceased.nationality}}
Nơi cư trú cuối cùng: (2) {{deceased.address}}
Giấy tờ tùy thân: (3) {{deceased.paper}}
Đã chết vào lúc: {{death.at}}
Nơi chết: {{death.place}}
Nguyên nhân chết: {{death.cause}}
Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.
{_END}""",
    "marriage_registration_declaration": """^TỜ KHAI ĐĂNG KÝ KẾT HÔN
Kính gửi: (1) {addressee}
|Thông tin|Bên nữ|Bên nam
|Họ, chữ đệm, tên|{wife.name}|{husband.name}
|Ngày, tháng, năm sinh|{wife.born}|{husband.born}
|Dân tộc|{wife.ethnicity}|{husband.ethnicity}
|Quốc tịch|{wife.nationality}|{husband.nationality}
|Nơi cư trú (2)|{wife.address}|{husband.address}
|Giấy tờ tùy thân (3)|{wife.paper}|{husband.paper}
|Kết hôn lần thứ mấy|1|1
Chúng tôi cam đoan những lời khai trên đây là đúng sự thật, việc kết hôn của chúng tôi là tự nguyện, không vi phạm quy định của Luật Hôn nhân và gia đình Việt Nam.""",
    "civil_status_extract_declaration": f"""^TỜ KHAI CẤP BẢN SAO TRÍCH LỤC HỘ TỊCH
{_REQUESTER}
Quan hệ với người được cấp bản sao trích lục hộ tịch: {{requester.relation}}
*Đề nghị cơ quan cấp bản sao trích lục {{extract.kind}} cho người có tên dưới đây:
Họ, chữ đệm, tên: {{subject.name}}
{_person("subject")}
Đã đăng ký tại: {{registered.at}}
Ngày 12 tháng 3 năm 2019 Số: 45 Quyển số: 01
Số lượng bản sao yêu cầu cấp: {{copies}} bản
{_END}""",
    "land_change_application": """^ĐƠN ĐĂNG KÝ BIẾN ĐỘNG
^ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT
Kính gửi: {addressee}
*1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất (1):
a) Tên (2): {owner.name}
b) Giấy tờ nhân thân/pháp nhân (3): {owner.paper}
c) Địa chỉ (4): {owner.address}
d) Điện thoại liên hệ (nếu có): {owner.phone}  Hộp thư điện tử (nếu có): {owner.email}
2. Nội dung biến động (5): {change}
3. Thông tin về đối tượng được miễn, giảm nghĩa vụ tài chính về đất đai (nếu có) (6):
4. Giấy tờ liên quan đến nội dung biến động nộp kèm theo đơn này gồm có (7):
Cam đoan nội dung kê khai trên đơn là đúng sự thật.
NGƯỜI VIẾT ĐƠN""",
    "guardianship_declaration": f"""^TỜ KHAI ĐĂNG KÝ GIÁM HỘ
{_REQUESTER}
*Đề nghị cơ quan đăng ký việc giám hộ giữa:
*Người giám hộ:
Họ, chữ đệm, tên: {{guardian.name}}
{_person("guardian")}
*Người được giám hộ:
Họ, chữ đệm, tên: {{subject.name}}
{_person("subject")}
Lý do đăng ký giám hộ: {{request}}
Tôi cam đoan những nội dung khai trên đây là đúng sự thật.
{_END}""",
    "burial_support_declaration": """^TỜ KHAI ĐỀ NGHỊ HỖ TRỢ CHI PHÍ MAI TÁNG
*I. THÔNG TIN NGƯỜI CHẾT ĐƯỢC MAI TÁNG
1. Họ và tên (Viết chữ in hoa): {deceased.name}
Ngày/tháng/năm sinh: {deceased.born}  Giới tính: {deceased.sex}  Dân tộc: {deceased.ethnicity}
2. Hộ khẩu thường trú: {deceased.address}
4. Nguyên nhân chết: {death.cause}
5. Thời gian mai táng: trong tháng
6. Địa điểm mai táng: nghĩa trang của xóm
*II. THÔNG TIN CƠ QUAN, TỔ CHỨC, HỘ GIA ĐÌNH, CÁ NHÂN ĐỨNG RA MAI TÁNG
2. Trường hợp hộ gia đình, cá nhân đứng ra mai táng
a) Họ và tên (Chủ hộ hoặc người đại diện): {declarant.name}
Ngày/tháng/năm sinh: {declarant.born}
b) Hộ khẩu thường trú: {declarant.address}
c) Quan hệ với người chết: {declarant.relation}
Tôi xin cam đoan những lời khai trên là đúng sự thật.""",
    "parentage_declaration": f"""^TỜ KHAI ĐĂNG KÝ NHẬN CHA, MẸ, CON
{_REQUESTER}
Quan hệ với người nhận cha/mẹ/con: (4) {{requester.relation}}
*Đề nghị cơ quan công nhận người có tên dưới đây:
Họ, chữ đệm, tên: {{subject.name}}
{_person("subject")}
Là {{subject.relation}} của người có tên dưới đây:
Họ, chữ đệm, tên: {{relative.name}}
{_person("relative")}
Tôi cam đoan việc nhận con nói trên là đúng sự thật, tự nguyện, không có tranh chấp.
{_END}""",
    "civil_status_correction_declaration": f"""^TỜ KHAI ĐĂNG KÝ VIỆC THAY ĐỔI, CẢI CHÍNH,
^BỔ SUNG THÔNG TIN HỘ TỊCH, XÁC ĐỊNH LẠI DÂN TỘC
{_REQUESTER}
Quan hệ với người được thay đổi, cải chính, xác định lại dân tộc, bổ sung thông tin hộ tịch: {{requester.relation}}
*Đề nghị cơ quan đăng ký việc (4) cải chính hộ tịch cho người có tên dưới đây:
Họ, chữ đệm, tên: {{subject.name}}
{_person("subject")}
Đã đăng ký (5) khai sinh tại {{registered.at}} ngày 12 tháng 3 năm 2019
Nội dung: (6) {{change}}
Lý do: {{request}}
Tôi cam đoan những nội dung khai trên đây là đúng sự thật.
{_END}""",
    "land_split_merge_application": """^ĐƠN ĐỀ NGHỊ TÁCH THỬA ĐẤT, HỢP THỬA ĐẤT
Kính gửi: {addressee}
*I. KÊ KHAI CỦA NGƯỜI SỬ DỤNG ĐẤT
1. Người sử dụng đất (1):
a) Tên: {owner.name}
b) Giấy tờ nhân thân/pháp nhân số (2): {owner.paper}
c) Địa chỉ: {owner.address}
d) Điện thoại: {owner.phone}  Hộp thư điện tử: {owner.email}
2. Đề nghị tách thửa đất, hợp thửa đất (3) như sau:
a) Tách thửa đất số: {parcel}  tờ bản đồ số: {map_sheet}
diện tích: {area} m²; loại đất: {land_use}
địa chỉ thửa đất: {site.address}
3. Lý do tách, hợp thửa đất: {request}
4. Giấy tờ nộp kèm theo:
Tôi cam đoan nội dung kê khai trên đơn là đúng sự thật.
NGƯỜI VIẾT ĐƠN""",
    "land_use_application": """^ĐƠN XIN CHUYỂN MỤC ĐÍCH SỬ DỤNG ĐẤT
Kính gửi: {addressee}
1. Người xin chuyển mục đích sử dụng đất: {owner.name}
2. Địa chỉ/trụ sở chính: {owner.address}
3. Địa chỉ liên hệ: như trên
4. Địa điểm khu đất: {site.address}
5. Diện tích (m2): {area}
6. Để sử dụng vào mục đích: {land_use}
7. Thời hạn sử dụng: lâu dài
8. Cam kết sử dụng đất đúng mục đích, chấp hành đúng các quy định của pháp luật đất đai.""",
    "lawful_dwelling_declaration": """^TỜ KHAI
^XÁC NHẬN TÌNH TRẠNG CHỖ Ở HỢP PHÁP, DIỆN TÍCH NHÀ Ở TỐI THIỂU
^ĐỂ ĐĂNG KÝ THƯỜNG TRÚ, ĐĂNG KÝ TẠM TRÚ
Kính gửi(2): {addressee}
*I. THÔNG TIN NGƯỜI ĐỀ NGHỊ
1. Họ, chữ đệm và tên: {requester.name}
2. Ngày, tháng, năm sinh: {requester.born}
3. Số định danh cá nhân: {requester.identity_number}
4. Nơi cư trú: {requester.address}
*II. THÔNG TIN VỀ CHỖ Ở HỢP PHÁP
1. Địa chỉ chỗ ở hợp pháp: {site.address}
2. Thông tin về nhà ở:
Diện tích thửa đất: {site.area} m²
Diện tích xây dựng: {work.ground_area} m²
Diện tích sàn: {work.floor_area} m²
Tổng số người đang đăng ký thường trú: 4 người
*III. NỘI DUNG ĐỀ NGHỊ""",
    "household_business_reissue_application": """^GIẤY ĐỀ NGHỊ CẤP LẠI
^GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH
Kính gửi: {addressee}
Tên hộ kinh doanh (ghi bằng chữ in hoa): {business.name}
Mã số hộ kinh doanh/Mã số đăng ký hộ kinh doanh/Mã số thuế: {certificate.register_number}
Lý do đề nghị cấp lại: {request}
Hộ kinh doanh cam kết chịu trách nhiệm trước pháp luật về nội dung nêu trên.""",
} | RESULT_TEXTS
