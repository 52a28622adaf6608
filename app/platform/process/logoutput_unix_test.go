//go:build unix

package process

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"time"
)

func TestLogOutputDoesNotWaitForWhatDoesNotRead(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	_ = w.SetWriteDeadline(time.Now().Add(10 * time.Second)) // otherwise a blocked write would never end
	output := NewLogOutput(w)
	line := []byte(strings.Repeat("x", 1023) + "\n")
	for range 2000 { // more than a pipe holds
		if n, err := output.Write(line); n != len(line) || err != nil {
			t.Fatalf("writing to a pipe that nobody reads: %d, %v", n, err)
		}
	}
	if !output.full {
		t.Fatal("the pipe was never full")
	}
	lines := bufio.NewScanner(r)
	for range 8 { // makes room
		lines.Scan()
	}
	if _, err := output.Write([]byte("again\n")); err != nil || output.full {
		t.Fatalf("with a reader again: %v, full %v", err, output.full)
	}
	_ = w.Close()
	last := ""
	for lines.Scan() {
		last = lines.Text()
	}
	if last != "again" {
		t.Errorf("the last line is %q", last)
	}
}
