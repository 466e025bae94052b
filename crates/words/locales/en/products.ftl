# Products, their images, and the creative direction.
