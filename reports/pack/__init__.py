"""The evidence pack: every file under its digest, signed if there is a key, as one zip; and the check of one."""
