"""Problem to plan: model, bound, search, and the reasons for what comes out."""
