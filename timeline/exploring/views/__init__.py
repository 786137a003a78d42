"""The views of the screen: what each shows of a seat, and which command shows the same."""
