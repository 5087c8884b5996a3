"""How fast it is, beside others in the same run: ``python -m bench [--quick] [--json FILE]``.

A *report* is 700 characters. What is compared is measured in turns within one run, so that a busy machine slows all sides
alike; figures are medians of the rounds.
"""
