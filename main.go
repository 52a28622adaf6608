// Access Keys is a native window for the access keys of Wiseinf's Cluster Optimizer: it does what the
// web console's Personal Settings > Access Keys tab does.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"time"

	fyneapp "fyne.io/fyne/v2/app"
	"github.com/spf13/pflag"

	"accesskeys/app"
	"accesskeys/app/keyring"
	"accesskeys/app/platform/clipboard"
	"accesskeys/app/platform/display"
	"accesskeys/app/platform/fonts"
	"accesskeys/app/platform/process"
	"accesskeys/app/platform/proxy"
	"accesskeys/app/platform/singleinstance"
	"accesskeys/app/session"
	"accesskeys/assets"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/language"
	"accesskeys/views/shell"
	"accesskeys/views/words"
)

// version is set by the build: scripts/version.sh --ldflags.
var version = "development"

const appID = "io.github.access_keys.AccessKeys"

func main() {
	setLocalZone()
	outliveReaders()
	console := process.AttachConsole()
	defer runtime.KeepAlive(console)
	err := start(os.Args[1:], console.Attached)
	if errors.Is(err, pflag.ErrHelp) || readerLeft(err) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "access-keys:", err)
		display.Tell(shell.AppName(), err.Error())
		os.Exit(1)
	}
}

// start does what the command line says. console says whether it prints to the console of the program that started it.
func start(args []string, console bool) error {
	o, err := parseFlags(args)
	if err != nil {
		return err
	}
	if console && o.demoServer == "" && !o.forget { // those two are for the console, Ctrl+C included
		process.IgnoreInterrupt()
	}
	signals := process.NewEndSignals()
	signals.Reason = words.SessionWaits
	ctx := signals.Context(context.Background())
	log := newLogger(o.logLevel)
	quieten(log.Handler())
	switch {
	case o.version:
		fmt.Println("access-keys", version)
		return nil
	case o.demoServer != "":
		return serveDemo(ctx, o, log)
	case o.forget:
		return forgetEverything(ctx, o, log)
	}
	return openWindow(ctx, o, signals, log)
}

func openWindow(ctx context.Context, o options, signals *process.EndSignals, log *slog.Logger) error {
	languages, err := language.Load(assets.Translations, fonts.CanDraw)
	if err != nil {
		return err
	}
	dir := settingsDir(log)
	if err := display.Choose(log); err != nil {
		languages.Speak(newApp(o, dir, log).Settings.Get().Language)
		return words.NoWindow(err)
	}
	instance, cameUp := claim(ctx, o, dir, log)
	if cameUp {
		fmt.Fprintln(os.Stderr, "access-keys: it is open already, and its window has come up")
		return nil
	}
	if instance == nil && !o.demo && dir != "" {
		defer markWindow(ctx, dir, log)()
	}
	config := shell.Config{Ctx: ctx, Signals: signals, Logger: log, Server: o.server, Exit: func() { os.Exit(0) },
		Version: version, Catalogue: languages, Clipboard: clipboard.New(log), Instance: instance, App: newApp(o, dir, log)}
	if o.demo {
		server, err := demo.Start("", demo.Options{Logger: log, Ending: true})
		if err != nil {
			return err
		}
		defer server.Close()
		config.Demo = &shell.Demo{Server: server.URL(), Credentials: server.Credentials()}
		if err := noteDemo(config.App.Notes, server); err != nil {
			return err
		}
		if err := rememberDemo(ctx, config.App.History, server, time.Now()); err != nil {
			return err
		}
	}
	fonts.ForgetBadFonts(log)
	preferLight()
	a := fyneapp.NewWithID(appID)
	mendPreferences(a, log)
	a.SetIcon(assets.Icon())
	if err := shell.Run(a, config); err != nil {
		log.Debug("no window opens", "error", err)
		display.FallBack(err, log)
		return words.NoWindow(err)
	}
	return nil
}

func newApp(o options, dir string, log *slog.Logger) *app.App {
	return app.New(app.Config{
		Dir:       dir,
		Store:     keyring.New(keyring.Options{Logger: log}),
		Connector: session.NewConnector(client.Options{Logger: log, Version: version, SystemProxy: proxy.System}),
		Logger:    log,
		Version:   version,
		Ephemeral: o.demo,
	})
}

// claim makes this the process whose window comes up when the program is started again, unless there is one whose
// window just did. A demo is on its own, and so is one without a directory or that could not claim: nobody is to be
// left without a window.
func claim(ctx context.Context, o options, dir string, log *slog.Logger) (instance *singleinstance.Instance, cameUp bool) {
	if o.demo || dir == "" {
		return nil, false
	}
	instance, err := singleinstance.Claim(ctx, dir, o.server)
	if errors.Is(err, singleinstance.ErrRaised) {
		return nil, true
	}
	if err != nil {
		log.Warn("this window is on its own: it does not come up when the program is started again", "error", err)
	}
	return instance, false
}

// markWindow has --forget-everything find a window without a claim, until it is unmarked.
func markWindow(ctx context.Context, dir string, log *slog.Logger) (unmark func()) {
	mark, err := singleinstance.Mark(ctx, dir)
	if err != nil {
		log.Warn("what is kept can be forgotten while this window is open", "error", err)
		return func() {}
	}
	return func() { _ = mark.Close() }
}
