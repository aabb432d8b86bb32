namespace VideoAnalysis.Collecting;

/// <summary>Where a detection stands in what the engine answers.</summary>
/// <param name="Token">The engine's token of the page; null for the first page.</param>
/// <param name="Index">The place in that page, from 0.</param>
internal readonly record struct PagePosition(string? Token, int Index);
