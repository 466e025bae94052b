# Plantillas y personajes.
