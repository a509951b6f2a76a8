"""Names whose capitals are fixed, as lists by rule of Phụ lục II of NĐ 30; ``naming.lexicon`` reads them."""
