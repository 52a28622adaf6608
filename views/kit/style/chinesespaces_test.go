package style

import (
	"testing"

	"fyne.io/fyne/v2/lang"
)

func TestSpacesBesideAValueAreLeftOutBetweenChineseCharacters(t *testing.T) {
	for _, c := range []struct{ text, name, want string }{
		{"已复制 {{.Name}} 的 Secret", "夜间账单", "已复制夜间账单的 Secret"},
		{"已复制 {{.Name}} 的 Secret", "夜间 CI", "已复制夜间 CI 的 Secret"},
		{"已复制 {{.Name}} 的 Secret", "CI 夜间", "已复制 CI 夜间的 Secret"},
		{"已复制 {{.Name}} 的 Secret", "AK1", "已复制 AK1 的 Secret"},
		{"已复制 {{.Name}} 的 Secret", "CI（…1B2C3）", "已复制 CI（…1B2C3）的 Secret"},
		{"已复制 {{.Name}} 的 Secret", "夜 间", "已复制夜 间的 Secret"}, // the user's own space stays
		{"{{.Name}} {{.Name}}", "夜间", "夜间夜间"},
		{"{{.Name}} 1 日", "12 月", "12 月 1 日"},
		{"ID {{.Name}}。", "夜间", "ID 夜间。"},
		{"{{.Name}} API", "夜间（新）", "夜间（新）API"},
		{"剪贴板中的 {{.Name}}：", "一次性令牌", "剪贴板中的一次性令牌："},
		{"Replace {{.Name}} now", "夜间账单", "Replace 夜间账单 now"},
		{"Replace {{.Name}} now", "CI billing", "Replace CI billing now"},
	} {
		data := map[string]any{"Name": c.name}
		if got := lang.L(c.text, data); got != c.want {
			t.Errorf("%q", got)
		}
		if data["Name"] != c.name {
			t.Errorf("the value has become %q", data["Name"])
		}
	}
	if got := lang.N("{{.Name}} 的 {{.Count}} 个", 2, map[string]any{"Name": "账户", "Count": 2}); got != "账户的 2 个" {
		t.Errorf("%q", got)
	}
}
