"""Names and their capitals: names that are known, one spelling for one name, and Phụ lục II of NĐ 30."""
