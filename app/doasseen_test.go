package app

import (
	"context"

	"accesskeys/app/keys"
)

func doAsSeen(ctx context.Context, k *keys.Keys, op keys.Operation, seen keys.Key) error {
	w, err := k.Begin(op, seen.ID)
	if err != nil {
		return err
	}
	return w.DoAsSeen(ctx, seen)
}
