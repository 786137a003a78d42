"""Event files read quickly, where all of them is plainly right; else they are not read here.

The long way (`loading.documents`) gives every word a node with its place. `files` makes records
of what is plain without any, and `relations` sees that these fit together. Whatever is not
plainly right is left to the long way, which knows what is wrong: both give the same timeline.
Where a finding stands is looked for in its entry alone (`spots`).
"""
