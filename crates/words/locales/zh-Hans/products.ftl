# 产品、产品图片与创作方向。

## Lists

list-more = { $list }、{ $next }
list-last = { $list } 和 { $next }
picker-cancel = 取消
picker-take = 就用这个

## The Products page

products-count = { $count } 个产品
products-search = 搜索产品
products-more = 再显示 { $count } 个
products-loading = 正在从 Riffkit 读取列表…
products-signed-out = 你的产品保存在 Riffkit
products-signed-out-how = 登录后即可查看，也可以添加新产品。
products-empty = 还没有产品
products-empty-how = 产品为短片提供事实和图片。可以在这里添加，也可以在准备 Riff 时先备好。
products-none-match = 没有符合的产品
products-none-match-how = 已在名称、描述和目标受众中查找。
products-clear = 清除搜索
products-kept = 这是上一次读取到的列表。
products-elsewhere = 如需修改或删除产品，请到 Riffkit 网站操作。
products-open-service = 打开 Riffkit
products-pick = 选择哪个产品？
products-pick-how = 不选产品时，短片只延续原片的情绪，适合涨粉和科普。
products-none-means = 不提及任何产品，也不做推销。

## One product

product-new = 新建产品
product-use = 用于 Riff
product-facts = 关于这个产品
product-audience-of = 目标受众
product-gone = Riffkit 的列表中已没有这个产品。
product-no-images = 没有图片
product-no-images-how = 没有图片，视频只能用语言介绍它。添加图片后才能展示。
product-image-total = { $count } 张图片
product-image-unnamed = 未命名
product-image-unnamed-means = 没有名称，就无法在创意方向中点名使用。
product-image-pending = 正在撰写它的描述…
product-image-use = 使用时机：{ $text }
product-image-is-locked = 按原样展示
product-image-is-mutable = 允许 Riffkit 修改

## The sheet of a new product

product-sheet-new = 新建产品
product-sheet-add = 添加图片
product-sheet-stage-means = 现在不会向 Riffkit 写入任何内容，等你确认 Riff 时才会写入。
product-sheet-create-means = 点击“创建产品”会立即写入 Riffkit，随后逐张发送图片。
product-sheet-add-means = 图片会立即逐张发送到 Riffkit。
product-name = 名称
product-name-example = Oat Shot
product-description = 描述
product-description-example = 写清它是什么、能做什么。视频只从这里获取事实。
product-audience = 目标受众（可不填）
product-audience-example = 在办公桌前冲咖啡的人
product-images = 图片
product-image-count = { $count } / { $cap }
product-image-add = 选择图片…
product-image-kinds = 也可以拖到这里。支持 JPG、PNG、WebP，每张不超过 50 MB。
product-image-url = 图片的公开网址
product-image-url-example = 图片网址 https://…
product-image-url-add = 添加
product-image-name = 图片名称
product-image-name-example = 瓶身正面
product-image-description = 图片内容（可不填）
product-image-description-example = 留空则由 Riffkit 撰写
product-image-more = 更多
product-image-usage = 使用时机
product-image-usage-example = 在反转的那一刻
product-image-id = 自定义 ID
product-image-id-example = 留空则由 Riffkit 生成
product-image-mutable = 允许 Riffkit 修改这张图片
product-image-remove = 移除 { $name }
product-images-left-out = 有 { $count } 个文件没有加入：每个产品最多 { $cap } 张图片。
product-clear = 清空
product-close = 关闭
product-stage = 备好
product-waits = 产品已备好，等待你选择来源。
product-create = 创建产品
product-add-images = 添加图片

## The writing of a product

work-writing = 正在写入 { $name }。
work-sending = 正在发送 { $name } 的图片：已完成 { $done } / { $all }。
work-paused = { $name } 已暂停：已完成 { $done } / { $all } 张图片。
work-failed = { $name } 中断了：已完成 { $done } / { $all } 张图片，已完成的不会重复发送。
work-done = { $name } 已写入 Riffkit，图片 { $done } / { $all } 张。
work-done-plain = { $name } 已写入 Riffkit。
work-cancelled = { $name }：其余已放弃，已完成 { $done } / { $all } 张图片。
work-pause = 暂停
work-resume = 继续
work-cancel = 放弃其余
work-image-waiting = 等待中
work-image-fetched = 由 Riffkit 获取
work-image-sending = { $sent } / { $total }
work-image-done = 已完成
work-image-failed = 未发送

## The creative direction

aid-weight-on-camera = 产品出镜时，重点在画面：可见的特点 × 屏幕上的动作。
aid-weight-off-camera = 产品不出镜时，重点在语言：它解决的问题 × 旁白和字幕。
aid-weight-no-product = 没有产品时，这段文字就是唯一的主题：你的角度 × 原片的情绪。
aid-good-on-camera = 有内容：“扫描包装的动作 × 0:04 的反转 → 从‘我以为很安全’到‘扫一下就知道里面有什么’。”
aid-good-off-camera = 有内容：“没人想整理的票据 × 开头的那声叹气 → ‘今晚就装这个应用’。”
aid-good-no-product = 有内容：“我第三次失败的酸面包 × 0:03 的‘等等，什么？’ → 从‘我不行’到‘大家都是这样开始的’。”
aid-beats = 模板的节点：
aid-features = 来自产品描述：
aid-all = 全部显示
aid-beat-said = { $clock } “{ $text }”
aid-beat-seen = { $clock } { $text }
aid-no-template = 以模板为来源时，这里会给出节点建议。若是新来源，请写下你记得的那一刻。
aid-put = 写入创意方向
aid-undo = 撤销
aid-chips = { $count ->
    [0] 可以点名的图片。
   *[other] 可以点名的图片；已匹配 { $count } 张。
}
aid-empty-product = “{ $text }”放在任何产品上都成立。请写明具体的特点。
aid-empty-template = “{ $text }”放在任何模板上都成立。请写明具体的节点。
aid-empty-account = “{ $text }”人物设定里已经有了。请写这次特别的地方。
aid-empty-word = “{ $text }”等于没说。请写看得见、感受得到的内容。
aid-lacks-parts = 写全三部分效果最好：节点 × 特点 → 观众心里的转变。
