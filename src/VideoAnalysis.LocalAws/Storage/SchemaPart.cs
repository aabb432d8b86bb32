namespace VideoAnalysis.LocalAws.Storage;

/// <summary>
/// The tables of one component. Register one a component as a singleton: every registered part is applied when the
/// database is opened, before anything reads it.
/// </summary>
/// <param name="Component">Whose tables they are; for messages.</param>
/// <param name="Sql">Statements that may run at every start: <c>CREATE TABLE IF NOT EXISTS</c> and the like.</param>
internal sealed record SchemaPart(string Component, string Sql);
