//go:build wine

package windows

import (
	"bytes"
	"debug/pe"
	"encoding/binary"
	"path/filepath"
	"testing"
	"unicode/utf16"
)

// Explorer shows the icon and the version. The manifest sets how the window is scaled.
func TestProgramHasIconVersionAndManifest(t *testing.T) {
	program, err := pe.Open(filepath.Join(machine.dir, "access-keys.exe"))
	must(t, err)
	defer program.Close()
	section := program.Section(".rsrc")
	if section == nil {
		t.Fatal("it has no resources")
	}
	data, err := section.Data()
	must(t, err)
	for _, want := range [][]byte{[]byte("\x89PNG"), wide("FileDescription\x00\x00Access Keys"), []byte("permonitorv2")} {
		if !bytes.Contains(data, want) {
			t.Errorf("its resources have no %q", want)
		}
	}
}

// wide encodes a text as UTF-16, as Windows does.
func wide(text string) []byte {
	data, _ := binary.Append(nil, binary.LittleEndian, utf16.Encode([]rune(text)))
	return data
}
