"""The rules of the village as frozen values and functions, without screen or store."""
