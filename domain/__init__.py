"""What Tend is about: values and arithmetic. Imports the standard library only."""
