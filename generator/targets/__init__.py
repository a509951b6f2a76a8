"""What targets ask for: the words of a chỉ tiêu read into something results can be held against."""
