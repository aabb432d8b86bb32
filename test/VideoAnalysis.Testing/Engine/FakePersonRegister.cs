using VideoAnalysis.Analyses.Persons;

namespace VideoAnalysis.Testing.Engine;

/// <summary>Keeps known persons in memory. It takes every picture for one with a face.</summary>
public sealed class FakePersonRegister : IPersonRegister
{
    private readonly List<(string Name, string Picture)> _faces = [];

    /// <summary>What every call throws; null for nothing.</summary>
    public Func<Exception?> Fault { get; set; } = () => null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnownPerson>> ListAsync(CancellationToken cancellationToken) =>
        AnswerAsync<IReadOnlyList<KnownPerson>>(() =>
            [.. _faces.CountBy(face => face.Name).OrderBy(name => name.Key, StringComparer.Ordinal)
                .Select(name => new KnownPerson(name.Key, name.Value))]);

    /// <inheritdoc/>
    public Task<EnrolledFace> AddFaceAsync(
        PersonName name, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken) => AnswerAsync(() =>
        {
            var face = (name.Value, Convert.ToHexString(picture.Span));
            if (!_faces.Contains(face))
            {
                _faces.Add(face);
            }

            return new EnrolledFace(name.Value, $"face-{_faces.IndexOf(face)}", 99.5f, new(0.25f, 0.25f, 0.5f, 0.5f));
        });

    /// <inheritdoc/>
    public Task<int> ForgetAsync(PersonName name, CancellationToken cancellationToken) =>
        AnswerAsync(() => _faces.RemoveAll(face => face.Name == name.Value));

    private Task<T> AnswerAsync<T>(Func<T> answer) =>
        Fault() is { } fault ? Task.FromException<T>(fault) : Task.FromResult(answer());
}
