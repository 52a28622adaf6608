package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"

	"accesskeys/client/demo"
)

// serveDemo runs the demo back end alone until it is interrupted.
func serveDemo(ctx context.Context, o options, log *slog.Logger) error {
	server, err := demo.Start(o.demoServer, demo.Options{Logger: log, Ending: true})
	if err != nil {
		return err
	}
	defer server.Close()
	if err := printAccess(os.Stdout, server, o.json); err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}

// printAccess says how the demo back end is reached, to a user or to a script. This secret is made up.
func printAccess(w io.Writer, server *demo.Server, asJSON bool) error {
	key := server.Credentials()
	if asJSON {
		return json.NewEncoder(w).Encode(struct {
			Base   string `json:"apiBase"`
			ID     string `json:"accessKeyId"`
			Secret string `json:"accessKeySecret"`
		}{server.Base(), key.KeyID, key.Secret.Reveal()})
	}
	_, err := fmt.Fprintf(w, "API base: %s\nAccess Key ID: %s\nAccess Key Secret: %s\n", server.Base(), key.KeyID, key.Secret.Reveal())
	return err
}
