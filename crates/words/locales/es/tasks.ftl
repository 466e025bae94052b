# Tareas, repeticiones, resúmenes y filtros de la biblioteca.
