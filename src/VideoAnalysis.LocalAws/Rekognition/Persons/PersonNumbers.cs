using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Persons;

/// <summary>
/// Numbers the persons of a video: faces that are alike, or that are at the same place soon after each other and not
/// unlike, are one person. Takes the faces in the order of their timestamps.
/// </summary>
/// <param name="indexer">Compares faces.</param>
internal sealed class PersonNumbers(IFaceIndexer indexer)
{
    /// <summary>Faces of this similarity are one person, wherever they are.</summary>
    private const float Alike = 80;

    /// <summary>Faces of this similarity are one person if they are at the same place.</summary>
    private const float NotUnlike = 40;

    /// <summary>How much the boxes of faces at the same place overlap at least, as intersection over union.</summary>
    private const float SamePlace = 0.5f;

    /// <summary>Milliseconds after which a place says nothing any more.</summary>
    private const long PlaceLasts = 1_000;

    /// <summary>
    /// How many faces of a person are remembered: the last ones, in which a person looks most as before.
    /// </summary>
    private const int Remembered = 5;

    private readonly List<Person> _persons = [];

    /// <summary>The number of a face's person, from 0.</summary>
    /// <param name="timestamp">When it is seen, in milliseconds.</param>
    /// <param name="box">Where.</param>
    /// <param name="embedding">As the engine measured it.</param>
    public long NumberOf(long timestamp, BoundingBox box, ReadOnlyMemory<float> embedding)
    {
        // Two faces at one time are two persons.
        var best = _persons.Where(person => person.Timestamp < timestamp)
            .Select(person => (Person: person, Similarity: person.SimilarityTo(embedding.Span, indexer)))
            .Where(pair => pair.Similarity >= Alike
                || (pair.Similarity >= NotUnlike && pair.Person.IsAt(timestamp, box)))
            .OrderByDescending(pair => pair.Similarity)
            .Select(pair => pair.Person)
            .FirstOrDefault();
        if (best is null)
        {
            _persons.Add(best = new Person(_persons.Count));
        }

        best.See(timestamp, box, embedding);
        return best.Number;
    }

    private sealed class Person(long number)
    {
        private readonly Queue<ReadOnlyMemory<float>> _faces = [];
        private BoundingBox? _box;

        public long Number => number;

        public long Timestamp { get; private set; } = -1;

        public float SimilarityTo(ReadOnlySpan<float> embedding, IFaceIndexer indexer)
        {
            var best = 0f;
            foreach (var face in _faces)
            {
                best = Math.Max(best, indexer.Similarity(face.Span, embedding));
            }

            return best;
        }

        public bool IsAt(long timestamp, BoundingBox box) =>
            timestamp - Timestamp <= PlaceLasts && _box is not null && _box.Overlap(box) >= SamePlace;

        public void See(long timestamp, BoundingBox box, ReadOnlyMemory<float> embedding)
        {
            (Timestamp, _box) = (timestamp, box);
            _faces.Enqueue(embedding);
            if (_faces.Count > Remembered)
            {
                _faces.Dequeue();
            }
        }
    }
}
