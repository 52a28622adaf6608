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

// largestFont is the largest font file, in bytes, that the toolkit may read into memory.
const largestFont = 256 << 20

// ForgetBadFonts removes the toolkit's font variables from the environment if they do not name a valid font. The toolkit
// would end the process when it draws the first text in such a font. ForgetBadFonts must be called before the toolkit
// starts.
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

// checkFonts checks a font. If styles is set, it also checks the fonts of other styles, whose names the toolkit derives
// from path. These need not exist.
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
