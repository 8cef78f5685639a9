"""What a person does at the desk: one function for one deed."""
