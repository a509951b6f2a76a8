"""Rules on results, targets and the progress of a plan, found while a report is composed from them."""
