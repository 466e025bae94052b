# The command line's part of Hubfluencer. It counts in whole credits of its own.
# Keys of help texts are composed: cli-help-<command>-<argument>, or cli-help-hub-<argument> for what
# means the same in all of these commands.

cli-value-value = VALUE
cli-value-slug = SLUG
cli-value-color = COLOR
cli-value-id = ID
cli-value-scene = SCENE
cli-value-upload = UPLOAD
cli-value-scope = SCOPE

cli-help-login-token-stdin = Read Hubfluencer's token from standard input; without it a terminal asks for it and shows nothing
cli-help-logout-service = The service: riffkit, where none is named, or hubfluencer

cli-help-hub-slug = The project's name, as the lists and `create` print it
cli-help-hub-yes = Agree to the cost without being asked
cli-help-hub-save = Save what is made in this folder
cli-help-hub-to = The folder to save it in, instead of the one in the settings
cli-help-hub-draft = Only create it: nothing is paid
cli-help-hub-prompt = What it is about
cli-help-hub-headline = The title on screen
cli-help-hub-subheadline = The second line on screen, up to 200 characters
cli-help-hub-format = The structure: problem_solution, mistake_fix, myth_vs_reality, before_after, proof_demo or product_reveal
cli-help-hub-look = The look: kinetic_creator, premium_editorial, cinematic_product, ugc_realism, startup_explainer or luxury_minimal
cli-help-hub-theme = A genre; in a short it counts only without a look
cli-help-hub-music-vibe = The mood of the music: Upbeat, Cinematic, Minimal, Luxury, Playful, Jazz, or your own word
cli-help-hub-instrument = An instrument, such as piano; may be given more than once, or with commas
cli-help-hub-text-position = Where the words stand: top, bottom, and between them center in a short, middle in a carousel
cli-help-hub-text-animation = How the words come in: reveal, typewriter, fade_in, pop or bounce
cli-help-hub-font = The font, such as SpaceGrotesk, Montserrat, Anton, BebasNeue or PermanentMarker
cli-help-hub-write-text = Have the words on screen written: one of today's assists
cli-help-hub-product-image = An image of the product, woven into the footage: JPG or PNG, up to 20 MB
cli-help-hub-product-description = What product is seen, up to 500 characters
cli-help-hub-poster = An end card: it closes the short, which then runs 14 s
cli-help-hub-logo = A logo: JPG or PNG, up to 20 MB
cli-help-hub-language = The language, such as en or es
cli-help-hub-mode = creative or ad_driven
cli-help-hub-template = boldStatement, editorialStory or scrapbook; for ads featureGrid, offerCard or comparison
cli-help-hub-slides = How many slides, 3 to 10
cli-help-hub-ratio = The shape, such as 4:5, 1:1 or 9:16
cli-help-hub-accent = The accent, such as #09EFBE
cli-help-hub-caption = The copy to post with it, up to 3,000 characters
cli-help-hub-hashtag = A hashtag; may be given more than once, or with commas
cli-help-hub-scene = The scene's id, as `reel editor show` prints it

cli-help-short = Make a short: one prompt becomes a video of 12 s
cli-help-short-list = List the shorts that this computer knows
cli-help-short-show = Show a short, looked at freshly
cli-help-short-edit = Change a short's look, words or images; an empty text takes one back
cli-help-short-generate = Make a drafted short, or one that failed (15 credits)
cli-help-short-save = Save a short; one that is being made is waited for
cli-help-short-remove = Take a short off this computer's list

cli-help-carousel = Make a carousel: one prompt becomes slides with caption and hashtags
cli-help-carousel-list = List your carousels
cli-help-carousel-show = Show a carousel and its slides, looked at freshly
cli-help-carousel-edit = Change a carousel: all of it before it is made, its caption and hashtags after it
cli-help-carousel-generate = Make a carousel (a credit a slide)
cli-help-carousel-slide = Change a finished slide's words, for free
cli-help-carousel-slide-position = The slide's number
cli-help-carousel-slide-headline = Its title, up to 120 characters
cli-help-carousel-slide-body = Its text, up to 600 characters
cli-help-carousel-slide-kicker = The small line above the title, up to 40 characters
cli-help-carousel-restyle = Give a finished carousel another look, for free
cli-help-carousel-restyle-logo-key = A logo that Hubfluencer has already, by its logo_s3_key
cli-help-carousel-delete = Delete a carousel at Hubfluencer; what you saved stays
cli-help-carousel-save = Save a carousel's slides; one that is being made is waited for

cli-help-editor = Make an ad of several scenes, step by step or by autopilot
cli-help-editor-create = Create an ad, for free
cli-help-editor-create-voice = The voice, by its id
cli-help-editor-create-intent = What the ad is for
cli-help-editor-list = List the ads that this computer knows
cli-help-editor-show = Show an ad with its scenes and clips, looked at freshly
cli-help-editor-edit = Change an ad's narration, length or look
cli-help-editor-edit-narration = What the voice says, up to 12,000 characters; - reads it from standard input
cli-help-editor-edit-seconds = The length to aim at, in seconds
cli-help-editor-autopilot = Let autopilot make the whole ad
cli-help-editor-scenario = Have the scenario written (one assist), or give your own with --from
cli-help-editor-scenario-from = A file with your own scenario; - reads it from standard input
cli-help-editor-scenario-scenes = For how many scenes, 3 to 10
cli-help-editor-apply-scenario = Make scenes of the scenario, for free
cli-help-editor-apply-scenario-scenes = How many: 0, 3, 5, 7 or 10
cli-help-editor-scene = Add, change, order or make scenes
cli-help-editor-scene-add = Add a scene at the end, for free
cli-help-editor-scene-add-prompt = What is to be seen, up to 2,000 characters
cli-help-editor-scene-edit = Change what is to be seen in a scene, for free
cli-help-editor-scene-edit-prompt = What is to be seen, up to 2,000 characters
cli-help-editor-scene-delete = Delete a scene
cli-help-editor-scene-order = Put the scenes in this order
cli-help-editor-scene-order-order = The ids of all scenes, in their new order
cli-help-editor-scene-generate = Make a scene (5 credits)
cli-help-editor-scene-regenerate = Make a scene again (4 credits)
cli-help-editor-scene-enhance = Have a scene's words made better (one assist)
cli-help-editor-scene-use = Show a clip of yours, or another scene's video, in a scene
cli-help-editor-scene-use-upload = The uploaded clip's id
cli-help-editor-scene-use-from = The id of the scene whose finished video is shown
cli-help-editor-generate-scenes = Make all scenes that are not made yet (4 credits each, at least 3 scenes)
cli-help-editor-suggest-scene = Have the next scene suggested (one assist)
cli-help-editor-narration = Have the narration written (one assist)
cli-help-editor-voice = Have the narration spoken (3 credits)
cli-help-editor-voice-voice = The voice, by its id
cli-help-editor-music = Make the music (5 credits), or have its words suggested (one assist)
cli-help-editor-music-prompt = What the music is to be like; 1,200 characters count
cli-help-editor-music-suggest = Only suggest what it could be like
cli-help-editor-upload = Upload a clip of yours and wait until it can be placed; Ctrl+C pauses, the same command goes on
cli-help-editor-upload-file = The clip: MP4, MOV, WebM or MKV, up to 500 MB and 5 minutes
cli-help-editor-upload-multipart = Send it in parts that can be resumed, whatever its size
cli-help-editor-upload-single = Send it in one piece, whatever its size
cli-help-editor-upload-fit = How it fills the shape: blur shows all of it, cover crops it
cli-help-editor-upload-checksum = Send its SHA-256 along, in one piece only
cli-help-editor-uploads = List an ad's clips
cli-help-editor-uploads-cancel = Give this one up: storage keeps nothing of it
cli-help-editor-place = Put an uploaded clip on the timeline
cli-help-editor-place-upload = The uploaded clip's id
cli-help-editor-place-scene = Show it in this scene instead of a new one
cli-help-editor-image = Set an ad's image
cli-help-editor-image-role = What it is: product, closing or logo
cli-help-editor-image-file = The image: JPG or PNG, up to 20 MB
cli-help-editor-image-description = What the product image shows, up to 500 characters
cli-help-editor-placement = Say where the product is seen in scenes that are not made yet
cli-help-editor-placement-placement = throughout or end
cli-help-editor-logo = Say how the logo stands
cli-help-editor-logo-treatment = How it is drawn
cli-help-editor-logo-position = Where it stands
cli-help-editor-logo-seconds = How long it shows, in seconds
cli-help-editor-render = Render the ad; scenes that are not made yet are made first (5 credits each)
cli-help-editor-save = Save an ad; one that is being made is waited for
cli-help-editor-remove = Take an ad off this computer's list

cli-help-credits = Show the credits that are left at Hubfluencer
cli-help-assists = Show today's assists at Hubfluencer, or buy more
cli-help-assists-unlock = Buy a batch more
cli-help-tokens = List, make or revoke Hubfluencer's access tokens
cli-help-tokens-list = List your tokens
cli-help-tokens-create = Make a token; its secret is printed this once
cli-help-tokens-create-name = A name to know it by
cli-help-tokens-create-scope = What it may do, such as video:read; may be given more than once
cli-help-tokens-revoke = Revoke a token; what uses it is signed out
cli-help-tokens-revoke-id = The token's id
cli-help-sandbox-hub-credits = Whole credits of Hubfluencer on a new account
cli-help-purchases = List the paid steps of the last days at Hubfluencer
cli-help-purchases-not-taken = Say of this one, which is in doubt, that it was not taken

cli-examples-short =
    Examples:
      reel short --prompt "A lamp that wakes you like a sunrise" --headline "Wake up better" --save .
      reel short --prompt "…" --look premium_editorial --product-image lamp.png --poster end.png --yes --save . --json
      reel short edit SLUG --font Anton     reel short generate SLUG --yes --save .
cli-examples-carousel =
    Examples:
      reel carousel --prompt "Three ways to pour coffee slowly" --slides 5 --ratio 4:5 --save .
      reel carousel slide SLUG 2 --headline "Pour slower"
      reel carousel restyle SLUG --template scrapbook --accent "#09EFBE" --save .
cli-examples-editor =
    Examples:
      reel editor create --language en --prompt "A lamp that folds flat for travel"
      reel editor autopilot SLUG --save .
      reel editor upload SLUG clip.mp4     reel editor place SLUG UPLOAD     reel editor render SLUG --save .

# Signing in.
cli-hub-login-done = You are signed in to Hubfluencer.
cli-hub-login-lacks = This token lacks “{ $scope }”, so some commands will be refused.
cli-hub-login-environment = HUBFLUENCER_API_TOKEN is set: as long as it is, its token is used, and not the one that was kept now.
cli-hub-login-sandbox = Using the sandbox's own token: it is worth nothing anywhere else.
cli-hub-login-script = Nobody is here to type a token. Pipe it in: reel login hubfluencer --token-stdin
cli-hub-login-open = Hubfluencer needs a personal access token. Open its site, where tokens are made? [y/N]
cli-hub-login-ask = Paste the token (it is not shown):
cli-hub-token-how = Give it with: reel login hubfluencer
cli-hub-logout-done = You are signed out of Hubfluencer. What is saved on disk stays.
cli-hub-logout-environment = This command let go of the token, but HUBFLUENCER_API_TOKEN brings it back next time. Unset it to sign out.

# What costs.
cli-hub-cost = { $credits ->
    [0] It is free.
    [one] It costs { $credits } credit.
   *[other] It costs { $credits } credits.
}
cli-hub-cost-of = { $credits ->
    [0] It is free; you have { $available }.
    [one] It costs { $credits } credit; you have { $available }.
   *[other] It costs { $credits } credits; you have { $available }.
}
cli-hub-ask = [y/N]
cli-hub-not-confirmed = You did not confirm, so nothing was paid.
cli-hub-not-confirmed-script = This may cost credits and nobody is here to confirm it, so nothing was sent. Add --yes to agree beforehand.
cli-hub-waits = It may have left already; its answer is waited for. Press Ctrl+C again to leave it in doubt.
cli-hub-asking-again = The answer was lost on its way. It is asked for again under the same number, so nothing is paid twice.
cli-hub-asking-goes-on = No answer yet, so it may have been taken. The next command about Hubfluencer goes on asking, and nothing is paid twice; `reel purchases` shows what came of it.
cli-hub-refunded = The credits came back.

# While something is made.
cli-hub-making-short = Making the short
cli-hub-making-slides = Making the slides
cli-hub-making-slides-of = Making the slides, { $done } of { $of }
cli-hub-making-scenes = Making the scenes
cli-hub-making-scenes-of = Making the scenes, { $done } of { $of } there
cli-hub-making-voice = Speaking the narration
cli-hub-making-music = Making the music
cli-hub-autopilot = Autopilot is at work
cli-hub-rendering = Rendering the ad
cli-hub-processing = It is all there; Hubfluencer prepares it
cli-hub-left = It goes on at Hubfluencer. To wait for it again: { $command }
cli-hub-failed = Hubfluencer could not make it.
cli-hub-failed-because = Hubfluencer could not make it. It says: “{ $cause }”
cli-hub-stopped = Stopped. Nothing was paid; what was changed before stays.
cli-hub-kept = The project is there: { $slug }
cli-hub-not-saved = It is not saved yet. To save it: { $command }
cli-hub-removed = It is off this computer's list. Hubfluencer still has it, and `show` brings it back.
cli-hub-deleted = It is deleted at Hubfluencer. What you saved stays.
cli-hub-upload-paused = Paused. The same command goes on from here.
cli-hub-upload-processing = All of it is at Hubfluencer, which goes on preparing it. `reel editor uploads` shows when it is ready.
cli-hub-upload-cancelled = Given up. What storage has of it is cleared away.

# Lists.
cli-hub-shorts-none = No shorts yet.
cli-hub-carousels-none = No carousels yet.
cli-hub-editors-none = No ads yet.
cli-hub-uploads-none = No clips yet.
cli-hub-purchases-none = Nothing was paid in the last days.
cli-hub-token-once = This is the token. It is shown this once and kept nowhere:
cli-hub-token-revoked = The token is revoked.
cli-hub-token-unused = never used
cli-hub-purchase-sending = on its way
cli-hub-purchase-asking-again = asked again
cli-hub-purchase-taken = taken
cli-hub-purchase-refused = refused
cli-hub-purchase-not-sent = not sent
cli-hub-purchase-in-doubt = in doubt
cli-hub-purchase-given-up = given up
