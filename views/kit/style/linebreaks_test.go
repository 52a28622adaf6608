package style

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestWithBreakMarks(t *testing.T) {
	for text, want := range map[string]string{
		"No PIN is set. read-only a/b":   "No PIN is set. read-only a/b",
		"未设置 PIN。如果":                     "未|设|置 PIN。|如|果",
		"密钥，（见《帮助》）。":                    "密|钥，|（见|《帮|助》）。",
		"标签：CI billing（…A1B2C3）":         "标|签：|CI billing|（…A1B2C3）",
		"https://optimizer.example.com。": "https://optimizer.example.com。",
		"无法检查 夜间（…A1B2C3） 的状态":           "无|法|检|查 夜|间|（…A1B2C3）|的|状|态",
		"一行\n二": "一|行\n二",
		"":      "",
	} {
		if got := strings.ReplaceAll(WithBreakMarks(text), BreakMark, "|"); got != want {
			t.Errorf("%q breaks as %q, want %q", text, got, want)
		}
	}
}

// Lines of Chinese are full, and none begins with a comma or ends with an opening bracket.
func TestWrappedChinese(t *testing.T) {
	test.NewTempApp(t)
	const text = "无法连接服务器：127.0.0.1 的端口 24234 没有响应（连接被拒绝）。请检查地址和《端口转发》，然后重试。"
	closing, opening := []rune("，。；：！？）】》、”"), []rune("（【《“")
	for width := float32(60); width < 500; width += 7 {
		lines := Wrapped(text, width, SizeText)
		if got := strings.Join(lines, ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("%v wide it shows %q", width, lines)
		}
		for i, line := range lines {
			runes := []rune(line)
			if slices.Contains(closing, runes[0]) || slices.Contains(opening, runes[len(runes)-1]) {
				t.Errorf("%v wide: %q", width, lines)
			}
			if Measure(line, SizeText, fyne.TextStyle{}) > width {
				t.Errorf("%q is wider than %v", line, width)
			}
			if i+1 < len(lines) && strings.HasPrefix(lines[i+1], "没有") && Measure(line+" 没", SizeText, fyne.TextStyle{}) <= width {
				t.Errorf("%v wide a line ends although there is room: %q", width, lines)
			}
		}
	}
}

func TestWrappedNumberStaysWithItsUnit(t *testing.T) {
	test.NewTempApp(t)
	for _, text := range []string{
		"View only: this list is 5 min old. Offline since 03:12. Next try in 10 s. Ports 1 2 3 4 are closed.",
		"仅可查看：此列表是 5 分钟 前的。自 03:12 起离线。 10 秒后重试。还有 12 个密钥。",
	} {
		for width := float32(60); width < 500; width += 3 {
			lines := Wrapped(text, width, SizeText)
			if got := strings.Join(lines, ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(text, " ", "") {
				t.Fatalf("%v wide it shows %q", width, lines)
			}
			for _, end := range []string{" 5", " 10", " 12"} {
				if slices.ContainsFunc(lines, func(line string) bool { return strings.HasSuffix(" "+line, end) }) {
					t.Errorf("%v wide: %q", width, lines)
				}
			}
		}
	}
}

func BenchmarkWrappedChinese(b *testing.B) {
	test.NewTempApp(b)
	for b.Loop() {
		Wrapped("仅可查看。无法连接服务器：127.0.0.1 的端口 24234 没有响应。请检查地址和端口转发，然后重试。", 300, SizeText)
	}
}

func BenchmarkWrappedEnglish(b *testing.B) {
	test.NewTempApp(b)
	for b.Loop() {
		Wrapped("View only. The server can't be reached: port 24234 of 127.0.0.1 does not answer. Check the address and any port forwarding.", 300, SizeText)
	}
}
