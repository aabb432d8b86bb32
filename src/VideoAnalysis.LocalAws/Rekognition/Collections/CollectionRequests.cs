using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>The requests that name a collection. Members are the model's.</summary>
internal record CollectionRequest
{
    public string? CollectionId { get; init; }

    /// <summary>The collection; validated requests have it.</summary>
    internal string Id => CollectionId ?? throw new InvalidOperationException("The request is not validated.");

    /// <summary>Checks all members against the service model.</summary>
    public virtual void Check(RequestConstraints constraints) => CheckId(constraints, CollectionId);

    /// <summary>Checks a collection's name against the service model.</summary>
    public static void CheckId(RequestConstraints constraints, string? collectionId) => constraints
        .Required(collectionId, "collectionId")
        .Length(collectionId, "collectionId", 1, 255)
        .Pattern(collectionId, "collectionId", RekognitionPatterns.CollectionId);
}

/// <summary>The model's request of <c>CreateCollection</c>. Tags mean nothing here: they are refused.</summary>
internal sealed record CreateCollectionRequest : CollectionRequest
{
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>The model's request of <c>ListCollections</c>.</summary>
internal sealed record ListCollectionsRequest
{
    public string? NextToken { get; init; }

    public int? MaxResults { get; init; }

    /// <summary>Checks these members against the service model.</summary>
    public void Check(RequestConstraints constraints) => CollectionPage.Check(constraints, NextToken, MaxResults);
}

/// <summary>The model's request of <c>ListFaces</c>.</summary>
internal sealed record ListFacesRequest : CollectionRequest
{
    public string? NextToken { get; init; }

    public int? MaxResults { get; init; }

    public string? UserId { get; init; }

    public IReadOnlyList<string>? FaceIds { get; init; }

    /// <inheritdoc/>
    public override void Check(RequestConstraints constraints)
    {
        base.Check(constraints);
        CollectionPage.Check(constraints, NextToken, MaxResults);
        constraints.Count(FaceIds, "faceIds", 1, 4096);
    }
}

/// <summary>The model's request of <c>DeleteFaces</c>.</summary>
internal sealed record DeleteFacesRequest : CollectionRequest
{
    public IReadOnlyList<string>? FaceIds { get; init; }

    /// <inheritdoc/>
    public override void Check(RequestConstraints constraints)
    {
        base.Check(constraints);
        constraints.Required(FaceIds, "faceIds").Count(FaceIds, "faceIds", 1, 4096);
    }
}

/// <summary>The model's request of <c>IndexFaces</c>.</summary>
internal sealed record IndexFacesRequest : CollectionRequest
{
    public RequestImage? Image { get; init; }

    public string? ExternalImageId { get; init; }

    public IReadOnlyList<string>? DetectionAttributes { get; init; }

    public int? MaxFaces { get; init; }

    public string? QualityFilter { get; init; }

    /// <inheritdoc/>
    public override void Check(RequestConstraints constraints)
    {
        base.Check(constraints);
        constraints.Required(Image, "image")
            .Object(Image?.S3Object, "image.s3Object")
            .Length(ExternalImageId, "externalImageId", 1, 255)
            .Pattern(ExternalImageId, "externalImageId", RekognitionPatterns.ExternalImageId)
            .AtLeast(MaxFaces, "maxFaces", 1)
            .OneOf(QualityFilter, "qualityFilter", "NONE", "AUTO", "LOW", "MEDIUM", "HIGH");
    }
}

/// <summary>The model's <c>Image</c>.</summary>
/// <param name="Bytes">The picture itself.</param>
/// <param name="S3Object">Where it is.</param>
internal sealed record RequestImage(byte[]? Bytes, S3ObjectName? S3Object);
