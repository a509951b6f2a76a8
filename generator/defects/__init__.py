"""Documents made wrong in one known way: the cases of rules, and the published set of seeded defects."""
