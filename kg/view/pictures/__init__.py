"""Pictures beside the graph: timelines, who met whom, maps, readouts side by side, and reports, each one self-contained page."""
