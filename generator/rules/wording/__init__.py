"""Rules on words: characters, spaces, keystrokes, capitals (Phụ lục II of NĐ 30), one spelling for one name."""
