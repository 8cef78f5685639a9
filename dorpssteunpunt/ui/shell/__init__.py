"""The house around the rooms: main window, navigation, sign-in and lock."""
