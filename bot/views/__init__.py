"""Pages: frozen values and a language in, Block Kit out; a modal is built and read back in one file."""
