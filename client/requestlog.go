package client

import (
	"context"
	"log/slog"
	"time"

	"github.com/go-resty/resty/v2"
)

// logAttempt logs one attempt, without headers, bodies, or text from the server.
func (c *Client) logAttempt(ctx context.Context, k *call, resp *resty.Response, took time.Duration, err error) {
	status := 0
	if resp != nil {
		status = resp.StatusCode()
	}
	attributes := []slog.Attr{
		slog.String("op", k.op),
		slog.String("method", k.method),
		slog.String("path", k.path),
		slog.Int("status", status),
		slog.Duration("took", took),
	}
	if k.query != nil {
		attributes = append(attributes, slog.String("query", k.query.Encode()))
	}
	if k.key != "" {
		attributes = append(attributes, slog.String("key", k.key))
	}
	if err != nil {
		attributes = append(attributes, slog.String("error", string(KindOf(err))))
	}
	c.conn.log.LogAttrs(ctx, slog.LevelDebug, "request", attributes...)
}

// silentLogger discards resty's own log lines, because they hold unredacted URLs and errors.
type silentLogger struct{}

func (silentLogger) Errorf(string, ...any) {}

func (silentLogger) Warnf(string, ...any) {}

func (silentLogger) Debugf(string, ...any) {}
