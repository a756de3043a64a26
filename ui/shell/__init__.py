"""The window itself: start, navigation, the strip below."""
