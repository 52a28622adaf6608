package main

import (
	"bytes"
	"errors"
	"log"
	"log/slog"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestToolkitErrorsAreForDebugging(t *testing.T) {
	defer log.SetOutput(os.Stderr)
	for level, printed := range map[slog.Level]bool{slog.LevelDebug: true, slog.LevelInfo: false, slog.LevelWarn: false} {
		var out bytes.Buffer
		redirectStandardLog(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: level}))
		fyne.LogError("Preferences load error:", errors.New("EOF"))
		if got := strings.Contains(out.String(), "Preferences load error"); got != printed {
			t.Errorf("at level %v it printed %q", level, out.String())
		}
	}
}

func TestReaderLeft(t *testing.T) {
	surviveBrokenPipe()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	_ = r.Close()
	defer w.Close()
	if _, err := w.WriteString("text"); !isBrokenPipe(err) {
		t.Errorf("writing to nobody: %v", err)
	}
	if isBrokenPipe(os.ErrPermission) {
		t.Error("another error counts as well")
	}
}
