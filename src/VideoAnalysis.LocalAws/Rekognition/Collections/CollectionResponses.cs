using VideoAnalysis.LocalAws.Rekognition.Faces;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>The model's response of <c>CreateCollection</c>.</summary>
internal sealed record CreateCollectionResponse(int StatusCode, string CollectionArn, string FaceModelVersion);

/// <summary>The model's response of <c>DescribeCollection</c>; the time is in seconds since 1970.</summary>
internal sealed record DescribeCollectionResponse(
    long FaceCount, string FaceModelVersion, string CollectionARN, double CreationTimestamp, long UserCount);

/// <summary>The model's response of <c>ListCollections</c>.</summary>
internal sealed record ListCollectionsResponse(
    IReadOnlyList<string> CollectionIds, IReadOnlyList<string> FaceModelVersions, string? NextToken);

/// <summary>The model's response of <c>DeleteCollection</c>.</summary>
internal sealed record DeleteCollectionResponse(int StatusCode);

/// <summary>The model's response of <c>IndexFaces</c>.</summary>
internal sealed record IndexFacesResponse(
    IReadOnlyList<FaceRecord> FaceRecords, IReadOnlyList<UnindexedFace> UnindexedFaces, string FaceModelVersion);

/// <summary>The model's <c>FaceRecord</c>.</summary>
internal sealed record FaceRecord(CollectionFace Face, FaceDetail FaceDetail);

/// <summary>The model's <c>UnindexedFace</c>.</summary>
internal sealed record UnindexedFace(IReadOnlyList<string> Reasons, FaceDetail FaceDetail);

/// <summary>The model's response of <c>ListFaces</c>.</summary>
internal sealed record ListFacesResponse(
    IReadOnlyList<CollectionFace> Faces, string FaceModelVersion, string? NextToken);

/// <summary>The model's response of <c>DeleteFaces</c>.</summary>
internal sealed record DeleteFacesResponse(
    IReadOnlyList<string> DeletedFaces, IReadOnlyList<UnsuccessfulFaceDeletion> UnsuccessfulFaceDeletions);

/// <summary>The model's <c>UnsuccessfulFaceDeletion</c>.</summary>
internal sealed record UnsuccessfulFaceDeletion(string FaceId, IReadOnlyList<string> Reasons);
