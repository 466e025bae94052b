# The window's shell: tray, system dialogs, notifications.

tray-show = Mostrar Reelwright
tray-quit = Salir
notice-reel-ready = Tu reel está listo
dialog-choose-clips = Elegir clips
dialog-choose-files = Elige imágenes o material de referencia
dialog-images = Imágenes
dialog-videos = Vídeos
dialog-all-files = Todos los archivos
dialog-reels-folder = Elegir la carpeta para tus reels
dialog-save-reel = Guardar el reel como
shell-cannot-start = Reelwright no puede iniciarse
