"""What documents are judged by: one file a rule, found by being there.

A rule is ``<group>/<rule_id>.py`` with its cases beside it in ``<rule_id>.yml``. The module's docstring is the rule's
page (what it is; Quy định, Vì sao, Sai, Đúng); ``RULE`` says level and clause; ``check`` finds.
"""
