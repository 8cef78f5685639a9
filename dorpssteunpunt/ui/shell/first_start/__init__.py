"""The first start: a new support point step by step, with nothing written before the last one."""
