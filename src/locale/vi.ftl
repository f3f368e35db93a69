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
rule-not-ordered = { $found } không có thứ tự nên chỉ so sánh được bằng = hoặc !=.
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
rule-no-such-day = Ngày này không có trong mọi năm.
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
cli-unknown-table = --table: bộ tiêu chuẩn không có bảng “{ $table }”.
    .help = Có thể ý bạn là: { $known }.
cli-nothing-judged = Không có đối tượng nào để xét: không tệp nào có bảng số liệu mà bộ tiêu chuẩn cần.
    .help = Kiểm tra lại thư mục số liệu, tên trang và đầu bảng; hoặc chỉ rõ bằng --table 'TỆP!TRANG=BẢNG'.
cli-unknown-rule = Bộ tiêu chuẩn không có tiêu chuẩn “{ $id }”.
    .help = Có thể ý bạn là: { $known }.
cli-unknown-subject = Số liệu không có đối tượng “{ $table }/{ $code }” trong phần được xét.
    .help = Kiểm tra tên bảng và mã; xem danh sách bằng: thidua check … --show all.
cli-subject-without-data = Muốn giải thích “{ $table }/{ $code }” thì cần số liệu.
    .help = Thêm tệp hoặc thư mục: thidua explain { $table }/{ $code } THƯ_MỤC.
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
table-mhtml = Tệp là trang web lưu một tệp (MHTML), dù tên tệp có thể ghi là Excel.
    .help = Mở tệp bằng Excel, chọn Lưu thành “Sổ làm việc Excel (.xlsx)” rồi chạy lại với tệp mới.
table-spreadsheet-xml = Tệp là bảng tính XML của Excel 2003, không đọc được.
    .help = Mở tệp bằng Excel, chọn Lưu thành “Sổ làm việc Excel (.xlsx)” rồi chạy lại với tệp mới.
table-pdf = Tệp là PDF, không phải bảng tính.
    .help = Xin nơi gửi tệp Excel gốc; không đọc số liệu từ PDF.
table-other-kind = Cần bảng Excel hoặc CSV, nhưng tệp thuộc loại { $kind }.
    .help = Xin nơi gửi bảng ở dạng .xlsx hoặc CSV UTF-8.
table-utf-16 = Tệp văn bản dùng bảng mã UTF-16, cần UTF-8.
    .help = Mở tệp bằng Excel, chọn Lưu thành “CSV UTF-8” (hoặc .xlsx) rồi chạy lại với tệp mới.
table-nul-byte = Dòng { $line } có byte NUL, nên tệp không phải văn bản UTF-8.
    .help = Mở tệp bằng Excel, chọn Lưu thành “CSV UTF-8” (hoặc .xlsx) rồi chạy lại với tệp mới.
table-not-utf-8 = Dòng { $line } có chữ không thuộc bảng mã UTF-8 (byte thứ { $byte }, tính từ 0).
    .help = Tệp có thể dùng bảng mã cũ (TCVN3, VNI, Windows-1258). Chuyển sang Unicode, lưu thành “CSV UTF-8” rồi chạy lại.
table-unclosed-quote = Dấu ngoặc kép mở ở dòng { $line } không được đóng đúng chỗ, nên các dòng sau bị nuốt vào một ô.
    .help = Mở tệp bằng trình soạn văn bản, sửa dấu ngoặc kép ở dòng { $line } rồi chạy lại. Chưa dùng dòng nào của tệp này.
table-long-row = Dòng { $line } dài hơn { $limit } KB nên không phải một dòng của bảng.
    .help = Kiểm tra tệp có đúng là CSV và có xuống dòng giữa các hàng.
table-wide-row = Dòng { $line } có hơn { $limit } ô, nhiều hơn một bảng tính có thể chứa.
    .help = Kiểm tra tệp có đúng là CSV và có xuống dòng giữa các hàng.
table-corrupt = Tệp Excel bị hỏng ({ $detail }).
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
table-code-page = Tệp .xls có chữ theo bảng mã { $page }, không đọc được.
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
table-too-much-text = Tệp chứa hơn { $limit } MB chữ, quá lớn để đọc.
    .help = Bỏ các trang, cột không cần, hoặc chia bảng thành nhiều tệp.
table-no-sheet = Tệp không có trang tính nào.
    .help = Kiểm tra lại tệp hoặc xin lại tệp từ nơi gửi.
table-same-sheet = Tệp có hai trang tính cùng tên “{ $sheet }”.
    .help = Mở tệp bằng Excel, đặt lại tên một trang rồi lưu lại.
table-absent-sheet = Tệp không có trang tính được yêu cầu.
    .help = Xem lại tên trang tính đã ghi.
table-sheets-lost = Tệp có { $found } trang tính nhưng chỉ đọc được { $read }.
    .help = Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp .xlsx mới. Chưa dùng số liệu nào của tệp này.
table-cells-lost = Trang tính có { $found } ô chứa dữ liệu nhưng đọc được { $read }, nên số liệu không đáng tin.
    .help = Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp .xlsx mới. Chưa dùng số liệu nào của trang này.
table-perhaps-cut = Trang tính đầy đến hàng cuối cùng là { $rows }, số liệu có thể bị cắt.
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
rule-empty-group = Nhóm này không có tiêu chuẩn nào.
    .help = Thêm tiêu chuẩn vào, hoặc bỏ nhóm.
rule-no-rules = Bộ tiêu chuẩn không có tiêu chuẩn nào.
    .help = Thêm ít nhất một tiêu chuẩn vào “criteria”.
rule-unknown-verdict = “{ $value }” không phải kết quả của một tiêu chuẩn.
    .help = Có thể phải viết: { $known }.
rule-duplicate-id = Mã “{ $id }” dùng cho hai mục.
    .help = Đổi mã của một trong hai; mục kia ở vị trí thứ hai nêu trên.

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
    .help = Dòng đầu phải có: code,name,type,level,parent.
rule-unknown-level = Danh mục đơn vị không có cấp “{ $value }”.
    .help = Có thể phải viết: { $known }.
rule-roster-key = Bảng “{ $table }” có danh mục đơn vị nhưng khóa không phải là đúng một cột mã.
    .help = Khai báo “key” là một cột kiểu code.
rule-rounds-differ = Đợt xét “{ $round }” và đợt xét “{ $other }” không đặt cùng các tên: { $names }.
    .help = Đặt mỗi tên này trong cả hai đợt, cùng là năm hoặc cùng là số.
rule-unknown-round = Không có đợt xét “{ $value }”.
    .help = Có thể phải viết: { $known }.
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
fact-two-readings = Cột “{ $column }”: “{ $value }” có hai cách đọc, { $thousands } hoặc { $decimal }.
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
fact-percent-scale = Cột “{ $column }”: { $value } có hai cách đọc, { $percent } % hoặc { $other_percent } %; { $cells } ô như vậy.
    .help = Ghi thêm % vào đầu cột, hoặc định dạng các ô là phần trăm.
fact-missing-column = Bảng “{ $table }” thiếu cột “{ $column }” (năm: { $years }). Các đầu cột tìm thấy: { $found }.
    .help = Thêm cột với một trong các đầu cột: { $headers }.
fact-extra-columns = Các cột sau không thuộc bảng nên không được dùng: { $columns }.
    .help = Nếu cột cần dùng, sửa đầu cột cho đúng tên; nếu không thì bỏ qua.
fact-scaled = Các cột { $columns } được nhân với { $factor } theo đơn vị tính ghi trong bảng.
    .help = Kiểm tra lại đơn vị tính nếu số liệu không đúng.
fact-two-units = Cột “{ $column }” có hai đơn vị tính: “{ $first }” và “{ $second }”.
    .help = Chỉ để một đơn vị tính.
fact-two-columns = Hai cột cùng chỉ “{ $column }”: “{ $first }” và “{ $second }”.
    .help = Bỏ hoặc đổi tên một trong hai cột.
fact-two-years = Đầu cột “{ $header }” có hai năm.
    .help = Chỉ để một năm trong đầu cột.
fact-year-missing = Không rõ các cột sau là của năm nào: { $headers }.
    .help = Ghi năm vào đầu cột, tên trang, tiêu đề hoặc tên tệp.
fact-group-header = Đầu cột “{ $header }” nằm dưới “{ $heading }” nên không rõ là của cột nào.
    .help = Ghi đầu cột đầy đủ, hoặc dùng mẫu nhập của bộ tiêu chuẩn.
fact-sub-header = Đầu cột “{ $heading }” còn chia nhỏ thành “{ $header }” nên không rõ lấy số nào.
    .help = Ghi đầu cột đầy đủ, hoặc dùng mẫu nhập của bộ tiêu chuẩn.
fact-two-tables = Trang này có thể là một trong các bảng: { $tables }.
    .help = Chỉ rõ bảng bằng { $option }.
fact-unknown-sheet = Trang này không phải bảng nào của bộ tiêu chuẩn nên không được dùng. Các đầu cột: { $headers }.
    .help = Nếu trang cần dùng, sửa tên trang hoặc đầu cột, hoặc chỉ rõ bằng --table.
fact-no-header = Không tìm thấy dòng đầu bảng của “{ $table }”. Những chữ gần đúng: { $headers }.
    .help = Ghi đầu cột đúng tên trên một dòng, hoặc dùng mẫu nhập.
fact-no-key-column = Bảng “{ $table }” không có cột mã. Các đầu cột tìm thấy: { $found }.
    .help = Thêm cột mã với một trong các đầu cột: { $key }.
fact-hidden-sheet = Trang này bị ẩn nhưng vẫn được đọc.
    .help = Xóa trang nếu không dùng đến.
fact-more-digits = { $count } ô có hơn 15 chữ số; chỉ 15 chữ số Excel giữ được tính.
    .help = Không cần làm gì, trừ khi các ô đó phải chính xác hơn.
fact-unmet-assignment = --table: không có tệp hay trang nào là “{ $path }” để làm bảng “{ $table }”.
    .help = Kiểm tra tên tệp và tên trang.
fact-no-key = Dòng này có số liệu nhưng không có mã, nên bị bỏ qua.
    .help = Ghi mã vào cột { $key }.
fact-unknown-name = Tên “{ $name }” không có trong danh mục { $roster }, nên dòng bị bỏ qua.
    .help = Sửa tên cho đúng hoặc ghi mã đơn vị.
fact-misspelt-name = Tên “{ $name }” không có trong danh mục, nên dòng bị bỏ qua.
    .help = Có phải { $nearest } ({ $code }) không? Nếu phải, sửa tên hoặc ghi mã.
fact-several-units = Tên “{ $name }” là của nhiều đơn vị: { $units }.
    .help = Ghi mã đơn vị, hoặc thêm cột đơn vị cấp trên.
fact-no-year = Dòng này cần một năm, nhưng ghi “{ $value }”.
    .help = Ghi năm bằng bốn chữ số.
fact-code-name = Mã { $code } là của { $official }, nhưng dòng ghi tên “{ $name }”, nên dòng bị bỏ qua.
    .help = Sửa mã hoặc tên cho khớp; các đơn vị lập từ 01/07/2025 dùng lại mã cũ nên không so được.
fact-code-unknown = Mã { $code } không có trong danh mục, còn “{ $name }” có mã { $official_code }, nên dòng bị bỏ qua.
    .help = Sửa mã hoặc tên cho khớp.
fact-wrong-level = Mã { $code } là của { $unit }, không thuộc cấp của bảng này, nên dòng bị bỏ qua.
    .help = Chuyển dòng sang đúng bảng hoặc sửa mã.
fact-unknown-unit = Mã { $code } không có trong danh mục { $roster }.
    .help = Kiểm tra lại mã.
fact-name-spelling = Tên “{ $name }” viết khác tên chính thức { $official }.
    .help = Kiểm tra xem có đúng là đơn vị này không.
fact-parent-differs = Đơn vị cấp trên ghi “{ $value }”, nhưng theo danh mục là { $official }.
    .help = Kiểm tra lại đơn vị cấp trên.
fact-duplicate-key = Mã { $code } có hơn một dòng trong trang này.
    .help = Gộp hoặc xóa dòng thừa.
fact-total-differs = Dòng tổng cộng của cột “{ $column }” ghi { $found }, nhưng cộng các dòng được { $expected }.
    .help = Kiểm tra các dòng và dòng tổng cộng.
fact-conflict = “{ $column }” của { $table }/{ $code } ghi hai giá trị khác nhau: “{ $first }” và “{ $second }”.
    .help = Thống nhất hai nơi rồi chạy lại; khi chưa thống nhất, số liệu này coi như thiếu.
fact-same-facts = { $count } số liệu ghi giống hệt ở { $other }.
    .help = Không cần làm gì.
fact-dangling = Cột “{ $column }”: mã { $code } không có dòng nào trong bảng “{ $table }”.
    .help = Sửa mã, hoặc bổ sung dòng đó vào bảng.
