# 窗口外壳：托盘、系统对话框、通知。

tray-show = 显示 Reelwright
tray-quit = 退出
notice-reel-ready = 你的成片做好了
dialog-choose-clips = 选择片段
dialog-choose-files = 选择图片或参考素材
dialog-images = 图片
dialog-videos = 视频
dialog-all-files = 所有文件
dialog-reels-folder = 选择成片保存的文件夹
dialog-save-reel = 成片另存为
shell-cannot-start = Reelwright 无法启动
