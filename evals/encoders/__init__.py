"""Fine-tunes the packaged embedder: as the embedder of the tutor's notes, and as a reader of question and sentence."""
