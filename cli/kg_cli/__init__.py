"""The commands of kg: one small file each, which parses options, calls one function and prints."""
