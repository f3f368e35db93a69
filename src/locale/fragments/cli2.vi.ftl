cli-no-such-rules = Không đọc được tệp bộ tiêu chuẩn này ({ $reason }), cũng không có bộ tiêu chuẩn kèm theo nào tên như vậy.
    .help = Kiểm tra đường dẫn, hoặc dùng một bộ kèm theo: { $known }.
cli-unknown-selector = --only { $selector }: không có bảng hay tiêu chuẩn nào như vậy.
    .help = Dùng tên bảng (communes), bảng/mã (communes/25195) hoặc mã tiêu chuẩn (V.2.3.*). Xem: thidua rules list
cli-unknown-table = --table: bộ tiêu chuẩn không có bảng “{ $table }”.
    .help = Có thể ý bạn là: { $known }.
cli-nothing-judged = Không có đối tượng nào để xét: không tệp nào có bảng số liệu mà bộ tiêu chuẩn cần.
    .help = Kiểm tra lại thư mục số liệu, tên trang và đầu bảng; hoặc chỉ rõ bằng --table 'TỆP!TRANG=BẢNG'.
cli-unknown-rule = Bộ tiêu chuẩn không có tiêu chuẩn “{ $id }”.
    .help = Có thể ý bạn là: { $known }.
cli-unknown-subject = Số liệu không có đối tượng “{ $table }/{ $code }” trong phần được xét.
    .help = Kiểm tra tên bảng và mã; xem danh sách bằng: thidua check … --show all
cli-subject-without-data = Muốn giải thích “{ $table }/{ $code }” thì cần số liệu.
    .help = Thêm tệp hoặc thư mục: thidua explain { $table }/{ $code } THƯ_MỤC
cli-example-failed = Ví dụ của { $rule } (đợt { $round }) phải cho { $expected }, nhưng cho { $got }.
    .help = Xem lại điều kiện hoặc giá trị của ví dụ.
