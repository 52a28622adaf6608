package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"

	"accesskeys/app"
	"accesskeys/app/forget"
	"accesskeys/app/keyring"
	"accesskeys/app/platform/basedirs"
	"accesskeys/app/platform/fonts"
	"accesskeys/assets"
	"accesskeys/views/language"
	"accesskeys/views/words"
)

// forgetEverything removes what the program keeps on this computer, once the user has said yes.
func forgetEverything(ctx context.Context, o options, log *slog.Logger) error {
	languages, err := language.Load(assets.Translations, fonts.CanDraw)
	if err != nil {
		return err
	}
	basedirs.IgnoreRelativeDirs()
	dir, err := app.DefaultDir()
	if err != nil {
		return errors.New(words.NotForgotten(forget.Removed{}, err))
	}
	languages.UseChoice(newApp(o, dir, log).Settings.Get().Language)
	what := forget.Options{Dir: dir, Toolkit: basedirs.OfToolkit(appID), Store: keyring.New(keyring.Options{Logger: log}), Logger: log}
	if !o.yes {
		if err := forget.Check(what); err != nil {
			return errors.New(words.NotForgotten(forget.Removed{}, err))
		}
		fmt.Print(words.ConfirmForgetting(), " ")
		if !saidYes(ctx, os.Stdin) {
			return errors.New(words.NothingForgotten())
		}
	}
	removed, err := forget.Everything(ctx, what)
	return tellForgotten(os.Stdout, removed, err)
}

// saidYes reads the user's answer, for as long as ctx lasts.
func saidYes(ctx context.Context, from io.Reader) bool {
	answer := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(from).ReadString('\n')
		answer <- line
	}()
	select {
	case line := <-answer:
		return words.IsYes(line)
	case <-ctx.Done():
		return false
	}
}

// tellForgotten prints what was removed, and returns what else there is to say.
func tellForgotten(w io.Writer, removed forget.Removed, err error) error {
	lines := words.Forgotten(removed)
	if removed.Nothing() && err == nil {
		lines = append(lines, words.NothingToForget())
	}
	for _, line := range lines {
		if _, failed := fmt.Fprintln(w, line); failed != nil && err == nil {
			return failed
		}
	}
	if err != nil {
		return errors.New(words.NotForgotten(removed, err))
	}
	return nil
}
