# 模板与角色。

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
