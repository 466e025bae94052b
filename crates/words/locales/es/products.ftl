# Productos, sus imágenes y la dirección creativa.
