"""Parts of screens. Each takes frozen values and handlers, and its looks from `views.theme`."""
