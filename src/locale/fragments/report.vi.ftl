## Báo cáo

report-head = { $title } · { $round } · tính đến { $date } · bộ tiêu chuẩn { $version }
report-overrides = Giá trị đặt riêng cho lần chạy này: { $list }
report-read = Đã đọc { $files } tệp, { $sheets } trang: { $rows } dòng = { $used } dùng + { $skipped } bỏ qua
report-refused = Không dùng được: { $what }
report-absent = Chưa có số liệu: { $list }
report-not-checked = Không xét vì không có bảng số liệu: { $list }
report-column-table = Đối tượng
report-column-all = Tổng số
report-heading = { $table } — { $verdict }: { $count }
report-and-more = và { $count } nữa (xem hết: --show all)
report-fault = Số liệu không qua được kiểm tra { $check }
report-fault-at = Số liệu không qua được kiểm tra { $check }: { $places }
report-errors = LỖI TRONG SỐ LIỆU: { $count }
report-warnings = CẦN XEM LẠI: { $count }
report-notes = GHI CHÚ: { $count }
report-notes-count = { $count } ghi chú về số liệu (xem: --show all)
report-readings = CÁCH HIỂU CẦN HỘI ĐỒNG XÁC NHẬN
result-clean = Kết quả: mọi đối tượng đều đủ điều kiện (mã thoát { $code }). Công cụ chỉ đề xuất; Hội đồng quyết định.
result-against = Kết quả: { $ineligible } đối tượng không đủ điều kiện, { $undetermined } chưa đủ căn cứ (mã thoát { $code }). Công cụ chỉ đề xuất; Hội đồng quyết định.
result-open = Kết quả: không đối tượng nào trái tiêu chuẩn, nhưng { $undetermined } chưa đủ căn cứ (mã thoát { $code }). Bổ sung số liệu rồi chạy lại.
result-refused = Kết quả: có số liệu không dùng được nên chưa thể kết luận trọn vẹn; trong phần đã xét, { $ineligible } đối tượng không đủ điều kiện, { $undetermined } chưa đủ căn cứ (mã thoát { $code }). Sửa các tệp nêu trên rồi chạy lại.

verdict-eligible = đủ điều kiện
verdict-ineligible = không đủ điều kiện
verdict-undetermined = chưa đủ căn cứ
verdict-met = đạt
verdict-not-met = không đạt
verdict-insufficient = chưa đủ dữ liệu
verdict-not-applicable = không áp dụng
verdict-waived = miễn xét

skipped-title = { $count } tiêu đề
skipped-header = { $count } đầu bảng
skipped-column-numbers = { $count } số thứ tự cột
skipped-group = { $count } dòng nhóm
skipped-total = { $count } tổng cộng
skipped-no-key = { $count } thiếu mã
skipped-code-name = { $count } mã và tên không khớp
skipped-not-used = { $count } ngoài bảng

## Phép tính

yes = có
no = không
percent = { $number } %
percentage-points = { $number } điểm %
column-of-year = { $name } năm { $year }
arithmetic-year = Năm { $year }:{" "}
arithmetic-fact = { $name }: { $value }
arithmetic-needs = { $measured }, { $needed }
arithmetic-bounds = từ { $low } đến { $high }
needs-equal = cần bằng { $limit }
needs-other-than = cần khác { $limit }
needs-less-than = cần dưới { $limit }
needs-at-most = cần không quá { $limit }
needs-more-than = cần trên { $limit }
needs-at-least = cần từ { $limit } trở lên
needs-between = cần từ { $low } đến { $high }
needs-one-of = cần là một trong: { $list }
needs-none-of = cần không là: { $list }
shortfall-amount = thiếu { $amount }
shortfall-at-limit = vừa bằng mức, chưa vượt

missing-empty = để trống
missing-unreadable = không đọc được
missing-conflict = các trang ghi khác nhau
missing-no-column = không bảng nào có cột này
missing-no-row = đơn vị không có dòng trong bảng có cột này
missing-dangling = mã trỏ tới dòng không có trong số liệu
missing-no-rows = không có dòng nào để xét
missing-zero-baseline = số gốc bằng 0, không chia được
missing-fact = { $name }: { $reason }
missing-fact-at = { $name }: { $reason } ({ $places })

## Giải thích

explain-cite = Căn cứ: { $cite }
explain-table = Áp dụng cho: { $table }
explain-when = Chỉ xét khi: { $condition }
explain-require = Điều kiện: { $condition }
explain-condition = Điều kiện: { $condition }
explain-reading = Cách hiểu: { $reading }
explain-reading-confirm = Cách hiểu (Hội đồng cần xác nhận): { $reading }
explain-examples = Ví dụ:
explain-rows = Số liệu ở: { $places }

## Danh sách tiêu chuẩn

list-head = { $id } { $version } — { $title }
list-to-confirm = (cách hiểu cần xác nhận)
list-notes = Không kiểm tra được bằng số liệu:
rules-lint-clean = Không có lỗi: { $rules } tiêu chuẩn, { $rounds } đợt xét.
rules-test-result = { $passed } ví dụ đúng, { $failed } sai.
