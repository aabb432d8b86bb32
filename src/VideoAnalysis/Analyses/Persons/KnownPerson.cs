namespace VideoAnalysis.Analyses.Persons;

/// <summary>A person whose face is known.</summary>
/// <param name="Name">The name.</param>
/// <param name="Faces">How many faces of the person are known, from as many pictures.</param>
public sealed record KnownPerson(string Name, int Faces);
