"""The words of the house: plain data that every room shares, and nothing that works on it."""
