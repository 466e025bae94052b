# Hubfluencer's carousels: one prompt, several still slides with words, a caption and hashtags.

## The list

carousels-subtitle = One prompt, a row of slides to post.
carousels-list = Your carousels
carousels-empty = No carousels yet
carousels-empty-how = Say what the slides are to tell. Each slide costs one credit; changing words and look afterwards is free.
carousels-signed-out = Carousels need a Hubfluencer token
carousels-signed-out-how = With a token you write a prompt here, and get slides with words, a caption and hashtags.

## The brief

carousel-new = New carousel
carousel-new-means = Only the prompt is needed. Everything else has a good default.
carousel-brief = Brief
carousel-prompt = What are the slides to tell?
carousel-prompt-example = Five reasons why oat milk froths better when it is cold, for people who make coffee at home
carousel-prompt-means = 10 characters at least before it is made. A draft may wait without.
carousel-slides = Slides
carousel-slides-less = One slide less
carousel-slides-more = One slide more
carousel-slides-cost = { $count ->
    [one] { $count } credit, one for each slide
   *[other] { $count } credits, one for each slide
}
carousel-language = Language of the words
carousel-language-means = Eight languages in Latin script.
carousel-look = Look
carousel-mode = Kind
carousel-mode-creative = Creative
carousel-mode-creative-line = Tells a story.
carousel-mode-ad-driven = Ad
carousel-mode-ad-driven-line = Gives facts and benefits of a product.
carousel-template = Template
carousel-template-boldstatement = Bold statement
carousel-template-editorialstory = Editorial story
carousel-template-scrapbook = Scrapbook
carousel-template-featuregrid = Feature grid
carousel-template-offercard = Offer card
carousel-template-comparison = Comparison
carousel-ratio = Shape
carousel-accent = Accent colour
carousel-accent-hex = Or its number
carousel-position = Where the words stand
carousel-position-own = As the template has it
carousel-position-top = Top
carousel-position-middle = Middle
carousel-position-bottom = Bottom
carousel-position-placed = Once a place is chosen, Hubfluencer does not go back to the template’s own.
carousel-logo = Logo
carousel-logo-means = It stands on every slide.
carousel-logo-after = A logo can be added once the draft is saved.

## Making it

carousel-generate = Make the carousel
carousel-generate-again = Make it anew
carousel-making = How far it is
carousel-status-draft = Draft
carousel-status-processing = In the making
carousel-status-completed = Ready
carousel-status-failed = Failed
carousel-slides-done = { $done } of { $all } slides done
carousel-failed = The carousel could not be made, and its credits came back. Change the brief if you like, then make it again.
carousel-locked = The brief was checked on its way and is locked now. Words and look can be changed above, free. Making it anew costs again and replaces the slides.
carousel-locked-making = While it is being made, the brief is locked.

## Slides

carousel-slides-label = Slides
slide-status-pending = Waiting
slide-status-processing = In the making
slide-status-completed = Ready
slide-status-failed = Failed
slide-not-saved = Not saved
slide-choose = Slide { $number }: { $state }
slide-title = Slide { $number } of { $of }
slide-alt = Slide: { $headline }
slide-edit = Change the words
slide-edit-means = The picture behind the words stays. Changing words is free.
slide-locked = Words and look can be changed once all slides are ready.
slide-failed = This slide could not be drawn. Change its words to have it drawn again.
slide-kicker = Line above
slide-headline = Headline
slide-body = Text
slide-save = Save this slide, free
slide-drop = Discard
slide-done = Done

## Another look

restyle = Another look
restyle-means = All slides are drawn anew over the same pictures.
restyle-logo = Put the stored logo on again
restyle-logo-means = Adding or changing it redraws all slides, free.
restyle-apply = Draw all slides anew

## The copy

carousel-post = To post with it
carousel-caption = Caption
carousel-hashtags-example = #coffee
carousel-save = Save all slides
carousel-save-means = Numbered pictures, with caption and hashtags in a file beside them.
carousel-remove-title = Delete this carousel?
carousel-remove-means = It is deleted at Hubfluencer too, for good. Files that you saved stay where they are.
