"""Empty on purpose: module warnings finds no accelerator here and uses its own code, in which a program can be suspended."""
