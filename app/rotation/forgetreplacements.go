package rotation

import (
	"context"
	"slices"

	"accesskeys/app/keys"
)

// Count returns how many replacements Forget would end.
func (f *File) Count(of keys.Ref) (count int) {
	all := f.shown()
	is := owned(all, of)
	for _, r := range all {
		if is(r) {
			count++
		}
	}
	return count
}

// Forget ends the replacements that certainly belong to of.User at of.Base. It changes no key.
func (f *File) Forget(ctx context.Context, of keys.Ref) error {
	return f.change(ctx, func(all []Replacement) ([]Replacement, error) {
		return slices.DeleteFunc(all, owned(all, of)), nil
	})
}

// owned returns a function that reports whether a replacement certainly belongs to of.User at of.Base.
func owned(all []Replacement, of keys.Ref) func(Replacement) bool {
	surely := keys.Owned(of, func(yield func(keys.Ref) bool) {
		for i := range all {
			if !yield(all[i].ref(all[i].Old)) {
				return
			}
		}
	})
	return func(r Replacement) bool { return surely(r.ref(r.Old)) }
}
