# 命令行 `reel`。帮助文字的键是拼出来的：cli-help-<命令>-<参数>。

cli-heading-usage = 用法
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-heading-everywhere = 每个命令都有的选项

# 帮助文字里代表取值的词。
cli-value-options = 选项
cli-value-command = 命令
cli-value-language = 语言
cli-value-service = 服务
cli-value-file = 文件
cli-value-source = 来源
cli-value-code = 代码
cli-value-text = 文字
cli-value-host = 主机
cli-value-folder = 文件夹
cli-value-reel = 视频
cli-value-pace = 快慢
cli-value-name = 名称
cli-value-seconds = 秒数

cli-help-reel = 在命令行里把爆款短视频改编成你自己的
cli-help-reel-json = 在标准输出打印一份 JSON，失败时也一样
cli-help-reel-quiet = 途中只说必须知道的事
cli-help-reel-live = 不管设置如何，使用真实服务
cli-help-reel-words = 文字的语言：en、zh-Hans 或 es
cli-help-reel-version = 打印版本
cli-help-reel-help = 打印这份帮助
cli-help-exits =
    退出码：0 完成；1 被拒绝；2 命令行有误；3 没有确认，什么都没发送；
    4 没有登录；5 还没有答复，可以放心再查；6 结果不明，订单可能已被收下。
cli-help-login = 登录
cli-help-login-service = 服务：riffkit
cli-help-login-no-browser = 只打印链接，不打开浏览器
cli-help-logout = 忘掉登录信息
cli-help-check = 在本机查看片段：它是什么，能不能发送
cli-help-check-file = 片段
cli-help-riff = 下单改编，等它完成并保存视频
cli-help-riff-source = 片段的路径，或一条 TikTok 视频的链接
cli-help-riff-language = 视频的语言，例如 en 或 es
cli-help-riff-direction = 创意方向，最多 5,000 字
cli-help-riff-hint = 原片好在哪里，最多 5,000 字
cli-help-riff-yes = 不再询问，直接同意下单
cli-help-riff-allow-host = 链接不在 TikTok 的地址上时，同意使用这个主机
cli-help-riff-save = 把视频保存到这个文件夹
cli-help-queue = 列出这台电脑的订单，并重新查询
cli-help-queue-wait = 一直等到所有订单结束
cli-help-library = 列出做好的视频
cli-help-save = 保存一条做好的视频
cli-help-save-asset = 视频的编号，见 library 的列表
cli-help-save-to = 保存到这个文件夹，而不是设置里的那个
cli-help-save-file = 保存为这个文件
cli-help-sandbox = 运行沙盒：在本机模拟服务，不需要账号和网络
cli-help-sandbox-data = 沙盒保存一切内容的文件夹
cli-help-sandbox-pace = 一条视频要多久：instant、fast、normal、slow，或一个秒数
cli-help-sandbox-print-urls = 用一行 JSON 打印监听地址
cli-help-sandbox-fault = 在这一处故意出错，例如 riff-402；可以写多次
cli-help-sandbox-balance = 新账号有多少秒视频

# 命令行写得不对。
cli-wrong = 看不懂这条命令。`reel --help` 会列出可以怎么写。
cli-wrong-no-command = 缺少命令。`reel --help` 会列出所有命令。
cli-wrong-command = 没有“{ $argument }”这个命令。`reel --help` 会列出所有命令。
cli-wrong-argument = 这里看不懂“{ $argument }”。加上 --help 可以查看写法。
cli-wrong-missing = 还缺少：{ $argument }。加上 --help 可以查看写法。
cli-wrong-no-value = { $argument } 需要一个值。加上 --help 可以查看有哪些。
cli-wrong-value = “{ $value }”不能用作 { $argument } 的值。加上 --help 可以查看有哪些。
cli-wrong-conflict = { $argument } 不能和这里的另一个选项一起用。加上 --help 可以查看写法。
cli-server-wrong = 这个服务器地址不能用。{ $detail }

cli-sandbox-used = 正在使用本机的沙盒：不花钱，也没有内容离开这台电脑。加上 --live 使用真实服务。
cli-sandbox-failed = 沙盒启动失败：{ $detail }
cli-sandbox-listens = 沙盒正在监听 { $url }，内容保存在 { $data }。按 Ctrl+C 停止。
cli-sandbox-stopped = 沙盒已停止。内容会留到下次使用。

cli-login-offer = 你还没有登录 Riffkit。现在登录吗？[y/N]
cli-login-open = 打开这个链接并点击 Approve（批准）：
cli-login-code = 请先核对页面上显示的验证码：{ $code }
cli-login-done = 已登录。
cli-login-done-as = 已登录为 { $email }。
cli-login-memory = 没有指定保存登录信息的地方，这条命令结束后登录就失效。
cli-login-stopped = 登录已停止，目前没有人登录。
cli-logout-done = 已退出登录。保存在磁盘上的内容不受影响。

cli-vault-ask =
    这台电脑没有钥匙串。登录信息保存在哪里？
      1  保存在只有你能读的文件里
      2  不保存：这条命令结束后失效
    请输入 1 或 2：
cli-vault-script = 这台电脑没有钥匙串，现在也没有人可以询问。请把 { $variable } 设为 file 或 memory，说明登录信息保存在哪里。

# 下面任何一个词都算同意。
cli-yes-words = y yes 是 好 确认 同意

cli-plan = 准备下单：
cli-plan-source = 来源
cli-plan-character = 人物
cli-plan-product = 产品
cli-plan-language = 语言
cli-plan-direction = 创意方向
cli-plan-hint = 爆点提示
cli-plan-auto = 自动，由 AI 生成人物
cli-plan-none = 无
cli-plan-ordered-before = 这个来源你刚刚下过单。
cli-riff-ask = 发送这一单吗？会用掉视频秒数。[y/N]
cli-riff-ask-host = 这个链接指向 { $host }，它不是 TikTok 的地址。仍然使用吗？[y/N]
cli-not-confirmed = 你没有确认，所以什么都没有发送。
cli-not-confirmed-script = 下单会用掉视频秒数，而现在没有人可以确认，所以什么都没有发送。加上 --yes 表示事先同意。

cli-progress-sending = 正在发送
cli-progress-sending-of = 正在发送，{ $sent } / { $total }
cli-progress-queued = 正在排队
cli-progress-analysing = 正在分析原片
cli-progress-analysing-percent = 正在分析原片，{ $percent }%
cli-progress-analysed = 分析完成，接下来生成视频
cli-progress-generating = 正在生成视频
cli-progress-generating-percent = 正在生成视频，{ $percent }%
cli-progress-saving = 正在保存
cli-progress-saving-of = 正在保存，{ $received } / { $total }
cli-note-busy = 服务同时进行的 10 个任务已满。有一个结束后就轮到你的。
cli-note-long = 这一单比平常久，之后会少查询几次。
cli-note-unreachable = 暂时连不上服务，会自动重试。

cli-order-failed = 服务结束了这一单，没有做出视频。
cli-order-failed-because = 服务结束了这一单，没有做出视频。它的说法是：“{ $cause }”
cli-order-cancelled = 这一单已取消。之前已经渲染的秒数会计费。

cli-stopped = 已停止，什么都没有发送。
cli-stopped-nothing-taken = 及时停下了：服务什么都没有收下。
cli-stopped-watching = 已停止等待。服务会继续处理这一单；用 `reel queue` 可以接着查看。
cli-stopped-saving = 已停止保存，磁盘上没有留下任何东西。

cli-check-ok = 可以发送。
cli-check-warn = 可以发送，但服务可能会拒绝。
cli-check-refused = 不能发送。

cli-library-empty = 还没有做好的视频。
cli-queue-empty = 还没有订单。

cli-stage-queued = 排队中
cli-stage-analysing = 分析中
cli-stage-analysed = 已分析
cli-stage-generating = 生成中
cli-state-awaiting-sign-in = 等你登录
cli-state-sending = 发送中
cli-state-in-doubt = 结果不明
cli-state-ready = 已完成
cli-state-failed = 失败
cli-state-cancelled = 已取消
cli-state-refused = 被拒绝
cli-state-not-sent = 未发送
cli-state-given-up = 已放弃
