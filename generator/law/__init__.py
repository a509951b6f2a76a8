"""What the law says, as data: NĐ 30's figures, the types of document, legal bases and how they are cited."""
