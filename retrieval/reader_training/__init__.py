"""How the shipped reader was made: public question sets in, one small ONNX graph out. Never imported by a question."""
