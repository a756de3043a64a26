<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AddressCompleter</name>
    <message>
        <source>One of {n} communes, such as {names}: choose one, or add district or province.</source>
        <translation>Có {n} xã, phường tên này, ví dụ {names}: hãy chọn, hoặc ghi thêm huyện cũ, tỉnh.</translation>
    </message>
    <message>
        <source>This may be one of several communes, choose or add the district: {names}</source>
        <translation>Có thể là một trong nhiều xã, phường; hãy chọn hoặc ghi thêm huyện cũ: {names}</translation>
    </message>
    <message>
        <source>Today: {place}</source>
        <translation>Nay là: {place}</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>{count} added</source>
        <translation>{count} thêm mới</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} thay đổi</translation>
    </message>
    <message>
        <source>{count} ended</source>
        <translation>{count} hết hiệu lực</translation>
    </message>
    <message>
        <source>{count} as they were</source>
        <translation>{count} giữ nguyên</translation>
    </message>
    <message>
        <source>{count} not newer than what is known</source>
        <translation>{count} không mới hơn dữ liệu đang có</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} bị bỏ qua</translation>
    </message>
    <message>
        <source>added</source>
        <translation>thêm mới</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>thay đổi</translation>
    </message>
    <message>
        <source>ended: the portal took it out</source>
        <translation>hết hiệu lực: Cổng đã xóa thủ tục</translation>
    </message>
    <message>
        <source>left as it is: the record is not newer</source>
        <translation>giữ nguyên: bản ghi không mới hơn</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>bị bỏ qua</translation>
    </message>
    <message>
        <source>no procedures</source>
        <translation>không có thủ tục nào</translation>
    </message>
    <message>
        <source>“{code}” is no procedure code; the record was left out</source>
        <translation>“{code}” không phải mã thủ tục; bản ghi bị bỏ qua</translation>
    </message>
    <message>
        <source>the record has no name; it was left out</source>
        <translation>bản ghi không có tên; bị bỏ qua</translation>
    </message>
    <message>
        <source>the record does not fit ({field}); it was left out</source>
        <translation>bản ghi không đúng dạng ({field}); bị bỏ qua</translation>
    </message>
    <message>
        <source>no field of law</source>
        <translation>chưa có dữ liệu về lĩnh vực</translation>
    </message>
    <message>
        <source>nobody named who settles it</source>
        <translation>chưa có dữ liệu về cơ quan giải quyết</translation>
    </message>
    <message>
        <source>no term</source>
        <translation>chưa có dữ liệu về thời hạn</translation>
    </message>
    <message>
        <source>the channels hold terms of different cases: {said}</source>
        <translation>ba kênh ghi thời hạn của các trường hợp khác nhau: {said}</translation>
    </message>
    <message>
        <source>the term differs by case: {said}</source>
        <translation>thời hạn khác nhau theo trường hợp: {said}</translation>
    </message>
    <message>
        <source>the term cannot be read: {said}</source>
        <translation>không dùng được thời hạn: {said}</translation>
    </message>
    <message>
        <source>nothing about fees</source>
        <translation>chưa có dữ liệu về phí, lệ phí</translation>
    </message>
    <message>
        <source>the fees cannot be read: {said}</source>
        <translation>không dùng được mức phí, lệ phí: {said}</translation>
    </message>
    <message>
        <source>no papers</source>
        <translation>chưa có dữ liệu về thành phần hồ sơ</translation>
    </message>
    <message>
        <source>the list says nothing of term, papers and fees</source>
        <translation>danh sách không có thời hạn, thành phần, phí</translation>
    </message>
    <message>
        <source>the table does not say the procedure's code</source>
        <translation>bảng không ghi mã thủ tục</translation>
    </message>
    <message>
        <source>the table has more than one process of this code: choose by hand</source>
        <translation>bảng có nhiều quy trình cùng mã này: hãy chọn và nhập tay</translation>
    </message>
    <message>
        <source>step {step} lacks its number, unit or work</source>
        <translation>bước {step} thiếu số thứ tự, đơn vị hoặc nội dung công việc</translation>
    </message>
    <message>
        <source>step {step} has no hours</source>
        <translation>bước {step} không có số giờ</translation>
    </message>
    <message>
        <source>the catalogue has no procedure of this code in force</source>
        <translation>danh mục không có thủ tục mã này đang hiệu lực</translation>
    </message>
</context>
<context>
    <name>ActPanel</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <source>Confirm (Enter)</source>
        <translation>Ghi nhận (Enter)</translation>
    </message>
    <message>
        <source>New due date: {new}; before: {old}</source>
        <translation>Hẹn trả mới: {new}; cũ: {old}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Confirm (Ctrl+Enter)</source>
        <translation>Ghi nhận (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Other acts</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>Papers to print (Ctrl+P)</source>
        <translation>Giấy tờ in (Ctrl+P)</translation>
    </message>
</context>
<context>
    <name>ApplicantPanel</name>
    <message>
        <source>%n open intakes</source>
        <translation>%n hồ sơ nhập dở</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Wants notices by phone or e-mail</source>
        <translation>Muốn nhận tin nhắn, thư điện tử</translation>
    </message>
    <message>
        <source>Filed by another person with authority</source>
        <translation>Người khác nộp thay cho chủ hồ sơ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Owner of the dossier</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Result wanted</source>
        <translation>Nhận kết quả</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>chưa có tên</translation>
    </message>
    <message>
        <source>The counter</source>
        <translation>Trực tiếp tại quầy</translation>
    </message>
    <message>
        <source>Public post</source>
        <translation>Bưu chính công ích</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Hồ sơ đến qua</translation>
    </message>
    <message>
        <source>Intakes that were begun and not received; give this one up (Ctrl+O)</source>
        <translation>Hồ sơ đã nhập dở, chưa tiếp nhận; bỏ hồ sơ này (Ctrl+O)</translation>
    </message>
    <message>
        <source>Open intakes</source>
        <translation>Hồ sơ nhập dở</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Paste from a spreadsheet (Ctrl+V)</source>
        <translation>Dán từ bảng tính (Ctrl+V)</translation>
    </message>
    <message>
        <source>Take the row out</source>
        <translation>Bỏ dòng</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Quay lại (Esc)</translation>
    </message>
    <message>
        <source>Submitter: {person} · {procedure} · Papers of each: {papers}</source>
        <translation>Người nộp: {person} · {procedure} · Giấy tờ mỗi hồ sơ: {papers}</translation>
    </message>
    <message>
        <source>Result due: {weekday}, {moment}</source>
        <translation>Hẹn trả kết quả: {weekday}, {moment}</translation>
    </message>
    <message>
        <source>Result due: no date</source>
        <translation>Hẹn trả: không có ngày hẹn</translation>
    </message>
    <message>
        <source>To pay: {count} × {each} = {total}</source>
        <translation>Phải nộp: {count} × {each} = {total}</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Không thu phí, lệ phí</translation>
    </message>
    <message>
        <source>Receive %n dossiers (F9)</source>
        <translation>Tiếp nhận %n hồ sơ (F9)</translation>
    </message>
    <message>
        <source>Scanned pages are of one dossier: take them out, scan after receiving</source>
        <translation>Trang quét chỉ thuộc một hồ sơ: hãy bỏ ra, quét sau khi tiếp nhận</translation>
    </message>
    <message>
        <source>Row {row}: {fault}</source>
        <translation>Dòng {row}: {fault}</translation>
    </message>
    <message>
        <source>List the owners</source>
        <translation>Hãy ghi danh sách chủ hồ sơ</translation>
    </message>
    <message>
        <source>none ticked yet</source>
        <translation>chưa đánh dấu</translation>
    </message>
    <message>
        <source>Many dossiers of one submitter</source>
        <translation>Nhiều hồ sơ của một người nộp</translation>
    </message>
    <message>
        <source>Why it is received although it is not complete; the timeline keeps it</source>
        <translation>Lý do tiếp nhận dù chưa đủ; được lưu trong diễn biến từng hồ sơ</translation>
    </message>
    <message>
        <source>%n rows taken out</source>
        <translation>Đã bỏ %n dòng</translation>
    </message>
    <message>
        <source>{name}: {code}, received {day}</source>
        <translation>{name}: {code}, tiếp nhận {day}</translation>
    </message>
    <message>
        <source>Open dossiers of the same procedure: {dossiers}. F9 receives all the same.</source>
        <translation>Đang có hồ sơ chưa xong cùng thủ tục: {dossiers}. Bấm F9 lần nữa để vẫn tiếp nhận.</translation>
    </message>
</context>
<context>
    <name>BatchReceived</name>
    <message>
        <source>Show them in the list</source>
        <translation>Xem trong danh sách hồ sơ</translation>
    </message>
    <message>
        <source>Received: %n dossiers</source>
        <translation>Đã tiếp nhận %n hồ sơ</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Papers to print (Ctrl+P)</source>
        <translation>Giấy tờ in (Ctrl+P)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số định danh / CMND</translation>
    </message>
    <message>
        <source>Result due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Còn phải nộp</translation>
    </message>
    <message>
        <source>no term</source>
        <translation>không quy định</translation>
    </message>
</context>
<context>
    <name>BroughtForm</name>
    <message>
        <source>Still missing: {papers}. The clock runs again all the same.</source>
        <translation>Còn thiếu: {papers}. Nếu ghi nhận, thời hạn giải quyết vẫn tính tiếp.</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Camera: {paper}</source>
        <translation>Camera: {paper}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>No page is found; the whole picture will be kept.</source>
        <translation>Chưa thấy tờ giấy; sẽ giữ cả khung hình.</translation>
    </message>
    <message>
        <source>Pages taken: {n}</source>
        <translation>Đã chụp: {n} trang</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Tìm lại</translation>
    </message>
    <message>
        <source>Starting the camera…</source>
        <translation>Đang bật camera…</translation>
    </message>
    <message>
        <source>Take page (Space)</source>
        <translation>Chụp trang (phím cách)</translation>
    </message>
    <message>
        <source>The page is found.</source>
        <translation>Đã thấy tờ giấy.</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>What the camera sees</source>
        <translation>Hình từ camera</translation>
    </message>
</context>
<context>
    <name>CancelForm</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Biên lai</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>About the term</source>
        <translation>Ghi chú thời hạn</translation>
    </message>
    <message>
        <source>After a payment</source>
        <translation>Sau khi thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>After a supplement</source>
        <translation>Sau khi bổ sung hồ sơ</translation>
    </message>
    <message>
        <source>Amount (đ)</source>
        <translation>Mức thu (đ)</translation>
    </message>
    <message>
        <source>Certified copies</source>
        <translation>Chứng thực</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Lệ phí</translation>
    </message>
    <message>
        <source>Competence</source>
        <translation>Cấp thực hiện</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản photo</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định công bố</translation>
    </message>
    <message>
        <source>Exemptions</source>
        <translation>Miễn giảm</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Fee and charge</source>
        <translation>Phí và lệ phí</translation>
    </message>
    <message>
        <source>Fees and charges</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Field of law</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>Tính theo</translation>
    </message>
    <message>
        <source>From page: rate</source>
        <translation>Bậc trang</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>Hiệu lực từ</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Legal base</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Legal base, one a line</source>
        <translation>Căn cứ pháp lý, mỗi dòng một văn bản</translation>
    </message>
    <message>
        <source>Most a copy</source>
        <translation>Tối đa/bản</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Off (%)</source>
        <translation>Giảm (%)</translation>
    </message>
    <message>
        <source>Off what</source>
        <translation>Được giảm</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Tên giấy tờ</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Thành phần</translation>
    </message>
    <message>
        <source>Procedure code</source>
        <translation>Mã thủ tục</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Bắt buộc</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Tên kết quả</translation>
    </message>
    <message>
        <source>Result code</source>
        <translation>Mã kết quả</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Second stage</source>
        <translation>Thời hạn giai đoạn 2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Các bước</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Số giờ</translation>
    </message>
    <message>
        <source>as the law says</source>
        <translation>theo quy định chung</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>bản</translation>
    </message>
    <message>
        <source>counted again from the start</source>
        <translation>tính lại từ đầu</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>hồ sơ</translation>
    </message>
    <message>
        <source>moved by the waiting time</source>
        <translation>cộng thêm thời gian chờ</translation>
    </message>
    <message>
        <source>no term</source>
        <translation>không quy định</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>chưa có dữ liệu</translation>
    </message>
    <message>
        <source>page</source>
        <translation>trang</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>dòng {number}</translation>
    </message>
    <message>
        <source>until</source>
        <translation>đến ngày</translation>
    </message>
    <message>
        <source>within the day</source>
        <translation>trong ngày</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>ngày làm việc</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>giờ làm việc</translation>
    </message>
    <message>
        <source>Only shown</source>
        <translation>Chỉ xuất trình</translation>
    </message>
    <message>
        <source>Only in case</source>
        <translation>Chỉ trong trường hợp</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>%n versions</source>
        <translation>%n phiên bản</translation>
    </message>
    <message>
        <source>Imported: {summary}</source>
        <translation>Đã nhập: {summary}</translation>
    </message>
    <message>
        <source>Which versions are shown</source>
        <translation>Phiên bản được hiện</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>Tất cả phiên bản</translation>
    </message>
    <message>
        <source>Catalogue of procedures</source>
        <translation>Danh mục thủ tục</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>In force today</source>
        <translation>Đang có hiệu lực</translation>
    </message>
    <message>
        <source>Name, code or field of law</source>
        <translation>Tên, mã hoặc lĩnh vực</translation>
    </message>
    <message>
        <source>New procedure</source>
        <translation>Thủ tục mới</translation>
    </message>
    <message>
        <source>New version from this one</source>
        <translation>Tạo phiên bản mới từ bản này</translation>
    </message>
    <message>
        <source>New version of {name}</source>
        <translation>Phiên bản mới của {name}</translation>
    </message>
    <message>
        <source>Not saved. The last good catalogue stays in force.</source>
        <translation>Chưa lưu. Danh mục tốt gần nhất vẫn đang được dùng.</translation>
    </message>
    <message>
        <source>Not saved: these fields are not right yet.</source>
        <translation>Chưa lưu: các mục sau chưa đúng.</translation>
    </message>
    <message>
        <source>Nothing was imported. The last good catalogue stays in force.</source>
        <translation>Không nhập gì cả. Danh mục tốt gần nhất vẫn đang được dùng.</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Lưu (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save the changes or discard them first.</source>
        <translation>Hãy lưu hoặc bỏ các thay đổi trước đã.</translation>
    </message>
    <message>
        <source>Saved. The intake offers it from {day} on.</source>
        <translation>Đã lưu. Màn hình tiếp nhận dùng bản này từ ngày {day}.</translation>
    </message>
    <message>
        <source>The office's own files are faulty. The last good catalogue stays in force.</source>
        <translation>Tệp riêng của cơ quan có lỗi. Danh mục tốt gần nhất vẫn đang được dùng.</translation>
    </message>
    <message>
        <source>{count} versions were written to {file}.</source>
        <translation>Đã ghi {count} phiên bản vào {file}.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>open</source>
        <translation>nay</translation>
    </message>
    <message>
        <source>Received here</source>
        <translation>Nhận tại đây</translation>
    </message>
    <message>
        <source>Saved: the intake offers it so from now on.</source>
        <translation>Đã lưu; màn hình tiếp nhận áp dụng từ bây giờ.</translation>
    </message>
    <message>
        <source>Not saved: the office's file of what it receives is faulty.</source>
        <translation>Chưa lưu: tệp thủ tục cơ quan nhận (offered.toml) có lỗi.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Add pictures or PDFs of this paper (F6)</source>
        <translation>Thêm ảnh hoặc PDF của giấy tờ này (F6)</translation>
    </message>
    <message>
        <source>Scan this paper (F5)</source>
        <translation>Quét giấy tờ này (F5)</translation>
    </message>
    <message>
        <source>Papers of the dossier</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
</context>
<context>
    <name>ChecklistModel</name>
    <message>
        <source>only shown</source>
        <translation>xuất trình</translation>
    </message>
    <message>
        <source>The paper is shown and taken home again: it is not scanned</source>
        <translation>Giấy tờ được xuất trình rồi trả lại ngay: không quét</translation>
    </message>
    <message>
        <source>Scan (F5), add files (F6)</source>
        <translation>Quét (F5), thêm tệp (F6)</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>C. thực</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>How many certified copies were handed in</source>
        <translation>Số bản chứng thực đã nộp</translation>
    </message>
    <message>
        <source>How many originals were handed in</source>
        <translation>Số bản chính đã nộp</translation>
    </message>
    <message>
        <source>How many pages were scanned</source>
        <translation>Số trang đã quét</translation>
    </message>
    <message>
        <source>How many plain copies were handed in</source>
        <translation>Số bản photo đã nộp</translation>
    </message>
    <message>
        <source>Only where it applies</source>
        <translation>Chỉ khi thuộc trường hợp phải nộp</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Chính</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Bắt buộc</translation>
    </message>
    <message>
        <source>%n are left out: blank pages or separators; a click takes them back</source>
        <translation>%n trang bỏ qua: trang trắng hoặc tờ ngăn; bấm một lần để lấy lại</translation>
    </message>
    <message>
        <source>%n could not be read and will not be filed</source>
        <translation>%n trang không đọc được, chưa lưu</translation>
    </message>
    <message>
        <source>%n faulty</source>
        <translation>%n lỗi</translation>
    </message>
    <message>
        <source>%n left out</source>
        <translation>%n bỏ qua</translation>
    </message>
    <message>
        <source>%n of them show a page once more, with its note</source>
        <translation>trong đó %n ảnh là trang chụp lại cùng giấy đính kèm</translation>
    </message>
    <message>
        <source>%n pages</source>
        <translation>%n trang</translation>
    </message>
    <message>
        <source>%n pages will be filed, one picture each, in this order</source>
        <translation>Lưu %n trang, mỗi trang một ảnh, đúng thứ tự</translation>
    </message>
    <message>
        <source>Only shown: not scanned, ticked when it was seen</source>
        <translation>Chỉ xuất trình: không quét, đánh dấu khi đã xem</translation>
    </message>
    <message>
        <source>In this case: {case}</source>
        <translation>Trường hợp: {case}</translation>
    </message>
    <message>
        <source>reused</source>
        <translation>dùng lại</translation>
    </message>
    <message>
        <source>The digitised paper of dossier {code} serves again</source>
        <translation>Dùng lại bản đã số hóa của hồ sơ {code}</translation>
    </message>
    <message>
        <source>%n unclear</source>
        <translation>%n mờ</translation>
    </message>
    <message>
        <source>Of %n hardly anything could be read: look at them</source>
        <translation>%n trang gần như không đọc được chữ nào: hãy xem lại</translation>
    </message>
</context>
<context>
    <name>conflict</name>
    <message>
        <source>this desk</source>
        <translation>quầy này</translation>
    </message>
    <message>
        <source>Status: {status}</source>
        <translation>Trạng thái: {status}</translation>
    </message>
    <message>
        <source>Due: {due}</source>
        <translation>Hẹn trả: {due}</translation>
    </message>
    <message>
        <source>Fees: {due} due, {paid} taken</source>
        <translation>Phí, lệ phí: phải thu {due}, đã thu {paid}</translation>
    </message>
    <message>
        <source>The money was taken twice.</source>
        <translation>Tiền đã thu hai lần.</translation>
    </message>
    <message>
        <source>Money was taken that was not due any more.</source>
        <translation>Đã thu khoản tiền không còn phải thu.</translation>
    </message>
    <message>
        <source>Receipt {number} of {series} is with the payer and counts in the cash of its day.</source>
        <translation>Biên lai số {number}, ký hiệu {series} đang ở người nộp và vẫn được tính trong tiền mặt của ngày thu.</translation>
    </message>
    <message>
        <source>Give the money back, or set it aside if that was put right otherwise.</source>
        <translation>Hãy hoàn lại tiền, hoặc bỏ qua bước này nếu đã xử lý bằng cách khác.</translation>
    </message>
    <message>
        <source>This money was given back a second time; it is missing in the drawer and in no report.</source>
        <translation>Khoản tiền này đã được hoàn trả hai lần; lần sau làm thiếu tiền trong két và không có trong báo cáo nào.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote this step. It waits for the update.</source>
        <translation>Bước này do phiên bản mới hơn của chương trình ghi. Bước này chờ đến khi cập nhật chương trình.</translation>
    </message>
    <message>
        <source>This step cannot be done again at a desk.</source>
        <translation>Bước này không thể thực hiện lại tại quầy.</translation>
    </message>
    <message>
        <source>The receipt was cancelled, or its money given back.</source>
        <translation>Biên lai đã hủy hoặc đã hoàn tiền.</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Had no effect</source>
        <translation>Không có hiệu lực</translation>
    </message>
    <message>
        <source>In effect</source>
        <translation>Đang có hiệu lực</translation>
    </message>
    <message>
        <source>The dossier now</source>
        <translation>Hồ sơ hiện nay</translation>
    </message>
    <message>
        <source>Agreed with the other desk: its step counts.</source>
        <translation>Đã thống nhất với quầy kia: bước của quầy kia có hiệu lực.</translation>
    </message>
    <message>
        <source>Both desks did the same; once is enough.</source>
        <translation>Hai quầy cùng thực hiện một việc; chỉ tính một lần.</translation>
    </message>
    <message>
        <source>The money was given back to the payer.</source>
        <translation>Đã hoàn lại tiền cho người nộp.</translation>
    </message>
    <message>
        <source>Reason for the decision</source>
        <translation>Lý do quyết định</translation>
    </message>
    <message>
        <source>Set this step aside</source>
        <translation>Bỏ qua bước này</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Thực hiện lại</translation>
    </message>
    <message>
        <source>%n steps do not fit what another desk or the province did at the same time.</source>
        <translation>%n bước không khớp với việc quầy khác hoặc cấp tỉnh đã thực hiện trong cùng thời gian.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>See both sides and settle</source>
        <translation>Xem hai bên và xử lý</translation>
    </message>
    <message>
        <source>Say why; it stays in the timeline.</source>
        <translation>Hãy ghi lý do; lý do được lưu trong diễn biến hồ sơ.</translation>
    </message>
    <message>
        <source>Taken though not due</source>
        <translation>Đã thu dù không còn phải thu</translation>
    </message>
</context>
<context>
    <name>ControlView</name>
    <message>
        <source>No hand-over yet</source>
        <translation>Chưa chuyển hồ sơ</translation>
    </message>
    <message>
        <source>Units appear here as the dossier is handed from one to the next.</source>
        <translation>Các đơn vị hiện ở đây khi hồ sơ được giao, nhận giữa các đơn vị.</translation>
    </message>
    <message>
        <source>Given by → taken by</source>
        <translation>Người giao → người nhận</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả giải quyết</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Chuyển đi</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>({hours} hours allowed)</source>
        <translation>(định mức {hours} giờ)</translation>
    </message>
</context>
<context>
    <name>CostsPanel</name>
    <message>
        <source>Documents to be certified</source>
        <translation>Giấy tờ chứng thực</translation>
    </message>
    <message>
        <source>Exemption</source>
        <translation>Miễn, giảm</translation>
    </message>
    <message>
        <source>Copies of the result</source>
        <translation>Số bản yêu cầu cấp</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>{copies} copies · {fee}</source>
        <translation>{copies} bản · {fee}</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>a file of procedures: {kinds}, or a folder of .toml</source>
        <translation>một tệp thủ tục ({kinds}) hoặc một thư mục tệp .toml</translation>
    </message>
    <message>
        <source>an index of procedures made by this program; import it again</source>
        <translation>một tệp danh mục do chương trình này ghi; nhập lại danh mục</translation>
    </message>
    <message>
        <source>records of the national portal as JSON: one, a list, or one on each line</source>
        <translation>bản ghi JSON của Cổng Dịch vụ công quốc gia: một bản ghi, một danh sách, hoặc mỗi dòng một bản ghi</translation>
    </message>
    <message>
        <source>a value, which is missing</source>
        <translation>một giá trị, hiện còn thiếu</translation>
    </message>
    <message>
        <source>there is no such field; remove it or correct its name</source>
        <translation>không có trường này; bỏ đi hoặc sửa lại tên</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>chữ, không để trống</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>ít nhất một</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>chữ</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>có hoặc không</translation>
    </message>
    <message>
        <source>a number not below {ge}</source>
        <translation>số không nhỏ hơn {ge}</translation>
    </message>
    <message>
        <source>a number not above {le}</source>
        <translation>số không lớn hơn {le}</translation>
    </message>
    <message>
        <source>one of {expected}</source>
        <translation>một trong: {expected}</translation>
    </message>
    <message>
        <source>written as [[{name}]], once for each</source>
        <translation>viết là [[{name}]], mỗi mục một lần</translation>
    </message>
    <message>
        <source>a time such as 07:30</source>
        <translation>giờ, ví dụ 07:30</translation>
    </message>
    <message>
        <source>a date such as {day}</source>
        <translation>ngày, ví dụ {day}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>số nguyên</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>số</translation>
    </message>
    <message>
        <source>small letters a–z, digits and hyphens only, such as to-khai</source>
        <translation>chỉ chữ thường a–z, chữ số và dấu gạch nối, ví dụ to-khai</translation>
    </message>
    <message>
        <source>a procedure code such as 1.001193</source>
        <translation>mã thủ tục, ví dụ 1.001193</translation>
    </message>
    <message>
        <source>an agency code such as H41.15 or 000.00.15.H41</source>
        <translation>mã cơ quan, ví dụ H41.15 hoặc 000.00.15.H41</translation>
    </message>
    <message>
        <source>a result code such as KQ.G15.000031</source>
        <translation>mã kết quả, ví dụ KQ.G15.000031</translation>
    </message>
    <message>
        <source>a text without line breaks</source>
        <translation>chữ, không xuống dòng</translation>
    </message>
    <message>
        <source>a day not before {day}, when it comes into force</source>
        <translation>ngày không trước {day} là ngày bắt đầu hiệu lực</translation>
    </message>
    <message>
        <source>at least 1 for this unit</source>
        <translation>ít nhất là 1 đối với đơn vị này</translation>
    </message>
    <message>
        <source>a page after {page}: tiers go up</source>
        <translation>một trang sau trang {page}: các bậc phải tăng dần</translation>
    </message>
    <message>
        <source>page, since it has tiers or a limit for each copy</source>
        <translation>theo trang (page), vì có bậc hoặc mức tối đa cho mỗi bản</translation>
    </message>
    <message>
        <source>another key: “{key}” stands there twice</source>
        <translation>khóa khác: “{key}” có hai lần</translation>
    </message>
    <message>
        <source>a last day before {day}, when version “{version}” of {code} begins</source>
        <translation>ngày cuối trước {day}, khi phiên bản “{version}” của {code} bắt đầu</translation>
    </message>
    <message>
        <source>another version: {code} has “{version}” already</source>
        <translation>phiên bản khác: {code} đã có “{version}”</translation>
    </message>
    <message>
        <source>a spreadsheet (.xlsx, .xls or .ods) that opens without a password</source>
        <translation>bảng tính (.xlsx, .xls hoặc .ods) mở được không cần mật khẩu</translation>
    </message>
    <message>
        <source>a sheet of this name</source>
        <translation>trang tính có tên này</translation>
    </message>
    <message>
        <source>a column with this head</source>
        <translation>cột có tiêu đề này</translation>
    </message>
    <message>
        <source>code and version of a row of {sheet}</source>
        <translation>mã và phiên bản của một dòng trong trang {sheet}</translation>
    </message>
    <message>
        <source>at least one row in the sheet {sheet}</source>
        <translation>ít nhất một dòng trong trang {sheet}</translation>
    </message>
    <message>
        <source>at least one procedure</source>
        <translation>ít nhất một thủ tục</translation>
    </message>
    <message>
        <source>the code of a known agency, not {code}</source>
        <translation>mã của một cơ quan đã khai báo, không phải {code}</translation>
    </message>
    <message>
        <source>an agency that does not lie below {code} itself</source>
        <translation>cơ quan không nằm dưới chính {code}</translation>
    </message>
    <message>
        <source>agencies that did not come after {code} themselves</source>
        <translation>những cơ quan không phải là đơn vị kế tục của {code}</translation>
    </message>
    <message>
        <source>a last day before {day}, when {code} is given anew</source>
        <translation>ngày cuối trước {day}, khi mã {code} được cấp lại</translation>
    </message>
    <message>
        <source>a text of the form; there is none with this key and circular</source>
        <translation>một câu chữ của biểu mẫu; không có câu nào mang khóa và thông tư này</translation>
    </message>
    <message>
        <source>a text without the placeholder {wrong}; it may use: {allowed}</source>
        <translation>một câu không có chỗ điền {wrong}; được dùng: {allowed}</translation>
    </message>
    <message>
        <source>a text whose braces hold the name of a placeholder and nothing else</source>
        <translation>một câu mà trong dấu ngoặc nhọn chỉ có tên của chỗ điền</translation>
    </message>
    <message>
        <source>0: what is only shown is not handed in</source>
        <translation>0: giấy tờ chỉ xuất trình thì không nộp bản nào</translation>
    </message>
    <message>
        <source>a kind of value that there is, such as name, date or text</source>
        <translation>một loại giá trị có thật, như name, date hoặc text</translation>
    </message>
    <message>
        <source>one of the cases that the term depends on</source>
        <translation>một trong các trường hợp mà thời hạn phụ thuộc</translation>
    </message>
    <message>
        <source>a table of processes with the columns {columns}</source>
        <translation>một bảng quy trình có các cột {columns}</translation>
    </message>
</context>
<context>
    <name>DetailPage</name>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Về danh sách (Esc)</translation>
    </message>
    <message>
        <source>Papers (click to see)</source>
        <translation>Giấy tờ (bấm để xem)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>Control sheet</source>
        <translation>Kiểm soát</translation>
    </message>
    <message>
        <source>Paper: {paper}.</source>
        <translation>Giấy tờ kèm theo: {paper}.</translation>
    </message>
    <message>
        <source>{act}: done.</source>
        <translation>{act}: đã ghi nhận.</translation>
    </message>
    <message>
        <source>Papers to print</source>
        <translation>Giấy tờ in</translation>
    </message>
    <message>
        <source>The contradiction is settled.</source>
        <translation>Đã xử lý mâu thuẫn.</translation>
    </message>
    <message>
        <source>Scan papers</source>
        <translation>Quét giấy tờ</translation>
    </message>
    <message>
        <source>This page is in the dossier’s document: it stays there.</source>
        <translation>Trang này nằm trong tệp giấy tờ của hồ sơ nên phải giữ lại.</translation>
    </message>
    <message>
        <source>Facts of the dossier</source>
        <translation>Thông tin hồ sơ</translation>
    </message>
    <message>
        <source>The receipt of this dossier is corrected no more.</source>
        <translation>Không sửa giấy tiếp nhận của hồ sơ này được nữa.</translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>Document</source>
        <translation>Tên giấy tờ</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Số trang</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Số bản</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
</context>
<context>
    <name>DueBadge</name>
    <message>
        <source>Due today {when}</source>
        <translation>Hẹn trả hôm nay {when}</translation>
    </message>
    <message>
        <source>Due {when}</source>
        <translation>Hẹn trả {when}</translation>
    </message>
    <message>
        <source>Overdue since {when}</source>
        <translation>Quá hạn từ {when}</translation>
    </message>
    <message>
        <source>The clock stands still</source>
        <translation>Đang tạm dừng tính hạn</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Check this field</source>
        <translation>Kiểm tra lại mục này</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
</context>
<context>
    <name>ExchangeButtons</name>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Export a spreadsheet</source>
        <translation>Xuất bảng tính</translation>
    </message>
    <message>
        <source>Export to a folder of TOML files</source>
        <translation>Xuất ra thư mục tệp TOML</translation>
    </message>
    <message>
        <source>Folder of TOML files…</source>
        <translation>Thư mục tệp TOML…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Import a folder of TOML files</source>
        <translation>Nhập thư mục tệp TOML</translation>
    </message>
    <message>
        <source>Spreadsheets ({kinds})</source>
        <translation>Bảng tính ({kinds})</translation>
    </message>
    <message>
        <source>Spreadsheet…</source>
        <translation>Bảng tính…</translation>
    </message>
    <message>
        <source>Import a file of procedures</source>
        <translation>Nhập tệp thủ tục</translation>
    </message>
    <message>
        <source>Files of procedures ({kinds})</source>
        <translation>Tệp thủ tục ({kinds})</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Tệp…</translation>
    </message>
</context>
<context>
    <name>ExtendForm</name>
    <message>
        <source>New due date</source>
        <translation>Ngày, giờ hẹn trả mới</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Signed by (name, office)</source>
        <translation>Người ký (họ tên, chức vụ)</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Nhận kết quả</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source> (deadline {deadline})</source>
        <translation> (hạn bổ sung {deadline})</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kênh nộp</translation>
    </message>
    <message>
        <source>Clock stood still</source>
        <translation>Tạm dừng tính hạn</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Exempted</source>
        <translation>Miễn, giảm</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Xử lý xong</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Biên lai</translation>
    </message>
    <message>
        <source>Received together as</source>
        <translation>Nộp theo lô</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Giai đoạn</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>still</source>
        <translation>đến nay</translation>
    </message>
    <message>
        <source>{due} (on the receipt: {promised})</source>
        <translation>{due} (giấy hẹn: {promised})</translation>
    </message>
    <message>
        <source>{kind}: {since} – {until}</source>
        <translation>{kind}: {since} – {until}</translation>
    </message>
    <message>
        <source>{n} of 2</source>
        <translation>{n}/2</translation>
    </message>
    <message>
        <source>{receipt} – cancelled: {reason}</source>
        <translation>{receipt} – đã hủy: {reason}</translation>
    </message>
    <message>
        <source>{result}: at the desk</source>
        <translation>{result}: đang ở quầy</translation>
    </message>
    <message>
        <source>{result}: taken by {facts}</source>
        <translation>{result}: đã trả {facts}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Các ghi chú</translation>
    </message>
    <message>
        <source>Receipt declared lost</source>
        <translation>Báo mất giấy tiếp nhận</translation>
    </message>
    <message>
        <source>{who} · {when} · checked: {what}</source>
        <translation>{who} · {when} · đã kiểm tra: {what}</translation>
    </message>
    <message>
        <source>{receipt} – given back {moment}, {method}</source>
        <translation>{receipt} – đã hoàn trả {moment}, {method}</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>chưa có dữ liệu</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Trường hợp</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Also of</source>
        <translation>Cùng chủ hồ sơ</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Cơ quan giải quyết</translation>
    </message>
    <message>
        <source>Result handed over at</source>
        <translation>Nơi trả kết quả</translation>
    </message>
    <message>
        <source>At the portal</source>
        <translation>Mã trên Cổng DVC</translation>
    </message>
    <message>
        <source>Declared for</source>
        <translation>Khai cho</translation>
    </message>
</context>
<context>
    <name>FaultsPanel</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Cần ghi là</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
</context>
<context>
    <name>FeeForm</name>
    <message>
        <source>A receipt was spoiled while writing: only note its number</source>
        <translation>Biên lai viết hỏng: chỉ ghi nhận số bị hỏng</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>Hình thức thanh toán</translation>
    </message>
    <message>
        <source>Number of the receipt</source>
        <translation>Số biên lai</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Người nộp tiền</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Receipt {series}, no.</source>
        <translation>Biên lai {series}, số</translation>
    </message>
    <message>
        <source>Spoiled receipt of</source>
        <translation>Biên lai hỏng của loại</translation>
    </message>
    <message>
        <source>no receipts left</source>
        <translation>quầy đã hết biên lai</translation>
    </message>
    <message>
        <source>To be paid, and the receipts for it</source>
        <translation>Khoản phải nộp và biên lai</translation>
    </message>
    <message>
        <source>Cash handed over</source>
        <translation>Tiền khách đưa</translation>
    </message>
</context>
<context>
    <name>FileButton</name>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>The electronic result, kept with the dossier</source>
        <translation>Bản điện tử của kết quả, lưu cùng hồ sơ</translation>
    </message>
    <message>
        <source>The electronic result</source>
        <translation>Bản điện tử của kết quả</translation>
    </message>
</context>
<context>
    <name>FileBar</name>
    <message>
        <source>Spreadsheet…</source>
        <translation>Lưu bảng tính (.xlsx)…</translation>
    </message>
    <message>
        <source>Save as a spreadsheet (.xlsx)</source>
        <translation>Lưu thành bảng tính (.xlsx)</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>Save as a PDF, ready to print</source>
        <translation>Lưu thành tệp PDF để in</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>The report was saved as {file}.</source>
        <translation>Đã lưu báo cáo vào tệp {file}.</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Bảng tính (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
</context>
<context>
    <name>HandOverForm</name>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Unit that gives it</source>
        <translation>Đơn vị giao</translation>
    </message>
    <message>
        <source>Unit that takes it</source>
        <translation>Đơn vị nhận</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Người giao</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>%n scanned pages were put to the first paper of this procedure; check them.</source>
        <translation>%n trang đã quét được chuyển vào giấy tờ đầu tiên của thủ tục này; hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>Going on with the intake that was not finished ({name}). F2 begins a new one.</source>
        <translation>Đang tiếp tục hồ sơ nhập dở ({name}). Bấm F2 để tiếp nhận hồ sơ mới.</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>chưa có tên</translation>
    </message>
    <message>
        <source>%n pages were scanned before this card was read; check that they are this person's.</source>
        <translation>%n trang đã được quét trước khi đọc thẻ này; hãy kiểm tra có phải của người này không.</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>điện thoại</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>thư điện tử</translation>
    </message>
    <message>
        <source>address</source>
        <translation>địa chỉ</translation>
    </message>
    <message>
        <source>Taken from dossier {code} of {day}: {what}. Ask whether it still holds.</source>
        <translation>Lấy từ hồ sơ {code} ngày {day}: {what}. Hãy hỏi lại xem còn đúng không.</translation>
    </message>
</context>
<context>
    <name>LabelledField</name>
    <message>
        <source>{field}, required</source>
        <translation>{field}, bắt buộc</translation>
    </message>
    <message>
        <source>Missing, or not right yet.</source>
        <translation>Thiếu hoặc chưa đúng.</translation>
    </message>
</context>
<context>
    <name>ListsDialog</name>
    <message>
        <source>Each of them must have been handed over to a unit, or have its result at the desk.</source>
        <translation>Mỗi hồ sơ được chọn phải đã bàn giao cho đơn vị giải quyết, hoặc đã có kết quả tại quầy.</translation>
    </message>
    <message>
        <source>Lists of %n chosen dossiers</source>
        <translation>Danh sách của %n hồ sơ đã chọn</translation>
    </message>
    <message>
        <source>No list can be made of these dossiers</source>
        <translation>Chưa lập được danh sách cho các hồ sơ này</translation>
    </message>
</context>
<context>
    <name>LookupPage</name>
    <message>
        <source>%n dossiers</source>
        <translation>%n hồ sơ</translation>
    </message>
    <message>
        <source>Status of the dossiers shown</source>
        <translation>Trạng thái của hồ sơ được hiện</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>Code, name, citizen number, procedure, or words from the papers</source>
        <translation>Mã hồ sơ, họ tên, số định danh, thủ tục hoặc từ trong giấy tờ</translation>
    </message>
    <message>
        <source>The filter leaves none of them. Ctrl+0: all again.</source>
        <translation>Không hồ sơ nào hợp với bộ lọc. Ctrl+0: bỏ lọc.</translation>
    </message>
    <message>
        <source>Fewer words find more; diacritics do not matter.</source>
        <translation>Gõ ít từ hơn sẽ tìm được nhiều hơn; không cần gõ dấu.</translation>
    </message>
    <message>
        <source>No dossier found</source>
        <translation>Không tìm thấy hồ sơ nào</translation>
    </message>
    <message>
        <source>No dossier was received yet</source>
        <translation>Chưa tiếp nhận hồ sơ nào</translation>
    </message>
    <message>
        <source>Received dossiers will stand here.</source>
        <translation>Hồ sơ đã tiếp nhận sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Search (F3). Diacritics do not matter.</source>
        <translation>Tìm hồ sơ (F3). Không cần gõ dấu.</translation>
    </message>
    <message>
        <source>The newest %n dossiers; type more words to narrow it down</source>
        <translation>%n hồ sơ mới nhất; gõ thêm từ để thu hẹp</translation>
    </message>
    <message>
        <source>Choose several with Ctrl or Shift, or all with Ctrl+A</source>
        <translation>Giữ Ctrl hoặc Shift để chọn nhiều hồ sơ, Ctrl+A để chọn tất cả</translation>
    </message>
    <message>
        <source>Lists of %n (Ctrl+P)</source>
        <translation>Danh sách %n hồ sơ (Ctrl+P)</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>Có mâu thuẫn</translation>
    </message>
    <message>
        <source>%n dossiers with contradictions to settle</source>
        <translation>%n hồ sơ có mâu thuẫn cần xử lý</translation>
    </message>
    <message>
        <source>No receipt: Mẫu 02, 03</source>
        <translation>Chưa tiếp nhận: Mẫu 02, 03</translation>
    </message>
    <message>
        <source>%n dossiers filed online wait</source>
        <translation>%n hồ sơ trực tuyến chờ tiếp nhận</translation>
    </message>
    <message>
        <source>Spreadsheet… (Ctrl+E)</source>
        <translation>Bảng tính… (Ctrl+E)</translation>
    </message>
    <message>
        <source>Spreadsheet…</source>
        <translation>Bảng tính…</translation>
    </message>
    <message>
        <source>Lists (Ctrl+P)</source>
        <translation>Danh sách (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Lưu danh sách</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Bảng tính (*.xlsx)</translation>
    </message>
    <message>
        <source>The list was saved as {file}.</source>
        <translation>Đã lưu danh sách vào {file}.</translation>
    </message>
    <message>
        <source>With news</source>
        <translation>Có tin mới</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Danh sách hồ sơ</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>A Vietnamese input method was on while the card was read: compare names with the card.</source>
        <translation>Bộ gõ tiếng Việt đang bật khi đọc thẻ: hãy đối chiếu họ tên, địa chỉ với thẻ.</translation>
    </message>
    <message>
        <source>This computer's clock leapt from {before} to {now}.</source>
        <translation>Đồng hồ máy này vừa nhảy từ {before} sang {now}.</translation>
    </message>
    <message>
        <source>This computer's clock says {now}, but work was last entered here at {last}.</source>
        <translation>Đồng hồ máy này chỉ {now}, nhưng lần ghi gần nhất là {last}.</translation>
    </message>
    <message>
        <source>Check day and time before the next receipt: number, due date and papers bear them.</source>
        <translation>Hãy xem lại trước khi tiếp nhận: mã hồ sơ, ngày hẹn, giấy tờ ghi theo đồng hồ.</translation>
    </message>
    <message>
        <source>Did “{paper}” come out of {printer}? Look, and say it at the printer sign below.</source>
        <translation>“{paper}” đã in ra ở máy {printer} chưa? Hãy xem khay giấy rồi xác nhận ở biểu tượng máy in phía dưới.</translation>
    </message>
    <message>
        <source>“{paper}” waits to be printed.</source>
        <translation>“{paper}” đang chờ in.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Typed and not saved yet: {screens}. Closed once more, the window forgets it.</source>
        <translation>Đã gõ mà chưa lưu: {screens}. Đóng lần nữa thì mất phần này.</translation>
    </message>
    <message>
        <source>The Counter – {office}</source>
        <translation>Quầy Một cửa – {office}</translation>
    </message>
    <message>
        <source>No paper waits to be printed.</source>
        <translation>Không có giấy tờ nào chờ in.</translation>
    </message>
    <message>
        <source>TRAINING – The Counter – {office}</source>
        <translation>TẬP HUẤN – Quầy Một cửa – {office}</translation>
    </message>
</context>
<context>
    <name>MetForm</name>
    <message>
        <source>Paper that shows it was paid</source>
        <translation>Giấy tờ chứng minh đã nộp</translation>
    </message>
    <message>
        <source>such as the receipt's number and day</source>
        <translation>ví dụ: số, ngày của chứng từ nộp tiền</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Find a dossier (F3)</source>
        <translation>Tìm hồ sơ (F3)</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Receive a dossier (F2)</source>
        <translation>Tiếp nhận hồ sơ (F2)</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Books and reports (F4)</source>
        <translation>Sổ và báo cáo (F4)</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Mẫu đọc</translation>
    </message>
    <message>
        <source>Forms to read: draw one, try it (Ctrl+F10)</source>
        <translation>Mẫu máy đọc được: vẽ mẫu, thử mẫu (Ctrl+F10)</translation>
    </message>
    <message>
        <source>Procedures, their fees and terms (Ctrl+F11)</source>
        <translation>Thủ tục, phí, lệ phí và thời hạn (Ctrl+F11)</translation>
    </message>
    <message>
        <source>Who works here, with which role (Ctrl+F12)</source>
        <translation>Ai làm việc tại đây, với vai trò nào (Ctrl+F12)</translation>
    </message>
    <message>
        <source>The guide, the keys, about the program (F1)</source>
        <translation>Hướng dẫn, phím tắt, giới thiệu chương trình (F1)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>What waits, and what is new (Ctrl+H)</source>
        <translation>Việc đang chờ và tin mới (Ctrl+H)</translation>
    </message>
    <message>
        <source>Office, devices, display (Ctrl+,)</source>
        <translation>Cơ quan, thiết bị, hiển thị (Ctrl+,)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Phản ánh</translation>
    </message>
    <message>
        <source>Feedback and recommendations (Ctrl+F3)</source>
        <translation>Phản ánh, kiến nghị (Ctrl+F3)</translation>
    </message>
</context>
<context>
    <name>ObligationForm</name>
    <message>
        <source>Amount in đồng</source>
        <translation>Số tiền (đồng)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>To be paid until</source>
        <translation>Hạn thực hiện</translation>
    </message>
    <message>
        <source>if known</source>
        <translation>nếu đã biết</translation>
    </message>
</context>
<context>
    <name>OwnersModel</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số định danh / CMND</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Larger (+)</source>
        <translation>Phóng to (+)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang giấy tờ</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Thu nhỏ (−)</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Không hiển thị được ảnh này.</translation>
    </message>
    <message>
        <source>Whole page (9)</source>
        <translation>Vừa cả trang (9)</translation>
    </message>
    <message>
        <source>Whole width (0)</source>
        <translation>Vừa chiều rộng (0)</translation>
    </message>
</context>
<context>
    <name>PagesPanel</name>
    <message>
        <source>Add files (F6)</source>
        <translation>Thêm tệp (F6)</translation>
    </message>
    <message>
        <source>Blank page</source>
        <translation>Trang trắng</translation>
    </message>
    <message>
        <source>No page yet</source>
        <translation>Chưa có trang nào</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Trang {n}</translation>
    </message>
    <message>
        <source>Read with {n} % certainty</source>
        <translation>Độ chắc chắn khi đọc: {n} %</translation>
    </message>
    <message>
        <source>Scan (F5)</source>
        <translation>Quét (F5)</translation>
    </message>
    <message>
        <source>Scan the paper (F5), add files (F6), or drop pictures and PDFs here.</source>
        <translation>Quét giấy tờ (F5), thêm tệp (F6) hoặc kéo thả ảnh, PDF vào đây.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>Scanner, camera, cover sheets</source>
        <translation>Máy quét, máy ảnh, tờ bìa</translation>
    </message>
    <message>
        <source>A page with a note attached is two pictures: the new one stands behind the page</source>
        <translation>Trang có giấy đính kèm gồm hai ảnh: ảnh mới đứng ngay sau trang</translation>
    </message>
    <message>
        <source>Only shown</source>
        <translation>Chỉ xuất trình</translation>
    </message>
    <message>
        <source>Page {n} once more, with its note; moved and deleted together with it</source>
        <translation>Trang {n} chụp lại cùng giấy đính kèm; chuyển và xóa cùng trang ấy</translation>
    </message>
    <message>
        <source>Scan the page again with its note (F7)</source>
        <translation>Quét lại trang cùng giấy đính kèm (F7)</translation>
    </message>
    <message>
        <source>The cleaned page keeps {n} % of the paper's marks</source>
        <translation>Trang đã làm sạch giữ được {n} % những gì có trên giấy</translation>
    </message>
    <message>
        <source>This paper is shown and taken home again: tick it when you saw it. It is not scanned.</source>
        <translation>Giấy tờ này được xuất trình rồi trả lại: đánh dấu khi đã xem. Không phải quét.</translation>
    </message>
    <message>
        <source>with its note</source>
        <translation>có giấy kèm</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} ảnh</translation>
    </message>
    <message>
        <source>Page of another paper (Ctrl+M)</source>
        <translation>Trang của giấy tờ khác (Ctrl+M)</translation>
    </message>
    <message>
        <source>Choose the scanner and how it scans… (Ctrl+F5)</source>
        <translation>Chọn máy quét và cách quét… (Ctrl+F5)</translation>
    </message>
    <message>
        <source>Cover and separator sheets… (Ctrl+F7)</source>
        <translation>Tờ bìa và tờ ngăn… (Ctrl+F7)</translation>
    </message>
    <message>
        <source>Document camera… (Ctrl+F6)</source>
        <translation>Máy ảnh tài liệu… (Ctrl+F6)</translation>
    </message>
    <message>
        <source>Scan the page anew (Shift+F7)</source>
        <translation>Quét lại trang này (Shift+F7)</translation>
    </message>
    <message>
        <source>The new picture takes the place of the one on the screen</source>
        <translation>Ảnh mới thay chỗ trang đang xem</translation>
    </message>
    <message>
        <source>another paper?</source>
        <translation>giấy khác?</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Save the paper</source>
        <translation>Lưu giấy tờ</translation>
    </message>
    <message>
        <source>The paper was saved.</source>
        <translation>Đã lưu tệp.</translation>
    </message>
    <message>
        <source>The system has no printer; the paper can be saved as a PDF.</source>
        <translation>Máy tính chưa cài máy in nào; có thể lưu giấy tờ thành PDF.</translation>
    </message>
    <message>
        <source>Printed {when}</source>
        <translation>Đã in {when}</translation>
    </message>
    <message>
        <source>Printed: {paper}</source>
        <translation>Đã in: {paper}</translation>
    </message>
</context>
<context>
    <name>PaperRoll</name>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Papers to print</source>
        <translation>Giấy tờ in</translation>
    </message>
    <message>
        <source>not printed · of {when}</source>
        <translation>chưa in · ngày {when}</translation>
    </message>
    <message>
        <source>printed {when}</source>
        <translation>đã in {when}</translation>
    </message>
    <message>
        <source>printed {when} · reprint {n}</source>
        <translation>đã in {when} · in lại lần {n}</translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message>
        <source>Choose the procedure</source>
        <translation>Hãy chọn thủ tục</translation>
    </message>
    <message>
        <source>Its list of papers will stand here.</source>
        <translation>Thành phần hồ sơ sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục hành chính</translation>
    </message>
    <message>
        <source>Several dossiers…</source>
        <translation>Nhiều hồ sơ…</translation>
    </message>
    <message>
        <source>Several dossiers ({count})…</source>
        <translation>Nhiều hồ sơ ({count})…</translation>
    </message>
    <message>
        <source>A favourite of this office: stands first in the list (Ctrl+D)</source>
        <translation>Thủ tục hay dùng: đứng đầu danh sách (Ctrl+D)</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Hay dùng</translation>
    </message>
    <message>
        <source>“{name}” stands among the first now.</source>
        <translation>Đã đưa “{name}” vào nhóm hay dùng.</translation>
    </message>
    <message>
        <source>“{name}” is no favourite any more.</source>
        <translation>Đã bỏ “{name}” khỏi nhóm hay dùng.</translation>
    </message>
    <message>
        <source>Receive many dossiers of one submitter at once (Shift+F2)</source>
        <translation>Nhận nhiều hồ sơ của một người nộp cùng lúc (Shift+F2)</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>%n pages</source>
        <translation>%n trang</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Phóng to (+)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Thu nhỏ (−)</translation>
    </message>
    <message>
        <source>Whole width (0)</source>
        <translation>Vừa chiều rộng (0)</translation>
    </message>
    <message>
        <source>This paper cannot be shown: it is damaged, or far larger than papers are.</source>
        <translation>Không hiển thị được giấy này: tệp bị hỏng, hoặc lớn hơn giấy tờ rất nhiều.</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quý</translation>
    </message>
    <message>
        <source>Half a year</source>
        <translation>6 tháng</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Tự chọn</translation>
    </message>
    <message>
        <source>Length of the period</source>
        <translation>Độ dài kỳ báo cáo</translation>
    </message>
    <message>
        <source>The period before (Alt+←)</source>
        <translation>Kỳ trước (Alt+←)</translation>
    </message>
    <message>
        <source>The period after (Alt+→)</source>
        <translation>Kỳ sau (Alt+→)</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>Xem trước bao lâu</translation>
    </message>
    <message>
        <source>%n working days ahead</source>
        <translation>Trong %n ngày làm việc tới</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Tại thời điểm hiện tại</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số định danh / CMND / hộ chiếu</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>No province has the first three digits of the number; compare it with the card.</source>
        <translation>Không tỉnh nào có ba chữ số đầu của số này; hãy đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>The number does not fit the birth year or sex; compare it with the card.</source>
        <translation>Số không khớp năm sinh hoặc giới tính; hãy đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>Type it, or read the card's QR</source>
        <translation>Gõ số hoặc quét mã QR trên thẻ</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>The paper says: {value} (Ctrl+I)</source>
        <translation>Giấy ghi: {value} (Ctrl+I để lấy)</translation>
    </message>
</context>
<context>
    <name>PhraseEdit</name>
    <message>
        <source>Ready phrases (↓)</source>
        <translation>Câu mẫu (↓)</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message>
        <source>Waiting to be printed</source>
        <translation>Chờ in</translation>
    </message>
    <message>
        <source>Being sent to the printer</source>
        <translation>Đang gửi đến máy in</translation>
    </message>
    <message>
        <source>Being printed</source>
        <translation>Đang in</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Đã in</translation>
    </message>
    <message>
        <source>Did it come out?</source>
        <translation>Giấy đã ra chưa?</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Waiting for the printer</source>
        <translation>Chờ máy in</translation>
    </message>
</context>
<context>
    <name>PrintBar</name>
    <message>
        <source>Another printer</source>
        <translation>Chọn máy in khác</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>Không có máy in</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>In (Ctrl+P)</translation>
    </message>
    <message>
        <source>Print on {printer} (Ctrl+P)</source>
        <translation>In ra {printer} (Ctrl+P)</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Reprint on {printer} (Ctrl+P)</source>
        <translation>In lại ra {printer} (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>The system has no printer; the paper can be saved as a PDF.</source>
        <translation>Máy tính chưa có máy in; có thể lưu giấy tờ thành tệp PDF.</translation>
    </message>
    <message>
        <source>Tray, copies, size of the paper</source>
        <translation>Khay giấy, số bản, khổ giấy</translation>
    </message>
</context>
<context>
    <name>PrintWays</name>
    <message>
        <source>Copies</source>
        <translation>Số bản</translation>
    </message>
    <message>
        <source>Paper size</source>
        <translation>Khổ giấy</translation>
    </message>
    <message>
        <source>The printer chooses</source>
        <translation>Máy in tự chọn</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Khay giấy</translation>
    </message>
</context>
<context>
    <name>ProcedureSearch</name>
    <message>
        <source>Name, code or first letters, such as dkks</source>
        <translation>Gõ tên, mã thủ tục hoặc chữ cái đầu, ví dụ dkks</translation>
    </message>
    <message>
        <source>fee: no data</source>
        <translation>phí, lệ phí: chưa có dữ liệu</translation>
    </message>
    <message>
        <source>no fee</source>
        <translation>không thu phí, lệ phí</translation>
    </message>
    <message>
        <source>fee by the case</source>
        <translation>thu theo trường hợp</translation>
    </message>
    <message>
        <source>fee by the page</source>
        <translation>thu theo trang</translation>
    </message>
    <message>
        <source>No procedure is called “{typed}”.</source>
        <translation>Không tìm thấy thủ tục nào cho “{typed}”.</translation>
    </message>
    <message>
        <source>Fewer words find more; the whole code also finds what this office does not offer.</source>
        <translation>Hãy gõ ít từ hơn; gõ đủ mã thì tìm được cả thủ tục mà cơ quan không nhận.</translation>
    </message>
    <message>
        <source>“{name}” stays chosen.</source>
        <translation>Vẫn giữ “{name}”.</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục hành chính</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Tăng</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Giảm</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <comment>All other platforms</comment>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>Tệp %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Không rõ</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Tìm trong:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Loại tệp:</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổi &amp;tên</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>&amp;Hiện tệp ẩn</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Thư mục &amp;mới</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Chọn</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Hiện </translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Xem chi tiết</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Xem dạng danh sách</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Tạo thư mục</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Xem chi tiết</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Thư mục:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Tên tệp:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Loại tệp:</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Đi tiếp</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Lên thư mục cha</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Xem danh sách</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Tìm trong:</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Thư mục cha</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Lưu thành</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>Không có tệp “%1”.
Hãy xem lại tên tệp.</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>Không có thư mục “%1”.
Hãy xem lại tên thư mục.</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>Đã có “%1”.
Có ghi đè lên không?</translation>
    </message>
    <message>
        <source>'%1' is write protected.
Do you want to delete it anyway?</source>
        <translation>“%1” được bảo vệ, không cho ghi.
Vẫn xóa?</translation>
    </message>
    <message>
        <source>Are you sure you want to delete '%1'?</source>
        <translation>Có chắc muốn xóa “%1” không?</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>Không xóa được thư mục.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Tìm thư mục</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Thanh bên</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Danh sách nơi hay mở</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Nơi vừa mở</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ngày sửa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Invalid filename</source>
        <translation>Tên tệp không hợp lệ</translation>
    </message>
    <message>
        <source>&lt;b&gt;The name "%1" cannot be used.&lt;/b&gt;&lt;p&gt;Try using another name, with fewer characters or no punctuation marks.</source>
        <translation>&lt;b&gt;Không dùng được tên “%1”.&lt;/b&gt;&lt;p&gt;Hãy thử tên khác, ngắn hơn hoặc không có dấu câu.</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Cắt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Discard</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Không</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Có</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Sao chép &amp;liên kết</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Cắt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>ReadText</name>
    <message>
        <source>What is read from the page will stand here.</source>
        <translation>Nội dung đọc được từ trang sẽ hiện ở đây.</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>ReceiveBar</name>
    <message>
        <source>Result due: no data of the term, enter the day</source>
        <translation>Hẹn trả: chưa có dữ liệu thời hạn, nhập ngày</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Day of the result</source>
        <translation>Ngày hẹn trả kết quả</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Pages are still coming from the scanner</source>
        <translation>Máy quét vẫn đang gửi trang</translation>
    </message>
    <message>
        <source>Receive (F9)</source>
        <translation>Tiếp nhận (F9)</translation>
    </message>
    <message>
        <source>Result due: choose the procedure</source>
        <translation>Hẹn trả kết quả: chưa chọn thủ tục</translation>
    </message>
    <message>
        <source>Result due: the law sets no term</source>
        <translation>Hẹn trả kết quả: pháp luật không quy định thời hạn</translation>
    </message>
    <message>
        <source>Result due: {weekday}, {moment}</source>
        <translation>Hẹn trả kết quả: {weekday}, {moment}</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>nothing to pay</source>
        <translation>không thu</translation>
    </message>
    <message>
        <source>Term: {term}</source>
        <translation>Thời hạn: {term}</translation>
    </message>
    <message>
        <source>To pay: {total} (fees {phi}, charges {le_phi})</source>
        <translation>Phải nộp: {total} (phí {phi}, lệ phí {le_phi})</translation>
    </message>
    <message>
        <source>Charges to pay: {total}</source>
        <translation>Lệ phí phải nộp: {total}</translation>
    </message>
    <message>
        <source>Fees to pay: {total}</source>
        <translation>Phí phải nộp: {total}</translation>
    </message>
    <message>
        <source>less {amount}</source>
        <translation>đã giảm {amount}</translation>
    </message>
    <message>
        <source>the holidays from {day} on are not announced yet, the date may move</source>
        <translation>chưa có thông báo nghỉ lễ từ ngày {day}, ngày hẹn có thể thay đổi</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Trường hợp</translation>
    </message>
    <message>
        <source>Which case?</source>
        <translation>Trường hợp nào?</translation>
    </message>
    <message>
        <source>Result due: choose the case</source>
        <translation>Hẹn trả: hãy chọn trường hợp</translation>
    </message>
    <message>
        <source>Not complete: %n things are lacking</source>
        <translation>Chưa đủ: còn thiếu %n nội dung</translation>
    </message>
    <message>
        <source>Supplements, refusal…</source>
        <translation>Bổ sung, từ chối…</translation>
    </message>
    <message>
        <source>Mẫu 02 (Ctrl+2) or Mẫu 03 (Ctrl+3) instead of a receipt</source>
        <translation>Lập Mẫu 02 (Ctrl+2) hoặc Mẫu 03 (Ctrl+3) thay cho giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Result due: {typed} is no day</source>
        <translation>Hẹn trả: {typed} không phải là một ngày</translation>
    </message>
    <message>
        <source>Papers of all cases</source>
        <translation>Giấy tờ của mọi trường hợp</translation>
    </message>
    <message>
        <source>fees: choose the case</source>
        <translation>phí, lệ phí: hãy chọn trường hợp</translation>
    </message>
    <message>
        <source>fees: no data, ask before receiving</source>
        <translation>phí, lệ phí: chưa có dữ liệu, hãy hỏi trước khi nhận</translation>
    </message>
    <message>
        <source>Co-owner</source>
        <translation>Đồng chủ hồ sơ</translation>
    </message>
    <message>
        <source>The usual case</source>
        <translation>Trường hợp thông thường</translation>
    </message>
</context>
<context>
    <name>ReceivedBanner</name>
    <message>
        <source>Next dossier (F2)</source>
        <translation>Hồ sơ tiếp theo (F2)</translation>
    </message>
</context>
<context>
    <name>ReceivedView</name>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Received: {code}</source>
        <translation>Đã tiếp nhận: {code}</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <translation>hẹn trả {moment}</translation>
    </message>
    <message>
        <source>no dossier code was used up</source>
        <translation>chưa cấp mã hồ sơ</translation>
    </message>
</context>
<context>
    <name>RefundForm</name>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>How it is given back</source>
        <translation>Hình thức hoàn trả</translation>
    </message>
    <message>
        <source>All that was paid</source>
        <translation>Toàn bộ số đã nộp</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Biên lai</translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>Back to the report (Esc)</source>
        <translation>Quay lại báo cáo (Esc)</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>See the paper and print it (Ctrl+P)</source>
        <translation>Xem bản in và in (Ctrl+P)</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang tổng hợp…</translation>
    </message>
    <message>
        <source>This report has no line</source>
        <translation>Báo cáo này không có số liệu</translation>
    </message>
    <message>
        <source>Go to the period before with ◀, or choose a longer one above.</source>
        <translation>Chuyển sang kỳ trước bằng nút ◀ hoặc chọn kỳ dài hơn ở trên.</translation>
    </message>
    <message>
        <source>Go to the day before with ◀, or choose another one above.</source>
        <translation>Chuyển sang ngày trước bằng nút ◀ hoặc chọn ngày khác ở trên.</translation>
    </message>
    <message>
        <source>Nothing has to be done here. The list fills by itself.</source>
        <translation>Hiện không có việc gì phải làm. Danh sách tự cập nhật.</translation>
    </message>
    <message>
        <source>Nothing is due so soon. Look farther ahead above.</source>
        <translation>Chưa có hồ sơ nào đến hạn trong thời gian này. Chọn thời gian dài hơn ở trên.</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Tất cả lĩnh vực</translation>
    </message>
    <message>
        <source>The report could not be made</source>
        <translation>Không lập được báo cáo</translation>
    </message>
    <message>
        <source>The message above says why and what to do.</source>
        <translation>Thông báo ở trên nêu nguyên nhân và cách xử lý.</translation>
    </message>
    <message>
        <source>Count the cash (F8)</source>
        <translation>Kiểm quỹ (F8)</translation>
    </message>
    <message>
        <source>By notes, at the end of the day; it stands on the day's sheet</source>
        <translation>Đếm theo mệnh giá vào cuối ngày; số liệu nằm trên bảng kê quỹ cuối ngày</translation>
    </message>
    <message>
        <source>Monthly evaluation (Shift+F8)</source>
        <translation>Đánh giá tháng (Shift+F8)</translation>
    </message>
    <message>
        <source>See a month's evaluation (QĐ 766), sign it off, save it for publication</source>
        <translation>Xem bản đánh giá tháng (QĐ 766), phê duyệt, lưu để công khai</translation>
    </message>
    <message>
        <source>Thresholds of reading (Shift+F9)</source>
        <translation>Ngưỡng khi đọc (Shift+F9)</translation>
    </message>
    <message>
        <source>From which certainty on what is read of a paper is called sure</source>
        <translation>Từ độ chắc chắn nào trở lên thì chữ đọc được trên một giấy tờ được coi là chắc chắn</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>Page before</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Rows {first}–{last} of {count}</source>
        <translation>Dòng {first}–{last} trong tổng số {count}</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Bảng báo cáo</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Choose a figure to see the dossiers behind it.</source>
        <translation>Chọn một con số trong bảng để xem các hồ sơ tạo nên con số đó; bấm đúp vào hồ sơ để mở.</translation>
    </message>
    <message>
        <source>{title}: none.</source>
        <translation>{title}: không có.</translation>
    </message>
    <message>
        <source>Chart of the report</source>
        <translation>Biểu đồ của báo cáo</translation>
    </message>
</context>
<context>
    <name>ResultsForm</name>
    <message>
        <source>All results are here: the business is done</source>
        <translation>Đã đủ kết quả: hồ sơ xử lý xong</translation>
    </message>
    <message>
        <source>Another result</source>
        <translation>Thêm kết quả</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Đã về</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày ký</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Result code</source>
        <translation>Mã kết quả</translation>
    </message>
    <message>
        <source>number and symbol</source>
        <translation>số, ký hiệu</translation>
    </message>
    <message>
        <source>Tick what arrived</source>
        <translation>Đánh dấu kết quả đã về</translation>
    </message>
</context>
<context>
    <name>ReturnForm</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hình thức trả</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Not paid yet: {amount}.</source>
        <translation>Chưa nộp phí, lệ phí: {amount}.</translation>
    </message>
    <message>
        <source>Paper of authority</source>
        <translation>Văn bản ủy quyền</translation>
    </message>
    <message>
        <source>Postal bill</source>
        <translation>Số vận đơn bưu chính</translation>
    </message>
    <message>
        <source>Results that are handed over</source>
        <translation>Kết quả được trả</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Người nhận là</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <source>Type it, or read the card's QR</source>
        <translation>Nhập, hoặc quét mã QR của thẻ</translation>
    </message>
    <message>
        <source>number, day, certified by</source>
        <translation>số, ngày, nơi chứng thực</translation>
    </message>
    <message>
        <source>Receipt declared lost on {when}; checked: {what}.</source>
        <translation>Giấy tiếp nhận đã báo mất {when}; đã kiểm tra: {what}.</translation>
    </message>
</context>
<context>
    <name>InspectionButton</name>
    <message>
        <source>Inspection</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Save an extract of this dossier…</source>
        <translation>Lưu bản trích xuất của hồ sơ này…</translation>
    </message>
    <message>
        <source>Prove an extract…</source>
        <translation>Kiểm chứng một bản trích xuất…</translation>
    </message>
    <message>
        <source>{entries} entries and {papers} papers are in {file}. SHA-256: {sha256}</source>
        <translation>{entries} bước và {papers} giấy tờ nằm ở {file}. SHA-256: {sha256}</translation>
    </message>
    <message>
        <source>{count} papers are not at this desk.</source>
        <translation>{count} giấy tờ không có ở quầy này.</translation>
    </message>
    <message>
        <source>{file} is whole. {notes}</source>
        <translation>{file} còn nguyên vẹn. {notes}</translation>
    </message>
    <message>
        <source>Save an extract of this dossier</source>
        <translation>Lưu bản trích xuất của hồ sơ này</translation>
    </message>
    <message>
        <source>Prove an extract</source>
        <translation>Kiểm chứng một bản trích xuất</translation>
    </message>
</context>
<context>
    <name>ReuseButton</name>
    <message>
        <source>No earlier dossier of this person has a digitised paper.</source>
        <translation>Không có hồ sơ trước nào của người này có giấy tờ đã số hóa.</translation>
    </message>
    <message>
        <source>Use a paper of an earlier dossier…</source>
        <translation>Dùng giấy tờ của hồ sơ trước…</translation>
    </message>
    <message>
        <source>{paper} – dossier {code}, {day}</source>
        <translation>{paper} – hồ sơ {code}, {day}</translation>
    </message>
    <message>
        <source>Look at other offices…</source>
        <translation>Tìm ở đơn vị khác…</translation>
    </message>
</context>
<context>
    <name>ScanDialog</name>
    <message>
        <source>Asking the scanner what it can do…</source>
        <translation>Đang hỏi máy quét có những cách quét nào…</translation>
    </message>
    <message>
        <source>Begin when paper is put in</source>
        <translation>Bắt đầu quét khi có giấy trong khay</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Document feeder: all sheets</source>
        <translation>Khay nạp tự động: tất cả các tờ</translation>
    </message>
    <message>
        <source>Document feeder: both sides</source>
        <translation>Khay nạp tự động: cả hai mặt</translation>
    </message>
    <message>
        <source>Document feeder: both sides, turning the stack by hand</source>
        <translation>Khay nạp tự động: cả hai mặt, lật tập giấy bằng tay</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Folder of the scanner's own program</source>
        <translation>Thư mục của phần mềm máy quét</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nguồn giấy</translation>
    </message>
    <message>
        <source>Glass: one page</source>
        <translation>Mặt kính: một trang</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>Quét màu</translation>
    </message>
    <message>
        <source>Looking for scanners…</source>
        <translation>Đang tìm máy quét…</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>Chưa chọn thư mục.</translation>
    </message>
    <message>
        <source>No scanner was found. Is it plugged in and switched on?</source>
        <translation>Không tìm thấy máy quét. Máy đã cắm dây và bật chưa?</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Khổ giấy</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Độ phân giải</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Scan with the scanner's own program: each new file in this folder becomes pages of the paper.</source>
        <translation>Hãy quét bằng phần mềm đi kèm máy quét: mỗi tệp mới trong thư mục này sẽ thành các trang của giấy tờ.</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Tìm lại</translation>
    </message>
    <message>
        <source>Sheets of several sizes</source>
        <translation>Nhiều khổ giấy khác nhau</translation>
    </message>
    <message>
        <source>Take new files</source>
        <translation>Nhận tệp mới</translation>
    </message>
    <message>
        <source>An empty sheet leads to the next paper</source>
        <translation>Tờ trắng dẫn sang thành phần tiếp theo</translation>
    </message>
</context>
<context>
    <name>SetupDialog</name>
    <message>
        <source>A fictional ward, to try the program out</source>
        <translation>Một phường giả định để dùng thử chương trình</translation>
    </message>
    <message>
        <source>A number from 1 to {n}</source>
        <translation>Một số từ 1 đến {n}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Agency code</source>
        <translation>Mã định danh cơ quan</translation>
    </message>
    <message>
        <source>An address begins with https:// or http://</source>
        <translation>Địa chỉ bắt đầu bằng https:// hoặc http://</translation>
    </message>
    <message>
        <source>An agency code looks like H41.15</source>
        <translation>Mã cơ quan có dạng H41.15</translation>
    </message>
    <message>
        <source>Each desk of the office needs its own number: dossier codes are drawn from it.</source>
        <translation>Mỗi quầy của cơ quan phải có số riêng: mã hồ sơ được cấp theo số này.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Number of this desk</source>
        <translation>Số thứ tự của quầy</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Giờ làm việc</translation>
    </message>
    <message>
        <source>Place name on papers</source>
        <translation>Địa danh ghi trên giấy tờ</translation>
    </message>
    <message>
        <source>Provincial server (may stay empty)</source>
        <translation>Máy chủ tỉnh (có thể để trống)</translation>
    </message>
    <message>
        <source>Set up this desk</source>
        <translation>Thiết lập quầy</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Bắt đầu làm việc</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>This is asked once. The office stands like this on every paper that is printed.</source>
        <translation>Chỉ hỏi một lần. Tên cơ quan sẽ in trên mọi giấy tờ đúng như ghi ở đây.</translation>
    </message>
    <message>
        <source>This must be filled in</source>
        <translation>Cần điền mục này</translation>
    </message>
    <message>
        <source>One-time code of this desk</source>
        <translation>Mã đăng ký dùng một lần của quầy</translation>
    </message>
    <message>
        <source>Use the sample office</source>
        <translation>Dùng cơ quan mẫu</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Trang thông tin điện tử</translation>
    </message>
    <message>
        <source>given by the province</source>
        <translation>do tỉnh cấp</translation>
    </message>
    <message>
        <source>such as H41.15</source>
        <translation>ví dụ H41.15</translation>
    </message>
    <message>
        <source>such as UBND PHƯỜNG …</source>
        <translation>ví dụ UBND PHƯỜNG …</translation>
    </message>
    <message>
        <source>such as Vinh Phú</source>
        <translation>ví dụ Vinh Phú</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Folder for backups, on another disk (may stay empty)</source>
        <translation>Thư mục sao lưu, trên đĩa khác (có thể để trống)</translation>
    </message>
    <message>
        <source>Scan the code of another desk here</source>
        <translation>Quét mã cài đặt của quầy khác vào đây</translation>
    </message>
    <message>
        <source>Open a file of settings…</source>
        <translation>Mở tệp cài đặt…</translation>
    </message>
    <message>
        <source>Open a file of settings</source>
        <translation>Mở tệp cài đặt</translation>
    </message>
    <message>
        <source>Set up a real office</source>
        <translation>Cài đặt cơ quan thật</translation>
    </message>
</context>
<context>
    <name>StageForm</name>
    <message>
        <source>The second stage begins now, with its own term: {term}.</source>
        <translation>Giai đoạn 2 bắt đầu từ bây giờ, với thời hạn riêng: {term}.</translation>
    </message>
</context>
<context>
    <name>StartErrorWindow</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>For the technician: {details}</source>
        <translation>Dành cho cán bộ kỹ thuật: {details}</translation>
    </message>
    <message>
        <source>The Counter cannot start</source>
        <translation>Không mở được chương trình</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Everything sent</source>
        <translation>Đã gửi hết</translation>
    </message>
    <message>
        <source>Reading pages: {read}/{all}</source>
        <translation>Đang đọc trang: {read}/{all}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stops scanning and reading; pages that are already here stay</source>
        <translation>Dừng quét và đọc; các trang đã có vẫn được giữ</translation>
    </message>
    <message>
        <source>Waiting to be sent: {what}</source>
        <translation>Chờ gửi: {what}</translation>
    </message>
    <message>
        <source>%n papers wait to be printed – {why}</source>
        <translation>%n giấy chờ in – {why}</translation>
    </message>
    <message>
        <source>Printing %n papers</source>
        <translation>Đang in %n giấy</translation>
    </message>
    <message>
        <source>look whether they came out</source>
        <translation>hãy xem giấy đã ra chưa</translation>
    </message>
    <message>
        <source>The database is damaged: call the technician</source>
        <translation>Cơ sở dữ liệu bị hỏng: hãy gọi kỹ thuật viên</translation>
    </message>
    <message>
        <source>No backup: {why}</source>
        <translation>Chưa sao lưu được: {why}</translation>
    </message>
    <message>
        <source>No backup was made yet</source>
        <translation>Chưa có bản sao lưu nào</translation>
    </message>
    <message>
        <source>The last backup is of {day}</source>
        <translation>Bản sao lưu gần nhất: {day}</translation>
    </message>
    <message>
        <source>%n scanned files are damaged: call the technician</source>
        <translation>%n tệp đã quét bị hỏng: hãy gọi kỹ thuật viên</translation>
    </message>
    <message>
        <source>Record {sequence} was changed: call the technician</source>
        <translation>Mục {sequence} bị sửa: hãy gọi kỹ thuật viên</translation>
    </message>
    <message>
        <source>The backups' disk is damaged: use another</source>
        <translation>Đĩa sao lưu bị hỏng: hãy dùng đĩa khác</translation>
    </message>
    <message>
        <source>Lock the window, or let somebody else sign in (Ctrl+L)</source>
        <translation>Khóa cửa sổ, hoặc để người khác đăng nhập (Ctrl+L)</translation>
    </message>
    <message>
        <source>Print the recovery key of the backups</source>
        <translation>Hãy in khóa khôi phục của bản sao lưu</translation>
    </message>
    <message>
        <source>{clerk} · desk {number}</source>
        <translation>{clerk} · quầy {number}</translation>
    </message>
    <message>
        <source>What was told today (Ctrl+B)</source>
        <translation>Các thông báo hôm nay (Ctrl+B)</translation>
    </message>
    <message>
        <source>Print the recovery key: without it forgotten passwords lock the data for good</source>
        <translation>Hãy in khóa khôi phục: không có nó, quên hết mật khẩu là mất dữ liệu</translation>
    </message>
    <message>
        <source>The key lies plain beside the data: lock it under Accounts</source>
        <translation>Khóa mã hóa nằm ngay cạnh dữ liệu: hãy bảo vệ bằng mật khẩu trong mục Tài khoản</translation>
    </message>
    <message>
        <source>See what waits and why, print it elsewhere (Ctrl+F9)</source>
        <translation>Xem giấy nào đang chờ và vì sao, in ở máy khác (Ctrl+F9)</translation>
    </message>
    <message>
        <source>See what waits, why and since when; send now or pause (Ctrl+F8)</source>
        <translation>Xem gì đang chờ gửi, vì sao, từ bao giờ; gửi ngay hoặc tạm dừng (Ctrl+F8)</translation>
    </message>
    <message>
        <source>Lock the data with passwords</source>
        <translation>Hãy bảo vệ dữ liệu bằng mật khẩu</translation>
    </message>
    <message>
        <source>Print the recovery key of the data</source>
        <translation>Hãy in khóa khôi phục của dữ liệu</translation>
    </message>
</context>
<context>
    <name>StopForm</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
</context>
<context>
    <name>SupplementForm</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>This is request no. {n} on this dossier, and {most} is allowed. QĐ 766 counts it as late.</source>
        <translation>Đây là lần yêu cầu bổ sung thứ {n} của hồ sơ này; quy định chỉ cho phép {most} lần. QĐ 766 tính là trễ hạn.</translation>
    </message>
    <message>
        <source>To be brought until</source>
        <translation>Hạn bổ sung</translation>
    </message>
    <message>
        <source>What else is to be brought or corrected</source>
        <translation>Giấy tờ, nội dung khác cần bổ sung hoặc sửa</translation>
    </message>
    <message>
        <source>One paper a line; Ctrl+Enter confirms</source>
        <translation>Mỗi dòng một giấy tờ; Ctrl+Enter để ghi nhận</translation>
    </message>
    <message>
        <source>Why it is asked for once more</source>
        <translation>Lý do yêu cầu bổ sung thêm lần nữa</translation>
    </message>
    <message>
        <source>Supplements were asked for before the receipt already, and {most} request is allowed.</source>
        <translation>Đã yêu cầu bổ sung trước khi tiếp nhận; quy định chỉ cho yêu cầu {most} lần.</translation>
    </message>
</context>
<context>
    <name>SyncDialog</name>
    <message>
        <source>Exchange with the province</source>
        <translation>Đồng bộ với tỉnh</translation>
    </message>
    <message>
        <source>Code, name, citizen number, procedure</source>
        <translation>Mã hồ sơ, họ tên, số định danh, thủ tục</translation>
    </message>
    <message>
        <source>The %n that have waited longest; type a word to find others</source>
        <translation>%n hồ sơ chờ lâu nhất; gõ từ khóa để tìm hồ sơ khác</translation>
    </message>
    <message>
        <source>%n dossiers</source>
        <translation>%n hồ sơ</translation>
    </message>
    <message>
        <source>%n others</source>
        <translation>%n mục khác</translation>
    </message>
    <message>
        <source>Put aside (%n)</source>
        <translation>Để riêng (%n)</translation>
    </message>
    <message>
        <source>The province's procedures and calendar: here since {at}</source>
        <translation>Danh mục thủ tục và lịch của tỉnh: có tại quầy từ {at}</translation>
    </message>
    <message>
        <source>The province has sent no procedures or calendar of its own</source>
        <translation>Tỉnh chưa gửi danh mục thủ tục và lịch riêng</translation>
    </message>
    <message>
        <source>; last looked at {at}</source>
        <translation>; kiểm tra lần cuối lúc {at}</translation>
    </message>
    <message>
        <source>Nothing of such a dossier waits</source>
        <translation>Không có hồ sơ nào như vậy đang chờ gửi</translation>
    </message>
    <message>
        <source>Fewer words find more; diacritics do not matter.</source>
        <translation>Bớt từ sẽ tìm được nhiều hơn; không cần gõ dấu.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Không có gì chờ gửi</translation>
    </message>
    <message>
        <source>The province has everything this desk wrote.</source>
        <translation>Tỉnh đã có mọi thứ quầy này ghi.</translation>
    </message>
    <message>
        <source>Waiting dossiers</source>
        <translation>Hồ sơ chờ gửi</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Written by desk</source>
        <translation>Quầy đã ghi</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số thứ tự</translation>
    </message>
    <message>
        <source>Written at</source>
        <translation>Ghi lúc</translation>
    </message>
    <message>
        <source>Why it was put aside</source>
        <translation>Lý do để riêng</translation>
    </message>
    <message>
        <source>Dossier code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Còn chờ gửi</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ lúc</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Account of a clerk</source>
        <translation>Tài khoản cán bộ</translation>
    </message>
    <message>
        <source>Before a receipt</source>
        <translation>Chưa tiếp nhận</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>What a citizen answered</source>
        <translation>Đánh giá của người dân</translation>
    </message>
    <message>
        <source>kept here</source>
        <translation>giữ tại quầy</translation>
    </message>
</context>
<context>
    <name>SyncHead</name>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Sends everything at once; files go this time without their hours and speed limit</source>
        <translation>Gửi mọi thứ ngay; lần này các tệp không theo khung giờ và giới hạn tốc độ</translation>
    </message>
    <message>
        <source>Everything was sent.</source>
        <translation>Đã gửi hết.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Sends nothing until you go on</source>
        <translation>Không gửi gì cho đến khi bấm Tiếp tục</translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Đang thử gửi…</translation>
    </message>
    <message>
        <source>New one-time code from the province</source>
        <translation>Mã đăng ký mới do tỉnh cấp</translation>
    </message>
    <message>
        <source>Enrol with this code</source>
        <translation>Đăng ký bằng mã này</translation>
    </message>
</context>
<context>
    <name>TakeMoney</name>
    <message>
        <source>Take the money (F8)</source>
        <translation>Thu tiền (F8)</translation>
    </message>
    <message>
        <source>Fees: {amount}</source>
        <translation>Phí: {amount}</translation>
    </message>
    <message>
        <source>Charges: {amount}</source>
        <translation>Lệ phí: {amount}</translation>
    </message>
    <message>
        <source>together {amount}</source>
        <translation>cộng {amount}</translation>
    </message>
    <message>
        <source>Taken: {amount}</source>
        <translation>Đã thu: {amount}</translation>
    </message>
    <message>
        <source>receipt {series} no. {number}</source>
        <translation>biên lai {series} số {number}</translation>
    </message>
    <message>
        <source>{given} handed over, change {change}</source>
        <translation>khách đưa {given}, đã trả lại {change}</translation>
    </message>
</context>
<context>
    <name>TermEdit</name>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Unit of the term</source>
        <translation>Thời hạn, đơn vị</translation>
    </message>
    <message>
        <source>Amount of the term</source>
        <translation>Thời hạn, số lượng</translation>
    </message>
</context>
<context>
    <name>ThumbnailList</name>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
</context>
<context>
    <name>ThumbnailModel</name>
    <message>
        <source>being read</source>
        <translation>đang đọc</translation>
    </message>
    <message>
        <source>blank page</source>
        <translation>trang trắng</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>read</source>
        <translation>đã đọc</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>hardly anything could be read: look at it</source>
        <translation>gần như không đọc được chữ nào: hãy xem lại</translation>
    </message>
</context>
<context>
    <name>acts</name>
    <message>
        <source>Import old dossiers</source>
        <translation>Nhập hồ sơ cũ</translation>
    </message>
    <message>
        <source>Apologise and extend</source>
        <translation>Xin lỗi và gia hạn</translation>
    </message>
    <message>
        <source>Ask for supplements</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Ask to meet a financial obligation</source>
        <translation>Yêu cầu nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Begin the second stage</source>
        <translation>Bắt đầu giai đoạn 2</translation>
    </message>
    <message>
        <source>Cancel a fee receipt</source>
        <translation>Hủy biên lai</translation>
    </message>
    <message>
        <source>Financial obligation met</source>
        <translation>Đã thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Give the fee back</source>
        <translation>Hoàn phí, lệ phí</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Tiếp tục xử lý</translation>
    </message>
    <message>
        <source>Hand over to another unit</source>
        <translation>Chuyển hồ sơ</translation>
    </message>
    <message>
        <source>Refuse the dossier</source>
        <translation>Từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>Results arrived</source>
        <translation>Nhận kết quả giải quyết</translation>
    </message>
    <message>
        <source>Return the result</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Take in supplements</source>
        <translation>Tiếp nhận bổ sung</translation>
    </message>
    <message>
        <source>Take the fee</source>
        <translation>Thu phí, lệ phí</translation>
    </message>
    <message>
        <source>Withdrawn by the citizen</source>
        <translation>Công dân rút hồ sơ</translation>
    </message>
    <message>
        <source>Settle a contradiction</source>
        <translation>Xử lý mâu thuẫn</translation>
    </message>
    <message>
        <source>Correct a mistake of the receipt</source>
        <translation>Đính chính thông tin tiếp nhận</translation>
    </message>
    <message>
        <source>Cancel what was received by mistake</source>
        <translation>Hủy tiếp nhận do nhầm lẫn</translation>
    </message>
    <message>
        <source>Receipt declared lost</source>
        <translation>Báo mất giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Papers that came later</source>
        <translation>Nhận giấy tờ nộp sau</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Pause the work</source>
        <translation>Tạm dừng giải quyết</translation>
    </message>
    <message>
        <source>Stop at the applicant's request</source>
        <translation>Dừng giải quyết theo đề nghị của người nộp</translation>
    </message>
    <message>
        <source>Answer before a receipt</source>
        <translation>Trả lời trước khi tiếp nhận</translation>
    </message>
    <message>
        <source>Accept the dossier filed online</source>
        <translation>Tiếp nhận hồ sơ trực tuyến</translation>
    </message>
    <message>
        <source>Erase personal data</source>
        <translation>Xóa dữ liệu cá nhân</translation>
    </message>
    <message>
        <source>Change the catalogue</source>
        <translation>Sửa danh mục thủ tục</translation>
    </message>
    <message>
        <source>Change the roles of an account</source>
        <translation>Đổi vai trò của tài khoản</translation>
    </message>
    <message>
        <source>Count the cash</source>
        <translation>Kiểm quỹ</translation>
    </message>
    <message>
        <source>Digitise a result</source>
        <translation>Số hóa kết quả</translation>
    </message>
    <message>
        <source>Digitise papers</source>
        <translation>Số hóa giấy tờ</translation>
    </message>
    <message>
        <source>Give out a password or card</source>
        <translation>Cấp mật khẩu hoặc thẻ</translation>
    </message>
    <message>
        <source>Hand out a paper</source>
        <translation>In giấy tờ giao cho người dân</translation>
    </message>
    <message>
        <source>Sign the monthly evaluation off</source>
        <translation>Phê duyệt đánh giá tháng</translation>
    </message>
    <message>
        <source>Look into the access log</source>
        <translation>Xem nhật ký truy cập</translation>
    </message>
    <message>
        <source>Open an account</source>
        <translation>Mở tài khoản</translation>
    </message>
    <message>
        <source>Receive a dossier</source>
        <translation>Tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>Extract a dossier</source>
        <translation>Trích xuất hồ sơ</translation>
    </message>
    <message>
        <source>Read this report</source>
        <translation>Xem báo cáo này</translation>
    </message>
    <message>
        <source>Draw a sample for an inspection</source>
        <translation>Bốc mẫu hồ sơ để kiểm tra</translation>
    </message>
    <message>
        <source>Mark news as seen</source>
        <translation>Đánh dấu tin mới là đã xem</translation>
    </message>
    <message>
        <source>Decide on a paper that waits to be printed</source>
        <translation>Quyết định về giấy tờ đang chờ in</translation>
    </message>
    <message>
        <source>Take a paper over from another dossier</source>
        <translation>Tái sử dụng giấy tờ của hồ sơ khác</translation>
    </message>
    <message>
        <source>Export personal data</source>
        <translation>Xuất dữ liệu cá nhân</translation>
    </message>
    <message>
        <source>Take out a page scanned by mistake</source>
        <translation>Rút trang quét nhầm</translation>
    </message>
    <message>
        <source>Hold what was read against the paper</source>
        <translation>Đối chiếu nội dung đọc được với giấy tờ</translation>
    </message>
    <message>
        <source>Change the key of the desk's data</source>
        <translation>Thay đổi khóa mã hóa của dữ liệu quầy</translation>
    </message>
    <message>
        <source>Take feedback</source>
        <translation>Tiếp nhận phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>Sort feedback</source>
        <translation>Phân loại phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>Answer feedback</source>
        <translation>Trả lời phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>Make the result public</source>
        <translation>Công khai kết quả xử lý</translation>
    </message>
    <message>
        <source>Fetch a paper from another office</source>
        <translation>Lấy giấy tờ từ đơn vị khác</translation>
    </message>
    <message>
        <source>Let a paper serve at another office</source>
        <translation>Cho đơn vị khác dùng lại giấy tờ</translation>
    </message>
</context>
<context>
    <name>demo</name>
    <message>
        <source>QR</source>
        <translation>QR</translation>
    </message>
    <message>
        <source>a change made at the province reached the desk</source>
        <translation>Thay đổi ở tỉnh đã về quầy</translation>
    </message>
    <message>
        <source>blank page recognised</source>
        <translation>Nhận ra trang trắng</translation>
    </message>
    <message>
        <source>everything sent</source>
        <translation>Đã gửi hết về tỉnh (dòng + tệp còn chờ)</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>nhật ký</translation>
    </message>
    <message>
        <source>journal whole, dossiers are what it says</source>
        <translation>Nhật ký nguyên vẹn, hồ sơ khớp nhật ký (số dòng)</translation>
    </message>
    <message>
        <source>page read</source>
        <translation>Đọc trang</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>Đã in</translation>
    </message>
    <message>
        <source>receipts and slips</source>
        <translation>giấy tiếp nhận và phiếu hẹn</translation>
    </message>
    <message>
        <source>received, result promised for</source>
        <translation>Tiếp nhận, hẹn trả kết quả</translation>
    </message>
    <message>
        <source>searchable PDF</source>
        <translation>PDF tìm kiếm được</translation>
    </message>
    <message>
        <source>searchable PDFs</source>
        <translation>PDF tìm kiếm được</translation>
    </message>
    <message>
        <source>text</source>
        <translation>chữ</translation>
    </message>
    <message>
        <source>the desk; open it with: counter run --data {folder}</source>
        <translation>dữ liệu quầy; mở bằng: counter run --data {folder}</translation>
    </message>
    <message>
        <source>the province knows the same</source>
        <translation>Dữ liệu ở tỉnh giống ở quầy</translation>
    </message>
    <message>
        <source>the worn paper</source>
        <translation>giấy mẫu đã làm cũ</translation>
    </message>
    <message>
        <source>upside-down page turned</source>
        <translation>Xoay lại trang bị ngược</translation>
    </message>
    <message>
        <source>{good} of {all} checks good, {seconds} s</source>
        <translation>{good}/{all} phép kiểm tra đạt, {seconds} giây</translation>
    </message>
    <message>
        <source>print job</source>
        <translation>lệnh in</translation>
    </message>
    <message>
        <source>the signer is named</source>
        <translation>nêu tên người ký số</translation>
    </message>
    <message>
        <source>the signed file is kept byte for byte</source>
        <translation>tệp đã ký số được giữ nguyên từng byte</translation>
    </message>
    <message>
        <source>still on the filed page</source>
        <translation>còn trên trang lưu</translation>
    </message>
    <message>
        <source>the page is missing</source>
        <translation>thiếu trang</translation>
    </message>
    <message>
        <source>as many pages as images, and those left out counted</source>
        <translation>số trang bằng số ảnh, trang bỏ qua được đếm</translation>
    </message>
    <message>
        <source>sign in as {name} with the password: {password}</source>
        <translation>đăng nhập: {name}, mật khẩu: {password}</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>The data lies in a folder that OneDrive copies to the internet: it holds files while they are written, and citizens&apos; papers leave the office. Move it to another folder with --data.</source>
        <translation>Dữ liệu nằm trong thư mục mà OneDrive chép lên mạng: tệp bị giữ lúc đang ghi, và giấy tờ của người dân ra khỏi cơ quan. Hãy chuyển sang thư mục khác và chọn bằng --data.</translation>
    </message>
    <message>
        <source>The path of the data folder is too long for many programs; choose a shorter one with --data.</source>
        <translation>Đường dẫn của thư mục dữ liệu quá dài với nhiều chương trình; hãy chọn thư mục có đường dẫn ngắn hơn bằng --data.</translation>
    </message>
    <message>
        <source>Every file this desk wrote is there.</source>
        <translation>Đủ mọi tệp quầy này đã ghi.</translation>
    </message>
    <message>
        <source>No provincial server is set; everything stays on this desk.</source>
        <translation>Chưa đặt máy chủ tỉnh; mọi thứ được giữ tại quầy.</translation>
    </message>
    <message>
        <source>No scanner was found; plug it in, turn it on.</source>
        <translation>Không tìm thấy máy quét; hãy cắm dây và bật máy.</translation>
    </message>
    <message>
        <source>Nothing has been kept on this desk yet.</source>
        <translation>Quầy này chưa lưu dữ liệu nào.</translation>
    </message>
    <message>
        <source>The Counter is running; close it to have its data checked.</source>
        <translation>Chương trình đang chạy; hãy đóng lại để kiểm tra dữ liệu.</translation>
    </message>
    <message>
        <source>The key lies in the system's keyring.</source>
        <translation>Khóa nằm trong kho khóa của hệ điều hành.</translation>
    </message>
    <message>
        <source>The system has no printer set up.</source>
        <translation>Máy tính chưa cài máy in nào.</translation>
    </message>
    <message>
        <source>{count} dossiers are not what their journal says; call the technician.</source>
        <translation>{count} hồ sơ không khớp với nhật ký; hãy gọi cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>{count} entries, the chain is whole.</source>
        <translation>{count} dòng nhật ký, chuỗi nguyên vẹn.</translation>
    </message>
    <message>
        <source>The disk of this desk's data is full, {free} MB are free: make room.</source>
        <translation>Ổ đĩa chứa dữ liệu của quầy đã đầy, chỉ còn trống {free} MB: hãy giải phóng dung lượng.</translation>
    </message>
    <message>
        <source>Little room is left on the disk of this desk's data, {free} MB: make some before it is full.</source>
        <translation>Ổ đĩa chứa dữ liệu của quầy chỉ còn trống {free} MB: hãy giải phóng dung lượng trước khi đầy.</translation>
    </message>
    <message>
        <source>{free} MB are free on the disk of this desk's data.</source>
        <translation>Ổ đĩa chứa dữ liệu của quầy còn trống {free} MB.</translation>
    </message>
    <message>
        <source>{count} scanned files are missing on this desk; call the technician.</source>
        <translation>Thiếu {count} tệp quét tại quầy; hãy gọi cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>{count} faults in the office's data files, so the last good state is in force. The first: {first}</source>
        <translation>Tệp dữ liệu của cơ quan có {count} lỗi nên bản tốt gần nhất đang được dùng. Lỗi đầu tiên: {first}</translation>
    </message>
    <message>
        <source>{count} procedures are in force.</source>
        <translation>Có {count} thủ tục đang có hiệu lực.</translation>
    </message>
    <message>
        <source>{printer} is ready.</source>
        <translation>{printer} đã sẵn sàng.</translation>
    </message>
    <message>
        <source>No paper waits for a printer.</source>
        <translation>Không có giấy nào chờ in.</translation>
    </message>
    <message>
        <source>{count} papers wait for a printer: {jobs}.</source>
        <translation>{count} giấy đang chờ in: {jobs}.</translation>
    </message>
    <message>
        <source>{address} lets this desk in; {entries} entries and {files} files wait.</source>
        <translation>{address} cho quầy này truy cập; {entries} bản ghi và {files} tệp đang chờ gửi.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock and the server&apos;s differ by {minutes} minutes: set it right.</source>
        <translation>Đồng hồ máy tính này và đồng hồ máy chủ lệch nhau {minutes} phút: hãy chỉnh lại cho đúng.</translation>
    </message>
    <message>
        <source>{count} pages of the database are damaged: restore the last backup, then rebuild.</source>
        <translation>{count} trang của cơ sở dữ liệu bị hỏng: hãy khôi phục bản sao lưu gần nhất rồi dựng lại.</translation>
    </message>
    <message>
        <source>{count} scanned files are damaged and neither backup nor province has them.</source>
        <translation>{count} tệp đã quét bị hỏng mà bản sao lưu và tỉnh đều không có.</translation>
    </message>
    <message>
        <source>{count} scanned files and the database are as they were written; {healed} were put back.</source>
        <translation>{count} tệp đã quét và cơ sở dữ liệu đúng như đã ghi; {healed} tệp đã được lấy lại.</translation>
    </message>
    <message>
        <source>No backups are made: enter a folder on a second disk under [backup].</source>
        <translation>Chưa sao lưu tự động: hãy ghi thư mục trên ổ đĩa thứ hai vào mục [backup].</translation>
    </message>
    <message>
        <source>No recovery key was printed for the backups: do so with ‘counter recovery-key’.</source>
        <translation>Chưa in khóa khôi phục cho bản sao lưu: hãy in bằng ‘counter recovery-key’.</translation>
    </message>
    <message>
        <source>The backups lie on the same disk as the data: both would be lost with it.</source>
        <translation>Bản sao lưu nằm cùng ổ đĩa với dữ liệu: ổ hỏng là mất cả hai.</translation>
    </message>
    <message>
        <source>There is no backup of the last three days.</source>
        <translation>Ba ngày qua chưa có bản sao lưu nào.</translation>
    </message>
    <message>
        <source>The last backup was made {when}.</source>
        <translation>Bản sao lưu gần nhất: {when}.</translation>
    </message>
    <message>
        <source>{count} days are signed; no province has them, so keep an export (‘counter digests’) elsewhere.</source>
        <translation>Đã ký tóm lược của {count} ngày; chưa có bản nào ở tỉnh, vì vậy hãy xuất (lệnh ‘counter digests’) và cất ở nơi khác.</translation>
    </message>
    <message>
        <source>{count} days are signed; the entries are those of the {anchored} that lie at the province.</source>
        <translation>Đã ký tóm lược của {count} ngày; nhật ký đúng như {anchored} ngày lưu ở tỉnh.</translation>
    </message>
    <message>
        <source>{count} backups or files of theirs are damaged where they lie: use another disk.</source>
        <translation>{count} bản sao lưu hoặc tệp của chúng bị hỏng ngay trên đĩa sao lưu: hãy dùng đĩa khác.</translation>
    </message>
    <message>
        <source>The key is locked as soon as somebody here has a password.</source>
        <translation>Khóa mã hóa sẽ được bảo vệ bằng mật khẩu ngay khi có người ở đây đặt mật khẩu.</translation>
    </message>
    <message>
        <source>The key is locked with the passwords of: {who}; and with the keys of the backups.</source>
        <translation>Khóa mã hóa được bảo vệ bằng mật khẩu của: {who}; và bằng các khóa của bản sao lưu.</translation>
    </message>
    <message>
        <source>The key lies plain beside the data, as was chosen here: whoever has the disk reads it.</source>
        <translation>Khóa mã hóa nằm ngay cạnh dữ liệu, theo lựa chọn của đơn vị: ai có ổ đĩa là đọc được.</translation>
    </message>
    <message>
        <source>The key lies plain beside the data: lock it under Accounts, or with ‘counter key wrap --clerk NAME’.</source>
        <translation>Khóa mã hóa nằm ngay cạnh dữ liệu: hãy bảo vệ bằng mật khẩu trong mục Tài khoản, hoặc bằng lệnh ‘counter key wrap --clerk HỌ_TÊN’.</translation>
    </message>
    <message>
        <source>The key opens with passwords alone: without a recovery key forgotten ones are the end of it.</source>
        <translation>Khóa mã hóa chỉ mở được bằng mật khẩu: chưa có khóa khôi phục thì quên hết mật khẩu là mất dữ liệu.</translation>
    </message>
</context>
<context>
    <name>draft</name>
    <message>
        <source>The catalogue has no data of the term: enter the day of the result.</source>
        <translation>Danh mục chưa có dữ liệu về thời hạn: nhập ngày hẹn trả kết quả.</translation>
    </message>
    <message>
        <source>The day of the result lies in the past.</source>
        <translation>Ngày hẹn trả kết quả đã qua.</translation>
    </message>
    <message>
        <source>The office does not work on the day of the result.</source>
        <translation>Ngày hẹn trả kết quả là ngày nghỉ.</translation>
    </message>
    <message>
        <source>The working calendar does not reach the day of the result.</source>
        <translation>Lịch làm việc chưa có dữ liệu đến ngày hẹn trả kết quả.</translation>
    </message>
    <message>
        <source>Choose the procedure.</source>
        <translation>Hãy chọn thủ tục.</translation>
    </message>
    <message>
        <source>The citizen number must have 12 digits, an old card's number 9.</source>
        <translation>Số định danh phải có 12 chữ số, số CMND có 9 chữ số.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Thiếu họ tên.</translation>
    </message>
    <message>
        <source>The telephone number must have 10 or 11 digits.</source>
        <translation>Số điện thoại phải có 10 hoặc 11 chữ số.</translation>
    </message>
    <message>
        <source>Tick the papers that were handed in.</source>
        <translation>Hãy đánh dấu giấy tờ đã nộp.</translation>
    </message>
    <message>
        <source>What came on paper was not filed online.</source>
        <translation>Hồ sơ giấy không phải là hồ sơ nộp trực tuyến.</translation>
    </message>
    <message>
        <source>This procedure does not know the exemption; choose it again.</source>
        <translation>Thủ tục này không có diện miễn, giảm đã chọn; hãy chọn lại.</translation>
    </message>
    <message>
        <source>List the documents to be certified, with their pages and copies.</source>
        <translation>Hãy ghi giấy tờ cần chứng thực, số trang và số bản.</translation>
    </message>
    <message>
        <source>Name the document that is to be certified.</source>
        <translation>Hãy ghi tên giấy tờ cần chứng thực.</translation>
    </message>
    <message>
        <source>Say how many pages the document has.</source>
        <translation>Hãy ghi số trang của giấy tờ.</translation>
    </message>
    <message>
        <source>Say how many copies are to be certified.</source>
        <translation>Hãy ghi số bản cần chứng thực.</translation>
    </message>
    <message>
        <source>Write the birth as dd/mm/yyyy, mm/yyyy or yyyy.</source>
        <translation>Ngày sinh phải ghi dạng ngày/tháng/năm, tháng/năm hoặc năm.</translation>
    </message>
    <message>
        <source>Write the sex as Nam or Nữ.</source>
        <translation>Giới tính phải ghi là Nam hoặc Nữ.</translation>
    </message>
    <message>
        <source>Owners of several dossiers are listed: receive them together.</source>
        <translation>Đang có danh sách nhiều chủ hồ sơ: hãy tiếp nhận cả danh sách.</translation>
    </message>
    <message>
        <source>Choose which case it is: the term or the fee depends on it.</source>
        <translation>Hãy chọn trường hợp: thời hạn giải quyết hoặc mức thu tùy theo trường hợp.</translation>
    </message>
    <message>
        <source>There is no such day; compare it with the card.</source>
        <translation>Không có ngày này; hãy đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>The birth lies in the future.</source>
        <translation>Ngày sinh ở sau ngày hôm nay.</translation>
    </message>
    <message>
        <source>An e-mail address is like ten@example.vn, without marks or spaces.</source>
        <translation>Thư điện tử phải có dạng ten@example.vn, không dấu, không khoảng trắng.</translation>
    </message>
    <message>
        <source>The tax code must have 10 or 13 digits, the tenth being its check digit.</source>
        <translation>Mã số thuế phải có 10 hoặc 13 chữ số, chữ số thứ mười là số kiểm tra.</translation>
    </message>
    <message>
        <source>The nationality is missing.</source>
        <translation>Thiếu quốc tịch.</translation>
    </message>
    <message>
        <source>The name of who represents them is missing.</source>
        <translation>Thiếu họ tên người đại diện.</translation>
    </message>
    <message>
        <source>Two of the owners have the same number.</source>
        <translation>Hai chủ hồ sơ có cùng một số giấy tờ.</translation>
    </message>
    <message>
        <source>The procedure is about two people: enter the other party.</source>
        <translation>Thủ tục có hai bên: hãy nhập bên còn lại.</translation>
    </message>
    <message>
        <source>The paper of authority is dated in the future.</source>
        <translation>Giấy tờ ủy quyền, chứng minh quan hệ đề ngày ở tương lai.</translation>
    </message>
    <message>
        <source>The name of the organisation or household is missing.</source>
        <translation>Thiếu tên tổ chức, hộ gia đình.</translation>
    </message>
    <message>
        <source>This is the owner’s number: who files it is the owner.</source>
        <translation>Đây là số của chủ hồ sơ: người nộp chính là chủ hồ sơ.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>{file} has no table of old dossiers: the columns {columns} were not found.</source>
        <translation>{file} không có bảng hồ sơ cũ: không thấy các cột {columns}.</translation>
    </message>
    <message>
        <source>Name the columns in a file and give it with --columns; ‘--check’ prints one to begin with.</source>
        <translation>Nêu tên các cột trong một tệp và thêm --columns; ‘--check’ in sẵn một tệp mẫu.</translation>
    </message>
    <message>
        <source>{file} does not say which column is which: {fault}.</source>
        <translation>{file} không nói rõ cột nào là gì: {fault}.</translation>
    </message>
    <message>
        <source>Below [columns] write lines such as code = "Mã hồ sơ".</source>
        <translation>Dưới [columns] viết các dòng như code = "Mã hồ sơ".</translation>
    </message>
    <message>
        <source>Print the test page, lay it straight on the scanner, whole, and scan it again.</source>
        <translation>In trang thử, đặt thẳng và trọn trang lên máy quét rồi quét lại.</translation>
    </message>
    <message>
        <source>The scanned page is not the whole test page.</source>
        <translation>Trang đã quét không phải là cả trang in thử.</translation>
    </message>
    <message>
        <source>A page of “{file}” could not be read, although it was tried twice.</source>
        <translation>Đã thử hai lần nhưng không đọc được một trang của “{file}”.</translation>
    </message>
    <message>
        <source>A scanned paper's file on this desk is damaged.</source>
        <translation>Tệp quét của một giấy tờ tại quầy này bị hỏng.</translation>
    </message>
    <message>
        <source>All pages are kept. Check their order; if sheets stuck together, take these pages out and scan them again.</source>
        <translation>Mọi trang đều được giữ. Hãy kiểm tra thứ tự các trang; nếu có tờ bị dính nhau, hãy bỏ các trang này ra và quét lại.</translation>
    </message>
    <message>
        <source>An entry of desk {desk} was written by a newer version of the program.</source>
        <translation>Một dòng nhật ký của quầy {desk} do phiên bản mới hơn của chương trình ghi.</translation>
    </message>
    <message>
        <source>Another program holds the file with this desk's data.</source>
        <translation>Một chương trình khác đang giữ tệp dữ liệu của quầy.</translation>
    </message>
    <message>
        <source>Another program may use it: choose another with --port.</source>
        <translation>Có thể chương trình khác đang dùng: hãy chọn cổng khác bằng --port.</translation>
    </message>
    <message>
        <source>Ask for the file again, or scan the paper.</source>
        <translation>Hãy đề nghị gửi lại tệp, hoặc quét giấy tờ.</translation>
    </message>
    <message>
        <source>Ask the citizen for a copy without a password, or scan the paper.</source>
        <translation>Hãy đề nghị người dân gửi bản không đặt mật khẩu, hoặc quét giấy tờ.</translation>
    </message>
    <message>
        <source>Ask the technician to add this user to the scanner group.</source>
        <translation>Hãy nhờ cán bộ kỹ thuật thêm tài khoản này vào nhóm scanner.</translation>
    </message>
    <message>
        <source>Ask the technician to allow it: in the video group (Linux) or in the privacy settings (Windows).</source>
        <translation>Hãy nhờ kỹ thuật viên cho phép: trong nhóm video (Linux) hoặc trong phần cài đặt quyền riêng tư (Windows).</translation>
    </message>
    <message>
        <source>Ask the technician to install libpulse0 (Linux) or the Counter anew (Windows), then open the camera again.</source>
        <translation>Hãy nhờ kỹ thuật viên cài gói libpulse0 (Linux) hoặc cài lại chương trình Quầy (Windows), rồi mở lại camera.</translation>
    </message>
    <message>
        <source>Change nothing; call the technician, who can restore the last backup.</source>
        <translation>Đừng thay đổi gì; hãy gọi cán bộ kỹ thuật để khôi phục bản sao lưu gần nhất.</translation>
    </message>
    <message>
        <source>Check its cable and close other programs that use it, then search again. The pages taken so far are kept.</source>
        <translation>Hãy kiểm tra dây cắm, đóng các chương trình khác đang dùng camera, rồi bấm Tìm lại. Các trang đã chụp vẫn được giữ.</translation>
    </message>
    <message>
        <source>Check its cable, then search again. The pages taken so far are kept.</source>
        <translation>Hãy kiểm tra dây cắm rồi bấm Tìm lại. Các trang đã chụp vẫn được giữ.</translation>
    </message>
    <message>
        <source>Check that it is switched on and plugged in, then scan again. The pages scanned so far are kept.</source>
        <translation>Hãy kiểm tra máy quét đã bật và cắm dây chưa, rồi quét lại. Các trang đã quét vẫn được giữ.</translation>
    </message>
    <message>
        <source>Check that it still exists and that you may read it.</source>
        <translation>Hãy kiểm tra xem tệp còn ở đó không và bạn có quyền đọc không.</translation>
    </message>
    <message>
        <source>Check that the disk is not full, then try again; what was saved before is safe.</source>
        <translation>Hãy kiểm tra ổ đĩa có đầy không rồi thử lại; những gì đã lưu trước đó vẫn an toàn.</translation>
    </message>
    <message>
        <source>Check the code; a dossier of another desk arrives when the line is back.</source>
        <translation>Hãy kiểm tra lại mã; hồ sơ của quầy khác sẽ về khi có mạng.</translation>
    </message>
    <message>
        <source>Choose another folder, or check that the disk is not full.</source>
        <translation>Hãy chọn thư mục khác hoặc kiểm tra xem ổ đĩa có bị đầy không.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>Choose another printer, or plug it in and print again. Nothing counts as printed yet.</source>
        <translation>Hãy chọn máy in khác, hoặc cắm lại máy rồi in lại. Chưa giấy nào được tính là đã in.</translation>
    </message>
    <message>
        <source>Choose another with --out, or remove it first.</source>
        <translation>Hãy chọn thư mục khác bằng --out, hoặc xóa thư mục đó trước.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>Hãy chọn một trong: {known}.</translation>
    </message>
    <message>
        <source>Choose the scanner again and take one of the ways that it offers.</source>
        <translation>Hãy chọn lại máy quét và một cách quét mà máy có.</translation>
    </message>
    <message>
        <source>Close the cover, then scan again. The pages scanned so far are kept.</source>
        <translation>Hãy đóng nắp rồi quét lại. Các trang đã quét vẫn được giữ.</translation>
    </message>
    <message>
        <source>Close the other program, then search again. The pages taken so far are kept.</source>
        <translation>Hãy đóng chương trình kia rồi bấm Tìm lại. Các trang đã chụp vẫn được giữ.</translation>
    </message>
    <message>
        <source>Close the other scanning program or wait until it has finished, then scan again.</source>
        <translation>Hãy đóng chương trình quét kia hoặc chờ nó xong, rồi quét lại.</translation>
    </message>
    <message>
        <source>Close what may be using it (a backup, a virus scan), wait a moment, then try again.</source>
        <translation>Hãy đóng chương trình có thể đang dùng tệp (sao lưu, quét vi-rút), đợi một lát rồi thử lại.</translation>
    </message>
    <message>
        <source>Copy the file again from where it came, or scan the paper again.</source>
        <translation>Hãy sao chép lại tệp từ nơi gửi, hoặc quét lại giấy tờ.</translation>
    </message>
    <message>
        <source>Correct that line, or delete the file to set the desk up anew.</source>
        <translation>Hãy sửa dòng đó, hoặc xóa tệp để thiết lập lại quầy.</translation>
    </message>
    <message>
        <source>Do not go on working with it: call the technician, who can restore the last backup.</source>
        <translation>Đừng làm việc tiếp với dữ liệu này: hãy gọi cán bộ kỹ thuật để khôi phục bản sao lưu gần nhất.</translation>
    </message>
    <message>
        <source>Fan the sheets, and scan these and the sheets after them again. The pages scanned so far are kept.</source>
        <translation>Hãy tơi giấy ra, rồi quét lại các tờ này và những tờ sau đó. Các trang đã quét vẫn được giữ.</translation>
    </message>
    <message>
        <source>Fill in what is missing and receive again.</source>
        <translation>Hãy bổ sung phần còn thiếu rồi tiếp nhận lại.</translation>
    </message>
    <message>
        <source>Free some disk space or call the technician; what was already saved is safe.</source>
        <translation>Hãy giải phóng dung lượng hoặc gọi cán bộ kỹ thuật; những gì đã lưu vẫn an toàn.</translation>
    </message>
    <message>
        <source>Free some disk space, then try again; what was saved before is safe.</source>
        <translation>Hãy giải phóng dung lượng ổ đĩa rồi thử lại; những gì đã lưu trước đó vẫn an toàn.</translation>
    </message>
    <message>
        <source>Go on working and call the technician; the records stay on this desk.</source>
        <translation>Cứ làm việc tiếp và gọi cán bộ kỹ thuật; dữ liệu vẫn ở quầy này.</translation>
    </message>
    <message>
        <source>Go on working; everything is kept here and sent when the line is back.</source>
        <translation>Cứ làm việc tiếp; mọi thứ được giữ tại đây và tự gửi khi có mạng.</translation>
    </message>
    <message>
        <source>Go on working; it is tried again by itself. If it lasts for hours, tell the province.</source>
        <translation>Cứ làm việc tiếp; chương trình tự thử lại. Nếu kéo dài nhiều giờ, hãy báo cho tỉnh.</translation>
    </message>
    <message>
        <source>Have the technician correct that line; the last good state stays in force until then.</source>
        <translation>Hãy nhờ cán bộ kỹ thuật sửa dòng đó; trong lúc chờ, dữ liệu đúng gần nhất vẫn được áp dụng.</translation>
    </message>
    <message>
        <source>If they belong to this paper, add them as files. New files are taken from now on.</source>
        <translation>Nếu chúng thuộc giấy tờ này, hãy dùng nút thêm tệp. Từ bây giờ các tệp mới sẽ được lấy.</translation>
    </message>
    <message>
        <source>Install the package fonts-liberation2 (Linux) or Times New Roman (Windows), then print again.</source>
        <translation>Hãy cài gói fonts-liberation2 (Linux) hoặc Times New Roman (Windows) rồi in lại.</translation>
    </message>
    <message>
        <source>Install the package sane-utils, then try again.</source>
        <translation>Hãy cài gói sane-utils rồi thử lại.</translation>
    </message>
    <message>
        <source>Install the package tesseract-ocr (Linux) or the Counter anew (Windows), then try again.</source>
        <translation>Hãy cài gói tesseract-ocr (Linux) hoặc cài lại chương trình Quầy (Windows) rồi thử lại.</translation>
    </message>
    <message>
        <source>Install the package {package} (Linux) or the Counter anew (Windows), then try again.</source>
        <translation>Hãy cài gói {package} (Linux) hoặc cài lại chương trình Quầy (Windows) rồi thử lại.</translation>
    </message>
    <message>
        <source>It is sent again from its beginning by itself. If this message stays, call the technician.</source>
        <translation>Tệp sẽ tự gửi lại từ đầu. Nếu thông báo này còn mãi, hãy gọi cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>It may lie at the desk that scanned it or at the province; look again when the line is back.</source>
        <translation>Tệp có thể ở quầy đã quét hoặc ở máy chủ tỉnh; hãy xem lại khi có mạng.</translation>
    </message>
    <message>
        <source>Scan the page again, or enter its content by hand.</source>
        <translation>Hãy quét lại trang này, hoặc nhập nội dung bằng tay.</translation>
    </message>
    <message>
        <source>Lay the pages on the glass one by one.</source>
        <translation>Hãy đặt từng trang lên mặt kính.</translation>
    </message>
    <message>
        <source>Look at its timeline: another desk or the province may have acted first.</source>
        <translation>Hãy xem diễn biến hồ sơ: quầy khác hoặc cấp tỉnh có thể đã xử lý trước.</translation>
    </message>
    <message>
        <source>Look for the dossier in the list.</source>
        <translation>Hãy tìm hồ sơ trong danh sách.</translation>
    </message>
    <message>
        <source>Name it one of: {expected}.</source>
        <translation>Hãy đặt tên là một trong: {expected}.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>Không tìm thấy camera.</translation>
    </message>
    <message>
        <source>No dossier with this code is known at this desk.</source>
        <translation>Quầy này không có hồ sơ nào mang mã đó.</translation>
    </message>
    <message>
        <source>Open the feeder, take the sheet out, and scan it and the sheets after it again. The pages so far are kept.</source>
        <translation>Hãy mở khay nạp, lấy tờ giấy ra, rồi quét lại tờ đó và các tờ sau. Các trang trước đó vẫn được giữ.</translation>
    </message>
    <message>
        <source>Paper is jammed in the feeder.</source>
        <translation>Giấy bị kẹt trong khay nạp.</translation>
    </message>
    <message>
        <source>Plug the document camera in, then search again.</source>
        <translation>Hãy cắm camera tài liệu vào máy rồi bấm Tìm lại.</translation>
    </message>
    <message>
        <source>Port {port} cannot be opened.</source>
        <translation>Không mở được cổng {port}.</translation>
    </message>
    <message>
        <source>Print again, or choose another printer. Nothing counts as printed yet.</source>
        <translation>Hãy in lại hoặc chọn máy in khác. Chưa giấy nào được tính là đã in.</translation>
    </message>
    <message>
        <source>Put the sheets into the feeder, then scan again.</source>
        <translation>Hãy đặt giấy vào khay nạp rồi quét lại.</translation>
    </message>
    <message>
        <source>Restore into an empty folder with --data, or move the old data away first.</source>
        <translation>Hãy khôi phục vào thư mục trống bằng --data, hoặc chuyển dữ liệu cũ đi trước.</translation>
    </message>
    <message>
        <source>Scan the QR on the card again, or type the applicant's details.</source>
        <translation>Hãy quét lại mã QR trên thẻ hoặc nhập tay thông tin người nộp.</translation>
    </message>
    <message>
        <source>Scan the back of the card again, flat and in good light, or type the details.</source>
        <translation>Hãy quét lại mặt sau của thẻ, đặt phẳng và đủ sáng, hoặc nhập tay thông tin.</translation>
    </message>
    <message>
        <source>Scan the paper again at 300 dpi.</source>
        <translation>Hãy quét lại giấy tờ ở độ phân giải 300 dpi.</translation>
    </message>
    <message>
        <source>Scan the paper again if it is still here, and call the technician: the disk may be failing.</source>
        <translation>Hãy quét lại nếu còn bản giấy và gọi cán bộ kỹ thuật: ổ đĩa có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>Scan the paper again, or choose a JPEG, PNG, TIFF or PDF file.</source>
        <translation>Hãy quét lại giấy tờ, hoặc chọn tệp JPEG, PNG, TIFF hay PDF.</translation>
    </message>
    <message>
        <source>Scanning stopped because of an unexpected fault.</source>
        <translation>Việc quét dừng lại do lỗi bất ngờ.</translation>
    </message>
    <message>
        <source>See whether the scanning program has stopped; then scan the paper again. The file stays where it is.</source>
        <translation>Hãy xem phần mềm quét có bị dừng không, rồi quét lại giấy tờ. Tệp vẫn ở nguyên chỗ cũ.</translation>
    </message>
    <message>
        <source>Sign in to the network if it asks for it, or have the address in this desk's profile checked.</source>
        <translation>Hãy đăng nhập mạng nếu được yêu cầu, hoặc nhờ kiểm tra địa chỉ máy chủ trong cấu hình quầy.</translation>
    </message>
    <message>
        <source>Sign in with the account that set the desk up, or have the technician restore a backup.</source>
        <translation>Hãy đăng nhập bằng tài khoản đã thiết lập quầy, hoặc nhờ cán bộ kỹ thuật khôi phục bản sao lưu.</translation>
    </message>
    <message>
        <source>Sign in with the account that set the desk up; otherwise call the technician.</source>
        <translation>Hãy đăng nhập bằng tài khoản đã thiết lập quầy; nếu không được thì báo kỹ thuật viên.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Đã xảy ra lỗi.</translation>
    </message>
    <message>
        <source>Start again and choose a passphrase of several words.</source>
        <translation>Hãy làm lại và chọn mật khẩu gồm nhiều từ.</translation>
    </message>
    <message>
        <source>Start the program again; if it happens again, call the technician.</source>
        <translation>Hãy mở lại chương trình; nếu vẫn lặp lại thì báo kỹ thuật viên.</translation>
    </message>
    <message>
        <source>Start the program with ‘counter run’ and fill in office and desk.</source>
        <translation>Hãy mở chương trình bằng ‘counter run’ rồi điền thông tin cơ quan và quầy.</translation>
    </message>
    <message>
        <source>Switch it off and on and try again; if that does not help, scan with its own program and add the files.</source>
        <translation>Hãy tắt rồi bật lại máy và thử lại; nếu vẫn không được, hãy quét bằng phần mềm của máy rồi thêm tệp vào.</translation>
    </message>
    <message>
        <source>Switch it off and on, then scan the rest again. The pages scanned so far are kept.</source>
        <translation>Hãy tắt rồi bật lại máy quét, sau đó quét tiếp phần còn lại. Các trang đã quét vẫn được giữ.</translation>
    </message>
    <message>
        <source>Switch it off and on, then scan this page and the rest again. The pages scanned so far are kept.</source>
        <translation>Hãy tắt rồi bật lại máy quét, sau đó quét lại trang này và phần còn lại. Các trang đã quét vẫn được giữ.</translation>
    </message>
    <message>
        <source>Tesseract has no data for the language “{language}”.</source>
        <translation>Tesseract chưa có dữ liệu cho ngôn ngữ “{language}”.</translation>
    </message>
    <message>
        <source>The Counter is already running on this desk.</source>
        <translation>Chương trình đang chạy tại quầy này.</translation>
    </message>
    <message>
        <source>The camera is in use by another program.</source>
        <translation>Camera đang được chương trình khác sử dụng.</translation>
    </message>
    <message>
        <source>The camera is no longer connected.</source>
        <translation>Camera không còn kết nối với máy.</translation>
    </message>
    <message>
        <source>The camera sends no picture.</source>
        <translation>Camera không gửi hình về.</translation>
    </message>
    <message>
        <source>The camera stopped with an error.</source>
        <translation>Camera dừng vì lỗi.</translation>
    </message>
    <message>
        <source>The cover of the scanner is open.</source>
        <translation>Nắp máy quét đang mở.</translation>
    </message>
    <message>
        <source>The data files of the program have {count} fault(s). The first: {first}</source>
        <translation>Tệp dữ liệu của chương trình có {count} lỗi. Lỗi đầu tiên: {first}</translation>
    </message>
    <message>
        <source>The desk's profile {file} is wrong: {fault}</source>
        <translation>Tệp cấu hình quầy {file} bị sai: {fault}</translation>
    </message>
    <message>
        <source>The dossier cannot be received yet: {missing}</source>
        <translation>Chưa thể tiếp nhận hồ sơ: {missing}</translation>
    </message>
    <message>
        <source>The feeder pulled in two sheets at once.</source>
        <translation>Khay nạp đã kéo hai tờ giấy cùng một lúc.</translation>
    </message>
    <message>
        <source>{file} is NOT whole: {faults}</source>
        <translation>{file} KHÔNG còn nguyên vẹn: {faults}</translation>
    </message>
    <message>
        <source>Ask who gave it for a new one, and keep this one: what is wrong in it is evidence.</source>
        <translation>Đề nghị người đưa cấp bản mới và giữ lại bản này: chỗ sai trong đó là bằng chứng.</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>Không lưu được tệp.</translation>
    </message>
    <message>
        <source>This computer's disk is full: the file could not be kept.</source>
        <translation>Ổ đĩa của máy tính này đã đầy: không lưu được tệp.</translation>
    </message>
    <message>
        <source>The disk of the printer {printer} is full: the paper could not be written.</source>
        <translation>Ổ đĩa của máy in {printer} đã đầy: không ghi được bản in.</translation>
    </message>
    <message>
        <source>Free some disk space, then print again. Nothing counts as printed yet.</source>
        <translation>Hãy giải phóng dung lượng ổ đĩa rồi in lại. Chưa giấy nào được tính là đã in.</translation>
    </message>
    <message>
        <source>The file with this desk's data is damaged.</source>
        <translation>Tệp dữ liệu của quầy bị hỏng.</translation>
    </message>
    <message>
        <source>The file {name} is not named after a paper of its dossier.</source>
        <translation>Tệp {name} không mang tên thành phần nào của hồ sơ.</translation>
    </message>
    <message>
        <source>The folder {folder} already holds a desk.</source>
        <translation>Thư mục {folder} đã có dữ liệu của một quầy.</translation>
    </message>
    <message>
        <source>The key of this desk's data was not found.</source>
        <translation>Không tìm thấy khóa của dữ liệu quầy này.</translation>
    </message>
    <message>
        <source>The machine-readable lines of the card were not read correctly.</source>
        <translation>Không đọc đúng các dòng mã máy (MRZ) của thẻ.</translation>
    </message>
    <message>
        <source>The pages scanned so far are kept; scan the rest again.</source>
        <translation>Các trang đã quét vẫn được giữ; hãy quét lại phần còn lại.</translation>
    </message>
    <message>
        <source>The command asks for a password or an answer, and nobody types here.</source>
        <translation>Lệnh này hỏi mật khẩu hoặc câu trả lời, mà không có ai gõ ở đây.</translation>
    </message>
    <message>
        <source>Run it at a keyboard, or set COUNTER_PASSWORD, COUNTER_BACKUP_PASSPHRASE.</source>
        <translation>Hãy chạy lệnh tại bàn phím, hoặc đặt COUNTER_PASSWORD, COUNTER_BACKUP_PASSPHRASE.</translation>
    </message>
    <message>
        <source>The scripted day stands still: {step}.</source>
        <translation>Ngày làm việc theo kịch bản đứng lại: {step}.</translation>
    </message>
    <message>
        <source>Look at what the window shows there.</source>
        <translation>Hãy xem cửa sổ đang hiện gì ở bước đó.</translation>
    </message>
    <message>
        <source>The passphrase is empty or was not typed the same way twice.</source>
        <translation>Mật khẩu trống hoặc hai lần nhập không giống nhau.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the paper.</source>
        <translation>Máy in {printer} không nhận bản in.</translation>
    </message>
    <message>
        <source>The printer {printer} is no longer there.</source>
        <translation>Không còn thấy máy in {printer}.</translation>
    </message>
    <message>
        <source>The program made a mistake.</source>
        <translation>Chương trình gặp lỗi.</translation>
    </message>
    <message>
        <source>The provincial server cannot be reached.</source>
        <translation>Không kết nối được máy chủ tỉnh.</translation>
    </message>
    <message>
        <source>The provincial server does not let this desk in.</source>
        <translation>Máy chủ tỉnh không cho quầy này truy cập.</translation>
    </message>
    <message>
        <source>The provincial server has a fault of its own (code {status}).</source>
        <translation>Máy chủ tỉnh đang gặp lỗi (mã {status}).</translation>
    </message>
    <message>
        <source>The provincial server refuses a scanned file.</source>
        <translation>Máy chủ tỉnh không nhận một tệp quét.</translation>
    </message>
    <message>
        <source>The provincial server refuses this desk's records: {reason}</source>
        <translation>Máy chủ tỉnh không nhận dữ liệu của quầy: {reason}</translation>
    </message>
    <message>
        <source>The reading program Tesseract is not installed on this machine.</source>
        <translation>Máy này chưa cài chương trình nhận dạng chữ Tesseract.</translation>
    </message>
    <message>
        <source>The record of desk {desk} is damaged at entry {sequence}.</source>
        <translation>Nhật ký của quầy {desk} bị hỏng ở dòng {sequence}.</translation>
    </message>
    <message>
        <source>The scanner does not answer.</source>
        <translation>Máy quét không phản hồi.</translation>
    </message>
    <message>
        <source>The scanner gave an answer that cannot be understood.</source>
        <translation>Máy quét trả lời không đúng quy cách nên chương trình không hiểu được.</translation>
    </message>
    <message>
        <source>The scanner is busy with another program.</source>
        <translation>Máy quét đang bận với chương trình khác.</translation>
    </message>
    <message>
        <source>The scanner stopped answering in the middle of a page.</source>
        <translation>Máy quét ngừng phản hồi giữa chừng khi đang quét một trang.</translation>
    </message>
    <message>
        <source>The scanner stopped with an error.</source>
        <translation>Máy quét dừng lại vì lỗi.</translation>
    </message>
    <message>
        <source>The scanning program (scanimage) is not installed on this machine.</source>
        <translation>Máy này chưa cài chương trình quét (scanimage).</translation>
    </message>
    <message>
        <source>The working calendar of {year} is not in the program's data, so no due date can be promised.</source>
        <translation>Dữ liệu chương trình chưa có lịch làm việc năm {year} nên chưa thể hẹn ngày trả kết quả.</translation>
    </message>
    <message>
        <source>There is no benchmark called {name}.</source>
        <translation>Không có phép đo tên {name}.</translation>
    </message>
    <message>
        <source>There is no form called {form}.</source>
        <translation>Không có biểu mẫu tên {form}.</translation>
    </message>
    <message>
        <source>There is no paper in the feeder.</source>
        <translation>Khay nạp không có giấy.</translation>
    </message>
    <message>
        <source>There is no picture and no PDF in “{file}”.</source>
        <translation>Không có ảnh hay tệp PDF nào trong “{file}”.</translation>
    </message>
    <message>
        <source>This computer does not let the program open or change this desk's data.</source>
        <translation>Máy tính này không cho chương trình mở hoặc sửa dữ liệu của quầy.</translation>
    </message>
    <message>
        <source>This computer's disk could not read or write this desk's data.</source>
        <translation>Ổ đĩa của máy tính này không đọc hoặc không ghi được dữ liệu của quầy.</translation>
    </message>
    <message>
        <source>This computer's disk is full: this desk's data can be neither opened nor saved.</source>
        <translation>Ổ đĩa của máy tính này đã đầy: không mở và không lưu được dữ liệu của quầy.</translation>
    </message>
    <message>
        <source>This desk's data could not be opened.</source>
        <translation>Không mở được dữ liệu của quầy.</translation>
    </message>
    <message>
        <source>This machine lacks the software that cameras are used with.</source>
        <translation>Máy này thiếu phần mềm để dùng camera.</translation>
    </message>
    <message>
        <source>This user may not use the camera.</source>
        <translation>Người dùng này không có quyền dùng camera.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, call the technician: the disk may be failing.</source>
        <translation>Hãy thử lại; nếu vẫn lặp lại thì báo kỹ thuật viên: ổ đĩa có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>Unplug it, plug it in again, then search again. The pages taken so far are kept.</source>
        <translation>Hãy rút camera ra, cắm lại, rồi bấm Tìm lại. Các trang đã chụp vẫn được giữ.</translation>
    </message>
    <message>
        <source>{count} files were already in the folder “{file}”; they are not taken.</source>
        <translation>Trong thư mục “{file}” đã có sẵn {count} tệp; chương trình không lấy các tệp này.</translation>
    </message>
    <message>
        <source>{file} cannot be read or written ({reason}).</source>
        <translation>Không đọc hoặc ghi được {file} ({reason}).</translation>
    </message>
    <message>
        <source>Check the name, the rights and the free space of the disk.</source>
        <translation>Hãy kiểm tra tên, quyền truy cập và dung lượng đĩa còn trống.</translation>
    </message>
    <message>
        <source>This backup cannot be opened.</source>
        <translation>Không mở được bản sao lưu này.</translation>
    </message>
    <message>
        <source>This computer has no font that can print Vietnamese papers.</source>
        <translation>Máy tính này không có phông chữ in được giấy tờ tiếng Việt.</translation>
    </message>
    <message>
        <source>This desk already holds data; a backup is never written over it.</source>
        <translation>Quầy này đã có dữ liệu; bản sao lưu không bao giờ ghi đè lên.</translation>
    </message>
    <message>
        <source>This desk was not set up yet.</source>
        <translation>Quầy này chưa được thiết lập.</translation>
    </message>
    <message>
        <source>This desk's data cannot be opened: the key does not fit, or the file is damaged.</source>
        <translation>Không mở được dữ liệu của quầy: khóa không khớp hoặc tệp bị hỏng.</translation>
    </message>
    <message>
        <source>This desk's data could not be saved.</source>
        <translation>Không lưu được dữ liệu của quầy.</translation>
    </message>
    <message>
        <source>This intake was already received or given up.</source>
        <translation>Lượt tiếp nhận này đã hoàn tất hoặc đã bị bỏ.</translation>
    </message>
    <message>
        <source>This paper's file is not on this desk.</source>
        <translation>Tệp của giấy tờ này không có tại quầy này.</translation>
    </message>
    <message>
        <source>This scanner has no document feeder.</source>
        <translation>Máy quét này không có khay nạp giấy tự động.</translation>
    </message>
    <message>
        <source>This step does not fit the dossier as it stands now.</source>
        <translation>Bước này không phù hợp với trạng thái hiện tại của hồ sơ.</translation>
    </message>
    <message>
        <source>This user may not use the scanner.</source>
        <translation>Tài khoản này không có quyền dùng máy quét.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, call the technician.</source>
        <translation>Hãy thử lại; nếu vẫn lỗi, hãy gọi cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>Update the program on this desk.</source>
        <translation>Hãy cập nhật chương trình tại quầy này.</translation>
    </message>
    <message>
        <source>Update the program on this desk; the entry is kept until then.</source>
        <translation>Hãy cập nhật chương trình tại quầy này; dòng nhật ký vẫn được giữ nguyên.</translation>
    </message>
    <message>
        <source>Update the program, or have the technician add that year's calendar file.</source>
        <translation>Hãy cập nhật chương trình, hoặc nhờ cán bộ kỹ thuật thêm tệp lịch của năm đó.</translation>
    </message>
    <message>
        <source>Use the window that is open; if there is none, wait a minute or restart the computer.</source>
        <translation>Hãy dùng cửa sổ đang mở; nếu không thấy, hãy đợi một phút hoặc khởi động lại máy.</translation>
    </message>
    <message>
        <source>What answers at the server's address is not the provincial server.</source>
        <translation>Địa chỉ máy chủ trả lời không phải là máy chủ tỉnh.</translation>
    </message>
    <message>
        <source>What the reader sent is not the code of an identity card (căn cước).</source>
        <translation>Dữ liệu đầu đọc gửi đến không phải mã QR của thẻ căn cước.</translation>
    </message>
    <message>
        <source>What was typed and scanned is kept. Try again; if it happens again, call the technician.</source>
        <translation>Những gì đã nhập và đã quét vẫn được giữ. Hãy thử lại; nếu vẫn lỗi, hãy gọi cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>{fronts} front sides but {backs} back sides were scanned.</source>
        <translation>Đã quét {fronts} mặt trước nhưng {backs} mặt sau.</translation>
    </message>
    <message>
        <source>“{file}” cannot be opened.</source>
        <translation>Không mở được “{file}”.</translation>
    </message>
    <message>
        <source>“{file}” has been in the folder for a while, but it is not a complete picture or PDF.</source>
        <translation>“{file}” đã nằm trong thư mục một lúc nhưng chưa phải là ảnh hay PDF hoàn chỉnh.</translation>
    </message>
    <message>
        <source>“{file}” is a form that only Adobe Acrobat can show; other programs see no more than “Please wait”.</source>
        <translation>“{file}” là biểu mẫu chỉ Adobe Acrobat mới hiện được; chương trình khác chỉ thấy dòng “Please wait”.</translation>
    </message>
    <message>
        <source>Open it in Adobe Acrobat Reader, print it on paper or into a PDF, and take that.</source>
        <translation>Hãy mở tệp bằng Adobe Acrobat Reader, in ra giấy hoặc in thành PDF rồi lấy bản đó.</translation>
    </message>
    <message>
        <source>A page of “{file}” is {width} × {height} metres large; no letter on it could be read.</source>
        <translation>Một trang của “{file}” rộng {width} × {height} mét; không đọc được chữ nào trên đó.</translation>
    </message>
    <message>
        <source>Ask for the plan on sheets of usual size, or as separate sections.</source>
        <translation>Hãy đề nghị nộp bản vẽ trên khổ giấy thông thường, hoặc chia thành từng phần.</translation>
    </message>
    <message>
        <source>“{file}” is incomplete: it breaks off, and pages or parts of pages are missing.</source>
        <translation>“{file}” không trọn vẹn: tệp bị ngắt giữa chừng, thiếu trang hoặc thiếu một phần của trang.</translation>
    </message>
    <message>
        <source>Copy the file again from where it came, or ask for it again.</source>
        <translation>Hãy chép lại tệp từ nơi gửi đến, hoặc đề nghị gửi lại.</translation>
    </message>
    <message>
        <source>Page {page} of “{file}” is damaged and cannot be shown; its other pages are not concerned.</source>
        <translation>Trang {page} của “{file}” bị hỏng, không hiện được; các trang khác không bị ảnh hưởng.</translation>
    </message>
    <message>
        <source>Look at this page in another program, or ask for the file again.</source>
        <translation>Hãy xem trang này bằng chương trình khác, hoặc đề nghị gửi lại tệp.</translation>
    </message>
    <message>
        <source>“{file}” is encrypted in a way that cannot be opened here.</source>
        <translation>“{file}” được mã hoá theo cách không mở được tại đây.</translation>
    </message>
    <message>
        <source>Ask for a copy without protection, or scan the paper.</source>
        <translation>Hãy đề nghị gửi bản không bảo vệ, hoặc quét bản giấy.</translation>
    </message>
    <message>
        <source>“{file}” is a portfolio: {count} files are packed into it, and only its cover is taken.</source>
        <translation>“{file}” là tệp PDF gói {count} tệp khác bên trong; chỉ lấy trang bìa của nó.</translation>
    </message>
    <message>
        <source>Open it in a PDF program, save the files in it, and add each of them.</source>
        <translation>Hãy mở bằng chương trình PDF, lưu các tệp bên trong ra rồi thêm từng tệp.</translation>
    </message>
    <message>
        <source>A page of “{file}” is damaged and cannot be drawn whole; its other pages are not concerned.</source>
        <translation>Một trang của “{file}” bị hỏng, không hiện đầy đủ được; các trang khác không bị ảnh hưởng.</translation>
    </message>
    <message>
        <source>Look at the file in another program, or ask for it again.</source>
        <translation>Hãy xem tệp bằng chương trình khác, hoặc đề nghị gửi lại.</translation>
    </message>
    <message>
        <source>“{file}” is a damaged PDF and cannot be read.</source>
        <translation>“{file}” là tệp PDF bị hỏng, không đọc được.</translation>
    </message>
    <message>
        <source>“{file}” is incomplete or damaged: part of the picture is missing.</source>
        <translation>“{file}” không trọn vẹn hoặc bị hỏng: ảnh bị thiếu một phần.</translation>
    </message>
    <message>
        <source>“{file}” is a {kind} picture of a kind that this program cannot read.</source>
        <translation>“{file}” là ảnh {kind} thuộc loại mà chương trình này không đọc được.</translation>
    </message>
    <message>
        <source>Open it in another program and save it as JPEG, PNG or PDF, or scan the paper.</source>
        <translation>Hãy mở bằng chương trình khác rồi lưu thành JPEG, PNG hoặc PDF, hoặc quét tờ giấy.</translation>
    </message>
    <message>
        <source>“{file}” is damaged: what comes after page {page} cannot be found.</source>
        <translation>“{file}” bị hỏng: không tìm được phần sau trang {page}.</translation>
    </message>
    <message>
        <source>Copy the file again from where it came, or scan the missing pages.</source>
        <translation>Hãy chép lại tệp từ nơi đã lấy, hoặc quét các trang còn thiếu.</translation>
    </message>
    <message>
        <source>“{file}” is far larger than a scanned document.</source>
        <translation>“{file}” lớn hơn nhiều so với một tài liệu quét.</translation>
    </message>
    <message>
        <source>Divide it into smaller files, or choose another file.</source>
        <translation>Hãy chia thành các tệp nhỏ hơn, hoặc chọn tệp khác.</translation>
    </message>
    <message>
        <source>“{file}” is not a file that can be read.</source>
        <translation>“{file}” không phải là tệp đọc được.</translation>
    </message>
    <message>
        <source>Copy its content into a file, and choose that.</source>
        <translation>Hãy chép nội dung vào một tệp rồi chọn tệp đó.</translation>
    </message>
    <message>
        <source>The result would overwrite “{file}”, which is named in the same command.</source>
        <translation>Kết quả sẽ ghi đè lên “{file}”, vốn có tên trong cùng lệnh này.</translation>
    </message>
    <message>
        <source>Give the result another name.</source>
        <translation>Hãy đặt tên khác cho kết quả.</translation>
    </message>
    <message>
        <source>“{file}” cannot be written ({reason}).</source>
        <translation>Không ghi được “{file}” ({reason}).</translation>
    </message>
    <message>
        <source>Check the name, the rights and the free space of the disk, or choose another folder.</source>
        <translation>Hãy kiểm tra tên, quyền và dung lượng trống của đĩa, hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>“{file}” is neither a picture nor a PDF that can be opened.</source>
        <translation>“{file}” không phải là ảnh hoặc tệp PDF mở được.</translation>
    </message>
    <message>
        <source>“{file}” is protected by a password.</source>
        <translation>“{file}” được bảo vệ bằng mật khẩu.</translation>
    </message>
    <message>
        <source>“{file}” is {width} × {height} pixels, far more than a scanned page.</source>
        <translation>“{file}” có kích thước {width} × {height} điểm ảnh, quá lớn so với một trang quét.</translation>
    </message>
    <message>
        <source>A cover sheet names a paper that this dossier does not have.</source>
        <translation>Một tờ bìa ghi thành phần mà hồ sơ này không có.</translation>
    </message>
    <message>
        <source>The pages after it stayed with the paper before it; move them by hand, and print the cover sheets anew.</source>
        <translation>Các trang sau tờ bìa được giữ ở thành phần đứng trước; hãy chuyển bằng tay và in lại tờ bìa.</translation>
    </message>
    <message>
        <source>This scanner cannot scan in the way that was chosen.</source>
        <translation>Máy quét này không quét được theo cách đã chọn.</translation>
    </message>
    <message>
        <source>Check the name and number on the card. With a paper of authority choose “authorised person” and enter it.</source>
        <translation>Hãy đối chiếu họ tên và số trên thẻ. Nếu có văn bản ủy quyền, hãy chọn “Người được ủy quyền” và ghi văn bản đó.</translation>
    </message>
    <message>
        <source>Choose another one, or scan the paper.</source>
        <translation>Hãy chọn giấy tờ khác, hoặc quét bản giấy.</translation>
    </message>
    <message>
        <source>Fill it in and confirm again.</source>
        <translation>Hãy điền cho đủ rồi ghi nhận lại.</translation>
    </message>
    <message>
        <source>Have the administrator enter the registered series under [[receipts]] in the desk's profile.</source>
        <translation>Hãy nhờ quản trị khai ký hiệu biên lai đã đăng ký ở mục [[receipts]] trong cấu hình của quầy.</translation>
    </message>
    <message>
        <source>Look at its timeline; only what is offered there can be done now.</source>
        <translation>Hãy xem diễn biến hồ sơ; hiện chỉ làm được những việc màn hình đưa ra.</translation>
    </message>
    <message>
        <source>Look at the fees and receipts of the dossier.</source>
        <translation>Hãy xem phí, lệ phí và biên lai của hồ sơ.</translation>
    </message>
    <message>
        <source>Look at the receipts of the dossier.</source>
        <translation>Hãy xem các biên lai của hồ sơ.</translation>
    </message>
    <message>
        <source>Nothing of this kind is left to pay on this dossier.</source>
        <translation>Hồ sơ này không còn khoản nào thuộc loại này phải nộp.</translation>
    </message>
    <message>
        <source>Receipt {number} of {series} was used before.</source>
        <translation>Biên lai số {number}, ký hiệu {series} đã được dùng.</translation>
    </message>
    <message>
        <source>Receipt {number} of {series} would leave a gap.</source>
        <translation>Biên lai số {number}, ký hiệu {series} làm nhảy số.</translation>
    </message>
    <message>
        <source>Take number {next}; where a paper receipt was spoiled, cancel its number with the reason first.</source>
        <translation>Hãy dùng số {next}; nếu có tờ biên lai bị hỏng, trước hết hãy hủy số đó và ghi lý do.</translation>
    </message>
    <message>
        <source>Take the next number, {next}; a number is never used twice.</source>
        <translation>Hãy dùng số tiếp theo là {next}; mỗi số chỉ dùng một lần.</translation>
    </message>
    <message>
        <source>The earlier dossier has no document of this person that could serve here.</source>
        <translation>Hồ sơ trước không có giấy tờ nào của người này dùng lại được ở đây.</translation>
    </message>
    <message>
        <source>The result is not handed to this person: neither owner nor submitter of the dossier.</source>
        <translation>Không trả kết quả cho người này: không phải chủ hồ sơ, cũng không phải người nộp hồ sơ.</translation>
    </message>
    <message>
        <source>The rules of the one-stop law for {day} are not in the program's data.</source>
        <translation>Dữ liệu của chương trình chưa có quy định về cơ chế một cửa áp dụng cho ngày {day}.</translation>
    </message>
    <message>
        <source>This desk has no registered fee receipts for this kind of money, or none are left.</source>
        <translation>Quầy này chưa khai biên lai đã đăng ký cho loại phí, lệ phí này, hoặc đã dùng hết.</translation>
    </message>
    <message>
        <source>This dossier has no receipt {number} of {series} that could be cancelled.</source>
        <translation>Hồ sơ này không có biên lai số {number}, ký hiệu {series} nào còn hủy được.</translation>
    </message>
    <message>
        <source>Update the program, or have the administrator add the rules of that day.</source>
        <translation>Hãy cập nhật chương trình, hoặc nhờ quản trị bổ sung quy định áp dụng cho ngày đó.</translation>
    </message>
    <message>
        <source>“{act}” is not complete: {field} is missing or wrong.</source>
        <translation>“{act}” chưa đủ: thiếu hoặc sai {field}.</translation>
    </message>
    <message>
        <source>“{act}” is not possible: the dossier stands at “{status}”.</source>
        <translation>Không thực hiện được “{act}”: hồ sơ đang ở trạng thái “{status}”.</translation>
    </message>
    <message>
        <source>No dossier was received: row {number}: {missing}</source>
        <translation>Chưa tiếp nhận hồ sơ nào: dòng {number}: {missing}</translation>
    </message>
    <message>
        <source>Correct the row and receive again; all are received together.</source>
        <translation>Hãy sửa dòng này rồi tiếp nhận lại; tất cả hồ sơ được tiếp nhận cùng lúc.</translation>
    </message>
    <message>
        <source>{count} owners are listed; a batch has 1 to {most}.</source>
        <translation>Danh sách có {count} chủ hồ sơ; mỗi lần tiếp nhận từ 1 đến {most}.</translation>
    </message>
    <message>
        <source>List the owners; what is too many goes into a second batch.</source>
        <translation>Hãy ghi danh sách chủ hồ sơ; phần vượt quá thì tiếp nhận lần sau.</translation>
    </message>
    <message>
        <source>Pages were scanned here, and nobody could tell whose of these dossiers they belong to.</source>
        <translation>Đã có trang quét, nhưng không thể biết các trang này thuộc hồ sơ nào trong danh sách.</translation>
    </message>
    <message>
        <source>Take the pages out; scan each dossier's papers after they are received.</source>
        <translation>Hãy bỏ các trang này ra; sau khi tiếp nhận thì quét giấy tờ của từng hồ sơ.</translation>
    </message>
    <message>
        <source>This procedure has no exemption “{key}”.</source>
        <translation>Thủ tục này không có diện miễn giảm “{key}”.</translation>
    </message>
    <message>
        <source>Choose one of the exemptions the procedure names; the administrator can add another in the catalogue.</source>
        <translation>Hãy chọn một diện miễn giảm của thủ tục; quản trị viên có thể thêm diện khác trong danh mục.</translation>
    </message>
    <message>
        <source>The change could not be saved; nothing has changed.</source>
        <translation>Không lưu được thay đổi; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Check that the disk is not full and save again.</source>
        <translation>Kiểm tra đĩa còn chỗ trống rồi lưu lại.</translation>
    </message>
    <message>
        <source>The report cannot be made: in the field “{field}” received and settled dossiers do not add up.</source>
        <translation>Không lập được báo cáo: ở lĩnh vực “{field}”, số hồ sơ tiếp nhận và số hồ sơ giải quyết không khớp nhau.</translation>
    </message>
    <message>
        <source>Look at the dates of dossier {code}: it was finished before it was received; the technician can help.</source>
        <translation>Hãy xem các mốc thời gian của hồ sơ {code}: hồ sơ kết thúc trước khi được tiếp nhận; cán bộ kỹ thuật có thể hỗ trợ.</translation>
    </message>
    <message>
        <source>The spreadsheet {file} could not be saved.</source>
        <translation>Không lưu được bảng tính {file}.</translation>
    </message>
    <message>
        <source>Close it if it is open elsewhere, check that the disk is not full, then save it again.</source>
        <translation>Hãy đóng tệp nếu đang mở ở nơi khác, kiểm tra ổ đĩa còn chỗ trống, rồi lưu lại.</translation>
    </message>
    <message>
        <source>The file of the result cannot be read, or it is no PDF.</source>
        <translation>Không đọc được tệp kết quả, hoặc tệp không phải là PDF.</translation>
    </message>
    <message>
        <source>Choose the PDF of the result again, or note the result without a file.</source>
        <translation>Hãy chọn lại tệp PDF của kết quả, hoặc ghi nhận kết quả không kèm tệp.</translation>
    </message>
    <message>
        <source>There is nothing yet that this paper could say about the dossier.</source>
        <translation>Hồ sơ chưa đến bước mà giấy này ghi nhận.</translation>
    </message>
    <message>
        <source>Do the step it belongs to first, then print it.</source>
        <translation>Thực hiện bước tương ứng trước, rồi in giấy này.</translation>
    </message>
    <message>
        <source>This desk knows no dossier with the code that was read.</source>
        <translation>Quầy này không có hồ sơ nào ứng với mã vừa đọc.</translation>
    </message>
    <message>
        <source>The card reader at {port} does not answer.</source>
        <translation>Đầu đọc thẻ ở cổng {port} không phản hồi.</translation>
    </message>
    <message>
        <source>Plug it in; the program looks for it by itself. Meanwhile type the card, or use another reader.</source>
        <translation>Hãy cắm lại đầu đọc; chương trình sẽ tự tìm lại. Trong lúc chờ, có thể gõ tay hoặc dùng đầu đọc khác.</translation>
    </message>
    <message>
        <source>If another desk received it, wait until its entries have come; or find it by name or number.</source>
        <translation>Nếu quầy khác tiếp nhận, hãy chờ dữ liệu của quầy đó chuyển đến; hoặc tìm theo họ tên, số giấy tờ.</translation>
    </message>
    <message>
        <source>The office's logo {file} is missing or is no picture.</source>
        <translation>Không có tệp biểu trưng {file} của cơ quan, hoặc tệp đó không phải là ảnh.</translation>
    </message>
    <message>
        <source>Put a PNG or JPEG file there, or take the logo out of the desk's profile, then print again.</source>
        <translation>Đặt một tệp PNG hoặc JPEG vào đó, hoặc bỏ biểu trưng khỏi tệp cấu hình của quầy, rồi in lại.</translation>
    </message>
    <message>
        <source>The profile of the office does not say: {field}.</source>
        <translation>Thông tin cơ quan còn thiếu: {field}.</translation>
    </message>
    <message>
        <source>Enter it under [office] in the desk's profile, then print again.</source>
        <translation>Điền vào mục [office] trong tệp cấu hình của quầy, rồi in lại.</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>địa chỉ</translation>
    </message>
    <message>
        <source>A text is too long for the paper “{form}”.</source>
        <translation>Có nội dung quá dài so với khổ giấy của “{form}”.</translation>
    </message>
    <message>
        <source>Shorten the longest text of the dossier, or of the office's own wording, then print again.</source>
        <translation>Rút ngắn nội dung dài nhất của hồ sơ, hoặc lời riêng của cơ quan trên mẫu, rồi in lại.</translation>
    </message>
    <message>
        <source>The printer {printer} does not print: {reason}.</source>
        <translation>Máy in {printer} không in: {reason}.</translation>
    </message>
    <message>
        <source>Help it and print again, or choose another printer. Nothing counts as printed yet.</source>
        <translation>Hãy xử lý máy in rồi in lại, hoặc chọn máy in khác. Chưa có bản in nào được tính là đã in.</translation>
    </message>
    <message>
        <source>The printer {printer} broke off in the middle of the paper.</source>
        <translation>Máy in {printer} dừng giữa chừng khi đang in.</translation>
    </message>
    <message>
        <source>Throw away what came out, then print again. Nothing counts as printed yet.</source>
        <translation>Hãy bỏ phần đã in ra rồi in lại. Chưa có bản in nào được tính là đã in.</translation>
    </message>
    <message>
        <source>The printer {printer} does not say what became of the paper.</source>
        <translation>Máy in {printer} không cho biết bản in đã ra hay chưa.</translation>
    </message>
    <message>
        <source>Look into its tray, and print again if the paper is not there. Nothing counts as printed yet.</source>
        <translation>Hãy xem khay giấy ra; nếu không có bản in thì in lại. Chưa có bản in nào được tính là đã in.</translation>
    </message>
    <message>
        <source>The printer {printer} understands no paper this program can send.</source>
        <translation>Máy in {printer} không đọc được loại dữ liệu mà chương trình gửi.</translation>
    </message>
    <message>
        <source>Set it up as a printer of the system and choose it there, or choose another printer.</source>
        <translation>Hãy cài máy in này vào hệ điều hành rồi chọn trong danh sách, hoặc chọn máy in khác.</translation>
    </message>
    <message>
        <source>The address {address} of the printer {printer} is none the program knows.</source>
        <translation>Địa chỉ {address} của máy in {printer} không phải là địa chỉ mà chương trình hiểu được.</translation>
    </message>
    <message>
        <source>Correct it in the settings; examples: ipp://192.168.1.9/ipp/print, escpos+tcp://192.168.1.8:9100.</source>
        <translation>Hãy sửa lại trong phần thiết lập; ví dụ: ipp://192.168.1.9/ipp/print, escpos+tcp://192.168.1.8:9100.</translation>
    </message>
    <message>
        <source>This print job has gone on meanwhile.</source>
        <translation>Lệnh in này vừa thay đổi.</translation>
    </message>
    <message>
        <source>Look at it again in the list of print jobs.</source>
        <translation>Xem lại trong danh sách giấy chờ in.</translation>
    </message>
    <message>
        <source>This print job is not known at this desk.</source>
        <translation>Quầy này không có lệnh in đó.</translation>
    </message>
    <message>
        <source>Look for the paper at its dossier, and print it from there.</source>
        <translation>Tìm giấy này ở hồ sơ của nó rồi in từ đó.</translation>
    </message>
    <message>
        <source>This desk has no printer.</source>
        <translation>Quầy này chưa có máy in.</translation>
    </message>
    <message>
        <source>Set one up in the system, or enter its address in the settings. The paper waits until then.</source>
        <translation>Cài đặt máy in trong hệ thống hoặc nhập địa chỉ máy in trong phần thiết lập. Giấy chờ đến khi đó.</translation>
    </message>
    <message>
        <source>The national portal cannot be used at the moment.</source>
        <translation>Hiện chưa sử dụng được Cổng Dịch vụ công quốc gia.</translation>
    </message>
    <message>
        <source>Nothing is lost; sending goes on by itself.</source>
        <translation>Không có dữ liệu nào bị mất; hệ thống sẽ tự gửi tiếp.</translation>
    </message>
    <message>
        <source>The national portal does not answer.</source>
        <translation>Cổng Dịch vụ công quốc gia không phản hồi.</translation>
    </message>
    <message>
        <source>Nothing is lost; the portal is asked first what it has, then sending goes on by itself.</source>
        <translation>Không có dữ liệu nào bị mất; hệ thống sẽ tra cứu Cổng đã nhận những gì rồi tự gửi tiếp.</translation>
    </message>
    <message>
        <source>The national portal has a fault of its own (code {status}).</source>
        <translation>Cổng Dịch vụ công quốc gia đang gặp sự cố (mã {status}).</translation>
    </message>
    <message>
        <source>Nothing is lost; it is tried again by itself. If it lasts for a day, tell the portal's operators.</source>
        <translation>Không có dữ liệu nào bị mất; hệ thống sẽ tự thử lại. Nếu kéo dài cả ngày, hãy báo đơn vị vận hành Cổng.</translation>
    </message>
    <message>
        <source>What answers at the national portal's address is not its service.</source>
        <translation>Địa chỉ của Cổng Dịch vụ công quốc gia trả lời không phải là dịch vụ của Cổng.</translation>
    </message>
    <message>
        <source>Have the addresses in the server's settings compared with the contract; nothing is lost meanwhile.</source>
        <translation>Đề nghị đối chiếu các địa chỉ trong cấu hình máy chủ với tài liệu kết nối; trong lúc đó không có dữ liệu nào bị mất.</translation>
    </message>
    <message>
        <source>The national portal does not let this province in: {reason}</source>
        <translation>Cổng Dịch vụ công quốc gia không chấp nhận đăng nhập của tỉnh: {reason}</translation>
    </message>
    <message>
        <source>Have the technician renew the portal's credentials in the server's settings; nothing is lost meanwhile.</source>
        <translation>Đề nghị kỹ thuật viên cập nhật tài khoản kết nối Cổng trong cấu hình máy chủ; trong lúc đó không có dữ liệu nào bị mất.</translation>
    </message>
    <message>
        <source>The national portal's certificate is not one this server trusts.</source>
        <translation>Máy chủ không tin cậy chứng thư số của Cổng Dịch vụ công quốc gia.</translation>
    </message>
    <message>
        <source>Have the technician enter the authority's certificate in the server's settings, and send nothing until then.</source>
        <translation>Đề nghị kỹ thuật viên khai báo chứng thư của tổ chức cấp trong cấu hình máy chủ; từ nay đến lúc đó không gửi gì.</translation>
    </message>
    <message>
        <source>This dossier does not fit the national portal's form.</source>
        <translation>Hồ sơ này không khớp với cấu trúc dữ liệu của Cổng Dịch vụ công quốc gia.</translation>
    </message>
    <message>
        <source>Tell the technician, who finds the field in the log; the dossier itself is in order here.</source>
        <translation>Hãy báo kỹ thuật viên, trường dữ liệu được ghi trong nhật ký; hồ sơ tại đây vẫn đầy đủ.</translation>
    </message>
    <message>
        <source>The national portal does not take this dossier: {reason}</source>
        <translation>Cổng Dịch vụ công quốc gia không nhận hồ sơ này: {reason}</translation>
    </message>
    <message>
        <source>Correct what it names, or ask the portal's operators; then send the dossier again.</source>
        <translation>Sửa nội dung được nêu, hoặc hỏi đơn vị vận hành Cổng; sau đó gửi lại hồ sơ.</translation>
    </message>
    <message>
        <source>The national portal has this dossier, but not all its steps: {reason}</source>
        <translation>Cổng Dịch vụ công quốc gia đã có hồ sơ này nhưng chưa nhận đủ tiến trình xử lý: {reason}</translation>
    </message>
    <message>
        <source>Ask the portal's operators what is wrong with these steps; then send the dossier again.</source>
        <translation>Hỏi đơn vị vận hành Cổng về các bước xử lý này; sau đó gửi lại hồ sơ.</translation>
    </message>
    <message>
        <source>The national portal does not take a file of this dossier: {reason}</source>
        <translation>Cổng Dịch vụ công quốc gia không nhận một tệp của hồ sơ này: {reason}</translation>
    </message>
    <message>
        <source>Look at the file; if it can be opened, ask the portal's operators, then send the dossier again.</source>
        <translation>Hãy xem tệp; nếu mở được, hỏi đơn vị vận hành Cổng rồi gửi lại hồ sơ.</translation>
    </message>
    <message>
        <source>There is nothing to settle here any more: the step fits, or somebody settled it before.</source>
        <translation>Ở đây không còn mâu thuẫn cần xử lý: bước này đã khớp, hoặc đã có người xử lý trước.</translation>
    </message>
    <message>
        <source>Look at the timeline of the dossier.</source>
        <translation>Hãy xem diễn biến của hồ sơ.</translation>
    </message>
    <message>
        <source>The step was not done again, so nothing was settled.</source>
        <translation>Bước này chưa được thực hiện lại nên mâu thuẫn chưa được xử lý.</translation>
    </message>
    <message>
        <source>Do it again in its form, or set the step aside.</source>
        <translation>Hãy thực hiện lại bước đó trong biểu mẫu của nó, hoặc bỏ qua bước này.</translation>
    </message>
    <message>
        <source>There is no desk {desk}.</source>
        <translation>Không có quầy {desk}.</translation>
    </message>
    <message>
        <source>A desk is named by its office's code and its number, such as H41.15:1; ‘counter server desks list’ shows them.</source>
        <translation>Tên quầy gồm mã cơ quan và số quầy, ví dụ H41.15:1; lệnh ‘counter server desks list’ liệt kê các quầy.</translation>
    </message>
    <message>
        <source>The server's database cannot be used ({reason}).</source>
        <translation>Không dùng được cơ sở dữ liệu của máy chủ ({reason}).</translation>
    </message>
    <message>
        <source>Check that PostgreSQL runs and that the address, user and password after --database are right.</source>
        <translation>Hãy kiểm tra PostgreSQL có đang chạy không và địa chỉ, tên, mật khẩu sau --database có đúng không.</translation>
    </message>
    <message>
        <source>The server does not serve other machines without TLS.</source>
        <translation>Máy chủ không phục vụ máy khác khi không có TLS.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let this desk through to the provincial server.</source>
        <translation>Máy chủ trung gian (proxy) của mạng không cho quầy này kết nối đến máy chủ của tỉnh.</translation>
    </message>
    <message>
        <source>Have the technician check the proxy in this desk&apos;s profile; everything is kept here meanwhile.</source>
        <translation>Nhờ cán bộ kỹ thuật kiểm tra proxy trong hồ sơ cấu hình của quầy; trong lúc đó mọi dữ liệu vẫn được giữ tại đây.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not one this desk trusts, so nothing is sent to it.</source>
        <translation>Chứng thư của máy chủ không đáng tin cậy đối với quầy này nên không gửi gì đến đó.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date first; then have the technician check the address and the certificate authority.</source>
        <translation>Trước hết hãy kiểm tra ngày giờ của máy tính này; sau đó nhờ cán bộ kỹ thuật kiểm tra địa chỉ và tổ chức cấp chứng thư.</translation>
    </message>
    <message>
        <source>The server&apos;s address in this desk&apos;s profile is not protected (http).</source>
        <translation>Địa chỉ máy chủ trong cấu hình của quầy không được bảo vệ (http).</translation>
    </message>
    <message>
        <source>Have the technician enter the address that begins with https; nothing is sent until then.</source>
        <translation>Nhờ cán bộ kỹ thuật nhập địa chỉ bắt đầu bằng https; chưa gửi gì cho đến khi đó.</translation>
    </message>
    <message>
        <source>The file {file} with the province&apos;s certificate authority cannot be read.</source>
        <translation>Không đọc được tệp {file} chứa chứng thư gốc của tỉnh.</translation>
    </message>
    <message>
        <source>Have the technician put the right file (PEM) there and check its name in this desk&apos;s profile.</source>
        <translation>Nhờ cán bộ kỹ thuật đặt đúng tệp (PEM) vào đó và kiểm tra tên tệp trong cấu hình của quầy.</translation>
    </message>
    <message>
        <source>The provincial server has too much to do at the moment.</source>
        <translation>Máy chủ của tỉnh hiện đang quá tải.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: it is tried again by itself when the server wants it.</source>
        <translation>Không cần làm gì: chương trình tự thử lại khi máy chủ cho phép.</translation>
    </message>
    <message>
        <source>This desk is not enrolled at the provincial server yet.</source>
        <translation>Quầy này chưa được đăng ký với máy chủ của tỉnh.</translation>
    </message>
    <message>
        <source>Ask the province for a one-time code for this desk and enter it in the sync screen (click the line below).</source>
        <translation>Hãy xin tỉnh mã đăng ký dùng một lần cho quầy này và nhập vào màn hình Đồng bộ với tỉnh (bấm vào dòng cuối cửa sổ).</translation>
    </message>
    <message>
        <source>The provincial server does not accept this desk&apos;s one-time code.</source>
        <translation>Máy chủ của tỉnh không chấp nhận mã đăng ký dùng một lần của quầy này.</translation>
    </message>
    <message>
        <source>It may be mistyped, used already or older than 14 days: ask the province for a new one.</source>
        <translation>Mã có thể bị gõ sai, đã được dùng hoặc đã quá 14 ngày: hãy xin tỉnh mã mới.</translation>
    </message>
    <message>
        <source>Ask the province for a new one-time code for this desk; nothing is lost meanwhile.</source>
        <translation>Hãy xin tỉnh mã đăng ký mới cho quầy này; trong lúc đó không mất dữ liệu nào.</translation>
    </message>
    <message>
        <source>The province has locked this desk out.</source>
        <translation>Tỉnh đã khóa quyền truy cập của quầy này.</translation>
    </message>
    <message>
        <source>If that is a mistake, ask the province for a new one-time code; the records stay on this desk.</source>
        <translation>Nếu đây là nhầm lẫn, hãy xin tỉnh mã đăng ký mới; các bản ghi vẫn được giữ tại quầy này.</translation>
    </message>
    <message>
        <source>The server&apos;s address points this desk to another place, to which nothing is sent.</source>
        <translation>Địa chỉ máy chủ chuyển hướng quầy này đến nơi khác; không gửi gì đến nơi đó.</translation>
    </message>
    <message>
        <source>Sign in to the network if it asks for it, or have the address in this desk&apos;s profile corrected.</source>
        <translation>Hãy đăng nhập mạng nếu được yêu cầu, hoặc nhờ sửa địa chỉ trong cấu hình của quầy.</translation>
    </message>
    <message>
        <source>The provincial server is of an older version than this desk&apos;s program.</source>
        <translation>Máy chủ của tỉnh có phiên bản cũ hơn chương trình tại quầy này.</translation>
    </message>
    <message>
        <source>Go on working; everything is sent once the province has updated its server. Tell the technician.</source>
        <translation>Cứ tiếp tục làm việc; mọi dữ liệu sẽ được gửi khi tỉnh cập nhật máy chủ. Hãy báo cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>This desk&apos;s program is too old for the provincial server.</source>
        <translation>Chương trình tại quầy này quá cũ so với máy chủ của tỉnh.</translation>
    </message>
    <message>
        <source>Have the program on this desk updated; everything is kept here until then.</source>
        <translation>Nhờ cập nhật chương trình tại quầy này; mọi dữ liệu được giữ tại đây cho đến khi đó.</translation>
    </message>
    <message>
        <source>The province has newer records of this desk than this computer: an older backup was restored here.</source>
        <translation>Tỉnh có bản ghi của quầy này mới hơn máy tính này: tại đây đã khôi phục một bản sao lưu cũ.</translation>
    </message>
    <message>
        <source>Receive nothing at this desk until the technician has looked at it.</source>
        <translation>Không tiếp nhận hồ sơ tại quầy này cho đến khi cán bộ kỹ thuật kiểm tra.</translation>
    </message>
    <message>
        <source>Something this desk sends is larger than the provincial server accepts.</source>
        <translation>Dữ liệu quầy này gửi lớn hơn mức máy chủ của tỉnh chấp nhận.</translation>
    </message>
    <message>
        <source>Go on working and tell the technician; it stays on this desk.</source>
        <translation>Cứ tiếp tục làm việc và báo cán bộ kỹ thuật; dữ liệu vẫn được giữ tại quầy này.</translation>
    </message>
    <message>
        <source>The room for this office&apos;s scanned papers at the province is used up.</source>
        <translation>Dung lượng lưu giấy tờ số hóa của cơ quan tại tỉnh đã hết.</translation>
    </message>
    <message>
        <source>Go on working and ask the province for more room; the files stay on this desk until then.</source>
        <translation>Cứ tiếp tục làm việc và đề nghị tỉnh cấp thêm dung lượng; các tệp được giữ tại quầy này cho đến khi đó.</translation>
    </message>
    <message>
        <source>A scanned file of dossier {dossier} did not arrive as it is here.</source>
        <translation>Một tệp số hóa của hồ sơ {dossier} đến nơi không giống bản tại đây.</translation>
    </message>
    <message>
        <source>It is sent again by itself. If this message stays, call the technician: a disk may be failing.</source>
        <translation>Tệp sẽ tự được gửi lại. Nếu thông báo này vẫn còn, hãy gọi cán bộ kỹ thuật: ổ đĩa có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>{count} records from the province cannot be read here, the first of desk {desk} (number {sequence}).</source>
        <translation>{count} bản ghi từ tỉnh không đọc được tại đây, bản ghi đầu tiên của quầy {desk} (số {sequence}).</translation>
    </message>
    <message>
        <source>Go on working and tell the technician; they are kept aside and everything else is exchanged.</source>
        <translation>Cứ tiếp tục làm việc và báo cán bộ kỹ thuật; các bản ghi đó được để riêng, mọi dữ liệu khác vẫn được trao đổi.</translation>
    </message>
    <message>
        <source>The procedures and calendar that came from the province have a fault: {fault}</source>
        <translation>Thủ tục và lịch làm việc nhận từ tỉnh có lỗi: {fault}</translation>
    </message>
    <message>
        <source>Tell the province; what was good before stays in force on this desk.</source>
        <translation>Hãy báo cho tỉnh; bản đúng trước đó vẫn có hiệu lực tại quầy này.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Tên hoặc mật khẩu không đúng.</translation>
    </message>
    <message>
        <source>Check both; the technician of the province can give out a new password.</source>
        <translation>Hãy kiểm tra lại; kỹ thuật viên cấp tỉnh có thể cấp mật khẩu mới.</translation>
    </message>
    <message>
        <source>The new password cannot be used.</source>
        <translation>Mật khẩu mới không dùng được.</translation>
    </message>
    <message>
        <source>It needs at least {letters} letters, typed alike both times.</source>
        <translation>Mật khẩu cần ít nhất {letters} ký tự và phải nhập giống nhau cả hai lần.</translation>
    </message>
    <message>
        <source>{agency} is not the code of an office.</source>
        <translation>{agency} không phải là mã của một cơ quan.</translation>
    </message>
    <message>
        <source>An office&apos;s code looks like H41.15; leave it out for somebody who sees all offices.</source>
        <translation>Mã cơ quan có dạng H41.15; bỏ trống nếu người này xem mọi cơ quan.</translation>
    </message>
    <message>
        <source>There is no official of that name.</source>
        <translation>Không có cán bộ nào mang tên này.</translation>
    </message>
    <message>
        <source>‘counter server officials list’ shows them.</source>
        <translation>Xem danh sách bằng lệnh ‘counter server officials list’.</translation>
    </message>
    <message>
        <source>This form is too old, or it did not come from this page.</source>
        <translation>Biểu mẫu này đã quá cũ hoặc không được gửi từ trang này.</translation>
    </message>
    <message>
        <source>Open the page again and do it once more.</source>
        <translation>Hãy mở lại trang và thực hiện lại.</translation>
    </message>
    <message>
        <source>The file is larger than {megabytes} MB.</source>
        <translation>Tệp lớn hơn {megabytes} MB.</translation>
    </message>
    <message>
        <source>Scan it again at 200 dpi or less, or split it into several results.</source>
        <translation>Hãy quét lại ở độ phân giải 200 dpi trở xuống, hoặc tách thành nhiều kết quả.</translation>
    </message>
    <message>
        <source>Too many tries to sign in.</source>
        <translation>Đăng nhập quá nhiều lần.</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds, then try again.</source>
        <translation>Hãy đợi {seconds} giây rồi thử lại.</translation>
    </message>
    <message>
        <source>The dossier changed while this page was open.</source>
        <translation>Hồ sơ đã thay đổi trong lúc trang này đang mở.</translation>
    </message>
    <message>
        <source>Look at what is new in its timeline, then decide again.</source>
        <translation>Hãy xem bước mới trong diễn biến hồ sơ rồi quyết định lại.</translation>
    </message>
    <message>
        <source>This status needs its reason.</source>
        <translation>Trạng thái này cần có lý do.</translation>
    </message>
    <message>
        <source>Write down why; the desk and the applicant read it.</source>
        <translation>Hãy ghi lý do; quầy và người nộp hồ sơ sẽ đọc lý do này.</translation>
    </message>
    <message>
        <source>No status was chosen.</source>
        <translation>Chưa chọn trạng thái.</translation>
    </message>
    <message>
        <source>Choose the status the dossier goes to.</source>
        <translation>Hãy chọn trạng thái mới của hồ sơ.</translation>
    </message>
    <message>
        <source>The file is no whole PDF.</source>
        <translation>Tệp không phải là PDF hoàn chỉnh.</translation>
    </message>
    <message>
        <source>Choose the PDF of the result; if it was scanned, save it again.</source>
        <translation>Hãy chọn tệp PDF của kết quả; nếu là bản quét, hãy lưu lại tệp.</translation>
    </message>
    <message>
        <source>The office has no room left for files.</source>
        <translation>Cơ quan đã hết dung lượng lưu tệp.</translation>
    </message>
    <message>
        <source>The technician of the province can give it more.</source>
        <translation>Kỹ thuật viên cấp tỉnh có thể cấp thêm dung lượng.</translation>
    </message>
    <message>
        <source>There is no dossier {code} for the national portal.</source>
        <translation>Không có hồ sơ {code} trong danh sách gửi Cổng Dịch vụ công quốc gia.</translation>
    </message>
    <message>
        <source>Compare the code with the list of ‘counter server national list’.</source>
        <translation>Hãy đối chiếu mã hồ sơ với danh sách của lệnh ‘counter server national list’.</translation>
    </message>
    <message>
        <source>The settings of the notices cannot be used: {fault}.</source>
        <translation>Không dùng được cấu hình nhắn tin cho người dân: {fault}.</translation>
    </message>
    <message>
        <source>Correct the file after --notices; deploy/notices.toml.example shows one.</source>
        <translation>Hãy sửa tệp sau --notices; xem mẫu ở deploy/notices.toml.example.</translation>
    </message>
    <message>
        <source>The gateway of notices does not take any now ({reason}).</source>
        <translation>Cổng nhắn tin hiện không nhận tin ({reason}).</translation>
    </message>
    <message>
        <source>The notices wait and go out when it answers; if it lasts, ask whoever runs it.</source>
        <translation>Các tin được giữ lại và gửi khi cổng trả lời; nếu kéo dài, hãy hỏi đơn vị vận hành cổng.</translation>
    </message>
    <message>
        <source>The citizen's number or mailbox takes no notice ({reason}).</source>
        <translation>Số điện thoại hoặc hộp thư của người dân không nhận được tin ({reason}).</translation>
    </message>
    <message>
        <source>Ask the citizen for another one and correct it in the dossier.</source>
        <translation>Hãy hỏi người dân số hoặc hộp thư khác và đính chính trong hồ sơ.</translation>
    </message>
    <message>
        <source>Whether the notice arrived is not known ({reason}).</source>
        <translation>Không rõ tin nhắn đã tới nơi hay chưa ({reason}).</translation>
    </message>
    <message>
        <source>Only a gateway that drops what it has already is asked again; call the citizen where it matters.</source>
        <translation>Tin chỉ được gửi lại qua cổng biết bỏ tin đã nhận; hãy gọi cho người dân nếu việc cần báo là quan trọng.</translation>
    </message>
    <message>
        <source>The settings of the national gateway cannot be used: {fault}.</source>
        <translation>Không dùng được cấu hình kết nối Cổng Dịch vụ công quốc gia: {fault}.</translation>
    </message>
    <message>
        <source>Correct the file after --national; deploy/national.toml.example shows one.</source>
        <translation>Hãy sửa tệp sau --national; xem mẫu ở deploy/national.toml.example.</translation>
    </message>
    <message>
        <source>A file of this dossier has not come from its desk yet.</source>
        <translation>Quầy chưa gửi lên một tệp của hồ sơ này.</translation>
    </message>
    <message>
        <source>Have the desk send its files (‘counter server desks list’ shows when it was last here); then send again.</source>
        <translation>Hãy cho quầy gửi các tệp (lệnh ‘counter server desks list’ cho biết quầy kết nối lần cuối khi nào); sau đó gửi lại hồ sơ.</translation>
    </message>
    <message>
        <source>This dossier could not be handed over: the server has a fault of its own.</source>
        <translation>Không chuyển được hồ sơ này: máy chủ bị lỗi nội bộ.</translation>
    </message>
    <message>
        <source>Tell the technician, who finds its place in the server's log; then send the dossier again.</source>
        <translation>Hãy báo kỹ thuật viên tìm chỗ lỗi trong nhật ký máy chủ; sau đó gửi lại hồ sơ.</translation>
    </message>
    <message>
        <source>The province does not have exactly the entries the desks wrote: {missing} are missing, {extra} too many.</source>
        <translation>Tỉnh không có đúng các bản ghi mà các quầy đã viết: thiếu {missing}, thừa {extra}.</translation>
    </message>
    <message>
        <source>This is a fault of the program: report it.</source>
        <translation>Đây là lỗi của chương trình: hãy báo lại.</translation>
    </message>
    <message>
        <source>The exchange with the province broke off at a fault on this desk.</source>
        <translation>Việc trao đổi với tỉnh bị ngắt vì một lỗi tại quầy này.</translation>
    </message>
    <message>
        <source>Go on working; it is tried again by itself. If it stays, call the technician: the log names the fault.</source>
        <translation>Cứ tiếp tục làm việc; chương trình tự thử lại. Nếu vẫn còn báo, hãy gọi kỹ thuật viên: nhật ký chương trình ghi tên lỗi.</translation>
    </message>
    <message>
        <source>What this desk had noted about this page is damaged.</source>
        <translation>Phần ghi chép của quầy về trang này bị hỏng.</translation>
    </message>
    <message>
        <source>The scan itself is kept: read the page again, then look whether it lies as it should.</source>
        <translation>Ảnh quét vẫn còn nguyên: hãy cho đọc lại trang, rồi xem trang đã đúng chiều chưa.</translation>
    </message>
    <message>
        <source>{given} is less than the {due} that are to be paid.</source>
        <translation>{given} ít hơn số phải nộp là {due}.</translation>
    </message>
    <message>
        <source>Ask for the rest, or leave the money field empty.</source>
        <translation>Hãy nhận thêm cho đủ, hoặc để trống ô tiền khách đưa.</translation>
    </message>
    <message>
        <source>The drawer holds {counted}, but the receipts of the day say {expected}.</source>
        <translation>Trong két có {counted} nhưng theo biên lai trong ngày phải là {expected}.</translation>
    </message>
    <message>
        <source>Count again; if it stays so, write down why.</source>
        <translation>Hãy đếm lại; nếu vẫn lệch thì ghi rõ lý do.</translation>
    </message>
    <message>
        <source>Nothing was changed, so there is nothing to correct.</source>
        <translation>Chưa thay đổi nội dung nào nên không có gì để đính chính.</translation>
    </message>
    <message>
        <source>Change what is wrong, then confirm.</source>
        <translation>Sửa nội dung sai rồi xác nhận.</translation>
    </message>
    <message>
        <source>The procedure cannot be corrected any more: work on the dossier has begun.</source>
        <translation>Không thể đính chính thủ tục nữa: hồ sơ đã được giải quyết một bước.</translation>
    </message>
    <message>
        <source>Stop the dossier at the applicant’s request or refuse it, and receive it again under the right procedure.</source>
        <translation>Dừng giải quyết theo đề nghị của người nộp hoặc từ chối hồ sơ, rồi tiếp nhận lại theo đúng thủ tục.</translation>
    </message>
    <message>
        <source>The paper “{paper}” was scanned, so it cannot be taken off the list.</source>
        <translation>Giấy tờ “{paper}” đã được quét nên không thể bỏ khỏi danh sách.</translation>
    </message>
    <message>
        <source>Leave it on the list, and write a note if it does not belong there.</source>
        <translation>Giữ giấy tờ trong danh sách và ghi chú nếu không thuộc hồ sơ này.</translation>
    </message>
    <message>
        <source>The dossier was received on {day}; a receipt made by mistake is cancelled within {days} working day.</source>
        <translation>Hồ sơ được tiếp nhận ngày {day}; tiếp nhận nhầm chỉ được hủy trong {days} ngày làm việc kể cả ngày nhận.</translation>
    </message>
    <message>
        <source>Refuse the dossier, or have the applicant withdraw it.</source>
        <translation>Từ chối hồ sơ hoặc để người nộp rút hồ sơ.</translation>
    </message>
    <message>
        <source>Money was taken for this dossier, so its receipt cannot be cancelled yet.</source>
        <translation>Hồ sơ đã thu tiền nên chưa thể hủy tiếp nhận.</translation>
    </message>
    <message>
        <source>Give the fee back or cancel its fee receipt first.</source>
        <translation>Hoàn phí, lệ phí hoặc hủy biên lai thu tiền trước.</translation>
    </message>
    <message>
        <source>The law allows {most} extension of a dossier’s term, and this one has had {had}.</source>
        <translation>Quy định cho gia hạn {most} lần đối với một hồ sơ, hồ sơ này đã gia hạn {had} lần.</translation>
    </message>
    <message>
        <source>Return the result by the date that holds; a later one needs a decision outside the program.</source>
        <translation>Trả kết quả theo ngày hẹn hiện tại; muốn hẹn muộn hơn phải có quyết định ngoài chương trình.</translation>
    </message>
    <message>
        <source>The office is closed on {moment}, so nothing can be promised for it.</source>
        <translation>Cơ quan không làm việc lúc {moment} nên không thể hẹn vào thời điểm đó.</translation>
    </message>
    <message>
        <source>Choose a time at which it is open; the last one before that is {open}.</source>
        <translation>Chọn thời điểm cơ quan làm việc; thời điểm gần nhất trước đó là {open}.</translation>
    </message>
    <message>
        <source>The result is of {day}, and that day has not come yet.</source>
        <translation>Kết quả ghi ngày {day}, ngày này chưa đến.</translation>
    </message>
    <message>
        <source>Look at the day on the result and type it again.</source>
        <translation>Xem lại ngày trên kết quả và nhập lại.</translation>
    </message>
    <message>
        <source>This has become dossier {code} already.</source>
        <translation>Trường hợp này đã thành hồ sơ {code}.</translation>
    </message>
    <message>
        <source>Open the dossier; what is brought now belongs there.</source>
        <translation>Hãy mở hồ sơ đó; giấy tờ nộp thêm thuộc về hồ sơ ấy.</translation>
    </message>
    <message>
        <source>This desk's catalogue has no procedure {code} in force today.</source>
        <translation>Danh mục của quầy không có thủ tục {code} đang có hiệu lực.</translation>
    </message>
    <message>
        <source>Import the procedure, or refuse the dossier with this reason.</source>
        <translation>Hãy nhập thủ tục vào danh mục, hoặc từ chối hồ sơ với lý do này.</translation>
    </message>
    <message>
        <source>This desk's data is not as it was left.</source>
        <translation>Dữ liệu của quầy không còn như lúc rời máy.</translation>
    </message>
    <message>
        <source>Receive nothing until it was rebuilt, here or with ‘counter rebuild’; the technician can help.</source>
        <translation>Đừng tiếp nhận gì cho đến khi dựng lại xong, tại đây hoặc bằng ‘counter rebuild’; kỹ thuật viên có thể giúp.</translation>
    </message>
    <message>
        <source>The file with the records of desk {desk} is missing or empty.</source>
        <translation>Tệp dữ liệu của quầy {desk} bị mất hoặc rỗng.</translation>
    </message>
    <message>
        <source>The records on this computer are older than what this desk has already written: {missing} are missing.</source>
        <translation>Dữ liệu trên máy này cũ hơn những gì quầy đã ghi: thiếu {missing} mục nhật ký.</translation>
    </message>
    <message>
        <source>Two copies of this desk's records were used: from record {sequence} on they differ.</source>
        <translation>Hai bản dữ liệu của quầy này đã được dùng song song: từ mục {sequence} chúng khác nhau.</translation>
    </message>
    <message>
        <source>What this desk has already drawn cannot be compared: its record ‘desk.drawn’ is missing or damaged.</source>
        <translation>Không đối chiếu được các số quầy đã cấp: tệp ‘desk.drawn’ bị mất hoặc hỏng.</translation>
    </message>
    <message>
        <source>This desk's data was restored from a backup, and what was done since then is not known yet.</source>
        <translation>Dữ liệu của quầy được khôi phục từ bản sao lưu, chưa biết những gì đã làm sau đó.</translation>
    </message>
    <message>
        <source>Receive nothing until the rebuild is done, here or with ‘counter rebuild’.</source>
        <translation>Đừng tiếp nhận gì cho đến khi dựng lại xong, tại đây hoặc bằng ‘counter rebuild’.</translation>
    </message>
    <message>
        <source>This desk's data was written by a newer version of the program.</source>
        <translation>Dữ liệu của quầy do phiên bản phần mềm mới hơn ghi.</translation>
    </message>
    <message>
        <source>Start the newer version; or go back to the data of before with ‘counter go-back’, which keeps what was done since.</source>
        <translation>Hãy mở phiên bản mới; hoặc quay lại dữ liệu trước đó bằng ‘counter go-back’, việc làm từ đó vẫn được giữ.</translation>
    </message>
    <message>
        <source>Two copies of this desk's records were used: the province has others from record {sequence} on.</source>
        <translation>Hai bản dữ liệu của quầy này đã được dùng song song: từ mục {sequence} tỉnh có các mục khác.</translation>
    </message>
    <message>
        <source>Receive nothing more here: end the program and have both put together with ‘counter rebuild’.</source>
        <translation>Đừng tiếp nhận thêm ở đây: hãy đóng phần mềm và nhập hai bản làm một bằng ‘counter rebuild’.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess.</source>
        <translation>Mật khẩu này quá dễ đoán.</translation>
    </message>
    <message>
        <source>Take at least 12 characters, best of all four words that do not belong together.</source>
        <translation>Hãy dùng ít nhất 12 ký tự, tốt nhất là bốn từ không liên quan với nhau.</translation>
    </message>
    <message>
        <source>No backup can be made yet: neither a passphrase nor a recovery key was set for this desk.</source>
        <translation>Chưa sao lưu được: quầy chưa có mật khẩu sao lưu và cũng chưa có khóa khôi phục.</translation>
    </message>
    <message>
        <source>Have the administrator print the recovery key (‘counter recovery-key’) and put it into the safe.</source>
        <translation>Đề nghị người quản trị in khóa khôi phục (‘counter recovery-key’) và cất vào tủ hồ sơ mật.</translation>
    </message>
    <message>
        <source>This is not the passphrase or recovery key of the backup.</source>
        <translation>Đây không phải mật khẩu hay khóa khôi phục của bản sao lưu.</translation>
    </message>
    <message>
        <source>Type it once more; of a printed key the letters alone count, not spaces, hyphens or capitals.</source>
        <translation>Hãy nhập lại; với khóa in trên giấy chỉ tính chữ và số, không tính dấu cách, gạch nối, chữ hoa hay thường.</translation>
    </message>
    <message>
        <source>Check that the file was copied completely, or take the backup before it.</source>
        <translation>Hãy kiểm tra tệp đã chép đủ chưa, hoặc lấy bản sao lưu trước đó.</translation>
    </message>
    <message>
        <source>There already is a file {file}; a backup is never written over another one.</source>
        <translation>Đã có tệp {file}; bản sao lưu không bao giờ ghi đè lên bản khác.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>The backup could not be written ({reason}).</source>
        <translation>Không ghi được bản sao lưu ({reason}).</translation>
    </message>
    <message>
        <source>Check that the disk or share is there and has room; the backups made before are untouched.</source>
        <translation>Hãy kiểm tra ổ đĩa hoặc thư mục mạng có sẵn và còn chỗ; các bản sao lưu trước vẫn nguyên.</translation>
    </message>
    <message>
        <source>The backup could not be read back as it was written: the disk it lies on may be failing.</source>
        <translation>Bản sao lưu đọc lại không giống như đã ghi: ổ đĩa chứa nó có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>Use another disk for the backups; the backups made before are untouched.</source>
        <translation>Hãy dùng ổ đĩa khác để sao lưu; các bản sao lưu trước vẫn nguyên.</translation>
    </message>
    <message>
        <source>There is no room for this backup: {needed} MB are needed, {free} MB are free.</source>
        <translation>Không đủ chỗ cho bản sao lưu này: cần {needed} MB, còn trống {free} MB.</translation>
    </message>
    <message>
        <source>Free some disk space or restore to another disk; nothing was changed.</source>
        <translation>Hãy giải phóng ổ đĩa hoặc khôi phục sang ổ khác; chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>This computer's disk could not read or write a file.</source>
        <translation>Ổ đĩa của máy không đọc hoặc ghi được một tệp.</translation>
    </message>
    <message>
        <source>The disk of the backups is full: the next one needs {needed} MB and {free} MB are free.</source>
        <translation>Ổ đĩa sao lưu đã đầy: bản tiếp theo cần {needed} MB, còn trống {free} MB.</translation>
    </message>
    <message>
        <source>Make room there or use a larger disk; the backups made before are untouched.</source>
        <translation>Hãy giải phóng chỗ hoặc dùng ổ lớn hơn; các bản sao lưu trước vẫn nguyên.</translation>
    </message>
    <message>
        <source>The folder of the backups is not there: {folder}</source>
        <translation>Không thấy thư mục sao lưu: {folder}</translation>
    </message>
    <message>
        <source>Plug the disk in or have the share connected; the next backup is then made by itself.</source>
        <translation>Hãy cắm ổ đĩa hoặc nối lại thư mục mạng; bản sao lưu tiếp theo sẽ tự được ghi.</translation>
    </message>
    <message>
        <source>A text or number of this dossier is far larger than such papers have, so nothing was saved.</source>
        <translation>Một nội dung hoặc con số của hồ sơ này lớn hơn nhiều so với giấy tờ thông thường nên chưa lưu gì.</translation>
    </message>
    <message>
        <source>Look for a field with too much pasted into it, shorten it, and save again.</source>
        <translation>Hãy tìm ô bị dán quá nhiều nội dung, rút gọn rồi lưu lại.</translation>
    </message>
    <message>
        <source>The province keeps {count} records of this desk aside: it does not take them for records of a desk.</source>
        <translation>Tỉnh để riêng {count} bản ghi của quầy này vì không coi đó là bản ghi do quầy lập.</translation>
    </message>
    <message>
        <source>Go on working and tell the technician; at the province ‘counter server aside list’ shows the reasons.</source>
        <translation>Cứ tiếp tục làm việc và báo cán bộ kỹ thuật; tại tỉnh, lệnh ‘counter server aside list’ cho biết lý do.</translation>
    </message>
    <message>
        <source>Give --certificate and --key; behind a proxy that does the TLS it listens on this machine only (no --host).</source>
        <translation>Hãy thêm --certificate và --key; khi đứng sau máy chủ trung gian lo phần TLS thì chỉ phục vụ trên chính máy này (không dùng --host).</translation>
    </message>
    <message>
        <source>The server is to stand behind a proxy, and was not told by which name it is asked.</source>
        <translation>Máy chủ đứng sau máy chủ trung gian nhưng chưa được khai tên mà các quầy gọi.</translation>
    </message>
    <message>
        <source>Give the name in the address of the desks with --names, such as --names mot-cua.example.vn.</source>
        <translation>Hãy khai tên trong địa chỉ mà các quầy gọi bằng --names, ví dụ --names mot-cua.example.vn.</translation>
    </message>
    <message>
        <source>The server's certificate cannot be read ({reason}).</source>
        <translation>Không đọc được chứng thư của máy chủ ({reason}).</translation>
    </message>
    <message>
        <source>Check the file after --certificate: it must be in PEM, the server's own certificate first.</source>
        <translation>Hãy kiểm tra tệp sau --certificate: tệp phải ở dạng PEM, chứng thư của chính máy chủ đứng đầu.</translation>
    </message>
    <message>
        <source>“{file}” cannot be opened here: it takes far more memory or time than a scanned document.</source>
        <translation>Không mở được “{file}” tại đây: tệp đòi hỏi bộ nhớ hoặc thời gian lớn hơn nhiều so với một giấy tờ quét.</translation>
    </message>
    <message>
        <source>Open it in another program and save it anew, or scan the paper.</source>
        <translation>Hãy mở bằng chương trình khác rồi lưu lại, hoặc quét giấy tờ.</translation>
    </message>
    <message>
        <source>“{file}” has more than {count} pages, more than any dossier; the first {count} are taken.</source>
        <translation>“{file}” có hơn {count} trang, nhiều hơn mọi hồ sơ; chỉ nhận {count} trang đầu.</translation>
    </message>
    <message>
        <source>Divide it into smaller files, and add only those that belong to this paper.</source>
        <translation>Hãy chia thành các tệp nhỏ hơn và chỉ thêm những tệp thuộc giấy tờ này.</translation>
    </message>
    <message>
        <source>Dossier {code} cannot be shown: its records hold values that no desk can have written.</source>
        <translation>Không hiển thị được hồ sơ {code}: bản ghi của hồ sơ có giá trị mà không quầy nào có thể ghi.</translation>
    </message>
    <message>
        <source>Go on with the other dossiers and tell the technician; the records themselves are kept as they are.</source>
        <translation>Cứ làm tiếp các hồ sơ khác và báo cán bộ kỹ thuật; các bản ghi vẫn được giữ nguyên.</translation>
    </message>
    <message>
        <source>Go on working and tell the technician: the records of that day differ between desk and province.</source>
        <translation>Cứ tiếp tục làm việc và báo cán bộ kỹ thuật: nhật ký ngày đó ở quầy và ở tỉnh không giống nhau.</translation>
    </message>
    <message>
        <source>Receive nothing and call the technician: ‘counter rebuild’ puts the province&apos;s back and names the others.</source>
        <translation>Chưa tiếp nhận hồ sơ nào và hãy gọi cán bộ kỹ thuật: lệnh ‘counter rebuild’ đưa bản của tỉnh trở lại và kể ra các mục bị sửa.</translation>
    </message>
    <message>
        <source>Record {sequence} of this desk was changed after it was written.</source>
        <translation>Mục nhật ký số {sequence} của quầy đã bị sửa sau khi ghi.</translation>
    </message>
    <message>
        <source>Records of this desk were changed here after the province had them: record {sequence} is another.</source>
        <translation>Nhật ký của quầy bị sửa trên máy này sau khi đã gửi tỉnh: mục số {sequence} không còn như trước.</translation>
    </message>
    <message>
        <source>Take a file that ‘counter digests’ wrote on this desk.</source>
        <translation>Hãy dùng tệp do lệnh ‘counter digests’ ghi ra tại quầy này.</translation>
    </message>
    <message>
        <source>The file {file} holds no day digests of this desk, or somebody changed it.</source>
        <translation>Tệp {file} không chứa tóm lược ngày của quầy này, hoặc đã bị sửa.</translation>
    </message>
    <message>
        <source>The province does not take this desk&apos;s day digests: {reason}</source>
        <translation>Tỉnh không nhận tóm lược ngày của quầy: {reason}</translation>
    </message>
    <message>
        <source>The records of this desk up to {day} were changed afterwards: they are not those that it signed.</source>
        <translation>Nhật ký của quầy đến ngày {day} đã bị sửa về sau: không còn như lúc quầy ký.</translation>
    </message>
    <message>
        <source>Check the number; the dossiers of other offices are not here.</source>
        <translation>Hãy kiểm tra lại số; hồ sơ của cơ quan khác không có ở đây.</translation>
    </message>
    <message>
        <source>Data is erased only with a reason and the name of who decided it.</source>
        <translation>Chỉ xóa dữ liệu khi có lý do và tên người quyết định.</translation>
    </message>
    <message>
        <source>Dossier {code} has not ended, so its data is still needed and cannot be erased.</source>
        <translation>Hồ sơ {code} chưa kết thúc, dữ liệu còn cần dùng nên không xóa được.</translation>
    </message>
    <message>
        <source>Enter both.</source>
        <translation>Hãy nhập cả hai.</translation>
    </message>
    <message>
        <source>No dossier or guidance case of this desk names that person.</source>
        <translation>Không có hồ sơ hay trường hợp hướng dẫn nào tại quầy mang tên người này.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or have the applicant withdraw it first.</source>
        <translation>Hãy chờ hồ sơ kết thúc, hoặc để người nộp rút hồ sơ trước.</translation>
    </message>
    <message>
        <source>A supervisor confirms it here, with their password or card.</source>
        <translation>Người phụ trách xác nhận ngay tại đây bằng mật khẩu hoặc thẻ.</translation>
    </message>
    <message>
        <source>Add what tells the two apart, such as the year of birth.</source>
        <translation>Hãy ghi thêm để phân biệt, ví dụ năm sinh.</translation>
    </message>
    <message>
        <source>Another person with the role of supervisor has to confirm it.</source>
        <translation>Phải do một người khác có vai trò phụ trách xác nhận.</translation>
    </message>
    <message>
        <source>Ask a colleague whose task it is, or have the administrator give your account the role.</source>
        <translation>Hãy nhờ đồng nghiệp có nhiệm vụ này, hoặc nhờ người quản trị giao vai trò cho tài khoản của bạn.</translation>
    </message>
    <message>
        <source>Ask the province to change them.</source>
        <translation>Hãy đề nghị tỉnh thay đổi.</translation>
    </message>
    <message>
        <source>Choose one of the list; one of another desk arrives when the line is back.</source>
        <translation>Hãy chọn trong danh sách; tài khoản của quầy khác sẽ đến khi có đường truyền.</translation>
    </message>
    <message>
        <source>Give somebody else the role first.</source>
        <translation>Trước hết hãy giao vai trò này cho người khác.</translation>
    </message>
    <message>
        <source>Have them open an account.</source>
        <translation>Hãy nhờ người đó mở tài khoản.</translation>
    </message>
    <message>
        <source>It needs at least {letters} letters, not the name and not one letter only, typed alike both times.</source>
        <translation>Cần ít nhất {letters} ký tự, không phải họ tên, không phải chỉ một ký tự lặp lại, và hai lần gõ giống nhau.</translation>
    </message>
    <message>
        <source>No such account is known at this desk.</source>
        <translation>Quầy này không có tài khoản ấy.</translation>
    </message>
    <message>
        <source>Nobody is signed in at this desk.</source>
        <translation>Chưa ai đăng nhập tại quầy này.</translation>
    </message>
    <message>
        <source>Sign in with the password; the administrator can give out another card.</source>
        <translation>Hãy đăng nhập bằng mật khẩu; người quản trị có thể cấp thẻ khác.</translation>
    </message>
    <message>
        <source>Sign in, then do it again; on the command line say who you are by --clerk.</source>
        <translation>Hãy đăng nhập rồi làm lại; ở dòng lệnh thì nêu mình là ai bằng --clerk.</translation>
    </message>
    <message>
        <source>Somebody with the name “{name}” has an account already.</source>
        <translation>Đã có tài khoản mang họ tên “{name}”.</translation>
    </message>
    <message>
        <source>The roles of this account are kept by the province.</source>
        <translation>Vai trò của tài khoản này do tỉnh quản lý.</translation>
    </message>
    <message>
        <source>This card belongs to nobody who works here.</source>
        <translation>Thẻ này không phải của ai đang làm việc tại đây.</translation>
    </message>
    <message>
        <source>This desk has an administrator already.</source>
        <translation>Quầy này đã có người quản trị.</translation>
    </message>
    <message>
        <source>This is the last account of an administrator.</source>
        <translation>Đây là tài khoản quản trị cuối cùng.</translation>
    </message>
    <message>
        <source>This password cannot be used.</source>
        <translation>Không dùng được mật khẩu này.</translation>
    </message>
    <message>
        <source>Too many wrong passwords for this name at this desk.</source>
        <translation>Đã gõ sai mật khẩu của người này nhiều lần tại quầy này.</translation>
    </message>
    <message>
        <source>Try again; the administrator can give out a new password.</source>
        <translation>Hãy thử lại; người quản trị có thể cấp mật khẩu mới.</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds, or use the card. Other desks and other names are not held up.</source>
        <translation>Hãy đợi {seconds} giây, hoặc dùng thẻ. Quầy khác và người khác không bị ảnh hưởng.</translation>
    </message>
    <message>
        <source>{name} cannot confirm this.</source>
        <translation>{name} không xác nhận được việc này.</translation>
    </message>
    <message>
        <source>“{act}” is not among your tasks.</source>
        <translation>“{act}” không thuộc nhiệm vụ của bạn.</translation>
    </message>
    <message>
        <source>“{act}” needs a second person.</source>
        <translation>“{act}” cần người thứ hai xác nhận.</translation>
    </message>
    <message>
        <source>The folder {folder} belongs to another user of this computer.</source>
        <translation>Thư mục {folder} thuộc về người dùng khác của máy này.</translation>
    </message>
    <message>
        <source>Start the program as the user who set the desk up, or choose another folder with --data.</source>
        <translation>Hãy mở chương trình bằng người dùng đã thiết lập quầy, hoặc chọn thư mục khác bằng --data.</translation>
    </message>
    <message>
        <source>{official} is no official who may keep the accounts of office {agency}.</source>
        <translation>{official} không phải là cán bộ được quản lý tài khoản của cơ quan {agency}.</translation>
    </message>
    <message>
        <source>‘counter server officials list’ shows who is an official, and of which office.</source>
        <translation>Lệnh ‘counter server officials list’ cho biết ai là cán bộ, của cơ quan nào.</translation>
    </message>
    <message>
        <source>Office {agency} has no desk at this server.</source>
        <translation>Cơ quan {agency} chưa có quầy nào trên máy chủ này.</translation>
    </message>
    <message>
        <source>Register one first: ‘counter server desks add {agency}:1’.</source>
        <translation>Hãy đăng ký quầy trước: ‘counter server desks add {agency}:1’.</translation>
    </message>
    <message>
        <source>“{name}” names none of the accounts of office {agency}, or more than one.</source>
        <translation>“{name}” không là tên tài khoản nào của cơ quan {agency}, hoặc trùng tên nhiều tài khoản.</translation>
    </message>
    <message>
        <source>‘counter server accounts list {agency}’ shows them; an account can be named by its code, too.</source>
        <translation>Xem danh sách bằng lệnh ‘counter server accounts list {agency}’; có thể gọi tài khoản bằng mã của nó.</translation>
    </message>
    <message>
        <source>“{hours}” are no hours of a day.</source>
        <translation>“{hours}” không phải là khoảng giờ trong ngày.</translation>
    </message>
    <message>
        <source>Type them as 17:00-07:00; several are divided by a space.</source>
        <translation>Gõ như 17:00-07:00; nhiều khoảng cách nhau bằng dấu cách.</translation>
    </message>
    <message>
        <source>“{role}” is no role.</source>
        <translation>“{role}” không phải là vai trò.</translation>
    </message>
    <message>
        <source>The roles are: {roles}; several are joined by commas.</source>
        <translation>Các vai trò: {roles}; nhiều vai trò nối bằng dấu phẩy.</translation>
    </message>
    <message>
        <source>The province has lost {count} records of others that are on this computer, and cannot check them.</source>
        <translation>Máy chủ tỉnh đã mất {count} bản ghi của nơi khác mà máy này còn giữ, và không kiểm chứng được.</translation>
    </message>
    <message>
        <source>Keep this computer's data and tell the technician: the desks that wrote them bring them back themselves.</source>
        <translation>Hãy giữ nguyên dữ liệu của máy này và báo kỹ thuật: quầy đã ghi chúng sẽ tự gửi lại.</translation>
    </message>
    <message>
        <source>The form has no title, by which its pages are recognised.</source>
        <translation>Mẫu chưa có tên để nhận ra trang của nó.</translation>
    </message>
    <message>
        <source>Type the title as it is printed on the form, then save again.</source>
        <translation>Gõ tên mẫu đúng như in trên giấy rồi lưu lại.</translation>
    </message>
    <message>
        <source>No box has a field and the printed label before it: nothing could be read by this form.</source>
        <translation>Không có ô nào vừa có trường vừa có nhãn in: mẫu này không đọc được gì.</translation>
    </message>
    <message>
        <source>Draw a box where the answer stands, choose its field and check its label.</source>
        <translation>Kéo một ô ở chỗ ghi câu trả lời, chọn trường và xem lại nhãn.</translation>
    </message>
    <message>
        <source>Two boxes have the same field: {field}.</source>
        <translation>Hai ô có cùng một trường: {field}.</translation>
    </message>
    <message>
        <source>Give one of them another field, or delete it.</source>
        <translation>Chọn trường khác cho một ô, hoặc xóa ô đó.</translation>
    </message>
    <message>
        <source>The form could not be saved; nothing has changed.</source>
        <translation>Không lưu được mẫu; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This page is in no document of the dossier at this desk any more.</source>
        <translation>Trang này không còn nằm trong tệp giấy tờ nào của hồ sơ tại quầy này.</translation>
    </message>
    <message>
        <source>Look at its pages again; what another desk scanned is taken out there.</source>
        <translation>Hãy xem lại các trang; trang do quầy khác quét thì rút tại quầy đó.</translation>
    </message>
    <message>
        <source>A card does not open this desk's data: it takes a password.</source>
        <translation>Thẻ không mở được dữ liệu của quầy: phải dùng mật khẩu.</translation>
    </message>
    <message>
        <source>Free some disk space, then do it again; nothing was changed.</source>
        <translation>Hãy giải phóng dung lượng đĩa rồi làm lại; chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Name yourself with --clerk, or set COUNTER_BACKUP_PASSPHRASE to the passphrase or recovery key.</source>
        <translation>Hãy nêu họ tên bằng --clerk, hoặc đặt COUNTER_BACKUP_PASSPHRASE là mật khẩu hay khóa khôi phục của bản sao lưu.</translation>
    </message>
    <message>
        <source>Nothing has to be done; ‘counter key renew’ changes the key itself.</source>
        <translation>Không phải làm gì; lệnh ‘counter key renew’ thay chính khóa đó.</translation>
    </message>
    <message>
        <source>Print a new recovery key (‘counter recovery-key’) or set the passphrase again with a backup, then renew.</source>
        <translation>Hãy in khóa khôi phục mới (lệnh ‘counter recovery-key’) hoặc sao lưu và đặt lại mật khẩu, rồi thay khóa.</translation>
    </message>
    <message>
        <source>The key of this desk's data lies in the keyring of this computer already.</source>
        <translation>Khóa mã hóa của dữ liệu quầy đã nằm trong kho khóa của máy này.</translation>
    </message>
    <message>
        <source>The name or the password is wrong: this desk's data stays locked.</source>
        <translation>Họ tên hoặc mật khẩu không đúng: dữ liệu của quầy vẫn khóa.</translation>
    </message>
    <message>
        <source>The recovery key or passphrase of the backups was set by an older program and would not open a new key.</source>
        <translation>Khóa khôi phục hoặc mật khẩu của bản sao lưu do phiên bản cũ đặt, sẽ không mở được khóa mã hóa mới.</translation>
    </message>
    <message>
        <source>There is no room to change the key: {needed} MB are needed, {free} MB are free.</source>
        <translation>Không đủ chỗ để thay khóa: cần {needed} MB, còn trống {free} MB.</translation>
    </message>
    <message>
        <source>This desk's data is locked: it opens with the password of somebody who works here.</source>
        <translation>Dữ liệu của quầy đang khóa: mật khẩu của người làm việc ở đây mới mở được.</translation>
    </message>
    <message>
        <source>Try again. A password changed at another desk counts here once the data was opened with the one before.</source>
        <translation>Hãy thử lại. Mật khẩu đổi ở quầy khác chỉ dùng được ở đây sau khi dữ liệu được mở bằng mật khẩu trước đó.</translation>
    </message>
    <message>
        <source>Type yours, or have a colleague open the data; afterwards the card signs you in.</source>
        <translation>Hãy nhập mật khẩu, hoặc nhờ đồng nghiệp mở dữ liệu; sau đó dùng thẻ để đăng nhập.</translation>
    </message>
    <message>
        <source>This PDF cannot be drawn: it is damaged, or far larger than papers are.</source>
        <translation>Không vẽ được tệp PDF này: tệp bị hỏng, hoặc lớn hơn giấy tờ rất nhiều.</translation>
    </message>
    <message>
        <source>Ask who sent it for another copy, or print and scan it.</source>
        <translation>Hãy xin người gửi bản khác, hoặc in ra rồi quét lại.</translation>
    </message>
    <message>
        <source>The catalogue of the program has no procedure {code} in force today.</source>
        <translation>Danh mục của chương trình không có thủ tục {code} đang áp dụng hôm nay.</translation>
    </message>
    <message>
        <source>Write the code as the national portal does, such as 1.001193.</source>
        <translation>Viết mã như trên Cổng Dịch vụ công quốc gia, ví dụ 1.001193.</translation>
    </message>
    <message>
        <source>The program was updated and changes this desk's data, but the disk has no room for the copy made first.</source>
        <translation>Chương trình đã cập nhật và cần đổi dữ liệu của quầy, nhưng ổ đĩa không đủ chỗ để sao lại dữ liệu trước khi đổi.</translation>
    </message>
    <message>
        <source>Free {megabytes} MB on this disk, then start again; nothing was changed.</source>
        <translation>Hãy giải phóng {megabytes} MB trên ổ đĩa này rồi khởi động lại; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>There is no copy of this desk's data from before an update.</source>
        <translation>Không có bản sao dữ liệu của quầy từ trước lần cập nhật.</translation>
    </message>
    <message>
        <source>A backup can be restored instead, with ‘counter restore’.</source>
        <translation>Có thể khôi phục một bản sao lưu bằng lệnh ‘counter restore’.</translation>
    </message>
    <message>
        <source>The server's database was changed by a newer version of the program.</source>
        <translation>Cơ sở dữ liệu của máy chủ đã được một phiên bản chương trình mới hơn thay đổi.</translation>
    </message>
    <message>
        <source>Start the newer version; or put the copy or dump of before in place, then ‘counter server epoch new’.</source>
        <translation>Hãy chạy phiên bản mới hơn; hoặc đặt lại bản sao trước đó, rồi chạy ‘counter server epoch new’.</translation>
    </message>
    <message>
        <source>“{file}” has more than {count} files; the first {count} are taken.</source>
        <translation>“{file}” có hơn {count} tệp; chỉ lấy {count} tệp đầu.</translation>
    </message>
    <message>
        <source>Choose a folder with only what belongs together.</source>
        <translation>Hãy chọn thư mục chỉ gồm những tệp thuộc cùng hồ sơ.</translation>
    </message>
    <message>
        <source>The package cannot be built here: {tool} is missing.</source>
        <translation>Không đóng gói được ở đây: thiếu {tool}.</translation>
    </message>
    <message>
        <source>Build in a git checkout on Debian or Ubuntu, with that program installed.</source>
        <translation>Hãy đóng gói từ một bản git trên Debian hoặc Ubuntu đã cài chương trình đó.</translation>
    </message>
    <message>
        <source>The package was not built: {tool} failed.</source>
        <translation>Chưa đóng gói được: {tool} báo lỗi.</translation>
    </message>
    <message>
        <source>Read what it said above; nothing was written beside older packages.</source>
        <translation>Hãy đọc lời báo ở trên; các gói cũ không bị ghi đè.</translation>
    </message>
    <message>
        <source>The server offers a version of the program that the province did not sign.</source>
        <translation>Máy chủ đưa ra một phiên bản chương trình không có chữ ký của tỉnh.</translation>
    </message>
    <message>
        <source>Nothing was installed. Tell the province's technician.</source>
        <translation>Chưa cài gì cả. Hãy báo cán bộ kỹ thuật của tỉnh.</translation>
    </message>
    <message>
        <source>The offered version of the program is damaged.</source>
        <translation>Phiên bản chương trình được gửi xuống bị hỏng.</translation>
    </message>
    <message>
        <source>Nothing was installed; the version in use goes on. Tell the province's technician.</source>
        <translation>Chưa cài gì cả; phiên bản đang dùng vẫn chạy. Hãy báo cán bộ kỹ thuật của tỉnh.</translation>
    </message>
    <message>
        <source>Version {version} of the program cannot be installed by itself at this desk.</source>
        <translation>Quầy này không tự cài được phiên bản {version} của chương trình.</translation>
    </message>
    <message>
        <source>Have the technician install its package; until then the version in use goes on.</source>
        <translation>Hãy nhờ cán bộ kỹ thuật cài gói của phiên bản đó; trong khi chờ, phiên bản đang dùng vẫn chạy.</translation>
    </message>
    <message>
        <source>Ask the province, or whoever set this desk up; nothing was changed.</source>
        <translation>Hãy hỏi tỉnh hoặc nơi đã cài đặt quầy này; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Check that the disk is not full and that this user may write to the desk's folder.</source>
        <translation>Kiểm tra ổ đĩa còn chỗ trống và người dùng này được ghi vào thư mục của quầy.</translation>
    </message>
    <message>
        <source>Choose the file that a desk saved, or that the province gave out; nothing was changed.</source>
        <translation>Hãy chọn tệp do một quầy đã lưu hoặc do tỉnh cấp; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Set up another desk instead; nothing was changed.</source>
        <translation>Hãy cài đặt một quầy khác; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The settings could not be saved; nothing has changed.</source>
        <translation>Không lưu được cài đặt; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This is no file or code with the settings of a desk.</source>
        <translation>Đây không phải tệp hoặc mã cài đặt của quầy.</translation>
    </message>
    <message>
        <source>These settings hold a line that is unknown or wrong: {name}</source>
        <translation>Trong bản cài đặt này có mục không nhận ra hoặc sai: {name}</translation>
    </message>
    <message>
        <source>This setting is locked: {names}</source>
        <translation>Mục cài đặt này đã bị khóa: {names}</translation>
    </message>
    <message>
        <source>This setting stands in every dossier's code and cannot be changed: {names}</source>
        <translation>Mục này nằm trong mã của mọi hồ sơ nên không đổi được: {names}</translation>
    </message>
    <message>
        <source>This desk is for training; nothing of it is sent to the province.</source>
        <translation>Đây là quầy tập huấn; không gì ở đây được gửi về tỉnh.</translation>
    </message>
    <message>
        <source>Do real work at the real desk: start the program without --training.</source>
        <translation>Hãy làm việc thật ở quầy thật: mở chương trình không kèm --training.</translation>
    </message>
    <message>
        <source>Nothing stands behind “{head}” in this report.</source>
        <translation>Báo cáo này không có hồ sơ nào đứng sau cột “{head}”.</translation>
    </message>
    <message>
        <source>Name one of its columns with a sum above nought: {heads}.</source>
        <translation>Hãy nêu một cột có tổng lớn hơn 0 trong các cột: {heads}.</translation>
    </message>
    <message>
        <source>There is no report “{key}”.</source>
        <translation>Không có báo cáo “{key}”.</translation>
    </message>
    <message>
        <source>Name one of these: {keys}.</source>
        <translation>Hãy nêu một trong các mã: {keys}.</translation>
    </message>
    <message>
        <source>{official} is no official of the whole province, so its evaluation cannot be signed off.</source>
        <translation>{official} không phải cán bộ của cả tỉnh nên không phê duyệt đánh giá của tỉnh được.</translation>
    </message>
    <message>
        <source>‘counter server officials list’ shows who sees all offices.</source>
        <translation>‘counter server officials list’ cho biết ai xem được mọi đơn vị.</translation>
    </message>
    <message>
        <source>The province has nothing of {period} from any office.</source>
        <translation>Máy chủ của tỉnh chưa có số liệu kỳ {period} của đơn vị nào.</translation>
    </message>
    <message>
        <source>Wait until the desks have sent their entries; ‘counter server desks list’ shows which wait.</source>
        <translation>Hãy chờ các quầy gửi dữ liệu về; ‘counter server desks list’ cho biết quầy nào còn chờ gửi.</translation>
    </message>
    <message>
        <source>No evaluation of the province of {period} was signed off.</source>
        <translation>Chưa phê duyệt đánh giá của tỉnh kỳ {period}.</translation>
    </message>
    <message>
        <source>Sign it off with --by and the name of an official of the province.</source>
        <translation>Hãy phê duyệt bằng --by và họ tên cán bộ của tỉnh.</translation>
    </message>
    <message>
        <source>The period {period} is not over, so its evaluation cannot be signed off.</source>
        <translation>Kỳ {period} chưa kết thúc nên chưa phê duyệt đánh giá được.</translation>
    </message>
    <message>
        <source>Sign it off from the day after its last.</source>
        <translation>Hãy phê duyệt từ ngày sau ngày cuối kỳ.</translation>
    </message>
    <message>
        <source>The evaluation of {period} was signed off already, and it stays as it is.</source>
        <translation>Đánh giá {period} đã được phê duyệt và được giữ nguyên.</translation>
    </message>
    <message>
        <source>Say the reason of the correction; it becomes version {version}.</source>
        <translation>Hãy nêu lý do đính chính; bản đính chính là bản số {version}.</translation>
    </message>
    <message>
        <source>No evaluation of {period} was signed off at this office.</source>
        <translation>Cơ quan chưa phê duyệt đánh giá {period}.</translation>
    </message>
    <message>
        <source>Sign it off with --sign and the official's name, or wait until the other desk's entries have come.</source>
        <translation>Hãy phê duyệt bằng --sign và họ tên người phê duyệt, hoặc chờ dữ liệu của quầy khác về.</translation>
    </message>
    <message>
        <source>A complaint is not taken as feedback, and was not saved.</source>
        <translation>Khiếu nại không tiếp nhận như phản ánh, kiến nghị; chưa có gì được lưu.</translation>
    </message>
    <message>
        <source>Tell the citizen: it goes to whoever made the decision or did the act, at the office where citizens are received, under the Law on Complaints; within 90 days of knowing of it.</source>
        <translation>Hướng dẫn công dân: khiếu nại gửi người đã ra quyết định hoặc có hành vi hành chính, tại nơi tiếp công dân, theo Luật Khiếu nại; trong 90 ngày kể từ ngày biết được quyết định, hành vi đó.</translation>
    </message>
    <message>
        <source>A denunciation is not taken as feedback, and was not saved.</source>
        <translation>Tố cáo không tiếp nhận như phản ánh, kiến nghị; chưa có gì được lưu.</translation>
    </message>
    <message>
        <source>Tell the citizen: it goes to the head of the agency that employs the person denounced, at the office where citizens are received, under the Law on Denunciations. Ask for no details here.</source>
        <translation>Hướng dẫn công dân: tố cáo gửi người đứng đầu cơ quan quản lý người bị tố cáo, tại nơi tiếp công dân, theo Luật Tố cáo. Không hỏi chi tiết tại quầy.</translation>
    </message>
    <message>
        <source>The same feedback of the same sender was taken already: no. {number} of {day}.</source>
        <translation>Phản ánh này của cùng người gửi đã tiếp nhận: số {number} ngày {day}.</translation>
    </message>
    <message>
        <source>Open that one; if something is new, write what is new.</source>
        <translation>Mở phản ánh đó; nếu có nội dung mới thì ghi nội dung mới.</translation>
    </message>
    <message>
        <source>“{act}” is not possible for feedback no. {number} as it stands now.</source>
        <translation>Không thể “{act}” với phản ánh số {number} ở tình trạng hiện nay.</translation>
    </message>
    <message>
        <source>Look at what was done with it: a colleague or the province may have acted first.</source>
        <translation>Xem các bước đã làm: đồng nghiệp hoặc tỉnh có thể đã xử lý trước.</translation>
    </message>
    <message>
        <source>The answer is late: it was due {due}.</source>
        <translation>Trả lời đã quá hạn: hạn là {due}.</translation>
    </message>
    <message>
        <source>Write why it is late; the reason stands in the register and in the letter.</source>
        <translation>Ghi lý do chậm; lý do được ghi trong sổ và trong văn bản trả lời.</translation>
    </message>
    <message>
        <source>The page on which citizens say how they were served cannot be shown at {host}:{port}.</source>
        <translation>Không mở được trang đánh giá của người dân tại {host}:{port}.</translation>
    </message>
    <message>
        <source>Choose another port in the profile’s [kiosk] section, or end the program that uses it.</source>
        <translation>Chọn cổng khác trong mục [kiosk] của hồ sơ cấu hình, hoặc tắt chương trình đang dùng cổng đó.</translation>
    </message>
    <message>
        <source>The package would hold files that are in no commit: {files}.</source>
        <translation>Gói sẽ có những tệp không nằm trong lần ghi nhận (commit) nào: {files}.</translation>
    </message>
    <message>
        <source>Commit them or put them aside, then build it again.</source>
        <translation>Hãy ghi nhận hoặc cất các tệp ấy đi, rồi đóng gói lại.</translation>
    </message>
    <message>
        <source>The province does not look for papers of other offices for this dossier or procedure.</source>
        <translation>Cấp tỉnh không tìm giấy tờ của đơn vị khác cho hồ sơ hoặc thủ tục này.</translation>
    </message>
    <message>
        <source>Go on working and scan the papers; ask again once the dossier was sent to the province.</source>
        <translation>Cứ làm tiếp và quét giấy tờ; hỏi lại khi hồ sơ đã gửi lên tỉnh.</translation>
    </message>
</context>
<context>
    <name>FeedBar</name>
    <message>
        <source>%n front sides are scanned.</source>
        <translation>Đã quét %n mặt trước.</translation>
    </message>
    <message>
        <source>%n pages so far.</source>
        <translation>Đã nhận %n trang.</translation>
    </message>
    <message>
        <source>Do not scan</source>
        <translation>Không quét nữa</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>New files in the folder “{folder}” become pages of “{paper}”.</source>
        <translation>Tệp mới trong thư mục “{folder}” sẽ thành trang của “{paper}”.</translation>
    </message>
    <message>
        <source>No back sides</source>
        <translation>Không có mặt sau</translation>
    </message>
    <message>
        <source>Put the sheets of “{paper}” into the feeder: scanning begins by itself.</source>
        <translation>Hãy đặt các tờ của “{paper}” vào khay nạp: máy sẽ tự bắt đầu quét.</translation>
    </message>
    <message>
        <source>Scanning “{paper}”: {n} pages so far.</source>
        <translation>Đang quét “{paper}”: đã được {n} trang.</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>Dừng quét</translation>
    </message>
    <message>
        <source>Take the stack as it lies, turn it over without sorting it, put it into the feeder.</source>
        <translation>Hãy lấy nguyên tập giấy ra, lật úp cả tập, giữ nguyên thứ tự, rồi đặt lại vào khay nạp.</translation>
    </message>
    <message>
        <source>Scan the back sides (F5)</source>
        <translation>Quét mặt sau (F5)</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Appointment slip</source>
        <translation>Phiếu hẹn</translation>
    </message>
    <message>
        <source>Receipt and appointment</source>
        <translation>Giấy tiếp nhận hồ sơ và hẹn trả kết quả</translation>
    </message>
    <message>
        <source>Apology and request for extension</source>
        <translation>Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết</translation>
    </message>
    <message>
        <source>Control sheet</source>
        <translation>Phiếu kiểm soát quá trình giải quyết hồ sơ</translation>
    </message>
    <message>
        <source>Fee receipt</source>
        <translation>Biên lai thu phí, lệ phí</translation>
    </message>
    <message>
        <source>Note of returned results</source>
        <translation>Giấy biên nhận trả kết quả</translation>
    </message>
    <message>
        <source>Notice that work is stopped</source>
        <translation>Thông báo dừng giải quyết hồ sơ</translation>
    </message>
    <message>
        <source>Refusal to accept the dossier</source>
        <translation>Phiếu từ chối tiếp nhận giải quyết hồ sơ</translation>
    </message>
    <message>
        <source>Request for supplements</source>
        <translation>Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ</translation>
    </message>
    <message>
        <source>Hand-over list of dossiers</source>
        <translation>Giấy bàn giao hồ sơ</translation>
    </message>
    <message>
        <source>Hand-over list of results</source>
        <translation>Phiếu bàn giao kết quả</translation>
    </message>
    <message>
        <source>Receipt of several dossiers</source>
        <translation>Giấy tiếp nhận nhiều hồ sơ</translation>
    </message>
    <message>
        <source>Certification receipt</source>
        <translation>Giấy tiếp nhận hồ sơ chứng thực</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>Notice that work is paused</source>
        <translation>Thông báo tạm dừng giải quyết hồ sơ</translation>
    </message>
    <message>
        <source>Declaration of a lost receipt</source>
        <translation>Đơn trình báo mất giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Note of papers given back</source>
        <translation>Giấy biên nhận trả lại hồ sơ</translation>
    </message>
    <message>
        <source>Receipt of a residence dossier (CT04)</source>
        <translation>Phiếu tiếp nhận hồ sơ cư trú (CT04)</translation>
    </message>
    <message>
        <source>Receipt of feedback</source>
        <translation>Phiếu tiếp nhận phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>Letter passing feedback on</source>
        <translation>Phiếu chuyển phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>Answer to feedback</source>
        <translation>Thông báo kết quả xử lý phản ánh, kiến nghị</translation>
    </message>
</context>
<context>
    <name>needs</name>
    <message>
        <source>a deadline in the future</source>
        <translation>thời hạn (phải sau thời điểm hiện tại)</translation>
    </message>
    <message>
        <source>a later date</source>
        <translation>ngày hẹn trả mới (phải muộn hơn ngày đã hẹn)</translation>
    </message>
    <message>
        <source>the amount</source>
        <translation>số tiền</translation>
    </message>
    <message>
        <source>the day of the result</source>
        <translation>ngày ký kết quả</translation>
    </message>
    <message>
        <source>the number of the postal bill</source>
        <translation>số vận đơn bưu chính</translation>
    </message>
    <message>
        <source>the number of the receipt</source>
        <translation>số biên lai</translation>
    </message>
    <message>
        <source>the number of who takes it</source>
        <translation>số giấy tờ của người nhận</translation>
    </message>
    <message>
        <source>the paper of authority</source>
        <translation>văn bản ủy quyền</translation>
    </message>
    <message>
        <source>the reason</source>
        <translation>lý do</translation>
    </message>
    <message>
        <source>the result</source>
        <translation>kết quả</translation>
    </message>
    <message>
        <source>the series of the receipt</source>
        <translation>ký hiệu biên lai</translation>
    </message>
    <message>
        <source>the unit that takes it</source>
        <translation>đơn vị nhận</translation>
    </message>
    <message>
        <source>what is to be brought</source>
        <translation>giấy tờ, nội dung cần bổ sung</translation>
    </message>
    <message>
        <source>who signs it</source>
        <translation>người ký</translation>
    </message>
    <message>
        <source>who takes it</source>
        <translation>người nhận</translation>
    </message>
    <message>
        <source>who asks for it</source>
        <translation>người đề nghị</translation>
    </message>
    <message>
        <source>who declares it</source>
        <translation>người trình báo</translation>
    </message>
    <message>
        <source>what was looked at to know the person</source>
        <translation>giấy tờ đã kiểm tra để xác định người trình báo</translation>
    </message>
    <message>
        <source>the papers that came</source>
        <translation>giấy tờ đã nộp</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>nội dung ghi chú</translation>
    </message>
    <message>
        <source>why supplements are asked for once more</source>
        <translation>lý do yêu cầu bổ sung thêm lần nữa</translation>
    </message>
    <message>
        <source>the full name</source>
        <translation>họ và tên</translation>
    </message>
    <message>
        <source>what the account is for</source>
        <translation>vai trò của tài khoản</translation>
    </message>
    <message>
        <source>what is said</source>
        <translation>nội dung phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>địa chỉ</translation>
    </message>
    <message>
        <source>a telephone or e-mail</source>
        <translation>số điện thoại hoặc thư điện tử</translation>
    </message>
    <message>
        <source>whom it is passed on to</source>
        <translation>cơ quan được chuyển đến</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>nội dung trả lời</translation>
    </message>
    <message>
        <source>why the answer is late</source>
        <translation>lý do trả lời chậm</translation>
    </message>
    <message>
        <source>where it was made public</source>
        <translation>nơi đã công khai</translation>
    </message>
</context>
<context>
    <name>printers</name>
    <message>
        <source>it is off, out of paper or stopped</source>
        <translation>máy đang tắt, hết giấy hoặc bị dừng</translation>
    </message>
    <message>
        <source>it is out of paper</source>
        <translation>máy hết giấy</translation>
    </message>
    <message>
        <source>its cover or a door is open</source>
        <translation>nắp hoặc cửa máy đang mở</translation>
    </message>
    <message>
        <source>it does not answer; it is off, or its cable is out</source>
        <translation>máy không trả lời, có thể đang tắt hoặc tuột dây</translation>
    </message>
    <message>
        <source>it is paused</source>
        <translation>máy đã bị tạm dừng</translation>
    </message>
    <message>
        <source>it is busy with other papers</source>
        <translation>máy đang bận in tài liệu khác</translation>
    </message>
    <message>
        <source>it holds the paper back</source>
        <translation>máy đang giữ bản in lại</translation>
    </message>
    <message>
        <source>it reports a fault</source>
        <translation>máy báo lỗi</translation>
    </message>
    <message>
        <source>its ink or toner has run out</source>
        <translation>máy hết mực</translation>
    </message>
    <message>
        <source>paper is jammed in it</source>
        <translation>máy bị kẹt giấy</translation>
    </message>
    <message>
        <source>it waits for paper of another size</source>
        <translation>máy đang chờ giấy khổ khác</translation>
    </message>
    <message>
        <source>its paper tray is missing</source>
        <translation>máy thiếu khay giấy</translation>
    </message>
    <message>
        <source>its container for waste ink is full</source>
        <translation>hộp mực thải đã đầy</translation>
    </message>
    <message>
        <source>its output tray is full</source>
        <translation>khay giấy ra đã đầy</translation>
    </message>
    <message>
        <source>its output tray is missing</source>
        <translation>máy thiếu khay giấy ra</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>A decision of a competent agency requires it.</source>
        <translation>Theo quyết định của cơ quan có thẩm quyền.</translation>
    </message>
    <message>
        <source>A fault of the electronic system delayed the work.</source>
        <translation>Hệ thống thông tin gặp sự cố làm chậm việc giải quyết.</translation>
    </message>
    <message>
        <source>Copies in the dossier cannot be read or are not certified.</source>
        <translation>Bản sao trong hồ sơ không đọc được hoặc chưa được chứng thực.</translation>
    </message>
    <message>
        <source>Money was taken by mistake.</source>
        <translation>Thu nhầm.</translation>
    </message>
    <message>
        <source>More time is needed to verify the dossier.</source>
        <translation>Cần thêm thời gian để thẩm tra, xác minh hồ sơ.</translation>
    </message>
    <message>
        <source>Papers in the dossier are wrong or do not agree with each other.</source>
        <translation>Giấy tờ trong hồ sơ có sai sót hoặc không thống nhất với nhau.</translation>
    </message>
    <message>
        <source>The applicant asks to stop the work.</source>
        <translation>Người nộp đề nghị dừng giải quyết hồ sơ.</translation>
    </message>
    <message>
        <source>The applicant has to meet the financial obligation by the tax office's notice.</source>
        <translation>Thực hiện nghĩa vụ tài chính theo thông báo của cơ quan thuế.</translation>
    </message>
    <message>
        <source>The applicant has to pay the registration charge.</source>
        <translation>Nộp lệ phí trước bạ.</translation>
    </message>
    <message>
        <source>The applicant no longer needs it.</source>
        <translation>Người nộp hồ sơ không còn nhu cầu.</translation>
    </message>
    <message>
        <source>The applicant wants to file it again with changes.</source>
        <translation>Người nộp hồ sơ muốn điều chỉnh và nộp lại.</translation>
    </message>
    <message>
        <source>The dossier is incomplete and the applicant does not complete it.</source>
        <translation>Hồ sơ không đầy đủ và người nộp không bổ sung.</translation>
    </message>
    <message>
        <source>The dossier is not within the competence of this office.</source>
        <translation>Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan.</translation>
    </message>
    <message>
        <source>The dossier lacks papers the procedure asks for.</source>
        <translation>Hồ sơ thiếu giấy tờ theo quy định của thủ tục.</translation>
    </message>
    <message>
        <source>The land or property is in dispute.</source>
        <translation>Thửa đất, tài sản đang có tranh chấp.</translation>
    </message>
    <message>
        <source>The matter does not meet the conditions of the law.</source>
        <translation>Không đủ điều kiện giải quyết theo quy định của pháp luật.</translation>
    </message>
    <message>
        <source>The opinion of a coordinating agency is awaited.</source>
        <translation>Đang chờ ý kiến của cơ quan phối hợp.</translation>
    </message>
    <message>
        <source>The printer damaged the receipt.</source>
        <translation>Máy in làm hỏng biên lai.</translation>
    </message>
    <message>
        <source>Written wrongly.</source>
        <translation>Viết sai.</translation>
    </message>
    <message>
        <source>Typed wrongly when the dossier was received.</source>
        <translation>Nhập sai khi tiếp nhận hồ sơ.</translation>
    </message>
    <message>
        <source>The applicant gave another telephone number or address.</source>
        <translation>Người nộp cung cấp số điện thoại hoặc địa chỉ khác.</translation>
    </message>
    <message>
        <source>The papers were counted wrongly.</source>
        <translation>Đếm sai số lượng giấy tờ.</translation>
    </message>
    <message>
        <source>Another procedure was meant.</source>
        <translation>Chọn nhầm thủ tục.</translation>
    </message>
    <message>
        <source>Received twice.</source>
        <translation>Tiếp nhận trùng.</translation>
    </message>
    <message>
        <source>Received for the wrong person.</source>
        <translation>Tiếp nhận nhầm người.</translation>
    </message>
    <message>
        <source>The applicant did not mean to file it.</source>
        <translation>Người đến không có ý định nộp hồ sơ này.</translation>
    </message>
    <message>
        <source>The applicant no longer needs the result.</source>
        <translation>Người nộp không còn nhu cầu giải quyết.</translation>
    </message>
    <message>
        <source>The cause of the pause is gone.</source>
        <translation>Lý do tạm dừng không còn.</translation>
    </message>
    <message>
        <source>The applicant brings what is missing today.</source>
        <translation>Người nộp bổ sung giấy tờ còn thiếu ngay trong ngày.</translation>
    </message>
    <message>
        <source>The paper is looked up in a database of the state.</source>
        <translation>Giấy tờ được khai thác từ cơ sở dữ liệu của Nhà nước.</translation>
    </message>
    <message>
        <source>It is a page of another dossier.</source>
        <translation>Trang của hồ sơ khác.</translation>
    </message>
    <message>
        <source>It was scanned twice.</source>
        <translation>Quét trùng.</translation>
    </message>
    <message>
        <source>It cannot be read; it is scanned again.</source>
        <translation>Trang không đọc được; sẽ quét lại.</translation>
    </message>
    <message>
        <source>It belongs to another paper of this dossier.</source>
        <translation>Trang thuộc giấy tờ khác của hồ sơ này.</translation>
    </message>
    <message>
        <source>Outside what feedback on administrative rules is.</source>
        <translation>Không thuộc nội dung phản ánh, kiến nghị về quy định hành chính (Nghị định 20/2008/NĐ-CP điều 5).</translation>
    </message>
    <message>
        <source>Name, address or telephone are missing, so it cannot be answered.</source>
        <translation>Không có tên, địa chỉ hoặc số điện thoại nên không trả lời được (Nghị định 20/2008/NĐ-CP điều 7).</translation>
    </message>
</context>
<context>
    <name>server</name>
    <message>
        <source>Listening on {address}.</source>
        <translation>Đang chạy tại {address}.</translation>
    </message>
    <message>
        <source>{count} dossiers are still to be counted; the running server counts them, too.</source>
        <translation>Còn {count} hồ sơ chưa tính vào; máy chủ đang chạy cũng đang tính.</translation>
    </message>
    <message>
        <source>One-time code of desk {desk}, good for 14 days: {code}</source>
        <translation>Mã dùng một lần của quầy {desk}, có hiệu lực 14 ngày: {code}</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <source>enrolled</source>
        <translation>đã đăng ký</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>chưa đăng ký</translation>
    </message>
    <message>
        <source>Token of {name}: {token}</source>
        <translation>Mã truy cập của {name}: {token}</translation>
    </message>
    <message>
        <source>Password of {name} for the pages: {password}</source>
        <translation>Mật khẩu của {name} trên trang web: {password}</translation>
    </message>
    <message>
        <source>with a password</source>
        <translation>có mật khẩu</translation>
    </message>
    <message>
        <source>token only</source>
        <translation>chỉ có mã truy cập</translation>
    </message>
    <message>
        <source>all offices</source>
        <translation>mọi cơ quan</translation>
    </message>
    <message>
        <source>Notices: {sent} sent, {waiting} waiting, {undeliverable} undeliverable, {unsure} unsure.</source>
        <translation>Tin nhắn cho người dân: đã gửi {sent}, đang chờ {waiting}, không gửi được {undeliverable}, không rõ đã tới hay chưa {unsure}.</translation>
    </message>
    <message>
        <source>Dead letters: {dead}. Waiting: {waiting}. The portal last took a dossier: {last}.</source>
        <translation>Hồ sơ không gửi được, cần người xem: {dead}. Đang chờ gửi: {waiting}. Lần cuối Cổng nhận hồ sơ: {last}.</translation>
    </message>
    <message>
        <source>A new epoch has begun: every desk looks at what this server lacks, and sends it.</source>
        <translation>Đã bắt đầu kỷ mới: mỗi quầy tự xem máy chủ thiếu gì và gửi lại.</translation>
    </message>
    <message>
        <source>kept by the province</source>
        <translation>tỉnh quản lý</translation>
    </message>
    <message>
        <source>kept by the office</source>
        <translation>cơ quan quản lý</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã đóng</translation>
    </message>
    <message>
        <source>Password of {name}, to be changed at the first sign-in: {password}</source>
        <translation>Mật khẩu của {name}, phải đổi khi đăng nhập lần đầu: {password}</translation>
    </message>
    <message>
        <source>For [server] of the desks' profiles: update_key = “{key}”</source>
        <translation>Ghi vào mục [server] trong hồ sơ cấu hình của các quầy: update_key = “{key}”</translation>
    </message>
    <message>
        <source>Version {version} is offered from now on.</source>
        <translation>Từ bây giờ phiên bản {version} được gửi xuống các quầy.</translation>
    </message>
    <message>
        <source>asked for an intake that no dossier followed</source>
        <translation>hỏi cho lượt tiếp nhận mà sau đó không có hồ sơ nào</translation>
    </message>
    <message>
        <source>fetched, and the desk’s journal does not say it</source>
        <translation>đã lấy mà nhật ký của quầy không ghi</translation>
    </message>
    <message>
        <source>{asked} asked, {found} found something, {fetched} papers serve again</source>
        <translation>{asked} lần hỏi, {found} lần có giấy tờ, {fetched} giấy tờ được dùng lại</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>Accepted</source>
        <translation>Được tiếp nhận</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Tại Bộ phận Một cửa</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Chuyển khoản</translation>
    </message>
    <message>
        <source>By public post</source>
        <translation>Qua bưu chính công ích</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Tiền mặt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã xử lý xong</translation>
    </message>
    <message>
        <source>Electronically</source>
        <translation>Bản điện tử</translation>
    </message>
    <message>
        <source>Financial obligation requested</source>
        <translation>Yêu cầu thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>In process</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Newly registered</source>
        <translation>Mới đăng ký</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Không được tiếp nhận</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Chưa thanh toán</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Không thu</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Đã thanh toán</translation>
    </message>
    <message>
        <source>Payment cancelled</source>
        <translation>Đã hủy thanh toán</translation>
    </message>
    <message>
        <source>Payment pending</source>
        <translation>Chờ thanh toán</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Đã hoàn phí, lệ phí</translation>
    </message>
    <message>
        <source>Result at the desk</source>
        <translation>Có kết quả tại bộ phận trả kết quả</translation>
    </message>
    <message>
        <source>Result awaited</source>
        <translation>Chờ kết quả</translation>
    </message>
    <message>
        <source>Result handed over</source>
        <translation>Đã trả kết quả</translation>
    </message>
    <message>
        <source>Result returned</source>
        <translation>Đã trả kết quả</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Dừng xử lý</translation>
    </message>
    <message>
        <source>Supplement requested</source>
        <translation>Yêu cầu bổ sung giấy tờ</translation>
    </message>
    <message>
        <source>Withdrawn by the citizen</source>
        <translation>Công dân yêu cầu rút hồ sơ</translation>
    </message>
    <message>
        <source>Before time</source>
        <translation>Trước hạn</translation>
    </message>
    <message>
        <source>Being worked on</source>
        <translation>Đang giải quyết</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Lệ phí</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Filed online</source>
        <translation>Nộp trực tuyến</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Nộp trực tiếp</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Sent by public post</source>
        <translation>Nộp qua bưu chính công ích</translation>
    </message>
    <message>
        <source>after a stop</source>
        <translation>sau khi dừng xử lý</translation>
    </message>
    <message>
        <source>after supplements</source>
        <translation>sau khi bổ sung</translation>
    </message>
    <message>
        <source>after the financial obligation</source>
        <translation>sau khi thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>authorised person</source>
        <translation>người được ủy quyền</translation>
    </message>
    <message>
        <source>awaiting supplements</source>
        <translation>chờ bổ sung</translation>
    </message>
    <message>
        <source>awaiting the financial obligation</source>
        <translation>chờ thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>extended with an apology</source>
        <translation>xin lỗi và gia hạn</translation>
    </message>
    <message>
        <source>owner or submitter</source>
        <translation>chủ hồ sơ hoặc người nộp</translation>
    </message>
    <message>
        <source>second stage</source>
        <translation>giai đoạn 2</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>dừng xử lý</translation>
    </message>
    <message>
        <source>Receipt cancelled</source>
        <translation>Đã hủy tiếp nhận</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>do đính chính</translation>
    </message>
    <message>
        <source>Supplements asked for before a receipt</source>
        <translation>Cần bổ sung (Mẫu 02)</translation>
    </message>
    <message>
        <source>Refused before a receipt</source>
        <translation>Đã từ chối (Mẫu 03)</translation>
    </message>
    <message>
        <source>Vietnamese citizen</source>
        <translation>Công dân Việt Nam</translation>
    </message>
    <message>
        <source>Foreigner</source>
        <translation>Người nước ngoài</translation>
    </message>
    <message>
        <source>Vietnamese living abroad</source>
        <translation>Người Việt Nam định cư ở nước ngoài</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hộ gia đình</translation>
    </message>
    <message>
        <source>Business household</source>
        <translation>Hộ kinh doanh</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>Doanh nghiệp</translation>
    </message>
    <message>
        <source>Cooperative</source>
        <translation>Hợp tác xã</translation>
    </message>
    <message>
        <source>State body</source>
        <translation>Cơ quan nhà nước, đơn vị sự nghiệp</translation>
    </message>
    <message>
        <source>Other organisation</source>
        <translation>Tổ chức khác</translation>
    </message>
    <message>
        <source>Residential community</source>
        <translation>Cộng đồng dân cư</translation>
    </message>
    <message>
        <source>Co-owner</source>
        <translation>Đồng chủ hồ sơ</translation>
    </message>
    <message>
        <source>The man's side</source>
        <translation>Bên nam</translation>
    </message>
    <message>
        <source>The woman's side</source>
        <translation>Bên nữ</translation>
    </message>
    <message>
        <source>legal representative</source>
        <translation>người đại diện theo pháp luật</translation>
    </message>
    <message>
        <source>mother</source>
        <translation>mẹ</translation>
    </message>
    <message>
        <source>father</source>
        <translation>cha</translation>
    </message>
    <message>
        <source>spouse</source>
        <translation>vợ (chồng)</translation>
    </message>
    <message>
        <source>child</source>
        <translation>con</translation>
    </message>
    <message>
        <source>brother or sister</source>
        <translation>anh, chị, em</translation>
    </message>
    <message>
        <source>grandparent</source>
        <translation>ông, bà</translation>
    </message>
    <message>
        <source>heir</source>
        <translation>người thừa kế</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>người giám hộ</translation>
    </message>
    <message>
        <source>other relative</source>
        <translation>người thân thích khác</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Văn bản ủy quyền</translation>
    </message>
    <message>
        <source>Letter of introduction</source>
        <translation>Giấy giới thiệu</translation>
    </message>
    <message>
        <source>Birth certificate</source>
        <translation>Giấy khai sinh</translation>
    </message>
    <message>
        <source>Marriage certificate</source>
        <translation>Giấy chứng nhận kết hôn</translation>
    </message>
    <message>
        <source>Paper of inheritance</source>
        <translation>Văn bản về quyền thừa kế</translation>
    </message>
    <message>
        <source>Paper of guardianship</source>
        <translation>Giấy tờ về việc giám hộ</translation>
    </message>
    <message>
        <source>Decision of appointment or business registration</source>
        <translation>Quyết định bổ nhiệm, giấy đăng ký kinh doanh</translation>
    </message>
    <message>
        <source>Confirmation of residence</source>
        <translation>Giấy xác nhận thông tin về cư trú</translation>
    </message>
    <message>
        <source>Another paper</source>
        <translation>Giấy tờ khác</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>No server is set in this desk's profile; everything is kept here.</source>
        <translation>Cấu hình của quầy chưa có máy chủ; mọi thứ được giữ tại quầy.</translation>
    </message>
    <message>
        <source>No provincial server</source>
        <translation>Chưa nối máy chủ tỉnh</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation>Đang tạm dừng gửi</translation>
    </message>
    <message>
        <source>Everything is kept here until you go on.</source>
        <translation>Mọi thứ được giữ tại quầy cho đến khi bấm Tiếp tục hoặc Gửi ngay.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Đang kết nối…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>The provincial server answers.</source>
        <translation>Máy chủ tỉnh đang trả lời.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Mất kết nối</translation>
    </message>
    <message>
        <source>Work goes on; everything is sent when the line is back.</source>
        <translation>Vẫn làm việc bình thường; mọi thứ sẽ được gửi khi có kết nối trở lại.</translation>
    </message>
    <message>
        <source>This computer's clock is {span} ahead of the province's.</source>
        <translation>Đồng hồ máy tính này nhanh hơn đồng hồ của tỉnh {span}.</translation>
    </message>
    <message>
        <source>This computer's clock is {span} behind the province's.</source>
        <translation>Đồng hồ máy tính này chậm hơn đồng hồ của tỉnh {span}.</translation>
    </message>
    <message>
        <source>Have it set right: papers printed here bear a wrong time. Nothing else is harmed.</source>
        <translation>Hãy chỉnh lại cho đúng: giấy in tại đây mang thời gian sai. Ngoài ra không ảnh hưởng gì.</translation>
    </message>
    <message>
        <source>Waiting to be sent: {what}</source>
        <translation>Chờ gửi: {what}</translation>
    </message>
    <message>
        <source>Waiting to be sent: {what}, the oldest since {since}</source>
        <translation>Chờ gửi: {what}, lâu nhất từ {since}</translation>
    </message>
    <message>
        <source>%n entries</source>
        <translation>%n bước</translation>
    </message>
    <message>
        <source>%n files</source>
        <translation>%n tệp</translation>
    </message>
    <message>
        <source>Last contact: {at}</source>
        <translation>Liên lạc lần cuối: {at}</translation>
    </message>
    <message>
        <source>No contact yet</source>
        <translation>Chưa liên lạc được lần nào</translation>
    </message>
    <message>
        <source>next try at {time}</source>
        <translation>thử lại lúc {time}</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>File on its way: {percent} %</source>
        <translation>Đang gửi tệp: {percent} %</translation>
    </message>
    <message>
        <source>Files go from {time} on</source>
        <translation>Tệp được gửi từ {time}</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Đợi đến lượt</translation>
    </message>
    <message>
        <source>Sending a file: {there} of {size}</source>
        <translation>Đang gửi một tệp: {there} / {size}</translation>
    </message>
    <message>
        <source>Sending a file of {code}: {there} of {size}</source>
        <translation>Đang gửi tệp của {code}: {there} / {size}</translation>
    </message>
    <message>
        <source>Files go only in this desk's hours for them: from {at} on.</source>
        <translation>Tệp chỉ được gửi trong khung giờ đã đặt cho quầy: từ {at}.</translation>
    </message>
    <message>
        <source>Another entry with this number came before it</source>
        <translation>Đã có bước khác mang số này đến trước</translation>
    </message>
    <message>
        <source>It was changed or damaged on its way</source>
        <translation>Bị sửa hoặc hỏng trên đường truyền</translation>
    </message>
    <message>
        <source>It does not fit the entries before it</source>
        <translation>Không khớp với các bước trước đó</translation>
    </message>
    <message>
        <source>%n minutes</source>
        <translation>%n phút</translation>
    </message>
    <message>
        <source>%n hours</source>
        <translation>%n giờ</translation>
    </message>
    <message>
        <source>%n days</source>
        <translation>%n ngày</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>An entry whose content was erased by law</source>
        <translation>Một bước có nội dung đã xóa theo quy định của pháp luật</translation>
    </message>
    <message>
        <source>Digitised: {component} ({pages} pages)</source>
        <translation>Số hóa: {component} ({pages} trang)</translation>
    </message>
    <message>
        <source>Dossier received: {procedure}</source>
        <translation>Tiếp nhận hồ sơ: {procedure}</translation>
    </message>
    <message>
        <source>Number {number}: {paper}</source>
        <translation>Cấp số {number}: {paper}</translation>
    </message>
    <message>
        <source>Given out: {paper}</source>
        <translation>Đã cấp: {paper}</translation>
    </message>
    <message>
        <source>Payment: {facts}</source>
        <translation>Phí, lệ phí: {facts}</translation>
    </message>
    <message>
        <source>Printed again: {paper}</source>
        <translation>In lại: {paper}</translation>
    </message>
    <message>
        <source>Status: {status}</source>
        <translation>Trạng thái: {status}</translation>
    </message>
    <message>
        <source>desk {number}</source>
        <translation>quầy {number}</translation>
    </message>
    <message>
        <source>the province</source>
        <translation>cấp tỉnh</translation>
    </message>
    <message>
        <source>to {recipient}</source>
        <translation>cho {recipient}</translation>
    </message>
    <message>
        <source>Apologised and extended</source>
        <translation>Xin lỗi và gia hạn</translation>
    </message>
    <message>
        <source>Deadline: {until}</source>
        <translation>Thời hạn: {until}</translation>
    </message>
    <message>
        <source>Dossier not accepted</source>
        <translation>Từ chối tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>Due date moved: {old} → {new} ({cause})</source>
        <translation>Hẹn trả thay đổi: {old} → {new} ({cause})</translation>
    </message>
    <message>
        <source>Financial obligation to be met</source>
        <translation>Yêu cầu thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Financial obligation was met</source>
        <translation>Đã thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Handed over: {giver} → {taker}</source>
        <translation>Chuyển hồ sơ: {giver} → {taker}</translation>
    </message>
    <message>
        <source>Partly there: {results}</source>
        <translation>Đã có một phần kết quả: {results}</translation>
    </message>
    <message>
        <source>Promised for {due}</source>
        <translation>Hẹn trả {due}</translation>
    </message>
    <message>
        <source>Receipt {number} of {series} cancelled</source>
        <translation>Hủy biên lai số {number} ({series})</translation>
    </message>
    <message>
        <source>Results at the desk: {results}</source>
        <translation>Có kết quả tại quầy: {results}</translation>
    </message>
    <message>
        <source>Returned: {results} – to {who}</source>
        <translation>Trả kết quả: {results} – cho {who}</translation>
    </message>
    <message>
        <source>Stage {n} began, term: {term}</source>
        <translation>Bắt đầu giai đoạn {n}, thời hạn: {term}</translation>
    </message>
    <message>
        <source>Supplements asked for</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Supplements received</source>
        <translation>Tiếp nhận bổ sung</translation>
    </message>
    <message>
        <source>Used again: {component}, from {origin}</source>
        <translation>Tái sử dụng: {component}, từ {origin}</translation>
    </message>
    <message>
        <source>Withdrawn by the citizen</source>
        <translation>Công dân rút hồ sơ</translation>
    </message>
    <message>
        <source>Work goes on</source>
        <translation>Tiếp tục xử lý</translation>
    </message>
    <message>
        <source>a paper of dossier {code}</source>
        <translation>thành phần của hồ sơ {code}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>postal bill {number}</source>
        <translation>vận đơn {number}</translation>
    </message>
    <message>
        <source>signed by {signer}</source>
        <translation>{signer} ký</translation>
    </message>
    <message>
        <source>taken by {person}</source>
        <translation>{person} nhận</translation>
    </message>
    <message>
        <source>the result of dossier {code}</source>
        <translation>kết quả của hồ sơ {code}</translation>
    </message>
    <message>
        <source>{kind} taken: {facts} – receipt {number} of {series}</source>
        <translation>Thu {kind}: {facts} – biên lai số {number} ({series})</translation>
    </message>
    <message>
        <source>Contradiction settled: the step is set aside</source>
        <translation>Xử lý mâu thuẫn – bỏ qua bước</translation>
    </message>
    <message>
        <source>Contradiction settled: the step was done again</source>
        <translation>Xử lý mâu thuẫn – đã thực hiện lại bước</translation>
    </message>
    <message>
        <source>had no effect</source>
        <translation>không có hiệu lực</translation>
    </message>
    <message>
        <source>another desk had settled it before</source>
        <translation>quầy khác đã xử lý trước</translation>
    </message>
    <message>
        <source>was done again later</source>
        <translation>không có hiệu lực, đã thực hiện lại sau</translation>
    </message>
    <message>
        <source>was set aside</source>
        <translation>không có hiệu lực, đã bỏ qua</translation>
    </message>
    <message>
        <source>taken though not due</source>
        <translation>đã thu dù không còn phải thu</translation>
    </message>
    <message>
        <source>taken though not due, settled</source>
        <translation>đã thu dù không còn phải thu, đã xử lý</translation>
    </message>
    <message>
        <source>Digitised: {component} ({pages} pages, {left_out} left out)</source>
        <translation>Số hóa: {component} ({pages} trang, bỏ qua {left_out})</translation>
    </message>
    <message>
        <source>digitally signed by {names} (not checked)</source>
        <translation>có chữ ký số của {names} (chưa kiểm tra)</translation>
    </message>
    <message>
        <source>somebody it does not name</source>
        <translation>người không nêu tên</translation>
    </message>
    <message>
        <source>Only shown, scanned because the clerk wanted it</source>
        <translation>Giấy tờ chỉ xuất trình, được quét theo lựa chọn của cán bộ</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Đính chính</translation>
    </message>
    <message>
        <source>Corrected: {fields}</source>
        <translation>Đính chính: {fields}</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>The receipt was a mistake: cancelled</source>
        <translation>Tiếp nhận nhầm: đã hủy tiếp nhận</translation>
    </message>
    <message>
        <source>The receipt was declared lost by {who}</source>
        <translation>Báo mất giấy tiếp nhận: {who}</translation>
    </message>
    <message>
        <source>Checked: {what}</source>
        <translation>Đã kiểm tra: {what}</translation>
    </message>
    <message>
        <source>Papers that came later</source>
        <translation>Giấy tờ nộp sau</translation>
    </message>
    <message>
        <source>Result scanned: {result} ({pages} pages)</source>
        <translation>Đã quét kết quả: {result} ({pages} trang)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Work paused</source>
        <translation>Tạm dừng giải quyết</translation>
    </message>
    <message>
        <source>Stopped at the applicant's request</source>
        <translation>Dừng giải quyết theo đề nghị của người nộp</translation>
    </message>
    <message>
        <source>Asked for by {who}</source>
        <translation>Người đề nghị: {who}</translation>
    </message>
    <message>
        <source>{paper}, corrected</source>
        <translation>{paper}, bản sửa đổi</translation>
    </message>
    <message>
        <source>Received although incomplete: {reason}</source>
        <translation>Tiếp nhận dù chưa đủ: {reason}</translation>
    </message>
    <message>
        <source>Became dossier {code}</source>
        <translation>Đã thành hồ sơ {code}</translation>
    </message>
    <message>
        <source>Asked for once more: {reason}</source>
        <translation>Yêu cầu thêm lần nữa: {reason}</translation>
    </message>
    <message>
        <source>Before, {at}: {answer}</source>
        <translation>Trước đó, {at}: {answer}</translation>
    </message>
    <message>
        <source>receipt {number} of {series}</source>
        <translation>biên lai {number} ký hiệu {series}</translation>
    </message>
    <message>
        <source>Filed online at the national portal: {procedure}</source>
        <translation>Nộp trực tuyến trên Cổng Dịch vụ công quốc gia: {procedure}</translation>
    </message>
    <message>
        <source>Personal data erased, with {count} files</source>
        <translation>Đã xóa dữ liệu cá nhân, cùng {count} tệp</translation>
    </message>
    <message>
        <source>Evaluation of {period} signed, version {n}</source>
        <translation>Đã phê duyệt đánh giá {period}, bản số {n}</translation>
    </message>
    <message>
        <source>Sample for an inspection drawn: {seed}</source>
        <translation>Đã bốc mẫu kiểm tra, mã {seed}</translation>
    </message>
    <message>
        <source>{count} scans of given-up intakes deleted after {days} days</source>
        <translation>Đã xóa {count} ảnh quét của các lượt tiếp nhận đã bỏ, sau {days} ngày</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>Khóa tài khoản</translation>
    </message>
    <message>
        <source>Account opened for {name}: {roles}</source>
        <translation>Mở tài khoản cho {name}: {roles}</translation>
    </message>
    <message>
        <source>Card given out</source>
        <translation>Cấp thẻ</translation>
    </message>
    <message>
        <source>Card taken away</source>
        <translation>Thu hồi thẻ</translation>
    </message>
    <message>
        <source>Password set</source>
        <translation>Đặt mật khẩu</translation>
    </message>
    <message>
        <source>Roles: {roles}</source>
        <translation>Vai trò: {roles}</translation>
    </message>
    <message>
        <source>Page {number} of {paper} taken out</source>
        <translation>Rút trang {number} của {paper}</translation>
    </message>
    <message>
        <source>Held against the paper: {paper} ({count} fields, {corrected} typed or corrected)</source>
        <translation>Đã đối chiếu với giấy: {paper} ({count} ô, gõ hoặc sửa {corrected} ô)</translation>
    </message>
    <message>
        <source>The key of the desk's data changed</source>
        <translation>Thay khóa mã hóa của dữ liệu quầy</translation>
    </message>
    <message>
        <source>The key of the desk's data lies plain beside it from here on</source>
        <translation>Khóa mã hóa của dữ liệu quầy để ngay cạnh dữ liệu, không bảo vệ</translation>
    </message>
    <message>
        <source>The key of the desk's data locked with passwords</source>
        <translation>Khóa mã hóa của dữ liệu quầy được bảo vệ bằng mật khẩu</translation>
    </message>
    <message>
        <source>Feedback no. {number} taken: {matter}</source>
        <translation>Tiếp nhận phản ánh, kiến nghị số {number}: {matter}</translation>
    </message>
    <message>
        <source>Feedback answered</source>
        <translation>Đã trả lời phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>Result made public: {place}</source>
        <translation>Đã công khai kết quả: {place}</translation>
    </message>
    <message>
        <source>A citizen said how they were served</source>
        <translation>Người dân đã đánh giá việc phục vụ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Fetched from another office: {paper}, of dossier {code}</source>
        <translation>Lấy từ đơn vị khác: {paper}, của hồ sơ {code}</translation>
    </message>
    <message>
        <source>For {reason}, procedure {code}</source>
        <translation>Cho {reason}, thủ tục {code}</translation>
    </message>
    <message>
        <source>Used again at another office: {paper}, by desk {desk} for procedure {procedure}</source>
        <translation>Đơn vị khác dùng lại: {paper}; quầy {desk}, thủ tục {procedure}</translation>
    </message>
    <message>
        <source>Asked for by {clerk}, for {reason}</source>
        <translation>{clerk} khai thác, cho {reason}</translation>
    </message>
</context>
<context>
    <name>WaitingPapers</name>
    <message>
        <source>Choose a paper above.</source>
        <translation>Chọn một giấy ở trên.</translation>
    </message>
    <message>
        <source>Do not print it</source>
        <translation>Không in nữa</translation>
    </message>
    <message>
        <source>It came out whole</source>
        <translation>Giấy đã ra đủ</translation>
    </message>
    <message>
        <source>It did not – print it again</source>
        <translation>Chưa ra – in lại</translation>
    </message>
    <message>
        <source>It is sent as soon as the printer has taken what was asked for before.</source>
        <translation>Giấy được gửi ngay khi máy in nhận xong các giấy trước.</translation>
    </message>
    <message>
        <source>Nobody knows whether the paper came out. Look into the tray of {printer} and say it here.</source>
        <translation>Không rõ giấy đã ra hay chưa. Hãy xem khay giấy của máy {printer} rồi xác nhận ở đây.</translation>
    </message>
    <message>
        <source>Papers waiting to be printed</source>
        <translation>Giấy chờ in</translation>
    </message>
    <message>
        <source>Print on another printer</source>
        <translation>In bằng máy khác</translation>
    </message>
    <message>
        <source>Print on {printer}</source>
        <translation>In bằng máy {printer}</translation>
    </message>
    <message>
        <source>The printer {printer} has the paper.</source>
        <translation>Máy in {printer} đã nhận giấy này.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>In thử lại</translation>
    </message>
    <message>
        <source>Asked for at</source>
        <translation>Yêu cầu lúc</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>{paper}, reprint {n}</source>
        <translation>{paper}, in lại lần {n}</translation>
    </message>
    <message>
        <source>No paper waits to be printed.</source>
        <translation>Không có giấy nào chờ in.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>no term</source>
        <translation>không quy định thời hạn</translation>
    </message>
    <message>
        <source>no data of the term</source>
        <translation>thời hạn: chưa có dữ liệu</translation>
    </message>
    <message>
        <source>within the day</source>
        <translation>trong ngày</translation>
    </message>
    <message>
        <source>{amount} days</source>
        <translation>{amount} ngày</translation>
    </message>
    <message>
        <source>{amount} working days</source>
        <translation>{amount} ngày làm việc</translation>
    </message>
    <message>
        <source>{amount} working hours</source>
        <translation>{amount} giờ làm việc</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>day/month/year hour:minute</source>
        <translation>ngày/tháng/năm giờ:phút</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>số {number}</translation>
    </message>
    <message>
        <source>of {day}</source>
        <translation>ngày {day}</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Turn the page by 90°</source>
        <translation>Xoay trang 90°</translation>
    </message>
    <message>
        <source>As scanned</source>
        <translation>Như bản quét</translation>
    </message>
    <message>
        <source>Keep the paper's own colour and shades</source>
        <translation>Giữ nguyên màu và sắc độ của giấy</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation>Để máy tự xử lý lại</translation>
    </message>
    <message>
        <source>Let the program decide about this page again</source>
        <translation>Để chương trình tự quyết định lại về trang này</translation>
    </message>
    <message>
        <source>Separator sheet, not filed</source>
        <translation>Tờ ngăn, không lưu</translation>
    </message>
    <message>
        <source>Blank page, not filed</source>
        <translation>Trang trắng, không lưu</translation>
    </message>
    <message>
        <source>Turned upright by {n}°</source>
        <translation>Đã xoay {n}°</translation>
    </message>
    <message>
        <source>Straightened by {n}°</source>
        <translation>Đã nắn thẳng {n}°</translation>
    </message>
    <message>
        <source>Edges cut off</source>
        <translation>Đã cắt viền</translation>
    </message>
    <message>
        <source>Left of two pages</source>
        <translation>Nửa trái của hai trang</translation>
    </message>
    <message>
        <source>Right of two pages</source>
        <translation>Nửa phải của hai trang</translation>
    </message>
    <message>
        <source>Upper of two forms</source>
        <translation>Mẫu phía trên của hai mẫu</translation>
    </message>
    <message>
        <source>Lower of two forms</source>
        <translation>Mẫu phía dưới của hai mẫu</translation>
    </message>
    <message>
        <source>Photo flattened</source>
        <translation>Đã nắn phẳng ảnh chụp</translation>
    </message>
    <message>
        <source>Click to make it white all the same.</source>
        <translation>Bấm để vẫn làm trắng trang này.</translation>
    </message>
    <message>
        <source>signer not named</source>
        <translation>không nêu tên người ký</translation>
    </message>
    <message>
        <source>As the file says of itself; the signed file is kept as it came</source>
        <translation>Theo thông tin trong tệp; tệp đã ký được giữ nguyên như khi nhận</translation>
    </message>
    <message>
        <source>Digitally signed: {names}, not checked</source>
        <translation>Đã ký số: {names}, chưa kiểm tra</translation>
    </message>
    <message>
        <source>Kept of what stands on the paper: {n} %.</source>
        <translation>Giữ được {n} % những gì có trên giấy.</translation>
    </message>
    <message>
        <source>Made white, the page would have lost marks: it keeps its own shades and colours.</source>
        <translation>Nếu làm trắng, trang sẽ mất nét: trang được giữ nguyên màu và sắc độ của giấy.</translation>
    </message>
    <message>
        <source>Own shades kept</source>
        <translation>Đã giữ nguyên màu giấy</translation>
    </message>
</context>
<context>
    <name>CoverDialog</name>
    <message>
        <source>Cover and separator sheets</source>
        <translation>Tờ bìa và tờ ngăn</translation>
    </message>
</context>
<context>
    <name>lookup</name>
    <message>
        <source>Old, imported</source>
        <translation>Hồ sơ cũ (đã nhập)</translation>
    </message>
    <message>
        <source>Here only</source>
        <translation>Chỉ ở quầy</translation>
    </message>
    <message>
        <source>It was imported from the office's old book; no report counts it, and it is not sent.</source>
        <translation>Hồ sơ nhập từ sổ cũ của cơ quan; không báo cáo nào tính và không gửi đi.</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Mâu thuẫn</translation>
    </message>
    <message>
        <source>Dossier code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Not all of it has reached the provincial server yet; it goes by itself.</source>
        <translation>Hồ sơ chưa gửi hết lên máy chủ tỉnh; chương trình sẽ tự gửi.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Gửi tỉnh</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>The provincial server has everything this desk wrote about it.</source>
        <translation>Máy chủ tỉnh đã có mọi nội dung quầy này ghi.</translation>
    </message>
    <message>
        <source>Two desks did things that do not fit together; open the dossier to see both sides.</source>
        <translation>Hai nơi đã thực hiện các bước mâu thuẫn nhau; hãy mở hồ sơ để xem cả hai bên.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không quy định</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>chưa có mã</translation>
    </message>
    <message>
        <source>● New</source>
        <translation>● Tin mới</translation>
    </message>
    <message>
        <source>Something came of it that nobody here has looked at: open the dossier.</source>
        <translation>Hồ sơ có tin mới mà chưa ai ở đây xem: hãy mở hồ sơ.</translation>
    </message>
    <message>
        <source>No provincial server is set at this desk.</source>
        <translation>Quầy chưa nối máy chủ tỉnh.</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>%n pages digitised</source>
        <translation>đã số hóa %n trang</translation>
    </message>
    <message>
        <source>given {when}</source>
        <translation>đã cấp lúc {when}</translation>
    </message>
    <message>
        <source>not digitised</source>
        <translation>chưa số hóa</translation>
    </message>
    <message>
        <source>{n} certified copy</source>
        <translation>{n} bản chứng thực</translation>
    </message>
    <message>
        <source>{n} copy</source>
        <translation>{n} bản photo</translation>
    </message>
    <message>
        <source>{n} original</source>
        <translation>{n} bản chính</translation>
    </message>
    <message>
        <source>used again from dossier {code}</source>
        <translation>tái sử dụng từ hồ sơ {code}</translation>
    </message>
    <message>
        <source>result</source>
        <translation>kết quả giải quyết</translation>
    </message>
    <message>
        <source>printed again {when}, reprint {n}</source>
        <translation>in lại {when}, lần {n}</translation>
    </message>
    <message>
        <source>%n left out</source>
        <translation>bỏ qua %n trang</translation>
    </message>
    <message>
        <source>only shown</source>
        <translation>chỉ xuất trình</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Add a row</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Xóa dòng</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
</context>
<context>
    <name>PapersList</name>
    <message>
        <source>%n pages could not be read – try again</source>
        <translation>%n trang không đọc được – đọc lại</translation>
    </message>
    <message>
        <source>This paper was not scanned yet.</source>
        <translation>Giấy tờ này chưa được quét.</translation>
    </message>
    <message>
        <source>Papers of the dossier</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
</context>
<context>
    <name>PageSources</name>
    <message>
        <source>Choose the page that has a note first, then press F7.</source>
        <translation>Hãy chọn trang có giấy đính kèm trước, rồi bấm F7.</translation>
    </message>
    <message>
        <source>Pictures or PDFs of this paper</source>
        <translation>Ảnh hoặc PDF của giấy tờ này</translation>
    </message>
    <message>
        <source>Pictures and PDFs ({kinds})</source>
        <translation>Ảnh và PDF ({kinds})</translation>
    </message>
    <message>
        <source>This paper is only shown, not scanned (TT 03/2025/TT-VPCP art. 5.2): tick it once you saw it.</source>
        <translation>Giấy tờ này chỉ xuất trình, không quét (TT 03/2025/TT-VPCP, Điều 5 khoản 2): đánh dấu khi đã xem.</translation>
    </message>
    <message>
        <source>If your office wants it scanned all the same, press the same key once more.</source>
        <translation>Nếu cơ quan vẫn muốn quét, hãy bấm lại phím đó một lần nữa.</translation>
    </message>
    <message>
        <source>Choose the page to be scanned anew first, then press Shift+F7.</source>
        <translation>Hãy chọn trang cần quét lại trước, rồi bấm Shift+F7.</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Further owners</source>
        <translation>Đồng chủ hồ sơ</translation>
    </message>
    <message>
        <source>Files as</source>
        <translation>Tư cách nộp</translation>
    </message>
    <message>
        <source>Paper of authority</source>
        <translation>Giấy tờ về việc đại diện</translation>
    </message>
    <message>
        <source>Papers handed in</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <source>Number of sets</source>
        <translation>Số bộ hồ sơ</translation>
    </message>
    <message>
        <source>Way of return</source>
        <translation>Hình thức nhận kết quả</translation>
    </message>
    <message>
        <source>Procedure code</source>
        <translation>Mã thủ tục</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Deciding agency</source>
        <translation>Cơ quan có thẩm quyền giải quyết</translation>
    </message>
    <message>
        <source>Receiving agency</source>
        <translation>Cơ quan tiếp nhận</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Thời hạn giải quyết</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Trường hợp</translation>
    </message>
    <message>
        <source>Term of the second stage</source>
        <translation>Thời hạn giai đoạn 2</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>họ và tên</translation>
    </message>
    <message>
        <source>identity number</source>
        <translation>số giấy tờ</translation>
    </message>
    <message>
        <source>born</source>
        <translation>ngày sinh</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>giới tính</translation>
    </message>
    <message>
        <source>address</source>
        <translation>địa chỉ</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>số điện thoại</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>thư điện tử</translation>
    </message>
    <message>
        <source>kind of applicant</source>
        <translation>đối tượng</translation>
    </message>
    <message>
        <source>nationality</source>
        <translation>quốc tịch</translation>
    </message>
    <message>
        <source>representative</source>
        <translation>người đại diện</translation>
    </message>
    <message>
        <source>position</source>
        <translation>chức vụ</translation>
    </message>
    <message>
        <source>side</source>
        <translation>bên</translation>
    </message>
    <message>
        <source>Where the result is handed over</source>
        <translation>Nơi trả kết quả</translation>
    </message>
    <message>
        <source>Notices by telephone or e-mail</source>
        <translation>Muốn nhận tin nhắn, thư điện tử</translation>
    </message>
</context>
<context>
    <name>gaps</name>
    <message>
        <source>The owner's identity number is not filled in.</source>
        <translation>Chưa điền số định danh của chủ hồ sơ.</translation>
    </message>
    <message>
        <source>The owner's address is not filled in.</source>
        <translation>Chưa điền địa chỉ của chủ hồ sơ.</translation>
    </message>
    <message>
        <source>Not handed in: {paper}</source>
        <translation>Chưa nộp: {paper}</translation>
    </message>
    <message>
        <source>Too few of: {paper}; still lacking {counts}</source>
        <translation>Chưa đủ số lượng: {paper}; còn thiếu {counts}</translation>
    </message>
    <message>
        <source>The power of attorney is not filled in.</source>
        <translation>Chưa nhập văn bản ủy quyền.</translation>
    </message>
    <message>
        <source>The number of {name} is not filled in.</source>
        <translation>Chưa điền số định danh của {name}.</translation>
    </message>
    <message>
        <source>The paper by which somebody else files it is not filled in.</source>
        <translation>Chưa nhập giấy tờ chứng minh tư cách của người nộp hồ sơ.</translation>
    </message>
    <message>
        <source>The owner's tax code is not filled in.</source>
        <translation>Chưa điền mã số thuế của chủ hồ sơ.</translation>
    </message>
    <message>
        <source>The identity number of who represents them is not filled in.</source>
        <translation>Chưa điền số định danh của người đại diện.</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>Refuse to receive (Mẫu 03)</source>
        <translation>Từ chối tiếp nhận (Mẫu 03)</translation>
    </message>
    <message>
        <source>Give Mẫu 03 (Enter)</source>
        <translation>Lập Mẫu 03 (Enter)</translation>
    </message>
    <message>
        <source>Reason of the refusal</source>
        <translation>Lý do từ chối</translation>
    </message>
    <message>
        <source>Receive all the same</source>
        <translation>Vẫn tiếp nhận</translation>
    </message>
    <message>
        <source>Receive (Enter)</source>
        <translation>Tiếp nhận (Enter)</translation>
    </message>
    <message>
        <source>Why it is received although it is not complete; the timeline keeps it</source>
        <translation>Lý do tiếp nhận dù chưa đủ; được lưu trong diễn biến hồ sơ</translation>
    </message>
</context>
<context>
    <name>SupplementsForm</name>
    <message>
        <source>Ask for supplements (Mẫu 02)</source>
        <translation>Yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02)</translation>
    </message>
    <message>
        <source>Give Mẫu 02 (Enter)</source>
        <translation>Lập Mẫu 02 (Enter)</translation>
    </message>
    <message>
        <source>One a line; Ctrl+Enter confirms</source>
        <translation>Mỗi dòng một nội dung; Ctrl+Enter để ghi nhận</translation>
    </message>
    <message>
        <source>What else is to be brought or corrected</source>
        <translation>Nội dung khác cần bổ sung, sửa chữa</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Why supplements are asked for once more</source>
        <translation>Lý do yêu cầu bổ sung thêm lần nữa</translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message>
        <source>Open that dossier (Ctrl+1)</source>
        <translation>Mở hồ sơ đó (Ctrl+1)</translation>
    </message>
    <message>
        <source>Ask for supplements, Mẫu 02 (Ctrl+2)</source>
        <translation>Yêu cầu bổ sung, Mẫu 02 (Ctrl+2)</translation>
    </message>
    <message>
        <source>Refuse, Mẫu 03 (Ctrl+3)</source>
        <translation>Từ chối, Mẫu 03 (Ctrl+3)</translation>
    </message>
    <message>
        <source>Receive all the same (F9)</source>
        <translation>Vẫn tiếp nhận (F9)</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Quay lại (Esc)</translation>
    </message>
    <message>
        <source>Not complete: what is to be done?</source>
        <translation>Hồ sơ chưa đủ: xử lý thế nào?</translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation>và %n nội dung khác</translation>
    </message>
    <message>
        <source>This person has an open dossier of the same procedure</source>
        <translation>Người này đang có hồ sơ cùng thủ tục chưa giải quyết xong</translation>
    </message>
    <message>
        <source>{code} · received {day} · {status}</source>
        <translation>{code} · nhận {day} · {status}</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <translation>hẹn trả {moment}</translation>
    </message>
    <message>
        <source>Open dossier of the same procedure</source>
        <translation>Hồ sơ cùng thủ tục đang giải quyết</translation>
    </message>
    <message>
        <source>Nothing the procedure requires is lacking</source>
        <translation>Không thiếu giấy tờ bắt buộc nào theo danh mục</translation>
    </message>
</context>
<context>
    <name>AddedForm</name>
    <message>
        <source>Certified copies</source>
        <translation>Bản chứng thực</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản photo</translation>
    </message>
    <message>
        <source>Its pages are scanned next, in the tab beside the timeline.</source>
        <translation>Bước tiếp theo là quét các trang ở thẻ “Quét giấy tờ”.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
</context>
<context>
    <name>CancelReceivingForm</name>
    <message>
        <source>Give the {amount} back first.</source>
        <translation>Hoàn lại {amount} trước.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>The number {code} stays used and is shown as cancelled.</source>
        <translation>Mã {code} không dùng lại và được thể hiện là đã hủy.</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>Người chịu trách nhiệm</translation>
    </message>
</context>
<context>
    <name>CorrectForm</name>
    <message>
        <source>Case</source>
        <translation>Trường hợp</translation>
    </message>
    <message>
        <source>Papers handed in</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Số bộ</translation>
    </message>
    <message>
        <source>Way of return</source>
        <translation>Hình thức nhận kết quả</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>Người chịu trách nhiệm</translation>
    </message>
    <message>
        <source>Work on the dossier has begun: its procedure cannot be corrected any more.</source>
        <translation>Hồ sơ đã được giải quyết một bước: không thể đính chính thủ tục nữa.</translation>
    </message>
    <message>
        <source>Whose details are shown</source>
        <translation>Thông tin đang hiện của</translation>
    </message>
    <message>
        <source>+ Co-owner</source>
        <translation>+ Đồng chủ hồ sơ</translation>
    </message>
    <message>
        <source>Not an owner</source>
        <translation>Không phải đồng chủ</translation>
    </message>
    <message>
        <source>Wants notices by phone or e-mail</source>
        <translation>Muốn nhận tin nhắn, thư điện tử</translation>
    </message>
    <message>
        <source>+ Submitter</source>
        <translation>+ Người nộp</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Files it not</source>
        <translation>Không phải người nộp</translation>
    </message>
    <message>
        <source>Money was taken under the procedure so far: give back what is too much, or take the rest.</source>
        <translation>Đã thu tiền theo thủ tục cũ: hoàn lại phần thừa hoặc thu thêm phần thiếu.</translation>
    </message>
    <message>
        <source>The usual case</source>
        <translation>Trường hợp thông thường</translation>
    </message>
    <message>
        <source>Kind of applicant</source>
        <translation>Đối tượng nộp hồ sơ</translation>
    </message>
</context>
<context>
    <name>PapersTable</name>
    <message>
        <source>Originals</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Certified copies</source>
        <translation>Bản chứng thực</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản photo</translation>
    </message>
</context>
<context>
    <name>LostForm</name>
    <message>
        <source>As</source>
        <translation>Tư cách</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Identity card (original); the picture is of this person.</source>
        <translation>Căn cước bản chính; ảnh đúng người trình báo.</translation>
    </message>
    <message>
        <source>Identity card on VNeID, level 2; the picture is of this person.</source>
        <translation>Căn cước điện tử trên VNeID mức 2; ảnh đúng người trình báo.</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Paper of authority</source>
        <translation>Giấy tờ ủy quyền</translation>
    </message>
    <message>
        <source>Passport (original); the picture is of this person.</source>
        <translation>Hộ chiếu bản chính; ảnh đúng người trình báo.</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <source>Type it, or read the card's QR</source>
        <translation>Nhập hoặc quét mã QR trên thẻ</translation>
    </message>
    <message>
        <source>What was looked at to know the person</source>
        <translation>Đã kiểm tra gì để xác định người trình báo</translation>
    </message>
    <message>
        <source>number, day, certified by</source>
        <translation>số, ngày, nơi chứng thực</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Ctrl+Enter confirms</source>
        <translation>Ctrl+Enter để xác nhận</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>no page yet</source>
        <translation>chưa có trang</translation>
    </message>
    <message>
        <source>%n pages</source>
        <translation>%n trang</translation>
    </message>
</context>
<context>
    <name>StopRequestForm</name>
    <message>
        <source>Paper of the request</source>
        <translation>Văn bản đề nghị</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Signed by (name, office)</source>
        <translation>Người ký (họ tên, chức vụ)</translation>
    </message>
    <message>
        <source>This ends the dossier. Who takes papers back withdraws it; a pause of the agency goes on later.</source>
        <translation>Hồ sơ kết thúc tại đây. Lấy lại giấy tờ là rút hồ sơ; cơ quan tạm dừng thì sau đó giải quyết tiếp.</translation>
    </message>
    <message>
        <source>Who asks for it</source>
        <translation>Người đề nghị</translation>
    </message>
    <message>
        <source>such as the request's day</source>
        <translation>ví dụ: Đơn ngày …</translation>
    </message>
</context>
<context>
    <name>CashGiven</name>
    <message>
        <source>cash handed over</source>
        <translation>khách đưa</translation>
    </message>
    <message>
        <source>Cash handed over</source>
        <translation>Tiền khách đưa</translation>
    </message>
    <message>
        <source>500000, 500.000 or 500k</source>
        <translation>500000, 500.000 hoặc 500k</translation>
    </message>
    <message>
        <source>that is no amount</source>
        <translation>không phải số tiền</translation>
    </message>
    <message>
        <source>{amount} short</source>
        <translation>còn thiếu {amount}</translation>
    </message>
    <message>
        <source>change: {amount}</source>
        <translation>trả lại {amount}</translation>
    </message>
</context>
<context>
    <name>CashPanel</name>
    <message>
        <source>Back to the reports (Esc)</source>
        <translation>Về báo cáo (Esc)</translation>
    </message>
    <message>
        <source>Why it is more or less</source>
        <translation>Lý do thừa, thiếu</translation>
    </message>
    <message>
        <source>Keep the count (F9)</source>
        <translation>Lưu kiểm quỹ (F9)</translation>
    </message>
    <message>
        <source>The count is kept; it stands on the day's sheet.</source>
        <translation>Đã lưu kiểm quỹ; số liệu nằm trên bảng kê quỹ cuối ngày.</translation>
    </message>
    <message>
        <source>{at}: {counted} counted, {difference} · {why}</source>
        <translation>{at}: đếm được {counted}, {difference} · {why}</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>khớp</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>thừa {amount}</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>thiếu {amount}</translation>
    </message>
    <message>
        <source>Counting the cash of {clerk}</source>
        <translation>Kiểm quỹ của {clerk}</translation>
    </message>
    <message>
        <source>Count anew</source>
        <translation>Đếm lại từ đầu</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Đếm được</translation>
    </message>
    <message>
        <source>By the receipts of today, less what was given back</source>
        <translation>Theo biên lai hôm nay, trừ đã hoàn trả</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Notes of {note}</source>
        <translation>Số tờ {note}</translation>
    </message>
</context>
<context>
    <name>QuickProcedures</name>
    <message>
        <source>Received last, and favourites</source>
        <translation>Vừa nhận và hay dùng</translation>
    </message>
    <message>
        <source>Type a name, code or first letters above, or choose here.</source>
        <translation>Gõ tên, mã, chữ cái đầu ở trên, hoặc chọn ở đây (Alt+số).</translation>
    </message>
</context>
<context>
    <name>OfferButtons</name>
    <message>
        <source>Received here</source>
        <translation>Nhận tại đây</translation>
    </message>
    <message>
        <source>The intake offers it; a whole code finds what is not received too</source>
        <translation>Màn hình tiếp nhận có thủ tục này; gõ đủ mã vẫn thấy cả thủ tục không nhận</translation>
    </message>
    <message>
        <source>★ Favourite</source>
        <translation>★ Hay dùng</translation>
    </message>
    <message>
        <source>It stands among the first at the intake</source>
        <translation>Đứng đầu danh sách khi tiếp nhận</translation>
    </message>
</context>
<context>
    <name>ApplicantKindBox</name>
    <message>
        <source>What the owner is</source>
        <translation>Đối tượng nộp hồ sơ</translation>
    </message>
    <message>
        <source>What the owner is (Alt+L)</source>
        <translation>Đối tượng nộp hồ sơ (Alt+L)</translation>
    </message>
    <message>
        <source>Citizen without a number</source>
        <translation>Công dân chưa có số định danh</translation>
    </message>
</context>
<context>
    <name>KindFields</name>
    <message>
        <source>Nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>Người đại diện theo pháp luật</translation>
    </message>
    <message>
        <source>Represented by (head of household)</source>
        <translation>Người đại diện (chủ hộ)</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Their identity number</source>
        <translation>Số căn cước, hộ chiếu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số định danh / CMND / hộ chiếu</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>Trụ sở</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
</context>
<context>
    <name>CoOwnerForm</name>
    <message>
        <source>Type it, or read the card's QR</source>
        <translation>Gõ số hoặc quét mã QR trên thẻ</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Take this person out (Alt+X)</source>
        <translation>Bỏ người này (Alt+X)</translation>
    </message>
    <message>
        <source>Until now {number} was the number here. If this is somebody else, mend the name and all.</source>
        <translation>Trước đó ở đây là số {number}. Nếu là người khác thì sửa cả họ tên và các ô còn lại.</translation>
    </message>
</context>
<context>
    <name>CoOwners</name>
    <message>
        <source>+ Co-owner</source>
        <translation>+ Đồng chủ</translation>
    </message>
    <message>
        <source>One more whose dossier it is (Alt+T)</source>
        <translation>Thêm đồng chủ hồ sơ (Alt+T)</translation>
    </message>
    <message>
        <source>{name} taken out</source>
        <translation>Đã bỏ {name}</translation>
    </message>
</context>
<context>
    <name>AuthorityForm</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Relation to the owner</source>
        <translation>Quan hệ với chủ hồ sơ</translation>
    </message>
    <message>
        <source>By which paper</source>
        <translation>Theo giấy tờ</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Its day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Certified or issued by</source>
        <translation>Nơi chứng thực, cấp</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>Không có ngày này.</translation>
    </message>
    <message>
        <source>This day lies in the future.</source>
        <translation>Ngày này ở tương lai.</translation>
    </message>
</context>
<context>
    <name>AgencyChoice</name>
    <message>
        <source>Change…</source>
        <translation>Đổi…</translation>
    </message>
    <message>
        <source>Another agency decides, or the result is taken elsewhere (Alt+G)</source>
        <translation>Cơ quan khác giải quyết, hoặc nhận kết quả ở nơi khác (Alt+G)</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Cơ quan giải quyết</translation>
    </message>
    <message>
        <source>Result handed over at</source>
        <translation>Nơi trả kết quả</translation>
    </message>
    <message>
        <source>As the procedure says</source>
        <translation>Theo thủ tục</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Tại đây</translation>
    </message>
    <message>
        <source>Decided by: {agency}</source>
        <translation>Giải quyết: {agency}</translation>
    </message>
    <message>
        <source>Result at: {agency}</source>
        <translation>Trả kết quả: {agency}</translation>
    </message>
</context>
<context>
    <name>AcceptForm</name>
    <message>
        <source>Which case?</source>
        <translation>Trường hợp nào?</translation>
    </message>
    <message>
        <source>Checked, complete and right: the term runs from now.</source>
        <translation>Đã kiểm tra, hồ sơ đầy đủ, hợp lệ: thời hạn tính từ bây giờ.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Trường hợp</translation>
    </message>
    <message>
        <source>Day of the result</source>
        <translation>Ngày trả kết quả</translation>
    </message>
    <message>
        <source>Not found among what was filed: {papers}</source>
        <translation>Chưa thấy trong giấy tờ đã nộp: {papers}</translation>
    </message>
    <message>
        <source>The usual case</source>
        <translation>Trường hợp thông thường</translation>
    </message>
</context>
<context>
    <name>rebuild</name>
    <message>
        <source>The province is asked what it has of this desk …</source>
        <translation>Đang hỏi tỉnh về dữ liệu của quầy này …</translation>
    </message>
    <message>
        <source>What was drawn is compared …</source>
        <translation>Đang đối chiếu các số đã cấp …</translation>
    </message>
    <message>
        <source>Files are compared …</source>
        <translation>Đang đối chiếu các tệp đã quét …</translation>
    </message>
    <message>
        <source>{entries} records are here, {came} of them from the province.</source>
        <translation>Có {entries} mục nhật ký, trong đó {came} mục lấy lại từ tỉnh.</translation>
    </message>
    <message>
        <source>{count} scanned files came back from the province.</source>
        <translation>{count} tệp đã quét được lấy lại từ tỉnh.</translation>
    </message>
    <message>
        <source>The province could not be asked: {why}</source>
        <translation>Chưa hỏi được tỉnh: {why}</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again when the line is back, or go on without the province.</source>
        <translation>Chưa có gì bị thay đổi. Hãy thử lại khi có mạng, hoặc làm tiếp không cần tỉnh.</translation>
    </message>
    <message>
        <source>{count} records were written here and are lost; enter them again from the papers:</source>
        <translation>{count} mục đã ghi ở đây và bị mất; hãy nhập lại theo giấy tờ:</translation>
    </message>
    <message>
        <source>Two copies of this desk were used; {count} records of this computer were written anew.</source>
        <translation>Hai bản dữ liệu đã được dùng song song; {count} mục của máy này đã được ghi lại.</translation>
    </message>
    <message>
        <source>   {code}: could not be taken over and is kept aside.</source>
        <translation>   {code}: không nhập được, đã để riêng.</translation>
    </message>
    <message>
        <source>   {code} is {new} now: replace the paper the citizen holds.</source>
        <translation>   {code} nay là {new}: hãy đổi giấy cho người dân.</translation>
    </message>
    <message>
        <source>{count} scanned files are missing; scan the papers again if they are still here.</source>
        <translation>Thiếu {count} tệp đã quét; hãy quét lại nếu giấy còn ở đây.</translation>
    </message>
    <message>
        <source>Up to {count} records more may be lost; their numbers are left out.</source>
        <translation>Có thể mất thêm đến {count} mục; các số của chúng được bỏ trống.</translation>
    </message>
    <message>
        <source>Receipts {series}: the next one follows {number}; compare the stubs.</source>
        <translation>Biên lai {series}: số tiếp theo sau {number}; hãy đối chiếu cuống biên lai.</translation>
    </message>
    <message>
        <source>Nothing tells what was drawn since the backup; compare the last receipts and codes on paper.</source>
        <translation>Không có gì cho biết đã cấp những số nào sau bản sao lưu; hãy đối chiếu biên lai và mã hồ sơ cuối cùng trên giấy.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Không thiếu gì.</translation>
    </message>
    <message>
        <source>{count} records were changed on this computer after they were written; they are put right again:</source>
        <translation>{count} mục nhật ký bị sửa trên máy này sau khi ghi; nay đã được đưa về như cũ:</translation>
    </message>
</context>
<context>
    <name>RebuildWindow</name>
    <message>
        <source>Rebuild this desk's data</source>
        <translation>Dựng lại dữ liệu của quầy</translation>
    </message>
    <message>
        <source>Rebuild from what is here and at the province</source>
        <translation>Dựng lại từ dữ liệu còn ở đây và ở tỉnh</translation>
    </message>
    <message>
        <source>Passphrase or recovery key of the backup</source>
        <translation>Mật khẩu hoặc khóa khôi phục của bản sao lưu</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>Khôi phục bản sao lưu …</translation>
    </message>
    <message>
        <source>Go on without the province</source>
        <translation>Làm tiếp không cần tỉnh</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Bắt đầu làm việc</translation>
    </message>
    <message>
        <source>Nothing of the old data is deleted. Codes, receipts and prints go on after the last ones known.</source>
        <translation>Dữ liệu cũ không bị xóa. Mã hồ sơ, biên lai và số lần in tiếp theo sau số cuối cùng đã biết.</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>Chọn bản sao lưu</translation>
    </message>
    <message>
        <source>This desk's data was rebuilt.</source>
        <translation>Dữ liệu của quầy đã được dựng lại.</translation>
    </message>
    <message>
        <source>Read what is missing, note it down, then go on working.</source>
        <translation>Hãy đọc và ghi lại những gì còn thiếu, rồi làm việc tiếp.</translation>
    </message>
</context>
<context>
    <name>backup</name>
    <message>
        <source>The backup is in {file}.</source>
        <translation>Bản sao lưu nằm ở {file}.</translation>
    </message>
</context>
<context>
    <name>DrawBar</name>
    <message>
        <source>How many dossiers are drawn</source>
        <translation>Số hồ sơ cần bốc</translation>
    </message>
    <message>
        <source>that of the day</source>
        <translation>theo ngày</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>Mã bốc mẫu</translation>
    </message>
    <message>
        <source>The same seed draws the same dossiers again; it stands above the list.</source>
        <translation>Cùng một mã thì bốc lại đúng các hồ sơ ấy; mã được ghi phía trên danh sách.</translation>
    </message>
    <message>
        <source>dossiers, seed</source>
        <translation>hồ sơ, mã bốc mẫu</translation>
    </message>
</context>
<context>
    <name>personal_data</name>
    <message>
        <source>{entries} entries and {papers} papers are in {file}.</source>
        <translation>{entries} bước và {papers} giấy tờ nằm ở {file}.</translation>
    </message>
    <message>
        <source>{count} papers are not at this desk.</source>
        <translation>{count} giấy tờ không có ở quầy này.</translation>
    </message>
    <message>
        <source>All that is kept of {count} dossier(s) is in {file}.</source>
        <translation>Mọi dữ liệu của {count} hồ sơ nằm ở {file}.</translation>
    </message>
    <message>
        <source>The personal data is erased, {count} file(s) with it.</source>
        <translation>Đã xóa dữ liệu cá nhân, cùng {count} tệp.</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>Print {file}, then scan or type the key from the paper: </source>
        <translation>Hãy in {file}, rồi quét hoặc nhập khóa trên giấy: </translation>
    </message>
    <message>
        <source>The key is right and in force. Put the paper into the safe.</source>
        <translation>Khóa đúng và đã có hiệu lực. Hãy cất tờ giấy vào tủ hồ sơ mật.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>A fault of the program</source>
        <translation>Lỗi của chương trình</translation>
    </message>
    <message>
        <source>Something in the program broke. What was typed, scanned and received is kept: go on working. If it happens again, close the program and start it anew. The report below holds nothing about citizens; print it or save it for the technician.</source>
        <translation>Một phần của chương trình bị lỗi. Những gì đã nhập, đã quét và đã tiếp nhận vẫn được giữ: hãy làm việc tiếp. Nếu lỗi lặp lại, hãy đóng chương trình rồi mở lại. Báo cáo dưới đây không có thông tin của công dân; hãy in hoặc lưu lại cho cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Làm việc tiếp</translation>
    </message>
    <message>
        <source>It could not be saved there: choose another place</source>
        <translation>Không lưu được vào đó: hãy chọn nơi khác</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
</context>
<context>
    <name>digests</name>
    <message>
        <source>The entries are those of all {count} days in {file}.</source>
        <translation>Nhật ký của quầy đúng như {count} ngày trong tệp {file}.</translation>
    </message>
    <message>
        <source>{count} signed days were written to {file}.</source>
        <translation>Đã ghi tóm lược có ký của {count} ngày vào tệp {file}.</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Card lost</source>
        <translation>Báo mất thẻ</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>Khóa tài khoản</translation>
    </message>
    <message>
        <source>Closed. Give it a role to open it again.</source>
        <translation>Đã khóa. Giao lại vai trò thì tài khoản mở lại.</translation>
    </message>
    <message>
        <source>Full name, as it stands on papers</source>
        <translation>Họ và tên, như trên giấy tờ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Thêm tài khoản</translation>
    </message>
    <message>
        <source>New card…</source>
        <translation>Cấp thẻ mới…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Cấp mật khẩu mới…</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save the card, print it, delete the file</source>
        <translation>Lưu thẻ, in ra rồi xóa tệp</translation>
    </message>
    <message>
        <source>Saved: {name}.</source>
        <translation>Đã lưu: {name}.</translation>
    </message>
    <message>
        <source>The name stands in every entry and cannot be changed later.</source>
        <translation>Họ tên được ghi trong mọi việc đã làm và không sửa được về sau.</translation>
    </message>
    <message>
        <source>Whoever signs in with it chooses another.</source>
        <translation>Người đăng nhập bằng mật khẩu này phải đổi mật khẩu khác.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã khóa</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>The province keeps the roles of this account.</source>
        <translation>Vai trò của tài khoản này do tỉnh quản lý.</translation>
    </message>
    <message>
        <source>What was set here without knowing of it has no effect: {roles}</source>
        <translation>Vai trò đặt tại đây khi chưa biết việc đó không có hiệu lực: {roles}</translation>
    </message>
    <message>
        <source>Cannot open the locked data yet: signs in once while somebody else has it open.</source>
        <translation>Chưa mở được dữ liệu đang khóa: cần đăng nhập một lần khi dữ liệu đã được người khác mở.</translation>
    </message>
    <message>
        <source>Lock it with passwords…</source>
        <translation>Bảo vệ bằng mật khẩu…</translation>
    </message>
    <message>
        <source>The data is locked with passwords.</source>
        <translation>Dữ liệu đã được bảo vệ bằng mật khẩu.</translation>
    </message>
    <message>
        <source>The key of this desk's data lies plain beside it: whoever takes the disk away reads everything.</source>
        <translation>Khóa mã hóa nằm ngay cạnh dữ liệu, không được bảo vệ: ai lấy được ổ đĩa là đọc được tất cả.</translation>
    </message>
</context>
<context>
    <name>AdministratorDialog</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Full name, as it stands on papers</source>
        <translation>Họ và tên, như trên giấy tờ</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nhập lại</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Bắt đầu làm việc</translation>
    </message>
    <message>
        <source>The administrator of this desk</source>
        <translation>Người quản trị quầy</translation>
    </message>
    <message>
        <source>Whoever works here signs in with an account of their own; it stands in every entry. This is the first: it opens the others. Asked once. The password has at least {letters} letters.</source>
        <translation>Mỗi người làm việc tại quầy đăng nhập bằng tài khoản riêng; tên người đó được ghi trong mọi việc đã làm. Đây là tài khoản đầu tiên, dùng để mở các tài khoản khác. Chỉ hỏi một lần. Mật khẩu có ít nhất {letters} ký tự.</translation>
    </message>
</context>
<context>
    <name>NewPasswordDialog</name>
    <message>
        <source>At least {letters} letters. A short sentence is easy to remember and hard to guess.</source>
        <translation>Ít nhất {letters} ký tự. Một câu ngắn thì dễ nhớ mà khó đoán.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Choose a password</source>
        <translation>Đặt mật khẩu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nhập lại</translation>
    </message>
    <message>
        <source>Password until now</source>
        <translation>Mật khẩu đang dùng</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>SecondRow</name>
    <message>
        <source>Confirmed by</source>
        <translation>Người xác nhận</translation>
    </message>
    <message>
        <source>Nobody else here has the role of supervisor: the administrator gives it.</source>
        <translation>Chưa có ai khác giữ vai trò phụ trách: nhờ người quản trị giao vai trò này.</translation>
    </message>
    <message>
        <source>Password of who confirms</source>
        <translation>Mật khẩu của người xác nhận</translation>
    </message>
    <message>
        <source>Their password, or their card before the reader</source>
        <translation>Mật khẩu, hoặc đưa thẻ trước đầu đọc</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>New password for the administrator…</source>
        <translation>Đặt mật khẩu mới cho người quản trị…</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Đóng chương trình</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Đang khóa</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>What was begun is kept as it stands; somebody else can go on with it.</source>
        <translation>Việc đang làm dở vẫn giữ nguyên; người khác đăng nhập có thể làm tiếp.</translation>
    </message>
    <message>
        <source>{office} · desk {number}</source>
        <translation>{office} · quầy {number}</translation>
    </message>
    <message>
        <source>The data was opened, but this password was changed since at another desk: type the new one.</source>
        <translation>Dữ liệu đã được mở, nhưng mật khẩu này đã đổi ở quầy khác: hãy nhập mật khẩu mới.</translation>
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Họ và tên</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>Password, or the card before the reader</source>
        <translation>Mật khẩu, hoặc đưa thẻ trước đầu đọc</translation>
    </message>
    <message>
        <source>Sign in and change the password…</source>
        <translation>Đăng nhập và đổi mật khẩu…</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Administrator</source>
        <translation>Quản trị</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Reception clerk</source>
        <translation>Cán bộ tiếp nhận</translation>
    </message>
    <message>
        <source>Return desk</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Phụ trách</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyDialog</name>
    <message>
        <source>Recovery key of the backups</source>
        <translation>Khóa khôi phục của bản sao lưu</translation>
    </message>
    <message>
        <source>Once this computer is gone, its backups open with this key alone; it opens locked data, too, when all passwords are forgotten. Print the sheet, scan its code to show that it can be read, and put it into the safe.</source>
        <translation>Khi máy này không còn, chỉ khóa này mở được các bản sao lưu; khi mọi người đều quên mật khẩu, nó cũng mở được dữ liệu đang khóa. Hãy in tờ này, quét mã trên tờ để chắc là đọc được, rồi cất vào tủ hồ sơ mật.</translation>
    </message>
    <message>
        <source>1. Save the sheet to print it</source>
        <translation>1. Lưu tờ giấy để in</translation>
    </message>
    <message>
        <source>2. Scan or type the key from the paper</source>
        <translation>2. Quét hoặc gõ khóa từ tờ giấy</translation>
    </message>
    <message>
        <source>The paper is in the safe</source>
        <translation>Giấy đã cất vào tủ</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Lưu tờ giấy</translation>
    </message>
</context>
<context>
    <name>DrawingPage</name>
    <message>
        <source>The drawn boxes are not saved: save them, or open the other form once more.</source>
        <translation>Các ô đã vẽ chưa lưu: hãy lưu, hoặc mở mẫu kia lần nữa.</translation>
    </message>
    <message>
        <source>%n boxes without a field are not in it.</source>
        <translation>%n ô chưa chọn trường nên không có trong mẫu.</translation>
    </message>
    <message>
        <source>Open a form… (Ctrl+O)</source>
        <translation>Mở mẫu… (Ctrl+O)</translation>
    </message>
    <message>
        <source>Propose boxes (Ctrl+G)</source>
        <translation>Gợi ý các ô (Ctrl+G)</translation>
    </message>
    <message>
        <source>Save the form (Ctrl+S)</source>
        <translation>Lưu mẫu (Ctrl+S)</translation>
    </message>
    <message>
        <source>A form of our own</source>
        <translation>Mẫu riêng của cơ quan</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Draw a form once, and it is read from then on</source>
        <translation>Vẽ mẫu một lần, từ đó máy đọc được</translation>
    </message>
    <message>
        <source>Open a blank or filled form as a scan or PDF, draw a box where each answer stands and choose its field. Then try it on five scans and save it.</source>
        <translation>Mở bản quét hoặc PDF của mẫu (trống hay đã điền), kéo ô ở chỗ ghi câu trả lời và chọn trường. Sau đó thử trên năm bản quét rồi lưu.</translation>
    </message>
    <message>
        <source>A blank or filled form</source>
        <translation>Mẫu trống hoặc đã điền</translation>
    </message>
    <message>
        <source>Up to five scans of this form</source>
        <translation>Tối đa năm bản quét của mẫu này</translation>
    </message>
    <message>
        <source>Saved: {name}. Papers scanned from now on are read by it.</source>
        <translation>Đã lưu: {name}. Giấy tờ quét từ bây giờ được đọc theo mẫu này.</translation>
    </message>
    <message>
        <source>Boxes ({count})</source>
        <translation>Các ô ({count})</translation>
    </message>
    <message>
        <source>Page {number} of {all}</source>
        <translation>Trang {number}/{all}</translation>
    </message>
    <message>
        <source>Deleted: {name}.</source>
        <translation>Đã xóa: {name}.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Pictures and PDFs ({kinds})</source>
        <translation>Ảnh và PDF ({kinds})</translation>
    </message>
    <message>
        <source>Reading templates</source>
        <translation>Mẫu đọc</translation>
    </message>
    <message>
        <source>Printed title</source>
        <translation>Tên in trên mẫu</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gọi là</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Loại giấy</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Thử</translation>
    </message>
    <message>
        <source>Saved forms</source>
        <translation>Mẫu đã lưu</translation>
    </message>
</context>
<context>
    <name>BoxEditor</name>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Printed label</source>
        <translation>Nhãn in trên mẫu</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>Loại giá trị</translation>
    </message>
    <message>
        <source>Delete the box</source>
        <translation>Xóa ô</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>chưa chọn</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Chữ</translation>
    </message>
    <message>
        <source>A person's name</source>
        <translation>Họ tên người</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>Ngày tháng năm</translation>
    </message>
    <message>
        <source>Day behind “issued on”</source>
        <translation>Ngày sau chữ “cấp ngày”</translation>
    </message>
    <message>
        <source>Hour and day</source>
        <translation>Giờ và ngày</translation>
    </message>
    <message>
        <source>Number of card or passport</source>
        <translation>Số căn cước, hộ chiếu</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>Dân tộc</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Number, area</source>
        <translation>Số, diện tích</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Number of a paper or parcel</source>
        <translation>Số hiệu giấy tờ, thửa đất</translation>
    </message>
    <message>
        <source>Name of an agency</source>
        <translation>Tên cơ quan</translation>
    </message>
    <message>
        <source>How somebody is related</source>
        <translation>Quan hệ với một người</translation>
    </message>
    <message>
        <source>Fields of the form</source>
        <translation>Các trường của mẫu</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Try on scans… (Ctrl+T)</source>
        <translation>Thử trên bản quét… (Ctrl+T)</translation>
    </message>
    <message>
        <source>Reading the scans…</source>
        <translation>Đang đọc các bản quét…</translation>
    </message>
    <message>
        <source>Choose up to five scans of this form, filled in. They are read and shown here; they are kept nowhere.</source>
        <translation>Chọn tối đa năm bản quét đã điền của mẫu này. Máy đọc và hiện ở đây, không lưu lại ở đâu.</translation>
    </message>
    <message>
        <source>Recognised: {found} of {all}. Fields read: {read} of {fields}. ✓ is sure, – nothing read.</source>
        <translation>Nhận ra: {found}/{all} bản. Đọc được: {read}/{fields} trường. ✓ là chắc chắn, – là không đọc được.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
</context>
<context>
    <name>SavedForms</name>
    <message>
        <source>Form</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Số trường</translation>
    </message>
    <message>
        <source>To change a form, open a scan of it: its boxes are there again.</source>
        <translation>Muốn sửa mẫu, mở một bản quét của mẫu đó: các ô hiện lại.</translation>
    </message>
    <message>
        <source>Files that cannot be read:</source>
        <translation>Tệp không đọc được:</translation>
    </message>
    <message>
        <source>Press once more to delete it</source>
        <translation>Bấm lần nữa để xóa</translation>
    </message>
    <message>
        <source>Delete the form</source>
        <translation>Xóa mẫu</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Close this message (Esc, or Shift+Esc)</source>
        <translation>Đóng thông báo này (Esc, hoặc Shift+Esc)</translation>
    </message>
</context>
<context>
    <name>MessageHistory</name>
    <message>
        <source>What was told today</source>
        <translation>Các thông báo hôm nay</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <source>Nothing was told yet</source>
        <translation>Chưa có thông báo nào</translation>
    </message>
</context>
<context>
    <name>Before</name>
    <message>
        <source>Go on with it (F8)</source>
        <translation>Tiếp tục hồ sơ này (F8)</translation>
    </message>
    <message>
        <source>%n pages scanned</source>
        <translation>%n trang đã quét</translation>
    </message>
    <message>
        <source>{person} has an open intake of {at}</source>
        <translation>{person} có hồ sơ nhập dở từ {at}</translation>
    </message>
    <message>
        <source>{day}: {answer} · {person} · {procedure} · {what}</source>
        <translation>{day}: {answer} · {person} · {procedure} · {what}</translation>
    </message>
</context>
<context>
    <name>NewcomerPanel</name>
    <message>
        <source>Leave all as it was (Esc)</source>
        <translation>Để nguyên (Esc)</translation>
    </message>
    <message>
        <source>New dossier, this one is kept (Alt+1)</source>
        <translation>Hồ sơ mới, giữ hồ sơ đang mở (Alt+1)</translation>
    </message>
    <message>
        <source>They file for the owner (Alt+2)</source>
        <translation>Nộp thay chủ hồ sơ (Alt+2)</translation>
    </message>
    <message>
        <source>Instead of the owner (Alt+3)</source>
        <translation>Thay chủ hồ sơ (Alt+3)</translation>
    </message>
    <message>
        <source>Instead of the submitter (Alt+3)</source>
        <translation>Thay người nộp (Alt+3)</translation>
    </message>
    <message>
        <source>The same person, number mended (Alt+4)</source>
        <translation>Vẫn người này, sửa số (Alt+4)</translation>
    </message>
    <message>
        <source>&lt;b&gt;This is the card of {who}.&lt;/b&gt; The open intake is that of {owner}.</source>
        <translation>&lt;b&gt;Đây là thẻ của {who}.&lt;/b&gt; Hồ sơ đang mở là của {owner}.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{who} is not the number of {owner}.&lt;/b&gt; Is it somebody else?</source>
        <translation>&lt;b&gt;{who} không phải là số của {owner}.&lt;/b&gt; Có phải người khác không?</translation>
    </message>
    <message>
        <source>%n papers ticked</source>
        <translation>%n giấy tờ đã đánh dấu</translation>
    </message>
    <message>
        <source>%n pages scanned</source>
        <translation>%n trang đã quét</translation>
    </message>
    <message>
        <source>&lt;b&gt;“{paper}” names {who}.&lt;/b&gt; The open intake is that of {owner}.</source>
        <translation>&lt;b&gt;“{paper}” ghi {who}.&lt;/b&gt; Lượt tiếp nhận đang mở là của {owner}.</translation>
    </message>
</context>
<context>
    <name>TakePageOutForm</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Page {number} of “{paper}”</source>
        <translation>Trang {number} của “{paper}”</translation>
    </message>
    <message>
        <source>The other pages are made into a document of their own; the scan is kept as the rules say.</source>
        <translation>Các trang còn lại được lập thành tệp mới; ảnh quét của trang này được lưu theo quy định.</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>It could not be read. Type it, or Enter where nothing stands on the paper.</source>
        <translation>Máy không đọc được. Gõ theo giấy; trên giấy không ghi gì thì nhấn Enter.</translation>
    </message>
    <message>
        <source>Keyed without seeing what was read: type what stands on the paper.</source>
        <translation>Ô này gõ mà không xem chữ máy đọc: gõ đúng như trên giấy.</translation>
    </message>
    <message>
        <source>Not what was read: look at the paper and key it once more.</source>
        <translation>Khác chữ máy đọc: nhìn giấy và gõ lại lần nữa.</translation>
    </message>
    <message>
        <source>Read: {value}</source>
        <translation>Máy đọc: {value}</translation>
    </message>
    <message>
        <source>The form has to have this. Type it, or Enter where nothing stands on the paper.</source>
        <translation>Mẫu này phải có ô này. Gõ theo giấy; trên giấy không ghi gì thì nhấn Enter.</translation>
    </message>
    <message>
        <source>The form has to have this, and something is written there. Enter says that nothing is.</source>
        <translation>Giấy phải có ô này và ở đó có chữ viết. Nhấn Enter lần nữa nếu trên giấy để trống.</translation>
    </message>
    <message>
        <source>Enter keeps it as it is typed.</source>
        <translation>Nhấn Enter lần nữa để giữ như đã gõ.</translation>
    </message>
    <message>
        <source>This does not look like what stands in such a field. Enter keeps it as it is typed.</source>
        <translation>Không giống nội dung thường có ở ô này. Nhấn Enter lần nữa để giữ như đã gõ.</translation>
    </message>
    <message>
        <source>Accept (Enter)</source>
        <translation>Nhận (Enter)</translation>
    </message>
    <message>
        <source>Known elsewhere: {value} (Ctrl+I)</source>
        <translation>Đã biết từ nơi khác: {value} (Ctrl+I để lấy)</translation>
    </message>
    <message>
        <source>Perhaps written: {value} (Ctrl+I)</source>
        <translation>Chữ viết tay có thể là: {value} (Ctrl+I để lấy)</translation>
    </message>
</context>
<context>
    <name>FieldList</name>
    <message>
        <source>Fields of the paper</source>
        <translation>Các ô của giấy tờ</translation>
    </message>
    <message>
        <source>The matter</source>
        <translation>Nội dung đề nghị</translation>
    </message>
</context>
<context>
    <name>VerifyBar</name>
    <message>
        <source>%n confirmed</source>
        <translation>đã đối chiếu %n ô</translation>
    </message>
    <message>
        <source>%n fields sure</source>
        <translation>%n ô chắc chắn</translation>
    </message>
    <message>
        <source>%n missing on the paper</source>
        <translation>%n ô thiếu</translation>
    </message>
    <message>
        <source>%n papers were read</source>
        <translation>Đã đọc %n giấy tờ</translation>
    </message>
    <message>
        <source>%n to look at</source>
        <translation>%n ô cần xem</translation>
    </message>
    <message>
        <source>Hold against the paper (Ctrl+J)</source>
        <translation>Đối chiếu với giấy (Ctrl+J)</translation>
    </message>
    <message>
        <source>The papers are being read anew.</source>
        <translation>Đang đọc lại giấy tờ.</translation>
    </message>
    <message>
        <source>The papers are being read anew; they open then.</source>
        <translation>Đang đọc lại giấy tờ; đọc xong sẽ mở ra.</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>{title}: known by {why}, {n} % sure</source>
        <translation>{title}: nhận ra {why}, chắc {n} %</translation>
    </message>
    <message>
        <source>%n missing</source>
        <translation>%n ô thiếu</translation>
    </message>
    <message>
        <source>%n open</source>
        <translation>còn %n ô</translation>
    </message>
    <message>
        <source>%n to look at</source>
        <translation>%n ô cần xem</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Quay lại (Esc)</translation>
    </message>
    <message>
        <source>Next doubtful (Ctrl+J)</source>
        <translation>Ô cần xem tiếp (Ctrl+J)</translation>
    </message>
    <message>
        <source>Take the sure ones in view (Ctrl+Enter)</source>
        <translation>Nhận các ô chắc chắn đang thấy (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>paper {n} of {all}</source>
        <translation>giấy tờ {n}/{all}</translation>
    </message>
    <message>
        <source>another form than is known here: {form}</source>
        <translation>mẫu khác với mẫu đã biết: {form}</translation>
    </message>
    <message>
        <source>filled in by two people</source>
        <translation>hai người viết</translation>
    </message>
</context>
<context>
    <name>DossierCardBar</name>
    <message>
        <source>Correct the receipt (Ctrl+K)</source>
        <translation>Sửa giấy tiếp nhận (Ctrl+K)</translation>
    </message>
    <message>
        <source>Take its page out (Ctrl+K)</source>
        <translation>Bỏ trang đó ra (Ctrl+K)</translation>
    </message>
    <message>
        <source>Take nothing of this card</source>
        <translation>Không lấy gì từ thẻ này</translation>
    </message>
    <message>
        <source>Among the pages, {card} is of {name} ({number}): neither receipt nor papers read name them</source>
        <translation>Trong các trang có {card} của {name} ({number}): giấy tiếp nhận và giấy tờ đã đọc không nêu người này</translation>
    </message>
    <message>
        <source>Among the pages, {card} of {name} ({number}) says otherwise: {what}</source>
        <translation>Trong các trang có {card} của {name} ({number}) ghi khác: {what}</translation>
    </message>
</context>
<context>
    <name>verifying</name>
    <message>
        <source>Doubtful</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Thiếu</translation>
    </message>
    <message>
        <source>To be typed</source>
        <translation>Cần gõ</translation>
    </message>
    <message>
        <source>Typed blind</source>
        <translation>Gõ đối chiếu</translation>
    </message>
    <message>
        <source>Spot check</source>
        <translation>Kiểm tra ngẫu nhiên</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Chắc chắn</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Trống</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Đã sửa</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Đã gõ</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Giấy để trống</translation>
    </message>
</context>
<context>
    <name>ReuseBar</name>
    <message>
        <source>Use again (Shift+F5)</source>
        <translation>Dùng lại (Shift+F5)</translation>
    </message>
    <message>
        <source>Digitised before, not to be scanned again:</source>
        <translation>Đã số hóa ở hồ sơ trước, không cần quét lại:</translation>
    </message>
    <message>
        <source>{name} – dossier {code}, {day}</source>
        <translation>{name} – hồ sơ {code}, {day}</translation>
    </message>
    <message>
        <source>Other offices&apos; papers were not looked for: {why} Go on as usual.</source>
        <translation>Chưa tìm được giấy tờ đã số hóa ở đơn vị khác: {why} Vẫn tiếp nhận bình thường.</translation>
    </message>
    <message>
        <source>{line}, at {office}</source>
        <translation>{line}, tại {office}</translation>
    </message>
    <message>
        <source>“{name}” could not be fetched from the other office; scan the paper. {why}</source>
        <translation>Không lấy được “{name}” từ đơn vị khác; hãy quét giấy tờ. {why}</translation>
    </message>
</context>
<context>
    <name>LockKeyDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>From then on a password opens the data, and whoever takes the disk away reads nothing. Programs that run by themselves need a password, too. Print the recovery key: it opens the data when all passwords are forgotten.</source>
        <translation>Từ đó phải có mật khẩu mới mở được dữ liệu; ai lấy được ổ đĩa cũng không đọc được gì. Các chương trình tự chạy cũng cần mật khẩu. Hãy in khóa khôi phục: khi mọi người đều quên mật khẩu thì khóa này mở được dữ liệu.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bảo vệ</translation>
    </message>
    <message>
        <source>Lock the data with passwords</source>
        <translation>Bảo vệ dữ liệu bằng mật khẩu</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Mật khẩu của bạn</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>This desk's data came from a backup: the backup's key opens it this once, then passwords do.</source>
        <translation>Dữ liệu của quầy được dựng lại từ bản sao lưu. Lần này hãy mở bằng khóa của bản sao lưu; từ lần sau mật khẩu của mọi người lại dùng được.</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Đóng chương trình</translation>
    </message>
    <message>
        <source>Nobody knows a password …</source>
        <translation>Không ai nhớ mật khẩu …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Recovery key from the safe, or passphrase of the backups</source>
        <translation>Khóa khôi phục cất trong tủ, hoặc mật khẩu của bản sao lưu</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>This desk's data is locked. The password of anybody who works here opens it; a card does not.</source>
        <translation>Dữ liệu của quầy đang khóa. Mật khẩu của bất kỳ ai làm việc ở đây đều mở được; thẻ thì không.</translation>
    </message>
    <message>
        <source>{office} · desk {number}</source>
        <translation>{office} · quầy {number}</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
</context>
<context>
    <name>key</name>
    <message>
        <source>The key lies in the system's keyring.</source>
        <translation>Khóa mã hóa nằm trong kho khóa của hệ thống.</translation>
    </message>
    <message>
        <source>The key lies plain beside the data: whoever has the disk reads it.</source>
        <translation>Khóa mã hóa nằm ngay cạnh dữ liệu: ai có ổ đĩa là đọc được.</translation>
    </message>
    <message>
        <source>The key was changed. Backups made before still open with the one before.</source>
        <translation>Đã thay khóa mã hóa. Các bản sao lưu làm trước đó vẫn mở bằng khóa cũ.</translation>
    </message>
    <message>
        <source>The key is locked with the passwords of: {who}.</source>
        <translation>Khóa mã hóa được bảo vệ bằng mật khẩu của: {who}.</translation>
    </message>
    <message>
        <source>The recovery key or passphrase of the backups opens it, too.</source>
        <translation>Khóa khôi phục hoặc mật khẩu của bản sao lưu cũng mở được.</translation>
    </message>
    <message>
        <source>No recovery key opens it: have one printed (‘counter recovery-key’).</source>
        <translation>Chưa có khóa khôi phục: hãy in (lệnh ‘counter recovery-key’).</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Đã hoàn tác: {what}</translation>
    </message>
    <message>
        <source>There is nothing to undo on this screen.</source>
        <translation>Màn hình này không có gì để hoàn tác.</translation>
    </message>
    <message>
        <source>Where it was done, Ctrl+Z takes this back: {what}</source>
        <translation>Ở nơi đã làm, Ctrl+Z sẽ hoàn tác việc này: {what}</translation>
    </message>
</context>
<context>
    <name>PageHolder</name>
    <message>
        <source>Page {number} of “{paper}” deleted</source>
        <translation>Đã xóa trang {number} của “{paper}”</translation>
    </message>
    <message>
        <source>Page {number} of “{paper}” moved</source>
        <translation>Đã đổi chỗ trang {number} của “{paper}”</translation>
    </message>
    <message>
        <source>Page {number} of “{paper}” moved to “{other}”</source>
        <translation>Đã chuyển trang {number} của “{paper}” sang “{other}”</translation>
    </message>
    <message>
        <source>Page {number} of “{paper}” treated otherwise</source>
        <translation>Đã đổi cách xử lý trang {number} của “{paper}”</translation>
    </message>
    <message>
        <source>Page {number} of “{paper}” turned</source>
        <translation>Đã xoay trang {number} của “{paper}”</translation>
    </message>
    <message>
        <source>Page {number} of “{paper}” scanned anew</source>
        <translation>Đã quét lại trang {number} của “{paper}”</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>“{paper}” not ticked any more</source>
        <translation>Đã bỏ đánh dấu “{paper}”</translation>
    </message>
    <message>
        <source>“{paper}” ticked or counted</source>
        <translation>Đã đánh dấu, đếm “{paper}”</translation>
    </message>
    <message>
        <source>The intake of {name} given up</source>
        <translation>Đã bỏ hồ sơ nhập dở của {name}</translation>
    </message>
    <message>
        <source>nobody named yet</source>
        <translation>người chưa ghi tên</translation>
    </message>
    <message>
        <source>Procedure changed to “{name}”</source>
        <translation>Đã đổi thủ tục sang “{name}”</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Due today</source>
        <translation>Đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Received today</source>
        <translation>Tiếp nhận hôm nay</translation>
    </message>
    <message>
        <source>from day</source>
        <translation>từ ngày</translation>
    </message>
    <message>
        <source>to day</source>
        <translation>đến ngày</translation>
    </message>
    <message>
        <source>✕ All dossiers (Ctrl+0)</source>
        <translation>✕ Tất cả hồ sơ (Ctrl+0)</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Received {days}</source>
        <translation>Tiếp nhận {days}</translation>
    </message>
    <message>
        <source>Received {day}</source>
        <translation>Tiếp nhận {day}</translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message>
        <source>each to the unit whose turn it is</source>
        <translation>mỗi hồ sơ theo quy trình của thủ tục</translation>
    </message>
    <message>
        <source>the owner or submitter of each</source>
        <translation>chủ hồ sơ, người nộp của từng hồ sơ</translation>
    </message>
    <message>
        <source>Type it, or read the card's QR</source>
        <translation>Gõ số, hoặc quét mã QR của thẻ</translation>
    </message>
    <message>
        <source>Confirm (Enter)</source>
        <translation>Ghi nhận (Enter)</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done}/{all}</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <source>Unit that takes it</source>
        <translation>Đơn vị nhận</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Paper of authority</source>
        <translation>Giấy tờ ủy quyền</translation>
    </message>
    <message>
        <source>%n dossiers</source>
        <translation>%n hồ sơ</translation>
    </message>
    <message>
        <source>%n done</source>
        <translation>Đã thực hiện %n hồ sơ</translation>
    </message>
    <message>
        <source>%n not done:</source>
        <translation>%n hồ sơ chưa thực hiện được:</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Guide (F1)</source>
        <translation>Hướng dẫn (F1)</translation>
    </message>
    <message>
        <source>Keys (Ctrl+F1)</source>
        <translation>Phím tắt (Ctrl+F1)</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>On this screen</source>
        <translation>Ở màn hình này</translation>
    </message>
    <message>
        <source>On every screen</source>
        <translation>Ở mọi màn hình</translation>
    </message>
    <message>
        <source>What is grey is not valid at this moment.</source>
        <translation>Phím màu xám lúc này không dùng được.</translation>
    </message>
    <message>
        <source>The program is free software under the Apache License 2.0; the libraries are under their own.</source>
        <translation>Chương trình là phần mềm tự do theo Giấy phép Apache 2.0; các thư viện theo giấy phép của chúng.</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>Giới thiệu nhanh các màn hình</translation>
    </message>
    <message>
        <source>What to do when…</source>
        <translation>Tình huống thường gặp</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Save the version</source>
        <translation>Lưu phiên bản</translation>
    </message>
    <message>
        <source>Open a form</source>
        <translation>Mở một mẫu</translation>
    </message>
    <message>
        <source>Propose boxes</source>
        <translation>Gợi ý các ô</translation>
    </message>
    <message>
        <source>On the page: a box more, a box less</source>
        <translation>Trên trang: thêm ô, bỏ ô</translation>
    </message>
    <message>
        <source>Move the box; with Shift its size</source>
        <translation>Dời ô; kèm Shift thì đổi cỡ</translation>
    </message>
    <message>
        <source>Try the form on scans</source>
        <translation>Thử mẫu trên bản quét</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>Lưu mẫu</translation>
    </message>
    <message>
        <source>Help for this screen</source>
        <translation>Trợ giúp cho màn hình này</translation>
    </message>
    <message>
        <source>This sheet of keys</source>
        <translation>Bảng phím tắt này</translation>
    </message>
    <message>
        <source>Find dossiers</source>
        <translation>Tìm hồ sơ</translation>
    </message>
    <message>
        <source>Books and reports</source>
        <translation>Sổ và báo cáo</translation>
    </message>
    <message>
        <source>Catalogue, for administrators</source>
        <translation>Danh mục, dành cho quản trị</translation>
    </message>
    <message>
        <source>Accounts, for administrators</source>
        <translation>Tài khoản, dành cho quản trị</translation>
    </message>
    <message>
        <source>Forms that are read, for administrators</source>
        <translation>Mẫu máy đọc được, dành cho quản trị</translation>
    </message>
    <message>
        <source>Use a paper of an earlier dossier again</source>
        <translation>Dùng lại giấy tờ của hồ sơ trước</translation>
    </message>
    <message>
        <source>Take what the paper says into the field</source>
        <translation>Lấy nội dung ghi trên giấy vào ô</translation>
    </message>
    <message>
        <source>Hold what was read against the paper; there: the next doubtful field</source>
        <translation>Đối chiếu nội dung đã đọc với giấy; khi đang đối chiếu: ô cần xem tiếp</translation>
    </message>
    <message>
        <source>Print what is shown, or show what would be printed</source>
        <translation>In tờ đang xem, hoặc hiện tờ sẽ in</translation>
    </message>
    <message>
        <source>Take back what was done last</source>
        <translation>Hoàn tác việc vừa làm</translation>
    </message>
    <message>
        <source>What was told today</source>
        <translation>Các thông báo hôm nay</translation>
    </message>
    <message>
        <source>Leave, close, or close what is told</source>
        <translation>Quay lại, đóng, hoặc đóng thông báo</translation>
    </message>
    <message>
        <source>Close what is told</source>
        <translation>Đóng thông báo</translation>
    </message>
    <message>
        <source>Lock, or let somebody else sign in</source>
        <translation>Khóa màn hình, hoặc người khác đăng nhập</translation>
    </message>
    <message>
        <source>Scan the chosen paper</source>
        <translation>Quét giấy tờ đang chọn</translation>
    </message>
    <message>
        <source>Add files to the chosen paper</source>
        <translation>Thêm tệp vào giấy tờ đang chọn</translation>
    </message>
    <message>
        <source>Scan a page once more with its note</source>
        <translation>Quét lại trang kèm giấy đính</translation>
    </message>
    <message>
        <source>Go on with who was sent home; after a receipt: take the money</source>
        <translation>Làm tiếp hồ sơ của người đã được hướng dẫn; sau khi tiếp nhận: thu tiền</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Open the dossier that is there already</source>
        <translation>Mở hồ sơ đã có</translation>
    </message>
    <message>
        <source>Ask for supplements: Mẫu 02</source>
        <translation>Yêu cầu bổ sung: Mẫu 02</translation>
    </message>
    <message>
        <source>Refuse: Mẫu 03</source>
        <translation>Từ chối: Mẫu 03</translation>
    </message>
    <message>
        <source>Make the procedure a favourite, or not</source>
        <translation>Đánh dấu, bỏ dấu thủ tục hay dùng</translation>
    </message>
    <message>
        <source>Kind of applicant</source>
        <translation>Đối tượng nộp hồ sơ</translation>
    </message>
    <message>
        <source>One more owner</source>
        <translation>Thêm đồng chủ hồ sơ</translation>
    </message>
    <message>
        <source>Another agency decides or returns</source>
        <translation>Cơ quan khác giải quyết, trả kết quả</translation>
    </message>
    <message>
        <source>Delete the chosen page</source>
        <translation>Xoá trang đang chọn</translation>
    </message>
    <message>
        <source>Move the chosen page</source>
        <translation>Đổi chỗ trang đang chọn</translation>
    </message>
    <message>
        <source>Put the page to another paper</source>
        <translation>Chuyển trang sang giấy tờ khác</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>Xoay trang</translation>
    </message>
    <message>
        <source>Only those due today</source>
        <translation>Chỉ hồ sơ đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Only those overdue</source>
        <translation>Chỉ hồ sơ quá hạn</translation>
    </message>
    <message>
        <source>Only those received today</source>
        <translation>Chỉ hồ sơ tiếp nhận hôm nay</translation>
    </message>
    <message>
        <source>All dossiers again</source>
        <translation>Bỏ lọc, xem mọi hồ sơ</translation>
    </message>
    <message>
        <source>Choose all, in the list</source>
        <translation>Chọn tất cả, trong danh sách</translation>
    </message>
    <message>
        <source>Hand over the chosen ones</source>
        <translation>Chuyển các hồ sơ đã chọn</translation>
    </message>
    <message>
        <source>Take the results of the chosen ones</source>
        <translation>Nhận kết quả của các hồ sơ đã chọn</translation>
    </message>
    <message>
        <source>Return the results of the chosen ones</source>
        <translation>Trả kết quả của các hồ sơ đã chọn</translation>
    </message>
    <message>
        <source>Save the list as a spreadsheet</source>
        <translation>Lưu danh sách ra bảng tính</translation>
    </message>
    <message>
        <source>The acts that are most likely now</source>
        <translation>Các việc hay làm lúc này</translation>
    </message>
    <message>
        <source>All other acts</source>
        <translation>Các việc khác</translation>
    </message>
    <message>
        <source>Scan into the dossier, on its page of scans</source>
        <translation>Quét vào hồ sơ, ở mục Quét giấy tờ</translation>
    </message>
    <message>
        <source>Put a page to another paper; turn it</source>
        <translation>Chuyển trang sang giấy tờ khác; xoay trang</translation>
    </message>
    <message>
        <source>Take a page out, with a reason where it is in a document</source>
        <translation>Rút trang, kèm lý do nếu trang đã nằm trong tệp</translation>
    </message>
    <message>
        <source>Count the cash</source>
        <translation>Kiểm quỹ</translation>
    </message>
    <message>
        <source>Keep the count; sign the evaluation off</source>
        <translation>Lưu kiểm quỹ; phê duyệt bản đánh giá</translation>
    </message>
    <message>
        <source>Choose the scanner and how it scans</source>
        <translation>Chọn máy quét và cách quét</translation>
    </message>
    <message>
        <source>Cover and separator sheets</source>
        <translation>Tờ bìa và tờ ngăn</translation>
    </message>
    <message>
        <source>Document camera</source>
        <translation>Máy ảnh tài liệu</translation>
    </message>
    <message>
        <source>Many dossiers of one submitter</source>
        <translation>Nhiều hồ sơ của một người nộp</translation>
    </message>
    <message>
        <source>On the page: a screen further, with the arrows a little</source>
        <translation>Trên trang: cuộn một màn hình, phím mũi tên cuộn từng chút</translation>
    </message>
    <message>
        <source>On the page: choose all words, copy the chosen ones</source>
        <translation>Trên trang: chọn tất cả chữ, sao chép chữ đã chọn</translation>
    </message>
    <message>
        <source>On the page: larger, smaller, width, whole, true size</source>
        <translation>Trên trang: to hơn, nhỏ hơn, vừa bề rộng, cả trang, cỡ thật</translation>
    </message>
    <message>
        <source>One of ten procedures used of late; whose card was read</source>
        <translation>Một trong mười thủ tục vừa dùng; người có thẻ vừa đọc</translation>
    </message>
    <message>
        <source>Open intakes: go on with one, give one up</source>
        <translation>Hồ sơ nhập dở: làm tiếp hoặc bỏ</translation>
    </message>
    <message>
        <source>Papers that wait to be printed</source>
        <translation>Giấy đang chờ in</translation>
    </message>
    <message>
        <source>Scan a page anew, in its place</source>
        <translation>Quét lại một trang, thay đúng chỗ</translation>
    </message>
    <message>
        <source>Scanner, camera, cover sheets, on its page of scans</source>
        <translation>Máy quét, máy chụp, tờ bìa, ở trang bản quét</translation>
    </message>
    <message>
        <source>Stop the scanner, while it scans</source>
        <translation>Dừng máy quét khi đang quét</translation>
    </message>
    <message>
        <source>To the column beside: person, papers, pages, the page</source>
        <translation>Sang cột bên cạnh: người nộp, giấy tờ, các trang, trang đang xem</translation>
    </message>
    <message>
        <source>What waits to be sent, and the province</source>
        <translation>Gì đang chờ gửi, và kết nối với tỉnh</translation>
    </message>
    <message>
        <source>Today: what waits, and what is new</source>
        <translation>Hôm nay: việc đang chờ và tin mới</translation>
    </message>
    <message>
        <source>Receive a dossier: a fresh intake, or one of the person shown</source>
        <translation>Tiếp nhận: hồ sơ mới, hoặc hồ sơ của người đang hiện trên màn hình</translation>
    </message>
    <message>
        <source>Open what waits, by the digit of its tile</source>
        <translation>Mở ô việc theo số của ô</translation>
    </message>
    <message>
        <source>From tile to tile, and down to the news</source>
        <translation>Sang ô khác, xuống danh sách tin mới</translation>
    </message>
    <message>
        <source>Begin to type the number of who is at the desk</source>
        <translation>Gõ luôn số định danh của người đến (số 0 đầu)</translation>
    </message>
    <message>
        <source>Open the tile, or the dossier the news are of</source>
        <translation>Mở ô việc, hoặc hồ sơ có tin</translation>
    </message>
    <message>
        <source>Return the result to this person</source>
        <translation>Trả kết quả cho người này</translation>
    </message>
    <message>
        <source>Open the chosen dossier, go on with the chosen intake</source>
        <translation>Mở hồ sơ đang chọn, nhập tiếp hồ sơ đang dở</translation>
    </message>
    <message>
        <source>After a receipt: print all papers of the dossier</source>
        <translation>Sau khi tiếp nhận: in cả bộ giấy của hồ sơ</translation>
    </message>
    <message>
        <source>Print all papers of the chosen ones, each once</source>
        <translation>In cả bộ giấy của các hồ sơ đã chọn, mỗi giấy một lần</translation>
    </message>
    <message>
        <source>Print all papers of the dossier, each once</source>
        <translation>In cả bộ giấy của hồ sơ, mỗi giấy một lần</translation>
    </message>
    <message>
        <source>Take the owner with the cursor out</source>
        <translation>Bỏ người đang nhập</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Lưu cài đặt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Feedback and recommendations</source>
        <translation>Phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>New feedback</source>
        <translation>Tiếp nhận phản ánh mới</translation>
    </message>
    <message>
        <source>Take it, answer it, note that it is public</source>
        <translation>Tiếp nhận, trả lời, ghi đã công khai</translation>
    </message>
    <message>
        <source>For this office; pass it on; do not take it up</source>
        <translation>Thuộc thẩm quyền; chuyển; không tiếp nhận</translation>
    </message>
    <message>
        <source>Monthly evaluation, for who signs it off</source>
        <translation>Đánh giá tháng, dành cho người phê duyệt</translation>
    </message>
    <message>
        <source>Put a page where it seems to belong, or look at the first such</source>
        <translation>Chuyển trang sang thành phần mà nó giống; hoặc xem trang đầu tiên như vậy</translation>
    </message>
    <message>
        <source>Take the person of a scanned card into the intake</source>
        <translation>Lấy người trên thẻ đã quét vào hồ sơ đang nhập</translation>
    </message>
    <message>
        <source>Thresholds of reading, at the report of what was read</source>
        <translation>Ngưỡng chắc chắn khi đọc, ở báo cáo kết quả đọc giấy tờ</translation>
    </message>
    <message>
        <source>The period before, the period after</source>
        <translation>Kỳ trước, kỳ sau</translation>
    </message>
    <message>
        <source>Sort by the next column, or back; each from both ends</source>
        <translation>Sắp theo cột sau hoặc cột trước; mỗi cột cả hai chiều</translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>The data is as the program before the update knows it; {count} records written since are in it.</source>
        <translation>Dữ liệu đã trở lại dạng của chương trình trước lần cập nhật; {count} bản ghi viết từ đó vẫn được giữ.</translation>
    </message>
    <message>
        <source>Not taken over, for it did not exist before: {what}.</source>
        <translation>Không chuyển được vì trước đó chưa có: {what}.</translation>
    </message>
    <message>
        <source>Install the program of before now; what was there is kept as after-update.db for 30 days.</source>
        <translation>Bây giờ hãy cài lại chương trình trước đó; dữ liệu vừa rồi được giữ trong after-update.db 30 ngày.</translation>
    </message>
</context>
<context>
    <name>OpenIntakes</name>
    <message>
        <source> (on the screen)</source>
        <translation> (đang mở)</translation>
    </message>
    <message>
        <source>%n open intakes</source>
        <translation>%n hồ sơ nhập dở</translation>
    </message>
    <message>
        <source>Give it up (Delete)</source>
        <translation>Bỏ hồ sơ này (Delete)</translation>
    </message>
    <message>
        <source>Go on with it (Enter)</source>
        <translation>Làm tiếp (Enter)</translation>
    </message>
    <message>
        <source>Last worked on</source>
        <translation>Sửa lần cuối</translation>
    </message>
    <message>
        <source>Name, number or procedure</source>
        <translation>Tên, số giấy tờ hoặc thủ tục</translation>
    </message>
    <message>
        <source>Open intakes</source>
        <translation>Hồ sơ nhập dở</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>chưa có tên</translation>
    </message>
    <message>
        <source>No open intake has these words; fewer words find more.</source>
        <translation>Không có hồ sơ nhập dở nào như vậy; gõ ít chữ hơn để tìm rộng hơn.</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>{pile}: {count}, key {digit}</source>
        <translation>{pile}: {count}, phím {digit}</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Intakes begun</source>
        <translation>Hồ sơ đang nhập dở</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Results to return</source>
        <translation>Kết quả chờ trả</translation>
    </message>
    <message>
        <source>Supplements expected</source>
        <translation>Chờ bổ sung giấy tờ</translation>
    </message>
    <message>
        <source>News of dossiers</source>
        <translation>Hồ sơ có tin mới</translation>
    </message>
    <message>
        <source>Papers not printed</source>
        <translation>Giấy tờ chưa in xong</translation>
    </message>
    <message>
        <source>Not sent to the province</source>
        <translation>Hồ sơ chưa gửi về tỉnh</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Read a card, or just type the citizen number and Enter</source>
        <translation>Quét thẻ, hoặc gõ luôn số định danh rồi Enter</translation>
    </message>
    <message>
        <source>Citizen number of who is at the desk, or words to find a dossier by</source>
        <translation>Số định danh của người đến, hoặc từ để tìm hồ sơ</translation>
    </message>
    <message>
        <source>News of dossiers</source>
        <translation>Hồ sơ có tin mới</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>Đã xem hết</translation>
    </message>
    <message>
        <source>Today, {weekday} {day}</source>
        <translation>Hôm nay, {weekday} {day}</translation>
    </message>
    <message>
        <source>Contradiction: {what}</source>
        <translation>Mâu thuẫn: {what}</translation>
    </message>
    <message>
        <source>New · {what}</source>
        <translation>Mới · {what}</translation>
    </message>
    <message>
        <source>News from the province and other desks (Enter opens)</source>
        <translation>Tin từ tỉnh và các quầy khác (Enter để mở)</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Không có tin mới</translation>
    </message>
    <message>
        <source>What the province does to dossiers of this desk will stand here.</source>
        <translation>Việc tỉnh đã làm với hồ sơ của quầy sẽ hiện ở đây.</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Above are only the %n newest; Enter lists all of them</source>
        <translation>Trên đây chỉ có %n hồ sơ mới nhất; Enter để liệt kê tất cả</translation>
    </message>
    <message>
        <source>There are older dossiers</source>
        <translation>Còn hồ sơ cũ hơn</translation>
    </message>
    <message>
        <source>Dossiers of this person</source>
        <translation>Hồ sơ của người này</translation>
    </message>
    <message>
        <source>Receive a new dossier for this person (F2)</source>
        <translation>Tiếp nhận hồ sơ mới cho người này (F2)</translation>
    </message>
    <message>
        <source>Return the result (Alt+1)</source>
        <translation>Trả kết quả (Alt+1)</translation>
    </message>
    <message>
        <source>Nobody known by this number</source>
        <translation>Chưa biết ai có số này</translation>
    </message>
    <message>
        <source>Intake begun · {procedure}</source>
        <translation>Đang nhập dở · {procedure}</translation>
    </message>
    <message>
        <source>Enter goes on with it</source>
        <translation>Enter để nhập tiếp</translation>
    </message>
    <message>
        <source>no procedure yet</source>
        <translation>chưa chọn thủ tục</translation>
    </message>
    <message>
        <source>Result here · {procedure}</source>
        <translation>Có kết quả, trả được ngay · {procedure}</translation>
    </message>
    <message>
        <source>Waits for supplements · {procedure}</source>
        <translation>Chờ bổ sung · {procedure}</translation>
    </message>
    <message>
        <source>Over · {procedure}</source>
        <translation>Đã xong · {procedure}</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>hẹn trả {when}</translation>
    </message>
    <message>
        <source>until {when}</source>
        <translation>đến {when}</translation>
    </message>
    <message>
        <source>filed for {owner}</source>
        <translation>nộp thay {owner}</translation>
    </message>
    <message>
        <source>No telephone, address or e-mail is known from earlier dossiers.</source>
        <translation>Các hồ sơ trước không ghi điện thoại, địa chỉ hay thư điện tử.</translation>
    </message>
    <message>
        <source>as said in dossier {code}, {day}</source>
        <translation>theo hồ sơ {code}, ngày {day}</translation>
    </message>
    <message>
        <source>Back to today (Esc)</source>
        <translation>Về Hôm nay (Esc)</translation>
    </message>
    <message>
        <source>No dossier of this person is here</source>
        <translation>Chưa có hồ sơ nào của người này ở đây</translation>
    </message>
    <message>
        <source>Enter or F2 receives one; what the card says is filled in.</source>
        <translation>Enter hoặc F2 để tiếp nhận; thông tin trên thẻ được điền sẵn.</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Digitised papers</source>
        <translation>Giấy tờ đã số hóa</translation>
    </message>
    <message>
        <source>%n digitised papers</source>
        <translation>%n giấy tờ đã số hóa</translation>
    </message>
</context>
<context>
    <name>whole_sets</name>
    <message>
        <source>%n papers</source>
        <translation>%n giấy tờ</translation>
    </message>
    <message>
        <source>of %n dossiers go to the printer.</source>
        <translation>của %n hồ sơ đã gửi đi in.</translation>
    </message>
    <message>
        <source>Of %n dossiers all papers were printed, or wait to be.</source>
        <translation>%n hồ sơ có mọi giấy tờ đã in hoặc đang chờ in.</translation>
    </message>
    <message>
        <source>Nor those of %n other dossiers.</source>
        <translation>Giấy tờ của %n hồ sơ khác cũng chưa in được.</translation>
    </message>
</context>
<context>
    <name>CardTrial</name>
    <message>
        <source>%n letters came, but they are no identity card.</source>
        <translation>Nhận được %n ký tự, nhưng không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>Hold a card before the reader while this screen is open.</source>
        <translation>Đưa thẻ trước đầu đọc khi đang mở màn hình này.</translation>
    </message>
    <message>
        <source>Or click here and scan: what the reader types is shown</source>
        <translation>Hoặc bấm vào đây rồi quét: máy cho biết đầu đọc gõ gì</translation>
    </message>
    <message>
        <source>The reader works: a card ending in {end} was read.</source>
        <translation>Đầu đọc chạy tốt: đã đọc thẻ có số cuối {end}.</translation>
    </message>
    <message>
        <source>What the reader types</source>
        <translation>Nội dung đầu đọc gõ</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Kết quả đọc</translation>
    </message>
</context>
<context>
    <name>ClerkRoom</name>
    <message>
        <source>Accounts (Ctrl+F12)</source>
        <translation>Tài khoản (Ctrl+F12)</translation>
    </message>
    <message>
        <source>Choose another password…</source>
        <translation>Đổi mật khẩu…</translation>
    </message>
    <message>
        <source>Signed in: {clerk}</source>
        <translation>Đang đăng nhập: {clerk}</translation>
    </message>
    <message>
        <source>The new password holds.</source>
        <translation>Mật khẩu mới đã có hiệu lực.</translation>
    </message>
</context>
<context>
    <name>ExchangeRoom</name>
    <message>
        <source>Locked at the other desk, where nobody changes them</source>
        <translation>Khóa ở quầy kia, không ai tại đó đổi được</translation>
    </message>
    <message>
        <source>Another desk of this office</source>
        <translation>Cài thêm một quầy của cơ quan</translation>
    </message>
    <message>
        <source>At its first start the other desk scans this code, or opens the file. It needs a number of its own, and its one-time code where there is a server.</source>
        <translation>Ở lần mở đầu tiên, quầy kia quét mã này hoặc mở tệp. Quầy đó cần số riêng, và mã dùng một lần nếu có máy chủ.</translation>
    </message>
    <message>
        <source>Code from which another desk is set up</source>
        <translation>Mã để cài quầy khác</translation>
    </message>
    <message>
        <source>Desk no.</source>
        <translation>Quầy số</translation>
    </message>
    <message>
        <source>Number of the other desk</source>
        <translation>Số của quầy kia</translation>
    </message>
    <message>
        <source>One-time code of the other desk</source>
        <translation>Mã dùng một lần của quầy kia</translation>
    </message>
    <message>
        <source>Read settings</source>
        <translation>Đọc cài đặt</translation>
    </message>
    <message>
        <source>Read settings from a file…</source>
        <translation>Đọc cài đặt từ tệp…</translation>
    </message>
    <message>
        <source>Read. Look at the rooms, then save.</source>
        <translation>Đã đọc. Xem lại từng mục rồi lưu.</translation>
    </message>
    <message>
        <source>Save its file…</source>
        <translation>Lưu thành tệp…</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Lưu cài đặt</translation>
    </message>
    <message>
        <source>Save the settings as a file…</source>
        <translation>Lưu cài đặt thành tệp…</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>Hiện mã</translation>
    </message>
    <message>
        <source>Stays as it was: {names}</source>
        <translation>Giữ nguyên: {names}</translation>
    </message>
    <message>
        <source>The file has no secret in it: no password, no one-time code. Locked settings, the office's code and the desk's number stay as they are when a file is read.</source>
        <translation>Tệp không chứa bí mật: không mật khẩu, không mã dùng một lần. Khi đọc tệp, mục bị khóa, mã cơ quan và số quầy được giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>KnowledgeRoom</name>
    <message>
        <source>Catalogue of procedures (Ctrl+F11)</source>
        <translation>Danh mục thủ tục (Ctrl+F11)</translation>
    </message>
    <message>
        <source>Forms that are read (Ctrl+F10)</source>
        <translation>Mẫu đọc giấy tờ (Ctrl+F10)</translation>
    </message>
    <message>
        <source>From the province: nothing yet</source>
        <translation>Của tỉnh: chưa có</translation>
    </message>
    <message>
        <source>From the province: {folder}</source>
        <translation>Của tỉnh: {folder}</translation>
    </message>
    <message>
        <source>Office hours, holidays, rules and the wording of papers are files of the province or of the office's own folder: they are law, checked as a whole when they are read, and not typed line by line here.</source>
        <translation>Giờ làm việc, ngày nghỉ, quy tắc và lời văn của giấy tờ là tệp của tỉnh hoặc trong thư mục của cơ quan: đó là quy định, được kiểm tra trọn vẹn khi đọc vào, không gõ từng dòng ở đây.</translation>
    </message>
    <message>
        <source>Shipped with the program: all procedures of the portal.</source>
        <translation>Kèm theo chương trình: toàn bộ thủ tục của Cổng dịch vụ công.</translation>
    </message>
    <message>
        <source>The office's own: nothing yet</source>
        <translation>Của cơ quan: chưa có</translation>
    </message>
    <message>
        <source>The office's own: {folder}</source>
        <translation>Của cơ quan: {folder}</translation>
    </message>
</context>
<context>
    <name>PrinterTrial</name>
    <message>
        <source>Print a test page</source>
        <translation>In trang thử</translation>
    </message>
    <message>
        <source>Sending the page…</source>
        <translation>Đang gửi trang in…</translation>
    </message>
    <message>
        <source>Sent to {printer}: look whether it came out.</source>
        <translation>Đã gửi đến {printer}: hãy xem giấy đã ra chưa.</translation>
    </message>
</context>
<context>
    <name>RoomForm</name>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Locked: only whoever set this desk up changes it.</source>
        <translation>Đã khóa: chỉ nơi cài đặt quầy này mới đổi được.</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>Tìm</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Add a row</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Take this row out</source>
        <translation>Bỏ dòng này</translation>
    </message>
</context>
<context>
    <name>SafetyRoom</name>
    <message>
        <source>Recovery key of the backups…</source>
        <translation>Khóa khôi phục của bản sao lưu…</translation>
    </message>
    <message>
        <source>The recovery key was not printed yet: without it no backup opens on another computer.</source>
        <translation>Chưa in khóa khôi phục: không có khóa thì bản sao lưu không mở được trên máy khác.</translation>
    </message>
    <message>
        <source>The recovery key was printed.</source>
        <translation>Đã in khóa khôi phục.</translation>
    </message>
</context>
<context>
    <name>ScannerTrial</name>
    <message>
        <source>No page came.</source>
        <translation>Không có trang nào.</translation>
    </message>
    <message>
        <source>Scan a test page</source>
        <translation>Quét trang thử</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>Đang quét…</translation>
    </message>
    <message>
        <source>The page that was scanned</source>
        <translation>Trang vừa quét</translation>
    </message>
    <message>
        <source>The scanner works. Lay the printed test page in it to have printer and scanner measured.</source>
        <translation>Máy quét chạy tốt. Đặt trang in thử vào để đo máy in và máy quét.</translation>
    </message>
</context>
<context>
    <name>ServerRoom</name>
    <message>
        <source>How the exchange with the province stands</source>
        <translation>Tình trạng kết nối với máy chủ tỉnh</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>On this screen not all of the window is seen at that size.</source>
        <translation>Ở cỡ này, màn hình không đủ chỗ cho cả cửa sổ.</translation>
    </message>
    <message>
        <source>Holds from the next start: {names}.</source>
        <translation>Có hiệu lực từ lần mở sau: {names}.</translation>
    </message>
    <message>
        <source>Rooms of the settings</source>
        <translation>Các mục cài đặt</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Lưu (Ctrl+S)</translation>
    </message>
    <message>
        <source>Start anew now</source>
        <translation>Mở lại ngay</translation>
    </message>
    <message>
        <source>Take changes back</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>Đã lưu cài đặt.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>0: all the line has.</source>
        <translation>0: hết khả năng của đường truyền.</translation>
    </message>
    <message>
        <source>A name and what stands above it</source>
        <translation>Họ tên và phần ghi phía trên</translation>
    </message>
    <message>
        <source>A name, and an address such as ipp://… or escpos+tcp://…:9100</source>
        <translation>Tên, và địa chỉ như ipp://… hoặc escpos+tcp://…:9100</translation>
    </message>
    <message>
        <source>A paper, a year or 0, a number or 0</source>
        <translation>Loại giấy, năm hoặc 0, số hoặc 0</translation>
    </message>
    <message>
        <source>A picture: PNG or JPEG</source>
        <translation>Ảnh PNG hoặc JPEG</translation>
    </message>
    <message>
        <source>Above the name; lines parted by /</source>
        <translation>Phía trên họ tên; các dòng cách nhau bằng /</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Địa chỉ máy chủ</translation>
    </message>
    <message>
        <source>After number</source>
        <translation>Tiếp sau số</translation>
    </message>
    <message>
        <source>Agency code</source>
        <translation>Mã cơ quan</translation>
    </message>
    <message>
        <source>An address begins with http://, https:// or socks5://</source>
        <translation>Địa chỉ bắt đầu bằng http://, https:// hoặc socks5://</translation>
    </message>
    <message>
        <source>An address begins with https:// or http://</source>
        <translation>Địa chỉ bắt đầu bằng https:// hoặc http://</translation>
    </message>
    <message>
        <source>An address with {token} in it, where the paper's own code goes</source>
        <translation>Địa chỉ có {token} tại chỗ ghi mã riêng của giấy</translation>
    </message>
    <message>
        <source>And what was done</source>
        <translation>Thêm cả việc đã làm</translation>
    </message>
    <message>
        <source>As a file, another desk</source>
        <translation>Tệp cài đặt, quầy khác</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Authority above it, on papers</source>
        <translation>Cơ quan chủ quản, trên giấy tờ</translation>
    </message>
    <message>
        <source>Backups and log</source>
        <translation>Sao lưu và nhật ký</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Đầu đọc thẻ</translation>
    </message>
    <message>
        <source>The province's own certificate (PEM)</source>
        <translation>Chứng thư gốc riêng của tỉnh (PEM)</translation>
    </message>
    <message>
        <source>Changing settings</source>
        <translation>Thay đổi cài đặt</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Lệ phí</translation>
    </message>
    <message>
        <source>Clerk and desk</source>
        <translation>Cán bộ và quầy</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Số liên</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Desks of the office at most</source>
        <translation>Số quầy tối đa của cơ quan</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>Empty where the reader types like a keyboard.</source>
        <translation>Để trống nếu đầu đọc gõ như bàn phím.</translation>
    </message>
    <message>
        <source>Empty: TTPVHCC at a centre, else BPTNTKQ.</source>
        <translation>Để trống: TTPVHCC nếu là trung tâm, còn lại BPTNTKQ.</translation>
    </message>
    <message>
        <source>Empty: UBND, where it is one.</source>
        <translation>Để trống: UBND, nếu là Ủy ban nhân dân.</translation>
    </message>
    <message>
        <source>Empty: always.</source>
        <translation>Để trống: mọi lúc.</translation>
    </message>
    <message>
        <source>Empty: as the system says.</source>
        <translation>Để trống: theo hệ thống.</translation>
    </message>
    <message>
        <source>Empty: asked at the first scan and remembered.</source>
        <translation>Để trống: hỏi ở lần quét đầu rồi nhớ.</translation>
    </message>
    <message>
        <source>Empty: no backups are made by themselves.</source>
        <translation>Để trống: không tự sao lưu.</translation>
    </message>
    <message>
        <source>Empty: the first there is. Each paper remembers where it was printed last.</source>
        <translation>Để trống: máy in đầu tiên. Mỗi loại giấy nhớ máy đã in lần trước.</translation>
    </message>
    <message>
        <source>Empty: the hours of the season, as the data have them.</source>
        <translation>Để trống: giờ làm việc theo mùa trong dữ liệu.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Tiếng Anh</translation>
    </message>
    <message>
        <source>Every step, for a technician</source>
        <translation>Mọi bước, cho kỹ thuật viên</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Folder for backups, on another disk</source>
        <translation>Thư mục sao lưu, trên ổ đĩa khác</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>Form no.</source>
        <translation>Mẫu số</translation>
    </message>
    <message>
        <source>Form, symbol, numbers 1 to 9999999, the first before the last</source>
        <translation>Mẫu số, ký hiệu, số từ 1 đến 9999999, số đầu không lớn hơn số cuối</translation>
    </message>
    <message>
        <source>From no.</source>
        <translation>Từ số</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Given out by the province; used once, with the first contact.</source>
        <translation>Do tỉnh cấp; chỉ dùng một lần, khi kết nối đầu tiên.</translation>
    </message>
    <message>
        <source>Hand-over lists of dossiers and results in one run</source>
        <translation>Danh sách bàn giao hồ sơ và kết quả, chung dãy số</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>Hours in which files may go, one a line</source>
        <translation>Giờ được gửi tệp, mỗi khoảng một dòng</translation>
    </message>
    <message>
        <source>Hours such as 11:30-13:30 or 17:00-07:00</source>
        <translation>Khoảng giờ như 11:30-13:30 hoặc 17:00-07:00</translation>
    </message>
    <message>
        <source>How much goes into the log</source>
        <translation>Mức ghi nhật ký</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Dữ liệu nghiệp vụ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Lock after minutes without a key</source>
        <translation>Tự khóa sau số phút không dùng</translation>
    </message>
    <message>
        <source>Logo, a picture</source>
        <translation>Biểu trưng, tệp ảnh</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Name, procedure, papers, due date and fee; only while an intake is being confirmed.</source>
        <translation>Họ tên, thủ tục, giấy tờ, ngày hẹn trả, số tiền; chỉ khi đang chờ người nộp xác nhận.</translation>
    </message>
    <message>
        <source>No certificate stands in this file</source>
        <translation>Tệp này không có chứng thư</translation>
    </message>
    <message>
        <source>No two desks share a series. Copies 0: as many as the form says.</source>
        <translation>Mỗi dãy chỉ thuộc một quầy. Số liên 0: theo mẫu biên lai.</translation>
    </message>
    <message>
        <source>Nothing personal at any level.</source>
        <translation>Không mức nào ghi thông tin cá nhân.</translation>
    </message>
    <message>
        <source>Notices of stop and pause in one run</source>
        <translation>Thông báo dừng và tạm dừng, chung dãy số</translation>
    </message>
    <message>
        <source>Number of this desk</source>
        <translation>Số của quầy này</translation>
    </message>
    <message>
        <source>Numbers are drawn from it: set when the office is set up, alike at all its desks.</source>
        <translation>Dùng để cấp số: đặt khi cài đặt cơ quan, giống nhau ở mọi quầy.</translation>
    </message>
    <message>
        <source>Numbers of dossiers a desk and day</source>
        <translation>Số hồ sơ mỗi quầy mỗi ngày</translation>
    </message>
    <message>
        <source>Numbers of papers a desk and year</source>
        <translation>Số văn bản mỗi quầy mỗi năm</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>One-time code of this desk</source>
        <translation>Mã dùng một lần của quầy này</translation>
    </message>
    <message>
        <source>Opening hours on papers</source>
        <translation>Giờ làm việc ghi trên giấy tờ</translation>
    </message>
    <message>
        <source>Other papers have dots, to be filled in by hand.</source>
        <translation>Giấy tờ khác để dấu chấm, ghi số bằng tay.</translation>
    </message>
    <message>
        <source>Own lines at the foot of receipts</source>
        <translation>Dòng riêng ở cuối giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Loại giấy</translation>
    </message>
    <message>
        <source>Papers whose numbers the program draws</source>
        <translation>Giấy tờ do chương trình cấp số</translation>
    </message>
    <message>
        <source>Place name on papers</source>
        <translation>Địa danh trên giấy tờ</translation>
    </message>
    <message>
        <source>Port of a reader that does not type</source>
        <translation>Cổng của đầu đọc không gõ như bàn phím</translation>
    </message>
    <message>
        <source>Printer of this desk</source>
        <translation>Máy in của quầy</translation>
    </message>
    <message>
        <source>Printer's address</source>
        <translation>Địa chỉ máy in</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Printers the system does not know</source>
        <translation>Máy in hệ thống chưa biết</translation>
    </message>
    <message>
        <source>Provincial server</source>
        <translation>Máy chủ tỉnh</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Máy chủ trung gian (proxy)</translation>
    </message>
    <message>
        <source>Receipts and numbers</source>
        <translation>Biên lai, số văn bản</translation>
    </message>
    <message>
        <source>Registered series of fee receipts of this desk</source>
        <translation>Dãy biên lai đã đăng ký của quầy này</translation>
    </message>
    <message>
        <source>Scanner of this desk</source>
        <translation>Máy quét của quầy</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Show the citizen on a second screen what is about to be received</source>
        <translation>Màn hình thứ hai cho người nộp xem hồ sơ sắp tiếp nhận</translation>
    </message>
    <message>
        <source>Size of text and signs</source>
        <translation>Cỡ chữ và biểu tượng</translation>
    </message>
    <message>
        <source>Speed for files, bytes a second</source>
        <translation>Tốc độ gửi tệp, byte mỗi giây</translation>
    </message>
    <message>
        <source>Stands in the codes of all dossiers and stays for the life of the desk; another desk is set up anew.</source>
        <translation>Nằm trong mã mọi hồ sơ và giữ suốt đời quầy; quầy khác thì cài đặt mới.</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Ký hiệu</translation>
    </message>
    <message>
        <source>Symbol of the agency in numbers of letters</source>
        <translation>Ký hiệu cơ quan trong số văn bản</translation>
    </message>
    <message>
        <source>Symbol of the desk in numbers of papers</source>
        <translation>Ký hiệu bộ phận trong số giấy tờ</translation>
    </message>
    <message>
        <source>Taken over in the year</source>
        <translation>Tiếp nhận sổ năm</translation>
    </message>
    <message>
        <source>Tax code, on fee receipts</source>
        <translation>Mã số thuế, trên biên lai</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Không có tệp này</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>Không có thư mục này</translation>
    </message>
    <message>
        <source>This must be filled in</source>
        <translation>Mục này phải điền</translation>
    </message>
    <message>
        <source>To no.</source>
        <translation>Đến số</translation>
    </message>
    <message>
        <source>To whom reports go</source>
        <translation>Đơn vị nhận báo cáo</translation>
    </message>
    <message>
        <source>Unit at the head of papers</source>
        <translation>Bộ phận ghi ở đầu giấy tờ</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Trang thông tin</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Chỉ lỗi</translation>
    </message>
    <message>
        <source>Where the QR of papers leads</source>
        <translation>Địa chỉ tra cứu trong mã QR của giấy</translation>
    </message>
    <message>
        <source>Who signs letters</source>
        <translation>Người ký văn bản</translation>
    </message>
    <message>
        <source>Key that signs new versions</source>
        <translation>Khóa ký phiên bản mới</translation>
    </message>
    <message>
        <source>64 digits and letters from a to f</source>
        <translation>64 chữ số và chữ cái từ a đến f</translation>
    </message>
    <message>
        <source>Empty: no version is taken from the server.</source>
        <translation>Để trống: không nhận phiên bản nào từ máy chủ.</translation>
    </message>
    <message>
        <source>What citizens say</source>
        <translation>Ý kiến người dân</translation>
    </message>
    <message>
        <source>Serve the page for citizens at</source>
        <translation>Mở trang lấy ý kiến tại địa chỉ</translation>
    </message>
    <message>
        <source>An address of this computer, such as 127.0.0.1 or 0.0.0.0</source>
        <translation>Địa chỉ của máy này, ví dụ 127.0.0.1 hoặc 0.0.0.0</translation>
    </message>
    <message>
        <source>127.0.0.1: a second screen of this computer. 0.0.0.0: a tablet too. Empty: nowhere.</source>
        <translation>127.0.0.1: màn hình thứ hai của máy này. 0.0.0.0: cả máy tính bảng. Để trống: không mở.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>Where the QR of a slip leads</source>
        <translation>Mã QR trên phiếu dẫn tới</translation>
    </message>
    <message>
        <source>An address with {token} in it, where the slip's own code goes</source>
        <translation>Địa chỉ có {token}, là chỗ đặt mã riêng của phiếu</translation>
    </message>
    <message>
        <source>Empty: papers point at the screen.</source>
        <translation>Để trống: giấy tờ hướng dẫn tới màn hình tại quầy.</translation>
    </message>
</context>
<context>
    <name>CitizenScreen</name>
    <message>
        <source>No second screen is connected; once one is, the citizen sees the intake there.</source>
        <translation>Chưa có màn hình thứ hai; khi cắm vào, người nộp sẽ thấy hồ sơ ở đó.</translation>
    </message>
    <message>
        <source>For the citizen</source>
        <translation>Màn hình cho người nộp</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Papers handed in</source>
        <translation>Giấy tờ đã nộp</translation>
    </message>
    <message>
        <source>Result due</source>
        <translation>Hẹn trả kết quả</translation>
    </message>
    <message>
        <source>the law sets no term</source>
        <translation>pháp luật không quy định thời hạn</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>Phí, lệ phí phải nộp</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>không thu</translation>
    </message>
    <message>
        <source>Please look whether this is right before it is received.</source>
        <translation>Mời ông, bà xem lại trước khi tiếp nhận.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>End the tour (Esc)</source>
        <translation>Thôi xem (Esc)</translation>
    </message>
    <message>
        <source>Begin to work</source>
        <translation>Bắt đầu làm việc</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Tiếp (Enter)</translation>
    </message>
    <message>
        <source>The screens</source>
        <translation>Các màn hình</translation>
    </message>
    <message>
        <source>Everything is one key away: F2 receives, F3 finds, F4 reports; Ctrl+F1 shows all keys.</source>
        <translation>Mọi việc chỉ cách một phím: F2 tiếp nhận, F3 tìm hồ sơ, F4 báo cáo; Ctrl+F1 xem mọi phím.</translation>
    </message>
    <message>
        <source>1. Who</source>
        <translation>1. Ai</translation>
    </message>
    <message>
        <source>Scan the card, whatever has the cursor: name, number and address are filled in.</source>
        <translation>Quét thẻ căn cước, con trỏ ở đâu cũng được: họ tên, số và địa chỉ tự điền.</translation>
    </message>
    <message>
        <source>2. What</source>
        <translation>2. Việc gì</translation>
    </message>
    <message>
        <source>Type a few letters of the procedure, then tick the papers that were handed in.</source>
        <translation>Gõ vài chữ của tên thủ tục, rồi đánh dấu giấy tờ đã nộp.</translation>
    </message>
    <message>
        <source>3. Receive</source>
        <translation>3. Tiếp nhận</translation>
    </message>
    <message>
        <source>The due date stands here. F9 receives; what is lacking is said here, too.</source>
        <translation>Ngày hẹn trả ở đây. F9 tiếp nhận; thiếu gì cũng nói ở đây.</translation>
    </message>
    <message>
        <source>What the program says</source>
        <translation>Chương trình báo gì</translation>
    </message>
    <message>
        <source>Messages and the state of printer and province stand here. F1 helps on every screen.</source>
        <translation>Thông báo, tình trạng máy in và kết nối tỉnh ở đây. F1 hướng dẫn ở mọi màn hình.</translation>
    </message>
</context>
<context>
    <name>feedback</name>
    <message>
        <source>Said at the desk</source>
        <translation>Nói trực tiếp tại quầy</translation>
    </message>
    <message>
        <source>Handed in in writing</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>By post or e-mail</source>
        <translation>Bưu chính, thư điện tử</translation>
    </message>
    <message>
        <source>Opinion slip</source>
        <translation>Phiếu lấy ý kiến</translation>
    </message>
    <message>
        <source>Delay, trouble, wrong acts of staff</source>
        <translation>Phản ánh hành vi chậm trễ, gây phiền hà, làm sai</translation>
    </message>
    <message>
        <source>An administrative rule</source>
        <translation>Phản ánh về quy định hành chính</translation>
    </message>
    <message>
        <source>A recommendation</source>
        <translation>Kiến nghị, sáng kiến</translation>
    </message>
    <message>
        <source>For this office to settle</source>
        <translation>Thuộc thẩm quyền</translation>
    </message>
    <message>
        <source>Passed on to who settles it</source>
        <translation>Chuyển cơ quan có thẩm quyền</translation>
    </message>
    <message>
        <source>Not taken up</source>
        <translation>Không tiếp nhận</translation>
    </message>
    <message>
        <source>To be sorted</source>
        <translation>Chờ phân loại</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>Chờ trả lời</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Đã chuyển</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>When a dossier was received</source>
        <translation>Khi nộp hồ sơ</translation>
    </message>
    <message>
        <source>When supplements were asked for</source>
        <translation>Khi được yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>When a dossier was refused</source>
        <translation>Khi bị từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>When a result was returned</source>
        <translation>Khi nhận kết quả</translation>
    </message>
    <message>
        <source>At the screen of the desk</source>
        <translation>Tại màn hình của quầy</translation>
    </message>
</context>
<context>
    <name>FeedbackForm</name>
    <message>
        <source>Complaint (khiếu nại)</source>
        <translation>Khiếu nại (không tiếp nhận ở đây)</translation>
    </message>
    <message>
        <source>Denunciation (tố cáo)</source>
        <translation>Tố cáo (không tiếp nhận ở đây)</translation>
    </message>
    <message>
        <source>Says no name</source>
        <translation>Không nêu tên</translation>
    </message>
    <message>
        <source>Code of the dossier, if it is about one</source>
        <translation>Mã hồ sơ, nếu liên quan đến hồ sơ</translation>
    </message>
    <message>
        <source>Take it (F9)</source>
        <translation>Tiếp nhận (F9)</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Name of the person or organisation</source>
        <translation>Họ và tên cá nhân, tên tổ chức</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>E-mail, where there is no telephone</source>
        <translation>Thư điện tử, nếu không có điện thoại</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ liên quan</translation>
    </message>
    <message>
        <source>What is said, as it was said</source>
        <translation>Nội dung, ghi đúng như người dân nói</translation>
    </message>
    <message>
        <source>It calls itself so. If it is one:</source>
        <translation>Nội dung tự gọi là khiếu nại hoặc tố cáo; hỏi rõ ý định. Nếu đúng vậy:</translation>
    </message>
    <message>
        <source>Without a name it is kept in the register, and nobody is answered.</source>
        <translation>Không nêu tên: vẫn ghi vào sổ, không trả lời ai (Nghị định 20/2008/NĐ-CP điều 7).</translation>
    </message>
</context>
<context>
    <name>FeedbackCase</name>
    <message>
        <source>For this office (Alt+1)</source>
        <translation>Thuộc thẩm quyền (Alt+1)</translation>
    </message>
    <message>
        <source>Pass it on (Alt+2)</source>
        <translation>Chuyển (Alt+2)</translation>
    </message>
    <message>
        <source>Do not take it up (Alt+3)</source>
        <translation>Không tiếp nhận (Alt+3)</translation>
    </message>
    <message>
        <source>Looked into: it is true</source>
        <translation>Đã xác minh: phản ánh đúng</translation>
    </message>
    <message>
        <source>Looked into: it is not true</source>
        <translation>Đã xác minh: phản ánh không đúng</translation>
    </message>
    <message>
        <source>Not looked into</source>
        <translation>Không xác minh</translation>
    </message>
    <message>
        <source>Answer (F9)</source>
        <translation>Trả lời (F9)</translation>
    </message>
    <message>
        <source>The portal of the province</source>
        <translation>Cổng thông tin điện tử của tỉnh</translation>
    </message>
    <message>
        <source>The notice board of the office</source>
        <translation>Niêm yết tại trụ sở</translation>
    </message>
    <message>
        <source>It is public (F9)</source>
        <translation>Đã công khai (F9)</translation>
    </message>
    <message>
        <source>To which agency, where it is passed on</source>
        <translation>Cơ quan được chuyển đến</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Answer to the sender</source>
        <translation>Nội dung trả lời</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Kết quả xác minh</translation>
    </message>
    <message>
        <source>Who signs it</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Why it is late</source>
        <translation>Lý do trả lời chậm</translation>
    </message>
    <message>
        <source>Where the result was made public</source>
        <translation>Nơi đã công khai kết quả</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Người gửi</translation>
    </message>
    <message>
        <source>nobody said who</source>
        <translation>không nêu tên</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation>Phân loại</translation>
    </message>
    <message>
        <source>late</source>
        <translation>chậm</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Công khai</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <translation>hạn {moment}</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>Name, telephone, number, words of it</source>
        <translation>Tên, điện thoại, số, từ trong nội dung</translation>
    </message>
    <message>
        <source>Only open ones</source>
        <translation>Chỉ việc chưa xong</translation>
    </message>
    <message>
        <source>New (Ctrl+N)</source>
        <translation>Tiếp nhận mới (Ctrl+N)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Người gửi</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Feedback no. {number} was taken; print its receipt with Ctrl+P.</source>
        <translation>Đã tiếp nhận phản ánh, kiến nghị số {number}; Ctrl+P để in phiếu.</translation>
    </message>
    <message>
        <source>Feedback no. {number}: saved.</source>
        <translation>Phản ánh, kiến nghị số {number}: đã lưu.</translation>
    </message>
    <message>
        <source>Feedback no. {number}</source>
        <translation>Phản ánh, kiến nghị số {number}</translation>
    </message>
    <message>
        <source>New feedback or recommendation</source>
        <translation>Phản ánh, kiến nghị mới</translation>
    </message>
    <message>
        <source>Feedback and recommendations</source>
        <translation>Phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Xử lý</translation>
    </message>
    <message>
        <source>Papers (Ctrl+P)</source>
        <translation>Giấy tờ (Ctrl+P)</translation>
    </message>
    <message>
        <source>No feedback found</source>
        <translation>Không tìm thấy phản ánh nào</translation>
    </message>
    <message>
        <source>Fewer words find more; diacritics do not matter.</source>
        <translation>Gõ ít từ hơn sẽ thấy nhiều hơn; không cần gõ dấu.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Không còn việc chưa xong</translation>
    </message>
    <message>
        <source>Without “Only open ones” those that are done stand here, too.</source>
        <translation>Bỏ đánh dấu “Chỉ việc chưa xong” để xem cả việc đã xong.</translation>
    </message>
    <message>
        <source>No feedback yet</source>
        <translation>Chưa có phản ánh, kiến nghị nào</translation>
    </message>
    <message>
        <source>What a citizen says is taken at the right.</source>
        <translation>Ghi ý kiến của người dân ở bên phải.</translation>
    </message>
</context>
<context>
    <name>test scan</name>
    <message>
        <source>Resolution: {across} × {down} dots per inch.</source>
        <translation>Độ phân giải: {across} × {down} điểm trên inch.</translation>
    </message>
    <message>
        <source>Scan with at least 200 dots per inch.</source>
        <translation>Hãy quét từ 200 điểm trên inch trở lên.</translation>
    </message>
    <message>
        <source>The page came out at {percent} % of its size: print it in actual size, not fitted to the page.</source>
        <translation>Trang ra bằng {percent} % cỡ thật: in lại đúng cỡ thật, đừng chọn vừa khổ giấy.</translation>
    </message>
    <message>
        <source>Skew: {degrees}°.</source>
        <translation>Nghiêng {degrees}°.</translation>
    </message>
    <message>
        <source>Set the feeder's guides against the paper, or lay it against the edge of the glass.</source>
        <translation>Ép sát thanh chặn của khay nạp vào giấy, hoặc đặt giấy sát mép mặt kính.</translation>
    </message>
    <message>
        <source>The picture is {wide} × {high} mm, not cut at the sheet: no margins measured.</source>
        <translation>Ảnh rộng {wide} × {high} mm, không cắt theo tờ giấy: không đo lề.</translation>
    </message>
    <message>
        <source>The print lies {right} mm to the right of and {below} mm below where it should.</source>
        <translation>Hình in lệch {right} mm sang phải, {below} mm xuống dưới.</translation>
    </message>
    <message>
        <source>Push the paper in the printer's tray against its guides, and choose A4.</source>
        <translation>Xếp giấy trong khay máy in sát thanh chặn và chọn khổ A4.</translation>
    </message>
    <message>
        <source>{count} of {all} grey steps can be told apart.</source>
        <translation>Phân biệt được {count} trong {all} bậc xám.</translation>
    </message>
    <message>
        <source>Set the brightness of scanner and printer to the middle.</source>
        <translation>Đặt độ sáng của máy quét và máy in về mức giữa.</translation>
    </message>
    <message>
        <source>Black is pale: the printer's toner or ink runs out, or the scan is too bright.</source>
        <translation>Màu đen bị nhạt: máy in sắp hết mực, hoặc quét quá sáng.</translation>
    </message>
    <message>
        <source>White paper comes out grey: clean the scanner's glass, make the scan brighter.</source>
        <translation>Giấy trắng ra màu xám: lau mặt kính máy quét, tăng độ sáng khi quét.</translation>
    </message>
    <message>
        <source>Fine lines run together: scan with 300 dots per inch, clean the glass.</source>
        <translation>Nét mảnh bị nhòe vào nhau: quét ở 300 điểm trên inch, lau mặt kính.</translation>
    </message>
    <message>
        <source>Lines {apart} mm apart can be told apart.</source>
        <translation>Phân biệt được các nét cách nhau {apart} mm.</translation>
    </message>
    <message>
        <source>Dark streaks down the page, {places} mm from its left edge: clean the scanner's glass, the narrow strip beside it, too; if they stay, they are the printer's.</source>
        <translation>Vệt đen dọc trang, cách mép trái {places} mm: lau mặt kính máy quét và dải kính hẹp bên cạnh; nếu còn thì do máy in.</translation>
    </message>
    <message>
        <source>The black bar is light {places} mm from the left edge: shake or change the printer's cartridge.</source>
        <translation>Thanh đen bị nhạt ở chỗ cách mép trái {places} mm: lắc hoặc thay hộp mực máy in.</translation>
    </message>
    <message>
        <source>No streaks.</source>
        <translation>Không có vệt.</translation>
    </message>
</context>
<context>
    <name>past</name>
    <message>
        <source>The code {code} stands in line {first} already.</source>
        <translation>Mã {code} đã có ở dòng {first}.</translation>
    </message>
    <message>
        <source>The dossier {code} was received with this program.</source>
        <translation>Hồ sơ {code} đã được tiếp nhận bằng chương trình này.</translation>
    </message>
    <message>
        <source>Nothing stands below “{head}”.</source>
        <translation>Cột “{head}” để trống.</translation>
    </message>
    <message>
        <source>“{head}” lies before the day of receipt.</source>
        <translation>“{head}” trước ngày tiếp nhận.</translation>
    </message>
    <message>
        <source>What stands below “{head}” cannot be right.</source>
        <translation>Nội dung cột “{head}” không đúng.</translation>
    </message>
    <message>
        <source>“{head}” is no day of the past: {text}.</source>
        <translation>“{head}” không phải ngày đã qua: {text}.</translation>
    </message>
    <message>
        <source>“{head}” is no day: {text}.</source>
        <translation>“{head}” không phải là ngày: {text}.</translation>
    </message>
    <message>
        <source>Line {line}: {why}</source>
        <translation>Dòng {line}: {why}</translation>
    </message>
    <message>
        <source>{new} old dossiers can be imported, {known} are here already, {wrong} lines are wrong.</source>
        <translation>Nhập được {new} hồ sơ cũ, {known} hồ sơ đã có, {wrong} dòng sai.</translation>
    </message>
    <message>
        <source>{new} old dossiers were imported, {known} were here already, {wrong} lines were left out.</source>
        <translation>Đã nhập {new} hồ sơ cũ, {known} hồ sơ đã có từ trước, bỏ {wrong} dòng sai.</translation>
    </message>
</context>
<context>
    <name>PastDialog</name>
    <message>
        <source>Old dossier {code}</source>
        <translation>Hồ sơ cũ {code}</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ngày tiếp nhận</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Ngày hẹn trả</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Ngày trả</translation>
    </message>
    <message>
        <source>State in the book</source>
        <translation>Tình trạng ghi trong sổ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Imported from</source>
        <translation>Nhập từ</translation>
    </message>
    <message>
        <source>Received before this program: it is only looked up here and counts in no report.</source>
        <translation>Tiếp nhận trước khi dùng chương trình: chỉ để tra cứu, không tính vào báo cáo nào.</translation>
    </message>
</context>
<context>
    <name>EvaluationPanel</name>
    <message>
        <source>Back to the reports (Esc)</source>
        <translation>Về báo cáo (Esc)</translation>
    </message>
    <message>
        <source>Month of the evaluation</source>
        <translation>Tháng đánh giá</translation>
    </message>
    <message>
        <source>Reason of the correction</source>
        <translation>Lý do đính chính</translation>
    </message>
    <message>
        <source>Sign off and save… (F9)</source>
        <translation>Phê duyệt và lưu… (F9)</translation>
    </message>
    <message>
        <source>Save what was signed off…</source>
        <translation>Lưu bản đã phê duyệt…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>The evaluation was signed off and saved: {file}</source>
        <translation>Đã phê duyệt và lưu bản đánh giá: {file}</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>Folder for the evaluation</source>
        <translation>Thư mục lưu bản đánh giá</translation>
    </message>
    <message>
        <source>Not signed off yet.</source>
        <translation>Chưa phê duyệt.</translation>
    </message>
    <message>
        <source>Version {version} was signed off by {signer} on {day}; it stays as it is.</source>
        <translation>Bản số {version} do {signer} phê duyệt ngày {day}, giữ nguyên.</translation>
    </message>
    <message>
        <source>Another desk signed version {version} off, too ({signer}, {day}): a correction says which is right.</source>
        <translation>Quầy khác cũng phê duyệt một bản số {version} ({signer}, ngày {day}): hãy lập bản đính chính, nói rõ số liệu nào đúng.</translation>
    </message>
    <message>
        <source>The figures have not changed since.</source>
        <translation>Số liệu từ đó không đổi.</translation>
    </message>
    <message>
        <source>The figures have changed since: a correction becomes the next version.</source>
        <translation>Số liệu từ đó đã đổi: đính chính sẽ thành bản số tiếp theo.</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Leave the pages where they are</source>
        <translation>Để các trang này ở nguyên chỗ</translation>
    </message>
    <message>
        <source>%n papers may belong elsewhere</source>
        <translation>%n giấy tờ có thể thuộc thành phần khác</translation>
    </message>
    <message>
        <source>Look (Shift+F6)</source>
        <translation>Xem (Shift+F6)</translation>
    </message>
    <message>
        <source>Put it there (Shift+F6)</source>
        <translation>Chuyển (Shift+F6)</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Trang {n}</translation>
    </message>
    <message>
        <source>Pages {numbers}</source>
        <translation>Các trang {numbers}</translation>
    </message>
    <message>
        <source>{pages}: looks like “{paper}” – {why}, {n} % sure.</source>
        <translation>{pages}: giống “{paper}” – {why}, chắc {n} %.</translation>
    </message>
    <message>
        <source>{pages}: looks like “{paper}”</source>
        <translation>{pages}: giống “{paper}”</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>the labels of “{title}”</source>
        <translation>theo các mục của “{title}”</translation>
    </message>
    <message>
        <source>the machine-readable lines of a card or passport</source>
        <translation>theo dòng máy đọc của thẻ căn cước hoặc hộ chiếu</translation>
    </message>
    <message>
        <source>the code of an identity card</source>
        <translation>theo mã QR của thẻ căn cước</translation>
    </message>
    <message>
        <source>the title “{title}”</source>
        <translation>theo tiêu đề “{title}”</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>“{title}” put to “{paper}”</source>
        <translation>Đã chuyển “{title}” sang “{paper}”</translation>
    </message>
    <message>
        <source>It is “{title}”.</source>
        <translation>Giấy tờ này là “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” was moved by mistake.</source>
        <translation>“{title}” đã được xếp nhầm.</translation>
    </message>
</context>
<context>
    <name>CardBar</name>
    <message>
        <source>Take nothing of this card</source>
        <translation>Không lấy gì từ thẻ này</translation>
    </message>
    <message>
        <source>Among the pages, {card}: {who}</source>
        <translation>Trong các trang đã quét có {card}: {who}</translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation>và %n thẻ nữa</translation>
    </message>
    <message>
        <source>Fill in the owner (Ctrl+K)</source>
        <translation>Điền vào chủ hồ sơ (Ctrl+K)</translation>
    </message>
    <message>
        <source>Fill in the submitter (Ctrl+K)</source>
        <translation>Điền vào người nộp (Ctrl+K)</translation>
    </message>
    <message>
        <source>Fill in the representative (Ctrl+K)</source>
        <translation>Điền vào người đại diện (Ctrl+K)</translation>
    </message>
    <message>
        <source>Somebody else: what for? (Ctrl+K)</source>
        <translation>Người khác: họ là ai ở hồ sơ này? (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>WhoseIntake</name>
    <message>
        <source>Filled from the scanned card of {name}</source>
        <translation>Đã điền từ thẻ đã quét của {name}</translation>
    </message>
    <message>
        <source>{name} files for the owner</source>
        <translation>{name} nộp thay chủ hồ sơ</translation>
    </message>
</context>
<context>
    <name>ThresholdsPanel</name>
    <message>
        <source>Back to the report (Esc)</source>
        <translation>Về báo cáo (Esc)</translation>
    </message>
    <message>
        <source>Save (F9)</source>
        <translation>Lưu (F9)</translation>
    </message>
    <message>
        <source>A field is called sure where both readers agree and its rule holds. Where the random share shows errors, ask for more: below the threshold it is looked at one by one. {period}.</source>
        <translation>Ô được báo chắc chắn khi hai bộ đọc giống nhau và đúng quy tắc của ô. Giấy tờ nào phần kiểm tra ngẫu nhiên có sai thì nâng ngưỡng: dưới ngưỡng phải xem riêng từng ô. {period}.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Đã đối chiếu</translation>
    </message>
    <message>
        <source>Random share: errors</source>
        <translation>Sai trong phần kiểm tra ngẫu nhiên</translation>
    </message>
    <message>
        <source>Sure from</source>
        <translation>Chắc chắn từ</translation>
    </message>
    <message>
        <source>as the program</source>
        <translation>như chương trình</translation>
    </message>
    <message>
        <source>{n}: no field of this paper is called sure</source>
        <translation>{n}: không ô nào của giấy tờ này được báo chắc chắn</translation>
    </message>
    <message>
        <source>none checked yet</source>
        <translation>chưa kiểm tra ô nào</translation>
    </message>
    <message>
        <source>{share} ({wrong} / {checked})</source>
        <translation>{share} ({wrong} / {checked})</translation>
    </message>
    <message>
        <source>The thresholds are saved; they hold for what is verified from now on.</source>
        <translation>Đã lưu ngưỡng; áp dụng cho giấy tờ đối chiếu từ bây giờ.</translation>
    </message>
</context>
<context>
    <name>reuse</name>
    <message>
        <source>holds until {day} counted from its receipt, see the day of issue on the paper</source>
        <translation>có giá trị đến {day} tính từ ngày tiếp nhận, xem ngày cấp trên giấy</translation>
    </message>
    <message>
        <source>issued on {issued}, holds until {day}</source>
        <translation>cấp ngày {issued}, có giá trị đến {day}</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>Register of dossiers</source>
        <translation>Sổ theo dõi hồ sơ</translation>
    </message>
    <message>
        <source>Register (columns of the system)</source>
        <translation>Sổ theo dõi (mẫu hệ thống)</translation>
    </message>
    <message>
        <source>Numbers given to papers</source>
        <translation>Sổ cấp số văn bản, phiếu</translation>
    </message>
    <message>
        <source>Form II.06a – what was settled</source>
        <translation>Biểu II.06a – Kết quả giải quyết</translation>
    </message>
    <message>
        <source>Index of service (QĐ 766)</source>
        <translation>Chỉ số phục vụ (QĐ 766)</translation>
    </message>
    <message>
        <source>Dossiers due soon</source>
        <translation>Hồ sơ sắp đến hạn</translation>
    </message>
    <message>
        <source>Overdue dossiers</source>
        <translation>Hồ sơ quá hạn</translation>
    </message>
    <message>
        <source>Dossiers whose clock stands still</source>
        <translation>Hồ sơ đang tạm dừng</translation>
    </message>
    <message>
        <source>Discipline by clerk</source>
        <translation>Kỷ luật giải quyết theo cán bộ</translation>
    </message>
    <message>
        <source>Discipline by unit</source>
        <translation>Kỷ luật giải quyết theo đơn vị</translation>
    </message>
    <message>
        <source>Discipline by field</source>
        <translation>Kỷ luật giải quyết theo lĩnh vực</translation>
    </message>
    <message>
        <source>Time of each step</source>
        <translation>Thời gian từng bước quy trình</translation>
    </message>
    <message>
        <source>Papers asked for: opened, known</source>
        <translation>Giấy tờ yêu cầu: lượt mở xem, đã có sẵn</translation>
    </message>
    <message>
        <source>Sent home or refused first</source>
        <translation>Hướng dẫn, từ chối trước khi tiếp nhận</translation>
    </message>
    <message>
        <source>Register of feedback</source>
        <translation>Sổ tiếp nhận phản ánh, kiến nghị</translation>
    </message>
    <message>
        <source>Feedback: what came of it</source>
        <translation>Phản ánh, kiến nghị: kết quả xử lý</translation>
    </message>
    <message>
        <source>How content people are</source>
        <translation>Mức độ hài lòng</translation>
    </message>
    <message>
        <source>How content, by field</source>
        <translation>Mức độ hài lòng theo lĩnh vực</translation>
    </message>
    <message>
        <source>Nine indicators of the office</source>
        <translation>Chín chỉ số của cơ quan</translation>
    </message>
    <message>
        <source>Nine indicators: staff</source>
        <translation>Chín chỉ số: cán bộ</translation>
    </message>
    <message>
        <source>Fees and charges taken</source>
        <translation>Thu phí, lệ phí</translation>
    </message>
    <message>
        <source>Cash sheet of the day</source>
        <translation>Bảng kê quỹ cuối ngày</translation>
    </message>
    <message>
        <source>Digitised and reused, by field</source>
        <translation>Số hóa, tái sử dụng theo lĩnh vực</translation>
    </message>
    <message>
        <source>Digitised, by procedure</source>
        <translation>Số hóa, tái sử dụng theo thủ tục</translation>
    </message>
    <message>
        <source>Papers reused, by procedure</source>
        <translation>Tái sử dụng giấy tờ theo thủ tục</translation>
    </message>
    <message>
        <source>Papers reused, by office</source>
        <translation>Tái sử dụng giấy tờ theo đơn vị</translation>
    </message>
    <message>
        <source>Papers asked for again</source>
        <translation>Giấy tờ yêu cầu lại dù đã có</translation>
    </message>
    <message>
        <source>Dossiers received</source>
        <translation>Khối lượng hồ sơ tiếp nhận</translation>
    </message>
    <message>
        <source>How papers were read</source>
        <translation>Kết quả đọc giấy tờ theo mẫu</translation>
    </message>
    <message>
        <source>Sample to inspect, at random</source>
        <translation>Mẫu kiểm tra ngẫu nhiên</translation>
    </message>
    <message>
        <source>Sample to inspect, by risk</source>
        <translation>Mẫu kiểm tra theo rủi ro</translation>
    </message>
    <message>
        <source>Who looked at what</source>
        <translation>Nhật ký truy cập</translation>
    </message>
</context>
<context>
    <name>periods</name>
    <message>
        <source>Month {number} of {year}</source>
        <translation>Tháng {number} năm {year}</translation>
    </message>
    <message>
        <source>Quarter {number} of {year}</source>
        <translation>Quý {number} năm {year}</translation>
    </message>
    <message>
        <source>First half of {year}</source>
        <translation>6 tháng đầu năm {year}</translation>
    </message>
    <message>
        <source>Second half of {year}</source>
        <translation>6 tháng cuối năm {year}</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
</context>
</TS>
