# 窗口：侧栏、对话框、提示、登录、设置。

app-name = Reelwright
loading = 正在载入
copied = 已复制
page-stopped = 这个页面意外停止了。你的订单和短片都安然无恙；只有还没发送的内容可能需要重新输入。

## 侧栏

rail-label = 页面
rail-open-orders = { $count ->
   *[other] { $count } 个进行中
}
page-riff = Riff
page-queue = 队列
page-library = 作品库
page-templates = 模板
page-products = 产品
page-characters = 人物
page-settings = 设置
service-riffkit = Riffkit
account-starting = 正在启动…
account-signed-out = 登录
account-waiting = 等待你批准
account-signed-in = 已登录
account-sandbox = 沙盒

## 提示

toasts-label = 消息
toast-reel-ready = 短片已完成
toast-show-reel = 查看
toast-dismiss = 关闭提示

## 图片与播放器

player-play = 播放
player-failed = 此处无法播放这个视频。
player-open = 用播放器打开

## 登录

sign-in-asking-title = 正在登录
sign-in-asking = 正在向 Riffkit 获取验证码…
sign-in-title = 请在浏览器中批准
sign-in-how = Riffkit 的页面已打开。请核对页面上的验证码与此处一致，然后点击 Approve。
sign-in-how-no-browser = 无法打开浏览器。请复制链接并自行打开，核对验证码与此处一致，然后点击 Approve。
sign-in-code-label = 你的验证码
sign-in-waiting = 等待你批准…
sign-in-offline = 暂时没有网络。验证码仍然有效，我们会继续尝试。
sign-in-left = 剩余 { $clock }
sign-in-copy = 复制链接
sign-in-open = 重新打开
sign-in-cancel = 取消
sign-in-ended-title = 尚未登录
sign-in-again = 重试
sign-in-close = 关闭
sign-in-done = 已登录 Riffkit。

## 登录信息的保存位置

vault-title = 要保持登录吗？
vault-why = 这台电脑没有可供 Reelwright 保存登录信息的钥匙串。登录信息中不含你的密码。这个问题只问一次，之后可在“设置”中更改。
vault-memory = 仅到关闭 Reelwright 为止
vault-memory-means = 不向磁盘写入任何内容，下次启动需要重新登录。
vault-file = 保存在文件中
vault-file-means = 保持登录。只有你在这台电脑上的用户账户能读取该文件；文件未加密。

## 设置

settings-subtitle = 更改立即生效。
settings-look = 窗口
settings-language = 语言
settings-language-system = 跟随系统（{ $name }）
settings-theme = 外观
settings-theme-system = 跟随系统
settings-theme-light = 浅色
settings-theme-dark = 深色
settings-reels = 短片
settings-folder = 文件夹
settings-folder-change = 更改…
settings-pattern = 文件名
settings-pattern-example = 例如：{ $name }
settings-pattern-unknown = { $part } 会原样保留：只有 {"{date}"}、{"{title}"} 和 {"{id}"} 会被替换。
settings-pattern-insert = 插入 { $part }
settings-pattern-title = 一摇就起泡
settings-save = 自动保存
settings-save-note = 短片完成后立即存入上面的文件夹。
settings-work = 制作期间
settings-pace = 查询间隔
settings-pace-value = { $seconds } 秒
settings-pace-note = 每隔多久向服务询问一次进度。
settings-notify = 通知我
settings-notify-note = 短片完成时，由系统发出通知。
settings-account = 账户
settings-riffkit = Riffkit
settings-signed-in = 已登录
settings-signed-in-as = 已登录：{ $email }
settings-signed-out = 未登录
settings-sign-in = 登录
settings-sign-out = 退出登录
settings-vault = 登录信息保存在
settings-vault-keychain = 系统钥匙串
settings-vault-file = 只有你能读取的文件
settings-vault-memory = 内存，关闭 Reelwright 后即清除
settings-vault-undecided = 内存，关闭 Reelwright 后即清除（尚未选择）
settings-vault-change = 更改…
settings-server = 服务
settings-server-sandbox = 沙盒
settings-server-sandbox-note = 在本机练习：无需账户和网络，不产生任何费用。短片会标有“sandbox”字样。
settings-server-live = 正式
settings-server-live-note = 真正的 Riffkit，使用你的账户。每次 Riff 都会消耗你的可用秒数。
settings-server-fixed = 本次运行连接到 { $origin }，由 RIFFKIT_BASE_URL 指定。
settings-no-ffmpeg = 这台电脑上没有找到 ffmpeg，因此沙盒对每次 Riff 都返回同一个示例短片。
live-title = 切换到正式服务？
live-restart = Reelwright 将重新启动，并连接到真正的 Riffkit。
live-account = 你需要用自己的 Riffkit 账户登录。
live-cost = 此后提交的每次 Riff 都会消耗你的可用秒数。
live-kept = 沙盒中的订单和短片留在沙盒里；已保存的文件不受影响。
live-yes = 切换到正式服务
sandbox-title = 回到沙盒？
sandbox-restart = Reelwright 将重新启动，并连接到本机的沙盒。
sandbox-cost = 在沙盒中的操作不产生费用，也不会传到 Riffkit。
sandbox-kept = 进行中的 Riff 会在 Riffkit 继续，切换回来后即可看到。
sandbox-yes = 使用沙盒
switch-cancel = 保持不变
settings-about = 关于
settings-version = 版本
settings-report = 诊断
settings-report-copy = 复制报告
settings-report-show = 查看报告
settings-report-note = 关于本程序及其最近错误的信息，供协助你的人参考。其中不含登录信息，也不含带密钥的链接。
