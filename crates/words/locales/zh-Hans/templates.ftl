# 模板与人物。

## Characters

character-gender-female = 女
character-gender-male = 男
character-age-young = 青年
character-age-middle = 中年
character-age-senior = 老年
character-in-review = 暂不可用：Riffkit 正在审核它的形象。
character-failed = 不可用：它的形象没有通过 Riffkit 的审核。
character-no-avatar = 暂不可用：请先在 Riffkit 的设置中为它确认一个形象。

## The picker of characters

characters-pick = 谁来出镜？
characters-pick-how = 可以不选、选一位或选多位。选多位就会生成多条视频，每人一条。
characters-auto = 自动
characters-auto-means = 由 AI 生成的人物
characters-describe = 描述你想要的人物
characters-describe-example = 懂护肤、性格沉稳的年轻女性
characters-fit = { $count ->
    [0] 没有符合描述的人物，仍可从全部人物中选择。
   *[other] 有 { $count } 位符合，已排在最前。
}
characters-because = 符合：{ $words }
characters-loading = 正在从 Riffkit 读取人物…
characters-none = Riffkit 中还没有你的人物。“自动”始终可用。
characters-signed-out = 登录后即可查看你的人物。
characters-count-auto = 一条视频，由 AI 生成人物。
characters-count-one = 一条视频，人物为 { $name }。
characters-count = 共 { $count } 条视频，每人一条：{ $names }。

## The page of characters

characters-subtitle = 可以在你的视频里出镜的面孔。
characters-total = 共 { $count } 个人物
characters-signed-out-how = 人物连同图片和人设都保存在 Riffkit。
characters-empty = 还没有人物
characters-elsewhere = 人物的创建与形象确认都在 Riffkit 自己的设置中完成，这里只负责选用。
characters-kept = 这次没能重新读取人物，下面是上次读到的。
characters-none-chosen = 尚未选人：将由 AI 生成的人物出镜。
characters-to-riff = 去创作
character-videos = 出现在 { $count } 条视频中
character-more = 展开
character-less = 收起
character-use = 用于创作
character-in-riff = 已选用
character-take-out = 移出

## The list of templates

templates-subtitle = 已经分析好的爆款公式，选一个就能开始。
templates-count = 共 { $count } 个模板，Riffkit 官方模板在前。
templates-search = 搜索模板
templates-tags = 只看带这些标签的
templates-tag-add = 其他标签
templates-status = 哪些模板
templates-status-analysed = 可以使用
templates-status-collected = 尚未分析
templates-status-archived = 已归档
templates-sort = 排序
templates-sort-used = 使用最多
templates-sort-newest = 最新在前
templates-sort-oldest = 最早在前
templates-loading = 正在从 Riffkit 读取模板…
templates-signed-out = 登录后即可查看模板
templates-signed-out-how = 模板保存在 Riffkit：既有官方的，也有从你的素材分析而来的。
templates-empty = 还没有模板
templates-empty-how = 你用视频或链接创作时，来源会被分析，之后就会作为模板出现在这里。
templates-none-match = 没有符合条件的模板
templates-none-match-how = 试试减少搜索词或标签，或者换一个列表。
templates-clear = 显示全部可用模板
template-open = 打开“{ $name }”
template-public = 官方
template-stale = 分析较旧
template-segments = { $count } 个段落

## One template

template-one = 模板
template-riff = 用它创作
template-narrative = 讲了什么
template-no-narrative = Riffkit 没有留下说明。
template-time = 逐秒拆解
template-loading = 正在读取拆解结果…
template-from = 来自
template-from-riffkit = Riffkit 官方
template-from-you = 你自己的素材
template-used = 使用
template-parts = 公式
template-length = 时长
template-language = 语言
template-speaking = 说话方式
template-made = 加入时间
template-source = 来源
template-source-elsewhere = 网络
template-copy-link = 复制链接
template-tags = 标签

## What was extracted from a source

extraction-timeline = 按时间展开的台词与画面
extraction-list = 按时间排列的台词与画面
extraction-none = Riffkit 没有提供台词或画面信息。
extraction-point = 指向某一刻即可查看内容，也可以用方向键逐个浏览。
extraction-on-camera = 出镜说话
extraction-voiceover = 旁白
extraction-silent = 无人说话
extraction-person = 人物
extraction-subtitle = 字幕
extraction-product = 产品
extraction-said = “{ $words }”
extraction-moment = { $time }，{ $lane }：{ $words }
