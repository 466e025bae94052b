# Plantillas y personajes.

## Characters

character-gender-female = Mujer
character-gender-male = Hombre
character-age-young = joven
character-age-middle = mediana edad
character-age-senior = mayor
character-in-review = Aún no puede actuar: Riffkit está revisando su avatar.
character-failed = No puede actuar: su avatar no pasó la revisión de Riffkit.
character-no-avatar = Aún no puede actuar: aprueba un avatar en los ajustes de Riffkit.

## The picker of characters

characters-pick = ¿Quién sale?
characters-pick-how = Elige a nadie, a uno o a varios. Varios son varios vídeos: uno con cada quien.
characters-auto = Automático
characters-auto-means = Una persona generada por IA
characters-describe = Describe a quién quieres
characters-describe-example = una mujer joven y tranquila que sabe de cosmética
characters-fit = { $count ->
    [0] Nadie encaja con esas palabras. Puedes elegir entre todos.
    [one] Encaja { $count }, y va primero.
   *[other] Encajan { $count }, y van primero.
}
characters-because = Encaja: { $words }
characters-loading = Leyendo los personajes de Riffkit…
characters-none = Riffkit aún no tiene personajes para ti. Automático siempre funciona.
characters-signed-out = Inicia sesión para ver tus personajes.
characters-count-auto = Un vídeo, con una persona generada por IA.
characters-count-one = Un vídeo, con { $name }.
characters-count = { $count } vídeos, uno con cada quien: { $names }.
