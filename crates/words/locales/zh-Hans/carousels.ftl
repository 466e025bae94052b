# Hubfluencer 的图文轮播：一段提示，几张带文字的图片，再加文案和话题标签。

## 列表

carousels-subtitle = 一段提示，一组可发布的图片。
carousels-list = 你的轮播图
carousels-empty = 还没有轮播图
carousels-empty-how = 说明这些图片要讲什么。每张图 1 积分；之后改文字和样式都免费。
carousels-signed-out = 制作轮播图需要 Hubfluencer 令牌
carousels-signed-out-how = 有了令牌，就可以在这里写提示，得到带文字的图片、文案和话题标签。

## 简介

carousel-new = 新建轮播图
carousel-new-means = 只需填写提示，其他选项都有合适的默认值。
carousel-brief = 简介
carousel-prompt = 这些图片要讲什么？
carousel-prompt-example = 写给在家做咖啡的人：燕麦奶冷着打泡更好的五个理由
carousel-prompt-means = 生成前至少 10 个字符。草稿可以先空着。
carousel-slides = 张数
carousel-slides-less = 减少一张
carousel-slides-more = 增加一张
carousel-slides-cost = { $count } 积分，每张 1 积分
carousel-language = 文字的语言
carousel-language-means = 八种使用拉丁字母的语言。
carousel-look = 样式
carousel-mode = 类型
carousel-mode-creative = 创意
carousel-mode-creative-line = 讲一个故事。
carousel-mode-ad-driven = 广告
carousel-mode-ad-driven-line = 讲产品的事实和好处。
carousel-template = 模板
carousel-template-boldstatement = 醒目主张
carousel-template-editorialstory = 杂志故事
carousel-template-scrapbook = 手账拼贴
carousel-template-featuregrid = 功能网格
carousel-template-offercard = 优惠卡片
carousel-template-comparison = 对比
carousel-ratio = 形状
carousel-accent = 强调色
carousel-accent-hex = 或填写色号
carousel-position = 文字位置
carousel-position-own = 按模板
carousel-position-top = 上方
carousel-position-middle = 中间
carousel-position-bottom = 下方
carousel-position-placed = 选定位置后，Hubfluencer 不再回到模板自带的位置。
carousel-logo = 标志
carousel-logo-means = 出现在每一张图上。
carousel-logo-after = 保存草稿后可以添加标志。

## 生成

carousel-generate = 生成轮播图
carousel-generate-again = 重新生成
carousel-making = 进展
carousel-status-draft = 草稿
carousel-status-processing = 生成中
carousel-status-completed = 已完成
carousel-status-failed = 失败
carousel-slides-done = 已完成 { $done } / { $all } 张
carousel-failed = 这组轮播图没有做成，积分已退回。可以修改简介，然后重新生成。
carousel-locked = 简介在发送时已经过审核，现在锁定。文字和样式可在上方免费修改。重新生成会再次收费并替换现有图片。
carousel-locked-making = 生成期间，简介不能修改。

## 图片

carousel-slides-label = 图片
slide-status-pending = 等待中
slide-status-processing = 生成中
slide-status-completed = 已完成
slide-status-failed = 失败
slide-not-saved = 未保存
slide-choose = 第 { $number } 张：{ $state }
slide-title = 第 { $number } 张，共 { $of } 张
slide-alt = 图片：{ $headline }
slide-edit = 修改文字
slide-edit-means = 文字后面的画面不变。修改文字免费。
slide-locked = 所有图片完成后才能修改文字和样式。
slide-failed = 这张图没有画成。修改文字即可重画。
slide-kicker = 上方小字
slide-headline = 标题
slide-body = 正文
slide-save = 免费保存这张
slide-drop = 放弃修改
slide-done = 完成

## 换个样式

restyle = 换个样式
restyle-means = 画面不变，所有图片重新排版。
restyle-logo = 重新放上已存的标志
restyle-logo-means = 添加或更换标志会免费重画所有图片。
restyle-apply = 重画所有图片

## 文案

carousel-post = 发布时附上
carousel-caption = 文案
carousel-hashtags-example = #咖啡
carousel-save = 保存全部图片
carousel-save-means = 按顺序编号的图片，旁边的文件里有文案和话题标签。
carousel-remove-title = 删除这组轮播图？
carousel-remove-means = Hubfluencer 上的也会一并永久删除。你已保存的文件不受影响。
