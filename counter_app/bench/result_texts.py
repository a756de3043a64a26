"""The papers an office gives as the bench prints them: extracts, certificates and permits; and forms of fewer readers.

As in `form_texts`: `{field}` is filled in, `^` a heading in the middle, `*` bold.
"""

from __future__ import annotations

RESULT_TEXTS = {
    "birth_notification": """^GIẤY CHỨNG SINH
Họ và tên mẹ/Người nuôi dưỡng: {mother.name}
Năm sinh: {mother.born}
Nơi đăng ký thường trú/tạm trú: {mother.address}
Số CMND/CCCD/Hộ chiếu: {mother.identity_number}
Dân tộc: {mother.ethnicity}
Đã sinh con vào lúc: {subject.born}
Tại: {subject.birthplace}
Số con trong lần sinh này: 1
Giới tính của con: {subject.sex}  Cân nặng: 3200 gram
Hiện trạng sức khỏe của con: tốt
Dự định đặt tên con là: {subject.name}
Người đỡ đẻ""",
    "birth_certificate": """^GIẤY KHAI SINH
Họ, chữ đệm, tên: {subject.name}
Ngày, tháng, năm sinh: {subject.born}
Giới tính: {subject.sex}  Dân tộc: {subject.ethnicity}  Quốc tịch: {subject.nationality}
Nơi sinh: {subject.birthplace}
Quê quán: {subject.hometown}
Số định danh cá nhân: {subject.identity_number}
Họ, chữ đệm, tên người mẹ: {mother.name}
Năm sinh: {mother.born}  Dân tộc: {mother.ethnicity}  Quốc tịch: {mother.nationality}
Nơi cư trú: {mother.address}
Họ, chữ đệm, tên người cha: {father.name}
Năm sinh: {father.born}  Dân tộc: {father.ethnicity}  Quốc tịch: {father.nationality}
Nơi cư trú: {father.address}
Họ, chữ đệm, tên người đi khai sinh: NGƯỜI ĐI KHAI
Giấy tờ tùy thân: như trên
Nơi đăng ký khai sinh: {registered.at}
Ngày, tháng, năm đăng ký: 02/01/2026""",
    "death_certificate_extract": """^TRÍCH LỤC KHAI TỬ (BẢN SAO)
Họ, chữ đệm, tên: {deceased.name}
Ngày, tháng, năm sinh: {deceased.born}
Giới tính: {deceased.sex}  Dân tộc: {deceased.ethnicity}  Quốc tịch: {deceased.nationality}
Số định danh cá nhân: {deceased.identity_number}
Đã chết vào lúc: {death.at}
Nơi chết: {death.place}
Đã được đăng ký khai tử tại: {registered.at}
Số: 12 ngày 02/01/2026
Thực hiện trích lục từ: Cơ sở dữ liệu hộ tịch điện tử""",
    "marital_status_confirmation": """^GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN
Xét đề nghị của ông/bà: về việc cấp Giấy xác nhận
*XÁC NHẬN:
Họ, chữ đệm, tên: {subject.name}
Ngày, tháng, năm sinh: {subject.born}
Giới tính: {subject.sex}  Dân tộc: {subject.ethnicity}  Quốc tịch: {subject.nationality}
Giấy tờ tùy thân: {subject.paper}
Nơi cư trú: {subject.address}
Tình trạng hôn nhân: {marital_status}
Giấy này được sử dụng để: {purpose}
Giấy này có giá trị đến: 01/05/2026""",
    "household_business_certificate": """^GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH
Mã số hộ kinh doanh: {certificate.register_number}
1. Tên hộ kinh doanh: {business.name}
2. Trụ sở của hộ kinh doanh: {business.address}
Điện thoại: {business.phone}  Fax:
3. Ngành, nghề kinh doanh:
4. Vốn kinh doanh: {capital}
5. Chủ thể thành lập hộ kinh doanh: cá nhân
6. Thông tin về chủ hộ kinh doanh
Họ và tên: {owner.name}
Giới tính: {owner.sex}
Ngày sinh: {owner.born}  Dân tộc: {owner.ethnicity}  Quốc tịch: {owner.nationality}
Số định danh cá nhân: {owner.identity_number}
Nơi thường trú: {owner.address}
Nơi ở hiện tại: như trên""",
    "building_permit": """^GIẤY PHÉP XÂY DỰNG
Số: {certificate.register_number}
1. Cấp cho: {owner.name}
Địa chỉ: {owner.address}
2. Được phép xây dựng công trình: nhà ở riêng lẻ
Theo thiết kế: bản vẽ kèm theo
Vị trí xây dựng: {site.address}
Cốt nền xây dựng công trình: 0,45 m
Diện tích xây dựng tầng 1 (tầng trệt): {work.ground_area} m2
Tổng diện tích sàn (bao gồm cả tầng hầm và tầng lửng): {work.floor_area} m2
Chiều cao công trình: {work.height} m
Số tầng: {work.storeys}
3. Giấy tờ về đất đai: giấy chứng nhận
4. Giấy phép này có hiệu lực khởi công xây dựng trong thời hạn 12 tháng""",
    "land_use_certificate": """^GIẤY CHỨNG NHẬN
^QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT
*I. Người sử dụng đất, chủ sở hữu nhà ở và tài sản khác gắn liền với đất
Ông: {owner.name}
Sinh năm: {owner.born}  CCCD số: {owner.identity_number}
Địa chỉ thường trú: {owner.address}
*II. Thửa đất, nhà ở và tài sản khác gắn liền với đất
1. Thửa đất:
a) Thửa đất số: {parcel}  tờ bản đồ số: {map_sheet}
b) Địa chỉ: {site.address}
c) Diện tích: {area} m²
d) Hình thức sử dụng: riêng
đ) Mục đích sử dụng: {land_use}
e) Thời hạn sử dụng: lâu dài
g) Nguồn gốc sử dụng: nhận thừa kế
2. Nhà ở: không""",
    "social_support_declaration": """^TỜ KHAI ĐỀ NGHỊ TRỢ GIÚP XÃ HỘI
*Phần 1 THÔNG TIN CỦA ĐỐI TƯỢNG
1. Họ và tên (Viết chữ in hoa): {subject.name}
Ngày/tháng/năm sinh: {subject.born}  Giới tính: {subject.sex}  Dân tộc: {subject.ethnicity}
Giấy CMND hoặc Căn cước công dân số: {subject.identity_number}
2. Hộ khẩu thường trú: {subject.address}
Hiện ở tại (Ghi rõ địa chỉ): như trên
3. Tình trạng đi học
4. Có thẻ BHYT không? Có
6. Thuộc hộ nghèo không? Không
Tôi xin cam đoan những lời khai trên là đúng, nếu có điều gì khai không đúng tôi xin chịu trách nhiệm hoàn toàn.
*THÔNG TIN NGƯỜI KHAI THAY
Giấy CMND hoặc Căn cước công dân số: {declarant.identity_number}
Mối quan hệ với đối tượng: {declarant.relation}
Địa chỉ: {declarant.address}""",
    "overseas_residence_declaration": """^TỜ KHAI ĐỀ NGHỊ GIẢI QUYẾT CHO CÔNG DÂN VIỆT NAM
^ĐỊNH CƯ Ở NƯỚC NGOÀI KHÔNG CÓ HỘ CHIẾU VIỆT NAM
Kính gửi: {addressee}
1. Họ, chữ đệm và tên Việt Nam: {requester.name}
2. Họ, chữ đệm và tên trong hộ chiếu/giấy tờ do nước ngoài cấp: NGUYEN AN
3. Ngày, tháng, năm sinh: {requester.born}  4. Giới tính: {requester.sex}
5. Dân tộc: {requester.ethnicity}  6. Tôn giáo: không
7. Số định danh cá nhân/CMND: {requester.identity_number}
8. Số điện thoại: {requester.phone}  9. E-mail: {requester.email}
13. Cha, mẹ, vợ, chồng, con: không
14. Nơi cư trú ở nước ngoài: Béc-lin
15. Nơi ở hiện tại ở Việt Nam: {requester.address}
16. Nội dung đề nghị (2): {request}
17. Họ và tên chủ hộ: {head.name}
18. Quan hệ với chủ hộ: {requester.relation}
19. Số định danh cá nhân/CMND của chủ hộ: {head.identity_number}""",
}
