import CasusModel

/// A statement of the model: in this module the name always means that one, never GRDB's.
typealias Statement = CasusModel.Statement
