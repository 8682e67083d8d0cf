"""Reading events and statements out of an article."""
