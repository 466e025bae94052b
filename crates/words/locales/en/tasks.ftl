# Tasks, retries, recaps, and the library’s filters.

## The Queue’s tabs

queue-tabs = What to show
queue-tab-orders = Orders
queue-tab-tasks = All tasks
order-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
order-task-open = Details

## The list of tasks

tasks-means = Everything Riffkit was asked to make, here or elsewhere.
tasks-list = Tasks
tasks-count = { $count ->
    [one] { $count } task, the newest first
   *[other] { $count } tasks, the newest first
}
tasks-by-status = Status
tasks-all = All
tasks-kind = Kind
tasks-kind-any = Videos and analyses
tasks-kind-videos = Videos
tasks-kind-analyses = Analyses
tasks-by = Submitted by
tasks-by-anybody = Anybody in the team
tasks-by-me = { $email } (you)
tasks-from = From
tasks-to = To
tasks-day-example = 2026-11-30
tasks-clear = Clear filters
tasks-loading = Reading the tasks from Riffkit…
tasks-signed-out = Sign in to see all tasks
tasks-signed-out-how = Riffkit keeps this list: also what was ordered on its site, and in a team what the others ordered.
tasks-empty = Riffkit has no tasks of yours
tasks-empty-how = Each riff shows up here as soon as Riffkit has taken it.
tasks-none-match = No task matches
tasks-none-match-how = Choose another status, or a longer time.

## One task

task-one = Task
task-queued = Waiting
task-running = Running
task-completed = Done
task-failed = Failed
task-dead = Dropped
task-cancelled = Cancelled
task-video = Video
task-analysis = Analysis
task-submitted = submitted { $ago }
task-started = started { $ago }
task-ended = ended { $ago }
task-on-camera = On camera
task-off-camera = Off camera
task-no-product = No product
task-failed-means = Riffkit could not finish it.
task-dead-means = Riffkit restarted in the middle of it and dropped it. Only a retry brings it back.
task-too-late = It failed more than a day ago, so Riffkit does not take it again. Order it anew instead.
task-progress = Progress, as Riffkit tells it
task-stale = This could not be read again just now. It may have moved since.
task-facts = What is known of this task
task-fact-template = Template
task-fact-character = Character
task-fact-product = Product
task-fact-visibility = Visibility
task-fact-language = Language
task-fact-segments = Segments
task-fact-by = Submitted by
task-fact-submitted = Submitted
task-fact-started = Started
task-fact-ended = Ended
task-fact-took = Took
task-fact-batch = Batch
task-fact-id = Task
task-to-template = See the template
task-copy-id = Copy the task’s id
task-reel = See the reel
task-reel-of = See reel { $number }

## Cancelling one

task-cancel = Cancel…
task-cancel-title = Cancel this task?
task-cancel-means = What was rendered by now is charged and stays charged. The step that is running goes on to its end.
task-cancel-no = Let it run
task-cancel-yes = Cancel the task
task-cancel-busy = Cancelling…
task-cancel-done = The task is cancelled.

## Retrying one

task-retry = Retry…
retry-title = Try this task again?
retry-loading = Asking Riffkit what a retry means…
retry-means = A retry makes it from the beginning. Each second of video that it makes is charged again.
retry-at-most = Costs at most
retry-left = You have left
retry-unknown = unknown
retry-lacks = You may not have enough left. Riffkit refuses the retry if so, and charges nothing for that.
retry-causes = Mend this first
retry-stale-template = The template’s analysis is out of date. Analyse it again, or the same may happen once more.
retry-to-template = Open the template
retry-product-images = The failure speaks of the product’s images. See whether they are clear and rightly named.
retry-to-product = Open the product
retry-character = { $name } can’t act at the moment, so a retry would fail too.
retry-to-characters = See the characters
retry-failed-before = It failed again after two retries. Another one will hardly end differently; order it anew with other choices.
retry-no = Not now
retry-yes = Retry
retry-busy = Retrying…
retry-done = Riffkit has taken the task again.

## What was riffed

recap-title = What was riffed
recap-loading = Reading what was riffed…
recap-extracted = Found in the source
recap-rewritten = Written for your reel
recap-none = Riffkit keeps no record of what it wrote for this one.

## The library’s tabs and filters

library-tabs = What to show
library-count-more = More than { $count } reels
library-tab-reels = Reels
library-tab-material = Your material
library-character = Character
library-any-character = Any character
library-product = Product
library-any-product = Any product
library-template = Template
library-any-template = Any template
library-since-today = Today
library-sort-character = By character
library-sort-product = By product

## One reel

reel-version = Which video
reel-finished = Finished
reel-raw = Raw
reel-to-task = See its task
reel-riff-again = Riff again
reel-riff-again-title = Replace what you are writing?
reel-riff-again-means = The Riff page holds words that you have not ordered yet. This plan would take their place.
reel-riff-again-no = Keep my words
reel-riff-again-yes = Replace them

## Reference material

material-means = Videos and images that you gave Riffkit to refer to. A riff does not need them.
material-upload = Upload…
material-uploads = On their way
material-loading = Reading your material from Riffkit…
material-kept = This could not be read again just now. It is what was read last.
material-signed-out = Sign in to see your material
material-signed-out-how = What you upload is kept by Riffkit, beside your reels.
material-empty = No material yet
material-empty-how = Upload a video or an image that shows a look, a place or a product. A riff works without it.
material-sheet = Upload reference material
material-sheet-means = One file at a time. It costs nothing.
material-choose = Choose a file…
material-other = Choose another…
material-kinds = A video up to 100 MB, or an image up to 50 MB.
material-image = Image
material-video = Video
material-name = Name
material-name-example = The file’s own name
material-notes = Notes
material-notes-example = What it shows, and what it is for
material-none = None
material-no = Not now
material-send = Upload
material-begun = The upload has begun.
material-sending = { $sent } of { $total } MB
material-cancel-of = Stop uploading { $name }
material-dismiss = Dismiss
material-again = Upload again
