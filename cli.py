"""``python cli.py …`` does what the command ``vanthu`` does."""

from generator.cli import main

if __name__ == "__main__":
    main()
