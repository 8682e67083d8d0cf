"""Whether all that a store keeps is as it should be, and copies of it as one file that can be put back anywhere."""
