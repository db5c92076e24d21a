"""The product in a real Chromium: what people do, seen and heard as they would."""
