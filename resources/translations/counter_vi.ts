<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
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
        <source>A scanned paper's file on this desk is damaged.</source>
        <translation>Tệp quét của một giấy tờ tại quầy này bị hỏng.</translation>
    </message>
    <message>
        <source>An entry of desk {desk} was written by a newer version of the program.</source>
        <translation>Một dòng nhật ký của quầy {desk} do phiên bản mới hơn của chương trình ghi.</translation>
    </message>
    <message>
        <source>Change nothing; call the technician, who can restore the last backup.</source>
        <translation>Đừng thay đổi gì; hãy gọi cán bộ kỹ thuật để khôi phục bản sao lưu gần nhất.</translation>
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
        <source>Correct that line, or delete the file to set the desk up anew.</source>
        <translation>Hãy sửa dòng đó, hoặc xóa tệp để thiết lập lại quầy.</translation>
    </message>
    <message>
        <source>Do not go on working with it: call the technician, who can restore the last backup.</source>
        <translation>Đừng làm việc tiếp với dữ liệu này: hãy gọi cán bộ kỹ thuật để khôi phục bản sao lưu gần nhất.</translation>
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
        <source>It may lie at the desk that scanned it or at the province; look again when the line is back.</source>
        <translation>Tệp có thể ở quầy đã quét hoặc ở máy chủ tỉnh; hãy xem lại khi có mạng.</translation>
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
        <source>No dossier with this code is known at this desk.</source>
        <translation>Quầy này không có hồ sơ nào mang mã đó.</translation>
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
        <source>Scan the paper again if it is still here, and call the technician: the disk may be failing.</source>
        <translation>Hãy quét lại nếu còn bản giấy và gọi cán bộ kỹ thuật: ổ đĩa có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>Scanning stopped because of an unexpected fault.</source>
        <translation>Việc quét dừng lại do lỗi bất ngờ.</translation>
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
        <source>The Counter is already running on this desk.</source>
        <translation>Chương trình đang chạy tại quầy này.</translation>
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
        <source>The file could not be written to this computer's disk.</source>
        <translation>Không ghi được tệp vào ổ đĩa của máy này.</translation>
    </message>
    <message>
        <source>The file {name} is not named after a paper of its dossier.</source>
        <translation>Tệp {name} không mang tên thành phần nào của hồ sơ.</translation>
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
        <source>The record of desk {desk} is damaged at entry {sequence}.</source>
        <translation>Nhật ký của quầy {desk} bị hỏng ở dòng {sequence}.</translation>
    </message>
    <message>
        <source>There is no form called {form}.</source>
        <translation>Không có biểu mẫu tên {form}.</translation>
    </message>
    <message>
        <source>This backup cannot be opened.</source>
        <translation>Không mở được bản sao lưu này.</translation>
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
        <source>This step does not fit the dossier as it stands now.</source>
        <translation>Bước này không phù hợp với trạng thái hiện tại của hồ sơ.</translation>
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
        <source>Use the window that is open; if there is none, wait a minute or restart the computer.</source>
        <translation>Hãy dùng cửa sổ đang mở; nếu không thấy, hãy đợi một phút hoặc khởi động lại máy.</translation>
    </message>
    <message>
        <source>What the reader sent is not the code of an identity card (căn cước).</source>
        <translation>Dữ liệu đầu đọc gửi đến không phải mã QR của thẻ căn cước.</translation>
    </message>
</context>
</TS>
