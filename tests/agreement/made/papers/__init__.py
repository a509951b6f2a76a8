"""``make_paper``: a whole paper as an office types it, from a seed: head, bases, articles, tables, signature.

The constructs of ``grammar`` are rare and each by itself; here everything is common, and many small habits of Word's
users meet in one file: runs cut anywhere, letters drawn closer to save a line, dots typed to the margin, words with
slashes in narrow columns, a signature table at the foot of the page.
"""

from tests.agreement.made.papers.whole import make_paper

__all__ = ["make_paper"]
