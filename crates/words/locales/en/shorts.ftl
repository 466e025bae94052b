# Hubfluencer's shorts: one brief, one vertical video of 12 or 14 seconds.

## The list

shorts-subtitle = One brief, one vertical video.
shorts-list = Your shorts
shorts-empty = No shorts yet
shorts-empty-how = Say in a sentence or two what your product does and for whom. Twelve seconds of video with your title and music come of it.
shorts-signed-out = Shorts need a Hubfluencer token
shorts-signed-out-how = With a token you write a brief here, choose a look, and get a finished vertical video.

## The brief

short-new = New short
short-new-means = Only the brief is needed. Everything else has a good default.
short-untitled = Untitled
short-brief = Brief
short-prompt = What is it about?
short-prompt-example = Oat Shot froths in one shake, without a machine. For people who make coffee at their desk.
short-prompt-means = Name the product, what it does and for whom: 10 characters at least, two sentences are good.
short-words = Words on screen
short-headline = Title
short-headline-example = Froth in one shake
short-subheadline = Second line
short-subheadline-example = No machine. No mess.
short-position = Where the words stand
short-position-top = Top
short-position-center = Middle
short-position-bottom = Bottom
short-animation = How they come in
short-animation-reveal = Reveal
short-animation-typewriter = Typewriter
short-animation-fade-in = Fade in
short-animation-pop = Pop
short-animation-bounce = Bounce
short-font = Font
short-miniature-headline = Your title
short-beats = Lines in between
short-look = Look
short-look-open = Let it choose
short-look-kinetic-creator = Kinetic creator
short-look-premium-editorial = Premium editorial
short-look-cinematic-product = Cinematic product
short-look-ugc-realism = Everyday phone
short-look-startup-explainer = Startup explainer
short-look-luxury-minimal = Luxury minimal
short-format = Story
short-format-auto = Auto
short-format-auto-line = Chosen to fit your brief.
short-format-problem-solution = Problem and solution
short-format-problem-solution-line = A nuisance that everybody knows, then the way out of it.
short-format-mistake-fix = Mistake and fix
short-format-mistake-fix-line = What most people do wrong, and how it is done right.
short-format-myth-vs-reality = Myth and reality
short-format-myth-vs-reality-line = What people believe, set against what is so.
short-format-before-after = Before and after
short-format-before-after-line = The same scene twice; your product is the difference.
short-format-proof-demo = Proof
short-format-proof-demo-line = It is shown working, without a cut.
short-format-product-reveal = Reveal
short-format-product-reveal-line = Curiosity first, the product at the end.
short-sound = Music
short-vibe = Music
short-vibe-upbeat = Upbeat
short-vibe-cinematic = Cinematic
short-vibe-minimal = Minimal
short-vibe-luxury = Luxury
short-vibe-playful = Playful
short-vibe-jazz = Jazz
short-vibe-own = Or in your own words
short-vibe-example = Warm lo-fi with a slow beat
short-instruments = Instruments
short-instruments-example = piano, strings
short-more = More
short-theme = Genre
short-theme-means = An older setting. It counts only while no look is chosen.

## Images

short-images = Images
short-images-after = A product image and an end card can be added once the draft is saved.
short-product = Product image
short-product-means = It is woven into the footage.
short-poster = End card
short-poster-means = A still that closes the video. With it the short runs 14 s instead of 12.

## Making it

short-save-draft = Save draft
short-assist = Write these for me
short-generate = Make the short
short-generate-again = Make it again
short-making = How far it is
short-stage-draft = Draft
short-stage-rendering = Rendering
short-stage-ready = Ready
short-stage-failed = Failed
short-failed = The short could not be made. Change the brief if you like, then make it again.
short-locked = While it is being made, the brief is locked.

## The result

short-result = The finished short
short-ready = Your short is ready
short-change = Change it and make it again
short-change-means = What you change here counts for the next making, which costs anew and replaces this video. What you saved stays.
short-remove-title = Take this short off your list?
short-remove-means = It goes from this list only. It stays at Hubfluencer, and files that you saved stay where they are.
