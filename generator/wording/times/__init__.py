"""Days, hours of a day and periods of a year, as clerks type them and as NĐ 30 prints them."""
