//go:build linux

package fonts_test

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/fonts"
)

func TestFontVariablesThatNameNoFont(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		check.Must(t, os.WriteFile(path, data, 0o600))
		return path
	}
	real := goregular.TTF
	good := write("Good-Regular.ttf", real)
	text := write("text.ttf", []byte("This is no font."))
	mixed := write("Mixed-Regular.ttf", real)
	write("Mixed-Bold.ttf", []byte("This is no font."))
	for name, c := range map[string]struct {
		path string
		keep bool
	}{
		"a font":             {good, true},
		"a text":             {text, false},
		"an empty file":      {write("empty.ttf", nil), false},
		"half a font":        {write("half.ttf", real[:len(real)/100]), false},
		"a directory":        {dir, false},
		"no file":            {filepath.Join(dir, "none.ttf"), false},
		"a device":           {os.DevNull, false},
		"a style is no font": {mixed, false},
	} {
		t.Run(name, func(t *testing.T) {
			var log strings.Builder
			t.Setenv("FYNE_FONT", c.path)
			fonts.ForgetBadFonts(slog.New(slog.NewTextHandler(&log, nil)))
			if kept := os.Getenv("FYNE_FONT") != ""; kept != c.keep || (log.Len() == 0) != c.keep {
				t.Errorf("kept: %v, logged %q", kept, log.String())
			}
		})
	}
	for _, variable := range []string{"FYNE_FONT_MONOSPACE", "FYNE_FONT_SYMBOL"} {
		t.Setenv(variable, text)
		fonts.ForgetBadFonts(slog.New(slog.DiscardHandler))
		if os.Getenv(variable) != "" {
			t.Errorf("%s is kept", variable)
		}
		t.Setenv(variable, mixed)
		fonts.ForgetBadFonts(slog.New(slog.DiscardHandler))
		if os.Getenv(variable) == "" {
			t.Errorf("%s is not kept, though it has no styles", variable)
		}
	}
}
