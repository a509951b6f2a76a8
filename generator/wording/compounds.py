"""Words of two syllables common in administrative Vietnamese: what a title keeps on one line, what is not doubled."""

from __future__ import annotations

_LISTED = """
    an_ninh an_sinh an_toàn ban_hành biên_giới biến_động biện_pháp bàn_giao báo_chí báo_cáo bãi_bỏ bản_án
    bảo_hiểm bảo_quản bảo_vệ bảo_đảm bầu_cử bằng_chứng bằng_cách bề_mặt bệnh_nhân bệnh_viện bỏ_phiếu bố_trí
    bổ_nhiệm bổ_sung bổ_trợ bộ_máy bộ_phận cam_kết chi_phí chi_tiết chiếu_sáng chuyên_môn chuyển_giao chuyển_đổi
    chuẩn_bị chuẩn_hóa chuẩn_mực chí_hướng chính_quyền chính_sách chính_thức chính_trị chính_xác chương_trình
    chấp_hành chất_lượng chất_thải chất_vấn chế_biến chế_tài chế_tạo chế_độ chỉ_số chỉ_thị chỉ_đạo chủ_trì
    chủ_tịch chủ_yếu chủ_đề chủ_động chức_năng chứng_minh chứng_nhận chứng_thực con_đường cung_cấp cung_ứng
    cuối_năm cuộc_họp cá_nhân các_loại cách_ly cán_bộ cáo_buộc có_thể công_an công_bố công_chức công_dân
    công_khai công_nghệ công_nhân công_trình công_ty công_tác công_việc công_điện cơ_chế cơ_hội cơ_quan cơ_sở
    cả_nước cải_cách cải_tiến cấp_bách cấp_phát cấp_xã cầu_thị cầu_đường cộng_đồng cụ_thể cứu_trợ cử_tri cực_kỳ
    danh_mục du_lịch duy_trì dân_chủ dân_cư dân_tộc dịch_bệnh dịch_vụ dụng_cụ dụng_ý dự_bị dự_kiến dự_thảo
    dự_toán dự_án ghi_nhận gia_hạn gia_tăng gia_đình giao_ban giao_dịch giao_nhận giao_thông giá_cả giá_trị
    giám_sát giáo_dục giáo_viên giải_quyết giấy_mời giới_hạn giới_thiệu hiện_nay hiện_trường hiện_đại hiệu_lực
    hiệu_quả hoàn_thành hoạt_động hàng_hóa hành_chính hành_khách hành_vi hành_động hình_thành hình_thức hóa_chất
    hóa_đơn hướng_dẫn hạn_chế hạn_hán hạn_mức hạng_mục hằng_năm hệ_số hệ_thống học_phí học_sinh học_tập học_viên
    họp_báo họp_mặt hỗ_trợ hội_họp hội_nghị hội_viên hội_đồng hợp_lý hợp_lệ hợp_nhất hợp_thức hợp_tác hợp_đồng
    hữu_ích khen_thưởng khiếu_nại khoa_học kháng_án khắc_phục kinh_phí kinh_tế kiểm_soát kiểm_tra kiện_toàn
    ký_kết kế_hoạch kết_luận kết_nối kết_quả kết_thúc kỳ_hạn kỳ_họp kỷ_luật lao_động liên_kết liên_ngành
    liên_quan liên_thông loại_bỏ loại_trừ luận_văn lãnh_đạo lý_do lý_lịch lĩnh_vực lưu_trữ lương_thực lập_pháp
    lệ_phí lịch_sử lợi_nhuận lợi_ích lực_lượng minh_bạch minh_chứng mua_sắm môi_trường mưu_cầu mặt_bằng mặt_nước
    mặt_trận một_cửa mở_rộng mục_lục mục_tiêu mục_đích mức_sống mức_độ nghiên_cứu nghiệp_vụ nghĩa_vụ nghệ_nhân
    nghỉ_phép nghị_quyết nghị_định nguyện_vọng nguồn_lực ngành_nghề ngân_sách người_dân nhiệm_vụ nhu_cầu
    nhà_nước nhà_thầu nhà_trường nhà_đất nhân_dân nhân_lực nhân_sự nhân_viên nhận_thức nhận_xét nâng_cao
    nông_dân nông_thôn năm_học năng_lực nước_ngoài nước_sạch nước_thải nội_bộ nội_dung pháp_luật pháp_nhân
    phát_sinh phát_triển phân_công phân_cấp phân_loại phân_quyền phòng_chống phòng_ngừa phó_trưởng phù_hợp
    phúc_lợi phạt_tiền phẩm_chất phối_hợp phổ_biến phụ_lục phụ_nữ phụ_trách phục_vụ quan_hệ quan_trọng quan_tâm
    quan_điểm quy_chuẩn quy_chế quy_trình quy_định quyết_định quyền_hạn quyền_lợi quá_hạn quân_sự quản_lý
    quản_trị quốc_gia quốc_phòng rà_soát rộng_rãi sinh_hoạt sinh_học sinh_viên sáu_tháng sơ_kết sản_phẩm
    sản_xuất sắp_xếp số_hóa số_liệu số_lượng sở_hữu sử_dụng sự_kiện sự_việc tham_dự tham_gia tham_mưu tham_quan
    thanh_niên thanh_tra thay_đổi theo_dõi thi_công thi_hành thi_tuyển thi_đua thiên_tai thiết_bị thuận_lợi
    thành_công thành_lập thành_phần thành_phố thành_tích thành_viên thái_độ tháng_đầu thích_hợp thông_báo
    thông_lệ thông_minh thông_qua thông_suốt thông_tin thông_tư thư_ký thư_viện thường_xuyên thải_bỏ thầu_phụ
    thẩm_quyền thế_giới thể_chế thể_dục thể_hiện thể_lệ thể_thao thể_thức thị_trường thị_trấn thị_xã thống_kê
    thời_gian thời_hạn thời_kỳ thời_điểm thủ_tục thứ_tự thực_hiện thực_phẩm thực_trạng thực_tế tiên_tiến
    tiêu_chuẩn tiêu_chí tiến_bộ tiến_hành tiến_độ tiếp_dân tiếp_nhận tiếp_tục tiền_lương tiền_mặt toàn_bộ
    toàn_diện toàn_quốc tra_cứu trang_bị trao_đổi triển_khai trong_nước trong_sạch trung_bình trung_tâm
    trung_ương truyền_thông trách_nhiệm trình_độ trí_tuệ trước_hạn trường_học trường_hợp trưởng_ban trưởng_thành
    trạng_thái trật_tự trễ_hạn trị_an trị_giá trọng_tâm trọng_điểm trợ_cấp trực_tiếp trực_tuyến tuyên_truyền
    tuyển_dụng tuyển_sinh tài_chính tài_liệu tài_sản tài_trợ tác_phong tác_xã tác_động tâm_huyết tình_hình
    tình_trạng tích_cực tín_dụng tính_chất tính_toán tăng_cường tăng_trưởng tư_pháp tư_vấn tải_xuống tập_huấn
    tập_hợp tập_thể tập_trung tố_cáo tốc_độ tổ_chức tổ_quốc tổng_hợp tổng_kết tờ_trình tự_chủ tự_giác tự_nguyện
    tự_quản tự_động tỷ_lệ vi_phạm viên_chức viên_mãn việc_làm viện_phí viện_trợ việt_nam văn_bản văn_hóa
    văn_phòng văn_thư vận_chuyển vận_hành vận_động vật_chất vật_tư vệ_sinh vị_thế vị_trí vụ_việc vụ_án xem_xét
    xuất_hiện xuất_sắc xác_minh xác_nhận xác_định xây_dựng xã_hội xã_viên xếp_loại xử_lý xử_phạt y_tế yêu_cầu
    yếu_tố án_phí áp_dụng ích_lợi ý_kiến đa_số điều_kiện điểm_cầu điểm_nghẽn điện_tử đoàn_kết đoàn_thể đoàn_viên
    đào_tạo đánh_giá đáp_ứng đô_thị đúng_hạn đăng_ký đăng_tải đơn_giá đường_bộ đường_sắt đại_biểu đại_diện
    đại_hội đại_lý đảm_bảo đảng_bộ đảng_viên đất_nước đất_đai đất_ở đấu_thầu đầu_năm đầu_tư đặc_khu đề_cử
    đề_nghị đề_tài đề_xuất đề_án địa_phương địa_điểm định_giá định_kỳ định_mức đối_chiếu đối_phó đối_tượng
    đối_với đồng_bào đồng_bộ đồng_chí đồng_thuận đồng_thời đồng_ý đổi_mới độ_tuổi độc_lập đội_ngũ động_viên
    động_vật đột_xuất ưu_tiên ủy_ban ủy_viên ứng_dụng ứng_phó
"""
COMPOUNDS = frozenset(word.replace("_", " ") for word in _LISTED.split())
"""Each word in small letters, its syllables parted by a space."""
