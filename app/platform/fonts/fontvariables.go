package fonts

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"strings"

	"github.com/go-text/typesetting/font"
)

// largestFont is more than any font that the toolkit is to read into memory.
const largestFont = 256 << 20

// ForgetBadFonts takes those of the toolkit's font variables out of the process's environment that name no font. The
// toolkit ends the process at the first text in such a font. Call it before the toolkit starts.
func ForgetBadFonts(log *slog.Logger) {
	for _, variable := range []string{"FYNE_FONT", "FYNE_FONT_MONOSPACE", "FYNE_FONT_SYMBOL"} {
		path := os.Getenv(variable)
		if path == "" {
			continue
		}
		if err := checkFonts(path, variable == "FYNE_FONT"); err != nil {
			log.Warn("ignoring a font", "variable", variable, "error", err)
			_ = os.Unsetenv(variable)
		}
	}
}

// checkFonts checks a font, and with styles those that the toolkit makes of its name. It can do without these.
func checkFonts(path string, styles bool) error {
	if err := checkFont(path); err != nil || !styles {
		return err
	}
	for _, style := range []string{"Bold", "Italic", "BoldItalic"} {
		err := checkFont(strings.ReplaceAll(path, "Regular", style))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func checkFont(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || info.Size() > largestFont {
		return fmt.Errorf("%s is no font file", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if _, err := font.ParseTTF(bytes.NewReader(data)); err != nil {
		return fmt.Errorf("read the font %s: %w", path, err)
	}
	return nil
}
