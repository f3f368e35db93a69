# Mọi câu chữ của chương trình bằng tiếng Việt. Tệp en.ftl có cùng các mã, thuộc tính và tham số.

## Mức độ và cách trình bày

severity-error = lỗi
severity-warning = cảnh báo
severity-note = ghi chú
show-help = cách sửa
show-also = xem thêm
show-more = … và { $count } mục nữa cùng loại { $code }.

## Mã thoát

exit-clean = Đã kiểm tra hết, không có gì sai quy định.
exit-against = Có đề nghị không đủ điều kiện, vượt số lượng, số liệu sai hoặc trễ hạn.
exit-undecided = Không có gì sai, nhưng có chỗ chưa đủ dữ liệu để kết luận.
exit-refused = Có tệp không đọc được, có dòng không dùng được, hoặc không có gì để xét.
exit-request = Bộ tiêu chuẩn hoặc yêu cầu bị sai; chưa kiểm tra gì.
exit-unwritten = Không ghi được kết quả ra; tệp cũ cùng tên vẫn nguyên.
exit-usage = Dòng lệnh viết sai.
exit-fault = Lỗi của chính chương trình.

## Trợ giúp: tiêu đề và tên giá trị

help-heading-usage = Cách dùng
help-heading-commands = Các lệnh
help-heading-data = Dữ liệu
help-heading-judging = Cách xét
help-heading-showing = Hiển thị
help-heading-exit = Mã thoát (dùng trong kịch bản; giống nhau ở mọi lệnh)
help-value-data = DỮ_LIỆU
help-value-what = MÃ
help-value-rules = TỆP|MÃ
help-value-id = MÃ
help-value-date = NGÀY
help-value-setting = TÊN=GIÁ_TRỊ
help-value-table-choice = TỆP[!TRANG]=BẢNG
help-value-selector = MÃ

## Trợ giúp: tham số

help-data = Tệp Excel (.xlsx, .xlsm, .xls, .ods), tệp CSV hoặc cả thư mục; nêu được nhiều mục
help-what = Mã tiêu chuẩn (V.2.3.e) hoặc đối tượng viết là bảng/mã (communes/25195)
help-rule-file = Tệp YAML, hoặc mã của bộ tiêu chuẩn có sẵn (xem “thidua rules list”)
help-rules = Bộ tiêu chuẩn: tệp YAML hoặc mã có sẵn [không nêu: bộ của tỉnh Bình Phước]
help-round = Đợt xét, ví dụ so-ket-2023 hoặc tong-ket-2025 [không nêu: do bộ tiêu chuẩn định]
help-as-of = Xét tính đến ngày này, viết 2025-11-01 hoặc 1/11/2025 [không nêu: hôm nay]
help-set = Thay một hằng số của bộ tiêu chuẩn; dùng được nhiều lần; được ghi ở đầu báo cáo
help-table = Chỉ rõ tệp hoặc trang tính là bảng nào, ví dụ xa.xlsx!Sheet1=communes; dùng được nhiều lần
help-only = Chỉ xét mã này: mã tiêu chuẩn (có thể có *), tên bảng, hoặc bảng/mã; dùng được nhiều lần
help-show = Hiện tất cả: cả những gì đã đạt, không rút gọn danh sách
help-lang = Ngôn ngữ: vi (tiếng Việt) hoặc en (tiếng Anh) [không nêu: biến THIDUA_LANG, rồi đến vi]
help-format = Dạng báo cáo: text để đọc, json cho chương trình khác [không nêu: text]
help-quiet = Chỉ in số đếm và dòng kết quả
help-color = Tô màu: auto (khi là màn hình), always (luôn luôn), never (không bao giờ) [không nêu: auto]
help-help = In trợ giúp này
help-version = In phiên bản

## Trợ giúp: từng lệnh

help-about = thidua – kiểm tra đề nghị khen thưởng thi đua theo kế hoạch đã ban hành.
    Đọc bảng Excel, CSV các đơn vị gửi; cho biết ai đủ điều kiện, ai không, ai chưa đủ căn cứ và vì sao.
help-usage =
    thidua DỮ_LIỆU… [TÙY CHỌN]
    thidua LỆNH [TÙY CHỌN]
help-after =
    Ví dụ:
      thidua ho-so/                           xét mọi tệp trong thư mục ho-so
      thidua xa-2025.xlsx de-nghi.xlsx        xét hai tệp
      thidua explain V.2.3.e                  giải thích một tiêu chuẩn
      thidua check --help                     mọi tùy chọn khi xét

    Công cụ chỉ đề xuất; Hội đồng quyết định.

help-check-about = Xét điều kiện, đề nghị, số lượng, chỉ tiêu, thời hạn; kiểm tra số liệu.
help-check-usage =
    thidua check [TÙY CHỌN] DỮ_LIỆU…
    thidua DỮ_LIỆU…
help-check-after =
    Ví dụ:
      thidua ho-so/
      thidua check ho-so/ --round so-ket-2023 --as-of 15/10/2023
      thidua check xa.xlsx --only communes/25195 --show all
      thidua check xa.xlsx --table xa.xlsx!Sheet1=communes
      thidua check ho-so/ --format json > ket-qua.json

    Trong thư mục, tệp khóa (~$…), tệp ẩn, liên kết, văn bản và ảnh được bỏ qua và được liệt kê.
    Kết quả in ra đầu ra chuẩn; thông báo và lỗi in ra đầu ra lỗi.

help-explain-about = Giải thích một tiêu chuẩn, hoặc vì sao một đối tượng được kết luận như vậy.
help-explain-usage = thidua explain [TÙY CHỌN] MÃ [DỮ_LIỆU…]
help-explain-after =
    Ví dụ:
      thidua explain V.2.3.e                        tiêu chuẩn này quy định gì
      thidua explain communes/25195 ho-so/          vì sao xã 25195 được kết luận như vậy

    Mã thoát: xem “thidua --help”.

help-rules-about = Làm việc với bộ tiêu chuẩn: liệt kê, tìm lỗi, chạy thử các ví dụ.
help-rules-usage = thidua rules LỆNH
help-rules-after =
    Mã thoát: xem “thidua --help”.

help-rules-list-about = Liệt kê các bộ tiêu chuẩn có sẵn, với các đợt xét của từng bộ.
help-rules-list-usage = thidua rules list
help-rules-list-after =
    Mã thoát: xem “thidua --help”.

help-rules-lint-about = Tìm lỗi trong một tệp tiêu chuẩn; chỉ ra từng chỗ sai và cách sửa.
help-rules-lint-usage = thidua rules lint TỆP|MÃ
help-rules-lint-after =
    Ví dụ:
      thidua rules lint tieu-chuan.yaml

    Mã thoát: 0 nếu không có lỗi, 4 nếu có lỗi; các mã khác xem “thidua --help”.

help-rules-test-about = Chạy các ví dụ ghi trong bộ tiêu chuẩn và so với kết luận mà ví dụ nêu.
help-rules-test-usage = thidua rules test [TỆP|MÃ]
help-rules-test-after =
    Ví dụ:
      thidua rules test
      thidua rules test tieu-chuan.yaml

    Mã thoát: 0 nếu mọi ví dụ đều đúng, 1 nếu có ví dụ sai; các mã khác xem “thidua --help”.

usage-hint = Gõ “{ $command }” để xem đầy đủ.

## Vì sao một mục trong thư mục không được đọc

aside-lock = tệp khóa, do tệp bên cạnh đang mở
aside-hidden = tệp hoặc thư mục ẩn
aside-system = tệp của hệ điều hành
aside-link-outside = liên kết ra ngoài thư mục hoặc không dẫn tới đâu
aside-link-inside = liên kết tới một mục khác trong cùng thư mục
aside-special = không phải tệp thường
aside-twice = đã được đọc rồi dưới tên khác
aside-document = văn bản, không phải bảng số liệu
aside-picture = ảnh, phim hoặc tiếng, không phải bảng số liệu
aside-archive = tệp nén, cần giải nén trước
aside-for-programs = tệp dành cho chương trình, không phải bảng số liệu

## Dòng lệnh

cli-unknown-option = Không có tùy chọn “{ $option }”.
    .help = Bỏ tùy chọn ấy, hoặc chọn một trong các tùy chọn của lệnh.
cli-misspelt-option = Không có tùy chọn “{ $option }”.
    .help = Có phải bạn muốn viết “{ $near }”?
cli-missing-value = Sau “{ $option }” phải có một giá trị, nhưng không thấy.
    .help = Ghi thêm giá trị ngay sau tùy chọn.
cli-value-too-many = “{ $option }” không nhận giá trị.
    .help = Bỏ dấu “=” và phần đứng sau nó.
cli-value-not-allowed = “{ $option }” không nhận giá trị “{ $found }”.
    .help = Chọn một trong các giá trị: { $allowed }.
cli-option-twice = “{ $option }” chỉ được ghi một lần, nhưng ghi hai lần.
    .help = Giữ lại một lần.
cli-options-together = “{ $option }” và “{ $other }” không dùng cùng nhau được.
    .help = Giữ lại một trong hai.
cli-missing-argument = Còn thiếu: { $missing }.
    .help = Ghi thêm phần còn thiếu vào cuối dòng lệnh.
cli-unexpected-argument = Thừa “{ $found }”: lệnh này không nhận thêm tham số.
    .help = Bỏ phần thừa; nếu tên tệp có dấu cách, đặt tên ấy trong dấu nháy kép.
cli-nothing-asked = Chưa nêu cần làm gì.
    .help = Nêu tệp hoặc thư mục cần xét, hoặc một trong các lệnh: { $commands }.
cli-missing-command = Chưa nêu cần làm gì.
    .help = Nêu một trong các lệnh: { $commands }.
cli-unknown-command = Không có lệnh “{ $found }”.
    .help = Nêu một trong các lệnh: { $commands }.
cli-misspelt-command = Không có lệnh “{ $found }”.
    .help = Có phải bạn muốn viết “{ $near }”?
cli-neither-command-nor-file = Không có lệnh nào, cũng không có tệp hay thư mục nào tên “{ $found }”.
    .help = Có phải bạn muốn viết lệnh “{ $near }”? Nếu là tệp thì kiểm tra lại tên.
cli-not-unicode = Dòng lệnh có ký tự không phải Unicode.
    .help = Gõ lại dòng lệnh; chỉ tên tệp và tên thư mục mới được có ký tự như vậy.
cli-wrong-usage = Dòng lệnh viết sai.
    .help = So lại với cách dùng dưới đây.
cli-not-a-date = “{ $found }” không phải là ngày.
    .help = Viết ngày là năm-tháng-ngày (2025-11-01) hoặc ngày/tháng/năm (1/11/2025).
cli-not-a-setting = Sau “--set” phải là TÊN=GIÁ_TRỊ, nhưng ghi “{ $found }”.
    .help = Viết tên hằng số, dấu “=”, rồi giá trị, liền nhau; ví dụ --set max_leaders=30%.
cli-set-twice = Hằng số “{ $name }” được đặt hai lần.
    .help = Giữ lại một lần đặt.
cli-not-a-table-choice = Sau “--table” phải là TỆP=BẢNG hoặc TỆP!TRANG=BẢNG, nhưng ghi “{ $found }”.
    .help = Viết ví dụ --table xa.xlsx!Sheet1=communes; đặt trong dấu nháy nếu có dấu cách.
cli-table-twice = “{ $file }” được chỉ định hai bảng.
    .help = Giữ lại một lần chỉ định.
cli-unknown-language = Biến môi trường THIDUA_LANG ghi “{ $found }”, không phải ngôn ngữ nào chương trình có; dùng tiếng Việt.
    .help = Đặt THIDUA_LANG là vi hoặc en.

## Tệp và thư mục

cli-no-such-file = Không có tệp hay thư mục này.
    .help = Kiểm tra lại tên và đường dẫn.
cli-no-permission = Không có quyền đọc.
    .help = Đóng tệp nếu đang mở ở chương trình khác, hoặc nhờ người quản lý máy cấp quyền đọc.
cli-unreadable = Hệ điều hành không đọc được: { $reason }.
    .help = Chép tệp sang nơi khác rồi chạy lại.
cli-not-a-file = Đây không phải là tệp, cũng không phải thư mục.
    .help = Nêu tên một tệp Excel, tệp CSV hoặc một thư mục.
cli-nothing-in-folder = Thư mục này không có tệp số liệu nào.
    .help = Kiểm tra lại tên thư mục; các mục bị bỏ qua, nếu có, được liệt kê cùng lý do.
cli-left-aside = Không đọc: { $reason }.
    .help = Nếu đây là số liệu cần xét, nêu thẳng tên tệp trong dòng lệnh.

reason-disk-full = đĩa đã đầy
reason-no-permission = không có quyền

## Cuối lượt chạy

cli-not-written = Không ghi được kết quả ra đầu ra chuẩn: { $reason }.
    .help = Kiểm tra chỗ trống trên đĩa và quyền ghi, rồi chạy lại.
cli-program-fault = Chương trình gặp lỗi của chính nó (tại { $at }); không có kết quả nào dùng được.
    .help = Gửi dòng này cùng dòng lệnh đã gõ cho người phụ trách chương trình.
cli-not-there-yet = Lệnh này chưa dùng được.
    .help = Chờ bản sau.

## Đọc tệp

table-unreadable = Không đọc được tệp: { $reason }.
    .help = Mở tệp bằng Excel, lưu lại rồi chạy lại.
