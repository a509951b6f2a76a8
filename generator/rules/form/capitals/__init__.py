"""Rules of capitals (Phụ lục II) that need to know which component the words stand in."""
