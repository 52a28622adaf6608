package style

import "testing"

func TestSpacesBetweenChineseCharactersGo(t *testing.T) {
	for text, want := range map[string]string{
		"已复制 账单导出（…12ab） 的 Secret。": "已复制账单导出（…12ab）的 Secret。",
		"已复制 nightly 的 Secret。":     "已复制 nightly 的 Secret。",
		"已禁用 “CI billing”（…12ab）":   "已禁用“CI billing”（…12ab）",
		"Disabled “账单” (…12ab)":     "Disabled “账单” (…12ab)",
		"由 “CI” 变为 “账单” 了":          "由“CI”变为“账单”了",
		"Copied 账单 导出, 2 of 3":      "Copied 账单导出, 2 of 3",
		" 更换 ":                      " 更换 ",
		"":                          "",
	} {
		if got := CloseUp(text); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}
