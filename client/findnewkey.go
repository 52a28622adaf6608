package client

import "time"

// newIDs returns the IDs of the keys in after that are not in before and were not created before since.
func newIDs(before, after []AccessKey, since time.Time) []string {
	old := make(map[string]bool, len(before))
	for _, k := range before {
		old[k.ID] = true
	}
	var ids []string
	for _, k := range after {
		if !old[k.ID] && !k.CreatedAt.Before(since) {
			ids = append(ids, k.ID)
		}
	}
	return ids
}
