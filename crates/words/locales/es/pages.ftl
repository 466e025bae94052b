# The pages: riff, queue, library.
