"""People, roles that hold everywhere, sign-in, links and invitations."""
