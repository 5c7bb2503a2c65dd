"""Settings in four modules: base, demo, test, production. Values come from the environment."""
