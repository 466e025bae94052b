# Ads of several scenes: the list, a new one, and the surface on which one is made.

## The list

editors-subtitle = Ads of several scenes, by autopilot or step by step.
editors-list = Your ads
editors-new = New ad
editors-new-means = Creating an ad is free. Nothing is made before you have seen its cost.
editors-empty = No ads yet
editors-empty-how = Describe a product and let autopilot make the ad, or build it scene by scene with your own clips.
editors-token = Your ads live at Hubfluencer
editors-token-how = With a token they show up here, and you can make new ones.
editors-begun = Just begun
editors-autopilot = autopilot is at work
editors-batch = scenes are being made
editors-rendering = rendering
editors-working = in the making
editors-finished = finished
editors-render-failed = the render failed

## A new ad

editor-untitled = Untitled ad
editor-language = Language
editor-language-none = Choose one
editor-language-another = Another, by its code…
editor-language-code = Code of the language
editor-brief = Brief
editor-brief-example = Oat Shot: a bottle that froths oat milk in one shake. For people who make coffee at their desk.
editor-brief-means = What the ad is about. It can’t be changed later, and autopilot needs at least 10 characters.
editor-format = Structure
editor-look = Look
editor-auto = Auto
editor-ratio = Shape
editor-more = More
editor-theme = Theme
editor-theme-means = A genre over the look, in Hubfluencer’s own word.
editor-intent = What it is for
editor-ways-means = Creating it is free. Autopilot shows its cost before anything is spent.
editor-ways-needs-brief = Creating it is free. Autopilot needs a brief of at least 10 characters.
editor-autopilot = Autopilot
editor-by-hand = Step by step

## The two ways

editor-autopilot-title = Let autopilot make it
editor-autopilot-means = It writes the scenario, makes every scene, the voice and the music, and renders the film. You see the cost first, say yes once, and watch.
editor-autopilot-needs-brief = Autopilot works from a brief, and this ad has none. A brief can’t be added afterwards, so begin a new ad with one.
editor-autopilot-cost = See what it costs
editor-begin-anew = New ad with a brief
editor-by-hand-title = Make it step by step
editor-by-hand-means = Write or generate the scenario, order and change the scenes, bring your own clips, choose the voice and the music. Each step says what it costs; most are free.

## One ad

editor-forget-title = Take this ad off the list?
editor-forget-means = It goes from the list here. Hubfluencer keeps it, and so does your disk what you saved.
editor-panels = Story, clips, sound, images and film
editor-story = Story
editor-clips = Clips
editor-sound = Sound
editor-images = Images
editor-film = Film
editor-save = Save
editor-leave = Leave
editor-close = Close
editor-undo = Undo
editor-dismiss = Dismiss
editor-unsaved = Not saved yet. It stays on this computer.
editor-use-words = Use these words
editor-write-it = Write it for me
editor-text-over = { $over ->
    [one] { $over } character too many.
   *[other] { $over } characters too many.
}
editor-locked-autopilot = Autopilot is making this ad and has the timeline. You can look and play; changes wait until it is done.
editor-locked-autopilot-short = Autopilot has this ad. Wait until it is done.
editor-locked-batch = Scenes are being made. The timeline is locked until they are done.
editor-locked-batch-short = Scenes are being made. Wait until they are done.
editor-locked-short = The timeline is locked just now.
editor-made-of = { $done } of { $all } scenes made
editor-autopilot-failed = Autopilot failed and gave no reason.
editor-autopilot-failed-because = Autopilot failed. Hubfluencer says: “{ $detail }”
editor-autopilot-cancelled = Autopilot was cancelled. What it made is here.
editor-signed-out = Hubfluencer does not know you at the moment. You see what was heard last; to go on, give your token.
editor-scope-missing = Your token may not do everything here. It lacks: { $scopes }.

## Scenes

editor-scenes = Scenes
editor-scene = Scene { $number }
editor-scenes-of = { $count ->
    [one] { $count } scene
   *[other] { $count } scenes
}
editor-scene-count = { $count } of { $cap }
editor-no-scenes = No scenes yet. Apply a scenario, write a scene, or place a clip of yours.
editor-scene-length-means = A scene that Hubfluencer makes lasts 8 seconds; a clip keeps its own length.
editor-scene-keys = On a grip, the arrow keys move the scene, Home and End send it to the ends. Elsewhere in a scene, Alt with an arrow does the same.
editor-scene-grip = Move { $name }
editor-scene-earlier = Move { $name } up
editor-scene-later = Move { $name } down
editor-scene-moved = { $name } is now { $place } of { $count }.
editor-scene-starts = Begins at
editor-scene-pending = Not made yet
editor-scene-making = Being made
editor-scene-made = Made
editor-scene-clip = Your clip
editor-scene-failed = Failed
editor-scene-failed-plain = Hubfluencer could not make this scene and gave no reason.
editor-scene-failed-because = Hubfluencer could not make this scene: “{ $detail }”
editor-product-in-throughout = product throughout
editor-product-in-end = product at the end
editor-scene-prompt = What is to be seen
editor-scene-prompt-example = A hand shakes the bottle once; foam rises, close up, morning light.
editor-scene-wordless = No words yet. Say what is to be seen before it can be made.
editor-scene-clip-wordless = A clip of yours. It needs no words.
editor-scene-edit = Edit
editor-scene-edit-of = Edit the words of { $name }
editor-scene-make = Make it
editor-scene-again = Make it again
editor-scene-enhance = Better words
editor-scene-use = Use a video…
editor-scene-delete = Delete
editor-make-all = { $count ->
    [one] Make { $count } scene
   *[other] Make all { $count } scenes
}
editor-scene-add = Add a scene
editor-scene-place = Place a clip…
editor-scene-suggest = Suggest the next
editor-scenes-full = An ad has at most 20 scenes. Delete one to add another.
editor-proposal = Suggested next scene
editor-proposal-take = Add this scene
editor-enhanced = The words are new. The old ones can be put back.
editor-enhanced-back = Put the old words back
editor-enhanced-offered = Suggested words:
editor-scene-removed = { $name } is deleted.
editor-delete-title = Delete { $name }?
editor-delete-means = Its video goes with it and can’t be brought back. Making a scene anew costs { $credits } credits.
editor-keep-it = Keep it
editor-place-title = Place a clip as a new scene
editor-place-means = It stands at the end then; move it where it belongs.
editor-use-title = A video for { $name }
editor-use-means = What this scene shows now is replaced. This is free.
editor-use-none = There is no finished video to choose yet. Upload a clip under “Clips”, or make another scene first.
editor-ruler = Scenes in time
editor-ruler-scene = { $name }, from { $at }, { $length }
editor-play-title = Preview

## Story

editor-scenario = Scenario
editor-scenario-means = The whole story in words. Scenes are made of it when you apply it.
editor-scenario-words = Scenario
editor-scenario-example = Morning at a desk. The coffee is flat. One shake, and foam rises…
editor-scenario-count = For how many scenes
editor-scenario-count-auto = Any number
editor-apply = Apply the scenario
editor-apply-count = To how many scenes
editor-apply-do = Make scenes of it
editor-apply-needs = Write and save a scenario first.
editor-apply-replaces = { $scenes ->
    [one] The scene that is there may be replaced.
   *[other] The { $scenes } scenes that are there may be replaced.
}
editor-apply-replaces-videos = { $scenes ->
    [one] The scene that is there may be replaced, and its video with it.
   *[other] The { $scenes } scenes that are there may be replaced, { $videos } of them with their video.
}
editor-apply-zero = Hubfluencer does not say what 0 makes: no scenes, or as many as the scenario tells of.
editor-apply-title = Some scenes have a video. Apply it anyway?
editor-apply-lost = Videos that were made can’t be brought back. Clips of yours stay at Hubfluencer and can be placed again.
editor-keep-them = Keep them
editor-style = Look and length
editor-style-means = Counts for what is made from now on.
editor-target = Length to aim at, in seconds

## Sound

editor-job-none = Not made yet
editor-job-processing = Being made
editor-job-completed = Made
editor-job-failed = Failed
editor-narration = Narration
editor-narration-words = What the voice says
editor-narration-example = Your coffee deserves better than a spoon…
editor-voice = Voice
editor-voice-id = Voice id
editor-voice-id-means = From Hubfluencer’s list of voices: letters, digits, “-” and “_”, at most 64.
editor-voice-make = Speak the narration
editor-voice-again = Speak it again
editor-voice-needs-words = Write and save the narration first.
editor-voice-needs-saving = Save the narration first: the voice reads what Hubfluencer has.
editor-music = Music
editor-music-words = What it is like
editor-music-example = Warm lo-fi, soft keys, a small lift at the end
editor-music-make = Make the music
editor-music-again = Make it again
editor-music-suggest = Suggest
editor-music-offered = Suggested:
editor-music-cut = { $over ->
    [one] Hubfluencer reads 1,200 characters and cuts the last one off.
   *[other] Hubfluencer reads 1,200 characters and cuts the last { $over } off.
}

## Images

editor-image-product = Product
editor-image-product-means = Seen in the scenes that are made from now on.
editor-image-closing = Closing image
editor-image-closing-means = The last picture of the film.
editor-image-logo = Logo
editor-image-logo-means = Lies over the film.
editor-placement = Where the product is seen
editor-placement-throughout = Throughout
editor-placement-end = At the end
editor-placement-means = Free. Applies to every scene that is not made yet.
editor-logo-treatment = Treatment
editor-logo-position = Position
editor-logo-seconds = Seconds
editor-logo-means = In Hubfluencer’s own words; it lists no values. What is left empty stays as it is.

## Clips

editor-clips-drop = Drop your clips here, or choose them
editor-clips-drop-now = Let go to add the clips
editor-clips-choose = Choose clips
editor-clips-caps = MP4, MOV, WebM or MKV, up to 500 MB and 5 minutes each. Uploading is free.
editor-clips-none = No clips yet.
editor-clips-look = Look again
editor-clip-sheet = Upload clips
editor-clip-leave = Don’t upload
editor-clip-send = { $count ->
    [0] Upload
    [one] Upload the clip
   *[other] Upload { $count } clips
}
editor-clip-file-remove = Take { $name } off
editor-clip-description = Product in the clip (optional)
editor-clip-description-example = White bottle with a wooden cap
editor-fit = How it fills the frame
editor-fit-blur = over a blur
editor-fit-cover = cropped to fill
editor-fit-blur-choice = Over a blur
editor-fit-cover-choice = Cropped to fill
editor-fit-blur-means = All of the picture is seen, over a blurred copy of itself.
editor-fit-cover-means = The frame is filled; what does not fit is cut off.
editor-method = How it is sent
editor-method-auto = Auto
editor-method-single = In one piece
editor-method-parts = In parts
editor-method-auto-means = In parts from 50 MB on, in one piece below.
editor-method-single-means = Quick for small clips. If the line breaks, it begins again.
editor-method-parts-means = If the line breaks, it goes on where it stopped.
editor-checksum = Send a checksum along, so that Hubfluencer can compare (in one piece only)
editor-clip-in-parts = in parts
editor-clip-waiting = Waiting for its turn
editor-clip-paused = Paused at { $sent } of { $total } MB. It goes on where it stopped.
editor-clip-processing = Sent. Hubfluencer is preparing it…
editor-clip-ready = Ready to be placed
editor-clip-failed = Can’t be used
editor-clip-cancelled = Cancelled. Nothing was left behind.
editor-clip-shown-in = Shown in { $scenes }
editor-clip-pause = Pause
editor-clip-resume = Go on
editor-clip-cancel = Cancel
editor-clip-place = Add as a scene
editor-clip-into = Into a scene…

## Render and film

editor-render = Render
editor-render-again = Render again
editor-render-nothing = There is nothing to render yet: the ad has no scenes.
editor-render-busy = Hubfluencer is at work on this ad. It can be rendered once that is done.
editor-render-free = Every scene is made: rendering is free.
editor-render-charges = { $scenes ->
    [one] { $scenes } scene is not made yet. Rendering makes it first, for { $credits } credits.
   *[other] { $scenes } scenes are not made yet. Rendering makes them first, for { $credits } credits.
}
editor-film-none = The finished film appears here.
editor-film-rendering = The film is being rendered…
editor-film-failed = The render failed, and Hubfluencer gave no reason.
editor-film-failed-because = The render failed. Hubfluencer says: “{ $detail }”
