package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accesskeys/client/demo"
)

// artefacts is where a failed test leaves what helps to see why, unless E2E_PICTURES names another directory.
const artefacts = "../../build/e2e"

// keepPicture saves what the window shows.
func (r *running) keepPicture() {
	if r.window == nil {
		return
	}
	p, err := r.window.Picture()
	if err != nil {
		r.t.Log(err)
		return
	}
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		r.t.Log(err)
		return
	}
	keep(r.t, ".png", b.Bytes())
}

// keepJournal saves what a back end was asked, if the test failed.
func keepJournal(t testing.TB, s *demo.Server) {
	if !t.Failed() {
		return
	}
	var b bytes.Buffer
	for _, r := range s.Requests() {
		fmt.Fprintln(&b, r.At.Format(time.StampMilli), r.Method, r.Path, r.Status)
	}
	keep(t, ".journal", b.Bytes())
}

// keep saves a file that is named for the test, and says where.
func keep(t testing.TB, kind string, content []byte) {
	dir := os.Getenv("E2E_PICTURES")
	if dir == "" {
		dir = artefacts
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Log(err)
		return
	}
	base, err := filepath.Abs(filepath.Join(dir, strings.ReplaceAll(t.Name(), "/", "-")))
	if err != nil {
		t.Log(err)
		return
	}
	path := base + kind
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	for n := 2; errors.Is(err, fs.ErrExist); n++ {
		path = fmt.Sprint(base, "-", n, kind)
		file, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	}
	if err != nil {
		t.Log(err)
		return
	}
	_, err = file.Write(content)
	if err := errors.Join(err, file.Close()); err != nil {
		t.Log(err)
		return
	}
	t.Logf("kept %s", path)
}
