"""The rulebook and the verdicts, changed one expression at a time: does any scenario or test notice?"""
