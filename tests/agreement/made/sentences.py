"""What the random documents say: sentences as Vietnamese agencies write them."""

from __future__ import annotations

SENTENCES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và Luật sửa đổi, bổ sung một số điều của "
    "Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống "
    "quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức;",
    "Theo đề nghị của Công chức Văn phòng – Thống kê tại Tờ trình số 12/TTr-VPTK ngày 03/01/2024.",
    "Ban hành kèm theo Quyết định này Mục tiêu chất lượng năm 2024 của Ủy ban nhân dân xã Bàu Bàng.",
    "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 520/QĐ-UBND ngày 15 tháng 11 năm 2023.",
    "Các ông (bà) Chánh Văn phòng, Trưởng các phòng, ban chuyên môn và các cá nhân có liên quan chịu trách nhiệm "
    "thi hành Quyết định này./.",
    "Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt từ 98,5% trở lên; không có hồ sơ trễ hạn quá 03 ngày làm việc.",
    "100% văn bản đi được ký số, phát hành trên Hệ thống quản lý văn bản và điều hành (trừ văn bản mật).",
    "Đánh giá nội bộ ít nhất 01 lần/năm, họp xem xét của lãnh đạo ít nhất 02 lần/năm.",
    "Ủy ban nhân dân huyện yêu cầu các cơ quan, đơn vị khẩn trương triển khai thực hiện, báo cáo kết quả về Văn "
    "phòng HĐND-UBND huyện trước ngày 25 hàng tháng để tổng hợp.",
    "Mức độ hài lòng của người dân, doanh nghiệp đạt ≥ 90%.",
    "Kinh phí thực hiện: 1.250.000.000 đồng (một tỷ hai trăm năm mươi triệu đồng), từ ngân sách nhà nước năm 2024.",
    "Thực hiện nghiêm việc “xin lỗi công dân, tổ chức” khi để xảy ra trễ hạn theo Nghị định 61/2018/NĐ-CP.",
    "Bộ phận Một cửa tiếp nhận 3.482 hồ sơ, trong đó trực tuyến 2.917 hồ sơ (83,8%), trực tiếp và qua bưu chính "
    "565 hồ sơ.",
    "Tổ chức tuyên truyền sâu rộng trong cán bộ, công chức, viên chức và nhân dân trên địa bàn.",
    "Chủ trì, phối hợp với các cơ quan liên quan rà soát, cập nhật tài liệu của hệ thống khi có thay đổi.",
    "Lưu: VT, VP.",
    "Như Điều 3;",
    "Thường trực Huyện ủy (b/c);",
    "Nơi nhận gửi 02 bản; 01 bản lưu tại bộ phận văn thư, thời hạn bảo quản 20 năm.",
    "Kết quả kiểm tra cho thấy 7/9 đơn vị đã hoàn thành; còn 2/9 đơn vị (Phòng Tài chính – Kế hoạch, Phòng Nông "
    "nghiệp và Phát triển nông thôn) chưa báo cáo.",
    "Phụ lục I–III kèm theo Kế hoạch số 45/KH-UBND là bộ phận không tách rời.",
    "Đề nghị truy cập địa chỉ https://dichvucong.gov.vn/p/home/dvc-trang-chu.html để tra cứu tình trạng hồ sơ.",
    "Thời gian: 08 giờ 00 phút, ngày 12-10-2024; địa điểm: Hội trường Ủy ban nhân dân xã.",
    "Công chức được phân công có trách nhiệm hướng dẫn đầy đủ, rõ ràng, một lần bằng văn bản (phiếu hướng dẫn hoàn "
    "thiện hồ sơ) đối với trường hợp hồ sơ chưa đầy đủ, chưa hợp lệ theo quy định.",
    "Tăng cường ứng dụng công nghệ thông tin, chuyển đổi số; phấn đấu 80% thủ tục hành chính đủ điều kiện được "
    "cung cấp dịch vụ công trực tuyến toàn trình.",
    "Rà soát, sắp xếp vị trí việc làm.",
    "Phòng Nội vụ theo dõi, đôn đốc; định kỳ 6 tháng, 9 tháng và cả năm báo cáo Chủ tịch Ủy ban nhân dân huyện.",
    "Xử lý kịp thời, dứt điểm các phản ánh, kiến nghị; không để tồn đọng, kéo dài, vượt cấp.",
    "Hồ sơ gồm: Đơn đề nghị (Mẫu số 01/ĐK), bản sao Giấy chứng nhận, sơ đồ thửa đất và chứng từ nộp lệ phí.",
    "Quá trình thực hiện nếu có khó khăn, vướng mắc, đề nghị phản ánh về Sở Khoa học và Công nghệ (qua Chi cục "
    "Tiêu chuẩn Đo lường Chất lượng) để được hướng dẫn giải quyết.",
    "Số điện thoại đường dây nóng: (0274) 3.561.888; thư điện tử: ubnd-baubang@binhduong.gov.vn.",
    "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng",
    "Điều 2. Giải thích từ ngữ",
    "Trong Quy chế này, các từ ngữ dưới đây được hiểu như sau:",
    "“Văn bản điện tử” là văn bản dưới dạng thông điệp dữ liệu được tạo lập hoặc được số hóa từ văn bản giấy và "
    "trình bày đúng thể thức, kỹ thuật, định dạng theo quy định;",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "II. NỘI DUNG THỰC HIỆN",
    "Nâng cao hiệu lực, hiệu quả công tác chỉ đạo, điều hành.",
    "Bảo đảm tính thống nhất, đồng bộ, công khai, minh bạch trong giải quyết công việc.",
    "Việc áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng phải gắn với cải cách hành chính, tuân thủ "
    "Quyết định 101/QĐ-BKHCN ngày 21/01/2019 của Bộ trưởng Bộ Khoa học và Công nghệ.",
    "Thuyên chuyển, điều động, luân chuyển, biệt phái công chức thực hiện theo khoản 2 Điều 27 Nghị định "
    "138/2020/NĐ-CP.",
    "Diện tích 1.234,5 m2, thuộc thửa đất số 56, tờ bản đồ số 12, xã Lai Uyên, huyện Bàu Bàng, tỉnh Bình Dương.",
    "Người đứng đầu cơ quan, đơn vị chịu trách nhiệm trước pháp luật về kết quả thực hiện nhiệm vụ được giao.",
    "Nghiêm cấm mọi hành vi sách nhiễu, gây phiền hà, đòi hỏi thêm giấy tờ ngoài quy định khi tiếp nhận, giải "
    "quyết thủ tục hành chính cho tổ chức, cá nhân; trường hợp vi phạm, tùy tính chất, mức độ mà bị xử lý kỷ luật "
    "hoặc truy cứu trách nhiệm hình sự.",
    "Đạt.",
    "Chưa đạt (lý do: thiếu biên chế, hồ sơ tăng đột biến trong quý III/2023).",
    "Đơn vị tính: triệu đồng; tỷ lệ phần trăm làm tròn đến 01 chữ số thập phân.",
    "Trưởng Công an xã, Chỉ huy trưởng Ban Chỉ huy Quân sự xã phối hợp chặt chẽ trong công tác bảo đảm an ninh – "
    "trật tự.",
    "Báo cáo số 87/BC-UBND ngày 30 tháng 6 năm 2024 về tình hình kinh tế - xã hội, quốc phòng - an ninh 6 tháng "
    "đầu năm.",
    "Trên đây là Kế hoạch thực hiện mục tiêu chất lượng năm 2024, đề nghị các đơn vị nghiêm túc thực hiện.",
    "Số lượng: 15 bản.",
    "Tiếp tục duy trì mô hình “Chính quyền thân thiện, vì Nhân dân phục vụ”; niêm yết công khai 186/186 thủ tục.",
    "Giao Văn phòng tham mưu, tổng hợp.",
    "Cán bộ đầu mối: Nguyễn Thị Phương Thảo, chuyên viên chính; Trần Quốc Khánh, Phó Chánh Văn phòng.",
    "Đào tạo, tập huấn cho 45 lượt cán bộ, công chức về TCVN ISO 9001:2015; cấp 42 giấy chứng nhận.",
    "Cơ sở dữ liệu quốc gia về dân cư được kết nối, chia sẻ với Hệ thống thông tin giải quyết thủ tục hành chính "
    "cấp tỉnh.",
    "Thời hạn hoàn thành: quý IV/2024.",
)

CELLS = (
    "TT", "1", "2", "10", "Mục tiêu", "Chỉ tiêu", "≥ 95%", "100%", "Văn phòng – Thống kê", "Tư pháp – Hộ tịch",
    "Hàng quý", "Tháng 6, 12", "Báo cáo", "Phòng Nội vụ", "Đạt", "1.250.000", "98,5", "Trước ngày 20/12/2024",
    "Biên bản, phiếu khảo sát", "Cán bộ, công chức", "01 lần/năm", "Sổ theo dõi", "Ghi chú", "Đơn vị chủ trì",
    "Địa chính – Xây dựng", "Lĩnh vực đất đai, môi trường", "3.482", "Không", "",
)  # fmt: skip

NAMES = ("ỦY BAN NHÂN DÂN", "HUYỆN BÀU BÀNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
