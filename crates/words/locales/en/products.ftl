# Products, their images, and the creative direction.

## Lists

list-more = { $list }, { $next }
list-last = { $list } and { $next }
picker-cancel = Cancel
picker-take = Use this

## The Products page

products-count = { $count ->
    [one] { $count } product
   *[other] { $count } products
}
products-search = Search products
products-more = Show { $count } more
products-loading = Reading the list from Riffkit…
products-signed-out = Your products are on Riffkit
products-signed-out-how = Sign in to see them and to write new ones.
products-empty = No products yet
products-empty-how = A product gives a reel its facts and its pictures. Write one here, or stage one while you plan a riff.
products-none-match = No product with these words
products-none-match-how = Names, descriptions and audiences were searched.
products-clear = Clear the search
products-kept = This is the list as it was last read.
products-elsewhere = To change or delete a product, use Riffkit’s own site.
products-open-service = Open Riffkit
products-pick = Which product?
products-pick-how = Without one, the reel carries the template’s emotion alone: good for growth and for teaching.
products-none-means = No product is named, and nothing is sold.

## One product

product-new = New product
product-use = Use in a riff
product-facts = About this product
product-audience-of = Who it is for
product-gone = Riffkit does not list this product any more.
product-no-images = No images
product-no-images-how = Without images, the video can only speak of it. Add some so that it can be seen.
product-image-total = { $count ->
    [one] { $count } image
   *[other] { $count } images
}
product-image-unnamed = No name
product-image-unnamed-means = Without a name it can’t be called for in a creative direction.
product-image-pending = Its description is being written…
product-image-use = When to use it: { $text }
product-image-is-locked = Shown as it is
product-image-is-mutable = Riffkit may edit it

## The sheet of a new product

product-sheet-new = New product
product-sheet-add = Add images
product-sheet-stage-means = Nothing is written to Riffkit yet. That happens when you confirm the riff.
product-sheet-create-means = “Create product” writes it to Riffkit at once, then sends its images one after another.
product-sheet-add-means = They are sent to Riffkit at once, one after another.
product-name = Name
product-name-example = Oat Shot
product-description = Description
product-description-example = What it is and does, in facts: the video takes them from here alone.
product-audience = Who it is for (optional)
product-audience-example = People who make coffee at their desk
product-images = Images
product-image-count = { $count } of { $cap }
product-image-add = Choose images…
product-image-kinds = Or drop them here. JPG, PNG or WebP, up to 50 MB each.
product-image-url = Public address of an image
product-image-url-example = https://… of an image
product-image-url-add = Add
product-image-name = Image name
product-image-name-example = bottle front
product-image-description = What it shows (optional)
product-image-description-example = Left empty, Riffkit writes it
product-image-more = More
product-image-usage = When to use it
product-image-usage-example = at the reveal
product-image-id = Its own id
product-image-id-example = Left empty, Riffkit makes one
product-image-mutable = Riffkit may edit this image
product-image-remove = Remove { $name }
product-images-left-out = { $count ->
    [one] { $count } file was left out: a product has { $cap } images at most.
   *[other] { $count } files were left out: a product has { $cap } images at most.
}
product-clear = Clear
product-close = Close
product-stage = Stage it
product-waits = The product is staged. It waits for a source.
product-create = Create product
product-add-images = Add images

## The writing of a product

work-writing = Writing { $name }.
work-sending = Sending images of { $name }: { $done } of { $all } are there.
work-paused = { $name } is paused: { $done } of { $all } images are there.
work-failed = { $name } stopped: { $done } of { $all } images are there. What is there is not sent again.
work-done = { $name } is on Riffkit, with { $done } of { $all } images.
work-done-plain = { $name } is on Riffkit.
work-cancelled = { $name }: the rest was given up. { $done } of { $all } images are there.
work-pause = Pause
work-resume = Go on
work-cancel = Give up the rest
work-image-waiting = Waiting
work-image-fetched = Riffkit fetches it
work-image-sending = { $sent } of { $total }
work-image-done = There
work-image-failed = Not sent

## The creative direction

aid-weight-on-camera = On camera, the weight lies on what is seen: a visual feature × what happens on screen.
aid-weight-off-camera = Off camera, the weight lies on what is said: what it does for people × the voice and subtitles.
aid-weight-no-product = Without a product, this text is the only theme: your own angle × the emotion of the source.
aid-good-on-camera = Says something: “The package-scan gesture × the reveal at 0:04 → from ‘I assumed it was safe’ to ‘a quick scan shows what is in it’.”
aid-good-off-camera = Says something: “The receipts nobody wants to sort × the sigh in the hook → ‘I want this app tonight’.”
aid-good-no-product = Says something: “My third failed sourdough × the 0:03 ‘wait, what?’ → from ‘I’m bad at this’ to ‘everybody starts here’.”
aid-beats = Beats of the template:
aid-features = From the description:
aid-all = Show all
aid-beat-said = { $clock } “{ $text }”
aid-beat-seen = { $clock } { $text }
aid-no-template = Beats are suggested once a template is the source. Of a new source, write the moment as you remember it.
aid-put = Put into the direction
aid-undo = Undo
aid-chips = { $count ->
    [0] Images that you can name.
    [one] Images that you can name; { $count } is matched.
   *[other] Images that you can name; { $count } are matched.
}
aid-empty-product = “{ $text }” fits any product. Name the one feature.
aid-empty-template = “{ $text }” fits any template. Name the beat.
aid-empty-account = “{ $text }” is known from the character already. Say what is special this time.
aid-empty-word = “{ $text }” says as good as nothing. Say what is seen or felt instead.
aid-lacks-parts = Strongest with three parts: a beat × a feature → the shift in the viewer’s mind.
