# 多场景广告：列表、新建，以及制作广告的工作台。

## The list

editors-subtitle = 由多个场景组成的广告，可用自动驾驶，也可一步步制作。
editors-list = 你的广告
editors-new = 新建广告
editors-new-means = 创建广告免费。看到费用之前，不会制作任何内容。
editors-empty = 还没有广告
editors-empty-how = 描述产品，让自动驾驶来做；或者用自己的素材一个场景一个场景地搭建。
editors-token = 你的广告保存在 Hubfluencer
editors-token-how = 有了令牌，它们就会显示在这里，也可以制作新的广告。
editors-begun = 刚刚开始
editors-autopilot = 自动驾驶正在制作
editors-batch = 正在制作场景
editors-rendering = 正在渲染
editors-working = 制作中
editors-finished = 已完成
editors-render-failed = 渲染失败

## A new ad

editor-untitled = 未命名的广告
editor-language = 语言
editor-language-none = 请选择
editor-language-another = 其他语言（填写代码）…
editor-language-code = 语言代码
editor-brief = 简介
editor-brief-example = Oat Shot：摇一下就能给燕麦奶打出奶泡的瓶子，适合在办公桌前冲咖啡的人。
editor-brief-means = 广告讲什么。之后不能再改；自动驾驶至少需要 10 个字符。
editor-format = 结构
editor-look = 风格
editor-auto = 自动
editor-ratio = 画面比例
editor-more = 更多
editor-theme = 主题
editor-theme-means = 叠加在风格上的类型，用 Hubfluencer 自己的词。
editor-intent = 用途
editor-ways-means = 创建免费。自动驾驶会先显示费用，再花积分。
editor-ways-needs-brief = 创建免费。自动驾驶需要至少 10 个字符的简介。
editor-autopilot = 自动驾驶
editor-by-hand = 一步步来

## The two ways

editor-autopilot-title = 交给自动驾驶
editor-autopilot-means = 它写剧本，制作每个场景、配音和音乐，再渲染成片。你先看费用，确认一次，然后看着就好。
editor-autopilot-needs-brief = 自动驾驶要依据简介来做，而这个广告没有简介，之后也不能补。请新建一个带简介的广告。
editor-autopilot-cost = 看看费用
editor-begin-anew = 新建带简介的广告
editor-by-hand-title = 一步步制作
editor-by-hand-means = 自己写剧本或让它生成，排列和修改场景，加入自己的素材，选择配音和音乐。每一步都写明费用，大多免费。

## One ad

editor-forget-title = 从列表中移除这个广告？
editor-forget-means = 它只会从这里的列表消失。Hubfluencer 上仍然保留，你保存到硬盘的文件也在。
editor-panels = 故事、素材、声音、图片和成片
editor-story = 故事
editor-clips = 素材
editor-sound = 声音
editor-images = 图片
editor-film = 成片
editor-save = 保存
editor-leave = 放弃
editor-close = 关闭
editor-undo = 撤销
editor-dismiss = 不用了
editor-unsaved = 尚未保存，内容留在这台电脑上。
editor-use-words = 用这段文字
editor-write-it = 帮我写
editor-text-over = 多了 { $over } 个字符。
editor-locked-autopilot = 自动驾驶正在制作这个广告，时间线由它使用。你可以查看和播放，修改要等它完成。
editor-locked-autopilot-short = 自动驾驶正在制作，请等它完成。
editor-locked-batch = 正在制作场景，完成之前时间线已锁定。
editor-locked-batch-short = 正在制作场景，请等它们完成。
editor-locked-short = 时间线暂时锁定。
editor-made-of = 已完成 { $done } / { $all } 个场景
editor-autopilot-failed = 自动驾驶失败了，没有说明原因。
editor-autopilot-failed-because = 自动驾驶失败了。Hubfluencer 说：“{ $detail }”
editor-autopilot-cancelled = 自动驾驶已取消。已经做好的都在这里。
editor-signed-out = Hubfluencer 现在不认识你。这里显示的是上一次读取到的内容；要继续，请提供令牌。
editor-scope-missing = 你的令牌在这里并非什么都能做，还缺：{ $scopes }。

## Scenes

editor-scenes = 场景
editor-scene = 场景 { $number }
editor-scenes-of = { $count } 个场景
editor-scene-count = { $count } / { $cap }
editor-no-scenes = 还没有场景。可以套用剧本、写一个场景，或放入自己的素材。
editor-scene-length-means = Hubfluencer 制作的场景每个 8 秒；素材保持自己的长度。
editor-scene-keys = 焦点在移动手柄上时，用方向键移动场景，Home 和 End 移到两端。在场景的其他位置，按住 Alt 再按方向键也可以。
editor-scene-grip = 移动{ $name }
editor-scene-earlier = 把{ $name }上移
editor-scene-later = 把{ $name }下移
editor-scene-moved = { $name }现在排在第 { $place } 位，共 { $count } 个。
editor-scene-starts = 开始于
editor-scene-pending = 尚未制作
editor-scene-making = 制作中
editor-scene-made = 已制作
editor-scene-clip = 你的素材
editor-scene-failed = 失败
editor-scene-failed-plain = Hubfluencer 没能做出这个场景，也没有说明原因。
editor-scene-failed-because = Hubfluencer 没能做出这个场景：“{ $detail }”
editor-product-in-throughout = 产品贯穿全片
editor-product-in-end = 产品在结尾
editor-scene-prompt = 画面内容
editor-scene-prompt-example = 一只手摇了一下瓶子，奶泡升起，特写，清晨的光线。
editor-scene-wordless = 还没有文字。先写明画面内容，才能制作。
editor-scene-clip-wordless = 你的素材，不需要文字。
editor-scene-edit = 编辑
editor-scene-edit-of = 编辑{ $name }的文字
editor-scene-make = 制作
editor-scene-again = 重新制作
editor-scene-enhance = 润色文字
editor-scene-use = 使用视频…
editor-scene-delete = 删除
editor-make-all = 制作全部 { $count } 个场景
editor-scene-add = 添加场景
editor-scene-place = 放入素材…
editor-scene-suggest = 建议下一个
editor-scenes-full = 一个广告最多 20 个场景。删掉一个才能再加。
editor-proposal = 建议的下一个场景
editor-proposal-take = 添加这个场景
editor-enhanced = 文字已更新，可以换回原来的。
editor-enhanced-back = 换回原来的文字
editor-enhanced-offered = 建议的文字：
editor-scene-removed = { $name }已删除。
editor-delete-title = 删除{ $name }？
editor-delete-means = 它的视频会一起删除，无法找回。重新制作一个场景要 { $credits } 积分。
editor-keep-it = 保留
editor-place-title = 把素材放成新场景
editor-place-means = 它会排在最后，再移到合适的位置即可。
editor-use-title = 给{ $name }选一段视频
editor-use-means = 这个场景现在的画面会被替换。免费。
editor-use-none = 还没有可选的成品视频。请在“素材”里上传，或先制作另一个场景。
editor-ruler = 场景时间轴
editor-ruler-scene = { $name }，从 { $at } 开始，{ $length }
editor-play-title = 预览

## Story

editor-scenario = 剧本
editor-scenario-means = 用文字写出整个故事。套用时会据此生成场景。
editor-scenario-words = 剧本
editor-scenario-example = 清晨的办公桌，咖啡平淡无味。摇一下，奶泡升起……
editor-scenario-count = 写给多少个场景
editor-scenario-count-auto = 数量不限
editor-apply = 套用剧本
editor-apply-count = 生成多少个场景
editor-apply-do = 生成场景
editor-apply-needs = 请先写好剧本并保存。
editor-apply-replaces = 现有的 { $scenes } 个场景可能会被替换。
editor-apply-replaces-videos = 现有的 { $scenes } 个场景可能会被替换，其中 { $videos } 个的视频也会一起消失。
editor-apply-zero = Hubfluencer 没有说明 0 代表什么：可能是不生成场景，也可能由剧本决定数量。
editor-apply-title = 有些场景已有视频，仍要套用？
editor-apply-lost = 已制作的视频无法找回。你的素材仍在 Hubfluencer，可以再次放入。
editor-keep-them = 保留
editor-style = 风格与时长
editor-style-means = 只影响之后制作的内容。
editor-target = 目标时长（秒）

## Sound

editor-job-none = 尚未制作
editor-job-processing = 制作中
editor-job-completed = 已制作
editor-job-failed = 失败
editor-narration = 旁白
editor-narration-words = 配音要说的话
editor-narration-example = 你的咖啡，不该只配一把勺子……
editor-voice = 配音
editor-voice-id = 声音 ID
editor-voice-id-means = 取自 Hubfluencer 的声音列表：字母、数字、“-”和“_”，最多 64 个。
editor-voice-make = 生成配音
editor-voice-again = 重新配音
editor-voice-needs-words = 请先写好旁白并保存。
editor-voice-needs-saving = 请先保存旁白：配音读的是 Hubfluencer 上的版本。
editor-music = 音乐
editor-music-words = 音乐的感觉
editor-music-example = 温暖的 lo-fi，柔和的键盘，结尾稍稍扬起
editor-music-make = 制作音乐
editor-music-again = 重新制作
editor-music-suggest = 给个建议
editor-music-offered = 建议：
editor-music-cut = Hubfluencer 只读 1,200 个字符，最后 { $over } 个会被截掉。

## Images

editor-image-product = 产品
editor-image-product-means = 出现在之后制作的场景里。
editor-image-closing = 结尾图
editor-image-closing-means = 成片的最后一幅画面。
editor-image-logo = 标志
editor-image-logo-means = 叠加在成片上。
editor-placement = 产品出现在哪里
editor-placement-throughout = 贯穿全片
editor-placement-end = 在结尾
editor-placement-means = 免费。作用于所有尚未制作的场景。
editor-logo-treatment = 处理方式
editor-logo-position = 位置
editor-logo-seconds = 秒数
editor-logo-means = 用 Hubfluencer 自己的词，它没有列出可选值。留空的保持不变。

## Clips

editor-clips-drop = 把素材拖到这里，或选择文件
editor-clips-drop-now = 松开即可添加素材
editor-clips-choose = 选择素材
editor-clips-caps = MP4、MOV、WebM 或 MKV，每段不超过 500 MB、5 分钟。上传免费。
editor-clips-none = 还没有素材。
editor-clips-look = 再看一次
editor-clip-sheet = 上传素材
editor-clip-leave = 不上传
editor-clip-send = { $count ->
    [0] 上传
   *[other] 上传 { $count } 段素材
}
editor-clip-file-remove = 去掉 { $name }
editor-clip-description = 素材里的产品（可不填）
editor-clip-description-example = 带木盖的白色瓶子
editor-fit = 如何填满画面
editor-fit-blur = 模糊背景
editor-fit-cover = 裁切填满
editor-fit-blur-choice = 模糊背景
editor-fit-cover-choice = 裁切填满
editor-fit-blur-means = 画面完整显示，四周用模糊的画面填充。
editor-fit-cover-means = 填满画面，超出的部分会被裁掉。
editor-method = 如何上传
editor-method-auto = 自动
editor-method-single = 整个上传
editor-method-parts = 分段上传
editor-method-auto-means = 50 MB 以上分段，以下整个上传。
editor-method-single-means = 小素材更快。网络中断时要从头再来。
editor-method-parts-means = 网络中断后，从停下的地方继续。
editor-checksum = 附上校验和，供 Hubfluencer 核对（仅整个上传时）
editor-clip-in-parts = 分段上传
editor-clip-waiting = 正在排队
editor-clip-paused = 已暂停，{ $total } MB 中已传 { $sent } MB。会从停下的地方继续。
editor-clip-processing = 已传完，Hubfluencer 正在处理…
editor-clip-ready = 可以放入
editor-clip-failed = 无法使用
editor-clip-cancelled = 已取消，什么都没有留下。
editor-clip-shown-in = 用于{ $scenes }
editor-clip-pause = 暂停
editor-clip-resume = 继续
editor-clip-cancel = 取消
editor-clip-place = 添加为场景
editor-clip-into = 放进场景…

## Render and film

editor-render = 渲染
editor-render-again = 重新渲染
editor-render-nothing = 还没有可以渲染的内容：这个广告没有场景。
editor-render-busy = Hubfluencer 正在处理这个广告，完成后即可渲染。
editor-render-free = 所有场景都已做好，渲染免费。
editor-render-charges = 还有 { $scenes } 个场景没有制作。渲染会先制作它们，共 { $credits } 积分。
editor-film-none = 成片会出现在这里。
editor-film-rendering = 正在渲染成片…
editor-film-failed = 渲染失败，Hubfluencer 没有说明原因。
editor-film-failed-because = 渲染失败。Hubfluencer 说：“{ $detail }”
