//go:build windows

// Keeper is a program that has only the application's clipboard. It reads commands from standard input, one per line:
// copy TEXT or clear. It answers each with a line: whether the clipboard still holds its text (true or false), or the
// error.
package main

import (
	"bufio"
	"context"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"strings"

	"accesskeys/app/platform/clipboard"
	"accesskeys/client"
)

func main() {
	runtime.LockOSThread() // a window belongs to the thread that made it
	w, err := newWindow()
	if err != nil {
		fmt.Fprintln(os.Stderr, "keeper:", err)
		os.Exit(1)
	}
	board := clipboard.New(slog.New(slog.NewTextHandler(os.Stderr, nil)))
	board.Attach(w.handle)
	go func() {
		obey(board)
		board.Close()
		w.quit()
	}()
	w.handleMessages()
}

func obey(board *clipboard.Clipboard) {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		command, text, _ := strings.Cut(strings.TrimSuffix(lines.Text(), "\r"), " ")
		if err := act(board, command, text); err != nil {
			fmt.Println("error:", err)
			continue
		}
		fmt.Println(board.Held())
	}
}

func act(board *clipboard.Clipboard, command, text string) error {
	switch command {
	case "copy":
		return board.Copy(context.Background(), client.NewSecret(text))
	case "clear":
		return board.Clear(context.Background())
	}
	return fmt.Errorf("no command %q", command)
}
