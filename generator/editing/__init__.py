"""A Word file changed where a finding says, directly or as tracked changes, or given comments there.

Nothing else of the file is touched: parts without a change keep their bytes.
"""
