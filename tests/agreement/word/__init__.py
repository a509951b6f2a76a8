"""Word's own pages: where it broke them when it last saved a file, and whether a PDF keeps those breaks."""
