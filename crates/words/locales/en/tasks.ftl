# Tasks, retries, recaps, and the library’s filters.
