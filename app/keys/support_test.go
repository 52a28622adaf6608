package keys

import (
	"context"
	"time"
)

var (
	early = time.Date(2026, 3, 1, 12, 0, 0, 5, time.FixedZone("", 3600))
	late  = early.Add(time.Nanosecond)
)

func doAsSeen(ctx context.Context, k *Keys, op Operation, seen Key) error {
	w, err := k.Begin(op, seen.ID)
	if err != nil {
		return err
	}
	return w.DoAsSeen(ctx, seen)
}
