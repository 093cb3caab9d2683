import CasusModel
