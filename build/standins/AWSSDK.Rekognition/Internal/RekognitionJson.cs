using System.Text.Json.Serialization;
using Amazon.Rekognition.Model;

namespace Amazon.Rekognition.Internal;

/// <summary>AWS JSON 1.1: names as the members are called, what is not set is not sent.</summary>
[JsonSourceGenerationOptions(
    AllowTrailingCommas = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(StartFaceDetectionRequest))]
[JsonSerializable(typeof(StartFaceDetectionResponse))]
[JsonSerializable(typeof(GetFaceDetectionRequest))]
[JsonSerializable(typeof(GetFaceDetectionResponse))]
[JsonSerializable(typeof(StartLabelDetectionRequest))]
[JsonSerializable(typeof(StartLabelDetectionResponse))]
[JsonSerializable(typeof(GetLabelDetectionRequest))]
[JsonSerializable(typeof(GetLabelDetectionResponse))]
[JsonSerializable(typeof(StartContentModerationRequest))]
[JsonSerializable(typeof(StartContentModerationResponse))]
[JsonSerializable(typeof(GetContentModerationRequest))]
[JsonSerializable(typeof(GetContentModerationResponse))]
[JsonSerializable(typeof(StartTextDetectionRequest))]
[JsonSerializable(typeof(StartTextDetectionResponse))]
[JsonSerializable(typeof(GetTextDetectionRequest))]
[JsonSerializable(typeof(GetTextDetectionResponse))]
[JsonSerializable(typeof(StartSegmentDetectionRequest))]
[JsonSerializable(typeof(StartSegmentDetectionResponse))]
[JsonSerializable(typeof(GetSegmentDetectionRequest))]
[JsonSerializable(typeof(GetSegmentDetectionResponse))]
[JsonSerializable(typeof(StartCelebrityRecognitionRequest))]
[JsonSerializable(typeof(StartCelebrityRecognitionResponse))]
[JsonSerializable(typeof(GetCelebrityRecognitionRequest))]
[JsonSerializable(typeof(GetCelebrityRecognitionResponse))]
[JsonSerializable(typeof(StartFaceSearchRequest))]
[JsonSerializable(typeof(StartFaceSearchResponse))]
[JsonSerializable(typeof(GetFaceSearchRequest))]
[JsonSerializable(typeof(GetFaceSearchResponse))]
[JsonSerializable(typeof(DescribeCollectionRequest))]
[JsonSerializable(typeof(DescribeCollectionResponse))]
[JsonSerializable(typeof(IndexFacesRequest))]
[JsonSerializable(typeof(IndexFacesResponse))]
[JsonSerializable(typeof(ListFacesRequest))]
[JsonSerializable(typeof(ListFacesResponse))]
[JsonSerializable(typeof(DeleteFacesRequest))]
[JsonSerializable(typeof(DeleteFacesResponse))]
internal sealed partial class RekognitionJson : JsonSerializerContext;
