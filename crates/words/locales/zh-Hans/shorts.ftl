# Hubfluencer 的短视频：一份简介，一条 12 或 14 秒的竖屏视频。

## 列表

shorts-subtitle = 一份简介，一条竖屏视频。
shorts-list = 你的短视频
shorts-empty = 还没有短视频
shorts-empty-how = 用一两句话说明你的产品能做什么、给谁用，就会得到带标题和音乐的 12 秒视频。
shorts-signed-out = 制作短视频需要 Hubfluencer 令牌
shorts-signed-out-how = 有了令牌，就可以在这里写简介、选风格，得到成片。

## 简介

short-new = 新建短视频
short-new-means = 只需填写简介，其他选项都有合适的默认值。
short-untitled = 未命名
short-brief = 简介
short-prompt = 讲的是什么？
short-prompt-example = Oat Shot 摇一下就起泡，不用机器。给在办公桌上冲咖啡的人。
short-prompt-means = 写明产品、它能做什么、给谁用：至少 10 个字符，两句话最好。
short-words = 画面文字
short-headline = 标题
short-headline-example = 一摇就起泡
short-subheadline = 副标题
short-subheadline-example = 不用机器，不脏桌面。
short-position = 文字位置
short-position-top = 上方
short-position-center = 中间
short-position-bottom = 下方
short-animation = 出现方式
short-animation-reveal = 展开
short-animation-typewriter = 打字机
short-animation-fade-in = 淡入
short-animation-pop = 弹出
short-animation-bounce = 弹跳
short-font = 字体
short-miniature-headline = 你的标题
short-beats = 中间的字幕
short-look = 风格
short-look-open = 由它来选
short-look-kinetic-creator = 动感创作者
short-look-premium-editorial = 高级杂志感
short-look-cinematic-product = 电影感产品
short-look-ugc-realism = 手机随拍
short-look-startup-explainer = 创业讲解
short-look-luxury-minimal = 奢华极简
short-format = 叙事
short-format-auto = 自动
short-format-auto-line = 按你的简介来选。
short-format-problem-solution = 问题与解决
short-format-problem-solution-line = 先是人人都懂的麻烦，再给出办法。
short-format-mistake-fix = 误区与纠正
short-format-mistake-fix-line = 多数人做错的地方，以及正确的做法。
short-format-myth-vs-reality = 传言与事实
short-format-myth-vs-reality-line = 把大家以为的和实际情况放在一起。
short-format-before-after = 前后对比
short-format-before-after-line = 同一个场景出现两次，差别就是你的产品。
short-format-proof-demo = 实证演示
short-format-proof-demo-line = 一镜到底，展示它真的好用。
short-format-product-reveal = 揭晓
short-format-product-reveal-line = 先勾起好奇，最后亮出产品。
short-sound = 音乐
short-vibe = 音乐
short-vibe-upbeat = 欢快
short-vibe-cinematic = 电影感
short-vibe-minimal = 极简
short-vibe-luxury = 奢华
short-vibe-playful = 俏皮
short-vibe-jazz = 爵士
short-vibe-own = 或者自己描述
short-vibe-example = 温暖的 lo-fi，慢节奏
short-instruments = 乐器
short-instruments-example = 钢琴, 弦乐
short-more = 更多
short-theme = 类型
short-theme-means = 较早的设置，只有在没有选择风格时才起作用。

## 图片

short-images = 图片
short-images-after = 保存草稿后可以添加产品图和片尾图。
short-product = 产品图
short-product-means = 会融入画面之中。
short-poster = 片尾图
short-poster-means = 用一张静图收尾。加上它，时长由 12 秒变为 14 秒。

## 生成

short-save-draft = 保存草稿
short-assist = 替我写
short-generate = 生成短视频
short-generate-again = 重新生成
short-making = 进展
short-stage-draft = 草稿
short-stage-rendering = 渲染中
short-stage-ready = 已完成
short-stage-failed = 失败
short-failed = 这条短视频没有做成。可以修改简介，然后重新生成。
short-locked = 生成期间，简介不能修改。

## 结果

short-result = 完成的短视频
short-ready = 你的短视频好了
short-change = 修改并重新生成
short-change-means = 这里的修改用于下一次生成；那会重新收费，并替换这条视频。你已保存的文件不受影响。
short-remove-title = 从列表中移除这条短视频？
short-remove-means = 只是从这个列表移除。它仍在 Hubfluencer 上，你已保存的文件也不受影响。
