# Mọi câu chữ của chương trình bằng tiếng Việt. Tệp en.ftl có cùng các mã, thuộc tính và tham số.

## Mức độ và cách trình bày

severity-error = lỗi
severity-warning = cảnh báo
severity-note = ghi chú
show-help = cách sửa
show-also = xem thêm
shown-empty = (để trống)
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
help-value-file = TỆP
help-value-id = MÃ
help-value-date = NGÀY
help-value-setting = TÊN=GIÁ_TRỊ
help-value-table = BẢNG
help-value-table-choice = TỆP[!TRANG]=BẢNG
help-value-encoding = BẢNG_MÃ
help-value-sheet = TRANG
help-value-header-row = [TỆP[!TRANG]=]DÒNG
help-value-folder = THƯ_MỤC
help-value-selector = MÃ
help-value-before = TRƯỚC.json
help-value-after = SAU.json
help-value-shell = SHELL

## Trợ giúp: tham số

help-data = Tệp Excel (.xlsx, .xlsm, .xls, .ods), tệp CSV hoặc cả thư mục; nêu được nhiều mục
help-what = Mã tiêu chuẩn (V.2.3.e) hoặc đối tượng viết là bảng/mã (communes/25195)
help-rule-file = Tệp YAML, hoặc mã của bộ tiêu chuẩn có sẵn (xem “thidua rules list”)
help-new-file = Tệp sẽ ghi, phải chưa có [không nêu, hoặc “-”: đầu ra chuẩn]
help-template-output = Tệp Excel sẽ ghi, tên kết thúc bằng .xlsx; phải chưa có
help-template-table = Chỉ lập trang cho bảng này, ví dụ communes; dùng được nhiều lần [không nêu: mọi bảng đợt xét cần]
help-template-district = Chỉ ghi sẵn đơn vị có mã này và các đơn vị thuộc nó, ví dụ 692 (huyện Lộc Ninh); dùng được nhiều lần
help-sql-dialect = Hệ quản trị dữ liệu sẽ chạy SQL
help-sql-table = Chỉ bảng này, ví dụ communes; ghi nhiều lần được [mặc định: mọi bảng có tiêu chuẩn xét từng dòng]
help-sql-output = Tệp cần ghi [mặc định: đầu ra chuẩn]
help-rules = Bộ tiêu chuẩn: tệp YAML hoặc mã có sẵn [không nêu: bộ của tỉnh Bình Phước]
help-round = Đợt xét, ví dụ so-ket-2023 hoặc tong-ket-2025 [không nêu: do bộ tiêu chuẩn định]
help-as-of = Xét tính đến ngày này, viết 2025-11-01 hoặc 1/11/2025 [không nêu: hôm nay]
help-set = Thay một hằng số của bộ tiêu chuẩn; dùng được nhiều lần; được ghi ở đầu báo cáo
help-table = Chỉ rõ tệp hoặc trang tính là bảng nào, ví dụ xa.xlsx!Sheet1=communes; dùng được nhiều lần
help-encoding = Bảng mã của các tệp CSV: utf-8, utf-16, windows-1258, tcvn3, vni [không nêu: tự nhận ra]
help-sheet = Chỉ đọc các trang tính có tên này; dùng được nhiều lần; tệp CSV không có trang nên vẫn đọc
help-header-row = Dòng bắt đầu đầu bảng, ví dụ 5 hoặc xa.xlsx!Sheet1=5; dùng được nhiều lần [không nêu: tự tìm]
help-waivers = Tệp quyết định miễn xét (YAML hoặc bảng) [không nêu: mien-xet.yaml ở ngay trong thư mục, nếu có]
help-no-waivers = Bỏ qua mọi quyết định miễn xét, để thấy kết luận gốc
help-by = Đếm thêm theo: table (bảng), file (từng tệp: dòng đọc, dùng, bỏ qua, lỗi) [không nêu: table]
help-order = Thứ tự danh sách đề nghị: list (như danh sách), priority (diện ưu tiên trước) [không nêu: list]
help-only = Chỉ liệt kê mã này: mã tiêu chuẩn (có thể có *), tên bảng, hoặc bảng/mã; số đếm và mã thoát vẫn là của tất cả; dùng được nhiều lần
help-show = Hiện tất cả: cả những gì đã đạt, không rút gọn danh sách
help-before = Báo cáo trước, do “thidua check --format json” ghi ra
help-after-report = Báo cáo sau, để so với báo cáo trước
help-show-diff = Liệt kê cả dữ kiện đã đổi mà kết luận không đổi; không rút gọn danh sách
help-format-diff = Dạng kết quả: text để đọc, md (Markdown) để gửi thư, json cho chương trình khác [không nêu: text]
help-output-diff = Ghi thêm ra tệp .txt, .md hoặc .json; dùng được nhiều lần
help-shell = bash, zsh, fish, powershell hoặc elvish
help-lang = Ngôn ngữ: vi (tiếng Việt) hoặc en (tiếng Anh) [không nêu: biến THIDUA_LANG, rồi đến vi]
help-format = Dạng báo cáo in ra: text, html để đọc, md để dán vào thư, json, jsonl, csv cho chương trình khác, junit cho máy chủ dựng [không nêu: text]
help-mark = Ghi vào thư mục này bản sao của từng tệp có lỗi: ô có lỗi được tô màu và ghi chú, kèm trang liệt kê
help-quiet = Chỉ in số đếm và dòng kết quả
help-redact = Không in tên trong mọi báo cáo, chỉ in mã; số đếm và mã băm vẫn còn
help-output = Ghi báo cáo ra tệp; dạng theo đuôi tên tệp: { $endings } (nhiều lần được)
help-columns = Các cột của danh sách .csv, cách nhau dấu phẩy: table, code, name, verdict, mã tiêu chuẩn (dùng * được)
help-value-columns = CỘT,CỘT…
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

help-progress-about = Xem tiến độ các chỉ tiêu theo từng năm, còn thiếu bao nhiêu.
help-progress-usage = thidua progress [TÙY CHỌN] DỮ_LIỆU…
help-progress-after =
    Ví dụ:
      thidua progress ho-so/
      thidua progress toan-tinh.xlsx --as-of 15/10/2024

help-explain-about = Giải thích một tiêu chuẩn, hoặc vì sao một đối tượng được kết luận như vậy.
help-explain-usage = thidua explain [TÙY CHỌN] MÃ [DỮ_LIỆU…]
help-explain-after =
    Ví dụ:
      thidua explain V.2.3.e                        tiêu chuẩn này quy định gì
      thidua explain communes/25195 ho-so/          vì sao xã 25195 được kết luận như vậy

    Mã thoát: xem “thidua --help”.

help-template-about = Lập tệp Excel mẫu để đơn vị điền số liệu, đúng các bảng, cột và năm mà bộ tiêu chuẩn cần.
help-template-usage = thidua template -o TỆP.xlsx [TÙY CHỌN]
help-template-after =
    Ví dụ:
      thidua template -o mau-nhap.xlsx                         mọi bảng mà đợt xét cần
      thidua template -o mau-xa.xlsx --table communes --district 692
      thidua template -o mau-2023.xlsx --round so-ket-2023 --rules tieu-chuan.yaml

    Tệp đã có thì giữ nguyên (mã thoát 4), để số liệu đã điền không bị mất; các mã khác xem “thidua --help”.
help-diff-about = So sánh hai báo cáo JSON: ai, chỉ tiêu nào đổi kết luận và vì dữ kiện nào.
help-diff-usage = thidua diff [TÙY CHỌN] TRƯỚC.json SAU.json
help-diff-after =
    Ví dụ:
      thidua check ho-so/ --format json > hom-nay.json
      thidua diff hom-qua.json hom-nay.json
      thidua diff hom-qua.json hom-nay.json -o thay-doi.md

    Đối chiếu theo mã tiêu chuẩn và mã đối tượng, không theo dòng. Xếp từ tốt đến xấu:
      đối tượng, đề nghị   đủ điều kiện, chưa đủ căn cứ, không đủ điều kiện
      tiêu chuẩn, số lượng đạt (miễn xét), chưa đủ dữ liệu, không đạt
      chỉ tiêu             đạt, đúng tiến độ, chậm, chưa đủ dữ liệu, không đạt
      thời hạn             đúng hạn, chưa đến hạn, chưa rõ, trễ, quá hạn
    Mới xuất hiện mà trái quy định là xấu đi; rút khỏi danh sách thì không tốt không xấu.

    Mã thoát: 1 nếu có gì xấu đi, 0 nếu không, 3 nếu có tệp không so được;
    các mã khác xem “thidua --help”.

help-rules-about = Làm việc với bộ tiêu chuẩn: liệt kê, tìm lỗi, chạy thử các ví dụ, lập bộ mới.
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

help-rules-test-about = Chạy các ví dụ ghi trong bộ tiêu chuẩn; nêu kết luận và mức giới hạn chưa có ví dụ nào thể hiện.
help-rules-test-usage = thidua rules test [TỆP|MÃ]
help-rules-test-after =
    Ví dụ:
      thidua rules test
      thidua rules test tieu-chuan.yaml

    Mã thoát: 0 nếu mọi ví dụ đều đúng, 1 nếu có ví dụ sai; các mã khác xem “thidua --help”.

help-rules-sql-about = Viết tiêu chuẩn xét từng dòng thành SQL: mỗi bảng một câu truy vấn, kết luận giống hệt cho từng tiêu chuẩn và từng đối tượng.
help-rules-sql-usage = thidua rules sql [TỆP|MÃ] --dialect duckdb|spark|postgres [TÙY CHỌN]
help-rules-sql-after =
    Ví dụ:
      thidua rules sql --dialect duckdb --table communes -o xa.sql
      thidua rules sql tieu-chuan.yaml --dialect spark --round so-ket-2023

    Bảng và cột mang tên trong bộ tiêu chuẩn, cột theo năm thì mỗi năm một cột (poor_2021); NULL là thiếu số liệu.
    Quyết định miễn xét và kiểm tra số liệu không nằm trong đó. Xem thêm docs/sql-vi.md.
    Mã thoát: 4 nếu có tiêu chuẩn không viết được thành SQL (khi đó không ghi gì); các mã khác xem “thidua --help”.

help-rules-new-about = Ghi ra một bộ tiêu chuẩn nhỏ có chú thích để bắt đầu.
help-rules-new-usage = thidua rules new [TỆP]
help-rules-new-after =
    Ví dụ:
      thidua rules new tieu-chuan.yaml
      thidua rules new > tieu-chuan.yaml

    Mã thoát: 4 nếu tệp đã có (tệp giữ nguyên); các mã khác xem “thidua --help”.

help-rules-schema-about = In lược đồ JSON Schema của tệp tiêu chuẩn: trình soạn thảo nhờ đó gợi ý và chỉ lỗi khi gõ.
help-rules-schema-usage = thidua rules schema
help-rules-schema-after =
    Ví dụ:
      thidua rules schema > ruleset.schema.json

    Rồi ghi dòng này ở đầu tệp tiêu chuẩn: # yaml-language-server: $schema=ruleset.schema.json
    Mã thoát: xem “thidua --help”.

usage-hint = Gõ “{ $command }” để xem đầy đủ.

help-completions-about = In kịch bản để shell tự điền lệnh, tùy chọn và tên tệp khi bấm Tab.
help-completions-usage = thidua completions SHELL
help-completions-after =
    Cách dùng:
      bash        thidua completions bash > ~/.local/share/bash-completion/completions/thidua
      zsh         thidua completions zsh > ~/.zfunc/_thidua
                  (trong ~/.zshrc phải có fpath+=~/.zfunc trước compinit)
      fish        thidua completions fish > ~/.config/fish/completions/thidua.fish
      powershell  thêm dòng sau vào tệp mà $PROFILE chỉ (lệnh “notepad $PROFILE” mở tệp ấy):
                  thidua completions powershell | Out-String | Invoke-Expression
      elvish      thidua completions elvish > ~/.config/elvish/lib/thidua.elv
                  (rồi thêm “use thidua” vào rc.elv)

    Mã thoát: xem “thidua --help”.

help-man-about = In trang hướng dẫn cho lệnh man.
help-man-usage = thidua man
help-man-after =
    Ví dụ:
      thidua man | man -l -
      thidua man > ~/.local/share/man/man1/thidua.1

    Mã thoát: xem “thidua --help”.

## Trang hướng dẫn (man)

man-name = TÊN
man-synopsis = CÁCH DÙNG
man-description = MÔ TẢ
man-commands = CÁC LỆNH
man-options = TÙY CHỌN CỦA MỌI LỆNH
man-same-options = Các tùy chọn còn lại như ở những lệnh nêu trước.
man-exit = MÃ THOÁT
man-files = TỆP
man-files-waivers = Quyết định miễn xét; tệp này ở ngay trong thư mục được nêu thì được đọc, trừ khi có --waivers hoặc --no-waivers.
man-environment = BIẾN MÔI TRƯỜNG
man-environment-lang = Ngôn ngữ: vi hoặc en; tùy chọn --lang được ưu tiên hơn.
man-environment-color = Có giá trị thì không tô màu, trừ khi có --color always.
man-environment-term = “dumb” thì không tô màu.
man-examples = VÍ DỤ
man-examples-all =
    thidua ho-so/
    thidua check ho-so/ --round tong-ket-2025 --as-of 2025-11-01
    thidua progress ho-so/
    thidua explain communes/25195 ho-so/
    thidua check ho-so/ --format json > hom-nay.json
    thidua diff hom-qua.json hom-nay.json

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
cli-not-a-header-row = Sau “--header-row” phải là số dòng, hoặc TỆP=DÒNG, TỆP!TRANG=DÒNG, nhưng ghi “{ $found }”.
    .help = Viết ví dụ --header-row 5 hoặc --header-row "xa.xlsx!Cấp xã=5"; dòng đếm từ 1.
cli-header-row-twice = Hai dòng đầu bảng cho cùng một nơi: “{ $found }” là lần thứ hai.
    .help = Giữ lại một lần chỉ định.
cli-unknown-ending = Không rõ dạng báo cáo của tệp “{ $found }”: tên tệp phải có đuôi { $known }.
    .help = Đặt tên tệp có một trong các đuôi đó.
cli-output-twice = Tệp “{ $found }” được yêu cầu ghi hai lần.
    .help = Mỗi tệp chỉ nêu một lần sau -o.
cli-not-xlsx = -o { $found }: tệp mẫu phải là tệp Excel, tên kết thúc bằng “.xlsx”.
    .help = Viết “-o mau-nhap.xlsx” chẳng hạn.
cli-unknown-language = Biến môi trường THIDUA_LANG ghi “{ $found }”, không phải ngôn ngữ nào chương trình có; dùng tiếng Việt.
    .help = Đặt THIDUA_LANG là vi hoặc en.

## Tệp và thư mục

cli-no-such-file = Không có tệp hay thư mục này.
    .help = Kiểm tra lại tên và đường dẫn.
cli-no-permission = Không có quyền đọc.
    .help = Đóng tệp nếu đang mở ở chương trình khác, hoặc nhờ người quản lý máy cấp quyền đọc.
cli-unreadable = Hệ điều hành không đọc được: { $reason }.
    .help = Kiểm tra lại đường dẫn; nếu đúng, chép tệp sang nơi khác rồi chạy lại.
cli-own-report = Tệp này là báo cáo do chương trình ghi ra, không phải số liệu.
    .help = Nêu tệp số liệu gốc của đơn vị.
cli-own-report-aside = Tệp này do chương trình ghi ra (báo cáo), nên không đọc làm số liệu.
    .help = Nếu có số liệu của đơn vị trong tệp này, chép các trang ấy sang một sổ tính mới rồi chạy lại.
cli-not-a-file = Đây không phải là tệp, cũng không phải thư mục.
    .help = Nêu tên một tệp Excel, tệp CSV hoặc một thư mục.
cli-nothing-in-folder = Thư mục này không có tệp số liệu nào.
    .help = Kiểm tra lại tên thư mục; các mục bị bỏ qua, nếu có, được liệt kê cùng lý do.
cli-left-aside = Không đọc: { $reason }.
    .help = Nếu đây là số liệu cần xét, nêu thẳng tên tệp trong dòng lệnh.

reason-not-found = không có tệp hay thư mục như vậy
reason-folder = đây là thư mục, không phải tệp
reason-no-folder = trên đường dẫn có một tệp đứng ở chỗ của thư mục
reason-changed = tệp đã bị sửa trong lúc đang đọc
reason-disk-full = đĩa đã đầy
reason-no-permission = không có quyền

## Cuối lượt chạy

cli-not-written = Không ghi được kết quả ra đầu ra chuẩn: { $reason }.
    .help = Kiểm tra chỗ trống trên đĩa và quyền ghi, rồi chạy lại.
cli-file-exists = Đã có tệp tên này; tệp được giữ nguyên.
    .help = Chọn tên khác, hoặc dời tệp cũ đi trước.
cli-file-not-written = Không ghi được tệp: { $reason }.
    .help = Đóng tệp nếu đang mở trong Excel; kiểm tra tên thư mục, chỗ trống và quyền ghi rồi chạy lại. Tệp cũ cùng tên (nếu có) vẫn còn nguyên.
cli-list-among-data = Danh sách có cột tự chọn sẽ nằm trong { $read } là thư mục được đọc, lần sau có thể bị đọc như số liệu; không có gì được ghi.
    .help = Ghi danh sách ra thư mục khác, hoặc bỏ --columns.
cli-output-is-input = Tệp cần ghi cũng là tệp được đọc; ghi vào đó sẽ làm mất dữ liệu, nên không có gì được ghi.
    .help = Đặt tên khác cho tệp kết quả, hoặc ghi vào thư mục khác.
cli-not-json = Tệp này không phải JSON (dòng { $line }, cột { $column }), nên không phải báo cáo để so sánh.
    .help = Nêu tệp do “thidua check … --format json” ghi ra.
cli-report-broken = Tệp báo cáo này bị cụt: nội dung dừng giữa chừng.
    .help = Chạy lại “thidua check … --format json” và đợi lệnh chạy xong.
cli-not-a-report = Tệp này không phải báo cáo JSON của thidua, hoặc đã bị sửa (dòng { $line }).
    .help = Nêu tệp do “thidua check … --format json” ghi ra và giữ nguyên tệp ấy.
cli-other-report = Báo cáo này có dạng { $found }; phiên bản này chỉ đọc được thidua/report/1.
    .help = Dùng phiên bản thidua đã ghi ra báo cáo ấy, hoặc cập nhật thidua.
cli-report-incomplete = Báo cáo này chưa được ghi xong: thiếu "complete": true ở cuối.
    .help = Chạy lại “thidua check … --format json” và đợi lệnh chạy xong.
cli-report-of-nothing = Báo cáo này chỉ có thông báo lỗi: lần chạy ấy chưa kiểm tra gì (mã thoát 4), nên không có gì để so sánh.
    .help = Sửa lỗi ghi trong báo cáo rồi chạy lại “thidua check”.
cli-other-rule-set = Hai báo cáo dùng hai bộ tiêu chuẩn khác nhau: { $before } và { $after }.
    .help = Chỉ những tiêu chuẩn cùng mã mới so được; nên xét lại cả hai bằng cùng một bộ.
cli-mark-folder-is-read = Thư mục ghi bản sao đánh dấu nằm trong { $read } là thư mục được đọc; lần sau các bản sao sẽ bị đọc như số liệu, nên chưa kiểm tra gì.
    .help = Chọn cho --mark một thư mục nằm ngoài dữ liệu, ví dụ: --mark tra-lai.
cli-copies-of-one-name = Bản sao đánh dấu của các tệp này sẽ trùng tên nhau, nên chưa kiểm tra gì.
    .help = Đổi tên một trong các tệp, hoặc chạy riêng từng thư mục với --mark khác nhau.
cli-copy-of-changed = Tệp đã thay đổi trong khi đang kiểm tra, nên không ghi bản sao đánh dấu cho tệp này.
    .help = Chạy lại khi không ai đang sửa tệp.
cli-copy-not-made = Không làm được bản sao đánh dấu: { $reason }.
    .help = Xem các lỗi của tệp này trong báo cáo; mở tệp bằng Excel, lưu lại dạng .xlsx rồi chạy lại.
cli-copy-of-values = Không đánh dấu được ngay trên sổ tính gốc: { $reason }. Bản sao này chỉ có giá trị của các ô, không có định dạng, công thức và hình vẽ.
    .help = Nếu cần bản sao đầy đủ, mở tệp gốc bằng Excel, lưu lại dạng .xlsx rồi chạy lại.
cli-copy-signed = Sổ tính có chữ ký số; trong bản sao đánh dấu chữ ký đó không còn hiệu lực.
    .help = Chữ ký trên tệp gốc vẫn nguyên. Sau khi sửa, đơn vị ký lại tệp.
cli-program-fault = Chương trình gặp lỗi của chính nó (tại { $at }); không có kết quả nào dùng được.
    .help = Gửi dòng này cùng dòng lệnh đã gõ cho người phụ trách chương trình.

## Đọc tệp


## Kiểm tra điều kiện trong bộ tiêu chuẩn

type-boolean = đúng/sai
type-percent = tỷ lệ %
type-number = số không đơn vị
type-text = chữ
type-date = ngày
type-year = năm

rule-unknown-name = Không có cột, hằng số hay năm nào tên “{ $name }” cho bảng “{ $table }”.
    .help = Có thể ý bạn là: { $known }.
rule-unknown-column = Bảng “{ $table }” không có cột “{ $name }”.
    .help = Có thể ý bạn là: { $known }.
rule-unknown-function = Không có hàm “{ $name }”.
    .help = Có thể ý bạn là: { $known }.
rule-unknown-term = “{ $term }” không thuộc thang hoặc danh mục này.
    .help = Có thể ý bạn là: { $known }.
rule-wrong-type = Ở đây cần { $expected }, nhưng có { $found }.
    .help = Sửa biểu thức cho ra đúng loại giá trị cần.
rule-units-differ = Hai vế khác đơn vị: { $left } và { $right }.
    .help = Chỉ cộng, trừ, so sánh các số cùng đơn vị; khai báo đơn vị cho hằng số nếu thiếu.
rule-no-arithmetic = Không tính được giữa { $left } và { $right }.
    .help = Số có đơn vị chỉ nhân, chia với số không đơn vị, hoặc chia cho số cùng đơn vị.
rule-cannot-compare = Không so sánh được { $left } với { $right }.
    .help = Hai vế của phép so sánh phải cùng loại.
rule-not-ordered = Giá trị { $found } không có thứ tự nên chỉ so sánh được bằng = hoặc !=.
    .help = Dùng =, !=, hoặc in [ … ].
rule-series-needs-year = “{ $text }” có giá trị theo từng năm; ở đây cần một giá trị.
    .help = Thêm năm trong ngoặc vuông, ví dụ { $text }[review].
rule-not-a-series = “{ $text }” không có giá trị theo năm nên không đặt năm trong ngoặc vuông được.
    .help = Bỏ ngoặc vuông, hoặc khai báo cột với by: year.
rule-derived-not-series = Cột tính này khai báo theo năm nhưng biểu thức không cho giá trị theo năm.
    .help = Bỏ by: year, hoặc dùng cột theo năm trong biểu thức.
rule-year-shift = Năm chỉ cộng hoặc trừ với một số nguyên viết thẳng ra.
    .help = Viết chẳng hạn y - 1 hoặc start + 1.
rule-not-a-year = Ở đây cần một năm, ví dụ 2022.
    .help = Viết năm bằng bốn chữ số, hoặc dùng tên năm của đợt xét.
rule-years-not-fixed = Khoảng năm phải tính được ngay từ bộ tiêu chuẩn, không lấy từ số liệu.
    .help = Dùng năm viết thẳng, năm của đợt xét, hoặc biến năm bên ngoài.
rule-empty-years = Khoảng năm { $from }..{ $to } không có năm nào.
    .help = Năm đầu phải không lớn hơn năm cuối; xem lại các năm của đợt xét.
rule-too-many-years = Khoảng năm có quá { $most } giá trị.
    .help = Xem lại hai đầu của khoảng năm.
rule-hides-name = Tên “{ $name }” đã dùng cho thứ khác, đặt lại sẽ che mất nó.
    .help = Chọn tên khác cho biến năm.
rule-nested-rows = Không lồng phép tính trên các dòng vào nhau.
    .help = Tách thành hai tiêu chuẩn hoặc một cột tính.
rule-own-outside = “own.{ $name }” chỉ dùng bên trong phép tính trên các dòng của bảng khác.
    .help = Viết { $name } không có own.
rule-not-a-reference = Cột “{ $name }” không phải mã trỏ tới một bảng.
    .help = Trước dấu chấm phải là cột kiểu code có of: TÊN_BẢNG.
rule-division-by-zero = Chia cho 0.
    .help = Sửa số chia.
rule-argument-count = Hàm “{ $name }” cần { $expected } giá trị, nhưng có { $found }.
    .help = Thêm hoặc bớt giá trị trong ngoặc.
rule-literal-argument = Ở đây cần một số nguyên viết thẳng, từ { $low } đến { $high }.
    .help = Thay bằng một số nguyên trong khoảng đó.
rule-no-such-day = Không phải năm nào cũng có ngày này.
    .help = Chọn một ngày năm nào cũng có.
rule-known-needs-column = known(…) chỉ hỏi được một cột, hoặc một cột theo năm có ghi năm.
    .help = Viết known(cột) hoặc known(cột[năm]).
rule-unused-constant = Không điều kiện nào dùng hằng số “{ $name }”.
    .help = Bỏ hằng số này, hoặc xem lại tên trong các điều kiện.
rule-unknown-override = --set: không có hằng số hay năm nào tên “{ $name }”.
    .help = Có thể ý bạn là: { $known }.
rule-bad-override = --set { $name }: “{ $value }” không phải giá trị hợp lệ.
    .help = Viết một số (ví dụ 2_000, 40%, 100 triệu) hoặc một năm.
rule-unknown-year = “{ $name }” không phải năm, cũng không phải tên năm của đợt xét.
    .help = Có thể ý bạn là: { $known }.
rule-bad-example-cell = “{ $value }” không hợp với kiểu của cột “{ $column }”.
    .help = Viết giá trị đúng kiểu: số (dấu chấm thập phân), yes/no, ngày 2022-10-14, hoặc mã trong thang.
rule-not-in-force = Văn bản “{ $source }” không có hiệu lực vào ngày { $day }.
    .help = Xem lại --as-of, hoặc dùng bộ tiêu chuẩn của văn bản đang có hiệu lực.

cli-no-such-rules = Không đọc được tệp bộ tiêu chuẩn này ({ $reason }), cũng không có bộ tiêu chuẩn kèm theo nào tên như vậy.
    .help = Kiểm tra đường dẫn, hoặc dùng một bộ kèm theo: { $known }.
cli-unknown-selector = --only { $selector }: không có bảng hay tiêu chuẩn nào như vậy.
    .help = Dùng tên bảng (communes), bảng/mã (communes/25195) hoặc mã tiêu chuẩn (V.2.3.*). Xem: thidua rules list.
cli-unknown-column = Danh sách không có cột “{ $column }”.
    .help = Các cột gần giống: { $known }. Có: table, code, name, verdict và mã các tiêu chuẩn.
cli-columns-of-no-list = --columns chọn cột của danh sách CSV, nhưng lệnh này không ghi danh sách CSV nào.
    .help = Thêm -o danh-sach.csv hoặc --format csv, hoặc bỏ --columns.
cli-unknown-table = --table: bộ tiêu chuẩn không có bảng “{ $table }”.
    .help = Có thể ý bạn là: { $known }.
cli-unknown-unit = --district { $unit }: danh mục đơn vị không có mã này.
    .help = Dùng mã của một đơn vị trong danh mục. Có thể ý bạn là: { $known }.
cli-nothing-to-fill = Không có gì để điền cho { $tables }: đợt { $round } không dùng đến, hoặc không có đơn vị nào thuộc (các) mã đã nêu.
    .help = Nêu bảng khác bằng --table, bỏ --district, hoặc chọn đợt khác. Các bảng cần điền: { $known }.
cli-waivers-not-used = Tệp miễn xét này không được dùng, vì đã dùng { $used }.
    .help = Gộp các quyết định vào một tệp, hoặc nêu tệp cần dùng bằng --waivers.
cli-no-waivers = Trong tệp không có bảng quyết định miễn xét nào.
    .help = Bảng cần các cột: rule, subject, reason, decision, approved_by, from, until.
cli-nothing-judged = Không có đối tượng nào để xét: không tệp nào có bảng số liệu mà bộ tiêu chuẩn cần.
    .help = Kiểm tra lại thư mục số liệu, tên trang và đầu bảng; hoặc chỉ rõ bằng --table "TỆP!TRANG=BẢNG".
cli-nothing-to-write = Không có gì được xét nên không ghi tệp này; tệp cũ cùng tên (nếu có) vẫn còn nguyên.
    .help = Kiểm tra tên tệp, thư mục đã nêu rồi chạy lại.
cli-unknown-rule = Bộ tiêu chuẩn không có tiêu chuẩn “{ $id }”.
    .help = Có thể ý bạn là: { $known }.
cli-several-subjects = Có nhiều đối tượng tên “{ $name }”.
    .help = Nêu rõ một đối tượng: { $subjects }.
cli-unknown-subject = Số liệu không có đối tượng “{ $table }/{ $code }” trong phần được xét.
    .help = Kiểm tra tên bảng và mã; xem danh sách bằng: thidua check … --show all.
cli-subject-without-data = Muốn giải thích “{ $table }/{ $code }” thì cần số liệu.
    .help = Thêm tệp hoặc thư mục: thidua explain { $table }/{ $code } THƯ_MỤC.
cli-verdict-unseen = Chưa có ví dụ nào của { $rule } cho: { $verdicts }.
    .help = Thêm vào “examples” của tiêu chuẩn này mỗi loại một ví dụ, có “gives: …”.
cli-threshold-unseen = Chưa có ví dụ nào của { $rule } mà vế trái của “{ $comparison }” { $side }.
    .help = Thêm một ví dụ có giá trị như vậy: sai sót hay nằm ngay ở mức giới hạn.
cli-examples-one-row = Ví dụ không thể hiện hết { $rule }: tiêu chuẩn này xem cả các dòng khác, mà một ví dụ chỉ là một dòng.
    .help = Thử tiêu chuẩn này với số liệu: thidua check … --only { $rule } --show all.
side-below = nhỏ hơn vế phải
side-at = bằng đúng vế phải
side-above = lớn hơn vế phải
cli-example-failed = Ví dụ của { $rule } (đợt { $round }) phải cho { $expected }, nhưng cho { $got }.
    .help = Xem lại điều kiện hoặc giá trị của ví dụ.

rule-empty-expression = Ở đây phải có một biểu thức, nhưng để trống.
    .help = Viết điều kiện hoặc phép tính vào, ví dụ: poor[start] > 0.
rule-too-long = Biểu thức dài quá { $most } byte.
    .help = Tách thành nhiều cột tính sẵn (derived) hoặc nhiều tiêu chuẩn.
rule-too-many-words = Biểu thức có quá { $most } từ và dấu.
    .help = Tách thành nhiều cột tính sẵn (derived) hoặc nhiều tiêu chuẩn.
rule-too-deep = Biểu thức lồng nhau hoặc nối tiếp nhau quá { $most } tầng (mỗi cặp ngoặc, mỗi phép tính nối tiếp là một tầng).
    .help = Tách phần bên trong thành cột tính sẵn (derived) rồi gọi tên cột đó.
rule-bad-character = Ký tự “{ $found }” không dùng được ở đây.
    .help = Xóa ký tự này, hoặc đặt nó trong dấu nháy nếu nó thuộc về một đoạn chữ. Ký tự ghi dạng U+… là ký tự không nhìn thấy: xóa rồi gõ lại chỗ đó.
rule-smart-quote = Dấu nháy phải là dấu nháy thẳng { $instead }, nhưng ở đây là dấu nháy cong { $found }.
    .help = Thay { $found } bằng { $instead }.
rule-no-break-space = Ở đây có khoảng trắng đặc biệt (thường do chép từ Word hoặc trang web), trông giống nhưng không phải dấu cách thường.
    .help = Xóa nó rồi gõ dấu cách thường.
rule-other-sign = Dấu “{ $found }” không có trong ngôn ngữ này; ở đây viết “{ $instead }”.
    .help = Thay “{ $found }” bằng “{ $instead }”.
rule-unclosed-text = Đoạn chữ mở bằng dấu nháy nhưng đến hết dòng vẫn chưa đóng.
    .help = Thêm dấu nháy cùng loại vào cuối đoạn chữ.
rule-bad-number = “{ $found }” không phải là số viết đúng cách.
    .help = Viết số bằng chữ số; phần lẻ sau dấu chấm, hai bên dấu chấm đều có chữ số (0.5); nhóm chữ số ngăn bằng một dấu gạch dưới (100_000_000).
rule-long-number = Số này dài quá { $most } chữ số.
    .help = Viết số ngắn hơn.
rule-comma-in-number = “{ $found }” có dấu phẩy giữa hai nhóm chữ số; số trong bộ tiêu chuẩn không dùng dấu phẩy.
    .help = Phần lẻ viết sau dấu chấm (0.5); hàng nghìn ngăn bằng dấu gạch dưới (1_000).
rule-unexpected = Ở đây gặp { $found }, trong khi cần { $expected }.
    .help = Xem lại chỗ này: có thể thừa hoặc thiếu một dấu, một dấu ngoặc hay một từ ở ngay trước đó.
rule-word-of-the-language = Ở đây cần một tên, nhưng “{ $word }” là từ của ngôn ngữ nên không dùng làm tên được.
    .help = Đặt và gọi bằng tên khác, ví dụ { $word }_1.
rule-word-case = Từ “{ $found }” phải viết chữ thường: “{ $instead }”.
    .help = Thay “{ $found }” bằng “{ $instead }”.
rule-unclosed-bracket = Dấu ngoặc “{ $bracket }” mở ở đây nhưng không được đóng.
    .help = Thêm dấu ngoặc đóng vào cuối phần bên trong.
rule-unopened-bracket = Dấu ngoặc “{ $bracket }” đóng ở đây nhưng trước đó không có dấu mở tương ứng.
    .help = Xóa dấu ngoặc này, hoặc thêm dấu mở ở phía trước.
rule-and-or = “and” đứng cạnh “or” mà không có ngoặc, nên có hai cách hiểu: { $first } hoặc { $second }.
    .help = Chép lại đúng một trong hai cách viết có ngoặc ở trên.
rule-comparison-chain = Một so sánh chỉ có hai vế, nhưng ở đây có thêm một phép so sánh nữa.
    .help = Viết “x between a and b” nếu x nằm từ a đến b (tính cả hai đầu), hoặc nối hai so sánh bằng “and”.
rule-needs-parentheses = Phần bắt đầu bằng “{ $word }” nằm trong một biểu thức khác nên phải đặt trong ngoặc.
    .help = Đặt cả phần đó trong ngoặc: ({ $word } …).
rule-list-literal = Danh sách sau “in” chỉ gồm số, chữ trong dấu nháy, true hoặc false, nhưng ở đây là “{ $found }”.
    .help = Nếu đây là một mã hay tên gọi thì đặt trong dấu nháy; nếu là giá trị tính ra thì so sánh bằng “=” và nối bằng “or”.
rule-in-needs-list = Sau “in” cần một danh sách trong ngoặc vuông, nhưng gặp { $found }.
    .help = Viết x in ["a", "b"]; nếu muốn nói một khoảng thì viết x between a and b.
rule-second-index = Sau một cột chỉ được có một năm trong ngoặc vuông, ở đây có thêm ngoặc thứ hai.
    .help = Bỏ một cặp ngoặc vuông; phép tính với năm viết trong cùng một cặp: poor[y - 1].
rule-second-step = Từ một cột mã chỉ đi được một bước sang bảng khác (a.b), ở đây có thêm bước thứ hai.
    .help = Khai báo một cột tính sẵn (derived) ở bảng giữa rồi gọi tên cột đó.

rule-seen-end = chỗ kết thúc của biểu thức
rule-expected-value = một giá trị (tên, số, chữ trong dấu nháy, hoặc dấu ngoặc mở)
rule-expected-name = một tên
rule-expected-literal = một số, một đoạn chữ trong dấu nháy, true hoặc false
rule-expected-operator = một phép nối như +, =, and; hoặc kết thúc biểu thức

## Báo cáo

report-head = { $title } · { $round } · tính đến { $date } · bộ tiêu chuẩn { $version }
report-extends = { $id } mở rộng bộ tiêu chuẩn { $base } { $version }
report-overrides = Giá trị đặt riêng cho lần chạy này: { $list }
report-read = Đã đọc { $files } tệp, { $sheets } trang: { $rows } dòng = { $used } dùng + { $skipped } bỏ qua
report-refused = Không dùng được: { $what }
report-absent = Chưa có số liệu: { $list }
report-not-checked = Không xét vì không có bảng số liệu: { $list }
report-column-table = Đối tượng
report-column-all = Tổng số
report-heading = { $table } — { $verdict }: { $count }
report-and-more = và { $count } nữa (xem hết: --show all)
report-fault = Số liệu không qua được kiểm tra { $check }: { $says }
report-errors = LỖI TRONG SỐ LIỆU: { $count }
report-warnings = CẦN XEM LẠI: { $count }
report-notes = GHI CHÚ: { $count }
report-notes-count = { $count } ghi chú về số liệu (xem: --show all)
report-readings = CÁCH HIỂU CẦN HỘI ĐỒNG XÁC NHẬN
files-head = TỪNG TỆP { $folder }
files-column-file = Tệp
files-column-table = Bảng
files-column-read = Dòng
files-column-used = Dùng
files-column-skipped = Bỏ qua
files-column-errors = Lỗi
files-column-warnings = Cảnh báo
files-refused = không dùng được
files-not-used = không thuộc bảng nào
nominations-head = ĐỀ NGHỊ: { $count } = { $eligible } đủ điều kiện + { $ineligible } không đủ điều kiện + { $undetermined } chưa đủ căn cứ
nomination-number = STT { $number }
nomination-first = diện ưu tiên
nomination-first-unknown = chưa rõ có ưu tiên không
nomination-by = { $unit } trình
nomination-without-subject = Không có đối tượng này trong số liệu nên chưa xét được.
nomination-misnamed = Tên trong danh sách không phải tên của mã này: chưa biết đề nghị ai
quotas-head = SỐ LƯỢNG, TỶ LỆ
quota-number = { $measured }, mức { $limit }
quota-share = { $measured } trên { $of } = { $share }, mức { $limit }
quota-share-open = { $measured } trên { $of }, mức { $limit }
quota-eligible = { $count } đủ điều kiện
quota-excess = Vượt mức { $count }.
quota-lacking = Còn thiếu { $count }.
quota-ineligible = Dù sao cũng không đủ điều kiện: { $list }
quota-undetermined = Chưa đủ căn cứ: { $list }
quota-undecided = Chưa biết có tính hay không: { $list }
quota-set-aside = { $count } dòng trong danh sách không rõ là của ai, có thể phải tính thêm.
quota-warning-only = (chỉ nhắc, không tính là vi phạm)
targets-head = CHỈ TIÊU (từng năm: thidua progress)
target-met = đạt
target-not-met = không đạt
target-on-track = đúng tiến độ
target-behind = chậm tiến độ
target-insufficient = chưa đủ dữ liệu
target-not-applicable = không phát sinh
target-information = để tham khảo
target-exceeded = vượt mức cao
target-mean = bình quân { $measured }
target-total = tổng { $measured }
target-latest = gần nhất { $measured }
target-worst = năm kém nhất { $measured }
target-bar = { $bar } { $share }
target-room-in-all = Còn được tối đa { $needed } trong { $years } năm còn lại.
target-room-a-year = Mỗi năm trong { $years } năm còn lại được tối đa { $needed }.
target-room-at-last = Năm cuối được tối đa { $needed }.
target-nothing-needed = Các năm còn lại không cần thêm.
target-needed-in-all = Còn thiếu { $needed } trong { $years } năm còn lại.
target-needed-a-year = Mỗi năm trong { $years } năm còn lại cần { $needed }.
target-needed-at-last = Năm cuối cần { $needed }; còn { $years } năm.
year-left-out = không tính
year-to-come = chưa có
published-exact = Số đã công bố { $published } đúng bằng số tính được.
published-rounded = Số đã công bố { $published } là { $exact } làm tròn.
published-truncated = Số đã công bố { $published } là { $exact } bị cắt bớt phần lẻ; làm tròn sẽ là { $rounded }.
published-truncated-or-rounded = Số đã công bố { $published } là { $exact } bị cắt bớt phần lẻ; làm tròn cũng ra số này.
published-different = Số đã công bố { $published } không khớp: tính được { $exact }.
progress-bar = Đang đọc tệp
progress-none = Không có chỉ tiêu nào để xem: số liệu không có bảng mà các chỉ tiêu cần.
progress-errors = Trong số liệu có { $count } lỗi; xem từng lỗi bằng thidua check.
deadlines-head = THỜI HẠN
deadline-met = { $count } đúng hạn
deadline-late = { $count } trễ
deadline-overdue = { $count } quá hạn chưa gửi
deadline-pending = { $count } chưa đến hạn
deadline-open = { $count } chưa rõ
deadline-late-by = { $name } gửi ngày { $date }, trễ { $days } ngày
deadline-late-list = hạn cuối { $due }, trễ: { $list }
deadline-overdue-list = hạn cuối { $due }, quá hạn { $days } ngày mà chưa gửi: { $list }
deadline-pending-list = hạn cuối { $due }, còn { $days } ngày, chưa gửi: { $list }
deadline-open-list = hạn cuối { $due }, có báo cáo thiếu hoặc không đọc được ngày, loại hay năm: { $list }
deadlines-silent = Chưa gửi gì: { $list }
checks-head = KIỂM TRA SỐ LIỆU: { $made } phép thử, { $failed } không đạt
check-year = {" "}năm { $year }
report-waivers-file = Quyết định miễn xét lấy từ { $file } ({ $count } quyết định, { $applied } được áp dụng).
verdict-waived-by = miễn xét theo { $decision } ({ $reason }); nếu không miễn: { $own }
result-nothing = không có gì sai
result-nominations-ineligible = { $count } đề nghị không đủ điều kiện
result-nominations-undetermined = { $count } đề nghị chưa đủ căn cứ
result-subjects-ineligible = { $count } đối tượng không đủ điều kiện
result-subjects-undetermined = { $count } đối tượng chưa đủ căn cứ
result-quotas-broken = { $count } mức số lượng bị vượt
result-quotas-open = { $count } mức số lượng chưa rõ
result-checks-failed = { $count } chỗ số liệu sai
result-deadlines-late = { $count } báo cáo trễ
result-deadlines-overdue = { $count } báo cáo quá hạn chưa gửi
result-deadlines-open = { $count } thời hạn chưa rõ
result-clean = Kết quả: { $found } (mã thoát { $code }). Công cụ chỉ đề xuất; Hội đồng quyết định.
result-against = Kết quả: { $found } (mã thoát { $code }). Công cụ chỉ đề xuất; Hội đồng quyết định.
result-open = Kết quả: không có gì trái quy định, nhưng { $found } (mã thoát { $code }). Bổ sung số liệu rồi chạy lại.
result-refused = Kết quả: có số liệu không dùng được nên chưa thể kết luận trọn vẹn; trong phần đã xét: { $found } (mã thoát { $code }). Sửa các tệp nêu trên rồi chạy lại.

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
skipped-other-measure = { $count } dòng khác đơn vị đếm
skipped-no-key = { $count } thiếu mã
skipped-unknown-unit = { $count } mã không có trong danh mục
skipped-code-name = { $count } mã và tên không khớp
skipped-not-used = { $count } ngoài bảng
skipped-findings = { $count } kết quả kiểm tra trước

## Báo cáo Excel

workbook-font = Times New Roman
workbook-page = Trang &P/&N
workbook-sheet-summary = Tổng hợp
workbook-sheet-nominations = Danh sách đề nghị
workbook-sheet-targets = Chỉ tiêu
workbook-sheet-charts = Biểu đồ chỉ tiêu
workbook-sheet-deadlines = Thời hạn
workbook-sheet-checks = Kiểm tra số liệu
workbook-sheet-findings = Vấn đề trong số liệu
workbook-sheet-inputs = Tệp số liệu
workbook-as-of = { $round } (tính đến ngày { $date })
workbook-rule-set = Bộ tiêu chuẩn { $id }, phiên bản { $version }, SHA-256 { $hash }; thidua { $tool }
workbook-counts = KẾT QUẢ XÉT THEO ĐỐI TƯỢNG
workbook-total = Tổng cộng
workbook-targets-head = CHỈ TIÊU
workbook-subjects-title = { $table }: { $count } đối tượng, tính đến ngày { $date }
workbook-reasons-beside = Lý do quá nhiều nên không ghi vào chú thích của từng ô: xem cột lý do ở cuối bảng.
workbook-nominations-title = DANH SÁCH ĐỀ NGHỊ XÉT KHEN THƯỞNG
workbook-class = { $class }: { $count } đề nghị
workbook-proposes = Kết quả trên do công cụ đối chiếu số liệu với tiêu chuẩn mà có; công cụ chỉ đề xuất, Hội đồng quyết định.
workbook-sign-day = …………………, ngày …… tháng …… năm ………
workbook-sign-clerk = NGƯỜI LẬP BIỂU
workbook-sign-board = TM. HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG
workbook-sign-chair = CHỦ TỊCH
workbook-sign-by-name = (Ký, ghi rõ họ tên)
workbook-sign-by-seal = (Ký, đóng dấu, ghi rõ họ tên)
workbook-targets-title = KẾT QUẢ THỰC HIỆN CHỈ TIÊU TỪNG NĂM, tính đến ngày { $date }
workbook-charts-title = BIỂU ĐỒ CHỈ TIÊU
workbook-charts-most = Chỉ vẽ { $shown } trong { $count } chỉ tiêu; số liệu của tất cả nằm ở trang chỉ tiêu.
workbook-figure-actual = Thực hiện
workbook-figure-planned = Mức cần đạt
workbook-figure-total = Lũy kế
workbook-figure-path = Lũy kế nếu chia đều
workbook-axis-year = Năm
workbook-axis-figure = Số đo
workbook-deadlines-title = THỜI HẠN CỦA TỪNG ĐƠN VỊ, tính đến ngày { $date }
workbook-findings-title = VẤN ĐỀ TRONG SỐ LIỆU: { $errors } lỗi, { $warnings } cần xem lại, { $notes } ghi chú
workbook-left-out = Không ghi ở đây: { $count } mục nữa cùng loại { $code }.
workbook-column-number = STT
workbook-column-code = Mã
workbook-column-name = Tên
workbook-column-unit-above = Thuộc
workbook-column-class = Loại
workbook-column-submitted-by = Đơn vị trình
workbook-column-verdict = Kết quả xét
workbook-column-reasons = Lý do
workbook-column-reasons-whole = Lý do, phép tính và ô số liệu
workbook-column-remark = Ý kiến Hội đồng
workbook-column-quota = Mức khen thưởng
workbook-column-measured = Kết quả
workbook-column-limit = Mức cho phép
workbook-column-target = Chỉ tiêu
workbook-column-goal = Mục tiêu
workbook-column-status = Tình trạng
workbook-column-id = Mã mục
workbook-column-figure = Số liệu
workbook-column-progress = Tiến độ
workbook-column-notes = Ghi chú
workbook-column-unit = Đơn vị
workbook-column-year = Năm
workbook-column-deadline = Việc phải làm
workbook-column-due = Hạn cuối
workbook-column-done = Ngày gửi
workbook-column-days-late = Số ngày trễ
workbook-column-records = Nơi ghi
workbook-column-severity = Mức độ
workbook-column-check = Phép kiểm tra
workbook-column-found = Phát hiện
workbook-column-figures = Số liệu và ô
workbook-column-clause = Căn cứ
workbook-column-file = Tệp
workbook-column-sheet = Trang
workbook-column-cell = Ô
workbook-column-remedy = Cách xử lý
workbook-column-code-of-finding = Mã loại
workbook-column-table = Bảng
workbook-column-why-skipped = Vì sao bỏ qua
workbook-column-hash = SHA-256
filing-met = đúng hạn
filing-late = trễ
filing-overdue = quá hạn chưa gửi
filing-pending = chưa đến hạn
filing-insufficient = chưa rõ

## Phép tính

yes = có
no = không
percent = { $number } %
percentage-points = { $number } điểm %
column-of-year = { $name } năm { $year }
arithmetic-count = số dòng
arithmetic-sum = tổng
arithmetic-min = nhỏ nhất
arithmetic-max = lớn nhất
arithmetic-mean = bình quân
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
missing-no-year = ghi 0, tức là không có năm
missing-no-rows = không có dòng nào để xét
missing-zero-baseline = số gốc bằng 0, không chia được
missing-fact = { $name }: { $reason }
missing-fact-at = { $name }: { $reason } ({ $places })

## Giải thích

explain-cite = Căn cứ: { $cite }
explain-table = Áp dụng cho: { $text }
explain-when = Chỉ xét khi: { $text }
explain-require = Điều kiện: { $text }
explain-count = Đếm những dòng có: { $text }
explain-of = Tính trên những dòng có: { $text }
explain-limit = Mức: { $text }
explain-measure = Số đo mỗi năm y: { $text }
explain-years = Các năm: { $text }
explain-find = Tìm báo cáo có: { $text }
explain-from = Không tính trước: { $text }
explain-before = Phải gửi trước: { $text }
explain-on-or-before = Phải gửi chậm nhất: { $text }
explain-condition = Điều kiện: { $condition }
explain-reading = Cách hiểu: { $reading }
explain-reading-confirm = Cách hiểu (Hội đồng cần xác nhận): { $reading }
explain-not-checked = Không kiểm tra bằng số liệu: { $reason }
explain-examples = Ví dụ:
explain-rows = Số liệu ở: { $places }

## Danh sách tiêu chuẩn

list-head = { $id } { $version } — { $title }
list-to-confirm = (cách hiểu cần xác nhận)
list-priority = Ưu tiên trong danh sách đề nghị:
list-quotas = Số lượng, tỷ lệ:
list-targets = Chỉ tiêu:
list-deadlines = Thời hạn:
list-checks = Kiểm tra số liệu:
list-notes = Không kiểm tra được bằng số liệu:
rules-lint-clean = Không có lỗi: { $rules } tiêu chuẩn, { $rounds } đợt xét.
rules-new-written = Đã ghi bộ tiêu chuẩn mẫu vào { $file }. Sửa tệp rồi chạy: thidua rules lint { $file }
rules-test-result = { $passed } ví dụ đúng, { $failed } sai; { $unseen } điều chưa có ví dụ.

## Tệp mẫu để điền

template-written = Đã ghi mẫu nhập vào { $file }: { $sheets }. Điền xong, chạy: thidua check { $file }
template-sheet-of-units = { $sheet } ({ $count } đơn vị)
template-font = Times New Roman
template-guide-sheet = Hướng dẫn
template-lists-sheet = Lựa chọn
template-guide-title = Mẫu nhập số liệu: { $title }
template-guide-rules = Bộ tiêu chuẩn
template-guide-round = Đợt xét
template-guide-years = Số liệu các năm
template-guide-as-of = Tính đến ngày
template-guide-set = Hằng số thay đổi
template-guide-sheets = Các trang cần điền
template-guide-of-units = { $title }. Đã ghi sẵn { $count } đơn vị, mỗi đơn vị một dòng.
template-guide-of-rows = { $title }. Tự điền, mỗi mục một dòng; kẻ sẵn { $count } dòng, cần thêm thì điền tiếp bên dưới.
template-guide-colours = Ý nghĩa màu sắc
template-guide-label = Cột nhận biết: mã, tên, đơn vị quản lý.
template-guide-asked = Cột cần điền: thiếu thì đơn vị chưa đủ căn cứ để xét.
template-guide-optional = Cột không bắt buộc.
template-guide-fixed = Ô đã ghi sẵn theo danh mục, không sửa.
template-guide-how = Cách điền
template-guide-empty = Ô trống khác số 0: Ô trống nghĩa là chưa có số liệu, và đơn vị sẽ bị coi là chưa đủ căn cứ. Không có hộ nào thì ghi 0.
template-guide-cells = Chỗ được điền: Chỉ các ô trắng. Đầu cột và ô xám bị khóa (không có mật khẩu) để bảng giữ đúng dạng; vẫn chỉnh được độ rộng cột, chiều cao dòng.
template-guide-lists = Ô có danh sách: Bấm mũi tên bên phải ô rồi chọn; không gõ chữ khác.
template-guide-numbers = Số và tiền: Chỉ gõ chữ số, không ghi kèm “hộ”, “đồng”, “triệu”. Đơn vị tính ghi trong ngoặc ở đầu cột; tiền tính bằng đồng, ghi đủ các số 0.
template-guide-percents = Tỷ lệ phần trăm: Gõ 1,5 là 1,5%, gõ 0,65 là 0,65% (đầu cột đã ghi %). Điểm phần trăm cũng gõ như vậy.
template-guide-dates = Ngày: Gõ ngày/tháng/năm, ví dụ 31/12/2025.
template-guide-codes = Mã: Giữ nguyên các số 0 ở đầu; ô mã đã định dạng văn bản.
template-guide-notes = Ghi chú đầu cột: Đưa chuột vào đầu cột có góc đỏ để xem cột nghĩa là gì, đơn vị tính và điều khoản nào dùng đến.
template-guide-shape = Giữ nguyên dạng bảng: Không đổi tên trang, không chèn cột, không thêm dòng tiêu đề hay dòng tổng cộng. Trang không thuộc phần việc của mình thì để trống.
template-yes = Có
template-no = Không
template-error-title = Giá trị chưa hợp lệ
template-error-list = Hãy chọn một mục trong danh sách của ô. Chưa có số liệu thì để trống.
template-error-whole = Chỉ điền số nguyên, từ { $least } trở lên, không kèm chữ. Chưa có số liệu thì để trống.
template-error-number = Chỉ điền số, từ { $least } trở lên, không kèm chữ. Chưa có số liệu thì để trống.
template-error-percent = Chỉ điền số từ 0 đến 100, ví dụ 1,5 nghĩa là 1,5%. Chưa có số liệu thì để trống.
template-error-date = Điền ngày theo dạng ngày/tháng/năm, từ { $first } đến { $last }.
template-error-year = Điền năm gồm bốn chữ số, từ { $first } đến { $last }.
template-error-width = Mã phải có đúng { $width } ký tự, kể cả số 0 ở đầu.
template-kind-code = Mã, ghi đúng như trong hồ sơ, giữ số 0 ở đầu.
template-kind-code-width = Mã gồm { $width } ký tự, giữ số 0 ở đầu.
template-kind-code-of = Mã của một dòng trong bảng “{ $sheet }”.
template-kind-code-of-subject = Mã của đối tượng, như trong bảng của loại đối tượng đó.
template-kind-text = Chữ.
template-kind-whole = Số nguyên từ { $least } trở lên. Đơn vị tính: { $unit }.
template-kind-number = Số từ { $least } trở lên, có thể lẻ. Đơn vị tính: { $unit }.
template-kind-percent = Tỷ lệ phần trăm, từ 0% đến 100%: gõ 1,5 là 1,5%, gõ 0,65 là 0,65%.
template-kind-words = Chọn một: { $words }.
template-kind-level = Chọn một mức, từ thấp đến cao: { $words }.
template-kind-date = Ngày, dạng ngày/tháng/năm.
template-kind-year = Năm, bốn chữ số.
template-unit-none = không có
template-unit-of-header = như ở đầu cột
template-note-years = Mỗi năm một cột: { $years }.
template-note-empty = Khi không áp dụng: để trống hoặc ghi { $words }.
template-note-optional = Không bắt buộc.
template-note-unread = Không tiêu chuẩn nào đọc cột này; dùng để nhận biết dòng.
template-note-clauses = Dùng để xét:
template-note-clause = • { $id } ({ $cite }): { $says }
template-note-more = … và { $count } mục nữa: { $ids }

table-unreadable = Không đọc được tệp: { $reason }.
    .help = Kiểm tra tệp có còn ở đó và có quyền đọc; nếu đang mở trong Excel, hãy đóng lại rồi chạy lại.
table-empty-file = Tệp rỗng, không có nội dung nào.
    .help = Có thể tệp chép hoặc tải về chưa xong. Hãy xin lại tệp từ nơi gửi.
table-too-large = Tệp lớn hơn { $limit } MB nên không đọc.
    .help = Bỏ hình ảnh và các trang không cần, hoặc lưu bảng thành CSV UTF-8, rồi chạy lại.
table-password = Tệp có mật khẩu nên không mở được.
    .help = Mở tệp bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi chạy lại.
table-old-excel = Tệp theo định dạng Excel 4 trở về trước, quá cũ nên không đọc được.
    .help = Mở tệp bằng Excel, chọn Lưu thành “Sổ làm việc Excel (.xlsx)” rồi chạy lại với tệp mới.
table-binary-workbook = Tệp là sổ làm việc nhị phân của Excel (.xlsb), không đọc được.
    .help = Mở tệp bằng Excel, chọn Lưu thành “Sổ làm việc Excel (.xlsx)” rồi chạy lại với tệp mới.
table-numbers = Tệp là bảng tính Apple Numbers, không đọc được.
    .help = Mở tệp bằng Numbers, chọn Xuất sang Excel (.xlsx) rồi chạy lại với tệp mới.
table-not-a-workbook = Cần bảng tính, nhưng đây là tài liệu { $kind }.
    .help = Chép bảng trong tài liệu sang Excel, lưu thành .xlsx rồi chạy lại với tệp mới.
table-archive = Tệp là tệp nén { $kind }, không phải bảng tính.
    .help = Giải nén rồi chạy với các tệp bên trong.
table-html = Tệp là trang web (HTML), dù tên tệp có thể ghi là Excel.
    .help = Mở tệp bằng Excel, chọn Lưu thành “Sổ làm việc Excel (.xlsx)” rồi chạy lại với tệp mới.
table-mhtml = Tệp là trang web lưu thành một tệp (MHTML), dù tên tệp có thể ghi là Excel.
    .help = Mở tệp bằng Excel, chọn Lưu thành “Sổ làm việc Excel (.xlsx)” rồi chạy lại với tệp mới.
table-spreadsheet-xml = Tệp là bảng tính XML của Excel 2003, không đọc được.
    .help = Mở tệp bằng Excel, chọn Lưu thành “Sổ làm việc Excel (.xlsx)” rồi chạy lại với tệp mới.
table-pdf = Tệp là PDF, không phải bảng tính.
    .help = Xin nơi gửi tệp Excel gốc; không đọc số liệu từ PDF.
table-other-kind = Cần bảng Excel hoặc CSV, nhưng tệp thuộc loại { $kind }.
    .help = Xin nơi gửi bảng ở dạng .xlsx hoặc CSV UTF-8.
table-broken-utf-16 = Tệp văn bản UTF-16 bị hỏng: có chữ bị cắt đôi.
    .help = Mở tệp bằng Excel, chọn Lưu thành “CSV UTF-8” (hoặc .xlsx) rồi chạy lại với tệp mới.
table-nul-byte = Dòng { $line } có byte NUL, nên tệp không phải văn bản UTF-8.
    .help = Mở tệp bằng Excel, chọn Lưu thành “CSV UTF-8” (hoặc .xlsx) rồi chạy lại; nếu chắc là UTF-16, thêm --encoding utf-16.
table-not-utf-8 = Dòng { $line } có chữ không thuộc bảng mã UTF-8 (byte thứ { $byte }, tính từ 0).
    .help = Mở tệp bằng Excel, dùng Unikey chuyển mã sang Unicode, lưu thành “CSV UTF-8” rồi chạy lại; nếu biết bảng mã, ghi --encoding tcvn3, vni hoặc windows-1258.
table-uncertain-letters = Chữ trong bảng có vẻ theo bảng mã { $encoding } (ví dụ “{ $example }” là “{ $read_as }”) nhưng không chắc chắn, nên chưa đọc.
    .help = Mở bằng Excel, dùng Unikey chuyển mã sang Unicode, lưu lại (CSV thì chọn “CSV UTF-8”) rồi chạy lại; nếu biết chắc bảng mã của tệp CSV, ghi --encoding.
table-wrong-encoding = Tệp không theo bảng mã { $encoding } như --encoding đã nêu: nội dung là UTF-8.
    .help = Bỏ --encoding để bảng mã được tự nhận ra, hoặc chỉ chạy với các tệp đúng bảng mã đó.
table-windows-1258 = Tệp theo bảng mã Windows-1258; đã chuyển sang Unicode.
    .help = Xem lại vài tên trong bảng; nếu sai, ghi bảng mã đúng bằng --encoding.
table-converted = { $cells } ô theo bảng mã { $encoding }; đã chuyển sang Unicode.
    .help = Xem lại vài tên trong bảng. Chữ hoa có dấu của phông .VnTimeH có thể thành chữ thường; khi so tên không phân biệt hoa thường.
table-mixed-letters = Có ô ghi bằng Unicode lẫn trong chữ { $encoding }, nên { $cells } ô chưa chắc là chữ nào: “{ $example }” đã được đọc là “{ $read_as }”.
    .help = Kiểm tra các ô ấy; chuyển cả trang sang Unicode rồi chạy lại thì chắc chắn.
table-odd-letters = { $words } từ giống bảng mã { $encoding } lẫn trong bảng đã theo Unicode, ví dụ “{ $example }”; được giữ nguyên.
    .help = Mở bằng Excel, tìm các ô đó, dùng Unikey chuyển mã sang Unicode rồi lưu lại.
table-formulas = { $cells } ô là công thức; dùng kết quả đã lưu trong tệp.
    .help = Nếu tệp lấy số từ tệp khác, mở bằng Excel, để tính lại rồi lưu trước khi chạy.
table-days-from-1904 = Tệp tính ngày từ năm 1904 (Excel của máy Mac); { $cells } ô ngày đã tính theo cách đó.
    .help = Đối chiếu vài ngày với Excel; nếu lệch khoảng bốn năm, số liệu đã được chép từ tệp tính ngày từ 1900.
table-unclosed-quote = Dấu ngoặc kép mở ở dòng { $line } không được đóng đúng chỗ, nên các dòng sau bị nuốt vào một ô.
    .help = Mở tệp bằng trình soạn văn bản, sửa dấu ngoặc kép ở dòng { $line } rồi chạy lại. Chưa dùng dòng nào của tệp này.
table-long-row = Dòng { $line } dài hơn { $limit } KB nên không phải một dòng của bảng.
    .help = Kiểm tra tệp có đúng là CSV và có xuống dòng giữa các hàng.
table-wide-row = Dòng { $line } có hơn { $limit } ô, nhiều hơn một bảng tính có thể chứa.
    .help = Kiểm tra tệp có đúng là CSV và có xuống dòng giữa các hàng.
table-corrupt = Tệp Excel bị hỏng (bộ đọc báo: { $detail }).
    .help = Mở tệp bằng Excel để sửa và lưu lại, hoặc xin lại tệp từ nơi gửi. Chưa dùng số liệu nào của tệp này.
table-cut-off = Tệp hỏng (zip): thiếu phần cuối, bị cắt ở phần “{ $part }”.
    .help = Có thể tệp chép hoặc tải về chưa xong. Hãy xin lại tệp từ nơi gửi. Chưa dùng số liệu nào của tệp này.
table-broken-part = Tệp hỏng (zip): phần “{ $part }” bên trong bị thiếu, bị cắt cụt hoặc sai nội dung.
    .help = Mở tệp bằng Excel để sửa và lưu lại, hoặc xin lại tệp từ nơi gửi. Chưa dùng số liệu nào của tệp này.
table-broken-compound = Tệp hỏng (.xls): các phần bên trong không nối được với nhau hoặc bị cắt cụt.
    .help = Mở tệp bằng Excel để sửa và lưu thành .xlsx, hoặc xin lại tệp từ nơi gửi. Chưa dùng số liệu nào của tệp này.
table-broken-record = Tệp hỏng (.xls): nội dung sai ở byte thứ { $byte } của sổ làm việc.
    .help = Mở tệp bằng Excel để sửa và lưu thành .xlsx, hoặc xin lại tệp từ nơi gửi. Chưa dùng số liệu nào của tệp này.
table-two-workbooks = Tệp .xls chứa hai sổ làm việc, nên không biết sổ nào đúng.
    .help = Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp .xlsx mới.
table-code-page = Tệp .xls có chữ theo bảng mã số { $page }; không biết bảng mã này nên không đọc được.
    .help = Mở tệp bằng Excel, chọn Lưu thành “Sổ làm việc Excel (.xlsx)” rồi chạy lại với tệp mới.
table-absent-text = Ô { $cell } chỉ đến một đoạn chữ không có trong tệp.
    .help = Mở tệp bằng Excel, kiểm tra ô { $cell } rồi lưu thành tệp .xlsx mới.
table-reader-failed = Tệp Excel bị hỏng đến mức bộ đọc phải dừng ({ $detail }).
    .help = Mở tệp bằng Excel rồi lưu thành tệp .xlsx mới, hoặc xin lại tệp từ nơi gửi.
table-too-many-parts = Tệp có { $parts } phần bên trong, nhiều hơn giới hạn { $limit }, nên không mở để bảo đảm an toàn.
    .help = Hỏi lại nơi gửi; chép số liệu sang sổ làm việc mới rồi lưu thành .xlsx.
table-same-part = Tệp có hai phần cùng tên “{ $part }” bên trong, nên không biết phần nào đúng.
    .help = Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp .xlsx mới.
table-part-outside = Tệp có phần tên “{ $part }” trỏ ra ngoài tệp, nên không mở để bảo đảm an toàn.
    .help = Hỏi lại nơi gửi; chép số liệu sang sổ làm việc mới rồi lưu thành .xlsx.
table-overlapping-part = Phần “{ $part }” của tệp nằm chồng lên phần khác, nên không mở để bảo đảm an toàn.
    .help = Hỏi lại nơi gửi; chép số liệu sang sổ làm việc mới rồi lưu thành .xlsx.
table-unusual-part = Tệp Excel để phần “{ $part }” ở chỗ khác thường, nên có thể đọc sai số liệu.
    .help = Mở tệp bằng Excel, lưu thành tệp .xlsx mới rồi chạy lại.
table-zip-bomb = Phần “{ $part }” của tệp phình to bất thường khi giải nén, nên không mở để bảo đảm an toàn.
    .help = Hỏi lại nơi gửi; nếu tệp là thật, chép số liệu sang sổ làm việc mới rồi lưu thành .xlsx.
table-xml-entities = Phần “{ $part }” của tệp có khai báo thực thể (DTD), nên không mở để bảo đảm an toàn.
    .help = Mở tệp bằng Excel, lưu thành tệp .xlsx mới; nếu không mở được, hỏi lại nơi gửi.
table-xml-bounds = Phần “{ $part }” của tệp lồng quá sâu hoặc có đoạn quá dài, nên không mở để bảo đảm an toàn.
    .help = Mở tệp bằng Excel, lưu thành tệp .xlsx mới; nếu không mở được, hỏi lại nơi gửi.
table-false-count = Phần “{ $part }” của tệp khai có { $promised } đoạn chữ nhưng chỉ có { $found }.
    .help = Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp .xlsx mới.
table-too-much-text = Chữ trong tệp chiếm hơn { $limit } MB bộ nhớ, quá nhiều để đọc.
    .help = Bỏ các trang, cột không cần, hoặc chia bảng thành nhiều tệp.
table-no-sheet = Tệp không có trang tính nào.
    .help = Kiểm tra lại tệp hoặc xin lại tệp từ nơi gửi.
table-too-many-sheets = Tệp có hơn { $limit } trang tính, nên không mở để bảo đảm an toàn.
    .help = Hỏi lại nơi gửi; chép số liệu sang sổ làm việc mới rồi lưu thành .xlsx.
table-same-sheet = Tệp có hai trang tính cùng tên “{ $sheet }”.
    .help = Mở tệp bằng Excel, đặt lại tên một trang rồi lưu lại.
table-absent-sheet = Tệp không có trang tính được yêu cầu.
    .help = Xem lại tên trang tính đã ghi.
table-sheets-lost = Tệp có { $found } trang tính nhưng chỉ đọc được { $read }.
    .help = Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp .xlsx mới. Chưa dùng số liệu nào của tệp này.
table-cells-lost = Đếm riêng thì trang tính có { $found } giá trị, nhưng đọc được { $read }, nên số liệu không đáng tin.
    .help = Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp .xlsx mới. Chưa dùng số liệu nào của trang này.
table-perhaps-cut = Trang tính đầy đến hàng { $rows }, hàng cuối cùng mà loại tệp này chứa được; số liệu có thể bị cắt.
    .help = Kiểm tra bảng gốc có nhiều hàng hơn không; nếu có, chia bảng thành nhiều tệp.
table-duplicate-row = Hàng { $row } có hai lần trong trang tính, nên không biết hàng nào đúng.
    .help = Mở tệp bằng Excel, kiểm tra hàng { $row } rồi lưu thành tệp .xlsx mới.
table-rows-out-of-order = Hàng { $row } không đứng đúng thứ tự trong trang tính, nên tệp không đáng tin.
    .help = Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp .xlsx mới.
table-duplicate-cell = Ô { $cell } có hai lần trong trang tính, nên không biết giá trị nào đúng.
    .help = Mở tệp bằng Excel, kiểm tra ô { $cell } rồi lưu thành tệp .xlsx mới.
table-cells-out-of-order = Ô { $cell } không đứng đúng thứ tự trong trang tính, nên tệp không đáng tin.
    .help = Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp .xlsx mới.
table-cell-outside = Trang tính có ô ở hàng { $row }, cột thứ { $column }, vượt ra ngoài ô cuối cùng XFD1048576.
    .help = Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp .xlsx mới.
table-unknown-error-cell = Trang tính có ô báo lỗi lạ “{ $literal }”, ở ô { $from } hoặc sau đó.
    .help = Mở tệp, tìm và sửa ô báo lỗi đó, lưu lại rồi chạy lại.
table-heavy-row = Hàng { $row } chứa hơn { $limit } MB chữ nên không phải một hàng của bảng.
    .help = Kiểm tra hàng đó, bỏ phần chữ thừa rồi lưu lại.
table-too-many-cells = Tệp có hơn { $limit } ô, quá lớn để đọc.
    .help = Xóa các hàng, cột thừa ngoài bảng, hoặc chia bảng thành nhiều tệp.

## Tệp bộ tiêu chuẩn: cách viết và khai báo

rule-not-utf8 = Tệp không phải văn bản Unicode (UTF-8): dòng { $line }, byte thứ { $offset }.
    .help = Lưu lại tệp với bảng mã UTF-8.
rule-too-large = Tệp có { $size } byte, nhiều nhất được { $limit } byte.
    .help = Bỏ bớt những gì không cần hoặc tách thành nhiều bộ tiêu chuẩn.
rule-empty-file = Tệp không có nội dung.
    .help = Viết bộ tiêu chuẩn vào tệp, bắt đầu bằng “format: 1”.
rule-yaml-syntax = Chỗ này không đúng cú pháp YAML.
    .help = Xem lại thụt lề, dấu hai chấm, dấu ngoặc và dấu nháy ở dòng này và dòng ngay trên nó (bộ đọc YAML báo: { $detail }).
rule-tab = Dòng này thụt lề bằng phím Tab, YAML chỉ nhận dấu cách.
    .help = Thay mỗi Tab bằng hai dấu cách.
rule-needs-quotes = Giá trị ở dòng này phải đặt trong dấu nháy, nếu không YAML hiểu sai.
    .help = Viết { $quoted } rồi chạy lại.
rule-comma-needs-quotes = Dấu phẩy cắt rời “{ $text }” khỏi phần chữ đứng trước nó.
    .help = Đặt cả phần chữ có dấu phẩy trong dấu nháy. Với số thập phân thì dùng dấu chấm.
rule-several-documents = Tệp có hơn một tài liệu YAML; tài liệu thứ hai bắt đầu ở đây.
    .help = Mỗi tệp chỉ chứa một bộ tiêu chuẩn: bỏ dòng “---” hoặc “...” và phần sau nó.
rule-duplicate-key = Khóa “{ $key }” viết hai lần ở cùng một chỗ.
    .help = Giữ một, bỏ một; lần thứ nhất ở vị trí thứ hai nêu trên.
rule-key-not-text = Khóa phải là chữ, nhưng ở đây là danh sách, nhóm khóa hoặc để trống.
    .help = Viết khóa là một từ, sau nó là dấu hai chấm.
rule-merge-key = “<<” (gộp khóa) không dùng được trong bộ tiêu chuẩn.
    .help = Chép các khóa cần dùng vào đây.
rule-tag = “{ $tag }” là thẻ kiểu của YAML, bộ tiêu chuẩn không dùng thẻ.
    .help = Bỏ thẻ đi. Nếu dấu “!” là một phần của chữ, đặt cả giá trị trong dấu nháy.
rule-unknown-alias = “*{ $name }” trỏ tới “&{ $name }”, nhưng trước đó không có.
    .help = Sửa tên. Nếu dấu “*” là một phần của chữ, đặt cả giá trị trong dấu nháy.
rule-alias-loop = “*{ $name }” nằm ngay trong phần mà “&{ $name }” đánh dấu.
    .help = Bỏ chỗ tự trỏ về mình này.
rule-alias-bomb = Các chỗ dùng lại bằng “*” nhân lên quá { $limit } mục.
    .help = Bớt các chỗ “*” lồng nhau.
rule-unused-anchor = “&{ $name }” không được dùng lại ở đâu, và không thuộc về phần chữ đứng sau nó.
    .help = Bỏ đi. Nếu dấu “&” là một phần của chữ, đặt cả giá trị trong dấu nháy.
rule-too-nested = Lồng nhau quá { $limit } tầng.
    .help = Bớt số tầng ngoặc hoặc thụt lề.
rule-too-many = Một danh sách hoặc nhóm khóa có hơn { $limit } mục.
    .help = Bỏ bớt hoặc chia ra.
rule-more-problems = Còn { $count } lỗi nữa không nêu ở đây.
    .help = Sửa các lỗi đã nêu rồi chạy lại.

rule-wrong-shape = Chỗ này phải là { $expected }, nhưng lại là { $found }.
    .help = Viết lại thành { $expected }.
rule-missing-key = Thiếu khóa “{ $key }”.
    .help = Thêm “{ $key }: …” vào đây.
rule-unknown-key = Ở đây không có khóa “{ $key }”.
    .help = Có thể phải viết: { $known }.
rule-empty-value = Giá trị để trống.
    .help = Viết nội dung vào, hoặc bỏ cả khóa nếu không bắt buộc.
rule-not-a-boolean = Chỗ này phải là true (có) hoặc false (không), nhưng ghi “{ $value }”.
    .help = Viết true hoặc false, không có dấu nháy.
rule-not-a-number = Chỗ này phải là số, nhưng ghi “{ $value }”.
    .help = Viết như 2000, 2_000, 0.96, 40%, 100 triệu hoặc 1.5 tỷ; phần thập phân sau dấu chấm, không dùng dấu phẩy, không có số 0 ở đầu.
rule-not-in-range = Chỗ này phải là số nguyên từ { $low } đến { $high }, nhưng ghi “{ $value }”.
    .help = Sửa số cho đúng.
rule-not-a-date = Chỗ này phải là ngày, nhưng ghi “{ $value }”.
    .help = Viết năm-tháng-ngày, ví dụ 2022-09-16.

rule-unknown-format = Chương trình này đọc “format: 1”, nhưng tệp ghi “format: { $value }”.
    .help = Viết “format: 1”, hoặc dùng phiên bản chương trình đọc được định dạng này.
rule-unnamed-source = Văn bản này không có tên và cũng không có số hiệu.
    .help = Thêm “title” hoặc “number”.
rule-empty-validity = Ngày hết hiệu lực đứng trước ngày có hiệu lực.
    .help = Sửa “from” hoặc “to”.
rule-mixed-group = Một nhóm chỉ có “all” hoặc “any”, nhưng ở đây có: { $keys }.
    .help = Tách ra: một nhóm cho “all”, một nhóm cho “any”, mỗi tiêu chuẩn là một mục riêng trong nhóm.
rule-missing-one-of = Ở đây phải có một trong các khóa: { $keys }.
    .help = Ghi thêm đúng một khóa trong số đó.
rule-only-one-of = Các khóa sau không đi cùng nhau: { $keys }.
    .help = Giữ lại một khóa.
rule-unknown-word = Không có giá trị “{ $value }” ở chỗ này.
    .help = Dùng một trong các giá trị: { $known }.
rule-complete-without-roster = Bảng “{ $table }” không có danh mục đơn vị, nên không biết khi nào là đủ.
    .help = Thêm roster cho bảng ấy, hoặc bỏ complete.
rule-not-a-list = Khóa của bảng “{ $table }” không nêu đối tượng, nên bảng không phải danh sách đề nghị.
    .help = Khóa của danh sách gồm một cột lựa chọn nêu tên bảng và một cột mã trỏ vào cột ấy (of).
rule-exceeds-without-goal = Có mức vượt mà không có mức phải đạt.
    .help = Thêm at_least, at_most, more_than hoặc less_than; hoặc bỏ exceeds.
rule-empty-group = Nhóm này không có tiêu chuẩn nào.
    .help = Thêm tiêu chuẩn vào, hoặc bỏ nhóm.
rule-no-rules = Bộ tiêu chuẩn không có tiêu chuẩn nào.
    .help = Thêm ít nhất một tiêu chuẩn vào “criteria”.
rule-unknown-verdict = “{ $value }” không phải kết quả của một tiêu chuẩn.
    .help = Có thể phải viết: { $known }.
rule-duplicate-id = Mã “{ $id }” dùng cho hai mục.
    .help = Đổi mã của một trong hai; mục kia ở vị trí thứ hai nêu trên.

rule-base-missing = Không có bộ tiêu chuẩn “{ $base }” mà bộ này mở rộng: không đọc được tệp nào như vậy ở bên cạnh ({ $reason }), chương trình cũng không kèm sẵn bộ nào có mã đó.
    .help = Đặt tệp cạnh tệp này, hoặc ghi mã của bộ kèm sẵn: { $known }.
rule-extends-itself = Bộ tiêu chuẩn này mở rộng chính nó: “{ $base }” là chính tệp này.
    .help = Ghi một bộ tiêu chuẩn khác sau “extends”, hoặc bỏ khóa này.
rule-base-extends = “{ $base }” lại mở rộng “{ $other }”; chỉ được mở rộng bộ tiêu chuẩn không mở rộng bộ nào khác.
    .help = Mở rộng “{ $other }” và chép vào đây phần cần dùng của “{ $base }”.
rule-base-same-id = Bộ tiêu chuẩn này trùng mã “{ $id }” với bộ mà nó mở rộng; báo cáo sẽ không phân biệt được hai bộ.
    .help = Đặt cho bộ này một mã riêng.
rule-joined-otherwise = Ở đây tiêu chuẩn của “{ $table }” được nối bằng “{ $here }”, còn trong bộ được mở rộng là “{ $base }”.
    .help = Ghi “{ $base }”; nhóm nối cách khác là một mục bên trong: - { $here }: […].
rule-unknown-drop = Không bỏ được “{ $id }”: bộ được mở rộng không có mục này ở đây.
    .help = Có thể ý bạn là: { $known }.
rule-drop-not-alone = Mục dùng để bỏ chỉ có “id” và “drop: true”, không có gì khác.
    .help = Ghi {"{ id: …, drop: true }"}, hoặc bỏ “drop”.
rule-drop-out-of-place = Ở đây không có gì để bỏ.
    .help = “drop: true” chỉ đứng ngay trong danh sách hoặc tiêu chuẩn của bảng, ở bộ tiêu chuẩn mở rộng bộ khác, không đứng trong nhóm. Hãy xóa mục này.

rule-bad-name = “{ $name }” không dùng làm tên được.
    .help = Tên gồm chữ cái, chữ số và “_”, bắt đầu bằng chữ cái hoặc “_”, không có dấu cách hay dấu gạch ngang.
rule-reserved-name = “{ $name }” là từ dành riêng, không dùng làm tên được.
    .help = Đặt tên khác.
rule-name-hides = “{ $name }” vừa là { $here } vừa là { $there }, điều kiện không phân biệt được.
    .help = Đổi tên một trong hai.
rule-name-column = cột
rule-name-derived = cột tính ra
rule-name-constant = hằng số
rule-name-year = mốc năm của đợt xét
rule-name-set = số của đợt xét
rule-name-table = bảng
rule-name-scale = thang xếp loại
rule-name-choices = danh mục lựa chọn
rule-no-columns = Bảng “{ $table }” không có cột nào.
    .help = Khai báo các cột trong “columns”.
rule-unknown-type = Không có kiểu cột “{ $value }”.
    .help = Có thể phải viết: { $known }.
rule-key-not-for-type = Cột kiểu “{ $kind }” không có khóa “{ $key }”.
    .help = Bỏ khóa này hoặc đổi kiểu cột.
rule-unknown-reference = “{ $value }” không phải bảng, cũng không phải cột của bảng này.
    .help = Có thể phải viết: { $known }.
rule-reference-not-choice = Cột “{ $column }” không phải cột lựa chọn (choice), nên không cho biết mã thuộc bảng nào.
    .help = Trỏ tới một cột kiểu choice có các lựa chọn là tên bảng, hoặc trỏ thẳng tới một bảng.
rule-choice-not-table = Lựa chọn “{ $term }” phải là tên một bảng, vì có cột mã trỏ theo nó.
    .help = Có thể phải viết: { $known }.
rule-reference-without-key = Không trỏ tới bảng “{ $table }” được vì khóa của bảng không phải là đúng một cột.
    .help = Khai báo “key” của bảng đó là một cột mã, hoặc bỏ “of”.
rule-unknown-scale = Không có thang xếp loại “{ $value }”.
    .help = Có thể phải viết: { $known }. Thang được khai báo trong “scales”.
rule-unknown-choices = Không có danh mục lựa chọn “{ $value }”.
    .help = Có thể phải viết: { $known }. Danh mục được khai báo trong “choices”.
rule-unknown-unit = Không có đơn vị tính “{ $value }”.
    .help = Có thể phải viết: { $known }. Đơn vị tính được khai báo trong “units”.
rule-by-not-year = “by” chỉ nhận “year” (mỗi năm một giá trị), nhưng ghi “{ $value }”.
    .help = Viết “by: year”, hoặc bỏ khóa “by”.
rule-unknown-key-column = Bảng không có cột “{ $value }” để làm khóa.
    .help = Có thể phải viết: { $known }.
rule-key-by-year = Cột “{ $column }” có giá trị từng năm nên không làm khóa được.
    .help = Chọn cột khác làm khóa, hoặc bỏ “by: year” của cột này.
rule-key-twice = Khóa của bảng ghi cột “{ $column }” hai lần.
    .help = Bỏ một lần.
rule-header-twice = Tiêu đề “{ $header }” của cột “{ $column }” cũng là của cột “{ $other }”.
    .help = Mỗi tiêu đề chỉ dùng cho một cột trong bảng: đổi hoặc bỏ một trong hai.
rule-sheet-twice = Tên trang “{ $sheet }” của bảng “{ $table }” cũng là của bảng “{ $other }”.
    .help = Mỗi tên trang chỉ dùng cho một bảng: đổi hoặc bỏ một trong hai.
rule-term-twice = Tên “{ $name }” của “{ $term }” cũng là của “{ $other }”.
    .help = Mỗi tên chỉ dùng cho một mức hoặc một lựa chọn: đổi hoặc bỏ một trong hai.
rule-no-terms = “{ $name }” không có mức hoặc lựa chọn nào.
    .help = Khai báo ít nhất một, theo dạng “MÃ: [tên, tên khác]”.
rule-roster-unreadable = Không đọc được danh mục đơn vị “{ $file }”: { $reason }.
    .help = Đặt tệp cạnh bộ tiêu chuẩn, đúng tên đã ghi.
rule-roster-row = Dòng { $line } của danh mục đơn vị “{ $file }” không đọc được hoặc thiếu mã, thiếu tên.
    .help = Sửa dòng đó; tệp là CSV, bảng mã UTF-8, mỗi dòng đủ số ô như dòng tiêu đề.
rule-roster-column = Danh mục đơn vị “{ $file }” thiếu cột “{ $column }”.
    .help = Thêm “{ $column }” vào dòng đầu và ghi giá trị ở từng dòng.
rule-roster-day = Dòng { $line } của danh mục đơn vị “{ $file }”: “{ $value }” ở cột “{ $column }” không phải là ngày.
    .help = Ghi theo dạng 2022-10-01, hoặc để trống.
rule-roster-same-code = Dòng { $line } của danh mục đơn vị “{ $file }” lặp lại mã { $code } mà không rõ dòng nào mới hơn.
    .help = Bỏ một dòng; nếu đơn vị đổi tên, ghi ngày bắt đầu vào cột “valid_from” của dòng mới.
rule-roster-parent = Trong danh mục đơn vị “{ $file }”, đơn vị { $code } thuộc { $parent }, là mã không có trong danh mục.
    .help = Sửa cột “parent” hoặc thêm đơn vị { $parent }.
rule-roster-empty = Danh mục đơn vị “{ $file }” không có đơn vị nào.
    .help = Ghi mỗi đơn vị một dòng dưới dòng tiêu đề.
rule-unknown-level = Danh mục đơn vị không có cấp “{ $value }”.
    .help = Có thể phải viết: { $known }.
rule-roster-key = Bảng “{ $table }” có danh mục đơn vị nhưng khóa không phải là đúng một cột mã.
    .help = Khai báo “key” là một cột kiểu code.
rule-rounds-differ = Đợt xét “{ $round }” và đợt xét “{ $other }” không đặt cùng các tên: { $names }.
    .help = Đặt mỗi tên này trong cả hai đợt, cùng là năm hoặc cùng là số.
rule-unknown-round = Không có đợt xét “{ $value }”.
    .help = Có thể phải viết: { $known }.
rule-round-not-chosen = Bộ tiêu chuẩn có nhiều đợt xét nhưng chưa chọn đợt nào: { $rounds }.
    .help = Chọn một đợt bằng --round, hoặc ghi “default_round” trong bộ tiêu chuẩn.
rule-percent-with-unit = Hằng số “{ $name }” là tỷ lệ phần trăm nên không có đơn vị tính.
    .help = Bỏ “unit”, hoặc bỏ dấu “%”.
rule-unknown-table = Không có bảng “{ $value }”.
    .help = Có thể phải viết: { $known }. Bảng được khai báo trong “tables”.

rule-shape-text = chữ
rule-shape-list = danh sách
rule-shape-mapping = nhóm khóa
rule-shape-nothing = chỗ trống
rule-shape-wording = chữ hoặc nhóm khóa vi, en
rule-shape-expression = biểu thức
rule-shape-boolean = true hoặc false
rule-shape-number = số
rule-shape-date = ngày
rule-shape-cell = một giá trị hoặc nhóm giá trị theo năm

## Đọc số liệu

fact-not-a-number = Cột “{ $column }” cần một số, nhưng ô ghi “{ $value }”.
    .help = Sửa ô thành số rồi chạy lại.
fact-two-readings = Cột “{ $column }”: “{ $value }” có hai cách đọc: { $thousands } nếu dấu ấy ngăn hàng nghìn, { $decimal } nếu dấu ấy đứng trước phần lẻ.
    .help = Viết lại ô thành số trong Excel, hoặc viết rõ phần thập phân, để chỉ còn một cách đọc.
fact-fraction = Cột “{ $column }” chỉ nhận số nguyên, nhưng ô ghi “{ $value }”.
    .help = Sửa ô thành số nguyên.
fact-negative = Cột “{ $column }” không nhận số âm, nhưng ô ghi “{ $value }”.
    .help = Sửa ô thành số không âm.
fact-below-minimum = Cột “{ $column }” cần từ { $minimum } trở lên, nhưng ô ghi “{ $value }”.
    .help = Sửa ô cho đúng mức tối thiểu.
fact-scaled-twice = Cột “{ $column }”: ô ghi “{ $value }” trong khi cả cột đã tính theo { $unit }.
    .help = Chỉ ghi đơn vị một lần: ở đầu cột hoặc ở trong ô.
fact-percent-in-number = Cột “{ $column }” cần một số, không phải phần trăm, nhưng ô ghi “{ $value }”.
    .help = Ghi số, bỏ dấu phần trăm.
fact-above-100-percent = Cột “{ $column }”: “{ $value }” vượt quá 100 %.
    .help = Kiểm tra lại tỷ lệ, nhất là dấu thập phân.
fact-error-cell = Cột “{ $column }”: ô báo lỗi “{ $value }”.
    .help = Mở tệp bằng Excel, sửa công thức của ô rồi lưu lại.
fact-formula-without-value = Cột “{ $column }”: ô là công thức chưa được tính, trong tệp không có kết quả.
    .help = Mở tệp bằng Excel để tính, lưu lại rồi chạy lại.
fact-not-finite = Cột “{ $column }”: ô ghi “{ $value }”, không phải một số.
    .help = Sửa ô thành số; lỗi này thường do chương trình xuất tệp.
fact-no-day-number = Cột “{ $column }”: ô có định dạng ngày giờ, nhưng số “{ $value }” không phải ngày nào.
    .help = Mở tệp bằng Excel, đổi định dạng của ô hoặc ghi lại ngày.
fact-day-in-number = Cột “{ $column }” cần một số, nhưng ô hiện ra ngày { $value }.
    .help = Mở tệp bằng Excel, đổi định dạng của ô từ ngày sang số.
fact-number-in-date = Cột “{ $column }” cần một ngày, nhưng ô ghi số { $value }.
    .help = Nếu là ngày { $day }, đổi định dạng của ô sang ngày; nếu không, ghi lại ngày/tháng/năm.
fact-no-such-day = Cột “{ $column }”: không có ngày “{ $value }” trong lịch.
    .help = Ghi theo thứ tự ngày/tháng/năm và kiểm tra số ngày của tháng.
fact-short-year = Cột “{ $column }”: năm trong “{ $value }” chỉ có hai chữ số, nên không rõ năm nào.
    .help = Ghi năm bằng bốn chữ số, ví dụ 31/12/2022.
fact-year-outside = Cột “{ $column }”: “{ $value }” có năm ngoài khoảng { $first }–{ $last }.
    .help = Sửa năm cho đúng.
fact-not-a-date = Cột “{ $column }” cần một ngày như 31/12/2022, nhưng ô ghi “{ $value }”.
    .help = Ghi ngày theo dạng ngày/tháng/năm.
fact-not-a-year = Cột “{ $column }” cần một năm như 2022, nhưng ô ghi “{ $value }”.
    .help = Ghi năm bằng bốn chữ số.
fact-not-yes-no = Cột “{ $column }” cần Có hoặc Không, nhưng ô ghi “{ $value }”.
    .help = Ghi Có hoặc Không.
fact-unknown-term = Cột “{ $column }” không có mức “{ $value }”.
    .help = Dùng một trong các mức: { $known }.
fact-misspelt-term = Cột “{ $column }” không có mức “{ $value }”.
    .help = Có phải “{ $nearest }” không? Nếu phải, sửa ô cho đúng.
fact-not-a-code = Cột “{ $column }” cần một mã, nhưng ô ghi “{ $value }”.
    .help = Ghi mã dưới dạng chữ, đủ các chữ số.
fact-width = Cột “{ $column }” cần mã đủ { $width } ký tự, nhưng ô ghi “{ $value }”.
    .help = Có thể các số 0 ở đầu đã mất; định dạng cột là Văn bản rồi ghi lại mã.
fact-scientific-code = Cột “{ $column }”: mã bị rút thành “{ $value }”, đã mất chữ số.
    .help = Lấy lại mã từ tệp gốc; định dạng cột là Văn bản trước khi ghi mã và lưu CSV.
fact-long-code = Cột “{ $column }”: mã “{ $value }” lưu dưới dạng số dài hơn 15 chữ số, đã mất chữ số cuối.
    .help = Định dạng cột là Văn bản rồi ghi lại mã từ giấy tờ gốc.
fact-leading-zero = Cột “{ $column }”: mã { $value } lưu dưới dạng số, trong khi mã khác có số 0 ở đầu và dài { $width } chữ số, nên không rõ có mất số 0 không.
    .help = Định dạng cột là Văn bản rồi ghi lại mã đủ các số 0.
fact-percent-scale = Cột “{ $column }”: { $value } có hai cách đọc, { $percent } % hoặc { $other_percent } %; { $cells } ô như vậy.
    .help = Ghi thêm % vào đầu cột, hoặc định dạng các ô là phần trăm.
fact-missing-column = Bảng “{ $table }” thiếu cột: { $columns }. Các đầu cột tìm thấy: { $found }.
    .help = Thêm cột với một trong các đầu cột sau (cột theo năm thì ghi cả năm): { $headers }.
fact-padded = Cột “{ $column }”: { $cells } mã lưu dưới dạng số đã được thêm lại số 0 ở đầu cho đủ độ dài.
    .help = Để chắc chắn, định dạng cột là Văn bản.
fact-nought-for-year = Cột “{ $column }”: { $cells } ô ghi 0, được hiểu là “không có năm”: không phải năm nào mà quy tắc đòi hỏi, cũng không sau một năm nào.
    .help = Nếu 0 có nghĩa là chưa biết năm thì để trống ô đó.
fact-beyond-headers = { $rows } dòng có ô không để trống ở bên phải đầu cột cuối cùng; các ô đó không được dùng. Nếu dòng bị lệch cột thì số liệu của dòng đã bị hiểu theo đầu cột khác.
    .help = Xem các ô đã nêu: nếu dòng thừa một ô hoặc thừa dấu phân cách (như dấu phẩy trong “1,090”) thì sửa dòng cho đúng cột; nếu là ghi chú thì đặt đầu cột cho nó.
fact-day-month-doubt = Cột “{ $column }” có cả ngày ghi bằng chữ và ngày của Excel; { $cells } ngày như { $value } có thể vốn là { $other }.
    .help = Excel tiếng Anh đọc tháng trước ngày. Đối chiếu các ô này với giấy tờ; nếu đúng thì không cần sửa.
fact-extra-columns = Các cột sau không thuộc bảng nên không được dùng: { $columns }.
    .help = Nếu cột cần dùng, sửa đầu cột cho đúng tên; nếu không thì bỏ qua.
fact-scaled = Các cột { $columns } được nhân với { $factor } theo đơn vị tính ghi trong bảng.
    .help = Kiểm tra lại đơn vị tính nếu số liệu không đúng.
fact-other-unit = Phía trên bảng ghi “{ $text }” nhưng cột “{ $header }” không tính bằng đơn vị này, nên không rõ các số là gì.
    .help = Sửa lại dòng đơn vị tính, hoặc ghi đơn vị vào từng đầu cột, ví dụ “{ $header } (hộ)”.
fact-two-units = Cột “{ $column }” có hai đơn vị tính: “{ $first }” và “{ $second }”.
    .help = Chỉ để một đơn vị tính.
fact-two-columns = Hai cột cùng chỉ “{ $column }”: “{ $first }” và “{ $second }”.
    .help = Bỏ hoặc đổi tên một trong hai cột.
fact-under-neighbour = Ô này ghi “{ $value }” dưới phần bên phải của đầu cột gộp “{ $column }”, nên không rõ là số nào; ô không được dùng.
    .help = Chuyển giá trị vào cột bên trái, hoặc tách đầu cột gộp thành hai cột có tên riêng.
fact-two-years = Đầu cột “{ $header }” có hai năm.
    .help = Chỉ để một năm trong đầu cột.
fact-year-missing = Không rõ các cột sau là của năm nào: { $headers }.
    .help = Ghi năm vào đầu cột, tên trang, tiêu đề hoặc tên tệp.
fact-several-years = Không rõ các cột sau là của năm nào: { $headers }. “{ $texts }” có nhiều năm: { $years }.
    .help = Ghi năm của số liệu vào đầu cột, hoặc chỉ để một năm trong tên trang, tiêu đề.
fact-year-doubt = “{ $text }” ghi “{ $words }” nên năm ở đó không được lấy làm năm của các cột: { $headers }.
    .help = Nếu là số liệu thực tế cuối năm, ghi năm vào từng đầu cột (ví dụ “Số hộ nghèo năm 2025”) hoặc sửa lại tiêu đề, tên trang, tên tệp; nếu không phải thì bỏ trang này.
fact-years-differ = Tên trang và tiêu đề ghi hai năm khác nhau: “{ $text }” ghi { $year }, “{ $other_text }” ghi { $other_year }; không rõ các cột sau là của năm nào: { $headers }.
    .help = Sửa cho thống nhất, hoặc ghi năm vào từng đầu cột.
fact-file-year-differs = Tên tệp “{ $file }” ghi năm { $other_year }, còn trong trang “{ $text }” ghi { $year }: đã lấy { $year }.
    .help = Kiểm tra số liệu là của năm nào; nếu không phải năm { $year }, sửa lại tiêu đề hoặc tên trang.
fact-title-of-some = “{ $text }” chỉ nói về “{ $words }”, còn đầu cột ghi “{ $header }”: không rõ cột này có đủ mọi hộ hay không.
    .help = Nếu chỉ là “{ $words }”, ghi rõ vào đầu cột; nếu là tất cả các hộ, sửa lại tiêu đề, tên trang hoặc tên tệp.
fact-years-unused = Số liệu năm { $years } không được dùng (cột: { $headers }): với các cột này, đợt xét cần số liệu năm { $needed }.
    .help = Kiểm tra năm ghi trong đầu cột, tiêu đề, tên trang và tên tệp; nếu đúng là năm { $years } thì không cần gửi trang này.
fact-group-header = Đầu cột “{ $header }” nằm dưới “{ $heading }” nên không rõ là của cột nào.
    .help = Ghi gọn đầu cột vào một ô; nếu chữ ở trên chỉ là tiêu đề, chỉ rõ dòng đầu bảng bằng --header-row.
fact-second-header = Giữa bảng lại có đầu cột khác: “{ $second }”, trong khi đầu bảng ghi “{ $first }”, nên không rõ các số bên dưới là gì; từ dòng này trở xuống không được dùng.
    .help = Nếu bên dưới là bảng khác, ghi đủ đầu bảng của nó (cả cột mã hoặc tên); nếu không, sửa lại ô này.
fact-sub-header = Dưới đầu cột “{ $header }” còn có “{ $headings }” nên không rõ các số bên dưới là số nào.
    .help = Bỏ dòng chữ bên dưới nếu không cần; nếu cần, ghi gọn cả hai vào một ô đầu cột.
fact-two-tables = Trang này có thể là một trong các bảng: { $tables }.
    .help = Chỉ rõ bảng bằng { $option }.
fact-unknown-sheet = Trang này không phải bảng nào của bộ tiêu chuẩn nên không được dùng. Các đầu cột: { $headers }.
    .help = Nếu trang cần dùng, sửa tên trang hoặc đầu cột, hoặc chỉ rõ bằng --table.
fact-unused-figures = Trang này có { $rows } dòng số liệu không được dùng, vì không phải bảng nào của bộ tiêu chuẩn. Các đầu cột: { $headers }.
    .help = Nếu số liệu cần dùng, sửa đầu cột cho đúng tên, hoặc chỉ rõ bằng --table; nếu không, bỏ trang này.
fact-nothing-used = Không dùng được gì của tệp này: không trang nào là bảng của bộ tiêu chuẩn. Các đầu cột: { $headers }.
    .help = Sửa đầu cột cho đúng tên, hoặc chỉ rõ bằng --table; nếu tệp không phải số liệu, bỏ ra khỏi thư mục.
fact-no-rows = Tệp này không có dòng nào.
    .help = Xin lại tệp có số liệu từ nơi gửi; nếu không cần, bỏ ra khỏi thư mục.
fact-nothing-filled-in = Các bảng trong tệp này không có dòng số liệu nào.
    .help = Nếu nơi gửi quên điền thì xin lại tệp đã điền; nếu đúng là không có gì để báo cáo thì không cần sửa.
fact-lost-letters = Chữ tiếng Việt trong đầu cột đã mất, chỉ còn dấu hỏi: { $headers }. Trang này không được dùng.
    .help = Mở tệp gốc còn đủ dấu, lưu thành .xlsx hoặc CSV UTF-8, rồi chạy lại.
fact-no-header = Không tìm thấy dòng đầu bảng của “{ $table }”. Các cột của bảng này: { $headers }.
    .help = Ghi đầu cột đúng tên trên một dòng, hoặc chỉ rõ dòng ấy bằng --header-row.
fact-no-key-column = Bảng “{ $table }” không có cột mã. Các đầu cột tìm thấy: { $found }.
    .help = Thêm cột mã với một trong các đầu cột: { $key }.
fact-no-unit = Trang này ghi chỉ tiêu theo dòng, năm theo cột, nhưng không rõ là của đơn vị nào trong bảng “{ $table }”.
    .help = Ghi đơn vị vào tiêu đề (ví dụ: Xã Lộc Thành, huyện Lộc Ninh), vào tên trang, hoặc thêm dòng mã đơn vị.
fact-sheet-of-several = Trang này ghi chỉ tiêu của một đơn vị, nhưng tiêu đề và tên trang nhắc đến nhiều đơn vị: { $units }.
    .help = Chỉ để tên một đơn vị trong tiêu đề và tên trang, hoặc thêm dòng mã đơn vị.
fact-extra-rows = Các dòng sau không phải chỉ tiêu của bảng nên không được dùng: { $rows }.
    .help = Nếu dòng cần dùng, sửa tên chỉ tiêu cho đúng; nếu không thì bỏ qua.
fact-one-value = “{ $column }” chỉ có một giá trị, không theo năm, nhưng dòng này có nhiều ô: { $first }, { $second }.
    .help = Chỉ để giá trị ở một ô.
fact-hidden-sheet = Trang này bị ẩn nhưng vẫn được đọc.
    .help = Xóa trang nếu không dùng đến.
fact-findings-sheet = Trang này ghi kết quả của lần kiểm tra trước nên không được đọc như số liệu.
    .help = Không cần làm gì; số liệu phải nằm ở các trang khác của sổ tính.
fact-hidden-rows = { $count } dòng bị ẩn (hoặc bị lọc) trong trang này vẫn được đọc.
    .help = Bỏ ẩn để xem lại các dòng đó; xóa dòng nếu không dùng đến.
fact-hidden-columns = Các cột bị ẩn sau vẫn được đọc: { $columns }.
    .help = Bỏ ẩn để xem lại các cột đó; xóa cột nếu không dùng đến.
fact-filled-down = { $count } ô nằm trong ô gộp nhiều dòng được lấy theo ô gộp đó, ở các cột: { $columns }.
    .help = Không cần làm gì, nếu mỗi ô gộp đúng là của mọi dòng bên cạnh nó.
fact-more-digits = { $count } ô có hơn 15 chữ số; chỉ 15 chữ số Excel giữ được tính.
    .help = Không cần làm gì, trừ khi các ô đó phải chính xác hơn.
fact-no-header-at-row = Dòng { $row } không phải là đầu bảng như --header-row đã nêu. Dòng đó ghi: { $found }.
    .help = Xem lại số dòng (tính cả dòng tiêu đề và dòng trống), hoặc bỏ --header-row để tự tìm.
fact-unmet-sheet = --sheet: không tệp nào có trang tính “{ $sheet }”.
    .help = Có phải là một trong các trang sau không: { $known }?
fact-unmet-header-row = --header-row: không có tệp hay trang nào là “{ $path }” để đọc đầu bảng ở dòng { $row }.
    .help = Kiểm tra tên tệp và tên trang.
fact-unmet-assignment = --table: không có tệp hay trang nào là “{ $path }” để làm bảng “{ $table }”.
    .help = Kiểm tra tên tệp và tên trang.
fact-no-key = Dòng này có số liệu nhưng không có mã, nên bị bỏ qua.
    .help = Ghi mã vào cột { $key }.
fact-unknown-name = Tên “{ $name }” không có trong danh mục { $roster }, nên dòng bị bỏ qua.
    .help = Sửa tên cho đúng hoặc ghi mã đơn vị.
fact-misspelt-name = Tên “{ $name }” không có trong danh mục, nên dòng bị bỏ qua.
    .help = Có thể là: { $nearest }. Nếu đúng, sửa tên hoặc ghi mã.
fact-several-units = Tên “{ $name }” là của nhiều đơn vị: { $units }.
    .help = Ghi mã đơn vị, hoặc thêm cột đơn vị cấp trên.
fact-no-year = Không rõ dòng này của năm nào; ô năm: { $value }.
    .help = Ghi năm bằng bốn chữ số.
fact-no-measure = Mỗi đơn vị có nhiều dòng (hộ, nhân khẩu), nhưng dòng này không ghi là dòng nào ở cột “{ $column }”, nên bị bỏ qua.
    .help = Ghi Hộ hoặc Nhân khẩu vào cột đó.
fact-other-measure = Mỗi đơn vị có nhiều dòng: đã dùng dòng { $used }, bỏ qua dòng { $left_out } vì bảng không có cột nào đếm như vậy.
    .help = Không cần làm gì.
fact-code-name = Mã { $code } là của { $official }, nhưng dòng ghi tên “{ $name }”, nên dòng bị bỏ qua.
    .help = Sửa mã hoặc tên cho khớp.
fact-new-unit = “{ $name }” (mã { $code }) là đơn vị mới lập từ ngày { $formed }, hợp nhất từ { $from }; địa giới khác đơn vị cũ nên số liệu không so được, dòng bị bỏ qua.
    .help = Gửi số liệu của từng đơn vị cũ nêu trên, ghi mã và tên cũ.
fact-code-unknown = Mã { $code } không có trong danh mục, còn “{ $name }” có mã { $official_code }, nên dòng bị bỏ qua.
    .help = Sửa mã hoặc tên cho khớp.
fact-wrong-level = Mã { $code } là của { $unit }, không thuộc cấp của bảng này, nên dòng bị bỏ qua.
    .help = Chuyển dòng sang đúng bảng hoặc sửa mã.
fact-unknown-unit = Mã { $code } không có trong danh mục { $roster }, nên dòng bị bỏ qua.
    .help = Sửa mã cho đúng danh mục; mỗi dòng chỉ ghi một đơn vị.
fact-name-spelling = Tên “{ $name }” viết khác tên chính thức { $official }.
    .help = Kiểm tra xem có đúng là đơn vị này không.
fact-parent-differs = Đơn vị cấp trên ghi “{ $value }”, nhưng theo danh mục là { $official }.
    .help = Kiểm tra lại đơn vị cấp trên.
fact-duplicate-key = Mã { $code } có hơn một dòng trong trang này.
    .help = Gộp hoặc xóa dòng thừa.
fact-total-differs = Dòng tổng cộng của cột “{ $column }” ghi { $found }, nhưng cộng các dòng được { $expected }.
    .help = Kiểm tra các dòng và dòng tổng cộng.
fact-same-content = Tệp này giống hệt tệp { $other }.
    .help = Nếu gửi trùng, bỏ một tệp; nếu là hai năm khác nhau, kiểm tra lại số liệu.
fact-conflict = “{ $column }” của { $table } { $code } ghi hai giá trị khác nhau: “{ $first }” và “{ $second }”.
    .help = Thống nhất hai nơi rồi chạy lại; khi chưa thống nhất, số liệu này coi như thiếu.
fact-same-facts = { $count } số liệu ghi giống hệt ở { $other }.
    .help = Không cần làm gì.
fact-dangling = Cột “{ $column }”: mã { $code } không có dòng nào trong bảng “{ $table }”.
    .help = Sửa mã, hoặc bổ sung dòng đó vào bảng.

## Miễn xét

rule-waiver-incomplete = Quyết định miễn xét còn thiếu “{ $part }”.
    .help = Ghi đủ: rule, subject, reason, decision, approved_by, from, until.
rule-waiver-twice = Có hai quyết định miễn xét cho cùng một tiêu chuẩn và đối tượng ({ $rule }).
    .help = Chỉ giữ lại một quyết định.
rule-waiver-unknown-rule = Không có tiêu chuẩn nào mã “{ $rule }” để miễn xét.
    .help = Có thể ý bạn là: { $known }.
rule-waiver-unknown-subject = “{ $subject }” không chỉ một đối tượng.
    .help = Viết bảng/mã, ví dụ communes/25294.
rule-waiver-other-table = Tiêu chuẩn { $rule } chỉ xét bảng “{ $table }”, không xét đối tượng này.
    .help = Sửa lại mã tiêu chuẩn hoặc đối tượng.
rule-waiver-without-day = Quyết định miễn xét hết hiệu lực ({ $until }) trước khi bắt đầu ({ $from }).
    .help = Sửa lại from hoặc until.
verdict-waiver-expired = Quyết định miễn xét { $rule } cho { $subject } chỉ có hiệu lực đến hết { $until }, nên không được áp dụng.
    .help = Xin quyết định mới, hoặc xét tính đến một ngày sớm hơn (--as-of).
verdict-waiver-not-yet = Quyết định miễn xét { $rule } cho { $subject } chỉ có hiệu lực từ { $from }, nên chưa được áp dụng.
    .help = Kiểm tra lại ngày bắt đầu, hoặc xét tính đến một ngày muộn hơn (--as-of).
verdict-waiver-no-subject = Có quyết định miễn xét { $rule } cho { $subject }, nhưng số liệu không có đối tượng này.
    .help = Kiểm tra lại mã trong quyết định, hoặc bổ sung số liệu của đối tượng.
verdict-waiver-not-needed = Quyết định miễn xét { $rule } cho { $subject } không cần đến: tiêu chuẩn đã đạt hoặc không áp dụng.
    .help = Không cần làm gì.

## Danh sách đề nghị

verdict-nominee-without-data = Danh sách đề nghị có { $subject }, nhưng số liệu không có bảng “{ $table }”.
    .help = Gửi kèm số liệu của bảng ấy rồi chạy lại.
verdict-nominee-misnamed = Dòng đề nghị { $subject } ghi tên “{ $name }”, nhưng mã ấy là của một tên khác.
    .help = Đối chiếu mã và tên, sửa chỗ sai rồi chạy lại; trước đó chưa thể nói đối tượng nào được đề nghị.
verdict-record-of-nobody = Hồ sơ của “{ $unit }” không được tính cho đơn vị nào, vì số liệu không có mã này.
    .help = Nếu là mã viết sai thì sửa lại (gần nhất: { $meant }); nếu đúng mã thì gửi kèm số liệu của đơn vị.
verdict-nominated-alike = Hai dòng đề nghị có thể là cùng một đối tượng: { $first } và { $second } ({ $name }).
    .help = Nếu là một, bỏ một dòng; nếu là hai, ghi rõ để phân biệt.

junit-inputs = Tệp đầu vào
junit-not-used = Không dùng được
junit-nominations = Đề nghị khen thưởng
junit-quotas = Số lượng, tỷ lệ
junit-checks = Kiểm tra số liệu
junit-deadlines = Thời hạn

## Báo cáo HTML
page-skip = Đến nội dung
page-contents = Mục lục
page-summary = Tóm tắt
page-counts = Số đối tượng theo kết luận
page-first = Việc cần làm trước
page-see = Xem
page-errors = { $count } lỗi trong số liệu
page-nominations = Đề nghị khen thưởng
page-number = STT
page-name = Tên
page-code = Mã
page-class = Loại
page-submitted-by = Đơn vị trình
page-verdict = Kết luận
page-why = Vì sao
page-quotas = Số lượng, tỷ lệ
page-targets = Chỉ tiêu
page-progress = Tiến độ
page-actual = Thực hiện
page-plan = Kế hoạch: { $goal }
page-deadlines = Thời hạn
page-subjects = Đối tượng
page-search = Tìm theo tên hoặc mã
page-every = Tất cả
page-above = Đơn vị cấp trên
page-in-the-way = Tiêu chuẩn còn vướng
page-shown = {"{"}shown{"}"} trên {"{"}all{"}"} đối tượng
page-more = Hiện thêm
page-no-script = Trình duyệt đang tắt JavaScript: không tìm, lọc và xem lý do từng đối tượng ở đây được; báo cáo Excel có đủ lý do.
page-checks = Kiểm tra số liệu
page-findings = Điều phát hiện trong số liệu, theo tệp
page-found = { $errors } lỗi, { $warnings } cảnh báo
page-general = Chung
page-readings = Cách hiểu cần Hội đồng xác nhận
page-inputs = Tệp đã đọc
page-rule-set = Bộ tiêu chuẩn
page-skipped = Bỏ qua
page-footer = Công cụ chỉ đề xuất; Hội đồng quyết định.
redacted = (đã ẩn)
## Chỉ số đếm (--quiet)

brief-rule = { $id }: { $list }
brief-quotas = Số lượng, tỷ lệ: { $list }
brief-targets = Chỉ tiêu: { $list }
brief-deadlines = Thời hạn: { $list }

## So sánh hai báo cáo

diff-title = So sánh: { $before } → { $after }
diff-head = { $ruleset } { $version } · { $round } · tính đến { $date }
diff-heads = Cách xét có khác, có thể giải thích mọi thay đổi bên dưới:
diff-head-tool = Phiên bản thidua
diff-head-language = Ngôn ngữ
diff-head-ruleset = Bộ tiêu chuẩn
diff-head-version = Phiên bản bộ tiêu chuẩn
diff-head-content = Nội dung bộ tiêu chuẩn (SHA-256)
diff-head-base = Dựa trên
diff-head-rosters = Danh mục đơn vị
diff-head-round = Đợt xét
diff-head-day = Tính đến
diff-head-overrides = Hằng số thay
diff-head-only = Chỉ liệt kê
diff-head-redacted = Không nêu tên
diff-everything = (tất cả)
diff-names-in-one = Một báo cáo không nêu tên (--redact), nên không so sánh tên, đơn vị trình, nội dung chữ và số lượng của từng nhóm.
diff-rules-gone = Báo cáo sau không còn các tiêu chuẩn: { $list }
diff-rules-added = Báo cáo sau có thêm các tiêu chuẩn: { $list }
diff-doubt = { $kind } “{ $key }” ({ $table }) còn { $before } dòng ở báo cáo trước, { $after } dòng ở báo cáo sau không phân biệt được bằng mã và tên, nên được ghép theo thứ tự.
diff-doubt-nameless = { $kind } không có mã, không có tên ({ $table }): { $before } dòng ở báo cáo trước, { $after } dòng ở báo cáo sau được ghép theo thứ tự.
diff-none = (không có)
diff-worse = XẤU ĐI: { $count }
diff-better = TỐT LÊN: { $count }
diff-other = THAY ĐỔI KHÁC: { $count }
diff-same = DỮ KIỆN ĐỔI, KẾT LUẬN KHÔNG ĐỔI: { $count }
diff-facts-alone = Dữ kiện đổi mà kết luận không đổi: { $count } (liệt kê: --show all)
diff-facts-alone-listed = Dữ kiện đổi mà kết luận không đổi: { $count }
diff-result = Kết quả: { $worse } xấu đi, { $better } tốt lên, { $other } thay đổi khác (mã thoát 0).
diff-result-worse = Kết quả: { $worse } xấu đi, { $better } tốt lên, { $other } thay đổi khác (mã thoát 1).
diff-result-nothing = Kết quả: không có kết luận nào thay đổi (mã thoát 0).
diff-kind-nomination = Đề nghị
diff-kind-subject = Đối tượng
diff-kind-quota = Số lượng
diff-kind-target = Chỉ tiêu
diff-kind-deadline = Thời hạn
diff-kind-check = Kiểm tra số liệu
diff-kind-waiver = Miễn xét
diff-kind-unit = Đơn vị
diff-kind-section = Phần cần bảng
diff-kind-input = Tệp
diff-kind-sheet = Trang
diff-kind-finding = Lỗi
diff-was = trước là { $name }
diff-year = năm { $year }
diff-still = vẫn { $state }
diff-new = mới có: { $state }
diff-gone = không còn (trước: { $state })
diff-unseen = chưa chắc đã sửa, vì báo cáo sau không kiểm tra lại đầy đủ (trước: { $state })
diff-present = có số liệu
diff-absent = không có số liệu
diff-checked = được kiểm tra
diff-not-checked = không được kiểm tra
diff-read = đọc được
diff-refused = bị từ chối
diff-content = nội dung đã khác
diff-failures = { $count } lỗi
diff-waived = { $verdict } (nếu không miễn: { $own })
diff-text = điều kiện đã khác: { $before } → { $after }
diff-no-fact = không có dữ kiện nào đổi
diff-measured = giá trị
diff-measured-year = giá trị năm { $year }
diff-limit = mức
diff-due = hạn cuối
diff-done = ngày gửi
diff-name = tên
diff-priority = diện ưu tiên
diff-submitted-by = đơn vị trình
diff-decision = quyết định miễn xét
diff-until = miễn xét đến hết ngày
diff-judge = năm được tính
diff-judge-each = từng năm
diff-judge-latest = năm gần nhất
diff-judge-mean = bình quân các năm
diff-judge-total = tổng các năm
diff-unclear = chưa rõ
diff-eligible = số đủ điều kiện
diff-of = tổng số để tính tỉ lệ
diff-deadline-met = đúng hạn
diff-deadline-late = trễ
diff-deadline-overdue = quá hạn chưa gửi
diff-deadline-pending = chưa đến hạn
diff-deadline-insufficient = chưa rõ
diff-waiver-applied = được áp dụng
diff-waiver-not-needed = không cần đến
diff-waiver-expired = hết hiệu lực
diff-waiver-not-yet = chưa có hiệu lực
diff-waiver-no-subject = không có đối tượng
diff-waiver-not-in-data = bảng không có trong số liệu

## Marked copies

mark-sheet = Kết quả kiểm tra
mark-title = KẾT QUẢ KIỂM TRA SỐ LIỆU
mark-file = Tệp: { $file }
mark-rules = Bộ tiêu chuẩn: { $title } ({ $id }, phiên bản { $version })
mark-round = Đợt xét: { $round } ({ $id }), tính đến { $date }
mark-tool = Công cụ: { $tool }
mark-counts = Số lỗi: { $errors } (ô màu đỏ, phải sửa hoặc bổ sung); cảnh báo: { $warnings } (ô màu vàng, cần xem lại)
mark-guide = Sửa ngay trong các trang số liệu rồi gửi lại tệp này. Không cần xóa trang này và các ghi chú: khi kiểm tra lại, chúng được bỏ qua.
mark-column-number = STT
mark-column-place = Vị trí
mark-column-severity = Mức độ
mark-column-found = Đang ghi
mark-column-sentence = Nội dung
mark-column-help = Cần làm
mark-column-code = Mã
mark-place-row = { $sheet }, dòng { $row }
mark-place-file = (cả tệp)
mark-more = … và { $count } nội dung nữa không liệt kê hết ở đây.
mark-error = Lỗi
mark-warning = Cảnh báo
mark-note = { $severity }: { $sentence }
mark-missing = { $missing }. Chưa xét được: { $rules }.
mark-empty-help = Điền số liệu vào ô này; nếu đúng là không có thì ghi 0.
mark-unsaid-help = Điền vào ô này.
mark-no-row-help = Bổ sung dòng của đơn vị này vào bảng có cột đó.
mark-zero-help = Kiểm tra lại số 0 này; nếu đúng là 0 thì báo Hội đồng xem xét.
mark-check-help = Đối chiếu với số liệu gốc và sửa ô sai.
mark-done = Đã ghi bản sao đánh dấu của { $made } trong { $read } tệp vào thư mục { $folder }.
unfit-broken = cấu trúc tệp không đúng chuẩn
unfit-encoding = tệp không dùng bảng mã UTF-8
unfit-read-back = đọc lại bản sao thì các ô không giống tệp gốc
unfit-too-large = tệp có nhiều dòng hoặc cột hơn một trang tính

## Hàm của ngôn ngữ quy tắc

function-any-number = số
function-any-date = ngày
function-any-year = năm
function-same-unit = số cùng đơn vị
function-reduction = Giảm bao nhiêu phần từ số thứ nhất đến số thứ hai: (thứ nhất − thứ hai) / thứ nhất. Tăng thì ra số âm; số thứ nhất bằng 0 thì chưa kết luận được (zero_baseline).
function-abs = Giá trị tuyệt đối.
function-min = Số nhỏ nhất trong hai hay nhiều số cùng đơn vị.
function-max = Số lớn nhất trong hai hay nhiều số cùng đơn vị.
function-round = Làm tròn đến chừng ấy chữ số thập phân; đúng một nửa thì làm tròn ra xa số 0.
function-truncate = Cắt bỏ phần sau chừng ấy chữ số thập phân, về phía số 0.
function-floor = Số nguyên lớn nhất không vượt quá nó.
function-ceiling = Số nguyên nhỏ nhất không kém nó.
function-date = Ngày theo năm, tháng, ngày; tháng và ngày ghi bằng số, và năm nào cũng phải có ngày ấy.
function-year = Năm của một ngày.
function-days = Số ngày từ ngày thứ nhất đến ngày thứ hai; ngày thứ hai đến trước thì ra số âm.
function-starts-with = Chữ thứ nhất có bắt đầu bằng chữ thứ hai không, không kể chữ hoa và khoảng trắng.
function-contains = Chữ thứ nhất có chứa chữ thứ hai không, không kể chữ hoa và khoảng trắng.
function-known = Ô của cột có giá trị không: ô để trống hoặc cột năm ghi `0` thì sai; ô không đọc được, vắng dòng hay vắng cột thì chưa kết luận được.
function-count = Số dòng của bảng thỏa điều kiện; không có “where” thì đếm mọi dòng.
function-sum = Tổng trên các dòng ấy; không có dòng nào thì bằng 0.
function-mean = Trung bình trên các dòng ấy; không có dòng nào thì chưa kết luận được.
function-extreme = Số nhỏ nhất hoặc lớn nhất trên các dòng ấy; không có dòng nào thì chưa kết luận được.
function-over-years = Cũng các phép ấy, trên các năm từ a đến b, kể cả hai năm đó.
junit-run = Lần chạy
arithmetic-or = hoặc: { $text }
check-says-total = dòng tổng cộng bằng tổng các dòng
check-says-duplicate = mỗi mã chỉ có một dòng
check-says-code-name = mã và tên là của cùng một đơn vị
check-says-reference = mã được nêu phải có trong số liệu
result-nothing-judged = Kết quả: không có gì được xét (mã thoát { $code }). Kiểm tra tên tệp, thư mục và các lỗi nêu trên rồi chạy lại.

## SQL

sql-not-expressible = Tiêu chuẩn { $rule } không viết được thành SQL cho cùng kết luận: { $reason } (tại: { $text }).
    .help = Chưa ghi gì. Hãy chọn bảng khác bằng --table, viết lại điều kiện không dùng phần này, hoặc xét tiêu chuẩn này bằng “thidua check”.
sql-no-criteria = { $tables } không có tiêu chuẩn xét từng dòng nên không có gì để viết thành SQL.
    .help = Các bảng có tiêu chuẩn xét từng dòng: { $known }.
sql-refusal-folded-text = điều kiện so sánh chữ không phân biệt hoa thường và cách đặt dấu, việc mà mỗi hệ quản trị dữ liệu làm một khác
sql-refusal-year-from-data = cột được chọn theo một năm ghi trong số liệu
sql-refusal-fractions-over-rows = điều kiện cộng hoặc so sánh các phân số mà mỗi dòng có một mẫu số riêng
sql-refusal-rows-within-rows = điều kiện duyệt các dòng trong khi đang duyệt các dòng khác
sql-refusal-no-key = bảng không có khóa nên không đưa kết luận về đúng dòng được
sql-refusal-open-product = điều kiện nhân hai số mà có thể chỉ biết cận trên, cận dưới
sql-refusal-long-number = có số dài quá 38 chữ số sau khi nhân các mẫu số
sql-refusal-too-long = viết ra theo từng năm thì quá dài đối với hệ quản trị dữ liệu
sql-refusal-long-name = hệ quản trị dữ liệu cắt tên sau 63 byte mà mã tiêu chuẩn dài hơn
sql-refusal-same-name = một cột khác của kết quả đã có tên này; hệ quản trị dữ liệu không phân biệt chữ hoa với chữ thường trong tên
sql-head =
    { $tool }: bộ tiêu chuẩn { $rules }, đợt xét { $round }, tính đến { $day }, dùng cho { $dialect }
    SHA-256 của tệp tiêu chuẩn: { $sha256 }
    Mỗi bảng một câu truy vấn: kết luận theo tiêu chuẩn (met, not_met, insufficient, not_applicable) và theo đối tượng (eligible, ineligible, undetermined).
    Không gồm: quyết định miễn xét, và kiểm tra số liệu khiến đối tượng đủ điều kiện thành chưa đủ căn cứ.
    Đầu vào: bảng và cột mang tên trong bộ tiêu chuẩn, số là số chính xác (phần trăm ghi thành tỷ số), NULL là thiếu số liệu.
    Dòng thiếu khóa, khóa lặp lại, giá trị mà cột không cho phép, hay tích quá dài đều làm câu truy vấn dừng lại với một lỗi.
sql-table = Bảng { $table }
