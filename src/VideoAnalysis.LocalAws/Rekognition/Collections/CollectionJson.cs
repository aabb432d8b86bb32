using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>The JSON of collections: members as the model spells them, absent where there is nothing to say.</summary>
[JsonSerializable(typeof(CollectionRequest))]
[JsonSerializable(typeof(CreateCollectionRequest))]
[JsonSerializable(typeof(ListCollectionsRequest))]
[JsonSerializable(typeof(ListFacesRequest))]
[JsonSerializable(typeof(DeleteFacesRequest))]
[JsonSerializable(typeof(IndexFacesRequest))]
[JsonSerializable(typeof(CreateCollectionResponse))]
[JsonSerializable(typeof(DescribeCollectionResponse))]
[JsonSerializable(typeof(ListCollectionsResponse))]
[JsonSerializable(typeof(DeleteCollectionResponse))]
[JsonSerializable(typeof(IndexFacesResponse))]
[JsonSerializable(typeof(ListFacesResponse))]
[JsonSerializable(typeof(DeleteFacesResponse))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CollectionJson : JsonSerializerContext;
