"""Pages: frozen values and a language in, Block Kit out; a form is built and read in one file."""
