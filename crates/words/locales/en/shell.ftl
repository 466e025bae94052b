# The window's shell: tray, system dialogs, notifications.

tray-show = Show Reelwright
tray-quit = Quit
notice-reel-ready = Your reel is ready
dialog-choose-clips = Choose clips
dialog-choose-files = Choose images or reference material
dialog-images = Images
dialog-videos = Videos
dialog-all-files = All files
dialog-reels-folder = Choose the folder for your reels
dialog-save-reel = Save the reel as
shell-cannot-start = Reelwright can’t start
