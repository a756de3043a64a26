<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Change status</source>
        <translation>Chuyển trạng thái</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>Receipt (Ctrl+P)</source>
        <translation>Giấy tiếp nhận (Ctrl+P)</translation>
    </message>
    <message>
        <source>Return the result</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Phiếu hẹn</translation>
    </message>
    <message>
        <source>Take the fee</source>
        <translation>Thu phí, lệ phí</translation>
    </message>
    <message>
        <source>The result is handed over to:</source>
        <translation>Trả kết quả cho:</translation>
    </message>
    <message>
        <source>must be filled in</source>
        <translation>bắt buộc điền</translation>
    </message>
    <message>
        <source>{amount} was taken:</source>
        <translation>Đã thu {amount} bằng:</translation>
    </message>
    <message>
        <source>{status} – reason:</source>
        <translation>{status} – lý do:</translation>
    </message>
    <message>
        <source>{status} – remark (may stay empty):</source>
        <translation>{status} – ghi chú (có thể để trống):</translation>
    </message>
</context>
<context>
    <name>ApplicantPanel</name>
    <message>
        <source>%n open intakes</source>
        <translation>%n hồ sơ nhập dở</translation>
    </message>
    <message>
        <source>%n scanned pages belong to it.</source>
        <translation>Hồ sơ này có %n trang đã quét.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Filed by another person with authority</source>
        <translation>Người khác nộp thay (được ủy quyền)</translation>
    </message>
    <message>
        <source>Give this intake up</source>
        <translation>Bỏ hồ sơ đang nhập</translation>
    </message>
    <message>
        <source>Give this intake up…</source>
        <translation>Bỏ hồ sơ đang nhập…</translation>
    </message>
    <message>
        <source>Intakes that were begun and not received</source>
        <translation>Hồ sơ đã bắt đầu nhập nhưng chưa tiếp nhận</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
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
        <source>What was typed and scanned for this dossier will be deleted.</source>
        <translation>Những gì đã nhập và đã quét cho hồ sơ này sẽ bị xóa.</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>chưa có tên</translation>
    </message>
    <message>
        <source>{name} – {n} pages</source>
        <translation>{name} – {n} trang</translation>
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
    <name>Checklist</name>
    <message>
        <source>Add pictures or PDFs of this paper (F6)</source>
        <translation>Thêm ảnh hoặc PDF của giấy tờ này (F6)</translation>
    </message>
    <message>
        <source>Scan this paper (F5)</source>
        <translation>Quét giấy tờ này (F5)</translation>
    </message>
</context>
<context>
    <name>ChecklistModel</name>
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
</context>
<context>
    <name>DetailPage</name>
    <message>
        <source>%n pages could not be read – try again</source>
        <translation>%n trang không đọc được – đọc lại</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Về danh sách (Esc)</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Xem giấy tờ</translation>
    </message>
    <message>
        <source>Papers (click to see)</source>
        <translation>Giấy tờ (bấm để xem)</translation>
    </message>
    <message>
        <source>This paper was not scanned yet.</source>
        <translation>Giấy tờ này chưa được quét.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>Two desks did things that do not fit together. Both are in the timeline; the marked one had no effect.</source>
        <translation>Hai nơi đã thực hiện các bước mâu thuẫn nhau. Cả hai đều có trong diễn biến hồ sơ; bước được đánh dấu không có hiệu lực.</translation>
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
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>%n scanned pages were put to the first paper of this procedure; check them.</source>
        <translation>%n trang đã quét được chuyển vào giấy tờ đầu tiên của thủ tục này; hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>Going on with the intake that was not finished ({name}). F2 begins a new one.</source>
        <translation>Đang tiếp tục hồ sơ nhập dở ({name}). Bấm F2 để tiếp nhận hồ sơ mới.</translation>
    </message>
    <message>
        <source>Pictures and PDFs ({kinds})</source>
        <translation>Ảnh và PDF ({kinds})</translation>
    </message>
    <message>
        <source>Pictures or PDFs of this paper</source>
        <translation>Ảnh hoặc PDF của giấy tờ này</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>chưa có tên</translation>
    </message>
</context>
<context>
    <name>LabelledField</name>
    <message>
        <source>{field}, required</source>
        <translation>{field}, bắt buộc</translation>
    </message>
</context>
<context>
    <name>LookupModel</name>
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
</context>
<context>
    <name>LookupPage</name>
    <message>
        <source>%n dossiers</source>
        <translation>%n hồ sơ</translation>
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
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The Counter – {office}</source>
        <translation>Quầy Một cửa – {office}</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
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
        <translation>Độ chắc chắn khi đọc: {n} %</translation>
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
        <source>Choose the scanner and how it scans…</source>
        <translation>Chọn máy quét và cách quét…</translation>
    </message>
    <message>
        <source>Document camera…</source>
        <translation>Máy ảnh tài liệu…</translation>
    </message>
    <message>
        <source>Cover and separator sheets…</source>
        <translation>Tờ bìa và tờ ngăn…</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Save the paper</source>
        <translation>Lưu giấy tờ</translation>
    </message>
    <message>
        <source>Sent to the printer: {paper}</source>
        <translation>Đã gửi tới máy in: {paper}</translation>
    </message>
    <message>
        <source>The paper was saved.</source>
        <translation>Đã lưu tệp.</translation>
    </message>
    <message>
        <source>The system has no printer; the paper can be saved as a PDF.</source>
        <translation>Máy tính chưa cài máy in nào; có thể lưu giấy tờ thành PDF.</translation>
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
    <name>PapersModel</name>
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
        <source>printed again {when}, no. {n}</source>
        <translation>in lại lúc {when}, lần {n}</translation>
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
        <source>No printer</source>
        <translation>Chưa có máy in</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>In (Ctrl+P)</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu thành PDF…</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Thu nhỏ (−)</translation>
    </message>
    <message>
        <source>The system has no printer; the paper can be saved as a PDF.</source>
        <translation>Máy tính chưa có máy in; có thể lưu giấy này thành PDF.</translation>
    </message>
    <message>
        <source>This paper cannot be shown.</source>
        <translation>Không hiển thị được giấy này.</translation>
    </message>
    <message>
        <source>Whole width (0)</source>
        <translation>Vừa chiều rộng (0)</translation>
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
        <source>The number does not fit the birth year or sex; compare it with the card.</source>
        <translation>Số không khớp năm sinh hoặc giới tính; hãy đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>Type it, or read the card's QR</source>
        <translation>Gõ số hoặc quét mã QR trên thẻ</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>nn/tt/nnnn</translation>
    </message>
</context>
<context>
    <name>ProcedureModel</name>
    <message>
        <source>no fee</source>
        <translation>không thu phí</translation>
    </message>
</context>
<context>
    <name>ProcedureSearch</name>
    <message>
        <source>Name, code or first letters, such as dkks</source>
        <translation>Gõ tên, mã thủ tục hoặc chữ cái đầu, ví dụ dkks</translation>
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
    <name>QFileDialog</name>
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
    <name>ReceiveBar</name>
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
        <source>Term: {term} · Fees: {fee}</source>
        <translation>Thời hạn: {term} · Phí, lệ phí: {fee}</translation>
    </message>
    <message>
        <source>nothing to pay</source>
        <translation>không thu</translation>
    </message>
</context>
<context>
    <name>ReceivedView</name>
    <message>
        <source>Next dossier (F2)</source>
        <translation>Hồ sơ tiếp theo (F2)</translation>
    </message>
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
        <source>Clerk at this desk</source>
        <translation>Cán bộ tại quầy</translation>
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
        <source>Token for that server</source>
        <translation>Mã truy cập máy chủ</translation>
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
        <source>%n entries</source>
        <translation>%n bước</translation>
    </message>
    <message>
        <source>%n files</source>
        <translation>%n tệp</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Đang kết nối…</translation>
    </message>
    <message>
        <source>Everything sent</source>
        <translation>Đã gửi hết</translation>
    </message>
    <message>
        <source>No provincial server</source>
        <translation>Chưa nối máy chủ tỉnh</translation>
    </message>
    <message>
        <source>No server is set in this desk's profile; everything is kept here.</source>
        <translation>Cấu hình của quầy chưa có máy chủ; mọi thứ được giữ tại quầy.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Mất kết nối</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
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
        <source>The provincial server answers.</source>
        <translation>Máy chủ tỉnh đang trả lời.</translation>
    </message>
    <message>
        <source>Waiting to be sent: {what}</source>
        <translation>Chờ gửi: {what}</translation>
    </message>
    <message>
        <source>Work goes on; everything is sent when the line is back.</source>
        <translation>Vẫn làm việc bình thường; mọi thứ sẽ được gửi khi có kết nối trở lại.</translation>
    </message>
    <message>
        <source>{clerk} · desk {number} · {office}</source>
        <translation>{clerk} · quầy {number} · {office}</translation>
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
</context>
<context>
    <name>TimelineDelegate</name>
    <message>
        <source>had no effect</source>
        <translation>không có hiệu lực</translation>
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
</context>
<context>
    <name>doctor</name>
    <message>
        <source>Every file this desk wrote is there.</source>
        <translation>Đủ mọi tệp quầy này đã ghi.</translation>
    </message>
    <message>
        <source>No keyring here: the key lies in a file only this user can read.</source>
        <translation>Máy không có kho khóa: khóa nằm trong tệp mà chỉ người dùng này đọc được.</translation>
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
        <source>{count} scanned files are missing on this desk; call the technician.</source>
        <translation>Thiếu {count} tệp quét tại quầy; hãy gọi cán bộ kỹ thuật.</translation>
    </message>
</context>
<context>
    <name>draft</name>
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
</context>
<context>
    <name>errors</name>
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
        <source>Ask the technician to add this user to the video group.</source>
        <translation>Hãy nhờ kỹ thuật viên thêm người dùng này vào nhóm video.</translation>
    </message>
    <message>
        <source>Ask the technician to install it (sudo apt install libpulse0), then open the camera again.</source>
        <translation>Hãy nhờ kỹ thuật viên cài phần mềm đó (sudo apt install libpulse0), rồi mở lại camera.</translation>
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
        <source>Check the passphrase and that the file was copied completely.</source>
        <translation>Hãy kiểm tra mật khẩu và xem tệp đã được chép đủ chưa.</translation>
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
        <source>Have the technician correct that line; the version installed before can be used until then.</source>
        <translation>Hãy nhờ cán bộ kỹ thuật sửa dòng đó; trong lúc chờ có thể dùng bản cài trước.</translation>
    </message>
    <message>
        <source>Have the technician renew the server token in this desk's profile; nothing is lost meanwhile.</source>
        <translation>Hãy nhờ cán bộ kỹ thuật thay mã truy cập máy chủ trong cấu hình quầy; trong lúc đó không mất gì.</translation>
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
        <source>Install the package sane-utils (sudo apt install sane-utils), then try again.</source>
        <translation>Hãy cài gói sane-utils (sudo apt install sane-utils) rồi thử lại.</translation>
    </message>
    <message>
        <source>Install the package tesseract-ocr (sudo apt install tesseract-ocr), then try again; the pages are kept.</source>
        <translation>Hãy cài gói tesseract-ocr (sudo apt install tesseract-ocr) rồi thử lại; các trang đã quét vẫn được giữ.</translation>
    </message>
    <message>
        <source>Install the package {package} (sudo apt install {package}), then try again; the pages are kept.</source>
        <translation>Hãy cài gói {package} (sudo apt install {package}) rồi thử lại; các trang đã quét vẫn được giữ.</translation>
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
        <source>Its picture is kept. Scan the page again, or enter its content by hand.</source>
        <translation>Ảnh của trang vẫn được giữ. Hãy quét lại trang này, hoặc nhập nội dung bằng tay.</translation>
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
        <source>Something went wrong.</source>
        <translation>Đã xảy ra lỗi.</translation>
    </message>
    <message>
        <source>Start again and choose a passphrase of several words.</source>
        <translation>Hãy làm lại và chọn mật khẩu gồm nhiều từ.</translation>
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
        <source>The file could not be saved.</source>
        <translation>Không lưu được tệp.</translation>
    </message>
    <message>
        <source>The file could not be written to this computer's disk.</source>
        <translation>Không ghi được tệp vào ổ đĩa của máy này.</translation>
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
        <source>The passphrase is empty or was not typed the same way twice.</source>
        <translation>Mật khẩu trống hoặc hai lần nhập không giống nhau.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the paper.</source>
        <translation>Máy in {printer} không nhận bản in.</translation>
    </message>
    <message>
        <source>The printer {printer} does not print: it is off, out of paper or stopped.</source>
        <translation>Máy in {printer} không in: máy đang tắt, hết giấy hoặc bị dừng.</translation>
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
        <source>This machine lacks the software that cameras are used with.</source>
        <translation>Máy này thiếu phần mềm để dùng camera.</translation>
    </message>
    <message>
        <source>This user may not use the camera.</source>
        <translation>Người dùng này không có quyền dùng camera.</translation>
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
        <source>Turn it on, look at its display, then print again. Nothing counts as printed yet.</source>
        <translation>Hãy bật máy, xem màn hình của máy rồi in lại. Chưa giấy nào được tính là đã in.</translation>
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
        <source>“{file}” is a damaged PDF and cannot be read.</source>
        <translation>“{file}” là tệp PDF bị hỏng, không đọc được.</translation>
    </message>
    <message>
        <source>“{file}” is incomplete: part of the picture is missing.</source>
        <translation>“{file}” không trọn vẹn: ảnh bị thiếu một phần.</translation>
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
        <source>Scan the back sides</source>
        <translation>Quét mặt sau</translation>
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
</context>
<context>
    <name>server</name>
    <message>
        <source>Listening on {address}. The desks' token lies in {file}.</source>
        <translation>Đang chạy tại {address}. Mã truy cập của các quầy nằm trong {file}.</translation>
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
        <translation>Đã hoàn phí</translation>
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
        <source>Photo flattened</source>
        <translation>Đã nắn phẳng ảnh chụp</translation>
    </message>
</context>
<context>
    <name>CoverDialog</name>
    <message>
        <source>Cover and separator sheets</source>
        <translation>Tờ bìa và tờ ngăn</translation>
    </message>
</context>
</TS>
