"""Thin skins over the pipeline: the command line.

==========  ========================================================================================
cli         the parser, exit codes, and what happens to errors
build …     one module per command: ``add`` names its options, ``run`` does it and returns the exit code
options     options that several commands share
opened      the build that a command reads, whole or what stands of it
streams     UTF-8 in and out whatever the locale, signals, closed pipes
progress    how far long work has come, on stderr
table       answers as an aligned table, CSV or JSON
==========  ========================================================================================
"""
