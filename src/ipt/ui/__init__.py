"""The page shell, its components and the rendering of forms: how everything looks."""
