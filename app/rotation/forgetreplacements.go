package rotation

import (
	"context"
	"slices"

	"accesskeys/app/keys"
)

// Count is how many replacements Forget forgets.
func (f *File) Count(of keys.Ref) int {
	all := f.shown()
	return len(slices.DeleteFunc(all, not(owned(all, of))))
}

// Forget ends the replacements that are surely of a user at a server. No key changes.
func (f *File) Forget(ctx context.Context, of keys.Ref) error {
	return f.change(ctx, func(all []Replacement) ([]Replacement, error) {
		return slices.DeleteFunc(all, owned(all, of)), nil
	})
}

// owned reports which replacements are surely of a user.
func owned(all []Replacement, of keys.Ref) func(Replacement) bool {
	surely := keys.Owned(of, func(yield func(keys.Ref) bool) {
		for i := range all {
			if !yield(all[i].Ref(all[i].Old)) {
				return
			}
		}
	})
	return func(r Replacement) bool { return surely(r.Ref(r.Old)) }
}

func not(is func(Replacement) bool) func(Replacement) bool {
	return func(r Replacement) bool { return !is(r) }
}
