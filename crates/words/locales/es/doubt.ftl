# Un pedido sin respuesta, y los plazos.
doubt-looking = Buscando este pedido en la lista de Riffkit
doubt-why = Salió, pero no llegó respuesta. No se volverá a enviar solo, para que no pagues dos veces.
doubt-looking-how = La lista se lee al menos una vez por minuto. En cuanto aparezca, el pedido sigue solo.
doubt-looking-next = Se vuelve a mirar en { $span }. En cuanto aparezca, el pedido sigue solo.
doubt-look-now = Mirar ahora
doubt-unreadable = Ahora no se puede leer la lista de Riffkit
doubt-unreadable-until = Próximo intento en { $span }. Hasta entonces no se sabe si el pedido se aceptó.
doubt-unreadable-now = Se está reintentando. Hasta entonces no se sabe si el pedido se aceptó.
doubt-sign-in = Inicia sesión para saber qué fue de este pedido
doubt-sign-in-how = Solo la lista de Riffkit dice si se aceptó, y para leerla hace falta tu sesión.
doubt-other-account = Inicia sesión como { $account } para saber qué fue de este pedido
doubt-other-account-how = Se hizo con esa cuenta, y solo su lista dice si se aceptó. Ahora hay otra cuenta abierta.
doubt-account-unknown = No se sabe con qué cuenta se hizo este pedido
doubt-account-unknown-how = Salió antes de que Riffkit dijera de quién era la sesión, y en la lista de { $account } no está. Si se hizo con otra cuenta, inicia sesión con ella. Si fue con esta, no se aceptó.
doubt-account-unknown-how-plain = Salió antes de que Riffkit dijera de quién era la sesión, y en la lista de la cuenta abierta ahora no está. Si se hizo con otra cuenta, inicia sesión con ella. Si fue con esta, no se aceptó.
doubt-sign-in-other = Iniciar sesión con otra cuenta
doubt-not-taken = Este pedido no está en la lista de Riffkit
doubt-not-taken-how = { $span } después de salir seguía sin estar ahí, y ningún pedido tarda tanto en aparecer. Todo indica que no se aceptó y que no se cobró nada.
doubt-send-again = Enviarlo otra vez…
doubt-send-again-how = Se abre en la página Riff. No sale hasta que lo confirmes allí.
doubt-keep-looking = Seguir buscando
doubt-several = ¿Cuál de estos es el pedido?
doubt-several-how = No llegó respuesta, y en la lista de Riffkit hay { $count ->
    [one] { $count } que podría serlo
   *[other] { $count } que podrían serlo
}. Elígelo y sigue desde ahí; no se envía nada.
doubt-candidates = Lo que podría ser
doubt-candidate = Plantilla «{ $name }»
doubt-candidate-unnamed = Aún sin plantilla
doubt-candidate-taken = Aceptado { $ago }
doubt-candidate-choose = Es este
doubt-candidate-choose-of = Es este: { $what }
doubt-none = Ninguno de estos
until-near = durante { $span } más
until-today = hasta las { $time }
until-tomorrow = hasta mañana a las { $time }
until-later = hasta el { $day } a las { $time }
task-retry-deadline = Se puede reintentar { $until }
footage-address = Su dirección de subida vale { $until }. Después se pide otra.
