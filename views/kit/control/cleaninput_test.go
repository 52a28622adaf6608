package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestCleanLine(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"AK1", "AK1"},
		{"\ufeffAK\u200b1\u2060\n", "AK1"},
		{"\u200e\u202bAK1\u202c\u200f", "AK1"},
		{"  https://host\x00/\r\n", "https://host/"},
		{"/home/me/two\u00a0words\t.pem", "/home/me/two words .pem"},
		{"sof\u00adt\ufe0f\u3164\U000e0041", "soft"},
		{"密钥 é", "密钥 é"},
		{"bad\xff", "bad"},
		{"\u200b \n", ""},
	} {
		if got, cut := cleanLine(tt.text, 100); got != tt.want || cut {
			t.Errorf("%q became %q, %v; want %q", tt.text, got, cut, tt.want)
		}
	}
	if got, cut := cleanLine("密密密密", 3); got != "密密密" || !cut {
		t.Errorf("cut to %q, %v", got, cut)
	}
	if got, cut := cleanLine("abc \n\u200b", 3); got != "abc" || cut {
		t.Errorf("what is around it counts: %q, %v", got, cut)
	}
}

func TestCleanSecret(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{" \ufeffabc\u200b\r\n", "abc"},
		{"two  words", "two  words"},
		{"می\u200cخواهم", "می\u200cخواهم"}, // a passphrase that is written so
		{"wrap\nped\x00", "wrapped"},
	} {
		if got, _ := cleanSecret(tt.text, 100); string(got) != tt.want {
			t.Errorf("%q became %q, want %q", tt.text, string(got), tt.want)
		}
	}
}

func TestLinesThatArePastedStayLines(t *testing.T) {
	test.NewTempApp(t)
	tooLong := 0
	a := &TextArea{}
	a.Begin(a, &Typing{OnTooLong: func(limit int) { tooLong = limit }}, 3, 12)
	paste := func(text string) {
		clipboard := test.NewClipboard()
		clipboard.SetContent(text)
		a.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	}
	paste(" a\r\nb\rc\td\u200b\n")
	if a.Text != " a\nb\nc d\n" || tooLong != 0 {
		t.Errorf("it became %q; too long for %d", a.Text, tooLong)
	}
	paste("12345")
	if a.Text != " a\nb\nc d\n123" || tooLong != 12 {
		t.Errorf("it became %q; too long for %d", a.Text, tooLong)
	}
}
