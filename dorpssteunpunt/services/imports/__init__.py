"""What comes into the store from other programs: availability that volunteers filled in."""
