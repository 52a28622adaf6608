package text

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
)

// TestWrappedLines checks into which lines the toolkit breaks Chinese text, at each width.
func TestWrappedLines(t *testing.T) {
	test.NewTempApp(t)
	const text = "未设置 PIN。如果有密钥环，“解锁”会询问系统的密码，然后显示（仅在这台计算机上）保存的 Access Key。"
	closing, opening := []rune("，。；：！？）】》、”"), []rune("（【《“")
	w := NewWrapped("")
	w.SetText(text)
	if got := w.AccessibilityLabel(); got != text {
		t.Errorf("a screen reader tells %q", got)
	}
	for width := float32(150); width < 500; width += 7 {
		w.Resize(fyne.NewSize(width, 400))
		var lines []string
		for _, o := range test.LaidOutObjects(w) {
			if line := lineOf(o); line != "" {
				lines = append(lines, line)
			}
		}
		if got := strings.Join(lines, ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("%v wide it shows %q", width, lines)
		}
		for i, line := range lines {
			runes := []rune(line)
			if slices.Contains(closing, runes[0]) {
				t.Errorf("%v wide line %d begins with %c: %q", width, i, runes[0], lines)
			}
			if slices.Contains(opening, runes[len(runes)-1]) {
				t.Errorf("%v wide line %d ends with %c: %q", width, i, runes[len(runes)-1], lines)
			}
			if i > 0 && strings.HasPrefix(line, "PIN") && len([]rune(lines[i-1])) < 3 {
				t.Errorf("%v wide a line ends although there is room: %q", width, lines)
			}
		}
	}
}

func TestWrappedNumberStaysWithItsUnit(t *testing.T) {
	test.NewTempApp(t)
	for _, text := range []string{
		"The server has not answered for 15 s. The key is read again in 10 s.\nIt was disabled 3 days ago.",
		"服务器 15 秒 没有响应。 10 秒后重试。还有 12 个密钥。",
	} {
		w := NewWrapped(text)
		for width := float32(110); width < 500; width += 3 {
			w.Resize(fyne.NewSize(width, 400))
			if width > 300 {
				w.SetText(text) // it keeps them together also when it is set later
			}
			var lines []string
			for _, o := range test.LaidOutObjects(w) {
				if line := lineOf(o); line != "" {
					lines = append(lines, line)
				}
			}
			for _, line := range lines {
				if last := line[len(line)-1]; '0' <= last && last <= '9' {
					t.Errorf("%v wide: %q", width, lines)
				}
			}
			if got := strings.Join(lines, ""); strings.ReplaceAll(got, " ", "") != strings.NewReplacer(" ", "", "\n", "").Replace(text) {
				t.Fatalf("%v wide it shows %q", width, lines)
			}
			if w.AccessibilityLabel() != text {
				t.Fatalf("it reads out %q", w.AccessibilityLabel())
			}
		}
	}
}

// lineOf returns the text that an object draws.
func lineOf(o fyne.CanvasObject) string {
	text, ok := o.(*canvas.Text)
	if !ok {
		return ""
	}
	return strings.TrimSpace(strings.ReplaceAll(text.Text, style.BreakMark, ""))
}

func TestWrappedChineseHasTheBaselineOfLatin(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	w := NewWrapped("Latin")
	w.lowered = func(line *canvas.Text) float32 { // this machine may have no Chinese font
		if strings.HasPrefix(line.Text, "国") && !strings.Contains(line.Text, style.BreakMark) && line.TextSize == style.SizeCaption {
			return 2
		}
		return 0
	}
	w.SizeName = theme.SizeNameCaptionText
	test.NewTempWindow(t, w).Resize(fyne.NewSize(300, 200))
	for text, want := range map[string]float32{"国内 Latin": -2, "Latin": 0} {
		w.SetText(text)
		if at := test.WidgetRenderer(w).Objects()[0].Position(); at != fyne.NewPos(0, want) {
			t.Errorf("%q is drawn at %v", text, at)
		}
	}
}
